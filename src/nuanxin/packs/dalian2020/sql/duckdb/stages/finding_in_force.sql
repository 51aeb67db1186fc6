WITH "t2" AS (
  SELECT
    *
  FROM (
    SELECT
      "t0"."finding_id",
      "t0"."person_id",
      "t0"."level",
      "t0"."channels",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."decided_on") AS "start",
      COALESCE(
        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."expires_on"),
        LEAST(
          (
            DATE_DIFF(
              'DAY',
              MAKE_DATE(1970, 1, 1),
              MAKE_DATE(
                CAST(FLOOR(
                  (
                    (
                      (
                        (
                          EXTRACT(year FROM "t0"."decided_on") * 12
                        ) + EXTRACT(month FROM "t0"."decided_on")
                      ) - 1
                    ) + (
                      PARAM('merit.list_expiry') * 12
                    )
                  ) / (
                    12
                  )
                ) AS BIGINT),
                (
                  (
                    (
                      (
                        (
                          EXTRACT(year FROM "t0"."decided_on") * 12
                        ) + EXTRACT(month FROM "t0"."decided_on")
                      ) - 1
                    ) + (
                      PARAM('merit.list_expiry') * 12
                    )
                  ) % 12
                ) + 1,
                1
              )
            ) + EXTRACT(day FROM "t0"."decided_on")
          ) - 1,
          DATE_DIFF(
            'DAY',
            MAKE_DATE(1970, 1, 1),
            MAKE_DATE(
              CAST(FLOOR(
                (
                  (
                    (
                      (
                        EXTRACT(year FROM "t0"."decided_on") * 12
                      ) + EXTRACT(month FROM "t0"."decided_on")
                    ) - 1
                  ) + (
                    PARAM('merit.list_expiry') * 12
                  ) + 1
                ) / (
                  12
                )
              ) AS BIGINT),
              (
                (
                  (
                    (
                      (
                        EXTRACT(year FROM "t0"."decided_on") * 12
                      ) + EXTRACT(month FROM "t0"."decided_on")
                    ) - 1
                  ) + (
                    PARAM('merit.list_expiry') * 12
                  ) + 1
                ) % 12
              ) + 1,
              1
            )
          ) - 1
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
    "t10".*
    EXCLUDE ("sources")
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
          "t3".*
          EXCLUDE ("channels")
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
