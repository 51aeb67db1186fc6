SELECT
  *
FROM (
  SELECT
    "t4"."person_id",
    "t4"."spell_id",
    "t4"."post_id",
    "t4"."month",
    "t4"."days",
    "t4"."full",
    "t4"."confirmed",
    "t4"."unsettled",
    "t4"."compensated_days",
    "t4"."compensated_seconds",
    "t4"."long_days",
    "t4"."rows",
    "t4"."unit_id",
    "t4"."at_contact",
    "t4"."at_risk"
  FROM "run"."sketch" AS "t4"
  ANTI JOIN "run"."lens" AS "t5"
    ON "t4"."person_id" = "t5"."person_id" AND "t4"."month" = "t5"."month"
) AS "t10"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t13"."person_id",
    "t13"."spell_id",
    "t13"."post_id",
    "t13"."month",
    "t13"."days",
    "t13"."full",
    "t13"."confirmed",
    "t13"."unsettled",
    "t13"."compensated_days",
    "t13"."compensated_seconds",
    "t13"."long_days",
    "t13"."rows",
    "t13"."unit_id",
    COALESCE(CASE WHEN "t13"."at_contact" THEN "t13"."days" ELSE CAST(0 AS BIGINT) END, 0) AS "at_contact",
    COALESCE(CASE WHEN "t13"."at_risk" THEN "t13"."days" ELSE CAST(0 AS BIGINT) END, 0) AS "at_risk"
  FROM (
    SELECT
      "t12"."person_id",
      "t12"."spell_id",
      "t12"."post_id",
      "t12"."month",
      "t12"."days",
      "t12"."full",
      "t12"."confirmed",
      "t12"."unsettled",
      "t12"."compensated_days",
      "t12"."compensated_seconds",
      "t12"."long_days",
      "t12"."rows",
      "t9"."unit_id",
      "t9"."at_contact",
      "t9"."at_risk"
    FROM (
      SELECT
        "t8"."person_id",
        "t8"."spell_id",
        "t8"."post_id",
        "t8"."month",
        BIT_OR("t8"."bit") AS "days",
        BIT_OR(
          COALESCE(
            CASE
              WHEN "t8"."length" > (
                PARAM('subsidy.day_rule.full') * 3600
              )
              THEN "t8"."bit"
              ELSE CAST(0 AS BIGINT)
            END,
            0
          )
        ) AS "full",
        BIT_OR(
          COALESCE(CASE WHEN "t8"."contact_confirmed" THEN "t8"."bit" ELSE CAST(0 AS BIGINT) END, 0)
        ) AS "confirmed",
        BIT_OR(
          COALESCE(
            CASE
              WHEN "t8"."contact_confirmed" IS NULL
              THEN "t8"."bit"
              ELSE CAST(0 AS BIGINT)
            END,
            0
          )
        ) AS "unsettled",
        BIT_OR(
          COALESCE(
            CASE
              WHEN CASE
                WHEN "t8"."is_workday"
                THEN GREATEST(0, "t8"."length" - (
                  PARAM('comp.workday_hours') * 3600
                ))
                ELSE "t8"."length"
              END > 0
              THEN "t8"."bit"
              ELSE CAST(0 AS BIGINT)
            END,
            0
          )
        ) AS "compensated_days",
        SUM(
          CASE
            WHEN "t8"."is_workday"
            THEN GREATEST(0, "t8"."length" - (
              PARAM('comp.workday_hours') * 3600
            ))
            ELSE "t8"."length"
          END
        ) AS "compensated_seconds",
        BIT_OR(
          COALESCE(
            CASE
              WHEN "t8"."length" > (
                PARAM('roster.shift_max_normal') * 3600
              )
              THEN "t8"."bit"
              ELSE CAST(0 AS BIGINT)
            END,
            0
          )
        ) AS "long_days",
        COUNT(*) AS "rows"
      FROM (
        SELECT
          "t6".*
          EXCLUDE ("at_contact", "at_risk", "unit_id")
        FROM (
          SELECT
            *
          FROM "run"."row" AS "t3"
          WHERE
            "t3"."is_alone"
        ) AS "t6"
      ) AS "t8"
      GROUP BY
        1,
        2,
        3,
        4
    ) AS "t12"
    INNER JOIN (
      SELECT
        "t2"."post_id",
        "t2"."unit_id",
        "t2"."contact" IN ('confirmed', 'suspected') AS "at_contact",
        "t2"."risk" IN ('high', 'higher') AS "at_risk"
      FROM "facts"."posts" AS "t2"
    ) AS "t9"
      ON "t12"."post_id" = "t9"."post_id"
  ) AS "t13"
) AS "t14"
