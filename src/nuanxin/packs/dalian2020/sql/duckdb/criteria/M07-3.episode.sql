WITH "t9" AS (
  SELECT
    "t8"."person_id",
    "t8"."block",
    "t8"."day",
    "t8"."rest_from",
    "t8"."week_seconds",
    "t8"."week_long",
    "t8"."in_a_row",
    "t8"."next_start",
    "t8"."rested",
    "t8"."block_end",
    "t8"."unit_id",
    CONCAT_WS(
      '|',
      COALESCE('M07-3', ''),
      COALESCE('person', ''),
      COALESCE("t8"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t8"."day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      ),
      COALESCE('hours', '')
    ) AS "obligation_id",
    'M07-3' AS "provision",
    CAST(7 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t8"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t8"."day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
      CAST(CASE
        WHEN (
          "t8"."block_end" + (
            PARAM('rest.forced_hours') * 3600
          )
        ) <= (
          (
            AS_OF() + 1
          ) * 86400
        )
        THEN CAST((
          (
            "t8"."block_end" + (
              PARAM('rest.forced_hours') * 3600
            )
          ) - (
            (
              "t8"."block_end" + (
                PARAM('rest.forced_hours') * 3600
              )
            ) % 86400
          )
        ) / 86400 AS BIGINT)
        ELSE NULL
      END AS INT)
    ) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CAST(PARAM('rest.forced_hours') * 3600 AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS "quantity",
    'hours' AS "quantity_unit",
    CAST(CAST("t8"."rested" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
      CAST(CAST((
        (
          "t8"."rest_from" + (
            PARAM('rest.forced_hours') * 3600
          )
        ) - (
          (
            "t8"."rest_from" + (
              PARAM('rest.forced_hours') * 3600
            )
          ) % 86400
        )
      ) / 86400 AS BIGINT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "due_on",
    "t8"."unit_id" AS "owner_unit_id",
    CASE
      WHEN NOT (
        "t8"."next_start" IS NULL
      )
      THEN 'breached'
      WHEN (
        "t8"."rest_from" + (
          PARAM('rest.forced_hours') * 3600
        )
      ) <= (
        (
          AS_OF() + 1
        ) * 86400
      )
      THEN 'met'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t8"."week_seconds" > (
      PARAM('rest.week_hours_max') * 3600
    ) AS "holds_week_hours_over",
    "t8"."in_a_row" >= PARAM('rest.duty_run_max') AS "holds_duty_days_in_a_row",
    "t8"."week_long" >= PARAM('rest.long_shifts_in_week') AS "holds_long_shifts_in_week",
    "t8"."next_start" IS NULL AS "holds_rest_unbroken",
    (
      "t8"."rest_from" + (
        PARAM('rest.forced_hours') * 3600
      )
    ) <= (
      (
        AS_OF() + 1
      ) * 86400
    ) AS "holds_rest_complete",
    CAST(CAST(CAST("t8"."week_seconds" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS TEXT) AS "value_week_hours_over",
    CAST("t8"."in_a_row" AS TEXT) AS "value_duty_days_in_a_row",
    CAST("t8"."week_long" AS TEXT) AS "value_long_shifts_in_week",
    STRFTIME(
      MAKE_TIMESTAMP(1970, 1, 1, 0, 0, 0.0) + TO_SECONDS("t8"."next_start"),
      '%Y-%m-%dT%H:%M:%S'
    ) AS "value_rest_unbroken",
    CAST(CAST(CAST("t8"."rested" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS TEXT) AS "value_rest_complete"
  FROM (
    SELECT
      "t3"."person_id",
      "t3"."block",
      "t3"."day",
      "t3"."rest_from",
      "t3"."week_seconds",
      "t3"."week_long",
      "t3"."in_a_row",
      "t3"."next_start",
      "t3"."rested",
      "t3"."block_end",
      "t5"."unit_id"
    FROM "run"."episode" AS "t3"
    INNER JOIN (
      SELECT
        "t1"."person_id",
        "t1"."unit_id"
      FROM "run"."person" AS "t1"
    ) AS "t5"
      ON "t3"."person_id" = "t5"."person_id"
  ) AS "t8"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t17"."obligation_id",
      "t17"."criterion",
      "t17"."holds",
      "t17"."value",
      COALESCE("t31"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t10"."obligation_id",
        'long_shifts_in_week' AS "criterion",
        "t10"."holds_long_shifts_in_week" AS "holds",
        "t10"."value_long_shifts_in_week" AS "value"
      FROM "t9" AS "t10"
    ) AS "t17"
    LEFT OUTER JOIN (
      SELECT
        "t25"."obligation_id",
        LISTAGG("t25"."ref", ';' ORDER BY "t25"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t11"."obligation_id",
            "t7"."ref"
          FROM "t9" AS "t11"
          INNER JOIN (
            SELECT
              "t2"."person_id",
              "t2"."start",
              "t2"."end",
              "t2"."day",
              "t2"."month",
              "t2"."spell_id",
              'attendance:' || "t2"."attendance_id" AS "ref"
            FROM "run"."row" AS "t2"
          ) AS "t7"
            ON "t11"."person_id" = "t7"."person_id"
            AND "t7"."day" > (
              "t11"."day" - PARAM('rest.week_window')
            )
            AND "t7"."day" <= "t11"."day"
        ) AS "t22"
      ) AS "t25"
      GROUP BY
        1
    ) AS "t31"
      ON "t17"."obligation_id" = "t31"."obligation_id"
  ) AS "t34"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t18"."obligation_id",
      "t18"."criterion",
      "t18"."holds",
      "t18"."value",
      COALESCE("t29"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t10"."obligation_id",
        'rest_unbroken' AS "criterion",
        "t10"."holds_rest_unbroken" AS "holds",
        "t10"."value_rest_unbroken" AS "value"
      FROM "t9" AS "t10"
    ) AS "t18"
    LEFT OUTER JOIN (
      SELECT
        "t24"."obligation_id",
        LISTAGG("t24"."ref", ';' ORDER BY "t24"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t11"."obligation_id",
            "t7"."ref"
          FROM "t9" AS "t11"
          INNER JOIN (
            SELECT
              "t2"."person_id",
              "t2"."start",
              "t2"."end",
              "t2"."day",
              "t2"."month",
              "t2"."spell_id",
              'attendance:' || "t2"."attendance_id" AS "ref"
            FROM "run"."row" AS "t2"
          ) AS "t7"
            ON "t11"."person_id" = "t7"."person_id"
            AND "t7"."start" >= "t11"."rest_from"
            AND "t7"."start" <= "t11"."next_start"
        ) AS "t21"
      ) AS "t24"
      GROUP BY
        1
    ) AS "t29"
      ON "t18"."obligation_id" = "t29"."obligation_id"
  ) AS "t33"
) AS "t37"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t10"."obligation_id",
      'rest_complete' AS "criterion",
      "t10"."holds_rest_complete" AS "holds",
      "t10"."value_rest_complete" AS "value",
      '' AS "fact_refs"
    FROM "t9" AS "t10"
  ) AS "t12"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t19"."obligation_id",
        "t19"."criterion",
        "t19"."holds",
        "t19"."value",
        COALESCE("t31"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t10"."obligation_id",
          'week_hours_over' AS "criterion",
          "t10"."holds_week_hours_over" AS "holds",
          "t10"."value_week_hours_over" AS "value"
        FROM "t9" AS "t10"
      ) AS "t19"
      LEFT OUTER JOIN (
        SELECT
          "t25"."obligation_id",
          LISTAGG("t25"."ref", ';' ORDER BY "t25"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t11"."obligation_id",
              "t7"."ref"
            FROM "t9" AS "t11"
            INNER JOIN (
              SELECT
                "t2"."person_id",
                "t2"."start",
                "t2"."end",
                "t2"."day",
                "t2"."month",
                "t2"."spell_id",
                'attendance:' || "t2"."attendance_id" AS "ref"
              FROM "run"."row" AS "t2"
            ) AS "t7"
              ON "t11"."person_id" = "t7"."person_id"
              AND "t7"."day" > (
                "t11"."day" - PARAM('rest.week_window')
              )
              AND "t7"."day" <= "t11"."day"
          ) AS "t22"
        ) AS "t25"
        GROUP BY
          1
      ) AS "t31"
        ON "t19"."obligation_id" = "t31"."obligation_id"
    ) AS "t35"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t20"."obligation_id",
        "t20"."criterion",
        "t20"."holds",
        "t20"."value",
        COALESCE("t32"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t10"."obligation_id",
          'duty_days_in_a_row' AS "criterion",
          "t10"."holds_duty_days_in_a_row" AS "holds",
          "t10"."value_duty_days_in_a_row" AS "value"
        FROM "t9" AS "t10"
      ) AS "t20"
      LEFT OUTER JOIN (
        SELECT
          "t26"."obligation_id",
          LISTAGG("t26"."ref", ';' ORDER BY "t26"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t11"."obligation_id",
              "t7"."ref"
            FROM "t9" AS "t11"
            INNER JOIN (
              SELECT
                "t2"."person_id",
                "t2"."start",
                "t2"."end",
                "t2"."day",
                "t2"."month",
                "t2"."spell_id",
                'attendance:' || "t2"."attendance_id" AS "ref"
              FROM "run"."row" AS "t2"
            ) AS "t7"
              ON "t11"."person_id" = "t7"."person_id"
              AND "t7"."day" > (
                "t11"."day" - "t11"."in_a_row"
              )
              AND "t7"."day" <= "t11"."day"
          ) AS "t23"
        ) AS "t26"
        GROUP BY
          1
      ) AS "t32"
        ON "t20"."obligation_id" = "t32"."obligation_id"
    ) AS "t36"
  ) AS "t38"
) AS "t39"
