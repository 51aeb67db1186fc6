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
    "t0"."unit_id",
    "t0"."kind",
    "t0"."start",
    "t0"."last_day",
    CONCAT_WS(
      '|',
      COALESCE('M10-4', ''),
      COALESCE('person', ''),
      COALESCE("t0"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t0"."start" AS INT) AS TEXT), ''),
      COALESCE("t0"."kind", '')
    ) AS "obligation_id",
    'M10-4' AS "provision",
    CAST(10 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t0"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t0"."start" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t0"."last_day" AS INT) AS "period_end",
    CAST((
      "t0"."last_day" - "t0"."start"
    ) + 1 AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t0"."start" AS INT) AS "due_on",
    "t0"."unit_id" AS "owner_unit_id",
    CASE WHEN NOT (
      ABSENT('insurance')
    ) THEN 'breached' ELSE 'unknown' END AS "state",
    CASE WHEN NOT (
      ABSENT('insurance')
    ) THEN CAST(NULL AS TEXT) ELSE 'insurance' END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    (
      (
        "t0"."last_day" - "t0"."start"
      ) + 1
    ) > 0 AS "holds_treats_infected",
    NOT (
      ABSENT('insurance')
    ) AS "holds_policies_known",
    CASE WHEN NOT (
      ABSENT('insurance')
    ) THEN FALSE ELSE NULL END AS "holds_covered",
    CAST((
      "t0"."last_day" - "t0"."start"
    ) + 1 AS TEXT) AS "value_treats_infected",
    CAST(NOT (
      ABSENT('insurance')
    ) AS TEXT) AS "value_policies_known",
    "t0"."kind" AS "value_covered"
  FROM "run"."uncovered" AS "t0"
) AS "t1"
