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
    "t20"."checked",
    CONCAT_WS(
      '|',
      COALESCE('M02-2', ''),
      COALESCE('person', ''),
      COALESCE("t20"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t20"."deployment" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M02-2' AS "provision",
    CAST(2 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t20"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t20"."deployment" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t20"."release" AS INT) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t20"."checked" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t20"."release" + PARAM('merit.assessment_within') AS INT) AS "due_on",
    "t20"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t20"."checked" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= (
          "t20"."release" + PARAM('merit.assessment_within')
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t20"."release" IS NOT NULL AS "holds_released",
    "t20"."checked" IS NOT NULL AS "holds_assessed",
    AS_OF() <= (
      "t20"."release" + PARAM('merit.assessment_within')
    ) AS "holds_within_due_day",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t20"."release" AS INT) AS TEXT) AS "value_released",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t20"."checked" AS INT) AS TEXT) AS "value_assessed",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t20"."release" + PARAM('merit.assessment_within') AS INT) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t19".*
      EXCLUDE ("deployment_right", "person_id_right")
    FROM (
      SELECT
        "t5"."person_id",
        "t5"."unit_id",
        "t5"."is_medical",
        "t5"."deployment",
        "t5"."last_day",
        "t5"."is_open",
        "t5"."release",
        "t5"."next_deployment",
        "t18"."person_id" AS "person_id_right",
        "t18"."deployment" AS "deployment_right",
        "t18"."checked"
      FROM (
        SELECT
          *
        FROM "run"."deployment" AS "t0"
        WHERE
          "t0"."release" IS NOT NULL
      ) AS "t5"
      LEFT OUTER JOIN (
        SELECT
          "t16"."person_id",
          "t16"."deployment",
          MIN("t16"."day") AS "checked"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t5"."person_id",
              "t5"."unit_id",
              "t5"."is_medical",
              "t5"."deployment",
              "t5"."last_day",
              "t5"."is_open",
              "t5"."release",
              "t5"."next_deployment",
              "t10"."day",
              "t10"."named"
            FROM (
              SELECT
                *
              FROM "run"."deployment" AS "t0"
              WHERE
                "t0"."release" IS NOT NULL
            ) AS "t5"
            INNER JOIN (
              SELECT
                *
              FROM (
                SELECT
                  "t4"."subject_id" AS "person_id",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."on_date") AS "day",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."period_start") AS "named"
                FROM (
                  SELECT
                    *
                  FROM "facts"."deliveries" AS "t2"
                  WHERE
                    IN_SCOPE("t2"."subject_id")
                ) AS "t4"
                WHERE
                  "t4"."provision" = 'M02-2'
              ) AS "t6"
              WHERE
                "t6"."day" <= AS_OF()
            ) AS "t10"
              ON "t5"."person_id" = "t10"."person_id"
          ) AS "t15"
          WHERE
            NOT (
              "t15"."is_open"
            )
            AND "t15"."day" >= "t15"."last_day"
            AND (
              (
                "t15"."named" IS NULL
              ) OR (
                "t15"."named" = "t15"."deployment"
              )
            )
        ) AS "t16"
        GROUP BY
          1,
          2
      ) AS "t18"
        ON "t5"."person_id" = "t18"."person_id" AND "t5"."deployment" = "t18"."deployment"
    ) AS "t19"
  ) AS "t20"
)
SELECT
  *
FROM (
  SELECT
    "t22"."obligation_id",
    'within_due_day' AS "criterion",
    "t22"."holds_within_due_day" AS "holds",
    "t22"."value_within_due_day" AS "value",
    '' AS "fact_refs"
  FROM "t21" AS "t22"
) AS "t24"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t27"."obligation_id",
      "t27"."criterion",
      "t27"."holds",
      "t27"."value",
      COALESCE("t36"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t22"."obligation_id",
        'released' AS "criterion",
        "t22"."holds_released" AS "holds",
        "t22"."value_released" AS "value"
      FROM "t21" AS "t22"
    ) AS "t27"
    LEFT OUTER JOIN (
      SELECT
        "t32"."obligation_id",
        LISTAGG("t32"."ref", ';' ORDER BY "t32"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t23"."obligation_id",
            "t14"."ref"
          FROM "t21" AS "t23"
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
            ) AS "t8"
            WHERE
              "t8"."day" <= AS_OF()
          ) AS "t14"
            ON "t14"."day" = "t23"."release"
            AND (
              (
                (
                  "t14"."kind" = 'release'
                ) AND (
                  "t14"."person_id" = "t23"."person_id"
                )
              )
              OR (
                "t14"."kind" = 'task_end'
              )
            )
        ) AS "t30"
      ) AS "t32"
      GROUP BY
        1
    ) AS "t36"
      ON "t27"."obligation_id" = "t36"."obligation_id"
  ) AS "t38"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t28"."obligation_id",
      "t28"."criterion",
      "t28"."holds",
      "t28"."value",
      COALESCE("t34"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t22"."obligation_id",
        'assessed' AS "criterion",
        "t22"."holds_assessed" AS "holds",
        "t22"."value_assessed" AS "value"
      FROM "t21" AS "t22"
    ) AS "t28"
    LEFT OUTER JOIN (
      SELECT
        "t31"."obligation_id",
        LISTAGG("t31"."ref", ';' ORDER BY "t31"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t23"."obligation_id",
            "t13"."ref"
          FROM "t21" AS "t23"
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
            ) AS "t7"
            WHERE
              "t7"."day" <= AS_OF()
          ) AS "t13"
            ON "t23"."person_id" = "t13"."subject_id" AND "t13"."day" = "t23"."checked"
        ) AS "t29"
      ) AS "t31"
      GROUP BY
        1
    ) AS "t34"
      ON "t28"."obligation_id" = "t34"."obligation_id"
  ) AS "t37"
) AS "t39"
