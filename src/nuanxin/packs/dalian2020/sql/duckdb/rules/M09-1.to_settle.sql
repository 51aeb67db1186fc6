SELECT
  "t6"."obligation_id",
  "t6"."provision",
  "t6"."measure",
  "t6"."modality",
  "t6"."subject_kind",
  "t6"."subject_id",
  "t6"."period_start",
  "t6"."period_end",
  "t6"."quantity",
  "t6"."quantity_unit",
  "t6"."quantity_met",
  "t6"."due_on",
  "t6"."owner_unit_id",
  "t6"."state",
  "t6"."missing",
  "t6"."as_of"
FROM (
  SELECT
    "t5"."person_id",
    "t5"."payer",
    "t5"."month",
    "t5"."days",
    "t5"."by_contact",
    "t5"."by_place",
    "t5"."first_day",
    "t5"."last_day",
    "t5"."workdays",
    CONCAT_WS(
      '|',
      COALESCE('M09-1', ''),
      COALESCE('person', ''),
      COALESCE("t5"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t5"."first_day" AS INT) AS TEXT), ''),
      COALESCE("t5"."payer", ''),
      COALESCE('days', '')
    ) AS "obligation_id",
    'M09-1' AS "provision",
    CAST(9 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t5"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t5"."first_day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t5"."last_day" AS INT) AS "period_end",
    CAST("t5"."days" AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t5"."payer" AS "owner_unit_id",
    'unknown' AS "state",
    CASE
      WHEN "t5"."by_place" AND "t5"."by_contact"
      THEN 'aid_place;contact_confirmed'
      WHEN "t5"."by_place"
      THEN 'aid_place'
      ELSE 'contact_confirmed'
    END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    NOT (
      "t5"."by_contact"
    ) AS "holds_contact_known",
    NOT (
      "t5"."by_place"
    ) AS "holds_aid_place_known",
    CAST("t5"."days" AS TEXT) AS "value_contact_known",
    CASE WHEN "t5"."by_place" THEN '' ELSE CAST(NULL AS TEXT) END AS "value_aid_place_known"
  FROM (
    SELECT
      "t2"."person_id",
      "t2"."payer",
      "t2"."month",
      "t2"."days",
      "t2"."by_contact",
      "t2"."by_place",
      "t4"."first_day",
      "t4"."last_day",
      "t4"."workdays"
    FROM "run"."settlement" AS "t2"
    INNER JOIN (
      SELECT
        "t1".*
        EXCLUDE ("workday_count")
      FROM "run"."month" AS "t1"
    ) AS "t4"
      ON "t2"."month" = "t4"."month"
  ) AS "t5"
) AS "t6"
