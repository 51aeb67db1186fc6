SELECT
  "t10"."obligation_id",
  "t10"."provision",
  "t10"."measure",
  "t10"."modality",
  "t10"."subject_kind",
  "t10"."subject_id",
  "t10"."period_start",
  "t10"."period_end",
  "t10"."quantity",
  "t10"."quantity_unit",
  "t10"."quantity_met",
  "t10"."due_on",
  "t10"."owner_unit_id",
  "t10"."state",
  "t10"."missing",
  "t10"."as_of"
FROM (
  SELECT
    "t9"."person_id",
    "t9"."start",
    "t9"."last_day",
    "t9"."is_open",
    "t9"."unit_id",
    "t9"."days",
    CONCAT_WS(
      '|',
      COALESCE('M04-1', ''),
      COALESCE('person', ''),
      COALESCE("t9"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t9"."start" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M04-1' AS "provision",
    CAST(4 AS BIGINT) AS "measure",
    'NORMALLY' AS "modality",
    'person' AS "subject_kind",
    "t9"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t9"."start" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t9"."last_day" AS INT) AS "period_end",
    CAST("t9"."days" AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t9"."unit_id" AS "owner_unit_id",
    CASE WHEN "t9"."days" <= PARAM('deploy.days_max') THEN 'kept' ELSE 'breached' END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t9"."days" <= PARAM('deploy.days_max') AS "holds_within_month",
    CAST("t9"."days" AS TEXT) AS "value_within_month"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t7"."person_id",
        "t7"."start",
        "t7"."last_day",
        "t7"."is_open",
        "t7"."unit_id",
        (
          "t7"."last_day" - "t7"."start"
        ) + 1 AS "days"
      FROM (
        SELECT
          "t3"."person_id",
          "t3"."start",
          "t3"."last_day",
          "t3"."is_open",
          "t6"."unit_id"
        FROM "run"."stint" AS "t3"
        INNER JOIN (
          SELECT
            "t2"."person_id",
            "t2"."unit_id"
          FROM "run"."person" AS "t2"
          WHERE
            "t2"."is_medical"
        ) AS "t6"
          ON "t3"."person_id" = "t6"."person_id"
        SEMI JOIN "run"."scope" AS "t4"
          ON "t3"."person_id" = "t4"."person_id"
      ) AS "t7"
    ) AS "t8"
    WHERE
      "t8"."days" > PARAM('deploy.days_max')
  ) AS "t9"
) AS "t10"
