SELECT
  "t2"."obligation_id",
  'arises_from_duty' AS "criterion",
  "t2"."holds_arises_from_duty" AS "holds",
  "t2"."value_arises_from_duty" AS "value",
  COALESCE("t2"."refs_arises_from_duty", '') AS "fact_refs"
FROM (
  SELECT
    "t1"."harm_id",
    "t1"."person_id",
    "t1"."kind",
    "t1"."arises_from_duty",
    "t1"."recognised",
    "t1"."day",
    "t1"."filed",
    "t1"."decided",
    "t1"."clarified",
    "t1"."ref",
    "t1"."unit_id",
    "t1"."is_medical",
    CONCAT_WS(
      '|',
      COALESCE('M14-2', ''),
      COALESCE('person', ''),
      COALESCE("t1"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t1"."day" AS INT) AS TEXT), ''),
      COALESCE("t1"."harm_id", ''),
      COALESCE('verify', '')
    ) AS "obligation_id",
    'M14-2' AS "provision",
    CAST(14 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t1"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t1"."day" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CAST(0 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t1"."unit_id" AS "owner_unit_id",
    'unknown' AS "state",
    'arises_from_duty' AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t1"."arises_from_duty" AS "holds_arises_from_duty",
    CAST("t1"."arises_from_duty" AS TEXT) AS "value_arises_from_duty",
    "t1"."ref" AS "refs_arises_from_duty"
  FROM (
    SELECT
      *
    FROM "run"."incident" AS "t0"
    WHERE
      "t0"."kind" = 'rumour' AND "t0"."arises_from_duty" IS NULL
  ) AS "t1"
) AS "t2"
