WITH "t4" AS (
  SELECT
    "t0"."request_id",
    "t0"."issuer_id",
    "t0"."target_id",
    "t0"."is_emergency",
    "t0"."table_code",
    "t0"."at",
    "t0"."ref",
    "t0"."asked",
    "t0"."new",
    "t0"."day",
    "t0"."is_owned",
    "t0"."is_owner",
    "t0"."turn",
    CONCAT_WS(
      '|',
      COALESCE('M15-1', ''),
      COALESCE('request', ''),
      COALESCE("t0"."request_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t0"."day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M15-1' AS "provision",
    CAST(15 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'request' AS "subject_kind",
    "t0"."request_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t0"."day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t0"."day" AS INT) AS "period_end",
    CAST("t0"."new" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t0"."issuer_id" AS "owner_unit_id",
    CASE WHEN "t0"."is_emergency" THEN 'excepted' ELSE 'breached' END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t0"."is_owner" AS "holds_issued_by_owner",
    FALSE AS "holds_few_changes",
    "t0"."is_emergency" AS "holds_is_emergency",
    "t0"."table_code" AS "value_issued_by_owner",
    CAST("t0"."turn" AS TEXT) AS "value_few_changes",
    CAST("t0"."is_emergency" AS TEXT) AS "value_is_emergency",
    "t0"."ref" AS "refs_few_changes",
    "t0"."ref" AS "refs_is_emergency"
  FROM "run"."table_change" AS "t0"
)
SELECT
  *
FROM (
  SELECT
    "t5"."obligation_id",
    'is_emergency' AS "criterion",
    "t5"."holds_is_emergency" AS "holds",
    "t5"."value_is_emergency" AS "value",
    COALESCE("t5"."refs_is_emergency", '') AS "fact_refs"
  FROM "t4" AS "t5"
) AS "t8"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t10"."obligation_id",
      "t10"."criterion",
      "t10"."holds",
      "t10"."value",
      COALESCE("t14"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t5"."obligation_id",
        'issued_by_owner' AS "criterion",
        "t5"."holds_issued_by_owner" AS "holds",
        "t5"."value_issued_by_owner" AS "value"
      FROM "t4" AS "t5"
    ) AS "t10"
    LEFT OUTER JOIN (
      SELECT
        "t12"."obligation_id",
        LISTAGG("t12"."ref", ';' ORDER BY "t12"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t6"."obligation_id",
            "t3"."ref"
          FROM "t4" AS "t6"
          INNER JOIN (
            SELECT
              "t1"."table_code",
              'held_fields:' || CONCAT_WS(
                '/',
                REPLACE(REPLACE(COALESCE("t1"."field", ''), '%', '%25'), ';', '%3B'),
                REPLACE(REPLACE(COALESCE("t1"."table_code", ''), '%', '%25'), ';', '%3B')
              ) AS "ref"
            FROM "facts"."held_fields" AS "t1"
          ) AS "t3"
            ON "t6"."table_code" = "t3"."table_code"
        ) AS "t11"
      ) AS "t12"
      GROUP BY
        1
    ) AS "t14"
      ON "t10"."obligation_id" = "t14"."obligation_id"
  ) AS "t15"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t5"."obligation_id",
      'few_changes' AS "criterion",
      "t5"."holds_few_changes" AS "holds",
      "t5"."value_few_changes" AS "value",
      COALESCE("t5"."refs_few_changes", '') AS "fact_refs"
    FROM "t4" AS "t5"
  ) AS "t9"
) AS "t16"
