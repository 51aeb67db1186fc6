WITH "t16" AS (
  SELECT
    *
  FROM (
    SELECT
      "t12"."subject_id" AS "person_id",
      "t12"."counterpart_id" AS "payer",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t12"."period_start") AS "first_day",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t12"."on_date") AS "day",
      COALESCE("t12"."quantity", 0) AS "fen"
    FROM (
      SELECT
        "t6"."delivery_id",
        "t6"."provision",
        "t6"."subject_id",
        "t6"."on_date",
        "t6"."quantity",
        "t6"."counterpart_id",
        "t6"."period_start"
      FROM "facts"."deliveries" AS "t6"
      SEMI JOIN "run"."scope" AS "t7"
        ON "t6"."subject_id" = "t7"."person_id"
    ) AS "t12"
    WHERE
      "t12"."provision" = 'M09-1'
  ) AS "t14"
  WHERE
    "t14"."day" <= AS_OF()
)
SELECT
  "t32"."obligation_id",
  "t32"."provision",
  "t32"."measure",
  "t32"."modality",
  "t32"."subject_kind",
  "t32"."subject_id",
  "t32"."period_start",
  "t32"."period_end",
  "t32"."quantity",
  "t32"."quantity_unit",
  "t32"."quantity_met",
  "t32"."due_on",
  "t32"."owner_unit_id",
  "t32"."state",
  "t32"."missing",
  "t32"."as_of"
