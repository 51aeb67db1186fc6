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
        "t19".*
        EXCLUDE ("unit_id_right")
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
), "t36" AS (
  SELECT
    "t35"."person_id",
    "t35"."year",
    "t35"."days",
    "t35"."unit_id",
    "t35"."employment",
    "t35"."profession",
    "t35"."is_leader",
    "t35"."is_secretary",
    "t35"."birth_date",
    "t35"."education",
    "t35"."party",
    "t35"."title_level",
    "t35"."title_since",
    "t35"."rank_since",
    "t35"."ref",
    "t35"."unit_district",
    "t35"."start",
    "t35"."last",
    "t35"."given",
    CONCAT_WS(
      '|',
      COALESCE('M05-2', ''),
      COALESCE('person', ''),
      COALESCE("t35"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t35"."start" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M05-2' AS "provision",
    CAST(5 AS BIGINT) AS "measure",
    'PREFER' AS "modality",
    'person' AS "subject_kind",
    "t35"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t35"."start" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t35"."last" AS INT) AS "period_end",
    CAST(CASE
      WHEN "t35"."days" >= PARAM('title.ce_full_year_days')
      THEN PARAM('title.ce_full_year_credits')
      ELSE LEAST(
        "t35"."days" * PARAM('title.ce_credit_per_day'),
        PARAM('title.ce_full_year_credits')
      )
    END AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t35"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t35"."given" IS NOT NULL
      THEN 'met'
      WHEN (
        (
          "t35"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
          OR COALESCE("t35"."title_level" IN ('junior', 'intermediate', 'associate', 'full'), FALSE)
        )
        AND (
          "t35"."days" > 0
        )
      ) IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t35"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
    OR COALESCE("t35"."title_level" IN ('junior', 'intermediate', 'associate', 'full'), FALSE) AS "holds_is_professional",
    "t35"."days" > 0 AS "holds_days_at_front",
    "t35"."days" >= PARAM('title.ce_full_year_days') AS "holds_counts_as_full_year",
    "t35"."given" IS NOT NULL AS "holds_given",
    "t35"."profession" AS "value_is_professional",
    CAST("t35"."days" AS TEXT) AS "value_days_at_front",
    CAST("t35"."days" AS TEXT) AS "value_counts_as_full_year",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t35"."given" AS INT) AS TEXT) AS "value_given",
    "t35"."ref" AS "refs_is_professional"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t33".*
        EXCLUDE ("person_id_right", "year_right")
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
            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), MAKE_DATE("t24"."year", 1, 1)) AS "start",
            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), MAKE_DATE("t24"."year" + 1, 1, 1)) - 1 AS "last"
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
                "t12"."subject_id",
                "t12"."quantity",
                "t12"."words",
                "t12"."day",
                "t12"."named"
              FROM (
                SELECT
                  "t24"."person_id",
                  "t24"."year",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), MAKE_DATE("t24"."year", 1, 1)) AS "start",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), MAKE_DATE("t24"."year" + 1, 1, 1)) - 1 AS "last"
                FROM "t23" AS "t24"
              ) AS "t28"
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
                ) AS "t8"
                WHERE
                  "t8"."day" <= AS_OF() AND TRUE
              ) AS "t12"
                ON "t28"."person_id" = "t12"."subject_id"
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
    WHERE
      (
        "t34"."given" IS NOT NULL
      )
      OR COALESCE(
        (
          "t34"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
          OR COALESCE("t34"."title_level" IN ('junior', 'intermediate', 'associate', 'full'), FALSE)
        )
        AND (
          "t34"."days" > 0
        ),
        TRUE
      )
  ) AS "t35"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t37"."obligation_id",
      'is_professional' AS "criterion",
      "t37"."holds_is_professional" AS "holds",
      "t37"."value_is_professional" AS "value",
      COALESCE("t37"."refs_is_professional", '') AS "fact_refs"
    FROM "t36" AS "t37"
  ) AS "t42"
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
        "t37"."obligation_id",
        'days_at_front' AS "criterion",
        "t37"."holds_days_at_front" AS "holds",
        "t37"."value_days_at_front" AS "value"
      FROM "t36" AS "t37"
    ) AS "t43"
    LEFT OUTER JOIN (
      SELECT
        "t47"."obligation_id",
        LISTAGG("t47"."ref", ';' ORDER BY "t47"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t38"."obligation_id",
            "t17"."ref"
          FROM "t36" AS "t38"
          INNER JOIN (
            SELECT
              "t7"."person_id",
              "t7"."arranged_by",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t7"."start_date") AS "start",
              COALESCE(DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t7"."end_date"), AS_OF()) AS "last_day",
              'spells:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t7"."spell_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
            FROM (
              SELECT
                *
              FROM "facts"."spells" AS "t0"
              WHERE
                IN_SCOPE("t0"."person_id")
            ) AS "t7"
          ) AS "t17"
            ON "t38"."person_id" = "t17"."person_id"
            AND "t17"."start" <= "t38"."last"
            AND "t17"."last_day" >= "t38"."start"
        ) AS "t45"
      ) AS "t47"
      GROUP BY
        1
    ) AS "t51"
      ON "t43"."obligation_id" = "t51"."obligation_id"
  ) AS "t53"
) AS "t55"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t37"."obligation_id",
      'counts_as_full_year' AS "criterion",
      "t37"."holds_counts_as_full_year" AS "holds",
      "t37"."value_counts_as_full_year" AS "value",
      '' AS "fact_refs"
    FROM "t36" AS "t37"
  ) AS "t39"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t44"."obligation_id",
      "t44"."criterion",
      "t44"."holds",
      "t44"."value",
      COALESCE("t52"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t37"."obligation_id",
        'given' AS "criterion",
        "t37"."holds_given" AS "holds",
        "t37"."value_given" AS "value"
      FROM "t36" AS "t37"
    ) AS "t44"
    LEFT OUTER JOIN (
      SELECT
        "t48"."obligation_id",
        LISTAGG("t48"."ref", ';' ORDER BY "t48"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t38"."obligation_id",
            "t18"."ref"
          FROM "t36" AS "t38"
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
            ) AS "t11"
            WHERE
              "t11"."day" <= AS_OF()
          ) AS "t18"
            ON "t38"."person_id" = "t18"."subject_id" AND "t18"."day" = "t38"."given"
        ) AS "t46"
      ) AS "t48"
      GROUP BY
        1
    ) AS "t52"
      ON "t44"."obligation_id" = "t52"."obligation_id"
  ) AS "t54"
) AS "t56"
