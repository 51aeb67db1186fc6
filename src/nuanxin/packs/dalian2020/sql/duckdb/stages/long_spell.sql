SELECT
  "t20"."person_id",
  "t20"."start",
  "t20"."last_day",
  MIN("t20"."shift_start") AS "broken_at"
FROM (
  SELECT
    "t19"."person_id",
    "t19"."start",
    "t19"."last_day",
    "t17"."person_id" AS "person_id_right",
    "t17"."shift_start"
  FROM (
    SELECT
      "t15"."person_id",
      "t15"."start",
      "t15"."last_day"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t5"."person_id",
          "t5"."start",
          "t5"."last_day",
          "t5"."is_open"
        FROM "run"."stint" AS "t5"
        SEMI JOIN "run"."scope" AS "t6"
          ON "t5"."person_id" = "t6"."person_id"
      ) AS "t11"
      WHERE
        NOT (
          "t11"."is_open"
        )
        AND (
          (
            "t11"."last_day" - "t11"."start"
          ) + 1
        ) >= PARAM('rest.long_deployment')
    ) AS "t15"
  ) AS "t19"
  LEFT OUTER JOIN (
    SELECT
      "t14"."person_id",
      "t14"."start" AS "shift_start"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t12"."person_id",
          "t12"."unit_id",
          "t12"."start",
          "t12"."end",
          "t12"."has_reason"
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
        ) AS "t12"
      ) AS "t13"
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
      ) AS "t7"
    ) AS "t14"
  ) AS "t17"
    ON "t19"."person_id" = "t17"."person_id"
    AND "t17"."shift_start" >= (
      (
        "t19"."last_day" + 1
      ) * 86400
    )
    AND "t17"."shift_start" < (
      (
        "t19"."last_day" + 1 + PARAM('rest.long_deployment_rest')
      ) * 86400
    )
) AS "t20"
GROUP BY
  1,
  2,
  3
