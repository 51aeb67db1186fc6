WITH "t9" AS (
  SELECT
    "t8"."person_id",
    "t8"."start",
    "t8"."last_day",
    "t8"."worked",
    "t8"."next_start",
    "t8"."unit_id",
    "t8"."days_off",
    CONCAT_WS(
      '|',
      COALESCE('M02-1', ''),
      COALESCE('person', ''),
      COALESCE("t8"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t8"."start" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M02-1' AS "provision",
    CAST(2 AS BIGINT) AS "measure",
    'NORMALLY' AS "modality",
    'person' AS "subject_kind",
    "t8"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t8"."start" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t8"."next_start" - 1 AS INT) AS "period_end",
    CAST(PARAM('rest.days_off_min') AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(LEAST("t8"."days_off", PARAM('rest.days_off_min')) AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t8"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t8"."days_off" >= PARAM('rest.days_off_min')
      THEN 'kept'
      ELSE 'breached'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t8"."days_off" >= PARAM('rest.days_off_min') AS "holds_days_off",
    CAST("t8"."days_off" AS TEXT) AS "value_days_off"
  FROM (
    SELECT
      "t7"."person_id",
      "t7"."start",
      "t7"."last_day",
      "t7"."worked",
      "t7"."next_start",
      "t7"."unit_id",
      (
        "t7"."next_start" - "t7"."start"
      ) - "t7"."worked" AS "days_off"
    FROM (
      SELECT
        "t3"."person_id",
        "t3"."start",
        "t3"."last_day",
        "t3"."worked",
        "t3"."next_start",
        "t6"."unit_id"
      FROM "run"."ten_days" AS "t3"
      INNER JOIN (
        SELECT
          "t2"."person_id",
          "t2"."unit_id"
        FROM "run"."person" AS "t2"
      ) AS "t6"
        ON "t3"."person_id" = "t6"."person_id"
    ) AS "t7"
  ) AS "t8"
)
SELECT
  "t13"."obligation_id",
  "t13"."criterion",
  "t13"."holds",
  "t13"."value",
  COALESCE("t17"."fact_refs", '') AS "fact_refs"
FROM (
  SELECT
    "t10"."obligation_id",
    'days_off' AS "criterion",
    "t10"."holds_days_off" AS "holds",
    "t10"."value_days_off" AS "value"
  FROM "t9" AS "t10"
) AS "t13"
LEFT OUTER JOIN (
  SELECT
    "t15"."obligation_id",
    LISTAGG("t15"."ref", ';' ORDER BY "t15"."ref" ASC) AS "fact_refs"
  FROM (
    SELECT DISTINCT
      *
    FROM (
      SELECT
        "t11"."obligation_id",
        "t4"."ref"
      FROM "t9" AS "t11"
      INNER JOIN "run"."worked_row" AS "t4"
        ON "t11"."person_id" = "t4"."person_id"
        AND "t4"."day" >= "t11"."start"
        AND "t4"."day" <= "t11"."last_day"
    ) AS "t14"
  ) AS "t15"
  GROUP BY
    1
) AS "t17"
  ON "t13"."obligation_id" = "t17"."obligation_id"
