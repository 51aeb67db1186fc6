SELECT
  "t15"."obligation_id",
  "t15"."provision",
  "t15"."measure",
  "t15"."modality",
  "t15"."subject_kind",
  "t15"."subject_id",
  "t15"."period_start",
  "t15"."period_end",
  "t15"."quantity",
  "t15"."quantity_unit",
  "t15"."quantity_met",
  "t15"."due_on",
  "t15"."owner_unit_id",
  "t15"."state",
  "t15"."missing",
  "t15"."as_of"
FROM (
  SELECT
    "t14"."person_id",
    "t14"."unit_id",
    "t14"."start",
    "t14"."end",
    "t14"."has_reason",
    "t14"."length",
    "t14"."day",
    CONCAT_WS(
      '|',
      COALESCE('M07-2', ''),
      COALESCE('person', ''),
      COALESCE("t14"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t14"."day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      ),
      COALESCE(
        STRFTIME(
          MAKE_TIMESTAMP(1970, 1, 1, 0, 0, 0.0) + TO_SECONDS("t14"."start"),
          '%Y-%m-%dT%H:%M:%S'
        ),
        ''
      )
    ) AS "obligation_id",
    'M07-2' AS "provision",
    CAST(7 AS BIGINT) AS "measure",
    'NORMALLY' AS "modality",
    'person' AS "subject_kind",
    "t14"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t14"."day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t14"."day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CAST("t14"."length" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS "quantity",
    'hours' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t14"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t14"."length" <= (
        PARAM('roster.shift_max_normal') * 3600
      )
      THEN 'kept'
      WHEN "t14"."has_reason"
      THEN 'excepted'
      ELSE 'breached'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t14"."length" <= (
      PARAM('roster.shift_max_normal') * 3600
    ) AS "holds_within_limit",
    "t14"."has_reason" AS "holds_reason_recorded",
    CAST(CAST(CAST("t14"."length" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS TEXT) AS "value_within_limit",
    CAST("t14"."has_reason" AS TEXT) AS "value_reason_recorded"
  FROM (
    SELECT
      "t13"."person_id",
      "t13"."unit_id",
      "t13"."start",
      "t13"."end",
      "t13"."has_reason",
      "t13"."end" - "t13"."start" AS "length",
      CAST((
        "t13"."start" - (
          "t13"."start" % 86400
        )
      ) / 86400 AS BIGINT) AS "day"
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
              "t9"."person_id",
              "t9"."unit_id",
              "t9"."start",
              "t9"."end",
              "t9"."has_reason"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t7".*
                  EXCLUDE ("may_touch")
                FROM (
                  SELECT
                    *
                  FROM "run"."lens_row" AS "t3"
                  WHERE
                    NOT (
                      "t3"."may_touch"
                    )
                ) AS "t7"
              ) AS "t8"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t2"."attendance_id",
                  "t2"."person_id",
                  "t2"."post_id",
                  "t2"."spell_id",
                  "t2"."contact_confirmed",
                  "t2"."start",
                  "t2"."end",
                  "t2"."has_reason",
                  "t2"."day",
                  "t2"."length",
                  "t2"."month",
                  "t2"."bit",
                  "t2"."is_workday",
                  "t2"."unit_id",
                  "t2"."at_contact",
                  "t2"."at_risk"
                FROM "run"."row" AS "t2"
                WHERE
                  "t2"."is_alone"
              ) AS "t6"
            ) AS "t9"
          ) AS "t10"
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
          ) AS "t5"
        ) AS "t11"
        WHERE
          (
            "t11"."end" - "t11"."start"
          ) > (
            PARAM('roster.shift_max_normal') * 3600
          )
      ) AS "t12"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM "run"."long_row" AS "t0"
      ) AS "t4"
    ) AS "t13"
  ) AS "t14"
) AS "t15"
