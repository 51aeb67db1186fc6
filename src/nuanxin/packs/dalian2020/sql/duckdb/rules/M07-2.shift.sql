SELECT
  "t7"."obligation_id",
  "t7"."provision",
  "t7"."measure",
  "t7"."modality",
  "t7"."subject_kind",
  "t7"."subject_id",
  "t7"."period_start",
  "t7"."period_end",
  "t7"."quantity",
  "t7"."quantity_unit",
  "t7"."quantity_met",
  "t7"."due_on",
  "t7"."owner_unit_id",
  "t7"."state",
  "t7"."missing",
  "t7"."as_of"
FROM (
  SELECT
    "t6"."person_id",
    "t6"."unit_id",
    "t6"."start",
    "t6"."end",
    "t6"."has_reason",
    "t6"."length",
    "t6"."day",
    CONCAT_WS(
      '|',
      COALESCE('M07-2', ''),
      COALESCE('person', ''),
      COALESCE("t6"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t6"."day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      ),
      COALESCE(
        STRFTIME(
          MAKE_TIMESTAMP(1970, 1, 1, 0, 0, 0.0) + TO_SECONDS("t6"."start"),
          '%Y-%m-%dT%H:%M:%S'
        ),
        ''
      )
    ) AS "obligation_id",
    'M07-2' AS "provision",
    CAST(7 AS BIGINT) AS "measure",
    'NORMALLY' AS "modality",
    'person' AS "subject_kind",
    "t6"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t6"."day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t6"."day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CAST("t6"."length" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS "quantity",
    'hours' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t6"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t6"."length" <= (
        PARAM('roster.shift_max_normal') * 3600
      )
      THEN 'kept'
      WHEN "t6"."has_reason"
      THEN 'excepted'
      ELSE 'breached'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t6"."length" <= (
      PARAM('roster.shift_max_normal') * 3600
    ) AS "holds_within_limit",
    "t6"."has_reason" AS "holds_reason_recorded",
    CAST(CAST(CAST("t6"."length" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS TEXT) AS "value_within_limit",
    CAST("t6"."has_reason" AS TEXT) AS "value_reason_recorded"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t4"."person_id",
        "t4"."unit_id",
        "t4"."start",
        "t4"."end",
        "t4"."has_reason",
        "t4"."end" - "t4"."start" AS "length",
        CAST((
          "t4"."start" - (
            "t4"."start" % 86400
          )
        ) / 86400 AS BIGINT) AS "day"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t0"."person_id",
            "t0"."unit_id",
            "t0"."start",
            "t0"."end",
            "t0"."has_reason"
          FROM "run"."row" AS "t0"
          WHERE
            "t0"."is_alone"
        ) AS "t2"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t1"."person_id",
            "t1"."unit_id",
            "t1"."shift_start" AS "start",
            "t1"."end",
            "t1"."has_reason"
          FROM "run"."entangled_shift" AS "t1"
        ) AS "t3"
      ) AS "t4"
    ) AS "t5"
    WHERE
      "t5"."length" > (
        PARAM('roster.shift_max_normal') * 3600
      )
  ) AS "t6"
) AS "t7"
