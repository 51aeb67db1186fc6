SELECT
  "t25"."attendance_id",
  "t25"."person_id",
  "t25"."post_id",
  "t25"."spell_id",
  "t25"."contact_confirmed",
  "t25"."start",
  "t25"."end",
  "t25"."has_reason",
  "t25"."day",
  "t25"."length",
  "t25"."unit_id",
  "t25"."at_contact",
  "t25"."at_risk",
  "t25"."month",
  "t25"."bit",
  "t25"."is_workday",
  "t25"."is_alone"
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
    "t24"."unit_id",
    "t24"."at_contact",
    "t24"."at_risk",
    "t24"."month",
    "t24"."bit",
    "t24"."is_workday",
    "t24"."unborn_id",
    "t24"."earlier_end",
    "t24"."cut_end",
    "t24"."earlier_day",
    "t24"."later_day",
    "t24"."later_start",
    (
      "t24"."length" <= 86400
    )
    AND (
      COALESCE("t24"."earlier_end", -1) < "t24"."start"
    )
    AND (
      (
        "t24"."later_start" IS NULL
      ) OR (
        "t24"."later_start" > "t24"."end"
      )
    )
    AND (
      COALESCE("t24"."earlier_day", -1) <> "t24"."day"
    )
    AND (
      COALESCE("t24"."later_day", -1) <> "t24"."day"
    )
    AND (
      COALESCE("t24"."cut_end", -1) <= (
        "t24"."day" * 86400
      )
    ) AS "is_alone"
  FROM (
    SELECT
      "t23"."attendance_id",
      "t23"."person_id",
      "t23"."post_id",
      "t23"."spell_id",
      "t23"."contact_confirmed",
      "t23"."start",
      "t23"."end",
      "t23"."has_reason",
      "t23"."day",
      "t23"."length",
      "t23"."unit_id",
      "t23"."at_contact",
      "t23"."at_risk",
      "t23"."month",
      "t23"."bit",
      "t23"."is_workday",
      "t23"."unborn_id",
      MAX("t23"."end") OVER (
        PARTITION BY "t23"."person_id"
        ORDER BY "t23"."start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
      ) AS "earlier_end",
      MAX(CASE WHEN "t23"."length" > 86400 THEN "t23"."end" ELSE NULL END) OVER (
        PARTITION BY "t23"."person_id"
        ORDER BY "t23"."start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
      ) AS "cut_end",
      LAG("t23"."day") OVER (
        PARTITION BY "t23"."person_id"
        ORDER BY "t23"."start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "earlier_day",
      LEAD("t23"."day") OVER (
        PARTITION BY "t23"."person_id"
        ORDER BY "t23"."start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "later_day",
      LEAD("t23"."start") OVER (
        PARTITION BY "t23"."person_id"
        ORDER BY "t23"."start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "later_start"
    FROM (
      SELECT
        "t22"."attendance_id",
        "t22"."person_id",
        "t22"."post_id",
        CASE WHEN "t22"."unborn_id" IS NULL THEN "t22"."spell_id" ELSE NULL END AS "spell_id",
        "t22"."contact_confirmed",
        "t22"."start",
        "t22"."end",
        "t22"."has_reason",
        "t22"."day",
        "t22"."length",
        "t22"."unit_id",
        "t22"."at_contact",
        "t22"."at_risk",
        "t22"."month",
        "t22"."bit",
        "t22"."is_workday",
        "t22"."unborn_id"
      FROM (
        SELECT
          "t21"."attendance_id",
          "t21"."person_id",
          "t21"."post_id",
          "t21"."spell_id",
          "t21"."contact_confirmed",
          "t21"."start",
          "t21"."end",
          "t21"."has_reason",
          "t21"."day",
          "t21"."length",
          "t12"."unit_id",
          "t12"."at_contact",
          "t12"."at_risk",
          "t11"."month",
          "t11"."bit",
          "t11"."is_workday",
          "t16"."unborn_id"
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
            "t19"."length"
          FROM (
            SELECT
              "t18"."attendance_id",
              "t18"."person_id",
              "t18"."post_id",
              "t18"."spell_id",
              "t18"."contact_confirmed",
              "t18"."start",
              "t18"."end",
              "t18"."date",
              "t18"."has_reason",
              CAST((
                "t18"."date" - MAKE_DATE(1970, 1, 1)
              ) AS BIGINT) AS "day",
              "t18"."end" - "t18"."start" AS "length"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t14"."attendance_id",
                  "t14"."person_id",
                  "t14"."post_id",
                  "t14"."spell_id",
                  "t14"."contact_confirmed",
                  CAST(EXTRACT('epoch' FROM "t14"."start") AS BIGINT) AS "start",
                  CAST(EXTRACT('epoch' FROM "t14"."end") AS BIGINT) AS "end",
                  DATE("t14"."start") AS "date",
                  "t14"."reason_over_8h" IS NOT NULL AS "has_reason"
                FROM (
                  SELECT
                    "t7"."attendance_id",
                    "t7"."person_id",
                    "t7"."post_id",
                    "t7"."spell_id",
                    "t7"."start",
                    "t7"."end",
                    "t7"."status",
                    "t7"."contact_confirmed",
                    "t7"."reason_over_8h",
                    "t7"."reported_by"
                  FROM "facts"."attendance" AS "t7"
                  WHERE
                    EXISTS(
                      SELECT
                        1
                      FROM "run"."scope" AS "t8"
                      WHERE
                        "t7"."person_id" = "t8"."person_id"
                    )
                ) AS "t14"
                WHERE
                  "t14"."status" = 'worked'
              ) AS "t17"
              WHERE
                "t17"."start" < (
                  (
                    AS_OF() + 1
                  ) * 86400
                )
            ) AS "t18"
          ) AS "t19"
        ) AS "t21"
        INNER JOIN (
          SELECT
            "t1"."post_id",
            "t1"."unit_id",
            "t1"."contact" IN ('confirmed', 'suspected') AS "at_contact",
            "t1"."risk" IN ('high', 'higher') AS "at_risk"
          FROM "facts"."posts" AS "t1"
        ) AS "t12"
          ON "t21"."post_id" = "t12"."post_id"
        INNER JOIN (
          SELECT
            "t2"."day",
            "t2"."month",
            "t2"."bit",
            "t2"."is_workday"
          FROM "run"."calendar" AS "t2"
        ) AS "t11"
          ON "t21"."day" = "t11"."day"
        LEFT OUTER JOIN (
          SELECT
            "t13"."spell_id" AS "unborn_id"
          FROM (
            SELECT
              *
            FROM "facts"."spells" AS "t3"
            WHERE
              CAST((
                "t3"."start_date" - MAKE_DATE(1970, 1, 1)
              ) AS BIGINT) > AS_OF()
          ) AS "t13"
        ) AS "t16"
          ON "t21"."spell_id" = "t16"."unborn_id"
        WHERE
          EXISTS(
            SELECT
              1
            FROM "run"."lens" AS "t6"
            WHERE
              "t21"."person_id" = "t6"."person_id"
          )
      ) AS "t22"
    ) AS "t23"
  ) AS "t24"
) AS "t25"
