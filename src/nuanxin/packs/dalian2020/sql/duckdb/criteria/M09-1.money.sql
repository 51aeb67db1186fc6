WITH "t15" AS (
  SELECT
    *
  FROM (
    SELECT
      "t8"."subject_id" AS "person_id",
      "t8"."counterpart_id" AS "payer",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t8"."period_start") AS "first_day",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t8"."on_date") AS "day",
      COALESCE("t8"."quantity", 0) AS "fen"
    FROM (
      SELECT
        *
      FROM "facts"."deliveries" AS "t1"
      WHERE
        IN_SCOPE("t1"."subject_id")
    ) AS "t8"
    WHERE
      "t8"."provision" = 'M09-1'
  ) AS "t12"
  WHERE
    "t12"."day" <= AS_OF()
), "t34" AS (
  SELECT
    "t33"."person_id",
    "t33"."payer",
    "t33"."month",
    "t33"."fen",
    "t33"."tier1_days",
    "t33"."tier2_days",
    "t33"."half_days",
    "t33"."doubled_days",
    "t33"."first_day",
    "t33"."last_day",
    "t33"."due",
    "t33"."paid",
    CONCAT_WS(
      '|',
      COALESCE('M09-1', ''),
      COALESCE('person', ''),
      COALESCE("t33"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t33"."first_day" AS INT) AS TEXT), ''),
      COALESCE("t33"."payer", ''),
      COALESCE('fen', '')
    ) AS "obligation_id",
    'M09-1' AS "provision",
    CAST(9 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t33"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t33"."first_day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t33"."last_day" AS INT) AS "period_end",
    CAST("t33"."fen" AS DECIMAL(18, 4)) AS "quantity",
    'fen' AS "quantity_unit",
    CAST("t33"."paid" AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t33"."due" AS INT) AS "due_on",
    "t33"."payer" AS "owner_unit_id",
    CASE
      WHEN "t33"."payer" IS NOT NULL
      THEN CASE
        WHEN "t33"."paid" >= "t33"."fen"
        THEN 'met'
        WHEN NOT (
          AS_OF() <= "t33"."due"
        )
        THEN 'overdue'
        ELSE 'owed'
      END
      ELSE 'unknown'
    END AS "state",
    CASE WHEN "t33"."payer" IS NOT NULL THEN CAST(NULL AS TEXT) ELSE 'spell' END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t33"."fen" > 0 AS "holds_earned",
    "t33"."tier1_days" > 0 AS "holds_tier1_days",
    "t33"."tier2_days" > 0 AS "holds_tier2_days",
    "t33"."half_days" > 0 AS "holds_half_days",
    "t33"."doubled_days" > 0 AS "holds_doubled_days",
    "t33"."payer" IS NOT NULL AS "holds_payer_known",
    "t33"."paid" >= "t33"."fen" AS "holds_paid_in_full",
    AS_OF() <= "t33"."due" AS "holds_within_due_day",
    CAST("t33"."fen" AS TEXT) AS "value_earned",
    CAST("t33"."tier1_days" AS TEXT) AS "value_tier1_days",
    CAST("t33"."tier2_days" AS TEXT) AS "value_tier2_days",
    CAST("t33"."half_days" AS TEXT) AS "value_half_days",
    CAST("t33"."doubled_days" AS TEXT) AS "value_doubled_days",
    "t33"."payer" AS "value_payer_known",
    CAST(CAST("t33"."paid" AS DECIMAL(18, 4)) AS TEXT) AS "value_paid_in_full",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t33"."due" AS INT) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t32".*
      EXCLUDE ("loose_fen", "named", "named_fen", "open")
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
        "t31"."named_fen",
        "t31"."loose_fen",
        "t31"."named",
        "t31"."open",
        "t31"."named" + LEAST(
          GREATEST(
            COALESCE("t31"."loose_fen", 0) - COALESCE(
              SUM("t31"."open") OVER (
                PARTITION BY "t31"."person_id", "t31"."payer"
                ORDER BY "t31"."month" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
              ),
              0
            ),
            0
          ),
          "t31"."open"
        ) AS "paid"
      FROM (
        SELECT
          "t30"."person_id",
          "t30"."payer",
          "t30"."month",
          "t30"."fen",
          "t30"."tier1_days",
          "t30"."tier2_days",
          "t30"."half_days",
          "t30"."doubled_days",
          "t30"."first_day",
          "t30"."last_day",
          "t30"."due",
          "t30"."named_fen",
          "t30"."loose_fen",
          LEAST(COALESCE("t30"."named_fen", 0), "t30"."fen") AS "named",
          "t30"."fen" - LEAST(COALESCE("t30"."named_fen", 0), "t30"."fen") AS "open"
        FROM (
          SELECT
            "t29".*
            EXCLUDE ("payer_right", "person_id_right")
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
              "t24"."person_id" AS "person_id_right",
              "t24"."payer" AS "payer_right",
              "t24"."loose_fen"
            FROM (
              SELECT
                "t26".*
                EXCLUDE ("first_day_right", "payer_right", "person_id_right")
              FROM (
                SELECT
                  "t6"."person_id",
                  "t6"."payer",
                  "t6"."month",
                  "t6"."fen",
                  "t6"."tier1_days",
                  "t6"."tier2_days",
                  "t6"."half_days",
                  "t6"."doubled_days",
                  "t16"."first_day",
                  "t16"."last_day",
                  "t16"."due",
                  "t25"."person_id" AS "person_id_right",
                  "t25"."payer" AS "payer_right",
                  "t25"."first_day" AS "first_day_right",
                  "t25"."named_fen"
                FROM "run"."subsidy" AS "t6"
                INNER JOIN (
                  SELECT
                    "t11"."month",
                    "t11"."first_day",
                    "t11"."last_day",
                    "t9"."due"
                  FROM (
                    SELECT
                      "t3"."month",
                      "t3"."first_day",
                      "t3"."last_day",
                      "t3"."workday_count",
                      "t3"."workdays",
                      "t3"."workday_count" + PARAM('subsidy.due_workdays') AS "due_count"
                    FROM "run"."month" AS "t3"
                  ) AS "t11"
                  LEFT OUTER JOIN (
                    SELECT
                      "t4"."workday_count" AS "due_count",
                      "t4"."day" AS "due"
                    FROM "run"."calendar" AS "t4"
                    WHERE
                      "t4"."is_workday"
                  ) AS "t9"
                    ON "t11"."due_count" = "t9"."due_count"
                ) AS "t16"
                  ON "t6"."month" = "t16"."month"
                LEFT OUTER JOIN (
                  SELECT
                    "t21"."person_id",
                    "t21"."payer",
                    "t21"."first_day",
                    SUM("t21"."fen") AS "named_fen"
                  FROM (
                    SELECT
                      *
                    FROM "t15" AS "t17"
                    WHERE
                      "t17"."first_day" IS NOT NULL
                  ) AS "t21"
                  GROUP BY
                    1,
                    2,
                    3
                ) AS "t25"
                  ON "t6"."person_id" = "t25"."person_id"
                  AND "t6"."payer" = "t25"."payer"
                  AND "t16"."first_day" = "t25"."first_day"
              ) AS "t26"
            ) AS "t28"
            LEFT OUTER JOIN (
              SELECT
                "t20"."person_id",
                "t20"."payer",
                SUM("t20"."fen") AS "loose_fen"
              FROM (
                SELECT
                  *
                FROM "t15" AS "t17"
                WHERE
                  "t17"."first_day" IS NULL
              ) AS "t20"
              GROUP BY
                1,
                2
            ) AS "t24"
              ON "t28"."person_id" = "t24"."person_id" AND "t28"."payer" = "t24"."payer"
          ) AS "t29"
        ) AS "t30"
      ) AS "t31"
    ) AS "t32"
  ) AS "t33"
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
        "t47"."obligation_id",
        "t47"."criterion",
        "t47"."holds",
        "t47"."value",
        COALESCE("t55"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t35"."obligation_id",
          'earned' AS "criterion",
          "t35"."holds_earned" AS "holds",
          "t35"."value_earned" AS "value"
        FROM "t34" AS "t35"
      ) AS "t47"
      LEFT OUTER JOIN (
        SELECT
          "t51"."obligation_id",
          LISTAGG("t51"."ref", ';' ORDER BY "t51"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t36"."obligation_id",
              "t5"."ref"
            FROM "t34" AS "t36"
            INNER JOIN "run"."worked_row" AS "t5"
              ON "t36"."person_id" = "t5"."person_id"
              AND "t5"."day" >= "t36"."first_day"
              AND "t5"."day" <= "t36"."last_day"
          ) AS "t49"
        ) AS "t51"
        GROUP BY
          1
      ) AS "t55"
        ON "t47"."obligation_id" = "t55"."obligation_id"
    ) AS "t57"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t35"."obligation_id",
        'tier1_days' AS "criterion",
        "t35"."holds_tier1_days" AS "holds",
        "t35"."value_tier1_days" AS "value",
        '' AS "fact_refs"
      FROM "t34" AS "t35"
    ) AS "t37"
  ) AS "t59"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t35"."obligation_id",
        'tier2_days' AS "criterion",
        "t35"."holds_tier2_days" AS "holds",
        "t35"."value_tier2_days" AS "value",
        '' AS "fact_refs"
      FROM "t34" AS "t35"
    ) AS "t38"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t35"."obligation_id",
        'half_days' AS "criterion",
        "t35"."holds_half_days" AS "holds",
        "t35"."value_half_days" AS "value",
        '' AS "fact_refs"
      FROM "t34" AS "t35"
    ) AS "t39"
  ) AS "t45"
) AS "t61"
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
        "t35"."obligation_id",
        'doubled_days' AS "criterion",
        "t35"."holds_doubled_days" AS "holds",
        "t35"."value_doubled_days" AS "value",
        '' AS "fact_refs"
      FROM "t34" AS "t35"
    ) AS "t40"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t35"."obligation_id",
        'payer_known' AS "criterion",
        "t35"."holds_payer_known" AS "holds",
        "t35"."value_payer_known" AS "value",
        '' AS "fact_refs"
      FROM "t34" AS "t35"
    ) AS "t41"
  ) AS "t46"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t48"."obligation_id",
        "t48"."criterion",
        "t48"."holds",
        "t48"."value",
        COALESCE("t56"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t35"."obligation_id",
          'paid_in_full' AS "criterion",
          "t35"."holds_paid_in_full" AS "holds",
          "t35"."value_paid_in_full" AS "value"
        FROM "t34" AS "t35"
      ) AS "t48"
      LEFT OUTER JOIN (
        SELECT
          "t52"."obligation_id",
          LISTAGG("t52"."ref", ';' ORDER BY "t52"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t36"."obligation_id",
              "t19"."ref"
            FROM "t34" AS "t36"
            INNER JOIN (
              SELECT
                *
              FROM (
                SELECT
                  "t1"."subject_id",
                  "t1"."counterpart_id",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "day",
                  'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
                FROM "facts"."deliveries" AS "t1"
                WHERE
                  "t1"."provision" = 'M09-1'
              ) AS "t13"
              WHERE
                "t13"."day" <= AS_OF()
            ) AS "t19"
              ON "t36"."person_id" = "t19"."subject_id" AND "t36"."payer" = "t19"."counterpart_id"
          ) AS "t50"
        ) AS "t52"
        GROUP BY
          1
      ) AS "t56"
        ON "t48"."obligation_id" = "t56"."obligation_id"
    ) AS "t58"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t35"."obligation_id",
        'within_due_day' AS "criterion",
        "t35"."holds_within_due_day" AS "holds",
        "t35"."value_within_due_day" AS "value",
        '' AS "fact_refs"
      FROM "t34" AS "t35"
    ) AS "t42"
  ) AS "t60"
) AS "t62"
