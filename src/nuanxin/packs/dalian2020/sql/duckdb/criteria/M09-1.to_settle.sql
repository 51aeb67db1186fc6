WITH "t9" AS (
  SELECT
    "t8"."person_id",
    "t8"."payer",
    "t8"."month",
    "t8"."days",
    "t8"."by_contact",
    "t8"."by_place",
    "t8"."first_day",
    "t8"."last_day",
    CONCAT_WS(
      '|',
      COALESCE('M09-1', ''),
      COALESCE('person', ''),
      COALESCE("t8"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t8"."first_day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      ),
      COALESCE("t8"."payer", ''),
      COALESCE('days', '')
    ) AS "obligation_id",
    'M09-1' AS "provision",
    CAST(9 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t8"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t8"."first_day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t8"."last_day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST("t8"."days" AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t8"."payer" AS "owner_unit_id",
    'unknown' AS "state",
    CASE
      WHEN "t8"."by_place" AND "t8"."by_contact"
      THEN 'aid_place;contact_confirmed'
      WHEN "t8"."by_place"
      THEN 'aid_place'
      ELSE 'contact_confirmed'
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    NOT (
      "t8"."by_contact"
    ) AS "holds_contact_known",
    NOT (
      "t8"."by_place"
    ) AS "holds_aid_place_known",
    CAST("t8"."days" AS TEXT) AS "value_contact_known",
    '' AS "value_aid_place_known"
  FROM (
    SELECT
      "t3"."person_id",
      "t3"."payer",
      "t3"."month",
      "t3"."days",
      "t3"."by_contact",
      "t3"."by_place",
      "t5"."first_day",
      "t5"."last_day"
    FROM "run"."settlement" AS "t3"
    INNER JOIN (
      SELECT
        "t1"."month",
        "t1"."first_day",
        "t1"."last_day"
      FROM "run"."month" AS "t1"
    ) AS "t5"
      ON "t3"."month" = "t5"."month"
  ) AS "t8"
)
SELECT
  *
FROM (
  SELECT
    "t14"."obligation_id",
    "t14"."criterion",
    "t14"."holds",
    "t14"."value",
    COALESCE("t18"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t10"."obligation_id",
      'contact_known' AS "criterion",
      "t10"."holds_contact_known" AS "holds",
      "t10"."value_contact_known" AS "value"
    FROM "t9" AS "t10"
  ) AS "t14"
  LEFT OUTER JOIN (
    SELECT
      "t16"."obligation_id",
      LISTAGG("t16"."ref", ';' ORDER BY "t16"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t11"."obligation_id",
          "t7"."ref"
        FROM "t9" AS "t11"
        INNER JOIN (
          SELECT
            "t2"."person_id",
            "t2"."start",
            "t2"."end",
            "t2"."day",
            "t2"."month",
            "t2"."spell_id",
            'attendance:' || "t2"."attendance_id" AS "ref"
          FROM "run"."row" AS "t2"
        ) AS "t7"
          ON "t11"."person_id" = "t7"."person_id"
          AND "t7"."day" >= "t11"."first_day"
          AND "t7"."day" <= "t11"."last_day"
      ) AS "t15"
    ) AS "t16"
    GROUP BY
      1
  ) AS "t18"
    ON "t14"."obligation_id" = "t18"."obligation_id"
) AS "t19"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t10"."obligation_id",
    'aid_place_known' AS "criterion",
    "t10"."holds_aid_place_known" AS "holds",
    "t10"."value_aid_place_known" AS "value",
    '' AS "fact_refs"
  FROM "t9" AS "t10"
) AS "t12"
