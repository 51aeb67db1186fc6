SELECT
  "t11"."person_id",
  "t11"."day",
  "t11"."seconds",
  "t11"."work_end",
  "t11"."long",
  "t11"."week_seconds",
  "t11"."week_long",
  "t11"."streak",
  (
    ROW_NUMBER() OVER (
      PARTITION BY "t11"."person_id", "t11"."streak"
      ORDER BY "t11"."day" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1
  ) + 1 AS "in_a_row"
FROM (
  SELECT
    "t10"."person_id",
    "t10"."day",
    "t10"."seconds",
    "t10"."work_end",
    "t10"."long",
    SUM("t10"."seconds") OVER (
      PARTITION BY "t10"."person_id"
      ORDER BY "t10"."day" ASC
      RANGE BETWEEN PARAM('rest.week_window') - 1 preceding AND CURRENT ROW
    ) AS "week_seconds",
    SUM("t10"."long") OVER (
      PARTITION BY "t10"."person_id"
      ORDER BY "t10"."day" ASC
      RANGE BETWEEN PARAM('rest.week_window') - 1 preceding AND CURRENT ROW
    ) AS "week_long",
    "t10"."day" - (
      ROW_NUMBER() OVER (
        PARTITION BY "t10"."person_id"
        ORDER BY "t10"."day" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1
    ) AS "streak"
  FROM (
    SELECT
      "t7"."person_id",
      "t7"."day",
      "t7"."seconds",
      "t7"."work_end",
      COALESCE("t9"."long", 0) AS "long"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t0"."person_id",
          "t0"."day",
          "t0"."month",
          "t0"."bit",
          "t0"."is_workday",
          "t0"."length" AS "seconds",
          "t0"."end" AS "work_end"
        FROM "run"."row" AS "t0"
        WHERE
          "t0"."is_alone"
      ) AS "t3"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM "run"."entangled_day" AS "t1"
      ) AS "t4"
    ) AS "t7"
    LEFT OUTER JOIN (
      SELECT
        "t5"."person_id",
        "t5"."day",
        COUNT(*) AS "long"
      FROM (
        SELECT
          *
        FROM "run"."watched_shift" AS "t2"
        WHERE
          "t2"."is_long"
      ) AS "t5"
      GROUP BY
        1,
        2
    ) AS "t9"
      ON "t7"."person_id" = "t9"."person_id" AND "t7"."day" = "t9"."day"
  ) AS "t10"
) AS "t11"
