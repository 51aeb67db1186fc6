SELECT
  "t15"."person_id",
  "t15"."start",
  "t15"."last_day",
  MIN("t15"."shift_start") AS "broken_at"
FROM (
  SELECT
    "t14"."person_id",
    "t14"."start",
    "t14"."last_day",
    "t11"."person_id" AS "person_id_right",
    "t11"."shift_start"
  FROM (
    SELECT
      "t12"."person_id",
      "t12"."start",
      "t12"."last_day"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t4"."person_id",
          "t4"."start",
          "t4"."last_day",
          "t4"."is_open"
        FROM "run"."stint" AS "t4"
        WHERE
          EXISTS(
            SELECT
              1
            FROM "run"."scope" AS "t5"
            WHERE
              "t4"."person_id" = "t5"."person_id"
          )
      ) AS "t10"
      WHERE
        NOT (
          "t10"."is_open"
        )
        AND (
          (
            "t10"."last_day" - "t10"."start"
          ) + 1
        ) >= PARAM('rest.long_deployment')
    ) AS "t12"
  ) AS "t14"
  LEFT OUTER JOIN (
    SELECT
      "t8"."person_id",
      "t8"."start" AS "shift_start"
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
      ) AS "t6"
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
    ) AS "t8"
  ) AS "t11"
    ON "t14"."person_id" = "t11"."person_id"
    AND "t11"."shift_start" >= (
      (
        "t14"."last_day" + 1
      ) * 86400
    )
    AND "t11"."shift_start" < (
      (
        "t14"."last_day" + 1 + PARAM('rest.long_deployment_rest')
      ) * 86400
    )
) AS "t15"
GROUP BY
  1,
  2,
  3
