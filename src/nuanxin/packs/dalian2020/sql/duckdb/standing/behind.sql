WITH "t15" AS (
  SELECT
    "t14"."person_id"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "facts"."people" AS "t1"
      WHERE
        IN_SCOPE("t1"."person_id")
    ) AS "t8"
    WHERE
      "t8"."employment" <> 'volunteer'
  ) AS "t14"
  SEMI JOIN (
    SELECT
      "t2"."unit_id"
    FROM "facts"."units" AS "t2"
    WHERE
      "t2"."kind" IN (
        'party_organ',
        'government_organ',
        'public_institution',
        'hospital',
        'school',
        'enterprise'
      )
  ) AS "t11"
    ON "t14"."unit_id" = "t11"."unit_id"
)
SELECT
  'person' AS "subject_kind",
  "t29"."person_id" AS "subject_id",
  'F8' AS "class",
  CAST(NULL AS TEXT) AS "detail",
  MAKE_DATE(1970, 1, 1) + CAST("t29"."start" AS INT) AS "first_day",
  MAKE_DATE(1970, 1, 1) + CAST("t29"."last_day" AS INT) AS "last_day",
  CAST(NULL AS TEXT) AS "missing"
FROM (
  SELECT
    "t28"."person_id",
    GREATEST("t10"."day", COALESCE("t28"."earlier" + 1, "t10"."day")) AS "start",
    "t28"."start" - 1 AS "last_day"
  FROM (
    SELECT
      "t26"."person_id",
      "t26"."start",
      "t26"."last_day",
      LAG("t26"."last_day") OVER (
        PARTITION BY "t26"."person_id"
        ORDER BY "t26"."start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "earlier"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t24"."person_id",
          "t24"."start",
          "t24"."last_day"
        FROM (
          SELECT
            "t22".*
            EXCLUDE ("run")
          FROM (
            SELECT
              "t21"."person_id",
              "t21"."run",
              MIN("t21"."start") AS "start",
              MAX("t21"."last_day") AS "last_day",
              BOOL_OR(CAST("t21"."is_open" AS BOOLEAN)) AS "is_open"
            FROM (
              SELECT
                "t16"."person_id",
                "t16"."start",
                "t16"."last_day",
                "t16"."is_open",
                "t16"."begins",
                COALESCE(
                  SUM(CAST("t16"."begins" AS BIGINT)) OVER (
                    PARTITION BY "t16"."person_id"
                    ORDER BY "t16"."start" ASC, "t16"."last_day" ASC
                    RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                  ),
                  0
                ) AS "run"
              FROM (
                SELECT
                  "t12"."person_id",
                  "t12"."start",
                  "t12"."last_day",
                  "t12"."is_open",
                  "t12"."start" > (
                    MAX("t12"."last_day") OVER (
                      PARTITION BY "t12"."person_id"
                      ORDER BY "t12"."start" ASC, "t12"."last_day" ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                    ) + 1
                  ) AS "begins"
                FROM (
                  SELECT
                    "t5"."person_id",
                    "t5"."start",
                    "t5"."last_day",
                    "t5"."is_open"
                  FROM "run"."spell" AS "t5"
                  SEMI JOIN "run"."scope" AS "t6"
                    ON "t5"."person_id" = "t6"."person_id"
                ) AS "t12"
              ) AS "t16"
            ) AS "t21"
            GROUP BY
              1,
              2
          ) AS "t22"
        ) AS "t24"
        SEMI JOIN "t15" AS "t18"
          ON "t24"."person_id" = "t18"."person_id"
      ) AS "t25"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t17"."person_id",
            AS_OF() + 1 AS "start",
            AS_OF() + 1 AS "last_day"
          FROM "t15" AS "t17"
        ) AS "t19"
      ) AS "t20"
    ) AS "t26"
  ) AS "t28"
  CROSS JOIN (
    SELECT
      *
    FROM "run"."beginning" AS "t0"
    WHERE
      "t0"."day" IS NOT NULL
  ) AS "t10"
) AS "t29"
WHERE
  "t29"."start" <= "t29"."last_day"
