WITH "t15" AS (
  SELECT
    "t14"."person_id",
    "t14"."start",
    "t14"."last_day",
    "t14"."is_open",
    "t14"."unit_id",
    "t14"."days",
    CONCAT_WS(
      '|',
      COALESCE('M04-1', ''),
      COALESCE('person', ''),
      COALESCE("t14"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t14"."start" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      )
    ) AS "obligation_id",
    'M04-1' AS "provision",
    CAST(4 AS BIGINT) AS "measure",
    'NORMALLY' AS "modality",
    'person' AS "subject_kind",
    "t14"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t14"."start" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t14"."last_day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST("t14"."days" AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t14"."unit_id" AS "owner_unit_id",
    CASE WHEN "t14"."days" <= PARAM('deploy.days_max') THEN 'kept' ELSE 'breached' END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t14"."days" <= PARAM('deploy.days_max') AS "holds_within_month",
    CAST("t14"."days" AS TEXT) AS "value_within_month"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t12"."person_id",
        "t12"."start",
        "t12"."last_day",
        "t12"."is_open",
        "t12"."unit_id",
        (
          "t12"."last_day" - "t12"."start"
        ) + 1 AS "days"
      FROM (
        SELECT
          "t4"."person_id",
          "t4"."start",
          "t4"."last_day",
          "t4"."is_open",
          "t9"."unit_id"
        FROM "run"."stint" AS "t4"
        INNER JOIN (
          SELECT
            "t3"."person_id",
            "t3"."unit_id"
          FROM "run"."person" AS "t3"
          WHERE
            "t3"."is_medical"
        ) AS "t9"
          ON "t4"."person_id" = "t9"."person_id"
        SEMI JOIN "run"."scope" AS "t5"
          ON "t4"."person_id" = "t5"."person_id"
      ) AS "t12"
    ) AS "t13"
    WHERE
      "t13"."days" > PARAM('deploy.days_max')
  ) AS "t14"
)
SELECT
  "t19"."obligation_id",
  "t19"."criterion",
  "t19"."holds",
  "t19"."value",
  COALESCE("t23"."fact_refs", '') AS "fact_refs"
FROM (
  SELECT
    "t16"."obligation_id",
    'within_month' AS "criterion",
    "t16"."holds_within_month" AS "holds",
    "t16"."value_within_month" AS "value"
  FROM "t15" AS "t16"
) AS "t19"
LEFT OUTER JOIN (
  SELECT
    "t21"."obligation_id",
    LISTAGG("t21"."ref", ';' ORDER BY "t21"."ref" ASC) AS "fact_refs"
  FROM (
    SELECT DISTINCT
      *
    FROM (
      SELECT
        "t17"."obligation_id",
        "t11"."ref"
      FROM "t15" AS "t17"
      INNER JOIN (
        SELECT
          "t7"."person_id",
          "t7"."arranged_by",
          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t7"."start_date") AS "start",
          COALESCE(DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t7"."end_date"), AS_OF()) AS "last_day",
          'spells:' || CONCAT_WS('/', COALESCE("t7"."spell_id", '')) AS "ref"
        FROM "facts"."spells" AS "t7"
        SEMI JOIN "run"."scope" AS "t6"
          ON "t7"."person_id" = "t6"."person_id"
      ) AS "t11"
        ON "t17"."person_id" = "t11"."person_id"
        AND "t11"."start" <= "t17"."last_day"
        AND "t11"."last_day" >= "t17"."start"
    ) AS "t20"
  ) AS "t21"
  GROUP BY
    1
) AS "t23"
  ON "t19"."obligation_id" = "t23"."obligation_id"
