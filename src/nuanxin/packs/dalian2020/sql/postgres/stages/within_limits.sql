SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      'M09-1' AS "provision",
      'person-months of work without subsidy' AS "what",
      "t42"."count"
    FROM (
      SELECT
        COALESCE(COUNT(*), 0) AS "count"
      FROM (
        SELECT
          "t30"."person_id",
          "t30"."month",
          "t30"."duty"
        FROM (
          SELECT
            *
          FROM "run"."month_of_person" AS "t3"
          WHERE
            "t3"."duty" <> 0
        ) AS "t30"
        WHERE
          NOT EXISTS(
            SELECT
              1
            FROM "run"."subsidy" AS "t12"
            WHERE
              "t30"."person_id" = "t12"."person_id" AND "t30"."month" = "t12"."month"
          )
      ) AS "t37"
    ) AS "t42"
  ) AS "t46"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      'M08-2' AS "provision",
      'person-months with every service confirmed' AS "what",
      "t56"."count"
    FROM (
      SELECT
        COALESCE(COUNT(*), 0) AS "count"
      FROM (
        SELECT
          "t11"."person_id",
          "t11"."month",
          "t11"."unit_id",
          "t11"."meal",
          "t11"."night",
          "t11"."owed",
          "t11"."is_silent"
        FROM "run"."service_month" AS "t11"
        WHERE
          NOT EXISTS(
            SELECT
              1
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t11"."person_id",
                  "t11"."month"
                FROM "run"."service_month" AS "t11"
                WHERE
                  NOT EXISTS(
                    SELECT
                      1
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t16"."person_id",
                          "t16"."month",
                          "t16"."confirmed",
                          "t23"."owed"
                        FROM "run"."confirmed_month" AS "t16"
                        INNER JOIN (
                          SELECT
                            "t2"."person_id",
                            "t2"."month",
                            "t2"."owed"
                          FROM "run"."service_month" AS "t2"
                        ) AS "t23"
                          ON "t16"."person_id" = "t23"."person_id" AND "t16"."month" = "t23"."month"
                      ) AS "t34"
                      WHERE
                        "t34"."confirmed" >= "t34"."owed"
                    ) AS "t41"
                    WHERE
                      "t11"."person_id" = "t41"."person_id" AND "t11"."month" = "t41"."month"
                  )
              ) AS "t47"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t2"."person_id",
                  "t2"."month"
                FROM "run"."service_month" AS "t2"
                WHERE
                  "t2"."is_silent"
              ) AS "t17"
            ) AS "t50"
            WHERE
              "t11"."person_id" = "t50"."person_id" AND "t11"."month" = "t50"."month"
          )
      ) AS "t53"
    ) AS "t56"
  ) AS "t57"
) AS "t58"
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
        'M07-2' AS "provision",
        'shifts within the limit' AS "what",
        "t31"."count"
      FROM (
        SELECT
          COALESCE(CAST(SUM("t0"."shifts" - "t0"."long_shifts") AS BIGINT), 0) AS "count"
        FROM "run"."counted_shifts" AS "t0"
      ) AS "t31"
    ) AS "t33"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        'M10-4' AS "provision",
        'days of treating, counted once for each kind of cover' AS "what",
        "t38"."count"
      FROM (
        SELECT
          COALESCE(CAST(SUM((
            "t25"."last_day" - "t25"."start"
          ) + 1) AS BIGINT), 0) AS "count"
        FROM (
          SELECT
            "t13"."person_id",
            "t13"."unit_id",
            "t13"."start",
            "t13"."last_day",
            "t15"."kind"
          FROM "run"."treating_run" AS "t13"
          CROSS JOIN "run"."owed_cover" AS "t15"
        ) AS "t25"
      ) AS "t38"
    ) AS "t43"
  ) AS "t45"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        'M10-4' AS "provision",
        'of these without cover' AS "what",
        "t32"."count"
      FROM (
        SELECT
          COALESCE(CAST(SUM((
            "t1"."last_day" - "t1"."start"
          ) + 1) AS BIGINT), 0) AS "count"
        FROM "run"."uncovered" AS "t1"
      ) AS "t32"
    ) AS "t36"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        'M11-1' AS "provision",
        'spouses not away together' AS "what",
        "t51"."count"
      FROM (
        SELECT
          COALESCE(COUNT(*), 0) AS "count"
        FROM (
          SELECT
            "t14"."person_id",
            "t14"."spouse_id"
          FROM "run"."couple" AS "t14"
          INNER JOIN (
            SELECT
              "t8"."person_id"
            FROM "run"."person" AS "t8"
            WHERE
              "t8"."is_medical"
          ) AS "t26"
            ON "t14"."person_id" = "t26"."person_id"
          INNER JOIN (
            SELECT
              "t8"."person_id" AS "spouse_id"
            FROM "run"."person" AS "t8"
            WHERE
              "t8"."is_medical"
          ) AS "t27"
            ON "t14"."spouse_id" = "t27"."spouse_id"
          WHERE
            NOT EXISTS(
              SELECT
                1
              FROM (
                SELECT
                  "t35"."person_id",
                  "t35"."spouse_id"
                FROM (
                  SELECT
                    "t14"."person_id",
                    "t14"."spouse_id",
                    "t28"."own_start",
                    "t28"."own_last",
                    "t29"."other_start",
                    "t29"."other_last"
                  FROM "run"."couple" AS "t14"
                  INNER JOIN (
                    SELECT
                      "t8"."person_id"
                    FROM "run"."person" AS "t8"
                    WHERE
                      "t8"."is_medical"
                  ) AS "t26"
                    ON "t14"."person_id" = "t26"."person_id"
                  INNER JOIN (
                    SELECT
                      "t8"."person_id" AS "spouse_id"
                    FROM "run"."person" AS "t8"
                    WHERE
                      "t8"."is_medical"
                  ) AS "t27"
                    ON "t14"."spouse_id" = "t27"."spouse_id"
                  INNER JOIN (
                    SELECT
                      "t9"."person_id",
                      "t9"."start" AS "own_start",
                      "t9"."last_day" AS "own_last"
                    FROM "run"."stint" AS "t9"
                  ) AS "t28"
                    ON "t14"."person_id" = "t28"."person_id"
                  INNER JOIN (
                    SELECT
                      "t9"."person_id" AS "spouse_id",
                      "t9"."start" AS "other_start",
                      "t9"."last_day" AS "other_last"
                    FROM "run"."stint" AS "t9"
                  ) AS "t29"
                    ON "t14"."spouse_id" = "t29"."spouse_id"
                ) AS "t35"
                WHERE
                  "t35"."own_start" <= "t35"."other_last"
                  AND "t35"."other_start" <= "t35"."own_last"
              ) AS "t44"
              WHERE
                "t14"."person_id" = "t44"."person_id" AND "t14"."spouse_id" = "t44"."spouse_id"
            )
        ) AS "t48"
      ) AS "t51"
    ) AS "t52"
  ) AS "t54"
) AS "t55"
