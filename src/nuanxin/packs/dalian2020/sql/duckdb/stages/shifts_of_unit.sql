SELECT
  "t5"."unit_id",
  "t5"."month",
  COUNT(*) AS "shifts",
  SUM(CAST("t5"."is_long" AS BIGINT)) AS "long_shifts"
FROM (
  SELECT
    "t4"."person_id",
    "t4"."unit_id",
    "t4"."start",
    "t4"."end",
    "t4"."has_reason",
    (
      (
        EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
          CAST(CAST((
            "t4"."start" - (
              "t4"."start" % 86400
            )
          ) / 86400 AS BIGINT) AS INT)
        ) AS TIMESTAMP) AS DATE)) * 12
      ) + EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
        CAST(CAST((
          "t4"."start" - (
            "t4"."start" % 86400
          )
        ) / 86400 AS BIGINT) AS INT)
      ) AS TIMESTAMP) AS DATE))
    ) - 1 AS "month",
    (
      "t4"."end" - "t4"."start"
    ) > (
      PARAM('roster.shift_max_normal') * 3600
    ) AS "is_long"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."person_id",
        "t0"."unit_id",
        "t0"."start",
        "t0"."end",
        "t0"."has_reason"
      FROM "run"."row" AS "t0"
      WHERE
        "t0"."is_alone"
    ) AS "t2"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t1"."person_id",
        "t1"."unit_id",
        "t1"."shift_start" AS "start",
        "t1"."end",
        "t1"."has_reason"
      FROM "run"."entangled_shift" AS "t1"
    ) AS "t3"
  ) AS "t4"
) AS "t5"
GROUP BY
  1,
  2
