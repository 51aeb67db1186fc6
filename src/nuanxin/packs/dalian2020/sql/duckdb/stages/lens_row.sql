SELECT
  "t24".*
  EXCLUDE ("unborn_id")
FROM (
  SELECT
    "t23"."attendance_id",
    "t23"."person_id",
    "t23"."post_id",
    CASE WHEN "t23"."unborn_id" IS NULL THEN "t23"."spell_id" ELSE NULL END AS "spell_id",
    "t23"."contact_confirmed",
    "t23"."start",
    "t23"."end",
    "t23"."has_reason",
    "t23"."day",
    "t23"."length",
    "t23"."month",
    "t23"."bit",
    "t23"."is_workday",
    "t23"."unit_id",
    "t23"."at_contact",
    "t23"."at_risk",
    "t23"."may_touch",
    "t23"."unborn_id"
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
      "t22"."month",
      "t22"."bit",
      "t22"."is_workday",
      "t22"."unit_id",
      "t22"."at_contact",
      "t22"."at_risk",
      "t22"."may_touch",
      "t13"."unborn_id"
    FROM (
      SELECT
        "t20".*
        EXCLUDE ("tangled")
      FROM (
        SELECT
          "t19"."attendance_id",
          "t19"."person_id",
          "t19"."post_id",
          "t19"."spell_id",
          "t19"."contact_confirmed",
          "t19"."start",
          "t19"."end",
          "t19"."has_reason",
          "t19"."day",
          "t19"."length",
          "t19"."month",
          "t19"."bit",
          "t19"."is_workday",
          "t19"."unit_id",
          "t19"."at_contact",
          "t19"."at_risk",
          "t19"."tangled",
          (
            "t19"."tangled" & "t19"."bit"
          ) <> 0 AS "may_touch"
        FROM (
          SELECT
            "t18"."attendance_id",
            "t18"."person_id",
            "t18"."post_id",
            "t18"."spell_id",
            "t18"."contact_confirmed",
            "t18"."start",
            "t18"."end",
            "t18"."has_reason",
            "t18"."day",
            "t18"."length",
            "t7"."month",
            "t7"."bit",
            "t7"."is_workday",
            "t11"."unit_id",
            "t11"."at_contact",
            "t11"."at_risk",
            "t5"."tangled"
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
                    "t9"."attendance_id",
                    "t9"."person_id",
                    "t9"."post_id",
                    "t9"."spell_id",
                    "t9"."contact_confirmed",
                    CAST(EPOCH(CAST("t9"."start" AS TIMESTAMP)) AS BIGINT) AS "start",
                    CAST(EPOCH(CAST("t9"."end" AS TIMESTAMP)) AS BIGINT) AS "end",
                    CAST("t9"."start" AS DATE) AS "date",
                    "t9"."reason_over_8h" IS NOT NULL AS "has_reason"
                  FROM (
                    SELECT
                      *
                    FROM "facts"."attendance" AS "t4"
                    WHERE
                      IN_SCOPE("t4"."person_id")
                  ) AS "t9"
                  WHERE
                    "t9"."status" = 'worked'
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
              "t2"."day",
              "t2"."month",
              "t2"."bit",
              "t2"."is_workday"
            FROM "run"."calendar" AS "t2"
          ) AS "t7"
            ON "t18"."day" = "t7"."day"
          INNER JOIN (
            SELECT
              "t3"."post_id",
              "t3"."unit_id",
              "t3"."contact" IN ('confirmed', 'suspected') AS "at_contact",
              "t3"."risk" IN ('high', 'higher') AS "at_risk"
            FROM "facts"."posts" AS "t3"
          ) AS "t11"
            ON "t18"."post_id" = "t11"."post_id"
          INNER JOIN "run"."lens" AS "t5"
            ON "t18"."person_id" = "t5"."person_id" AND "t7"."month" = "t5"."month"
        ) AS "t19"
      ) AS "t20"
    ) AS "t22"
    LEFT OUTER JOIN (
      SELECT
        "t10"."spell_id" AS "unborn_id"
      FROM (
        SELECT
          *
        FROM "facts"."spells" AS "t0"
        WHERE
          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."start_date") > AS_OF()
      ) AS "t10"
    ) AS "t13"
      ON "t22"."spell_id" = "t13"."unborn_id"
  ) AS "t23"
) AS "t24"
