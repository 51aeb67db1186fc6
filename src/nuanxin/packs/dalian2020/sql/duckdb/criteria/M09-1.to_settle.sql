WITH "t8" AS (
  SELECT
    "t7"."person_id",
    "t7"."payer",
    "t7"."month",
    "t7"."days",
    "t7"."by_contact",
    "t7"."by_place",
    "t7"."first_day",
    "t7"."last_day",
    CONCAT_WS(
      '|',
      COALESCE('M09-1', ''),
      COALESCE('person', ''),
      COALESCE("t7"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t7"."first_day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      ),
      COALESCE("t7"."payer", ''),
      COALESCE('days', '')
    ) AS "obligation_id",
    'M09-1' AS "provision",
    CAST(9 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t7"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t7"."first_day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t7"."last_day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST("t7"."days" AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t7"."payer" AS "owner_unit_id",
    'unknown' AS "state",
    CASE
      WHEN "t7"."by_place" AND "t7"."by_contact"
      THEN 'aid_place;contact_confirmed'
      WHEN "t7"."by_place"
      THEN 'aid_place'
      ELSE 'contact_confirmed'
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    NOT (
      "t7"."by_contact"
    ) AS "holds_contact_known",
    NOT (
      "t7"."by_place"
    ) AS "holds_aid_place_known",
    CAST("t7"."days" AS TEXT) AS "value_contact_known",
    '' AS "value_aid_place_known"
  FROM (
    SELECT
      "t3"."person_id",
      "t3"."payer",
      "t3"."month",
      "t3"."days",
      "t3"."by_contact",
      "t3"."by_place",
      "t6"."first_day",
      "t6"."last_day"
    FROM "run"."settlement" AS "t3"
    INNER JOIN (
      SELECT
        "t1"."month",
        "t1"."first_day",
        "t1"."last_day"
      FROM "run"."month" AS "t1"
    ) AS "t6"
      ON "t3"."month" = "t6"."month"
  ) AS "t7"
)
SELECT
  *
FROM (
  SELECT
    "t13"."obligation_id",
    "t13"."criterion",
    "t13"."holds",
    "t13"."value",
    COALESCE("t17"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t9"."obligation_id",
      'contact_known' AS "criterion",
      "t9"."holds_contact_known" AS "holds",
      "t9"."value_contact_known" AS "value"
    FROM "t8" AS "t9"
  ) AS "t13"
  LEFT OUTER JOIN (
    SELECT
      "t15"."obligation_id",
      LISTAGG("t15"."ref", ';' ORDER BY "t15"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t10"."obligation_id",
          "t4"."ref"
        FROM "t8" AS "t10"
        INNER JOIN "run"."worked_row" AS "t4"
          ON "t10"."person_id" = "t4"."person_id"
          AND "t4"."day" >= "t10"."first_day"
          AND "t4"."day" <= "t10"."last_day"
      ) AS "t14"
    ) AS "t15"
    GROUP BY
      1
  ) AS "t17"
    ON "t13"."obligation_id" = "t17"."obligation_id"
) AS "t18"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t9"."obligation_id",
    'aid_place_known' AS "criterion",
    "t9"."holds_aid_place_known" AS "holds",
    "t9"."value_aid_place_known" AS "value",
    '' AS "fact_refs"
  FROM "t8" AS "t9"
) AS "t11"
