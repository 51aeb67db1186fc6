SELECT
  "t5"."person_id",
  "t5"."start",
  "t5"."end",
  (
    "t5"."end" - "t5"."start"
  ) > (
    PARAM('roster.shift_max_normal') * 3600
  ) AS "is_long",
  CAST((
    "t5"."start" - (
      "t5"."start" % 86400
    )
  ) / 86400 AS BIGINT) AS "day",
  SUM(
    CAST(COALESCE(
      (
        "t5"."start" - "t5"."previous_end"
      ) >= (
        PARAM('rest.forced_hours') * 3600
      ),
      TRUE
    ) AS BIGINT)
  ) OVER (
    PARTITION BY "t5"."person_id"
    ORDER BY "t5"."start" ASC
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
  ) AS "block",
  GREATEST(
    LEAST(
      COALESCE("t5"."next_start", (
        AS_OF() + 1
      ) * 86400) - "t5"."end",
      PARAM('rest.forced_hours') * 3600
    ),
    0
  ) AS "gap"
FROM (
  SELECT
    "t4"."person_id",
    "t4"."unit_id",
    "t4"."start",
    "t4"."end",
    "t4"."has_reason",
    LAG("t4"."end") OVER (
      PARTITION BY "t4"."person_id"
      ORDER BY "t4"."start" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "previous_end",
    LEAD("t4"."start") OVER (
      PARTITION BY "t4"."person_id"
      ORDER BY "t4"."start" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "next_start"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."person_id",
        "t0"."unit_id",
        "t0"."start",
        "t0"."end",
        "t0"."has_reason"
      FROM "run"."row" AS "t0"
      WHERE
        "t0"."is_alone"
    ) AS "t2"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t1"."person_id",
        "t1"."unit_id",
        "t1"."shift_start" AS "start",
        "t1"."end",
        "t1"."has_reason"
      FROM "run"."entangled_shift" AS "t1"
    ) AS "t3"
  ) AS "t4"
) AS "t5"
