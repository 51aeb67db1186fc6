SELECT DISTINCT
  "t10"."person_id"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t2"."person_id",
      "t2"."month",
      "t2"."duty",
      "t2"."long_shifts",
      "t2"."longest_day",
      "t8"."person_id" AS "person_id_right",
      "t8"."following",
      "t8"."earlier_duty",
      "t8"."earlier_shifts",
      "t8"."earlier_longest",
      "t8"."length"
    FROM "run"."month_of_person" AS "t2"
    LEFT OUTER JOIN (
      SELECT
        "t4"."person_id",
        "t4"."following",
        "t4"."earlier_duty",
        "t4"."earlier_shifts",
        "t4"."earlier_longest",
        "t6"."length"
      FROM (
        SELECT
          "t0"."person_id",
          "t0"."month" + 1 AS "following",
          "t0"."duty" AS "earlier_duty",
          "t0"."long_shifts" AS "earlier_shifts",
          "t0"."longest_day" AS "earlier_longest"
        FROM "run"."month_of_person" AS "t0"
      ) AS "t4"
      INNER JOIN (
        SELECT
          "t1"."month" + 1 AS "following",
          (
            "t1"."last_day" - "t1"."first_day"
          ) + 1 AS "length"
        FROM "run"."month" AS "t1"
      ) AS "t6"
        ON "t4"."following" = "t6"."following"
    ) AS "t8"
      ON "t2"."person_id" = "t8"."person_id" AND "t2"."month" = "t8"."following"
  ) AS "t9"
  WHERE
    (
      (
        (
          COALESCE("t9"."earlier_duty", 0) | (
            "t9"."duty" << COALESCE("t9"."length", 0)
          )
        ) & (
          (
            COALESCE("t9"."earlier_duty", 0) | (
              "t9"."duty" << COALESCE("t9"."length", 0)
            )
          ) >> 1
        ) & (
          (
            (
              COALESCE("t9"."earlier_duty", 0) | (
                "t9"."duty" << COALESCE("t9"."length", 0)
              )
            ) & (
              (
                COALESCE("t9"."earlier_duty", 0) | (
                  "t9"."duty" << COALESCE("t9"."length", 0)
                )
              ) >> 1
            )
          ) >> 2
        ) & (
          (
            (
              COALESCE("t9"."earlier_duty", 0) | (
                "t9"."duty" << COALESCE("t9"."length", 0)
              )
            ) & (
              (
                COALESCE("t9"."earlier_duty", 0) | (
                  "t9"."duty" << COALESCE("t9"."length", 0)
                )
              ) >> 1
            ) & (
              (
                (
                  COALESCE("t9"."earlier_duty", 0) | (
                    "t9"."duty" << COALESCE("t9"."length", 0)
                  )
                ) & (
                  (
                    COALESCE("t9"."earlier_duty", 0) | (
                      "t9"."duty" << COALESCE("t9"."length", 0)
                    )
                  ) >> 1
                )
              ) >> 2
            )
          ) >> 4
        )
      ) <> 0
    )
    OR (
      PARAM('rest.duty_run_max') < 8
    )
    OR (
      (
        "t9"."long_shifts" + COALESCE("t9"."earlier_shifts", 0)
      ) >= PARAM('rest.long_shifts_in_week')
    )
    OR (
      (
        GREATEST("t9"."longest_day", COALESCE("t9"."earlier_longest", 0)) * PARAM('rest.week_window')
      ) > (
        PARAM('rest.week_hours_max') * 3600
      )
    )
) AS "t10"
