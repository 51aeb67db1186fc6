WITH "t12" AS (
  SELECT
    "t9"."person_id",
    "t9"."start",
    "t9"."last_day",
    "t9"."broken_at",
    "t9"."unit_id",
    CONCAT_WS(
      '|',
      COALESCE('M07-3', ''),
      COALESCE('person', ''),
      COALESCE("t9"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t9"."last_day" + 1 AS INT) AS TEXT), ''),
      COALESCE('days', '')
    ) AS "obligation_id",
    'M07-3' AS "provision",
    CAST(7 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t9"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t9"."last_day" + 1 AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t9"."last_day" + PARAM('rest.long_deployment_rest') AS INT) AS "period_end",
    CAST(PARAM('rest.long_deployment_rest') AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t9"."last_day" + PARAM('rest.long_deployment_rest') AS INT) AS "due_on",
    "t9"."unit_id" AS "owner_unit_id",
    CASE
      WHEN NOT (
        "t9"."broken_at" IS NULL
      )
      THEN 'breached'
      WHEN AS_OF() >= (
        "t9"."last_day" + PARAM('rest.long_deployment_rest')
      )
      THEN 'met'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    (
      (
        "t9"."last_day" - "t9"."start"
      ) + 1
    ) >= PARAM('rest.long_deployment') AS "holds_long_spell",
    "t9"."broken_at" IS NULL AS "holds_long_rest_unbroken",
    AS_OF() >= (
      "t9"."last_day" + PARAM('rest.long_deployment_rest')
    ) AS "holds_long_rest_complete",
    CAST((
      "t9"."last_day" - "t9"."start"
    ) + 1 AS TEXT) AS "value_long_spell",
    STRFTIME(
      MAKE_TIMESTAMP(1970, 1, 1, 0, 0, 0.0) + TO_SECONDS("t9"."broken_at"),
      '%Y-%m-%dT%H:%M:%S'
    ) AS "value_long_rest_unbroken",
    CAST(PARAM('rest.long_deployment_rest') AS TEXT) AS "value_long_rest_complete"
  FROM (
    SELECT
      "t4"."person_id",
      "t4"."start",
      "t4"."last_day",
      "t4"."broken_at",
      "t7"."unit_id"
    FROM "run"."long_spell" AS "t4"
    INNER JOIN (
      SELECT
        "t1"."person_id",
        "t1"."unit_id"
      FROM "run"."person" AS "t1"
    ) AS "t7"
      ON "t4"."person_id" = "t7"."person_id"
  ) AS "t9"
)
SELECT
  *
FROM (
  SELECT
    "t13"."obligation_id",
    'long_rest_complete' AS "criterion",
    "t13"."holds_long_rest_complete" AS "holds",
    "t13"."value_long_rest_complete" AS "value",
    '' AS "fact_refs"
  FROM "t12" AS "t13"
) AS "t15"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t18"."obligation_id",
      "t18"."criterion",
      "t18"."holds",
      "t18"."value",
      COALESCE("t26"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t13"."obligation_id",
        'long_spell' AS "criterion",
        "t13"."holds_long_spell" AS "holds",
        "t13"."value_long_spell" AS "value"
      FROM "t12" AS "t13"
    ) AS "t18"
    LEFT OUTER JOIN (
      SELECT
        "t22"."obligation_id",
        LISTAGG("t22"."ref", ';' ORDER BY "t22"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t14"."obligation_id",
            "t11"."ref"
          FROM "t12" AS "t14"
          INNER JOIN (
            SELECT
              "t8"."person_id",
              "t8"."arranged_by",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t8"."start_date") AS "start",
              COALESCE(DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t8"."end_date"), AS_OF()) AS "last_day",
              'spells:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t8"."spell_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
            FROM (
              SELECT
                *
              FROM "facts"."spells" AS "t3"
              WHERE
                IN_SCOPE("t3"."person_id")
            ) AS "t8"
          ) AS "t11"
            ON "t14"."person_id" = "t11"."person_id"
            AND "t11"."start" >= "t14"."start"
            AND "t11"."start" <= "t14"."last_day"
        ) AS "t20"
      ) AS "t22"
      GROUP BY
        1
    ) AS "t26"
      ON "t18"."obligation_id" = "t26"."obligation_id"
  ) AS "t28"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t19"."obligation_id",
      "t19"."criterion",
      "t19"."holds",
      "t19"."value",
      COALESCE("t27"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t13"."obligation_id",
        'long_rest_unbroken' AS "criterion",
        "t13"."holds_long_rest_unbroken" AS "holds",
        "t13"."value_long_rest_unbroken" AS "value"
      FROM "t12" AS "t13"
    ) AS "t19"
    LEFT OUTER JOIN (
      SELECT
        "t23"."obligation_id",
        LISTAGG("t23"."ref", ';' ORDER BY "t23"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t14"."obligation_id",
            "t5"."ref"
          FROM "t12" AS "t14"
          INNER JOIN "run"."worked_row" AS "t5"
            ON "t14"."person_id" = "t5"."person_id" AND "t5"."start" = "t14"."broken_at"
        ) AS "t21"
      ) AS "t23"
      GROUP BY
        1
    ) AS "t27"
      ON "t19"."obligation_id" = "t27"."obligation_id"
  ) AS "t29"
) AS "t30"
