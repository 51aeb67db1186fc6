SELECT
  "t6"."issue_id",
  "t6"."item",
  "t6"."standard",
  "t6"."quantity",
  "t6"."unit_id",
  "t6"."person_id",
  "t6"."at",
  "t6"."day",
  "t6"."norm",
  "t6"."ref",
  "t6"."is_scarce",
  "t6"."is_allowed"
FROM (
  SELECT
    "t5"."issue_id",
    "t5"."item",
    "t5"."standard",
    "t5"."quantity",
    "t5"."unit_id",
    "t5"."person_id",
    "t5"."at",
    "t5"."day",
    "t5"."norm",
    "t5"."ref",
    "t5"."is_scarce",
    "t5"."issue_id_right",
    "t5"."issue_id_right" IS NOT NULL AS "is_allowed"
  FROM (
    SELECT
      "t2"."issue_id",
      "t2"."item",
      "t2"."standard",
      "t2"."quantity",
      "t2"."unit_id",
      "t2"."person_id",
      "t2"."at",
      "t2"."day",
      "t2"."norm",
      "t2"."ref",
      "t2"."is_scarce",
      "t4"."issue_id" AS "issue_id_right"
    FROM "run"."scarce_issue" AS "t2"
    LEFT OUTER JOIN (
      SELECT DISTINCT
        "t1"."issue_id"
      FROM "run"."shift_near_issue" AS "t1"
      WHERE
        "t1"."at_risk"
    ) AS "t4"
      ON "t2"."issue_id" = "t4"."issue_id"
  ) AS "t5"
) AS "t6"
