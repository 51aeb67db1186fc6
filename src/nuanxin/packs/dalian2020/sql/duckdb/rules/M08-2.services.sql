SELECT
  "t11"."obligation_id",
  "t11"."provision",
  "t11"."measure",
  "t11"."modality",
  "t11"."subject_kind",
  "t11"."subject_id",
  "t11"."period_start",
  "t11"."period_end",
  "t11"."quantity",
  "t11"."quantity_unit",
  "t11"."quantity_met",
  "t11"."due_on",
  "t11"."owner_unit_id",
  "t11"."state",
  "t11"."missing",
  "t11"."as_of"
FROM (
  SELECT
    "t10"."person_id",
    "t10"."month",
    "t10"."unit_id",
    "t10"."meal",
    "t10"."night",
    "t10"."owed",
    "t10"."is_silent",
    "t10"."first_day",
    "t10"."last_day",
    "t10"."confirmed",
    CONCAT_WS(
      '|',
      COALESCE('M08-2', ''),
      COALESCE('person', ''),
      COALESCE("t10"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t10"."first_day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M08-2' AS "provision",
    CAST(8 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t10"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t10"."first_day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t10"."last_day" AS INT) AS "period_end",
    CAST("t10"."owed" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    "t10"."confirmed" AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t10"."last_day" AS INT) AS "due_on",
    "t10"."unit_id" AS "owner_unit_id",
    CASE WHEN AS_OF() <= "t10"."last_day" THEN 'owed' ELSE 'overdue' END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t10"."meal" <> 0 AS "holds_days_with_meal",
    "t10"."night" <> 0 AS "holds_nights",
    "t10"."confirmed" >= "t10"."owed" AS "holds_services_confirmed",
    AS_OF() <= "t10"."last_day" AS "holds_within_due_day",
    CAST(BIT_COUNT("t10"."meal") AS TEXT) AS "value_days_with_meal",
    CAST(BIT_COUNT("t10"."night") AS TEXT) AS "value_nights",
    CAST("t10"."confirmed" AS TEXT) AS "value_services_confirmed",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t10"."last_day" AS INT) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t9"."person_id",
      "t9"."month",
      "t9"."unit_id",
      "t9"."meal",
      "t9"."night",
      "t9"."owed",
      "t9"."is_silent",
      "t9"."first_day",
      "t9"."last_day",
      CAST(COALESCE("t9"."confirmed", 0) AS DECIMAL(18, 4)) AS "confirmed"
    FROM (
      SELECT
        "t8".*
        EXCLUDE ("month_right", "person_id_right")
      FROM (
        SELECT
          "t7"."person_id",
          "t7"."month",
          "t7"."unit_id",
          "t7"."meal",
          "t7"."night",
          "t7"."owed",
          "t7"."is_silent",
          "t6"."first_day",
          "t6"."last_day",
          "t3"."person_id" AS "person_id_right",
          "t3"."month" AS "month_right",
          "t3"."confirmed"
        FROM (
          SELECT
            *
          FROM "run"."service_month" AS "t0"
          WHERE
            NOT (
              "t0"."is_silent"
            )
        ) AS "t7"
        INNER JOIN (
          SELECT
            "t2"."month",
            "t2"."first_day",
            "t2"."last_day"
          FROM "run"."month" AS "t2"
        ) AS "t6"
          ON "t7"."month" = "t6"."month"
        LEFT OUTER JOIN "run"."confirmed_month" AS "t3"
          ON "t7"."person_id" = "t3"."person_id" AND "t7"."month" = "t3"."month"
      ) AS "t8"
    ) AS "t9"
    WHERE
      CAST(COALESCE("t9"."confirmed", 0) AS DECIMAL(18, 4)) < "t9"."owed"
  ) AS "t10"
) AS "t11"
