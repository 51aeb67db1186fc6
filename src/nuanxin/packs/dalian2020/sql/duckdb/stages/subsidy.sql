SELECT
  *
FROM (
  SELECT
    "t5"."person_id",
    "t5"."payer",
    "t5"."month",
    SUM("t5"."fen") AS "fen"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t3"."person_id",
        "t3"."payer",
        "t3"."month",
        "t3"."fen"
      FROM (
        SELECT
          "t1"."person_id",
          "t1"."month",
          "t1"."full",
          "t1"."tier1_fen",
          "t1"."tier2_fen",
          "t1"."payer",
          "t1"."percent",
          "t1"."high_percent",
          "t1"."first",
          "t1"."second",
          "t1"."high_first",
          "t1"."high_second",
          (
            BIT_COUNT("t1"."first" & "t1"."full") * CAST((
              (
                "t1"."tier1_fen" * "t1"."percent"
              ) - (
                (
                  "t1"."tier1_fen" * "t1"."percent"
                ) % 100
              )
            ) / 100 AS BIGINT)
          ) + (
            BIT_COUNT(XOR("t1"."first", (
              "t1"."first" & "t1"."full"
            ))) * CAST((
              (
                "t1"."tier1_fen" * "t1"."percent"
              ) - (
                (
                  "t1"."tier1_fen" * "t1"."percent"
                ) % 200
              )
            ) / 200 AS BIGINT)
          ) + (
            (
              BIT_COUNT("t1"."second" & "t1"."full") * CAST((
                (
                  "t1"."tier2_fen" * "t1"."percent"
                ) - (
                  (
                    "t1"."tier2_fen" * "t1"."percent"
                  ) % 100
                )
              ) / 100 AS BIGINT)
            ) + (
              BIT_COUNT(XOR("t1"."second", (
                "t1"."second" & "t1"."full"
              ))) * CAST((
                (
                  "t1"."tier2_fen" * "t1"."percent"
                ) - (
                  (
                    "t1"."tier2_fen" * "t1"."percent"
                  ) % 200
                )
              ) / 200 AS BIGINT)
            )
          ) AS "fen"
        FROM "run"."paid_tile" AS "t1"
      ) AS "t3"
    ) AS "t4"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t0"."person_id",
        "t0"."sure_payer" AS "payer",
        "t0"."month",
        "t0"."sure_fen" AS "fen"
      FROM "run"."paid_day" AS "t0"
    ) AS "t2"
  ) AS "t5"
  GROUP BY
    1,
    2,
    3
) AS "t6"
WHERE
  "t6"."fen" > 0
