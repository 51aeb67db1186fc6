SELECT
  "t20"."person_id",
  "t20"."attendance_id",
  "t20"."start",
  "t20"."end",
  "t20"."day",
  "t20"."month",
  "t20"."contact_confirmed",
  "t20"."at_contact",
  "t20"."at_risk",
  "t20"."is_leader",
  "t20"."is_medical",
  "t20"."in_hubei",
  "t20"."arranged_by",
  "t20"."found_id" IS NOT NULL AS "has_spell"
FROM (
  SELECT
    "t19"."attendance_id",
    "t19"."person_id",
    "t19"."post_id",
    "t19"."spell_id",
    "t19"."contact_confirmed",
    "t19"."start",
    "t19"."end",
    "t19"."has_reason",
    "t19"."day",
    "t19"."unit_id",
    "t19"."at_contact",
    "t19"."at_risk",
    "t19"."length",
    "t19"."is_alone",
    "t19"."row_start",
    "t19"."row_end",
    "t19"."month",
    "t19"."bit",
    "t19"."is_workday",
    "t19"."is_leader",
    "t19"."is_medical",
    "t19"."piece",
    "t19"."in_hubei",
    "t19"."arranged_by",
    "t19"."spell_person",
    "t19"."spell_start",
    "t19"."spell_last",
    "t19"."spell_post",
    "t19"."found_id",
    ROW_NUMBER() OVER (
      PARTITION BY "t19"."piece"
      ORDER BY "t19"."spell_post" = "t19"."post_id" DESC, "t19"."spell_start" DESC, "t19"."found_id" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "rank"
  FROM (
    SELECT
      "t18"."attendance_id",
      "t18"."person_id",
      "t18"."post_id",
      "t18"."spell_id",
      "t18"."contact_confirmed",
      "t18"."start",
      "t18"."end",
      "t18"."has_reason",
      "t18"."day",
      "t18"."unit_id",
      "t18"."at_contact",
      "t18"."at_risk",
      "t18"."length",
      "t18"."is_alone",
      "t18"."row_start",
      "t18"."row_end",
      "t18"."month",
      "t18"."bit",
      "t18"."is_workday",
      "t18"."is_leader",
      "t18"."is_medical",
      "t18"."piece",
      "t7"."in_hubei",
      "t7"."arranged_by",
      "t7"."spell_person",
      "t7"."spell_start",
      "t7"."spell_last",
      "t7"."spell_post",
      "t7"."found_id"
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
        "t16"."unit_id",
        "t16"."at_contact",
        "t16"."at_risk",
        "t16"."length",
        "t16"."is_alone",
        "t16"."row_start",
        "t16"."row_end",
        "t16"."month",
        "t16"."bit",
        "t16"."is_workday",
        "t16"."is_leader",
        "t16"."is_medical",
        ROW_NUMBER() OVER (
          ORDER BY "t16"."attendance_id" ASC, "t16"."start" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "piece"
      FROM (
        SELECT
          "t15"."attendance_id",
          "t15"."person_id",
          "t15"."post_id",
          "t15"."spell_id",
          "t15"."contact_confirmed",
          "t15"."start",
          "t15"."end",
          "t15"."has_reason",
          "t15"."day",
          "t15"."unit_id",
          "t15"."at_contact",
          "t15"."at_risk",
          "t15"."length",
          "t15"."is_alone",
          "t15"."row_start",
          "t15"."row_end",
          "t8"."month",
          "t8"."bit",
          "t8"."is_workday",
          "t9"."is_leader",
          "t9"."is_medical"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t12".*
              EXCLUDE ("bit", "is_workday", "k", "month")
            FROM (
              SELECT
                "t11"."attendance_id",
                "t11"."person_id",
                "t11"."post_id",
                "t11"."spell_id",
                "t11"."contact_confirmed",
                "t11"."start" + (
                  "t11"."k" * 86400
                ) AS "start",
                LEAST("t11"."end", "t11"."start" + (
                  (
                    "t11"."k" + 1
                  ) * 86400
                )) AS "end",
                "t11"."has_reason",
                "t11"."day" + "t11"."k" AS "day",
                "t11"."unit_id",
                "t11"."at_contact",
                "t11"."at_risk",
                "t11"."month",
                "t11"."bit",
                "t11"."is_workday",
                "t11"."length",
                "t11"."is_alone",
                "t11"."k",
                "t11"."start" AS "row_start",
                "t11"."end" AS "row_end"
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
                  "t10"."unit_id",
                  "t10"."at_contact",
                  "t10"."at_risk",
                  "t10"."month",
                  "t10"."bit",
                  "t10"."is_workday",
                  "t10"."length",
                  "t10"."is_alone",
                  UNNEST(
                    RANGE(
                      0,
                      CAST((
                        (
                          (
                            "t10"."length" + 86400
                          ) - 1
                        ) - (
                          (
                            (
                              "t10"."length" + 86400
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
                    ) OR (
                      "t3"."spell_id" IS NULL
                    )
                ) AS "t10"
              ) AS "t11"
            ) AS "t12"
          ) AS "t13"
          WHERE
            "t13"."day" <= AS_OF()
        ) AS "t15"
        INNER JOIN (
          SELECT
            "t1"."day",
            "t1"."month",
            "t1"."bit",
            "t1"."is_workday"
          FROM "run"."calendar" AS "t1"
        ) AS "t8"
          ON "t15"."day" = "t8"."day"
        INNER JOIN (
          SELECT
            "t2"."person_id",
            "t2"."is_leader",
            "t2"."is_medical"
          FROM "run"."person" AS "t2"
        ) AS "t9"
          ON "t15"."person_id" = "t9"."person_id"
      ) AS "t16"
    ) AS "t18"
    LEFT OUTER JOIN (
      SELECT
        "t0"."in_hubei",
        "t0"."arranged_by",
        "t0"."person_id" AS "spell_person",
        "t0"."start" AS "spell_start",
        "t0"."last_day" AS "spell_last",
        "t0"."post_id" AS "spell_post",
        "t0"."spell_id" AS "found_id"
      FROM "run"."spell" AS "t0"
    ) AS "t7"
      ON "t18"."person_id" = "t7"."spell_person"
      AND (
        (
          (
            "t18"."spell_id" IS NOT NULL
          ) AND (
            "t18"."spell_id" = "t7"."found_id"
          )
        )
        OR (
          (
            "t18"."spell_id" IS NULL
          )
          AND (
            "t7"."spell_start" <= "t18"."day"
          )
          AND (
            "t18"."day" <= "t7"."spell_last"
          )
        )
      )
  ) AS "t19"
) AS "t20"
WHERE
  "t20"."rank" = 0
