SELECT
  "t11"."obligation_id",
  "t11"."provision",
  "t11"."measure",
  "t11"."modality",
  "t11"."subject_kind",
  "t11"."subject_id",
  "t11"."period_start",
  "t11"."period_end",
  "t11"."quantity",
  "t11"."quantity_unit",
  "t11"."quantity_met",
  "t11"."due_on",
  "t11"."owner_unit_id",
  "t11"."state",
  "t11"."missing",
  "t11"."as_of"
FROM (
  SELECT
    "t10"."unit_id" AS "subject_id",
    "t10"."day",
    "t10"."named",
    "t10"."nameless",
    "t10"."unit_id",
    "t10"."least",
    "t10"."most",
    CONCAT_WS(
      '|',
      COALESCE('M15-4', ''),
      COALESCE('unit', ''),
      COALESCE("t10"."unit_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t10"."day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M15-4' AS "provision",
    CAST(15 AS BIGINT) AS "measure",
    'MUST_NOT' AS "modality",
    'unit' AS "subject_kind",
    MAKE_DATE(1970, 1, 1) + CAST("t10"."day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t10"."day" AS INT) AS "period_end",
    CAST("t10"."most" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    CAST(NULL AS TEXT) AS "owner_unit_id",
    CASE
      WHEN "t10"."least" <= PARAM('burden.visits_per_day')
      THEN 'unknown'
      ELSE 'breached'
    END AS "state",
    CASE
      WHEN "t10"."least" <= PARAM('burden.visits_per_day')
      THEN 'counterpart_id'
      ELSE CAST(NULL AS TEXT)
    END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t10"."least" <= PARAM('burden.visits_per_day') AS "holds_one_group_a_day",
    CASE WHEN "t10"."nameless" > 0 THEN NULL ELSE TRUE END AS "holds_groups_named",
    CAST("t10"."named" AS TEXT) AS "value_one_group_a_day",
    CAST("t10"."nameless" AS TEXT) AS "value_groups_named"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t8"."subject_id",
        "t8"."day",
        "t8"."named",
        "t8"."nameless",
        "t8"."unit_id",
        GREATEST("t8"."named", 1) AS "least",
        "t8"."named" + "t8"."nameless" AS "most"
      FROM (
        SELECT
          "t7"."subject_id",
          "t7"."day",
          "t7"."named",
          "t7"."nameless",
          "t3"."unit_id"
        FROM (
          SELECT
            "t5"."subject_id",
            "t5"."day",
            COUNT(DISTINCT "t5"."counterpart_id") AS "named",
            SUM(CAST("t5"."counterpart_id" IS NULL AS INT)) AS "nameless"
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
            ) AS "t4"
            WHERE
              "t4"."day" <= AS_OF()
          ) AS "t5"
          GROUP BY
            1,
            2
        ) AS "t7"
        INNER JOIN (
          SELECT
            "t0"."unit_id"
          FROM "facts"."units" AS "t0"
          WHERE
            "t0"."kind" IN ('community', 'village')
        ) AS "t3"
          ON "t7"."subject_id" = "t3"."unit_id"
      ) AS "t8"
    ) AS "t9"
    WHERE
      "t9"."most" > PARAM('burden.visits_per_day')
  ) AS "t10"
) AS "t11"
