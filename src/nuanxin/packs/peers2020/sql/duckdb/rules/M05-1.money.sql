SELECT
  "t17"."obligation_id",
  "t17"."provision",
  "t17"."measure",
  "t17"."modality",
  "t17"."subject_kind",
  "t17"."subject_id",
  "t17"."period_start",
  "t17"."period_end",
  "t17"."quantity",
  "t17"."quantity_unit",
  "t17"."quantity_met",
  "t17"."due_on",
  "t17"."owner_unit_id",
  "t17"."state",
  "t17"."missing",
  "t17"."as_of"
FROM (
  SELECT
    "t16"."person_id",
    "t16"."payer",
    "t16"."month",
    "t16"."fen",
    "t16"."tier1_days",
    "t16"."tier2_days",
    "t16"."half_days",
    "t16"."doubled_days",
    "t16"."first_day",
    "t16"."last_day",
    "t16"."paid_fen",
    "t16"."paid",
    "t16"."due",
    CONCAT_WS(
      '|',
      COALESCE('M05-1', ''),
      COALESCE('person', ''),
      COALESCE("t16"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t16"."first_day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      ),
      COALESCE("t16"."payer", ''),
      COALESCE('fen', '')
    ) AS "obligation_id",
    'M05-1' AS "provision",
    CAST(5 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t16"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t16"."first_day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t16"."last_day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST("t16"."fen" AS DECIMAL(18, 4)) AS "quantity",
    'fen' AS "quantity_unit",
    CAST("t16"."paid" AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t16"."due" AS INT)) AS TIMESTAMP) AS DATE) AS "due_on",
    "t16"."payer" AS "owner_unit_id",
    CASE
      WHEN "t16"."payer" IS NOT NULL
      THEN CASE
        WHEN "t16"."paid" >= "t16"."fen"
        THEN 'met'
        WHEN NOT (
          AS_OF() <= "t16"."due"
        )
        THEN 'overdue'
        ELSE 'owed'
      END
      ELSE 'unknown'
    END AS "state",
    CASE WHEN "t16"."payer" IS NOT NULL THEN CAST(NULL AS TEXT) ELSE 'spell' END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t16"."paid" >= "t16"."fen" AS "holds_paid_in_full",
    AS_OF() <= "t16"."due" AS "holds_within_due_day",
    CAST("t16"."paid" AS TEXT) AS "value_paid_in_full",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t16"."due" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t15"."person_id",
      "t15"."payer",
      "t15"."month",
      "t15"."fen",
      "t15"."tier1_days",
      "t15"."tier2_days",
      "t15"."half_days",
      "t15"."doubled_days",
      "t15"."first_day",
      "t15"."last_day",
      "t15"."paid_fen",
      LEAST(COALESCE("t15"."paid_fen", 0), "t15"."fen") AS "paid",
      "t15"."last_day" + PARAM('subsidy.public_days') AS "due"
    FROM (
      SELECT
        "t14".*
        EXCLUDE ("first_day_right", "payer_right", "person_id_right")
      FROM (
        SELECT
          "t4"."person_id",
          "t4"."payer",
          "t4"."month",
          "t4"."fen",
          "t4"."tier1_days",
          "t4"."tier2_days",
          "t4"."half_days",
          "t4"."doubled_days",
          "t8"."first_day",
          "t8"."last_day",
          "t13"."person_id" AS "person_id_right",
          "t13"."payer" AS "payer_right",
          "t13"."first_day" AS "first_day_right",
          "t13"."paid_fen"
        FROM "run"."subsidy" AS "t4"
        INNER JOIN (
          SELECT
            "t1"."month",
            "t1"."first_day",
            "t1"."last_day"
          FROM "run"."month" AS "t1"
        ) AS "t8"
          ON "t4"."month" = "t8"."month"
        LEFT OUTER JOIN (
          SELECT
            "t11"."person_id",
            "t11"."payer",
            "t11"."first_day",
            SUM("t11"."fen") AS "paid_fen"
          FROM (
            SELECT
              "t10"."subject_id" AS "person_id",
              "t10"."counterpart_id" AS "payer",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t10"."period_start") AS "first_day",
              COALESCE("t10"."quantity", 0) AS "fen"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t5"."delivery_id",
                  "t5"."provision",
                  "t5"."subject_id",
                  "t5"."on_date",
                  "t5"."quantity",
                  "t5"."counterpart_id",
                  "t5"."period_start"
                FROM "facts"."deliveries" AS "t5"
                SEMI JOIN "run"."scope" AS "t6"
                  ON "t5"."subject_id" = "t6"."person_id"
              ) AS "t9"
              WHERE
                "t9"."provision" = 'M05-1'
                AND DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t9"."on_date") <= AS_OF()
            ) AS "t10"
          ) AS "t11"
          GROUP BY
            1,
            2,
            3
        ) AS "t13"
          ON "t4"."person_id" = "t13"."person_id"
          AND "t4"."payer" = "t13"."payer"
          AND "t8"."first_day" = "t13"."first_day"
      ) AS "t14"
    ) AS "t15"
  ) AS "t16"
) AS "t17"
