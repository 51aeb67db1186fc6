SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t30"."person_id"
    FROM (
      SELECT
        *
      FROM "run"."month_sketch" AS "t0"
      WHERE
        (
          "t0"."rows" <> BIT_COUNT("t0"."own_days")
        )
        OR (
          (
            (
              "t0"."night" << 1
            ) & "t0"."morning"
          ) <> 0
        )
        OR (
          "t0"."longest_tail" >= 129600
        )
        OR (
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
              "t0"."days" & (
                "t0"."days" >> 1
              ) & (
                (
                  "t0"."days" & (
                    "t0"."days" >> 1
                  )
                ) >> 2
              ) & (
                (
                  "t0"."days" & (
                    "t0"."days" >> 1
                  ) & (
                    (
                      "t0"."days" & (
                        "t0"."days" >> 1
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
                "t0"."long_days" & (
                  "t0"."long_days" >> 1
                ) & (
                  "t0"."long_days" >> 2
                )
              ) | (
                "t0"."long_days" & (
                  "t0"."long_days" >> 1
                ) & (
                  "t0"."long_days" >> 3
                )
              ) | (
                "t0"."long_days" & (
                  "t0"."long_days" >> 1
                ) & (
                  "t0"."long_days" >> 4
                )
              ) | (
                "t0"."long_days" & (
                  "t0"."long_days" >> 1
                ) & (
                  "t0"."long_days" >> 5
                )
              ) | (
                "t0"."long_days" & (
                  "t0"."long_days" >> 1
                ) & (
                  "t0"."long_days" >> 6
                )
              ) | (
                "t0"."long_days" & (
                  "t0"."long_days" >> 2
                ) & (
                  "t0"."long_days" >> 3
                )
              ) | (
                "t0"."long_days" & (
                  "t0"."long_days" >> 2
                ) & (
                  "t0"."long_days" >> 4
                )
              ) | (
                "t0"."long_days" & (
                  "t0"."long_days" >> 2
                ) & (
                  "t0"."long_days" >> 5
                )
              ) | (
                "t0"."long_days" & (
                  "t0"."long_days" >> 2
                ) & (
                  "t0"."long_days" >> 6
                )
              ) | (
                "t0"."long_days" & (
                  "t0"."long_days" >> 3
                ) & (
                  "t0"."long_days" >> 4
                )
              ) | (
                "t0"."long_days" & (
                  "t0"."long_days" >> 3
                ) & (
                  "t0"."long_days" >> 5
                )
              ) | (
                "t0"."long_days" & (
                  "t0"."long_days" >> 3
                ) & (
                  "t0"."long_days" >> 6
                )
              ) | (
                "t0"."long_days" & (
                  "t0"."long_days" >> 4
                ) & (
                  "t0"."long_days" >> 5
                )
              ) | (
                "t0"."long_days" & (
                  "t0"."long_days" >> 4
                ) & (
                  "t0"."long_days" >> 6
                )
              ) | (
                "t0"."long_days" & (
                  "t0"."long_days" >> 5
                ) & (
                  "t0"."long_days" >> 6
                )
              )
            ) <> 0
          )
          OR (
            (
              (
                "t0"."days" & (
                  "t0"."days" >> 1
                ) & (
                  (
                    "t0"."days" & (
                      "t0"."days" >> 1
                    )
                  ) >> 2
                ) & (
                  (
                    "t0"."days" & (
                      "t0"."days" >> 1
                    ) & (
                      (
                        "t0"."days" & (
                          "t0"."days" >> 1
                        )
                      ) >> 2
                    )
                  ) >> 3
                )
              ) <> 0
            )
            AND (
              "t0"."longest" > (
                PARAM('roster.shift_max_normal') * 3600
              )
            )
          )
          OR (
            "t0"."longest" > 50400
          )
        )
    ) AS "t30"
  ) AS "t31"
  UNION
  SELECT
    *
  FROM (
    SELECT
      "t22"."person_id"
    FROM (
      SELECT
        "t8"."person_id",
        "t8"."spell_id",
        "t8"."unit_id",
        "t8"."month",
        "t8"."days",
        "t8"."full",
        "t8"."confirmed",
        "t8"."unsettled",
        "t8"."at_contact",
        "t8"."at_risk",
        "t8"."compensated_days",
        "t8"."compensated_seconds",
        "t8"."long_days",
        "t8"."longest",
        "t8"."rows",
        "t8"."night",
        "t8"."morning",
        "t8"."longest_tail",
        "t16"."spell_id" AS "spell_id_right",
        "t16"."known"
      FROM "run"."sketch" AS "t8"
      LEFT OUTER JOIN (
        SELECT
          "t3"."spell_id",
          "t3"."spell_id" AS "known"
        FROM "run"."spell" AS "t3"
      ) AS "t16"
        ON "t8"."spell_id" = "t16"."spell_id"
    ) AS "t22"
    WHERE
      "t22"."known" IS NULL
  ) AS "t26"
) AS "t33"
UNION
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t20"."person_id"
    FROM (
      SELECT
        "t7"."person_id",
        "t7"."month",
        "t7"."rows",
        "t7"."longest_tail",
        "t7"."compensated_days",
        "t7"."own_days",
        "t7"."longest",
        "t7"."days",
        "t7"."long_days",
        "t7"."night",
        "t7"."morning",
        "t9"."deployment",
        "t9"."spell_days"
      FROM "run"."month_sketch" AS "t7"
      INNER JOIN "run"."deployment_month" AS "t9"
        ON "t7"."person_id" = "t9"."person_id" AND "t7"."month" = "t9"."month"
    ) AS "t20"
    WHERE
      (
        "t20"."compensated_days" & "t20"."spell_days"
      ) <> 0
      AND (
        "t20"."compensated_days" & "t20"."spell_days"
      ) <> "t20"."compensated_days"
  ) AS "t24"
  UNION
  SELECT
    *
  FROM (
    SELECT
      "t32"."person_id"
    FROM (
      SELECT
        "t29"."person_id",
        "t29"."start",
        "t29"."last_day",
        "t29"."month",
        (
          (
            CAST(1 AS BIGINT) << (
              (
                LEAST("t29"."last_day", "t17"."month_end") - GREATEST("t29"."start", "t17"."first_day")
              ) + 1
            )
          ) - 1
        ) << (
          (
            GREATEST("t29"."start", "t17"."first_day") - "t17"."first_day"
          ) + 1
        ) AS "days",
        "t15"."duty"
      FROM (
        SELECT
          "t27"."person_id",
          "t27"."start",
          "t27"."last_day",
          "t27"."start_month",
          "t27"."last_month",
          UNNEST(RANGE("t27"."start_month", "t27"."last_month" + 1, 1)) AS "month"
        FROM (
          SELECT
            "t25"."person_id",
            "t25"."start",
            "t25"."last_day",
            "t18"."start_month",
            "t19"."last_month"
          FROM (
            SELECT
              "t21"."person_id",
              "t21"."last_day" + 1 AS "start",
              "t21"."last_day" + PARAM('rest.long_deployment_rest') AS "last_day"
            FROM (
              SELECT
                *
              FROM "run"."stint" AS "t5"
              WHERE
                NOT (
                  "t5"."is_open"
                )
                AND (
                  (
                    "t5"."last_day" - "t5"."start"
                  ) + 1
                ) >= PARAM('rest.long_deployment')
            ) AS "t21"
          ) AS "t25"
          INNER JOIN (
            SELECT
              "t6"."day" AS "start",
              "t6"."month" AS "start_month"
            FROM "run"."calendar" AS "t6"
          ) AS "t18"
            ON "t25"."start" = "t18"."start"
          INNER JOIN (
            SELECT
              "t6"."day" AS "last_day",
              "t6"."month" AS "last_month"
            FROM "run"."calendar" AS "t6"
          ) AS "t19"
            ON "t25"."last_day" = "t19"."last_day"
        ) AS "t27"
      ) AS "t29"
      INNER JOIN (
        SELECT
          "t4"."month",
          "t4"."first_day",
          "t4"."last_day" AS "month_end"
        FROM "run"."month" AS "t4"
      ) AS "t17"
        ON "t29"."month" = "t17"."month"
      INNER JOIN (
        SELECT
          "t0"."person_id",
          "t0"."month",
          "t0"."own_days" AS "duty"
        FROM "run"."month_sketch" AS "t0"
      ) AS "t15"
        ON "t29"."person_id" = "t15"."person_id" AND "t29"."month" = "t15"."month"
    ) AS "t32"
    WHERE
      (
        "t32"."days" & "t32"."duty"
      ) <> 0
  ) AS "t34"
) AS "t35"
