SELECT
  "t12"."person_id",
  "t12"."start",
  "t12"."end",
  "t12"."day",
  "t12"."contact_confirmed",
  'attendance:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t12"."attendance_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
FROM (
  SELECT
    "t10"."attendance_id",
    "t10"."person_id",
    "t10"."post_id",
    "t10"."spell_id",
    "t10"."contact_confirmed",
    "t10"."start",
    "t10"."end",
    "t10"."has_reason",
    "t10"."day",
    "t10"."length"
  FROM (
    SELECT
      "t9"."attendance_id",
      "t9"."person_id",
      "t9"."post_id",
      "t9"."spell_id",
      "t9"."contact_confirmed",
      "t9"."start",
      "t9"."end",
      "t9"."date",
      "t9"."has_reason",
      CAST((
        "t9"."date" - MAKE_DATE(1970, 1, 1)
      ) AS BIGINT) AS "day",
      "t9"."end" - "t9"."start" AS "length"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t6"."attendance_id",
          "t6"."person_id",
          "t6"."post_id",
          "t6"."spell_id",
          "t6"."contact_confirmed",
          CAST(EXTRACT('epoch' FROM "t6"."start") AS BIGINT) AS "start",
          CAST(EXTRACT('epoch' FROM "t6"."end") AS BIGINT) AS "end",
          DATE("t6"."start") AS "date",
          "t6"."reason_over_8h" IS NOT NULL AS "has_reason"
        FROM (
          SELECT
            *
          FROM "facts"."attendance" AS "t2"
          WHERE
            IN_SCOPE("t2"."person_id")
        ) AS "t6"
        WHERE
          "t6"."status" = 'worked'
      ) AS "t8"
      WHERE
        "t8"."start" < (
          (
            AS_OF() + 1
          ) * 86400
        )
    ) AS "t9"
  ) AS "t10"
) AS "t12"
INNER JOIN (
  SELECT
    "t0"."day",
    "t0"."month",
    "t0"."bit",
    "t0"."is_workday"
  FROM "run"."calendar" AS "t0"
) AS "t4"
  ON "t12"."day" = "t4"."day"
INNER JOIN (
  SELECT
    "t1"."post_id",
    "t1"."unit_id",
    "t1"."contact" IN ('confirmed', 'suspected') AS "at_contact",
    "t1"."risk" IN ('high', 'higher') AS "at_risk"
  FROM "facts"."posts" AS "t1"
) AS "t7"
  ON "t12"."post_id" = "t7"."post_id"
