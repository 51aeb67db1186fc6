WITH "t17" AS (
  SELECT
    "t12"."absence_id",
    "t12"."person_id",
    "t12"."start_date",
    "t12"."end_date",
    "t12"."kind"
  FROM "facts"."absences" AS "t12"
  SEMI JOIN "run"."scope" AS "t11"
    ON "t12"."person_id" = "t11"."person_id"
), "t31" AS (
  SELECT
    "t28"."person_id",
    "t28"."unit_id",
    "t28"."is_medical",
    "t28"."deployment",
    "t28"."last_day",
    "t28"."is_open",
    "t28"."release",
    "t28"."next_deployment",
    "t28"."duty_days",
    "t28"."days",
    "t28"."all_days",
    "t28"."blocks",
    "t28"."first_start",
    "t28"."not_counted",
    CONCAT_WS(
      '|',
      COALESCE('M11-5', ''),
      COALESCE('person', ''),
      COALESCE("t28"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t28"."deployment" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      )
    ) AS "obligation_id",
    'M11-5' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t28"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t28"."deployment" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t28"."release" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(PARAM('care.extra_rest_min') AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(LEAST("t28"."days", PARAM('care.extra_rest_min')) AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
      CAST(CASE
        WHEN "t28"."first_start" IS NOT NULL
        THEN "t28"."release" + PARAM('care.rest_done_within')
        ELSE "t28"."release" + PARAM('care.rest_begin_within')
      END AS INT)
    ) AS TIMESTAMP) AS DATE) AS "due_on",
    "t28"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t28"."days" >= PARAM('care.extra_rest_min')
      THEN 'met'
      WHEN NOT (
        (
          "t28"."first_start" IS NOT NULL
        )
        OR (
          "t28"."release" IS NULL
        )
        OR (
          AS_OF() <= (
            "t28"."release" + PARAM('care.rest_begin_within')
          )
        )
      )
      OR NOT (
        (
          "t28"."release" IS NULL
        )
        OR (
          AS_OF() <= (
            "t28"."release" + PARAM('care.rest_done_within')
          )
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t28"."is_medical" AS "holds_is_medical",
    "t28"."duty_days" > 0 AS "holds_worked",
    "t28"."release" IS NOT NULL AS "holds_released",
    (
      "t28"."first_start" IS NOT NULL
    )
    OR (
      "t28"."release" IS NULL
    )
    OR (
      AS_OF() <= (
        "t28"."release" + PARAM('care.rest_begin_within')
      )
    ) AS "holds_begun_in_time",
    "t28"."days" >= PARAM('care.extra_rest_min') AS "holds_rested",
    (
      "t28"."release" IS NULL
    )
    OR (
      AS_OF() <= (
        "t28"."release" + PARAM('care.rest_done_within')
      )
    ) AS "holds_finished_in_time",
    COALESCE("t28"."blocks", 0) <= PARAM('care.rest_blocks_max') AS "holds_at_most_two_blocks",
    "t28"."not_counted" = 0 AS "holds_only_rest_days_count",
    CAST("t28"."is_medical" AS TEXT) AS "value_is_medical",
    CAST("t28"."duty_days" AS TEXT) AS "value_worked",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t28"."release" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_released",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
      CAST(COALESCE("t28"."first_start", "t28"."release" + PARAM('care.rest_begin_within')) AS INT)
    ) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_begun_in_time",
    CAST("t28"."days" AS TEXT) AS "value_rested",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t28"."release" + PARAM('care.rest_done_within') AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_finished_in_time",
    CAST(COALESCE("t28"."blocks", 0) AS TEXT) AS "value_at_most_two_blocks",
    CAST("t28"."not_counted" AS TEXT) AS "value_only_rest_days_count"
  FROM (
    SELECT
      "t23"."person_id",
      "t23"."unit_id",
      "t23"."is_medical",
      "t23"."deployment",
      "t23"."last_day",
      "t23"."is_open",
      "t23"."release",
      "t23"."next_deployment",
      "t23"."duty_days",
      COALESCE("t23"."days", 0) AS "days",
      "t23"."all_days",
      "t23"."blocks",
      "t23"."first_start",
      COALESCE("t23"."all_days" - "t23"."days", 0) AS "not_counted"
    FROM (
      SELECT
        "t21".*
        EXCLUDE ("deployment_right", "person_id_right")
      FROM (
        SELECT
          "t14"."person_id",
          "t14"."unit_id",
          "t14"."is_medical",
          "t14"."deployment",
          "t14"."last_day",
          "t14"."is_open",
          "t14"."release",
          "t14"."next_deployment",
          "t8"."duty_days",
          "t9"."person_id" AS "person_id_right",
          "t9"."deployment" AS "deployment_right",
          "t9"."days",
          "t9"."all_days",
          "t9"."blocks",
          "t9"."first_start"
        FROM (
          SELECT
            *
          FROM "run"."deployment" AS "t0"
          WHERE
            "t0"."is_medical"
        ) AS "t14"
        INNER JOIN "run"."worked_deployment" AS "t8"
          ON "t14"."person_id" = "t8"."person_id" AND "t14"."deployment" = "t8"."deployment"
        LEFT OUTER JOIN "run"."rest_taken" AS "t9"
          ON "t14"."person_id" = "t9"."person_id" AND "t14"."deployment" = "t9"."deployment"
      ) AS "t21"
    ) AS "t23"
  ) AS "t28"
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
        "t42"."obligation_id",
        "t42"."criterion",
        "t42"."holds",
        "t42"."value",
        COALESCE("t61"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t32"."obligation_id",
          'is_medical' AS "criterion",
          "t32"."holds_is_medical" AS "holds",
          "t32"."value_is_medical" AS "value"
        FROM "t31" AS "t32"
      ) AS "t42"
      LEFT OUTER JOIN (
        SELECT
          "t51"."obligation_id",
          LISTAGG("t51"."ref", ';' ORDER BY "t51"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t33"."obligation_id",
              "t22"."ref"
            FROM "t31" AS "t33"
            INNER JOIN (
              SELECT
                "t10"."person_id",
                'people:' || CONCAT_WS('/', COALESCE("t10"."person_id", '')) AS "ref"
              FROM "facts"."people" AS "t10"
              SEMI JOIN "run"."scope" AS "t11"
                ON "t10"."person_id" = "t11"."person_id"
            ) AS "t22"
              ON "t33"."person_id" = "t22"."person_id"
          ) AS "t47"
        ) AS "t51"
        GROUP BY
          1
      ) AS "t61"
        ON "t42"."obligation_id" = "t61"."obligation_id"
    ) AS "t67"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t43"."obligation_id",
        "t43"."criterion",
        "t43"."holds",
        "t43"."value",
        COALESCE("t62"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t32"."obligation_id",
          'worked' AS "criterion",
          "t32"."holds_worked" AS "holds",
          "t32"."value_worked" AS "value"
        FROM "t31" AS "t32"
      ) AS "t43"
      LEFT OUTER JOIN (
        SELECT
          "t53"."obligation_id",
          LISTAGG("t53"."ref", ';' ORDER BY "t53"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t33"."obligation_id",
              "t16"."ref"
            FROM "t31" AS "t33"
            INNER JOIN (
              SELECT
                "t3"."person_id",
                "t3"."start",
                "t3"."end",
                "t3"."day",
                "t3"."month",
                "t3"."spell_id",
                'attendance:' || "t3"."attendance_id" AS "ref"
              FROM "run"."row" AS "t3"
            ) AS "t16"
              ON "t33"."person_id" = "t16"."person_id"
              AND "t16"."day" >= "t33"."deployment"
              AND "t16"."day" <= "t33"."last_day"
          ) AS "t48"
        ) AS "t53"
        GROUP BY
          1
      ) AS "t62"
        ON "t43"."obligation_id" = "t62"."obligation_id"
    ) AS "t68"
  ) AS "t71"
  UNION ALL
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
        COALESCE("t66"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t32"."obligation_id",
          'released' AS "criterion",
          "t32"."holds_released" AS "holds",
          "t32"."value_released" AS "value"
        FROM "t31" AS "t32"
      ) AS "t44"
      LEFT OUTER JOIN (
        SELECT
          "t56"."obligation_id",
          LISTAGG("t56"."ref", ';' ORDER BY "t56"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t33"."obligation_id",
              "t25"."ref"
            FROM "t31" AS "t33"
            INNER JOIN (
              SELECT
                *
              FROM (
                SELECT
                  "t5"."person_id",
                  "t5"."kind",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t5"."date") AS "day",
                  'declarations:' || CONCAT_WS(
                    '/',
                    COALESCE(CAST("t5"."date" AS TEXT), ''),
                    COALESCE("t5"."kind", ''),
                    COALESCE("t5"."person_id", '')
                  ) AS "ref"
                FROM "facts"."declarations" AS "t5"
                WHERE
                  "t5"."kind" IN ('release', 'task_end')
              ) AS "t19"
              WHERE
                "t19"."day" <= AS_OF()
            ) AS "t25"
              ON "t25"."day" = "t33"."release"
              AND (
                (
                  (
                    "t25"."kind" = 'release'
                  ) AND (
                    "t25"."person_id" = "t33"."person_id"
                  )
                )
                OR (
                  "t25"."kind" = 'task_end'
                )
              )
          ) AS "t52"
        ) AS "t56"
        GROUP BY
          1
      ) AS "t66"
        ON "t44"."obligation_id" = "t66"."obligation_id"
    ) AS "t74"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t32"."obligation_id",
        'begun_in_time' AS "criterion",
        "t32"."holds_begun_in_time" AS "holds",
        "t32"."value_begun_in_time" AS "value",
        '' AS "fact_refs"
      FROM "t31" AS "t32"
    ) AS "t34"
  ) AS "t76"
) AS "t77"
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
        "t45"."obligation_id",
        "t45"."criterion",
        "t45"."holds",
        "t45"."value",
        COALESCE("t63"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t32"."obligation_id",
          'rested' AS "criterion",
          "t32"."holds_rested" AS "holds",
          "t32"."value_rested" AS "value"
        FROM "t31" AS "t32"
      ) AS "t45"
      LEFT OUTER JOIN (
        SELECT
          "t54"."obligation_id",
          LISTAGG("t54"."ref", ';' ORDER BY "t54"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t33"."obligation_id",
              "t29"."ref"
            FROM "t31" AS "t33"
            INNER JOIN (
              SELECT
                "t20"."person_id",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t20"."start_date") AS "start",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t20"."end_date") AS "last_day",
                'absences:' || CONCAT_WS('/', COALESCE("t20"."absence_id", '')) AS "ref"
              FROM "t17" AS "t20"
              WHERE
                "t20"."kind" = 'rest15'
            ) AS "t29"
              ON "t33"."person_id" = "t29"."person_id" AND "t29"."last_day" > "t33"."last_day"
          ) AS "t49"
        ) AS "t54"
        GROUP BY
          1
      ) AS "t63"
        ON "t45"."obligation_id" = "t63"."obligation_id"
    ) AS "t69"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t32"."obligation_id",
        'finished_in_time' AS "criterion",
        "t32"."holds_finished_in_time" AS "holds",
        "t32"."value_finished_in_time" AS "value",
        '' AS "fact_refs"
      FROM "t31" AS "t32"
    ) AS "t35"
  ) AS "t72"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t32"."obligation_id",
        'at_most_two_blocks' AS "criterion",
        "t32"."holds_at_most_two_blocks" AS "holds",
        "t32"."value_at_most_two_blocks" AS "value",
        '' AS "fact_refs"
      FROM "t31" AS "t32"
    ) AS "t36"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t46"."obligation_id",
        "t46"."criterion",
        "t46"."holds",
        "t46"."value",
        COALESCE("t64"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t32"."obligation_id",
          'only_rest_days_count' AS "criterion",
          "t32"."holds_only_rest_days_count" AS "holds",
          "t32"."value_only_rest_days_count" AS "value"
        FROM "t31" AS "t32"
      ) AS "t46"
      LEFT OUTER JOIN (
        SELECT
          "t55"."obligation_id",
          LISTAGG("t55"."ref", ';' ORDER BY "t55"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t33"."obligation_id",
              "t30"."ref"
            FROM "t31" AS "t33"
            INNER JOIN (
              SELECT
                "t20"."person_id",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t20"."start_date") AS "start",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t20"."end_date") AS "last_day",
                'absences:' || CONCAT_WS('/', COALESCE("t20"."absence_id", '')) AS "ref"
              FROM "t17" AS "t20"
              WHERE
                "t20"."kind" = 'quarantine'
            ) AS "t30"
              ON "t33"."person_id" = "t30"."person_id" AND "t30"."last_day" > "t33"."last_day"
          ) AS "t50"
        ) AS "t55"
        GROUP BY
          1
      ) AS "t64"
        ON "t46"."obligation_id" = "t64"."obligation_id"
    ) AS "t70"
  ) AS "t73"
) AS "t75"
