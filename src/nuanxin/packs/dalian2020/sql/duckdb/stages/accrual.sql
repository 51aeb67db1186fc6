SELECT
  *
FROM (
  SELECT
    "t24"."person_id",
    "t24"."deployment",
    SUM("t24"."seconds") AS "seconds"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t18"."person_id",
        "t18"."deployment",
        CASE
          WHEN "t18"."is_workday"
          THEN GREATEST(0, "t18"."seconds" - (
            PARAM('comp.workday_hours') * 3600
          ))
          ELSE "t18"."seconds"
        END AS "seconds"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t11"."person_id",
            "t11"."month",
            "t11"."bit",
            "t11"."is_workday",
            "t11"."seconds",
            "t5"."deployment",
            "t5"."spell_days"
          FROM (
            SELECT
              "t1"."person_id",
              "t1"."month",
              "t1"."bit",
              "t1"."is_workday",
              "t1"."seconds"
            FROM "run"."entangled_day" AS "t1"
          ) AS "t11"
          INNER JOIN "run"."deployment_month" AS "t5"
            ON "t11"."person_id" = "t5"."person_id" AND "t11"."month" = "t5"."month"
        ) AS "t15"
        WHERE
          (
            "t15"."bit" & "t15"."spell_days"
          ) <> 0
      ) AS "t18"
    ) AS "t20"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t0"."person_id",
          "t0"."deployment",
          "t0"."seconds"
        FROM "run"."compensated_month" AS "t0"
        WHERE
          NOT (
            "t0"."is_split"
          )
      ) AS "t9"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t21"."person_id",
          "t21"."deployment",
          CASE
            WHEN "t21"."is_workday"
            THEN GREATEST(0, "t21"."seconds" - (
              PARAM('comp.workday_hours') * 3600
            ))
            ELSE "t21"."seconds"
          END AS "seconds"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t17"."person_id",
              "t17"."month",
              "t17"."bit",
              "t17"."is_workday",
              "t17"."seconds",
              "t10"."deployment",
              "t10"."spell_days"
            FROM (
              SELECT
                "t14"."person_id",
                "t14"."month",
                "t14"."bit",
                "t14"."is_workday",
                "t14"."length" AS "seconds"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t12".*
                    EXCLUDE ("may_touch")
                  FROM (
                    SELECT
                      *
                    FROM "run"."lens_row" AS "t4"
                    WHERE
                      NOT (
                        "t4"."may_touch"
                      )
                  ) AS "t12"
                ) AS "t13"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t3"."attendance_id",
                    "t3"."person_id",
                    "t3"."post_id",
                    "t3"."spell_id",
                    "t3"."contact_confirmed",
                    "t3"."start",
                    "t3"."end",
                    "t3"."has_reason",
                    "t3"."day",
                    "t3"."length",
                    "t3"."month",
                    "t3"."bit",
                    "t3"."is_workday",
                    "t3"."unit_id",
                    "t3"."at_contact",
                    "t3"."at_risk"
                  FROM "run"."row" AS "t3"
                  WHERE
                    "t3"."is_alone"
                ) AS "t8"
              ) AS "t14"
            ) AS "t17"
            INNER JOIN (
              SELECT
                "t0"."person_id",
                "t0"."deployment",
                "t0"."month",
                "t0"."spell_days"
              FROM "run"."compensated_month" AS "t0"
              WHERE
                "t0"."is_split"
            ) AS "t10"
              ON "t17"."person_id" = "t10"."person_id" AND "t17"."month" = "t10"."month"
          ) AS "t19"
          WHERE
            (
              "t19"."bit" & "t19"."spell_days"
            ) <> 0
        ) AS "t21"
      ) AS "t22"
    ) AS "t23"
  ) AS "t24"
  GROUP BY
    1,
    2
) AS "t25"
WHERE
  "t25"."seconds" > 0
