SELECT
  "t3"."person_id",
  "t3"."month",
  "t3"."own_days",
  "t3"."compensated_days",
  "t3"."rows",
  "t3"."longest_tail",
  GREATEST("t3"."longest", COALESCE("t7"."before_longest", 0)) AS "longest",
  COALESCE("t7"."before_days", 0) | (
    "t3"."days" << CAST(COALESCE("t7"."before_length", 0) AS INT)
  ) AS "days",
  COALESCE("t7"."before_long_days", 0) | (
    "t3"."long_days" << CAST(COALESCE("t7"."before_length", 0) AS INT)
  ) AS "long_days",
  COALESCE("t7"."before_night", 0) | (
    "t3"."night" << CAST(COALESCE("t7"."before_length", 0) AS INT)
  ) AS "night",
  COALESCE("t7"."before_morning", 0) | (
    "t3"."morning" << CAST(COALESCE("t7"."before_length", 0) AS INT)
  ) AS "morning"
FROM (
  SELECT
    "t0"."person_id",
    "t0"."month",
    BIT_OR("t0"."days") AS "days",
    BIT_OR("t0"."long_days") AS "long_days",
    BIT_OR("t0"."night") AS "night",
    BIT_OR("t0"."morning") AS "morning",
    BIT_OR("t0"."days") AS "own_days",
    BIT_OR("t0"."compensated_days") AS "compensated_days",
    CAST(SUM("t0"."rows") AS BIGINT) AS "rows",
    MAX("t0"."longest") AS "longest",
    MAX("t0"."longest_tail") AS "longest_tail"
  FROM "run"."sketch" AS "t0"
  GROUP BY
    1,
    2
) AS "t3"
INNER JOIN (
  SELECT
    "t1"."month",
    (
      "t1"."last_day" - "t1"."first_day"
    ) + 1 AS "length"
  FROM "run"."month" AS "t1"
) AS "t5"
  ON "t3"."month" = "t5"."month"
LEFT OUTER JOIN (
  SELECT
    "t3"."person_id",
    "t3"."month" + 1 AS "month",
    "t5"."length" AS "before_length",
    "t3"."longest" AS "before_longest",
    "t3"."days" AS "before_days",
    "t3"."long_days" AS "before_long_days",
    "t3"."night" AS "before_night",
    "t3"."morning" AS "before_morning"
  FROM (
    SELECT
      "t0"."person_id",
      "t0"."month",
      BIT_OR("t0"."days") AS "days",
      BIT_OR("t0"."long_days") AS "long_days",
      BIT_OR("t0"."night") AS "night",
      BIT_OR("t0"."morning") AS "morning",
      BIT_OR("t0"."days") AS "own_days",
      BIT_OR("t0"."compensated_days") AS "compensated_days",
      CAST(SUM("t0"."rows") AS BIGINT) AS "rows",
      MAX("t0"."longest") AS "longest",
      MAX("t0"."longest_tail") AS "longest_tail"
    FROM "run"."sketch" AS "t0"
    GROUP BY
      1,
      2
  ) AS "t3"
  INNER JOIN (
    SELECT
      "t1"."month",
      (
        "t1"."last_day" - "t1"."first_day"
      ) + 1 AS "length"
    FROM "run"."month" AS "t1"
  ) AS "t5"
    ON "t3"."month" = "t5"."month"
) AS "t7"
  ON "t3"."person_id" = "t7"."person_id" AND "t3"."month" = "t7"."month"
