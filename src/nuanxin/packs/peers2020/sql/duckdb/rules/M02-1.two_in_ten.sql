SELECT
  "t7"."obligation_id",
  "t7"."provision",
  "t7"."measure",
  "t7"."modality",
  "t7"."subject_kind",
  "t7"."subject_id",
  "t7"."period_start",
  "t7"."period_end",
  "t7"."quantity",
  "t7"."quantity_unit",
  "t7"."quantity_met",
  "t7"."due_on",
  "t7"."owner_unit_id",
  "t7"."state",
  "t7"."missing",
  "t7"."as_of"
FROM (
  SELECT
    "t6"."person_id",
    "t6"."start",
    "t6"."last_day",
    "t6"."worked",
    "t6"."next_start",
    "t6"."unit_id",
    "t6"."days_off",
    CONCAT_WS(
      '|',
      COALESCE('M02-1', ''),
      COALESCE('person', ''),
      COALESCE("t6"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t6"."start" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M02-1' AS "provision",
    CAST(2 AS BIGINT) AS "measure",
    'NORMALLY' AS "modality",
    'person' AS "subject_kind",
    "t6"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t6"."start" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t6"."next_start" - 1 AS INT) AS "period_end",
    CAST(PARAM('rest.days_off_min') AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(LEAST("t6"."days_off", PARAM('rest.days_off_min')) AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t6"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t6"."days_off" >= PARAM('rest.days_off_min')
      THEN 'kept'
      ELSE 'breached'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t6"."days_off" >= PARAM('rest.days_off_min') AS "holds_days_off",
    CAST("t6"."days_off" AS TEXT) AS "value_days_off"
  FROM (
    SELECT
      "t5"."person_id",
      "t5"."start",
      "t5"."last_day",
      "t5"."worked",
      "t5"."next_start",
      "t5"."unit_id",
      (
        "t5"."next_start" - "t5"."start"
      ) - "t5"."worked" AS "days_off"
    FROM (
      SELECT
        "t2"."person_id",
        "t2"."start",
        "t2"."last_day",
        "t2"."worked",
        "t2"."next_start",
        "t4"."unit_id"
      FROM "run"."ten_days" AS "t2"
      INNER JOIN (
        SELECT
          "t1"."person_id",
          "t1"."unit_id"
        FROM "run"."person" AS "t1"
      ) AS "t4"
        ON "t2"."person_id" = "t4"."person_id"
    ) AS "t5"
  ) AS "t6"
) AS "t7"
