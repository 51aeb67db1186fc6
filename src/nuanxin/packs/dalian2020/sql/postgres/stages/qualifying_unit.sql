SELECT
  "t0"."unit_id",
  "t0"."month",
  CAST(SUM("t0"."days") AS BIGINT) AS "days",
  COUNT(*) AS "people"
FROM "run"."qualifying_person" AS "t0"
GROUP BY
  1,
  2
