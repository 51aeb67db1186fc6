SELECT
  "t9"."person_id",
  "t9"."unit_id",
  "t9"."start",
  "t9"."last_day",
  "t9"."is_open",
  LEAD("t9"."start") OVER (
    PARTITION BY "t9"."person_id"
    ORDER BY "t9"."start" ASC
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
  ) AS "next_start"
FROM (
  SELECT
    "t8"."person_id",
    "t8"."unit_id",
    "t8"."start",
    "t8"."last_day",
    "t8"."is_open"
  FROM (
    SELECT
      "t7"."person_id",
      "t7"."unit_id",
      "t7"."run",
      MIN("t7"."start") AS "start",
      MAX("t7"."last_day") AS "last_day",
      BOOL_OR("t7"."is_open") AS "is_open"
    FROM (
      SELECT
        "t6"."person_id",
        "t6"."unit_id",
        "t6"."start",
        "t6"."last_day",
        "t6"."is_open",
        "t6"."begins",
        COALESCE(
          CAST(SUM(CAST(CAST("t6"."begins" AS INT) AS BIGINT)) OVER (
            PARTITION BY "t6"."person_id", "t6"."unit_id"
            ORDER BY "t6"."start" ASC, "t6"."last_day" ASC
            RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS BIGINT),
          0
        ) AS "run"
      FROM (
        SELECT
          "t5"."person_id",
          "t5"."unit_id",
          "t5"."start",
          "t5"."last_day",
          "t5"."is_open",
          "t5"."start" > (
            MAX("t5"."last_day") OVER (
              PARTITION BY "t5"."person_id", "t5"."unit_id"
              ORDER BY "t5"."start" ASC, "t5"."last_day" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
            ) + 1 + PARAM('families.join_gap')
          ) AS "begins"
        FROM (
          SELECT
            "t4"."person_id",
            "t4"."unit_id",
            "t4"."start",
            "t4"."last_day",
            "t4"."is_open"
          FROM (
            SELECT
              *
            FROM "run"."spell" AS "t0"
            WHERE
              "t0"."is_medical"
          ) AS "t4"
          WHERE
            EXISTS(
              SELECT
                1
              FROM "run"."scope" AS "t2"
              WHERE
                "t4"."person_id" = "t2"."person_id"
            )
        ) AS "t5"
      ) AS "t6"
    ) AS "t7"
    GROUP BY
      1,
      2,
      3
  ) AS "t8"
) AS "t9"
