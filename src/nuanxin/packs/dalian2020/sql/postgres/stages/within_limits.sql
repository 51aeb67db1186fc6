SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      'M10-4' AS "provision",
      'of these without cover' AS "what",
      "t25"."count"
    FROM (
      SELECT
        COALESCE(CAST(SUM((
          "t0"."last_day" - "t0"."start"
        ) + 1) AS BIGINT), 0) AS "count"
      FROM "run"."uncovered" AS "t0"
    ) AS "t25"
  ) AS "t28"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      'M11-1' AS "provision",
      'spouses not away together' AS "what",
      "t39"."count"
    FROM (
      SELECT
        COALESCE(COUNT(*), 0) AS "count"
      FROM (
        SELECT
          "t9"."person_id",
          "t9"."spouse_id"
        FROM "run"."couple" AS "t9"
        INNER JOIN (
          SELECT
            "t6"."person_id"
          FROM "run"."person" AS "t6"
          WHERE
            "t6"."is_medical"
        ) AS "t18"
          ON "t9"."person_id" = "t18"."person_id"
        INNER JOIN (
          SELECT
            "t6"."person_id" AS "spouse_id"
          FROM "run"."person" AS "t6"
          WHERE
            "t6"."is_medical"
        ) AS "t19"
          ON "t9"."spouse_id" = "t19"."spouse_id"
        WHERE
          NOT EXISTS(
            SELECT
              1
            FROM (
              SELECT
                "t27"."person_id",
                "t27"."spouse_id"
              FROM (
                SELECT
                  "t9"."person_id",
                  "t9"."spouse_id",
                  "t21"."own_start",
                  "t21"."own_last",
                  "t22"."other_start",
                  "t22"."other_last"
                FROM "run"."couple" AS "t9"
                INNER JOIN (
                  SELECT
                    "t6"."person_id"
                  FROM "run"."person" AS "t6"
                  WHERE
                    "t6"."is_medical"
                ) AS "t18"
                  ON "t9"."person_id" = "t18"."person_id"
                INNER JOIN (
                  SELECT
                    "t6"."person_id" AS "spouse_id"
                  FROM "run"."person" AS "t6"
                  WHERE
                    "t6"."is_medical"
                ) AS "t19"
                  ON "t9"."spouse_id" = "t19"."spouse_id"
                INNER JOIN (
                  SELECT
                    "t8"."person_id",
                    "t8"."start" AS "own_start",
                    "t8"."last_day" AS "own_last"
                  FROM "run"."stint" AS "t8"
                ) AS "t21"
                  ON "t9"."person_id" = "t21"."person_id"
                INNER JOIN (
                  SELECT
                    "t8"."person_id" AS "spouse_id",
                    "t8"."start" AS "other_start",
                    "t8"."last_day" AS "other_last"
                  FROM "run"."stint" AS "t8"
                ) AS "t22"
                  ON "t9"."spouse_id" = "t22"."spouse_id"
              ) AS "t27"
              WHERE
                "t27"."own_start" <= "t27"."other_last"
                AND "t27"."other_start" <= "t27"."own_last"
            ) AS "t34"
            WHERE
              "t9"."person_id" = "t34"."person_id" AND "t9"."spouse_id" = "t34"."spouse_id"
          )
      ) AS "t38"
    ) AS "t39"
  ) AS "t40"
) AS "t41"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      'M09-1' AS "provision",
      'person-months of work without subsidy' AS "what",
      "t32"."count"
    FROM (
      SELECT
        COALESCE(COUNT(*), 0) AS "count"
      FROM (
        SELECT
          "t23"."person_id",
          "t23"."month",
          "t23"."duty"
        FROM (
          SELECT
            *
          FROM "run"."month_of_person" AS "t3"
          WHERE
            "t3"."duty" <> 0
        ) AS "t23"
        WHERE
          NOT EXISTS(
            SELECT
              1
            FROM "run"."subsidy" AS "t10"
            WHERE
              "t23"."person_id" = "t10"."person_id" AND "t23"."month" = "t10"."month"
          )
      ) AS "t29"
    ) AS "t32"
  ) AS "t36"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        'M07-2' AS "provision",
        'shifts within the limit' AS "what",
        "t24"."count"
      FROM (
        SELECT
          COALESCE(CAST(SUM("t1"."shifts" - "t1"."long_shifts") AS BIGINT), 0) AS "count"
        FROM "run"."counted_shifts" AS "t1"
      ) AS "t24"
    ) AS "t26"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        'M10-4' AS "provision",
        'days of treating, counted once for each kind of cover' AS "what",
        "t30"."count"
      FROM (
        SELECT
          COALESCE(CAST(SUM((
            "t20"."last_day" - "t20"."start"
          ) + 1) AS BIGINT), 0) AS "count"
        FROM (
          SELECT
            "t11"."person_id",
            "t11"."unit_id",
            "t11"."start",
            "t11"."last_day",
            "t12"."kind"
          FROM "run"."treating_run" AS "t11"
          CROSS JOIN "run"."owed_cover" AS "t12"
        ) AS "t20"
      ) AS "t30"
    ) AS "t33"
  ) AS "t35"
) AS "t37"
