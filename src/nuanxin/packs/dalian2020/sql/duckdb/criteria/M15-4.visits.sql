WITH "t14" AS (
  SELECT
    "t13"."unit_id" AS "subject_id",
    "t13"."day",
    "t13"."named",
    "t13"."nameless",
    "t13"."unit_id",
    "t13"."least",
    "t13"."most",
    CONCAT_WS(
      '|',
      COALESCE('M15-4', ''),
      COALESCE('unit', ''),
      COALESCE("t13"."unit_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t13"."day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M15-4' AS "provision",
    CAST(15 AS BIGINT) AS "measure",
    'MUST_NOT' AS "modality",
    'unit' AS "subject_kind",
    MAKE_DATE(1970, 1, 1) + CAST("t13"."day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t13"."day" AS INT) AS "period_end",
    CAST("t13"."most" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    CAST(NULL AS TEXT) AS "owner_unit_id",
    CASE
      WHEN "t13"."least" <= PARAM('burden.visits_per_day')
      THEN 'unknown'
      ELSE 'breached'
    END AS "state",
    CASE
      WHEN "t13"."least" <= PARAM('burden.visits_per_day')
      THEN 'counterpart_id'
      ELSE CAST(NULL AS TEXT)
    END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t13"."least" <= PARAM('burden.visits_per_day') AS "holds_one_group_a_day",
    CASE WHEN "t13"."nameless" > 0 THEN NULL ELSE TRUE END AS "holds_groups_named",
    CAST("t13"."named" AS TEXT) AS "value_one_group_a_day",
    CAST("t13"."nameless" AS TEXT) AS "value_groups_named"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t11"."subject_id",
        "t11"."day",
        "t11"."named",
        "t11"."nameless",
        "t11"."unit_id",
        GREATEST("t11"."named", 1) AS "least",
        "t11"."named" + "t11"."nameless" AS "most"
      FROM (
        SELECT
          "t10"."subject_id",
          "t10"."day",
          "t10"."named",
          "t10"."nameless",
          "t3"."unit_id"
        FROM (
          SELECT
            "t7"."subject_id",
            "t7"."day",
            COUNT(DISTINCT "t7"."counterpart_id") AS "named",
            SUM(CAST("t7"."counterpart_id" IS NULL AS INT)) AS "nameless"
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
                "t1"."provision" = 'M15-4'
            ) AS "t5"
            WHERE
              "t5"."day" <= AS_OF()
          ) AS "t7"
          GROUP BY
            1,
            2
        ) AS "t10"
        INNER JOIN (
          SELECT
            "t0"."unit_id"
          FROM "facts"."units" AS "t0"
          WHERE
            "t0"."kind" IN ('community', 'village')
        ) AS "t3"
          ON "t10"."subject_id" = "t3"."unit_id"
      ) AS "t11"
    ) AS "t12"
    WHERE
      "t12"."most" > PARAM('burden.visits_per_day')
  ) AS "t13"
)
SELECT
  *
FROM (
  SELECT
    "t19"."obligation_id",
    "t19"."criterion",
    "t19"."holds",
    "t19"."value",
    COALESCE("t23"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t15"."obligation_id",
      'one_group_a_day' AS "criterion",
      "t15"."holds_one_group_a_day" AS "holds",
      "t15"."value_one_group_a_day" AS "value"
    FROM "t14" AS "t15"
  ) AS "t19"
  LEFT OUTER JOIN (
    SELECT
      "t21"."obligation_id",
      LISTAGG("t21"."ref", ';' ORDER BY "t21"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t16"."obligation_id",
          "t8"."ref"
        FROM "t14" AS "t16"
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
              "t1"."provision" = 'M15-4'
          ) AS "t4"
          WHERE
            "t4"."day" <= AS_OF()
        ) AS "t8"
          ON "t16"."unit_id" = "t8"."subject_id" AND "t16"."day" = "t8"."day"
      ) AS "t20"
    ) AS "t21"
    GROUP BY
      1
  ) AS "t23"
    ON "t19"."obligation_id" = "t23"."obligation_id"
) AS "t24"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t15"."obligation_id",
    'groups_named' AS "criterion",
    "t15"."holds_groups_named" AS "holds",
    "t15"."value_groups_named" AS "value",
    '' AS "fact_refs"
  FROM "t14" AS "t15"
) AS "t17"
