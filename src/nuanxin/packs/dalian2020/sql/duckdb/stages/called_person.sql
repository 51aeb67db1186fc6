WITH "t35" AS (
  SELECT
    "t34"."person_id",
    "t34"."unit_id",
    "t34"."call",
    MIN("t34"."day") AS "given"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t23"."person_id",
        "t23"."day",
        "t23"."named",
        "t10"."unit_id",
        "t19"."call",
        "t19"."refs",
        "t19"."asked",
        "t19"."next_call"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t0"."subject_id" AS "person_id",
            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."on_date") AS "day",
            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."period_start") AS "named"
          FROM "facts"."deliveries" AS "t0"
          WHERE
            "t0"."provision" = 'M01-4'
        ) AS "t9"
        WHERE
          "t9"."day" <= AS_OF()
      ) AS "t23"
      INNER JOIN (
        SELECT
          "t1"."person_id",
          "t1"."unit_id"
        FROM "facts"."people" AS "t1"
      ) AS "t10"
        ON "t23"."person_id" = "t10"."person_id"
      INNER JOIN (
        SELECT
          "t11".*
          EXCLUDE ("provision")
        FROM (
          SELECT
            *
          FROM "run"."call" AS "t2"
          WHERE
            "t2"."provision" = 'M01-4'
        ) AS "t11"
      ) AS "t19"
        ON "t10"."unit_id" = "t19"."unit_id"
    ) AS "t29"
    WHERE
      "t29"."day" >= "t29"."call"
      AND (
        (
          "t29"."next_call" IS NULL
        ) OR (
          "t29"."day" < "t29"."next_call"
        )
      )
      AND (
        (
          "t29"."named" IS NULL
        ) OR (
          "t29"."named" = "t29"."call"
        )
      )
  ) AS "t34"
  GROUP BY
    1,
    2,
    3
), "t36" AS (
  SELECT
    "t33"."person_id",
    "t18"."call"
  FROM (
    SELECT
      "t31".*
      EXCLUDE ("unit_id_right")
    FROM (
      SELECT
        "t26"."person_id",
        "t26"."unit_id",
        "t26"."employment",
        "t26"."profession",
        "t26"."is_leader",
        "t26"."is_secretary",
        "t26"."birth_date",
        "t26"."education",
        "t26"."party",
        "t26"."title_level",
        "t26"."title_since",
        "t26"."rank_since",
        "t26"."ref",
        "t12"."unit_id" AS "unit_id_right",
        "t12"."unit_district"
      FROM (
        SELECT
          "t1"."person_id",
          "t1"."unit_id",
          "t1"."employment",
          "t1"."profession",
          "t1"."is_leader",
          "t1"."is_secretary",
          "t1"."birth_date",
          "t1"."education",
          "t1"."party",
          "t1"."title_level",
          "t1"."title_since",
          "t1"."rank_since",
          'people:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."person_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
        FROM "facts"."people" AS "t1"
      ) AS "t26"
      LEFT OUTER JOIN (
        SELECT
          "t3"."unit_id",
          "t3"."district" AS "unit_district"
        FROM "facts"."units" AS "t3"
      ) AS "t12"
        ON "t26"."unit_id" = "t12"."unit_id"
    ) AS "t31"
  ) AS "t33"
  INNER JOIN (
    SELECT
      "t11".*
      EXCLUDE ("provision")
    FROM (
      SELECT
        *
      FROM "run"."call" AS "t2"
      WHERE
        "t2"."provision" = 'M01-4'
    ) AS "t11"
  ) AS "t18"
    ON "t33"."unit_id" = "t18"."unit_id"
)
SELECT
  "t74"."person_id",
  "t74"."unit_id",
  "t74"."employment",
  "t74"."profession",
  "t74"."is_leader",
  "t74"."is_secretary",
  "t74"."birth_date",
  "t74"."education",
  "t74"."party",
  "t74"."title_level",
  "t74"."title_since",
  "t74"."rank_since",
  "t74"."ref",
  "t74"."unit_district",
  "t74"."call",
  "t74"."refs",
  "t74"."asked",
  "t74"."next_call",
  "t74"."is_fit",
  "t74"."given",
  "t74"."sent",
  "t74"."employment" IN (
    'civil_servant',
    'institution_staff',
    'grassroots_institution_staff',
    'community_cadre',
    'village_cadre',
    'graduate_village_official'
  ) AS "is_cadre",
  (
    (
      (
        EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST("t74"."call" AS INT)) * 10000
      ) + (
        EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST("t74"."call" AS INT)) * 100
      ) + EXTRACT(day FROM MAKE_DATE(1970, 1, 1) + CAST("t74"."call" AS INT))
    ) - (
      (
        EXTRACT(year FROM "t74"."birth_date") * 10000
      ) + (
        EXTRACT(month FROM "t74"."birth_date") * 100
      ) + EXTRACT(day FROM "t74"."birth_date")
    )
  ) < (
    (
      CASE
        WHEN "t74"."is_leader"
        THEN PARAM('mobilise.young_division_age_max')
        ELSE PARAM('mobilise.young_section_age_max')
      END + 1
    ) * 10000
  ) AS "is_young",
  COALESCE(COALESCE("t74"."sent", 0) >= "t74"."asked", FALSE) AS "is_filled"
