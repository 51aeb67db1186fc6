SELECT
  COALESCE("t8"."declared", "t9"."first") AS "day"
FROM (
  SELECT
    MIN("t4"."day") AS "declared"
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
        "t0"."kind" = 'response_start'
    ) AS "t2"
    WHERE
      "t2"."day" <= AS_OF()
  ) AS "t4"
) AS "t8"
CROSS JOIN (
  SELECT
    MIN("t5"."start") AS "first"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t1"."spell_id",
        "t1"."person_id",
        "t1"."post_id",
        "t1"."arranged_by",
        "t1"."mission",
        "t1"."aid_place",
        "t1"."treats_confirmed",
        CAST((
          "t1"."start_date" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT) AS "start",
        CAST((
          "t1"."end_date" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT) AS "end_date"
      FROM "facts"."spells" AS "t1"
    ) AS "t3"
    WHERE
      "t3"."start" <= AS_OF()
  ) AS "t5"
) AS "t9"
