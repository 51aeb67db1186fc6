SELECT
  "t21"."obligation_id",
  "t21"."provision",
  "t21"."measure",
  "t21"."modality",
  "t21"."subject_kind",
  "t21"."subject_id",
  "t21"."period_start",
  "t21"."period_end",
  "t21"."quantity",
  "t21"."quantity_unit",
  "t21"."quantity_met",
  "t21"."due_on",
  "t21"."owner_unit_id",
  "t21"."state",
  "t21"."missing",
  "t21"."as_of"
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
    "t20"."peers",
    "t20"."peer_refs",
    CONCAT_WS(
      '|',
      COALESCE('M04-1', ''),
      COALESCE('person', ''),
      COALESCE("t20"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t20"."start" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      )
    ) AS "obligation_id",
    'M04-1' AS "provision",
    CAST(4 AS BIGINT) AS "measure",
    'PREFER' AS "modality",
    'person' AS "subject_kind",
    "t20"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t20"."start" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t20"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t20"."given" IS NOT NULL
      THEN 'met'
      WHEN (
        (
          "t20"."start" IS NOT NULL
        )
        AND "t20"."employment" IN (
          'civil_servant',
          'institution_staff',
          'grassroots_institution_staff',
          'community_cadre',
          'village_cadre',
          'graduate_village_official'
        )
      ) IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t20"."start" IS NOT NULL AS "holds_listed",
    "t20"."employment" IN (
      'civil_servant',
      'institution_staff',
      'grassroots_institution_staff',
      'community_cadre',
      'village_cadre',
      'graduate_village_official'
    ) AS "holds_is_cadre",
    "t20"."peers" > 0 AS "holds_tie",
    CAST(NULL AS BOOLEAN) AS "holds_bars_checked",
    "t20"."given" IS NOT NULL AS "holds_given",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t20"."start" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_listed",
    "t20"."employment" AS "value_is_cadre",
    CAST("t20"."peers" AS TEXT) AS "value_tie",
    CAST(NULL AS TEXT) AS "value_bars_checked",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t20"."given" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_given",
    "t20"."refs" AS "refs_listed",
    "t20"."ref" AS "refs_is_cadre",
    "t20"."peer_refs" AS "refs_tie"
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
      COALESCE("t19"."peers", 0) AS "peers",
      "t19"."peer_refs"
    FROM (
      SELECT
        "t18".*
        EXCLUDE ("employment_right", "is_leader_right", "profession_right", "unit_id_right")
      FROM (
        SELECT
          "t17"."person_id",
          "t17"."start",
          "t17"."exceptional",
          "t17"."refs",
          "t17"."exceptional_refs",
          "t17"."unit_id",
          "t17"."employment",
          "t17"."profession",
          "t17"."is_leader",
          "t17"."is_secretary",
          "t17"."birth_date",
          "t17"."education",
          "t17"."party",
          "t17"."title_level",
          "t17"."title_since",
          "t17"."rank_since",
          "t17"."ref",
          "t17"."unit_district",
          "t17"."given",
          "t3"."unit_id" AS "unit_id_right",
          "t3"."employment" AS "employment_right",
          "t3"."profession" AS "profession_right",
          "t3"."is_leader" AS "is_leader_right",
          "t3"."peers",
          "t3"."peer_refs"
        FROM (
          SELECT
            "t15".*
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
              "t14"."person_id" AS "person_id_right",
              "t14"."start" AS "start_right",
              "t14"."given"
            FROM "run"."listed_person" AS "t4"
            LEFT OUTER JOIN (
              SELECT
                "t12"."person_id",
                "t12"."start",
                MIN("t12"."day") AS "given"
              FROM (
                SELECT
                  "t11".*
                  EXCLUDE ("subject_id")
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t6"."person_id",
                      "t6"."start",
                      "t9"."subject_id",
                      "t9"."quantity",
                      "t9"."words",
                      "t9"."day",
                      "t9"."named"
                    FROM (
                      SELECT DISTINCT
                        "t1"."person_id",
                        "t1"."start"
                      FROM "run"."listed_person" AS "t1"
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
                          "t2"."provision" = 'M04-1'
                      ) AS "t7"
                      WHERE
                        "t7"."day" <= AS_OF() AND TRUE
                    ) AS "t9"
                      ON "t6"."person_id" = "t9"."subject_id"
                  ) AS "t10"
                  WHERE
                    "t10"."day" >= "t10"."start"
                    AND (
                      (
                        "t10"."named" IS NULL
                      ) OR (
                        "t10"."named" = "t10"."start"
                      )
                    )
                ) AS "t11"
              ) AS "t12"
              GROUP BY
                1,
                2
            ) AS "t14"
              ON "t4"."person_id" = "t14"."person_id" AND "t4"."start" = "t14"."start"
          ) AS "t15"
        ) AS "t17"
        LEFT OUTER JOIN "run"."tie_promotion" AS "t3"
          ON "t17"."unit_id" = "t3"."unit_id"
          AND "t17"."employment" = "t3"."employment"
          AND "t17"."profession" = "t3"."profession"
          AND "t17"."is_leader" = "t3"."is_leader"
      ) AS "t18"
    ) AS "t19"
    WHERE
      (
        "t19"."given" IS NOT NULL
      )
      OR (
        (
          (
            "t19"."start" IS NOT NULL
          )
          AND "t19"."employment" IN (
            'civil_servant',
            'institution_staff',
            'grassroots_institution_staff',
            'community_cadre',
            'village_cadre',
            'graduate_village_official'
          )
        ) IS NULL
      )
      OR COALESCE(
        (
          "t19"."start" IS NOT NULL
        )
        AND "t19"."employment" IN (
          'civil_servant',
          'institution_staff',
          'grassroots_institution_staff',
          'community_cadre',
          'village_cadre',
          'graduate_village_official'
        )
        AND (
          COALESCE("t19"."peers", 0) > 0
        ),
        FALSE
      )
  ) AS "t20"
) AS "t21"
