WITH "t25" AS (
  SELECT
    "t24"."person_id",
    "t24"."start",
    "t24"."exceptional",
    "t24"."refs",
    "t24"."exceptional_refs",
    "t24"."unit_id",
    "t24"."employment",
    "t24"."profession",
    "t24"."is_leader",
    "t24"."is_secretary",
    "t24"."birth_date",
    "t24"."education",
    "t24"."party",
    "t24"."title_level",
    "t24"."title_since",
    "t24"."rank_since",
    "t24"."ref",
    "t24"."unit_district",
    "t24"."given",
    "t24"."peers",
    "t24"."peer_refs",
    CONCAT_WS(
      '|',
      COALESCE('M03-5', ''),
      COALESCE('person', ''),
      COALESCE("t24"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t24"."start" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      )
    ) AS "obligation_id",
    'M03-5' AS "provision",
    CAST(3 AS BIGINT) AS "measure",
    'PREFER' AS "modality",
    'person' AS "subject_kind",
    "t24"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t24"."start" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t24"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t24"."given" IS NOT NULL
      THEN 'met'
      WHEN (
        (
          "t24"."start" IS NOT NULL
        )
        AND (
          "t24"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
          OR "t24"."employment" IN ('enterprise_staff', 'contract', 'volunteer')
        )
        AND (
          "t24"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
          OR NOT (
            (
              (
                (
                  EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
                ) + (
                  EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
                ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
              ) - (
                (
                  EXTRACT(year FROM "t24"."birth_date") * 10000
                ) + (
                  EXTRACT(month FROM "t24"."birth_date") * 100
                ) + EXTRACT(day FROM "t24"."birth_date")
              )
            ) >= (
              (
                PARAM('merit.young_talent_age_max') + 1
              ) * 10000
            )
          )
        )
        AND (
          "t24"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
          OR "t24"."education" IN ('bachelor', 'master', 'doctor')
        )
      ) IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS "state",
    CASE
      WHEN NOT (
        "t24"."given" IS NOT NULL
      )
      AND (
        (
          (
            "t24"."start" IS NOT NULL
          )
          AND (
            "t24"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
            OR "t24"."employment" IN ('enterprise_staff', 'contract', 'volunteer')
          )
          AND (
            "t24"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
            OR NOT (
              (
                (
                  (
                    EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
                  ) + (
                    EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
                  ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
                ) - (
                  (
                    EXTRACT(year FROM "t24"."birth_date") * 10000
                  ) + (
                    EXTRACT(month FROM "t24"."birth_date") * 100
                  ) + EXTRACT(day FROM "t24"."birth_date")
                )
              ) >= (
                (
                  PARAM('merit.young_talent_age_max') + 1
                ) * 10000
              )
            )
          )
          AND (
            "t24"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
            OR "t24"."education" IN ('bachelor', 'master', 'doctor')
          )
        ) IS NULL
      )
      THEN SUBSTRING(
        CONCAT_WS(
          '',
          CASE
            WHEN (
              "t24"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
              OR NOT (
                (
                  (
                    (
                      EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
                    ) + (
                      EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
                    ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
                  ) - (
                    (
                      EXTRACT(year FROM "t24"."birth_date") * 10000
                    ) + (
                      EXTRACT(month FROM "t24"."birth_date") * 100
                    ) + EXTRACT(day FROM "t24"."birth_date")
                  )
                ) >= (
                  (
                    PARAM('merit.young_talent_age_max') + 1
                  ) * 10000
                )
              )
            ) IS NULL
            THEN 'birth_date' || ';'
            ELSE ''
          END,
          CASE
            WHEN (
              "t24"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
              OR "t24"."education" IN ('bachelor', 'master', 'doctor')
            ) IS NULL
            THEN 'education' || ';'
            ELSE ''
          END
        ),
        CASE
          WHEN (
            0 + 1
          ) >= 1
          THEN 0 + 1
          ELSE 0 + 1 + LENGTH(
            CONCAT_WS(
              '',
              CASE
                WHEN (
                  "t24"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
                  OR NOT (
                    (
                      (
                        (
                          EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
                        ) + (
                          EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
                        ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
                      ) - (
                        (
                          EXTRACT(year FROM "t24"."birth_date") * 10000
                        ) + (
                          EXTRACT(month FROM "t24"."birth_date") * 100
                        ) + EXTRACT(day FROM "t24"."birth_date")
                      )
                    ) >= (
                      (
                        PARAM('merit.young_talent_age_max') + 1
                      ) * 10000
                    )
                  )
                ) IS NULL
                THEN 'birth_date' || ';'
                ELSE ''
              END,
              CASE
                WHEN (
                  "t24"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
                  OR "t24"."education" IN ('bachelor', 'master', 'doctor')
                ) IS NULL
                THEN 'education' || ';'
                ELSE ''
              END
            )
          )
        END,
        GREATEST(
          LENGTH(
            CONCAT_WS(
              '',
              CASE
                WHEN (
                  "t24"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
                  OR NOT (
                    (
                      (
                        (
                          EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
                        ) + (
                          EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
                        ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
                      ) - (
                        (
                          EXTRACT(year FROM "t24"."birth_date") * 10000
                        ) + (
                          EXTRACT(month FROM "t24"."birth_date") * 100
                        ) + EXTRACT(day FROM "t24"."birth_date")
                      )
                    ) >= (
                      (
                        PARAM('merit.young_talent_age_max') + 1
                      ) * 10000
                    )
                  )
                ) IS NULL
                THEN 'birth_date' || ';'
                ELSE ''
              END,
              CASE
                WHEN (
                  "t24"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
                  OR "t24"."education" IN ('bachelor', 'master', 'doctor')
                ) IS NULL
                THEN 'education' || ';'
                ELSE ''
              END
            )
          ) - 1,
          0
        )
      )
      ELSE CAST(NULL AS TEXT)
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t24"."start" IS NOT NULL AS "holds_listed",
    "t24"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
    OR "t24"."employment" IN ('enterprise_staff', 'contract', 'volunteer') AS "holds_local_or_talent",
    "t24"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
    OR NOT (
      (
        (
          (
            EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
          ) + (
            EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
          ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
        ) - (
          (
            EXTRACT(year FROM "t24"."birth_date") * 10000
          ) + (
            EXTRACT(month FROM "t24"."birth_date") * 100
          ) + EXTRACT(day FROM "t24"."birth_date")
        )
      ) >= (
        (
          PARAM('merit.young_talent_age_max') + 1
        ) * 10000
      )
    ) AS "holds_young_talent",
    "t24"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
    OR "t24"."education" IN ('bachelor', 'master', 'doctor') AS "holds_graduate_talent",
    "t24"."peers" > 0 AS "holds_tie",
    CAST(NULL AS BOOLEAN) AS "holds_bars_checked",
    "t24"."given" IS NOT NULL AS "holds_given",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t24"."start" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_listed",
    "t24"."employment" AS "value_local_or_talent",
    CAST("t24"."birth_date" AS TEXT) AS "value_young_talent",
    "t24"."education" AS "value_graduate_talent",
    CAST("t24"."peers" AS TEXT) AS "value_tie",
    CAST(NULL AS TEXT) AS "value_bars_checked",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t24"."given" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_given",
    "t24"."refs" AS "refs_listed",
    "t24"."ref" AS "refs_local_or_talent",
    "t24"."ref" AS "refs_young_talent",
    "t24"."ref" AS "refs_graduate_talent",
    "t24"."peer_refs" AS "refs_tie"
  FROM (
    SELECT
      *
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
        COALESCE("t22"."peers", 0) AS "peers",
        "t22"."peer_refs"
      FROM (
        SELECT
          "t21".*
          EXCLUDE ("employment_right", "is_leader_right", "profession_right", "unit_district_right")
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
            "t3"."unit_district" AS "unit_district_right",
            "t3"."employment" AS "employment_right",
            "t3"."profession" AS "profession_right",
            "t3"."is_leader" AS "is_leader_right",
            "t3"."peers",
            "t3"."peer_refs"
          FROM (
            SELECT
              "t18".*
              EXCLUDE ("person_id_right", "start_right")
            FROM (
              SELECT
                "t4"."person_id",
                "t4"."start",
                "t4"."exceptional",
                "t4"."refs",
                "t4"."exceptional_refs",
                "t4"."unit_id",
                "t4"."employment",
                "t4"."profession",
                "t4"."is_leader",
                "t4"."is_secretary",
                "t4"."birth_date",
                "t4"."education",
                "t4"."party",
                "t4"."title_level",
                "t4"."title_since",
                "t4"."rank_since",
                "t4"."ref",
                "t4"."unit_district",
                "t17"."person_id" AS "person_id_right",
                "t17"."start" AS "start_right",
                "t17"."given"
              FROM "run"."listed_person" AS "t4"
              LEFT OUTER JOIN (
                SELECT
                  "t15"."person_id",
                  "t15"."start",
                  MIN("t15"."day") AS "given"
                FROM (
                  SELECT
                    "t14".*
                    EXCLUDE ("subject_id")
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t7"."person_id",
                        "t7"."start",
                        "t10"."subject_id",
                        "t10"."quantity",
                        "t10"."words",
                        "t10"."day",
                        "t10"."named"
                      FROM (
                        SELECT DISTINCT
                          "t2"."person_id",
                          "t2"."start"
                        FROM "run"."listed_person" AS "t2"
                      ) AS "t7"
                      INNER JOIN (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t0"."subject_id",
                            "t0"."quantity",
                            "t0"."counterpart_id" AS "words",
                            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."on_date") AS "day",
                            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."period_start") AS "named"
                          FROM "facts"."deliveries" AS "t0"
                          WHERE
                            "t0"."provision" = 'M03-5'
                        ) AS "t6"
                        WHERE
                          "t6"."day" <= AS_OF() AND TRUE
                      ) AS "t10"
                        ON "t7"."person_id" = "t10"."subject_id"
                    ) AS "t13"
                    WHERE
                      "t13"."day" >= "t13"."start"
                      AND (
                        (
                          "t13"."named" IS NULL
                        ) OR (
                          "t13"."named" = "t13"."start"
                        )
                      )
                  ) AS "t14"
                ) AS "t15"
                GROUP BY
                  1,
                  2
              ) AS "t17"
                ON "t4"."person_id" = "t17"."person_id" AND "t4"."start" = "t17"."start"
            ) AS "t18"
          ) AS "t20"
          LEFT OUTER JOIN "run"."tie_election" AS "t3"
            ON "t20"."unit_district" = "t3"."unit_district"
            AND "t20"."employment" = "t3"."employment"
            AND "t20"."profession" = "t3"."profession"
            AND "t20"."is_leader" = "t3"."is_leader"
        ) AS "t21"
      ) AS "t22"
    ) AS "t23"
    WHERE
      (
        "t23"."given" IS NOT NULL
      )
      OR (
        (
          (
            "t23"."start" IS NOT NULL
          )
          AND (
            "t23"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
            OR "t23"."employment" IN ('enterprise_staff', 'contract', 'volunteer')
          )
          AND (
            "t23"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
            OR NOT (
              (
                (
                  (
                    EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
                  ) + (
                    EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
                  ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
                ) - (
                  (
                    EXTRACT(year FROM "t23"."birth_date") * 10000
                  ) + (
                    EXTRACT(month FROM "t23"."birth_date") * 100
                  ) + EXTRACT(day FROM "t23"."birth_date")
                )
              ) >= (
                (
                  PARAM('merit.young_talent_age_max') + 1
                ) * 10000
              )
            )
          )
          AND (
            "t23"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
            OR "t23"."education" IN ('bachelor', 'master', 'doctor')
          )
        ) IS NULL
      )
      OR COALESCE(
        (
          "t23"."start" IS NOT NULL
        )
        AND (
          "t23"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
          OR "t23"."employment" IN ('enterprise_staff', 'contract', 'volunteer')
        )
        AND (
          "t23"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
          OR NOT (
            (
              (
                (
                  EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
                ) + (
                  EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
                ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
              ) - (
                (
                  EXTRACT(year FROM "t23"."birth_date") * 10000
                ) + (
                  EXTRACT(month FROM "t23"."birth_date") * 100
                ) + EXTRACT(day FROM "t23"."birth_date")
              )
            ) >= (
              (
                PARAM('merit.young_talent_age_max') + 1
              ) * 10000
            )
          )
        )
        AND (
          "t23"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
          OR "t23"."education" IN ('bachelor', 'master', 'doctor')
        )
        AND (
          "t23"."peers" > 0
        ),
        FALSE
      )
  ) AS "t24"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t30"."obligation_id",
      "t30"."criterion",
      "t30"."holds",
      "t30"."value",
      COALESCE("t43"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t26"."obligation_id",
        'given' AS "criterion",
        "t26"."holds_given" AS "holds",
        "t26"."value_given" AS "value"
      FROM "t25" AS "t26"
    ) AS "t30"
    LEFT OUTER JOIN (
      SELECT
        "t41"."obligation_id",
        LISTAGG("t41"."ref", ';' ORDER BY "t41"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t27"."obligation_id",
            "t12"."ref"
          FROM "t25" AS "t27"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t0"."subject_id",
                "t0"."counterpart_id",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."on_date") AS "day",
                'deliveries:' || CONCAT_WS('/', COALESCE("t0"."delivery_id", '')) AS "ref"
              FROM "facts"."deliveries" AS "t0"
              WHERE
                "t0"."provision" = 'M03-5'
            ) AS "t8"
            WHERE
              "t8"."day" <= AS_OF()
          ) AS "t12"
            ON "t27"."person_id" = "t12"."subject_id" AND "t12"."day" = "t27"."given"
        ) AS "t40"
      ) AS "t41"
      GROUP BY
        1
    ) AS "t43"
      ON "t30"."obligation_id" = "t43"."obligation_id"
  ) AS "t44"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t26"."obligation_id",
        'listed' AS "criterion",
        "t26"."holds_listed" AS "holds",
        "t26"."value_listed" AS "value",
        COALESCE("t26"."refs_listed", '') AS "fact_refs"
      FROM "t25" AS "t26"
    ) AS "t31"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t26"."obligation_id",
        'local_or_talent' AS "criterion",
        "t26"."holds_local_or_talent" AS "holds",
        "t26"."value_local_or_talent" AS "value",
        COALESCE("t26"."refs_local_or_talent", '') AS "fact_refs"
      FROM "t25" AS "t26"
    ) AS "t32"
  ) AS "t36"
) AS "t45"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t26"."obligation_id",
        'young_talent' AS "criterion",
        "t26"."holds_young_talent" AS "holds",
        "t26"."value_young_talent" AS "value",
        COALESCE("t26"."refs_young_talent", '') AS "fact_refs"
      FROM "t25" AS "t26"
    ) AS "t33"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t26"."obligation_id",
        'graduate_talent' AS "criterion",
        "t26"."holds_graduate_talent" AS "holds",
        "t26"."value_graduate_talent" AS "value",
        COALESCE("t26"."refs_graduate_talent", '') AS "fact_refs"
      FROM "t25" AS "t26"
    ) AS "t34"
  ) AS "t37"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t26"."obligation_id",
        'tie' AS "criterion",
        "t26"."holds_tie" AS "holds",
        "t26"."value_tie" AS "value",
        COALESCE("t26"."refs_tie", '') AS "fact_refs"
      FROM "t25" AS "t26"
    ) AS "t35"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t26"."obligation_id",
        'bars_checked' AS "criterion",
        "t26"."holds_bars_checked" AS "holds",
        "t26"."value_bars_checked" AS "value",
        '' AS "fact_refs"
      FROM "t25" AS "t26"
    ) AS "t28"
  ) AS "t38"
) AS "t39"
