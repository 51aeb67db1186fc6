WITH "t6" AS (
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
    CONCAT_WS(
      '|',
      COALESCE('M10-2', ''),
      COALESCE('person', ''),
      COALESCE("t2"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t2"."day" AS INT) AS TEXT), ''),
      COALESCE("t2"."harm_id", '')
    ) AS "obligation_id",
    'M10-2' AS "provision",
    CAST(10 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t2"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t2"."day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t2"."day" AS INT) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t2"."unit_id" AS "owner_unit_id",
    'unknown' AS "state",
    'employment link' AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t2"."arises_from_duty" AS "holds_arises_from_duty",
    CAST(NULL AS BOOLEAN) AS "holds_employment_link",
    CAST("t2"."arises_from_duty" AS TEXT) AS "value_arises_from_duty",
    CAST("t2"."is_volunteer" AS TEXT) AS "value_employment_link",
    "t2"."ref" AS "refs_arises_from_duty"
  FROM (
    SELECT
      *
    FROM "run"."harm" AS "t0"
    WHERE
      "t0"."is_volunteer" AND COALESCE("t0"."arises_from_duty", TRUE)
  ) AS "t2"
)
SELECT
  *
FROM (
  SELECT
    "t7"."obligation_id",
    'arises_from_duty' AS "criterion",
    "t7"."holds_arises_from_duty" AS "holds",
    "t7"."value_arises_from_duty" AS "value",
    COALESCE("t7"."refs_arises_from_duty", '') AS "fact_refs"
  FROM "t6" AS "t7"
) AS "t10"
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
      "t7"."obligation_id",
      'employment_link' AS "criterion",
      "t7"."holds_employment_link" AS "holds",
      "t7"."value_employment_link" AS "value"
    FROM "t6" AS "t7"
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
          "t8"."obligation_id",
          "t5"."ref"
        FROM "t6" AS "t8"
        INNER JOIN (
          SELECT
            "t3"."person_id",
            'people:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t3"."person_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
          FROM (
            SELECT
              *
            FROM "facts"."people" AS "t1"
            WHERE
              IN_SCOPE("t1"."person_id")
          ) AS "t3"
        ) AS "t5"
          ON "t8"."person_id" = "t5"."person_id"
      ) AS "t12"
    ) AS "t13"
    GROUP BY
      1
  ) AS "t15"
    ON "t11"."obligation_id" = "t15"."obligation_id"
) AS "t16"
