WITH "t18" AS (
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
    "t17"."pooled",
    "t17"."planned",
    CONCAT_WS(
      '|',
      COALESCE('M02-3', ''),
      COALESCE('person', ''),
      COALESCE("t17"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t17"."start" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M02-3' AS "provision",
    CAST(2 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t17"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t17"."start" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(2 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CAST("t17"."pooled" IS NOT NULL AS BIGINT) + CAST("t17"."planned" IS NOT NULL AS BIGINT) AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t17"."start" + PARAM('merit.pool_within') AS INT) AS "due_on",
    "t17"."unit_id" AS "owner_unit_id",
    CASE
      WHEN (
        CAST("t17"."pooled" IS NOT NULL AS BIGINT) + CAST("t17"."planned" IS NOT NULL AS BIGINT)
      ) = 2
      THEN 'met'
      WHEN NOT (
        AS_OF() <= (
          "t17"."start" + PARAM('merit.pool_within')
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t17"."start" IS NOT NULL AS "holds_listed",
    "t17"."pooled" IS NOT NULL AS "holds_in_pool",
    "t17"."planned" IS NOT NULL AS "holds_has_plan",
    (
      CAST("t17"."pooled" IS NOT NULL AS BIGINT) + CAST("t17"."planned" IS NOT NULL AS BIGINT)
    ) = 2 AS "holds_pool_and_plan",
    AS_OF() <= (
      "t17"."start" + PARAM('merit.pool_within')
    ) AS "holds_within_due_day",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t17"."start" AS INT) AS TEXT) AS "value_listed",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t17"."pooled" AS INT) AS TEXT) AS "value_in_pool",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t17"."planned" AS INT) AS TEXT) AS "value_has_plan",
    CAST(CAST("t17"."pooled" IS NOT NULL AS BIGINT) + CAST("t17"."planned" IS NOT NULL AS BIGINT) AS TEXT) AS "value_pool_and_plan",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t17"."start" + PARAM('merit.pool_within') AS INT) AS TEXT) AS "value_within_due_day",
    "t17"."refs" AS "refs_listed"
  FROM (
    SELECT
      "t16".*
      EXCLUDE ("person_id_right")
    FROM (
      SELECT
        "t2"."person_id",
        "t2"."start",
        "t2"."exceptional",
        "t2"."refs",
        "t2"."exceptional_refs",
        "t2"."unit_id",
        "t2"."employment",
        "t2"."profession",
        "t2"."is_leader",
        "t2"."is_secretary",
        "t2"."birth_date",
        "t2"."education",
        "t2"."party",
        "t2"."title_level",
        "t2"."title_since",
        "t2"."rank_since",
        "t2"."ref",
        "t2"."unit_district",
        "t15"."person_id" AS "person_id_right",
        "t15"."pooled",
        "t15"."planned"
      FROM "run"."listed_person" AS "t2"
      LEFT OUTER JOIN (
        SELECT
          "t13"."person_id",
          MIN("t13"."day") FILTER(WHERE
            "t13"."words" = 'pool') AS "pooled",
          MIN("t13"."day") FILTER(WHERE
            "t13"."words" = 'plan') AS "planned"
        FROM (
          SELECT
            "t12".*
            EXCLUDE ("subject_id")
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t4"."person_id",
                "t4"."start",
                "t8"."subject_id",
                "t8"."quantity",
                "t8"."words",
                "t8"."day",
                "t8"."named"
              FROM (
                SELECT DISTINCT
                  "t0"."person_id",
                  "t0"."start"
                FROM "run"."listed_person" AS "t0"
              ) AS "t4"
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
                    "t1"."provision" = 'M02-3'
                ) AS "t5"
                WHERE
                  "t5"."day" <= AS_OF() AND TRUE
              ) AS "t8"
                ON "t4"."person_id" = "t8"."subject_id"
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
        ON "t2"."person_id" = "t15"."person_id"
    ) AS "t16"
  ) AS "t17"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t25"."obligation_id",
      "t25"."criterion",
      "t25"."holds",
      "t25"."value",
      COALESCE("t34"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t19"."obligation_id",
        'has_plan' AS "criterion",
        "t19"."holds_has_plan" AS "holds",
        "t19"."value_has_plan" AS "value"
      FROM "t18" AS "t19"
    ) AS "t25"
    LEFT OUTER JOIN (
      SELECT
        "t30"."obligation_id",
        LISTAGG("t30"."ref", ';' ORDER BY "t30"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t20"."obligation_id",
            "t10"."ref"
          FROM "t18" AS "t20"
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
                "t1"."provision" = 'M02-3'
            ) AS "t7"
            WHERE
              "t7"."day" <= AS_OF()
          ) AS "t10"
            ON "t20"."person_id" = "t10"."subject_id"
            AND "t10"."day" = "t20"."planned"
            AND "t10"."counterpart_id" = 'plan'
        ) AS "t28"
      ) AS "t30"
      GROUP BY
        1
    ) AS "t34"
      ON "t25"."obligation_id" = "t34"."obligation_id"
  ) AS "t36"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t19"."obligation_id",
      'pool_and_plan' AS "criterion",
      "t19"."holds_pool_and_plan" AS "holds",
      "t19"."value_pool_and_plan" AS "value",
      '' AS "fact_refs"
    FROM "t18" AS "t19"
  ) AS "t21"
) AS "t38"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t19"."obligation_id",
      'within_due_day' AS "criterion",
      "t19"."holds_within_due_day" AS "holds",
      "t19"."value_within_due_day" AS "value",
      '' AS "fact_refs"
    FROM "t18" AS "t19"
  ) AS "t22"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t19"."obligation_id",
        'listed' AS "criterion",
        "t19"."holds_listed" AS "holds",
        "t19"."value_listed" AS "value",
        COALESCE("t19"."refs_listed", '') AS "fact_refs"
      FROM "t18" AS "t19"
    ) AS "t26"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t27"."obligation_id",
        "t27"."criterion",
        "t27"."holds",
        "t27"."value",
        COALESCE("t35"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t19"."obligation_id",
          'in_pool' AS "criterion",
          "t19"."holds_in_pool" AS "holds",
          "t19"."value_in_pool" AS "value"
        FROM "t18" AS "t19"
      ) AS "t27"
      LEFT OUTER JOIN (
        SELECT
          "t31"."obligation_id",
          LISTAGG("t31"."ref", ';' ORDER BY "t31"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t20"."obligation_id",
              "t10"."ref"
            FROM "t18" AS "t20"
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
                  "t1"."provision" = 'M02-3'
              ) AS "t7"
              WHERE
                "t7"."day" <= AS_OF()
            ) AS "t10"
              ON "t20"."person_id" = "t10"."subject_id"
              AND "t10"."day" = "t20"."pooled"
              AND "t10"."counterpart_id" = 'pool'
          ) AS "t29"
        ) AS "t31"
        GROUP BY
          1
      ) AS "t35"
        ON "t27"."obligation_id" = "t35"."obligation_id"
    ) AS "t37"
  ) AS "t39"
) AS "t40"
