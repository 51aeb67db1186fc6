WITH "t32" AS (
  SELECT
    "t31"."person_id",
    "t31"."unit_id",
    "t31"."call",
    MIN("t31"."day") AS "given"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t23"."person_id",
        "t23"."day",
        "t23"."named",
        "t10"."unit_id",
        "t20"."call",
        "t20"."refs",
        "t20"."asked",
        "t20"."next_call"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t0"."subject_id" AS "person_id",
            CAST((
              "t0"."on_date" - MAKE_DATE(1970, 1, 1)
            ) AS BIGINT) AS "day",
            CAST((
              "t0"."period_start" - MAKE_DATE(1970, 1, 1)
            ) AS BIGINT) AS "named"
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
          "t11"."unit_id",
          "t11"."call",
          "t11"."refs",
          "t11"."asked",
          "t11"."next_call"
        FROM (
          SELECT
            *
          FROM "run"."call" AS "t2"
          WHERE
            "t2"."provision" = 'M01-4'
        ) AS "t11"
      ) AS "t20"
        ON "t10"."unit_id" = "t20"."unit_id"
    ) AS "t27"
    WHERE
      "t27"."day" >= "t27"."call"
      AND (
        (
          "t27"."next_call" IS NULL
        ) OR (
          "t27"."day" < "t27"."next_call"
        )
      )
      AND (
        (
          "t27"."named" IS NULL
        ) OR (
          "t27"."named" = "t27"."call"
        )
      )
  ) AS "t31"
  GROUP BY
    1,
    2,
    3
), "t33" AS (
  SELECT
    "t30"."person_id",
    "t19"."call"
  FROM (
    SELECT
      "t28"."person_id",
      "t28"."unit_id",
      "t28"."employment",
      "t28"."profession",
      "t28"."is_leader",
      "t28"."is_secretary",
      "t28"."birth_date",
      "t28"."education",
      "t28"."party",
      "t28"."title_level",
      "t28"."title_since",
      "t28"."rank_since",
      "t28"."ref",
      "t28"."unit_district"
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
    ) AS "t28"
  ) AS "t30"
  INNER JOIN (
    SELECT
      "t11"."unit_id",
      "t11"."call",
      "t11"."refs",
      "t11"."asked",
      "t11"."next_call"
    FROM (
      SELECT
        *
      FROM "run"."call" AS "t2"
      WHERE
        "t2"."provision" = 'M01-4'
    ) AS "t11"
  ) AS "t19"
    ON "t30"."unit_id" = "t19"."unit_id"
)
SELECT
  "t76"."person_id",
  "t76"."unit_id",
  "t76"."employment",
  "t76"."profession",
  "t76"."is_leader",
  "t76"."is_secretary",
  "t76"."birth_date",
  "t76"."education",
  "t76"."party",
  "t76"."title_level",
  "t76"."title_since",
  "t76"."rank_since",
  "t76"."ref",
  "t76"."unit_district",
  "t76"."call",
  "t76"."refs",
  "t76"."asked",
  "t76"."next_call",
  "t76"."is_fit",
  "t76"."given",
  "t76"."sent",
  "t76"."employment" IN (
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
        CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t76"."call" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 10000
      ) + (
        CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t76"."call" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 100
      ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t76"."call" AS INT) AS INT)) AS TIMESTAMP) AS DATE))
    ) - (
      (
        CAST(EXTRACT('year' FROM "t76"."birth_date") AS INT) * 10000
      ) + (
        CAST(EXTRACT('month' FROM "t76"."birth_date") AS INT) * 100
      ) + EXTRACT(day FROM "t76"."birth_date")
    )
  ) < (
    (
      CASE
        WHEN "t76"."is_leader"
        THEN PARAM('mobilise.young_division_age_max')
        ELSE PARAM('mobilise.young_section_age_max')
      END + 1
    ) * 10000
  ) AS "is_young",
  COALESCE(COALESCE("t76"."sent", 0) >= "t76"."asked", FALSE) AS "is_filled"
