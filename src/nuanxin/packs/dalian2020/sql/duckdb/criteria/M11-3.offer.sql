WITH "t3" AS (
  SELECT
    "t0"."person_id",
    "t0"."deployment",
    "t0"."unit_id",
    "t0"."k",
    "t0"."name",
    "t0"."begin",
    "t0"."due",
    "t0"."named_on",
    "t0"."made",
    CONCAT_WS(
      '|',
      COALESCE('M11-3', ''),
      COALESCE('person', ''),
      COALESCE("t0"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t0"."begin" AS INT) AS TEXT), ''),
      COALESCE("t0"."name", '')
    ) AS "obligation_id",
    'M11-3' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t0"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t0"."begin" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t0"."due" AS INT) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t0"."made" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t0"."due" AS INT) AS "due_on",
    "t0"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t0"."made" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= "t0"."due"
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t0"."k" >= 0 AS "holds_which_offer",
    "t0"."made" IS NOT NULL AS "holds_offered",
    AS_OF() <= "t0"."due" AS "holds_within_due_day",
    CAST("t0"."k" + 1 AS TEXT) AS "value_which_offer",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t0"."made" AS INT) AS TEXT) AS "value_offered",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t0"."due" AS INT) AS TEXT) AS "value_within_due_day"
  FROM "run"."offer" AS "t0"
)
SELECT
  *
FROM (
  SELECT
    "t5"."obligation_id",
    'within_due_day' AS "criterion",
    "t5"."holds_within_due_day" AS "holds",
    "t5"."value_within_due_day" AS "value",
    '' AS "fact_refs"
  FROM "t3" AS "t5"
) AS "t8"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t5"."obligation_id",
      'which_offer' AS "criterion",
      "t5"."holds_which_offer" AS "holds",
      "t5"."value_which_offer" AS "value",
      '' AS "fact_refs"
    FROM "t3" AS "t5"
  ) AS "t9"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t11"."obligation_id",
      "t11"."criterion",
      "t11"."holds",
      "t11"."value",
      COALESCE("t15"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t5"."obligation_id",
        'offered' AS "criterion",
        "t5"."holds_offered" AS "holds",
        "t5"."value_offered" AS "value"
      FROM "t3" AS "t5"
    ) AS "t11"
    LEFT OUTER JOIN (
      SELECT
        "t13"."obligation_id",
        LISTAGG("t13"."ref", ';' ORDER BY "t13"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t7"."obligation_id",
            "t6"."ref"
          FROM "t3" AS "t7"
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
                "t1"."provision" = 'M11-3'
            ) AS "t2"
            WHERE
              "t2"."day" <= AS_OF()
          ) AS "t6"
            ON "t7"."person_id" = "t6"."subject_id" AND "t6"."day" = "t7"."made"
        ) AS "t12"
      ) AS "t13"
      GROUP BY
        1
    ) AS "t15"
      ON "t11"."obligation_id" = "t15"."obligation_id"
  ) AS "t16"
) AS "t17"
