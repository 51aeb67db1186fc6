SELECT
  "t12"."person_id",
  "t12"."start",
  "t12"."end",
  (
    "t12"."end" - "t12"."start"
  ) > (
    PARAM('roster.shift_max_normal') * 3600
  ) AS "is_long",
  CAST((
    "t12"."start" - (
      "t12"."start" % 86400
    )
  ) / 86400 AS BIGINT) AS "day",
  SUM(
    CAST(COALESCE(
      (
        "t12"."start" - "t12"."previous_end"
      ) >= (
        PARAM('rest.forced_hours') * 3600
      ),
      TRUE
    ) AS BIGINT)
  ) OVER (
    PARTITION BY "t12"."person_id"
    ORDER BY "t12"."start" ASC
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
  ) AS "block",
  GREATEST(
    LEAST(
      COALESCE("t12"."next_start", (
        AS_OF() + 1
      ) * 86400) - "t12"."end",
      PARAM('rest.forced_hours') * 3600
    ),
    0
  ) AS "gap"
FROM (
  SELECT
    "t11"."person_id",
    "t11"."start",
    "t11"."end",
    LAG("t11"."end") OVER (
      PARTITION BY "t11"."person_id"
      ORDER BY "t11"."start" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "previous_end",
    LEAD("t11"."start") OVER (
      PARTITION BY "t11"."person_id"
      ORDER BY "t11"."start" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "next_start"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t9"."person_id",
        "t9"."start",
        "t9"."end"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t2"."person_id",
            "t2"."unit_id",
            "t2"."start",
            "t2"."end",
            "t2"."has_reason"
          FROM "run"."row" AS "t2"
          WHERE
            "t2"."is_alone"
        ) AS "t6"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t3"."person_id",
            "t3"."unit_id",
            "t3"."shift_start" AS "start",
            "t3"."end",
            "t3"."has_reason"
          FROM "run"."entangled_shift" AS "t3"
        ) AS "t7"
      ) AS "t9"
      SEMI JOIN "run"."watched" AS "t4"
        ON "t9"."person_id" = "t4"."person_id"
    ) AS "t10"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t0"."person_id",
        "t0"."start",
        "t0"."end"
      FROM "run"."watched_row" AS "t0"
    ) AS "t5"
  ) AS "t11"
) AS "t12"
