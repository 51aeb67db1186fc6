WITH "t22" AS (
  SELECT
    "t21"."person_id",
    "t21"."month",
    BIT_OR("t21"."days") AS "days",
    BIT_OR("t21"."long_days") AS "long_days",
    SUM("t21"."long_shifts") AS "long_shifts",
    MAX("t21"."longest") AS "longest"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t17"."person_id",
        (
          (
            EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
              CAST(CAST((
                "t17"."start" - (
                  "t17"."start" % 86400
                )
              ) / 86400 AS BIGINT) AS INT)
            ) AS TIMESTAMP) AS DATE)) * 12
          ) + EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
            CAST(CAST((
              "t17"."start" - (
                "t17"."start" % 86400
              )
            ) / 86400 AS BIGINT) AS INT)
          ) AS TIMESTAMP) AS DATE))
        ) - 1 AS "month",
        CAST(0 AS BIGINT) AS "days",
        CAST(1 AS BIGINT) << CAST(EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
          CAST(CAST((
            "t17"."start" - (
              "t17"."start" % 86400
            )
          ) / 86400 AS BIGINT) AS INT)
        ) AS TIMESTAMP) AS DATE)) AS BIGINT) AS "long_days",
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
              "t2"."person_id",
              "t2"."unit_id",
              "t2"."start",
              "t2"."end",
              "t2"."has_reason"
            FROM "run"."row" AS "t2"
            WHERE
              "t2"."is_alone"
          ) AS "t8"
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
          ) AS "t10"
        ) AS "t12"
        WHERE
          (
            "t12"."end" - "t12"."start"
          ) > (
            PARAM('roster.shift_max_normal') * 3600
          )
      ) AS "t17"
    ) AS "t20"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t6"."person_id",
          "t6"."month",
          "t6"."days",
          "t6"."long_days",
          CAST(0 AS BIGINT) AS "long_shifts",
          "t6"."longest"
        FROM "run"."month_sketch" AS "t6"
        ANTI JOIN "run"."lens" AS "t7"
          ON "t6"."person_id" = "t7"."person_id" AND "t6"."month" = "t7"."month"
      ) AS "t16"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t13"."person_id",
          "t13"."month",
          "t13"."bit" AS "days",
          COALESCE(
            CASE
              WHEN "t13"."seconds" > (
                PARAM('roster.shift_max_normal') * 3600
              )
              THEN "t13"."bit"
              ELSE CAST(0 AS BIGINT)
            END,
            0
          ) AS "long_days",
          CAST(0 AS BIGINT) AS "long_shifts",
          "t13"."seconds" AS "longest"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t2"."person_id",
              "t2"."day",
              "t2"."month",
              "t2"."bit",
              "t2"."is_workday",
              "t2"."length" AS "seconds",
              "t2"."end" AS "work_end"
            FROM "run"."row" AS "t2"
            WHERE
              "t2"."is_alone"
          ) AS "t9"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM "run"."entangled_day" AS "t5"
          ) AS "t11"
        ) AS "t13"
      ) AS "t18"
    ) AS "t19"
  ) AS "t21"
  GROUP BY
    1,
    2
)
SELECT
  *
