SELECT
  "t22"."obligation_id",
  "t22"."provision",
  "t22"."measure",
  "t22"."modality",
  "t22"."subject_kind",
  "t22"."subject_id",
  "t22"."period_start",
  "t22"."period_end",
  "t22"."quantity",
  "t22"."quantity_unit",
  "t22"."quantity_met",
  "t22"."due_on",
  "t22"."owner_unit_id",
  "t22"."state",
  "t22"."missing",
  "t22"."as_of"
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
    "t21"."peers",
    "t21"."peer_refs",
    CONCAT_WS(
      '|',
      COALESCE('M03-4', ''),
      COALESCE('person', ''),
      COALESCE("t21"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t21"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M03-4' AS "provision",
    CAST(3 AS BIGINT) AS "measure",
    'PREFER' AS "modality",
    'person' AS "subject_kind",
    "t21"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t21"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t21"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t21"."given" IS NOT NULL
      THEN 'met'
      WHEN CASE
        WHEN "t21"."employment" IN ('grassroots_institution_staff', 'graduate_village_official')
        THEN TRUE
        WHEN "t21"."employment" IN ('community_cadre', 'village_cadre')
        THEN "t21"."is_secretary"
        ELSE FALSE
      END IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS "state",
    CASE
      WHEN "t21"."given" IS NOT NULL
      THEN CAST(NULL AS VARCHAR)
      ELSE CASE
        WHEN CASE
          WHEN "t21"."employment" IN ('grassroots_institution_staff', 'graduate_village_official')
          THEN TRUE
          WHEN "t21"."employment" IN ('community_cadre', 'village_cadre')
          THEN "t21"."is_secretary"
          ELSE FALSE
        END IS NULL
        THEN 'is_secretary'
        ELSE CAST(NULL AS VARCHAR)
      END
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t21"."start" IS NOT NULL AS "holds_listed",
    CASE
      WHEN "t21"."employment" IN ('grassroots_institution_staff', 'graduate_village_official')
      THEN TRUE
      WHEN "t21"."employment" IN ('community_cadre', 'village_cadre')
      THEN "t21"."is_secretary"
      ELSE FALSE
    END AS "holds_heads_grassroots",
    "t21"."peers" > 0 AS "holds_tie",
    CAST(NULL AS BOOLEAN) AS "holds_bars_checked",
    "t21"."given" IS NOT NULL AS "holds_given",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t21"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_listed",
    "t21"."employment" AS "value_heads_grassroots",
    CAST("t21"."peers" AS VARCHAR) AS "value_tie",
    '' AS "value_bars_checked",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t21"."given" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_given",
    "t21"."refs" AS "refs_listed",
    "t21"."ref" AS "refs_heads_grassroots",
    "t21"."peer_refs" AS "refs_tie"
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
        "t19"."given",
        "t19"."peers",
        "t19"."peer_refs"
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
            "t16"."person_id",
            "t16"."start",
            "t16"."exceptional",
            "t16"."refs",
            "t16"."exceptional_refs",
            "t16"."unit_id",
            "t16"."employment",
            "t16"."profession",
            "t16"."is_leader",
            "t16"."is_secretary",
            "t16"."birth_date",
            "t16"."education",
            "t16"."party",
            "t16"."title_level",
            "t16"."title_since",
            "t16"."rank_since",
            "t16"."ref",
            "t16"."unit_district",
            "t16"."given"
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
                  "t12"."person_id",
                  "t12"."start",
                  "t12"."quantity",
                  "t12"."words",
                  "t12"."day",
                  "t12"."named"
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
                          CAST((
                            "t2"."on_date" - MAKE_DATE(1970, 1, 1)
                          ) AS BIGINT) AS "day",
                          CAST((
                            "t2"."period_start" - MAKE_DATE(1970, 1, 1)
                          ) AS BIGINT) AS "named"
                        FROM "facts"."deliveries" AS "t2"
                        WHERE
                          "t2"."provision" = 'M03-4'
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
        LEFT OUTER JOIN "run"."tie_township" AS "t3"
          ON "t18"."unit_district" = "t3"."unit_district"
          AND "t18"."employment" = "t3"."employment"
          AND "t18"."profession" = "t3"."profession"
          AND "t18"."is_leader" = "t3"."is_leader"
      ) AS "t19"
    ) AS "t20"
    WHERE
      (
        "t20"."given" IS NOT NULL
      )
      OR (
        CASE
          WHEN "t20"."employment" IN ('grassroots_institution_staff', 'graduate_village_official')
          THEN TRUE
          WHEN "t20"."employment" IN ('community_cadre', 'village_cadre')
          THEN "t20"."is_secretary"
          ELSE FALSE
        END IS NULL
      )
      OR (
        CASE
          WHEN "t20"."employment" IN ('grassroots_institution_staff', 'graduate_village_official')
          THEN TRUE
          WHEN "t20"."employment" IN ('community_cadre', 'village_cadre')
          THEN "t20"."is_secretary"
          ELSE FALSE
        END
        AND (
          COALESCE("t20"."peers", 0) > 0
        )
      )
  ) AS "t21"
) AS "t22"
