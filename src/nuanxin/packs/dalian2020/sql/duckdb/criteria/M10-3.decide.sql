WITH "t3" AS (
  SELECT
    "t2"."harm_id",
    "t2"."person_id",
    "t2"."arises_from_duty",
    "t2"."recognised",
    "t2"."day",
    "t2"."filed",
    "t2"."decided",
    "t2"."paid",
    "t2"."ref",
    "t2"."unit_id",
    "t2"."is_volunteer",
    "t2"."start",
    "t2"."due",
    CONCAT_WS(
      '|',
      COALESCE('M10-3', ''),
      COALESCE('person', ''),
      COALESCE("t2"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t2"."start" AS INT) AS TEXT), ''),
      COALESCE("t2"."harm_id", ''),
      COALESCE('decide', '')
    ) AS "obligation_id",
    'M10-3' AS "provision",
    CAST(10 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t2"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t2"."start" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t2"."due" AS INT) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t2"."due" AS INT) AS "due_on",
    "t2"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t2"."decided" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= "t2"."due"
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t2"."arises_from_duty" AS "holds_arises_from_duty",
    "t2"."decided" IS NOT NULL AS "holds_decided",
    AS_OF() <= "t2"."due" AS "holds_within_due_day",
    CAST("t2"."arises_from_duty" AS TEXT) AS "value_arises_from_duty",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t2"."decided" AS INT) AS TEXT) AS "value_decided",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t2"."due" AS INT) AS TEXT) AS "value_within_due_day",
    "t2"."ref" AS "refs_arises_from_duty",
    "t2"."ref" AS "refs_decided"
  FROM (
    SELECT
      "t1"."harm_id",
      "t1"."person_id",
      "t1"."arises_from_duty",
      "t1"."recognised",
      "t1"."day",
      "t1"."filed",
      "t1"."decided",
      "t1"."paid",
      "t1"."ref",
      "t1"."unit_id",
      "t1"."is_volunteer",
      "t1"."start",
      "t1"."start" + PARAM('injury.decide_within') AS "due"
    FROM (
      SELECT
        "t0"."harm_id",
        "t0"."person_id",
        "t0"."arises_from_duty",
        "t0"."recognised",
        "t0"."day",
        "t0"."filed",
        "t0"."decided",
        "t0"."paid",
        "t0"."ref",
        "t0"."unit_id",
        "t0"."is_volunteer",
        "t0"."filed" AS "start"
      FROM "run"."harm" AS "t0"
      WHERE
        "t0"."arises_from_duty"
        AND NOT (
          "t0"."is_volunteer"
        )
        AND "t0"."filed" IS NOT NULL
    ) AS "t1"
  ) AS "t2"
)
SELECT
  *
FROM (
  SELECT
    "t4"."obligation_id",
    'within_due_day' AS "criterion",
    "t4"."holds_within_due_day" AS "holds",
    "t4"."value_within_due_day" AS "value",
    '' AS "fact_refs"
  FROM "t3" AS "t4"
) AS "t5"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t4"."obligation_id",
      'arises_from_duty' AS "criterion",
      "t4"."holds_arises_from_duty" AS "holds",
      "t4"."value_arises_from_duty" AS "value",
      COALESCE("t4"."refs_arises_from_duty", '') AS "fact_refs"
    FROM "t3" AS "t4"
  ) AS "t6"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t4"."obligation_id",
      'decided' AS "criterion",
      "t4"."holds_decided" AS "holds",
      "t4"."value_decided" AS "value",
      COALESCE("t4"."refs_decided", '') AS "fact_refs"
    FROM "t3" AS "t4"
  ) AS "t7"
) AS "t8"
