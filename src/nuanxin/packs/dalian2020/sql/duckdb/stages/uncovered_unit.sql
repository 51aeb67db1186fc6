SELECT
  "t3"."unit_id",
  "t3"."year"
FROM (
  SELECT
    "t2"."unit_id",
    "t2"."first",
    "t2"."last",
    UNNEST(RANGE("t2"."first", "t2"."last" + 1, 1)) AS "year"
  FROM (
    SELECT
      "t1"."unit_id",
      CAST(EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST("t1"."start" AS INT)) AS BIGINT) AS "first",
      CAST(EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST("t1"."last_day" AS INT)) AS BIGINT) AS "last"
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
