WITH "t6" AS (
  SELECT
    "t5"."delivery_id",
    "t5"."person_id",
    "t5"."day",
    "t5"."amount",
    "t5"."publisher",
    "t5"."declined",
    "t5"."is_leader",
    "t5"."is_medical",
    "t5"."is_cadre",
    "t5"."ref",
    CONCAT_WS(
      '|',
      COALESCE('M16-3', ''),
      COALESCE('person', ''),
      COALESCE("t5"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t5"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      ),
      COALESCE("t5"."delivery_id", '')
    ) AS "obligation_id",
    'M16-3' AS "provision",
    CAST(16 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t5"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t5"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t5"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(PARAM('stories.approvals_min') AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE
      WHEN "t5"."amount" IS NULL
      THEN NULL
      ELSE LEAST("t5"."amount", PARAM('stories.approvals_min'))
    END AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t5"."publisher" AS "owner_unit_id",
    CASE
      WHEN (
        "t5"."declined" IS NULL
      ) AND (
        "t5"."amount" IS NULL
      )
      THEN 'unknown'
      ELSE 'breached'
    END AS "state",
    CASE
      WHEN (
        "t5"."declined" IS NULL
      ) AND (
        "t5"."amount" IS NULL
      )
      THEN 'quantity'
      ELSE CAST(NULL AS VARCHAR)
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t5"."amount" >= PARAM('stories.approvals_min') AS "holds_approved_twice",
    "t5"."declined" IS NULL AS "holds_has_consent",
    CAST(CAST("t5"."amount" AS DECIMAL(18, 4)) AS VARCHAR) AS "value_approved_twice",
    CAST("t5"."declined" IS NULL AS VARCHAR) AS "value_has_consent",
    "t5"."ref" AS "refs_approved_twice",
    "t5"."declined" AS "refs_has_consent"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t2"."delivery_id",
        "t2"."person_id",
        "t2"."day",
        "t2"."amount",
        "t2"."publisher",
        "t2"."declined",
        "t2"."is_leader",
        "t2"."is_medical",
        "t2"."is_cadre",
        "t2"."ref"
      FROM "run"."told_story" AS "t2"
      WHERE
        EXISTS(
          SELECT
            1
          FROM "run"."scope" AS "t3"
          WHERE
            "t2"."person_id" = "t3"."person_id"
        )
    ) AS "t4"
    WHERE
      (
        "t4"."declined" IS NOT NULL
      )
      OR COALESCE("t4"."amount" < PARAM('stories.approvals_min'), TRUE)
  ) AS "t5"
)
SELECT
  *
FROM (
  SELECT
    "t7"."obligation_id",
    'approved_twice' AS "criterion",
    "t7"."holds_approved_twice" AS "holds",
    "t7"."value_approved_twice" AS "value",
    COALESCE("t7"."refs_approved_twice", '') AS "fact_refs"
  FROM "t6" AS "t7"
) AS "t8"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t7"."obligation_id",
    'has_consent' AS "criterion",
    "t7"."holds_has_consent" AS "holds",
    "t7"."value_has_consent" AS "value",
    COALESCE("t7"."refs_has_consent", '') AS "fact_refs"
  FROM "t6" AS "t7"
) AS "t9"
