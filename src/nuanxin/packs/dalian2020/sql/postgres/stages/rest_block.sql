SELECT
  "t17"."person_id",
  "t17"."deployment",
  "t17"."start",
  "t17"."last_day",
  (
    "t17"."last_day" - "t17"."start"
  ) + 1 AS "days"
FROM (
  SELECT
    "t16"."person_id",
    "t16"."deployment",
    "t16"."start",
    "t16"."last_day",
    "t16"."is_open"
  FROM (
    SELECT
      "t15"."person_id",
      "t15"."deployment",
      "t15"."run",
      MIN("t15"."start") AS "start",
      MAX("t15"."last_day") AS "last_day",
      BOOL_OR("t15"."is_open") AS "is_open"
    FROM (
      SELECT
        "t14"."person_id",
        "t14"."deployment",
        "t14"."start",
        "t14"."last_day",
        "t14"."is_open",
        "t14"."begins",
        CAST(SUM(CAST(CAST("t14"."begins" AS INT) AS BIGINT)) OVER (
          PARTITION BY "t14"."person_id", "t14"."deployment"
          ORDER BY "t14"."start" ASC, "t14"."last_day" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS BIGINT) AS "run"
      FROM (
        SELECT
          "t13"."person_id",
          "t13"."deployment",
          "t13"."start",
          "t13"."last_day",
          "t13"."is_open",
          COALESCE(
            "t13"."start" > (
              MAX("t13"."last_day") OVER (
                PARTITION BY "t13"."person_id", "t13"."deployment"
                ORDER BY "t13"."start" ASC, "t13"."last_day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
              ) + 1
            ),
            TRUE
          ) AS "begins"
        FROM (
          SELECT
            "t12"."person_id",
            "t12"."deployment",
            "t12"."day" AS "start",
            "t12"."day" AS "last_day",
            FALSE AS "is_open"
          FROM (
            SELECT
              "t11"."person_id",
              "t11"."deployment",
              "t11"."month",
              "t11"."rest15",
              "t5"."day",
              "t5"."bit"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t8"."person_id",
                  "t7"."deployment",
                  "t8"."month",
                  "t8"."rest15" # (
                    "t8"."rest15" & (
                      (
                        CAST(1 AS BIGINT) << CAST(LEAST(GREATEST((
                          (
                            "t7"."last_day" + 1
                          ) - "t8"."first_day"
                        ) + 1, 0), 40) AS INT)
                      ) - 1
                    )
                  ) # (
                    (
                      "t8"."rest15" # (
                        "t8"."rest15" & (
                          (
                            CAST(1 AS BIGINT) << CAST(LEAST(GREATEST((
                              (
                                "t7"."last_day" + 1
                              ) - "t8"."first_day"
                            ) + 1, 0), 40) AS INT)
                          ) - 1
                        )
                      )
                    ) & COALESCE(
                      CASE
                        WHEN "t7"."next_deployment" IS NOT NULL
                        THEN "t8"."rest15" # (
                          "t8"."rest15" & (
                            (
                              CAST(1 AS BIGINT) << CAST(LEAST(GREATEST((
                                COALESCE("t7"."next_deployment", 0) - "t8"."first_day"
                              ) + 1, 0), 40) AS INT)
                            ) - 1
                          )
                        )
                        ELSE CAST(0 AS BIGINT)
                      END,
                      0
                    )
                  ) AS "rest15"
                FROM (
                  SELECT
                    *
                  FROM "run"."free_day" AS "t1"
                  WHERE
                    "t1"."rest15" <> 0
                ) AS "t8"
                INNER JOIN (
                  SELECT
                    "t2"."person_id",
                    "t2"."deployment",
                    "t2"."last_day",
                    "t2"."next_deployment"
                  FROM "run"."deployment" AS "t2"
                ) AS "t7"
                  ON "t8"."person_id" = "t7"."person_id"
              ) AS "t9"
              WHERE
                "t9"."rest15" <> 0
            ) AS "t11"
            INNER JOIN (
              SELECT
                "t0"."month",
                "t0"."day",
                "t0"."bit"
              FROM "run"."calendar" AS "t0"
            ) AS "t5"
              ON "t11"."month" = "t5"."month"
          ) AS "t12"
          WHERE
            (
              "t12"."rest15" & "t12"."bit"
            ) <> 0
        ) AS "t13"
      ) AS "t14"
    ) AS "t15"
    GROUP BY
      1,
      2,
      3
  ) AS "t16"
) AS "t17"
