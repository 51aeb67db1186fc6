SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t19"."person_id",
      "t19"."spell_id",
      "t19"."post_id",
      "t19"."month",
      "t19"."unit_id",
      "t19"."rows" - COALESCE("t15"."taken_rows", 0) AS "rows",
      "t19"."compensated_seconds" - COALESCE("t15"."taken_seconds", 0) AS "compensated_seconds",
      XOR("t19"."days", (
        "t19"."days" & "t19"."tangled"
      )) AS "days",
      XOR("t19"."full", (
        "t19"."full" & "t19"."tangled"
      )) AS "full",
      XOR("t19"."confirmed", (
        "t19"."confirmed" & "t19"."tangled"
      )) AS "confirmed",
      XOR("t19"."unsettled", (
        "t19"."unsettled" & "t19"."tangled"
      )) AS "unsettled",
      XOR("t19"."compensated_days", (
        "t19"."compensated_days" & "t19"."tangled"
      )) AS "compensated_days",
      XOR("t19"."long_days", (
        "t19"."long_days" & "t19"."tangled"
      )) AS "long_days",
      XOR("t19"."meal_days", (
        "t19"."meal_days" & "t19"."tangled"
      )) AS "meal_days",
      XOR("t19"."night_days", (
        "t19"."night_days" & "t19"."tangled"
      )) AS "night_days",
      XOR("t19"."at_contact", (
        "t19"."at_contact" & "t19"."tangled"
      )) AS "at_contact",
      XOR("t19"."at_risk", (
        "t19"."at_risk" & "t19"."tangled"
      )) AS "at_risk"
    FROM (
      SELECT
        "t16".*
        EXCLUDE ("month_right", "person_id_right")
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
          "t13"."long_days",
          "t13"."meal_days",
          "t13"."night_days",
          "t13"."compensated_seconds",
          "t13"."rows",
          "t13"."odd_days",
          "t13"."longest",
          "t13"."night",
          "t13"."morning",
          "t13"."longest_tail",
          "t13"."unit_id",
          "t13"."at_contact",
          "t13"."at_risk",
          "t13"."named",
          "t13"."person_id_right",
          "t13"."month_right",
          COALESCE("t13"."tangled", 0) AS "tangled"
        FROM (
          SELECT
            "t10"."person_id",
            "t10"."spell_id",
            "t10"."post_id",
            "t10"."month",
            "t10"."days",
            "t10"."full",
            "t10"."confirmed",
            "t10"."unsettled",
            "t10"."compensated_days",
            "t10"."long_days",
            "t10"."meal_days",
            "t10"."night_days",
            "t10"."compensated_seconds",
            "t10"."rows",
            "t10"."odd_days",
            "t10"."longest",
            "t10"."night",
            "t10"."morning",
            "t10"."longest_tail",
            "t10"."unit_id",
            "t10"."at_contact",
            "t10"."at_risk",
            "t10"."named",
            "t4"."person_id" AS "person_id_right",
            "t4"."month" AS "month_right",
            "t4"."tangled"
          FROM (
            SELECT
              "t2"."person_id",
              "t2"."spell_id",
              "t2"."post_id",
              "t2"."month",
              "t2"."days",
              "t2"."full",
              "t2"."confirmed",
              "t2"."unsettled",
              "t2"."compensated_days",
              "t2"."long_days",
              "t2"."meal_days",
              "t2"."night_days",
              "t2"."compensated_seconds",
              "t2"."rows",
              "t2"."odd_days",
              "t2"."longest",
              "t2"."night",
              "t2"."morning",
              "t2"."longest_tail",
              "t2"."unit_id",
              "t2"."at_contact",
              "t2"."at_risk",
              COALESCE("t2"."spell_id", '') AS "named"
            FROM "run"."sketch" AS "t2"
          ) AS "t10"
          LEFT OUTER JOIN "run"."lens" AS "t4"
            ON "t10"."person_id" = "t4"."person_id" AND "t10"."month" = "t4"."month"
        ) AS "t13"
      ) AS "t16"
    ) AS "t19"
    LEFT OUTER JOIN (
      SELECT
        "t12"."person_id",
        "t12"."named",
        "t12"."post_id",
        "t12"."month",
        COUNT(*) AS "taken_rows",
        SUM("t12"."seconds") AS "taken_seconds"
      FROM (
        SELECT
          "t1"."attendance_id",
          "t1"."person_id",
          "t1"."post_id",
          "t1"."spell_id",
          "t1"."contact_confirmed",
          "t1"."start",
          "t1"."end",
          "t1"."has_reason",
          "t1"."day",
          "t1"."length",
          "t1"."month",
          "t1"."bit",
          "t1"."is_workday",
          "t1"."unit_id",
          "t1"."at_contact",
          "t1"."at_risk",
          "t1"."written_spell",
          "t1"."is_alone",
          COALESCE("t1"."written_spell", '') AS "named",
          CASE
            WHEN "t1"."is_workday"
            THEN GREATEST(0, "t1"."length" - (
              PARAM('comp.workday_hours') * 3600
            ))
            ELSE "t1"."length"
          END AS "seconds"
        FROM "run"."row" AS "t1"
      ) AS "t12"
      GROUP BY
        1,
        2,
        3,
        4
    ) AS "t15"
      ON "t19"."person_id" = "t15"."person_id"
      AND "t19"."named" = "t15"."named"
      AND "t19"."post_id" = "t15"."post_id"
      AND "t19"."month" = "t15"."month"
  ) AS "t21"
  WHERE
    "t21"."days" <> 0
) AS "t23"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t22"."person_id",
    "t22"."spell_id",
    "t22"."post_id",
    "t22"."month",
    "t22"."unit_id",
    "t22"."rows",
    "t22"."compensated_seconds",
    "t22"."days",
    "t22"."full",
    "t22"."confirmed",
    "t22"."unsettled",
    "t22"."compensated_days",
    "t22"."long_days",
    "t22"."meal_days",
    "t22"."night_days",
    CASE WHEN "t22"."at_contact" THEN "t22"."days" ELSE CAST(0 AS BIGINT) END AS "at_contact",
    CASE WHEN "t22"."at_risk" THEN "t22"."days" ELSE CAST(0 AS BIGINT) END AS "at_risk"
  FROM (
    SELECT
      "t20"."person_id",
      "t20"."spell_id",
      "t20"."post_id",
      "t20"."month",
      "t20"."days",
      "t20"."full",
      "t20"."confirmed",
      "t20"."unsettled",
      "t20"."compensated_days",
      "t20"."long_days",
      "t20"."meal_days",
      "t20"."night_days",
      "t20"."compensated_seconds",
      "t20"."rows",
      "t9"."unit_id",
      "t9"."at_contact",
      "t9"."at_risk"
    FROM (
      SELECT
        "t11"."person_id",
        "t11"."spell_id",
        "t11"."post_id",
        "t11"."month",
        BIT_OR("t11"."bit") AS "days",
        BIT_OR(
          CASE
            WHEN "t11"."length" > (
              PARAM('subsidy.day_rule.full') * 3600
            )
            THEN "t11"."bit"
            ELSE CAST(0 AS BIGINT)
          END
        ) AS "full",
        BIT_OR(CASE WHEN "t11"."contact_confirmed" THEN "t11"."bit" ELSE CAST(0 AS BIGINT) END) AS "confirmed",
        BIT_OR(
          CASE
            WHEN "t11"."contact_confirmed" IS NULL
            THEN "t11"."bit"
            ELSE CAST(0 AS BIGINT)
          END
        ) AS "unsettled",
        BIT_OR(
          CASE
            WHEN CASE
              WHEN "t11"."is_workday"
              THEN GREATEST(0, "t11"."length" - (
                PARAM('comp.workday_hours') * 3600
              ))
              ELSE "t11"."length"
            END > 0
            THEN "t11"."bit"
            ELSE CAST(0 AS BIGINT)
          END
        ) AS "compensated_days",
        BIT_OR(
          CASE
            WHEN "t11"."length" > (
              PARAM('roster.shift_max_normal') * 3600
            )
            THEN "t11"."bit"
            ELSE CAST(0 AS BIGINT)
          END
        ) AS "long_days",
        BIT_OR(
          CASE
            WHEN "t11"."length" >= (
              PARAM('service.meal_shift_min') * 3600
            )
            THEN "t11"."bit"
            ELSE CAST(0 AS BIGINT)
          END
        ) AS "meal_days",
        BIT_OR(
          CASE
            WHEN (
              (
                "t11"."start" - (
                  "t11"."day" * 86400
                )
              ) < (
                PARAM('service.night_until') * 3600
              )
            )
            OR (
              (
                "t11"."end" - (
                  "t11"."day" * 86400
                )
              ) > (
                PARAM('service.night_from') * 3600
              )
            )
            THEN "t11"."bit"
            ELSE CAST(0 AS BIGINT)
          END
        ) AS "night_days",
        SUM(
          CASE
            WHEN "t11"."is_workday"
            THEN GREATEST(0, "t11"."length" - (
              PARAM('comp.workday_hours') * 3600
            ))
            ELSE "t11"."length"
          END
        ) AS "compensated_seconds",
        COUNT(*) AS "rows"
      FROM (
        SELECT
          "t7"."attendance_id",
          "t7"."person_id",
          "t7"."post_id",
          "t7"."written_spell" AS "spell_id",
          "t7"."contact_confirmed",
          "t7"."start",
          "t7"."end",
          "t7"."has_reason",
          "t7"."day",
          "t7"."length",
          "t7"."month",
          "t7"."bit",
          "t7"."is_workday",
          "t7"."written_spell",
          "t7"."is_alone"
        FROM (
          SELECT
            "t5".*
            EXCLUDE ("at_contact", "at_risk", "unit_id")
          FROM (
            SELECT
              *
            FROM "run"."row" AS "t1"
            WHERE
              "t1"."is_alone"
          ) AS "t5"
        ) AS "t7"
      ) AS "t11"
      GROUP BY
        1,
        2,
        3,
        4
    ) AS "t20"
    INNER JOIN (
      SELECT
        "t0"."post_id",
        "t0"."unit_id",
        "t0"."contact" IN ('confirmed', 'suspected') AS "at_contact",
        "t0"."risk" IN ('high', 'higher') AS "at_risk"
      FROM "facts"."posts" AS "t0"
    ) AS "t9"
      ON "t20"."post_id" = "t9"."post_id"
  ) AS "t22"
) AS "t24"