FROM (
  SELECT
    "t73".*
    EXCLUDE ("call_right", "unit_id_right")
  FROM (
    SELECT
      "t72"."person_id",
      "t72"."unit_id",
      "t72"."employment",
      "t72"."profession",
      "t72"."is_leader",
      "t72"."is_secretary",
      "t72"."birth_date",
      "t72"."education",
      "t72"."party",
      "t72"."title_level",
      "t72"."title_since",
      "t72"."rank_since",
      "t72"."ref",
      "t72"."unit_district",
      "t72"."call",
      "t72"."refs",
      "t72"."asked",
      "t72"."next_call",
      "t72"."is_fit",
      "t72"."given",
      "t44"."unit_id" AS "unit_id_right",
      "t44"."call" AS "call_right",
      "t44"."sent"
    FROM (
      SELECT
        "t70".*
        EXCLUDE ("call_right", "person_id_right")
      FROM (
        SELECT
          "t69"."person_id",
          "t69"."unit_id",
          "t69"."employment",
          "t69"."profession",
          "t69"."is_leader",
          "t69"."is_secretary",
          "t69"."birth_date",
          "t69"."education",
          "t69"."party",
          "t69"."title_level",
          "t69"."title_since",
          "t69"."rank_since",
          "t69"."ref",
          "t69"."unit_district",
          "t69"."call",
          "t69"."refs",
          "t69"."asked",
          "t69"."next_call",
          "t69"."is_fit",
          "t45"."person_id" AS "person_id_right",
          "t45"."call" AS "call_right",
          "t45"."given"
        FROM (
          SELECT
            "t67".*
            EXCLUDE ("call_right", "person_id_right")
          FROM (
            SELECT
              "t66"."person_id",
              "t66"."unit_id",
              "t66"."employment",
              "t66"."profession",
              "t66"."is_leader",
              "t66"."is_secretary",
              "t66"."birth_date",
              "t66"."education",
              "t66"."party",
              "t66"."title_level",
              "t66"."title_since",
              "t66"."rank_since",
              "t66"."ref",
              "t66"."unit_district",
              "t66"."call",
              "t66"."refs",
              "t66"."asked",
              "t66"."next_call",
              "t66"."person_id_right",
              "t66"."call_right",
              "t66"."person_id_right" IS NULL AS "is_fit"
            FROM (
              SELECT
                "t33"."person_id",
                "t33"."unit_id",
                "t33"."employment",
                "t33"."profession",
                "t33"."is_leader",
                "t33"."is_secretary",
                "t33"."birth_date",
                "t33"."education",
                "t33"."party",
                "t33"."title_level",
                "t33"."title_since",
                "t33"."rank_since",
                "t33"."ref",
                "t33"."unit_district",
                "t18"."call",
                "t18"."refs",
                "t18"."asked",
                "t18"."next_call",
                "t65"."person_id" AS "person_id_right",
                "t65"."call" AS "call_right"
              FROM (
                SELECT
                  "t31".*
                  EXCLUDE ("unit_id_right")
                FROM (
                  SELECT
                    "t26"."person_id",
                    "t26"."unit_id",
                    "t26"."employment",
                    "t26"."profession",
                    "t26"."is_leader",
                    "t26"."is_secretary",
                    "t26"."birth_date",
                    "t26"."education",
                    "t26"."party",
                    "t26"."title_level",
                    "t26"."title_since",
                    "t26"."rank_since",
                    "t26"."ref",
                    "t12"."unit_id" AS "unit_id_right",
                    "t12"."unit_district"
                  FROM (
                    SELECT
                      "t1"."person_id",
                      "t1"."unit_id",
                      "t1"."employment",
                      "t1"."profession",
                      "t1"."is_leader",
                      "t1"."is_secretary",
                      "t1"."birth_date",
                      "t1"."education",
                      "t1"."party",
                      "t1"."title_level",
                      "t1"."title_since",
                      "t1"."rank_since",
                      'people:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."person_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
                    FROM "facts"."people" AS "t1"
                  ) AS "t26"
                  LEFT OUTER JOIN (
                    SELECT
                      "t3"."unit_id",
                      "t3"."district" AS "unit_district"
                    FROM "facts"."units" AS "t3"
                  ) AS "t12"
                    ON "t26"."unit_id" = "t12"."unit_id"
                ) AS "t31"
              ) AS "t33"
              INNER JOIN (
                SELECT
                  "t11".*
                  EXCLUDE ("provision")
                FROM (
                  SELECT
                    *
                  FROM "run"."call" AS "t2"
                  WHERE
                    "t2"."provision" = 'M01-4'
                ) AS "t11"
              ) AS "t18"
                ON "t33"."unit_id" = "t18"."unit_id"
              LEFT OUTER JOIN (
                SELECT
                  *
                FROM (
                  SELECT
                    "t49"."person_id",
                    "t49"."call"
                  FROM (
                    SELECT
                      "t46"."person_id",
                      "t46"."call",
                      "t46"."on_day",
                      "t17"."first",
                      "t17"."last"
                    FROM (
                      SELECT
                        "t38"."person_id",
                        "t38"."call",
                        AS_OF() AS "on_day"
                      FROM "t36" AS "t38"
                    ) AS "t46"
                    INNER JOIN (
                      SELECT
                        "t4"."person_id",
                        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."start_date") AS "first",
                        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."end_date") AS "last"
                      FROM "facts"."absences" AS "t4"
                      WHERE
                        "t4"."kind" IN ('sick', 'injury', 'quarantine', 'forced')
                    ) AS "t17"
                      ON "t46"."person_id" = "t17"."person_id"
                  ) AS "t49"
                  WHERE
                    "t49"."first" <= "t49"."on_day" AND "t49"."last" >= "t49"."on_day"
                ) AS "t52"
                UNION
                SELECT
                  *
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t61"."person_id",
                      "t61"."call"
                    FROM (
                      SELECT
                        "t47"."person_id",
                        "t47"."call",
                        "t47"."on_day",
                        "t60"."first",
                        "t60"."last"
                      FROM (
                        SELECT
                          "t38"."person_id",
                          "t38"."call",
                          "t38"."call" AS "on_day"
                        FROM "t36" AS "t38"
                      ) AS "t47"
                      INNER JOIN (
                        SELECT
                          "t58"."person_id",
                          "t58"."start" AS "first",
                          COALESCE("t58"."end", AS_OF()) AS "last"
                        FROM (
                          SELECT
                            "t57"."spell_id",
                            "t57"."person_id",
                            "t57"."post_id",
                            "t57"."arranged_by",
                            "t57"."mission",
                            "t57"."aid_place",
                            "t57"."treats_confirmed",
                            "t57"."start",
                            "t57"."end_date",
                            "t57"."released",
                            "t57"."round",
                            LEAST(
                              COALESCE(
                                CASE WHEN "t57"."end_date" <= AS_OF() THEN "t57"."end_date" ELSE NULL END,
                                "t57"."released"
                              ),
                              COALESCE(
                                "t57"."released",
                                CASE WHEN "t57"."end_date" <= AS_OF() THEN "t57"."end_date" ELSE NULL END
                              )
                            ) AS "end"
                          FROM (
                            SELECT
                              "t56"."spell_id",
                              "t56"."person_id",
                              "t56"."post_id",
                              "t56"."arranged_by",
                              "t56"."mission",
                              "t56"."aid_place",
                              "t56"."treats_confirmed",
                              "t56"."start",
                              "t56"."end_date",
                              "t56"."released",
                              COALESCE("t56"."round", 0) AS "round"
                            FROM (
                              SELECT
                                "t55".*
                                EXCLUDE ("spell_id_right")
                              FROM (
                                SELECT
                                  "t25"."spell_id",
                                  "t25"."person_id",
                                  "t25"."post_id",
                                  "t25"."arranged_by",
                                  "t25"."mission",
                                  "t25"."aid_place",
                                  "t25"."treats_confirmed",
                                  "t25"."start",
                                  "t25"."end_date",
                                  "t54"."spell_id" AS "spell_id_right",
                                  "t54"."released",
                                  "t54"."round"
                                FROM (
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      "t5"."spell_id",
                                      "t5"."person_id",
                                      "t5"."post_id",
                                      "t5"."arranged_by",
                                      "t5"."mission",
                                      "t5"."aid_place",
                                      "t5"."treats_confirmed",
                                      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t5"."start_date") AS "start",
                                      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t5"."end_date") AS "end_date"
                                    FROM "facts"."spells" AS "t5"
                                  ) AS "t14"
                                  WHERE
                                    "t14"."start" <= AS_OF()
                                ) AS "t25"
                                SEMI JOIN "t36" AS "t39"
                                  ON "t25"."person_id" = "t39"."person_id"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t48"."spell_id",
                                    MIN("t48"."release_day") FILTER(WHERE
                                      "t48"."release_day" >= "t48"."start") AS "released",
                                    COUNT("t48"."release_day") FILTER(WHERE
                                      "t48"."release_day" < "t48"."start") AS "round"
                                  FROM (
                                    SELECT
                                      "t25"."spell_id",
                                      "t25"."person_id",
                                      "t25"."post_id",
                                      "t25"."arranged_by",
                                      "t25"."mission",
                                      "t25"."aid_place",
                                      "t25"."treats_confirmed",
                                      "t25"."start",
                                      "t25"."end_date",
                                      "t30"."release_day"
                                    FROM (
                                      SELECT
                                        *
                                      FROM (
                                        SELECT
                                          "t5"."spell_id",
                                          "t5"."person_id",
                                          "t5"."post_id",
                                          "t5"."arranged_by",
                                          "t5"."mission",
                                          "t5"."aid_place",
                                          "t5"."treats_confirmed",
                                          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t5"."start_date") AS "start",
                                          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t5"."end_date") AS "end_date"
                                        FROM "facts"."spells" AS "t5"
                                      ) AS "t14"
                                      WHERE
                                        "t14"."start" <= AS_OF()
                                    ) AS "t25"
                                    SEMI JOIN "t36" AS "t39"
                                      ON "t25"."person_id" = "t39"."person_id"
                                    INNER JOIN (
                                      SELECT
                                        "t27"."person_id",
                                        "t27"."day" AS "release_day"
                                      FROM (
                                        SELECT DISTINCT
                                          *
                                        FROM (
                                          SELECT
                                            *
                                          FROM (
                                            SELECT
                                              "t6"."person_id",
                                              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t6"."date") AS "day"
                                            FROM "facts"."declarations" AS "t6"
                                            WHERE
                                              "t6"."kind" = 'release'
                                          ) AS "t15"
                                          WHERE
                                            "t15"."day" <= AS_OF()
                                        ) AS "t22"
                                      ) AS "t27"
                                    ) AS "t30"
                                      ON "t25"."person_id" = "t30"."person_id"
                                  ) AS "t48"
                                  GROUP BY
                                    1
                                ) AS "t54"
                                  ON "t25"."spell_id" = "t54"."spell_id"
                              ) AS "t55"
                            ) AS "t56"
                          ) AS "t57"
                        ) AS "t58"
                      ) AS "t60"
                        ON "t47"."person_id" = "t60"."person_id"
                    ) AS "t61"
                    WHERE
                      "t61"."first" <= "t61"."on_day" AND "t61"."last" >= "t61"."on_day"
                  ) AS "t62"
                  UNION
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t50"."person_id",
                      "t50"."call"
                    FROM (
                      SELECT
                        "t47"."person_id",
                        "t47"."call",
                        "t47"."on_day",
                        "t17"."first",
                        "t17"."last"
                      FROM (
                        SELECT
                          "t38"."person_id",
                          "t38"."call",
                          "t38"."call" AS "on_day"
                        FROM "t36" AS "t38"
                      ) AS "t47"
                      INNER JOIN (
                        SELECT
                          "t4"."person_id",
                          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."start_date") AS "first",
                          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."end_date") AS "last"
                        FROM "facts"."absences" AS "t4"
                        WHERE
                          "t4"."kind" IN ('sick', 'injury', 'quarantine', 'forced')
                      ) AS "t17"
                        ON "t47"."person_id" = "t17"."person_id"
                    ) AS "t50"
                    WHERE
                      "t50"."first" <= "t50"."on_day" AND "t50"."last" >= "t50"."on_day"
                  ) AS "t53"
                ) AS "t63"
              ) AS "t65"
                ON "t33"."person_id" = "t65"."person_id" AND "t18"."call" = "t65"."call"
            ) AS "t66"
          ) AS "t67"
        ) AS "t69"
        LEFT OUTER JOIN (
          SELECT
            "t37"."person_id",
            "t37"."call",
            "t37"."given"
          FROM "t35" AS "t37"
        ) AS "t45"
          ON "t69"."person_id" = "t45"."person_id" AND "t69"."call" = "t45"."call"
      ) AS "t70"
    ) AS "t72"
    LEFT OUTER JOIN (
      SELECT
        "t37"."unit_id",
        "t37"."call",
        COUNT(*) AS "sent"
      FROM "t35" AS "t37"
      GROUP BY
        1,
        2
    ) AS "t44"
      ON "t72"."unit_id" = "t44"."unit_id" AND "t72"."call" = "t44"."call"
  ) AS "t73"
) AS "t74"
