SELECT
  "t28"."person_id",
  "t28"."unit_id",
  "t28"."start",
  "t28"."last_day",
  "t28"."is_open",
  LEAD("t28"."start") OVER (
    PARTITION BY "t28"."person_id"
    ORDER BY "t28"."start" ASC
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
  ) AS "next_start"
FROM (
  SELECT
    "t27"."person_id",
    "t27"."unit_id",
    "t27"."start",
    "t27"."last_day",
    "t27"."is_open"
  FROM (
    SELECT
      "t26"."person_id",
      "t26"."unit_id",
      "t26"."run",
      MIN("t26"."start") AS "start",
      MAX("t26"."last_day") AS "last_day",
      BOOL_OR("t26"."is_open") AS "is_open"
    FROM (
      SELECT
        "t25"."person_id",
        "t25"."unit_id",
        "t25"."start",
        "t25"."last_day",
        "t25"."is_open",
        "t25"."begins",
        CAST(SUM(CAST(CAST("t25"."begins" AS INT) AS BIGINT)) OVER (
          PARTITION BY "t25"."person_id", "t25"."unit_id"
          ORDER BY "t25"."start" ASC, "t25"."last_day" ASC
          RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS BIGINT) AS "run"
      FROM (
        SELECT
          "t24"."person_id",
          "t24"."unit_id",
          "t24"."start",
          "t24"."last_day",
          "t24"."is_open",
          COALESCE(
            "t24"."start" > (
              MAX("t24"."last_day") OVER (
                PARTITION BY "t24"."person_id", "t24"."unit_id"
                ORDER BY "t24"."start" ASC, "t24"."last_day" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
              ) + 1 + PARAM('families.join_gap')
            ),
            TRUE
          ) AS "begins"
        FROM (
          SELECT
            "t23"."person_id",
            "t23"."unit_id",
            "t23"."start",
            "t23"."last_day",
            "t23"."is_open"
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
              "t22"."released",
              "t22"."round",
              "t22"."end",
              COALESCE("t22"."end", AS_OF()) AS "last_day",
              "t22"."end" IS NULL AS "is_open"
            FROM (
              SELECT
                "t21"."spell_id",
                "t21"."person_id",
                "t21"."post_id",
                "t21"."arranged_by",
                "t21"."mission",
                "t21"."aid_place",
                "t21"."treats_confirmed",
                "t21"."start",
                "t21"."end_date",
                "t21"."unit_id",
                "t21"."released",
                "t21"."round",
                LEAST(
                  COALESCE(
                    CASE WHEN "t21"."end_date" <= AS_OF() THEN "t21"."end_date" ELSE NULL END,
                    "t21"."released"
                  ),
                  COALESCE(
                    "t21"."released",
                    CASE WHEN "t21"."end_date" <= AS_OF() THEN "t21"."end_date" ELSE NULL END
                  )
                ) AS "end"
              FROM (
                SELECT
                  "t20"."spell_id",
                  "t20"."person_id",
                  "t20"."post_id",
                  "t20"."arranged_by",
                  "t20"."mission",
                  "t20"."aid_place",
                  "t20"."treats_confirmed",
                  "t20"."start",
                  "t20"."end_date",
                  "t20"."unit_id",
                  "t20"."released",
                  COALESCE("t20"."round", 0) AS "round"
                FROM (
                  SELECT
                    "t19"."spell_id",
                    "t19"."person_id",
                    "t19"."post_id",
                    "t19"."arranged_by",
                    "t19"."mission",
                    "t19"."aid_place",
                    "t19"."treats_confirmed",
                    "t19"."start",
                    "t19"."end_date",
                    "t19"."unit_id",
                    "t19"."released",
                    "t19"."round"
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
                      "t18"."spell_id" AS "spell_id_right",
                      "t18"."released",
                      "t18"."round"
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
                      ) AS "t9"
                      WHERE
                        "t9"."mission" = 'aid'
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
                        "t16"."spell_id",
                        MIN("t16"."release_day") FILTER(WHERE
                          "t16"."release_day" >= "t16"."start") AS "released",
                        COUNT("t16"."release_day") FILTER(WHERE
                          "t16"."release_day" < "t16"."start") AS "round"
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
                          "t15"."release_day"
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
                          ) AS "t9"
                          WHERE
                            "t9"."mission" = 'aid'
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
                            "t11"."person_id",
                            "t11"."day" AS "release_day"
                          FROM (
                            SELECT DISTINCT
                              *
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  "t3"."person_id",
                                  CAST((
                                    "t3"."date" - MAKE_DATE(1970, 1, 1)
                                  ) AS BIGINT) AS "day"
                                FROM "facts"."declarations" AS "t3"
                                WHERE
                                  "t3"."kind" = 'release'
                              ) AS "t7"
                              WHERE
                                "t7"."day" <= AS_OF()
                            ) AS "t10"
                          ) AS "t11"
                        ) AS "t15"
                          ON "t13"."person_id" = "t15"."person_id"
                        WHERE
                          EXISTS(
                            SELECT
                              1
                            FROM "run"."contact_circle" AS "t4"
                            WHERE
                              "t13"."person_id" = "t4"."person_id"
                          )
                      ) AS "t16"
                      GROUP BY
                        1
                    ) AS "t18"
                      ON "t13"."spell_id" = "t18"."spell_id"
                    WHERE
                      EXISTS(
                        SELECT
                          1
                        FROM "run"."contact_circle" AS "t4"
                        WHERE
                          "t13"."person_id" = "t4"."person_id"
                      )
                  ) AS "t19"
                ) AS "t20"
              ) AS "t21"
            ) AS "t22"
          ) AS "t23"
        ) AS "t24"
      ) AS "t25"
    ) AS "t26"
    GROUP BY
      1,
      2,
      3
  ) AS "t27"
) AS "t28"
