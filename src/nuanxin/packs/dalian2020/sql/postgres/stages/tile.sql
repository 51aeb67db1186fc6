SELECT
  *
FROM (
  SELECT
    "t3"."person_id",
    "t3"."spell_id",
    "t3"."unit_id",
    "t3"."month",
    "t3"."days",
    "t3"."full",
    "t3"."confirmed",
    "t3"."unsettled",
    "t3"."at_contact",
    "t3"."at_risk",
    "t3"."compensated_days",
    "t3"."compensated_seconds",
    "t3"."long_days",
    "t3"."meal_days",
    "t3"."night_days",
    "t3"."longest",
    "t3"."rows"
  FROM "run"."sketch" AS "t3"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM "run"."lens" AS "t4"
      WHERE
        "t3"."person_id" = "t4"."person_id"
    )
) AS "t6"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t5"."person_id",
    "t5"."spell_id",
    "t5"."unit_id",
    "t5"."month",
    BIT_OR("t5"."bit") AS "days",
    BIT_OR(
      COALESCE(
        CASE
          WHEN "t5"."length" > (
            PARAM('subsidy.day_rule.full') * 3600
          )
          THEN "t5"."bit"
          ELSE CAST(0 AS BIGINT)
        END,
        0
      )
    ) AS "full",
    BIT_OR(
      COALESCE(CASE WHEN "t5"."contact_confirmed" THEN "t5"."bit" ELSE CAST(0 AS BIGINT) END, 0)
    ) AS "confirmed",
    BIT_OR(
      COALESCE(
        CASE
          WHEN "t5"."contact_confirmed" IS NULL
          THEN "t5"."bit"
          ELSE CAST(0 AS BIGINT)
        END,
        0
      )
    ) AS "unsettled",
    BIT_OR(
      COALESCE(CASE WHEN "t5"."at_contact" THEN "t5"."bit" ELSE CAST(0 AS BIGINT) END, 0)
    ) AS "at_contact",
    BIT_OR(COALESCE(CASE WHEN "t5"."at_risk" THEN "t5"."bit" ELSE CAST(0 AS BIGINT) END, 0)) AS "at_risk",
    BIT_OR(
      COALESCE(
        CASE
          WHEN CASE
            WHEN "t5"."is_workday"
            THEN GREATEST(0, "t5"."length" - (
              PARAM('comp.workday_hours') * 3600
            ))
            ELSE "t5"."length"
          END > 0
          THEN "t5"."bit"
          ELSE CAST(0 AS BIGINT)
        END,
        0
      )
    ) AS "compensated_days",
    CAST(SUM(
      CASE
        WHEN "t5"."is_workday"
        THEN GREATEST(0, "t5"."length" - (
          PARAM('comp.workday_hours') * 3600
        ))
        ELSE "t5"."length"
      END
    ) AS BIGINT) AS "compensated_seconds",
    BIT_OR(
      COALESCE(
        CASE
          WHEN "t5"."length" > (
            PARAM('roster.shift_max_normal') * 3600
          )
          THEN "t5"."bit"
          ELSE CAST(0 AS BIGINT)
        END,
        0
      )
    ) AS "long_days",
    BIT_OR(
      COALESCE(
        CASE
          WHEN "t5"."length" >= (
            PARAM('service.meal_shift_min') * 3600
          )
          THEN "t5"."bit"
          ELSE CAST(0 AS BIGINT)
        END,
        0
      )
    ) AS "meal_days",
    BIT_OR(
      COALESCE(
        CASE
          WHEN (
            (
              "t5"."start" - (
                "t5"."day" * 86400
              )
            ) < (
              PARAM('service.night_until') * 3600
            )
          )
          OR (
            (
              "t5"."end" - (
                "t5"."day" * 86400
              )
            ) > (
              PARAM('service.night_from') * 3600
            )
          )
          THEN "t5"."bit"
          ELSE CAST(0 AS BIGINT)
        END,
        0
      )
    ) AS "night_days",
    MAX("t5"."length") AS "longest",
    COUNT(*) AS "rows"
  FROM (
    SELECT
      *
    FROM "run"."row" AS "t1"
    WHERE
      "t1"."is_alone"
  ) AS "t5"
  GROUP BY
    1,
    2,
    3,
    4
) AS "t7"
