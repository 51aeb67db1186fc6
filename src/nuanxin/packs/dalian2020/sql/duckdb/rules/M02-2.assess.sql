SELECT
  "t14"."obligation_id",
  "t14"."provision",
  "t14"."measure",
  "t14"."modality",
  "t14"."subject_kind",
  "t14"."subject_id",
  "t14"."period_start",
  "t14"."period_end",
  "t14"."quantity",
  "t14"."quantity_unit",
  "t14"."quantity_met",
  "t14"."due_on",
  "t14"."owner_unit_id",
  "t14"."state",
  "t14"."missing",
  "t14"."as_of"
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
    "t13"."checked",
    CONCAT_WS(
      '|',
      COALESCE('M02-2', ''),
      COALESCE('person', ''),
      COALESCE("t13"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t13"."deployment" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M02-2' AS "provision",
    CAST(2 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t13"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t13"."deployment" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t13"."release" AS INT) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t13"."checked" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t13"."release" + PARAM('merit.assessment_within') AS INT) AS "due_on",
    "t13"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t13"."checked" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= (
          "t13"."release" + PARAM('merit.assessment_within')
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t13"."release" IS NOT NULL AS "holds_released",
    "t13"."checked" IS NOT NULL AS "holds_assessed",
    AS_OF() <= (
      "t13"."release" + PARAM('merit.assessment_within')
    ) AS "holds_within_due_day",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t13"."release" AS INT) AS TEXT) AS "value_released",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t13"."checked" AS INT) AS TEXT) AS "value_assessed",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t13"."release" + PARAM('merit.assessment_within') AS INT) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t12".*
      EXCLUDE ("deployment_right", "person_id_right")
    FROM (
      SELECT
        "t4"."person_id",
        "t4"."unit_id",
        "t4"."is_medical",
        "t4"."deployment",
        "t4"."last_day",
        "t4"."is_open",
        "t4"."release",
        "t4"."next_deployment",
        "t11"."person_id" AS "person_id_right",
        "t11"."deployment" AS "deployment_right",
        "t11"."checked"
      FROM (
        SELECT
          *
        FROM "run"."deployment" AS "t0"
        WHERE
          "t0"."release" IS NOT NULL
      ) AS "t4"
      LEFT OUTER JOIN (
        SELECT
          "t9"."person_id",
          "t9"."deployment",
          MIN("t9"."day") AS "checked"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t4"."person_id",
              "t4"."unit_id",
              "t4"."is_medical",
              "t4"."deployment",
              "t4"."last_day",
              "t4"."is_open",
              "t4"."release",
              "t4"."next_deployment",
              "t7"."day",
              "t7"."named"
            FROM (
              SELECT
                *
              FROM "run"."deployment" AS "t0"
              WHERE
                "t0"."release" IS NOT NULL
            ) AS "t4"
            INNER JOIN (
              SELECT
                *
              FROM (
                SELECT
                  "t3"."subject_id" AS "person_id",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."on_date") AS "day",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."period_start") AS "named"
                FROM (
                  SELECT
                    *
                  FROM "facts"."deliveries" AS "t1"
                  WHERE
                    IN_SCOPE("t1"."subject_id")
                ) AS "t3"
                WHERE
                  "t3"."provision" = 'M02-2'
              ) AS "t5"
              WHERE
                "t5"."day" <= AS_OF()
            ) AS "t7"
              ON "t4"."person_id" = "t7"."person_id"
          ) AS "t8"
          WHERE
            NOT (
              "t8"."is_open"
            )
            AND "t8"."day" >= "t8"."last_day"
            AND (
              (
                "t8"."named" IS NULL
              ) OR (
                "t8"."named" = "t8"."deployment"
              )
            )
        ) AS "t9"
        GROUP BY
          1,
          2
      ) AS "t11"
        ON "t4"."person_id" = "t11"."person_id" AND "t4"."deployment" = "t11"."deployment"
    ) AS "t12"
  ) AS "t13"
) AS "t14"
