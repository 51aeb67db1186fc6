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
      COALESCE('M03-2', ''),
      COALESCE('person', ''),
      COALESCE("t24"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t24"."start" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      )
    ) AS "obligation_id",
    'M03-2' AS "provision",
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
        AND "t24"."employment" IN ('institution_staff', 'grassroots_institution_staff')
        AND NOT (
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
              PARAM('transfer.age_max') + PARAM('transfer.age_relaxation') + 1
            ) * 10000
          )
        )
        AND "t24"."education" IN ('college', 'bachelor', 'master', 'doctor')
        AND CASE
          WHEN "t24"."title_level" IS NULL
          THEN CAST(NULL AS BOOLEAN)
          WHEN "t24"."title_level" IN ('none', 'full')
          THEN TRUE
          WHEN "t24"."title_level" = 'associate'
          THEN (
            (
              (
                EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
              ) + (
                EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
              ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
            ) - (
              (
                EXTRACT(year FROM "t24"."title_since") * 10000
              ) + (
                EXTRACT(month FROM "t24"."title_since") * 100
              ) + EXTRACT(day FROM "t24"."title_since")
            )
          ) >= (
            (
              PARAM('transfer.title_years_min') - PARAM('transfer.title_years_relaxation')
            ) * 10000
          )
          ELSE FALSE
        END
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
          AND "t24"."employment" IN ('institution_staff', 'grassroots_institution_staff')
          AND NOT (
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
                PARAM('transfer.age_max') + PARAM('transfer.age_relaxation') + 1
              ) * 10000
            )
          )
          AND "t24"."education" IN ('college', 'bachelor', 'master', 'doctor')
          AND CASE
            WHEN "t24"."title_level" IS NULL
            THEN CAST(NULL AS BOOLEAN)
            WHEN "t24"."title_level" IN ('none', 'full')
            THEN TRUE
            WHEN "t24"."title_level" = 'associate'
            THEN (
              (
                (
                  EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
                ) + (
                  EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
                ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
              ) - (
                (
                  EXTRACT(year FROM "t24"."title_since") * 10000
                ) + (
                  EXTRACT(month FROM "t24"."title_since") * 100
                ) + EXTRACT(day FROM "t24"."title_since")
              )
            ) >= (
              (
                PARAM('transfer.title_years_min') - PARAM('transfer.title_years_relaxation')
              ) * 10000
            )
            ELSE FALSE
          END
        ) IS NULL
      )
      THEN SUBSTRING(
        CONCAT_WS(
          '',
          CASE
            WHEN NOT (
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
                  PARAM('transfer.age_max') + PARAM('transfer.age_relaxation') + 1
                ) * 10000
              )
            ) IS NULL
            THEN 'birth_date' || ';'
            ELSE ''
          END,
          CASE
            WHEN "t24"."education" IN ('college', 'bachelor', 'master', 'doctor') IS NULL
            THEN 'education' || ';'
            ELSE ''
          END,
          CASE
            WHEN CASE
              WHEN "t24"."title_level" IS NULL
              THEN CAST(NULL AS BOOLEAN)
              WHEN "t24"."title_level" IN ('none', 'full')
              THEN TRUE
              WHEN "t24"."title_level" = 'associate'
              THEN (
                (
                  (
                    EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
                  ) + (
                    EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
                  ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
                ) - (
                  (
                    EXTRACT(year FROM "t24"."title_since") * 10000
                  ) + (
                    EXTRACT(month FROM "t24"."title_since") * 100
                  ) + EXTRACT(day FROM "t24"."title_since")
                )
              ) >= (
                (
                  PARAM('transfer.title_years_min') - PARAM('transfer.title_years_relaxation')
                ) * 10000
              )
              ELSE FALSE
            END IS NULL
            THEN CASE WHEN "t24"."title_level" IS NULL THEN 'title_level' ELSE 'title_since' END || ';'
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
                WHEN NOT (
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
                      PARAM('transfer.age_max') + PARAM('transfer.age_relaxation') + 1
                    ) * 10000
                  )
                ) IS NULL
                THEN 'birth_date' || ';'
                ELSE ''
              END,
              CASE
                WHEN "t24"."education" IN ('college', 'bachelor', 'master', 'doctor') IS NULL
                THEN 'education' || ';'
                ELSE ''
              END,
              CASE
                WHEN CASE
                  WHEN "t24"."title_level" IS NULL
                  THEN CAST(NULL AS BOOLEAN)
                  WHEN "t24"."title_level" IN ('none', 'full')
                  THEN TRUE
                  WHEN "t24"."title_level" = 'associate'
                  THEN (
                    (
                      (
                        EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
                      ) + (
                        EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
                      ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
                    ) - (
                      (
                        EXTRACT(year FROM "t24"."title_since") * 10000
                      ) + (
                        EXTRACT(month FROM "t24"."title_since") * 100
                      ) + EXTRACT(day FROM "t24"."title_since")
                    )
                  ) >= (
                    (
                      PARAM('transfer.title_years_min') - PARAM('transfer.title_years_relaxation')
                    ) * 10000
                  )
                  ELSE FALSE
                END IS NULL
                THEN CASE WHEN "t24"."title_level" IS NULL THEN 'title_level' ELSE 'title_since' END || ';'
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
                WHEN NOT (
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
                      PARAM('transfer.age_max') + PARAM('transfer.age_relaxation') + 1
                    ) * 10000
                  )
                ) IS NULL
                THEN 'birth_date' || ';'
                ELSE ''
              END,
              CASE
                WHEN "t24"."education" IN ('college', 'bachelor', 'master', 'doctor') IS NULL
                THEN 'education' || ';'
                ELSE ''
              END,
              CASE
                WHEN CASE
                  WHEN "t24"."title_level" IS NULL
                  THEN CAST(NULL AS BOOLEAN)
                  WHEN "t24"."title_level" IN ('none', 'full')
                  THEN TRUE
                  WHEN "t24"."title_level" = 'associate'
                  THEN (
                    (
                      (
                        EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
                      ) + (
                        EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
                      ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
                    ) - (
                      (
                        EXTRACT(year FROM "t24"."title_since") * 10000
                      ) + (
                        EXTRACT(month FROM "t24"."title_since") * 100
                      ) + EXTRACT(day FROM "t24"."title_since")
                    )
                  ) >= (
                    (
                      PARAM('transfer.title_years_min') - PARAM('transfer.title_years_relaxation')
                    ) * 10000
                  )
                  ELSE FALSE
                END IS NULL
                THEN CASE WHEN "t24"."title_level" IS NULL THEN 'title_level' ELSE 'title_since' END || ';'
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
    "t24"."employment" IN ('institution_staff', 'grassroots_institution_staff') AS "holds_institution_staff",
    NOT (
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
          PARAM('transfer.age_max') + PARAM('transfer.age_relaxation') + 1
        ) * 10000
      )
    ) AS "holds_age_within_relaxed",
    "t24"."education" IN ('college', 'bachelor', 'master', 'doctor') AS "holds_educated",
    CASE
      WHEN "t24"."title_level" IS NULL
      THEN CAST(NULL AS BOOLEAN)
      WHEN "t24"."title_level" IN ('none', 'full')
      THEN TRUE
      WHEN "t24"."title_level" = 'associate'
      THEN (
        (
          (
            EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
          ) + (
            EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
          ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
        ) - (
          (
            EXTRACT(year FROM "t24"."title_since") * 10000
          ) + (
            EXTRACT(month FROM "t24"."title_since") * 100
          ) + EXTRACT(day FROM "t24"."title_since")
        )
      ) >= (
        (
          PARAM('transfer.title_years_min') - PARAM('transfer.title_years_relaxation')
        ) * 10000
      )
      ELSE FALSE
    END AS "holds_title_within_relaxed",
    "t24"."peers" > 0 AS "holds_tie",
    NOT (
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
          PARAM('transfer.age_max') + 0 + 1
        ) * 10000
      )
    ) AS "holds_age_within_rule",
    CASE
      WHEN "t24"."title_level" IS NULL
      THEN CAST(NULL AS BOOLEAN)
      WHEN "t24"."title_level" IN ('none', 'full')
      THEN TRUE
      WHEN "t24"."title_level" = 'associate'
      THEN (
        (
          (
            EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
          ) + (
            EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
          ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
        ) - (
          (
            EXTRACT(year FROM "t24"."title_since") * 10000
          ) + (
            EXTRACT(month FROM "t24"."title_since") * 100
          ) + EXTRACT(day FROM "t24"."title_since")
        )
      ) >= (
        (
          PARAM('transfer.title_years_min') - 0
        ) * 10000
      )
      ELSE FALSE
    END AS "holds_title_within_rule",
    CAST(NULL AS BOOLEAN) AS "holds_bars_checked",
    "t24"."given" IS NOT NULL AS "holds_given",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t24"."start" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_listed",
    "t24"."employment" AS "value_institution_staff",
    CAST("t24"."birth_date" AS TEXT) AS "value_age_within_relaxed",
    "t24"."education" AS "value_educated",
    "t24"."title_level" AS "value_title_within_relaxed",
    CAST("t24"."peers" AS TEXT) AS "value_tie",
    CAST("t24"."birth_date" AS TEXT) AS "value_age_within_rule",
    CAST("t24"."title_since" AS TEXT) AS "value_title_within_rule",
    CAST(NULL AS TEXT) AS "value_bars_checked",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t24"."given" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_given",
    "t24"."refs" AS "refs_listed",
    "t24"."ref" AS "refs_institution_staff",
    "t24"."ref" AS "refs_age_within_relaxed",
    "t24"."ref" AS "refs_educated",
    "t24"."ref" AS "refs_title_within_relaxed",
    "t24"."peer_refs" AS "refs_tie",
    "t24"."ref" AS "refs_age_within_rule",
    "t24"."ref" AS "refs_title_within_rule"
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
          EXCLUDE ("education_right", "employment_right", "is_leader_right", "profession_right", "title_level_right", "unit_id_right")
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
            "t3"."unit_id" AS "unit_id_right",
            "t3"."employment" AS "employment_right",
            "t3"."profession" AS "profession_right",
            "t3"."is_leader" AS "is_leader_right",
            "t3"."title_level" AS "title_level_right",
            "t3"."education" AS "education_right",
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
                            "t1"."subject_id",
                            "t1"."quantity",
                            "t1"."counterpart_id" AS "words",
                            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "day",
                            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."period_start") AS "named"
                          FROM "facts"."deliveries" AS "t1"
                          WHERE
                            "t1"."provision" = 'M03-2'
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
          LEFT OUTER JOIN "run"."tie_transfer" AS "t3"
            ON "t20"."unit_id" = "t3"."unit_id"
            AND "t20"."employment" = "t3"."employment"
            AND "t20"."profession" = "t3"."profession"
            AND "t20"."is_leader" = "t3"."is_leader"
            AND "t20"."title_level" = "t3"."title_level"
            AND "t20"."education" = "t3"."education"
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
          AND "t23"."employment" IN ('institution_staff', 'grassroots_institution_staff')
          AND NOT (
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
                PARAM('transfer.age_max') + PARAM('transfer.age_relaxation') + 1
              ) * 10000
            )
          )
          AND "t23"."education" IN ('college', 'bachelor', 'master', 'doctor')
          AND CASE
            WHEN "t23"."title_level" IS NULL
            THEN CAST(NULL AS BOOLEAN)
            WHEN "t23"."title_level" IN ('none', 'full')
            THEN TRUE
            WHEN "t23"."title_level" = 'associate'
            THEN (
              (
                (
                  EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
                ) + (
                  EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
                ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
              ) - (
                (
                  EXTRACT(year FROM "t23"."title_since") * 10000
                ) + (
                  EXTRACT(month FROM "t23"."title_since") * 100
                ) + EXTRACT(day FROM "t23"."title_since")
              )
            ) >= (
              (
                PARAM('transfer.title_years_min') - PARAM('transfer.title_years_relaxation')
              ) * 10000
            )
            ELSE FALSE
          END
        ) IS NULL
      )
      OR COALESCE(
        (
          "t23"."start" IS NOT NULL
        )
        AND "t23"."employment" IN ('institution_staff', 'grassroots_institution_staff')
        AND NOT (
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
              PARAM('transfer.age_max') + PARAM('transfer.age_relaxation') + 1
            ) * 10000
          )
        )
        AND "t23"."education" IN ('college', 'bachelor', 'master', 'doctor')
        AND CASE
          WHEN "t23"."title_level" IS NULL
          THEN CAST(NULL AS BOOLEAN)
          WHEN "t23"."title_level" IN ('none', 'full')
          THEN TRUE
          WHEN "t23"."title_level" = 'associate'
          THEN (
            (
              (
                EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
              ) + (
                EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
              ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
            ) - (
              (
                EXTRACT(year FROM "t23"."title_since") * 10000
              ) + (
                EXTRACT(month FROM "t23"."title_since") * 100
              ) + EXTRACT(day FROM "t23"."title_since")
            )
          ) >= (
            (
              PARAM('transfer.title_years_min') - PARAM('transfer.title_years_relaxation')
            ) * 10000
          )
          ELSE FALSE
        END
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
      *
    FROM (
      SELECT
        "t26"."obligation_id",
        'title_within_relaxed' AS "criterion",
        "t26"."holds_title_within_relaxed" AS "holds",
        "t26"."value_title_within_relaxed" AS "value",
        COALESCE("t26"."refs_title_within_relaxed", '') AS "fact_refs"
      FROM "t25" AS "t26"
    ) AS "t30"
    UNION ALL
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
    ) AS "t31"
  ) AS "t39"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t26"."obligation_id",
        'age_within_rule' AS "criterion",
        "t26"."holds_age_within_rule" AS "holds",
        "t26"."value_age_within_rule" AS "value",
        COALESCE("t26"."refs_age_within_rule", '') AS "fact_refs"
      FROM "t25" AS "t26"
    ) AS "t32"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t26"."obligation_id",
        'title_within_rule' AS "criterion",
        "t26"."holds_title_within_rule" AS "holds",
        "t26"."value_title_within_rule" AS "value",
        COALESCE("t26"."refs_title_within_rule", '') AS "fact_refs"
      FROM "t25" AS "t26"
    ) AS "t33"
  ) AS "t40"
) AS "t43"
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
        'bars_checked' AS "criterion",
        "t26"."holds_bars_checked" AS "holds",
        "t26"."value_bars_checked" AS "value",
        '' AS "fact_refs"
      FROM "t25" AS "t26"
    ) AS "t28"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t34"."obligation_id",
        "t34"."criterion",
        "t34"."holds",
        "t34"."value",
        COALESCE("t48"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t26"."obligation_id",
          'given' AS "criterion",
          "t26"."holds_given" AS "holds",
          "t26"."value_given" AS "value"
        FROM "t25" AS "t26"
      ) AS "t34"
      LEFT OUTER JOIN (
        SELECT
          "t46"."obligation_id",
          LISTAGG("t46"."ref", ';' ORDER BY "t46"."ref" ASC) AS "fact_refs"
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
                  "t1"."subject_id",
                  "t1"."counterpart_id",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "day",
                  'deliveries:' || CONCAT_WS('/', COALESCE("t1"."delivery_id", '')) AS "ref"
                FROM "facts"."deliveries" AS "t1"
                WHERE
                  "t1"."provision" = 'M03-2'
              ) AS "t8"
              WHERE
                "t8"."day" <= AS_OF()
            ) AS "t12"
              ON "t27"."person_id" = "t12"."subject_id" AND "t12"."day" = "t27"."given"
          ) AS "t45"
        ) AS "t46"
        GROUP BY
          1
      ) AS "t48"
        ON "t34"."obligation_id" = "t48"."obligation_id"
    ) AS "t49"
  ) AS "t50"
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
          'listed' AS "criterion",
          "t26"."holds_listed" AS "holds",
          "t26"."value_listed" AS "value",
          COALESCE("t26"."refs_listed", '') AS "fact_refs"
        FROM "t25" AS "t26"
      ) AS "t35"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t26"."obligation_id",
          'institution_staff' AS "criterion",
          "t26"."holds_institution_staff" AS "holds",
          "t26"."value_institution_staff" AS "value",
          COALESCE("t26"."refs_institution_staff", '') AS "fact_refs"
        FROM "t25" AS "t26"
      ) AS "t36"
    ) AS "t41"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t26"."obligation_id",
          'age_within_relaxed' AS "criterion",
          "t26"."holds_age_within_relaxed" AS "holds",
          "t26"."value_age_within_relaxed" AS "value",
          COALESCE("t26"."refs_age_within_relaxed", '') AS "fact_refs"
        FROM "t25" AS "t26"
      ) AS "t37"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t26"."obligation_id",
          'educated' AS "criterion",
          "t26"."holds_educated" AS "holds",
          "t26"."value_educated" AS "value",
          COALESCE("t26"."refs_educated", '') AS "fact_refs"
        FROM "t25" AS "t26"
      ) AS "t38"
    ) AS "t42"
  ) AS "t44"
) AS "t51"
