SELECT
  *
FROM (
  SELECT
    "t4"."person_id",
    "t4"."deployment",
    CAST(SUM(BIT_COUNT(CAST("t4"."spell_days" & "t4"."duty" AS BIT(64)))) AS BIGINT) AS "duty_days"
  FROM (
    SELECT
      "t2"."person_id",
      "t2"."deployment",
      "t2"."month",
      "t2"."spell_days",
      "t3"."duty"
    FROM "run"."deployment_month" AS "t2"
    INNER JOIN "run"."month_of_person" AS "t3"
      ON "t2"."person_id" = "t3"."person_id" AND "t2"."month" = "t3"."month"
  ) AS "t4"
  GROUP BY
    1,
    2
) AS "t5"
WHERE
  "t5"."duty_days" > 0
