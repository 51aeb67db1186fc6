SELECT
  "t6"."person_id",
  "t6"."deployment",
  "t6"."month",
  "t6"."spell_days",
  "t6"."seconds",
  (
    "t6"."days" & "t6"."spell_days"
  ) <> "t6"."days" AS "is_split"
FROM (
  SELECT
    "t5"."person_id",
    "t5"."month",
    "t5"."days",
    "t5"."seconds",
    "t2"."deployment",
    "t2"."spell_days"
  FROM (
    SELECT
      "t3"."person_id",
      "t3"."month",
      BIT_OR("t3"."compensated_days") AS "days",
      CAST(SUM("t3"."compensated_seconds") AS BIGINT) AS "seconds"
    FROM (
      SELECT
        *
      FROM "run"."tile" AS "t1"
      WHERE
        "t1"."compensated_seconds" > 0
    ) AS "t3"
    GROUP BY
      1,
      2
  ) AS "t5"
  INNER JOIN "run"."deployment_month" AS "t2"
    ON "t5"."person_id" = "t2"."person_id" AND "t5"."month" = "t2"."month"
) AS "t6"
WHERE
  (
    "t6"."days" & "t6"."spell_days"
  ) <> 0
