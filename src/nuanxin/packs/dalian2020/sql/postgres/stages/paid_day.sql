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
), "t12" AS (
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
      ) + CAST(CAST("t11"."has_spell" AS INT) AS BIGINT)
      ELSE NULL
    END AS "sure_rank",
    CASE
      WHEN "t11"."counts"
      THEN (
        (
          2 - "t11"."tier"
        ) * 2000000
      ) + (
        "t11"."high_percent" * 2
      ) + CAST(CAST("t11"."has_spell" AS INT) AS BIGINT)
      ELSE NULL
    END AS "by_place_rank",
    CASE
      WHEN "t11"."high_counts"
      THEN (
        (
          2 - "t11"."high_tier"
        ) * 2000000
      ) + (
        "t11"."percent" * 2
      ) + CAST(CAST("t11"."has_spell" AS INT) AS BIGINT)
      ELSE NULL
    END AS "by_contact_rank",
    CASE
      WHEN "t11"."high_counts"
      THEN (
        (
          2 - "t11"."high_tier"
        ) * 2000000
      ) + (
        "t11"."high_percent" * 2
      ) + CAST(CAST("t11"."has_spell" AS INT) AS BIGINT)
      ELSE NULL
    END AS "high_rank"
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
)
SELECT
  "t19"."person_id",
  "t19"."day",
  "t19"."month",
  "t19"."sure_payer",
  "t19"."high_payer",
  "t19"."sure_fen",
  "t19"."by_place_fen",
  "t19"."by_contact_fen",
  "t19"."high_fen",
  "t19"."sure_tier",
  "t19"."sure_percent",
  "t19"."sure_contact",
  "t19"."sure_seconds" <= (
    PARAM('subsidy.day_rule.full') * 3600
  ) AS "is_half"
