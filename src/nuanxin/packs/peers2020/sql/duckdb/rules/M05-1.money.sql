SELECT
  "t14"."obligation_id",
  "t14"."provision",
  "t14"."measure",
  "t14"."modality",
  "t14"."subject_kind",
  "t14"."subject_id",
  "t14"."period_start",
  "t14"."period_end",
  "t14"."quantity",
  "t14"."quantity_unit",
  "t14"."quantity_met",
  "t14"."due_on",
  "t14"."owner_unit_id",
  "t14"."state",
  "t14"."missing",
  "t14"."as_of"
FROM (
  SELECT
    "t13"."person_id",
    "t13"."payer",
    "t13"."month",
    "t13"."fen",
    "t13"."tier1_days",
    "t13"."tier2_days",
    "t13"."half_days",
    "t13"."doubled_days",
    "t13"."first_day",
    "t13"."last_day",
    "t13"."workdays",
    "t13"."paid_fen",
    "t13"."paid",
    "t13"."due",
    CONCAT_WS(
      '|',
      COALESCE('M05-1', ''),
      COALESCE('person', ''),
      COALESCE("t13"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t13"."first_day" AS INT) AS TEXT), ''),
      COALESCE("t13"."payer", ''),
      COALESCE('fen', '')
    ) AS "obligation_id",
    'M05-1' AS "provision",
    CAST(5 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t13"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t13"."first_day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t13"."last_day" AS INT) AS "period_end",
    CAST("t13"."fen" AS DECIMAL(18, 4)) AS "quantity",
    'fen' AS "quantity_unit",
    CAST("t13"."paid" AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t13"."due" AS INT) AS "due_on",
    "t13"."payer" AS "owner_unit_id",
    CASE
      WHEN "t13"."payer" IS NOT NULL
      THEN CASE
        WHEN "t13"."paid" >= "t13"."fen"
        THEN 'met'
        WHEN NOT (
          AS_OF() <= "t13"."due"
        )
        THEN 'overdue'
        ELSE 'owed'
      END
      ELSE 'unknown'
    END AS "state",
    CASE WHEN "t13"."payer" IS NOT NULL THEN CAST(NULL AS TEXT) ELSE 'spell' END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t13"."paid" >= "t13"."fen" AS "holds_paid_in_full",
    AS_OF() <= "t13"."due" AS "holds_within_due_day",
    CAST(CAST("t13"."paid" AS DECIMAL(18, 4)) AS TEXT) AS "value_paid_in_full",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t13"."due" AS INT) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t12"."person_id",
      "t12"."payer",
      "t12"."month",
      "t12"."fen",
      "t12"."tier1_days",
      "t12"."tier2_days",
      "t12"."half_days",
      "t12"."doubled_days",
      "t12"."first_day",
      "t12"."last_day",
      "t12"."workdays",
      "t12"."paid_fen",
      LEAST(COALESCE("t12"."paid_fen", 0), "t12"."fen") AS "paid",
      "t12"."last_day" + PARAM('subsidy.public_days') AS "due"
    FROM (
      SELECT
        "t11".*
        EXCLUDE ("first_day_right", "payer_right", "person_id_right")
      FROM (
        SELECT
          "t3"."person_id",
          "t3"."payer",
          "t3"."month",
          "t3"."fen",
          "t3"."tier1_days",
          "t3"."tier2_days",
          "t3"."half_days",
          "t3"."doubled_days",
          "t5"."first_day",
          "t5"."last_day",
          "t5"."workdays",
          "t10"."person_id" AS "person_id_right",
          "t10"."payer" AS "payer_right",
          "t10"."first_day" AS "first_day_right",
          "t10"."paid_fen"
        FROM "run"."subsidy" AS "t3"
        INNER JOIN (
          SELECT
            "t1".*
            EXCLUDE ("workday_count")
          FROM "run"."month" AS "t1"
        ) AS "t5"
          ON "t3"."month" = "t5"."month"
        LEFT OUTER JOIN (
          SELECT
            "t8"."person_id",
            "t8"."payer",
            "t8"."first_day",
            SUM("t8"."fen") AS "paid_fen"
          FROM (
            SELECT
              "t7"."subject_id" AS "person_id",
              "t7"."counterpart_id" AS "payer",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t7"."period_start") AS "first_day",
              COALESCE("t7"."quantity", 0) AS "fen"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM "facts"."deliveries" AS "t2"
                WHERE
                  IN_SCOPE("t2"."subject_id")
              ) AS "t6"
              WHERE
                "t6"."provision" = 'M05-1'
                AND DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t6"."on_date") <= AS_OF()
            ) AS "t7"
          ) AS "t8"
          GROUP BY
            1,
            2,
            3
        ) AS "t10"
          ON "t3"."person_id" = "t10"."person_id"
          AND "t3"."payer" = "t10"."payer"
          AND "t5"."first_day" = "t10"."first_day"
      ) AS "t11"
    ) AS "t12"
  ) AS "t13"
) AS "t14"
