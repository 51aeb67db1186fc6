WITH "t14" AS (
  SELECT
    "t13"."person_id",
    "t13"."start",
    "t13"."last_day",
    "t13"."is_open",
    "t13"."unit_id",
    "t13"."days",
    CONCAT_WS(
      '|',
      COALESCE('M04-1', ''),
      COALESCE('person', ''),
      COALESCE("t13"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t13"."start" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M04-1' AS "provision",
    CAST(4 AS BIGINT) AS "measure",
    'NORMALLY' AS "modality",
    'person' AS "subject_kind",
    "t13"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t13"."start" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t13"."last_day" AS INT) AS "period_end",
    CAST("t13"."days" AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t13"."unit_id" AS "owner_unit_id",
    CASE WHEN "t13"."days" <= PARAM('deploy.days_max') THEN 'kept' ELSE 'breached' END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t13"."days" <= PARAM('deploy.days_max') AS "holds_within_month",
    CAST("t13"."days" AS TEXT) AS "value_within_month"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t9"."person_id",
        "t9"."start",
        "t9"."last_day",
        "t9"."is_open",
        "t9"."unit_id",
        (
          "t9"."last_day" - "t9"."start"
        ) + 1 AS "days"
      FROM (
        SELECT
          "t4"."person_id",
          "t4"."start",
          "t4"."last_day",
          "t4"."is_open",
          "t8"."unit_id"
        FROM "run"."stint" AS "t4"
        INNER JOIN (
          SELECT
            "t3"."person_id",
            "t3"."unit_id"
          FROM "run"."person" AS "t3"
          WHERE
            "t3"."is_medical"
        ) AS "t8"
          ON "t4"."person_id" = "t8"."person_id"
        SEMI JOIN "run"."scope" AS "t5"
          ON "t4"."person_id" = "t5"."person_id"
      ) AS "t9"
    ) AS "t12"
    WHERE
      "t12"."days" > PARAM('deploy.days_max')
  ) AS "t13"
)
SELECT
  "t18"."obligation_id",
  "t18"."criterion",
  "t18"."holds",
  "t18"."value",
  COALESCE("t22"."fact_refs", '') AS "fact_refs"
FROM (
  SELECT
    "t15"."obligation_id",
    'within_month' AS "criterion",
    "t15"."holds_within_month" AS "holds",
    "t15"."value_within_month" AS "value"
  FROM "t14" AS "t15"
) AS "t18"
LEFT OUTER JOIN (
  SELECT
    "t20"."obligation_id",
    LISTAGG("t20"."ref", ';' ORDER BY "t20"."ref" ASC) AS "fact_refs"
  FROM (
    SELECT DISTINCT
      *
    FROM (
      SELECT
        "t16"."obligation_id",
        "t11"."ref"
      FROM "t14" AS "t16"
      INNER JOIN (
        SELECT
          "t7"."person_id",
          "t7"."arranged_by",
          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t7"."start_date") AS "start",
          COALESCE(DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t7"."end_date"), AS_OF()) AS "last_day",
          'spells:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t7"."spell_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
        FROM (
          SELECT
            *
          FROM "facts"."spells" AS "t2"
          WHERE
            IN_SCOPE("t2"."person_id")
        ) AS "t7"
      ) AS "t11"
        ON "t16"."person_id" = "t11"."person_id"
        AND "t11"."start" <= "t16"."last_day"
        AND "t11"."last_day" >= "t16"."start"
    ) AS "t19"
  ) AS "t20"
  GROUP BY
    1
) AS "t22"
  ON "t18"."obligation_id" = "t22"."obligation_id"
