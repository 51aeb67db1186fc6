SELECT
  "t2"."obligation_id",
  "t2"."provision",
  "t2"."measure",
  "t2"."modality",
  "t2"."subject_kind",
  "t2"."subject_id",
  "t2"."period_start",
  "t2"."period_end",
  "t2"."quantity",
  "t2"."quantity_unit",
  "t2"."quantity_met",
  "t2"."due_on",
  "t2"."owner_unit_id",
  "t2"."state",
  "t2"."missing",
  "t2"."as_of"
FROM (
  SELECT
    "t1"."issue_id",
    "t1"."item",
    "t1"."standard",
    CAST("t1"."quantity" AS DECIMAL(18, 4)) AS "quantity",
    "t1"."unit_id",
    "t1"."person_id",
    "t1"."at",
    "t1"."day",
    "t1"."norm",
    "t1"."ref",
    "t1"."is_scarce",
    "t1"."is_allowed",
    CONCAT_WS(
      '|',
      COALESCE('M08-4', ''),
      COALESCE('issue', ''),
      COALESCE("t1"."issue_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t1"."day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M08-4' AS "provision",
    CAST(8 AS BIGINT) AS "measure",
    'MUST_NOT' AS "modality",
    'issue' AS "subject_kind",
    "t1"."issue_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t1"."day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t1"."day" AS INT) AS "period_end",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t1"."unit_id" AS "owner_unit_id",
    CASE WHEN "t1"."is_scarce" IS NULL THEN 'unknown' ELSE 'breached' END AS "state",
    CASE WHEN "t1"."is_scarce" IS NULL THEN 'standard' ELSE CAST(NULL AS TEXT) END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t1"."is_scarce" AS "holds_is_scarce",
    "t1"."person_id" IS NOT NULL AS "holds_person_named",
    "t1"."is_allowed" AS "holds_shift_at_risk",
    COALESCE("t1"."standard", "t1"."item") AS "value_is_scarce",
    "t1"."person_id" AS "value_person_named",
    CAST("t1"."is_allowed" AS TEXT) AS "value_shift_at_risk",
    "t1"."ref" AS "refs_is_scarce",
    "t1"."ref" AS "refs_person_named"
  FROM (
    SELECT
      *
    FROM "run"."judged_issue" AS "t0"
    WHERE
      NOT (
        "t0"."is_allowed"
      )
  ) AS "t1"
) AS "t2"
