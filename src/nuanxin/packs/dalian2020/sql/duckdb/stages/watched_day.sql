SELECT
  "t23"."person_id",
  "t23"."day",
  "t23"."seconds",
  "t23"."work_end",
  "t23"."long",
  "t23"."week_seconds",
  "t23"."week_long",
  "t23"."streak",
  (
    ROW_NUMBER() OVER (
      PARTITION BY "t23"."person_id", "t23"."streak"
      ORDER BY "t23"."day" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1
  ) + 1 AS "in_a_row"
FROM (
  SELECT
    "t22"."person_id",
    "t22"."day",
    "t22"."seconds",
    "t22"."work_end",
    "t22"."long",
    SUM("t22"."seconds") OVER (
      PARTITION BY "t22"."person_id"
      ORDER BY "t22"."day" ASC
      RANGE BETWEEN PARAM('rest.week_window') - 1 preceding AND CURRENT ROW
    ) AS "week_seconds",
    SUM("t22"."long") OVER (
      PARTITION BY "t22"."person_id"
      ORDER BY "t22"."day" ASC
      RANGE BETWEEN PARAM('rest.week_window') - 1 preceding AND CURRENT ROW
    ) AS "week_long",
    "t22"."day" - (
      ROW_NUMBER() OVER (
        PARTITION BY "t22"."person_id"
        ORDER BY "t22"."day" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1
    ) AS "streak"
  FROM (
    SELECT
      "t21"."person_id",
      "t21"."day",
      "t21"."seconds",
      "t21"."work_end",
      COALESCE("t14"."long", 0) AS "long"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t18"."person_id",
          "t18"."day",
          "t18"."seconds",
          "t18"."work_end"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t15"."person_id",
              "t15"."day",
              "t15"."month",
              "t15"."bit",
              "t15"."is_workday",
              "t15"."length" AS "seconds",
              "t15"."end" AS "work_end"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t11".*
                  EXCLUDE ("may_touch")
                FROM (
                  SELECT
                    *
                  FROM "run"."lens_row" AS "t5"
                  WHERE
                    NOT (
                      "t5"."may_touch"
                    )
                ) AS "t11"
              ) AS "t13"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t4"."attendance_id",
                  "t4"."person_id",
                  "t4"."post_id",
                  "t4"."spell_id",
                  "t4"."contact_confirmed",
                  "t4"."start",
                  "t4"."end",
                  "t4"."has_reason",
                  "t4"."day",
                  "t4"."length",
                  "t4"."month",
                  "t4"."bit",
                  "t4"."is_workday",
                  "t4"."unit_id",
                  "t4"."at_contact",
                  "t4"."at_risk"
                FROM "run"."row" AS "t4"
                WHERE
                  "t4"."is_alone"
              ) AS "t10"
            ) AS "t15"
          ) AS "t16"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM "run"."entangled_day" AS "t3"
          ) AS "t9"
        ) AS "t18"
        SEMI JOIN "run"."watched" AS "t6"
          ON "t18"."person_id" = "t6"."person_id"
      ) AS "t19"
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
      ) AS "t7"
    ) AS "t21"
    LEFT OUTER JOIN (
      SELECT
        "t8"."person_id",
        "t8"."day",
        COUNT(*) AS "long"
      FROM (
        SELECT
          *
        FROM "run"."watched_shift" AS "t1"
        WHERE
          "t1"."is_long"
      ) AS "t8"
      GROUP BY
        1,
        2
    ) AS "t14"
      ON "t21"."person_id" = "t14"."person_id" AND "t21"."day" = "t14"."day"
  ) AS "t22"
) AS "t23"
