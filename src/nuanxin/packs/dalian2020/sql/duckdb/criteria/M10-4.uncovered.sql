WITH "t3" AS (
  SELECT
    "t0"."person_id",
    "t0"."unit_id",
    "t0"."kind",
    "t0"."start",
    "t0"."last_day",
    CONCAT_WS(
      '|',
      COALESCE('M10-4', ''),
      COALESCE('person', ''),
      COALESCE("t0"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t0"."start" AS INT) AS TEXT), ''),
      COALESCE("t0"."kind", '')
    ) AS "obligation_id",
    'M10-4' AS "provision",
    CAST(10 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t0"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t0"."start" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t0"."last_day" AS INT) AS "period_end",
    CAST((
      "t0"."last_day" - "t0"."start"
    ) + 1 AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t0"."start" AS INT) AS "due_on",
    "t0"."unit_id" AS "owner_unit_id",
    CASE WHEN NOT (
      ABSENT('insurance')
    ) THEN 'breached' ELSE 'unknown' END AS "state",
    CASE WHEN NOT (
      ABSENT('insurance')
    ) THEN CAST(NULL AS TEXT) ELSE 'insurance' END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    (
      (
        "t0"."last_day" - "t0"."start"
      ) + 1
    ) > 0 AS "holds_treats_infected",
    NOT (
      ABSENT('insurance')
    ) AS "holds_policies_known",
    CASE WHEN NOT (
      ABSENT('insurance')
    ) THEN FALSE ELSE NULL END AS "holds_covered",
    CAST((
      "t0"."last_day" - "t0"."start"
    ) + 1 AS TEXT) AS "value_treats_infected",
    CAST(NOT (
      ABSENT('insurance')
    ) AS TEXT) AS "value_policies_known",
    "t0"."kind" AS "value_covered"
  FROM "run"."uncovered" AS "t0"
)
SELECT
  *
FROM (
  SELECT
    "t5"."obligation_id",
    'covered' AS "criterion",
    "t5"."holds_covered" AS "holds",
    "t5"."value_covered" AS "value",
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
      "t11"."obligation_id",
      "t11"."criterion",
      "t11"."holds",
      "t11"."value",
      COALESCE("t15"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t5"."obligation_id",
        'treats_infected' AS "criterion",
        "t5"."holds_treats_infected" AS "holds",
        "t5"."value_treats_infected" AS "value"
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
              "t2"."person_id",
              "t2"."arranged_by",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."start_date") AS "start",
              COALESCE(DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."end_date"), AS_OF()) AS "last_day",
              'spells:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t2"."spell_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
            FROM (
              SELECT
                *
              FROM "facts"."spells" AS "t1"
              WHERE
                IN_SCOPE("t1"."person_id")
            ) AS "t2"
          ) AS "t6"
            ON "t7"."person_id" = "t6"."person_id"
            AND "t6"."start" <= "t7"."last_day"
            AND "t6"."last_day" >= "t7"."start"
        ) AS "t12"
      ) AS "t13"
      GROUP BY
        1
    ) AS "t15"
      ON "t11"."obligation_id" = "t15"."obligation_id"
  ) AS "t16"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t5"."obligation_id",
      'policies_known' AS "criterion",
      "t5"."holds_policies_known" AS "holds",
      "t5"."value_policies_known" AS "value",
      '' AS "fact_refs"
    FROM "t3" AS "t5"
  ) AS "t9"
) AS "t17"
