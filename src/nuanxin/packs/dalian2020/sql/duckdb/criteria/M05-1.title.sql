WITH "t29" AS (
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
    "t28"."peers",
    "t28"."peer_refs",
    CONCAT_WS(
      '|',
      COALESCE('M05-1', ''),
      COALESCE('person', ''),
      COALESCE("t28"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t28"."start" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M05-1' AS "provision",
    CAST(5 AS BIGINT) AS "measure",
    'PREFER' AS "modality",
    'person' AS "subject_kind",
    "t28"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t28"."start" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t28"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t28"."given" IS NOT NULL
      THEN 'met'
      WHEN "t28"."title_level" IN ('junior', 'intermediate', 'associate') IS NULL
      THEN 'unknown'
      WHEN (
        (
          EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) - EXTRACT(year FROM "t28"."title_since")
        ) >= PARAM('title.years_min')
      ) IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS "state",
    CASE
      WHEN "t28"."given" IS NOT NULL
      THEN CAST(NULL AS TEXT)
      ELSE NULLIF(
        CONCAT_WS(
          ';',
          CASE
            WHEN "t28"."title_level" IN ('junior', 'intermediate', 'associate') IS NULL
            THEN 'title_level'
            ELSE CAST(NULL AS TEXT)
          END,
          CASE
            WHEN (
              (
                EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) - EXTRACT(year FROM "t28"."title_since")
              ) >= PARAM('title.years_min')
            ) IS NULL
            THEN CASE WHEN "t28"."title_level" IS NOT NULL THEN 'title_since' ELSE NULL END
            ELSE CAST(NULL AS TEXT)
          END
        ),
        ''
      )
    END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t28"."start" IS NOT NULL AS "holds_at_front_since",
    "t28"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
    OR COALESCE("t28"."title_level" IN ('junior', 'intermediate', 'associate', 'full'), FALSE) AS "holds_is_professional",
    "t28"."title_level" IN ('junior', 'intermediate', 'associate') AS "holds_has_next_title",
    (
      EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) - EXTRACT(year FROM "t28"."title_since")
    ) >= PARAM('title.years_min') AS "holds_served_in_title",
    "t28"."peers" > 0 AS "holds_tie",
    CAST(NULL AS BOOLEAN) AS "holds_bars_checked",
    "t28"."given" IS NOT NULL AS "holds_given",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t28"."start" AS INT) AS TEXT) AS "value_at_front_since",
    "t28"."profession" AS "value_is_professional",
    "t28"."title_level" AS "value_has_next_title",
    CAST("t28"."title_since" AS TEXT) AS "value_served_in_title",
    CAST("t28"."peers" AS TEXT) AS "value_tie",
    '' AS "value_bars_checked",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t28"."given" AS INT) AS TEXT) AS "value_given",
    "t28"."ref" AS "refs_is_professional",
    "t28"."ref" AS "refs_has_next_title",
    "t28"."ref" AS "refs_served_in_title",
    "t28"."peer_refs" AS "refs_tie"
  FROM (
    SELECT
      *
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
        COALESCE("t26"."peers", 0) AS "peers",
        "t26"."peer_refs"
      FROM (
        SELECT
          "t25".*
          EXCLUDE ("employment_right", "is_leader_right", "profession_right", "title_level_right", "unit_id_right")
        FROM (
          SELECT
            "t24"."person_id",
            "t24"."start",
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
            "t24"."given",
            "t4"."unit_id" AS "unit_id_right",
            "t4"."employment" AS "employment_right",
            "t4"."profession" AS "profession_right",
            "t4"."is_leader" AS "is_leader_right",
            "t4"."title_level" AS "title_level_right",
            "t4"."peers",
            "t4"."peer_refs"
          FROM (
            SELECT
              "t22".*
              EXCLUDE ("person_id_right")
            FROM (
              SELECT
                "t5"."person_id",
                "t5"."start",
                "t5"."unit_id",
                "t5"."employment",
                "t5"."profession",
                "t5"."is_leader",
                "t5"."is_secretary",
                "t5"."birth_date",
                "t5"."education",
                "t5"."party",
                "t5"."title_level",
                "t5"."title_since",
                "t5"."rank_since",
                "t5"."ref",
                "t21"."person_id" AS "person_id_right",
                "t21"."given"
              FROM "run"."front_person" AS "t5"
              LEFT OUTER JOIN (
                SELECT
                  "t19"."person_id",
                  MIN("t19"."day") AS "given"
                FROM (
                  SELECT
                    "t18".*
                    EXCLUDE ("subject_id")
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t9"."person_id",
                        "t9"."start",
                        "t12"."subject_id",
                        "t12"."quantity",
                        "t12"."words",
                        "t12"."day",
                        "t12"."named"
                      FROM (
                        SELECT DISTINCT
                          "t3"."person_id",
                          "t3"."start"
                        FROM "run"."front_person" AS "t3"
                      ) AS "t9"
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
                        ) AS "t7"
                        WHERE
                          "t7"."day" <= AS_OF() AND TRUE
                      ) AS "t12"
                        ON "t9"."person_id" = "t12"."subject_id"
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
                  ) AS "t18"
                ) AS "t19"
                GROUP BY
                  1
              ) AS "t21"
                ON "t5"."person_id" = "t21"."person_id"
            ) AS "t22"
          ) AS "t24"
          LEFT OUTER JOIN "run"."tie_title" AS "t4"
            ON "t24"."unit_id" = "t4"."unit_id"
            AND "t24"."employment" = "t4"."employment"
            AND "t24"."profession" = "t4"."profession"
            AND "t24"."is_leader" = "t4"."is_leader"
            AND "t24"."title_level" = "t4"."title_level"
        ) AS "t25"
      ) AS "t26"
    ) AS "t27"
    WHERE
      (
        "t27"."given" IS NOT NULL
      )
      OR (
        (
          "t27"."title_level" IN ('junior', 'intermediate', 'associate')
          AND (
            (
              EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) - EXTRACT(year FROM "t27"."title_since")
            ) >= PARAM('title.years_min')
          )
        ) IS NULL
      )
      OR (
        "t27"."title_level" IN ('junior', 'intermediate', 'associate')
        AND (
          (
            EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) - EXTRACT(year FROM "t27"."title_since")
          ) >= PARAM('title.years_min')
        )
        AND (
          "t27"."peers" > 0
        )
      )
  ) AS "t28"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t35"."obligation_id",
      "t35"."criterion",
      "t35"."holds",
      "t35"."value",
      COALESCE("t50"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t30"."obligation_id",
        'given' AS "criterion",
        "t30"."holds_given" AS "holds",
        "t30"."value_given" AS "value"
      FROM "t29" AS "t30"
    ) AS "t35"
    LEFT OUTER JOIN (
      SELECT
        "t46"."obligation_id",
        LISTAGG("t46"."ref", ';' ORDER BY "t46"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t31"."obligation_id",
            "t15"."ref"
          FROM "t29" AS "t31"
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
            ) AS "t11"
            WHERE
              "t11"."day" <= AS_OF()
          ) AS "t15"
            ON "t31"."person_id" = "t15"."subject_id" AND "t15"."day" = "t31"."given"
        ) AS "t44"
      ) AS "t46"
      GROUP BY
        1
    ) AS "t50"
      ON "t35"."obligation_id" = "t50"."obligation_id"
  ) AS "t52"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t40"."obligation_id",
        "t40"."criterion",
        "t40"."holds",
        "t40"."value",
        COALESCE("t51"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t30"."obligation_id",
          'at_front_since' AS "criterion",
          "t30"."holds_at_front_since" AS "holds",
          "t30"."value_at_front_since" AS "value"
        FROM "t29" AS "t30"
      ) AS "t40"
      LEFT OUTER JOIN (
        SELECT
          "t47"."obligation_id",
          LISTAGG("t47"."ref", ';' ORDER BY "t47"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t31"."obligation_id",
              "t17"."ref"
            FROM "t29" AS "t31"
            INNER JOIN (
              SELECT
                "t8"."person_id",
                "t8"."arranged_by",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t8"."start_date") AS "start",
                COALESCE(DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t8"."end_date"), AS_OF()) AS "last_day",
                'spells:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t8"."spell_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM (
                SELECT
                  *
                FROM "facts"."spells" AS "t2"
                WHERE
                  IN_SCOPE("t2"."person_id")
              ) AS "t8"
            ) AS "t17"
              ON "t31"."person_id" = "t17"."person_id" AND "t17"."start" = "t31"."start"
          ) AS "t45"
        ) AS "t47"
        GROUP BY
          1
      ) AS "t51"
        ON "t40"."obligation_id" = "t51"."obligation_id"
    ) AS "t53"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t30"."obligation_id",
        'is_professional' AS "criterion",
        "t30"."holds_is_professional" AS "holds",
        "t30"."value_is_professional" AS "value",
        COALESCE("t30"."refs_is_professional", '') AS "fact_refs"
      FROM "t29" AS "t30"
    ) AS "t36"
  ) AS "t54"
) AS "t55"
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
        "t30"."obligation_id",
        'has_next_title' AS "criterion",
        "t30"."holds_has_next_title" AS "holds",
        "t30"."value_has_next_title" AS "value",
        COALESCE("t30"."refs_has_next_title", '') AS "fact_refs"
      FROM "t29" AS "t30"
    ) AS "t37"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t30"."obligation_id",
        'served_in_title' AS "criterion",
        "t30"."holds_served_in_title" AS "holds",
        "t30"."value_served_in_title" AS "value",
        COALESCE("t30"."refs_served_in_title", '') AS "fact_refs"
      FROM "t29" AS "t30"
    ) AS "t38"
  ) AS "t41"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t30"."obligation_id",
        'tie' AS "criterion",
        "t30"."holds_tie" AS "holds",
        "t30"."value_tie" AS "value",
        COALESCE("t30"."refs_tie", '') AS "fact_refs"
      FROM "t29" AS "t30"
    ) AS "t39"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t30"."obligation_id",
        'bars_checked' AS "criterion",
        "t30"."holds_bars_checked" AS "holds",
        "t30"."value_bars_checked" AS "value",
        '' AS "fact_refs"
      FROM "t29" AS "t30"
    ) AS "t32"
  ) AS "t42"
) AS "t43"
