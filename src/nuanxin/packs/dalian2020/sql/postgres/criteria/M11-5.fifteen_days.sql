WITH "t16" AS (
  SELECT
    "t13"."absence_id",
    "t13"."person_id",
    "t13"."start_date",
    "t13"."end_date",
    "t13"."kind"
  FROM "facts"."absences" AS "t13"
  WHERE
    EXISTS(
      SELECT
        1
      FROM "run"."scope" AS "t12"
      WHERE
        "t13"."person_id" = "t12"."person_id"
    )
), "t30" AS (
  SELECT
    "t27"."person_id",
    "t27"."unit_id",
    "t27"."is_medical",
    "t27"."deployment",
    "t27"."last_day",
    "t27"."is_open",
    "t27"."release",
    "t27"."next_deployment",
    "t27"."duty_days",
    "t27"."days",
    "t27"."all_days",
    "t27"."blocks",
    "t27"."first_start",
    "t27"."not_counted",
    CONCAT_WS(
      '|',
      COALESCE('M11-5', ''),
      COALESCE('person', ''),
      COALESCE("t27"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t27"."deployment" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M11-5' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t27"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t27"."deployment" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t27"."release" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(PARAM('care.extra_rest_min') AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(LEAST("t27"."days", PARAM('care.extra_rest_min')) AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST(CASE
        WHEN "t27"."first_start" IS NOT NULL
        THEN "t27"."release" + PARAM('care.rest_done_within')
        ELSE "t27"."release" + PARAM('care.rest_begin_within')
      END AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "due_on",
    "t27"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t27"."days" >= PARAM('care.extra_rest_min')
      THEN 'met'
      WHEN NOT (
        (
          "t27"."first_start" IS NOT NULL
        )
        OR (
          "t27"."release" IS NULL
        )
        OR (
          AS_OF() <= (
            "t27"."release" + PARAM('care.rest_begin_within')
          )
        )
      )
      OR NOT (
        (
          "t27"."release" IS NULL
        )
        OR (
          AS_OF() <= (
            "t27"."release" + PARAM('care.rest_done_within')
          )
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS VARCHAR) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t27"."is_medical" AS "holds_is_medical",
    "t27"."duty_days" > 0 AS "holds_worked",
    "t27"."release" IS NOT NULL AS "holds_released",
    (
      "t27"."first_start" IS NOT NULL
    )
    OR (
      "t27"."release" IS NULL
    )
    OR (
      AS_OF() <= (
        "t27"."release" + PARAM('care.rest_begin_within')
      )
    ) AS "holds_begun_in_time",
    "t27"."days" >= PARAM('care.extra_rest_min') AS "holds_rested",
    (
      "t27"."release" IS NULL
    )
    OR (
      AS_OF() <= (
        "t27"."release" + PARAM('care.rest_done_within')
      )
    ) AS "holds_finished_in_time",
    COALESCE("t27"."blocks", 0) <= PARAM('care.rest_blocks_max') AS "holds_at_most_two_blocks",
    "t27"."not_counted" = 0 AS "holds_only_rest_days_count",
    CAST("t27"."is_medical" AS VARCHAR) AS "value_is_medical",
    CAST("t27"."duty_days" AS VARCHAR) AS "value_worked",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t27"."release" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_released",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST(COALESCE("t27"."first_start", "t27"."release" + PARAM('care.rest_begin_within')) AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_begun_in_time",
    CAST("t27"."days" AS VARCHAR) AS "value_rested",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST("t27"."release" + PARAM('care.rest_done_within') AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_finished_in_time",
    CAST(COALESCE("t27"."blocks", 0) AS VARCHAR) AS "value_at_most_two_blocks",
    CAST("t27"."not_counted" AS VARCHAR) AS "value_only_rest_days_count"
  FROM (
    SELECT
      "t22"."person_id",
      "t22"."unit_id",
      "t22"."is_medical",
      "t22"."deployment",
      "t22"."last_day",
      "t22"."is_open",
      "t22"."release",
      "t22"."next_deployment",
      "t22"."duty_days",
      COALESCE("t22"."days", 0) AS "days",
      "t22"."all_days",
      "t22"."blocks",
      "t22"."first_start",
      COALESCE("t22"."all_days" - "t22"."days", 0) AS "not_counted"
    FROM (
      SELECT
        "t20"."person_id",
        "t20"."unit_id",
        "t20"."is_medical",
        "t20"."deployment",
        "t20"."last_day",
        "t20"."is_open",
        "t20"."release",
        "t20"."next_deployment",
        "t20"."duty_days",
        "t20"."days",
        "t20"."all_days",
        "t20"."blocks",
        "t20"."first_start"
      FROM (
        SELECT
          "t15"."person_id",
          "t15"."unit_id",
          "t15"."is_medical",
          "t15"."deployment",
          "t15"."last_day",
          "t15"."is_open",
          "t15"."release",
          "t15"."next_deployment",
          "t9"."duty_days",
          "t10"."person_id" AS "person_id_right",
          "t10"."deployment" AS "deployment_right",
          "t10"."days",
          "t10"."all_days",
          "t10"."blocks",
          "t10"."first_start"
        FROM (
          SELECT
            *
          FROM "run"."deployment" AS "t1"
          WHERE
            "t1"."is_medical"
        ) AS "t15"
        INNER JOIN "run"."worked_deployment" AS "t9"
          ON "t15"."person_id" = "t9"."person_id" AND "t15"."deployment" = "t9"."deployment"
        LEFT OUTER JOIN "run"."rest_taken" AS "t10"
          ON "t15"."person_id" = "t10"."person_id" AND "t15"."deployment" = "t10"."deployment"
      ) AS "t20"
    ) AS "t22"
  ) AS "t27"
)
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
        "t41"."obligation_id",
        "t41"."criterion",
        "t41"."holds",
        "t41"."value",
        COALESCE("t60"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t31"."obligation_id",
          'is_medical' AS "criterion",
          "t31"."holds_is_medical" AS "holds",
          "t31"."value_is_medical" AS "value"
        FROM "t30" AS "t31"
      ) AS "t41"
      LEFT OUTER JOIN (
        SELECT
          "t50"."obligation_id",
          STRING_AGG("t50"."ref", ';' ORDER BY "t50"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t32"."obligation_id",
              "t21"."ref"
            FROM "t30" AS "t32"
            INNER JOIN (
              SELECT
                "t11"."person_id",
                'people:' || CONCAT_WS('/', COALESCE("t11"."person_id", '')) AS "ref"
              FROM "facts"."people" AS "t11"
              WHERE
                EXISTS(
                  SELECT
                    1
                  FROM "run"."scope" AS "t12"
                  WHERE
                    "t11"."person_id" = "t12"."person_id"
                )
            ) AS "t21"
              ON "t32"."person_id" = "t21"."person_id"
          ) AS "t46"
        ) AS "t50"
        GROUP BY
          1
      ) AS "t60"
        ON "t41"."obligation_id" = "t60"."obligation_id"
    ) AS "t66"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t42"."obligation_id",
        "t42"."criterion",
        "t42"."holds",
        "t42"."value",
        COALESCE("t61"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t31"."obligation_id",
          'worked' AS "criterion",
          "t31"."holds_worked" AS "holds",
          "t31"."value_worked" AS "value"
        FROM "t30" AS "t31"
      ) AS "t42"
      LEFT OUTER JOIN (
        SELECT
          "t52"."obligation_id",
          STRING_AGG("t52"."ref", ';' ORDER BY "t52"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t32"."obligation_id",
              "t8"."ref"
            FROM "t30" AS "t32"
            INNER JOIN "run"."worked_row" AS "t8"
              ON "t32"."person_id" = "t8"."person_id"
              AND "t8"."day" >= "t32"."deployment"
              AND "t8"."day" <= "t32"."last_day"
          ) AS "t47"
        ) AS "t52"
        GROUP BY
          1
      ) AS "t61"
        ON "t42"."obligation_id" = "t61"."obligation_id"
    ) AS "t67"
  ) AS "t70"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t43"."obligation_id",
        "t43"."criterion",
        "t43"."holds",
        "t43"."value",
        COALESCE("t65"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t31"."obligation_id",
          'released' AS "criterion",
          "t31"."holds_released" AS "holds",
          "t31"."value_released" AS "value"
        FROM "t30" AS "t31"
      ) AS "t43"
      LEFT OUTER JOIN (
        SELECT
          "t55"."obligation_id",
          STRING_AGG("t55"."ref", ';' ORDER BY "t55"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t32"."obligation_id",
              "t24"."ref"
            FROM "t30" AS "t32"
            INNER JOIN (
              SELECT
                *
              FROM (
                SELECT
                  "t5"."person_id",
                  "t5"."kind",
                  CAST((
                    "t5"."date" - MAKE_DATE(1970, 1, 1)
                  ) AS BIGINT) AS "day",
                  'declarations:' || CONCAT_WS(
                    '/',
                    COALESCE(CAST("t5"."date" AS VARCHAR), ''),
                    COALESCE("t5"."kind", ''),
                    COALESCE("t5"."person_id", '')
                  ) AS "ref"
                FROM "facts"."declarations" AS "t5"
                WHERE
                  "t5"."kind" IN ('release', 'task_end')
              ) AS "t18"
              WHERE
                "t18"."day" <= AS_OF()
            ) AS "t24"
              ON "t24"."day" = "t32"."release"
              AND (
                (
                  (
                    "t24"."kind" = 'release'
                  ) AND (
                    "t24"."person_id" = "t32"."person_id"
                  )
                )
                OR (
                  "t24"."kind" = 'task_end'
                )
              )
          ) AS "t51"
        ) AS "t55"
        GROUP BY
          1
      ) AS "t65"
        ON "t43"."obligation_id" = "t65"."obligation_id"
    ) AS "t73"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t31"."obligation_id",
        'begun_in_time' AS "criterion",
        "t31"."holds_begun_in_time" AS "holds",
        "t31"."value_begun_in_time" AS "value",
        '' AS "fact_refs"
      FROM "t30" AS "t31"
    ) AS "t33"
  ) AS "t75"
) AS "t76"
UNION ALL
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
        "t44"."obligation_id",
        "t44"."criterion",
        "t44"."holds",
        "t44"."value",
        COALESCE("t62"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t31"."obligation_id",
          'rested' AS "criterion",
          "t31"."holds_rested" AS "holds",
          "t31"."value_rested" AS "value"
        FROM "t30" AS "t31"
      ) AS "t44"
      LEFT OUTER JOIN (
        SELECT
          "t53"."obligation_id",
          STRING_AGG("t53"."ref", ';' ORDER BY "t53"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t32"."obligation_id",
              "t28"."ref"
            FROM "t30" AS "t32"
            INNER JOIN (
              SELECT
                "t19"."person_id",
                CAST((
                  "t19"."start_date" - MAKE_DATE(1970, 1, 1)
                ) AS BIGINT) AS "start",
                CAST((
                  "t19"."end_date" - MAKE_DATE(1970, 1, 1)
                ) AS BIGINT) AS "last_day",
                'absences:' || CONCAT_WS('/', COALESCE("t19"."absence_id", '')) AS "ref"
              FROM "t16" AS "t19"
              WHERE
                "t19"."kind" = 'rest15'
            ) AS "t28"
              ON "t32"."person_id" = "t28"."person_id" AND "t28"."last_day" > "t32"."last_day"
          ) AS "t48"
        ) AS "t53"
        GROUP BY
          1
      ) AS "t62"
        ON "t44"."obligation_id" = "t62"."obligation_id"
    ) AS "t68"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t31"."obligation_id",
        'finished_in_time' AS "criterion",
        "t31"."holds_finished_in_time" AS "holds",
        "t31"."value_finished_in_time" AS "value",
        '' AS "fact_refs"
      FROM "t30" AS "t31"
    ) AS "t34"
  ) AS "t71"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t31"."obligation_id",
        'at_most_two_blocks' AS "criterion",
        "t31"."holds_at_most_two_blocks" AS "holds",
        "t31"."value_at_most_two_blocks" AS "value",
        '' AS "fact_refs"
      FROM "t30" AS "t31"
    ) AS "t35"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t45"."obligation_id",
        "t45"."criterion",
        "t45"."holds",
        "t45"."value",
        COALESCE("t63"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t31"."obligation_id",
          'only_rest_days_count' AS "criterion",
          "t31"."holds_only_rest_days_count" AS "holds",
          "t31"."value_only_rest_days_count" AS "value"
        FROM "t30" AS "t31"
      ) AS "t45"
      LEFT OUTER JOIN (
        SELECT
          "t54"."obligation_id",
          STRING_AGG("t54"."ref", ';' ORDER BY "t54"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t32"."obligation_id",
              "t29"."ref"
            FROM "t30" AS "t32"
            INNER JOIN (
              SELECT
                "t19"."person_id",
                CAST((
                  "t19"."start_date" - MAKE_DATE(1970, 1, 1)
                ) AS BIGINT) AS "start",
                CAST((
                  "t19"."end_date" - MAKE_DATE(1970, 1, 1)
                ) AS BIGINT) AS "last_day",
                'absences:' || CONCAT_WS('/', COALESCE("t19"."absence_id", '')) AS "ref"
              FROM "t16" AS "t19"
              WHERE
                "t19"."kind" = 'quarantine'
            ) AS "t29"
              ON "t32"."person_id" = "t29"."person_id" AND "t29"."last_day" > "t32"."last_day"
          ) AS "t49"
        ) AS "t54"
        GROUP BY
          1
      ) AS "t63"
        ON "t45"."obligation_id" = "t63"."obligation_id"
    ) AS "t69"
  ) AS "t72"
) AS "t74"
