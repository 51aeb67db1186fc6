SELECT
  *
FROM (
  SELECT
    "t5"."person_id",
    "t5"."spell_id",
    "t5"."post_id",
    "t5"."month",
    "t5"."days",
    "t5"."full",
    "t5"."confirmed",
    "t5"."unsettled",
    "t5"."compensated_days",
    "t5"."compensated_seconds",
    "t5"."long_days",
    "t5"."rows",
    "t5"."unit_id",
    "t5"."at_contact",
    "t5"."at_risk"
  FROM "run"."sketch" AS "t5"
  ANTI JOIN "run"."lens" AS "t6"
    ON "t5"."person_id" = "t6"."person_id" AND "t5"."month" = "t6"."month"
) AS "t12"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t17"."person_id",
    "t17"."spell_id",
    "t17"."post_id",
    "t17"."month",
    "t17"."days",
    "t17"."full",
    "t17"."confirmed",
    "t17"."unsettled",
    "t17"."compensated_days",
    "t17"."compensated_seconds",
    "t17"."long_days",
    "t17"."rows",
    "t17"."unit_id",
    COALESCE(CASE WHEN "t17"."at_contact" THEN "t17"."days" ELSE CAST(0 AS BIGINT) END, 0) AS "at_contact",
    COALESCE(CASE WHEN "t17"."at_risk" THEN "t17"."days" ELSE CAST(0 AS BIGINT) END, 0) AS "at_risk"
  FROM (
    SELECT
      "t16"."person_id",
      "t16"."spell_id",
      "t16"."post_id",
      "t16"."month",
      "t16"."days",
      "t16"."full",
      "t16"."confirmed",
      "t16"."unsettled",
      "t16"."compensated_days",
      "t16"."compensated_seconds",
      "t16"."long_days",
      "t16"."rows",
      "t10"."unit_id",
      "t10"."at_contact",
      "t10"."at_risk"
    FROM (
      SELECT
        "t14"."person_id",
        "t14"."spell_id",
        "t14"."post_id",
        "t14"."month",
        BIT_OR("t14"."bit") AS "days",
        BIT_OR(
          COALESCE(
            CASE
              WHEN "t14"."length" > (
                PARAM('subsidy.day_rule.full') * 3600
              )
              THEN "t14"."bit"
              ELSE CAST(0 AS BIGINT)
            END,
            0
          )
        ) AS "full",
        BIT_OR(
          COALESCE(CASE WHEN "t14"."contact_confirmed" THEN "t14"."bit" ELSE CAST(0 AS BIGINT) END, 0)
        ) AS "confirmed",
        BIT_OR(
          COALESCE(
            CASE
              WHEN "t14"."contact_confirmed" IS NULL
              THEN "t14"."bit"
              ELSE CAST(0 AS BIGINT)
            END,
            0
          )
        ) AS "unsettled",
        BIT_OR(
          COALESCE(
            CASE
              WHEN CASE
                WHEN "t14"."is_workday"
                THEN GREATEST(0, "t14"."length" - (
                  PARAM('comp.workday_hours') * 3600
                ))
                ELSE "t14"."length"
              END > 0
              THEN "t14"."bit"
              ELSE CAST(0 AS BIGINT)
            END,
            0
          )
        ) AS "compensated_days",
        SUM(
          CASE
            WHEN "t14"."is_workday"
            THEN GREATEST(0, "t14"."length" - (
              PARAM('comp.workday_hours') * 3600
            ))
            ELSE "t14"."length"
          END
        ) AS "compensated_seconds",
        BIT_OR(
          COALESCE(
            CASE
              WHEN "t14"."length" > (
                PARAM('roster.shift_max_normal') * 3600
              )
              THEN "t14"."bit"
              ELSE CAST(0 AS BIGINT)
            END,
            0
          )
        ) AS "long_days",
        COUNT(*) AS "rows"
      FROM (
        SELECT
          "t13".*
          EXCLUDE ("at_contact", "at_risk", "unit_id")
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t9".*
              EXCLUDE ("may_touch")
            FROM (
              SELECT
                *
              FROM "run"."lens_row" AS "t4"
              WHERE
                NOT (
                  "t4"."may_touch"
                )
            ) AS "t9"
          ) AS "t11"
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
          ) AS "t7"
        ) AS "t13"
      ) AS "t14"
      GROUP BY
        1,
        2,
        3,
        4
    ) AS "t16"
    INNER JOIN (
      SELECT
        "t2"."post_id",
        "t2"."unit_id",
        "t2"."contact" IN ('confirmed', 'suspected') AS "at_contact",
        "t2"."risk" IN ('high', 'higher') AS "at_risk"
      FROM "facts"."posts" AS "t2"
    ) AS "t10"
      ON "t16"."post_id" = "t10"."post_id"
  ) AS "t17"
) AS "t18"
