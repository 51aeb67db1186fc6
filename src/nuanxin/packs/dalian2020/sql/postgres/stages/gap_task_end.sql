WITH "t3" AS (
  SELECT
    *
  FROM "facts"."declarations" AS "t1"
  WHERE
    CAST((
      "t1"."date" - MAKE_DATE(1970, 1, 1)
    ) AS BIGINT) <= AS_OF()
)
SELECT DISTINCT
  'person' AS "subject_kind",
  "t12"."person_id" AS "subject_id"
FROM (
  SELECT
    "t6"."person_id",
    "t6"."is_open",
    "t11"."ends"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."person_id",
        BOOL_OR("t0"."is_open") AS "is_open"
      FROM "run"."spell" AS "t0"
      GROUP BY
        1
    ) AS "t2"
    WHERE
      NOT (
        "t2"."is_open"
      )
  ) AS "t6"
  CROSS JOIN (
    SELECT
      COUNT(*) AS "ends"
    FROM (
      SELECT
        *
      FROM "t3" AS "t4"
      WHERE
        "t4"."kind" = 'task_end'
    ) AS "t8"
  ) AS "t11"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM (
        SELECT
          *
        FROM "t3" AS "t4"
        WHERE
          "t4"."kind" = 'release'
      ) AS "t9"
      WHERE
        "t6"."person_id" = "t9"."person_id"
    )
) AS "t12"
WHERE
  "t12"."ends" = 0
