SELECT
  "t18"."person_id",
  "t18"."day",
  "t18"."seconds",
  "t18"."work_end",
  "t18"."long",
  "t18"."week_seconds",
  "t18"."week_long",
  "t18"."streak",
  (
    ROW_NUMBER() OVER (
      PARTITION BY "t18"."person_id", "t18"."streak"
      ORDER BY "t18"."day" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1
  ) + 1 AS "in_a_row"
FROM (
  SELECT
    "t17"."person_id",
    "t17"."day",
    "t17"."seconds",
    "t17"."work_end",
    "t17"."long",
    SUM("t17"."seconds") OVER (
      PARTITION BY "t17"."person_id"
      ORDER BY "t17"."day" ASC
      RANGE BETWEEN PARAM('rest.week_window') - 1 preceding AND CURRENT ROW
    ) AS "week_seconds",
    SUM("t17"."long") OVER (
      PARTITION BY "t17"."person_id"
      ORDER BY "t17"."day" ASC
      RANGE BETWEEN PARAM('rest.week_window') - 1 preceding AND CURRENT ROW
    ) AS "week_long",
    "t17"."day" - (
      ROW_NUMBER() OVER (
        PARTITION BY "t17"."person_id"
        ORDER BY "t17"."day" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1
    ) AS "streak"
  FROM (
    SELECT
      "t16"."person_id",
      "t16"."day",
      "t16"."seconds",
      "t16"."work_end",
      COALESCE("t13"."long", 0) AS "long"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t12"."person_id",
          "t12"."day",
          "t12"."seconds",
          "t12"."work_end"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t3"."person_id",
              "t3"."day",
              "t3"."month",
              "t3"."bit",
              "t3"."is_workday",
              "t3"."length" AS "seconds",
              "t3"."end" AS "work_end"
            FROM "run"."row" AS "t3"
            WHERE
              "t3"."is_alone"
          ) AS "t8"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM "run"."entangled_day" AS "t4"
          ) AS "t9"
        ) AS "t12"
        SEMI JOIN "run"."watched" AS "t5"
          ON "t12"."person_id" = "t5"."person_id"
      ) AS "t14"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t0"."person_id",
          "t0"."day",
          "t0"."length" AS "seconds",
          "t0"."end" AS "work_end"
        FROM "run"."watched_row" AS "t0"
      ) AS "t6"
    ) AS "t16"
    LEFT OUTER JOIN (
      SELECT
        "t7"."person_id",
        "t7"."day",
        COUNT(*) AS "long"
      FROM (
        SELECT
          *
        FROM "run"."watched_shift" AS "t1"
        WHERE
          "t1"."is_long"
      ) AS "t7"
      GROUP BY
        1,
        2
    ) AS "t13"
      ON "t16"."person_id" = "t13"."person_id" AND "t16"."day" = "t13"."day"
  ) AS "t17"
) AS "t18"
