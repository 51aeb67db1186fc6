WITH "t7" AS (
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
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t0"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      ),
      COALESCE("t0"."kind", '')
    ) AS "obligation_id",
    'M10-4' AS "provision",
    CAST(10 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t0"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t0"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t0"."last_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST((
      "t0"."last_day" - "t0"."start"
    ) + 1 AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t0"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "due_on",
    "t0"."unit_id" AS "owner_unit_id",
    CASE WHEN NOT (
      ABSENT('insurance')
    ) THEN 'breached' ELSE 'unknown' END AS "state",
    CASE
      WHEN NOT (
        ABSENT('insurance')
      )
      THEN CAST(NULL AS VARCHAR)
      ELSE 'insurance'
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
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
    ) + 1 AS VARCHAR) AS "value_treats_infected",
    CAST(NOT (
      ABSENT('insurance')
    ) AS VARCHAR) AS "value_policies_known",
    "t0"."kind" AS "value_covered"
  FROM "run"."uncovered" AS "t0"
)
SELECT
  *
FROM (
  SELECT
    "t8"."obligation_id",
    'covered' AS "criterion",
    "t8"."holds_covered" AS "holds",
    "t8"."value_covered" AS "value",
    '' AS "fact_refs"
  FROM "t7" AS "t8"
) AS "t10"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t13"."obligation_id",
      "t13"."criterion",
      "t13"."holds",
      "t13"."value",
      COALESCE("t17"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t8"."obligation_id",
        'treats_infected' AS "criterion",
        "t8"."holds_treats_infected" AS "holds",
        "t8"."value_treats_infected" AS "value"
      FROM "t7" AS "t8"
    ) AS "t13"
    LEFT OUTER JOIN (
      SELECT
        "t15"."obligation_id",
        STRING_AGG("t15"."ref", ';' ORDER BY "t15"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t9"."obligation_id",
            "t6"."ref"
          FROM "t7" AS "t9"
          INNER JOIN (
            SELECT
              "t3"."person_id",
              "t3"."arranged_by",
              CAST((
                "t3"."start_date" - MAKE_DATE(1970, 1, 1)
              ) AS BIGINT) AS "start",
              COALESCE(CAST((
                "t3"."end_date" - MAKE_DATE(1970, 1, 1)
              ) AS BIGINT), AS_OF()) AS "last_day",
              'spells:' || CONCAT_WS('/', COALESCE("t3"."spell_id", '')) AS "ref"
            FROM "facts"."spells" AS "t3"
            WHERE
              EXISTS(
                SELECT
                  1
                FROM "run"."scope" AS "t4"
                WHERE
                  "t3"."person_id" = "t4"."person_id"
              )
          ) AS "t6"
            ON "t9"."person_id" = "t6"."person_id"
            AND "t6"."start" <= "t9"."last_day"
            AND "t6"."last_day" >= "t9"."start"
        ) AS "t14"
      ) AS "t15"
      GROUP BY
        1
    ) AS "t17"
      ON "t13"."obligation_id" = "t17"."obligation_id"
  ) AS "t18"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t8"."obligation_id",
      'policies_known' AS "criterion",
      "t8"."holds_policies_known" AS "holds",
      "t8"."value_policies_known" AS "value",
      '' AS "fact_refs"
    FROM "t7" AS "t8"
  ) AS "t11"
) AS "t19"
