SELECT
  "t11"."person_id",
  "t11"."kind",
  "t11"."start",
  "t11"."last_day"
FROM (
  SELECT
    "t10"."person_id",
    "t10"."kind",
    "t10"."start",
    "t10"."last_day",
    "t10"."is_open"
  FROM (
    SELECT
      "t9"."person_id",
      "t9"."kind",
      "t9"."run",
      MIN("t9"."start") AS "start",
      MAX("t9"."last_day") AS "last_day",
      BOOL_OR("t9"."is_open") AS "is_open"
    FROM (
      SELECT
        "t8"."person_id",
        "t8"."kind",
        "t8"."start",
        "t8"."last_day",
        "t8"."is_open",
        "t8"."begins",
        CAST(SUM(CAST(CAST("t8"."begins" AS INT) AS BIGINT)) OVER (
          PARTITION BY "t8"."person_id", "t8"."kind"
          ORDER BY "t8"."start" ASC, "t8"."last_day" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS BIGINT) AS "run"
      FROM (
        SELECT
          "t7"."person_id",
          "t7"."kind",
          "t7"."start",
          "t7"."last_day",
          "t7"."is_open",
          COALESCE(
            "t7"."start" > (
              MAX("t7"."last_day") OVER (
                PARTITION BY "t7"."person_id", "t7"."kind"
                ORDER BY "t7"."start" ASC, "t7"."last_day" ASC
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
              "t3"."person_id",
              "t3"."kind",
              CAST((
                "t3"."start_date" - MAKE_DATE(1970, 1, 1)
              ) AS BIGINT) AS "start",
              LEAST(CAST((
                "t3"."end_date" - MAKE_DATE(1970, 1, 1)
              ) AS BIGINT), AS_OF()) AS "last_day",
              FALSE AS "is_open"
            FROM "facts"."insurance" AS "t3"
            WHERE
              EXISTS(
                SELECT
                  1
                FROM "run"."scope" AS "t4"
                WHERE
                  "t3"."person_id" = "t4"."person_id"
              )
              AND EXISTS(
                SELECT
                  1
                FROM "run"."owed_cover" AS "t5"
                WHERE
                  "t3"."kind" = "t5"."kind"
              )
          ) AS "t6"
          WHERE
            "t6"."start" <= "t6"."last_day"
        ) AS "t7"
      ) AS "t8"
    ) AS "t9"
    GROUP BY
      1,
      2,
      3
  ) AS "t10"
) AS "t11"
