SELECT
  *
FROM (
  SELECT
    "t11"."person_id",
    "t11"."day",
    "t11"."month",
    "t11"."bit",
    "t11"."is_workday",
    SUM("t11"."credit") AS "seconds",
    MAX("t11"."end") AS "work_end",
    BOOL_OR(
      CAST((
        (
          "t11"."start" - (
            "t11"."day" * 86400
          )
        ) < (
          PARAM('service.night_until') * 3600
        )
      )
      OR (
        (
          "t11"."end" - (
            "t11"."day" * 86400
          )
        ) > (
          PARAM('service.night_from') * 3600
        )
      ) AS BOOLEAN)
    ) AS "is_night"
  FROM (
    SELECT
      "t10"."attendance_id",
      "t10"."person_id",
      "t10"."post_id",
      "t10"."spell_id",
      "t10"."contact_confirmed",
      "t10"."start",
      "t10"."end",
      "t10"."has_reason",
      "t10"."day",
      "t10"."length",
      "t10"."unit_id",
      "t10"."at_contact",
      "t10"."at_risk",
      "t10"."written_spell",
      "t10"."is_alone",
      "t10"."row_start",
      "t10"."row_end",
      "t10"."month",
      "t10"."bit",
      "t10"."is_workday",
      GREATEST(
        0,
        "t10"."end" - GREATEST(
          "t10"."start",
          COALESCE(
            MAX("t10"."end") OVER (
              PARTITION BY "t10"."person_id"
              ORDER BY "t10"."start" ASC, "t10"."end" ASC, "t10"."attendance_id" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
            ),
            0
          )
        )
      ) AS "credit"
    FROM (
      SELECT
        "t9"."attendance_id",
        "t9"."person_id",
        "t9"."post_id",
        "t9"."spell_id",
        "t9"."contact_confirmed",
        "t9"."start",
        "t9"."end",
        "t9"."has_reason",
        "t9"."day",
        "t9"."length",
        "t9"."unit_id",
        "t9"."at_contact",
        "t9"."at_risk",
        "t9"."written_spell",
        "t9"."is_alone",
        "t9"."row_start",
        "t9"."row_end",
        "t3"."month",
        "t3"."bit",
        "t3"."is_workday"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t6".*
            EXCLUDE ("bit", "is_workday", "k", "month")
          FROM (
            SELECT
              "t5"."attendance_id",
              "t5"."person_id",
              "t5"."post_id",
              "t5"."spell_id",
              "t5"."contact_confirmed",
              "t5"."start" + (
                "t5"."k" * 86400
              ) AS "start",
              LEAST("t5"."end", "t5"."start" + (
                (
                  "t5"."k" + 1
                ) * 86400
              )) AS "end",
              "t5"."has_reason",
              "t5"."day" + "t5"."k" AS "day",
              "t5"."length",
              "t5"."month",
              "t5"."bit",
              "t5"."is_workday",
              "t5"."unit_id",
              "t5"."at_contact",
              "t5"."at_risk",
              "t5"."written_spell",
              "t5"."is_alone",
              "t5"."k",
              "t5"."start" AS "row_start",
              "t5"."end" AS "row_end"
            FROM (
              SELECT
                "t4"."attendance_id",
                "t4"."person_id",
                "t4"."post_id",
                "t4"."spell_id",
                "t4"."contact_confirmed",
                "t4"."start",
                "t4"."end",
                "t4"."has_reason",
                "t4"."day",
                "t4"."length",
                "t4"."month",
                "t4"."bit",
                "t4"."is_workday",
                "t4"."unit_id",
                "t4"."at_contact",
                "t4"."at_risk",
                "t4"."written_spell",
                "t4"."is_alone",
                UNNEST(
                  RANGE(0, CAST(FLOOR((
                    (
                      "t4"."length" + 86400
                    ) - 1
                  ) / (
                    86400
                  )) AS BIGINT), 1)
                ) AS "k"
              FROM (
                SELECT
                  *
                FROM "run"."row" AS "t1"
                WHERE
                  NOT (
                    "t1"."is_alone"
                  )
              ) AS "t4"
            ) AS "t5"
          ) AS "t6"
        ) AS "t7"
        WHERE
          "t7"."day" <= AS_OF()
      ) AS "t9"
      INNER JOIN (
        SELECT
          "t0"."day",
          "t0"."month",
          "t0"."bit",
          "t0"."is_workday"
        FROM "run"."calendar" AS "t0"
      ) AS "t3"
        ON "t9"."day" = "t3"."day"
    ) AS "t10"
  ) AS "t11"
  GROUP BY
    1,
    2,
    3,
    4,
    5
) AS "t12"
WHERE
  "t12"."seconds" > 0
