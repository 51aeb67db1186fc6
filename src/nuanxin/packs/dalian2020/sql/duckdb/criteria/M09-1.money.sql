WITH "t21" AS (
  SELECT
    *
  FROM (
    SELECT
      "t15"."subject_id" AS "person_id",
      "t15"."counterpart_id" AS "payer",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t15"."period_start") AS "first_day",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t15"."on_date") AS "day",
      COALESCE("t15"."quantity", 0) AS "fen"
    FROM (
      SELECT
        "t7"."delivery_id",
        "t7"."provision",
        "t7"."subject_id",
        "t7"."on_date",
        "t7"."quantity",
        "t7"."counterpart_id",
        "t7"."period_start"
      FROM "facts"."deliveries" AS "t7"
      SEMI JOIN "run"."scope" AS "t9"
        ON "t7"."subject_id" = "t9"."person_id"
    ) AS "t15"
    WHERE
      "t15"."provision" = 'M09-1'
  ) AS "t18"
  WHERE
    "t18"."day" <= AS_OF()
), "t37" AS (
  SELECT
    "t36"."person_id",
    "t36"."payer",
    "t36"."month",
    "t36"."fen",
    "t36"."tier1_days",
    "t36"."tier2_days",
    "t36"."half_days",
    "t36"."doubled_days",
    "t36"."first_day",
    "t36"."last_day",
    "t36"."due",
    "t36"."paid",
    CONCAT_WS(
      '|',
      COALESCE('M09-1', ''),
      COALESCE('person', ''),
      COALESCE("t36"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t36"."first_day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      ),
      COALESCE("t36"."payer", ''),
      COALESCE('fen', '')
    ) AS "obligation_id",
    'M09-1' AS "provision",
    CAST(9 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t36"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t36"."first_day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t36"."last_day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST("t36"."fen" AS DECIMAL(18, 4)) AS "quantity",
    'fen' AS "quantity_unit",
    CAST("t36"."paid" AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t36"."due" AS INT)) AS TIMESTAMP) AS DATE) AS "due_on",
    "t36"."payer" AS "owner_unit_id",
    CASE
      WHEN "t36"."payer" IS NOT NULL
      THEN CASE
        WHEN "t36"."paid" >= "t36"."fen"
        THEN 'met'
        WHEN NOT (
          AS_OF() <= "t36"."due"
        )
        THEN 'overdue'
        ELSE 'owed'
      END
      ELSE 'unknown'
    END AS "state",
    CASE WHEN "t36"."payer" IS NOT NULL THEN CAST(NULL AS TEXT) ELSE 'spell' END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t36"."fen" > 0 AS "holds_earned",
    "t36"."tier1_days" > 0 AS "holds_tier1_days",
    "t36"."tier2_days" > 0 AS "holds_tier2_days",
    "t36"."half_days" > 0 AS "holds_half_days",
    "t36"."doubled_days" > 0 AS "holds_doubled_days",
    "t36"."payer" IS NOT NULL AS "holds_payer_known",
    "t36"."paid" >= "t36"."fen" AS "holds_paid_in_full",
    AS_OF() <= "t36"."due" AS "holds_within_due_day",
    CAST("t36"."fen" AS TEXT) AS "value_earned",
    CAST("t36"."tier1_days" AS TEXT) AS "value_tier1_days",
    CAST("t36"."tier2_days" AS TEXT) AS "value_tier2_days",
    CAST("t36"."half_days" AS TEXT) AS "value_half_days",
    CAST("t36"."doubled_days" AS TEXT) AS "value_doubled_days",
    "t36"."payer" AS "value_payer_known",
    CAST(CAST("t36"."paid" AS DECIMAL(18, 4)) AS TEXT) AS "value_paid_in_full",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t36"."due" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t35".*
      EXCLUDE ("loose_fen", "named", "named_fen", "open")
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
        "t34"."named",
        "t34"."open",
        "t34"."named" + LEAST(
          GREATEST(
            COALESCE("t34"."loose_fen", 0) - COALESCE(
              SUM("t34"."open") OVER (
                PARTITION BY "t34"."person_id", "t34"."payer"
                ORDER BY "t34"."month" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
              ),
              0
            ),
            0
          ),
          "t34"."open"
        ) AS "paid"
      FROM (
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
          "t33"."named_fen",
          "t33"."loose_fen",
          LEAST(COALESCE("t33"."named_fen", 0), "t33"."fen") AS "named",
          "t33"."fen" - LEAST(COALESCE("t33"."named_fen", 0), "t33"."fen") AS "open"
        FROM (
          SELECT
            "t32".*
            EXCLUDE ("payer_right", "person_id_right")
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
              "t27"."person_id" AS "person_id_right",
              "t27"."payer" AS "payer_right",
              "t27"."loose_fen"
            FROM (
              SELECT
                "t29".*
                EXCLUDE ("first_day_right", "payer_right", "person_id_right")
              FROM (
                SELECT
                  "t8"."person_id",
                  "t8"."payer",
                  "t8"."month",
                  "t8"."fen",
                  "t8"."tier1_days",
                  "t8"."tier2_days",
                  "t8"."half_days",
                  "t8"."doubled_days",
                  "t20"."first_day",
                  "t20"."last_day",
                  "t20"."due",
                  "t28"."person_id" AS "person_id_right",
                  "t28"."payer" AS "payer_right",
                  "t28"."first_day" AS "first_day_right",
                  "t28"."named_fen"
                FROM "run"."subsidy" AS "t8"
                INNER JOIN (
                  SELECT
                    "t13"."month",
                    "t13"."first_day",
                    "t13"."last_day",
                    "t11"."due"
                  FROM (
                    SELECT
                      "t3"."month",
                      "t3"."first_day",
                      "t3"."last_day",
                      "t3"."workday_count",
                      "t3"."workday_count" + PARAM('subsidy.due_workdays') AS "due_count"
                    FROM "run"."month" AS "t3"
                  ) AS "t13"
                  LEFT OUTER JOIN (
                    SELECT
                      "t4"."workday_count" AS "due_count",
                      "t4"."day" AS "due"
                    FROM "run"."calendar" AS "t4"
                    WHERE
                      "t4"."is_workday"
                  ) AS "t11"
                    ON "t13"."due_count" = "t11"."due_count"
                ) AS "t20"
                  ON "t8"."month" = "t20"."month"
                LEFT OUTER JOIN (
                  SELECT
                    "t24"."person_id",
                    "t24"."payer",
                    "t24"."first_day",
                    SUM("t24"."fen") AS "named_fen"
                  FROM (
                    SELECT
                      *
                    FROM "t21" AS "t22"
                    WHERE
                      "t22"."first_day" IS NOT NULL
                  ) AS "t24"
                  GROUP BY
                    1,
                    2,
                    3
                ) AS "t28"
                  ON "t8"."person_id" = "t28"."person_id"
                  AND "t8"."payer" = "t28"."payer"
                  AND "t20"."first_day" = "t28"."first_day"
              ) AS "t29"
            ) AS "t31"
            LEFT OUTER JOIN (
              SELECT
                "t23"."person_id",
                "t23"."payer",
                SUM("t23"."fen") AS "loose_fen"
              FROM (
                SELECT
                  *
                FROM "t21" AS "t22"
                WHERE
                  "t22"."first_day" IS NULL
              ) AS "t23"
              GROUP BY
                1,
                2
            ) AS "t27"
              ON "t31"."person_id" = "t27"."person_id" AND "t31"."payer" = "t27"."payer"
          ) AS "t32"
        ) AS "t33"
      ) AS "t34"
    ) AS "t35"
  ) AS "t36"
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
        "t50"."obligation_id",
        "t50"."criterion",
        "t50"."holds",
        "t50"."value",
        COALESCE("t58"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t38"."obligation_id",
          'earned' AS "criterion",
          "t38"."holds_earned" AS "holds",
          "t38"."value_earned" AS "value"
        FROM "t37" AS "t38"
      ) AS "t50"
      LEFT OUTER JOIN (
        SELECT
          "t54"."obligation_id",
          LISTAGG("t54"."ref", ';' ORDER BY "t54"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t39"."obligation_id",
              "t6"."ref"
            FROM "t37" AS "t39"
            INNER JOIN "run"."worked_row" AS "t6"
              ON "t39"."person_id" = "t6"."person_id"
              AND "t6"."day" >= "t39"."first_day"
              AND "t6"."day" <= "t39"."last_day"
          ) AS "t52"
        ) AS "t54"
        GROUP BY
          1
      ) AS "t58"
        ON "t50"."obligation_id" = "t58"."obligation_id"
    ) AS "t60"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t38"."obligation_id",
        'tier1_days' AS "criterion",
        "t38"."holds_tier1_days" AS "holds",
        "t38"."value_tier1_days" AS "value",
        '' AS "fact_refs"
      FROM "t37" AS "t38"
    ) AS "t40"
  ) AS "t62"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t38"."obligation_id",
        'tier2_days' AS "criterion",
        "t38"."holds_tier2_days" AS "holds",
        "t38"."value_tier2_days" AS "value",
        '' AS "fact_refs"
      FROM "t37" AS "t38"
    ) AS "t41"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t38"."obligation_id",
        'half_days' AS "criterion",
        "t38"."holds_half_days" AS "holds",
        "t38"."value_half_days" AS "value",
        '' AS "fact_refs"
      FROM "t37" AS "t38"
    ) AS "t42"
  ) AS "t48"
) AS "t64"
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
        "t38"."obligation_id",
        'doubled_days' AS "criterion",
        "t38"."holds_doubled_days" AS "holds",
        "t38"."value_doubled_days" AS "value",
        '' AS "fact_refs"
      FROM "t37" AS "t38"
    ) AS "t43"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t38"."obligation_id",
        'payer_known' AS "criterion",
        "t38"."holds_payer_known" AS "holds",
        "t38"."value_payer_known" AS "value",
        '' AS "fact_refs"
      FROM "t37" AS "t38"
    ) AS "t44"
  ) AS "t49"
  UNION ALL
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
          "t38"."obligation_id",
          'paid_in_full' AS "criterion",
          "t38"."holds_paid_in_full" AS "holds",
          "t38"."value_paid_in_full" AS "value"
        FROM "t37" AS "t38"
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
              "t39"."obligation_id",
              "t19"."ref"
            FROM "t37" AS "t39"
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
              ) AS "t14"
              WHERE
                "t14"."day" <= AS_OF()
            ) AS "t19"
              ON "t39"."person_id" = "t19"."subject_id" AND "t39"."payer" = "t19"."counterpart_id"
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
        "t38"."obligation_id",
        'within_due_day' AS "criterion",
        "t38"."holds_within_due_day" AS "holds",
        "t38"."value_within_due_day" AS "value",
        '' AS "fact_refs"
      FROM "t37" AS "t38"
    ) AS "t45"
  ) AS "t63"
) AS "t65"
