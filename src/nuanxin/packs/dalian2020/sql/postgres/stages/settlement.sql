SELECT
  "t5"."person_id",
  "t5"."payer",
  "t5"."month",
  CAST(SUM("t5"."days") AS BIGINT) AS "days",
  BOOL_OR("t5"."by_contact") AS "by_contact",
  BOOL_OR("t5"."by_place") AS "by_place"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t3"."person_id",
      "t3"."payer",
      "t3"."month",
      "t3"."days",
      "t3"."by_contact",
      "t3"."by_place"
    FROM (
      SELECT
        "t1"."person_id",
        "t1"."month",
        "t1"."full",
        "t1"."tier1_fen",
        "t1"."tier2_fen",
        "t1"."high_first",
        "t1"."high_second",
        "t1"."payer",
        "t1"."percent",
        "t1"."high_percent",
        "t1"."first",
        "t1"."second",
        BIT_COUNT(
          CAST(CAST(0 AS BIGINT) | (
            (
              "t1"."high_first" # (
                "t1"."high_first" & (
                  "t1"."first" | "t1"."second"
                )
              )
            ) & CASE
              WHEN (
                "t1"."tier1_fen" * "t1"."high_percent"
              ) > (
                CAST(0 AS BIGINT) * "t1"."percent"
              )
              THEN CAST(-1 AS BIGINT)
              ELSE CAST(0 AS BIGINT)
            END
          ) | (
            (
              "t1"."high_second" # (
                "t1"."high_second" & (
                  "t1"."first" | "t1"."second"
                )
              )
            ) & CASE
              WHEN (
                "t1"."tier2_fen" * "t1"."high_percent"
              ) > (
                CAST(0 AS BIGINT) * "t1"."percent"
              )
              THEN CAST(-1 AS BIGINT)
              ELSE CAST(0 AS BIGINT)
            END
          ) | (
            "t1"."second" & "t1"."high_first" & CASE
              WHEN (
                "t1"."tier1_fen" * "t1"."high_percent"
              ) > (
                "t1"."tier2_fen" * "t1"."percent"
              )
              THEN CAST(-1 AS BIGINT)
              ELSE CAST(0 AS BIGINT)
            END
          ) | (
            "t1"."first" & "t1"."high_first" & CASE
              WHEN (
                "t1"."tier1_fen" * "t1"."high_percent"
              ) > (
                "t1"."tier1_fen" * "t1"."percent"
              )
              THEN CAST(-1 AS BIGINT)
              ELSE CAST(0 AS BIGINT)
            END
          ) | (
            "t1"."second" & "t1"."high_second" & CASE
              WHEN (
                "t1"."tier2_fen" * "t1"."high_percent"
              ) > (
                "t1"."tier2_fen" * "t1"."percent"
              )
              THEN CAST(-1 AS BIGINT)
              ELSE CAST(0 AS BIGINT)
            END
          ) AS BIT(64))
        ) AS "days",
        (
          (
            CAST(0 AS BIGINT) | (
              (
                "t1"."high_first" # (
                  "t1"."high_first" & (
                    "t1"."first" | "t1"."second"
                  )
                )
              ) & CASE
                WHEN (
                  "t1"."tier1_fen" * "t1"."percent"
                ) > (
                  CAST(0 AS BIGINT) * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            ) | (
              (
                "t1"."high_second" # (
                  "t1"."high_second" & (
                    "t1"."first" | "t1"."second"
                  )
                )
              ) & CASE
                WHEN (
                  "t1"."tier2_fen" * "t1"."percent"
                ) > (
                  CAST(0 AS BIGINT) * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            ) | (
              "t1"."second" & "t1"."high_first" & CASE
                WHEN (
                  "t1"."tier1_fen" * "t1"."percent"
                ) > (
                  "t1"."tier2_fen" * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            ) | (
              "t1"."first" & "t1"."high_first" & CASE
                WHEN (
                  "t1"."tier1_fen" * "t1"."percent"
                ) > (
                  "t1"."tier1_fen" * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            ) | (
              "t1"."second" & "t1"."high_second" & CASE
                WHEN (
                  "t1"."tier2_fen" * "t1"."percent"
                ) > (
                  "t1"."tier2_fen" * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            ) | (
              CAST(0 AS BIGINT) | (
                (
                  "t1"."high_first" # (
                    "t1"."high_first" & (
                      "t1"."first" | "t1"."second"
                    )
                  )
                ) & CASE
                  WHEN (
                    "t1"."tier1_fen" * "t1"."high_percent"
                  ) > (
                    CAST(0 AS BIGINT) * "t1"."high_percent"
                  )
                  THEN CAST(-1 AS BIGINT)
                  ELSE CAST(0 AS BIGINT)
                END
              ) | (
                (
                  "t1"."high_second" # (
                    "t1"."high_second" & (
                      "t1"."first" | "t1"."second"
                    )
                  )
                ) & CASE
                  WHEN (
                    "t1"."tier2_fen" * "t1"."high_percent"
                  ) > (
                    CAST(0 AS BIGINT) * "t1"."high_percent"
                  )
                  THEN CAST(-1 AS BIGINT)
                  ELSE CAST(0 AS BIGINT)
                END
              ) | (
                "t1"."second" & "t1"."high_first" & CASE
                  WHEN (
                    "t1"."tier1_fen" * "t1"."high_percent"
                  ) > (
                    "t1"."tier2_fen" * "t1"."high_percent"
                  )
                  THEN CAST(-1 AS BIGINT)
                  ELSE CAST(0 AS BIGINT)
                END
              ) | (
                "t1"."first" & "t1"."high_first" & CASE
                  WHEN (
                    "t1"."tier1_fen" * "t1"."high_percent"
                  ) > (
                    "t1"."tier1_fen" * "t1"."high_percent"
                  )
                  THEN CAST(-1 AS BIGINT)
                  ELSE CAST(0 AS BIGINT)
                END
              ) | (
                "t1"."second" & "t1"."high_second" & CASE
                  WHEN (
                    "t1"."tier2_fen" * "t1"."high_percent"
                  ) > (
                    "t1"."tier2_fen" * "t1"."high_percent"
                  )
                  THEN CAST(-1 AS BIGINT)
                  ELSE CAST(0 AS BIGINT)
                END
              )
            )
          ) & (
            CAST(0 AS BIGINT) | (
              (
                "t1"."high_first" # (
                  "t1"."high_first" & (
                    "t1"."first" | "t1"."second"
                  )
                )
              ) & CASE
                WHEN (
                  "t1"."tier1_fen" * "t1"."high_percent"
                ) > (
                  CAST(0 AS BIGINT) * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            ) | (
              (
                "t1"."high_second" # (
                  "t1"."high_second" & (
                    "t1"."first" | "t1"."second"
                  )
                )
              ) & CASE
                WHEN (
                  "t1"."tier2_fen" * "t1"."high_percent"
                ) > (
                  CAST(0 AS BIGINT) * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            ) | (
              "t1"."second" & "t1"."high_first" & CASE
                WHEN (
                  "t1"."tier1_fen" * "t1"."high_percent"
                ) > (
                  "t1"."tier2_fen" * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            ) | (
              "t1"."first" & "t1"."high_first" & CASE
                WHEN (
                  "t1"."tier1_fen" * "t1"."high_percent"
                ) > (
                  "t1"."tier1_fen" * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            ) | (
              "t1"."second" & "t1"."high_second" & CASE
                WHEN (
                  "t1"."tier2_fen" * "t1"."high_percent"
                ) > (
                  "t1"."tier2_fen" * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            )
          )
        ) <> 0 AS "by_contact",
        (
          (
            CAST(0 AS BIGINT) | (
              (
                "t1"."first" # (
                  "t1"."first" & (
                    "t1"."first" | "t1"."second"
                  )
                )
              ) & CASE
                WHEN (
                  "t1"."tier1_fen" * "t1"."high_percent"
                ) > (
                  CAST(0 AS BIGINT) * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            ) | (
              (
                "t1"."second" # (
                  "t1"."second" & (
                    "t1"."first" | "t1"."second"
                  )
                )
              ) & CASE
                WHEN (
                  "t1"."tier2_fen" * "t1"."high_percent"
                ) > (
                  CAST(0 AS BIGINT) * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            ) | (
              "t1"."second" & "t1"."first" & CASE
                WHEN (
                  "t1"."tier1_fen" * "t1"."high_percent"
                ) > (
                  "t1"."tier2_fen" * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            ) | (
              "t1"."first" & "t1"."first" & CASE
                WHEN (
                  "t1"."tier1_fen" * "t1"."high_percent"
                ) > (
                  "t1"."tier1_fen" * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            ) | (
              "t1"."second" & "t1"."second" & CASE
                WHEN (
                  "t1"."tier2_fen" * "t1"."high_percent"
                ) > (
                  "t1"."tier2_fen" * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            ) | (
              CAST(0 AS BIGINT) | (
                (
                  "t1"."high_first" # (
                    "t1"."high_first" & (
                      "t1"."high_first" | "t1"."high_second"
                    )
                  )
                ) & CASE
                  WHEN (
                    "t1"."tier1_fen" * "t1"."high_percent"
                  ) > (
                    CAST(0 AS BIGINT) * "t1"."percent"
                  )
                  THEN CAST(-1 AS BIGINT)
                  ELSE CAST(0 AS BIGINT)
                END
              ) | (
                (
                  "t1"."high_second" # (
                    "t1"."high_second" & (
                      "t1"."high_first" | "t1"."high_second"
                    )
                  )
                ) & CASE
                  WHEN (
                    "t1"."tier2_fen" * "t1"."high_percent"
                  ) > (
                    CAST(0 AS BIGINT) * "t1"."percent"
                  )
                  THEN CAST(-1 AS BIGINT)
                  ELSE CAST(0 AS BIGINT)
                END
              ) | (
                "t1"."high_second" & "t1"."high_first" & CASE
                  WHEN (
                    "t1"."tier1_fen" * "t1"."high_percent"
                  ) > (
                    "t1"."tier2_fen" * "t1"."percent"
                  )
                  THEN CAST(-1 AS BIGINT)
                  ELSE CAST(0 AS BIGINT)
                END
              ) | (
                "t1"."high_first" & "t1"."high_first" & CASE
                  WHEN (
                    "t1"."tier1_fen" * "t1"."high_percent"
                  ) > (
                    "t1"."tier1_fen" * "t1"."percent"
                  )
                  THEN CAST(-1 AS BIGINT)
                  ELSE CAST(0 AS BIGINT)
                END
              ) | (
                "t1"."high_second" & "t1"."high_second" & CASE
                  WHEN (
                    "t1"."tier2_fen" * "t1"."high_percent"
                  ) > (
                    "t1"."tier2_fen" * "t1"."percent"
                  )
                  THEN CAST(-1 AS BIGINT)
                  ELSE CAST(0 AS BIGINT)
                END
              )
            )
          ) & (
            CAST(0 AS BIGINT) | (
              (
                "t1"."high_first" # (
                  "t1"."high_first" & (
                    "t1"."first" | "t1"."second"
                  )
                )
              ) & CASE
                WHEN (
                  "t1"."tier1_fen" * "t1"."high_percent"
                ) > (
                  CAST(0 AS BIGINT) * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            ) | (
              (
                "t1"."high_second" # (
                  "t1"."high_second" & (
                    "t1"."first" | "t1"."second"
                  )
                )
              ) & CASE
                WHEN (
                  "t1"."tier2_fen" * "t1"."high_percent"
                ) > (
                  CAST(0 AS BIGINT) * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            ) | (
              "t1"."second" & "t1"."high_first" & CASE
                WHEN (
                  "t1"."tier1_fen" * "t1"."high_percent"
                ) > (
                  "t1"."tier2_fen" * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            ) | (
              "t1"."first" & "t1"."high_first" & CASE
                WHEN (
                  "t1"."tier1_fen" * "t1"."high_percent"
                ) > (
                  "t1"."tier1_fen" * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            ) | (
              "t1"."second" & "t1"."high_second" & CASE
                WHEN (
                  "t1"."tier2_fen" * "t1"."high_percent"
                ) > (
                  "t1"."tier2_fen" * "t1"."percent"
                )
                THEN CAST(-1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            )
          )
        ) <> 0 AS "by_place"
      FROM "run"."paid_tile" AS "t1"
    ) AS "t3"
    WHERE
      "t3"."days" > 0
  ) AS "t4"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t0"."person_id",
      "t0"."high_payer" AS "payer",
      "t0"."month",
      CAST(1 AS BIGINT) AS "days",
      (
        "t0"."by_contact_fen" > "t0"."sure_fen"
      )
      OR (
        "t0"."high_fen" > "t0"."by_place_fen"
      ) AS "by_contact",
      (
        "t0"."by_place_fen" > "t0"."sure_fen"
      )
      OR (
        "t0"."high_fen" > "t0"."by_contact_fen"
      ) AS "by_place"
    FROM "run"."paid_day" AS "t0"
    WHERE
      "t0"."high_fen" > "t0"."sure_fen"
  ) AS "t2"
) AS "t5"
GROUP BY
  1,
  2,
  3
