WITH "t12" AS (
  SELECT
    *
  FROM (
    SELECT
      "t6"."subject_id" AS "person_id",
      "t6"."counterpart_id" AS "payer",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t6"."period_start") AS "first_day",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t6"."on_date") AS "day",
      COALESCE("t6"."quantity", 0) AS "fen"
    FROM (
      SELECT
        *
      FROM "facts"."deliveries" AS "t2"
      WHERE
        IN_SCOPE("t2"."subject_id")
    ) AS "t6"
    WHERE
      "t6"."provision" = 'M09-1'
  ) AS "t10"
  WHERE
    "t10"."day" <= AS_OF()
)
SELECT
  "t29"."obligation_id",
  "t29"."provision",
  "t29"."measure",
  "t29"."modality",
  "t29"."subject_kind",
  "t29"."subject_id",
  "t29"."period_start",
  "t29"."period_end",
  "t29"."quantity",
  "t29"."quantity_unit",
  "t29"."quantity_met",
  "t29"."due_on",
  "t29"."owner_unit_id",
  "t29"."state",
  "t29"."missing",
  "t29"."as_of"
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
    "t28"."paid",
    CONCAT_WS(
      '|',
      COALESCE('M09-1', ''),
      COALESCE('person', ''),
      COALESCE("t28"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t28"."first_day" AS INT) AS TEXT), ''),
      COALESCE("t28"."payer", ''),
      COALESCE('fen', '')
    ) AS "obligation_id",
    'M09-1' AS "provision",
    CAST(9 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t28"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t28"."first_day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t28"."last_day" AS INT) AS "period_end",
    CAST("t28"."fen" AS DECIMAL(18, 4)) AS "quantity",
    'fen' AS "quantity_unit",
    CAST("t28"."paid" AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t28"."due" AS INT) AS "due_on",
    "t28"."payer" AS "owner_unit_id",
    CASE
      WHEN "t28"."payer" IS NOT NULL
      THEN CASE
        WHEN "t28"."paid" >= "t28"."fen"
        THEN 'met'
        WHEN NOT (
          AS_OF() <= "t28"."due"
        )
        THEN 'overdue'
        ELSE 'owed'
      END
      ELSE 'unknown'
    END AS "state",
    CASE WHEN "t28"."payer" IS NOT NULL THEN CAST(NULL AS TEXT) ELSE 'spell' END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t28"."fen" > 0 AS "holds_earned",
    "t28"."tier1_days" > 0 AS "holds_tier1_days",
    "t28"."tier2_days" > 0 AS "holds_tier2_days",
    "t28"."half_days" > 0 AS "holds_half_days",
    "t28"."doubled_days" > 0 AS "holds_doubled_days",
    "t28"."payer" IS NOT NULL AS "holds_payer_known",
    "t28"."paid" >= "t28"."fen" AS "holds_paid_in_full",
    AS_OF() <= "t28"."due" AS "holds_within_due_day",
    CAST("t28"."fen" AS TEXT) AS "value_earned",
    CAST("t28"."tier1_days" AS TEXT) AS "value_tier1_days",
    CAST("t28"."tier2_days" AS TEXT) AS "value_tier2_days",
    CAST("t28"."half_days" AS TEXT) AS "value_half_days",
    CAST("t28"."doubled_days" AS TEXT) AS "value_doubled_days",
    "t28"."payer" AS "value_payer_known",
    CAST(CAST("t28"."paid" AS DECIMAL(18, 4)) AS TEXT) AS "value_paid_in_full",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t28"."due" AS INT) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t27".*
      EXCLUDE ("loose_fen", "named", "named_fen", "open")
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
        "t26"."loose_fen",
        "t26"."named",
        "t26"."open",
        "t26"."named" + LEAST(
          GREATEST(
            COALESCE("t26"."loose_fen", 0) - COALESCE(
              SUM("t26"."open") OVER (
                PARTITION BY "t26"."person_id", "t26"."payer"
                ORDER BY "t26"."month" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
              ),
              0
            ),
            0
          ),
          "t26"."open"
        ) AS "paid"
      FROM (
        SELECT
          "t25"."person_id",
          "t25"."payer",
          "t25"."month",
          "t25"."fen",
          "t25"."tier1_days",
          "t25"."tier2_days",
          "t25"."half_days",
          "t25"."doubled_days",
          "t25"."first_day",
          "t25"."last_day",
          "t25"."due",
          "t25"."named_fen",
          "t25"."loose_fen",
          LEAST(COALESCE("t25"."named_fen", 0), "t25"."fen") AS "named",
          "t25"."fen" - LEAST(COALESCE("t25"."named_fen", 0), "t25"."fen") AS "open"
        FROM (
          SELECT
            "t24".*
            EXCLUDE ("payer_right", "person_id_right")
          FROM (
            SELECT
              "t23"."person_id",
              "t23"."payer",
              "t23"."month",
              "t23"."fen",
              "t23"."tier1_days",
              "t23"."tier2_days",
              "t23"."half_days",
              "t23"."doubled_days",
              "t23"."first_day",
              "t23"."last_day",
              "t23"."due",
              "t23"."named_fen",
              "t19"."person_id" AS "person_id_right",
              "t19"."payer" AS "payer_right",
              "t19"."loose_fen"
            FROM (
              SELECT
                "t21".*
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
                  "t13"."first_day",
                  "t13"."last_day",
                  "t13"."due",
                  "t20"."person_id" AS "person_id_right",
                  "t20"."payer" AS "payer_right",
                  "t20"."first_day" AS "first_day_right",
                  "t20"."named_fen"
                FROM "run"."subsidy" AS "t4"
                INNER JOIN (
                  SELECT
                    "t9"."month",
                    "t9"."first_day",
                    "t9"."last_day",
                    "t7"."due"
                  FROM (
                    SELECT
                      "t1"."month",
                      "t1"."first_day",
                      "t1"."last_day",
                      "t1"."workday_count",
                      "t1"."workdays",
                      "t1"."workday_count" + PARAM('subsidy.due_workdays') AS "due_count"
                    FROM "run"."month" AS "t1"
                  ) AS "t9"
                  LEFT OUTER JOIN (
                    SELECT
                      "t3"."workday_count" AS "due_count",
                      "t3"."day" AS "due"
                    FROM "run"."calendar" AS "t3"
                    WHERE
                      "t3"."is_workday"
                  ) AS "t7"
                    ON "t9"."due_count" = "t7"."due_count"
                ) AS "t13"
                  ON "t4"."month" = "t13"."month"
                LEFT OUTER JOIN (
                  SELECT
                    "t16"."person_id",
                    "t16"."payer",
                    "t16"."first_day",
                    SUM("t16"."fen") AS "named_fen"
                  FROM (
                    SELECT
                      *
                    FROM "t12" AS "t14"
                    WHERE
                      "t14"."first_day" IS NOT NULL
                  ) AS "t16"
                  GROUP BY
                    1,
                    2,
                    3
                ) AS "t20"
                  ON "t4"."person_id" = "t20"."person_id"
                  AND "t4"."payer" = "t20"."payer"
                  AND "t13"."first_day" = "t20"."first_day"
              ) AS "t21"
            ) AS "t23"
            LEFT OUTER JOIN (
              SELECT
                "t15"."person_id",
                "t15"."payer",
                SUM("t15"."fen") AS "loose_fen"
              FROM (
                SELECT
                  *
                FROM "t12" AS "t14"
                WHERE
                  "t14"."first_day" IS NULL
              ) AS "t15"
              GROUP BY
                1,
                2
            ) AS "t19"
              ON "t23"."person_id" = "t19"."person_id" AND "t23"."payer" = "t19"."payer"
          ) AS "t24"
        ) AS "t25"
      ) AS "t26"
    ) AS "t27"
  ) AS "t28"
) AS "t29"
