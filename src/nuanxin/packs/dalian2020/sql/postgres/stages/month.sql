SELECT
  "t0"."month",
  MIN("t0"."day") AS "first_day",
  MAX("t0"."day") AS "last_day",
  MAX("t0"."workday_count") AS "workday_count",
  BIT_OR(CASE WHEN "t0"."is_workday" THEN "t0"."bit" ELSE CAST(0 AS BIGINT) END) AS "workdays"
FROM "run"."calendar" AS "t0"
GROUP BY
  1
