WITH "t5" AS (
  SELECT
    "t2"."person_id",
    "t2"."attendance_id",
    "t2"."start",
    "t2"."end",
    "t2"."day",
    "t2"."month",
    "t2"."contact_confirmed",
    "t2"."at_contact",
    "t2"."at_risk",
    "t2"."is_alone",
    "t2"."in_hubei",
    "t2"."arranged_by",
    "t2"."has_spell",
    "t2"."is_leader",
    "t2"."is_medical",
    "t4"."tier1_fen",
    "t4"."tier2_fen",
    "t4"."hubei_percent"
  FROM "run"."paid_piece" AS "t2"
  INNER JOIN (
    SELECT
      "t1"."day",
      "t1"."tier1_fen",
      "t1"."tier2_fen",
      "t1"."hubei_percent"
    FROM "run"."rate_of_day" AS "t1"
  ) AS "t4"
    ON "t2"."day" = "t4"."day"
)
SELECT
  "t14"."person_id",
  "t14"."day",
  "t14"."month",
  "t14"."sure_payer",
  "t14"."high_payer",
  "t14"."sure_fen",
  "t14"."by_place_fen",
  "t14"."by_contact_fen",
  "t14"."high_fen",
  "t14"."sure_tier",
  "t14"."sure_percent",
  "t14"."sure_contact",
  "t14"."sure_seconds" <= (
    PARAM('subsidy.day_rule.full') * 3600
  ) AS "is_half"
