WITH "t21" AS (
  SELECT
    "t20"."person_id",
    "t20"."unit_id",
    "t20"."is_medical",
    "t20"."deployment",
    "t20"."last_day",
    "t20"."is_open",
    "t20"."release",
    "t20"."next_deployment",
    "t20"."accrued",
    "t20"."total_paid",
    "t20"."paid",
    CONCAT_WS(
      '|',
      COALESCE('M07-4', ''),
      COALESCE('person', ''),
      COALESCE("t20"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t20"."deployment" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M07-4' AS "provision",
    CAST(7 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t20"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t20"."deployment" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t20"."release" AS INT) AS "period_end",
    CAST(CAST("t20"."accrued" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS "quantity",
    'hours' AS "quantity_unit",
    CAST(CAST("t20"."paid" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST(CASE
      WHEN "t20"."paid" > 0
      THEN "t20"."release" + PARAM('comp.done_within')
      ELSE "t20"."release" + PARAM('comp.begin_within')
    END AS INT) AS "due_on",
    "t20"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t20"."paid" >= "t20"."accrued"
      THEN 'met'
      WHEN NOT (
        (
          "t20"."paid" > 0
        )
        OR (
          "t20"."release" IS NULL
        )
        OR (
          AS_OF() <= (
            "t20"."release" + PARAM('comp.begin_within')
          )
        )
      )
      THEN 'overdue'
      WHEN NOT (
        (
          "t20"."release" IS NULL
        )
        OR (
          AS_OF() <= (
            "t20"."release" + PARAM('comp.done_within')
          )
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t20"."accrued" > 0 AS "holds_accrued",
    "t20"."release" IS NOT NULL AS "holds_released",
    (
      "t20"."paid" > 0
    )
    OR (
      "t20"."release" IS NULL
    )
    OR (
      AS_OF() <= (
        "t20"."release" + PARAM('comp.begin_within')
      )
    ) AS "holds_begun_in_time",
    "t20"."paid" >= "t20"."accrued" AS "holds_given_back",
    (
      "t20"."release" IS NULL
    )
    OR (
      AS_OF() <= (
        "t20"."release" + PARAM('comp.done_within')
      )
    ) AS "holds_finished_in_time",
    CAST(CAST(CAST("t20"."accrued" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS TEXT) AS "value_accrued",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t20"."release" AS INT) AS TEXT) AS "value_released",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t20"."release" + PARAM('comp.begin_within') AS INT) AS TEXT) AS "value_begun_in_time",
    CAST(CAST(CAST("t20"."paid" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS TEXT) AS "value_given_back",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t20"."release" + PARAM('comp.done_within') AS INT) AS TEXT) AS "value_finished_in_time"
  FROM (
    SELECT
      "t19".*
      EXCLUDE ("person_id_right")
    FROM (
      SELECT
        "t13"."person_id",
        "t13"."unit_id",
        "t13"."is_medical",
        "t13"."deployment",
        "t13"."last_day",
        "t13"."is_open",
        "t13"."release",
        "t13"."next_deployment",
        "t13"."accrued",
        "t13"."person_id_right",
        "t13"."total_paid",
        LEAST(
          GREATEST(
            COALESCE("t13"."total_paid", 0) - COALESCE(
              SUM("t13"."accrued") OVER (
                PARTITION BY "t13"."person_id"
                ORDER BY "t13"."deployment" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
              ),
              0
            ),
            0
          ),
          "t13"."accrued"
        ) AS "paid"
      FROM (
        SELECT
          "t6"."person_id",
          "t6"."unit_id",
          "t6"."is_medical",
          "t6"."deployment",
          "t6"."last_day",
          "t6"."is_open",
          "t6"."release",
          "t6"."next_deployment",
          "t10"."accrued",
          "t11"."person_id" AS "person_id_right",
          "t11"."total_paid"
        FROM "run"."deployment" AS "t6"
        INNER JOIN (
          SELECT
            "t1"."person_id",
            "t1"."deployment",
            "t1"."seconds" AS "accrued"
          FROM "run"."accrual" AS "t1"
        ) AS "t10"
          ON "t6"."person_id" = "t10"."person_id" AND "t6"."deployment" = "t10"."deployment"
        LEFT OUTER JOIN (
          SELECT
            "t2"."person_id",
            "t2"."seconds" AS "total_paid"
          FROM "run"."compensatory_paid" AS "t2"
        ) AS "t11"
          ON "t6"."person_id" = "t11"."person_id"
      ) AS "t13"
    ) AS "t19"
  ) AS "t20"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t22"."obligation_id",
      'begun_in_time' AS "criterion",
      "t22"."holds_begun_in_time" AS "holds",
      "t22"."value_begun_in_time" AS "value",
      '' AS "fact_refs"
    FROM "t21" AS "t22"
  ) AS "t24"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t29"."obligation_id",
      "t29"."criterion",
      "t29"."holds",
      "t29"."value",
      COALESCE("t40"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t22"."obligation_id",
        'given_back' AS "criterion",
        "t22"."holds_given_back" AS "holds",
        "t22"."value_given_back" AS "value"
      FROM "t21" AS "t22"
    ) AS "t29"
    LEFT OUTER JOIN (
      SELECT
        "t34"."obligation_id",
        LISTAGG("t34"."ref", ';' ORDER BY "t34"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t23"."obligation_id",
            "t16"."ref"
          FROM "t21" AS "t23"
          INNER JOIN (
            SELECT
              "t12"."person_id",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t12"."start_date") AS "start",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t12"."end_date") AS "last_day",
              'absences:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t12"."absence_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
            FROM (
              SELECT
                *
              FROM "facts"."absences" AS "t4"
              WHERE
                IN_SCOPE("t4"."person_id")
            ) AS "t12"
            WHERE
              "t12"."kind" = 'compensatory'
          ) AS "t16"
            ON "t23"."person_id" = "t16"."person_id"
        ) AS "t32"
      ) AS "t34"
      GROUP BY
        1
    ) AS "t40"
      ON "t29"."obligation_id" = "t40"."obligation_id"
  ) AS "t44"
) AS "t46"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t22"."obligation_id",
      'finished_in_time' AS "criterion",
      "t22"."holds_finished_in_time" AS "holds",
      "t22"."value_finished_in_time" AS "value",
      '' AS "fact_refs"
    FROM "t21" AS "t22"
  ) AS "t25"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t30"."obligation_id",
        "t30"."criterion",
        "t30"."holds",
        "t30"."value",
        COALESCE("t41"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t22"."obligation_id",
          'accrued' AS "criterion",
          "t22"."holds_accrued" AS "holds",
          "t22"."value_accrued" AS "value"
        FROM "t21" AS "t22"
      ) AS "t30"
      LEFT OUTER JOIN (
        SELECT
          "t36"."obligation_id",
          LISTAGG("t36"."ref", ';' ORDER BY "t36"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t23"."obligation_id",
              "t7"."ref"
            FROM "t21" AS "t23"
            INNER JOIN "run"."worked_row" AS "t7"
              ON "t23"."person_id" = "t7"."person_id"
              AND "t7"."day" >= "t23"."deployment"
              AND "t7"."day" <= "t23"."last_day"
          ) AS "t33"
        ) AS "t36"
        GROUP BY
          1
      ) AS "t41"
        ON "t30"."obligation_id" = "t41"."obligation_id"
    ) AS "t45"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t31"."obligation_id",
        "t31"."criterion",
        "t31"."holds",
        "t31"."value",
        COALESCE("t43"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t22"."obligation_id",
          'released' AS "criterion",
          "t22"."holds_released" AS "holds",
          "t22"."value_released" AS "value"
        FROM "t21" AS "t22"
      ) AS "t31"
      LEFT OUTER JOIN (
        SELECT
          "t37"."obligation_id",
          LISTAGG("t37"."ref", ';' ORDER BY "t37"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t23"."obligation_id",
              "t18"."ref"
            FROM "t21" AS "t23"
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
                    REPLACE(REPLACE(COALESCE(CAST("t5"."date" AS TEXT), ''), '%', '%25'), ';', '%3B'),
                    REPLACE(REPLACE(COALESCE("t5"."kind", ''), '%', '%25'), ';', '%3B'),
                    REPLACE(REPLACE(COALESCE("t5"."person_id", ''), '%', '%25'), ';', '%3B')
                  ) AS "ref"
                FROM "facts"."declarations" AS "t5"
                WHERE
                  "t5"."kind" IN ('release', 'task_end')
              ) AS "t14"
              WHERE
                "t14"."day" <= AS_OF()
            ) AS "t18"
              ON "t18"."day" = "t23"."release"
              AND (
                (
                  (
                    "t18"."kind" = 'release'
                  ) AND (
                    "t18"."person_id" = "t23"."person_id"
                  )
                )
                OR (
                  "t18"."kind" = 'task_end'
                )
              )
          ) AS "t35"
        ) AS "t37"
        GROUP BY
          1
      ) AS "t43"
        ON "t31"."obligation_id" = "t43"."obligation_id"
    ) AS "t47"
  ) AS "t48"
) AS "t49"
