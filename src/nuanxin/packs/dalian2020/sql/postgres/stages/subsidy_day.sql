SELECT
  "t25"."person_id",
  "t25"."payer",
  "t25"."tier",
  "t25"."percent",
  "t25"."is_half",
  "t25"."contact",
  "t25"."fen",
  CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t25"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "date",
  COALESCE("t29"."is_aid", FALSE) AS "is_aid"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t22"."person_id",
      "t22"."day",
      "t22"."arranged_by" AS "payer",
      CAST(CASE
        WHEN (
          "t22"."confirmed" & "t22"."at_contact" & "t22"."bit"
        ) <> 0
        THEN 1
        ELSE 2
      END AS BIGINT) AS "tier",
      CASE
        WHEN COALESCE("t22"."in_hubei", FALSE)
        THEN "t22"."hubei_percent"
        ELSE CAST(100 AS BIGINT)
      END AS "percent",
      (
        "t22"."full" & "t22"."bit"
      ) = 0 AS "is_half",
      (
        "t22"."confirmed" & "t22"."bit"
      ) <> 0 AS "contact",
      CASE
        WHEN "t22"."is_leader" AND NOT (
          (
            "t22"."confirmed" & "t22"."bit"
          ) <> 0
        )
        THEN 0
        ELSE CASE
          WHEN (
            "t22"."full" & "t22"."bit"
          ) = 0
          THEN CAST(CAST((
            (
              CASE
                WHEN (
                  "t22"."confirmed" & "t22"."at_contact" & "t22"."bit"
                ) <> 0
                THEN "t22"."tier1_fen"
                ELSE "t22"."tier2_fen"
              END * CASE
                WHEN COALESCE("t22"."in_hubei", FALSE)
                THEN "t22"."hubei_percent"
                ELSE CAST(100 AS BIGINT)
              END
            ) - (
              (
                CASE
                  WHEN (
                    "t22"."confirmed" & "t22"."at_contact" & "t22"."bit"
                  ) <> 0
                  THEN "t22"."tier1_fen"
                  ELSE "t22"."tier2_fen"
                END * CASE
                  WHEN COALESCE("t22"."in_hubei", FALSE)
                  THEN "t22"."hubei_percent"
                  ELSE CAST(100 AS BIGINT)
                END
              ) % 200
            )
          ) AS DOUBLE PRECISION) / 200 AS BIGINT)
          ELSE CAST(CAST((
            (
              CASE
                WHEN (
                  "t22"."confirmed" & "t22"."at_contact" & "t22"."bit"
                ) <> 0
                THEN "t22"."tier1_fen"
                ELSE "t22"."tier2_fen"
              END * CASE
                WHEN COALESCE("t22"."in_hubei", FALSE)
                THEN "t22"."hubei_percent"
                ELSE CAST(100 AS BIGINT)
              END
            ) - (
              (
                CASE
                  WHEN (
                    "t22"."confirmed" & "t22"."at_contact" & "t22"."bit"
                  ) <> 0
                  THEN "t22"."tier1_fen"
                  ELSE "t22"."tier2_fen"
                END * CASE
                  WHEN COALESCE("t22"."in_hubei", FALSE)
                  THEN "t22"."hubei_percent"
                  ELSE CAST(100 AS BIGINT)
                END
              ) % 100
            )
          ) AS DOUBLE PRECISION) / 100 AS BIGINT)
        END
      END AS "fen"
    FROM (
      SELECT
        "t21"."person_id",
        "t21"."spell_id",
        "t21"."post_id",
        "t21"."unit_id",
        "t21"."rows",
        "t21"."compensated_seconds",
        "t21"."days",
        "t21"."full",
        "t21"."confirmed",
        "t21"."unsettled",
        "t21"."compensated_days",
        "t21"."long_days",
        "t21"."meal_days",
        "t21"."night_days",
        "t21"."at_contact",
        "t21"."at_risk",
        "t21"."arranged_by",
        "t21"."in_hubei",
        "t21"."is_leader",
        "t21"."is_medical",
        "t21"."day",
        "t21"."bit",
        "t8"."month",
        "t8"."tier1_fen",
        "t8"."tier2_fen",
        "t8"."hubei_percent"
      FROM (
        SELECT
          "t19"."person_id",
          "t19"."spell_id",
          "t19"."post_id",
          "t19"."unit_id",
          "t19"."rows",
          "t19"."compensated_seconds",
          "t19"."days",
          "t19"."full",
          "t19"."confirmed",
          "t19"."unsettled",
          "t19"."compensated_days",
          "t19"."long_days",
          "t19"."meal_days",
          "t19"."night_days",
          "t19"."at_contact",
          "t19"."at_risk",
          "t19"."arranged_by",
          "t19"."in_hubei",
          "t19"."is_leader",
          "t19"."is_medical",
          "t19"."day",
          "t19"."bit"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t7"."person_id",
              "t7"."spell_id",
              "t7"."post_id",
              "t7"."month",
              "t7"."unit_id",
              "t7"."rows",
              "t7"."compensated_seconds",
              "t7"."days",
              "t7"."full",
              "t7"."confirmed",
              "t7"."unsettled",
              "t7"."compensated_days",
              "t7"."long_days",
              "t7"."meal_days",
              "t7"."night_days",
              "t7"."at_contact",
              "t7"."at_risk",
              "t14"."arranged_by",
              "t14"."in_hubei",
              "t15"."is_leader",
              "t15"."is_medical",
              "t16"."day",
              "t16"."bit"
            FROM "run"."tile" AS "t7"
            INNER JOIN (
              SELECT
                "t2"."spell_id",
                "t2"."arranged_by",
                "t2"."in_hubei"
              FROM "run"."spell" AS "t2"
            ) AS "t14"
              ON "t7"."spell_id" = "t14"."spell_id"
            INNER JOIN (
              SELECT
                "t4"."person_id",
                "t4"."is_leader",
                "t4"."is_medical"
              FROM "run"."person" AS "t4"
            ) AS "t15"
              ON "t7"."person_id" = "t15"."person_id"
            INNER JOIN (
              SELECT
                "t5"."month",
                "t5"."day",
                "t5"."bit"
              FROM "run"."calendar" AS "t5"
            ) AS "t16"
              ON "t7"."month" = "t16"."month"
          ) AS "t18"
          WHERE
            (
              "t18"."days" & "t18"."bit"
            ) <> 0
        ) AS "t19"
      ) AS "t21"
      INNER JOIN (
        SELECT
          "t1"."day",
          "t1"."month",
          "t1"."tier1_fen",
          "t1"."tier2_fen",
          "t1"."hubei_percent"
        FROM "run"."rate_of_day" AS "t1"
      ) AS "t8"
        ON "t21"."day" = "t8"."day"
    ) AS "t22"
    WHERE
      (
        (
          "t22"."confirmed" & "t22"."at_contact" & "t22"."bit"
        ) <> 0
      )
      OR (
        (
          (
            (
              "t22"."at_risk" | COALESCE(CASE WHEN "t22"."is_medical" THEN CAST(-1 AS BIGINT) ELSE CAST(0 AS BIGINT) END, 0)
            ) # (
              (
                "t22"."at_risk" | COALESCE(CASE WHEN "t22"."is_medical" THEN CAST(-1 AS BIGINT) ELSE CAST(0 AS BIGINT) END, 0)
              ) & (
                "t22"."confirmed" & "t22"."at_contact"
              )
            )
          ) & "t22"."bit"
        ) <> 0
      )
  ) AS "t23"
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
  ) AS "t12"
) AS "t25"
LEFT OUTER JOIN (
  SELECT
    "t27"."person_id",
    "t27"."day",
    TRUE AS "is_aid"
  FROM (
    SELECT DISTINCT
      *
    FROM (
      SELECT
        "t25"."person_id",
        "t25"."day"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t22"."person_id",
            "t22"."day",
            "t22"."arranged_by" AS "payer",
            CAST(CASE
              WHEN (
                "t22"."confirmed" & "t22"."at_contact" & "t22"."bit"
              ) <> 0
              THEN 1
              ELSE 2
            END AS BIGINT) AS "tier",
            CASE
              WHEN COALESCE("t22"."in_hubei", FALSE)
              THEN "t22"."hubei_percent"
              ELSE CAST(100 AS BIGINT)
            END AS "percent",
            (
              "t22"."full" & "t22"."bit"
            ) = 0 AS "is_half",
            (
              "t22"."confirmed" & "t22"."bit"
            ) <> 0 AS "contact",
            CASE
              WHEN "t22"."is_leader" AND NOT (
                (
                  "t22"."confirmed" & "t22"."bit"
                ) <> 0
              )
              THEN 0
              ELSE CASE
                WHEN (
                  "t22"."full" & "t22"."bit"
                ) = 0
                THEN CAST(CAST((
                  (
                    CASE
                      WHEN (
                        "t22"."confirmed" & "t22"."at_contact" & "t22"."bit"
                      ) <> 0
                      THEN "t22"."tier1_fen"
                      ELSE "t22"."tier2_fen"
                    END * CASE
                      WHEN COALESCE("t22"."in_hubei", FALSE)
                      THEN "t22"."hubei_percent"
                      ELSE CAST(100 AS BIGINT)
                    END
                  ) - (
                    (
                      CASE
                        WHEN (
                          "t22"."confirmed" & "t22"."at_contact" & "t22"."bit"
                        ) <> 0
                        THEN "t22"."tier1_fen"
                        ELSE "t22"."tier2_fen"
                      END * CASE
                        WHEN COALESCE("t22"."in_hubei", FALSE)
                        THEN "t22"."hubei_percent"
                        ELSE CAST(100 AS BIGINT)
                      END
                    ) % 200
                  )
                ) AS DOUBLE PRECISION) / 200 AS BIGINT)
                ELSE CAST(CAST((
                  (
                    CASE
                      WHEN (
                        "t22"."confirmed" & "t22"."at_contact" & "t22"."bit"
                      ) <> 0
                      THEN "t22"."tier1_fen"
                      ELSE "t22"."tier2_fen"
                    END * CASE
                      WHEN COALESCE("t22"."in_hubei", FALSE)
                      THEN "t22"."hubei_percent"
                      ELSE CAST(100 AS BIGINT)
                    END
                  ) - (
                    (
                      CASE
                        WHEN (
                          "t22"."confirmed" & "t22"."at_contact" & "t22"."bit"
                        ) <> 0
                        THEN "t22"."tier1_fen"
                        ELSE "t22"."tier2_fen"
                      END * CASE
                        WHEN COALESCE("t22"."in_hubei", FALSE)
                        THEN "t22"."hubei_percent"
                        ELSE CAST(100 AS BIGINT)
                      END
                    ) % 100
                  )
                ) AS DOUBLE PRECISION) / 100 AS BIGINT)
              END
            END AS "fen"
          FROM (
            SELECT
              "t21"."person_id",
              "t21"."spell_id",
              "t21"."post_id",
              "t21"."unit_id",
              "t21"."rows",
              "t21"."compensated_seconds",
              "t21"."days",
              "t21"."full",
              "t21"."confirmed",
              "t21"."unsettled",
              "t21"."compensated_days",
              "t21"."long_days",
              "t21"."meal_days",
              "t21"."night_days",
              "t21"."at_contact",
              "t21"."at_risk",
              "t21"."arranged_by",
              "t21"."in_hubei",
              "t21"."is_leader",
              "t21"."is_medical",
              "t21"."day",
              "t21"."bit",
              "t8"."month",
              "t8"."tier1_fen",
              "t8"."tier2_fen",
              "t8"."hubei_percent"
            FROM (
              SELECT
                "t19"."person_id",
                "t19"."spell_id",
                "t19"."post_id",
                "t19"."unit_id",
                "t19"."rows",
                "t19"."compensated_seconds",
                "t19"."days",
                "t19"."full",
                "t19"."confirmed",
                "t19"."unsettled",
                "t19"."compensated_days",
                "t19"."long_days",
                "t19"."meal_days",
                "t19"."night_days",
                "t19"."at_contact",
                "t19"."at_risk",
                "t19"."arranged_by",
                "t19"."in_hubei",
                "t19"."is_leader",
                "t19"."is_medical",
                "t19"."day",
                "t19"."bit"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t7"."person_id",
                    "t7"."spell_id",
                    "t7"."post_id",
                    "t7"."month",
                    "t7"."unit_id",
                    "t7"."rows",
                    "t7"."compensated_seconds",
                    "t7"."days",
                    "t7"."full",
                    "t7"."confirmed",
                    "t7"."unsettled",
                    "t7"."compensated_days",
                    "t7"."long_days",
                    "t7"."meal_days",
                    "t7"."night_days",
                    "t7"."at_contact",
                    "t7"."at_risk",
                    "t14"."arranged_by",
                    "t14"."in_hubei",
                    "t15"."is_leader",
                    "t15"."is_medical",
                    "t16"."day",
                    "t16"."bit"
                  FROM "run"."tile" AS "t7"
                  INNER JOIN (
                    SELECT
                      "t2"."spell_id",
                      "t2"."arranged_by",
                      "t2"."in_hubei"
                    FROM "run"."spell" AS "t2"
                  ) AS "t14"
                    ON "t7"."spell_id" = "t14"."spell_id"
                  INNER JOIN (
                    SELECT
                      "t4"."person_id",
                      "t4"."is_leader",
                      "t4"."is_medical"
                    FROM "run"."person" AS "t4"
                  ) AS "t15"
                    ON "t7"."person_id" = "t15"."person_id"
                  INNER JOIN (
                    SELECT
                      "t5"."month",
                      "t5"."day",
                      "t5"."bit"
                    FROM "run"."calendar" AS "t5"
                  ) AS "t16"
                    ON "t7"."month" = "t16"."month"
                ) AS "t18"
                WHERE
                  (
                    "t18"."days" & "t18"."bit"
                  ) <> 0
              ) AS "t19"
            ) AS "t21"
            INNER JOIN (
              SELECT
                "t1"."day",
                "t1"."month",
                "t1"."tier1_fen",
                "t1"."tier2_fen",
                "t1"."hubei_percent"
              FROM "run"."rate_of_day" AS "t1"
            ) AS "t8"
              ON "t21"."day" = "t8"."day"
          ) AS "t22"
          WHERE
            (
              (
                "t22"."confirmed" & "t22"."at_contact" & "t22"."bit"
              ) <> 0
            )
            OR (
              (
                (
                  (
                    "t22"."at_risk" | COALESCE(CASE WHEN "t22"."is_medical" THEN CAST(-1 AS BIGINT) ELSE CAST(0 AS BIGINT) END, 0)
                  ) # (
                    (
                      "t22"."at_risk" | COALESCE(CASE WHEN "t22"."is_medical" THEN CAST(-1 AS BIGINT) ELSE CAST(0 AS BIGINT) END, 0)
                    ) & (
                      "t22"."confirmed" & "t22"."at_contact"
                    )
                  )
                ) & "t22"."bit"
              ) <> 0
            )
        ) AS "t23"
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
        ) AS "t12"
      ) AS "t25"
      INNER JOIN (
        SELECT
          "t2"."start",
          "t2"."last_day",
          "t2"."person_id" AS "who"
        FROM "run"."spell" AS "t2"
        WHERE
          "t2"."mission" = 'aid'
      ) AS "t17"
        ON "t25"."person_id" = "t17"."who"
        AND "t25"."day" >= "t17"."start"
        AND "t25"."day" <= "t17"."last_day"
    ) AS "t26"
  ) AS "t27"
) AS "t29"
  ON "t25"."person_id" = "t29"."person_id" AND "t25"."day" = "t29"."day"
