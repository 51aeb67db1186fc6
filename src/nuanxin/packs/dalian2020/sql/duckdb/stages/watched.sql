WITH "t17" AS (
  SELECT
    *
  FROM (
    SELECT
      "t12".*
      EXCLUDE ("may_touch")
    FROM (
      SELECT
        *
      FROM "run"."lens_row" AS "t6"
      WHERE
        NOT (
          "t6"."may_touch"
        )
    ) AS "t12"
  ) AS "t14"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t5"."attendance_id",
      "t5"."person_id",
      "t5"."post_id",
      "t5"."spell_id",
      "t5"."contact_confirmed",
      "t5"."start",
      "t5"."end",
      "t5"."has_reason",
      "t5"."day",
      "t5"."length",
      "t5"."month",
      "t5"."bit",
      "t5"."is_workday",
      "t5"."unit_id",
      "t5"."at_contact",
      "t5"."at_risk"
    FROM "run"."row" AS "t5"
    WHERE
      "t5"."is_alone"
  ) AS "t11"
), "t27" AS (
  SELECT
    "t26"."person_id",
    "t26"."month",
    BIT_OR("t26"."days") AS "days",
    BIT_OR("t26"."long_days") AS "long_days",
    SUM("t26"."long_shifts") AS "long_shifts",
    MAX("t26"."longest") AS "longest"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t21"."person_id",
        "t21"."month",
        "t21"."bit" AS "days",
        COALESCE(
          CASE
            WHEN "t21"."seconds" > (
              PARAM('roster.shift_max_normal') * 3600
            )
            THEN "t21"."bit"
            ELSE CAST(0 AS BIGINT)
          END,
          0
        ) AS "long_days",
        CAST(0 AS BIGINT) AS "long_shifts",
        "t21"."seconds" AS "longest"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t18"."person_id",
            "t18"."day",
            "t18"."month",
            "t18"."bit",
            "t18"."is_workday",
            "t18"."length" AS "seconds",
            "t18"."end" AS "work_end"
          FROM "t17" AS "t18"
        ) AS "t19"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM "run"."entangled_day" AS "t3"
        ) AS "t9"
      ) AS "t21"
    ) AS "t24"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t23"."person_id",
        (
          (
            EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
              CAST(CAST((
                "t23"."start" - (
                  "t23"."start" % 86400
                )
              ) / 86400 AS BIGINT) AS INT)
            ) AS TIMESTAMP) AS DATE)) * 12
          ) + EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
            CAST(CAST((
              "t23"."start" - (
                "t23"."start" % 86400
              )
            ) / 86400 AS BIGINT) AS INT)
          ) AS TIMESTAMP) AS DATE))
        ) - 1 AS "month",
        CAST(0 AS BIGINT) AS "days",
        CAST(1 AS BIGINT) << CAST(EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
          CAST(CAST((
            "t23"."start" - (
              "t23"."start" % 86400
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
              "t18"."person_id",
              "t18"."unit_id",
              "t18"."start",
              "t18"."end",
              "t18"."has_reason"
            FROM "t17" AS "t18"
          ) AS "t20"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t4"."person_id",
              "t4"."unit_id",
              "t4"."shift_start" AS "start",
              "t4"."end",
              "t4"."has_reason"
            FROM "run"."entangled_shift" AS "t4"
          ) AS "t10"
        ) AS "t22"
        WHERE
          (
            "t22"."end" - "t22"."start"
          ) > (
            PARAM('roster.shift_max_normal') * 3600
          )
      ) AS "t23"
    ) AS "t25"
  ) AS "t26"
  GROUP BY
    1,
    2
)
SELECT
  *
