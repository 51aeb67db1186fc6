SELECT
  "t10"."person_id",
  "t10"."kind",
  "t10"."start",
  "t10"."last_day"
FROM (
  SELECT
    "t9"."person_id",
    "t9"."kind",
    "t9"."start",
    "t9"."last_day",
    "t9"."is_open"
  FROM (
    SELECT
      "t8"."person_id",
      "t8"."kind",
      "t8"."run",
      MIN("t8"."start") AS "start",
      MAX("t8"."last_day") AS "last_day",
      BOOL_OR("t8"."is_open") AS "is_open"
    FROM (
      SELECT
        "t7"."person_id",
        "t7"."kind",
        "t7"."start",
        "t7"."last_day",
        "t7"."is_open",
        "t7"."begins",
        CAST(SUM(CAST(CAST("t7"."begins" AS INT) AS BIGINT)) OVER (
          PARTITION BY "t7"."person_id", "t7"."kind"
          ORDER BY "t7"."start" ASC, "t7"."last_day" ASC
          RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS BIGINT) AS "run"
      FROM (
        SELECT
          "t6"."person_id",
          "t6"."kind",
          "t6"."start",
          "t6"."last_day",
          "t6"."is_open",
          COALESCE(
            "t6"."start" > (
              MAX("t6"."last_day") OVER (
                PARTITION BY "t6"."person_id", "t6"."kind"
                ORDER BY "t6"."start" ASC, "t6"."last_day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
              ) + 1
            ),
            TRUE
          ) AS "begins"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t4"."person_id",
              "t4"."kind",
              CAST((
                "t4"."start_date" - MAKE_DATE(1970, 1, 1)
              ) AS BIGINT) AS "start",
              LEAST(CAST((
                "t4"."end_date" - MAKE_DATE(1970, 1, 1)
              ) AS BIGINT), AS_OF()) AS "last_day",
              FALSE AS "is_open"
            FROM (
              SELECT
                *
              FROM "facts"."insurance" AS "t0"
              WHERE
                IN_SCOPE("t0"."person_id")
            ) AS "t4"
            WHERE
              EXISTS(
                SELECT
                  1
                FROM "run"."owed_cover" AS "t2"
                WHERE
                  "t4"."kind" = "t2"."kind"
              )
          ) AS "t5"
          WHERE
            "t5"."start" <= "t5"."last_day"
        ) AS "t6"
      ) AS "t7"
    ) AS "t8"
    GROUP BY
      1,
      2,
      3
  ) AS "t9"
) AS "t10"
