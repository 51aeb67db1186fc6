WITH "t2" AS (
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
), "t8" AS (
  SELECT
    "t7"."fund",
    "t7"."first_day",
    "t7"."spent",
    "t7"."front",
    CONCAT_WS(
      '|',
      COALESCE('M01-1', ''),
      COALESCE('fund', ''),
      COALESCE("t7"."fund", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t7"."first_day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M01-1' AS "provision",
    CAST(1 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'fund' AS "subject_kind",
    "t7"."fund" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t7"."first_day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "period_end",
    CAST("t7"."spent" AS DECIMAL(18, 4)) AS "quantity",
    'fen' AS "quantity_unit",
    CAST("t7"."front" AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    CAST(NULL AS TEXT) AS "owner_unit_id",
    CASE
      WHEN (
        "t7"."front" * 100
      ) >= (
        "t7"."spent" * PARAM('dues.frontline_share_min')
      )
      THEN 'met'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    (
      "t7"."front" * 100
    ) >= (
      "t7"."spent" * PARAM('dues.frontline_share_min')
    ) AS "holds_share_reached",
    CAST("t7"."front" AS TEXT) || '/' || CAST("t7"."spent" AS TEXT) AS "value_share_reached"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t3"."fund",
        MIN("t3"."day") AS "first_day",
        SUM("t3"."amount_fen") AS "spent",
        SUM(
          CASE
            WHEN "t3"."purpose" IN ('consolation', 'frontline_support')
            THEN "t3"."amount_fen"
            ELSE CAST(0 AS BIGINT)
          END
        ) AS "front"
      FROM "t2" AS "t3"
      GROUP BY
        1
    ) AS "t5"
    WHERE
      "t5"."spent" > 0
  ) AS "t7"
)
SELECT
  "t12"."obligation_id",
  "t12"."criterion",
  "t12"."holds",
  "t12"."value",
  COALESCE("t16"."fact_refs", '') AS "fact_refs"
FROM (
  SELECT
    "t9"."obligation_id",
    'share_reached' AS "criterion",
    "t9"."holds_share_reached" AS "holds",
    "t9"."value_share_reached" AS "value"
  FROM "t8" AS "t9"
) AS "t12"
LEFT OUTER JOIN (
  SELECT
    "t14"."obligation_id",
    LISTAGG("t14"."ref", ';' ORDER BY "t14"."ref" ASC) AS "fact_refs"
  FROM (
    SELECT DISTINCT
      *
    FROM (
      SELECT
        "t10"."obligation_id",
        "t6"."ref"
      FROM "t8" AS "t10"
      INNER JOIN (
        SELECT
          *
        FROM "t2" AS "t3"
        WHERE
          NOT (
            "t3"."purpose" IN ('consolation', 'frontline_support')
          )
      ) AS "t6"
        ON "t10"."fund" = "t6"."fund"
    ) AS "t13"
  ) AS "t14"
  GROUP BY
    1
) AS "t16"
  ON "t12"."obligation_id" = "t16"."obligation_id"