FROM (
  SELECT
    "t30"."person_id"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t24"."person_id",
        "t24"."month",
        "t24"."long_shifts",
        GREATEST("t24"."longest", COALESCE("t28"."before_longest", 0)) AS "longest",
        COALESCE("t28"."before_days", 0) | (
          "t24"."days" << COALESCE("t28"."before_length", 0)
        ) AS "days",
        COALESCE("t28"."before_long_days", 0) | (
          "t24"."long_days" << COALESCE("t28"."before_length", 0)
        ) AS "long_days"
      FROM "t22" AS "t24"
      INNER JOIN (
        SELECT
          "t0"."month",
          (
            "t0"."last_day" - "t0"."first_day"
          ) + 1 AS "length"
        FROM "run"."month" AS "t0"
      ) AS "t15"
        ON "t24"."month" = "t15"."month"
      LEFT OUTER JOIN (
        SELECT
          "t24"."person_id",
          "t24"."month" + 1 AS "month",
          "t15"."length" AS "before_length",
          "t24"."longest" AS "before_longest",
          "t24"."days" AS "before_days",
          "t24"."long_days" AS "before_long_days"
        FROM "t22" AS "t24"
        INNER JOIN (
          SELECT
            "t0"."month",
            (
              "t0"."last_day" - "t0"."first_day"
            ) + 1 AS "length"
          FROM "run"."month" AS "t0"
        ) AS "t15"
          ON "t24"."month" = "t15"."month"
      ) AS "t28"
        ON "t24"."person_id" = "t28"."person_id" AND "t24"."month" = "t28"."month"
    ) AS "t29"
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
          "t29"."days" & (
            "t29"."days" >> 1
          ) & (
            (
              "t29"."days" & (
                "t29"."days" >> 1
              )
            ) >> 2
          ) & (
            (
              "t29"."days" & (
                "t29"."days" >> 1
              ) & (
                (
                  "t29"."days" & (
                    "t29"."days" >> 1
                  )
                ) >> 2
              )
            ) >> 4
          )
        ) <> 0
      )
      OR (
        (
          CAST(0 AS BIGINT) | (
            "t29"."long_days" & (
              "t29"."long_days" >> 1
            ) & (
              "t29"."long_days" >> 2
            )
          ) | (
            "t29"."long_days" & (
              "t29"."long_days" >> 1
            ) & (
              "t29"."long_days" >> 3
            )
          ) | (
            "t29"."long_days" & (
              "t29"."long_days" >> 1
            ) & (
              "t29"."long_days" >> 4
            )
          ) | (
            "t29"."long_days" & (
              "t29"."long_days" >> 1
            ) & (
              "t29"."long_days" >> 5
            )
          ) | (
            "t29"."long_days" & (
              "t29"."long_days" >> 1
            ) & (
              "t29"."long_days" >> 6
            )
          ) | (
            "t29"."long_days" & (
              "t29"."long_days" >> 2
            ) & (
              "t29"."long_days" >> 3
            )
          ) | (
            "t29"."long_days" & (
              "t29"."long_days" >> 2
            ) & (
              "t29"."long_days" >> 4
            )
          ) | (
            "t29"."long_days" & (
              "t29"."long_days" >> 2
            ) & (
              "t29"."long_days" >> 5
            )
          ) | (
            "t29"."long_days" & (
              "t29"."long_days" >> 2
            ) & (
              "t29"."long_days" >> 6
            )
          ) | (
            "t29"."long_days" & (
              "t29"."long_days" >> 3
            ) & (
              "t29"."long_days" >> 4
            )
          ) | (
            "t29"."long_days" & (
              "t29"."long_days" >> 3
            ) & (
              "t29"."long_days" >> 5
            )
          ) | (
            "t29"."long_days" & (
              "t29"."long_days" >> 3
            ) & (
              "t29"."long_days" >> 6
            )
          ) | (
            "t29"."long_days" & (
              "t29"."long_days" >> 4
            ) & (
              "t29"."long_days" >> 5
            )
          ) | (
            "t29"."long_days" & (
              "t29"."long_days" >> 4
            ) & (
              "t29"."long_days" >> 6
            )
          ) | (
            "t29"."long_days" & (
              "t29"."long_days" >> 5
            ) & (
              "t29"."long_days" >> 6
            )
          )
        ) <> 0
      )
      OR (
        (
          (
            "t29"."days" & (
              "t29"."days" >> 1
            ) & (
              (
                "t29"."days" & (
                  "t29"."days" >> 1
                )
              ) >> 2
            ) & (
              (
                "t29"."days" & (
                  "t29"."days" >> 1
                ) & (
                  (
                    "t29"."days" & (
                      "t29"."days" >> 1
                    )
                  ) >> 2
                )
              ) >> 3
            )
          ) <> 0
        )
        AND (
          "t29"."longest" > (
            PARAM('roster.shift_max_normal') * 3600
          )
        )
      )
      OR (
        "t29"."longest" > 50400
      )
  ) AS "t30"
) AS "t31"
UNION
SELECT
  *
FROM (
  SELECT
    "t25"."person_id"
  FROM (
    SELECT
      *
    FROM "t22" AS "t23"
    WHERE
      "t23"."long_shifts" > BIT_COUNT("t23"."long_days")
  ) AS "t25"
) AS "t27"
