WITH "t20" AS (
  SELECT
    "t19"."person_id",
    "t19"."payer",
    "t19"."month",
    "t19"."fen",
    "t19"."tier1_days",
    "t19"."tier2_days",
    "t19"."half_days",
    "t19"."doubled_days",
    "t19"."first_day",
    "t19"."last_day",
    "t19"."paid_fen",
    "t19"."paid",
    "t19"."due",
    CONCAT_WS(
      '|',
      COALESCE('M05-1', ''),
      COALESCE('person', ''),
      COALESCE("t19"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t19"."first_day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      ),
      COALESCE("t19"."payer", ''),
      COALESCE('fen', '')
    ) AS "obligation_id",
    'M05-1' AS "provision",
    CAST(5 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t19"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t19"."first_day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t19"."last_day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST("t19"."fen" AS DECIMAL(18, 4)) AS "quantity",
    'fen' AS "quantity_unit",
    CAST("t19"."paid" AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t19"."due" AS INT)) AS TIMESTAMP) AS DATE) AS "due_on",
    "t19"."payer" AS "owner_unit_id",
    CASE
      WHEN "t19"."payer" IS NOT NULL
      THEN CASE
        WHEN "t19"."paid" >= "t19"."fen"
        THEN 'met'
        WHEN NOT (
          AS_OF() <= "t19"."due"
        )
        THEN 'overdue'
        ELSE 'owed'
      END
      ELSE 'unknown'
    END AS "state",
    CASE WHEN "t19"."payer" IS NOT NULL THEN CAST(NULL AS TEXT) ELSE 'spell' END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t19"."paid" >= "t19"."fen" AS "holds_paid_in_full",
    AS_OF() <= "t19"."due" AS "holds_within_due_day",
    CAST("t19"."paid" AS TEXT) AS "value_paid_in_full",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t19"."due" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t18"."person_id",
      "t18"."payer",
      "t18"."month",
      "t18"."fen",
      "t18"."tier1_days",
      "t18"."tier2_days",
      "t18"."half_days",
      "t18"."doubled_days",
      "t18"."first_day",
      "t18"."last_day",
      "t18"."paid_fen",
      LEAST(COALESCE("t18"."paid_fen", 0), "t18"."fen") AS "paid",
      "t18"."last_day" + PARAM('subsidy.public_days') AS "due"
    FROM (
      SELECT
        "t17".*
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
          "t16"."person_id" AS "person_id_right",
          "t16"."payer" AS "payer_right",
          "t16"."first_day" AS "first_day_right",
          "t16"."paid_fen"
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
            "t14"."person_id",
            "t14"."payer",
            "t14"."first_day",
            SUM("t14"."fen") AS "paid_fen"
          FROM (
            SELECT
              "t13"."subject_id" AS "person_id",
              "t13"."counterpart_id" AS "payer",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t13"."period_start") AS "first_day",
              COALESCE("t13"."quantity", 0) AS "fen"
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
              ) AS "t10"
              WHERE
                "t10"."provision" = 'M05-1'
                AND DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t10"."on_date") <= AS_OF()
            ) AS "t13"
          ) AS "t14"
          GROUP BY
            1,
            2,
            3
        ) AS "t16"
          ON "t4"."person_id" = "t16"."person_id"
          AND "t4"."payer" = "t16"."payer"
          AND "t8"."first_day" = "t16"."first_day"
      ) AS "t17"
    ) AS "t18"
  ) AS "t19"
)
SELECT
  *
FROM (
  SELECT
    "t25"."obligation_id",
    "t25"."criterion",
    "t25"."holds",
    "t25"."value",
    COALESCE("t29"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t21"."obligation_id",
      'paid_in_full' AS "criterion",
      "t21"."holds_paid_in_full" AS "holds",
      "t21"."value_paid_in_full" AS "value"
    FROM "t20" AS "t21"
  ) AS "t25"
  LEFT OUTER JOIN (
    SELECT
      "t27"."obligation_id",
      LISTAGG("t27"."ref", ';' ORDER BY "t27"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t22"."obligation_id",
          "t12"."ref"
        FROM "t20" AS "t22"
        INNER JOIN (
          SELECT
            *
          FROM (
            SELECT
              "t2"."subject_id",
              "t2"."counterpart_id",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."on_date") AS "day",
              'deliveries:' || CONCAT_WS('/', COALESCE("t2"."delivery_id", '')) AS "ref"
            FROM "facts"."deliveries" AS "t2"
            WHERE
              "t2"."provision" = 'M05-1'
          ) AS "t9"
          WHERE
            "t9"."day" <= AS_OF()
        ) AS "t12"
          ON "t22"."person_id" = "t12"."subject_id" AND "t22"."payer" = "t12"."counterpart_id"
      ) AS "t26"
    ) AS "t27"
    GROUP BY
      1
  ) AS "t29"
    ON "t25"."obligation_id" = "t29"."obligation_id"
) AS "t30"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t21"."obligation_id",
    'within_due_day' AS "criterion",
    "t21"."holds_within_due_day" AS "holds",
    "t21"."value_within_due_day" AS "value",
    '' AS "fact_refs"
  FROM "t20" AS "t21"
) AS "t23"
