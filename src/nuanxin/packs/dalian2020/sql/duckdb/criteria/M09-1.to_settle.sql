WITH "t13" AS (
  SELECT
    "t10"."person_id",
    "t10"."payer",
    "t10"."month",
    "t10"."days",
    "t10"."by_contact",
    "t10"."by_place",
    "t10"."first_day",
    "t10"."last_day",
    "t10"."workdays",
    CONCAT_WS(
      '|',
      COALESCE('M09-1', ''),
      COALESCE('person', ''),
      COALESCE("t10"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t10"."first_day" AS INT) AS TEXT), ''),
      COALESCE("t10"."payer", ''),
      COALESCE('days', '')
    ) AS "obligation_id",
    'M09-1' AS "provision",
    CAST(9 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t10"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t10"."first_day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t10"."last_day" AS INT) AS "period_end",
    CAST("t10"."days" AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t10"."payer" AS "owner_unit_id",
    'unknown' AS "state",
    CASE
      WHEN "t10"."by_place" AND "t10"."by_contact"
      THEN 'aid_place;contact_confirmed'
      WHEN "t10"."by_place"
      THEN 'aid_place'
      ELSE 'contact_confirmed'
    END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    NOT (
      "t10"."by_contact"
    ) AS "holds_contact_known",
    NOT (
      "t10"."by_place"
    ) AS "holds_aid_place_known",
    CAST("t10"."days" AS TEXT) AS "value_contact_known",
    CASE WHEN "t10"."by_place" THEN '' ELSE CAST(NULL AS TEXT) END AS "value_aid_place_known"
  FROM (
    SELECT
      "t4"."person_id",
      "t4"."payer",
      "t4"."month",
      "t4"."days",
      "t4"."by_contact",
      "t4"."by_place",
      "t6"."first_day",
      "t6"."last_day",
      "t6"."workdays"
    FROM "run"."settlement" AS "t4"
    INNER JOIN (
      SELECT
        "t1".*
        EXCLUDE ("workday_count")
      FROM "run"."month" AS "t1"
    ) AS "t6"
      ON "t4"."month" = "t6"."month"
  ) AS "t10"
)
SELECT
  *
FROM (
  SELECT
    "t18"."obligation_id",
    "t18"."criterion",
    "t18"."holds",
    "t18"."value",
    COALESCE("t26"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t14"."obligation_id",
      'contact_known' AS "criterion",
      "t14"."holds_contact_known" AS "holds",
      "t14"."value_contact_known" AS "value"
    FROM "t13" AS "t14"
  ) AS "t18"
  LEFT OUTER JOIN (
    SELECT
      "t22"."obligation_id",
      LISTAGG("t22"."ref", ';' ORDER BY "t22"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t15"."obligation_id",
          "t9"."ref"
        FROM "t13" AS "t15"
        INNER JOIN (
          SELECT
            *
          FROM "run"."worked_row" AS "t2"
          WHERE
            "t2"."contact_confirmed" IS NULL
        ) AS "t9"
          ON "t15"."person_id" = "t9"."person_id"
          AND "t9"."day" >= "t15"."first_day"
          AND "t9"."day" <= "t15"."last_day"
      ) AS "t20"
    ) AS "t22"
    GROUP BY
      1
  ) AS "t26"
    ON "t18"."obligation_id" = "t26"."obligation_id"
) AS "t28"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t19"."obligation_id",
    "t19"."criterion",
    "t19"."holds",
    "t19"."value",
    COALESCE("t27"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t14"."obligation_id",
      'aid_place_known' AS "criterion",
      "t14"."holds_aid_place_known" AS "holds",
      "t14"."value_aid_place_known" AS "value"
    FROM "t13" AS "t14"
  ) AS "t19"
  LEFT OUTER JOIN (
    SELECT
      "t23"."obligation_id",
      LISTAGG("t23"."ref", ';' ORDER BY "t23"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t15"."obligation_id",
          "t12"."ref"
        FROM "t13" AS "t15"
        INNER JOIN (
          SELECT
            "t8"."person_id",
            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t8"."start_date") AS "start",
            'spells:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t8"."spell_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
          FROM (
            SELECT
              *
            FROM "facts"."spells" AS "t3"
            WHERE
              IN_SCOPE("t3"."person_id")
          ) AS "t8"
          WHERE
            "t8"."mission" = 'aid' AND "t8"."aid_place" IS NULL
        ) AS "t12"
          ON "t15"."by_place"
          AND "t15"."person_id" = "t12"."person_id"
          AND "t12"."start" <= "t15"."last_day"
      ) AS "t21"
    ) AS "t23"
    GROUP BY
      1
  ) AS "t27"
    ON "t19"."obligation_id" = "t27"."obligation_id"
) AS "t29"
