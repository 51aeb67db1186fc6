WITH "t16" AS (
  SELECT
    "t15"."person_id",
    "t15"."month",
    BIT_OR("t15"."days") AS "days",
    BIT_OR("t15"."long_days") AS "long_days",
    CAST(SUM("t15"."long_shifts") AS BIGINT) AS "long_shifts",
    MAX("t15"."longest") AS "longest"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t8"."person_id",
        "t8"."month",
        "t8"."bit" AS "days",
        COALESCE(
          CASE
            WHEN "t8"."seconds" > (
              PARAM('roster.shift_max_normal') * 3600
            )
            THEN "t8"."bit"
            ELSE CAST(0 AS BIGINT)
          END,
          0
        ) AS "long_days",
        CAST(0 AS BIGINT) AS "long_shifts",
        "t8"."seconds" AS "longest"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t1"."person_id",
            "t1"."day",
            "t1"."month",
            "t1"."bit",
            "t1"."is_workday",
            "t1"."length" AS "seconds",
            "t1"."end" AS "work_end"
          FROM "run"."row" AS "t1"
          WHERE
            "t1"."is_alone"
        ) AS "t4"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t2"."person_id",
            "t2"."day",
            "t2"."month",
            "t2"."bit",
            "t2"."is_workday",
            "t2"."seconds",
            "t2"."work_end"
          FROM "run"."entangled_day" AS "t2"
        ) AS "t6"
      ) AS "t8"
    ) AS "t13"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t12"."person_id",
        (
          (
            CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
              days => CAST(CAST(CAST(CAST((
                "t12"."start" - (
                  "t12"."start" % 86400
                )
              ) AS DOUBLE PRECISION) / 86400 AS BIGINT) AS INT) AS INT)
            ) AS TIMESTAMP) AS DATE)) AS INT) * 12
          ) + CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
            days => CAST(CAST(CAST(CAST((
              "t12"."start" - (
                "t12"."start" % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT) AS INT) AS INT)
          ) AS TIMESTAMP) AS DATE)) AS INT)
        ) - 1 AS "month",
        CAST(0 AS BIGINT) AS "days",
        (
          CAST(1 AS BIGINT) << CAST(CAST(EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
            days => CAST(CAST(CAST(CAST((
              "t12"."start" - (
                "t12"."start" % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT) AS INT) AS INT)
          ) AS TIMESTAMP) AS DATE)) AS BIGINT) AS INT)
        ) AS "long_days",
        CAST(1 AS BIGINT) AS "long_shifts",
        CAST(0 AS BIGINT) AS "longest"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t1"."person_id",
              "t1"."unit_id",
              "t1"."start",
              "t1"."end",
              "t1"."has_reason"
            FROM "run"."row" AS "t1"
            WHERE
              "t1"."is_alone"
          ) AS "t5"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t3"."person_id",
              "t3"."unit_id",
              "t3"."shift_start" AS "start",
              "t3"."end",
              "t3"."has_reason"
            FROM "run"."entangled_shift" AS "t3"
          ) AS "t7"
        ) AS "t9"
        WHERE
          (
            "t9"."end" - "t9"."start"
          ) > (
            PARAM('roster.shift_max_normal') * 3600
          )
      ) AS "t12"
    ) AS "t14"
  ) AS "t15"
  GROUP BY
    1,
    2
)
SELECT
  *
