SELECT
  "t30"."person_id",
  "t30"."unit_id",
  "t30"."start",
  "t30"."last_day",
  "t30"."is_open",
  LEAD("t30"."start") OVER (
    PARTITION BY "t30"."person_id"
    ORDER BY "t30"."start" ASC
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
  ) AS "next_start"
FROM (
  SELECT
    "t29"."person_id",
    "t29"."unit_id",
    "t29"."start",
    "t29"."last_day",
    "t29"."is_open"
  FROM (
    SELECT
      "t28"."person_id",
      "t28"."unit_id",
      "t28"."run",
      MIN("t28"."start") AS "start",
      MAX("t28"."last_day") AS "last_day",
      BOOL_OR("t28"."is_open") AS "is_open"
    FROM (
      SELECT
        "t27"."person_id",
        "t27"."unit_id",
        "t27"."start",
        "t27"."last_day",
        "t27"."is_open",
        "t27"."begins",
        COALESCE(
          CAST(SUM(CAST(CAST("t27"."begins" AS INT) AS BIGINT)) OVER (
            PARTITION BY "t27"."person_id", "t27"."unit_id"
            ORDER BY "t27"."start" ASC, "t27"."last_day" ASC
            RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS BIGINT),
          0
        ) AS "run"
      FROM (
        SELECT
          "t26"."person_id",
          "t26"."unit_id",
          "t26"."start",
          "t26"."last_day",
          "t26"."is_open",
          "t26"."start" > (
            MAX("t26"."last_day") OVER (
              PARTITION BY "t26"."person_id", "t26"."unit_id"
              ORDER BY "t26"."start" ASC, "t26"."last_day" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
            ) + 1 + PARAM('families.join_gap')
          ) AS "begins"
        FROM (
          SELECT
            "t25"."person_id",
            "t25"."unit_id",
            "t25"."start",
            "t25"."last_day",
            "t25"."is_open"
          FROM (
            SELECT
              "t24"."spell_id",
              "t24"."person_id",
              "t24"."post_id",
              "t24"."arranged_by",
              "t24"."mission",
              "t24"."aid_place",
              "t24"."treats_confirmed",
              "t24"."start",
              "t24"."end_date",
              "t24"."unit_id",
              "t24"."released",
              "t24"."end",
              COALESCE("t24"."end", AS_OF()) AS "last_day",
              "t24"."end" IS NULL AS "is_open"
            FROM (
              SELECT
                "t23"."spell_id",
                "t23"."person_id",
                "t23"."post_id",
                "t23"."arranged_by",
                "t23"."mission",
                "t23"."aid_place",
                "t23"."treats_confirmed",
                "t23"."start",
                "t23"."end_date",
                "t23"."unit_id",
                "t23"."released",
                LEAST(
                  COALESCE(
                    CASE WHEN "t23"."end_date" <= AS_OF() THEN "t23"."end_date" ELSE NULL END,
                    "t23"."released"
                  ),
                  COALESCE(
                    "t23"."released",
                    CASE WHEN "t23"."end_date" <= AS_OF() THEN "t23"."end_date" ELSE NULL END
                  )
                ) AS "end"
              FROM (
                SELECT
                  "t22"."spell_id",
                  "t22"."person_id",
                  "t22"."post_id",
                  "t22"."arranged_by",
                  "t22"."mission",
                  "t22"."aid_place",
                  "t22"."treats_confirmed",
                  "t22"."start",
                  "t22"."end_date",
                  "t22"."unit_id",
                  "t22"."released"
                FROM (
                  SELECT
                    "t13"."spell_id",
                    "t13"."person_id",
                    "t13"."post_id",
                    "t13"."arranged_by",
                    "t13"."mission",
                    "t13"."aid_place",
                    "t13"."treats_confirmed",
                    "t13"."start",
                    "t13"."end_date",
                    "t8"."unit_id",
                    "t21"."spell_id" AS "spell_id_right",
                    "t21"."released"
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
                          CAST((
                            "t2"."start_date" - MAKE_DATE(1970, 1, 1)
                          ) AS BIGINT) AS "start",
                          CAST((
                            "t2"."end_date" - MAKE_DATE(1970, 1, 1)
                          ) AS BIGINT) AS "end_date"
                        FROM "facts"."spells" AS "t2"
                      ) AS "t6"
                      WHERE
                        "t6"."start" <= AS_OF()
                    ) AS "t10"
                    WHERE
                      "t10"."mission" = 'aid'
                  ) AS "t13"
                  INNER JOIN (
                    SELECT
                      "t1"."person_id",
                      "t1"."unit_id"
                    FROM "facts"."people" AS "t1"
                    WHERE
                      "t1"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
                  ) AS "t8"
                    ON "t13"."person_id" = "t8"."person_id"
                  LEFT OUTER JOIN (
                    SELECT
                      "t19"."spell_id",
                      MIN("t19"."release_day") AS "released"
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t13"."spell_id",
                          "t13"."person_id",
                          "t13"."post_id",
                          "t13"."arranged_by",
                          "t13"."mission",
                          "t13"."aid_place",
                          "t13"."treats_confirmed",
                          "t13"."start",
                          "t13"."end_date",
                          "t8"."unit_id",
                          "t17"."release_day"
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
                                CAST((
                                  "t2"."start_date" - MAKE_DATE(1970, 1, 1)
                                ) AS BIGINT) AS "start",
                                CAST((
                                  "t2"."end_date" - MAKE_DATE(1970, 1, 1)
                                ) AS BIGINT) AS "end_date"
                              FROM "facts"."spells" AS "t2"
                            ) AS "t6"
                            WHERE
                              "t6"."start" <= AS_OF()
                          ) AS "t10"
                          WHERE
                            "t10"."mission" = 'aid'
                        ) AS "t13"
                        INNER JOIN (
                          SELECT
                            "t1"."person_id",
                            "t1"."unit_id"
                          FROM "facts"."people" AS "t1"
                          WHERE
                            "t1"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
                        ) AS "t8"
                          ON "t13"."person_id" = "t8"."person_id"
                        INNER JOIN (
                          SELECT
                            "t15"."person_id",
                            "t15"."day" AS "release_day"
                          FROM (
                            SELECT DISTINCT
                              *
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  "t9"."person_id",
                                  "t9"."day"
                                FROM (
                                  SELECT
                                    "t3"."person_id",
                                    CAST((
                                      "t3"."date" - MAKE_DATE(1970, 1, 1)
                                    ) AS BIGINT) AS "day"
                                  FROM "facts"."declarations" AS "t3"
                                  WHERE
                                    "t3"."kind" = 'release'
                                ) AS "t9"
                                WHERE
                                  EXISTS(
                                    SELECT
                                      1
                                    FROM "run"."contact_circle" AS "t4"
                                    WHERE
                                      "t9"."person_id" = "t4"."person_id"
                                  )
                              ) AS "t11"
                              WHERE
                                "t11"."day" <= AS_OF()
                            ) AS "t14"
                          ) AS "t15"
                        ) AS "t17"
                          ON "t13"."person_id" = "t17"."person_id"
                        WHERE
                          EXISTS(
                            SELECT
                              1
                            FROM "run"."contact_circle" AS "t4"
                            WHERE
                              "t13"."person_id" = "t4"."person_id"
                          )
                      ) AS "t18"
                      WHERE
                        "t18"."release_day" >= "t18"."start"
                    ) AS "t19"
                    GROUP BY
                      1
                  ) AS "t21"
                    ON "t13"."spell_id" = "t21"."spell_id"
                  WHERE
                    EXISTS(
                      SELECT
                        1
                      FROM "run"."contact_circle" AS "t4"
                      WHERE
                        "t13"."person_id" = "t4"."person_id"
                    )
                ) AS "t22"
              ) AS "t23"
            ) AS "t24"
          ) AS "t25"
        ) AS "t26"
      ) AS "t27"
    ) AS "t28"
    GROUP BY
      1,
      2,
      3
  ) AS "t29"
) AS "t30"
