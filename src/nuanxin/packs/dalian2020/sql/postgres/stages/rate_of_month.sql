SELECT
  "t0"."month",
  "t0"."tier1_fen",
  "t0"."tier2_fen",
  "t0"."hubei_percent",
  BIT_OR("t0"."bit") AS "part"
FROM "run"."rate_of_day" AS "t0"
GROUP BY
  1,
  2,
  3,
  4
