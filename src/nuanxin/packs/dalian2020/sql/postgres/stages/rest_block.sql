SELECT
  "t19"."person_id",
  "t19"."deployment",
  "t19"."start",
  "t19"."last_day",
  (
    "t19"."last_day" - "t19"."start"
  ) + 1 AS "days"
FROM (
  SELECT
    "t18"."person_id",
    "t18"."deployment",
    "t18"."start",
    "t18"."last_day",
    "t18"."is_open"
  FROM (
    SELECT
      "t17"."person_id",
      "t17"."deployment",
      "t17"."run",
      MIN("t17"."start") AS "start",
      MAX("t17"."last_day") AS "last_day",
      BOOL_OR("t17"."is_open") AS "is_open"
    FROM (
      SELECT
        "t16"."person_id",
        "t16"."deployment",
        "t16"."start",
        "t16"."last_day",
        "t16"."is_open",
        "t16"."begins",
        CAST(SUM(CAST(CAST("t16"."begins" AS INT) AS BIGINT)) OVER (
          PARTITION BY "t16"."person_id", "t16"."deployment"
          ORDER BY "t16"."start" ASC, "t16"."last_day" ASC
          RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS BIGINT) AS "run"
      FROM (
        SELECT
          "t15"."person_id",
          "t15"."deployment",
          "t15"."start",
          "t15"."last_day",
          "t15"."is_open",
          COALESCE(
            "t15"."start" > (
              MAX("t15"."last_day") OVER (
                PARTITION BY "t15"."person_id", "t15"."deployment"
                ORDER BY "t15"."start" ASC, "t15"."last_day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
              ) + 1
            ),
            TRUE
          ) AS "begins"
        FROM (
          SELECT
            "t14"."person_id",
            "t14"."deployment",
            "t14"."start",
            "t14"."last_day",
            FALSE AS "is_open"
          FROM (
            SELECT
              "t13"."person_id",
              "t13"."deployment",
              "t13"."month",
              "t13"."rest15",
              "t13"."first",
              "t13"."day",
              "t13"."bit",
              "t13"."day" AS "start",
              (
                "t13"."day" + BIT_COUNT(
                  CAST("t13"."rest15" # (
                    "t13"."rest15" & (
                      "t13"."rest15" + "t13"."bit"
                    )
                  ) AS BIT(64))
                )
              ) - 1 AS "last_day"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t11"."person_id",
                  "t11"."deployment",
                  "t11"."month",
                  "t11"."rest15",
                  "t11"."first",
                  "t5"."day",
                  "t5"."bit"
                FROM (
                  SELECT
                    "t9"."person_id",
                    "t9"."deployment",
                    "t9"."month",
                    "t9"."rest15",
                    "t9"."rest15" # (
                      "t9"."rest15" & (
                        "t9"."rest15" << CAST(1 AS INT)
                      )
                    ) AS "first"
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
                        ) & CASE
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
                        END
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
                  "t12"."first" & "t12"."bit"
                ) <> 0
            ) AS "t13"
          ) AS "t14"
        ) AS "t15"
      ) AS "t16"
    ) AS "t17"
    GROUP BY
      1,
      2,
      3
  ) AS "t18"
) AS "t19"
