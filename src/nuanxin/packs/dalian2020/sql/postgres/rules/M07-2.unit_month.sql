SELECT
  "t3"."obligation_id",
  "t3"."provision",
  "t3"."measure",
  "t3"."modality",
  "t3"."subject_kind",
  "t3"."subject_id",
  "t3"."period_start",
  "t3"."period_end",
  "t3"."quantity",
  "t3"."quantity_unit",
  "t3"."quantity_met",
  "t3"."due_on",
  "t3"."owner_unit_id",
  "t3"."state",
  "t3"."missing",
  "t3"."as_of"
FROM (
  SELECT
    "t2"."unit_id",
    "t2"."month",
    "t2"."shifts",
    "t2"."long_shifts",
    "t2"."first_day",
    "t2"."last_day",
    CONCAT_WS(
      '|',
      COALESCE('M07-2', ''),
      COALESCE('unit', ''),
      COALESCE("t2"."unit_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t2"."first_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M07-2' AS "provision",
    CAST(7 AS BIGINT) AS "measure",
    'NORMALLY' AS "modality",
    'unit' AS "subject_kind",
    "t2"."unit_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t2"."first_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t2"."last_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST("t2"."long_shifts" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t2"."unit_id" AS "owner_unit_id",
    CASE
      WHEN (
        "t2"."long_shifts" <= PARAM('roster.over_shift_always_allowed')
      )
      OR (
        (
          "t2"."long_shifts" * 100
        ) <= (
          "t2"."shifts" * PARAM('roster.over_shift_share_max')
        )
      )
      THEN 'kept'
      ELSE 'breached'
    END AS "state",
    CAST(NULL AS VARCHAR) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    (
      "t2"."long_shifts" <= PARAM('roster.over_shift_always_allowed')
    )
    OR (
      (
        "t2"."long_shifts" * 100
      ) <= (
        "t2"."shifts" * PARAM('roster.over_shift_share_max')
      )
    ) AS "holds_within_budget",
    CAST("t2"."long_shifts" AS VARCHAR) || '/' || CAST("t2"."shifts" AS VARCHAR) AS "value_within_budget"
  FROM (
    SELECT
      "t1"."unit_id",
      "t1"."month",
      "t1"."shifts",
      "t1"."long_shifts",
      CAST((
        MAKE_DATE(
          CAST(CAST(FLOOR(CAST((
            "t1"."month"
          ) AS DOUBLE PRECISION) / (
            12
          )) AS BIGINT) AS INT),
          CAST((
            "t1"."month" % 12
          ) + 1 AS INT),
          CAST(1 AS INT)
        ) - MAKE_DATE(1970, 1, 1)
      ) AS BIGINT) AS "first_day",
      CAST((
        MAKE_DATE(
          CAST(CAST(FLOOR(CAST((
            "t1"."month" + 1
          ) AS DOUBLE PRECISION) / (
            12
          )) AS BIGINT) AS INT),
          CAST((
            (
              "t1"."month" + 1
            ) % 12
          ) + 1 AS INT),
          CAST(1 AS INT)
        ) - MAKE_DATE(1970, 1, 1)
      ) AS BIGINT) - 1 AS "last_day"
    FROM (
      SELECT
        "t0"."unit_id",
        "t0"."month",
        CAST(SUM("t0"."shifts") AS BIGINT) AS "shifts",
        CAST(SUM("t0"."long_shifts") AS BIGINT) AS "long_shifts"
      FROM "run"."shifts_of_unit" AS "t0"
      GROUP BY
        1,
        2
    ) AS "t1"
  ) AS "t2"
) AS "t3"
