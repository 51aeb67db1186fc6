WITH "t5" AS (
  SELECT
    "t2"."request_id",
    "t2"."issuer_id",
    "t2"."target_id",
    "t2"."is_emergency",
    "t2"."table_code",
    "t2"."at",
    "t2"."ref",
    "t2"."asked",
    "t2"."new",
    "t2"."day",
    "t2"."is_owned",
    "t2"."is_owner",
    CONCAT_WS(
      '|',
      COALESCE('M15-1', ''),
      COALESCE('request', ''),
      COALESCE("t2"."request_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t2"."day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M15-1' AS "provision",
    CAST(15 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'request' AS "subject_kind",
    "t2"."request_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t2"."day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t2"."day" AS INT) AS "period_end",
    CAST("t2"."asked" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t2"."issuer_id" AS "owner_unit_id",
    CASE
      WHEN CASE WHEN "t2"."is_owned" THEN "t2"."is_owner" ELSE NULL END IS NULL
      THEN 'unknown'
      WHEN "t2"."is_emergency"
      THEN 'excepted'
      ELSE 'breached'
    END AS "state",
    CASE
      WHEN CASE WHEN "t2"."is_owned" THEN "t2"."is_owner" ELSE NULL END IS NULL
      THEN 'held_fields'
      ELSE CAST(NULL AS TEXT)
    END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    CASE WHEN "t2"."is_owned" THEN "t2"."is_owner" ELSE NULL END AS "holds_issued_by_owner",
    "t2"."is_emergency" AS "holds_is_emergency",
    "t2"."table_code" AS "value_issued_by_owner",
    CAST("t2"."is_emergency" AS TEXT) AS "value_is_emergency",
    "t2"."ref" AS "refs_is_emergency"
  FROM (
    SELECT
      *
    FROM "run"."table_request" AS "t0"
    WHERE
      NOT (
        "t0"."is_owner"
      )
  ) AS "t2"
)
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
      "t6"."obligation_id",
      'issued_by_owner' AS "criterion",
      "t6"."holds_issued_by_owner" AS "holds",
      "t6"."value_issued_by_owner" AS "value"
    FROM "t5" AS "t6"
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
          "t7"."obligation_id",
          "t4"."ref"
        FROM "t5" AS "t7"
        INNER JOIN (
          SELECT
            "t1"."table_code",
            'held_fields:' || CONCAT_WS(
              '/',
              REPLACE(REPLACE(COALESCE("t1"."field", ''), '%', '%25'), ';', '%3B'),
              REPLACE(REPLACE(COALESCE("t1"."table_code", ''), '%', '%25'), ';', '%3B')
            ) AS "ref"
          FROM "facts"."held_fields" AS "t1"
        ) AS "t4"
          ON "t7"."table_code" = "t4"."table_code"
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
    "t6"."obligation_id",
    'is_emergency' AS "criterion",
    "t6"."holds_is_emergency" AS "holds",
    "t6"."value_is_emergency" AS "value",
    COALESCE("t6"."refs_is_emergency", '') AS "fact_refs"
  FROM "t5" AS "t6"
) AS "t9"
