WITH "t9" AS (
  SELECT
    *
  FROM (
    SELECT
      "t1"."subject_id",
      "t1"."quantity",
      "t1"."counterpart_id" AS "words",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "day",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."period_start") AS "named"
    FROM "facts"."deliveries" AS "t1"
    WHERE
      "t1"."provision" = 'M04-2'
  ) AS "t5"
  WHERE
    "t5"."day" <= AS_OF() AND TRUE
)
SELECT
  "t36"."obligation_id",
  "t36"."provision",
  "t36"."measure",
  "t36"."modality",
  "t36"."subject_kind",
  "t36"."subject_id",
  "t36"."period_start",
  "t36"."period_end",
  "t36"."quantity",
  "t36"."quantity_unit",
  "t36"."quantity_met",
  "t36"."due_on",
  "t36"."owner_unit_id",
  "t36"."state",
  "t36"."missing",
  "t36"."as_of"
FROM (
  SELECT
    "t35"."person_id",
    "t35"."start",
    "t35"."exceptional",
    "t35"."refs",
    "t35"."exceptional_refs",
    "t35"."unit_id",
    "t35"."employment",
    "t35"."profession",
    "t35"."is_leader",
    "t35"."is_secretary",
    "t35"."birth_date",
    "t35"."education",
    "t35"."party",
    "t35"."title_level",
    "t35"."title_since",
    "t35"."rank_since",
    "t35"."ref",
    "t35"."unit_district",
    "t35"."given",
    "t35"."awarded",
    "t35"."earlier",
    CONCAT_WS(
      '|',
      COALESCE('M04-2', ''),
      COALESCE('person', ''),
      COALESCE("t35"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t35"."start" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M04-2' AS "provision",
    CAST(4 AS BIGINT) AS "measure",
    'MAY' AS "modality",
    'person' AS "subject_kind",
    "t35"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t35"."start" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t35"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t35"."given" IS NOT NULL
      THEN 'met'
      WHEN (
        (
          (
            (
              EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 10000
            ) + (
              EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 100
            ) + EXTRACT(day FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT))
          ) - (
            (
              EXTRACT(year FROM "t35"."rank_since") * 10000
            ) + (
              EXTRACT(month FROM "t35"."rank_since") * 100
            ) + EXTRACT(day FROM "t35"."rank_since")
          )
        ) >= (
          PARAM('appoint.after_promotion_years') * 10000
        )
      ) IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS "state",
    CASE
      WHEN "t35"."given" IS NOT NULL
      THEN CAST(NULL AS TEXT)
      ELSE CASE
        WHEN (
          (
            (
              (
                EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 10000
              ) + (
                EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 100
              ) + EXTRACT(day FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT))
            ) - (
              (
                EXTRACT(year FROM "t35"."rank_since") * 10000
              ) + (
                EXTRACT(month FROM "t35"."rank_since") * 100
              ) + EXTRACT(day FROM "t35"."rank_since")
            )
          ) >= (
            PARAM('appoint.after_promotion_years') * 10000
          )
        ) IS NULL
        THEN 'rank_since'
        ELSE CAST(NULL AS TEXT)
      END
    END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t35"."start" IS NOT NULL AS "holds_listed",
    "t35"."employment" IN (
      'civil_servant',
      'institution_staff',
      'grassroots_institution_staff',
      'community_cadre',
      'village_cadre',
      'graduate_village_official'
    ) AS "holds_is_cadre",
    "t35"."awarded" IS NOT NULL AS "holds_awarded",
    "t35"."earlier" IS NULL AS "holds_no_exception_before",
    (
      (
        (
          EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 10000
        ) + (
          EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 100
        ) + EXTRACT(day FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT))
      ) - (
        (
          EXTRACT(year FROM "t35"."rank_since") * 10000
        ) + (
          EXTRACT(month FROM "t35"."rank_since") * 100
        ) + EXTRACT(day FROM "t35"."rank_since")
      )
    ) >= (
      PARAM('appoint.after_promotion_years') * 10000
    ) AS "holds_not_just_promoted",
    CAST(NULL AS BOOLEAN) AS "holds_bars_checked",
    "t35"."given" IS NOT NULL AS "holds_given",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t35"."start" AS INT) AS TEXT) AS "value_listed",
    "t35"."employment" AS "value_is_cadre",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t35"."awarded" AS INT) AS TEXT) AS "value_awarded",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t35"."earlier" AS INT) AS TEXT) AS "value_no_exception_before",
    CAST("t35"."rank_since" AS TEXT) AS "value_not_just_promoted",
    '' AS "value_bars_checked",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t35"."given" AS INT) AS TEXT) AS "value_given",
    "t35"."exceptional_refs" AS "refs_listed",
    "t35"."ref" AS "refs_is_cadre",
    "t35"."ref" AS "refs_not_just_promoted"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t33".*
        EXCLUDE ("person_id_right")
      FROM (
        SELECT
          "t26"."person_id",
          "t26"."start",
          "t26"."exceptional",
          "t26"."refs",
          "t26"."exceptional_refs",
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
          "t26"."unit_district",
          "t26"."given",
          "t26"."awarded",
          "t32"."person_id" AS "person_id_right",
          "t32"."earlier"
        FROM (
          SELECT
            "t24".*
            EXCLUDE ("subject_id")
          FROM (
            SELECT
              "t23"."person_id",
              "t23"."start",
              "t23"."exceptional",
              "t23"."refs",
              "t23"."exceptional_refs",
              "t23"."unit_id",
              "t23"."employment",
              "t23"."profession",
              "t23"."is_leader",
              "t23"."is_secretary",
              "t23"."birth_date",
              "t23"."education",
              "t23"."party",
              "t23"."title_level",
              "t23"."title_since",
              "t23"."rank_since",
              "t23"."ref",
              "t23"."unit_district",
              "t23"."given",
              "t14"."subject_id",
              "t14"."awarded"
            FROM (
              SELECT
                "t21".*
                EXCLUDE ("person_id_right")
              FROM (
                SELECT
                  "t6"."person_id",
                  "t6"."start",
                  "t6"."exceptional",
                  "t6"."refs",
                  "t6"."exceptional_refs",
                  "t6"."unit_id",
                  "t6"."employment",
                  "t6"."profession",
                  "t6"."is_leader",
                  "t6"."is_secretary",
                  "t6"."birth_date",
                  "t6"."education",
                  "t6"."party",
                  "t6"."title_level",
                  "t6"."title_since",
                  "t6"."rank_since",
                  "t6"."ref",
                  "t6"."unit_district",
                  "t20"."person_id" AS "person_id_right",
                  "t20"."given"
                FROM (
                  SELECT
                    "t0"."person_id",
                    "t0"."exceptional" AS "start",
                    "t0"."exceptional",
                    "t0"."refs",
                    "t0"."exceptional_refs",
                    "t0"."unit_id",
                    "t0"."employment",
                    "t0"."profession",
                    "t0"."is_leader",
                    "t0"."is_secretary",
                    "t0"."birth_date",
                    "t0"."education",
                    "t0"."party",
                    "t0"."title_level",
                    "t0"."title_since",
                    "t0"."rank_since",
                    "t0"."ref",
                    "t0"."unit_district"
                  FROM "run"."listed_person" AS "t0"
                  WHERE
                    "t0"."exceptional" IS NOT NULL
                ) AS "t6"
                LEFT OUTER JOIN (
                  SELECT
                    "t18"."person_id",
                    MIN("t18"."day") AS "given"
                  FROM (
                    SELECT
                      "t17".*
                      EXCLUDE ("subject_id")
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t7"."person_id",
                          "t7"."start",
                          "t11"."subject_id",
                          "t11"."quantity",
                          "t11"."words",
                          "t11"."day",
                          "t11"."named"
                        FROM (
                          SELECT DISTINCT
                            "t0"."person_id",
                            "t0"."exceptional" AS "start"
                          FROM "run"."listed_person" AS "t0"
                          WHERE
                            "t0"."exceptional" IS NOT NULL
                        ) AS "t7"
                        INNER JOIN "t9" AS "t11"
                          ON "t7"."person_id" = "t11"."subject_id"
                      ) AS "t16"
                      WHERE
                        "t16"."day" >= "t16"."start"
                        AND (
                          (
                            "t16"."named" IS NULL
                          ) OR (
                            "t16"."named" = "t16"."start"
                          )
                        )
                    ) AS "t17"
                  ) AS "t18"
                  GROUP BY
                    1
                ) AS "t20"
                  ON "t6"."person_id" = "t20"."person_id"
              ) AS "t21"
            ) AS "t23"
            LEFT OUTER JOIN (
              SELECT
                "t8"."subject_id",
                MIN("t8"."day") AS "awarded"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t1"."subject_id",
                    "t1"."quantity",
                    "t1"."counterpart_id" AS "words",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "day",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."period_start") AS "named"
                  FROM "facts"."deliveries" AS "t1"
                  WHERE
                    "t1"."provision" = 'M06-1'
                ) AS "t4"
                WHERE
                  "t4"."day" <= AS_OF() AND TRUE
              ) AS "t8"
              GROUP BY
                1
            ) AS "t14"
              ON "t23"."person_id" = "t14"."subject_id"
          ) AS "t24"
        ) AS "t26"
        LEFT OUTER JOIN (
          SELECT
            "t30"."person_id",
            MAX("t30"."day") AS "earlier"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t28"."person_id",
                "t28"."start",
                "t15"."subject_id",
                "t15"."day"
              FROM (
                SELECT
                  "t25"."person_id",
                  "t25"."start"
                FROM (
                  SELECT
                    "t24".*
                    EXCLUDE ("subject_id")
                  FROM (
                    SELECT
                      "t23"."person_id",
                      "t23"."start",
                      "t23"."exceptional",
                      "t23"."refs",
                      "t23"."exceptional_refs",
                      "t23"."unit_id",
                      "t23"."employment",
                      "t23"."profession",
                      "t23"."is_leader",
                      "t23"."is_secretary",
                      "t23"."birth_date",
                      "t23"."education",
                      "t23"."party",
                      "t23"."title_level",
                      "t23"."title_since",
                      "t23"."rank_since",
                      "t23"."ref",
                      "t23"."unit_district",
                      "t23"."given",
                      "t14"."subject_id",
                      "t14"."awarded"
                    FROM (
                      SELECT
                        "t21".*
                        EXCLUDE ("person_id_right")
                      FROM (
                        SELECT
                          "t6"."person_id",
                          "t6"."start",
                          "t6"."exceptional",
                          "t6"."refs",
                          "t6"."exceptional_refs",
                          "t6"."unit_id",
                          "t6"."employment",
                          "t6"."profession",
                          "t6"."is_leader",
                          "t6"."is_secretary",
                          "t6"."birth_date",
                          "t6"."education",
                          "t6"."party",
                          "t6"."title_level",
                          "t6"."title_since",
                          "t6"."rank_since",
                          "t6"."ref",
                          "t6"."unit_district",
                          "t20"."person_id" AS "person_id_right",
                          "t20"."given"
                        FROM (
                          SELECT
                            "t0"."person_id",
                            "t0"."exceptional" AS "start",
                            "t0"."exceptional",
                            "t0"."refs",
                            "t0"."exceptional_refs",
                            "t0"."unit_id",
                            "t0"."employment",
                            "t0"."profession",
                            "t0"."is_leader",
                            "t0"."is_secretary",
                            "t0"."birth_date",
                            "t0"."education",
                            "t0"."party",
                            "t0"."title_level",
                            "t0"."title_since",
                            "t0"."rank_since",
                            "t0"."ref",
                            "t0"."unit_district"
                          FROM "run"."listed_person" AS "t0"
                          WHERE
                            "t0"."exceptional" IS NOT NULL
                        ) AS "t6"
                        LEFT OUTER JOIN (
                          SELECT
                            "t18"."person_id",
                            MIN("t18"."day") AS "given"
                          FROM (
                            SELECT
                              "t17".*
                              EXCLUDE ("subject_id")
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  "t7"."person_id",
                                  "t7"."start",
                                  "t11"."subject_id",
                                  "t11"."quantity",
                                  "t11"."words",
                                  "t11"."day",
                                  "t11"."named"
                                FROM (
                                  SELECT DISTINCT
                                    "t0"."person_id",
                                    "t0"."exceptional" AS "start"
                                  FROM "run"."listed_person" AS "t0"
                                  WHERE
                                    "t0"."exceptional" IS NOT NULL
                                ) AS "t7"
                                INNER JOIN "t9" AS "t11"
                                  ON "t7"."person_id" = "t11"."subject_id"
                              ) AS "t16"
                              WHERE
                                "t16"."day" >= "t16"."start"
                                AND (
                                  (
                                    "t16"."named" IS NULL
                                  ) OR (
                                    "t16"."named" = "t16"."start"
                                  )
                                )
                            ) AS "t17"
                          ) AS "t18"
                          GROUP BY
                            1
                        ) AS "t20"
                          ON "t6"."person_id" = "t20"."person_id"
                      ) AS "t21"
                    ) AS "t23"
                    LEFT OUTER JOIN (
                      SELECT
                        "t8"."subject_id",
                        MIN("t8"."day") AS "awarded"
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t1"."subject_id",
                            "t1"."quantity",
                            "t1"."counterpart_id" AS "words",
                            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "day",
                            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."period_start") AS "named"
                          FROM "facts"."deliveries" AS "t1"
                          WHERE
                            "t1"."provision" = 'M06-1'
                        ) AS "t4"
                        WHERE
                          "t4"."day" <= AS_OF() AND TRUE
                      ) AS "t8"
                      GROUP BY
                        1
                    ) AS "t14"
                      ON "t23"."person_id" = "t14"."subject_id"
                  ) AS "t24"
                ) AS "t25"
              ) AS "t28"
              INNER JOIN (
                SELECT
                  "t10"."subject_id",
                  "t10"."day"
                FROM "t9" AS "t10"
              ) AS "t15"
                ON "t28"."person_id" = "t15"."subject_id"
            ) AS "t29"
            WHERE
              "t29"."day" < "t29"."start"
          ) AS "t30"
          GROUP BY
            1
        ) AS "t32"
          ON "t26"."person_id" = "t32"."person_id"
      ) AS "t33"
    ) AS "t34"
    WHERE
      (
        "t34"."given" IS NOT NULL
      )
      OR (
        "t34"."employment" IN (
          'civil_servant',
          'institution_staff',
          'grassroots_institution_staff',
          'community_cadre',
          'village_cadre',
          'graduate_village_official'
        )
        AND (
          "t34"."awarded" IS NOT NULL
        )
        AND (
          "t34"."earlier" IS NULL
        )
        AND COALESCE(
          (
            (
              (
                EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 10000
              ) + (
                EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 100
              ) + EXTRACT(day FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT))
            ) - (
              (
                EXTRACT(year FROM "t34"."rank_since") * 10000
              ) + (
                EXTRACT(month FROM "t34"."rank_since") * 100
              ) + EXTRACT(day FROM "t34"."rank_since")
            )
          ) >= (
            PARAM('appoint.after_promotion_years') * 10000
          ),
          TRUE
        )
      )
  ) AS "t35"
) AS "t36"
