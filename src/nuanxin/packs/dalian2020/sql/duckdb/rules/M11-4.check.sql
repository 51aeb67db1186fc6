SELECT
  "t13"."obligation_id",
  "t13"."provision",
  "t13"."measure",
  "t13"."modality",
  "t13"."subject_kind",
  "t13"."subject_id",
  "t13"."period_start",
  "t13"."period_end",
  "t13"."quantity",
  "t13"."quantity_unit",
  "t13"."quantity_met",
  "t13"."due_on",
  "t13"."owner_unit_id",
  "t13"."state",
  "t13"."missing",
  "t13"."as_of"
FROM (
  SELECT
    "t12"."person_id",
    "t12"."unit_id",
    "t12"."is_medical",
    "t12"."deployment",
    "t12"."last_day",
    "t12"."is_open",
    "t12"."release",
    "t12"."next_deployment",
    "t12"."checked",
    CONCAT_WS(
      '|',
      COALESCE('M11-4', ''),
      COALESCE('person', ''),
      COALESCE("t12"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t12"."deployment" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      )
    ) AS "obligation_id",
    'M11-4' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t12"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t12"."deployment" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t12"."release" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t12"."checked" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t12"."release" + PARAM('care.check_within') AS INT)) AS TIMESTAMP) AS DATE) AS "due_on",
    "t12"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t12"."checked" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        (
          "t12"."release" IS NULL
        )
        OR (
          AS_OF() <= (
            "t12"."release" + PARAM('care.check_within')
          )
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t12"."is_medical" AS "holds_is_medical",
    "t12"."release" IS NOT NULL AS "holds_released",
    "t12"."checked" IS NOT NULL AS "holds_checked",
    (
      "t12"."release" IS NULL
    )
    OR (
      AS_OF() <= (
        "t12"."release" + PARAM('care.check_within')
      )
    ) AS "holds_within_due_day",
    CAST("t12"."is_medical" AS TEXT) AS "value_is_medical",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t12"."release" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_released",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t12"."checked" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_checked",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t12"."release" + PARAM('care.check_within') AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t11"."person_id",
      "t11"."unit_id",
      "t11"."is_medical",
      "t11"."deployment",
      "t11"."last_day",
      "t11"."is_open",
      "t11"."release",
      "t11"."next_deployment",
      MIN("t11"."checked") AS "checked"
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
        "t10"."day" AS "checked"
      FROM (
        SELECT
          *
        FROM "run"."deployment" AS "t0"
        WHERE
          "t0"."is_medical"
      ) AS "t6"
      LEFT OUTER JOIN (
        SELECT
          *
        FROM (
          SELECT
            "t7"."subject_id" AS "person_id",
            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t7"."on_date") AS "day",
            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t7"."period_start") AS "named"
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
            SEMI JOIN "run"."scope" AS "t4"
              ON "t3"."subject_id" = "t4"."person_id"
          ) AS "t7"
          WHERE
            "t7"."provision" = 'M11-4'
        ) AS "t8"
        WHERE
          "t8"."day" <= AS_OF()
      ) AS "t10"
        ON "t6"."person_id" = "t10"."person_id"
        AND NOT (
          "t6"."is_open"
        )
        AND "t10"."day" >= "t6"."last_day"
        AND (
          (
            "t10"."named" IS NULL
          ) OR (
            "t10"."named" = "t6"."deployment"
          )
        )
    ) AS "t11"
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8
  ) AS "t12"
) AS "t13"
