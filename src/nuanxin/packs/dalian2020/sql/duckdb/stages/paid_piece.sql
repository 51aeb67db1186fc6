SELECT
  "t41"."person_id",
  "t41"."attendance_id",
  "t41"."start",
  "t41"."end",
  "t41"."day",
  "t41"."month",
  "t41"."contact_confirmed",
  "t41"."at_contact",
  "t41"."at_risk",
  "t41"."is_alone",
  "t41"."in_hubei",
  "t41"."arranged_by",
  "t41"."has_spell",
  "t12"."is_leader",
  "t12"."is_medical"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t31"."person_id",
      "t31"."attendance_id",
      "t31"."start",
      "t31"."end",
      "t31"."day",
      "t31"."month",
      "t31"."contact_confirmed",
      "t31"."at_contact",
      "t31"."at_risk",
      "t31"."is_alone",
      "t31"."in_hubei",
      "t31"."arranged_by",
      TRUE AS "has_spell"
    FROM (
      SELECT
        "t30"."attendance_id",
        "t30"."person_id",
        "t30"."post_id",
        "t30"."spell_id",
        "t30"."contact_confirmed",
        "t30"."start",
        "t30"."end",
        "t30"."has_reason",
        "t30"."day",
        "t30"."length",
        "t30"."unit_id",
        "t30"."at_contact",
        "t30"."at_risk",
        "t30"."is_alone",
        "t30"."row_start",
        "t30"."row_end",
        "t13"."month",
        "t13"."bit",
        "t13"."is_workday",
        "t14"."in_hubei",
        "t14"."arranged_by"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t26".*
            EXCLUDE ("bit", "is_workday", "k", "month")
          FROM (
            SELECT
              "t25"."attendance_id",
              "t25"."person_id",
              "t25"."post_id",
              "t25"."spell_id",
              "t25"."contact_confirmed",
              "t25"."start" + (
                "t25"."k" * 86400
              ) AS "start",
              LEAST("t25"."end", "t25"."start" + (
                (
                  "t25"."k" + 1
                ) * 86400
              )) AS "end",
              "t25"."has_reason",
              "t25"."day" + "t25"."k" AS "day",
              "t25"."length",
              "t25"."month",
              "t25"."bit",
              "t25"."is_workday",
              "t25"."unit_id",
              "t25"."at_contact",
              "t25"."at_risk",
              "t25"."is_alone",
              "t25"."k",
              "t25"."start" AS "row_start",
              "t25"."end" AS "row_end"
            FROM (
              SELECT
                "t16"."attendance_id",
                "t16"."person_id",
                "t16"."post_id",
                "t16"."spell_id",
                "t16"."contact_confirmed",
                "t16"."start",
                "t16"."end",
                "t16"."has_reason",
                "t16"."day",
                "t16"."length",
                "t16"."month",
                "t16"."bit",
                "t16"."is_workday",
                "t16"."unit_id",
                "t16"."at_contact",
                "t16"."at_risk",
                "t16"."is_alone",
                UNNEST(
                  RANGE(
                    0,
                    CAST((
                      (
                        (
                          "t16"."length" + 86400
                        ) - 1
                      ) - (
                        (
                          (
                            "t16"."length" + 86400
                          ) - 1
                        ) % 86400
                      )
                    ) / 86400 AS BIGINT),
                    1
                  )
                ) AS "k"
              FROM (
                SELECT
                  *
                FROM "run"."row" AS "t3"
                WHERE
                  NOT (
                    "t3"."is_alone"
                  ) AND "t3"."spell_id" IS NOT NULL
              ) AS "t16"
            ) AS "t25"
          ) AS "t26"
        ) AS "t27"
        WHERE
          "t27"."day" <= AS_OF()
      ) AS "t30"
      INNER JOIN (
        SELECT
          "t1"."day",
          "t1"."month",
          "t1"."bit",
          "t1"."is_workday"
        FROM "run"."calendar" AS "t1"
      ) AS "t13"
        ON "t30"."day" = "t13"."day"
      INNER JOIN (
        SELECT
          "t2"."spell_id",
          "t2"."in_hubei",
          "t2"."arranged_by"
        FROM "run"."spell" AS "t2"
      ) AS "t14"
        ON "t30"."spell_id" = "t14"."spell_id"
    ) AS "t31"
  ) AS "t34"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t38"."person_id",
      "t38"."attendance_id",
      "t38"."start",
      "t38"."end",
      "t38"."day",
      "t38"."month",
      "t38"."contact_confirmed",
      "t38"."at_contact",
      "t38"."at_risk",
      "t38"."is_alone",
      "t38"."in_hubei",
      "t38"."arranged_by",
      "t38"."found_id" IS NOT NULL AS "has_spell"
    FROM (
      SELECT
        "t37"."attendance_id",
        "t37"."person_id",
        "t37"."post_id",
        "t37"."spell_id",
        "t37"."contact_confirmed",
        "t37"."start",
        "t37"."end",
        "t37"."has_reason",
        "t37"."day",
        "t37"."length",
        "t37"."unit_id",
        "t37"."at_contact",
        "t37"."at_risk",
        "t37"."is_alone",
        "t37"."row_start",
        "t37"."row_end",
        "t37"."month",
        "t37"."bit",
        "t37"."is_workday",
        "t37"."in_hubei",
        "t37"."arranged_by",
        "t37"."spell_person",
        "t37"."spell_start",
        "t37"."spell_last",
        "t37"."spell_post",
        "t37"."found_id",
        ROW_NUMBER() OVER (
          PARTITION BY "t37"."attendance_id", "t37"."start"
          ORDER BY "t37"."spell_post" = "t37"."post_id" DESC, "t37"."spell_start" DESC, "t37"."found_id" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "rank"
      FROM (
        SELECT
          "t36"."attendance_id",
          "t36"."person_id",
          "t36"."post_id",
          "t36"."spell_id",
          "t36"."contact_confirmed",
          "t36"."start",
          "t36"."end",
          "t36"."has_reason",
          "t36"."day",
          "t36"."length",
          "t36"."unit_id",
          "t36"."at_contact",
          "t36"."at_risk",
          "t36"."is_alone",
          "t36"."row_start",
          "t36"."row_end",
          "t13"."month",
          "t13"."bit",
          "t13"."is_workday",
          "t15"."in_hubei",
          "t15"."arranged_by",
          "t15"."spell_person",
          "t15"."spell_start",
          "t15"."spell_last",
          "t15"."spell_post",
          "t15"."found_id"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t32".*
              EXCLUDE ("bit", "is_workday", "k", "month")
            FROM (
              SELECT
                "t28"."attendance_id",
                "t28"."person_id",
                "t28"."post_id",
                "t28"."spell_id",
                "t28"."contact_confirmed",
                "t28"."start" + (
                  "t28"."k" * 86400
                ) AS "start",
                LEAST("t28"."end", "t28"."start" + (
                  (
                    "t28"."k" + 1
                  ) * 86400
                )) AS "end",
                "t28"."has_reason",
                "t28"."day" + "t28"."k" AS "day",
                "t28"."length",
                "t28"."month",
                "t28"."bit",
                "t28"."is_workday",
                "t28"."unit_id",
                "t28"."at_contact",
                "t28"."at_risk",
                "t28"."is_alone",
                "t28"."k",
                "t28"."start" AS "row_start",
                "t28"."end" AS "row_end"
              FROM (
                SELECT
                  "t24"."attendance_id",
                  "t24"."person_id",
                  "t24"."post_id",
                  "t24"."spell_id",
                  "t24"."contact_confirmed",
                  "t24"."start",
                  "t24"."end",
                  "t24"."has_reason",
                  "t24"."day",
                  "t24"."length",
                  "t24"."month",
                  "t24"."bit",
                  "t24"."is_workday",
                  "t24"."unit_id",
                  "t24"."at_contact",
                  "t24"."at_risk",
                  "t24"."is_alone",
                  UNNEST(
                    RANGE(
                      0,
                      CAST((
                        (
                          (
                            "t24"."length" + 86400
                          ) - 1
                        ) - (
                          (
                            (
                              "t24"."length" + 86400
                            ) - 1
                          ) % 86400
                        )
                      ) / 86400 AS BIGINT),
                      1
                    )
                  ) AS "k"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      *
                    FROM "run"."row" AS "t3"
                    WHERE
                      NOT (
                        "t3"."is_alone"
                      ) AND "t3"."spell_id" IS NULL
                  ) AS "t17"
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t22"."attendance_id",
                      "t22"."person_id",
                      "t22"."post_id",
                      "t22"."spell_id",
                      "t22"."contact_confirmed",
                      "t22"."start",
                      "t22"."end",
                      "t22"."has_reason",
                      "t22"."day",
                      "t22"."length",
                      "t22"."month",
                      "t22"."bit",
                      "t22"."is_workday",
                      "t22"."unit_id",
                      "t22"."at_contact",
                      "t22"."at_risk",
                      TRUE AS "is_alone"
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            *
                          FROM (
                            SELECT
                              "t18".*
                              EXCLUDE ("may_touch")
                            FROM (
                              SELECT
                                *
                              FROM "run"."lens_row" AS "t5"
                              WHERE
                                NOT (
                                  "t5"."may_touch"
                                )
                            ) AS "t18"
                          ) AS "t19"
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
                          ) AS "t10"
                        ) AS "t20"
                        WHERE
                          "t20"."spell_id" IS NULL
                      ) AS "t21"
                      UNION ALL
                      SELECT
                        *
                      FROM (
                        SELECT
                          *
                        FROM "run"."nameless_row" AS "t4"
                      ) AS "t11"
                    ) AS "t22"
                  ) AS "t23"
                ) AS "t24"
              ) AS "t28"
            ) AS "t32"
          ) AS "t33"
          WHERE
            "t33"."day" <= AS_OF()
        ) AS "t36"
        INNER JOIN (
          SELECT
            "t1"."day",
            "t1"."month",
            "t1"."bit",
            "t1"."is_workday"
          FROM "run"."calendar" AS "t1"
        ) AS "t13"
          ON "t36"."day" = "t13"."day"
        LEFT OUTER JOIN (
          SELECT
            "t2"."in_hubei",
            "t2"."arranged_by",
            "t2"."person_id" AS "spell_person",
            "t2"."start" AS "spell_start",
            "t2"."last_day" AS "spell_last",
            "t2"."post_id" AS "spell_post",
            "t2"."spell_id" AS "found_id"
          FROM "run"."spell" AS "t2"
        ) AS "t15"
          ON "t36"."person_id" = "t15"."spell_person"
          AND "t15"."spell_start" <= "t36"."day"
          AND "t36"."day" <= "t15"."spell_last"
      ) AS "t37"
    ) AS "t38"
    WHERE
      "t38"."rank" = 0
  ) AS "t39"
) AS "t41"
INNER JOIN (
  SELECT
    "t0"."person_id",
    "t0"."is_leader",
    "t0"."is_medical"
  FROM "run"."person" AS "t0"
) AS "t12"
  ON "t41"."person_id" = "t12"."person_id"
