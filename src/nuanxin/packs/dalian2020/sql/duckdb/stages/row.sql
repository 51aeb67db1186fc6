SELECT
  "t23".*
  EXCLUDE ("cut_end", "earlier_day", "earlier_end", "later_day", "later_start")
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
    "t22"."unit_id",
    "t22"."at_contact",
    "t22"."at_risk",
    "t22"."month",
    "t22"."bit",
    "t22"."is_workday",
    "t22"."length",
    "t22"."earlier_end",
    "t22"."cut_end",
    "t22"."earlier_day",
    "t22"."later_day",
    "t22"."later_start",
    (
      "t22"."length" <= 86400
    )
    AND (
      COALESCE("t22"."earlier_end", -1) < "t22"."start"
    )
    AND (
      (
        "t22"."later_start" IS NULL
      ) OR (
        "t22"."later_start" > "t22"."end"
      )
    )
    AND (
      COALESCE("t22"."earlier_day", -1) <> "t22"."day"
    )
    AND (
      COALESCE("t22"."later_day", -1) <> "t22"."day"
    )
    AND (
      COALESCE("t22"."cut_end", -1) <= (
        "t22"."day" * 86400
      )
    ) AS "is_alone"
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
      "t21"."unit_id",
      "t21"."at_contact",
      "t21"."at_risk",
      "t21"."month",
      "t21"."bit",
      "t21"."is_workday",
      "t21"."end" - "t21"."start" AS "length",
      MAX("t21"."end") OVER (
        PARTITION BY "t21"."person_id"
        ORDER BY "t21"."start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
      ) AS "earlier_end",
      MAX(
        CASE WHEN (
          "t21"."end" - "t21"."start"
        ) > 86400 THEN "t21"."end" ELSE NULL END
      ) OVER (
        PARTITION BY "t21"."person_id"
        ORDER BY "t21"."start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
      ) AS "cut_end",
      LAG("t21"."day") OVER (
        PARTITION BY "t21"."person_id"
        ORDER BY "t21"."start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "earlier_day",
      LEAD("t21"."day") OVER (
        PARTITION BY "t21"."person_id"
        ORDER BY "t21"."start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "later_day",
      LEAD("t21"."start") OVER (
        PARTITION BY "t21"."person_id"
        ORDER BY "t21"."start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "later_start"
    FROM (
      SELECT
        "t20".*
        EXCLUDE ("date", "unborn_id")
      FROM (
        SELECT
          "t19"."attendance_id",
          "t19"."person_id",
          "t19"."post_id",
          CASE WHEN "t19"."unborn_id" IS NULL THEN "t19"."spell_id" ELSE NULL END AS "spell_id",
          "t19"."contact_confirmed",
          "t19"."start",
          "t19"."end",
          "t19"."date",
          "t19"."has_reason",
          "t19"."day",
          "t19"."unit_id",
          "t19"."at_contact",
          "t19"."at_risk",
          "t19"."month",
          "t19"."bit",
          "t19"."is_workday",
          "t19"."unborn_id"
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
            "t18"."day",
            "t10"."unit_id",
            "t10"."at_contact",
            "t10"."at_risk",
            "t9"."month",
            "t9"."bit",
            "t9"."is_workday",
            "t14"."unborn_id"
          FROM (
            SELECT
              "t16"."attendance_id",
              "t16"."person_id",
              "t16"."post_id",
              "t16"."spell_id",
              "t16"."contact_confirmed",
              "t16"."start",
              "t16"."end",
              "t16"."date",
              "t16"."has_reason",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t16"."date") AS "day"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t12"."attendance_id",
                  "t12"."person_id",
                  "t12"."post_id",
                  "t12"."spell_id",
                  "t12"."contact_confirmed",
                  CAST(EPOCH(CAST("t12"."start" AS TIMESTAMP)) AS BIGINT) AS "start",
                  CAST(EPOCH(CAST("t12"."end" AS TIMESTAMP)) AS BIGINT) AS "end",
                  CAST("t12"."start" AS DATE) AS "date",
                  "t12"."reason_over_8h" IS NOT NULL AS "has_reason"
                FROM (
                  SELECT
                    "t5"."attendance_id",
                    "t5"."person_id",
                    "t5"."post_id",
                    "t5"."spell_id",
                    "t5"."start",
                    "t5"."end",
                    "t5"."status",
                    "t5"."contact_confirmed",
                    "t5"."reason_over_8h",
                    "t5"."reported_by"
                  FROM "facts"."attendance" AS "t5"
                  SEMI JOIN "run"."scope" AS "t6"
                    ON "t5"."person_id" = "t6"."person_id"
                ) AS "t12"
                WHERE
                  "t12"."status" = 'worked'
              ) AS "t15"
              WHERE
                "t15"."start" < (
                  (
                    AS_OF() + 1
                  ) * 86400
                )
            ) AS "t16"
          ) AS "t18"
          INNER JOIN (
            SELECT
              "t0"."post_id",
              "t0"."unit_id",
              "t0"."contact" IN ('confirmed', 'suspected') AS "at_contact",
              "t0"."risk" IN ('high', 'higher') AS "at_risk"
            FROM "facts"."posts" AS "t0"
          ) AS "t10"
            ON "t18"."post_id" = "t10"."post_id"
          INNER JOIN (
            SELECT
              "t1"."day",
              "t1"."month",
              "t1"."bit",
              "t1"."is_workday"
            FROM "run"."calendar" AS "t1"
          ) AS "t9"
            ON "t18"."day" = "t9"."day"
          LEFT OUTER JOIN (
            SELECT
              "t11"."spell_id" AS "unborn_id"
            FROM (
              SELECT
                *
              FROM "facts"."spells" AS "t2"
              WHERE
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."start_date") > AS_OF()
            ) AS "t11"
          ) AS "t14"
            ON "t18"."spell_id" = "t14"."unborn_id"
        ) AS "t19"
      ) AS "t20"
    ) AS "t21"
  ) AS "t22"
) AS "t23"
