SELECT
  "t17"."obligation_id",
  "t17"."provision",
  "t17"."measure",
  "t17"."modality",
  "t17"."subject_kind",
  "t17"."subject_id",
  "t17"."period_start",
  "t17"."period_end",
  "t17"."quantity",
  "t17"."quantity_unit",
  "t17"."quantity_met",
  "t17"."due_on",
  "t17"."owner_unit_id",
  "t17"."state",
  "t17"."missing",
  "t17"."as_of"
FROM (
  SELECT
    "t16"."person_id",
    "t16"."unit_id",
    "t16"."is_medical",
    "t16"."deployment",
    "t16"."last_day",
    "t16"."is_open",
    "t16"."release",
    "t16"."next_deployment",
    "t16"."checked",
    CONCAT_WS(
      '|',
      COALESCE('M11-4', ''),
      COALESCE('person', ''),
      COALESCE("t16"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t16"."deployment" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M11-4' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t16"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t16"."deployment" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t16"."release" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t16"."checked" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t16"."release" + PARAM('care.check_within') AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "due_on",
    "t16"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t16"."checked" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        (
          "t16"."release" IS NULL
        )
        OR (
          AS_OF() <= (
            "t16"."release" + PARAM('care.check_within')
          )
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS VARCHAR) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t16"."is_medical" AS "holds_is_medical",
    "t16"."release" IS NOT NULL AS "holds_released",
    "t16"."checked" IS NOT NULL AS "holds_checked",
    (
      "t16"."release" IS NULL
    )
    OR (
      AS_OF() <= (
        "t16"."release" + PARAM('care.check_within')
      )
    ) AS "holds_within_due_day",
    CAST("t16"."is_medical" AS VARCHAR) AS "value_is_medical",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t16"."release" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_released",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t16"."checked" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_checked",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t16"."release" + PARAM('care.check_within') AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_within_due_day"
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
      "t15"."checked"
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
        "t14"."person_id" AS "person_id_right",
        "t14"."deployment" AS "deployment_right",
        "t14"."checked"
      FROM (
        SELECT
          *
        FROM "run"."deployment" AS "t0"
        WHERE
          "t0"."is_medical"
      ) AS "t6"
      LEFT OUTER JOIN (
        SELECT
          "t12"."person_id",
          "t12"."deployment",
          MIN("t12"."day") AS "checked"
        FROM (
          SELECT
            *
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
              "t10"."day",
              "t10"."named"
            FROM (
              SELECT
                *
              FROM "run"."deployment" AS "t0"
              WHERE
                "t0"."is_medical"
            ) AS "t6"
            INNER JOIN (
              SELECT
                *
              FROM (
                SELECT
                  "t7"."subject_id" AS "person_id",
                  CAST((
                    "t7"."on_date" - MAKE_DATE(1970, 1, 1)
                  ) AS BIGINT) AS "day",
                  CAST((
                    "t7"."period_start" - MAKE_DATE(1970, 1, 1)
                  ) AS BIGINT) AS "named"
                FROM (
                  SELECT
                    "t3"."delivery_id",
                    "t3"."provision",
                    "t3"."subject_id",
                    "t3"."on_date",
                    "t3"."quantity",
                    "t3"."counterpart_id",
                    "t3"."period_start"
                  FROM "facts"."deliveries" AS "t3"
                  WHERE
                    EXISTS(
                      SELECT
                        1
                      FROM "run"."scope" AS "t4"
                      WHERE
                        "t3"."subject_id" = "t4"."person_id"
                    )
                ) AS "t7"
                WHERE
                  "t7"."provision" = 'M11-4'
              ) AS "t8"
              WHERE
                "t8"."day" <= AS_OF()
            ) AS "t10"
              ON "t6"."person_id" = "t10"."person_id"
          ) AS "t11"
          WHERE
            NOT (
              "t11"."is_open"
            )
            AND "t11"."day" >= "t11"."last_day"
            AND (
              (
                "t11"."named" IS NULL
              ) OR (
                "t11"."named" = "t11"."deployment"
              )
            )
        ) AS "t12"
        GROUP BY
          1,
          2
      ) AS "t14"
        ON "t6"."person_id" = "t14"."person_id" AND "t6"."deployment" = "t14"."deployment"
    ) AS "t15"
  ) AS "t16"
) AS "t17"
