WITH "t18" AS (
  SELECT
    "t17"."unit_id",
    "t17"."month",
    "t17"."items",
    "t17"."reach",
    "t17"."first_day",
    "t17"."last_day",
    CONCAT_WS(
      '|',
      COALESCE('M16-2', ''),
      COALESCE('unit', ''),
      COALESCE("t17"."unit_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t17"."first_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M16-2' AS "provision",
    CAST(16 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'unit' AS "subject_kind",
    "t17"."unit_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t17"."first_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t17"."last_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST("t17"."items" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t17"."unit_id" AS "owner_unit_id",
    CASE WHEN COALESCE("t17"."reach", 0) = 0 THEN 'unknown' ELSE 'met' END AS "state",
    CASE
      WHEN COALESCE("t17"."reach", 0) = 0
      THEN 'quantity'
      ELSE CAST(NULL AS VARCHAR)
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t17"."items" > 0 AS "holds_items_published",
    CASE WHEN COALESCE("t17"."reach", 0) = 0 THEN NULL ELSE TRUE END AS "holds_reach_known",
    CAST("t17"."items" AS VARCHAR) AS "value_items_published",
    CAST(CAST("t17"."reach" AS DECIMAL(18, 4)) AS VARCHAR) AS "value_reach_known"
  FROM (
    SELECT
      "t16"."unit_id",
      "t16"."month",
      "t16"."items",
      "t16"."reach",
      "t5"."first_day",
      "t5"."last_day"
    FROM (
      SELECT
        "t14"."unit_id",
        "t14"."month",
        COUNT(*) AS "items",
        CAST(SUM("t14"."amount") AS DECIMAL(38, 10)) AS "reach"
      FROM (
        SELECT
          "t13"."amount",
          "t13"."unit_id",
          "t13"."month"
        FROM (
          SELECT
            "t10"."amount",
            "t10"."subject_id" AS "unit_id",
            (
              (
                CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t10"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 12
              ) + CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t10"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT)
            ) - 1 AS "month"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t1"."delivery_id",
                "t1"."subject_id",
                "t1"."counterpart_id",
                CAST((
                  "t1"."on_date" - MAKE_DATE(1970, 1, 1)
                ) AS BIGINT) AS "day",
                CAST((
                  "t1"."period_start" - MAKE_DATE(1970, 1, 1)
                ) AS BIGINT) AS "named",
                "t1"."quantity" AS "amount",
                'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."deliveries" AS "t1"
              WHERE
                "t1"."provision" = 'M16-2'
            ) AS "t8"
            WHERE
              "t8"."day" <= AS_OF()
          ) AS "t10"
        ) AS "t13"
        WHERE
          EXISTS(
            SELECT
              1
            FROM (
              SELECT
                "t2"."unit_id"
              FROM "facts"."units" AS "t2"
            ) AS "t6"
            WHERE
              "t13"."unit_id" = "t6"."unit_id"
          )
      ) AS "t14"
      GROUP BY
        1,
        2
    ) AS "t16"
    INNER JOIN (
      SELECT
        "t0"."month",
        "t0"."first_day",
        "t0"."last_day"
      FROM "run"."month" AS "t0"
    ) AS "t5"
      ON "t16"."month" = "t5"."month"
  ) AS "t17"
)
SELECT
  *
FROM (
  SELECT
    "t23"."obligation_id",
    "t23"."criterion",
    "t23"."holds",
    "t23"."value",
    COALESCE("t27"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t19"."obligation_id",
      'items_published' AS "criterion",
      "t19"."holds_items_published" AS "holds",
      "t19"."value_items_published" AS "value"
    FROM "t18" AS "t19"
  ) AS "t23"
  LEFT OUTER JOIN (
    SELECT
      "t25"."obligation_id",
      STRING_AGG("t25"."ref", ';' ORDER BY "t25"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t20"."obligation_id",
          "t11"."ref"
        FROM "t18" AS "t20"
        INNER JOIN (
          SELECT
            *
          FROM (
            SELECT
              "t1"."subject_id",
              "t1"."counterpart_id",
              CAST((
                "t1"."on_date" - MAKE_DATE(1970, 1, 1)
              ) AS BIGINT) AS "day",
              'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
            FROM "facts"."deliveries" AS "t1"
            WHERE
              "t1"."provision" = 'M16-2'
          ) AS "t7"
          WHERE
            "t7"."day" <= AS_OF()
        ) AS "t11"
          ON "t20"."unit_id" = "t11"."subject_id"
          AND "t11"."day" >= "t20"."first_day"
          AND "t11"."day" <= "t20"."last_day"
      ) AS "t24"
    ) AS "t25"
    GROUP BY
      1
  ) AS "t27"
    ON "t23"."obligation_id" = "t27"."obligation_id"
) AS "t28"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t19"."obligation_id",
    'reach_known' AS "criterion",
    "t19"."holds_reach_known" AS "holds",
    "t19"."value_reach_known" AS "value",
    '' AS "fact_refs"
  FROM "t18" AS "t19"
) AS "t21"
