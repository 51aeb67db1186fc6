SELECT
  "t6"."obligation_id",
  "t6"."provision",
  "t6"."measure",
  "t6"."modality",
  "t6"."subject_kind",
  "t6"."subject_id",
  "t6"."period_start",
  "t6"."period_end",
  "t6"."quantity",
  "t6"."quantity_unit",
  "t6"."quantity_met",
  "t6"."due_on",
  "t6"."owner_unit_id",
  "t6"."state",
  "t6"."missing",
  "t6"."as_of"
FROM (
  SELECT
    "t5"."person_id",
    "t5"."start",
    "t5"."last_day",
    "t5"."broken_at",
    "t5"."unit_id",
    CONCAT_WS(
      '|',
      COALESCE('M07-3', ''),
      COALESCE('person', ''),
      COALESCE("t5"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t5"."last_day" + 1 AS INT) AS TEXT), ''),
      COALESCE('days', '')
    ) AS "obligation_id",
    'M07-3' AS "provision",
    CAST(7 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t5"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t5"."last_day" + 1 AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t5"."last_day" + PARAM('rest.long_deployment_rest') AS INT) AS "period_end",
    CAST(PARAM('rest.long_deployment_rest') AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t5"."last_day" + PARAM('rest.long_deployment_rest') AS INT) AS "due_on",
    "t5"."unit_id" AS "owner_unit_id",
    CASE
      WHEN NOT (
        "t5"."broken_at" IS NULL
      )
      THEN 'breached'
      WHEN AS_OF() >= (
        "t5"."last_day" + PARAM('rest.long_deployment_rest')
      )
      THEN 'met'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    (
      (
        "t5"."last_day" - "t5"."start"
      ) + 1
    ) >= PARAM('rest.long_deployment') AS "holds_long_spell",
    "t5"."broken_at" IS NULL AS "holds_long_rest_unbroken",
    AS_OF() >= (
      "t5"."last_day" + PARAM('rest.long_deployment_rest')
    ) AS "holds_long_rest_complete",
    CAST((
      "t5"."last_day" - "t5"."start"
    ) + 1 AS TEXT) AS "value_long_spell",
    STRFTIME(
      MAKE_TIMESTAMP(1970, 1, 1, 0, 0, 0.0) + TO_SECONDS("t5"."broken_at"),
      '%Y-%m-%dT%H:%M:%S'
    ) AS "value_long_rest_unbroken",
    CAST(PARAM('rest.long_deployment_rest') AS TEXT) AS "value_long_rest_complete"
  FROM (
    SELECT
      "t2"."person_id",
      "t2"."start",
      "t2"."last_day",
      "t2"."broken_at",
      "t4"."unit_id"
    FROM "run"."long_spell" AS "t2"
    INNER JOIN (
      SELECT
        "t1"."person_id",
        "t1"."unit_id"
      FROM "run"."person" AS "t1"
    ) AS "t4"
      ON "t2"."person_id" = "t4"."person_id"
  ) AS "t5"
) AS "t6"
