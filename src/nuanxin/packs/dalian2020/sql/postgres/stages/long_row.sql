SELECT
  "t23"."person_id",
  "t13"."unit_id",
  "t23"."start",
  "t23"."end",
  "t23"."has_reason"
FROM (
  SELECT
    "t21"."attendance_id",
    "t21"."person_id",
    "t21"."post_id",
    "t21"."spell_id",
    "t21"."contact_confirmed",
    "t21"."start",
    "t21"."end",
    "t21"."has_reason",
    "t21"."day",
    "t21"."length"
  FROM (
    SELECT
      "t20"."attendance_id",
      "t20"."person_id",
      "t20"."post_id",
      "t20"."spell_id",
      "t20"."contact_confirmed",
      "t20"."start",
      "t20"."end",
      "t20"."date",
      "t20"."has_reason",
      CAST((
        "t20"."date" - MAKE_DATE(1970, 1, 1)
      ) AS BIGINT) AS "day",
      "t20"."end" - "t20"."start" AS "length"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t18"."attendance_id",
          "t18"."person_id",
          "t18"."post_id",
          "t18"."spell_id",
          "t18"."contact_confirmed",
          CAST(EXTRACT('epoch' FROM "t18"."start") AS BIGINT) AS "start",
          CAST(EXTRACT('epoch' FROM "t18"."end") AS BIGINT) AS "end",
          DATE("t18"."start") AS "date",
          "t18"."reason_over_8h" IS NOT NULL AS "has_reason"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t7"."attendance_id",
              "t7"."person_id",
              "t7"."post_id",
              "t7"."spell_id",
              "t7"."start",
              "t7"."end",
              "t7"."status",
              "t7"."contact_confirmed",
              "t7"."reason_over_8h",
              "t7"."reported_by"
            FROM "facts"."attendance" AS "t7"
            WHERE
              EXISTS(
                SELECT
                  1
                FROM "run"."scope" AS "t8"
                WHERE
                  "t7"."person_id" = "t8"."person_id"
              )
          ) AS "t15"
          WHERE
            (
              CAST(EXTRACT('epoch' FROM "t15"."end") AS BIGINT) - CAST(EXTRACT('epoch' FROM "t15"."start") AS BIGINT)
            ) > (
              PARAM('roster.shift_max_normal') * 3600
            )
        ) AS "t18"
        WHERE
          "t18"."status" = 'worked'
      ) AS "t19"
      WHERE
        "t19"."start" < (
          (
            AS_OF() + 1
          ) * 86400
        )
    ) AS "t20"
  ) AS "t21"
) AS "t23"
INNER JOIN (
  SELECT
    "t0"."post_id",
    "t0"."unit_id",
    "t0"."contact" IN ('confirmed', 'suspected') AS "at_contact",
    "t0"."risk" IN ('high', 'higher') AS "at_risk"
  FROM "facts"."posts" AS "t0"
) AS "t13"
  ON "t23"."post_id" = "t13"."post_id"
INNER JOIN (
  SELECT
    "t1"."day",
    "t1"."month",
    "t1"."bit",
    "t1"."is_workday"
  FROM "run"."calendar" AS "t1"
) AS "t11"
  ON "t23"."day" = "t11"."day"
WHERE
  EXISTS(
    SELECT
      1
    FROM (
      SELECT
        "t14"."person_id",
        "t14"."spell_id",
        "t14"."unit_id",
        "t14"."month",
        "t14"."days",
        "t14"."full",
        "t14"."confirmed",
        "t14"."unsettled",
        "t14"."at_contact",
        "t14"."at_risk",
        "t14"."compensated_days",
        "t14"."compensated_seconds",
        "t14"."long_days",
        "t14"."meal_days",
        "t14"."night_days",
        "t14"."longest",
        "t14"."rows",
        "t14"."night",
        "t14"."morning",
        "t14"."longest_tail"
      FROM (
        SELECT
          *
        FROM "run"."sketch" AS "t2"
        WHERE
          "t2"."long_days" <> 0
      ) AS "t14"
      WHERE
        NOT EXISTS(
          SELECT
            1
          FROM "run"."lens" AS "t6"
          WHERE
            "t14"."person_id" = "t6"."person_id"
        )
    ) AS "t17"
    WHERE
      "t23"."person_id" = "t17"."person_id"
  )
