WITH "t9" AS (
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
      "t0"."provision" = 'M04-4'
  ) AS "t7"
  WHERE
    "t7"."day" <= AS_OF() AND TRUE
), "t26" AS (
  SELECT
    "t25"."unit_id",
    MIN("t25"."start") AS "start",
    COUNT(*) AS "candidates",
    STRING_AGG("t25"."ref", ';' ORDER BY "t25"."ref" ASC) AS "people_refs"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t5"."person_id",
        "t5"."start",
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
        "t21"."unit_district"
      FROM "run"."listed_anybody" AS "t5"
      INNER JOIN (
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
            "t15"."person_id",
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
            "t8"."unit_id" AS "unit_id_right",
            "t8"."unit_district"
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
          ) AS "t15"
          LEFT OUTER JOIN (
            SELECT
              "t1"."unit_id",
              "t1"."district" AS "unit_district"
            FROM "facts"."units" AS "t1"
          ) AS "t8"
            ON "t15"."unit_id" = "t8"."unit_id"
        ) AS "t19"
      ) AS "t21"
        ON "t5"."person_id" = "t21"."person_id"
    ) AS "t24"
    WHERE
      "t24"."employment" = 'civil_servant'
      AND COALESCE(
        (
          (
            (
              CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 10000
            ) + (
              CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 100
            ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE))
          ) - (
            (
              CAST(EXTRACT('year' FROM "t24"."rank_since") AS INT) * 10000
            ) + (
              CAST(EXTRACT('month' FROM "t24"."rank_since") AS INT) * 100
            ) + EXTRACT(day FROM "t24"."rank_since")
          )
        ) >= (
          PARAM('rank.years_min') * 10000
        ),
        FALSE
      )
  ) AS "t25"
  GROUP BY
    1
), "t41" AS (
  SELECT
    "t40"."unit_id",
    "t40"."start",
    "t40"."candidates",
    "t40"."people_refs",
    "t40"."given",
    "t40"."used",
    CONCAT_WS(
      '|',
      COALESCE('M04-4', ''),
      COALESCE('unit', ''),
      COALESCE("t40"."unit_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t40"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M04-4' AS "provision",
    CAST(4 AS BIGINT) AS "measure",
    'MAY' AS "modality",
    'unit' AS "subject_kind",
    "t40"."unit_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t40"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST("t40"."candidates" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t40"."unit_id" AS "owner_unit_id",
    CASE WHEN "t40"."given" IS NOT NULL THEN 'met' ELSE 'available' END AS "state",
    CAST(NULL AS VARCHAR) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t40"."candidates" > 0 AS "holds_has_candidates",
    (
      PARAM('rank.pool_size') - "t40"."used"
    ) > 0 AS "holds_pool_left",
    CAST(NULL AS BOOLEAN) AS "holds_no_vacancy",
    "t40"."given" IS NOT NULL AS "holds_given",
    CAST("t40"."candidates" AS VARCHAR) AS "value_has_candidates",
    CAST(CAST(PARAM('rank.pool_size') - "t40"."used" AS DECIMAL(18, 4)) AS VARCHAR) AS "value_pool_left",
    '' AS "value_no_vacancy",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t40"."given" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_given",
    "t40"."people_refs" AS "refs_has_candidates"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t38"."unit_id",
        "t38"."start",
        "t38"."candidates",
        "t38"."people_refs",
        "t38"."given",
        "t23"."used"
      FROM (
        SELECT
          "t36"."unit_id",
          "t36"."start",
          "t36"."candidates",
          "t36"."people_refs",
          "t36"."given"
        FROM (
          SELECT
            "t28"."unit_id",
            "t28"."start",
            "t28"."candidates",
            "t28"."people_refs",
            "t35"."unit_id" AS "unit_id_right",
            "t35"."given"
          FROM "t26" AS "t28"
          LEFT OUTER JOIN (
            SELECT
              "t33"."unit_id",
              MIN("t33"."day") AS "given"
            FROM (
              SELECT
                "t32"."unit_id",
                "t32"."start",
                "t32"."quantity",
                "t32"."words",
                "t32"."day",
                "t32"."named"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t30"."unit_id",
                    "t30"."start",
                    "t14"."subject_id",
                    "t14"."quantity",
                    "t14"."words",
                    "t14"."day",
                    "t14"."named"
                  FROM (
                    SELECT DISTINCT
                      "t27"."unit_id",
                      "t27"."start"
                    FROM "t26" AS "t27"
                  ) AS "t30"
                  INNER JOIN "t9" AS "t14"
                    ON "t30"."unit_id" = "t14"."subject_id"
                ) AS "t31"
                WHERE
                  "t31"."day" >= "t31"."start"
                  AND (
                    (
                      "t31"."named" IS NULL
                    ) OR (
                      "t31"."named" = "t31"."start"
                    )
                  )
              ) AS "t32"
            ) AS "t33"
            GROUP BY
              1
          ) AS "t35"
            ON "t28"."unit_id" = "t35"."unit_id"
        ) AS "t36"
      ) AS "t38"
      CROSS JOIN (
        SELECT
          COALESCE(CAST(SUM(COALESCE("t18"."quantity", 1)) AS DECIMAL(38, 10)), 0) AS "used"
        FROM (
          SELECT
            "t13"."subject_id",
            "t13"."quantity",
            "t13"."words",
            "t13"."day",
            "t13"."named"
          FROM "t9" AS "t13"
          WHERE
            EXISTS(
              SELECT
                1
              FROM "facts"."units" AS "t4"
              WHERE
                "t13"."subject_id" = "t4"."unit_id"
            )
        ) AS "t18"
      ) AS "t23"
    ) AS "t39"
    WHERE
      (
        "t39"."given" IS NOT NULL
      )
      OR (
        (
          PARAM('rank.pool_size') - "t39"."used"
        ) > 0
      )
  ) AS "t40"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t42"."obligation_id",
      'has_candidates' AS "criterion",
      "t42"."holds_has_candidates" AS "holds",
      "t42"."value_has_candidates" AS "value",
      COALESCE("t42"."refs_has_candidates", '') AS "fact_refs"
    FROM "t41" AS "t42"
  ) AS "t47"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t42"."obligation_id",
      'pool_left' AS "criterion",
      "t42"."holds_pool_left" AS "holds",
      "t42"."value_pool_left" AS "value",
      '' AS "fact_refs"
    FROM "t41" AS "t42"
  ) AS "t44"
) AS "t49"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t42"."obligation_id",
      'no_vacancy' AS "criterion",
      "t42"."holds_no_vacancy" AS "holds",
      "t42"."value_no_vacancy" AS "value",
      '' AS "fact_refs"
    FROM "t41" AS "t42"
  ) AS "t45"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t48"."obligation_id",
      "t48"."criterion",
      "t48"."holds",
      "t48"."value",
      COALESCE("t53"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t42"."obligation_id",
        'given' AS "criterion",
        "t42"."holds_given" AS "holds",
        "t42"."value_given" AS "value"
      FROM "t41" AS "t42"
    ) AS "t48"
    LEFT OUTER JOIN (
      SELECT
        "t51"."obligation_id",
        STRING_AGG("t51"."ref", ';' ORDER BY "t51"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t43"."obligation_id",
            "t17"."ref"
          FROM "t41" AS "t43"
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
                "t0"."provision" = 'M04-4'
            ) AS "t11"
            WHERE
              "t11"."day" <= AS_OF()
          ) AS "t17"
            ON "t43"."unit_id" = "t17"."subject_id" AND "t17"."day" = "t43"."given"
        ) AS "t50"
      ) AS "t51"
      GROUP BY
        1
    ) AS "t53"
      ON "t48"."obligation_id" = "t53"."obligation_id"
  ) AS "t54"
) AS "t55"
