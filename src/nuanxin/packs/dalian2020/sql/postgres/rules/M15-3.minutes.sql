SELECT
  "t9"."obligation_id",
  "t9"."provision",
  "t9"."measure",
  "t9"."modality",
  "t9"."subject_kind",
  "t9"."subject_id",
  "t9"."period_start",
  "t9"."period_end",
  "t9"."quantity",
  "t9"."quantity_unit",
  "t9"."quantity_met",
  "t9"."due_on",
  "t9"."owner_unit_id",
  "t9"."state",
  "t9"."missing",
  "t9"."as_of"
FROM (
  SELECT
    "t8"."request_id",
    "t8"."issuer_id",
    "t8"."target_id",
    "t8"."fields",
    "t8"."minutes",
    "t8"."is_emergency",
    "t8"."table_code",
    "t8"."at",
    "t8"."ref",
    "t8"."blocking",
    "t8"."blocked_by",
    "t8"."so_far",
    "t8"."crosses",
    "t8"."filled_by",
    "t8"."day",
    CONCAT_WS(
      '|',
      COALESCE('M15-3', ''),
      COALESCE('request', ''),
      COALESCE("t8"."request_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t8"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M15-3' AS "provision",
    CAST(15 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'request' AS "subject_kind",
    "t8"."request_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t8"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t8"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    "t8"."so_far" AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t8"."issuer_id" AS "owner_unit_id",
    CASE WHEN "t8"."is_emergency" THEN 'excepted' ELSE 'breached' END AS "state",
    CAST(NULL AS VARCHAR) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    NOT (
      "t8"."crosses"
    ) AS "holds_within_minutes",
    "t8"."is_emergency" AS "holds_is_emergency",
    CAST("t8"."so_far" AS VARCHAR) AS "value_within_minutes",
    CAST("t8"."is_emergency" AS VARCHAR) AS "value_is_emergency",
    "t8"."filled_by" AS "refs_within_minutes",
    "t8"."ref" AS "refs_is_emergency"
  FROM (
    SELECT
      "t7"."request_id",
      "t7"."issuer_id",
      "t7"."target_id",
      "t7"."fields",
      "t7"."minutes",
      "t7"."is_emergency",
      "t7"."table_code",
      "t7"."at",
      "t7"."ref",
      "t7"."blocking",
      "t7"."blocked_by",
      "t7"."so_far",
      "t7"."crosses",
      "t7"."filled_by",
      CAST(FLOOR(CAST((
        "t7"."at"
      ) AS DOUBLE PRECISION) / (
        86400
      )) AS BIGINT) AS "day"
    FROM (
      SELECT
        "t6"."request_id",
        "t6"."issuer_id",
        "t6"."target_id",
        "t6"."fields",
        "t6"."minutes",
        "t6"."is_emergency",
        "t6"."table_code",
        "t6"."at",
        "t6"."ref",
        "t3"."blocking",
        "t3"."blocked_by",
        "t3"."so_far",
        "t3"."crosses",
        "t3"."filled_by"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t0"."request_id",
            "t0"."issuer_id",
            "t0"."target_id",
            "t0"."fields",
            "t0"."minutes",
            "t0"."is_emergency",
            "t0"."table_code",
            CAST(EXTRACT('epoch' FROM "t0"."issued_at") AS BIGINT) AS "at",
            'data_requests:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t0"."request_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
          FROM "facts"."data_requests" AS "t0"
        ) AS "t4"
        WHERE
          "t4"."at" < (
            (
              AS_OF() + 1
            ) * 86400
          )
      ) AS "t6"
      INNER JOIN (
        SELECT
          "t1"."request_id",
          "t1"."blocking",
          "t1"."blocked_by",
          "t1"."minutes" AS "so_far",
          "t1"."crosses",
          "t1"."filled_by"
        FROM "run"."judged_request" AS "t1"
      ) AS "t3"
        ON "t6"."request_id" = "t3"."request_id"
    ) AS "t7"
    WHERE
      "t7"."crosses"
  ) AS "t8"
) AS "t9"
