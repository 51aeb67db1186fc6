SELECT
  "t1"."person_id",
  "t1"."spell_id",
  "t1"."month",
  BIT_OR("t1"."bit") AS "days",
  BIT_OR(
    COALESCE(
      CASE
        WHEN "t1"."length" > (
          PARAM('subsidy.day_rule.full') * 3600
        )
        THEN "t1"."bit"
        ELSE CAST(0 AS BIGINT)
      END,
      0
    )
  ) AS "full",
  BIT_OR(
    COALESCE(CASE WHEN "t1"."contact_confirmed" THEN "t1"."bit" ELSE CAST(0 AS BIGINT) END, 0)
  ) AS "confirmed",
  BIT_OR(
    COALESCE(
      CASE
        WHEN "t1"."contact_confirmed" IS NULL
        THEN "t1"."bit"
        ELSE CAST(0 AS BIGINT)
      END,
      0
    )
  ) AS "unsettled",
  BIT_OR(
    COALESCE(CASE WHEN "t1"."at_contact" THEN "t1"."bit" ELSE CAST(0 AS BIGINT) END, 0)
  ) AS "at_contact",
  BIT_OR(COALESCE(CASE WHEN "t1"."at_risk" THEN "t1"."bit" ELSE CAST(0 AS BIGINT) END, 0)) AS "at_risk",
  BIT_OR(
    COALESCE(
      CASE
        WHEN CASE
          WHEN "t1"."is_workday"
          THEN GREATEST(0, "t1"."length" - (
            PARAM('comp.workday_hours') * 3600
          ))
          ELSE "t1"."length"
        END > 0
        THEN "t1"."bit"
        ELSE CAST(0 AS BIGINT)
      END,
      0
    )
  ) AS "compensated_days",
  SUM(
    CASE
      WHEN "t1"."is_workday"
      THEN GREATEST(0, "t1"."length" - (
        PARAM('comp.workday_hours') * 3600
      ))
      ELSE "t1"."length"
    END
  ) AS "compensated_seconds",
  SUM(CAST("t1"."length" > (
    PARAM('roster.shift_max_normal') * 3600
  ) AS BIGINT)) AS "long_shifts",
  MAX("t1"."length") AS "longest_day"
FROM (
  SELECT
    *
  FROM "run"."row" AS "t0"
  WHERE
    "t0"."is_alone"
) AS "t1"
GROUP BY
  1,
  2,
  3
