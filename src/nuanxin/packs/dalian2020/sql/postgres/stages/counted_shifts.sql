SELECT
  "t11"."unit_id",
  "t11"."month",
  CAST(SUM("t11"."shifts") AS BIGINT) AS "shifts",
  CAST(SUM("t11"."long_shifts") AS BIGINT) AS "long_shifts"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t4"."unit_id",
      "t4"."month",
      "t4"."rows" AS "shifts",
      BIT_COUNT(CAST("t4"."long_days" AS BIT(64))) AS "long_shifts"
    FROM "run"."sketch" AS "t4"
    WHERE
      NOT EXISTS(
        SELECT
          1
        FROM "run"."lens" AS "t5"
        WHERE
          "t4"."person_id" = "t5"."person_id"
      )
  ) AS "t9"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t8"."unit_id",
      (
        (
          CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
            days => CAST(CAST(CAST(CAST((
              "t8"."start" - (
                "t8"."start" % 86400
              )
            ) AS DOUBLE PRECISION) / 86400 AS BIGINT) AS INT) AS INT)
          ) AS TIMESTAMP) AS DATE)) AS INT) * 12
        ) + CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
          days => CAST(CAST(CAST(CAST((
            "t8"."start" - (
              "t8"."start" % 86400
            )
          ) AS DOUBLE PRECISION) / 86400 AS BIGINT) AS INT) AS INT)
        ) AS TIMESTAMP) AS DATE)) AS INT)
      ) - 1 AS "month",
      CAST(1 AS BIGINT) AS "shifts",
      CAST(CAST((
        "t8"."end" - "t8"."start"
      ) > (
        PARAM('roster.shift_max_normal') * 3600
      ) AS INT) AS BIGINT) AS "long_shifts"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t2"."person_id",
          "t2"."unit_id",
          "t2"."start",
          "t2"."end",
          "t2"."has_reason"
        FROM "run"."row" AS "t2"
        WHERE
          "t2"."is_alone"
      ) AS "t6"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t3"."person_id",
          "t3"."unit_id",
          "t3"."shift_start" AS "start",
          "t3"."end",
          "t3"."has_reason"
        FROM "run"."entangled_shift" AS "t3"
      ) AS "t7"
    ) AS "t8"
  ) AS "t10"
) AS "t11"
GROUP BY
  1,
  2
