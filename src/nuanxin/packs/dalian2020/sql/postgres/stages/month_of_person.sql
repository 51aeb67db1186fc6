SELECT
  "t4"."person_id",
  "t4"."month",
  BIT_OR("t4"."days") AS "duty"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."person_id",
      "t0"."month",
      "t0"."days"
    FROM "run"."tile" AS "t0"
  ) AS "t2"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t1"."person_id",
      "t1"."month",
      "t1"."bit" AS "days"
    FROM "run"."entangled_day" AS "t1"
  ) AS "t3"
) AS "t4"
GROUP BY
  1,
  2
