WITH "t23" AS (
  SELECT
    "t5"."person_id",
    "t5"."year",
    "t5"."days",
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
    "t22"."unit_district"
  FROM "run"."front_days" AS "t5"
  INNER JOIN (
    SELECT
      *
    FROM (
      SELECT
        "t19"."person_id",
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
        "t19"."unit_district"
      FROM (
        SELECT
          "t14"."person_id",
          "t14"."unit_id",
          "t14"."employment",
          "t14"."profession",
          "t14"."is_leader",
          "t14"."is_secretary",
          "t14"."birth_date",
          "t14"."education",
          "t14"."party",
          "t14"."title_level",
          "t14"."title_since",
          "t14"."rank_since",
          "t14"."ref",
          "t9"."unit_id" AS "unit_id_right",
          "t9"."unit_district"
        FROM (
          SELECT
            "t3"."person_id",
            "t3"."unit_id",
            "t3"."employment",
            "t3"."profession",
            "t3"."is_leader",
            "t3"."is_secretary",
            "t3"."birth_date",
            "t3"."education",
            "t3"."party",
            "t3"."title_level",
            "t3"."title_since",
            "t3"."rank_since",
            'people:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t3"."person_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
          FROM "facts"."people" AS "t3"
        ) AS "t14"
        LEFT OUTER JOIN (
          SELECT
            "t4"."unit_id",
            "t4"."district" AS "unit_district"
          FROM "facts"."units" AS "t4"
        ) AS "t9"
          ON "t14"."unit_id" = "t9"."unit_id"
      ) AS "t19"
    ) AS "t20"
    WHERE
      "t20"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
      OR COALESCE("t20"."title_level" IN ('junior', 'intermediate', 'associate', 'full'), FALSE)
  ) AS "t22"
    ON "t5"."person_id" = "t22"."person_id"
), "t35" AS (
  SELECT
    "t34"."person_id",
    "t34"."year",
    "t34"."days",
    "t34"."unit_id",
    "t34"."employment",
    "t34"."profession",
    "t34"."is_leader",
    "t34"."is_secretary",
    "t34"."birth_date",
    "t34"."education",
    "t34"."party",
    "t34"."title_level",
    "t34"."title_since",
    "t34"."rank_since",
    "t34"."ref",
    "t34"."unit_district",
    "t34"."start",
    "t34"."last",
    "t34"."given",
    CONCAT_WS(
      '|',
      COALESCE('M05-2', ''),
      COALESCE('person', ''),
      COALESCE("t34"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t34"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M05-2' AS "provision",
    CAST(5 AS BIGINT) AS "measure",
    'PREFER' AS "modality",
    'person' AS "subject_kind",
    "t34"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t34"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t34"."last" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CASE
      WHEN "t34"."days" >= PARAM('title.ce_full_year_days')
      THEN PARAM('title.ce_full_year_credits')
      ELSE LEAST(
        "t34"."days" * PARAM('title.ce_credit_per_day'),
        PARAM('title.ce_full_year_credits')
      )
    END AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t34"."unit_id" AS "owner_unit_id",
    CASE WHEN "t34"."given" IS NOT NULL THEN 'met' ELSE 'available' END AS "state",
    CAST(NULL AS VARCHAR) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t34"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
    OR COALESCE("t34"."title_level" IN ('junior', 'intermediate', 'associate', 'full'), FALSE) AS "holds_is_professional",
    "t34"."days" > 0 AS "holds_days_at_front",
    "t34"."days" >= PARAM('title.ce_full_year_days') AS "holds_counts_as_full_year",
    "t34"."given" IS NOT NULL AS "holds_given",
    "t34"."profession" AS "value_is_professional",
    CAST("t34"."days" AS VARCHAR) AS "value_days_at_front",
    CAST("t34"."days" AS VARCHAR) AS "value_counts_as_full_year",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t34"."given" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_given",
    "t34"."ref" AS "refs_is_professional"
  FROM (
    SELECT
      "t33"."person_id",
      "t33"."year",
      "t33"."days",
      "t33"."unit_id",
      "t33"."employment",
      "t33"."profession",
      "t33"."is_leader",
      "t33"."is_secretary",
      "t33"."birth_date",
      "t33"."education",
      "t33"."party",
      "t33"."title_level",
      "t33"."title_since",
      "t33"."rank_since",
      "t33"."ref",
      "t33"."unit_district",
      "t33"."start",
      "t33"."last",
      "t33"."given"
    FROM (
      SELECT
        "t27"."person_id",
        "t27"."year",
        "t27"."days",
        "t27"."unit_id",
        "t27"."employment",
        "t27"."profession",
        "t27"."is_leader",
        "t27"."is_secretary",
        "t27"."birth_date",
        "t27"."education",
        "t27"."party",
        "t27"."title_level",
        "t27"."title_since",
        "t27"."rank_since",
        "t27"."ref",
        "t27"."unit_district",
        "t27"."start",
        "t27"."last",
        "t32"."person_id" AS "person_id_right",
        "t32"."year" AS "year_right",
        "t32"."given"
      FROM (
        SELECT
          "t24"."person_id",
          "t24"."year",
          "t24"."days",
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
          CAST((
            MAKE_DATE(CAST("t24"."year" AS INT), CAST(1 AS INT), CAST(1 AS INT)) - MAKE_DATE(1970, 1, 1)
          ) AS BIGINT) AS "start",
          CAST((
            MAKE_DATE(CAST("t24"."year" + 1 AS INT), CAST(1 AS INT), CAST(1 AS INT)) - MAKE_DATE(1970, 1, 1)
          ) AS BIGINT) - 1 AS "last"
        FROM "t23" AS "t24"
      ) AS "t27"
      LEFT OUTER JOIN (
        SELECT
          "t30"."person_id",
          "t30"."year",
          MIN("t30"."day") AS "given"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t28"."person_id",
              "t28"."year",
              "t28"."start",
              "t28"."last",
              "t11"."subject_id",
              "t11"."quantity",
              "t11"."words",
              "t11"."day",
              "t11"."named"
            FROM (
              SELECT
                "t24"."person_id",
                "t24"."year",
                CAST((
                  MAKE_DATE(CAST("t24"."year" AS INT), CAST(1 AS INT), CAST(1 AS INT)) - MAKE_DATE(1970, 1, 1)
                ) AS BIGINT) AS "start",
                CAST((
                  MAKE_DATE(CAST("t24"."year" + 1 AS INT), CAST(1 AS INT), CAST(1 AS INT)) - MAKE_DATE(1970, 1, 1)
                ) AS BIGINT) - 1 AS "last"
              FROM "t23" AS "t24"
            ) AS "t28"
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
                  "t2"."provision" = 'M05-2'
              ) AS "t8"
              WHERE
                "t8"."day" <= AS_OF() AND TRUE
            ) AS "t11"
              ON "t28"."person_id" = "t11"."subject_id"
          ) AS "t29"
          WHERE
            "t29"."day" >= "t29"."start"
            AND CASE
              WHEN "t29"."named" IS NULL
              THEN "t29"."day" <= "t29"."last"
              ELSE "t29"."named" = "t29"."start"
            END
        ) AS "t30"
        GROUP BY
          1,
          2
      ) AS "t32"
        ON "t27"."person_id" = "t32"."person_id" AND "t27"."year" = "t32"."year"
    ) AS "t33"
  ) AS "t34"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t36"."obligation_id",
      'is_professional' AS "criterion",
      "t36"."holds_is_professional" AS "holds",
      "t36"."value_is_professional" AS "value",
      COALESCE("t36"."refs_is_professional", '') AS "fact_refs"
    FROM "t35" AS "t36"
  ) AS "t41"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t42"."obligation_id",
      "t42"."criterion",
      "t42"."holds",
      "t42"."value",
      COALESCE("t50"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t36"."obligation_id",
        'days_at_front' AS "criterion",
        "t36"."holds_days_at_front" AS "holds",
        "t36"."value_days_at_front" AS "value"
      FROM "t35" AS "t36"
    ) AS "t42"
    LEFT OUTER JOIN (
      SELECT
        "t46"."obligation_id",
        STRING_AGG("t46"."ref", ';' ORDER BY "t46"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t37"."obligation_id",
            "t17"."ref"
          FROM "t35" AS "t37"
          INNER JOIN (
            SELECT
              "t7"."person_id",
              "t7"."arranged_by",
              CAST((
                "t7"."start_date" - MAKE_DATE(1970, 1, 1)
              ) AS BIGINT) AS "start",
              COALESCE(CAST((
                "t7"."end_date" - MAKE_DATE(1970, 1, 1)
              ) AS BIGINT), AS_OF()) AS "last_day",
              'spells:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t7"."spell_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
            FROM (
              SELECT
                *
              FROM "facts"."spells" AS "t1"
              WHERE
                IN_SCOPE("t1"."person_id")
            ) AS "t7"
          ) AS "t17"
            ON "t37"."person_id" = "t17"."person_id"
            AND "t17"."start" <= "t37"."last"
            AND "t17"."last_day" >= "t37"."start"
        ) AS "t44"
      ) AS "t46"
      GROUP BY
        1
    ) AS "t50"
      ON "t42"."obligation_id" = "t50"."obligation_id"
  ) AS "t52"
) AS "t54"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t36"."obligation_id",
      'counts_as_full_year' AS "criterion",
      "t36"."holds_counts_as_full_year" AS "holds",
      "t36"."value_counts_as_full_year" AS "value",
      '' AS "fact_refs"
    FROM "t35" AS "t36"
  ) AS "t38"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t43"."obligation_id",
      "t43"."criterion",
      "t43"."holds",
      "t43"."value",
      COALESCE("t51"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t36"."obligation_id",
        'given' AS "criterion",
        "t36"."holds_given" AS "holds",
        "t36"."value_given" AS "value"
      FROM "t35" AS "t36"
    ) AS "t43"
    LEFT OUTER JOIN (
      SELECT
        "t47"."obligation_id",
        STRING_AGG("t47"."ref", ';' ORDER BY "t47"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t37"."obligation_id",
            "t18"."ref"
          FROM "t35" AS "t37"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t2"."subject_id",
                "t2"."counterpart_id",
                CAST((
                  "t2"."on_date" - MAKE_DATE(1970, 1, 1)
                ) AS BIGINT) AS "day",
                'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t2"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."deliveries" AS "t2"
              WHERE
                "t2"."provision" = 'M05-2'
            ) AS "t12"
            WHERE
              "t12"."day" <= AS_OF()
          ) AS "t18"
            ON "t37"."person_id" = "t18"."subject_id" AND "t18"."day" = "t37"."given"
        ) AS "t45"
      ) AS "t47"
      GROUP BY
        1
    ) AS "t51"
      ON "t43"."obligation_id" = "t51"."obligation_id"
  ) AS "t53"
) AS "t55"