FROM (
  SELECT
    "t31"."person_id",
    "t31"."payer",
    "t31"."month",
    "t31"."fen",
    "t31"."tier1_days",
    "t31"."tier2_days",
    "t31"."half_days",
    "t31"."doubled_days",
    "t31"."first_day",
    "t31"."last_day",
    "t31"."due",
    "t31"."paid",
    CONCAT_WS(
      '|',
      COALESCE('M09-1', ''),
      COALESCE('person', ''),
      COALESCE("t31"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t31"."first_day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      ),
      COALESCE("t31"."payer", ''),
      COALESCE('fen', '')
    ) AS "obligation_id",
    'M09-1' AS "provision",
    CAST(9 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t31"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t31"."first_day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t31"."last_day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST("t31"."fen" AS DECIMAL(18, 4)) AS "quantity",
    'fen' AS "quantity_unit",
    CAST("t31"."paid" AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t31"."due" AS INT)) AS TIMESTAMP) AS DATE) AS "due_on",
    "t31"."payer" AS "owner_unit_id",
    CASE
      WHEN "t31"."payer" IS NOT NULL
      THEN CASE
        WHEN "t31"."paid" >= "t31"."fen"
        THEN 'met'
        WHEN NOT (
          AS_OF() <= "t31"."due"
        )
        THEN 'overdue'
        ELSE 'owed'
      END
      ELSE 'unknown'
    END AS "state",
    CASE WHEN "t31"."payer" IS NOT NULL THEN CAST(NULL AS TEXT) ELSE 'spell' END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t31"."fen" > 0 AS "holds_earned",
    "t31"."tier1_days" > 0 AS "holds_tier1_days",
    "t31"."tier2_days" > 0 AS "holds_tier2_days",
    "t31"."half_days" > 0 AS "holds_half_days",
    "t31"."doubled_days" > 0 AS "holds_doubled_days",
    "t31"."payer" IS NOT NULL AS "holds_payer_known",
    "t31"."paid" >= "t31"."fen" AS "holds_paid_in_full",
    AS_OF() <= "t31"."due" AS "holds_within_due_day",
    CAST("t31"."fen" AS TEXT) AS "value_earned",
    CAST("t31"."tier1_days" AS TEXT) AS "value_tier1_days",
    CAST("t31"."tier2_days" AS TEXT) AS "value_tier2_days",
    CAST("t31"."half_days" AS TEXT) AS "value_half_days",
    CAST("t31"."doubled_days" AS TEXT) AS "value_doubled_days",
    "t31"."payer" AS "value_payer_known",
    CAST(CAST("t31"."paid" AS DECIMAL(18, 4)) AS TEXT) AS "value_paid_in_full",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t31"."due" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t30".*
      EXCLUDE ("loose_fen", "named", "named_fen", "open")
    FROM (
      SELECT
        "t29"."person_id",
        "t29"."payer",
        "t29"."month",
        "t29"."fen",
        "t29"."tier1_days",
        "t29"."tier2_days",
        "t29"."half_days",
        "t29"."doubled_days",
        "t29"."first_day",
        "t29"."last_day",
        "t29"."due",
        "t29"."named_fen",
        "t29"."loose_fen",
        "t29"."named",
        "t29"."open",
        "t29"."named" + LEAST(
          GREATEST(
            COALESCE("t29"."loose_fen", 0) - COALESCE(
              SUM("t29"."open") OVER (
                PARTITION BY "t29"."person_id", "t29"."payer"
                ORDER BY "t29"."month" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
              ),
              0
            ),
            0
          ),
          "t29"."open"
        ) AS "paid"
      FROM (
        SELECT
          "t28"."person_id",
          "t28"."payer",
          "t28"."month",
          "t28"."fen",
          "t28"."tier1_days",
          "t28"."tier2_days",
          "t28"."half_days",
          "t28"."doubled_days",
          "t28"."first_day",
          "t28"."last_day",
          "t28"."due",
          "t28"."named_fen",
          "t28"."loose_fen",
          LEAST(COALESCE("t28"."named_fen", 0), "t28"."fen") AS "named",
          "t28"."fen" - LEAST(COALESCE("t28"."named_fen", 0), "t28"."fen") AS "open"
        FROM (
          SELECT
            "t27".*
            EXCLUDE ("payer_right", "person_id_right")
          FROM (
            SELECT
              "t26"."person_id",
              "t26"."payer",
              "t26"."month",
              "t26"."fen",
              "t26"."tier1_days",
              "t26"."tier2_days",
              "t26"."half_days",
              "t26"."doubled_days",
              "t26"."first_day",
              "t26"."last_day",
              "t26"."due",
              "t26"."named_fen",
              "t22"."person_id" AS "person_id_right",
              "t22"."payer" AS "payer_right",
              "t22"."loose_fen"
            FROM (
              SELECT
                "t24".*
                EXCLUDE ("first_day_right", "payer_right", "person_id_right")
              FROM (
                SELECT
                  "t5"."person_id",
                  "t5"."payer",
                  "t5"."month",
                  "t5"."fen",
                  "t5"."tier1_days",
                  "t5"."tier2_days",
                  "t5"."half_days",
                  "t5"."doubled_days",
                  "t15"."first_day",
                  "t15"."last_day",
                  "t15"."due",
                  "t23"."person_id" AS "person_id_right",
                  "t23"."payer" AS "payer_right",
                  "t23"."first_day" AS "first_day_right",
                  "t23"."named_fen"
                FROM "run"."subsidy" AS "t5"
                INNER JOIN (
                  SELECT
                    "t11"."month",
                    "t11"."first_day",
                    "t11"."last_day",
                    "t9"."due"
                  FROM (
                    SELECT
                      "t1"."month",
                      "t1"."first_day",
                      "t1"."last_day",
                      "t1"."workday_count",
                      "t1"."workday_count" + PARAM('subsidy.due_workdays') AS "due_count"
                    FROM "run"."month" AS "t1"
                  ) AS "t11"
                  LEFT OUTER JOIN (
                    SELECT
                      "t2"."workday_count" AS "due_count",
                      "t2"."day" AS "due"
                    FROM "run"."calendar" AS "t2"
                    WHERE
                      "t2"."is_workday"
                  ) AS "t9"
                    ON "t11"."due_count" = "t9"."due_count"
                ) AS "t15"
                  ON "t5"."month" = "t15"."month"
                LEFT OUTER JOIN (
                  SELECT
                    "t19"."person_id",
                    "t19"."payer",
                    "t19"."first_day",
                    SUM("t19"."fen") AS "named_fen"
                  FROM (
                    SELECT
                      *
                    FROM "t16" AS "t17"
                    WHERE
                      "t17"."first_day" IS NOT NULL
                  ) AS "t19"
                  GROUP BY
                    1,
                    2,
                    3
                ) AS "t23"
                  ON "t5"."person_id" = "t23"."person_id"
                  AND "t5"."payer" = "t23"."payer"
                  AND "t15"."first_day" = "t23"."first_day"
              ) AS "t24"
            ) AS "t26"
            LEFT OUTER JOIN (
              SELECT
                "t18"."person_id",
                "t18"."payer",
                SUM("t18"."fen") AS "loose_fen"
              FROM (
                SELECT
                  *
                FROM "t16" AS "t17"
                WHERE
                  "t17"."first_day" IS NULL
              ) AS "t18"
              GROUP BY
                1,
                2
            ) AS "t22"
              ON "t26"."person_id" = "t22"."person_id" AND "t26"."payer" = "t22"."payer"
          ) AS "t27"
        ) AS "t28"
      ) AS "t29"
    ) AS "t30"
  ) AS "t31"
) AS "t32"
