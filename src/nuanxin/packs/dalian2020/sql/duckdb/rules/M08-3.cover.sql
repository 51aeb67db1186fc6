SELECT
  "t14"."obligation_id",
  "t14"."provision",
  "t14"."measure",
  "t14"."modality",
  "t14"."subject_kind",
  "t14"."subject_id",
  "t14"."period_start",
  "t14"."period_end",
  "t14"."quantity",
  "t14"."quantity_unit",
  "t14"."quantity_met",
  "t14"."due_on",
  "t14"."owner_unit_id",
  "t14"."state",
  "t14"."missing",
  "t14"."as_of"
FROM (
  SELECT
    "t13"."unit_id",
    "t13"."kind",
    "t13"."issued",
    "t13"."needed",
    "t13"."first_issue",
    "t13"."received",
    "t13"."first_delivery",
    "t13"."start",
    "t13"."stock",
    CONCAT_WS(
      '|',
      COALESCE('M08-3', ''),
      COALESCE('unit', ''),
      COALESCE("t13"."unit_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t13"."start" AS INT) AS TEXT), ''),
      COALESCE("t13"."kind", '')
    ) AS "obligation_id",
    'M08-3' AS "provision",
    CAST(8 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'unit' AS "subject_kind",
    "t13"."unit_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t13"."start" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    "t13"."needed" AS "quantity",
    'count' AS "quantity_unit",
    CASE WHEN "t13"."stock" IS NULL THEN NULL ELSE GREATEST("t13"."stock", 0) END AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t13"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t13"."stock" IS NULL
      THEN 'unknown'
      WHEN "t13"."stock" > 0
      THEN 'owed'
      ELSE 'breached'
    END AS "state",
    CASE WHEN "t13"."stock" IS NULL THEN 'deliveries' ELSE CAST(NULL AS TEXT) END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t13"."kind" IS NOT NULL AS "holds_kind_of_supply",
    "t13"."stock" >= "t13"."needed" AS "holds_enough_cover",
    "t13"."stock" > 0 AS "holds_any_left",
    "t13"."kind" AS "value_kind_of_supply",
    CAST("t13"."needed" AS TEXT) AS "value_enough_cover",
    CAST("t13"."stock" AS TEXT) AS "value_any_left"
  FROM (
    SELECT
      "t12"."unit_id",
      "t12"."kind",
      "t12"."issued",
      CAST("t12"."needed" AS DECIMAL(18, 4)) AS "needed",
      "t12"."first_issue",
      "t12"."received",
      "t12"."first_delivery",
      LEAST("t12"."first_issue", COALESCE("t12"."first_delivery", "t12"."first_issue")) AS "start",
      CAST("t12"."received" - "t12"."issued" AS DECIMAL(18, 4)) AS "stock"
    FROM (
      SELECT
        "t11".*
        EXCLUDE ("kind_right", "unit_id_right")
      FROM (
        SELECT
          "t10"."unit_id",
          "t10"."kind",
          "t10"."issued",
          "t10"."needed",
          "t10"."first_issue",
          "t9"."unit_id" AS "unit_id_right",
          "t9"."kind" AS "kind_right",
          "t9"."received",
          "t9"."first_delivery"
        FROM (
          SELECT
            "t5"."unit_id",
            "t5"."kind",
            SUM("t5"."quantity") AS "issued",
            COALESCE(
              SUM("t5"."quantity") FILTER(WHERE
                "t5"."day" > (
                  AS_OF() - PARAM('supply.days_of_cover')
                )),
              0
            ) AS "needed",
            MIN("t5"."day") AS "first_issue"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t0"."unit_id",
                "t0"."quantity",
                CASE
                  WHEN CONTAINS(LOWER("t0"."item"), '口罩')
                  OR CONTAINS(LOWER("t0"."item"), 'mask')
                  OR CONTAINS(LOWER("t0"."item"), 'respirator')
                  OR CONTAINS(LOWER("t0"."item"), 'n95')
                  THEN 'mask'
                  WHEN CONTAINS(LOWER("t0"."item"), '防护服') OR CONTAINS(LOWER("t0"."item"), 'coverall')
                  THEN 'coverall'
                  WHEN CONTAINS(LOWER("t0"."item"), '测温')
                  OR CONTAINS(LOWER("t0"."item"), '体温')
                  OR CONTAINS(LOWER("t0"."item"), '额温')
                  OR CONTAINS(LOWER("t0"."item"), 'thermometer')
                  THEN 'thermometer'
                  WHEN CONTAINS(LOWER("t0"."item"), '消毒')
                  OR CONTAINS(LOWER("t0"."item"), '酒精')
                  OR CONTAINS(LOWER("t0"."item"), '84')
                  OR CONTAINS(LOWER("t0"."item"), 'disinfect')
                  OR CONTAINS(LOWER("t0"."item"), 'alcohol')
                  THEN 'disinfectant'
                  ELSE CAST(NULL AS TEXT)
                END AS "kind",
                CAST(EPOCH(CAST("t0"."at" AS TIMESTAMP)) AS BIGINT) AS "at",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), CAST("t0"."at" AS DATE)) AS "day",
                'stock_issues:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t0"."issue_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."stock_issues" AS "t0"
            ) AS "t3"
            WHERE
              "t3"."at" < (
                (
                  AS_OF() + 1
                ) * 86400
              ) AND "t3"."kind" IS NOT NULL
          ) AS "t5"
          GROUP BY
            1,
            2
        ) AS "t10"
        LEFT OUTER JOIN (
          SELECT
            "t6"."unit_id",
            "t6"."kind",
            SUM(COALESCE("t6"."quantity", 0)) AS "received",
            MIN("t6"."day") AS "first_delivery"
          FROM (
            SELECT
              "t4"."day",
              "t4"."ref",
              "t4"."subject_id" AS "unit_id",
              "t4"."counterpart_id" AS "kind",
              "t4"."amount" AS "quantity"
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
                  "t1"."provision" = 'M08-3'
              ) AS "t2"
              WHERE
                "t2"."day" <= AS_OF()
            ) AS "t4"
          ) AS "t6"
          GROUP BY
            1,
            2
        ) AS "t9"
          ON "t10"."unit_id" = "t9"."unit_id" AND "t10"."kind" = "t9"."kind"
      ) AS "t11"
    ) AS "t12"
    WHERE
      CAST("t12"."needed" AS DECIMAL(18, 4)) > 0
      AND (
        (
          CAST("t12"."received" - "t12"."issued" AS DECIMAL(18, 4)) IS NULL
        )
        OR (
          CAST("t12"."received" - "t12"."issued" AS DECIMAL(18, 4)) < CAST("t12"."needed" AS DECIMAL(18, 4))
        )
      )
  ) AS "t13"
) AS "t14"
