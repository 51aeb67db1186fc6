SELECT
  *
FROM (
  SELECT
    "t19"."person_id",
    "t19"."deployment",
    CAST(SUM("t19"."seconds") AS BIGINT) AS "seconds"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t14"."person_id",
        "t14"."deployment",
        CASE
          WHEN "t14"."is_workday"
          THEN GREATEST(0, "t14"."seconds" - (
            PARAM('comp.workday_hours') * 3600
          ))
          ELSE "t14"."seconds"
        END AS "seconds"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t10"."person_id",
            "t10"."month",
            "t10"."bit",
            "t10"."is_workday",
            "t10"."seconds",
            "t4"."deployment",
            "t4"."spell_days"
          FROM (
            SELECT
              "t1"."person_id",
              "t1"."month",
              "t1"."bit",
              "t1"."is_workday",
              "t1"."seconds"
            FROM "run"."entangled_day" AS "t1"
          ) AS "t10"
          INNER JOIN "run"."deployment_month" AS "t4"
            ON "t10"."person_id" = "t4"."person_id" AND "t10"."month" = "t4"."month"
        ) AS "t12"
        WHERE
          (
            "t12"."bit" & "t12"."spell_days"
          ) <> 0
      ) AS "t14"
    ) AS "t16"
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
      ) AS "t8"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t15"."person_id",
          "t15"."deployment",
          CASE
            WHEN "t15"."is_workday"
            THEN GREATEST(0, "t15"."seconds" - (
              PARAM('comp.workday_hours') * 3600
            ))
            ELSE "t15"."seconds"
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
              "t9"."deployment",
              "t9"."spell_days"
            FROM (
              SELECT
                "t3"."person_id",
                "t3"."month",
                "t3"."bit",
                "t3"."is_workday",
                "t3"."length" AS "seconds"
              FROM "run"."row" AS "t3"
              WHERE
                "t3"."is_alone"
            ) AS "t11"
            INNER JOIN (
              SELECT
                "t0"."person_id",
                "t0"."deployment",
                "t0"."month",
                "t0"."spell_days"
              FROM "run"."compensated_month" AS "t0"
              WHERE
                "t0"."is_split"
            ) AS "t9"
              ON "t11"."person_id" = "t9"."person_id" AND "t11"."month" = "t9"."month"
          ) AS "t13"
          WHERE
            (
              "t13"."bit" & "t13"."spell_days"
            ) <> 0
        ) AS "t15"
      ) AS "t17"
    ) AS "t18"
  ) AS "t19"
  GROUP BY
    1,
    2
) AS "t20"
WHERE
  "t20"."seconds" > 0
