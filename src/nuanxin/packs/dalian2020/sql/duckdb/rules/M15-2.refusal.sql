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
    "t1"."issued",
    "t1"."day",
    "t1"."place",
    "t1"."is_emergency",
    "t1"."is_passed",
    "t1"."blocking",
    "t1"."blocked_by",
    "t1"."minutes",
    "t1"."crosses",
    CONCAT_WS(
      '|',
      COALESCE('M15-2', ''),
      COALESCE('request', ''),
      COALESCE("t1"."request_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t1"."day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      )
    ) AS "obligation_id",
    'M15-2' AS "provision",
    CAST(15 AS BIGINT) AS "measure",
    'MUST_NOT' AS "modality",
    'request' AS "subject_kind",
    "t1"."request_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t1"."day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
      CAST(CASE
        WHEN "t1"."is_emergency"
        THEN CAST((
          (
            "t1"."issued" + (
              PARAM('burden.emergency_hours') * 3600
            )
          ) - (
            (
              "t1"."issued" + (
                PARAM('burden.emergency_hours') * 3600
              )
            ) % 86400
          )
        ) / 86400 AS BIGINT)
        ELSE "t1"."day"
      END AS INT)
    ) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST("t1"."blocking" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t1"."issuer_id" AS "owner_unit_id",
    CASE WHEN "t1"."is_emergency" THEN 'excepted' ELSE 'breached' END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t1"."blocking" = 0 AS "holds_fields_are_new",
    "t1"."is_emergency" AS "holds_is_emergency",
    CAST("t1"."blocking" AS TEXT) AS "value_fields_are_new",
    CAST("t1"."is_emergency" AS TEXT) AS "value_is_emergency",
    "t1"."blocked_by" AS "refs_fields_are_new",
    'data_requests:' || "t1"."request_id" AS "refs_is_emergency"
  FROM (
    SELECT
      *
    FROM "run"."judged_request" AS "t0"
    WHERE
      "t0"."blocking" > 0
  ) AS "t1"
) AS "t2"
