SELECT
  "t16"."unit_id",
  "t16"."month",
  SUM("t16"."shifts") AS "shifts",
  SUM("t16"."long_shifts") AS "long_shifts"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t5"."unit_id",
      "t5"."month",
      "t5"."rows" AS "shifts",
      BIT_COUNT("t5"."long_days") AS "long_shifts"
    FROM "run"."sketch" AS "t5"
    ANTI JOIN "run"."lens" AS "t6"
      ON "t5"."person_id" = "t6"."person_id" AND "t5"."month" = "t6"."month"
  ) AS "t11"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t14"."unit_id",
      (
        (
          EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
            CAST(CAST((
              "t14"."start" - (
                "t14"."start" % 86400
              )
            ) / 86400 AS BIGINT) AS INT)
          ) AS TIMESTAMP) AS DATE)) * 12
        ) + EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
          CAST(CAST((
            "t14"."start" - (
              "t14"."start" % 86400
            )
          ) / 86400 AS BIGINT) AS INT)
        ) AS TIMESTAMP) AS DATE))
      ) - 1 AS "month",
      CAST(1 AS BIGINT) AS "shifts",
      CAST((
        "t14"."end" - "t14"."start"
      ) > (
        PARAM('roster.shift_max_normal') * 3600
      ) AS BIGINT) AS "long_shifts"
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
          "t2"."person_id",
          "t2"."unit_id",
          "t2"."shift_start" AS "start",
          "t2"."end",
          "t2"."has_reason"
        FROM "run"."entangled_shift" AS "t2"
      ) AS "t7"
    ) AS "t14"
  ) AS "t15"
) AS "t16"
GROUP BY
  1,
  2
