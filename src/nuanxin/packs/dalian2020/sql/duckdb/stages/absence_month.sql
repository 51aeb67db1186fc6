SELECT
  "t17"."person_id",
  "t17"."month",
  BIT_OR(CASE WHEN "t17"."kind" = 'rest15' THEN "t17"."days" ELSE CAST(0 AS BIGINT) END) AS "rest15",
  BIT_OR(
    CASE WHEN "t17"."kind" = 'quarantine' THEN "t17"."days" ELSE CAST(0 AS BIGINT) END
  ) AS "quarantine",
  BIT_OR(
    CASE WHEN "t17"."kind" = 'compensatory' THEN "t17"."days" ELSE CAST(0 AS BIGINT) END
  ) AS "compensatory",
  BIT_OR(CASE WHEN "t17"."kind" = 'annual' THEN "t17"."days" ELSE CAST(0 AS BIGINT) END) AS "annual"
FROM (
  SELECT
    "t16"."person_id",
    "t16"."kind",
    "t16"."start",
    "t16"."last_day",
    "t16"."month",
    (
      (
        CAST(1 AS BIGINT) << (
          (
            LEAST("t16"."last_day", "t6"."month_end") - GREATEST("t16"."start", "t6"."first_day")
          ) + 1
        )
      ) - 1
    ) << (
      (
        GREATEST("t16"."start", "t6"."first_day") - "t6"."first_day"
      ) + 1
    ) AS "days"
  FROM (
    SELECT
      "t14"."person_id",
      "t14"."kind",
      "t14"."start",
      "t14"."last_day",
      "t14"."start_month",
      "t14"."last_month",
      UNNEST(RANGE("t14"."start_month", "t14"."last_month" + 1, 1)) AS "month"
    FROM (
      SELECT
        "t13"."person_id",
        "t13"."kind",
        "t13"."start",
        "t13"."last_day",
        "t7"."start_month",
        "t8"."last_month"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t10"."person_id",
            "t10"."kind",
            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t10"."start_date") AS "start",
            LEAST(DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t10"."end_date"), AS_OF()) AS "last_day"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                *
              FROM "facts"."absences" AS "t2"
              WHERE
                IN_SCOPE("t2"."person_id")
            ) AS "t9"
            WHERE
              "t9"."kind" IN ('rest15', 'quarantine', 'compensatory', 'annual')
          ) AS "t10"
        ) AS "t11"
        WHERE
          "t11"."start" <= AS_OF()
      ) AS "t13"
      INNER JOIN (
        SELECT
          "t1"."day" AS "start",
          "t1"."month" AS "start_month"
        FROM "run"."calendar" AS "t1"
      ) AS "t7"
        ON "t13"."start" = "t7"."start"
      INNER JOIN (
        SELECT
          "t1"."day" AS "last_day",
          "t1"."month" AS "last_month"
        FROM "run"."calendar" AS "t1"
      ) AS "t8"
        ON "t13"."last_day" = "t8"."last_day"
    ) AS "t14"
  ) AS "t16"
  INNER JOIN (
    SELECT
      "t0"."month",
      "t0"."first_day",
      "t0"."last_day" AS "month_end"
    FROM "run"."month" AS "t0"
  ) AS "t6"
    ON "t16"."month" = "t6"."month"
) AS "t17"
GROUP BY
  1,
  2
