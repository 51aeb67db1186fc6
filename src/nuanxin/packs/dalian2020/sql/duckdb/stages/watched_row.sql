SELECT
  "t16"."person_id",
  "t16"."start",
  "t16"."end",
  "t16"."day",
  "t16"."length"
FROM (
  SELECT
    "t14".*
    EXCLUDE ("date")
  FROM (
    SELECT
      "t13"."attendance_id",
      "t13"."person_id",
      "t13"."post_id",
      "t13"."spell_id",
      "t13"."contact_confirmed",
      "t13"."start",
      "t13"."end",
      "t13"."date",
      "t13"."has_reason",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t13"."date") AS "day",
      "t13"."end" - "t13"."start" AS "length"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t11"."attendance_id",
          "t11"."person_id",
          "t11"."post_id",
          "t11"."spell_id",
          "t11"."contact_confirmed",
          CAST(EPOCH(CAST("t11"."start" AS TIMESTAMP)) AS BIGINT) AS "start",
          CAST(EPOCH(CAST("t11"."end" AS TIMESTAMP)) AS BIGINT) AS "end",
          CAST("t11"."start" AS DATE) AS "date",
          "t11"."reason_over_8h" IS NOT NULL AS "has_reason"
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
          SEMI JOIN "run"."watched" AS "t8"
            ON "t6"."person_id" = "t8"."person_id"
        ) AS "t11"
        WHERE
          "t11"."status" = 'worked'
      ) AS "t12"
      WHERE
        "t12"."start" < (
          (
            AS_OF() + 1
          ) * 86400
        )
    ) AS "t13"
  ) AS "t14"
) AS "t16"
INNER JOIN (
  SELECT
    "t1"."day",
    "t1"."month",
    "t1"."bit",
    "t1"."is_workday"
  FROM "run"."calendar" AS "t1"
) AS "t10"
  ON "t16"."day" = "t10"."day"
ANTI JOIN "run"."lens" AS "t5"
  ON "t16"."person_id" = "t5"."person_id" AND "t10"."month" = "t5"."month"
