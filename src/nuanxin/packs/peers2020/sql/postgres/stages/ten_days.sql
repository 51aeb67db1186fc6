SELECT
  "t17"."person_id",
  "t17"."start",
  "t17"."last_day",
  "t17"."worked",
  "t17"."next_start"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t15"."person_id",
      "t15"."block",
      "t15"."start",
      "t15"."last_day",
      "t15"."worked",
      LEAD("t15"."start") OVER (
        PARTITION BY "t15"."person_id"
        ORDER BY "t15"."block" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "next_start"
    FROM (
      SELECT
        "t14"."person_id",
        "t14"."block",
        MIN("t14"."day") AS "start",
        MAX("t14"."day") AS "last_day",
        COUNT(*) AS "worked"
      FROM (
        SELECT
          "t13"."person_id",
          "t13"."day",
          "t13"."place",
          CAST(FLOOR(CAST((
            "t13"."place"
          ) AS DOUBLE PRECISION) / (
            PARAM('rest.block_days')
          )) AS BIGINT) AS "block"
        FROM (
          SELECT
            "t12"."person_id",
            "t12"."day",
            ROW_NUMBER() OVER (
              PARTITION BY "t12"."person_id"
              ORDER BY "t12"."day" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1 AS "place"
          FROM (
            SELECT
              "t11"."person_id",
              "t11"."day"
            FROM (
              SELECT
                "t9"."person_id",
                "t9"."day"
              FROM (
                SELECT
                  "t7"."person_id",
                  "t7"."month",
                  "t7"."duty",
                  "t8"."day",
                  "t8"."bit"
                FROM (
                  SELECT
                    *
                  FROM "run"."month_of_person" AS "t1"
                ) AS "t7"
                INNER JOIN (
                  SELECT
                    "t2"."month",
                    "t2"."day",
                    "t2"."bit"
                  FROM "run"."calendar" AS "t2"
                ) AS "t8"
                  ON "t7"."month" = "t8"."month"
              ) AS "t9"
              WHERE
                (
                  "t9"."duty" & "t9"."bit"
                ) <> 0
            ) AS "t11"
            WHERE
              EXISTS(
                SELECT
                  1
                FROM (
                  SELECT
                    *
                  FROM "run"."person" AS "t0"
                  WHERE
                    "t0"."is_medical"
                ) AS "t6"
                WHERE
                  "t11"."person_id" = "t6"."person_id"
              )
          ) AS "t12"
        ) AS "t13"
      ) AS "t14"
      GROUP BY
        1,
        2
    ) AS "t15"
  ) AS "t16"
  WHERE
    "t16"."next_start" IS NOT NULL
) AS "t17"
