WITH "t24" AS (
  SELECT
    "t23"."person_id",
    "t23"."unit_id",
    "t23"."is_medical",
    "t23"."deployment",
    "t23"."last_day",
    "t23"."is_open",
    "t23"."release",
    "t23"."next_deployment",
    "t23"."checked",
    CONCAT_WS(
      '|',
      COALESCE('M02-2', ''),
      COALESCE('person', ''),
      COALESCE("t23"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t23"."deployment" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      )
    ) AS "obligation_id",
    'M02-2' AS "provision",
    CAST(2 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t23"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t23"."deployment" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t23"."release" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t23"."checked" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t23"."release" + PARAM('merit.assessment_within') AS INT)) AS TIMESTAMP) AS DATE) AS "due_on",
    "t23"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t23"."checked" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= (
          "t23"."release" + PARAM('merit.assessment_within')
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t23"."release" IS NOT NULL AS "holds_released",
    "t23"."checked" IS NOT NULL AS "holds_assessed",
    AS_OF() <= (
      "t23"."release" + PARAM('merit.assessment_within')
    ) AS "holds_within_due_day",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t23"."release" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_released",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t23"."checked" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_assessed",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t23"."release" + PARAM('merit.assessment_within') AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t22".*
      EXCLUDE ("deployment_right", "person_id_right")
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
        "t21"."person_id" AS "person_id_right",
        "t21"."deployment" AS "deployment_right",
        "t21"."checked"
      FROM (
        SELECT
          *
        FROM "run"."deployment" AS "t0"
        WHERE
          "t0"."release" IS NOT NULL
      ) AS "t7"
      LEFT OUTER JOIN (
        SELECT
          "t19"."person_id",
          "t19"."deployment",
          MIN("t19"."day") AS "checked"
        FROM (
          SELECT
            *
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
              "t17"."day",
              "t17"."named"
            FROM (
              SELECT
                *
              FROM "run"."deployment" AS "t0"
              WHERE
                "t0"."release" IS NOT NULL
            ) AS "t7"
            INNER JOIN (
              SELECT
                *
              FROM (
                SELECT
                  "t8"."subject_id" AS "person_id",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t8"."on_date") AS "day",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t8"."period_start") AS "named"
                FROM (
                  SELECT
                    "t4"."delivery_id",
                    "t4"."provision",
                    "t4"."subject_id",
                    "t4"."on_date",
                    "t4"."quantity",
                    "t4"."counterpart_id",
                    "t4"."period_start"
                  FROM "facts"."deliveries" AS "t4"
                  SEMI JOIN "run"."scope" AS "t5"
                    ON "t4"."subject_id" = "t5"."person_id"
                ) AS "t8"
                WHERE
                  "t8"."provision" = 'M02-2'
              ) AS "t11"
              WHERE
                "t11"."day" <= AS_OF()
            ) AS "t17"
              ON "t7"."person_id" = "t17"."person_id"
          ) AS "t18"
          WHERE
            NOT (
              "t18"."is_open"
            )
            AND "t18"."day" >= "t18"."last_day"
            AND (
              (
                "t18"."named" IS NULL
              ) OR (
                "t18"."named" = "t18"."deployment"
              )
            )
        ) AS "t19"
        GROUP BY
          1,
          2
      ) AS "t21"
        ON "t7"."person_id" = "t21"."person_id" AND "t7"."deployment" = "t21"."deployment"
    ) AS "t22"
  ) AS "t23"
)
SELECT
  *
FROM (
  SELECT
    "t25"."obligation_id",
    'within_due_day' AS "criterion",
    "t25"."holds_within_due_day" AS "holds",
    "t25"."value_within_due_day" AS "value",
    '' AS "fact_refs"
  FROM "t24" AS "t25"
) AS "t27"
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
      COALESCE("t39"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t25"."obligation_id",
        'released' AS "criterion",
        "t25"."holds_released" AS "holds",
        "t25"."value_released" AS "value"
      FROM "t24" AS "t25"
    ) AS "t30"
    LEFT OUTER JOIN (
      SELECT
        "t35"."obligation_id",
        LISTAGG("t35"."ref", ';' ORDER BY "t35"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t26"."obligation_id",
            "t16"."ref"
          FROM "t24" AS "t26"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t1"."person_id",
                "t1"."kind",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."date") AS "day",
                'declarations:' || CONCAT_WS(
                  '/',
                  REPLACE(REPLACE(COALESCE(CAST("t1"."date" AS TEXT), ''), '%', '%25'), ';', '%3B'),
                  REPLACE(REPLACE(COALESCE("t1"."kind", ''), '%', '%25'), ';', '%3B'),
                  REPLACE(REPLACE(COALESCE("t1"."person_id", ''), '%', '%25'), ';', '%3B')
                ) AS "ref"
              FROM "facts"."declarations" AS "t1"
              WHERE
                "t1"."kind" IN ('release', 'task_end')
            ) AS "t10"
            WHERE
              "t10"."day" <= AS_OF()
          ) AS "t16"
            ON "t16"."day" = "t26"."release"
            AND (
              (
                (
                  "t16"."kind" = 'release'
                ) AND (
                  "t16"."person_id" = "t26"."person_id"
                )
              )
              OR (
                "t16"."kind" = 'task_end'
              )
            )
        ) AS "t33"
      ) AS "t35"
      GROUP BY
        1
    ) AS "t39"
      ON "t30"."obligation_id" = "t39"."obligation_id"
  ) AS "t41"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t31"."obligation_id",
      "t31"."criterion",
      "t31"."holds",
      "t31"."value",
      COALESCE("t37"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t25"."obligation_id",
        'assessed' AS "criterion",
        "t25"."holds_assessed" AS "holds",
        "t25"."value_assessed" AS "value"
      FROM "t24" AS "t25"
    ) AS "t31"
    LEFT OUTER JOIN (
      SELECT
        "t34"."obligation_id",
        LISTAGG("t34"."ref", ';' ORDER BY "t34"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t26"."obligation_id",
            "t14"."ref"
          FROM "t24" AS "t26"
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
                "t2"."provision" = 'M02-2'
            ) AS "t9"
            WHERE
              "t9"."day" <= AS_OF()
          ) AS "t14"
            ON "t26"."person_id" = "t14"."subject_id" AND "t14"."day" = "t26"."checked"
        ) AS "t32"
      ) AS "t34"
      GROUP BY
        1
    ) AS "t37"
      ON "t31"."obligation_id" = "t37"."obligation_id"
  ) AS "t40"
) AS "t42"
