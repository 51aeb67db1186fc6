SELECT
  "t7"."person_id",
  "t7"."block",
  "t7"."day",
  "t7"."rest_from",
  "t7"."week_seconds",
  "t7"."week_long",
  "t7"."in_a_row",
  MIN("t7"."shift_start") FILTER(WHERE
    "t7"."shift_start" >= "t7"."rest_from") AS "next_start",
  MAX("t7"."gap") AS "rested",
  MAX("t7"."end") AS "block_end"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t5"."person_id",
      "t5"."block",
      "t5"."day",
      "t5"."rest_from",
      "t5"."week_seconds",
      "t5"."week_long",
      "t5"."in_a_row",
      "t4"."gap",
      "t4"."end",
      "t4"."shift_start"
    FROM (
      SELECT
        "t0"."person_id",
        "t0"."block",
        MIN("t0"."day") AS "day",
        (
          ARRAY_AGG("t0"."shift_end" ORDER BY "t0"."day" ASC) FILTER(WHERE
            "t0"."day" IS NOT NULL)
        )[1] AS "rest_from",
        (
          ARRAY_AGG("t0"."week_seconds" ORDER BY "t0"."day" ASC) FILTER(WHERE
            "t0"."day" IS NOT NULL)
        )[1] AS "week_seconds",
        (
          ARRAY_AGG("t0"."week_long" ORDER BY "t0"."day" ASC) FILTER(WHERE
            "t0"."day" IS NOT NULL)
        )[1] AS "week_long",
        (
          ARRAY_AGG("t0"."in_a_row" ORDER BY "t0"."day" ASC) FILTER(WHERE
            "t0"."day" IS NOT NULL)
        )[1] AS "in_a_row"
      FROM "run"."firing_day" AS "t0"
      GROUP BY
        1,
        2
    ) AS "t5"
    INNER JOIN (
      SELECT
        "t1"."person_id",
        "t1"."block",
        "t1"."gap",
        "t1"."end",
        "t1"."start" AS "shift_start"
      FROM "run"."watched_shift" AS "t1"
    ) AS "t4"
      ON "t5"."person_id" = "t4"."person_id" AND "t5"."block" = "t4"."block"
  ) AS "t6"
  WHERE
    "t6"."end" >= "t6"."rest_from"
) AS "t7"
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6,
  7
