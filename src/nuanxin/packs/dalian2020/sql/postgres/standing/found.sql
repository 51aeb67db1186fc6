WITH "t4" AS (
  SELECT
    *
  FROM (
    SELECT
      "t1"."finding_id",
      "t1"."person_id",
      "t1"."level",
      "t1"."channels",
      CAST((
        "t1"."decided_on" - MAKE_DATE(1970, 1, 1)
      ) AS BIGINT) AS "start",
      COALESCE(
        CAST((
          "t1"."expires_on" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT),
        LEAST(
          (
            CAST((
              MAKE_DATE(
                CAST(CAST(FLOOR(
                  CAST((
                    (
                      (
                        (
                          CAST(EXTRACT('year' FROM "t1"."decided_on") AS INT) * 12
                        ) + CAST(EXTRACT('month' FROM "t1"."decided_on") AS INT)
                      ) - 1
                    ) + (
                      PARAM('merit.list_expiry') * 12
                    )
                  ) AS DOUBLE PRECISION) / (
                    12
                  )
                ) AS BIGINT) AS INT),
                CAST((
                  (
                    (
                      (
                        (
                          CAST(EXTRACT('year' FROM "t1"."decided_on") AS INT) * 12
                        ) + CAST(EXTRACT('month' FROM "t1"."decided_on") AS INT)
                      ) - 1
                    ) + (
                      PARAM('merit.list_expiry') * 12
                    )
                  ) % 12
                ) + 1 AS INT),
                CAST(1 AS INT)
              ) - MAKE_DATE(1970, 1, 1)
            ) AS BIGINT) + EXTRACT(day FROM "t1"."decided_on")
          ) - 1,
          CAST((
            MAKE_DATE(
              CAST(CAST(FLOOR(
                CAST((
                  (
                    (
                      (
                        CAST(EXTRACT('year' FROM "t1"."decided_on") AS INT) * 12
                      ) + CAST(EXTRACT('month' FROM "t1"."decided_on") AS INT)
                    ) - 1
                  ) + (
                    PARAM('merit.list_expiry') * 12
                  ) + 1
                ) AS DOUBLE PRECISION) / (
                  12
                )
              ) AS BIGINT) AS INT),
              CAST((
                (
                  (
                    (
                      (
                        CAST(EXTRACT('year' FROM "t1"."decided_on") AS INT) * 12
                      ) + CAST(EXTRACT('month' FROM "t1"."decided_on") AS INT)
                    ) - 1
                  ) + (
                    PARAM('merit.list_expiry') * 12
                  ) + 1
                ) % 12
              ) + 1 AS INT),
              CAST(1 AS INT)
            ) - MAKE_DATE(1970, 1, 1)
          ) AS BIGINT) - 1
        )
      ) AS "last_day",
      'findings:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."finding_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
    FROM "facts"."findings" AS "t1"
  ) AS "t3"
  WHERE
    "t3"."start" <= AS_OF()
)
SELECT
  'person' AS "subject_kind",
  "t21"."person_id" AS "subject_id",
  CASE WHEN "t21"."level" = 'outstanding' THEN 'F6' ELSE 'F7' END AS "class",
  CAST(NULL AS VARCHAR) AS "detail",
  CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t21"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "first_day",
  CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t21"."last_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "last_day",
  CAST(NULL AS VARCHAR) AS "missing"
FROM (
  SELECT
    "t20"."person_id",
    "t20"."level",
    "t20"."start",
    "t20"."last_day",
    "t20"."is_open"
  FROM (
    SELECT
      "t19"."person_id",
      "t19"."level",
      "t19"."run",
      MIN("t19"."start") AS "start",
      MAX("t19"."last_day") AS "last_day",
      BOOL_OR("t19"."is_open") AS "is_open"
    FROM (
      SELECT
        "t18"."person_id",
        "t18"."level",
        "t18"."start",
        "t18"."last_day",
        "t18"."is_open",
        "t18"."begins",
        COALESCE(
          CAST(SUM(CAST(CAST("t18"."begins" AS INT) AS BIGINT)) OVER (
            PARTITION BY "t18"."person_id", "t18"."level"
            ORDER BY "t18"."start" ASC, "t18"."last_day" ASC
            RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS BIGINT),
          0
        ) AS "run"
      FROM (
        SELECT
          "t17"."person_id",
          "t17"."level",
          "t17"."start",
          "t17"."last_day",
          "t17"."is_open",
          "t17"."start" > (
            MAX("t17"."last_day") OVER (
              PARTITION BY "t17"."person_id", "t17"."level"
              ORDER BY "t17"."start" ASC, "t17"."last_day" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
            ) + 1
          ) AS "begins"
        FROM (
          SELECT
            "t16"."person_id",
            "t16"."level",
            "t16"."start",
            "t16"."last_day",
            "t16"."is_open"
          FROM (
            SELECT
              "t15"."finding_id",
              "t15"."person_id",
              "t15"."level",
              "t15"."start",
              LEAST("t15"."last_day", AS_OF()) AS "last_day",
              "t15"."ref",
              FALSE AS "is_open"
            FROM (
              SELECT
                "t14"."finding_id",
                "t14"."person_id",
                "t14"."level",
                "t14"."start",
                "t14"."last_day",
                "t14"."ref"
              FROM (
                SELECT
                  "t12"."finding_id",
                  "t12"."person_id",
                  "t12"."level",
                  "t12"."start",
                  "t12"."last_day",
                  "t12"."ref"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t7"."finding_id",
                      "t7"."person_id",
                      "t7"."level",
                      "t7"."start",
                      "t7"."last_day",
                      "t7"."ref",
                      "t10"."sources"
                    FROM (
                      SELECT
                        "t5"."finding_id",
                        "t5"."person_id",
                        "t5"."level",
                        "t5"."start",
                        "t5"."last_day",
                        "t5"."ref"
                      FROM "t4" AS "t5"
                    ) AS "t7"
                    INNER JOIN (
                      SELECT
                        "t8"."finding_id",
                        COUNT(DISTINCT "t8"."channel") AS "sources"
                      FROM (
                        SELECT
                          "t5"."finding_id",
                          UNNEST("t5"."channels") AS "channel"
                        FROM "t4" AS "t5"
                      ) AS "t8"
                      GROUP BY
                        1
                    ) AS "t10"
                      ON "t7"."finding_id" = "t10"."finding_id"
                  ) AS "t11"
                  WHERE
                    "t11"."sources" >= PARAM('merit.channels_min')
                ) AS "t12"
              ) AS "t14"
              WHERE
                EXISTS(
                  SELECT
                    1
                  FROM "run"."scope" AS "t2"
                  WHERE
                    "t14"."person_id" = "t2"."person_id"
                )
            ) AS "t15"
          ) AS "t16"
          WHERE
            "t16"."start" <= "t16"."last_day"
        ) AS "t17"
      ) AS "t18"
    ) AS "t19"
    GROUP BY
      1,
      2,
      3
  ) AS "t20"
) AS "t21"
