SELECT
  MIN("t10"."day") AS "day"
FROM (
  SELECT
    "t7"."day"
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
          "t0"."kind" = 'task_end'
      ) AS "t1"
      WHERE
        "t1"."day" <= AS_OF()
    ) AS "t3"
  ) AS "t7"
  INNER JOIN (
    SELECT
      COALESCE(MAX("t6"."day"), -1) AS "day"
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
        ) AS "t2"
        WHERE
          "t2"."day" <= AS_OF()
      ) AS "t4"
    ) AS "t6"
  ) AS "t9"
    ON "t7"."day" > "t9"."day"
) AS "t10"
