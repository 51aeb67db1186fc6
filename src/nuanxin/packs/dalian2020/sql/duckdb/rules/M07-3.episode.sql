SELECT
  "t6"."obligation_id",
  "t6"."provision",
  "t6"."measure",
  "t6"."modality",
  "t6"."subject_kind",
  "t6"."subject_id",
  "t6"."period_start",
  "t6"."period_end",
  "t6"."quantity",
  "t6"."quantity_unit",
  "t6"."quantity_met",
  "t6"."due_on",
  "t6"."owner_unit_id",
  "t6"."state",
  "t6"."missing",
  "t6"."as_of"
FROM (
  SELECT
    "t5"."person_id",
    "t5"."block",
    "t5"."day",
    "t5"."rest_from",
    "t5"."week_seconds",
    "t5"."week_long",
    "t5"."in_a_row",
    "t5"."next_start",
    "t5"."rested",
    "t5"."block_end",
    "t5"."unit_id",
    CONCAT_WS(
      '|',
      COALESCE('M07-3', ''),
      COALESCE('person', ''),
      COALESCE("t5"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t5"."day" AS INT) AS TEXT), ''),
      COALESCE('hours', '')
    ) AS "obligation_id",
    'M07-3' AS "provision",
    CAST(7 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t5"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t5"."day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST(CASE
      WHEN (
        "t5"."block_end" + (
          PARAM('rest.forced_hours') * 3600
        )
      ) <= (
        (
          AS_OF() + 1
        ) * 86400
      )
      THEN CAST(FLOOR(
        (
          "t5"."block_end" + (
            PARAM('rest.forced_hours') * 3600
          )
        ) / (
          86400
        )
      ) AS BIGINT)
      ELSE NULL
    END AS INT) AS "period_end",
    CAST(CAST(PARAM('rest.forced_hours') * 3600 AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS "quantity",
    'hours' AS "quantity_unit",
    CAST(CAST("t5"."rested" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST(CAST(FLOOR(
      (
        "t5"."rest_from" + (
          PARAM('rest.forced_hours') * 3600
        )
      ) / (
        86400
      )
    ) AS BIGINT) AS INT) AS "due_on",
    "t5"."unit_id" AS "owner_unit_id",
    CASE
      WHEN NOT (
        "t5"."next_start" IS NULL
      )
      THEN 'breached'
      WHEN (
        "t5"."rest_from" + (
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
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t5"."week_seconds" > (
      PARAM('rest.week_hours_max') * 3600
    ) AS "holds_week_hours_over",
    "t5"."in_a_row" >= PARAM('rest.duty_run_max') AS "holds_duty_days_in_a_row",
    "t5"."week_long" >= PARAM('rest.long_shifts_in_week') AS "holds_long_shifts_in_week",
    "t5"."next_start" IS NULL AS "holds_rest_unbroken",
    (
      "t5"."rest_from" + (
        PARAM('rest.forced_hours') * 3600
      )
    ) <= (
      (
        AS_OF() + 1
      ) * 86400
    ) AS "holds_rest_complete",
    CAST(CAST(CAST("t5"."week_seconds" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS TEXT) AS "value_week_hours_over",
    CAST("t5"."in_a_row" AS TEXT) AS "value_duty_days_in_a_row",
    CAST("t5"."week_long" AS TEXT) AS "value_long_shifts_in_week",
    STRFTIME(
      MAKE_TIMESTAMP(1970, 1, 1, 0, 0, 0.0) + TO_SECONDS("t5"."next_start"),
      '%Y-%m-%dT%H:%M:%S'
    ) AS "value_rest_unbroken",
    CAST(CAST(CAST("t5"."rested" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS TEXT) AS "value_rest_complete"
  FROM (
    SELECT
      "t2"."person_id",
      "t2"."block",
      "t2"."day",
      "t2"."rest_from",
      "t2"."week_seconds",
      "t2"."week_long",
      "t2"."in_a_row",
      "t2"."next_start",
      "t2"."rested",
      "t2"."block_end",
      "t4"."unit_id"
    FROM "run"."episode" AS "t2"
    INNER JOIN (
      SELECT
        "t1"."person_id",
        "t1"."unit_id"
      FROM "run"."person" AS "t1"
    ) AS "t4"
      ON "t2"."person_id" = "t4"."person_id"
  ) AS "t5"
) AS "t6"
