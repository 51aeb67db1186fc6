SELECT
  "t23"."person_id",
  "t23"."unit_id",
  "t23"."start",
  "t23"."last_day",
  "t23"."is_open",
  LEAD("t23"."start") OVER (
    PARTITION BY "t23"."person_id"
    ORDER BY "t23"."start" ASC
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
  ) AS "next_start"
FROM (
  SELECT
    "t22".*
    EXCLUDE ("run")
  FROM (
    SELECT
      "t21"."person_id",
      "t21"."unit_id",
      "t21"."run",
      MIN("t21"."start") AS "start",
      MAX("t21"."last_day") AS "last_day",
      BOOL_OR(CAST("t21"."is_open" AS BOOLEAN)) AS "is_open"
    FROM (
      SELECT
        "t20"."person_id",
        "t20"."unit_id",
        "t20"."start",
        "t20"."last_day",
        "t20"."is_open",
        "t20"."begins",
        SUM(CAST("t20"."begins" AS BIGINT)) OVER (
          PARTITION BY "t20"."person_id", "t20"."unit_id"
          ORDER BY "t20"."start" ASC, "t20"."last_day" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS "run"
      FROM (
        SELECT
          "t19"."person_id",
          "t19"."unit_id",
          "t19"."start",
          "t19"."last_day",
          "t19"."is_open",
          COALESCE(
            "t19"."start" > (
              MAX("t19"."last_day") OVER (
                PARTITION BY "t19"."person_id", "t19"."unit_id"
                ORDER BY "t19"."start" ASC, "t19"."last_day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
              ) + 1 + PARAM('families.join_gap')
            ),
            TRUE
          ) AS "begins"
        FROM (
          SELECT
            "t18"."person_id",
            "t18"."unit_id",
            "t18"."start",
            "t18"."last_day",
            "t18"."is_open"
          FROM (
            SELECT
              "t17"."spell_id",
              "t17"."person_id",
              "t17"."post_id",
              "t17"."arranged_by",
              "t17"."mission",
              "t17"."aid_place",
              "t17"."treats_confirmed",
              "t17"."start",
              "t17"."end_date",
              "t17"."unit_id",
              "t17"."released",
              "t17"."round",
              "t17"."end",
              COALESCE("t17"."end", AS_OF()) AS "last_day",
              "t17"."end" IS NULL AS "is_open"
            FROM (
              SELECT
                "t16"."spell_id",
                "t16"."person_id",
                "t16"."post_id",
                "t16"."arranged_by",
                "t16"."mission",
                "t16"."aid_place",
                "t16"."treats_confirmed",
                "t16"."start",
                "t16"."end_date",
                "t16"."unit_id",
                "t16"."released",
                "t16"."round",
                LEAST(
                  COALESCE(
                    CASE WHEN "t16"."end_date" <= AS_OF() THEN "t16"."end_date" ELSE NULL END,
                    "t16"."released"
                  ),
                  COALESCE(
                    "t16"."released",
                    CASE WHEN "t16"."end_date" <= AS_OF() THEN "t16"."end_date" ELSE NULL END
                  )
                ) AS "end"
              FROM (
                SELECT
                  "t15"."spell_id",
                  "t15"."person_id",
                  "t15"."post_id",
                  "t15"."arranged_by",
                  "t15"."mission",
                  "t15"."aid_place",
                  "t15"."treats_confirmed",
                  "t15"."start",
                  "t15"."end_date",
                  "t15"."unit_id",
                  MIN("t15"."release_day") FILTER(WHERE
                    "t15"."release_day" >= "t15"."start") AS "released",
                  COUNT("t15"."release_day") FILTER(WHERE
                    "t15"."release_day" < "t15"."start") AS "round"
                FROM (
                  SELECT
                    "t14"."spell_id",
                    "t14"."person_id",
                    "t14"."post_id",
                    "t14"."arranged_by",
                    "t14"."mission",
                    "t14"."aid_place",
                    "t14"."treats_confirmed",
                    "t14"."start",
                    "t14"."end_date",
                    "t8"."unit_id",
                    "t13"."day" AS "release_day"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t2"."spell_id",
                          "t2"."person_id",
                          "t2"."post_id",
                          "t2"."arranged_by",
                          "t2"."mission",
                          "t2"."aid_place",
                          "t2"."treats_confirmed",
                          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."start_date") AS "start",
                          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."end_date") AS "end_date"
                        FROM "facts"."spells" AS "t2"
                      ) AS "t6"
                      WHERE
                        "t6"."start" <= AS_OF()
                    ) AS "t9"
                    WHERE
                      "t9"."mission" = 'aid'
                  ) AS "t14"
                  SEMI JOIN "run"."contact_circle" AS "t4"
                    ON "t14"."person_id" = "t4"."person_id"
                  INNER JOIN (
                    SELECT
                      "t1"."person_id",
                      "t1"."unit_id"
                    FROM "facts"."people" AS "t1"
                    WHERE
                      "t1"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
                  ) AS "t8"
                    ON "t14"."person_id" = "t8"."person_id"
                  LEFT OUTER JOIN (
                    SELECT DISTINCT
                      *
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t3"."person_id",
                          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."date") AS "day"
                        FROM "facts"."declarations" AS "t3"
                        WHERE
                          "t3"."kind" = 'release'
                      ) AS "t7"
                      WHERE
                        "t7"."day" <= AS_OF()
                    ) AS "t10"
                  ) AS "t13"
                    ON "t14"."person_id" = "t13"."person_id"
                ) AS "t15"
                GROUP BY
                  1,
                  2,
                  3,
                  4,
                  5,
                  6,
                  7,
                  8,
                  9,
                  10
              ) AS "t16"
            ) AS "t17"
          ) AS "t18"
        ) AS "t19"
      ) AS "t20"
    ) AS "t21"
    GROUP BY
      1,
      2,
      3
  ) AS "t22"
) AS "t23"
