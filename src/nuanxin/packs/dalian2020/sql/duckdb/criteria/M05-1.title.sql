WITH "t31" AS (
  SELECT
    "t30"."person_id",
    "t30"."start",
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
    "t30"."given",
    "t30"."peers",
    "t30"."peer_refs",
    CONCAT_WS(
      '|',
      COALESCE('M05-1', ''),
      COALESCE('person', ''),
      COALESCE("t30"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t30"."start" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      )
    ) AS "obligation_id",
    'M05-1' AS "provision",
    CAST(5 AS BIGINT) AS "measure",
    'PREFER' AS "modality",
    'person' AS "subject_kind",
    "t30"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t30"."start" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t30"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t30"."given" IS NOT NULL
      THEN 'met'
      WHEN (
        (
          "t30"."start" IS NOT NULL
        )
        AND (
          "t30"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
          OR COALESCE("t30"."title_level" IN ('junior', 'intermediate', 'associate', 'full'), FALSE)
        )
        AND "t30"."title_level" IN ('junior', 'intermediate', 'associate')
        AND (
          (
            EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) - EXTRACT(year FROM "t30"."title_since")
          ) >= PARAM('title.years_min')
        )
      ) IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS "state",
    CASE
      WHEN NOT (
        "t30"."given" IS NOT NULL
      )
      AND (
        (
          (
            "t30"."start" IS NOT NULL
          )
          AND (
            "t30"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
            OR COALESCE("t30"."title_level" IN ('junior', 'intermediate', 'associate', 'full'), FALSE)
          )
          AND "t30"."title_level" IN ('junior', 'intermediate', 'associate')
          AND (
            (
              EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) - EXTRACT(year FROM "t30"."title_since")
            ) >= PARAM('title.years_min')
          )
        ) IS NULL
      )
      THEN SUBSTRING(
        CONCAT_WS(
          '',
          CASE
            WHEN "t30"."title_level" IN ('junior', 'intermediate', 'associate') IS NULL
            THEN 'title_level' || ';'
            ELSE ''
          END,
          CASE
            WHEN (
              (
                EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) - EXTRACT(year FROM "t30"."title_since")
              ) >= PARAM('title.years_min')
            ) IS NULL
            THEN CASE WHEN "t30"."title_level" IS NOT NULL THEN 'title_since' ELSE NULL END || ';'
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
                WHEN "t30"."title_level" IN ('junior', 'intermediate', 'associate') IS NULL
                THEN 'title_level' || ';'
                ELSE ''
              END,
              CASE
                WHEN (
                  (
                    EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) - EXTRACT(year FROM "t30"."title_since")
                  ) >= PARAM('title.years_min')
                ) IS NULL
                THEN CASE WHEN "t30"."title_level" IS NOT NULL THEN 'title_since' ELSE NULL END || ';'
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
                WHEN "t30"."title_level" IN ('junior', 'intermediate', 'associate') IS NULL
                THEN 'title_level' || ';'
                ELSE ''
              END,
              CASE
                WHEN (
                  (
                    EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) - EXTRACT(year FROM "t30"."title_since")
                  ) >= PARAM('title.years_min')
                ) IS NULL
                THEN CASE WHEN "t30"."title_level" IS NOT NULL THEN 'title_since' ELSE NULL END || ';'
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
    "t30"."start" IS NOT NULL AS "holds_at_front_since",
    "t30"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
    OR COALESCE("t30"."title_level" IN ('junior', 'intermediate', 'associate', 'full'), FALSE) AS "holds_is_professional",
    "t30"."title_level" IN ('junior', 'intermediate', 'associate') AS "holds_has_next_title",
    (
      EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) - EXTRACT(year FROM "t30"."title_since")
    ) >= PARAM('title.years_min') AS "holds_served_in_title",
    "t30"."peers" > 0 AS "holds_tie",
    CAST(NULL AS BOOLEAN) AS "holds_bars_checked",
    "t30"."given" IS NOT NULL AS "holds_given",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t30"."start" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_at_front_since",
    "t30"."profession" AS "value_is_professional",
    "t30"."title_level" AS "value_has_next_title",
    CAST("t30"."title_since" AS TEXT) AS "value_served_in_title",
    CAST("t30"."peers" AS TEXT) AS "value_tie",
    CAST(NULL AS TEXT) AS "value_bars_checked",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t30"."given" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_given",
    "t30"."ref" AS "refs_is_professional",
    "t30"."ref" AS "refs_has_next_title",
    "t30"."ref" AS "refs_served_in_title",
    "t30"."peer_refs" AS "refs_tie"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t28"."person_id",
        "t28"."start",
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
        "t28"."given",
        COALESCE("t28"."peers", 0) AS "peers",
        "t28"."peer_refs"
      FROM (
        SELECT
          "t27".*
          EXCLUDE ("employment_right", "is_leader_right", "profession_right", "title_level_right", "unit_id_right")
        FROM (
          SELECT
            "t26"."person_id",
            "t26"."start",
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
            "t26"."given",
            "t5"."unit_id" AS "unit_id_right",
            "t5"."employment" AS "employment_right",
            "t5"."profession" AS "profession_right",
            "t5"."is_leader" AS "is_leader_right",
            "t5"."title_level" AS "title_level_right",
            "t5"."peers",
            "t5"."peer_refs"
          FROM (
            SELECT
              "t24".*
              EXCLUDE ("person_id_right", "start_right")
            FROM (
              SELECT
                "t8"."person_id",
                "t8"."start",
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
                "t23"."person_id" AS "person_id_right",
                "t23"."start" AS "start_right",
                "t23"."given"
              FROM "run"."front_person" AS "t8"
              LEFT OUTER JOIN (
                SELECT
                  "t21"."person_id",
                  "t21"."start",
                  MIN("t21"."day") AS "given"
                FROM (
                  SELECT
                    "t20".*
                    EXCLUDE ("subject_id")
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t11"."person_id",
                        "t11"."start",
                        "t14"."subject_id",
                        "t14"."quantity",
                        "t14"."words",
                        "t14"."day",
                        "t14"."named"
                      FROM (
                        SELECT DISTINCT
                          "t4"."person_id",
                          "t4"."start"
                        FROM "run"."front_person" AS "t4"
                      ) AS "t11"
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
                            "t0"."provision" = 'M05-1'
                        ) AS "t10"
                        WHERE
                          "t10"."day" <= AS_OF() AND TRUE
                      ) AS "t14"
                        ON "t11"."person_id" = "t14"."subject_id"
                    ) AS "t19"
                    WHERE
                      "t19"."day" >= "t19"."start"
                      AND (
                        (
                          "t19"."named" IS NULL
                        ) OR (
                          "t19"."named" = "t19"."start"
                        )
                      )
                  ) AS "t20"
                ) AS "t21"
                GROUP BY
                  1,
                  2
              ) AS "t23"
                ON "t8"."person_id" = "t23"."person_id" AND "t8"."start" = "t23"."start"
            ) AS "t24"
          ) AS "t26"
          LEFT OUTER JOIN "run"."tie_title" AS "t5"
            ON "t26"."unit_id" = "t5"."unit_id"
            AND "t26"."employment" = "t5"."employment"
            AND "t26"."profession" = "t5"."profession"
            AND "t26"."is_leader" = "t5"."is_leader"
            AND "t26"."title_level" = "t5"."title_level"
        ) AS "t27"
      ) AS "t28"
    ) AS "t29"
    WHERE
      (
        "t29"."given" IS NOT NULL
      )
      OR (
        (
          (
            "t29"."start" IS NOT NULL
          )
          AND (
            "t29"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
            OR COALESCE("t29"."title_level" IN ('junior', 'intermediate', 'associate', 'full'), FALSE)
          )
          AND "t29"."title_level" IN ('junior', 'intermediate', 'associate')
          AND (
            (
              EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) - EXTRACT(year FROM "t29"."title_since")
            ) >= PARAM('title.years_min')
          )
        ) IS NULL
      )
      OR COALESCE(
        (
          "t29"."start" IS NOT NULL
        )
        AND (
          "t29"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
          OR COALESCE("t29"."title_level" IN ('junior', 'intermediate', 'associate', 'full'), FALSE)
        )
        AND "t29"."title_level" IN ('junior', 'intermediate', 'associate')
        AND (
          (
            EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) - EXTRACT(year FROM "t29"."title_since")
          ) >= PARAM('title.years_min')
        )
        AND (
          "t29"."peers" > 0
        ),
        FALSE
      )
  ) AS "t30"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t37"."obligation_id",
      "t37"."criterion",
      "t37"."holds",
      "t37"."value",
      COALESCE("t52"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t32"."obligation_id",
        'given' AS "criterion",
        "t32"."holds_given" AS "holds",
        "t32"."value_given" AS "value"
      FROM "t31" AS "t32"
    ) AS "t37"
    LEFT OUTER JOIN (
      SELECT
        "t48"."obligation_id",
        LISTAGG("t48"."ref", ';' ORDER BY "t48"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t33"."obligation_id",
            "t18"."ref"
          FROM "t31" AS "t33"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t0"."subject_id",
                "t0"."counterpart_id",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."on_date") AS "day",
                'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t0"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."deliveries" AS "t0"
              WHERE
                "t0"."provision" = 'M05-1'
            ) AS "t13"
            WHERE
              "t13"."day" <= AS_OF()
          ) AS "t18"
            ON "t33"."person_id" = "t18"."subject_id" AND "t18"."day" = "t33"."given"
        ) AS "t46"
      ) AS "t48"
      GROUP BY
        1
    ) AS "t52"
      ON "t37"."obligation_id" = "t52"."obligation_id"
  ) AS "t54"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t42"."obligation_id",
        "t42"."criterion",
        "t42"."holds",
        "t42"."value",
        COALESCE("t53"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t32"."obligation_id",
          'at_front_since' AS "criterion",
          "t32"."holds_at_front_since" AS "holds",
          "t32"."value_at_front_since" AS "value"
        FROM "t31" AS "t32"
      ) AS "t42"
      LEFT OUTER JOIN (
        SELECT
          "t49"."obligation_id",
          LISTAGG("t49"."ref", ';' ORDER BY "t49"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t33"."obligation_id",
              "t16"."ref"
            FROM "t31" AS "t33"
            INNER JOIN (
              SELECT
                "t6"."person_id",
                "t6"."arranged_by",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t6"."start_date") AS "start",
                COALESCE(DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t6"."end_date"), AS_OF()) AS "last_day",
                'spells:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t6"."spell_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."spells" AS "t6"
              SEMI JOIN "run"."scope" AS "t7"
                ON "t6"."person_id" = "t7"."person_id"
            ) AS "t16"
              ON "t33"."person_id" = "t16"."person_id" AND "t16"."start" = "t33"."start"
          ) AS "t47"
        ) AS "t49"
        GROUP BY
          1
      ) AS "t53"
        ON "t42"."obligation_id" = "t53"."obligation_id"
    ) AS "t55"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t32"."obligation_id",
        'is_professional' AS "criterion",
        "t32"."holds_is_professional" AS "holds",
        "t32"."value_is_professional" AS "value",
        COALESCE("t32"."refs_is_professional", '') AS "fact_refs"
      FROM "t31" AS "t32"
    ) AS "t38"
  ) AS "t56"
) AS "t57"
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
        "t32"."obligation_id",
        'has_next_title' AS "criterion",
        "t32"."holds_has_next_title" AS "holds",
        "t32"."value_has_next_title" AS "value",
        COALESCE("t32"."refs_has_next_title", '') AS "fact_refs"
      FROM "t31" AS "t32"
    ) AS "t39"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t32"."obligation_id",
        'served_in_title' AS "criterion",
        "t32"."holds_served_in_title" AS "holds",
        "t32"."value_served_in_title" AS "value",
        COALESCE("t32"."refs_served_in_title", '') AS "fact_refs"
      FROM "t31" AS "t32"
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
        "t32"."obligation_id",
        'tie' AS "criterion",
        "t32"."holds_tie" AS "holds",
        "t32"."value_tie" AS "value",
        COALESCE("t32"."refs_tie", '') AS "fact_refs"
      FROM "t31" AS "t32"
    ) AS "t41"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t32"."obligation_id",
        'bars_checked' AS "criterion",
        "t32"."holds_bars_checked" AS "holds",
        "t32"."value_bars_checked" AS "value",
        '' AS "fact_refs"
      FROM "t31" AS "t32"
    ) AS "t34"
  ) AS "t44"
) AS "t45"
