WITH "t12" AS (
  SELECT
    "t11"."person_id",
    "t11"."unit_id",
    "t11"."start",
    "t11"."end",
    "t11"."has_reason",
    "t11"."length",
    "t11"."day",
    CONCAT_WS(
      '|',
      COALESCE('M07-2', ''),
      COALESCE('person', ''),
      COALESCE("t11"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t11"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      ),
      COALESCE(
        TO_CHAR(
          CAST('1970-01-01T00:00:00' AS TIMESTAMP) + MAKE_INTERVAL(secs => CAST("t11"."start" AS DOUBLE PRECISION)),
          'YYYY-MM-DD'
        ) || 'T' || TO_CHAR(
          CAST('1970-01-01T00:00:00' AS TIMESTAMP) + MAKE_INTERVAL(secs => CAST("t11"."start" AS DOUBLE PRECISION)),
          'HH24:MI:SS'
        ),
        ''
      )
    ) AS "obligation_id",
    'M07-2' AS "provision",
    CAST(7 AS BIGINT) AS "measure",
    'NORMALLY' AS "modality",
    'person' AS "subject_kind",
    "t11"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t11"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t11"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CAST("t11"."length" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS "quantity",
    'hours' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t11"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t11"."length" <= (
        PARAM('roster.shift_max_normal') * 3600
      )
      THEN 'kept'
      WHEN "t11"."has_reason"
      THEN 'excepted'
      ELSE 'breached'
    END AS "state",
    CAST(NULL AS VARCHAR) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t11"."length" <= (
      PARAM('roster.shift_max_normal') * 3600
    ) AS "holds_within_limit",
    "t11"."has_reason" AS "holds_reason_recorded",
    CAST(CAST(CAST("t11"."length" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS VARCHAR) AS "value_within_limit",
    CAST("t11"."has_reason" AS VARCHAR) AS "value_reason_recorded"
  FROM (
    SELECT
      "t10"."person_id",
      "t10"."unit_id",
      "t10"."start",
      "t10"."end",
      "t10"."has_reason",
      "t10"."end" - "t10"."start" AS "length",
      CAST(CAST((
        "t10"."start" - (
          "t10"."start" % 86400
        )
      ) AS DOUBLE PRECISION) / 86400 AS BIGINT) AS "day"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t2"."person_id",
              "t2"."unit_id",
              "t2"."start",
              "t2"."end",
              "t2"."has_reason"
            FROM "run"."row" AS "t2"
            WHERE
              "t2"."is_alone"
          ) AS "t6"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t3"."person_id",
              "t3"."unit_id",
              "t3"."shift_start" AS "start",
              "t3"."end",
              "t3"."has_reason"
            FROM "run"."entangled_shift" AS "t3"
          ) AS "t7"
        ) AS "t8"
        WHERE
          (
            "t8"."end" - "t8"."start"
          ) > (
            PARAM('roster.shift_max_normal') * 3600
          )
      ) AS "t9"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM "run"."long_row" AS "t0"
      ) AS "t5"
    ) AS "t10"
  ) AS "t11"
)
SELECT
  *
FROM (
  SELECT
    "t17"."obligation_id",
    "t17"."criterion",
    "t17"."holds",
    "t17"."value",
    COALESCE("t22"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t13"."obligation_id",
      'within_limit' AS "criterion",
      "t13"."holds_within_limit" AS "holds",
      "t13"."value_within_limit" AS "value"
    FROM "t12" AS "t13"
  ) AS "t17"
  LEFT OUTER JOIN (
    SELECT
      "t20"."obligation_id",
      STRING_AGG("t20"."ref", ';' ORDER BY "t20"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t14"."obligation_id",
          "t4"."ref"
        FROM "t12" AS "t14"
        INNER JOIN "run"."worked_row" AS "t4"
          ON "t14"."person_id" = "t4"."person_id"
          AND "t4"."start" >= "t14"."start"
          AND "t4"."end" <= "t14"."end"
      ) AS "t19"
    ) AS "t20"
    GROUP BY
      1
  ) AS "t22"
    ON "t17"."obligation_id" = "t22"."obligation_id"
) AS "t23"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t18"."obligation_id",
    "t18"."criterion",
    "t18"."holds",
    "t18"."value",
    COALESCE("t22"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t13"."obligation_id",
      'reason_recorded' AS "criterion",
      "t13"."holds_reason_recorded" AS "holds",
      "t13"."value_reason_recorded" AS "value"
    FROM "t12" AS "t13"
  ) AS "t18"
  LEFT OUTER JOIN (
    SELECT
      "t20"."obligation_id",
      STRING_AGG("t20"."ref", ';' ORDER BY "t20"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t14"."obligation_id",
          "t4"."ref"
        FROM "t12" AS "t14"
        INNER JOIN "run"."worked_row" AS "t4"
          ON "t14"."person_id" = "t4"."person_id"
          AND "t4"."start" >= "t14"."start"
          AND "t4"."end" <= "t14"."end"
      ) AS "t19"
    ) AS "t20"
    GROUP BY
      1
  ) AS "t22"
    ON "t18"."obligation_id" = "t22"."obligation_id"
) AS "t24"
