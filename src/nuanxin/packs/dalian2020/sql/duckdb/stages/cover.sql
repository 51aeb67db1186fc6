SELECT
  "t8".*
  EXCLUDE ("is_open")
FROM (
  SELECT
    "t7".*
    EXCLUDE ("run")
  FROM (
    SELECT
      "t6"."person_id",
      "t6"."kind",
      "t6"."run",
      MIN("t6"."start") AS "start",
      MAX("t6"."last_day") AS "last_day",
      BOOL_OR(CAST("t6"."is_open" AS BOOLEAN)) AS "is_open"
    FROM (
      SELECT
        "t5"."person_id",
        "t5"."kind",
        "t5"."start",
        "t5"."last_day",
        "t5"."is_open",
        "t5"."begins",
        SUM(CAST("t5"."begins" AS BIGINT)) OVER (
          PARTITION BY "t5"."person_id", "t5"."kind"
          ORDER BY "t5"."start" ASC, "t5"."last_day" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS "run"
      FROM (
        SELECT
          "t4"."person_id",
          "t4"."kind",
          "t4"."start",
          "t4"."last_day",
          "t4"."is_open",
          COALESCE(
            "t4"."start" > (
              MAX("t4"."last_day") OVER (
                PARTITION BY "t4"."person_id", "t4"."kind"
                ORDER BY "t4"."start" ASC, "t4"."last_day" ASC
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
              "t2"."person_id",
              "t2"."kind",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."start_date") AS "start",
              LEAST(DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."end_date"), AS_OF()) AS "last_day",
              FALSE AS "is_open"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM "facts"."insurance" AS "t0"
                WHERE
                  IN_SCOPE("t0"."person_id")
              ) AS "t1"
              WHERE
                "t1"."kind" IN ('accident', 'critical_illness')
            ) AS "t2"
          ) AS "t3"
          WHERE
            "t3"."start" <= "t3"."last_day"
        ) AS "t4"
      ) AS "t5"
    ) AS "t6"
    GROUP BY
      1,
      2,
      3
  ) AS "t7"
) AS "t8"
