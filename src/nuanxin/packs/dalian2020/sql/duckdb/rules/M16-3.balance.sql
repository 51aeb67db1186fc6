SELECT
  "t13"."obligation_id",
  "t13"."provision",
  "t13"."measure",
  "t13"."modality",
  "t13"."subject_kind",
  "t13"."subject_id",
  "t13"."period_start",
  "t13"."period_end",
  "t13"."quantity",
  "t13"."quantity_unit",
  "t13"."quantity_met",
  "t13"."due_on",
  "t13"."owner_unit_id",
  "t13"."state",
  "t13"."missing",
  "t13"."as_of"
FROM (
  SELECT
    "t12"."unit_id",
    "t12"."month",
    "t12"."stories",
    "t12"."grassroots",
    "t12"."medics",
    "t12"."cadres",
    "t12"."first_day",
    "t12"."last_day",
    CONCAT_WS(
      '|',
      COALESCE('M16-3', ''),
      COALESCE('unit', ''),
      COALESCE("t12"."unit_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t12"."first_day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M16-3' AS "provision",
    CAST(16 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'unit' AS "subject_kind",
    "t12"."unit_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t12"."first_day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t12"."last_day" AS INT) AS "period_end",
    CAST(CAST(FLOOR(
      (
        (
          "t12"."stories" * PARAM('stories.grassroots_share_min')
        ) + 99
      ) / (
        100
      )
    ) AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(LEAST(
      "t12"."grassroots",
      CAST(FLOOR(
        (
          (
            "t12"."stories" * PARAM('stories.grassroots_share_min')
          ) + 99
        ) / (
          100
        )
      ) AS BIGINT)
    ) AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t12"."last_day" AS INT) AS "due_on",
    "t12"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t12"."grassroots" >= CAST(FLOOR(
        (
          (
            "t12"."stories" * PARAM('stories.grassroots_share_min')
          ) + 99
        ) / (
          100
        )
      ) AS BIGINT)
      THEN 'met'
      WHEN AS_OF() <= "t12"."last_day"
      THEN 'owed'
      ELSE 'breached'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t12"."grassroots" >= CAST(FLOOR(
      (
        (
          "t12"."stories" * PARAM('stories.grassroots_share_min')
        ) + 99
      ) / (
        100
      )
    ) AS BIGINT) AS "holds_mainly_grassroots",
    "t12"."medics" >= 0 AS "holds_stories_of_medics",
    "t12"."cadres" >= 0 AS "holds_stories_of_cadres",
    AS_OF() <= "t12"."last_day" AS "holds_month_runs",
    CAST("t12"."grassroots" AS TEXT) || '/' || CAST("t12"."stories" AS TEXT) AS "value_mainly_grassroots",
    CAST("t12"."medics" AS TEXT) AS "value_stories_of_medics",
    CAST("t12"."cadres" AS TEXT) AS "value_stories_of_cadres",
    CAST(AS_OF() <= "t12"."last_day" AS TEXT) AS "value_month_runs"
  FROM (
    SELECT
      "t11"."unit_id",
      "t11"."month",
      "t11"."stories",
      "t11"."grassroots",
      "t11"."medics",
      "t11"."cadres",
      "t5"."first_day",
      "t5"."last_day"
    FROM (
      SELECT
        "t9"."unit_id",
        "t9"."month",
        COUNT(*) AS "stories",
        SUM(CAST(NOT (
          "t9"."is_leader"
        ) AS INT)) AS "grassroots",
        SUM(CAST("t9"."is_medical" AS INT)) AS "medics",
        SUM(CAST("t9"."is_cadre" AS INT)) AS "cadres"
      FROM (
        SELECT
          "t8"."delivery_id",
          "t8"."person_id",
          "t8"."day",
          "t8"."amount",
          "t8"."publisher",
          "t8"."declined",
          "t8"."is_leader",
          "t8"."is_medical",
          "t8"."is_cadre",
          "t8"."ref",
          "t8"."unit_id",
          "t8"."month"
        FROM (
          SELECT
            "t1"."delivery_id",
            "t1"."person_id",
            "t1"."day",
            "t1"."amount",
            "t1"."publisher",
            "t1"."declined",
            "t1"."is_leader",
            "t1"."is_medical",
            "t1"."is_cadre",
            "t1"."ref",
            "t1"."publisher" AS "unit_id",
            (
              (
                EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST("t1"."day" AS INT)) * 12
              ) + EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST("t1"."day" AS INT))
            ) - 1 AS "month"
          FROM "run"."told_story" AS "t1"
        ) AS "t8"
        SEMI JOIN (
          SELECT
            "t2"."unit_id"
          FROM "facts"."units" AS "t2"
        ) AS "t6"
          ON "t8"."unit_id" = "t6"."unit_id"
      ) AS "t9"
      GROUP BY
        1,
        2
    ) AS "t11"
    INNER JOIN (
      SELECT
        "t0"."month",
        "t0"."first_day",
        "t0"."last_day"
      FROM "run"."month" AS "t0"
    ) AS "t5"
      ON "t11"."month" = "t5"."month"
  ) AS "t12"
) AS "t13"
