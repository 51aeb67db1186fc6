SELECT
  "t16"."person_id",
  "t16"."month",
  SUM("t16"."confirmed") AS "confirmed"
FROM (
  SELECT
    "t15"."person_id",
    "t15"."day",
    "t15"."amount",
    "t15"."month",
    "t15"."bit",
    "t15"."unit_id",
    "t15"."meal",
    "t15"."night",
    "t15"."owed",
    "t15"."is_silent",
    LEAST(
      "t15"."amount",
      CAST((
        "t15"."meal" & "t15"."bit"
      ) <> 0 AS BIGINT) + CAST((
        "t15"."night" & "t15"."bit"
      ) <> 0 AS BIGINT)
    ) AS "confirmed"
  FROM (
    SELECT
      "t14"."person_id",
      "t14"."day",
      "t14"."amount",
      "t8"."month",
      "t8"."bit",
      "t4"."unit_id",
      "t4"."meal",
      "t4"."night",
      "t4"."owed",
      "t4"."is_silent"
    FROM (
      SELECT
        "t12"."person_id",
        "t12"."day",
        SUM("t12"."amount") AS "amount"
      FROM (
        SELECT
          "t11"."delivery_id",
          "t11"."subject_id",
          "t11"."counterpart_id",
          "t11"."day",
          "t11"."named",
          COALESCE("t11"."amount", 1) AS "amount",
          "t11"."ref",
          "t11"."subject_id" AS "person_id"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t9"."delivery_id",
              "t9"."subject_id",
              "t9"."counterpart_id",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t9"."on_date") AS "day",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t9"."period_start") AS "named",
              "t9"."quantity" AS "amount",
              'deliveries:' || CONCAT_WS('/', COALESCE("t9"."delivery_id", '')) AS "ref"
            FROM (
              SELECT
                "t5"."delivery_id",
                "t5"."provision",
                "t5"."subject_id",
                "t5"."on_date",
                "t5"."quantity",
                "t5"."counterpart_id",
                "t5"."period_start"
              FROM "facts"."deliveries" AS "t5"
              SEMI JOIN "run"."scope" AS "t6"
                ON "t5"."subject_id" = "t6"."person_id"
            ) AS "t9"
            WHERE
              "t9"."provision" = 'M08-2'
          ) AS "t10"
          WHERE
            "t10"."day" <= AS_OF()
        ) AS "t11"
      ) AS "t12"
      GROUP BY
        1,
        2
    ) AS "t14"
    INNER JOIN (
      SELECT
        "t1"."day",
        "t1"."month",
        "t1"."bit"
      FROM "run"."calendar" AS "t1"
    ) AS "t8"
      ON "t14"."day" = "t8"."day"
    INNER JOIN "run"."service_month" AS "t4"
      ON "t14"."person_id" = "t4"."person_id" AND "t8"."month" = "t4"."month"
  ) AS "t15"
) AS "t16"
GROUP BY
  1,
  2
