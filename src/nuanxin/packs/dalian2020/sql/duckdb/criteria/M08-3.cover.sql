WITH "t5" AS (
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
        "t0"."delivery_id",
        "t0"."subject_id",
        "t0"."counterpart_id",
        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."on_date") AS "day",
        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."period_start") AS "named",
        "t0"."quantity" AS "amount",
        'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t0"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
      FROM "facts"."deliveries" AS "t0"
      WHERE
        "t0"."provision" = 'M08-3'
    ) AS "t2"
    WHERE
      "t2"."day" <= AS_OF()
  ) AS "t4"
), "t6" AS (
  SELECT
    *
  FROM (
    SELECT
      "t1"."unit_id",
      "t1"."quantity",
      CASE
        WHEN CONTAINS(LOWER("t1"."item"), '口罩')
        OR CONTAINS(LOWER("t1"."item"), 'mask')
        OR CONTAINS(LOWER("t1"."item"), 'respirator')
        OR CONTAINS(LOWER("t1"."item"), 'n95')
        THEN 'mask'
        WHEN CONTAINS(LOWER("t1"."item"), '防护服') OR CONTAINS(LOWER("t1"."item"), 'coverall')
        THEN 'coverall'
        WHEN CONTAINS(LOWER("t1"."item"), '测温')
        OR CONTAINS(LOWER("t1"."item"), '体温')
        OR CONTAINS(LOWER("t1"."item"), '额温')
        OR CONTAINS(LOWER("t1"."item"), 'thermometer')
        THEN 'thermometer'
        WHEN CONTAINS(LOWER("t1"."item"), '消毒')
        OR CONTAINS(LOWER("t1"."item"), '酒精')
        OR CONTAINS(LOWER("t1"."item"), '84')
        OR CONTAINS(LOWER("t1"."item"), 'disinfect')
        OR CONTAINS(LOWER("t1"."item"), 'alcohol')
        THEN 'disinfectant'
        ELSE CAST(NULL AS TEXT)
      END AS "kind",
      CAST(EPOCH(CAST("t1"."at" AS TIMESTAMP)) AS BIGINT) AS "at",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), CAST("t1"."at" AS DATE)) AS "day",
      'stock_issues:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."issue_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
    FROM "facts"."stock_issues" AS "t1"
  ) AS "t3"
  WHERE
    "t3"."at" < (
      (
        AS_OF() + 1
      ) * 86400
    ) AND "t3"."kind" IS NOT NULL
), "t18" AS (
  SELECT
    "t17"."unit_id",
    "t17"."kind",
    "t17"."issued",
    "t17"."needed",
    "t17"."first_issue",
    "t17"."received",
    "t17"."first_delivery",
    "t17"."start",
    "t17"."stock",
    CONCAT_WS(
      '|',
      COALESCE('M08-3', ''),
      COALESCE('unit', ''),
      COALESCE("t17"."unit_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t17"."start" AS INT) AS TEXT), ''),
      COALESCE("t17"."kind", '')
    ) AS "obligation_id",
    'M08-3' AS "provision",
    CAST(8 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'unit' AS "subject_kind",
    "t17"."unit_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t17"."start" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    "t17"."needed" AS "quantity",
    'count' AS "quantity_unit",
    CASE WHEN "t17"."stock" IS NULL THEN NULL ELSE GREATEST("t17"."stock", 0) END AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t17"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t17"."stock" IS NULL
      THEN 'unknown'
      WHEN "t17"."stock" > 0
      THEN 'owed'
      ELSE 'breached'
    END AS "state",
    CASE WHEN "t17"."stock" IS NULL THEN 'deliveries' ELSE CAST(NULL AS TEXT) END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t17"."kind" IS NOT NULL AS "holds_kind_of_supply",
    "t17"."stock" >= "t17"."needed" AS "holds_enough_cover",
    "t17"."stock" > 0 AS "holds_any_left",
    "t17"."kind" AS "value_kind_of_supply",
    CAST("t17"."needed" AS TEXT) AS "value_enough_cover",
    CAST("t17"."stock" AS TEXT) AS "value_any_left"
  FROM (
    SELECT
      "t16"."unit_id",
      "t16"."kind",
      "t16"."issued",
      CAST("t16"."needed" AS DECIMAL(18, 4)) AS "needed",
      "t16"."first_issue",
      "t16"."received",
      "t16"."first_delivery",
      LEAST("t16"."first_issue", COALESCE("t16"."first_delivery", "t16"."first_issue")) AS "start",
      CAST("t16"."received" - "t16"."issued" AS DECIMAL(18, 4)) AS "stock"
    FROM (
      SELECT
        "t15".*
        EXCLUDE ("kind_right", "unit_id_right")
      FROM (
        SELECT
          "t14"."unit_id",
          "t14"."kind",
          "t14"."issued",
          "t14"."needed",
          "t14"."first_issue",
          "t12"."unit_id" AS "unit_id_right",
          "t12"."kind" AS "kind_right",
          "t12"."received",
          "t12"."first_delivery"
        FROM (
          SELECT
            "t8"."unit_id",
            "t8"."kind",
            SUM("t8"."quantity") AS "issued",
            COALESCE(
              SUM("t8"."quantity") FILTER(WHERE
                "t8"."day" > (
                  AS_OF() - PARAM('supply.days_of_cover')
                )),
              0
            ) AS "needed",
            MIN("t8"."day") AS "first_issue"
          FROM "t6" AS "t8"
          GROUP BY
            1,
            2
        ) AS "t14"
        LEFT OUTER JOIN (
          SELECT
            "t7"."unit_id",
            "t7"."kind",
            SUM(COALESCE("t7"."quantity", 0)) AS "received",
            MIN("t7"."day") AS "first_delivery"
          FROM "t5" AS "t7"
          GROUP BY
            1,
            2
        ) AS "t12"
          ON "t14"."unit_id" = "t12"."unit_id" AND "t14"."kind" = "t12"."kind"
      ) AS "t15"
    ) AS "t16"
    WHERE
      CAST("t16"."needed" AS DECIMAL(18, 4)) > 0
      AND (
        (
          CAST("t16"."received" - "t16"."issued" AS DECIMAL(18, 4)) IS NULL
        )
        OR (
          CAST("t16"."received" - "t16"."issued" AS DECIMAL(18, 4)) < CAST("t16"."needed" AS DECIMAL(18, 4))
        )
      )
  ) AS "t17"
)
SELECT
  *
