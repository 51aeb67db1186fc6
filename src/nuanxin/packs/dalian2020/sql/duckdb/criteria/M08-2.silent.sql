SELECT
  "t7"."obligation_id",
  'services_recorded' AS "criterion",
  "t7"."holds_services_recorded" AS "holds",
  "t7"."value_services_recorded" AS "value",
  '' AS "fact_refs"
FROM (
  SELECT
    "t6"."unit_id",
    "t6"."month",
    "t6"."owed",
    "t6"."first_day",
    "t6"."last_day",
    CONCAT_WS(
      '|',
      COALESCE('M08-2', ''),
      COALESCE('unit', ''),
      COALESCE("t6"."unit_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t6"."first_day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M08-2' AS "provision",
    CAST(8 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'unit' AS "subject_kind",
    "t6"."unit_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t6"."first_day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t6"."last_day" AS INT) AS "period_end",
    CAST("t6"."owed" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t6"."unit_id" AS "owner_unit_id",
    'unknown' AS "state",
    'deliveries' AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    CAST(NULL AS BOOLEAN) AS "holds_services_recorded",
    CAST("t6"."owed" AS TEXT) AS "value_services_recorded"
  FROM (
    SELECT
      "t5"."unit_id",
      "t5"."month",
      "t5"."owed",
      "t4"."first_day",
      "t4"."last_day"
    FROM (
      SELECT
        "t0"."unit_id",
        "t0"."month",
        SUM("t0"."owed") AS "owed"
      FROM "run"."silent_service" AS "t0"
      GROUP BY
        1,
        2
    ) AS "t5"
    INNER JOIN (
      SELECT
        "t1"."month",
        "t1"."first_day",
        "t1"."last_day"
      FROM "run"."month" AS "t1"
    ) AS "t4"
      ON "t5"."month" = "t4"."month"
  ) AS "t6"
) AS "t7"