FROM (
  SELECT
    "t37"."person_id"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t32"."person_id",
        "t32"."month",
        GREATEST("t32"."longest", COALESCE("t35"."before_longest", 0)) AS "longest",
        COALESCE("t35"."before_days", 0) | (
          "t32"."days" << COALESCE("t35"."before_length", 0)
        ) AS "days",
        COALESCE("t35"."before_long_days", 0) | (
          "t32"."long_days" << COALESCE("t35"."before_length", 0)
        ) AS "long_days"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t7"."person_id",
            "t7"."month",
            "t7"."days",
            "t7"."long_days",
            "t7"."longest"
          FROM "run"."month_sketch" AS "t7"
          ANTI JOIN "run"."lens" AS "t8"
            ON "t7"."person_id" = "t8"."person_id" AND "t7"."month" = "t8"."month"
        ) AS "t16"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t28"."person_id",
            "t28"."month",
            "t28"."days",
            "t28"."long_days",
            "t28"."longest"
          FROM "t27" AS "t28"
        ) AS "t29"
      ) AS "t32"
      INNER JOIN (
        SELECT
          "t0"."month",
          (
            "t0"."last_day" - "t0"."first_day"
          ) + 1 AS "length"
        FROM "run"."month" AS "t0"
      ) AS "t15"
        ON "t32"."month" = "t15"."month"
      LEFT OUTER JOIN (
        SELECT
          "t32"."person_id",
          "t32"."month" + 1 AS "month",
          "t15"."length" AS "before_length",
          "t32"."longest" AS "before_longest",
          "t32"."days" AS "before_days",
          "t32"."long_days" AS "before_long_days"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t7"."person_id",
              "t7"."month",
              "t7"."days",
              "t7"."long_days",
              "t7"."longest"
            FROM "run"."month_sketch" AS "t7"
            ANTI JOIN "run"."lens" AS "t8"
              ON "t7"."person_id" = "t8"."person_id" AND "t7"."month" = "t8"."month"
          ) AS "t16"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t28"."person_id",
              "t28"."month",
              "t28"."days",
              "t28"."long_days",
              "t28"."longest"
            FROM "t27" AS "t28"
          ) AS "t29"
        ) AS "t32"
        INNER JOIN (
          SELECT
            "t0"."month",
            (
              "t0"."last_day" - "t0"."first_day"
            ) + 1 AS "length"
          FROM "run"."month" AS "t0"
        ) AS "t15"
          ON "t32"."month" = "t15"."month"
      ) AS "t35"
        ON "t32"."person_id" = "t35"."person_id" AND "t32"."month" = "t35"."month"
    ) AS "t36"
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
          "t36"."days" & (
            "t36"."days" >> 1
          ) & (
            (
              "t36"."days" & (
                "t36"."days" >> 1
              )
            ) >> 2
          ) & (
            (
              "t36"."days" & (
                "t36"."days" >> 1
              ) & (
                (
                  "t36"."days" & (
                    "t36"."days" >> 1
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
            "t36"."long_days" & (
              "t36"."long_days" >> 1
            ) & (
              "t36"."long_days" >> 2
            )
          ) | (
            "t36"."long_days" & (
              "t36"."long_days" >> 1
            ) & (
              "t36"."long_days" >> 3
            )
          ) | (
            "t36"."long_days" & (
              "t36"."long_days" >> 1
            ) & (
              "t36"."long_days" >> 4
            )
          ) | (
            "t36"."long_days" & (
              "t36"."long_days" >> 1
            ) & (
              "t36"."long_days" >> 5
            )
          ) | (
            "t36"."long_days" & (
              "t36"."long_days" >> 1
            ) & (
              "t36"."long_days" >> 6
            )
          ) | (
            "t36"."long_days" & (
              "t36"."long_days" >> 2
            ) & (
              "t36"."long_days" >> 3
            )
          ) | (
            "t36"."long_days" & (
              "t36"."long_days" >> 2
            ) & (
              "t36"."long_days" >> 4
            )
          ) | (
            "t36"."long_days" & (
              "t36"."long_days" >> 2
            ) & (
              "t36"."long_days" >> 5
            )
          ) | (
            "t36"."long_days" & (
              "t36"."long_days" >> 2
            ) & (
              "t36"."long_days" >> 6
            )
          ) | (
            "t36"."long_days" & (
              "t36"."long_days" >> 3
            ) & (
              "t36"."long_days" >> 4
            )
          ) | (
            "t36"."long_days" & (
              "t36"."long_days" >> 3
            ) & (
              "t36"."long_days" >> 5
            )
          ) | (
            "t36"."long_days" & (
              "t36"."long_days" >> 3
            ) & (
              "t36"."long_days" >> 6
            )
          ) | (
            "t36"."long_days" & (
              "t36"."long_days" >> 4
            ) & (
              "t36"."long_days" >> 5
            )
          ) | (
            "t36"."long_days" & (
              "t36"."long_days" >> 4
            ) & (
              "t36"."long_days" >> 6
            )
          ) | (
            "t36"."long_days" & (
              "t36"."long_days" >> 5
            ) & (
              "t36"."long_days" >> 6
            )
          )
        ) <> 0
      )
      OR (
        (
          (
            "t36"."days" & (
              "t36"."days" >> 1
            ) & (
              (
                "t36"."days" & (
                  "t36"."days" >> 1
                )
              ) >> 2
            ) & (
              (
                "t36"."days" & (
                  "t36"."days" >> 1
                ) & (
                  (
                    "t36"."days" & (
                      "t36"."days" >> 1
                    )
                  ) >> 2
                )
              ) >> 3
            )
          ) <> 0
        )
        AND (
          "t36"."longest" > (
            PARAM('roster.shift_max_normal') * 3600
          )
        )
      )
      OR (
        "t36"."longest" > 50400
      )
  ) AS "t37"
) AS "t38"
UNION
SELECT
  *
FROM (
  SELECT
    "t31"."person_id"
  FROM (
    SELECT
      *
    FROM "t27" AS "t28"
    WHERE
      "t28"."long_shifts" > BIT_COUNT("t28"."long_days")
  ) AS "t31"
) AS "t33"
