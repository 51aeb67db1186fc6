SELECT
  "t11".*
  EXCLUDE ("is_open")
FROM (
  SELECT
    "t10".*
    EXCLUDE ("run")
  FROM (
    SELECT
      "t9"."person_id",
      "t9"."kind",
      "t9"."run",
      MIN("t9"."start") AS "start",
      MAX("t9"."last_day") AS "last_day",
      BOOL_OR(CAST("t9"."is_open" AS BOOLEAN)) AS "is_open"
    FROM (
      SELECT
        "t8"."person_id",
        "t8"."kind",
        "t8"."start",
        "t8"."last_day",
        "t8"."is_open",
        "t8"."begins",
        SUM(CAST("t8"."begins" AS BIGINT)) OVER (
          PARTITION BY "t8"."person_id", "t8"."kind"
          ORDER BY "t8"."start" ASC, "t8"."last_day" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS "run"
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
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."start_date") AS "start",
              LEAST(DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."end_date"), AS_OF()) AS "last_day",
              FALSE AS "is_open"
            FROM "facts"."insurance" AS "t3"
            SEMI JOIN "run"."scope" AS "t4"
              ON "t3"."person_id" = "t4"."person_id"
            SEMI JOIN "run"."owed_cover" AS "t5"
              ON "t3"."kind" = "t5"."kind"
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
