SELECT
  "t3"."person_id",
  "t3"."month",
  "t6"."first_day",
  XOR(
    "t3"."rest15",
    (
      "t3"."rest15" & (
        COALESCE("t7"."duty", 0) | "t3"."quarantine" | "t3"."annual" | "t3"."compensatory"
      )
    )
  ) AS "rest15",
  XOR(
    (
      "t3"."compensatory" & "t6"."workdays"
    ),
    (
      "t3"."compensatory" & "t6"."workdays" & (
        COALESCE("t7"."duty", 0) | "t3"."quarantine" | "t3"."annual"
      )
    )
  ) AS "compensatory"
FROM "run"."absence_month" AS "t3"
INNER JOIN (
  SELECT
    "t1"."month",
    "t1"."first_day",
    "t1"."workdays"
  FROM "run"."month" AS "t1"
) AS "t6"
  ON "t3"."month" = "t6"."month"
LEFT OUTER JOIN (
  SELECT
    *
  FROM "run"."month_of_person" AS "t2"
) AS "t7"
  ON "t3"."person_id" = "t7"."person_id" AND "t3"."month" = "t7"."month"
