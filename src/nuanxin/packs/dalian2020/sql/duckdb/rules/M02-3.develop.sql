SELECT
  "t15"."obligation_id",
  "t15"."provision",
  "t15"."measure",
  "t15"."modality",
  "t15"."subject_kind",
  "t15"."subject_id",
  "t15"."period_start",
  "t15"."period_end",
  "t15"."quantity",
  "t15"."quantity_unit",
  "t15"."quantity_met",
  "t15"."due_on",
  "t15"."owner_unit_id",
  "t15"."state",
  "t15"."missing",
  "t15"."as_of"
FROM (
  SELECT
    "t14"."person_id",
    "t14"."start",
    "t14"."exceptional",
    "t14"."refs",
    "t14"."exceptional_refs",
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
    "t14"."unit_district",
    "t14"."pooled",
    "t14"."planned",
    CONCAT_WS(
      '|',
      COALESCE('M02-3', ''),
      COALESCE('person', ''),
      COALESCE("t14"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t14"."start" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M02-3' AS "provision",
    CAST(2 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t14"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t14"."start" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(2 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CAST("t14"."pooled" IS NOT NULL AS BIGINT) + CAST("t14"."planned" IS NOT NULL AS BIGINT) AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t14"."start" + PARAM('merit.pool_within') AS INT) AS "due_on",
    "t14"."unit_id" AS "owner_unit_id",
    CASE
      WHEN (
        CAST("t14"."pooled" IS NOT NULL AS BIGINT) + CAST("t14"."planned" IS NOT NULL AS BIGINT)
      ) = 2
      THEN 'met'
      WHEN NOT (
        AS_OF() <= (
          "t14"."start" + PARAM('merit.pool_within')
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t14"."start" IS NOT NULL AS "holds_listed",
    "t14"."pooled" IS NOT NULL AS "holds_in_pool",
    "t14"."planned" IS NOT NULL AS "holds_has_plan",
    (
      CAST("t14"."pooled" IS NOT NULL AS BIGINT) + CAST("t14"."planned" IS NOT NULL AS BIGINT)
    ) = 2 AS "holds_pool_and_plan",
    AS_OF() <= (
      "t14"."start" + PARAM('merit.pool_within')
    ) AS "holds_within_due_day",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t14"."start" AS INT) AS TEXT) AS "value_listed",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t14"."pooled" AS INT) AS TEXT) AS "value_in_pool",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t14"."planned" AS INT) AS TEXT) AS "value_has_plan",
    CAST(CAST("t14"."pooled" IS NOT NULL AS BIGINT) + CAST("t14"."planned" IS NOT NULL AS BIGINT) AS TEXT) AS "value_pool_and_plan",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t14"."start" + PARAM('merit.pool_within') AS INT) AS TEXT) AS "value_within_due_day",
    "t14"."refs" AS "refs_listed"
  FROM (
    SELECT
      "t13".*
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
        "t12"."person_id" AS "person_id_right",
        "t12"."pooled",
        "t12"."planned"
      FROM "run"."listed_person" AS "t2"
      LEFT OUTER JOIN (
        SELECT
          "t10"."person_id",
          MIN("t10"."day") FILTER(WHERE
            "t10"."words" = 'pool') AS "pooled",
          MIN("t10"."day") FILTER(WHERE
            "t10"."words" = 'plan') AS "planned"
        FROM (
          SELECT
            "t9".*
            EXCLUDE ("subject_id")
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t4"."person_id",
                "t4"."start",
                "t7"."subject_id",
                "t7"."quantity",
                "t7"."words",
                "t7"."day",
                "t7"."named"
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
              ) AS "t7"
                ON "t4"."person_id" = "t7"."subject_id"
            ) AS "t8"
            WHERE
              "t8"."day" >= "t8"."start"
              AND (
                (
                  "t8"."named" IS NULL
                ) OR (
                  "t8"."named" = "t8"."start"
                )
              )
          ) AS "t9"
        ) AS "t10"
        GROUP BY
          1
      ) AS "t12"
        ON "t2"."person_id" = "t12"."person_id"
    ) AS "t13"
  ) AS "t14"
) AS "t15"
