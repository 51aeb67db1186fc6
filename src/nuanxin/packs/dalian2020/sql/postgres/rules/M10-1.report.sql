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
      COALESCE('M10-1', ''),
      COALESCE('person', ''),
      COALESCE("t1"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t1"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      ),
      COALESCE("t1"."harm_id", ''),
      COALESCE('report', '')
    ) AS "obligation_id",
    'M10-1' AS "provision",
    CAST(10 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t1"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t1"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST("t1"."day" + CAST(FLOOR(CAST((
        PARAM('safety.unit_report_within')
      ) AS DOUBLE PRECISION) / (
        24
      )) AS BIGINT) AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t1"."filed" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST("t1"."day" + CAST(FLOOR(CAST((
        PARAM('safety.unit_report_within')
      ) AS DOUBLE PRECISION) / (
        24
      )) AS BIGINT) AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "due_on",
    "t1"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t1"."filed" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= (
          "t1"."day" + CAST(FLOOR(CAST((
            PARAM('safety.unit_report_within')
          ) AS DOUBLE PRECISION) / (
            24
          )) AS BIGINT)
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS VARCHAR) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t1"."arises_from_duty" AS "holds_arises_from_duty",
    "t1"."filed" IS NOT NULL AS "holds_reported",
    AS_OF() <= (
      "t1"."day" + CAST(FLOOR(CAST((
        PARAM('safety.unit_report_within')
      ) AS DOUBLE PRECISION) / (
        24
      )) AS BIGINT)
    ) AS "holds_within_due_day",
    CAST("t1"."arises_from_duty" AS VARCHAR) AS "value_arises_from_duty",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t1"."filed" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_reported",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST("t1"."day" + CAST(FLOOR(CAST((
        PARAM('safety.unit_report_within')
      ) AS DOUBLE PRECISION) / (
        24
      )) AS BIGINT) AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_within_due_day",
    "t1"."ref" AS "refs_arises_from_duty",
    "t1"."ref" AS "refs_reported"
  FROM (
    SELECT
      *
    FROM "run"."incident" AS "t0"
    WHERE
      "t0"."kind" = 'violence' AND "t0"."arises_from_duty"
  ) AS "t1"
) AS "t2"
