SELECT
  "t23"."obligation_id",
  "t23"."provision",
  "t23"."measure",
  "t23"."modality",
  "t23"."subject_kind",
  "t23"."subject_id",
  "t23"."period_start",
  "t23"."period_end",
  "t23"."quantity",
  "t23"."quantity_unit",
  "t23"."quantity_met",
  "t23"."due_on",
  "t23"."owner_unit_id",
  "t23"."state",
  "t23"."missing",
  "t23"."as_of"
FROM (
  SELECT
    "t22"."person_id",
    "t22"."start",
    "t22"."exceptional",
    "t22"."refs",
    "t22"."exceptional_refs",
    "t22"."unit_id",
    "t22"."employment",
    "t22"."profession",
    "t22"."is_leader",
    "t22"."is_secretary",
    "t22"."birth_date",
    "t22"."education",
    "t22"."party",
    "t22"."title_level",
    "t22"."title_since",
    "t22"."rank_since",
    "t22"."ref",
    "t22"."unit_district",
    "t22"."given",
    "t22"."peers",
    "t22"."peer_refs",
    CONCAT_WS(
      '|',
      COALESCE('M03-5', ''),
      COALESCE('person', ''),
      COALESCE("t22"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t22"."start" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M03-5' AS "provision",
    CAST(3 AS BIGINT) AS "measure",
    'PREFER' AS "modality",
    'person' AS "subject_kind",
    "t22"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t22"."start" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t22"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t22"."given" IS NOT NULL
      THEN 'met'
      WHEN (
        "t22"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
        OR (
          (
            (
              (
                EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 10000
              ) + (
                EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 100
              ) + EXTRACT(day FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT))
            ) - (
              (
                EXTRACT(year FROM "t22"."birth_date") * 10000
              ) + (
                EXTRACT(month FROM "t22"."birth_date") * 100
              ) + EXTRACT(day FROM "t22"."birth_date")
            )
          ) < (
            (
              PARAM('merit.young_talent_age_max') + 1
            ) * 10000
          )
        )
      ) IS NULL
      THEN 'unknown'
      WHEN (
        "t22"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
        OR "t22"."education" IN ('bachelor', 'master', 'doctor')
      ) IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS "state",
    CASE
      WHEN "t22"."given" IS NOT NULL
      THEN CAST(NULL AS TEXT)
      ELSE NULLIF(
        CONCAT_WS(
          ';',
          CASE
            WHEN (
              "t22"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
              OR (
                (
                  (
                    (
                      EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 10000
                    ) + (
                      EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 100
                    ) + EXTRACT(day FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT))
                  ) - (
                    (
                      EXTRACT(year FROM "t22"."birth_date") * 10000
                    ) + (
                      EXTRACT(month FROM "t22"."birth_date") * 100
                    ) + EXTRACT(day FROM "t22"."birth_date")
                  )
                ) < (
                  (
                    PARAM('merit.young_talent_age_max') + 1
                  ) * 10000
                )
              )
            ) IS NULL
            THEN 'birth_date'
            ELSE CAST(NULL AS TEXT)
          END,
          CASE
            WHEN (
              "t22"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
              OR "t22"."education" IN ('bachelor', 'master', 'doctor')
            ) IS NULL
            THEN 'education'
            ELSE CAST(NULL AS TEXT)
          END
        ),
        ''
      )
    END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t22"."start" IS NOT NULL AS "holds_listed",
    "t22"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
    OR "t22"."employment" IN ('enterprise_staff', 'contract', 'volunteer') AS "holds_local_or_talent",
    "t22"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
    OR (
      (
        (
          (
            EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 10000
          ) + (
            EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 100
          ) + EXTRACT(day FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT))
        ) - (
          (
            EXTRACT(year FROM "t22"."birth_date") * 10000
          ) + (
            EXTRACT(month FROM "t22"."birth_date") * 100
          ) + EXTRACT(day FROM "t22"."birth_date")
        )
      ) < (
        (
          PARAM('merit.young_talent_age_max') + 1
        ) * 10000
      )
    ) AS "holds_young_talent",
    "t22"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
    OR "t22"."education" IN ('bachelor', 'master', 'doctor') AS "holds_graduate_talent",
    "t22"."peers" > 0 AS "holds_tie",
    CAST(NULL AS BOOLEAN) AS "holds_bars_checked",
    "t22"."given" IS NOT NULL AS "holds_given",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t22"."start" AS INT) AS TEXT) AS "value_listed",
    "t22"."employment" AS "value_local_or_talent",
    CAST("t22"."birth_date" AS TEXT) AS "value_young_talent",
    "t22"."education" AS "value_graduate_talent",
    CAST("t22"."peers" AS TEXT) AS "value_tie",
    '' AS "value_bars_checked",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t22"."given" AS INT) AS TEXT) AS "value_given",
    "t22"."refs" AS "refs_listed",
    "t22"."ref" AS "refs_local_or_talent",
    "t22"."ref" AS "refs_young_talent",
    "t22"."ref" AS "refs_graduate_talent",
    "t22"."peer_refs" AS "refs_tie"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t20"."person_id",
        "t20"."start",
        "t20"."exceptional",
        "t20"."refs",
        "t20"."exceptional_refs",
        "t20"."unit_id",
        "t20"."employment",
        "t20"."profession",
        "t20"."is_leader",
        "t20"."is_secretary",
        "t20"."birth_date",
        "t20"."education",
        "t20"."party",
        "t20"."title_level",
        "t20"."title_since",
        "t20"."rank_since",
        "t20"."ref",
        "t20"."unit_district",
        "t20"."given",
        COALESCE("t20"."peers", 0) AS "peers",
        "t20"."peer_refs"
      FROM (
        SELECT
          "t19".*
          EXCLUDE ("employment_right", "is_leader_right", "profession_right", "unit_district_right")
        FROM (
          SELECT
            "t18"."person_id",
            "t18"."start",
            "t18"."exceptional",
            "t18"."refs",
            "t18"."exceptional_refs",
            "t18"."unit_id",
            "t18"."employment",
            "t18"."profession",
            "t18"."is_leader",
            "t18"."is_secretary",
            "t18"."birth_date",
            "t18"."education",
            "t18"."party",
            "t18"."title_level",
            "t18"."title_since",
            "t18"."rank_since",
            "t18"."ref",
            "t18"."unit_district",
            "t18"."given",
            "t3"."unit_district" AS "unit_district_right",
            "t3"."employment" AS "employment_right",
            "t3"."profession" AS "profession_right",
            "t3"."is_leader" AS "is_leader_right",
            "t3"."peers",
            "t3"."peer_refs"
          FROM (
            SELECT
              "t16".*
              EXCLUDE ("person_id_right")
            FROM (
              SELECT
                "t7"."person_id",
                "t7"."start",
                "t7"."exceptional",
                "t7"."refs",
                "t7"."exceptional_refs",
                "t7"."unit_id",
                "t7"."employment",
                "t7"."profession",
                "t7"."is_leader",
                "t7"."is_secretary",
                "t7"."birth_date",
                "t7"."education",
                "t7"."party",
                "t7"."title_level",
                "t7"."title_since",
                "t7"."rank_since",
                "t7"."ref",
                "t7"."unit_district",
                "t15"."person_id" AS "person_id_right",
                "t15"."given"
              FROM (
                SELECT
                  *
                FROM "run"."listed_person" AS "t1"
                WHERE
                  TRUE
              ) AS "t7"
              LEFT OUTER JOIN (
                SELECT
                  "t13"."person_id",
                  MIN("t13"."day") AS "given"
                FROM (
                  SELECT
                    "t12".*
                    EXCLUDE ("subject_id")
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t6"."person_id",
                        "t6"."start",
                        "t10"."subject_id",
                        "t10"."quantity",
                        "t10"."words",
                        "t10"."day",
                        "t10"."named"
                      FROM (
                        SELECT DISTINCT
                          "t1"."person_id",
                          "t1"."start"
                        FROM "run"."listed_person" AS "t1"
                        WHERE
                          TRUE
                      ) AS "t6"
                      INNER JOIN (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t2"."subject_id",
                            "t2"."quantity",
                            "t2"."counterpart_id" AS "words",
                            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."on_date") AS "day",
                            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."period_start") AS "named"
                          FROM "facts"."deliveries" AS "t2"
                          WHERE
                            "t2"."provision" = 'M03-5'
                        ) AS "t8"
                        WHERE
                          "t8"."day" <= AS_OF() AND TRUE
                      ) AS "t10"
                        ON "t6"."person_id" = "t10"."subject_id"
                    ) AS "t11"
                    WHERE
                      "t11"."day" >= "t11"."start"
                      AND (
                        (
                          "t11"."named" IS NULL
                        ) OR (
                          "t11"."named" = "t11"."start"
                        )
                      )
                  ) AS "t12"
                ) AS "t13"
                GROUP BY
                  1
              ) AS "t15"
                ON "t7"."person_id" = "t15"."person_id"
            ) AS "t16"
          ) AS "t18"
          LEFT OUTER JOIN "run"."tie_election" AS "t3"
            ON "t18"."unit_district" = "t3"."unit_district"
            AND "t18"."employment" = "t3"."employment"
            AND "t18"."profession" = "t3"."profession"
            AND "t18"."is_leader" = "t3"."is_leader"
        ) AS "t19"
      ) AS "t20"
    ) AS "t21"
    WHERE
      (
        "t21"."given" IS NOT NULL
      )
      OR (
        (
          (
            "t21"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
            OR "t21"."employment" IN ('enterprise_staff', 'contract', 'volunteer')
          )
          AND (
            "t21"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
            OR (
              (
                (
                  (
                    EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 10000
                  ) + (
                    EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 100
                  ) + EXTRACT(day FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT))
                ) - (
                  (
                    EXTRACT(year FROM "t21"."birth_date") * 10000
                  ) + (
                    EXTRACT(month FROM "t21"."birth_date") * 100
                  ) + EXTRACT(day FROM "t21"."birth_date")
                )
              ) < (
                (
                  PARAM('merit.young_talent_age_max') + 1
                ) * 10000
              )
            )
          )
          AND (
            "t21"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
            OR "t21"."education" IN ('bachelor', 'master', 'doctor')
          )
        ) IS NULL
      )
      OR (
        (
          "t21"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
          OR "t21"."employment" IN ('enterprise_staff', 'contract', 'volunteer')
        )
        AND (
          "t21"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
          OR (
            (
              (
                (
                  EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 10000
                ) + (
                  EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 100
                ) + EXTRACT(day FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT))
              ) - (
                (
                  EXTRACT(year FROM "t21"."birth_date") * 10000
                ) + (
                  EXTRACT(month FROM "t21"."birth_date") * 100
                ) + EXTRACT(day FROM "t21"."birth_date")
              )
            ) < (
              (
                PARAM('merit.young_talent_age_max') + 1
              ) * 10000
            )
          )
        )
        AND (
          "t21"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
          OR "t21"."education" IN ('bachelor', 'master', 'doctor')
        )
        AND (
          "t21"."peers" > 0
        )
      )
  ) AS "t22"
) AS "t23"
