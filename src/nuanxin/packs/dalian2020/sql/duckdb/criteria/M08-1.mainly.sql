WITH "t5" AS (
  SELECT
    *
  FROM (
    SELECT
      "t1"."fund",
      "t1"."purpose",
      "t1"."beneficiary_kind",
      "t1"."amount_fen",
      (
        (
          EXTRACT(year FROM "t1"."on_date") * 12
        ) + EXTRACT(month FROM "t1"."on_date")
      ) - 1 AS "month",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "day",
      'fund_entries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."entry_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
    FROM "facts"."fund_entries" AS "t1"
  ) AS "t4"
  WHERE
    "t4"."day" <= AS_OF()
), "t16" AS (
  SELECT
    "t15"."fund",
    "t15"."month",
    "t15"."total",
    "t15"."high",
    "t15"."sure",
    "t15"."first_day",
    "t15"."last_day",
    CONCAT_WS(
      '|',
      COALESCE('M08-1', ''),
      COALESCE('fund', ''),
      COALESCE("t15"."fund", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t15"."first_day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M08-1' AS "provision",
    CAST(8 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'fund' AS "subject_kind",
    "t15"."fund" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t15"."first_day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t15"."last_day" AS INT) AS "period_end",
    CAST(CAST(FLOOR(
      (
        (
          "t15"."total" * PARAM('fund.party_dues_min_frontline')
        ) + 99
      ) / (
        100
      )
    ) AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'fen' AS "quantity_unit",
    CAST(GREATEST(
      0,
      LEAST(
        "t15"."sure",
        CAST(FLOOR(
          (
            (
              "t15"."total" * PARAM('fund.party_dues_min_frontline')
            ) + 99
          ) / (
            100
          )
        ) AS BIGINT)
      )
    ) AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t15"."last_day" AS INT) AS "due_on",
    CAST(NULL AS TEXT) AS "owner_unit_id",
    CASE
      WHEN (
        "t15"."sure" * 100
      ) >= (
        "t15"."total" * PARAM('fund.party_dues_min_frontline')
      )
      THEN 'met'
      WHEN NOT (
        (
          "t15"."sure" * 100
        ) >= (
          "t15"."total" * PARAM('fund.party_dues_min_frontline')
        )
      )
      AND (
        (
          "t15"."high" * 100
        ) >= (
          "t15"."total" * PARAM('fund.party_dues_min_frontline')
        )
      )
      THEN 'unknown'
      WHEN AS_OF() <= "t15"."last_day"
      THEN 'owed'
      WHEN NOT (
        (
          "t15"."high" * 100
        ) >= (
          "t15"."total" * PARAM('fund.party_dues_alarm')
        )
      )
      THEN 'breached'
      ELSE 'overdue'
    END AS "state",
    CASE
      WHEN NOT (
        (
          "t15"."sure" * 100
        ) >= (
          "t15"."total" * PARAM('fund.party_dues_min_frontline')
        )
      )
      AND (
        (
          "t15"."high" * 100
        ) >= (
          "t15"."total" * PARAM('fund.party_dues_min_frontline')
        )
      )
      THEN 'beneficiary_kind'
      ELSE CAST(NULL AS TEXT)
    END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    (
      "t15"."sure" * 100
    ) >= (
      "t15"."total" * PARAM('fund.party_dues_min_frontline')
    ) AS "holds_mainly_frontline",
    "t15"."high" = "t15"."sure" AS "holds_recipients_known",
    (
      "t15"."high" * 100
    ) >= (
      "t15"."total" * PARAM('fund.party_dues_alarm')
    ) AS "holds_above_alarm",
    AS_OF() <= "t15"."last_day" AS "holds_month_runs",
    CAST("t15"."sure" AS TEXT) || '/' || CAST("t15"."total" AS TEXT) AS "value_mainly_frontline",
    CAST("t15"."high" - "t15"."sure" AS TEXT) AS "value_recipients_known",
    CAST("t15"."high" AS TEXT) || '/' || CAST("t15"."total" AS TEXT) AS "value_above_alarm",
    CAST(AS_OF() <= "t15"."last_day" AS TEXT) AS "value_month_runs"
  FROM (
    SELECT
      "t14"."fund",
      "t14"."month",
      "t14"."total",
      "t14"."high",
      "t14"."sure",
      "t3"."first_day",
      "t3"."last_day"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t11"."fund",
          "t11"."month",
          SUM("t11"."total") OVER (
            PARTITION BY "t11"."fund"
            ORDER BY "t11"."month" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS "total",
          SUM("t11"."high") OVER (
            PARTITION BY "t11"."fund"
            ORDER BY "t11"."month" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS "high",
          SUM("t11"."sure") OVER (
            PARTITION BY "t11"."fund"
            ORDER BY "t11"."month" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS "sure"
        FROM (
          SELECT
            "t6"."fund",
            "t6"."month",
            SUM("t6"."amount_fen") AS "total",
            SUM(
              CASE
                WHEN "t6"."purpose" IN ('frontline_support', 'consolation')
                THEN "t6"."amount_fen"
                ELSE CAST(0 AS BIGINT)
              END
            ) AS "high",
            SUM(
              CASE
                WHEN "t6"."purpose" IN ('frontline_support', 'consolation')
                AND (
                  "t6"."beneficiary_kind" IS NOT NULL
                )
                THEN "t6"."amount_fen"
                ELSE CAST(0 AS BIGINT)
              END
            ) AS "sure"
          FROM "t5" AS "t6"
          GROUP BY
            1,
            2
        ) AS "t11"
      ) AS "t12"
      WHERE
        "t12"."total" > 0
    ) AS "t14"
    INNER JOIN (
      SELECT
        "t0"."month",
        "t0"."first_day",
        "t0"."last_day"
      FROM "run"."month" AS "t0"
    ) AS "t3"
      ON "t14"."month" = "t3"."month"
  ) AS "t15"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t24"."obligation_id",
      "t24"."criterion",
      "t24"."holds",
      "t24"."value",
      COALESCE("t32"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t17"."obligation_id",
        'mainly_frontline' AS "criterion",
        "t17"."holds_mainly_frontline" AS "holds",
        "t17"."value_mainly_frontline" AS "value"
      FROM "t16" AS "t17"
    ) AS "t24"
    LEFT OUTER JOIN (
      SELECT
        "t28"."obligation_id",
        LISTAGG("t28"."ref", ';' ORDER BY "t28"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t18"."obligation_id",
            "t10"."ref"
          FROM "t16" AS "t18"
          INNER JOIN (
            SELECT
              *
            FROM "t5" AS "t6"
            WHERE
              NOT (
                "t6"."purpose" IN ('frontline_support', 'consolation')
              )
          ) AS "t10"
            ON "t18"."fund" = "t10"."fund" AND "t10"."month" <= "t18"."month"
        ) AS "t26"
      ) AS "t28"
      GROUP BY
        1
    ) AS "t32"
      ON "t24"."obligation_id" = "t32"."obligation_id"
  ) AS "t34"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t25"."obligation_id",
      "t25"."criterion",
      "t25"."holds",
      "t25"."value",
      COALESCE("t33"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t17"."obligation_id",
        'recipients_known' AS "criterion",
        "t17"."holds_recipients_known" AS "holds",
        "t17"."value_recipients_known" AS "value"
      FROM "t16" AS "t17"
    ) AS "t25"
    LEFT OUTER JOIN (
      SELECT
        "t29"."obligation_id",
        LISTAGG("t29"."ref", ';' ORDER BY "t29"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t18"."obligation_id",
            "t9"."ref"
          FROM "t16" AS "t18"
          INNER JOIN (
            SELECT
              *
            FROM "t5" AS "t6"
            WHERE
              "t6"."purpose" IN ('frontline_support', 'consolation')
              AND "t6"."beneficiary_kind" IS NULL
          ) AS "t9"
            ON "t18"."fund" = "t9"."fund" AND "t9"."month" <= "t18"."month"
        ) AS "t27"
      ) AS "t29"
      GROUP BY
        1
    ) AS "t33"
      ON "t25"."obligation_id" = "t33"."obligation_id"
  ) AS "t35"
) AS "t36"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t17"."obligation_id",
      'above_alarm' AS "criterion",
      "t17"."holds_above_alarm" AS "holds",
      "t17"."value_above_alarm" AS "value",
      '' AS "fact_refs"
    FROM "t16" AS "t17"
  ) AS "t19"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t17"."obligation_id",
      'month_runs' AS "criterion",
      "t17"."holds_month_runs" AS "holds",
      "t17"."value_month_runs" AS "value",
      '' AS "fact_refs"
    FROM "t16" AS "t17"
  ) AS "t20"
) AS "t23"
