SELECT
  "t11"."obligation_id",
  "t11"."provision",
  "t11"."measure",
  "t11"."modality",
  "t11"."subject_kind",
  "t11"."subject_id",
  "t11"."period_start",
  "t11"."period_end",
  "t11"."quantity",
  "t11"."quantity_unit",
  "t11"."quantity_met",
  "t11"."due_on",
  "t11"."owner_unit_id",
  "t11"."state",
  "t11"."missing",
  "t11"."as_of"
FROM (
  SELECT
    "t10"."fund",
    "t10"."month",
    "t10"."total",
    "t10"."high",
    "t10"."sure",
    "t10"."first_day",
    "t10"."last_day",
    CONCAT_WS(
      '|',
      COALESCE('M08-1', ''),
      COALESCE('fund', ''),
      COALESCE("t10"."fund", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t10"."first_day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M08-1' AS "provision",
    CAST(8 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'fund' AS "subject_kind",
    "t10"."fund" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t10"."first_day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t10"."last_day" AS INT) AS "period_end",
    CAST(CAST(FLOOR(
      (
        (
          "t10"."total" * PARAM('fund.party_dues_min_frontline')
        ) + 99
      ) / (
        100
      )
    ) AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'fen' AS "quantity_unit",
    CAST(GREATEST(
      0,
      LEAST(
        "t10"."sure",
        CAST(FLOOR(
          (
            (
              "t10"."total" * PARAM('fund.party_dues_min_frontline')
            ) + 99
          ) / (
            100
          )
        ) AS BIGINT)
      )
    ) AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t10"."last_day" AS INT) AS "due_on",
    CAST(NULL AS TEXT) AS "owner_unit_id",
    CASE
      WHEN (
        "t10"."sure" * 100
      ) >= (
        "t10"."total" * PARAM('fund.party_dues_min_frontline')
      )
      THEN 'met'
      WHEN NOT (
        (
          "t10"."sure" * 100
        ) >= (
          "t10"."total" * PARAM('fund.party_dues_min_frontline')
        )
      )
      AND (
        (
          "t10"."high" * 100
        ) >= (
          "t10"."total" * PARAM('fund.party_dues_min_frontline')
        )
      )
      THEN 'unknown'
      WHEN AS_OF() <= "t10"."last_day"
      THEN 'owed'
      WHEN NOT (
        (
          "t10"."high" * 100
        ) >= (
          "t10"."total" * PARAM('fund.party_dues_alarm')
        )
      )
      THEN 'breached'
      ELSE 'overdue'
    END AS "state",
    CASE
      WHEN NOT (
        (
          "t10"."sure" * 100
        ) >= (
          "t10"."total" * PARAM('fund.party_dues_min_frontline')
        )
      )
      AND (
        (
          "t10"."high" * 100
        ) >= (
          "t10"."total" * PARAM('fund.party_dues_min_frontline')
        )
      )
      THEN 'beneficiary_kind'
      ELSE CAST(NULL AS TEXT)
    END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    (
      "t10"."sure" * 100
    ) >= (
      "t10"."total" * PARAM('fund.party_dues_min_frontline')
    ) AS "holds_mainly_frontline",
    "t10"."high" = "t10"."sure" AS "holds_recipients_known",
    (
      "t10"."high" * 100
    ) >= (
      "t10"."total" * PARAM('fund.party_dues_alarm')
    ) AS "holds_above_alarm",
    AS_OF() <= "t10"."last_day" AS "holds_month_runs",
    CAST("t10"."sure" AS TEXT) || '/' || CAST("t10"."total" AS TEXT) AS "value_mainly_frontline",
    CAST("t10"."high" - "t10"."sure" AS TEXT) AS "value_recipients_known",
    CAST("t10"."high" AS TEXT) || '/' || CAST("t10"."total" AS TEXT) AS "value_above_alarm",
    CAST(AS_OF() <= "t10"."last_day" AS TEXT) AS "value_month_runs"
  FROM (
    SELECT
      "t9"."fund",
      "t9"."month",
      "t9"."total",
      "t9"."high",
      "t9"."sure",
      "t3"."first_day",
      "t3"."last_day"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t6"."fund",
          "t6"."month",
          SUM("t6"."total") OVER (
            PARTITION BY "t6"."fund"
            ORDER BY "t6"."month" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS "total",
          SUM("t6"."high") OVER (
            PARTITION BY "t6"."fund"
            ORDER BY "t6"."month" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS "high",
          SUM("t6"."sure") OVER (
            PARTITION BY "t6"."fund"
            ORDER BY "t6"."month" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS "sure"
        FROM (
          SELECT
            "t5"."fund",
            "t5"."month",
            SUM("t5"."amount_fen") AS "total",
            SUM(
              CASE
                WHEN "t5"."purpose" IN ('frontline_support', 'consolation')
                THEN "t5"."amount_fen"
                ELSE CAST(0 AS BIGINT)
              END
            ) AS "high",
            SUM(
              CASE
                WHEN "t5"."purpose" IN ('frontline_support', 'consolation')
                AND (
                  "t5"."beneficiary_kind" IS NOT NULL
                )
                THEN "t5"."amount_fen"
                ELSE CAST(0 AS BIGINT)
              END
            ) AS "sure"
          FROM (
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
          ) AS "t5"
          GROUP BY
            1,
            2
        ) AS "t6"
      ) AS "t7"
      WHERE
        "t7"."total" > 0
    ) AS "t9"
    INNER JOIN (
      SELECT
        "t0"."month",
        "t0"."first_day",
        "t0"."last_day"
      FROM "run"."month" AS "t0"
    ) AS "t3"
      ON "t9"."month" = "t3"."month"
  ) AS "t10"
) AS "t11"
