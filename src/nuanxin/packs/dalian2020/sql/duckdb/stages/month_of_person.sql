SELECT
  "t7"."person_id",
  "t7"."month",
  BIT_OR("t7"."days") AS "duty",
  SUM("t7"."long_shifts") AS "long_shifts",
  MAX("t7"."longest_day") AS "longest_day"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."person_id",
      (
        (
          EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
            CAST(CAST((
              "t0"."shift_start" - (
                "t0"."shift_start" % 86400
              )
            ) / 86400 AS BIGINT) AS INT)
          ) AS TIMESTAMP) AS DATE)) * 12
        ) + EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
          CAST(CAST((
            "t0"."shift_start" - (
              "t0"."shift_start" % 86400
            )
          ) / 86400 AS BIGINT) AS INT)
        ) AS TIMESTAMP) AS DATE))
      ) - 1 AS "month",
      CAST(0 AS BIGINT) AS "days",
      CAST((
        "t0"."end" - "t0"."shift_start"
      ) > (
        PARAM('roster.shift_max_normal') * 3600
      ) AS BIGINT) AS "long_shifts",
      CAST(0 AS BIGINT) AS "longest_day"
    FROM "run"."entangled_shift" AS "t0"
  ) AS "t6"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t1"."person_id",
        "t1"."month",
        "t1"."days",
        "t1"."long_shifts",
        "t1"."longest_day"
      FROM "run"."tile" AS "t1"
    ) AS "t3"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t2"."person_id",
        "t2"."month",
        "t2"."bit" AS "days",
        CAST(0 AS BIGINT) AS "long_shifts",
        "t2"."seconds" AS "longest_day"
      FROM "run"."entangled_day" AS "t2"
    ) AS "t4"
  ) AS "t5"
) AS "t7"
GROUP BY
  1,
  2