FROM (
  SELECT
    "t18"."person_id",
    "t18"."day",
    "t18"."month",
    "t18"."is_leader",
    "t18"."tier1_fen",
    "t18"."tier2_fen",
    "t18"."sure_seconds",
    "t18"."sure_tier",
    "t18"."sure_percent",
    "t18"."sure_payer",
    "t18"."sure_contact",
    "t18"."by_place_seconds",
    "t18"."by_place_tier",
    "t18"."by_place_percent",
    "t18"."by_place_payer",
    "t18"."by_place_contact",
    "t18"."by_contact_seconds",
    "t18"."by_contact_tier",
    "t18"."by_contact_percent",
    "t18"."by_contact_payer",
    "t18"."by_contact_contact",
    "t18"."high_seconds",
    "t18"."high_tier",
    "t18"."high_percent",
    "t18"."high_payer",
    "t18"."high_contact",
    CASE
      WHEN (
        "t18"."sure_seconds" > 0
      )
      AND (
        NOT (
          "t18"."is_leader"
        ) OR "t18"."sure_contact"
      )
      THEN CASE
        WHEN "t18"."sure_seconds" > (
          PARAM('subsidy.day_rule.full') * 3600
        )
        THEN CAST(FLOOR(
          CAST((
            CASE WHEN "t18"."sure_tier" = 1 THEN "t18"."tier1_fen" ELSE "t18"."tier2_fen" END * "t18"."sure_percent"
          ) AS DOUBLE PRECISION) / (
            100
          )
        ) AS BIGINT)
        ELSE CAST(FLOOR(
          CAST((
            CASE WHEN "t18"."sure_tier" = 1 THEN "t18"."tier1_fen" ELSE "t18"."tier2_fen" END * "t18"."sure_percent"
          ) AS DOUBLE PRECISION) / (
            200
          )
        ) AS BIGINT)
      END
      ELSE 0
    END AS "sure_fen",
    CASE
      WHEN (
        "t18"."by_place_seconds" > 0
      )
      AND (
        NOT (
          "t18"."is_leader"
        ) OR "t18"."by_place_contact"
      )
      THEN CASE
        WHEN "t18"."by_place_seconds" > (
          PARAM('subsidy.day_rule.full') * 3600
        )
        THEN CAST(FLOOR(
          CAST((
            CASE
              WHEN "t18"."by_place_tier" = 1
              THEN "t18"."tier1_fen"
              ELSE "t18"."tier2_fen"
            END * "t18"."by_place_percent"
          ) AS DOUBLE PRECISION) / (
            100
          )
        ) AS BIGINT)
        ELSE CAST(FLOOR(
          CAST((
            CASE
              WHEN "t18"."by_place_tier" = 1
              THEN "t18"."tier1_fen"
              ELSE "t18"."tier2_fen"
            END * "t18"."by_place_percent"
          ) AS DOUBLE PRECISION) / (
            200
          )
        ) AS BIGINT)
      END
      ELSE 0
    END AS "by_place_fen",
    CASE
      WHEN (
        "t18"."by_contact_seconds" > 0
      )
      AND (
        NOT (
          "t18"."is_leader"
        ) OR "t18"."by_contact_contact"
      )
      THEN CASE
        WHEN "t18"."by_contact_seconds" > (
          PARAM('subsidy.day_rule.full') * 3600
        )
        THEN CAST(FLOOR(
          CAST((
            CASE
              WHEN "t18"."by_contact_tier" = 1
              THEN "t18"."tier1_fen"
              ELSE "t18"."tier2_fen"
            END * "t18"."by_contact_percent"
          ) AS DOUBLE PRECISION) / (
            100
          )
        ) AS BIGINT)
        ELSE CAST(FLOOR(
          CAST((
            CASE
              WHEN "t18"."by_contact_tier" = 1
              THEN "t18"."tier1_fen"
              ELSE "t18"."tier2_fen"
            END * "t18"."by_contact_percent"
          ) AS DOUBLE PRECISION) / (
            200
          )
        ) AS BIGINT)
      END
      ELSE 0
    END AS "by_contact_fen",
    CASE
      WHEN (
        "t18"."high_seconds" > 0
      )
      AND (
        NOT (
          "t18"."is_leader"
        ) OR "t18"."high_contact"
      )
      THEN CASE
        WHEN "t18"."high_seconds" > (
          PARAM('subsidy.day_rule.full') * 3600
        )
        THEN CAST(FLOOR(
          CAST((
            CASE WHEN "t18"."high_tier" = 1 THEN "t18"."tier1_fen" ELSE "t18"."tier2_fen" END * "t18"."high_percent"
          ) AS DOUBLE PRECISION) / (
            100
          )
        ) AS BIGINT)
        ELSE CAST(FLOOR(
          CAST((
            CASE WHEN "t18"."high_tier" = 1 THEN "t18"."tier1_fen" ELSE "t18"."tier2_fen" END * "t18"."high_percent"
          ) AS DOUBLE PRECISION) / (
            200
          )
        ) AS BIGINT)
      END
      ELSE 0
    END AS "high_fen"
  FROM (
    SELECT
      "t17"."person_id",
      "t17"."day",
      "t17"."month",
      "t17"."is_leader",
      "t17"."tier1_fen",
      "t17"."tier2_fen",
      CAST(SUM("t17"."credit") AS BIGINT) AS "sure_seconds",
      MAX("t17"."tier") FILTER(WHERE
        "t17"."sure_rank" = "t17"."sure_best") AS "sure_tier",
      MAX("t17"."percent") FILTER(WHERE
        "t17"."sure_rank" = "t17"."sure_best") AS "sure_percent",
      MIN("t17"."arranged_by") FILTER(WHERE
        "t17"."sure_rank" = "t17"."sure_best") AS "sure_payer",
      BOOL_OR("t17"."confirmed") AS "sure_contact",
      CAST(SUM("t17"."credit") AS BIGINT) AS "by_place_seconds",
      MAX("t17"."tier") FILTER(WHERE
        "t17"."by_place_rank" = "t17"."by_place_best") AS "by_place_tier",
      MAX("t17"."high_percent") FILTER(WHERE
        "t17"."by_place_rank" = "t17"."by_place_best") AS "by_place_percent",
      MIN("t17"."arranged_by") FILTER(WHERE
        "t17"."by_place_rank" = "t17"."by_place_best") AS "by_place_payer",
      BOOL_OR("t17"."confirmed") AS "by_place_contact",
      CAST(SUM("t17"."high_credit") AS BIGINT) AS "by_contact_seconds",
      MAX("t17"."high_tier") FILTER(WHERE
        "t17"."by_contact_rank" = "t17"."by_contact_best") AS "by_contact_tier",
      MAX("t17"."percent") FILTER(WHERE
        "t17"."by_contact_rank" = "t17"."by_contact_best") AS "by_contact_percent",
      MIN("t17"."arranged_by") FILTER(WHERE
        "t17"."by_contact_rank" = "t17"."by_contact_best") AS "by_contact_payer",
      BOOL_OR("t17"."turned") AS "by_contact_contact",
      CAST(SUM("t17"."high_credit") AS BIGINT) AS "high_seconds",
      MAX("t17"."high_tier") FILTER(WHERE
        "t17"."high_rank" = "t17"."high_best") AS "high_tier",
      MAX("t17"."high_percent") FILTER(WHERE
        "t17"."high_rank" = "t17"."high_best") AS "high_percent",
      MIN("t17"."arranged_by") FILTER(WHERE
        "t17"."high_rank" = "t17"."high_best") AS "high_payer",
      BOOL_OR("t17"."turned") AS "high_contact"
    FROM (
      SELECT
        "t14"."person_id",
        "t14"."attendance_id",
        "t14"."start",
        "t14"."end",
        "t14"."day",
        "t14"."month",
        "t14"."contact_confirmed",
        "t14"."at_contact",
        "t14"."at_risk",
        "t14"."is_alone",
        "t14"."in_hubei",
        "t14"."arranged_by",
        "t14"."has_spell",
        "t14"."is_leader",
        "t14"."is_medical",
        "t14"."tier1_fen",
        "t14"."tier2_fen",
        "t14"."hubei_percent",
        "t14"."confirmed",
        "t14"."turned",
        "t14"."counts",
        "t14"."high_counts",
        "t14"."tier",
        "t14"."high_tier",
        "t14"."percent",
        "t14"."high_percent",
        "t14"."credit",
        "t14"."high_credit",
        "t14"."sure_rank",
        "t14"."by_place_rank",
        "t14"."by_contact_rank",
        "t14"."high_rank",
        "t16"."sure_best",
        "t16"."by_place_best",
        "t16"."by_contact_best",
        "t16"."high_best"
      FROM "t12" AS "t14"
      INNER JOIN (
        SELECT
          "t13"."person_id",
          "t13"."day",
          MAX("t13"."sure_rank") AS "sure_best",
          MAX("t13"."by_place_rank") AS "by_place_best",
          MAX("t13"."by_contact_rank") AS "by_contact_best",
          MAX("t13"."high_rank") AS "high_best"
        FROM "t12" AS "t13"
        GROUP BY
          1,
          2
      ) AS "t16"
        ON "t14"."person_id" = "t16"."person_id" AND "t14"."day" = "t16"."day"
    ) AS "t17"
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6
  ) AS "t18"
) AS "t19"
