SELECT
  "t20"."person_id",
  "t20"."month",
  BIT_OR(
    COALESCE(CASE WHEN "t20"."kind" = 'rest15' THEN "t20"."days" ELSE CAST(0 AS BIGINT) END, 0)
  ) AS "rest15",
  BIT_OR(
    COALESCE(
      CASE WHEN "t20"."kind" = 'quarantine' THEN "t20"."days" ELSE CAST(0 AS BIGINT) END,
      0
    )
  ) AS "quarantine",
  BIT_OR(
    COALESCE(
      CASE WHEN "t20"."kind" = 'compensatory' THEN "t20"."days" ELSE CAST(0 AS BIGINT) END,
      0
    )
  ) AS "compensatory",
  BIT_OR(
    COALESCE(CASE WHEN "t20"."kind" = 'annual' THEN "t20"."days" ELSE CAST(0 AS BIGINT) END, 0)
  ) AS "annual"
FROM (
  SELECT
    "t19"."person_id",
    "t19"."kind",
    "t19"."start",
    "t19"."last_day",
    "t19"."month",
    (
      (
        CAST(1 AS BIGINT) << CAST((
          LEAST("t19"."last_day", "t9"."month_end") - GREATEST("t19"."start", "t9"."first_day")
        ) + 1 AS INT)
      ) - 1 << CAST((
        GREATEST("t19"."start", "t9"."first_day") - "t9"."first_day"
      ) + 1 AS INT)
    ) AS "days"
  FROM (
    SELECT
      "t17"."person_id",
      "t17"."kind",
      "t17"."start",
      "t17"."last_day",
      "t17"."start_month",
      "t17"."last_month",
      UNNEST(
        CASE
          WHEN NULLIF(1, 0) IS NOT NULL
          AND SIGN(1) = SIGN((
            "t17"."last_month" + 1
          ) - "t17"."start_month")
          THEN ARRAY_REMOVE(
            ARRAY(SELECT
              *
            FROM GENERATE_SERIES("t17"."start_month", "t17"."last_month" + 1, 1)),
            "t17"."last_month" + 1
          )
          ELSE CAST(ARRAY[] AS BIGINT[])
        END
      ) AS "month"
    FROM (
      SELECT
        "t16"."person_id",
        "t16"."kind",
        "t16"."start",
        "t16"."last_day",
        "t10"."start_month",
        "t11"."last_month"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t13"."person_id",
            "t13"."kind",
            CAST((
              "t13"."start_date" - MAKE_DATE(1970, 1, 1)
            ) AS BIGINT) AS "start",
            LEAST(CAST((
              "t13"."end_date" - MAKE_DATE(1970, 1, 1)
            ) AS BIGINT), AS_OF()) AS "last_day"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t4"."absence_id",
                "t4"."person_id",
                "t4"."start_date",
                "t4"."end_date",
                "t4"."kind"
              FROM "facts"."absences" AS "t4"
              WHERE
                EXISTS(
                  SELECT
                    1
                  FROM "run"."scope" AS "t5"
                  WHERE
                    "t4"."person_id" = "t5"."person_id"
                )
            ) AS "t12"
            WHERE
              "t12"."kind" IN ('rest15', 'quarantine', 'compensatory', 'annual')
          ) AS "t13"
        ) AS "t14"
        WHERE
          "t14"."start" <= AS_OF()
      ) AS "t16"
      INNER JOIN (
        SELECT
          "t1"."day" AS "start",
          "t1"."month" AS "start_month"
        FROM "run"."calendar" AS "t1"
      ) AS "t10"
        ON "t16"."start" = "t10"."start"
      INNER JOIN (
        SELECT
          "t1"."day" AS "last_day",
          "t1"."month" AS "last_month"
        FROM "run"."calendar" AS "t1"
      ) AS "t11"
        ON "t16"."last_day" = "t11"."last_day"
    ) AS "t17"
  ) AS "t19"
  INNER JOIN (
    SELECT
      "t0"."month",
      "t0"."first_day",
      "t0"."last_day" AS "month_end"
    FROM "run"."month" AS "t0"
  ) AS "t9"
    ON "t19"."month" = "t9"."month"
) AS "t20"
GROUP BY
  1,
  2
