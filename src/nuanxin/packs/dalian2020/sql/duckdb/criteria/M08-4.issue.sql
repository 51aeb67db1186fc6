WITH "t4" AS (
  SELECT
    "t3"."issue_id",
    "t3"."item",
    "t3"."standard",
    CAST("t3"."quantity" AS DECIMAL(18, 4)) AS "quantity",
    "t3"."unit_id",
    "t3"."person_id",
    "t3"."at",
    "t3"."day",
    "t3"."norm",
    "t3"."ref",
    "t3"."is_scarce",
    "t3"."is_allowed",
    CONCAT_WS(
      '|',
      COALESCE('M08-4', ''),
      COALESCE('issue', ''),
      COALESCE("t3"."issue_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t3"."day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M08-4' AS "provision",
    CAST(8 AS BIGINT) AS "measure",
    'MUST_NOT' AS "modality",
    'issue' AS "subject_kind",
    "t3"."issue_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t3"."day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t3"."day" AS INT) AS "period_end",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t3"."unit_id" AS "owner_unit_id",
    CASE WHEN "t3"."is_scarce" IS NULL THEN 'unknown' ELSE 'breached' END AS "state",
    CASE WHEN "t3"."is_scarce" IS NULL THEN 'standard' ELSE CAST(NULL AS TEXT) END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t3"."is_scarce" AS "holds_is_scarce",
    "t3"."person_id" IS NOT NULL AS "holds_person_named",
    "t3"."is_allowed" AS "holds_shift_at_risk",
    COALESCE("t3"."standard", "t3"."item") AS "value_is_scarce",
    "t3"."person_id" AS "value_person_named",
    CAST("t3"."is_allowed" AS TEXT) AS "value_shift_at_risk",
    "t3"."ref" AS "refs_is_scarce",
    "t3"."ref" AS "refs_person_named"
  FROM (
    SELECT
      *
    FROM "run"."judged_issue" AS "t0"
    WHERE
      NOT (
        "t0"."is_allowed"
      )
  ) AS "t3"
)
SELECT
  *
FROM (
  SELECT
    "t8"."obligation_id",
    "t8"."criterion",
    "t8"."holds",
    "t8"."value",
    COALESCE("t15"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t5"."obligation_id",
      'shift_at_risk' AS "criterion",
      "t5"."holds_shift_at_risk" AS "holds",
      "t5"."value_shift_at_risk" AS "value"
    FROM "t4" AS "t5"
  ) AS "t8"
  LEFT OUTER JOIN (
    SELECT
      "t13"."obligation_id",
      LISTAGG("t13"."ref", ';' ORDER BY "t13"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t6"."obligation_id",
          "t2"."ref"
        FROM "t4" AS "t6"
        INNER JOIN "run"."shift_near_issue" AS "t2"
          ON "t6"."issue_id" = "t2"."issue_id"
      ) AS "t12"
    ) AS "t13"
    GROUP BY
      1
  ) AS "t15"
    ON "t8"."obligation_id" = "t15"."obligation_id"
) AS "t16"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t5"."obligation_id",
      'is_scarce' AS "criterion",
      "t5"."holds_is_scarce" AS "holds",
      "t5"."value_is_scarce" AS "value",
      COALESCE("t5"."refs_is_scarce", '') AS "fact_refs"
    FROM "t4" AS "t5"
  ) AS "t9"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t5"."obligation_id",
      'person_named' AS "criterion",
      "t5"."holds_person_named" AS "holds",
      "t5"."value_person_named" AS "value",
      COALESCE("t5"."refs_person_named", '') AS "fact_refs"
    FROM "t4" AS "t5"
  ) AS "t10"
) AS "t11"
