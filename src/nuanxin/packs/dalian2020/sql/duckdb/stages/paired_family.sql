SELECT
  "t12"."person_id",
  "t12"."unit_id",
  "t12"."start",
  "t12"."last_day",
  "t12"."is_open",
  "t12"."next_start",
  "t12"."contact",
  "t12"."named_on",
  "t12"."ref",
  (
    ROW_NUMBER() OVER (
      PARTITION BY "t12"."contact", "t12"."is_open"
      ORDER BY "t12"."named_on" ASC, "t12"."person_id" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1
  ) + 1 AS "place"
FROM (
  SELECT
    "t11".*
    EXCLUDE ("person_id_right", "start_right")
  FROM (
    SELECT
      "t2"."person_id",
      "t2"."unit_id",
      "t2"."start",
      "t2"."last_day",
      "t2"."is_open",
      "t2"."next_start",
      "t10"."person_id" AS "person_id_right",
      "t10"."start" AS "start_right",
      "t10"."contact",
      "t10"."named_on",
      "t10"."ref"
    FROM "run"."aid_period" AS "t2"
    LEFT OUTER JOIN (
      SELECT
        "t8"."person_id",
        "t8"."start",
        "t8"."contact",
        "t8"."named_on",
        "t8"."ref"
      FROM (
        SELECT
          "t7"."person_id",
          "t7"."unit_id",
          "t7"."start",
          "t7"."last_day",
          "t7"."is_open",
          "t7"."next_start",
          "t7"."delivery_id",
          "t7"."contact",
          "t7"."named_on",
          "t7"."named",
          "t7"."ref",
          ROW_NUMBER() OVER (
            PARTITION BY "t7"."person_id", "t7"."start"
            ORDER BY "t7"."named_on" DESC, "t7"."delivery_id" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "turn"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t2"."person_id",
              "t2"."unit_id",
              "t2"."start",
              "t2"."last_day",
              "t2"."is_open",
              "t2"."next_start",
              "t5"."delivery_id",
              "t5"."contact",
              "t5"."named_on",
              "t5"."named",
              "t5"."ref"
            FROM "run"."aid_period" AS "t2"
            INNER JOIN (
              SELECT
                *
              FROM (
                SELECT
                  "t1"."delivery_id",
                  "t1"."subject_id" AS "person_id",
                  "t1"."counterpart_id" AS "contact",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "named_on",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."period_start") AS "named",
                  'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
                FROM "facts"."deliveries" AS "t1"
                WHERE
                  "t1"."provision" = 'M12-5' AND "t1"."counterpart_id" IS NOT NULL
              ) AS "t3"
              WHERE
                "t3"."named_on" <= AS_OF()
            ) AS "t5"
              ON "t2"."person_id" = "t5"."person_id"
          ) AS "t6"
          WHERE
            "t6"."named_on" >= "t6"."start"
            AND (
              (
                "t6"."next_start" IS NULL
              ) OR (
                "t6"."named_on" < "t6"."next_start"
              )
            )
            AND (
              (
                "t6"."named" IS NULL
              ) OR (
                "t6"."named" = "t6"."start"
              )
            )
        ) AS "t7"
      ) AS "t8"
      WHERE
        "t8"."turn" = 0
    ) AS "t10"
      ON "t2"."person_id" = "t10"."person_id" AND "t2"."start" = "t10"."start"
  ) AS "t11"
) AS "t12"
