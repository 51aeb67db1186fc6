SELECT
  'unit' AS "subject_kind",
  "t22"."unit_id" AS "subject_id",
  'U2' AS "class",
  CAST("t22"."days" AS VARCHAR) AS "detail",
  CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t11"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "first_day",
  CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t11"."last_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "last_day",
  'red finding' AS "missing"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t19"."unit_id",
      "t19"."year",
      "t19"."days",
      COUNT(*) AS "units",
      CAST(SUM(
        CAST(CAST((
          "t19"."other_days" * "t19"."heads"
        ) > (
          "t19"."days" * "t19"."other_heads"
        ) AS INT) AS BIGINT)
      ) AS BIGINT) AS "more"
    FROM (
      SELECT
        "t16"."unit_id",
        "t16"."year",
        "t16"."days",
        "t7"."heads",
        "t18"."other_days",
        "t18"."other_heads"
      FROM (
        SELECT
          "t14"."unit_id",
          "t14"."year",
          CAST(SUM("t14"."days") AS BIGINT) AS "days"
        FROM (
          SELECT
            "t13"."unit_id",
            "t13"."month",
            "t13"."days",
            "t13"."people",
            CAST(FLOOR(CAST((
              "t13"."month"
            ) AS DOUBLE PRECISION) / (
              12
            )) AS BIGINT) AS "year"
          FROM (
            SELECT
              "t12"."unit_id",
              "t12"."month",
              CAST(SUM("t12"."days") AS BIGINT) AS "days",
              CAST(SUM("t12"."people") AS BIGINT) AS "people"
            FROM (
              SELECT
                "t4"."unit_id",
                "t4"."month",
                "t4"."days",
                "t4"."people"
              FROM "run"."qualifying_unit" AS "t4"
              WHERE
                EXISTS(
                  SELECT
                    1
                  FROM (
                    SELECT
                      "t3"."unit_id"
                    FROM "facts"."units" AS "t3"
                    WHERE
                      "t3"."kind" IN ('public_institution', 'hospital', 'school')
                  ) AS "t9"
                  WHERE
                    "t4"."unit_id" = "t9"."unit_id"
                )
            ) AS "t12"
            GROUP BY
              1,
              2
          ) AS "t13"
        ) AS "t14"
        GROUP BY
          1,
          2
      ) AS "t16"
      INNER JOIN (
        SELECT
          "t1"."unit_id",
          COUNT(*) AS "heads"
        FROM "facts"."people" AS "t1"
        GROUP BY
          1
      ) AS "t7"
        ON "t16"."unit_id" = "t7"."unit_id"
      INNER JOIN (
        SELECT
          "t16"."year",
          "t16"."days" AS "other_days",
          "t7"."heads" AS "other_heads"
        FROM (
          SELECT
            "t14"."unit_id",
            "t14"."year",
            CAST(SUM("t14"."days") AS BIGINT) AS "days"
          FROM (
            SELECT
              "t13"."unit_id",
              "t13"."month",
              "t13"."days",
              "t13"."people",
              CAST(FLOOR(CAST((
                "t13"."month"
              ) AS DOUBLE PRECISION) / (
                12
              )) AS BIGINT) AS "year"
            FROM (
              SELECT
                "t12"."unit_id",
                "t12"."month",
                CAST(SUM("t12"."days") AS BIGINT) AS "days",
                CAST(SUM("t12"."people") AS BIGINT) AS "people"
              FROM (
                SELECT
                  "t4"."unit_id",
                  "t4"."month",
                  "t4"."days",
                  "t4"."people"
                FROM "run"."qualifying_unit" AS "t4"
                WHERE
                  EXISTS(
                    SELECT
                      1
                    FROM (
                      SELECT
                        "t3"."unit_id"
                      FROM "facts"."units" AS "t3"
                      WHERE
                        "t3"."kind" IN ('public_institution', 'hospital', 'school')
                    ) AS "t9"
                    WHERE
                      "t4"."unit_id" = "t9"."unit_id"
                  )
              ) AS "t12"
              GROUP BY
                1,
                2
            ) AS "t13"
          ) AS "t14"
          GROUP BY
            1,
            2
        ) AS "t16"
        INNER JOIN (
          SELECT
            "t1"."unit_id",
            COUNT(*) AS "heads"
          FROM "facts"."people" AS "t1"
          GROUP BY
            1
        ) AS "t7"
          ON "t16"."unit_id" = "t7"."unit_id"
      ) AS "t18"
        ON "t16"."year" = "t18"."year"
    ) AS "t19"
    GROUP BY
      1,
      2,
      3
  ) AS "t20"
  WHERE
    (
      "t20"."more" * 100
    ) < (
      "t20"."units" * PARAM('assess.heavy_load_share')
    )
) AS "t22"
INNER JOIN (
  SELECT
    "t6"."year",
    MIN("t6"."first_day") AS "start",
    MAX("t6"."last_day") AS "last_day"
  FROM (
    SELECT
      "t0"."month",
      "t0"."first_day",
      "t0"."last_day",
      "t0"."workday_count",
      "t0"."workdays",
      CAST(FLOOR(CAST((
        "t0"."month"
      ) AS DOUBLE PRECISION) / (
        12
      )) AS BIGINT) AS "year"
    FROM "run"."month" AS "t0"
  ) AS "t6"
  GROUP BY
    1
) AS "t11"
  ON "t22"."year" = "t11"."year"
