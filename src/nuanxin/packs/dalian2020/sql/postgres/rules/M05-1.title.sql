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
    "t21"."given",
    "t21"."peers",
    "t21"."peer_refs",
    CONCAT_WS(
      '|',
      COALESCE('M05-1', ''),
      COALESCE('person', ''),
      COALESCE("t21"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t21"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M05-1' AS "provision",
    CAST(5 AS BIGINT) AS "measure",
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
      WHEN "t21"."title_level" IN ('junior', 'intermediate', 'associate') IS NULL
      THEN 'unknown'
      WHEN (
        (
          CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) - CAST(EXTRACT('year' FROM "t21"."title_since") AS INT)
        ) >= PARAM('title.years_min')
      ) IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS "state",
    CASE
      WHEN "t21"."given" IS NOT NULL
      THEN CAST(NULL AS VARCHAR)
      ELSE NULLIF(
        CONCAT_WS(
          ';',
          CASE
            WHEN "t21"."title_level" IN ('junior', 'intermediate', 'associate') IS NULL
            THEN 'title_level'
            ELSE CAST(NULL AS VARCHAR)
          END,
          CASE
            WHEN (
              (
                CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) - CAST(EXTRACT('year' FROM "t21"."title_since") AS INT)
              ) >= PARAM('title.years_min')
            ) IS NULL
            THEN CASE WHEN "t21"."title_level" IS NOT NULL THEN 'title_since' ELSE NULL END
            ELSE CAST(NULL AS VARCHAR)
          END
        ),
        ''
      )
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t21"."start" IS NOT NULL AS "holds_at_front_since",
    "t21"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
    OR COALESCE("t21"."title_level" IN ('junior', 'intermediate', 'associate', 'full'), FALSE) AS "holds_is_professional",
    "t21"."title_level" IN ('junior', 'intermediate', 'associate') AS "holds_has_next_title",
    (
      CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) - CAST(EXTRACT('year' FROM "t21"."title_since") AS INT)
    ) >= PARAM('title.years_min') AS "holds_served_in_title",
    "t21"."peers" > 0 AS "holds_tie",
    CAST(NULL AS BOOLEAN) AS "holds_bars_checked",
    "t21"."given" IS NOT NULL AS "holds_given",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t21"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_at_front_since",
    "t21"."profession" AS "value_is_professional",
    "t21"."title_level" AS "value_has_next_title",
    CAST("t21"."title_since" AS VARCHAR) AS "value_served_in_title",
    CAST("t21"."peers" AS VARCHAR) AS "value_tie",
    '' AS "value_bars_checked",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t21"."given" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_given",
    "t21"."ref" AS "refs_is_professional",
    "t21"."ref" AS "refs_has_next_title",
    "t21"."ref" AS "refs_served_in_title",
    "t21"."peer_refs" AS "refs_tie"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t19"."person_id",
        "t19"."start",
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
        "t19"."given",
        COALESCE("t19"."peers", 0) AS "peers",
        "t19"."peer_refs"
      FROM (
        SELECT
          "t18"."person_id",
          "t18"."start",
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
          "t18"."given",
          "t18"."peers",
          "t18"."peer_refs"
        FROM (
          SELECT
            "t17"."person_id",
            "t17"."start",
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
            "t17"."given",
            "t3"."unit_id" AS "unit_id_right",
            "t3"."employment" AS "employment_right",
            "t3"."profession" AS "profession_right",
            "t3"."is_leader" AS "is_leader_right",
            "t3"."title_level" AS "title_level_right",
            "t3"."peers",
            "t3"."peer_refs"
          FROM (
            SELECT
              "t15"."person_id",
              "t15"."start",
              "t15"."unit_id",
              "t15"."employment",
              "t15"."profession",
              "t15"."is_leader",
              "t15"."is_secretary",
              "t15"."birth_date",
              "t15"."education",
              "t15"."party",
              "t15"."title_level",
              "t15"."title_since",
              "t15"."rank_since",
              "t15"."ref",
              "t15"."given"
            FROM (
              SELECT
                "t4"."person_id",
                "t4"."start",
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
                "t14"."person_id" AS "person_id_right",
                "t14"."given"
              FROM "run"."front_person" AS "t4"
              LEFT OUTER JOIN (
                SELECT
                  "t12"."person_id",
                  MIN("t12"."day") AS "given"
                FROM (
                  SELECT
                    "t11"."person_id",
                    "t11"."start",
                    "t11"."quantity",
                    "t11"."words",
                    "t11"."day",
                    "t11"."named"
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
                        FROM "run"."front_person" AS "t1"
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
                            "t2"."provision" = 'M05-1'
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
                  1
              ) AS "t14"
                ON "t4"."person_id" = "t14"."person_id"
            ) AS "t15"
          ) AS "t17"
          LEFT OUTER JOIN "run"."tie_title" AS "t3"
            ON "t17"."unit_id" = "t3"."unit_id"
            AND "t17"."employment" = "t3"."employment"
            AND "t17"."profession" = "t3"."profession"
            AND "t17"."is_leader" = "t3"."is_leader"
            AND "t17"."title_level" = "t3"."title_level"
        ) AS "t18"
      ) AS "t19"
    ) AS "t20"
    WHERE
      (
        "t20"."given" IS NOT NULL
      )
      OR (
        (
          "t20"."title_level" IN ('junior', 'intermediate', 'associate')
          AND (
            (
              CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) - CAST(EXTRACT('year' FROM "t20"."title_since") AS INT)
            ) >= PARAM('title.years_min')
          )
        ) IS NULL
      )
      OR (
        "t20"."title_level" IN ('junior', 'intermediate', 'associate')
        AND (
          (
            CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) - CAST(EXTRACT('year' FROM "t20"."title_since") AS INT)
          ) >= PARAM('title.years_min')
        )
        AND (
          "t20"."peers" > 0
        )
      )
  ) AS "t21"
) AS "t22"
