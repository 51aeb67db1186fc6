WITH "t26" AS (
  SELECT
    "t5"."person_id",
    "t5"."month",
    "t5"."days",
    "t5"."long_days",
    "t5"."night",
    "t5"."morning",
    "t5"."compensated_days",
    "t5"."odd_days",
    "t5"."rows",
    "t5"."longest",
    "t5"."longest_tail",
    "t19"."length"
  FROM "run"."month_sketch" AS "t5"
  INNER JOIN (
    SELECT
      "t2"."month",
      (
        "t2"."last_day" - "t2"."first_day"
      ) + 1 AS "length"
    FROM "run"."month" AS "t2"
  ) AS "t19"
    ON "t5"."month" = "t19"."month"
)
SELECT
  "t48"."person_id",
  "t48"."month",
  BIT_OR("t48"."days") AS "tangled"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t5"."person_id",
        "t5"."month",
        "t5"."days"
      FROM "run"."month_sketch" AS "t5"
      SEMI JOIN (
        SELECT
          *
        FROM "run"."month_sketch" AS "t0"
        WHERE
          (
            "t0"."longest" > 86400
          ) OR (
            "t0"."longest_tail" >= 129600
          )
      ) AS "t17"
        ON "t5"."person_id" = "t17"."person_id"
    ) AS "t23"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t0"."person_id",
            "t0"."month",
            CASE
              WHEN "t0"."rows" = (
                BIT_COUNT("t0"."days") + BIT_COUNT(XOR("t0"."days", (
                  "t0"."days" & "t0"."odd_days"
                )))
              )
              THEN XOR("t0"."days", (
                "t0"."days" & "t0"."odd_days"
              ))
              ELSE "t0"."days"
            END AS "days"
          FROM "run"."month_sketch" AS "t0"
        ) AS "t21"
        WHERE
          "t21"."days" <> 0
      ) AS "t29"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t35"."person_id",
            "t35"."later" AS "month",
            CAST(1 AS BIGINT) << CAST(1 AS BIGINT) AS "days"
          FROM (
            SELECT
              "t28"."person_id",
              "t28"."month",
              CAST(1 AS BIGINT) << "t28"."length" AS "days",
              "t28"."month" + 1 AS "later"
            FROM "t26" AS "t28"
            WHERE
              (
                "t28"."night" & (
                  CAST(1 AS BIGINT) << "t28"."length"
                )
              ) <> 0
          ) AS "t35"
          INNER JOIN (
            SELECT
              "t28"."person_id",
              "t28"."month" AS "later"
            FROM "t26" AS "t28"
            WHERE
              (
                "t28"."morning" & (
                  CAST(1 AS BIGINT) << CAST(1 AS BIGINT)
                )
              ) <> 0
          ) AS "t34"
            ON "t35"."person_id" = "t34"."person_id" AND "t35"."later" = "t34"."later"
        ) AS "t38"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t5"."person_id",
                "t5"."month",
                (
                  (
                    "t5"."night" << 1
                  ) & "t5"."morning"
                ) | (
                  (
                    (
                      "t5"."night" << 1
                    ) & "t5"."morning"
                  ) >> 1
                ) AS "days"
              FROM "run"."month_sketch" AS "t5"
              INNER JOIN (
                SELECT
                  "t2"."month",
                  (
                    "t2"."last_day" - "t2"."first_day"
                  ) + 1 AS "length"
                FROM "run"."month" AS "t2"
              ) AS "t19"
                ON "t5"."month" = "t19"."month"
            ) AS "t25"
            WHERE
              "t25"."days" <> 0
          ) AS "t30"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t35"."person_id",
              "t35"."month",
              "t35"."days"
            FROM (
              SELECT
                "t28"."person_id",
                "t28"."month",
                CAST(1 AS BIGINT) << "t28"."length" AS "days",
                "t28"."month" + 1 AS "later"
              FROM "t26" AS "t28"
              WHERE
                (
                  "t28"."night" & (
                    CAST(1 AS BIGINT) << "t28"."length"
                  )
                ) <> 0
            ) AS "t35"
            INNER JOIN (
              SELECT
                "t28"."person_id",
                "t28"."month" AS "later"
              FROM "t26" AS "t28"
              WHERE
                (
                  "t28"."morning" & (
                    CAST(1 AS BIGINT) << CAST(1 AS BIGINT)
                  )
                ) <> 0
            ) AS "t34"
              ON "t35"."person_id" = "t34"."person_id" AND "t35"."later" = "t34"."later"
          ) AS "t39"
        ) AS "t40"
      ) AS "t41"
    ) AS "t42"
  ) AS "t43"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t46"."person_id",
      "t46"."month",
      CAST(0 AS BIGINT) AS "days"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t18"."person_id",
          "t18"."month"
        FROM (
          SELECT
            "t5"."person_id",
            "t5"."month",
            "t5"."days",
            "t5"."long_days",
            "t5"."night",
            "t5"."morning",
            "t5"."compensated_days",
            "t5"."odd_days",
            "t5"."rows",
            "t5"."longest",
            "t5"."longest_tail",
            "t6"."deployment",
            "t6"."spell_days"
          FROM "run"."month_sketch" AS "t5"
          INNER JOIN "run"."deployment_month" AS "t6"
            ON "t5"."person_id" = "t6"."person_id" AND "t5"."month" = "t6"."month"
        ) AS "t18"
        WHERE
          (
            "t18"."compensated_days" & "t18"."spell_days"
          ) <> 0
          AND (
            "t18"."compensated_days" & "t18"."spell_days"
          ) <> "t18"."compensated_days"
      ) AS "t24"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t44"."person_id",
          "t44"."month"
        FROM (
          SELECT
            "t37"."person_id",
            "t37"."start",
            "t37"."last_day",
            "t37"."month",
            (
              (
                CAST(1 AS BIGINT) << (
                  (
                    LEAST("t37"."last_day", "t12"."month_end") - GREATEST("t37"."start", "t12"."first_day")
                  ) + 1
                )
              ) - 1
            ) << (
              (
                GREATEST("t37"."start", "t12"."first_day") - "t12"."first_day"
              ) + 1
            ) AS "days",
            "t11"."duty"
          FROM (
            SELECT
              "t31"."person_id",
              "t31"."start",
              "t31"."last_day",
              "t31"."start_month",
              "t31"."last_month",
              UNNEST(RANGE("t31"."start_month", "t31"."last_month" + 1, 1)) AS "month"
            FROM (
              SELECT
                "t27"."person_id",
                "t27"."start",
                "t27"."last_day",
                "t13"."start_month",
                "t14"."last_month"
              FROM (
                SELECT
                  "t20"."person_id",
                  "t20"."last_day" + 1 AS "start",
                  "t20"."last_day" + PARAM('rest.long_deployment_rest') AS "last_day"
                FROM (
                  SELECT
                    *
                  FROM "run"."stint" AS "t3"
                  WHERE
                    NOT (
                      "t3"."is_open"
                    )
                    AND (
                      (
                        "t3"."last_day" - "t3"."start"
                      ) + 1
                    ) >= PARAM('rest.long_deployment')
                ) AS "t20"
              ) AS "t27"
              INNER JOIN (
                SELECT
                  "t4"."day" AS "start",
                  "t4"."month" AS "start_month"
                FROM "run"."calendar" AS "t4"
              ) AS "t13"
                ON "t27"."start" = "t13"."start"
              INNER JOIN (
                SELECT
                  "t4"."day" AS "last_day",
                  "t4"."month" AS "last_month"
                FROM "run"."calendar" AS "t4"
              ) AS "t14"
                ON "t27"."last_day" = "t14"."last_day"
            ) AS "t31"
          ) AS "t37"
          INNER JOIN (
            SELECT
              "t2"."month",
              "t2"."first_day",
              "t2"."last_day" AS "month_end"
            FROM "run"."month" AS "t2"
          ) AS "t12"
            ON "t37"."month" = "t12"."month"
          INNER JOIN (
            SELECT
              "t0"."person_id",
              "t0"."month",
              "t0"."days" AS "duty"
            FROM "run"."month_sketch" AS "t0"
          ) AS "t11"
            ON "t37"."person_id" = "t11"."person_id" AND "t37"."month" = "t11"."month"
        ) AS "t44"
        WHERE
          (
            "t44"."days" & "t44"."duty"
          ) <> 0
      ) AS "t45"
    ) AS "t46"
  ) AS "t47"
) AS "t48"
GROUP BY
  1,
  2
