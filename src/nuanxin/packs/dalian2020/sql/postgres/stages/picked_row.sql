WITH "t12" AS (
  SELECT
    "t11"."spell_id" AS "unborn_id"
  FROM (
    SELECT
      *
    FROM "facts"."spells" AS "t1"
    WHERE
      CAST((
        "t1"."start_date" - MAKE_DATE(1970, 1, 1)
      ) AS BIGINT) > AS_OF()
  ) AS "t11"
)
SELECT
  "t28"."attendance_id",
  "t28"."person_id",
  "t28"."post_id",
  "t28"."spell_id",
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
  "t28"."written_spell"
FROM (
  SELECT
    "t27"."attendance_id",
    "t27"."person_id",
    "t27"."post_id",
    CASE WHEN "t27"."unborn_id" IS NULL THEN "t27"."spell_id" ELSE NULL END AS "spell_id",
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
    "t27"."unit_id",
    "t27"."at_contact",
    "t27"."at_risk",
    "t27"."unborn_id",
    "t27"."spell_id" AS "written_spell"
  FROM (
    SELECT
      "t26"."attendance_id",
      "t26"."person_id",
      "t26"."post_id",
      "t26"."spell_id",
      "t26"."contact_confirmed",
      "t26"."start",
      "t26"."end",
      "t26"."has_reason",
      "t26"."day",
      "t26"."length",
      "t26"."month",
      "t26"."bit",
      "t26"."is_workday",
      "t26"."in_lens",
      "t10"."unit_id",
      "t10"."at_contact",
      "t10"."at_risk",
      "t15"."unborn_id"
    FROM (
      SELECT
        *
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
          "t23"."in_lens"
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
            "t22"."tangled",
            (
              "t22"."tangled" & "t22"."bit"
            ) <> 0 AS "in_lens"
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
              "t21"."tangled"
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
                "t20"."month",
                "t20"."bit",
                "t20"."is_workday",
                "t20"."person_id_right",
                "t20"."month_right",
                COALESCE("t20"."tangled", 0) AS "tangled"
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
                  "t8"."month",
                  "t8"."bit",
                  "t8"."is_workday",
                  "t5"."person_id" AS "person_id_right",
                  "t5"."month" AS "month_right",
                  "t5"."tangled"
                FROM (
                  SELECT
                    "t17"."attendance_id",
                    "t17"."person_id",
                    "t17"."post_id",
                    "t17"."spell_id",
                    "t17"."contact_confirmed",
                    "t17"."start",
                    "t17"."end",
                    "t17"."has_reason",
                    "t17"."day",
                    "t17"."length"
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
                          "t9"."attendance_id",
                          "t9"."person_id",
                          "t9"."post_id",
                          "t9"."spell_id",
                          "t9"."contact_confirmed",
                          CAST(EXTRACT('epoch' FROM "t9"."start") AS BIGINT) AS "start",
                          CAST(EXTRACT('epoch' FROM "t9"."end") AS BIGINT) AS "end",
                          DATE("t9"."start") AS "date",
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
                    ) AS "t16"
                  ) AS "t17"
                ) AS "t19"
                INNER JOIN (
                  SELECT
                    "t3"."day",
                    "t3"."month",
                    "t3"."bit",
                    "t3"."is_workday"
                  FROM "run"."calendar" AS "t3"
                ) AS "t8"
                  ON "t19"."day" = "t8"."day"
                LEFT OUTER JOIN "run"."lens" AS "t5"
                  ON "t19"."person_id" = "t5"."person_id" AND "t8"."month" = "t5"."month"
              ) AS "t20"
            ) AS "t21"
          ) AS "t22"
        ) AS "t23"
      ) AS "t24"
      WHERE
        "t24"."in_lens"
        OR (
          "t24"."length" > (
            PARAM('roster.shift_max_normal') * 3600
          )
        )
        OR (
          (
            "t24"."spell_id" IS NULL
          )
          OR "t24"."spell_id" IN (
            SELECT
              *
            FROM "t12"
          )
        )
    ) AS "t26"
    INNER JOIN (
      SELECT
        "t0"."post_id",
        "t0"."unit_id",
        "t0"."contact" IN ('confirmed', 'suspected') AS "at_contact",
        "t0"."risk" IN ('high', 'higher') AS "at_risk"
      FROM "facts"."posts" AS "t0"
    ) AS "t10"
      ON "t26"."post_id" = "t10"."post_id"
    LEFT OUTER JOIN "t12" AS "t15"
      ON "t26"."spell_id" = "t15"."unborn_id"
  ) AS "t27"
) AS "t28"
