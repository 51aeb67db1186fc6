SELECT
  "t15"."person_id",
  "t15"."unit_id",
  "t15"."is_medical",
  "t15"."deployment",
  "t15"."last_day",
  "t15"."is_open",
  COALESCE(
    "t15"."event",
    CASE
      WHEN "t15"."is_open"
      THEN NULL
      ELSE GREATEST(
        "t15"."last_day",
        COALESCE(
          CASE
            WHEN "t15"."boundary" IS NOT NULL
            THEN "t15"."boundary_force"
            ELSE "t7"."current_force"
          END,
          0
        )
      )
    END
  ) AS "release",
  LEAD("t15"."deployment") OVER (
    PARTITION BY "t15"."person_id"
    ORDER BY "t15"."deployment" ASC
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
  ) AS "next_deployment"
FROM (
  SELECT
    "t13"."person_id",
    "t13"."unit_id",
    "t13"."is_medical",
    "t13"."deployment",
    "t13"."last_start",
    "t13"."last_day",
    "t13"."is_open",
    "t13"."boundary",
    "t13"."boundary_force",
    MIN("t13"."event") AS "event"
  FROM (
    SELECT
      "t12"."person_id",
      "t12"."unit_id",
      "t12"."is_medical",
      "t12"."deployment",
      "t12"."last_start",
      "t12"."last_day",
      "t12"."is_open",
      "t12"."boundary",
      "t12"."boundary_force",
      "t4"."day" AS "event"
    FROM (
      SELECT
        "t10"."person_id",
        "t10"."unit_id",
        "t10"."is_medical",
        "t10"."deployment",
        "t10"."last_start",
        "t10"."last_day",
        "t10"."is_open",
        MIN("t10"."boundary") AS "boundary",
        FIRST("t10"."boundary_force" ORDER BY "t10"."boundary") AS "boundary_force"
      FROM (
        SELECT
          "t9"."person_id",
          "t9"."unit_id",
          "t9"."is_medical",
          "t9"."deployment",
          "t9"."last_start",
          "t9"."last_day",
          "t9"."is_open",
          "t5"."day" AS "boundary",
          "t5"."force" AS "boundary_force"
        FROM (
          SELECT
            "t2"."person_id",
            "t2"."unit_id",
            "t2"."is_medical",
            "t2"."deployment",
            MAX("t2"."start") AS "last_start",
            MAX("t2"."last_day") AS "last_day",
            BOOL_OR(CAST("t2"."is_open" AS BOOLEAN)) AS "is_open"
          FROM "run"."spell_of_deployment" AS "t2"
          GROUP BY
            1,
            2,
            3,
            4
        ) AS "t9"
        LEFT OUTER JOIN "run"."boundary" AS "t5"
          ON "t9"."person_id" = "t5"."person_id" AND "t5"."day" > "t9"."last_start"
      ) AS "t10"
      GROUP BY
        1,
        2,
        3,
        4,
        5,
        6,
        7
    ) AS "t12"
    LEFT OUTER JOIN "run"."release" AS "t4"
      ON "t12"."person_id" = "t4"."person_id"
      AND "t4"."day" >= "t12"."last_start"
      AND (
        (
          "t12"."boundary" IS NULL
        ) OR (
          "t4"."day" < "t12"."boundary"
        )
      )
  ) AS "t13"
  GROUP BY
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9
) AS "t15"
CROSS JOIN (
  SELECT
    "t0"."day" AS "current_force"
  FROM "run"."task_end_in_force" AS "t0"
) AS "t7"