FROM (
  SELECT
    "t75"."person_id",
    "t75"."unit_id",
    "t75"."employment",
    "t75"."profession",
    "t75"."is_leader",
    "t75"."is_secretary",
    "t75"."birth_date",
    "t75"."education",
    "t75"."party",
    "t75"."title_level",
    "t75"."title_since",
    "t75"."rank_since",
    "t75"."ref",
    "t75"."unit_district",
    "t75"."call",
    "t75"."refs",
    "t75"."asked",
    "t75"."next_call",
    "t75"."is_fit",
    "t75"."given",
    "t75"."sent"
  FROM (
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
      "t41"."unit_id" AS "unit_id_right",
      "t41"."call" AS "call_right",
      "t41"."sent"
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
        "t72"."given"
      FROM (
        SELECT
          "t71"."person_id",
          "t71"."unit_id",
          "t71"."employment",
          "t71"."profession",
          "t71"."is_leader",
          "t71"."is_secretary",
          "t71"."birth_date",
          "t71"."education",
          "t71"."party",
          "t71"."title_level",
          "t71"."title_since",
          "t71"."rank_since",
          "t71"."ref",
          "t71"."unit_district",
          "t71"."call",
          "t71"."refs",
          "t71"."asked",
          "t71"."next_call",
          "t71"."is_fit",
          "t42"."person_id" AS "person_id_right",
          "t42"."call" AS "call_right",
          "t42"."given"
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
            "t69"."is_fit"
          FROM (
            SELECT
              "t68"."person_id",
              "t68"."unit_id",
              "t68"."employment",
              "t68"."profession",
              "t68"."is_leader",
              "t68"."is_secretary",
              "t68"."birth_date",
              "t68"."education",
              "t68"."party",
              "t68"."title_level",
              "t68"."title_since",
              "t68"."rank_since",
              "t68"."ref",
              "t68"."unit_district",
              "t68"."call",
              "t68"."refs",
              "t68"."asked",
              "t68"."next_call",
              "t68"."person_id_right",
              "t68"."call_right",
              "t68"."person_id_right" IS NULL AS "is_fit"
            FROM (
              SELECT
                "t30"."person_id",
                "t30"."unit_id",
                "t30"."employment",
                "t30"."profession",
                "t30"."is_leader",
                "t30"."is_secretary",
                "t30"."birth_date",
                "t30"."education",
                "t30"."party",
                "t30"."title_level",
                "t30"."title_since",
                "t30"."rank_since",
                "t30"."ref",
                "t30"."unit_district",
                "t19"."call",
                "t19"."refs",
                "t19"."asked",
                "t19"."next_call",
                "t67"."person_id" AS "person_id_right",
                "t67"."call" AS "call_right"
              FROM (
                SELECT
                  "t28"."person_id",
                  "t28"."unit_id",
                  "t28"."employment",
                  "t28"."profession",
                  "t28"."is_leader",
                  "t28"."is_secretary",
                  "t28"."birth_date",
                  "t28"."education",
                  "t28"."party",
                  "t28"."title_level",
                  "t28"."title_since",
                  "t28"."rank_since",
                  "t28"."ref",
                  "t28"."unit_district"
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
                ) AS "t28"
              ) AS "t30"
              INNER JOIN (
                SELECT
                  "t11"."unit_id",
                  "t11"."call",
                  "t11"."refs",
                  "t11"."asked",
                  "t11"."next_call"
                FROM (
                  SELECT
                    *
                  FROM "run"."call" AS "t2"
                  WHERE
                    "t2"."provision" = 'M01-4'
                ) AS "t11"
              ) AS "t19"
                ON "t30"."unit_id" = "t19"."unit_id"
              LEFT OUTER JOIN (
                SELECT
                  *
                FROM (
                  SELECT
                    "t46"."person_id",
                    "t46"."call"
                  FROM (
                    SELECT
                      "t43"."person_id",
                      "t43"."call",
                      "t43"."on_day",
                      "t17"."first",
                      "t17"."last"
                    FROM (
                      SELECT
                        "t35"."person_id",
                        "t35"."call",
                        AS_OF() AS "on_day"
                      FROM "t33" AS "t35"
                    ) AS "t43"
                    INNER JOIN (
                      SELECT
                        "t4"."person_id",
                        CAST((
                          "t4"."start_date" - MAKE_DATE(1970, 1, 1)
                        ) AS BIGINT) AS "first",
                        CAST((
                          "t4"."end_date" - MAKE_DATE(1970, 1, 1)
                        ) AS BIGINT) AS "last"
                      FROM "facts"."absences" AS "t4"
                      WHERE
                        "t4"."kind" IN ('sick', 'injury', 'quarantine', 'forced')
                    ) AS "t17"
                      ON "t43"."person_id" = "t17"."person_id"
                  ) AS "t46"
                  WHERE
                    "t46"."first" <= "t46"."on_day" AND "t46"."last" >= "t46"."on_day"
                ) AS "t49"
                UNION
                SELECT
                  *
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t63"."person_id",
                      "t63"."call"
                    FROM (
                      SELECT
                        "t44"."person_id",
                        "t44"."call",
                        "t44"."on_day",
                        "t62"."first",
                        "t62"."last"
                      FROM (
                        SELECT
                          "t35"."person_id",
                          "t35"."call",
                          "t35"."call" AS "on_day"
                        FROM "t33" AS "t35"
                      ) AS "t44"
                      INNER JOIN (
                        SELECT
                          "t60"."person_id",
                          "t60"."start" AS "first",
                          COALESCE("t60"."end", AS_OF()) AS "last"
                        FROM (
                          SELECT
                            "t59"."spell_id",
                            "t59"."person_id",
                            "t59"."post_id",
                            "t59"."arranged_by",
                            "t59"."mission",
                            "t59"."aid_place",
                            "t59"."treats_confirmed",
                            "t59"."start",
                            "t59"."end_date",
                            "t59"."released",
                            LEAST(
                              COALESCE(
                                CASE WHEN "t59"."end_date" <= AS_OF() THEN "t59"."end_date" ELSE NULL END,
                                "t59"."released"
                              ),
                              COALESCE(
                                "t59"."released",
                                CASE WHEN "t59"."end_date" <= AS_OF() THEN "t59"."end_date" ELSE NULL END
                              )
                            ) AS "end"
                          FROM (
                            SELECT
                              "t58"."spell_id",
                              "t58"."person_id",
                              "t58"."post_id",
                              "t58"."arranged_by",
                              "t58"."mission",
                              "t58"."aid_place",
                              "t58"."treats_confirmed",
                              "t58"."start",
                              "t58"."end_date",
                              "t58"."released"
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
                                "t57"."spell_id" AS "spell_id_right",
                                "t57"."released"
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
                                    CAST((
                                      "t5"."start_date" - MAKE_DATE(1970, 1, 1)
                                    ) AS BIGINT) AS "start",
                                    CAST((
                                      "t5"."end_date" - MAKE_DATE(1970, 1, 1)
                                    ) AS BIGINT) AS "end_date"
                                  FROM "facts"."spells" AS "t5"
                                ) AS "t14"
                                WHERE
                                  "t14"."start" <= AS_OF()
                              ) AS "t25"
                              LEFT OUTER JOIN (
                                SELECT
                                  "t55"."spell_id",
                                  MIN("t55"."release_day") AS "released"
                                FROM (
                                  SELECT
                                    *
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
                                      "t53"."release_day"
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
                                          CAST((
                                            "t5"."start_date" - MAKE_DATE(1970, 1, 1)
                                          ) AS BIGINT) AS "start",
                                          CAST((
                                            "t5"."end_date" - MAKE_DATE(1970, 1, 1)
                                          ) AS BIGINT) AS "end_date"
                                        FROM "facts"."spells" AS "t5"
                                      ) AS "t14"
                                      WHERE
                                        "t14"."start" <= AS_OF()
                                    ) AS "t25"
                                    INNER JOIN (
                                      SELECT
                                        "t51"."person_id",
                                        "t51"."day" AS "release_day"
                                      FROM (
                                        SELECT DISTINCT
                                          *
                                        FROM (
                                          SELECT
                                            *
                                          FROM (
                                            SELECT
                                              "t18"."person_id",
                                              "t18"."day"
                                            FROM (
                                              SELECT
                                                "t6"."person_id",
                                                CAST((
                                                  "t6"."date" - MAKE_DATE(1970, 1, 1)
                                                ) AS BIGINT) AS "day"
                                              FROM "facts"."declarations" AS "t6"
                                              WHERE
                                                "t6"."kind" = 'release'
                                            ) AS "t18"
                                            WHERE
                                              EXISTS(
                                                SELECT
                                                  1
                                                FROM "t33" AS "t36"
                                                WHERE
                                                  "t18"."person_id" = "t36"."person_id"
                                              )
                                          ) AS "t45"
                                          WHERE
                                            "t45"."day" <= AS_OF()
                                        ) AS "t48"
                                      ) AS "t51"
                                    ) AS "t53"
                                      ON "t25"."person_id" = "t53"."person_id"
                                    WHERE
                                      EXISTS(
                                        SELECT
                                          1
                                        FROM "t33" AS "t36"
                                        WHERE
                                          "t25"."person_id" = "t36"."person_id"
                                      )
                                  ) AS "t54"
                                  WHERE
                                    "t54"."release_day" >= "t54"."start"
                                ) AS "t55"
                                GROUP BY
                                  1
                              ) AS "t57"
                                ON "t25"."spell_id" = "t57"."spell_id"
                              WHERE
                                EXISTS(
                                  SELECT
                                    1
                                  FROM "t33" AS "t36"
                                  WHERE
                                    "t25"."person_id" = "t36"."person_id"
                                )
                            ) AS "t58"
                          ) AS "t59"
                        ) AS "t60"
                      ) AS "t62"
                        ON "t44"."person_id" = "t62"."person_id"
                    ) AS "t63"
                    WHERE
                      "t63"."first" <= "t63"."on_day" AND "t63"."last" >= "t63"."on_day"
                  ) AS "t64"
                  UNION
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t47"."person_id",
                      "t47"."call"
                    FROM (
                      SELECT
                        "t44"."person_id",
                        "t44"."call",
                        "t44"."on_day",
                        "t17"."first",
                        "t17"."last"
                      FROM (
                        SELECT
                          "t35"."person_id",
                          "t35"."call",
                          "t35"."call" AS "on_day"
                        FROM "t33" AS "t35"
                      ) AS "t44"
                      INNER JOIN (
                        SELECT
                          "t4"."person_id",
                          CAST((
                            "t4"."start_date" - MAKE_DATE(1970, 1, 1)
                          ) AS BIGINT) AS "first",
                          CAST((
                            "t4"."end_date" - MAKE_DATE(1970, 1, 1)
                          ) AS BIGINT) AS "last"
                        FROM "facts"."absences" AS "t4"
                        WHERE
                          "t4"."kind" IN ('sick', 'injury', 'quarantine', 'forced')
                      ) AS "t17"
                        ON "t44"."person_id" = "t17"."person_id"
                    ) AS "t47"
                    WHERE
                      "t47"."first" <= "t47"."on_day" AND "t47"."last" >= "t47"."on_day"
                  ) AS "t50"
                ) AS "t65"
              ) AS "t67"
                ON "t30"."person_id" = "t67"."person_id" AND "t19"."call" = "t67"."call"
            ) AS "t68"
          ) AS "t69"
        ) AS "t71"
        LEFT OUTER JOIN (
          SELECT
            "t34"."person_id",
            "t34"."call",
            "t34"."given"
          FROM "t32" AS "t34"
        ) AS "t42"
          ON "t71"."person_id" = "t42"."person_id" AND "t71"."call" = "t42"."call"
      ) AS "t72"
    ) AS "t74"
    LEFT OUTER JOIN (
      SELECT
        "t34"."unit_id",
        "t34"."call",
        COUNT(*) AS "sent"
      FROM "t32" AS "t34"
      GROUP BY
        1,
        2
    ) AS "t41"
      ON "t74"."unit_id" = "t41"."unit_id" AND "t74"."call" = "t41"."call"
  ) AS "t75"
) AS "t76"
