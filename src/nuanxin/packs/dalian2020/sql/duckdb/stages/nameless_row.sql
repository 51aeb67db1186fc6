SELECT
  "t28"."attendance_id",
  "t28"."person_id",
  "t28"."post_id",
  CAST(NULL AS TEXT) AS "spell_id",
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
    "t27".*
    EXCLUDE ("tangled")
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t25".*
        EXCLUDE ("month_right", "person_id_right")
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
              "t21".*
              EXCLUDE ("date")
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
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t20"."date") AS "day",
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
                    CAST(EPOCH(CAST("t18"."start" AS TIMESTAMP)) AS BIGINT) AS "start",
                    CAST(EPOCH(CAST("t18"."end" AS TIMESTAMP)) AS BIGINT) AS "end",
                    CAST("t18"."start" AS DATE) AS "date",
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
                            "t3".*
                            EXCLUDE ("reported_by")
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
                            "t3".*
                            EXCLUDE ("reported_by")
                          FROM "facts"."attendance" AS "t3"
                        ) AS "t8"
                        SEMI JOIN (
                          SELECT
                            *
                          FROM "facts"."spells" AS "t4"
                          WHERE
                            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."start_date") > AS_OF()
                        ) AS "t14"
                          ON "t8"."spell_id" = "t14"."spell_id"
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
