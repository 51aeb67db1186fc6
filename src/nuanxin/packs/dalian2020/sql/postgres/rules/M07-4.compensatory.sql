SELECT
  "t11"."obligation_id",
  "t11"."provision",
  "t11"."measure",
  "t11"."modality",
  "t11"."subject_kind",
  "t11"."subject_id",
  "t11"."period_start",
  "t11"."period_end",
  "t11"."quantity",
  "t11"."quantity_unit",
  "t11"."quantity_met",
  "t11"."due_on",
  "t11"."owner_unit_id",
  "t11"."state",
  "t11"."missing",
  "t11"."as_of"
FROM (
  SELECT
    "t10"."person_id",
    "t10"."unit_id",
    "t10"."is_medical",
    "t10"."deployment",
    "t10"."last_day",
    "t10"."is_open",
    "t10"."release",
    "t10"."next_deployment",
    "t10"."accrued",
    "t10"."total_paid",
    "t10"."paid",
    CONCAT_WS(
      '|',
      COALESCE('M07-4', ''),
      COALESCE('person', ''),
      COALESCE("t10"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t10"."deployment" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M07-4' AS "provision",
    CAST(7 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t10"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t10"."deployment" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t10"."release" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CAST("t10"."accrued" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS "quantity",
    'hours' AS "quantity_unit",
    CAST(CAST("t10"."paid" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST(CASE
        WHEN "t10"."paid" > 0
        THEN "t10"."release" + PARAM('comp.done_within')
        ELSE "t10"."release" + PARAM('comp.begin_within')
      END AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "due_on",
    "t10"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t10"."paid" >= "t10"."accrued"
      THEN 'met'
      WHEN NOT (
        (
          "t10"."paid" > 0
        )
        OR (
          "t10"."release" IS NULL
        )
        OR (
          AS_OF() <= (
            "t10"."release" + PARAM('comp.begin_within')
          )
        )
      )
      THEN 'overdue'
      WHEN NOT (
        (
          "t10"."release" IS NULL
        )
        OR (
          AS_OF() <= (
            "t10"."release" + PARAM('comp.done_within')
          )
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS VARCHAR) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t10"."accrued" > 0 AS "holds_accrued",
    "t10"."release" IS NOT NULL AS "holds_released",
    (
      "t10"."paid" > 0
    )
    OR (
      "t10"."release" IS NULL
    )
    OR (
      AS_OF() <= (
        "t10"."release" + PARAM('comp.begin_within')
      )
    ) AS "holds_begun_in_time",
    "t10"."paid" >= "t10"."accrued" AS "holds_given_back",
    (
      "t10"."release" IS NULL
    )
    OR (
      AS_OF() <= (
        "t10"."release" + PARAM('comp.done_within')
      )
    ) AS "holds_finished_in_time",
    CAST(CAST(CAST("t10"."accrued" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS VARCHAR) AS "value_accrued",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t10"."release" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_released",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t10"."release" + PARAM('comp.begin_within') AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_begun_in_time",
    CAST(CAST(CAST("t10"."paid" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS VARCHAR) AS "value_given_back",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t10"."release" + PARAM('comp.done_within') AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_finished_in_time"
  FROM (
    SELECT
      "t9"."person_id",
      "t9"."unit_id",
      "t9"."is_medical",
      "t9"."deployment",
      "t9"."last_day",
      "t9"."is_open",
      "t9"."release",
      "t9"."next_deployment",
      "t9"."accrued",
      "t9"."total_paid",
      "t9"."paid"
    FROM (
      SELECT
        "t8"."person_id",
        "t8"."unit_id",
        "t8"."is_medical",
        "t8"."deployment",
        "t8"."last_day",
        "t8"."is_open",
        "t8"."release",
        "t8"."next_deployment",
        "t8"."accrued",
        "t8"."person_id_right",
        "t8"."total_paid",
        LEAST(
          GREATEST(
            COALESCE("t8"."total_paid", 0) - COALESCE(
              CAST(SUM("t8"."accrued") OVER (
                PARTITION BY "t8"."person_id"
                ORDER BY "t8"."deployment" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
              ) AS BIGINT),
              0
            ),
            0
          ),
          "t8"."accrued"
        ) AS "paid"
      FROM (
        SELECT
          "t3"."person_id",
          "t3"."unit_id",
          "t3"."is_medical",
          "t3"."deployment",
          "t3"."last_day",
          "t3"."is_open",
          "t3"."release",
          "t3"."next_deployment",
          "t6"."accrued",
          "t7"."person_id" AS "person_id_right",
          "t7"."total_paid"
        FROM "run"."deployment" AS "t3"
        INNER JOIN (
          SELECT
            "t1"."person_id",
            "t1"."deployment",
            "t1"."seconds" AS "accrued"
          FROM "run"."accrual" AS "t1"
        ) AS "t6"
          ON "t3"."person_id" = "t6"."person_id" AND "t3"."deployment" = "t6"."deployment"
        LEFT OUTER JOIN (
          SELECT
            "t2"."person_id",
            "t2"."seconds" AS "total_paid"
          FROM "run"."compensatory_paid" AS "t2"
        ) AS "t7"
          ON "t3"."person_id" = "t7"."person_id"
      ) AS "t8"
    ) AS "t9"
  ) AS "t10"
) AS "t11"
