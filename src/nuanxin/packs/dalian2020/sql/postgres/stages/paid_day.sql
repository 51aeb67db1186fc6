SELECT
  "t10"."person_id",
  "t10"."day",
  "t10"."month",
  "t10"."sure_payer",
  "t10"."high_payer",
  "t10"."sure_fen",
  "t10"."by_place_fen",
  "t10"."by_contact_fen",
  "t10"."high_fen",
  "t10"."sure_tier",
  "t10"."sure_percent",
  "t10"."sure_contact",
  "t10"."sure_seconds" <= (
    PARAM('subsidy.day_rule.full') * 3600
  ) AS "is_half"
FROM (
  SELECT
    "t9"."person_id",
    "t9"."day",
    "t9"."month",
    "t9"."is_leader",
    "t9"."tier1_fen",
    "t9"."tier2_fen",
    "t9"."sure_seconds",
    "t9"."sure_tier",
    "t9"."sure_percent",
    "t9"."sure_payer",
    "t9"."sure_contact",
    "t9"."by_place_seconds",
    "t9"."by_place_tier",
    "t9"."by_place_percent",
    "t9"."by_place_payer",
    "t9"."by_place_contact",
    "t9"."by_contact_seconds",
    "t9"."by_contact_tier",
    "t9"."by_contact_percent",
    "t9"."by_contact_payer",
    "t9"."by_contact_contact",
    "t9"."high_seconds",
    "t9"."high_tier",
    "t9"."high_percent",
    "t9"."high_payer",
    "t9"."high_contact",
    COALESCE(
      CASE
        WHEN (
          "t9"."sure_seconds" > 0
        )
        AND (
          NOT (
            "t9"."is_leader"
          ) OR "t9"."sure_contact"
        )
        THEN CASE
          WHEN "t9"."sure_seconds" > (
            PARAM('subsidy.day_rule.full') * 3600
          )
          THEN CAST(CAST((
            (
              CASE WHEN "t9"."sure_tier" = 1 THEN "t9"."tier1_fen" ELSE "t9"."tier2_fen" END * "t9"."sure_percent"
            ) - (
              (
                CASE WHEN "t9"."sure_tier" = 1 THEN "t9"."tier1_fen" ELSE "t9"."tier2_fen" END * "t9"."sure_percent"
              ) % 100
            )
          ) AS DOUBLE PRECISION) / 100 AS BIGINT)
          ELSE CAST(CAST((
            (
              CASE WHEN "t9"."sure_tier" = 1 THEN "t9"."tier1_fen" ELSE "t9"."tier2_fen" END * "t9"."sure_percent"
            ) - (
              (
                CASE WHEN "t9"."sure_tier" = 1 THEN "t9"."tier1_fen" ELSE "t9"."tier2_fen" END * "t9"."sure_percent"
              ) % 200
            )
          ) AS DOUBLE PRECISION) / 200 AS BIGINT)
        END
        ELSE 0
      END,
      0
    ) AS "sure_fen",
    COALESCE(
      CASE
        WHEN (
          "t9"."by_place_seconds" > 0
        )
        AND (
          NOT (
            "t9"."is_leader"
          ) OR "t9"."by_place_contact"
        )
        THEN CASE
          WHEN "t9"."by_place_seconds" > (
            PARAM('subsidy.day_rule.full') * 3600
          )
          THEN CAST(CAST((
            (
              CASE WHEN "t9"."by_place_tier" = 1 THEN "t9"."tier1_fen" ELSE "t9"."tier2_fen" END * "t9"."by_place_percent"
            ) - (
              (
                CASE WHEN "t9"."by_place_tier" = 1 THEN "t9"."tier1_fen" ELSE "t9"."tier2_fen" END * "t9"."by_place_percent"
              ) % 100
            )
          ) AS DOUBLE PRECISION) / 100 AS BIGINT)
          ELSE CAST(CAST((
            (
              CASE WHEN "t9"."by_place_tier" = 1 THEN "t9"."tier1_fen" ELSE "t9"."tier2_fen" END * "t9"."by_place_percent"
            ) - (
              (
                CASE WHEN "t9"."by_place_tier" = 1 THEN "t9"."tier1_fen" ELSE "t9"."tier2_fen" END * "t9"."by_place_percent"
              ) % 200
            )
          ) AS DOUBLE PRECISION) / 200 AS BIGINT)
        END
        ELSE 0
      END,
      0
    ) AS "by_place_fen",
    COALESCE(
      CASE
        WHEN (
          "t9"."by_contact_seconds" > 0
        )
        AND (
          NOT (
            "t9"."is_leader"
          ) OR "t9"."by_contact_contact"
        )
        THEN CASE
          WHEN "t9"."by_contact_seconds" > (
            PARAM('subsidy.day_rule.full') * 3600
          )
          THEN CAST(CAST((
            (
              CASE WHEN "t9"."by_contact_tier" = 1 THEN "t9"."tier1_fen" ELSE "t9"."tier2_fen" END * "t9"."by_contact_percent"
            ) - (
              (
                CASE WHEN "t9"."by_contact_tier" = 1 THEN "t9"."tier1_fen" ELSE "t9"."tier2_fen" END * "t9"."by_contact_percent"
              ) % 100
            )
          ) AS DOUBLE PRECISION) / 100 AS BIGINT)
          ELSE CAST(CAST((
            (
              CASE WHEN "t9"."by_contact_tier" = 1 THEN "t9"."tier1_fen" ELSE "t9"."tier2_fen" END * "t9"."by_contact_percent"
            ) - (
              (
                CASE WHEN "t9"."by_contact_tier" = 1 THEN "t9"."tier1_fen" ELSE "t9"."tier2_fen" END * "t9"."by_contact_percent"
              ) % 200
            )
          ) AS DOUBLE PRECISION) / 200 AS BIGINT)
        END
        ELSE 0
      END,
      0
    ) AS "by_contact_fen",
    COALESCE(
      CASE
        WHEN (
          "t9"."high_seconds" > 0
        )
        AND (
          NOT (
            "t9"."is_leader"
          ) OR "t9"."high_contact"
        )
        THEN CASE
          WHEN "t9"."high_seconds" > (
            PARAM('subsidy.day_rule.full') * 3600
          )
          THEN CAST(CAST((
            (
              CASE WHEN "t9"."high_tier" = 1 THEN "t9"."tier1_fen" ELSE "t9"."tier2_fen" END * "t9"."high_percent"
            ) - (
              (
                CASE WHEN "t9"."high_tier" = 1 THEN "t9"."tier1_fen" ELSE "t9"."tier2_fen" END * "t9"."high_percent"
              ) % 100
            )
          ) AS DOUBLE PRECISION) / 100 AS BIGINT)
          ELSE CAST(CAST((
            (
              CASE WHEN "t9"."high_tier" = 1 THEN "t9"."tier1_fen" ELSE "t9"."tier2_fen" END * "t9"."high_percent"
            ) - (
              (
                CASE WHEN "t9"."high_tier" = 1 THEN "t9"."tier1_fen" ELSE "t9"."tier2_fen" END * "t9"."high_percent"
              ) % 200
            )
          ) AS DOUBLE PRECISION) / 200 AS BIGINT)
        END
        ELSE 0
      END,
      0
    ) AS "high_fen"
  FROM (
    SELECT
      "t8"."person_id",
      "t8"."day",
      "t8"."month",
      "t8"."is_leader",
      "t8"."tier1_fen",
      "t8"."tier2_fen",
      CAST(SUM("t8"."credit") AS BIGINT) AS "sure_seconds",
      MAX("t8"."tier") FILTER(WHERE
        "t8"."sure_pays") AS "sure_tier",
      MAX("t8"."percent") FILTER(WHERE
        "t8"."sure_pays") AS "sure_percent",
      MAX("t8"."arranged_by") FILTER(WHERE
        "t8"."sure_pays") AS "sure_payer",
      BOOL_OR("t8"."confirmed") AS "sure_contact",
      CAST(SUM("t8"."credit") AS BIGINT) AS "by_place_seconds",
      MAX("t8"."tier") FILTER(WHERE
        "t8"."by_place_pays") AS "by_place_tier",
      MAX("t8"."high_percent") FILTER(WHERE
        "t8"."by_place_pays") AS "by_place_percent",
      MAX("t8"."arranged_by") FILTER(WHERE
        "t8"."by_place_pays") AS "by_place_payer",
      BOOL_OR("t8"."confirmed") AS "by_place_contact",
      CAST(SUM("t8"."high_credit") AS BIGINT) AS "by_contact_seconds",
      MAX("t8"."high_tier") FILTER(WHERE
        "t8"."by_contact_pays") AS "by_contact_tier",
      MAX("t8"."percent") FILTER(WHERE
        "t8"."by_contact_pays") AS "by_contact_percent",
      MAX("t8"."arranged_by") FILTER(WHERE
        "t8"."by_contact_pays") AS "by_contact_payer",
      BOOL_OR("t8"."turned") AS "by_contact_contact",
      CAST(SUM("t8"."high_credit") AS BIGINT) AS "high_seconds",
      MAX("t8"."high_tier") FILTER(WHERE
        "t8"."high_pays") AS "high_tier",
      MAX("t8"."high_percent") FILTER(WHERE
        "t8"."high_pays") AS "high_percent",
      MAX("t8"."arranged_by") FILTER(WHERE
        "t8"."high_pays") AS "high_payer",
      BOOL_OR("t8"."turned") AS "high_contact"
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
        "t7"."is_leader",
        "t7"."is_medical",
        "t7"."in_hubei",
        "t7"."arranged_by",
        "t7"."has_spell",
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
        "t7"."credit",
        "t7"."high_credit",
        (
          (
            ROW_NUMBER() OVER (
              PARTITION BY "t7"."person_id", "t7"."day"
              ORDER BY "t7"."counts" DESC NULLS LAST, "t7"."tier" ASC, "t7"."percent" DESC NULLS LAST, "t7"."has_spell" DESC NULLS LAST, "t7"."arranged_by" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1
          ) = 0
        )
        AND "t7"."counts" AS "sure_pays",
        (
          (
            ROW_NUMBER() OVER (
              PARTITION BY "t7"."person_id", "t7"."day"
              ORDER BY "t7"."counts" DESC NULLS LAST, "t7"."tier" ASC, "t7"."high_percent" DESC NULLS LAST, "t7"."has_spell" DESC NULLS LAST, "t7"."arranged_by" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1
          ) = 0
        )
        AND "t7"."counts" AS "by_place_pays",
        (
          (
            ROW_NUMBER() OVER (
              PARTITION BY "t7"."person_id", "t7"."day"
              ORDER BY "t7"."high_counts" DESC NULLS LAST, "t7"."high_tier" ASC, "t7"."percent" DESC NULLS LAST, "t7"."has_spell" DESC NULLS LAST, "t7"."arranged_by" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1
          ) = 0
        )
        AND "t7"."high_counts" AS "by_contact_pays",
        (
          (
            ROW_NUMBER() OVER (
              PARTITION BY "t7"."person_id", "t7"."day"
              ORDER BY "t7"."high_counts" DESC NULLS LAST, "t7"."high_tier" ASC, "t7"."high_percent" DESC NULLS LAST, "t7"."has_spell" DESC NULLS LAST, "t7"."arranged_by" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1
          ) = 0
        )
        AND "t7"."high_counts" AS "high_pays"
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
          "t6"."is_leader",
          "t6"."is_medical",
          "t6"."in_hubei",
          "t6"."arranged_by",
          "t6"."has_spell",
          "t6"."tier1_fen",
          "t6"."tier2_fen",
          "t6"."hubei_percent",
          "t6"."confirmed",
          "t6"."turned",
          "t6"."counts",
          "t6"."high_counts",
          "t6"."tier",
          "t6"."high_tier",
          "t6"."percent",
          "t6"."high_percent",
          CASE
            WHEN "t6"."counts"
            THEN GREATEST(
              0,
              "t6"."end" - GREATEST(
                "t6"."start",
                COALESCE(
                  MAX(CASE WHEN "t6"."counts" THEN "t6"."end" ELSE NULL END) OVER (
                    PARTITION BY "t6"."person_id"
                    ORDER BY "t6"."start" ASC, "t6"."end" ASC, "t6"."attendance_id" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                  ),
                  0
                )
              )
            )
            ELSE 0
          END AS "credit",
          CASE
            WHEN "t6"."high_counts"
            THEN GREATEST(
              0,
              "t6"."end" - GREATEST(
                "t6"."start",
                GREATEST(
                  COALESCE(
                    MAX(CASE WHEN "t6"."counts" THEN "t6"."end" ELSE NULL END) OVER (
                      PARTITION BY "t6"."person_id"
                      ORDER BY "t6"."start" ASC, "t6"."end" ASC, "t6"."attendance_id" ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                    ),
                    0
                  ),
                  COALESCE(
                    MAX(CASE WHEN "t6"."high_counts" THEN "t6"."end" ELSE NULL END) OVER (
                      PARTITION BY "t6"."person_id", "t6"."day"
                      ORDER BY "t6"."start" ASC, "t6"."end" ASC, "t6"."attendance_id" ASC
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
            "t5"."person_id",
            "t5"."attendance_id",
            "t5"."start",
            "t5"."end",
            "t5"."day",
            "t5"."month",
            "t5"."contact_confirmed",
            "t5"."at_contact",
            "t5"."at_risk",
            "t5"."is_leader",
            "t5"."is_medical",
            "t5"."in_hubei",
            "t5"."arranged_by",
            "t5"."has_spell",
            "t5"."tier1_fen",
            "t5"."tier2_fen",
            "t5"."hubei_percent",
            COALESCE("t5"."contact_confirmed", FALSE) AS "confirmed",
            COALESCE("t5"."contact_confirmed", TRUE) AS "turned",
            (
              COALESCE("t5"."contact_confirmed", FALSE) AND "t5"."at_contact"
            )
            OR (
              (
                "t5"."at_risk" OR "t5"."is_medical"
              )
              AND NOT (
                COALESCE("t5"."contact_confirmed", FALSE) AND "t5"."at_contact"
              )
            ) AS "counts",
            (
              COALESCE("t5"."contact_confirmed", TRUE) AND "t5"."at_contact"
            )
            OR (
              (
                "t5"."at_risk" OR "t5"."is_medical"
              )
              AND NOT (
                COALESCE("t5"."contact_confirmed", TRUE) AND "t5"."at_contact"
              )
            ) AS "high_counts",
            CASE
              WHEN COALESCE("t5"."contact_confirmed", FALSE) AND "t5"."at_contact"
              THEN 1
              ELSE 2
            END AS "tier",
            CASE
              WHEN COALESCE("t5"."contact_confirmed", TRUE) AND "t5"."at_contact"
              THEN 1
              ELSE 2
            END AS "high_tier",
            CASE
              WHEN COALESCE("t5"."in_hubei", FALSE)
              THEN "t5"."hubei_percent"
              ELSE CAST(100 AS BIGINT)
            END AS "percent",
            CASE
              WHEN COALESCE("t5"."in_hubei", TRUE) AND "t5"."has_spell"
              THEN "t5"."hubei_percent"
              ELSE CAST(100 AS BIGINT)
            END AS "high_percent"
          FROM (
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
              "t2"."is_leader",
              "t2"."is_medical",
              "t2"."in_hubei",
              "t2"."arranged_by",
              "t2"."has_spell",
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
          ) AS "t5"
        ) AS "t6"
      ) AS "t7"
    ) AS "t8"
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6
  ) AS "t9"
) AS "t10"
