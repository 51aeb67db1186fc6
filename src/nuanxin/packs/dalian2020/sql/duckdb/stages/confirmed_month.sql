SELECT
  "t13"."person_id",
  "t13"."month",
  SUM("t13"."confirmed") AS "confirmed"
FROM (
  SELECT
    "t12"."person_id",
    "t12"."day",
    "t12"."amount",
    "t12"."month",
    "t12"."bit",
    "t12"."unit_id",
    "t12"."meal",
    "t12"."night",
    "t12"."owed",
    "t12"."is_silent",
    LEAST(
      "t12"."amount",
      CAST((
        "t12"."meal" & "t12"."bit"
      ) <> 0 AS BIGINT) + CAST((
        "t12"."night" & "t12"."bit"
      ) <> 0 AS BIGINT)
    ) AS "confirmed"
  FROM (
    SELECT
      "t11"."person_id",
      "t11"."day",
      "t11"."amount",
      "t5"."month",
      "t5"."bit",
      "t3"."unit_id",
      "t3"."meal",
      "t3"."night",
      "t3"."owed",
      "t3"."is_silent"
    FROM (
      SELECT
        "t9"."person_id",
        "t9"."day",
        SUM("t9"."amount") AS "amount"
      FROM (
        SELECT
          "t8"."delivery_id",
          "t8"."subject_id",
          "t8"."counterpart_id",
          "t8"."day",
          "t8"."named",
          COALESCE("t8"."amount", 1) AS "amount",
          "t8"."ref",
          "t8"."subject_id" AS "person_id"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t6"."delivery_id",
              "t6"."subject_id",
              "t6"."counterpart_id",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t6"."on_date") AS "day",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t6"."period_start") AS "named",
              "t6"."quantity" AS "amount",
              'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t6"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
            FROM (
              SELECT
                *
              FROM "facts"."deliveries" AS "t2"
              WHERE
                IN_SCOPE("t2"."subject_id")
            ) AS "t6"
            WHERE
              "t6"."provision" = 'M08-2'
          ) AS "t7"
          WHERE
            "t7"."day" <= AS_OF()
        ) AS "t8"
      ) AS "t9"
      GROUP BY
        1,
        2
    ) AS "t11"
    INNER JOIN (
      SELECT
        "t1"."day",
        "t1"."month",
        "t1"."bit"
      FROM "run"."calendar" AS "t1"
    ) AS "t5"
      ON "t11"."day" = "t5"."day"
    INNER JOIN "run"."service_month" AS "t3"
      ON "t11"."person_id" = "t3"."person_id" AND "t5"."month" = "t3"."month"
  ) AS "t12"
) AS "t13"
GROUP BY
  1,
  2
