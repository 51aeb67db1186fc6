WITH "t25" AS (
  SELECT
    "t24"."person_id",
    "t24"."unit_id",
    "t24"."is_medical",
    "t24"."deployment",
    "t24"."last_day",
    "t24"."is_open",
    "t24"."release",
    "t24"."next_deployment",
    "t24"."accrued",
    "t24"."total_paid",
    "t24"."paid",
    CONCAT_WS(
      '|',
      COALESCE('M07-4', ''),
      COALESCE('person', ''),
      COALESCE("t24"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t24"."deployment" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      )
    ) AS "obligation_id",
    'M07-4' AS "provision",
    CAST(7 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t24"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t24"."deployment" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t24"."release" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CAST("t24"."accrued" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS "quantity",
    'hours' AS "quantity_unit",
    CAST(CAST("t24"."paid" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
      CAST(CASE
        WHEN "t24"."paid" > 0
        THEN "t24"."release" + PARAM('comp.done_within')
        ELSE "t24"."release" + PARAM('comp.begin_within')
      END AS INT)
    ) AS TIMESTAMP) AS DATE) AS "due_on",
    "t24"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t24"."paid" >= "t24"."accrued"
      THEN 'met'
      WHEN NOT (
        (
          "t24"."paid" > 0
        )
        OR (
          "t24"."release" IS NULL
        )
        OR (
          AS_OF() <= (
            "t24"."release" + PARAM('comp.begin_within')
          )
        )
      )
      OR NOT (
        (
          "t24"."release" IS NULL
        )
        OR (
          AS_OF() <= (
            "t24"."release" + PARAM('comp.done_within')
          )
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t24"."accrued" > 0 AS "holds_accrued",
    "t24"."release" IS NOT NULL AS "holds_released",
    (
      "t24"."paid" > 0
    )
    OR (
      "t24"."release" IS NULL
    )
    OR (
      AS_OF() <= (
        "t24"."release" + PARAM('comp.begin_within')
      )
    ) AS "holds_begun_in_time",
    "t24"."paid" >= "t24"."accrued" AS "holds_given_back",
    (
      "t24"."release" IS NULL
    )
    OR (
      AS_OF() <= (
        "t24"."release" + PARAM('comp.done_within')
      )
    ) AS "holds_finished_in_time",
    CAST(CAST(CAST("t24"."accrued" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS TEXT) AS "value_accrued",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t24"."release" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_released",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t24"."release" + PARAM('comp.begin_within') AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_begun_in_time",
    CAST(CAST(CAST("t24"."paid" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS TEXT) AS "value_given_back",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t24"."release" + PARAM('comp.done_within') AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_finished_in_time"
  FROM (
    SELECT
      "t23".*
      EXCLUDE ("person_id_right")
    FROM (
      SELECT
        "t18"."person_id",
        "t18"."unit_id",
        "t18"."is_medical",
        "t18"."deployment",
        "t18"."last_day",
        "t18"."is_open",
        "t18"."release",
        "t18"."next_deployment",
        "t18"."accrued",
        "t18"."person_id_right",
        "t18"."total_paid",
        LEAST(
          GREATEST(
            COALESCE("t18"."total_paid", 0) - COALESCE(
              SUM("t18"."accrued") OVER (
                PARTITION BY "t18"."person_id"
                ORDER BY "t18"."deployment" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
              ),
              0
            ),
            0
          ),
          "t18"."accrued"
        ) AS "paid"
      FROM (
        SELECT
          "t7"."person_id",
          "t7"."unit_id",
          "t7"."is_medical",
          "t7"."deployment",
          "t7"."last_day",
          "t7"."is_open",
          "t7"."release",
          "t7"."next_deployment",
          "t12"."accrued",
          "t13"."person_id" AS "person_id_right",
          "t13"."total_paid"
        FROM "run"."deployment" AS "t7"
        INNER JOIN (
          SELECT
            "t1"."person_id",
            "t1"."deployment",
            "t1"."seconds" AS "accrued"
          FROM "run"."accrual" AS "t1"
        ) AS "t12"
          ON "t7"."person_id" = "t12"."person_id" AND "t7"."deployment" = "t12"."deployment"
        LEFT OUTER JOIN (
          SELECT
            "t2"."person_id",
            "t2"."seconds" AS "total_paid"
          FROM "run"."compensatory_paid" AS "t2"
        ) AS "t13"
          ON "t7"."person_id" = "t13"."person_id"
      ) AS "t18"
    ) AS "t23"
  ) AS "t24"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t26"."obligation_id",
      'begun_in_time' AS "criterion",
      "t26"."holds_begun_in_time" AS "holds",
      "t26"."value_begun_in_time" AS "value",
      '' AS "fact_refs"
    FROM "t25" AS "t26"
  ) AS "t28"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t33"."obligation_id",
      "t33"."criterion",
      "t33"."holds",
      "t33"."value",
      COALESCE("t44"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t26"."obligation_id",
        'given_back' AS "criterion",
        "t26"."holds_given_back" AS "holds",
        "t26"."value_given_back" AS "value"
      FROM "t25" AS "t26"
    ) AS "t33"
    LEFT OUTER JOIN (
      SELECT
        "t38"."obligation_id",
        LISTAGG("t38"."ref", ';' ORDER BY "t38"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t27"."obligation_id",
            "t22"."ref"
          FROM "t25" AS "t27"
          INNER JOIN (
            SELECT
              "t16"."person_id",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t16"."start_date") AS "start",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t16"."end_date") AS "last_day",
              'absences:' || CONCAT_WS('/', COALESCE("t16"."absence_id", '')) AS "ref"
            FROM (
              SELECT
                "t8"."absence_id",
                "t8"."person_id",
                "t8"."start_date",
                "t8"."end_date",
                "t8"."kind"
              FROM "facts"."absences" AS "t8"
              SEMI JOIN "run"."scope" AS "t9"
                ON "t8"."person_id" = "t9"."person_id"
            ) AS "t16"
            WHERE
              "t16"."kind" = 'compensatory'
          ) AS "t22"
            ON "t27"."person_id" = "t22"."person_id"
        ) AS "t36"
      ) AS "t38"
      GROUP BY
        1
    ) AS "t44"
      ON "t33"."obligation_id" = "t44"."obligation_id"
  ) AS "t48"
) AS "t50"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t26"."obligation_id",
      'finished_in_time' AS "criterion",
      "t26"."holds_finished_in_time" AS "holds",
      "t26"."value_finished_in_time" AS "value",
      '' AS "fact_refs"
    FROM "t25" AS "t26"
  ) AS "t29"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t34"."obligation_id",
        "t34"."criterion",
        "t34"."holds",
        "t34"."value",
        COALESCE("t45"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t26"."obligation_id",
          'accrued' AS "criterion",
          "t26"."holds_accrued" AS "holds",
          "t26"."value_accrued" AS "value"
        FROM "t25" AS "t26"
      ) AS "t34"
      LEFT OUTER JOIN (
        SELECT
          "t40"."obligation_id",
          LISTAGG("t40"."ref", ';' ORDER BY "t40"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t27"."obligation_id",
              "t15"."ref"
            FROM "t25" AS "t27"
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
            ) AS "t15"
              ON "t27"."person_id" = "t15"."person_id"
              AND "t15"."day" >= "t27"."deployment"
              AND "t15"."day" <= "t27"."last_day"
          ) AS "t37"
        ) AS "t40"
        GROUP BY
          1
      ) AS "t45"
        ON "t34"."obligation_id" = "t45"."obligation_id"
    ) AS "t49"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t35"."obligation_id",
        "t35"."criterion",
        "t35"."holds",
        "t35"."value",
        COALESCE("t47"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t26"."obligation_id",
          'released' AS "criterion",
          "t26"."holds_released" AS "holds",
          "t26"."value_released" AS "value"
        FROM "t25" AS "t26"
      ) AS "t35"
      LEFT OUTER JOIN (
        SELECT
          "t41"."obligation_id",
          LISTAGG("t41"."ref", ';' ORDER BY "t41"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t27"."obligation_id",
              "t20"."ref"
            FROM "t25" AS "t27"
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
              ) AS "t17"
              WHERE
                "t17"."day" <= AS_OF()
            ) AS "t20"
              ON "t20"."day" = "t27"."release"
              AND (
                (
                  (
                    "t20"."kind" = 'release'
                  ) AND (
                    "t20"."person_id" = "t27"."person_id"
                  )
                )
                OR (
                  "t20"."kind" = 'task_end'
                )
              )
          ) AS "t39"
        ) AS "t41"
        GROUP BY
          1
      ) AS "t47"
        ON "t35"."obligation_id" = "t47"."obligation_id"
    ) AS "t51"
  ) AS "t52"
) AS "t53"
