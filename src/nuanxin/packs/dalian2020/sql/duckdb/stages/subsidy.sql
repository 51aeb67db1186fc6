SELECT
  *
FROM (
  SELECT
    "t4"."person_id",
    "t4"."payer",
    "t4"."month",
    SUM("t4"."fen") AS "fen",
    SUM("t4"."tier1_days") AS "tier1_days",
    SUM("t4"."tier2_days") AS "tier2_days",
    SUM("t4"."half_days") AS "half_days",
    SUM("t4"."doubled_days") AS "doubled_days"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."person_id",
        "t0"."payer",
        "t0"."month",
        (
          BIT_COUNT("t0"."first" & "t0"."full") * CAST(FLOOR((
            "t0"."tier1_fen" * "t0"."percent"
          ) / (
            100
          )) AS BIGINT)
        ) + (
          BIT_COUNT(XOR("t0"."first", (
            "t0"."first" & "t0"."full"
          ))) * CAST(FLOOR((
            "t0"."tier1_fen" * "t0"."percent"
          ) / (
            200
          )) AS BIGINT)
        ) + (
          (
            BIT_COUNT("t0"."second" & "t0"."full") * CAST(FLOOR((
              "t0"."tier2_fen" * "t0"."percent"
            ) / (
              100
            )) AS BIGINT)
          ) + (
            BIT_COUNT(XOR("t0"."second", (
              "t0"."second" & "t0"."full"
            ))) * CAST(FLOOR((
              "t0"."tier2_fen" * "t0"."percent"
            ) / (
              200
            )) AS BIGINT)
          )
        ) AS "fen",
        BIT_COUNT("t0"."first") AS "tier1_days",
        BIT_COUNT("t0"."second") AS "tier2_days",
        BIT_COUNT(
          XOR(
            (
              "t0"."first" | "t0"."second"
            ),
            (
              (
                "t0"."first" | "t0"."second"
              ) & "t0"."full"
            )
          )
        ) AS "half_days",
        BIT_COUNT(
          (
            "t0"."first" | "t0"."second"
          ) & CASE WHEN "t0"."percent" > 100 THEN CAST(-1 AS BIGINT) ELSE CAST(0 AS BIGINT) END
        ) AS "doubled_days"
      FROM "run"."paid_tile" AS "t0"
    ) AS "t3"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t1"."person_id",
        "t1"."sure_payer" AS "payer",
        "t1"."month",
        "t1"."sure_fen" AS "fen",
        CAST("t1"."sure_tier" = 1 AS BIGINT) AS "tier1_days",
        CAST("t1"."sure_tier" = 2 AS BIGINT) AS "tier2_days",
        CAST("t1"."is_half" AS BIGINT) AS "half_days",
        CAST("t1"."sure_percent" > 100 AS BIGINT) AS "doubled_days"
      FROM "run"."paid_day" AS "t1"
      WHERE
        "t1"."sure_fen" > 0
    ) AS "t2"
  ) AS "t4"
  GROUP BY
    1,
    2,
    3
) AS "t5"
WHERE
  "t5"."fen" > 0
