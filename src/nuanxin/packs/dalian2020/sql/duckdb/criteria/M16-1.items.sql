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
      COALESCE('M16-1', ''),
      COALESCE('unit', ''),
      COALESCE("t17"."unit_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t17"."first_day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M16-1' AS "provision",
    CAST(16 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'unit' AS "subject_kind",
    "t17"."unit_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t17"."first_day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t17"."last_day" AS INT) AS "period_end",
    CAST("t17"."items" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t17"."unit_id" AS "owner_unit_id",
    'met' AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t17"."items" > 0 AS "holds_items_published",
    CAST("t17"."items" AS TEXT) AS "value_items_published"
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
        SUM("t14"."amount") AS "reach"
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
                EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST("t10"."day" AS INT)) * 12
              ) + EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST("t10"."day" AS INT))
            ) - 1 AS "month"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t1"."delivery_id",
                "t1"."subject_id",
                "t1"."counterpart_id",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "day",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."period_start") AS "named",
                "t1"."quantity" AS "amount",
                'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."deliveries" AS "t1"
              WHERE
                "t1"."provision" = 'M16-1'
            ) AS "t8"
            WHERE
              "t8"."day" <= AS_OF()
          ) AS "t10"
        ) AS "t13"
        SEMI JOIN (
          SELECT
            "t2"."unit_id"
          FROM "facts"."units" AS "t2"
        ) AS "t6"
          ON "t13"."unit_id" = "t6"."unit_id"
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
  "t22"."obligation_id",
  "t22"."criterion",
  "t22"."holds",
  "t22"."value",
  COALESCE("t26"."fact_refs", '') AS "fact_refs"
FROM (
  SELECT
    "t19"."obligation_id",
    'items_published' AS "criterion",
    "t19"."holds_items_published" AS "holds",
    "t19"."value_items_published" AS "value"
  FROM "t18" AS "t19"
) AS "t22"
LEFT OUTER JOIN (
  SELECT
    "t24"."obligation_id",
    LISTAGG("t24"."ref", ';' ORDER BY "t24"."ref" ASC) AS "fact_refs"
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
            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "day",
            'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
          FROM "facts"."deliveries" AS "t1"
          WHERE
            "t1"."provision" = 'M16-1'
        ) AS "t7"
        WHERE
          "t7"."day" <= AS_OF()
      ) AS "t11"
        ON "t20"."unit_id" = "t11"."subject_id"
        AND "t11"."day" >= "t20"."first_day"
        AND "t11"."day" <= "t20"."last_day"
    ) AS "t23"
  ) AS "t24"
  GROUP BY
    1
) AS "t26"
  ON "t22"."obligation_id" = "t26"."obligation_id"
