SELECT DISTINCT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t4"."person_id",
      "t4"."day"
    FROM (
      SELECT
        "t0"."person_id",
        CAST((
          "t0"."date" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT) AS "day"
      FROM "facts"."declarations" AS "t0"
      WHERE
        "t0"."kind" = 'release'
    ) AS "t4"
    WHERE
      EXISTS(
        SELECT
          1
        FROM "run"."kin" AS "t2"
        WHERE
          "t4"."person_id" = "t2"."person_id"
      )
  ) AS "t5"
  WHERE
    "t5"."day" <= AS_OF()
) AS "t6"
