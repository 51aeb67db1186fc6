WITH "t17" AS (
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
    "t16"."workdays",
    "t16"."paid_fen",
    "t16"."paid",
    "t16"."due",
    CONCAT_WS(
      '|',
      COALESCE('M05-1', ''),
      COALESCE('person', ''),
      COALESCE("t16"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t16"."first_day" AS INT) AS TEXT), ''),
      COALESCE("t16"."payer", ''),
      COALESCE('fen', '')
    ) AS "obligation_id",
    'M05-1' AS "provision",
    CAST(5 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t16"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t16"."first_day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t16"."last_day" AS INT) AS "period_end",
    CAST("t16"."fen" AS DECIMAL(18, 4)) AS "quantity",
    'fen' AS "quantity_unit",
    CAST("t16"."paid" AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t16"."due" AS INT) AS "due_on",
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
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t16"."paid" >= "t16"."fen" AS "holds_paid_in_full",
    AS_OF() <= "t16"."due" AS "holds_within_due_day",
    CAST(CAST("t16"."paid" AS DECIMAL(18, 4)) AS TEXT) AS "value_paid_in_full",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t16"."due" AS INT) AS TEXT) AS "value_within_due_day"
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
      "t15"."workdays",
      "t15"."paid_fen",
      LEAST(COALESCE("t15"."paid_fen", 0), "t15"."fen") AS "paid",
      "t15"."last_day" + PARAM('subsidy.public_days') AS "due"
    FROM (
      SELECT
        "t14".*
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
          "t13"."person_id" AS "person_id_right",
          "t13"."payer" AS "payer_right",
          "t13"."first_day" AS "first_day_right",
          "t13"."paid_fen"
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
            "t9"."person_id",
            "t9"."payer",
            "t9"."first_day",
            SUM("t9"."fen") AS "paid_fen"
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
          ) AS "t9"
          GROUP BY
            1,
            2,
            3
        ) AS "t13"
          ON "t3"."person_id" = "t13"."person_id"
          AND "t3"."payer" = "t13"."payer"
          AND "t5"."first_day" = "t13"."first_day"
      ) AS "t14"
    ) AS "t15"
  ) AS "t16"
)
SELECT
  *
FROM (
  SELECT
    "t22"."obligation_id",
    "t22"."criterion",
    "t22"."holds",
    "t22"."value",
    COALESCE("t26"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t18"."obligation_id",
      'paid_in_full' AS "criterion",
      "t18"."holds_paid_in_full" AS "holds",
      "t18"."value_paid_in_full" AS "value"
    FROM "t17" AS "t18"
  ) AS "t22"
  LEFT OUTER JOIN (
    SELECT
      "t24"."obligation_id",
      LISTAGG("t24"."ref", ';' ORDER BY "t24"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t19"."obligation_id",
          "t11"."ref"
        FROM "t17" AS "t19"
        INNER JOIN (
          SELECT
            *
          FROM (
            SELECT
              "t2"."subject_id",
              "t2"."counterpart_id",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."on_date") AS "day",
              'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t2"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
            FROM "facts"."deliveries" AS "t2"
            WHERE
              "t2"."provision" = 'M05-1'
          ) AS "t8"
          WHERE
            "t8"."day" <= AS_OF()
        ) AS "t11"
          ON "t19"."person_id" = "t11"."subject_id" AND "t19"."payer" = "t11"."counterpart_id"
      ) AS "t23"
    ) AS "t24"
    GROUP BY
      1
  ) AS "t26"
    ON "t22"."obligation_id" = "t26"."obligation_id"
) AS "t27"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t18"."obligation_id",
    'within_due_day' AS "criterion",
    "t18"."holds_within_due_day" AS "holds",
    "t18"."value_within_due_day" AS "value",
    '' AS "fact_refs"
  FROM "t17" AS "t18"
) AS "t20"
