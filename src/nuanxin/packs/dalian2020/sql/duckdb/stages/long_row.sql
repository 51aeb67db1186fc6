SELECT
  "t18"."person_id",
  "t11"."unit_id",
  "t18"."start",
  "t18"."end",
  "t18"."has_reason"
FROM (
  SELECT
    "t16".*
    EXCLUDE ("date")
  FROM (
    SELECT
      "t15"."attendance_id",
      "t15"."person_id",
      "t15"."post_id",
      "t15"."spell_id",
      "t15"."contact_confirmed",
      "t15"."start",
      "t15"."end",
      "t15"."date",
      "t15"."has_reason",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t15"."date") AS "day",
      "t15"."end" - "t15"."start" AS "length"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t13"."attendance_id",
          "t13"."person_id",
          "t13"."post_id",
          "t13"."spell_id",
          "t13"."contact_confirmed",
          CAST(EPOCH(CAST("t13"."start" AS TIMESTAMP)) AS BIGINT) AS "start",
          CAST(EPOCH(CAST("t13"."end" AS TIMESTAMP)) AS BIGINT) AS "end",
          CAST("t13"."start" AS DATE) AS "date",
          "t13"."reason_over_8h" IS NOT NULL AS "has_reason"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t6"."attendance_id",
              "t6"."person_id",
              "t6"."post_id",
              "t6"."spell_id",
              "t6"."start",
              "t6"."end",
              "t6"."status",
              "t6"."contact_confirmed",
              "t6"."reason_over_8h",
              "t6"."reported_by"
            FROM "facts"."attendance" AS "t6"
            SEMI JOIN "run"."scope" AS "t7"
              ON "t6"."person_id" = "t7"."person_id"
          ) AS "t12"
          WHERE
            (
              CAST(EPOCH(CAST("t12"."end" AS TIMESTAMP)) AS BIGINT) - CAST(EPOCH(CAST("t12"."start" AS TIMESTAMP)) AS BIGINT)
            ) > (
              PARAM('roster.shift_max_normal') * 3600
            )
        ) AS "t13"
        WHERE
          "t13"."status" = 'worked'
      ) AS "t14"
      WHERE
        "t14"."start" < (
          (
            AS_OF() + 1
          ) * 86400
        )
    ) AS "t15"
  ) AS "t16"
) AS "t18"
INNER JOIN (
  SELECT
    "t1"."day",
    "t1"."month",
    "t1"."bit",
    "t1"."is_workday"
  FROM "run"."calendar" AS "t1"
) AS "t9"
  ON "t18"."day" = "t9"."day"
INNER JOIN (
  SELECT
    "t2"."post_id",
    "t2"."unit_id",
    "t2"."contact" IN ('confirmed', 'suspected') AS "at_contact",
    "t2"."risk" IN ('high', 'higher') AS "at_risk"
  FROM "facts"."posts" AS "t2"
) AS "t11"
  ON "t18"."post_id" = "t11"."post_id"
ANTI JOIN "run"."lens" AS "t5"
  ON "t18"."person_id" = "t5"."person_id" AND "t9"."month" = "t5"."month"
