SELECT
  "t17"."person_id",
  "t17"."start",
  "t17"."end",
  (
    "t17"."end" - "t17"."start"
  ) > (
    PARAM('roster.shift_max_normal') * 3600
  ) AS "is_long",
  CAST((
    "t17"."start" - (
      "t17"."start" % 86400
    )
  ) / 86400 AS BIGINT) AS "day",
  SUM(
    CAST(COALESCE(
      (
        "t17"."start" - "t17"."previous_end"
      ) >= (
        PARAM('rest.forced_hours') * 3600
      ),
      TRUE
    ) AS BIGINT)
  ) OVER (
    PARTITION BY "t17"."person_id"
    ORDER BY "t17"."start" ASC
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
  ) AS "block",
  GREATEST(
    LEAST(
      COALESCE("t17"."next_start", (
        AS_OF() + 1
      ) * 86400) - "t17"."end",
      PARAM('rest.forced_hours') * 3600
    ),
    0
  ) AS "gap"
FROM (
  SELECT
    "t16"."person_id",
    "t16"."start",
    "t16"."end",
    LAG("t16"."end") OVER (
      PARTITION BY "t16"."person_id"
      ORDER BY "t16"."start" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "previous_end",
    LEAD("t16"."start") OVER (
      PARTITION BY "t16"."person_id"
      ORDER BY "t16"."start" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "next_start"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t14"."person_id",
        "t14"."start",
        "t14"."end"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t11"."person_id",
            "t11"."unit_id",
            "t11"."start",
            "t11"."end",
            "t11"."has_reason"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t9".*
                EXCLUDE ("may_touch")
              FROM (
                SELECT
                  *
                FROM "run"."lens_row" AS "t4"
                WHERE
                  NOT (
                    "t4"."may_touch"
                  )
              ) AS "t9"
            ) AS "t10"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t3"."attendance_id",
                "t3"."person_id",
                "t3"."post_id",
                "t3"."spell_id",
                "t3"."contact_confirmed",
                "t3"."start",
                "t3"."end",
                "t3"."has_reason",
                "t3"."day",
                "t3"."length",
                "t3"."month",
                "t3"."bit",
                "t3"."is_workday",
                "t3"."unit_id",
                "t3"."at_contact",
                "t3"."at_risk"
              FROM "run"."row" AS "t3"
              WHERE
                "t3"."is_alone"
            ) AS "t8"
          ) AS "t11"
        ) AS "t12"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t2"."person_id",
            "t2"."unit_id",
            "t2"."shift_start" AS "start",
            "t2"."end",
            "t2"."has_reason"
          FROM "run"."entangled_shift" AS "t2"
        ) AS "t7"
      ) AS "t14"
      SEMI JOIN "run"."watched" AS "t5"
        ON "t14"."person_id" = "t5"."person_id"
    ) AS "t15"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t0"."person_id",
        "t0"."start",
        "t0"."end"
      FROM "run"."watched_row" AS "t0"
    ) AS "t6"
  ) AS "t16"
) AS "t17"
