SELECT
  "t1"."person_id",
  "t1"."year",
  CAST(SUM(BIT_COUNT(CAST("t1"."spell_days" AS BIT(64)))) AS BIGINT) AS "days"
FROM (
  SELECT
    "t0"."person_id",
    "t0"."deployment",
    "t0"."month",
    "t0"."spell_days",
    CAST(FLOOR(CAST((
      "t0"."month"
    ) AS DOUBLE PRECISION) / (
      12
    )) AS BIGINT) AS "year"
  FROM "run"."deployment_month" AS "t0"
) AS "t1"
GROUP BY
  1,
  2
