SELECT
  "t3"."unit_id",
  "t3"."year"
FROM (
  SELECT
    "t2"."unit_id",
    "t2"."first",
    "t2"."last",
    UNNEST(
      CASE
        WHEN NULLIF(1, 0) IS NOT NULL AND SIGN(1) = SIGN((
          "t2"."last" + 1
        ) - "t2"."first")
        THEN ARRAY_REMOVE(
          ARRAY(SELECT
            *
          FROM GENERATE_SERIES("t2"."first", "t2"."last" + 1, 1)),
          "t2"."last" + 1
        )
        ELSE CAST(ARRAY[] AS BIGINT[])
      END
    ) AS "year"
  FROM (
    SELECT
      "t1"."unit_id",
      CAST(CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t1"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) AS BIGINT) AS "first",
      CAST(CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t1"."last_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) AS BIGINT) AS "last"
    FROM (
      SELECT
        *
      FROM "run"."uncovered" AS "t0"
      WHERE
        NOT (
          ABSENT('insurance')
        )
    ) AS "t1"
  ) AS "t2"
) AS "t3"
