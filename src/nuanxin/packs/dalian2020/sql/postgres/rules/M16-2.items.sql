SELECT
  "t15"."obligation_id",
  "t15"."provision",
  "t15"."measure",
  "t15"."modality",
  "t15"."subject_kind",
  "t15"."subject_id",
  "t15"."period_start",
  "t15"."period_end",
  "t15"."quantity",
  "t15"."quantity_unit",
  "t15"."quantity_met",
  "t15"."due_on",
  "t15"."owner_unit_id",
  "t15"."state",
  "t15"."missing",
  "t15"."as_of"
FROM (
  SELECT
    "t14"."unit_id",
    "t14"."month",
    "t14"."items",
    "t14"."reach",
    "t14"."first_day",
    "t14"."last_day",
    CONCAT_WS(
      '|',
      COALESCE('M16-2', ''),
      COALESCE('unit', ''),
      COALESCE("t14"."unit_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t14"."first_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M16-2' AS "provision",
    CAST(16 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'unit' AS "subject_kind",
    "t14"."unit_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t14"."first_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t14"."last_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST("t14"."items" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t14"."unit_id" AS "owner_unit_id",
    CASE WHEN COALESCE("t14"."reach", 0) = 0 THEN 'unknown' ELSE 'met' END AS "state",
    CASE
      WHEN COALESCE("t14"."reach", 0) = 0
      THEN 'quantity'
      ELSE CAST(NULL AS VARCHAR)
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t14"."items" > 0 AS "holds_items_published",
    CASE WHEN COALESCE("t14"."reach", 0) = 0 THEN NULL ELSE TRUE END AS "holds_reach_known",
    CAST("t14"."items" AS VARCHAR) AS "value_items_published",
    CAST(CAST("t14"."reach" AS DECIMAL(18, 4)) AS VARCHAR) AS "value_reach_known"
  FROM (
    SELECT
      "t13"."unit_id",
      "t13"."month",
      "t13"."items",
      "t13"."reach",
      "t5"."first_day",
      "t5"."last_day"
    FROM (
      SELECT
        "t11"."unit_id",
        "t11"."month",
        COUNT(*) AS "items",
        CAST(SUM("t11"."amount") AS DECIMAL(38, 10)) AS "reach"
      FROM (
        SELECT
          "t10"."amount",
          "t10"."unit_id",
          "t10"."month"
        FROM (
          SELECT
            "t8"."amount",
            "t8"."subject_id" AS "unit_id",
            (
              (
                CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t8"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 12
              ) + CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t8"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT)
            ) - 1 AS "month"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t2"."delivery_id",
                "t2"."subject_id",
                "t2"."counterpart_id",
                CAST((
                  "t2"."on_date" - MAKE_DATE(1970, 1, 1)
                ) AS BIGINT) AS "day",
                CAST((
                  "t2"."period_start" - MAKE_DATE(1970, 1, 1)
                ) AS BIGINT) AS "named",
                "t2"."quantity" AS "amount",
                'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t2"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."deliveries" AS "t2"
              WHERE
                "t2"."provision" = 'M16-2'
            ) AS "t7"
            WHERE
              "t7"."day" <= AS_OF()
          ) AS "t8"
        ) AS "t10"
        WHERE
          EXISTS(
            SELECT
              1
            FROM (
              SELECT
                "t1"."unit_id"
              FROM "facts"."units" AS "t1"
            ) AS "t6"
            WHERE
              "t10"."unit_id" = "t6"."unit_id"
          )
      ) AS "t11"
      GROUP BY
        1,
        2
    ) AS "t13"
    INNER JOIN (
      SELECT
        "t0"."month",
        "t0"."first_day",
        "t0"."last_day"
      FROM "run"."month" AS "t0"
    ) AS "t5"
      ON "t13"."month" = "t5"."month"
  ) AS "t14"
) AS "t15"
