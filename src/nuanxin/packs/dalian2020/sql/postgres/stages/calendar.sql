SELECT
  "t1"."day",
  "t1"."month",
  "t1"."bit",
  "t1"."is_workday",
  CAST(SUM(CAST(CAST("t1"."is_workday" AS INT) AS BIGINT)) OVER (ORDER BY "t1"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS BIGINT) AS "workday_count"
FROM (
  SELECT
    CAST((
      "t0"."date" - MAKE_DATE(1970, 1, 1)
    ) AS BIGINT) AS "day",
    (
      (
        CAST(EXTRACT('year' FROM "t0"."date") AS INT) * 12
      ) + CAST(EXTRACT('month' FROM "t0"."date") AS INT)
    ) - 1 AS "month",
    (
      CAST(1 AS BIGINT) << CAST(CAST(EXTRACT(day FROM "t0"."date") AS BIGINT) AS INT)
    ) AS "bit",
    "t0"."is_workday"
  FROM "facts"."calendar_day" AS "t0"
) AS "t1"
