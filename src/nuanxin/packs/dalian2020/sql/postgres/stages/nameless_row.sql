SELECT
  "t28"."attendance_id",
  "t28"."person_id",
  "t28"."post_id",
  CAST(NULL AS VARCHAR) AS "spell_id",
  "t28"."contact_confirmed",
  "t28"."start",
  "t28"."end",
  "t28"."has_reason",
  "t28"."day",
  "t28"."length",
  "t28"."month",
  "t28"."bit",
  "t28"."is_workday",
  "t28"."unit_id",
  "t28"."at_contact",
  "t28"."at_risk"
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
    "t27"."unit_id",
    "t27"."at_contact",
    "t27"."at_risk"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t25"."attendance_id",
        "t25"."person_id",
        "t25"."post_id",
        "t25"."spell_id",
        "t25"."contact_confirmed",
        "t25"."start",
        "t25"."end",
        "t25"."has_reason",
        "t25"."day",
        "t25"."length",
        "t25"."month",
        "t25"."bit",
        "t25"."is_workday",
        "t25"."unit_id",
        "t25"."at_contact",
        "t25"."at_risk",
        "t25"."tangled"
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
          "t24"."unit_id",
          "t24"."at_contact",
          "t24"."at_risk",
          "t24"."person_id_right",
          "t24"."month_right",
          COALESCE("t24"."tangled", 0) AS "tangled"
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
            "t9"."month",
            "t9"."bit",
            "t9"."is_workday",
            "t11"."unit_id",
            "t11"."at_contact",
            "t11"."at_risk",
            "t5"."person_id" AS "person_id_right",
            "t5"."month" AS "month_right",
            "t5"."tangled"
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
                        *
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t3"."attendance_id",
                            "t3"."person_id",
                            "t3"."post_id",
                            "t3"."spell_id",
                            "t3"."start",
                            "t3"."end",
                            "t3"."status",
                            "t3"."contact_confirmed",
                            "t3"."reason_over_8h"
                          FROM "facts"."attendance" AS "t3"
                        ) AS "t6"
                        WHERE
                          "t6"."spell_id" IS NULL
                      ) AS "t12"
                      WHERE
                        IN_SCOPE("t12"."person_id")
                    ) AS "t15"
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t8"."attendance_id",
                          "t8"."person_id",
                          "t8"."post_id",
                          "t8"."spell_id",
                          "t8"."start",
                          "t8"."end",
                          "t8"."status",
                          "t8"."contact_confirmed",
                          "t8"."reason_over_8h"
                        FROM (
                          SELECT
                            "t3"."attendance_id",
                            "t3"."person_id",
                            "t3"."post_id",
                            "t3"."spell_id",
                            "t3"."start",
                            "t3"."end",
                            "t3"."status",
                            "t3"."contact_confirmed",
                            "t3"."reason_over_8h"
                          FROM "facts"."attendance" AS "t3"
                        ) AS "t8"
                        WHERE
                          EXISTS(
                            SELECT
                              1
                            FROM (
                              SELECT
                                *
                              FROM "facts"."spells" AS "t4"
                              WHERE
                                CAST((
                                  "t4"."start_date" - MAKE_DATE(1970, 1, 1)
                                ) AS BIGINT) > AS_OF()
                            ) AS "t14"
                            WHERE
                              "t8"."spell_id" = "t14"."spell_id"
                          )
                      ) AS "t16"
                      WHERE
                        IN_SCOPE("t16"."person_id")
                    ) AS "t17"
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
              "t1"."day",
              "t1"."month",
              "t1"."bit",
              "t1"."is_workday"
            FROM "run"."calendar" AS "t1"
          ) AS "t9"
            ON "t23"."day" = "t9"."day"
          INNER JOIN (
            SELECT
              "t2"."post_id",
              "t2"."unit_id",
              "t2"."contact" IN ('confirmed', 'suspected') AS "at_contact",
              "t2"."risk" IN ('high', 'higher') AS "at_risk"
            FROM "facts"."posts" AS "t2"
          ) AS "t11"
            ON "t23"."post_id" = "t11"."post_id"
          LEFT OUTER JOIN "run"."lens" AS "t5"
            ON "t23"."person_id" = "t5"."person_id" AND "t9"."month" = "t5"."month"
        ) AS "t24"
      ) AS "t25"
    ) AS "t26"
    WHERE
      (
        "t26"."tangled" & "t26"."bit"
      ) = 0
  ) AS "t27"
) AS "t28"
