SELECT
  "t3"."obligation_id",
  'within_budget' AS "criterion",
  "t3"."holds_within_budget" AS "holds",
  "t3"."value_within_budget" AS "value",
  '' AS "fact_refs"
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
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t2"."first_day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M07-2' AS "provision",
    CAST(7 AS BIGINT) AS "measure",
    'NORMALLY' AS "modality",
    'unit' AS "subject_kind",
    "t2"."unit_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t2"."first_day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t2"."last_day" AS INT) AS "period_end",
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
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
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
    CAST("t2"."long_shifts" AS TEXT) || '/' || CAST("t2"."shifts" AS TEXT) AS "value_within_budget"
  FROM (
    SELECT
      "t1"."unit_id",
      "t1"."month",
      "t1"."shifts",
      "t1"."long_shifts",
      DATE_DIFF(
        'DAY',
        MAKE_DATE(1970, 1, 1),
        MAKE_DATE(CAST(FLOOR((
          "t1"."month"
        ) / (
          12
        )) AS BIGINT), (
          "t1"."month" % 12
        ) + 1, 1)
      ) AS "first_day",
      DATE_DIFF(
        'DAY',
        MAKE_DATE(1970, 1, 1),
        MAKE_DATE(
          CAST(FLOOR((
            "t1"."month" + 1
          ) / (
            12
          )) AS BIGINT),
          (
            (
              "t1"."month" + 1
            ) % 12
          ) + 1,
          1
        )
      ) - 1 AS "last_day"
    FROM (
      SELECT
        "t0"."unit_id",
        "t0"."month",
        SUM("t0"."shifts") AS "shifts",
        SUM("t0"."long_shifts") AS "long_shifts"
      FROM "run"."shifts_of_unit" AS "t0"
      GROUP BY
        1,
        2
    ) AS "t1"
  ) AS "t2"
) AS "t3"
