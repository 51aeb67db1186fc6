SELECT
  "t15"."person_id",
  "t9"."unit_id",
  "t15"."start",
  "t15"."end",
  "t15"."has_reason"
FROM (
  SELECT
    "t13".*
    EXCLUDE ("date")
  FROM (
    SELECT
      "t12"."attendance_id",
      "t12"."person_id",
      "t12"."post_id",
      "t12"."spell_id",
      "t12"."contact_confirmed",
      "t12"."start",
      "t12"."end",
      "t12"."date",
      "t12"."has_reason",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t12"."date") AS "day",
      "t12"."end" - "t12"."start" AS "length"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t10"."attendance_id",
          "t10"."person_id",
          "t10"."post_id",
          "t10"."spell_id",
          "t10"."contact_confirmed",
          CAST(EPOCH(CAST("t10"."start" AS TIMESTAMP)) AS BIGINT) AS "start",
          CAST(EPOCH(CAST("t10"."end" AS TIMESTAMP)) AS BIGINT) AS "end",
          CAST("t10"."start" AS DATE) AS "date",
          "t10"."reason_over_8h" IS NOT NULL AS "has_reason"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM "facts"."attendance" AS "t3"
            WHERE
              IN_SCOPE("t3"."person_id")
          ) AS "t8"
          WHERE
            (
              CAST(EPOCH(CAST("t8"."end" AS TIMESTAMP)) AS BIGINT) - CAST(EPOCH(CAST("t8"."start" AS TIMESTAMP)) AS BIGINT)
            ) > (
              PARAM('roster.shift_max_normal') * 3600
            )
        ) AS "t10"
        WHERE
          "t10"."status" = 'worked'
      ) AS "t11"
      WHERE
        "t11"."start" < (
          (
            AS_OF() + 1
          ) * 86400
        )
    ) AS "t12"
  ) AS "t13"
) AS "t15"
INNER JOIN (
  SELECT
    "t1"."day",
    "t1"."month",
    "t1"."bit",
    "t1"."is_workday"
  FROM "run"."calendar" AS "t1"
) AS "t6"
  ON "t15"."day" = "t6"."day"
INNER JOIN (
  SELECT
    "t2"."post_id",
    "t2"."unit_id",
    "t2"."contact" IN ('confirmed', 'suspected') AS "at_contact",
    "t2"."risk" IN ('high', 'higher') AS "at_risk"
  FROM "facts"."posts" AS "t2"
) AS "t9"
  ON "t15"."post_id" = "t9"."post_id"
ANTI JOIN "run"."lens" AS "t4"
  ON "t15"."person_id" = "t4"."person_id" AND "t6"."month" = "t4"."month"
