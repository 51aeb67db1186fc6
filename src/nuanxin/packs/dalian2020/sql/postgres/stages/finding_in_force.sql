WITH "t2" AS (
  SELECT
    *
  FROM (
    SELECT
      "t0"."finding_id",
      "t0"."person_id",
      "t0"."level",
      "t0"."channels",
      CAST((
        "t0"."decided_on" - MAKE_DATE(1970, 1, 1)
      ) AS BIGINT) AS "start",
      COALESCE(
        CAST((
          "t0"."expires_on" - MAKE_DATE(1970, 1, 1)
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
                          CAST(EXTRACT('year' FROM "t0"."decided_on") AS INT) * 12
                        ) + CAST(EXTRACT('month' FROM "t0"."decided_on") AS INT)
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
                          CAST(EXTRACT('year' FROM "t0"."decided_on") AS INT) * 12
                        ) + CAST(EXTRACT('month' FROM "t0"."decided_on") AS INT)
                      ) - 1
                    ) + (
                      PARAM('merit.list_expiry') * 12
                    )
                  ) % 12
                ) + 1 AS INT),
                CAST(1 AS INT)
              ) - MAKE_DATE(1970, 1, 1)
            ) AS BIGINT) + EXTRACT(day FROM "t0"."decided_on")
          ) - 1,
          CAST((
            MAKE_DATE(
              CAST(CAST(FLOOR(
                CAST((
                  (
                    (
                      (
                        CAST(EXTRACT('year' FROM "t0"."decided_on") AS INT) * 12
                      ) + CAST(EXTRACT('month' FROM "t0"."decided_on") AS INT)
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
                        CAST(EXTRACT('year' FROM "t0"."decided_on") AS INT) * 12
                      ) + CAST(EXTRACT('month' FROM "t0"."decided_on") AS INT)
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
      'findings:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t0"."finding_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
    FROM "facts"."findings" AS "t0"
  ) AS "t1"
  WHERE
    "t1"."start" <= AS_OF()
)
SELECT
  *
FROM (
  SELECT
    "t10"."finding_id",
    "t10"."person_id",
    "t10"."level",
    "t10"."start",
    "t10"."last_day",
    "t10"."ref"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t5"."finding_id",
        "t5"."person_id",
        "t5"."level",
        "t5"."start",
        "t5"."last_day",
        "t5"."ref",
        "t8"."sources"
      FROM (
        SELECT
          "t3"."finding_id",
          "t3"."person_id",
          "t3"."level",
          "t3"."start",
          "t3"."last_day",
          "t3"."ref"
        FROM "t2" AS "t3"
      ) AS "t5"
      INNER JOIN (
        SELECT
          "t6"."finding_id",
          COUNT(DISTINCT "t6"."channel") AS "sources"
        FROM (
          SELECT
            "t3"."finding_id",
            UNNEST("t3"."channels") AS "channel"
          FROM "t2" AS "t3"
        ) AS "t6"
        GROUP BY
          1
      ) AS "t8"
        ON "t5"."finding_id" = "t8"."finding_id"
    ) AS "t9"
    WHERE
      "t9"."sources" >= PARAM('merit.channels_min')
  ) AS "t10"
) AS "t11"
WHERE
  "t11"."last_day" >= AS_OF()
