WITH "t17" AS (
  SELECT
    "t16"."unit_id",
    "t16"."month",
    "t16"."stories",
    "t16"."grassroots",
    "t16"."medics",
    "t16"."cadres",
    "t16"."first_day",
    "t16"."last_day",
    CONCAT_WS(
      '|',
      COALESCE('M16-3', ''),
      COALESCE('unit', ''),
      COALESCE("t16"."unit_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t16"."first_day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M16-3' AS "provision",
    CAST(16 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'unit' AS "subject_kind",
    "t16"."unit_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t16"."first_day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t16"."last_day" AS INT) AS "period_end",
    CAST(CAST(FLOOR(
      (
        (
          "t16"."stories" * PARAM('stories.grassroots_share_min')
        ) + 99
      ) / (
        100
      )
    ) AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(LEAST(
      "t16"."grassroots",
      CAST(FLOOR(
        (
          (
            "t16"."stories" * PARAM('stories.grassroots_share_min')
          ) + 99
        ) / (
          100
        )
      ) AS BIGINT)
    ) AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t16"."last_day" AS INT) AS "due_on",
    "t16"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t16"."grassroots" >= CAST(FLOOR(
        (
          (
            "t16"."stories" * PARAM('stories.grassroots_share_min')
          ) + 99
        ) / (
          100
        )
      ) AS BIGINT)
      THEN 'met'
      WHEN AS_OF() <= "t16"."last_day"
      THEN 'owed'
      ELSE 'breached'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t16"."grassroots" >= CAST(FLOOR(
      (
        (
          "t16"."stories" * PARAM('stories.grassroots_share_min')
        ) + 99
      ) / (
        100
      )
    ) AS BIGINT) AS "holds_mainly_grassroots",
    "t16"."medics" >= 0 AS "holds_stories_of_medics",
    "t16"."cadres" >= 0 AS "holds_stories_of_cadres",
    AS_OF() <= "t16"."last_day" AS "holds_month_runs",
    CAST("t16"."grassroots" AS TEXT) || '/' || CAST("t16"."stories" AS TEXT) AS "value_mainly_grassroots",
    CAST("t16"."medics" AS TEXT) AS "value_stories_of_medics",
    CAST("t16"."cadres" AS TEXT) AS "value_stories_of_cadres",
    CAST(AS_OF() <= "t16"."last_day" AS TEXT) AS "value_month_runs"
  FROM (
    SELECT
      "t15"."unit_id",
      "t15"."month",
      "t15"."stories",
      "t15"."grassroots",
      "t15"."medics",
      "t15"."cadres",
      "t6"."first_day",
      "t6"."last_day"
    FROM (
      SELECT
        "t13"."unit_id",
        "t13"."month",
        COUNT(*) AS "stories",
        SUM(CAST(NOT (
          "t13"."is_leader"
        ) AS INT)) AS "grassroots",
        SUM(CAST("t13"."is_medical" AS INT)) AS "medics",
        SUM(CAST("t13"."is_cadre" AS INT)) AS "cadres"
      FROM (
        SELECT
          "t12"."delivery_id",
          "t12"."person_id",
          "t12"."day",
          "t12"."amount",
          "t12"."publisher",
          "t12"."declined",
          "t12"."is_leader",
          "t12"."is_medical",
          "t12"."is_cadre",
          "t12"."ref",
          "t12"."unit_id",
          "t12"."month"
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
        ) AS "t12"
        SEMI JOIN (
          SELECT
            "t3"."unit_id"
          FROM "facts"."units" AS "t3"
        ) AS "t7"
          ON "t12"."unit_id" = "t7"."unit_id"
      ) AS "t13"
      GROUP BY
        1,
        2
    ) AS "t15"
    INNER JOIN (
      SELECT
        "t0"."month",
        "t0"."first_day",
        "t0"."last_day"
      FROM "run"."month" AS "t0"
    ) AS "t6"
      ON "t15"."month" = "t6"."month"
  ) AS "t16"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t25"."obligation_id",
      "t25"."criterion",
      "t25"."holds",
      "t25"."value",
      COALESCE("t29"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t18"."obligation_id",
        'mainly_grassroots' AS "criterion",
        "t18"."holds_mainly_grassroots" AS "holds",
        "t18"."value_mainly_grassroots" AS "value"
      FROM "t17" AS "t18"
    ) AS "t25"
    LEFT OUTER JOIN (
      SELECT
        "t27"."obligation_id",
        LISTAGG("t27"."ref", ';' ORDER BY "t27"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t19"."obligation_id",
            "t11"."ref"
          FROM "t17" AS "t19"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t2"."subject_id",
                "t2"."counterpart_id",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."on_date") AS "day",
                'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t2"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."deliveries" AS "t2"
              WHERE
                "t2"."provision" = 'M16-3'
            ) AS "t8"
            WHERE
              "t8"."day" <= AS_OF()
          ) AS "t11"
            ON "t19"."unit_id" = "t11"."counterpart_id"
            AND "t11"."day" >= "t19"."first_day"
            AND "t11"."day" <= "t19"."last_day"
        ) AS "t26"
      ) AS "t27"
      GROUP BY
        1
    ) AS "t29"
      ON "t25"."obligation_id" = "t29"."obligation_id"
  ) AS "t30"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t18"."obligation_id",
      'stories_of_medics' AS "criterion",
      "t18"."holds_stories_of_medics" AS "holds",
      "t18"."value_stories_of_medics" AS "value",
      '' AS "fact_refs"
    FROM "t17" AS "t18"
  ) AS "t20"
) AS "t31"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t18"."obligation_id",
      'stories_of_cadres' AS "criterion",
      "t18"."holds_stories_of_cadres" AS "holds",
      "t18"."value_stories_of_cadres" AS "value",
      '' AS "fact_refs"
    FROM "t17" AS "t18"
  ) AS "t21"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t18"."obligation_id",
      'month_runs' AS "criterion",
      "t18"."holds_month_runs" AS "holds",
      "t18"."value_month_runs" AS "value",
      '' AS "fact_refs"
    FROM "t17" AS "t18"
  ) AS "t22"
) AS "t24"
