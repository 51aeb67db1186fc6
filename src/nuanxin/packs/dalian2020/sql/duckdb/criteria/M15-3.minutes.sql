WITH "t4" AS (
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
      COALESCE('M15-3', ''),
      COALESCE('request', ''),
      COALESCE("t1"."request_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t1"."day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      )
    ) AS "obligation_id",
    'M15-3' AS "provision",
    CAST(15 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'request' AS "subject_kind",
    "t1"."request_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t1"."day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t1"."day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    "t1"."minutes" AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t1"."issuer_id" AS "owner_unit_id",
    CASE WHEN "t1"."is_emergency" THEN 'excepted' ELSE 'breached' END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    NOT (
      "t1"."crosses"
    ) AS "holds_within_minutes",
    "t1"."is_emergency" AS "holds_is_emergency",
    CAST("t1"."minutes" AS TEXT) AS "value_within_minutes",
    CAST("t1"."is_emergency" AS TEXT) AS "value_is_emergency",
    'data_requests:' || "t1"."request_id" AS "refs_is_emergency"
  FROM (
    SELECT
      *
    FROM "run"."judged_request" AS "t0"
    WHERE
      "t0"."crosses"
  ) AS "t1"
)
SELECT
  *
FROM (
  SELECT
    "t9"."obligation_id",
    "t9"."criterion",
    "t9"."holds",
    "t9"."value",
    COALESCE("t13"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t5"."obligation_id",
      'within_minutes' AS "criterion",
      "t5"."holds_within_minutes" AS "holds",
      "t5"."value_within_minutes" AS "value"
    FROM "t4" AS "t5"
  ) AS "t9"
  LEFT OUTER JOIN (
    SELECT
      "t11"."obligation_id",
      LISTAGG("t11"."ref", ';' ORDER BY "t11"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t6"."obligation_id",
          "t3"."ref"
        FROM "t4" AS "t6"
        INNER JOIN (
          SELECT
            "t0"."target_id",
            "t0"."day",
            "t0"."place",
            'data_requests:' || "t0"."request_id" AS "ref"
          FROM "run"."judged_request" AS "t0"
          WHERE
            "t0"."is_passed"
        ) AS "t3"
          ON "t6"."target_id" = "t3"."target_id"
          AND "t6"."day" = "t3"."day"
          AND "t3"."place" <= "t6"."place"
      ) AS "t10"
    ) AS "t11"
    GROUP BY
      1
  ) AS "t13"
    ON "t9"."obligation_id" = "t13"."obligation_id"
) AS "t14"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t5"."obligation_id",
    'is_emergency' AS "criterion",
    "t5"."holds_is_emergency" AS "holds",
    "t5"."value_is_emergency" AS "value",
    COALESCE("t5"."refs_is_emergency", '') AS "fact_refs"
  FROM "t4" AS "t5"
) AS "t8"
