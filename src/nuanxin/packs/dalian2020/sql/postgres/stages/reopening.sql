SELECT
  "t10"."day",
  MIN("t10"."end_day") AS "force"
FROM (
  SELECT
    "t9"."day",
    "t7"."day" AS "end_day"
  FROM (
    SELECT
      "t5"."day",
      COALESCE(
        LAG("t5"."day") OVER (ORDER BY "t5"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING),
        -1
      ) AS "previous"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            CAST((
              "t0"."date" - MAKE_DATE(1970, 1, 1)
            ) AS BIGINT) AS "day"
          FROM "facts"."declarations" AS "t0"
          WHERE
            "t0"."kind" = 'task_reopened'
        ) AS "t1"
        WHERE
          "t1"."day" <= AS_OF()
      ) AS "t3"
    ) AS "t5"
  ) AS "t9"
  INNER JOIN (
    SELECT DISTINCT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          CAST((
            "t0"."date" - MAKE_DATE(1970, 1, 1)
          ) AS BIGINT) AS "day"
        FROM "facts"."declarations" AS "t0"
        WHERE
          "t0"."kind" = 'task_end'
      ) AS "t2"
      WHERE
        "t2"."day" <= AS_OF()
    ) AS "t4"
  ) AS "t7"
    ON "t7"."day" > "t9"."previous" AND "t7"."day" <= "t9"."day"
) AS "t10"
GROUP BY
  1
