SELECT
  "t11"."person_id",
  "t11"."start",
  "t11"."last_day",
  MIN("t11"."shift_start") AS "broken_at"
FROM (
  SELECT
    "t10"."person_id",
    "t10"."start",
    "t10"."last_day",
    "t8"."person_id" AS "person_id_right",
    "t8"."shift_start"
  FROM (
    SELECT
      "t6"."person_id",
      "t6"."start",
      "t6"."last_day"
    FROM (
      SELECT
        *
      FROM "run"."stint" AS "t0"
      WHERE
        NOT (
          "t0"."is_open"
        )
        AND (
          (
            "t0"."last_day" - "t0"."start"
          ) + 1
        ) >= PARAM('rest.long_deployment')
    ) AS "t6"
  ) AS "t10"
  LEFT OUTER JOIN (
    SELECT
      "t5"."person_id",
      "t5"."start" AS "shift_start"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t1"."person_id",
          "t1"."unit_id",
          "t1"."start",
          "t1"."end",
          "t1"."has_reason"
        FROM "run"."row" AS "t1"
        WHERE
          "t1"."is_alone"
      ) AS "t3"
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
      ) AS "t4"
    ) AS "t5"
  ) AS "t8"
    ON "t10"."person_id" = "t8"."person_id"
    AND "t8"."shift_start" >= (
      (
        "t10"."last_day" + 1
      ) * 86400
    )
    AND "t8"."shift_start" < (
      (
        "t10"."last_day" + 1 + PARAM('rest.long_deployment_rest')
      ) * 86400
    )
) AS "t11"
GROUP BY
  1,
  2,
  3
