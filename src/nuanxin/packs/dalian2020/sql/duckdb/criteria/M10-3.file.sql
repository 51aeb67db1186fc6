WITH "t13" AS (
  SELECT
    "t12"."harm_id",
    "t12"."person_id",
    "t12"."arises_from_duty",
    "t12"."recognised",
    "t12"."day",
    "t12"."filed",
    "t12"."decided",
    "t12"."paid",
    "t12"."ref",
    "t12"."unit_id",
    "t12"."is_volunteer",
    "t12"."start",
    "t12"."due",
    CONCAT_WS(
      '|',
      COALESCE('M10-3', ''),
      COALESCE('person', ''),
      COALESCE("t12"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t12"."start" AS INT) AS TEXT), ''),
      COALESCE("t12"."harm_id", ''),
      COALESCE('file', '')
    ) AS "obligation_id",
    'M10-3' AS "provision",
    CAST(10 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t12"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t12"."start" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t12"."due" AS INT) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t12"."due" AS INT) AS "due_on",
    "t12"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t12"."filed" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= "t12"."due"
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t12"."arises_from_duty" AS "holds_arises_from_duty",
    "t12"."filed" IS NOT NULL AS "holds_filed",
    AS_OF() <= "t12"."due" AS "holds_within_due_day",
    CAST("t12"."arises_from_duty" AS TEXT) AS "value_arises_from_duty",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t12"."filed" AS INT) AS TEXT) AS "value_filed",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t12"."due" AS INT) AS TEXT) AS "value_within_due_day",
    "t12"."ref" AS "refs_arises_from_duty",
    "t12"."ref" AS "refs_filed"
  FROM (
    SELECT
      "t11".*
      EXCLUDE ("due_count", "workday_count")
    FROM (
      SELECT
        "t10"."harm_id",
        "t10"."person_id",
        "t10"."arises_from_duty",
        "t10"."recognised",
        "t10"."day",
        "t10"."filed",
        "t10"."decided",
        "t10"."paid",
        "t10"."ref",
        "t10"."unit_id",
        "t10"."is_volunteer",
        "t10"."start",
        "t10"."due_count",
        "t3"."workday_count",
        "t3"."due"
      FROM (
        SELECT
          "t8".*
          EXCLUDE ("start_right")
        FROM (
          SELECT
            "t6"."harm_id",
            "t6"."person_id",
            "t6"."arises_from_duty",
            "t6"."recognised",
            "t6"."day",
            "t6"."filed",
            "t6"."decided",
            "t6"."paid",
            "t6"."ref",
            "t6"."unit_id",
            "t6"."is_volunteer",
            "t6"."start",
            "t7"."start" AS "start_right",
            "t7"."due_count"
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
              "t1"."day" AS "start"
            FROM "run"."harm" AS "t1"
            WHERE
              "t1"."arises_from_duty" AND NOT (
                "t1"."is_volunteer"
              )
          ) AS "t6"
          LEFT OUTER JOIN (
            SELECT
              "t0"."day" AS "start",
              "t0"."workday_count" + PARAM('injury.file_within') AS "due_count"
            FROM "run"."calendar" AS "t0"
          ) AS "t7"
            ON "t6"."start" = "t7"."start"
        ) AS "t8"
      ) AS "t10"
      LEFT OUTER JOIN (
        SELECT
          "t0"."workday_count",
          "t0"."day" AS "due"
        FROM "run"."calendar" AS "t0"
        WHERE
          "t0"."is_workday"
      ) AS "t3"
        ON "t10"."due_count" = "t3"."workday_count"
    ) AS "t11"
  ) AS "t12"
)
SELECT
  *
FROM (
  SELECT
    "t14"."obligation_id",
    'within_due_day' AS "criterion",
    "t14"."holds_within_due_day" AS "holds",
    "t14"."value_within_due_day" AS "value",
    '' AS "fact_refs"
  FROM "t13" AS "t14"
) AS "t15"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t14"."obligation_id",
      'arises_from_duty' AS "criterion",
      "t14"."holds_arises_from_duty" AS "holds",
      "t14"."value_arises_from_duty" AS "value",
      COALESCE("t14"."refs_arises_from_duty", '') AS "fact_refs"
    FROM "t13" AS "t14"
  ) AS "t16"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t14"."obligation_id",
      'filed' AS "criterion",
      "t14"."holds_filed" AS "holds",
      "t14"."value_filed" AS "value",
      COALESCE("t14"."refs_filed", '') AS "fact_refs"
    FROM "t13" AS "t14"
  ) AS "t17"
) AS "t18"
