SELECT
  "t43"."person_id",
  "t43"."start",
  "t43"."end",
  "t43"."day",
  "t43"."length",
  "t43"."month",
  "t43"."bit",
  "t43"."is_workday"
FROM (
  SELECT
    "t42".*
    EXCLUDE ("tangled")
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t40".*
        EXCLUDE ("month_right", "person_id_right")
      FROM (
        SELECT
          "t39"."attendance_id",
          "t39"."person_id",
          "t39"."post_id",
          "t39"."spell_id",
          "t39"."contact_confirmed",
          "t39"."start",
          "t39"."end",
          "t39"."has_reason",
          "t39"."day",
          "t39"."length",
          "t39"."month",
          "t39"."bit",
          "t39"."is_workday",
          "t39"."person_id_right",
          "t39"."month_right",
          COALESCE("t39"."tangled", 0) AS "tangled"
        FROM (
          SELECT
            "t38"."attendance_id",
            "t38"."person_id",
            "t38"."post_id",
            "t38"."spell_id",
            "t38"."contact_confirmed",
            "t38"."start",
            "t38"."end",
            "t38"."has_reason",
            "t38"."day",
            "t38"."length",
            "t18"."month",
            "t18"."bit",
            "t18"."is_workday",
            "t8"."person_id" AS "person_id_right",
            "t8"."month" AS "month_right",
            "t8"."tangled"
          FROM (
            SELECT
              "t36".*
              EXCLUDE ("date")
            FROM (
              SELECT
                "t35"."attendance_id",
                "t35"."person_id",
                "t35"."post_id",
                "t35"."spell_id",
                "t35"."contact_confirmed",
                "t35"."start",
                "t35"."end",
                "t35"."date",
                "t35"."has_reason",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t35"."date") AS "day",
                "t35"."end" - "t35"."start" AS "length"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t33"."attendance_id",
                    "t33"."person_id",
                    "t33"."post_id",
                    "t33"."spell_id",
                    "t33"."contact_confirmed",
                    CAST(EPOCH(CAST("t33"."start" AS TIMESTAMP)) AS BIGINT) AS "start",
                    CAST(EPOCH(CAST("t33"."end" AS TIMESTAMP)) AS BIGINT) AS "end",
                    CAST("t33"."start" AS DATE) AS "date",
                    "t33"."reason_over_8h" IS NOT NULL AS "has_reason"
                  FROM (
                    SELECT
                      "t22"."attendance_id",
                      "t22"."person_id",
                      "t22"."post_id",
                      "t22"."spell_id",
                      "t22"."start",
                      "t22"."end",
                      "t22"."status",
                      "t22"."contact_confirmed",
                      "t22"."reason_over_8h",
                      "t22"."reported_by"
                    FROM (
                      SELECT
                        *
                      FROM "facts"."attendance" AS "t2"
                      WHERE
                        IN_SCOPE("t2"."person_id")
                    ) AS "t22"
                    SEMI JOIN (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t29"."person_id"
                        FROM (
                          SELECT
                            "t28"."person_id",
                            "t28"."start",
                            "t28"."last_day",
                            "t28"."month",
                            (
                              (
                                CAST(1 AS BIGINT) << (
                                  (
                                    LEAST("t28"."last_day", "t21"."month_end") - GREATEST("t28"."start", "t21"."first_day")
                                  ) + 1
                                )
                              ) - 1
                            ) << (
                              (
                                GREATEST("t28"."start", "t21"."first_day") - "t21"."first_day"
                              ) + 1
                            ) AS "days",
                            "t9"."duty"
                          FROM (
                            SELECT
                              "t26"."person_id",
                              "t26"."start",
                              "t26"."last_day",
                              "t26"."start_month",
                              "t26"."last_month",
                              UNNEST(RANGE("t26"."start_month", "t26"."last_month" + 1, 1)) AS "month"
                            FROM (
                              SELECT
                                "t25"."person_id",
                                "t25"."start",
                                "t25"."last_day",
                                "t16"."start_month",
                                "t17"."last_month"
                              FROM (
                                SELECT
                                  "t23"."person_id",
                                  "t23"."last_day" + 1 AS "start",
                                  "t23"."last_day" + PARAM('rest.long_deployment_rest') AS "last_day"
                                FROM (
                                  SELECT
                                    *
                                  FROM "run"."stint" AS "t7"
                                  WHERE
                                    NOT (
                                      "t7"."is_open"
                                    )
                                    AND (
                                      (
                                        "t7"."last_day" - "t7"."start"
                                      ) + 1
                                    ) >= PARAM('rest.long_deployment')
                                ) AS "t23"
                              ) AS "t25"
                              INNER JOIN (
                                SELECT
                                  "t1"."day" AS "start",
                                  "t1"."month" AS "start_month"
                                FROM "run"."calendar" AS "t1"
                              ) AS "t16"
                                ON "t25"."start" = "t16"."start"
                              INNER JOIN (
                                SELECT
                                  "t1"."day" AS "last_day",
                                  "t1"."month" AS "last_month"
                                FROM "run"."calendar" AS "t1"
                              ) AS "t17"
                                ON "t25"."last_day" = "t17"."last_day"
                            ) AS "t26"
                          ) AS "t28"
                          INNER JOIN (
                            SELECT
                              "t6"."month",
                              "t6"."first_day",
                              "t6"."last_day" AS "month_end"
                            FROM "run"."month" AS "t6"
                          ) AS "t21"
                            ON "t28"."month" = "t21"."month"
                          INNER JOIN "run"."month_of_person" AS "t9"
                            ON "t28"."person_id" = "t9"."person_id" AND "t28"."month" = "t9"."month"
                        ) AS "t29"
                        WHERE
                          (
                            "t29"."days" & "t29"."duty"
                          ) <> 0
                      ) AS "t30"
                      UNION
                      SELECT
                        *
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t3"."person_id"
                          FROM "run"."watched" AS "t3"
                        ) AS "t13"
                        UNION
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t4"."person_id"
                          FROM "run"."compensated_month" AS "t4"
                          WHERE
                            "t4"."is_split"
                        ) AS "t14"
                      ) AS "t20"
                    ) AS "t32"
                      ON "t22"."person_id" = "t32"."person_id"
                  ) AS "t33"
                  WHERE
                    "t33"."status" = 'worked'
                ) AS "t34"
                WHERE
                  "t34"."start" < (
                    (
                      AS_OF() + 1
                    ) * 86400
                  )
              ) AS "t35"
            ) AS "t36"
          ) AS "t38"
          INNER JOIN (
            SELECT
              "t1"."day",
              "t1"."month",
              "t1"."bit",
              "t1"."is_workday"
            FROM "run"."calendar" AS "t1"
          ) AS "t18"
            ON "t38"."day" = "t18"."day"
          LEFT OUTER JOIN "run"."lens" AS "t8"
            ON "t38"."person_id" = "t8"."person_id" AND "t18"."month" = "t8"."month"
        ) AS "t39"
      ) AS "t40"
    ) AS "t41"
    WHERE
      (
        "t41"."tangled" & "t41"."bit"
      ) = 0
  ) AS "t42"
) AS "t43"
