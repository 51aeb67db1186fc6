SELECT
  "t5"."obligation_id",
  "t5"."provision",
  "t5"."measure",
  "t5"."modality",
  "t5"."subject_kind",
  "t5"."subject_id",
  "t5"."period_start",
  "t5"."period_end",
  "t5"."quantity",
  "t5"."quantity_unit",
  "t5"."quantity_met",
  "t5"."due_on",
  "t5"."owner_unit_id",
  "t5"."state",
  "t5"."missing",
  "t5"."as_of"
FROM (
  SELECT
    "t4"."fund",
    "t4"."first_day",
    "t4"."spent",
    "t4"."front",
    CONCAT_WS(
      '|',
      COALESCE('M01-1', ''),
      COALESCE('fund', ''),
      COALESCE("t4"."fund", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t4"."first_day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M01-1' AS "provision",
    CAST(1 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'fund' AS "subject_kind",
    "t4"."fund" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t4"."first_day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "period_end",
    CAST("t4"."spent" AS DECIMAL(18, 4)) AS "quantity",
    'fen' AS "quantity_unit",
    CAST("t4"."front" AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    CAST(NULL AS TEXT) AS "owner_unit_id",
    CASE
      WHEN (
        "t4"."front" * 100
      ) >= (
        "t4"."spent" * PARAM('dues.frontline_share_min')
      )
      THEN 'met'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    (
      "t4"."front" * 100
    ) >= (
      "t4"."spent" * PARAM('dues.frontline_share_min')
    ) AS "holds_share_reached",
    CAST("t4"."front" AS TEXT) || '/' || CAST("t4"."spent" AS TEXT) AS "value_share_reached"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t2"."fund",
        MIN("t2"."day") AS "first_day",
        SUM("t2"."amount_fen") AS "spent",
        SUM(
          CASE
            WHEN "t2"."purpose" IN ('consolation', 'frontline_support')
            THEN "t2"."amount_fen"
            ELSE CAST(0 AS BIGINT)
          END
        ) AS "front"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t0"."fund",
            "t0"."purpose",
            "t0"."amount_fen",
            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."on_date") AS "day",
            'fund_entries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t0"."entry_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
          FROM "facts"."fund_entries" AS "t0"
        ) AS "t1"
        WHERE
          "t1"."day" <= AS_OF()
      ) AS "t2"
      GROUP BY
        1
    ) AS "t3"
    WHERE
      "t3"."spent" > 0
  ) AS "t4"
) AS "t5"
