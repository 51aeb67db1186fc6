WITH "t14" AS (
  SELECT
    "t12"."person_id",
    "t12"."start",
    "t12"."last_day",
    "t12"."broken_at",
    "t12"."unit_id",
    CONCAT_WS(
      '|',
      COALESCE('M07-3', ''),
      COALESCE('person', ''),
      COALESCE("t12"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t12"."last_day" + 1 AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      ),
      COALESCE('days', '')
    ) AS "obligation_id",
    'M07-3' AS "provision",
    CAST(7 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t12"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t12"."last_day" + 1 AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST("t12"."last_day" + PARAM('rest.long_deployment_rest') AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(PARAM('rest.long_deployment_rest') AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST("t12"."last_day" + PARAM('rest.long_deployment_rest') AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "due_on",
    "t12"."unit_id" AS "owner_unit_id",
    CASE
      WHEN NOT (
        "t12"."broken_at" IS NULL
      )
      THEN 'breached'
      WHEN AS_OF() >= (
        "t12"."last_day" + PARAM('rest.long_deployment_rest')
      )
      THEN 'met'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS VARCHAR) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    (
      (
        "t12"."last_day" - "t12"."start"
      ) + 1
    ) >= PARAM('rest.long_deployment') AS "holds_long_spell",
    "t12"."broken_at" IS NULL AS "holds_long_rest_unbroken",
    AS_OF() >= (
      "t12"."last_day" + PARAM('rest.long_deployment_rest')
    ) AS "holds_long_rest_complete",
    CAST((
      "t12"."last_day" - "t12"."start"
    ) + 1 AS VARCHAR) AS "value_long_spell",
    TO_CHAR(
      CAST('1970-01-01T00:00:00' AS TIMESTAMP) + MAKE_INTERVAL(secs => CAST("t12"."broken_at" AS DOUBLE PRECISION)),
      'YYYY-MM-DD'
    ) || 'T' || TO_CHAR(
      CAST('1970-01-01T00:00:00' AS TIMESTAMP) + MAKE_INTERVAL(secs => CAST("t12"."broken_at" AS DOUBLE PRECISION)),
      'HH24:MI:SS'
    ) AS "value_long_rest_unbroken",
    CAST(PARAM('rest.long_deployment_rest') AS VARCHAR) AS "value_long_rest_complete"
  FROM (
    SELECT
      "t5"."person_id",
      "t5"."start",
      "t5"."last_day",
      "t5"."broken_at",
      "t10"."unit_id"
    FROM "run"."long_spell" AS "t5"
    INNER JOIN (
      SELECT
        "t1"."person_id",
        "t1"."unit_id"
      FROM "run"."person" AS "t1"
    ) AS "t10"
      ON "t5"."person_id" = "t10"."person_id"
  ) AS "t12"
)
SELECT
  *
FROM (
  SELECT
    "t15"."obligation_id",
    'long_rest_complete' AS "criterion",
    "t15"."holds_long_rest_complete" AS "holds",
    "t15"."value_long_rest_complete" AS "value",
    '' AS "fact_refs"
  FROM "t14" AS "t15"
) AS "t17"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t20"."obligation_id",
      "t20"."criterion",
      "t20"."holds",
      "t20"."value",
      COALESCE("t28"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t15"."obligation_id",
        'long_spell' AS "criterion",
        "t15"."holds_long_spell" AS "holds",
        "t15"."value_long_spell" AS "value"
      FROM "t14" AS "t15"
    ) AS "t20"
    LEFT OUTER JOIN (
      SELECT
        "t24"."obligation_id",
        STRING_AGG("t24"."ref", ';' ORDER BY "t24"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t16"."obligation_id",
            "t13"."ref"
          FROM "t14" AS "t16"
          INNER JOIN (
            SELECT
              "t7"."person_id",
              "t7"."arranged_by",
              CAST((
                "t7"."start_date" - MAKE_DATE(1970, 1, 1)
              ) AS BIGINT) AS "start",
              COALESCE(CAST((
                "t7"."end_date" - MAKE_DATE(1970, 1, 1)
              ) AS BIGINT), AS_OF()) AS "last_day",
              'spells:' || CONCAT_WS('/', COALESCE("t7"."spell_id", '')) AS "ref"
            FROM "facts"."spells" AS "t7"
            WHERE
              EXISTS(
                SELECT
                  1
                FROM "run"."scope" AS "t8"
                WHERE
                  "t7"."person_id" = "t8"."person_id"
              )
          ) AS "t13"
            ON "t16"."person_id" = "t13"."person_id"
            AND "t13"."start" >= "t16"."start"
            AND "t13"."start" <= "t16"."last_day"
        ) AS "t22"
      ) AS "t24"
      GROUP BY
        1
    ) AS "t28"
      ON "t20"."obligation_id" = "t28"."obligation_id"
  ) AS "t30"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t21"."obligation_id",
      "t21"."criterion",
      "t21"."holds",
      "t21"."value",
      COALESCE("t29"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t15"."obligation_id",
        'long_rest_unbroken' AS "criterion",
        "t15"."holds_long_rest_unbroken" AS "holds",
        "t15"."value_long_rest_unbroken" AS "value"
      FROM "t14" AS "t15"
    ) AS "t21"
    LEFT OUTER JOIN (
      SELECT
        "t25"."obligation_id",
        STRING_AGG("t25"."ref", ';' ORDER BY "t25"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t16"."obligation_id",
            "t6"."ref"
          FROM "t14" AS "t16"
          INNER JOIN "run"."worked_row" AS "t6"
            ON "t16"."person_id" = "t6"."person_id" AND "t6"."start" = "t16"."broken_at"
        ) AS "t23"
      ) AS "t25"
      GROUP BY
        1
    ) AS "t29"
      ON "t21"."obligation_id" = "t29"."obligation_id"
  ) AS "t31"
) AS "t32"