FROM (
  SELECT
    "t13"."person_id",
    "t13"."day",
    "t13"."month",
    "t13"."is_leader",
    "t13"."tier1_fen",
    "t13"."tier2_fen",
    "t13"."sure_seconds",
    "t13"."sure_tier",
    "t13"."sure_percent",
    "t13"."sure_payer",
    "t13"."sure_contact",
    "t13"."by_place_seconds",
    "t13"."by_place_tier",
    "t13"."by_place_percent",
    "t13"."by_place_payer",
    "t13"."by_place_contact",
    "t13"."by_contact_seconds",
    "t13"."by_contact_tier",
    "t13"."by_contact_percent",
    "t13"."by_contact_payer",
    "t13"."by_contact_contact",
    "t13"."high_seconds",
    "t13"."high_tier",
    "t13"."high_percent",
    "t13"."high_payer",
    "t13"."high_contact",
    COALESCE(
      CASE
        WHEN (
          "t13"."sure_seconds" > 0
        )
        AND (
          NOT (
            "t13"."is_leader"
          ) OR "t13"."sure_contact"
        )
        THEN CASE
          WHEN "t13"."sure_seconds" > (
            PARAM('subsidy.day_rule.full') * 3600
          )
          THEN CAST((
            (
              CASE WHEN "t13"."sure_tier" = 1 THEN "t13"."tier1_fen" ELSE "t13"."tier2_fen" END * "t13"."sure_percent"
            ) - (
              (
                CASE WHEN "t13"."sure_tier" = 1 THEN "t13"."tier1_fen" ELSE "t13"."tier2_fen" END * "t13"."sure_percent"
              ) % 100
            )
          ) / 100 AS BIGINT)
          ELSE CAST((
            (
              CASE WHEN "t13"."sure_tier" = 1 THEN "t13"."tier1_fen" ELSE "t13"."tier2_fen" END * "t13"."sure_percent"
            ) - (
              (
                CASE WHEN "t13"."sure_tier" = 1 THEN "t13"."tier1_fen" ELSE "t13"."tier2_fen" END * "t13"."sure_percent"
              ) % 200
            )
          ) / 200 AS BIGINT)
        END
        ELSE 0
      END,
      0
    ) AS "sure_fen",
    COALESCE(
      CASE
        WHEN (
          "t13"."by_place_seconds" > 0
        )
        AND (
          NOT (
            "t13"."is_leader"
          ) OR "t13"."by_place_contact"
        )
        THEN CASE
          WHEN "t13"."by_place_seconds" > (
            PARAM('subsidy.day_rule.full') * 3600
          )
          THEN CAST((
            (
              CASE
                WHEN "t13"."by_place_tier" = 1
                THEN "t13"."tier1_fen"
                ELSE "t13"."tier2_fen"
              END * "t13"."by_place_percent"
            ) - (
              (
                CASE
                  WHEN "t13"."by_place_tier" = 1
                  THEN "t13"."tier1_fen"
                  ELSE "t13"."tier2_fen"
                END * "t13"."by_place_percent"
              ) % 100
            )
          ) / 100 AS BIGINT)
          ELSE CAST((
            (
              CASE
                WHEN "t13"."by_place_tier" = 1
                THEN "t13"."tier1_fen"
                ELSE "t13"."tier2_fen"
              END * "t13"."by_place_percent"
            ) - (
              (
                CASE
                  WHEN "t13"."by_place_tier" = 1
                  THEN "t13"."tier1_fen"
                  ELSE "t13"."tier2_fen"
                END * "t13"."by_place_percent"
              ) % 200
            )
          ) / 200 AS BIGINT)
        END
        ELSE 0
      END,
      0
    ) AS "by_place_fen",
    COALESCE(
      CASE
        WHEN (
          "t13"."by_contact_seconds" > 0
        )
        AND (
          NOT (
            "t13"."is_leader"
          ) OR "t13"."by_contact_contact"
        )
        THEN CASE
          WHEN "t13"."by_contact_seconds" > (
            PARAM('subsidy.day_rule.full') * 3600
          )
          THEN CAST((
            (
              CASE
                WHEN "t13"."by_contact_tier" = 1
                THEN "t13"."tier1_fen"
                ELSE "t13"."tier2_fen"
              END * "t13"."by_contact_percent"
            ) - (
              (
                CASE
                  WHEN "t13"."by_contact_tier" = 1
                  THEN "t13"."tier1_fen"
                  ELSE "t13"."tier2_fen"
                END * "t13"."by_contact_percent"
              ) % 100
            )
          ) / 100 AS BIGINT)
          ELSE CAST((
            (
              CASE
                WHEN "t13"."by_contact_tier" = 1
                THEN "t13"."tier1_fen"
                ELSE "t13"."tier2_fen"
              END * "t13"."by_contact_percent"
            ) - (
              (
                CASE
                  WHEN "t13"."by_contact_tier" = 1
                  THEN "t13"."tier1_fen"
                  ELSE "t13"."tier2_fen"
                END * "t13"."by_contact_percent"
              ) % 200
            )
          ) / 200 AS BIGINT)
        END
        ELSE 0
      END,
      0
    ) AS "by_contact_fen",
    COALESCE(
      CASE
        WHEN (
          "t13"."high_seconds" > 0
        )
        AND (
          NOT (
            "t13"."is_leader"
          ) OR "t13"."high_contact"
        )
        THEN CASE
          WHEN "t13"."high_seconds" > (
            PARAM('subsidy.day_rule.full') * 3600
          )
          THEN CAST((
            (
              CASE WHEN "t13"."high_tier" = 1 THEN "t13"."tier1_fen" ELSE "t13"."tier2_fen" END * "t13"."high_percent"
            ) - (
              (
                CASE WHEN "t13"."high_tier" = 1 THEN "t13"."tier1_fen" ELSE "t13"."tier2_fen" END * "t13"."high_percent"
              ) % 100
            )
          ) / 100 AS BIGINT)
          ELSE CAST((
            (
              CASE WHEN "t13"."high_tier" = 1 THEN "t13"."tier1_fen" ELSE "t13"."tier2_fen" END * "t13"."high_percent"
            ) - (
              (
                CASE WHEN "t13"."high_tier" = 1 THEN "t13"."tier1_fen" ELSE "t13"."tier2_fen" END * "t13"."high_percent"
              ) % 200
            )
          ) / 200 AS BIGINT)
        END
        ELSE 0
      END,
      0
    ) AS "high_fen"
  FROM (
    SELECT
      "t12"."person_id",
      "t12"."day",
      "t12"."month",
      "t12"."is_leader",
      "t12"."tier1_fen",
      "t12"."tier2_fen",
      SUM("t12"."credit") AS "sure_seconds",
      MAX("t12"."tier") FILTER(WHERE
        "t12"."sure_pays") AS "sure_tier",
      MAX("t12"."percent") FILTER(WHERE
        "t12"."sure_pays") AS "sure_percent",
      MIN("t12"."arranged_by") FILTER(WHERE
        "t12"."sure_pays") AS "sure_payer",
      BOOL_OR(CAST("t12"."confirmed" AS BOOLEAN)) AS "sure_contact",
      SUM("t12"."credit") AS "by_place_seconds",
      MAX("t12"."tier") FILTER(WHERE
        "t12"."by_place_pays") AS "by_place_tier",
      MAX("t12"."high_percent") FILTER(WHERE
        "t12"."by_place_pays") AS "by_place_percent",
      MIN("t12"."arranged_by") FILTER(WHERE
        "t12"."by_place_pays") AS "by_place_payer",
      BOOL_OR(CAST("t12"."confirmed" AS BOOLEAN)) AS "by_place_contact",
      SUM("t12"."high_credit") AS "by_contact_seconds",
      MAX("t12"."high_tier") FILTER(WHERE
        "t12"."by_contact_pays") AS "by_contact_tier",
      MAX("t12"."percent") FILTER(WHERE
        "t12"."by_contact_pays") AS "by_contact_percent",
      MIN("t12"."arranged_by") FILTER(WHERE
        "t12"."by_contact_pays") AS "by_contact_payer",
      BOOL_OR(CAST("t12"."turned" AS BOOLEAN)) AS "by_contact_contact",
      SUM("t12"."high_credit") AS "high_seconds",
      MAX("t12"."high_tier") FILTER(WHERE
        "t12"."high_pays") AS "high_tier",
      MAX("t12"."high_percent") FILTER(WHERE
        "t12"."high_pays") AS "high_percent",
      MIN("t12"."arranged_by") FILTER(WHERE
        "t12"."high_pays") AS "high_payer",
      BOOL_OR(CAST("t12"."turned" AS BOOLEAN)) AS "high_contact"
    FROM (
      SELECT
        "t11"."person_id",
        "t11"."attendance_id",
        "t11"."start",
        "t11"."end",
        "t11"."day",
        "t11"."month",
        "t11"."contact_confirmed",
        "t11"."at_contact",
        "t11"."at_risk",
        "t11"."is_alone",
        "t11"."in_hubei",
        "t11"."arranged_by",
        "t11"."has_spell",
        "t11"."is_leader",
        "t11"."is_medical",
        "t11"."tier1_fen",
        "t11"."tier2_fen",
        "t11"."hubei_percent",
        "t11"."confirmed",
        "t11"."turned",
        "t11"."counts",
        "t11"."high_counts",
        "t11"."tier",
        "t11"."high_tier",
        "t11"."percent",
        "t11"."high_percent",
        "t11"."credit",
        "t11"."high_credit",
        CASE
          WHEN "t11"."counts"
          THEN (
            (
              2 - "t11"."tier"
            ) * 2000000
          ) + (
            "t11"."percent" * 2
          ) + CAST("t11"."has_spell" AS BIGINT)
          ELSE NULL
        END = MAX(
          CASE
            WHEN "t11"."counts"
            THEN (
              (
                2 - "t11"."tier"
              ) * 2000000
            ) + (
              "t11"."percent" * 2
            ) + CAST("t11"."has_spell" AS BIGINT)
            ELSE NULL
          END
        ) OVER (
          PARTITION BY "t11"."person_id", "t11"."day"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "sure_pays",
        CASE
          WHEN "t11"."counts"
          THEN (
            (
              2 - "t11"."tier"
            ) * 2000000
          ) + (
            "t11"."high_percent" * 2
          ) + CAST("t11"."has_spell" AS BIGINT)
          ELSE NULL
        END = MAX(
          CASE
            WHEN "t11"."counts"
            THEN (
              (
                2 - "t11"."tier"
              ) * 2000000
            ) + (
              "t11"."high_percent" * 2
            ) + CAST("t11"."has_spell" AS BIGINT)
            ELSE NULL
          END
        ) OVER (
          PARTITION BY "t11"."person_id", "t11"."day"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "by_place_pays",
        CASE
          WHEN "t11"."high_counts"
          THEN (
            (
              2 - "t11"."high_tier"
            ) * 2000000
          ) + (
            "t11"."percent" * 2
          ) + CAST("t11"."has_spell" AS BIGINT)
          ELSE NULL
        END = MAX(
          CASE
            WHEN "t11"."high_counts"
            THEN (
              (
                2 - "t11"."high_tier"
              ) * 2000000
            ) + (
              "t11"."percent" * 2
            ) + CAST("t11"."has_spell" AS BIGINT)
            ELSE NULL
          END
        ) OVER (
          PARTITION BY "t11"."person_id", "t11"."day"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "by_contact_pays",
        CASE
          WHEN "t11"."high_counts"
          THEN (
            (
              2 - "t11"."high_tier"
            ) * 2000000
          ) + (
            "t11"."high_percent" * 2
          ) + CAST("t11"."has_spell" AS BIGINT)
          ELSE NULL
        END = MAX(
          CASE
            WHEN "t11"."high_counts"
            THEN (
              (
                2 - "t11"."high_tier"
              ) * 2000000
            ) + (
              "t11"."high_percent" * 2
            ) + CAST("t11"."has_spell" AS BIGINT)
            ELSE NULL
          END
        ) OVER (
          PARTITION BY "t11"."person_id", "t11"."day"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "high_pays"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t7"."person_id",
            "t7"."attendance_id",
            "t7"."start",
            "t7"."end",
            "t7"."day",
            "t7"."month",
            "t7"."contact_confirmed",
            "t7"."at_contact",
            "t7"."at_risk",
            "t7"."is_alone",
            "t7"."in_hubei",
            "t7"."arranged_by",
            "t7"."has_spell",
            "t7"."is_leader",
            "t7"."is_medical",
            "t7"."tier1_fen",
            "t7"."tier2_fen",
            "t7"."hubei_percent",
            "t7"."confirmed",
            "t7"."turned",
            "t7"."counts",
            "t7"."high_counts",
            "t7"."tier",
            "t7"."high_tier",
            "t7"."percent",
            "t7"."high_percent",
            CASE WHEN "t7"."counts" THEN "t7"."end" - "t7"."start" ELSE 0 END AS "credit",
            CASE WHEN "t7"."high_counts" THEN "t7"."end" - "t7"."start" ELSE 0 END AS "high_credit"
          FROM (
            SELECT
              "t6"."person_id",
              "t6"."attendance_id",
              "t6"."start",
              "t6"."end",
              "t6"."day",
              "t6"."month",
              "t6"."contact_confirmed",
              "t6"."at_contact",
              "t6"."at_risk",
              "t6"."is_alone",
              "t6"."in_hubei",
              "t6"."arranged_by",
              "t6"."has_spell",
              "t6"."is_leader",
              "t6"."is_medical",
              "t6"."tier1_fen",
              "t6"."tier2_fen",
              "t6"."hubei_percent",
              COALESCE("t6"."contact_confirmed", FALSE) AS "confirmed",
              COALESCE("t6"."contact_confirmed", TRUE) AS "turned",
              (
                COALESCE("t6"."contact_confirmed", FALSE) AND "t6"."at_contact"
              )
              OR (
                (
                  "t6"."at_risk" OR "t6"."is_medical"
                )
                AND NOT (
                  COALESCE("t6"."contact_confirmed", FALSE) AND "t6"."at_contact"
                )
              ) AS "counts",
              (
                COALESCE("t6"."contact_confirmed", TRUE) AND "t6"."at_contact"
              )
              OR (
                (
                  "t6"."at_risk" OR "t6"."is_medical"
                )
                AND NOT (
                  COALESCE("t6"."contact_confirmed", TRUE) AND "t6"."at_contact"
                )
              ) AS "high_counts",
              CASE
                WHEN COALESCE("t6"."contact_confirmed", FALSE) AND "t6"."at_contact"
                THEN 1
                ELSE 2
              END AS "tier",
              CASE
                WHEN COALESCE("t6"."contact_confirmed", TRUE) AND "t6"."at_contact"
                THEN 1
                ELSE 2
              END AS "high_tier",
              CASE
                WHEN COALESCE("t6"."in_hubei", FALSE)
                THEN "t6"."hubei_percent"
                ELSE CAST(100 AS BIGINT)
              END AS "percent",
              CASE
                WHEN COALESCE("t6"."in_hubei", TRUE) AND "t6"."has_spell"
                THEN "t6"."hubei_percent"
                ELSE CAST(100 AS BIGINT)
              END AS "high_percent"
            FROM "t5" AS "t6"
            WHERE
              "t6"."is_alone"
          ) AS "t7"
        ) AS "t9"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t8"."person_id",
            "t8"."attendance_id",
            "t8"."start",
            "t8"."end",
            "t8"."day",
            "t8"."month",
            "t8"."contact_confirmed",
            "t8"."at_contact",
            "t8"."at_risk",
            "t8"."is_alone",
            "t8"."in_hubei",
            "t8"."arranged_by",
            "t8"."has_spell",
            "t8"."is_leader",
            "t8"."is_medical",
            "t8"."tier1_fen",
            "t8"."tier2_fen",
            "t8"."hubei_percent",
            "t8"."confirmed",
            "t8"."turned",
            "t8"."counts",
            "t8"."high_counts",
            "t8"."tier",
            "t8"."high_tier",
            "t8"."percent",
            "t8"."high_percent",
            CASE
              WHEN "t8"."counts"
              THEN GREATEST(
                0,
                "t8"."end" - GREATEST(
                  "t8"."start",
                  COALESCE(
                    MAX(CASE WHEN "t8"."counts" THEN "t8"."end" ELSE NULL END) OVER (
                      PARTITION BY "t8"."person_id"
                      ORDER BY "t8"."start" ASC, "t8"."end" ASC, "t8"."attendance_id" ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                    ),
                    0
                  )
                )
              )
              ELSE 0
            END AS "credit",
            CASE
              WHEN "t8"."high_counts"
              THEN GREATEST(
                0,
                "t8"."end" - GREATEST(
                  "t8"."start",
                  GREATEST(
                    COALESCE(
                      MAX(CASE WHEN "t8"."counts" THEN "t8"."end" ELSE NULL END) OVER (
                        PARTITION BY "t8"."person_id"
                        ORDER BY "t8"."start" ASC, "t8"."end" ASC, "t8"."attendance_id" ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                      ),
                      0
                    ),
                    COALESCE(
                      MAX(CASE WHEN "t8"."high_counts" THEN "t8"."end" ELSE NULL END) OVER (
                        PARTITION BY "t8"."person_id", "t8"."day"
                        ORDER BY "t8"."start" ASC, "t8"."end" ASC, "t8"."attendance_id" ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                      ),
                      0
                    )
                  )
                )
              )
              ELSE 0
            END AS "high_credit"
          FROM (
            SELECT
              "t6"."person_id",
              "t6"."attendance_id",
              "t6"."start",
              "t6"."end",
              "t6"."day",
              "t6"."month",
              "t6"."contact_confirmed",
              "t6"."at_contact",
              "t6"."at_risk",
              "t6"."is_alone",
              "t6"."in_hubei",
              "t6"."arranged_by",
              "t6"."has_spell",
              "t6"."is_leader",
              "t6"."is_medical",
              "t6"."tier1_fen",
              "t6"."tier2_fen",
              "t6"."hubei_percent",
              COALESCE("t6"."contact_confirmed", FALSE) AS "confirmed",
              COALESCE("t6"."contact_confirmed", TRUE) AS "turned",
              (
                COALESCE("t6"."contact_confirmed", FALSE) AND "t6"."at_contact"
              )
              OR (
                (
                  "t6"."at_risk" OR "t6"."is_medical"
                )
                AND NOT (
                  COALESCE("t6"."contact_confirmed", FALSE) AND "t6"."at_contact"
                )
              ) AS "counts",
              (
                COALESCE("t6"."contact_confirmed", TRUE) AND "t6"."at_contact"
              )
              OR (
                (
                  "t6"."at_risk" OR "t6"."is_medical"
                )
                AND NOT (
                  COALESCE("t6"."contact_confirmed", TRUE) AND "t6"."at_contact"
                )
              ) AS "high_counts",
              CASE
                WHEN COALESCE("t6"."contact_confirmed", FALSE) AND "t6"."at_contact"
                THEN 1
                ELSE 2
              END AS "tier",
              CASE
                WHEN COALESCE("t6"."contact_confirmed", TRUE) AND "t6"."at_contact"
                THEN 1
                ELSE 2
              END AS "high_tier",
              CASE
                WHEN COALESCE("t6"."in_hubei", FALSE)
                THEN "t6"."hubei_percent"
                ELSE CAST(100 AS BIGINT)
              END AS "percent",
              CASE
                WHEN COALESCE("t6"."in_hubei", TRUE) AND "t6"."has_spell"
                THEN "t6"."hubei_percent"
                ELSE CAST(100 AS BIGINT)
              END AS "high_percent"
            FROM "t5" AS "t6"
            WHERE
              NOT (
                "t6"."is_alone"
              )
          ) AS "t8"
        ) AS "t10"
      ) AS "t11"
    ) AS "t12"
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6
  ) AS "t13"
) AS "t14"
