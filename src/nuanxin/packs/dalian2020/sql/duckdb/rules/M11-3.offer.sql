SELECT
  "t1"."obligation_id",
  "t1"."provision",
  "t1"."measure",
  "t1"."modality",
  "t1"."subject_kind",
  "t1"."subject_id",
  "t1"."period_start",
  "t1"."period_end",
  "t1"."quantity",
  "t1"."quantity_unit",
  "t1"."quantity_met",
  "t1"."due_on",
  "t1"."owner_unit_id",
  "t1"."state",
  "t1"."missing",
  "t1"."as_of"
FROM (
  SELECT
    "t0"."person_id",
    "t0"."deployment",
    "t0"."unit_id",
    "t0"."k",
    "t0"."name",
    "t0"."begin",
    "t0"."due",
    "t0"."named_on",
    "t0"."made",
    CONCAT_WS(
      '|',
      COALESCE('M11-3', ''),
      COALESCE('person', ''),
      COALESCE("t0"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t0"."begin" AS INT) AS TEXT), ''),
      COALESCE("t0"."name", '')
    ) AS "obligation_id",
    'M11-3' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t0"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t0"."begin" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t0"."due" AS INT) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t0"."made" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t0"."due" AS INT) AS "due_on",
    "t0"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t0"."made" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= "t0"."due"
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t0"."k" >= 0 AS "holds_which_offer",
    "t0"."made" IS NOT NULL AS "holds_offered",
    AS_OF() <= "t0"."due" AS "holds_within_due_day",
    CAST("t0"."k" + 1 AS TEXT) AS "value_which_offer",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t0"."made" AS INT) AS TEXT) AS "value_offered",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t0"."due" AS INT) AS TEXT) AS "value_within_due_day"
  FROM "run"."offer" AS "t0"
) AS "t1"
