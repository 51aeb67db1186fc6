SELECT
  "t4"."unit_id",
  "t4"."month",
  CAST(SUM("t4"."shifts") AS BIGINT) AS "shifts",
  CAST(SUM("t4"."long_shifts") AS BIGINT) AS "long_shifts"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."unit_id",
      "t0"."month",
      "t0"."rows" AS "shifts",
      BIT_COUNT(CAST("t0"."long_days" AS BIT(64))) AS "long_shifts"
    FROM "run"."tile" AS "t0"
  ) AS "t2"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t1"."unit_id",
      (
        (
          CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
            days => CAST(CAST(CAST(FLOOR(CAST((
              "t1"."shift_start"
            ) AS DOUBLE PRECISION) / (
              86400
            )) AS BIGINT) AS INT) AS INT)
          ) AS TIMESTAMP) AS DATE)) AS INT) * 12
        ) + CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
          days => CAST(CAST(CAST(FLOOR(CAST((
            "t1"."shift_start"
          ) AS DOUBLE PRECISION) / (
            86400
          )) AS BIGINT) AS INT) AS INT)
        ) AS TIMESTAMP) AS DATE)) AS INT)
      ) - 1 AS "month",
      CAST(1 AS BIGINT) AS "shifts",
      CAST(CAST((
        "t1"."end" - "t1"."shift_start"
      ) > (
        PARAM('roster.shift_max_normal') * 3600
      ) AS INT) AS BIGINT) AS "long_shifts"
    FROM "run"."entangled_shift" AS "t1"
  ) AS "t3"
) AS "t4"
GROUP BY
  1,
  2
