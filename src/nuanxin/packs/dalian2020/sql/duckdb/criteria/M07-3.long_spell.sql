WITH "t15" AS (
  SELECT
    "t13"."person_id",
    "t13"."start",
    "t13"."last_day",
    "t13"."broken_at",
    "t13"."unit_id",
    CONCAT_WS(
      '|',
      COALESCE('M07-3', ''),
      COALESCE('person', ''),
      COALESCE("t13"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t13"."last_day" + 1 AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      ),
      COALESCE('days', '')
    ) AS "obligation_id",
    'M07-3' AS "provision",
    CAST(7 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t13"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t13"."last_day" + 1 AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t13"."last_day" + PARAM('rest.long_deployment_rest') AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(PARAM('rest.long_deployment_rest') AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t13"."last_day" + PARAM('rest.long_deployment_rest') AS INT)) AS TIMESTAMP) AS DATE) AS "due_on",
    "t13"."unit_id" AS "owner_unit_id",
    CASE
      WHEN NOT (
        "t13"."broken_at" IS NULL
      )
      THEN 'breached'
      WHEN AS_OF() >= (
        "t13"."last_day" + PARAM('rest.long_deployment_rest')
      )
      THEN 'met'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    (
      (
        "t13"."last_day" - "t13"."start"
      ) + 1
    ) >= PARAM('rest.long_deployment') AS "holds_long_spell",
    "t13"."broken_at" IS NULL AS "holds_long_rest_unbroken",
    AS_OF() >= (
      "t13"."last_day" + PARAM('rest.long_deployment_rest')
    ) AS "holds_long_rest_complete",
    CAST((
      "t13"."last_day" - "t13"."start"
    ) + 1 AS TEXT) AS "value_long_spell",
    STRFTIME(
      MAKE_TIMESTAMP(1970, 1, 1, 0, 0, 0.0) + TO_SECONDS("t13"."broken_at"),
      '%Y-%m-%dT%H:%M:%S'
    ) AS "value_long_rest_unbroken",
    CAST(PARAM('rest.long_deployment_rest') AS TEXT) AS "value_long_rest_complete"
  FROM (
    SELECT
      "t5"."person_id",
      "t5"."start",
      "t5"."last_day",
      "t5"."broken_at",
      "t9"."unit_id"
    FROM "run"."long_spell" AS "t5"
    INNER JOIN (
      SELECT
        "t1"."person_id",
        "t1"."unit_id"
      FROM "run"."person" AS "t1"
    ) AS "t9"
      ON "t5"."person_id" = "t9"."person_id"
  ) AS "t13"
)
SELECT
  *
FROM (
  SELECT
    "t16"."obligation_id",
    'long_rest_complete' AS "criterion",
    "t16"."holds_long_rest_complete" AS "holds",
    "t16"."value_long_rest_complete" AS "value",
    '' AS "fact_refs"
  FROM "t15" AS "t16"
) AS "t18"
UNION ALL
SELECT
  *
FROM (
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
        "t16"."obligation_id",
        'long_spell' AS "criterion",
        "t16"."holds_long_spell" AS "holds",
        "t16"."value_long_spell" AS "value"
      FROM "t15" AS "t16"
    ) AS "t21"
    LEFT OUTER JOIN (
      SELECT
        "t25"."obligation_id",
        LISTAGG("t25"."ref", ';' ORDER BY "t25"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t17"."obligation_id",
            "t14"."ref"
          FROM "t15" AS "t17"
          INNER JOIN (
            SELECT
              "t6"."person_id",
              "t6"."arranged_by",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t6"."start_date") AS "start",
              COALESCE(DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t6"."end_date"), AS_OF()) AS "last_day",
              'spells:' || CONCAT_WS('/', COALESCE("t6"."spell_id", '')) AS "ref"
            FROM "facts"."spells" AS "t6"
            SEMI JOIN "run"."scope" AS "t7"
              ON "t6"."person_id" = "t7"."person_id"
          ) AS "t14"
            ON "t17"."person_id" = "t14"."person_id"
            AND "t14"."start" >= "t17"."start"
            AND "t14"."start" <= "t17"."last_day"
        ) AS "t23"
      ) AS "t25"
      GROUP BY
        1
    ) AS "t29"
      ON "t21"."obligation_id" = "t29"."obligation_id"
  ) AS "t31"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t22"."obligation_id",
      "t22"."criterion",
      "t22"."holds",
      "t22"."value",
      COALESCE("t30"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t16"."obligation_id",
        'long_rest_unbroken' AS "criterion",
        "t16"."holds_long_rest_unbroken" AS "holds",
        "t16"."value_long_rest_unbroken" AS "value"
      FROM "t15" AS "t16"
    ) AS "t22"
    LEFT OUTER JOIN (
      SELECT
        "t26"."obligation_id",
        LISTAGG("t26"."ref", ';' ORDER BY "t26"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t17"."obligation_id",
            "t11"."ref"
          FROM "t15" AS "t17"
          INNER JOIN (
            SELECT
              "t2"."person_id",
              "t2"."start",
              "t2"."end",
              "t2"."day",
              "t2"."month",
              "t2"."spell_id",
              'attendance:' || "t2"."attendance_id" AS "ref"
            FROM "run"."row" AS "t2"
          ) AS "t11"
            ON "t17"."person_id" = "t11"."person_id" AND "t11"."start" = "t17"."broken_at"
        ) AS "t24"
      ) AS "t26"
      GROUP BY
        1
    ) AS "t30"
      ON "t22"."obligation_id" = "t30"."obligation_id"
  ) AS "t32"
) AS "t33"
