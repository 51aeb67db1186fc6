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
    "t1"."request_id",
    "t1"."issuer_id",
    "t1"."target_id",
    "t1"."is_emergency",
    "t1"."table_code",
    "t1"."at",
    "t1"."ref",
    "t1"."asked",
    "t1"."new",
    "t1"."day",
    "t1"."is_owned",
    "t1"."is_owner",
    CONCAT_WS(
      '|',
      COALESCE('M15-1', ''),
      COALESCE('request', ''),
      COALESCE("t1"."request_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t1"."day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M15-1' AS "provision",
    CAST(15 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'request' AS "subject_kind",
    "t1"."request_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t1"."day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t1"."day" AS INT) AS "period_end",
    CAST("t1"."asked" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t1"."issuer_id" AS "owner_unit_id",
    CASE
      WHEN CASE WHEN "t1"."is_owned" THEN "t1"."is_owner" ELSE NULL END IS NULL
      THEN 'unknown'
      WHEN "t1"."is_emergency"
      THEN 'excepted'
      ELSE 'breached'
    END AS "state",
    CASE
      WHEN CASE WHEN "t1"."is_owned" THEN "t1"."is_owner" ELSE NULL END IS NULL
      THEN 'held_fields'
      ELSE CAST(NULL AS TEXT)
    END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    CASE WHEN "t1"."is_owned" THEN "t1"."is_owner" ELSE NULL END AS "holds_issued_by_owner",
    "t1"."is_emergency" AS "holds_is_emergency",
    "t1"."table_code" AS "value_issued_by_owner",
    CAST("t1"."is_emergency" AS TEXT) AS "value_is_emergency",
    "t1"."ref" AS "refs_is_emergency"
  FROM (
    SELECT
      *
    FROM "run"."table_request" AS "t0"
    WHERE
      NOT (
        "t0"."is_owner"
      )
  ) AS "t1"
) AS "t2"
