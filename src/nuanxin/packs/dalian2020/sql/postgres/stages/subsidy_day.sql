SELECT
  "t22"."person_id",
  "t22"."payer",
  "t22"."tier",
  "t22"."percent",
  "t22"."is_half",
  "t22"."contact",
  "t22"."fen",
  CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t22"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "date",
  COALESCE("t26"."is_aid", FALSE) AS "is_aid"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t19"."person_id",
      "t19"."day",
      "t19"."arranged_by" AS "payer",
      CAST(CASE
        WHEN (
          "t19"."confirmed" & "t19"."at_contact" & "t19"."bit"
        ) <> 0
        THEN 1
        ELSE 2
      END AS BIGINT) AS "tier",
      CASE
        WHEN COALESCE("t19"."in_hubei", FALSE)
        THEN "t19"."hubei_percent"
        ELSE CAST(100 AS BIGINT)
      END AS "percent",
      (
        "t19"."full" & "t19"."bit"
      ) = 0 AS "is_half",
      (
        "t19"."confirmed" & "t19"."bit"
      ) <> 0 AS "contact",
      CASE
        WHEN "t19"."is_leader" AND NOT (
          (
            "t19"."confirmed" & "t19"."bit"
          ) <> 0
        )
        THEN 0
        ELSE CASE
          WHEN (
            "t19"."full" & "t19"."bit"
          ) = 0
          THEN CAST(FLOOR(
            CAST((
              CASE
                WHEN (
                  "t19"."confirmed" & "t19"."at_contact" & "t19"."bit"
                ) <> 0
                THEN "t19"."tier1_fen"
                ELSE "t19"."tier2_fen"
              END * CASE
                WHEN COALESCE("t19"."in_hubei", FALSE)
                THEN "t19"."hubei_percent"
                ELSE CAST(100 AS BIGINT)
              END
            ) AS DOUBLE PRECISION) / (
              200
            )
          ) AS BIGINT)
          ELSE CAST(FLOOR(
            CAST((
              CASE
                WHEN (
                  "t19"."confirmed" & "t19"."at_contact" & "t19"."bit"
                ) <> 0
                THEN "t19"."tier1_fen"
                ELSE "t19"."tier2_fen"
              END * CASE
                WHEN COALESCE("t19"."in_hubei", FALSE)
                THEN "t19"."hubei_percent"
                ELSE CAST(100 AS BIGINT)
              END
            ) AS DOUBLE PRECISION) / (
              100
            )
          ) AS BIGINT)
        END
      END AS "fen"
    FROM (
      SELECT
        "t18"."person_id",
        "t18"."spell_id",
        "t18"."post_id",
        "t18"."unit_id",
        "t18"."rows",
        "t18"."compensated_seconds",
        "t18"."days",
        "t18"."full",
        "t18"."confirmed",
        "t18"."unsettled",
        "t18"."compensated_days",
        "t18"."long_days",
        "t18"."meal_days",
        "t18"."night_days",
        "t18"."at_contact",
        "t18"."at_risk",
        "t18"."arranged_by",
        "t18"."in_hubei",
        "t18"."is_leader",
        "t18"."is_medical",
        "t18"."day",
        "t18"."bit",
        "t7"."month",
        "t7"."tier1_fen",
        "t7"."tier2_fen",
        "t7"."hubei_percent"
      FROM (
        SELECT
          "t16"."person_id",
          "t16"."spell_id",
          "t16"."post_id",
          "t16"."unit_id",
          "t16"."rows",
          "t16"."compensated_seconds",
          "t16"."days",
          "t16"."full",
          "t16"."confirmed",
          "t16"."unsettled",
          "t16"."compensated_days",
          "t16"."long_days",
          "t16"."meal_days",
          "t16"."night_days",
          "t16"."at_contact",
          "t16"."at_risk",
          "t16"."arranged_by",
          "t16"."in_hubei",
          "t16"."is_leader",
          "t16"."is_medical",
          "t16"."day",
          "t16"."bit"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t6"."person_id",
              "t6"."spell_id",
              "t6"."post_id",
              "t6"."month",
              "t6"."unit_id",
              "t6"."rows",
              "t6"."compensated_seconds",
              "t6"."days",
              "t6"."full",
              "t6"."confirmed",
              "t6"."unsettled",
              "t6"."compensated_days",
              "t6"."long_days",
              "t6"."meal_days",
              "t6"."night_days",
              "t6"."at_contact",
              "t6"."at_risk",
              "t12"."arranged_by",
              "t12"."in_hubei",
              "t12"."is_leader",
              "t12"."is_medical",
              "t13"."day",
              "t13"."bit"
            FROM "run"."tile" AS "t6"
            INNER JOIN (
              SELECT
                "t2"."spell_id",
                "t2"."arranged_by",
                "t2"."in_hubei",
                "t2"."is_leader",
                "t2"."is_medical"
              FROM "run"."spell" AS "t2"
            ) AS "t12"
              ON "t6"."spell_id" = "t12"."spell_id"
            INNER JOIN (
              SELECT
                "t4"."month",
                "t4"."day",
                "t4"."bit"
              FROM "run"."calendar" AS "t4"
            ) AS "t13"
              ON "t6"."month" = "t13"."month"
          ) AS "t15"
          WHERE
            (
              "t15"."days" & "t15"."bit"
            ) <> 0
        ) AS "t16"
      ) AS "t18"
      INNER JOIN (
        SELECT
          "t1"."day",
          "t1"."month",
          "t1"."tier1_fen",
          "t1"."tier2_fen",
          "t1"."hubei_percent"
        FROM "run"."rate_of_day" AS "t1"
      ) AS "t7"
        ON "t18"."day" = "t7"."day"
    ) AS "t19"
    WHERE
      (
        (
          "t19"."confirmed" & "t19"."at_contact" & "t19"."bit"
        ) <> 0
      )
      OR (
        (
          (
            (
              "t19"."at_risk" | CASE WHEN "t19"."is_medical" THEN CAST(-1 AS BIGINT) ELSE CAST(0 AS BIGINT) END
            ) # (
              (
                "t19"."at_risk" | CASE WHEN "t19"."is_medical" THEN CAST(-1 AS BIGINT) ELSE CAST(0 AS BIGINT) END
              ) & (
                "t19"."confirmed" & "t19"."at_contact"
              )
            )
          ) & "t19"."bit"
        ) <> 0
      )
  ) AS "t20"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t0"."person_id",
      "t0"."day",
      "t0"."sure_payer" AS "payer",
      CAST("t0"."sure_tier" AS BIGINT) AS "tier",
      "t0"."sure_percent" AS "percent",
      "t0"."is_half",
      "t0"."sure_contact" AS "contact",
      "t0"."sure_fen" AS "fen"
    FROM "run"."paid_day" AS "t0"
    WHERE
      "t0"."sure_tier" IS NOT NULL
  ) AS "t10"
) AS "t22"
LEFT OUTER JOIN (
  SELECT
    "t24"."person_id",
    "t24"."day",
    TRUE AS "is_aid"
  FROM (
    SELECT DISTINCT
      *
    FROM (
      SELECT
        "t22"."person_id",
        "t22"."day"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t19"."person_id",
            "t19"."day",
            "t19"."arranged_by" AS "payer",
            CAST(CASE
              WHEN (
                "t19"."confirmed" & "t19"."at_contact" & "t19"."bit"
              ) <> 0
              THEN 1
              ELSE 2
            END AS BIGINT) AS "tier",
            CASE
              WHEN COALESCE("t19"."in_hubei", FALSE)
              THEN "t19"."hubei_percent"
              ELSE CAST(100 AS BIGINT)
            END AS "percent",
            (
              "t19"."full" & "t19"."bit"
            ) = 0 AS "is_half",
            (
              "t19"."confirmed" & "t19"."bit"
            ) <> 0 AS "contact",
            CASE
              WHEN "t19"."is_leader" AND NOT (
                (
                  "t19"."confirmed" & "t19"."bit"
                ) <> 0
              )
              THEN 0
              ELSE CASE
                WHEN (
                  "t19"."full" & "t19"."bit"
                ) = 0
                THEN CAST(FLOOR(
                  CAST((
                    CASE
                      WHEN (
                        "t19"."confirmed" & "t19"."at_contact" & "t19"."bit"
                      ) <> 0
                      THEN "t19"."tier1_fen"
                      ELSE "t19"."tier2_fen"
                    END * CASE
                      WHEN COALESCE("t19"."in_hubei", FALSE)
                      THEN "t19"."hubei_percent"
                      ELSE CAST(100 AS BIGINT)
                    END
                  ) AS DOUBLE PRECISION) / (
                    200
                  )
                ) AS BIGINT)
                ELSE CAST(FLOOR(
                  CAST((
                    CASE
                      WHEN (
                        "t19"."confirmed" & "t19"."at_contact" & "t19"."bit"
                      ) <> 0
                      THEN "t19"."tier1_fen"
                      ELSE "t19"."tier2_fen"
                    END * CASE
                      WHEN COALESCE("t19"."in_hubei", FALSE)
                      THEN "t19"."hubei_percent"
                      ELSE CAST(100 AS BIGINT)
                    END
                  ) AS DOUBLE PRECISION) / (
                    100
                  )
                ) AS BIGINT)
              END
            END AS "fen"
          FROM (
            SELECT
              "t18"."person_id",
              "t18"."spell_id",
              "t18"."post_id",
              "t18"."unit_id",
              "t18"."rows",
              "t18"."compensated_seconds",
              "t18"."days",
              "t18"."full",
              "t18"."confirmed",
              "t18"."unsettled",
              "t18"."compensated_days",
              "t18"."long_days",
              "t18"."meal_days",
              "t18"."night_days",
              "t18"."at_contact",
              "t18"."at_risk",
              "t18"."arranged_by",
              "t18"."in_hubei",
              "t18"."is_leader",
              "t18"."is_medical",
              "t18"."day",
              "t18"."bit",
              "t7"."month",
              "t7"."tier1_fen",
              "t7"."tier2_fen",
              "t7"."hubei_percent"
            FROM (
              SELECT
                "t16"."person_id",
                "t16"."spell_id",
                "t16"."post_id",
                "t16"."unit_id",
                "t16"."rows",
                "t16"."compensated_seconds",
                "t16"."days",
                "t16"."full",
                "t16"."confirmed",
                "t16"."unsettled",
                "t16"."compensated_days",
                "t16"."long_days",
                "t16"."meal_days",
                "t16"."night_days",
                "t16"."at_contact",
                "t16"."at_risk",
                "t16"."arranged_by",
                "t16"."in_hubei",
                "t16"."is_leader",
                "t16"."is_medical",
                "t16"."day",
                "t16"."bit"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t6"."person_id",
                    "t6"."spell_id",
                    "t6"."post_id",
                    "t6"."month",
                    "t6"."unit_id",
                    "t6"."rows",
                    "t6"."compensated_seconds",
                    "t6"."days",
                    "t6"."full",
                    "t6"."confirmed",
                    "t6"."unsettled",
                    "t6"."compensated_days",
                    "t6"."long_days",
                    "t6"."meal_days",
                    "t6"."night_days",
                    "t6"."at_contact",
                    "t6"."at_risk",
                    "t12"."arranged_by",
                    "t12"."in_hubei",
                    "t12"."is_leader",
                    "t12"."is_medical",
                    "t13"."day",
                    "t13"."bit"
                  FROM "run"."tile" AS "t6"
                  INNER JOIN (
                    SELECT
                      "t2"."spell_id",
                      "t2"."arranged_by",
                      "t2"."in_hubei",
                      "t2"."is_leader",
                      "t2"."is_medical"
                    FROM "run"."spell" AS "t2"
                  ) AS "t12"
                    ON "t6"."spell_id" = "t12"."spell_id"
                  INNER JOIN (
                    SELECT
                      "t4"."month",
                      "t4"."day",
                      "t4"."bit"
                    FROM "run"."calendar" AS "t4"
                  ) AS "t13"
                    ON "t6"."month" = "t13"."month"
                ) AS "t15"
                WHERE
                  (
                    "t15"."days" & "t15"."bit"
                  ) <> 0
              ) AS "t16"
            ) AS "t18"
            INNER JOIN (
              SELECT
                "t1"."day",
                "t1"."month",
                "t1"."tier1_fen",
                "t1"."tier2_fen",
                "t1"."hubei_percent"
              FROM "run"."rate_of_day" AS "t1"
            ) AS "t7"
              ON "t18"."day" = "t7"."day"
          ) AS "t19"
          WHERE
            (
              (
                "t19"."confirmed" & "t19"."at_contact" & "t19"."bit"
              ) <> 0
            )
            OR (
              (
                (
                  (
                    "t19"."at_risk" | CASE WHEN "t19"."is_medical" THEN CAST(-1 AS BIGINT) ELSE CAST(0 AS BIGINT) END
                  ) # (
                    (
                      "t19"."at_risk" | CASE WHEN "t19"."is_medical" THEN CAST(-1 AS BIGINT) ELSE CAST(0 AS BIGINT) END
                    ) & (
                      "t19"."confirmed" & "t19"."at_contact"
                    )
                  )
                ) & "t19"."bit"
              ) <> 0
            )
        ) AS "t20"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t0"."person_id",
            "t0"."day",
            "t0"."sure_payer" AS "payer",
            CAST("t0"."sure_tier" AS BIGINT) AS "tier",
            "t0"."sure_percent" AS "percent",
            "t0"."is_half",
            "t0"."sure_contact" AS "contact",
            "t0"."sure_fen" AS "fen"
          FROM "run"."paid_day" AS "t0"
          WHERE
            "t0"."sure_tier" IS NOT NULL
        ) AS "t10"
      ) AS "t22"
      INNER JOIN (
        SELECT
          "t2"."start",
          "t2"."last_day",
          "t2"."person_id" AS "who"
        FROM "run"."spell" AS "t2"
        WHERE
          "t2"."mission" = 'aid'
      ) AS "t14"
        ON "t22"."person_id" = "t14"."who"
        AND "t22"."day" >= "t14"."start"
        AND "t22"."day" <= "t14"."last_day"
    ) AS "t23"
  ) AS "t24"
) AS "t26"
  ON "t22"."person_id" = "t26"."person_id" AND "t22"."day" = "t26"."day"
