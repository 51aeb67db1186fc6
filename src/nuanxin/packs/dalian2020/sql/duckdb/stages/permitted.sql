SELECT
  *
FROM (
  SELECT
    'M08-4' AS "provision",
    'scarce issues to people at risk' AS "what",
    "t2"."count"
  FROM (
    SELECT
      COALESCE(SUM(CAST("t0"."is_allowed" AS INT)), 0) AS "count"
    FROM "run"."judged_issue" AS "t0"
  ) AS "t2"
) AS "t4"
UNION ALL
SELECT
  *
FROM (
  SELECT
    'M15-2' AS "provision",
    'requests passed' AS "what",
    "t3"."count"
  FROM (
    SELECT
      COALESCE(SUM(CAST("t1"."is_passed" AS INT)), 0) AS "count"
    FROM "run"."judged_request" AS "t1"
  ) AS "t3"
) AS "t5"
