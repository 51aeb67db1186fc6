SELECT
  "t1"."person_id",
  "t1"."deployment",
  CAST(SUM("t1"."days") FILTER(WHERE
    "t1"."rank" < PARAM('care.rest_blocks_max')) AS BIGINT) AS "days",
  CAST(SUM("t1"."days") AS BIGINT) AS "all_days",
  COUNT(*) AS "blocks",
  MIN("t1"."start") AS "first_start"
FROM (
  SELECT
    "t0"."person_id",
    "t0"."deployment",
    "t0"."start",
    "t0"."last_day",
    "t0"."days",
    ROW_NUMBER() OVER (
      PARTITION BY "t0"."person_id", "t0"."deployment"
      ORDER BY "t0"."days" DESC NULLS LAST, "t0"."start" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "rank"
  FROM "run"."rest_block" AS "t0"
) AS "t1"
GROUP BY
  1,
  2
