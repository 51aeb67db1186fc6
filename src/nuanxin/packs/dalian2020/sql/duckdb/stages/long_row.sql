SELECT
  "t24"."person_id",
  "t24"."unit_id",
  "t24"."start",
  "t24"."end",
  "t24"."has_reason"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t22"."attendance_id",
      "t22"."person_id",
      "t22"."post_id",
      "t22"."spell_id",
      "t22"."contact_confirmed",
      "t22"."start",
      "t22"."end",
      "t22"."has_reason",
      "t22"."day",
      "t22"."length",
      "t13"."unit_id",
      "t13"."at_contact",
      "t13"."at_risk",
      "t11"."month",
      "t11"."bit",
      "t11"."is_workday"
    FROM (
      SELECT
        "t20".*
        EXCLUDE ("date")
      FROM (
        SELECT
          "t19"."attendance_id",
          "t19"."person_id",
          "t19"."post_id",
          "t19"."spell_id",
          "t19"."contact_confirmed",
          "t19"."start",
          "t19"."end",
          "t19"."date",
          "t19"."has_reason",
          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t19"."date") AS "day",
          "t19"."end" - "t19"."start" AS "length"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t15"."attendance_id",
              "t15"."person_id",
              "t15"."post_id",
              "t15"."spell_id",
              "t15"."contact_confirmed",
              CAST(EPOCH(CAST("t15"."start" AS TIMESTAMP)) AS BIGINT) AS "start",
              CAST(EPOCH(CAST("t15"."end" AS TIMESTAMP)) AS BIGINT) AS "end",
              CAST("t15"."start" AS DATE) AS "date",
              "t15"."reason_over_8h" IS NOT NULL AS "has_reason"
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
              SEMI JOIN "run"."scope" AS "t8"
                ON "t7"."person_id" = "t8"."person_id"
            ) AS "t15"
            WHERE
              "t15"."status" = 'worked'
          ) AS "t18"
          WHERE
            "t18"."start" < (
              (
                AS_OF() + 1
              ) * 86400
            )
        ) AS "t19"
      ) AS "t20"
    ) AS "t22"
    INNER JOIN (
      SELECT
        "t0"."post_id",
        "t0"."unit_id",
        "t0"."contact" IN ('confirmed', 'suspected') AS "at_contact",
        "t0"."risk" IN ('high', 'higher') AS "at_risk"
      FROM "facts"."posts" AS "t0"
    ) AS "t13"
      ON "t22"."post_id" = "t13"."post_id"
    INNER JOIN (
      SELECT
        "t1"."day",
        "t1"."month",
        "t1"."bit",
        "t1"."is_workday"
      FROM "run"."calendar" AS "t1"
    ) AS "t11"
      ON "t22"."day" = "t11"."day"
    SEMI JOIN (
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
      ANTI JOIN "run"."lens" AS "t6"
        ON "t14"."person_id" = "t6"."person_id"
    ) AS "t17"
      ON "t22"."person_id" = "t17"."person_id"
  ) AS "t23"
  WHERE
    "t23"."length" > (
      PARAM('roster.shift_max_normal') * 3600
    )
) AS "t24"
