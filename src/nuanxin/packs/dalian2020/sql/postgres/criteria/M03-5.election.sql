WITH "t26" AS (
  SELECT
    "t25"."person_id",
    "t25"."start",
    "t25"."exceptional",
    "t25"."refs",
    "t25"."exceptional_refs",
    "t25"."unit_id",
    "t25"."employment",
    "t25"."profession",
    "t25"."is_leader",
    "t25"."is_secretary",
    "t25"."birth_date",
    "t25"."education",
    "t25"."party",
    "t25"."title_level",
    "t25"."title_since",
    "t25"."rank_since",
    "t25"."ref",
    "t25"."unit_district",
    "t25"."given",
    "t25"."peers",
    "t25"."peer_refs",
    CONCAT_WS(
      '|',
      COALESCE('M03-5', ''),
      COALESCE('person', ''),
      COALESCE("t25"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t25"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M03-5' AS "provision",
    CAST(3 AS BIGINT) AS "measure",
    'PREFER' AS "modality",
    'person' AS "subject_kind",
    "t25"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t25"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t25"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t25"."given" IS NOT NULL
      THEN 'met'
      WHEN (
        "t25"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
        OR (
          (
            (
              (
                CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 10000
              ) + (
                CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 100
              ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE))
            ) - (
              (
                CAST(EXTRACT('year' FROM "t25"."birth_date") AS INT) * 10000
              ) + (
                CAST(EXTRACT('month' FROM "t25"."birth_date") AS INT) * 100
              ) + EXTRACT(day FROM "t25"."birth_date")
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
        "t25"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
        OR "t25"."education" IN ('bachelor', 'master', 'doctor')
      ) IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS "state",
    CASE
      WHEN "t25"."given" IS NOT NULL
      THEN CAST(NULL AS VARCHAR)
      ELSE NULLIF(
        CONCAT_WS(
          ';',
          CASE
            WHEN (
              "t25"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
              OR (
                (
                  (
                    (
                      CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 10000
                    ) + (
                      CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 100
                    ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE))
                  ) - (
                    (
                      CAST(EXTRACT('year' FROM "t25"."birth_date") AS INT) * 10000
                    ) + (
                      CAST(EXTRACT('month' FROM "t25"."birth_date") AS INT) * 100
                    ) + EXTRACT(day FROM "t25"."birth_date")
                  )
                ) < (
                  (
                    PARAM('merit.young_talent_age_max') + 1
                  ) * 10000
                )
              )
            ) IS NULL
            THEN 'birth_date'
            ELSE CAST(NULL AS VARCHAR)
          END,
          CASE
            WHEN (
              "t25"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
              OR "t25"."education" IN ('bachelor', 'master', 'doctor')
            ) IS NULL
            THEN 'education'
            ELSE CAST(NULL AS VARCHAR)
          END
        ),
        ''
      )
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t25"."start" IS NOT NULL AS "holds_listed",
    "t25"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
    OR "t25"."employment" IN ('enterprise_staff', 'contract', 'volunteer') AS "holds_local_or_talent",
    "t25"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
    OR (
      (
        (
          (
            CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 10000
          ) + (
            CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 100
          ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE))
        ) - (
          (
            CAST(EXTRACT('year' FROM "t25"."birth_date") AS INT) * 10000
          ) + (
            CAST(EXTRACT('month' FROM "t25"."birth_date") AS INT) * 100
          ) + EXTRACT(day FROM "t25"."birth_date")
        )
      ) < (
        (
          PARAM('merit.young_talent_age_max') + 1
        ) * 10000
      )
    ) AS "holds_young_talent",
    "t25"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
    OR "t25"."education" IN ('bachelor', 'master', 'doctor') AS "holds_graduate_talent",
    "t25"."peers" > 0 AS "holds_tie",
    CAST(NULL AS BOOLEAN) AS "holds_bars_checked",
    "t25"."given" IS NOT NULL AS "holds_given",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t25"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_listed",
    "t25"."employment" AS "value_local_or_talent",
    CAST("t25"."birth_date" AS VARCHAR) AS "value_young_talent",
    "t25"."education" AS "value_graduate_talent",
    CAST("t25"."peers" AS VARCHAR) AS "value_tie",
    '' AS "value_bars_checked",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t25"."given" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_given",
    "t25"."refs" AS "refs_listed",
    "t25"."ref" AS "refs_local_or_talent",
    "t25"."ref" AS "refs_young_talent",
    "t25"."ref" AS "refs_graduate_talent",
    "t25"."peer_refs" AS "refs_tie"
  FROM (
    SELECT
      *
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
        COALESCE("t23"."peers", 0) AS "peers",
        "t23"."peer_refs"
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
          "t22"."peer_refs"
        FROM (
          SELECT
            "t21"."person_id",
            "t21"."start",
            "t21"."exceptional",
            "t21"."refs",
            "t21"."exceptional_refs",
            "t21"."unit_id",
            "t21"."employment",
            "t21"."profession",
            "t21"."is_leader",
            "t21"."is_secretary",
            "t21"."birth_date",
            "t21"."education",
            "t21"."party",
            "t21"."title_level",
            "t21"."title_since",
            "t21"."rank_since",
            "t21"."ref",
            "t21"."unit_district",
            "t21"."given",
            "t3"."unit_district" AS "unit_district_right",
            "t3"."employment" AS "employment_right",
            "t3"."profession" AS "profession_right",
            "t3"."is_leader" AS "is_leader_right",
            "t3"."peers",
            "t3"."peer_refs"
          FROM (
            SELECT
              "t19"."person_id",
              "t19"."start",
              "t19"."exceptional",
              "t19"."refs",
              "t19"."exceptional_refs",
              "t19"."unit_id",
              "t19"."employment",
              "t19"."profession",
              "t19"."is_leader",
              "t19"."is_secretary",
              "t19"."birth_date",
              "t19"."education",
              "t19"."party",
              "t19"."title_level",
              "t19"."title_since",
              "t19"."rank_since",
              "t19"."ref",
              "t19"."unit_district",
              "t19"."given"
            FROM (
              SELECT
                "t8"."person_id",
                "t8"."start",
                "t8"."exceptional",
                "t8"."refs",
                "t8"."exceptional_refs",
                "t8"."unit_id",
                "t8"."employment",
                "t8"."profession",
                "t8"."is_leader",
                "t8"."is_secretary",
                "t8"."birth_date",
                "t8"."education",
                "t8"."party",
                "t8"."title_level",
                "t8"."title_since",
                "t8"."rank_since",
                "t8"."ref",
                "t8"."unit_district",
                "t18"."person_id" AS "person_id_right",
                "t18"."given"
              FROM (
                SELECT
                  *
                FROM "run"."listed_person" AS "t2"
                WHERE
                  TRUE
              ) AS "t8"
              LEFT OUTER JOIN (
                SELECT
                  "t16"."person_id",
                  MIN("t16"."day") AS "given"
                FROM (
                  SELECT
                    "t15"."person_id",
                    "t15"."start",
                    "t15"."quantity",
                    "t15"."words",
                    "t15"."day",
                    "t15"."named"
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
                          "t2"."person_id",
                          "t2"."start"
                        FROM "run"."listed_person" AS "t2"
                        WHERE
                          TRUE
                      ) AS "t7"
                      INNER JOIN (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t0"."subject_id",
                            "t0"."quantity",
                            "t0"."counterpart_id" AS "words",
                            CAST((
                              "t0"."on_date" - MAKE_DATE(1970, 1, 1)
                            ) AS BIGINT) AS "day",
                            CAST((
                              "t0"."period_start" - MAKE_DATE(1970, 1, 1)
                            ) AS BIGINT) AS "named"
                          FROM "facts"."deliveries" AS "t0"
                          WHERE
                            "t0"."provision" = 'M03-5'
                        ) AS "t6"
                        WHERE
                          "t6"."day" <= AS_OF() AND TRUE
                      ) AS "t11"
                        ON "t7"."person_id" = "t11"."subject_id"
                    ) AS "t14"
                    WHERE
                      "t14"."day" >= "t14"."start"
                      AND (
                        (
                          "t14"."named" IS NULL
                        ) OR (
                          "t14"."named" = "t14"."start"
                        )
                      )
                  ) AS "t15"
                ) AS "t16"
                GROUP BY
                  1
              ) AS "t18"
                ON "t8"."person_id" = "t18"."person_id"
            ) AS "t19"
          ) AS "t21"
          LEFT OUTER JOIN "run"."tie_election" AS "t3"
            ON "t21"."unit_district" = "t3"."unit_district"
            AND "t21"."employment" = "t3"."employment"
            AND "t21"."profession" = "t3"."profession"
            AND "t21"."is_leader" = "t3"."is_leader"
        ) AS "t22"
      ) AS "t23"
    ) AS "t24"
    WHERE
      (
        "t24"."given" IS NOT NULL
      )
      OR (
        (
          (
            "t24"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
            OR "t24"."employment" IN ('enterprise_staff', 'contract', 'volunteer')
          )
          AND (
            "t24"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
            OR (
              (
                (
                  (
                    CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 10000
                  ) + (
                    CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 100
                  ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE))
                ) - (
                  (
                    CAST(EXTRACT('year' FROM "t24"."birth_date") AS INT) * 10000
                  ) + (
                    CAST(EXTRACT('month' FROM "t24"."birth_date") AS INT) * 100
                  ) + EXTRACT(day FROM "t24"."birth_date")
                )
              ) < (
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
      OR (
        (
          "t24"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
          OR "t24"."employment" IN ('enterprise_staff', 'contract', 'volunteer')
        )
        AND (
          "t24"."employment" IN ('community_cadre', 'village_cadre', 'graduate_village_official')
          OR (
            (
              (
                (
                  CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 10000
                ) + (
                  CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 100
                ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE))
              ) - (
                (
                  CAST(EXTRACT('year' FROM "t24"."birth_date") AS INT) * 10000
                ) + (
                  CAST(EXTRACT('month' FROM "t24"."birth_date") AS INT) * 100
                ) + EXTRACT(day FROM "t24"."birth_date")
              )
            ) < (
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
        AND (
          "t24"."peers" > 0
        )
      )
  ) AS "t25"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t31"."obligation_id",
      "t31"."criterion",
      "t31"."holds",
      "t31"."value",
      COALESCE("t44"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t27"."obligation_id",
        'given' AS "criterion",
        "t27"."holds_given" AS "holds",
        "t27"."value_given" AS "value"
      FROM "t26" AS "t27"
    ) AS "t31"
    LEFT OUTER JOIN (
      SELECT
        "t42"."obligation_id",
        STRING_AGG("t42"."ref", ';' ORDER BY "t42"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t28"."obligation_id",
            "t13"."ref"
          FROM "t26" AS "t28"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t0"."subject_id",
                "t0"."counterpart_id",
                CAST((
                  "t0"."on_date" - MAKE_DATE(1970, 1, 1)
                ) AS BIGINT) AS "day",
                'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t0"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."deliveries" AS "t0"
              WHERE
                "t0"."provision" = 'M03-5'
            ) AS "t10"
            WHERE
              "t10"."day" <= AS_OF()
          ) AS "t13"
            ON "t28"."person_id" = "t13"."subject_id" AND "t13"."day" = "t28"."given"
        ) AS "t41"
      ) AS "t42"
      GROUP BY
        1
    ) AS "t44"
      ON "t31"."obligation_id" = "t44"."obligation_id"
  ) AS "t45"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t27"."obligation_id",
        'listed' AS "criterion",
        "t27"."holds_listed" AS "holds",
        "t27"."value_listed" AS "value",
        COALESCE("t27"."refs_listed", '') AS "fact_refs"
      FROM "t26" AS "t27"
    ) AS "t32"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t27"."obligation_id",
        'local_or_talent' AS "criterion",
        "t27"."holds_local_or_talent" AS "holds",
        "t27"."value_local_or_talent" AS "value",
        COALESCE("t27"."refs_local_or_talent", '') AS "fact_refs"
      FROM "t26" AS "t27"
    ) AS "t33"
  ) AS "t37"
) AS "t46"
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
        "t27"."obligation_id",
        'young_talent' AS "criterion",
        "t27"."holds_young_talent" AS "holds",
        "t27"."value_young_talent" AS "value",
        COALESCE("t27"."refs_young_talent", '') AS "fact_refs"
      FROM "t26" AS "t27"
    ) AS "t34"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t27"."obligation_id",
        'graduate_talent' AS "criterion",
        "t27"."holds_graduate_talent" AS "holds",
        "t27"."value_graduate_talent" AS "value",
        COALESCE("t27"."refs_graduate_talent", '') AS "fact_refs"
      FROM "t26" AS "t27"
    ) AS "t35"
  ) AS "t38"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t27"."obligation_id",
        'tie' AS "criterion",
        "t27"."holds_tie" AS "holds",
        "t27"."value_tie" AS "value",
        COALESCE("t27"."refs_tie", '') AS "fact_refs"
      FROM "t26" AS "t27"
    ) AS "t36"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t27"."obligation_id",
        'bars_checked' AS "criterion",
        "t27"."holds_bars_checked" AS "holds",
        "t27"."value_bars_checked" AS "value",
        '' AS "fact_refs"
      FROM "t26" AS "t27"
    ) AS "t29"
  ) AS "t39"
) AS "t40"
