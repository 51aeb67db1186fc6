WITH "t25" AS (
  SELECT
    "t7"."person_id",
    "t7"."year",
    "t7"."days",
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
    "t24"."unit_district"
  FROM "run"."front_days" AS "t7"
  INNER JOIN (
    SELECT
      *
    FROM (
      SELECT
        "t21".*
        EXCLUDE ("unit_id_right")
      FROM (
        SELECT
          "t17"."person_id",
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
          "t11"."unit_id" AS "unit_id_right",
          "t11"."unit_district"
        FROM (
          SELECT
            "t4"."person_id",
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
            'people:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t4"."person_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
          FROM "facts"."people" AS "t4"
        ) AS "t17"
        LEFT OUTER JOIN (
          SELECT
            "t5"."unit_id",
            "t5"."district" AS "unit_district"
          FROM "facts"."units" AS "t5"
        ) AS "t11"
          ON "t17"."unit_id" = "t11"."unit_id"
      ) AS "t21"
    ) AS "t22"
    WHERE
      "t22"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
      OR COALESCE("t22"."title_level" IN ('junior', 'intermediate', 'associate', 'full'), FALSE)
  ) AS "t24"
    ON "t7"."person_id" = "t24"."person_id"
), "t38" AS (
  SELECT
    "t37"."person_id",
    "t37"."year",
    "t37"."days",
    "t37"."unit_id",
    "t37"."employment",
    "t37"."profession",
    "t37"."is_leader",
    "t37"."is_secretary",
    "t37"."birth_date",
    "t37"."education",
    "t37"."party",
    "t37"."title_level",
    "t37"."title_since",
    "t37"."rank_since",
    "t37"."ref",
    "t37"."unit_district",
    "t37"."start",
    "t37"."last",
    "t37"."given",
    CONCAT_WS(
      '|',
      COALESCE('M05-2', ''),
      COALESCE('person', ''),
      COALESCE("t37"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t37"."start" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      )
    ) AS "obligation_id",
    'M05-2' AS "provision",
    CAST(5 AS BIGINT) AS "measure",
    'PREFER' AS "modality",
    'person' AS "subject_kind",
    "t37"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t37"."start" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t37"."last" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CASE
      WHEN "t37"."days" >= PARAM('title.ce_full_year_days')
      THEN PARAM('title.ce_full_year_credits')
      ELSE LEAST(
        "t37"."days" * PARAM('title.ce_credit_per_day'),
        PARAM('title.ce_full_year_credits')
      )
    END AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t37"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t37"."given" IS NOT NULL
      THEN 'met'
      WHEN (
        (
          "t37"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
          OR COALESCE("t37"."title_level" IN ('junior', 'intermediate', 'associate', 'full'), FALSE)
        )
        AND (
          "t37"."days" > 0
        )
      ) IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t37"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
    OR COALESCE("t37"."title_level" IN ('junior', 'intermediate', 'associate', 'full'), FALSE) AS "holds_is_professional",
    "t37"."days" > 0 AS "holds_days_at_front",
    "t37"."days" >= PARAM('title.ce_full_year_days') AS "holds_counts_as_full_year",
    "t37"."given" IS NOT NULL AS "holds_given",
    "t37"."profession" AS "value_is_professional",
    CAST("t37"."days" AS TEXT) AS "value_days_at_front",
    CAST("t37"."days" AS TEXT) AS "value_counts_as_full_year",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t37"."given" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_given",
    "t37"."ref" AS "refs_is_professional"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t35".*
        EXCLUDE ("person_id_right", "year_right")
      FROM (
        SELECT
          "t29"."person_id",
          "t29"."year",
          "t29"."days",
          "t29"."unit_id",
          "t29"."employment",
          "t29"."profession",
          "t29"."is_leader",
          "t29"."is_secretary",
          "t29"."birth_date",
          "t29"."education",
          "t29"."party",
          "t29"."title_level",
          "t29"."title_since",
          "t29"."rank_since",
          "t29"."ref",
          "t29"."unit_district",
          "t29"."start",
          "t29"."last",
          "t34"."person_id" AS "person_id_right",
          "t34"."year" AS "year_right",
          "t34"."given"
        FROM (
          SELECT
            "t26"."person_id",
            "t26"."year",
            "t26"."days",
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
            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), MAKE_DATE("t26"."year", 1, 1)) AS "start",
            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), MAKE_DATE("t26"."year" + 1, 1, 1)) - 1 AS "last"
          FROM "t25" AS "t26"
        ) AS "t29"
        LEFT OUTER JOIN (
          SELECT
            "t32"."person_id",
            "t32"."year",
            MIN("t32"."day") AS "given"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t30"."person_id",
                "t30"."year",
                "t30"."start",
                "t30"."last",
                "t14"."subject_id",
                "t14"."quantity",
                "t14"."words",
                "t14"."day",
                "t14"."named"
              FROM (
                SELECT
                  "t26"."person_id",
                  "t26"."year",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), MAKE_DATE("t26"."year", 1, 1)) AS "start",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), MAKE_DATE("t26"."year" + 1, 1, 1)) - 1 AS "last"
                FROM "t25" AS "t26"
              ) AS "t30"
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
                    "t1"."provision" = 'M05-2'
                ) AS "t10"
                WHERE
                  "t10"."day" <= AS_OF() AND TRUE
              ) AS "t14"
                ON "t30"."person_id" = "t14"."subject_id"
            ) AS "t31"
            WHERE
              "t31"."day" >= "t31"."start"
              AND CASE
                WHEN "t31"."named" IS NULL
                THEN "t31"."day" <= "t31"."last"
                ELSE "t31"."named" = "t31"."start"
              END
          ) AS "t32"
          GROUP BY
            1,
            2
        ) AS "t34"
          ON "t29"."person_id" = "t34"."person_id" AND "t29"."year" = "t34"."year"
      ) AS "t35"
    ) AS "t36"
    WHERE
      (
        "t36"."given" IS NOT NULL
      )
      OR COALESCE(
        (
          "t36"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
          OR COALESCE("t36"."title_level" IN ('junior', 'intermediate', 'associate', 'full'), FALSE)
        )
        AND (
          "t36"."days" > 0
        ),
        TRUE
      )
  ) AS "t37"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t39"."obligation_id",
      'is_professional' AS "criterion",
      "t39"."holds_is_professional" AS "holds",
      "t39"."value_is_professional" AS "value",
      COALESCE("t39"."refs_is_professional", '') AS "fact_refs"
    FROM "t38" AS "t39"
  ) AS "t44"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t45"."obligation_id",
      "t45"."criterion",
      "t45"."holds",
      "t45"."value",
      COALESCE("t53"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t39"."obligation_id",
        'days_at_front' AS "criterion",
        "t39"."holds_days_at_front" AS "holds",
        "t39"."value_days_at_front" AS "value"
      FROM "t38" AS "t39"
    ) AS "t45"
    LEFT OUTER JOIN (
      SELECT
        "t49"."obligation_id",
        LISTAGG("t49"."ref", ';' ORDER BY "t49"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t40"."obligation_id",
            "t18"."ref"
          FROM "t38" AS "t40"
          INNER JOIN (
            SELECT
              "t6"."person_id",
              "t6"."arranged_by",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t6"."start_date") AS "start",
              COALESCE(DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t6"."end_date"), AS_OF()) AS "last_day",
              'spells:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t6"."spell_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
            FROM "facts"."spells" AS "t6"
            SEMI JOIN "run"."scope" AS "t8"
              ON "t6"."person_id" = "t8"."person_id"
          ) AS "t18"
            ON "t40"."person_id" = "t18"."person_id"
            AND "t18"."start" <= "t40"."last"
            AND "t18"."last_day" >= "t40"."start"
        ) AS "t47"
      ) AS "t49"
      GROUP BY
        1
    ) AS "t53"
      ON "t45"."obligation_id" = "t53"."obligation_id"
  ) AS "t55"
) AS "t57"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t39"."obligation_id",
      'counts_as_full_year' AS "criterion",
      "t39"."holds_counts_as_full_year" AS "holds",
      "t39"."value_counts_as_full_year" AS "value",
      '' AS "fact_refs"
    FROM "t38" AS "t39"
  ) AS "t41"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t46"."obligation_id",
      "t46"."criterion",
      "t46"."holds",
      "t46"."value",
      COALESCE("t54"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t39"."obligation_id",
        'given' AS "criterion",
        "t39"."holds_given" AS "holds",
        "t39"."value_given" AS "value"
      FROM "t38" AS "t39"
    ) AS "t46"
    LEFT OUTER JOIN (
      SELECT
        "t50"."obligation_id",
        LISTAGG("t50"."ref", ';' ORDER BY "t50"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t40"."obligation_id",
            "t20"."ref"
          FROM "t38" AS "t40"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t1"."subject_id",
                "t1"."counterpart_id",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "day",
                'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."deliveries" AS "t1"
              WHERE
                "t1"."provision" = 'M05-2'
            ) AS "t13"
            WHERE
              "t13"."day" <= AS_OF()
          ) AS "t20"
            ON "t40"."person_id" = "t20"."subject_id" AND "t20"."day" = "t40"."given"
        ) AS "t48"
      ) AS "t50"
      GROUP BY
        1
    ) AS "t54"
      ON "t46"."obligation_id" = "t54"."obligation_id"
  ) AS "t56"
) AS "t58"