FROM (
  SELECT
    "t24"."person_id"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t18"."person_id",
        "t18"."month",
        "t18"."long_shifts",
        GREATEST("t18"."longest", COALESCE("t22"."before_longest", 0)) AS "longest",
        COALESCE("t22"."before_days", 0) | (
          "t18"."days" << CAST(COALESCE("t22"."before_length", 0) AS INT)
        ) AS "days",
        COALESCE("t22"."before_long_days", 0) | (
          "t18"."long_days" << CAST(COALESCE("t22"."before_length", 0) AS INT)
        ) AS "long_days"
      FROM "t16" AS "t18"
      INNER JOIN (
        SELECT
          "t0"."month",
          (
            "t0"."last_day" - "t0"."first_day"
          ) + 1 AS "length"
        FROM "run"."month" AS "t0"
      ) AS "t11"
        ON "t18"."month" = "t11"."month"
      LEFT OUTER JOIN (
        SELECT
          "t18"."person_id",
          "t18"."month" + 1 AS "month",
          "t11"."length" AS "before_length",
          "t18"."longest" AS "before_longest",
          "t18"."days" AS "before_days",
          "t18"."long_days" AS "before_long_days"
        FROM "t16" AS "t18"
        INNER JOIN (
          SELECT
            "t0"."month",
            (
              "t0"."last_day" - "t0"."first_day"
            ) + 1 AS "length"
          FROM "run"."month" AS "t0"
        ) AS "t11"
          ON "t18"."month" = "t11"."month"
      ) AS "t22"
        ON "t18"."person_id" = "t22"."person_id" AND "t18"."month" = "t22"."month"
    ) AS "t23"
    WHERE
      (
        PARAM('rest.duty_run_max') < 8
      )
      OR (
        PARAM('rest.long_shifts_in_week') < 3
      )
      OR (
        PARAM('rest.week_hours_max') < 60
      )
      OR (
        PARAM('rest.week_window') > 7
      )
      OR (
        PARAM('roster.shift_max_normal') > 8
      )
      OR (
        (
          "t23"."days" & (
            "t23"."days" >> CAST(1 AS INT)
          ) & (
            "t23"."days" & (
              "t23"."days" >> CAST(1 AS INT)
            ) >> CAST(2 AS INT)
          ) & (
            "t23"."days" & (
              "t23"."days" >> CAST(1 AS INT)
            ) & (
              "t23"."days" & (
                "t23"."days" >> CAST(1 AS INT)
              ) >> CAST(2 AS INT)
            ) >> CAST(4 AS INT)
          )
        ) <> 0
      )
      OR (
        (
          CAST(0 AS BIGINT) | (
            "t23"."long_days" & (
              "t23"."long_days" >> CAST(1 AS INT)
            ) & (
              "t23"."long_days" >> CAST(2 AS INT)
            )
          ) | (
            "t23"."long_days" & (
              "t23"."long_days" >> CAST(1 AS INT)
            ) & (
              "t23"."long_days" >> CAST(3 AS INT)
            )
          ) | (
            "t23"."long_days" & (
              "t23"."long_days" >> CAST(1 AS INT)
            ) & (
              "t23"."long_days" >> CAST(4 AS INT)
            )
          ) | (
            "t23"."long_days" & (
              "t23"."long_days" >> CAST(1 AS INT)
            ) & (
              "t23"."long_days" >> CAST(5 AS INT)
            )
          ) | (
            "t23"."long_days" & (
              "t23"."long_days" >> CAST(1 AS INT)
            ) & (
              "t23"."long_days" >> CAST(6 AS INT)
            )
          ) | (
            "t23"."long_days" & (
              "t23"."long_days" >> CAST(2 AS INT)
            ) & (
              "t23"."long_days" >> CAST(3 AS INT)
            )
          ) | (
            "t23"."long_days" & (
              "t23"."long_days" >> CAST(2 AS INT)
            ) & (
              "t23"."long_days" >> CAST(4 AS INT)
            )
          ) | (
            "t23"."long_days" & (
              "t23"."long_days" >> CAST(2 AS INT)
            ) & (
              "t23"."long_days" >> CAST(5 AS INT)
            )
          ) | (
            "t23"."long_days" & (
              "t23"."long_days" >> CAST(2 AS INT)
            ) & (
              "t23"."long_days" >> CAST(6 AS INT)
            )
          ) | (
            "t23"."long_days" & (
              "t23"."long_days" >> CAST(3 AS INT)
            ) & (
              "t23"."long_days" >> CAST(4 AS INT)
            )
          ) | (
            "t23"."long_days" & (
              "t23"."long_days" >> CAST(3 AS INT)
            ) & (
              "t23"."long_days" >> CAST(5 AS INT)
            )
          ) | (
            "t23"."long_days" & (
              "t23"."long_days" >> CAST(3 AS INT)
            ) & (
              "t23"."long_days" >> CAST(6 AS INT)
            )
          ) | (
            "t23"."long_days" & (
              "t23"."long_days" >> CAST(4 AS INT)
            ) & (
              "t23"."long_days" >> CAST(5 AS INT)
            )
          ) | (
            "t23"."long_days" & (
              "t23"."long_days" >> CAST(4 AS INT)
            ) & (
              "t23"."long_days" >> CAST(6 AS INT)
            )
          ) | (
            "t23"."long_days" & (
              "t23"."long_days" >> CAST(5 AS INT)
            ) & (
              "t23"."long_days" >> CAST(6 AS INT)
            )
          )
        ) <> 0
      )
      OR (
        (
          (
            "t23"."days" & (
              "t23"."days" >> CAST(1 AS INT)
            ) & (
              "t23"."days" & (
                "t23"."days" >> CAST(1 AS INT)
              ) >> CAST(2 AS INT)
            ) & (
              "t23"."days" & (
                "t23"."days" >> CAST(1 AS INT)
              ) & (
                "t23"."days" & (
                  "t23"."days" >> CAST(1 AS INT)
                ) >> CAST(2 AS INT)
              ) >> CAST(3 AS INT)
            )
          ) <> 0
        )
        AND (
          "t23"."longest" > (
            PARAM('roster.shift_max_normal') * 3600
          )
        )
      )
      OR (
        "t23"."longest" > 50400
      )
  ) AS "t24"
) AS "t25"
UNION
SELECT
  *
FROM (
  SELECT
    "t19"."person_id"
  FROM (
    SELECT
      *
    FROM "t16" AS "t17"
    WHERE
      "t17"."long_shifts" > BIT_COUNT(CAST("t17"."long_days" AS BIT(64)))
  ) AS "t19"
) AS "t21"