FROM (
  SELECT
    "t24"."obligation_id",
    "t24"."criterion",
    "t24"."holds",
    "t24"."value",
    COALESCE("t32"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t19"."obligation_id",
      'any_left' AS "criterion",
      "t19"."holds_any_left" AS "holds",
      "t19"."value_any_left" AS "value"
    FROM "t18" AS "t19"
  ) AS "t24"
  LEFT OUTER JOIN (
    SELECT
      "t28"."obligation_id",
      LISTAGG("t28"."ref", ';' ORDER BY "t28"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t20"."obligation_id",
          "t9"."ref"
        FROM "t18" AS "t20"
        INNER JOIN "t5" AS "t9"
          ON "t20"."unit_id" = "t9"."unit_id" AND "t20"."kind" = "t9"."kind"
      ) AS "t26"
    ) AS "t28"
    GROUP BY
      1
  ) AS "t32"
    ON "t24"."obligation_id" = "t32"."obligation_id"
) AS "t34"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t19"."obligation_id",
      'kind_of_supply' AS "criterion",
      "t19"."holds_kind_of_supply" AS "holds",
      "t19"."value_kind_of_supply" AS "value",
      '' AS "fact_refs"
    FROM "t18" AS "t19"
  ) AS "t21"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t25"."obligation_id",
      "t25"."criterion",
      "t25"."holds",
      "t25"."value",
      COALESCE("t33"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t19"."obligation_id",
        'enough_cover' AS "criterion",
        "t19"."holds_enough_cover" AS "holds",
        "t19"."value_enough_cover" AS "value"
      FROM "t18" AS "t19"
    ) AS "t25"
    LEFT OUTER JOIN (
      SELECT
        "t29"."obligation_id",
        LISTAGG("t29"."ref", ';' ORDER BY "t29"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t20"."obligation_id",
            "t10"."ref"
          FROM "t18" AS "t20"
          INNER JOIN "t6" AS "t10"
            ON "t20"."unit_id" = "t10"."unit_id"
            AND "t20"."kind" = "t10"."kind"
            AND "t10"."day" > (
              AS_OF() - PARAM('supply.days_of_cover')
            )
        ) AS "t27"
      ) AS "t29"
      GROUP BY
        1
    ) AS "t33"
      ON "t25"."obligation_id" = "t33"."obligation_id"
  ) AS "t35"
) AS "t36"
