WITH "t14" AS (
  SELECT
    "t12"."spell_id" AS "unborn_id"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "facts"."spells" AS "t1"
      WHERE
        IN_SCOPE("t1"."person_id")
    ) AS "t8"
    WHERE
      CAST((
        "t8"."start_date" - MAKE_DATE(1970, 1, 1)
      ) AS BIGINT) > AS_OF()
  ) AS "t12"
)
SELECT
  "t29"."attendance_id",
  "t29"."person_id",
  "t29"."post_id",
  "t29"."spell_id",
  "t29"."contact_confirmed",
  "t29"."start",
  "t29"."end",
  "t29"."has_reason",
  "t29"."day",
  "t29"."length",
  "t29"."month",
  "t29"."bit",
  "t29"."is_workday",
  "t29"."in_lens",
  "t29"."unit_id",
  "t29"."at_contact",
  "t29"."at_risk",
  "t29"."written_spell"
FROM (
  SELECT
    "t28"."attendance_id",
    "t28"."person_id",
    "t28"."post_id",
    CASE WHEN "t28"."unborn_id" IS NULL THEN "t28"."spell_id" ELSE NULL END AS "spell_id",
    "t28"."contact_confirmed",
    "t28"."start",
    "t28"."end",
    "t28"."has_reason",
    "t28"."day",
    "t28"."length",
    "t28"."month",
    "t28"."bit",
    "t28"."is_workday",
    "t28"."in_lens",
    "t28"."unit_id",
    "t28"."at_contact",
    "t28"."at_risk",
    "t28"."unborn_id",
    "t28"."spell_id" AS "written_spell"
  FROM (
    SELECT
      "t27"."attendance_id",
      "t27"."person_id",
      "t27"."post_id",
      "t27"."spell_id",
      "t27"."contact_confirmed",
      "t27"."start",
      "t27"."end",
      "t27"."has_reason",
      "t27"."day",
      "t27"."length",
      "t27"."month",
      "t27"."bit",
      "t27"."is_workday",
      "t27"."in_lens",
      "t11"."unit_id",
      "t11"."at_contact",
      "t11"."at_risk",
      "t17"."unborn_id"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t24"."attendance_id",
          "t24"."person_id",
          "t24"."post_id",
          "t24"."spell_id",
          "t24"."contact_confirmed",
          "t24"."start",
          "t24"."end",
          "t24"."has_reason",
          "t24"."day",
          "t24"."length",
          "t24"."month",
          "t24"."bit",
          "t24"."is_workday",
          "t24"."in_lens"
        FROM (
          SELECT
            "t23"."attendance_id",
            "t23"."person_id",
            "t23"."post_id",
            "t23"."spell_id",
            "t23"."contact_confirmed",
            "t23"."start",
            "t23"."end",
            "t23"."has_reason",
            "t23"."day",
            "t23"."length",
            "t23"."month",
            "t23"."bit",
            "t23"."is_workday",
            "t23"."tangled",
            (
              "t23"."tangled" & "t23"."bit"
            ) <> 0 AS "in_lens"
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
              "t22"."tangled"
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
                "t21"."length",
                "t21"."month",
                "t21"."bit",
                "t21"."is_workday",
                "t21"."person_id_right",
                "t21"."month_right",
                COALESCE("t21"."tangled", 0) AS "tangled"
              FROM (
                SELECT
                  "t20"."attendance_id",
                  "t20"."person_id",
                  "t20"."post_id",
                  "t20"."spell_id",
                  "t20"."contact_confirmed",
                  "t20"."start",
                  "t20"."end",
                  "t20"."has_reason",
                  "t20"."day",
                  "t20"."length",
                  "t9"."month",
                  "t9"."bit",
                  "t9"."is_workday",
                  "t5"."person_id" AS "person_id_right",
                  "t5"."month" AS "month_right",
                  "t5"."tangled"
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
                    "t18"."length"
                  FROM (
                    SELECT
                      "t16"."attendance_id",
                      "t16"."person_id",
                      "t16"."post_id",
                      "t16"."spell_id",
                      "t16"."contact_confirmed",
                      "t16"."start",
                      "t16"."end",
                      "t16"."date",
                      "t16"."has_reason",
                      CAST((
                        "t16"."date" - MAKE_DATE(1970, 1, 1)
                      ) AS BIGINT) AS "day",
                      "t16"."end" - "t16"."start" AS "length"
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
                          CAST(EXTRACT('epoch' FROM "t10"."start") AS BIGINT) AS "start",
                          CAST(EXTRACT('epoch' FROM "t10"."end") AS BIGINT) AS "end",
                          DATE("t10"."start") AS "date",
                          "t10"."reason_over_8h" IS NOT NULL AS "has_reason"
                        FROM (
                          SELECT
                            *
                          FROM "facts"."attendance" AS "t4"
                          WHERE
                            IN_SCOPE("t4"."person_id")
                        ) AS "t10"
                        WHERE
                          "t10"."status" = 'worked'
                      ) AS "t13"
                      WHERE
                        "t13"."start" < (
                          (
                            AS_OF() + 1
                          ) * 86400
                        )
                    ) AS "t16"
                  ) AS "t18"
                ) AS "t20"
                INNER JOIN (
                  SELECT
                    "t3"."day",
                    "t3"."month",
                    "t3"."bit",
                    "t3"."is_workday"
                  FROM "run"."calendar" AS "t3"
                ) AS "t9"
                  ON "t20"."day" = "t9"."day"
                LEFT OUTER JOIN "run"."lens" AS "t5"
                  ON "t20"."person_id" = "t5"."person_id" AND "t9"."month" = "t5"."month"
              ) AS "t21"
            ) AS "t22"
          ) AS "t23"
        ) AS "t24"
      ) AS "t25"
      WHERE
        "t25"."in_lens"
        OR (
          "t25"."length" > (
            PARAM('roster.shift_max_normal') * 3600
          )
        )
        OR (
          (
            "t25"."spell_id" IS NULL
          )
          OR "t25"."spell_id" IN (
            SELECT
              *
            FROM "t14"
          )
        )
    ) AS "t27"
    INNER JOIN (
      SELECT
        "t0"."post_id",
        "t0"."unit_id",
        "t0"."contact" IN ('confirmed', 'suspected') AS "at_contact",
        "t0"."risk" IN ('high', 'higher') AS "at_risk"
      FROM "facts"."posts" AS "t0"
    ) AS "t11"
      ON "t27"."post_id" = "t11"."post_id"
    LEFT OUTER JOIN "t14" AS "t17"
      ON "t27"."spell_id" = "t17"."unborn_id"
  ) AS "t28"
) AS "t29"
