WITH "t22" AS (
  SELECT
    *
  FROM (
    SELECT
      "t16"."subject_id" AS "person_id",
      "t16"."counterpart_id" AS "payer",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t16"."period_start") AS "first_day",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t16"."on_date") AS "day",
      COALESCE("t16"."quantity", 0) AS "fen"
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
      SEMI JOIN "run"."scope" AS "t8"
        ON "t6"."subject_id" = "t8"."person_id"
    ) AS "t16"
    WHERE
      "t16"."provision" = 'M09-1'
  ) AS "t19"
  WHERE
    "t19"."day" <= AS_OF()
), "t38" AS (
  SELECT
    "t37"."person_id",
    "t37"."payer",
    "t37"."month",
    "t37"."fen",
    "t37"."tier1_days",
    "t37"."tier2_days",
    "t37"."half_days",
    "t37"."doubled_days",
    "t37"."first_day",
    "t37"."last_day",
    "t37"."due",
    "t37"."paid",
    CONCAT_WS(
      '|',
      COALESCE('M09-1', ''),
      COALESCE('person', ''),
      COALESCE("t37"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t37"."first_day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      ),
      COALESCE("t37"."payer", ''),
      COALESCE('fen', '')
    ) AS "obligation_id",
    'M09-1' AS "provision",
    CAST(9 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t37"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t37"."first_day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t37"."last_day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST("t37"."fen" AS DECIMAL(18, 4)) AS "quantity",
    'fen' AS "quantity_unit",
    CAST("t37"."paid" AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t37"."due" AS INT)) AS TIMESTAMP) AS DATE) AS "due_on",
    "t37"."payer" AS "owner_unit_id",
    CASE
      WHEN "t37"."payer" IS NOT NULL
      THEN CASE
        WHEN "t37"."paid" >= "t37"."fen"
        THEN 'met'
        WHEN NOT (
          AS_OF() <= "t37"."due"
        )
        THEN 'overdue'
        ELSE 'owed'
      END
      ELSE 'unknown'
    END AS "state",
    CASE WHEN "t37"."payer" IS NOT NULL THEN CAST(NULL AS TEXT) ELSE 'spell' END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t37"."fen" > 0 AS "holds_earned",
    "t37"."tier1_days" > 0 AS "holds_tier1_days",
    "t37"."tier2_days" > 0 AS "holds_tier2_days",
    "t37"."half_days" > 0 AS "holds_half_days",
    "t37"."doubled_days" > 0 AS "holds_doubled_days",
    "t37"."payer" IS NOT NULL AS "holds_payer_known",
    "t37"."paid" >= "t37"."fen" AS "holds_paid_in_full",
    AS_OF() <= "t37"."due" AS "holds_within_due_day",
    CAST("t37"."fen" AS TEXT) AS "value_earned",
    CAST("t37"."tier1_days" AS TEXT) AS "value_tier1_days",
    CAST("t37"."tier2_days" AS TEXT) AS "value_tier2_days",
    CAST("t37"."half_days" AS TEXT) AS "value_half_days",
    CAST("t37"."doubled_days" AS TEXT) AS "value_doubled_days",
    "t37"."payer" AS "value_payer_known",
    CAST("t37"."paid" AS TEXT) AS "value_paid_in_full",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t37"."due" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t36".*
      EXCLUDE ("loose_fen", "named", "named_fen", "open")
    FROM (
      SELECT
        "t35"."person_id",
        "t35"."payer",
        "t35"."month",
        "t35"."fen",
        "t35"."tier1_days",
        "t35"."tier2_days",
        "t35"."half_days",
        "t35"."doubled_days",
        "t35"."first_day",
        "t35"."last_day",
        "t35"."due",
        "t35"."named_fen",
        "t35"."loose_fen",
        "t35"."named",
        "t35"."open",
        "t35"."named" + LEAST(
          GREATEST(
            COALESCE("t35"."loose_fen", 0) - COALESCE(
              SUM("t35"."open") OVER (
                PARTITION BY "t35"."person_id", "t35"."payer"
                ORDER BY "t35"."month" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
              ),
              0
            ),
            0
          ),
          "t35"."open"
        ) AS "paid"
      FROM (
        SELECT
          "t34"."person_id",
          "t34"."payer",
          "t34"."month",
          "t34"."fen",
          "t34"."tier1_days",
          "t34"."tier2_days",
          "t34"."half_days",
          "t34"."doubled_days",
          "t34"."first_day",
          "t34"."last_day",
          "t34"."due",
          "t34"."named_fen",
          "t34"."loose_fen",
          LEAST(COALESCE("t34"."named_fen", 0), "t34"."fen") AS "named",
          "t34"."fen" - LEAST(COALESCE("t34"."named_fen", 0), "t34"."fen") AS "open"
        FROM (
          SELECT
            "t33".*
            EXCLUDE ("payer_right", "person_id_right")
          FROM (
            SELECT
              "t32"."person_id",
              "t32"."payer",
              "t32"."month",
              "t32"."fen",
              "t32"."tier1_days",
              "t32"."tier2_days",
              "t32"."half_days",
              "t32"."doubled_days",
              "t32"."first_day",
              "t32"."last_day",
              "t32"."due",
              "t32"."named_fen",
              "t28"."person_id" AS "person_id_right",
              "t28"."payer" AS "payer_right",
              "t28"."loose_fen"
            FROM (
              SELECT
                "t30".*
                EXCLUDE ("first_day_right", "payer_right", "person_id_right")
              FROM (
                SELECT
                  "t7"."person_id",
                  "t7"."payer",
                  "t7"."month",
                  "t7"."fen",
                  "t7"."tier1_days",
                  "t7"."tier2_days",
                  "t7"."half_days",
                  "t7"."doubled_days",
                  "t21"."first_day",
                  "t21"."last_day",
                  "t21"."due",
                  "t29"."person_id" AS "person_id_right",
                  "t29"."payer" AS "payer_right",
                  "t29"."first_day" AS "first_day_right",
                  "t29"."named_fen"
                FROM "run"."subsidy" AS "t7"
                INNER JOIN (
                  SELECT
                    "t14"."month",
                    "t14"."first_day",
                    "t14"."last_day",
                    "t11"."due"
                  FROM (
                    SELECT
                      "t3"."month",
                      "t3"."first_day",
                      "t3"."last_day",
                      "t3"."workday_count",
                      "t3"."workday_count" + PARAM('subsidy.due_workdays') AS "due_count"
                    FROM "run"."month" AS "t3"
                  ) AS "t14"
                  LEFT OUTER JOIN (
                    SELECT
                      "t4"."workday_count" AS "due_count",
                      "t4"."day" AS "due"
                    FROM "run"."calendar" AS "t4"
                    WHERE
                      "t4"."is_workday"
                  ) AS "t11"
                    ON "t14"."due_count" = "t11"."due_count"
                ) AS "t21"
                  ON "t7"."month" = "t21"."month"
                LEFT OUTER JOIN (
                  SELECT
                    "t25"."person_id",
                    "t25"."payer",
                    "t25"."first_day",
                    SUM("t25"."fen") AS "named_fen"
                  FROM (
                    SELECT
                      *
                    FROM "t22" AS "t23"
                    WHERE
                      "t23"."first_day" IS NOT NULL
                  ) AS "t25"
                  GROUP BY
                    1,
                    2,
                    3
                ) AS "t29"
                  ON "t7"."person_id" = "t29"."person_id"
                  AND "t7"."payer" = "t29"."payer"
                  AND "t21"."first_day" = "t29"."first_day"
              ) AS "t30"
            ) AS "t32"
            LEFT OUTER JOIN (
              SELECT
                "t24"."person_id",
                "t24"."payer",
                SUM("t24"."fen") AS "loose_fen"
              FROM (
                SELECT
                  *
                FROM "t22" AS "t23"
                WHERE
                  "t23"."first_day" IS NULL
              ) AS "t24"
              GROUP BY
                1,
                2
            ) AS "t28"
              ON "t32"."person_id" = "t28"."person_id" AND "t32"."payer" = "t28"."payer"
          ) AS "t33"
        ) AS "t34"
      ) AS "t35"
    ) AS "t36"
  ) AS "t37"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t51"."obligation_id",
        "t51"."criterion",
        "t51"."holds",
        "t51"."value",
        COALESCE("t59"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t39"."obligation_id",
          'earned' AS "criterion",
          "t39"."holds_earned" AS "holds",
          "t39"."value_earned" AS "value"
        FROM "t38" AS "t39"
      ) AS "t51"
      LEFT OUTER JOIN (
        SELECT
          "t55"."obligation_id",
          LISTAGG("t55"."ref", ';' ORDER BY "t55"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t40"."obligation_id",
              "t13"."ref"
            FROM "t38" AS "t40"
            INNER JOIN (
              SELECT
                "t0"."person_id",
                "t0"."start",
                "t0"."end",
                "t0"."day",
                "t0"."month",
                "t0"."spell_id",
                'attendance:' || "t0"."attendance_id" AS "ref"
              FROM "run"."row" AS "t0"
            ) AS "t13"
              ON "t40"."person_id" = "t13"."person_id"
              AND "t13"."day" >= "t40"."first_day"
              AND "t13"."day" <= "t40"."last_day"
          ) AS "t53"
        ) AS "t55"
        GROUP BY
          1
      ) AS "t59"
        ON "t51"."obligation_id" = "t59"."obligation_id"
    ) AS "t61"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t39"."obligation_id",
        'tier1_days' AS "criterion",
        "t39"."holds_tier1_days" AS "holds",
        "t39"."value_tier1_days" AS "value",
        '' AS "fact_refs"
      FROM "t38" AS "t39"
    ) AS "t41"
  ) AS "t63"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t39"."obligation_id",
        'tier2_days' AS "criterion",
        "t39"."holds_tier2_days" AS "holds",
        "t39"."value_tier2_days" AS "value",
        '' AS "fact_refs"
      FROM "t38" AS "t39"
    ) AS "t42"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t39"."obligation_id",
        'half_days' AS "criterion",
        "t39"."holds_half_days" AS "holds",
        "t39"."value_half_days" AS "value",
        '' AS "fact_refs"
      FROM "t38" AS "t39"
    ) AS "t43"
  ) AS "t49"
) AS "t65"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t39"."obligation_id",
        'doubled_days' AS "criterion",
        "t39"."holds_doubled_days" AS "holds",
        "t39"."value_doubled_days" AS "value",
        '' AS "fact_refs"
      FROM "t38" AS "t39"
    ) AS "t44"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t39"."obligation_id",
        'payer_known' AS "criterion",
        "t39"."holds_payer_known" AS "holds",
        "t39"."value_payer_known" AS "value",
        '' AS "fact_refs"
      FROM "t38" AS "t39"
    ) AS "t45"
  ) AS "t50"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t52"."obligation_id",
        "t52"."criterion",
        "t52"."holds",
        "t52"."value",
        COALESCE("t60"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t39"."obligation_id",
          'paid_in_full' AS "criterion",
          "t39"."holds_paid_in_full" AS "holds",
          "t39"."value_paid_in_full" AS "value"
        FROM "t38" AS "t39"
      ) AS "t52"
      LEFT OUTER JOIN (
        SELECT
          "t56"."obligation_id",
          LISTAGG("t56"."ref", ';' ORDER BY "t56"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t40"."obligation_id",
              "t20"."ref"
            FROM "t38" AS "t40"
            INNER JOIN (
              SELECT
                *
              FROM (
                SELECT
                  "t1"."subject_id",
                  "t1"."counterpart_id",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "day",
                  'deliveries:' || CONCAT_WS('/', COALESCE("t1"."delivery_id", '')) AS "ref"
                FROM "facts"."deliveries" AS "t1"
                WHERE
                  "t1"."provision" = 'M09-1'
              ) AS "t15"
              WHERE
                "t15"."day" <= AS_OF()
            ) AS "t20"
              ON "t40"."person_id" = "t20"."subject_id" AND "t40"."payer" = "t20"."counterpart_id"
          ) AS "t54"
        ) AS "t56"
        GROUP BY
          1
      ) AS "t60"
        ON "t52"."obligation_id" = "t60"."obligation_id"
    ) AS "t62"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t39"."obligation_id",
        'within_due_day' AS "criterion",
        "t39"."holds_within_due_day" AS "holds",
        "t39"."value_within_due_day" AS "value",
        '' AS "fact_refs"
      FROM "t38" AS "t39"
    ) AS "t46"
  ) AS "t64"
) AS "t66"
