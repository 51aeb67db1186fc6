SELECT
  *
FROM (
  SELECT
    "t41"."person_id",
    "t41"."month"
  FROM (
    SELECT
      "t36"."person_id",
      "t36"."start",
      "t36"."last_day",
      "t36"."month",
      (
        (
          CAST(1 AS BIGINT) << (
            (
              LEAST("t36"."last_day", "t12"."month_end") - GREATEST("t36"."start", "t12"."first_day")
            ) + 1
          )
        ) - 1
      ) << (
        (
          GREATEST("t36"."start", "t12"."first_day") - "t12"."first_day"
        ) + 1
      ) AS "days",
      "t11"."duty"
    FROM (
      SELECT
        "t30"."person_id",
        "t30"."start",
        "t30"."last_day",
        "t30"."start_month",
        "t30"."last_month",
        UNNEST(RANGE("t30"."start_month", "t30"."last_month" + 1, 1)) AS "month"
      FROM (
        SELECT
          "t29"."person_id",
          "t29"."start",
          "t29"."last_day",
          "t13"."start_month",
          "t14"."last_month"
        FROM (
          SELECT
            "t21"."person_id",
            "t21"."last_day" + 1 AS "start",
            "t21"."last_day" + PARAM('rest.long_deployment_rest') AS "last_day"
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
          ) AS "t21"
        ) AS "t29"
        INNER JOIN (
          SELECT
            "t4"."day" AS "start",
            "t4"."month" AS "start_month"
          FROM "run"."calendar" AS "t4"
        ) AS "t13"
          ON "t29"."start" = "t13"."start"
        INNER JOIN (
          SELECT
            "t4"."day" AS "last_day",
            "t4"."month" AS "last_month"
          FROM "run"."calendar" AS "t4"
        ) AS "t14"
          ON "t29"."last_day" = "t14"."last_day"
      ) AS "t30"
    ) AS "t36"
    INNER JOIN (
      SELECT
        "t1"."month",
        "t1"."first_day",
        "t1"."last_day" AS "month_end"
      FROM "run"."month" AS "t1"
    ) AS "t12"
      ON "t36"."month" = "t12"."month"
    INNER JOIN (
      SELECT
        "t0"."person_id",
        "t0"."month",
        "t0"."days" AS "duty"
      FROM "run"."month_sketch" AS "t0"
    ) AS "t11"
      ON "t36"."person_id" = "t11"."person_id" AND "t36"."month" = "t11"."month"
  ) AS "t41"
  WHERE
    (
      "t41"."days" & "t41"."duty"
    ) <> 0
) AS "t42"
UNION
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
        *
      FROM (
        SELECT
          "t23"."person_id",
          "t23"."month"
        FROM (
          SELECT
            *
          FROM "run"."month_sketch" AS "t0"
          WHERE
            (
              "t0"."rows" <> BIT_COUNT("t0"."days")
            )
            OR (
              (
                (
                  "t0"."night" << 1
                ) & "t0"."morning"
              ) <> 0
            )
        ) AS "t23"
      ) AS "t24"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t32"."person_id",
          "t32"."month"
        FROM (
          SELECT
            "t27"."person_id",
            "t27"."month",
            "t27"."month" + 1 AS "later"
          FROM (
            SELECT
              "t5"."person_id",
              "t5"."month",
              "t5"."days",
              "t5"."long_days",
              "t5"."night",
              "t5"."morning",
              "t5"."compensated_days",
              "t5"."rows",
              "t5"."longest",
              "t5"."longest_tail",
              "t19"."length"
            FROM "run"."month_sketch" AS "t5"
            INNER JOIN (
              SELECT
                "t1"."month",
                (
                  "t1"."last_day" - "t1"."first_day"
                ) + 1 AS "length"
              FROM "run"."month" AS "t1"
            ) AS "t19"
              ON "t5"."month" = "t19"."month"
          ) AS "t27"
          WHERE
            (
              "t27"."night" & (
                CAST(1 AS BIGINT) << "t27"."length"
              )
            ) <> 0
        ) AS "t32"
        INNER JOIN (
          SELECT
            "t0"."person_id",
            "t0"."month" AS "later"
          FROM "run"."month_sketch" AS "t0"
          WHERE
            (
              "t0"."morning" & (
                CAST(1 AS BIGINT) << CAST(1 AS BIGINT)
              )
            ) <> 0
        ) AS "t22"
          ON "t32"."person_id" = "t22"."person_id" AND "t32"."later" = "t22"."later"
      ) AS "t34"
    ) AS "t37"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t5"."person_id",
          "t5"."month"
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
        ) AS "t18"
          ON "t5"."person_id" = "t18"."person_id"
      ) AS "t26"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t32"."person_id",
          "t32"."later" AS "month"
        FROM (
          SELECT
            "t27"."person_id",
            "t27"."month",
            "t27"."month" + 1 AS "later"
          FROM (
            SELECT
              "t5"."person_id",
              "t5"."month",
              "t5"."days",
              "t5"."long_days",
              "t5"."night",
              "t5"."morning",
              "t5"."compensated_days",
              "t5"."rows",
              "t5"."longest",
              "t5"."longest_tail",
              "t19"."length"
            FROM "run"."month_sketch" AS "t5"
            INNER JOIN (
              SELECT
                "t1"."month",
                (
                  "t1"."last_day" - "t1"."first_day"
                ) + 1 AS "length"
              FROM "run"."month" AS "t1"
            ) AS "t19"
              ON "t5"."month" = "t19"."month"
          ) AS "t27"
          WHERE
            (
              "t27"."night" & (
                CAST(1 AS BIGINT) << "t27"."length"
              )
            ) <> 0
        ) AS "t32"
        INNER JOIN (
          SELECT
            "t0"."person_id",
            "t0"."month" AS "later"
          FROM "run"."month_sketch" AS "t0"
          WHERE
            (
              "t0"."morning" & (
                CAST(1 AS BIGINT) << CAST(1 AS BIGINT)
              )
            ) <> 0
        ) AS "t22"
          ON "t32"."person_id" = "t22"."person_id" AND "t32"."later" = "t22"."later"
      ) AS "t35"
    ) AS "t38"
  ) AS "t39"
  UNION
  SELECT
    *
  FROM (
    SELECT
      "t20"."person_id",
      "t20"."month"
    FROM (
      SELECT
        "t5"."person_id",
        "t5"."month",
        "t5"."days",
        "t5"."long_days",
        "t5"."night",
        "t5"."morning",
        "t5"."compensated_days",
        "t5"."rows",
        "t5"."longest",
        "t5"."longest_tail",
        "t6"."deployment",
        "t6"."spell_days"
      FROM "run"."month_sketch" AS "t5"
      INNER JOIN "run"."deployment_month" AS "t6"
        ON "t5"."person_id" = "t6"."person_id" AND "t5"."month" = "t6"."month"
    ) AS "t20"
    WHERE
      (
        "t20"."compensated_days" & "t20"."spell_days"
      ) <> 0
      AND (
        "t20"."compensated_days" & "t20"."spell_days"
      ) <> "t20"."compensated_days"
  ) AS "t28"
) AS "t40"
