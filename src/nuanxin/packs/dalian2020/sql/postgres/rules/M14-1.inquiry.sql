WITH "t6" AS (
  SELECT
    *
  FROM (
    SELECT
      "t4"."delivery_id",
      "t4"."subject_id",
      "t4"."counterpart_id",
      CAST((
        "t4"."on_date" - MAKE_DATE(1970, 1, 1)
      ) AS BIGINT) AS "day",
      CAST((
        "t4"."period_start" - MAKE_DATE(1970, 1, 1)
      ) AS BIGINT) AS "named",
      "t4"."quantity" AS "amount",
      'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t4"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
    FROM (
      SELECT
        *
      FROM "facts"."deliveries" AS "t1"
      WHERE
        IN_SCOPE("t1"."subject_id")
    ) AS "t4"
    WHERE
      "t4"."provision" = 'M14-1'
  ) AS "t5"
  WHERE
    "t5"."day" <= AS_OF()
)
SELECT
  "t20"."obligation_id",
  "t20"."provision",
  "t20"."measure",
  "t20"."modality",
  "t20"."subject_kind",
  "t20"."subject_id",
  "t20"."period_start",
  "t20"."period_end",
  "t20"."quantity",
  "t20"."quantity_unit",
  "t20"."quantity_met",
  "t20"."due_on",
  "t20"."owner_unit_id",
  "t20"."state",
  "t20"."missing",
  "t20"."as_of"
FROM (
  SELECT
    "t19"."person_id",
    "t19"."opened",
    "t19"."next_opened",
    "t19"."unit_id",
    "t19"."answered",
    "t19"."decided",
    "t19"."uncounted",
    CONCAT_WS(
      '|',
      COALESCE('M14-1', ''),
      COALESCE('person', ''),
      COALESCE("t19"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t19"."opened" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M14-1' AS "provision",
    CAST(14 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t19"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t19"."opened" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t19"."decided" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(PARAM('fairness.tests') AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    LEAST("t19"."answered", PARAM('fairness.tests')) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t19"."unit_id" AS "owner_unit_id",
    CASE
      WHEN NOT (
        "t19"."answered" >= PARAM('fairness.tests')
      )
      AND (
        COALESCE("t19"."uncounted", 0) > 0
      )
      THEN 'unknown'
      ELSE CASE WHEN "t19"."answered" >= PARAM('fairness.tests') THEN 'met' ELSE 'owed' END
    END AS "state",
    CASE
      WHEN NOT (
        "t19"."answered" >= PARAM('fairness.tests')
      )
      AND (
        COALESCE("t19"."uncounted", 0) > 0
      )
      THEN 'quantity'
      ELSE CAST(NULL AS VARCHAR)
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t19"."opened" IS NOT NULL AS "holds_inquiry_opened",
    "t19"."answered" >= PARAM('fairness.tests') AS "holds_tests_answered",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t19"."opened" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_inquiry_opened",
    CAST("t19"."answered" AS VARCHAR) AS "value_tests_answered"
  FROM (
    SELECT
      "t18"."person_id",
      "t18"."opened",
      "t18"."next_opened",
      "t18"."unit_id",
      CAST(COALESCE("t18"."answered", 0) AS DECIMAL(18, 4)) AS "answered",
      "t18"."decided",
      "t18"."uncounted"
    FROM (
      SELECT
        "t17"."person_id",
        "t17"."opened",
        "t17"."next_opened",
        "t17"."unit_id",
        "t17"."answered",
        "t17"."decided",
        "t17"."uncounted"
      FROM (
        SELECT
          "t12"."person_id",
          "t12"."opened",
          "t12"."next_opened",
          "t3"."unit_id",
          "t16"."person_id" AS "person_id_right",
          "t16"."opened" AS "opened_right",
          "t16"."answered",
          "t16"."decided",
          "t16"."uncounted"
        FROM (
          SELECT
            "t9"."person_id",
            "t9"."opened",
            LEAD("t9"."opened") OVER (
              PARTITION BY "t9"."person_id"
              ORDER BY "t9"."opened" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "next_opened"
          FROM (
            SELECT DISTINCT
              "t7"."subject_id" AS "person_id",
              "t7"."day" AS "opened"
            FROM "t6" AS "t7"
            WHERE
              "t7"."amount" = 0
          ) AS "t9"
        ) AS "t12"
        INNER JOIN (
          SELECT
            "t0"."person_id",
            "t0"."unit_id"
          FROM "facts"."people" AS "t0"
        ) AS "t3"
          ON "t12"."person_id" = "t3"."person_id"
        LEFT OUTER JOIN (
          SELECT
            "t14"."person_id",
            "t14"."opened",
            MAX("t14"."amount") AS "answered",
            MIN("t14"."day") FILTER(WHERE
              "t14"."amount" >= PARAM('fairness.tests')) AS "decided",
            CAST(SUM(CAST(CAST("t14"."amount" IS NULL AS INT) AS BIGINT)) AS BIGINT) AS "uncounted"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t12"."person_id",
                "t12"."opened",
                "t12"."next_opened",
                "t10"."day",
                "t10"."named",
                "t10"."amount"
              FROM (
                SELECT
                  "t9"."person_id",
                  "t9"."opened",
                  LEAD("t9"."opened") OVER (
                    PARTITION BY "t9"."person_id"
                    ORDER BY "t9"."opened" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "next_opened"
                FROM (
                  SELECT DISTINCT
                    "t7"."subject_id" AS "person_id",
                    "t7"."day" AS "opened"
                  FROM "t6" AS "t7"
                  WHERE
                    "t7"."amount" = 0
                ) AS "t9"
              ) AS "t12"
              INNER JOIN (
                SELECT
                  "t0"."person_id",
                  "t0"."unit_id"
                FROM "facts"."people" AS "t0"
              ) AS "t3"
                ON "t12"."person_id" = "t3"."person_id"
              INNER JOIN (
                SELECT
                  "t7"."day",
                  "t7"."named",
                  "t7"."amount",
                  "t7"."subject_id" AS "person_id"
                FROM "t6" AS "t7"
              ) AS "t10"
                ON "t12"."person_id" = "t10"."person_id"
            ) AS "t13"
            WHERE
              "t13"."day" >= "t13"."opened"
              AND (
                (
                  "t13"."next_opened" IS NULL
                ) OR (
                  "t13"."day" < "t13"."next_opened"
                )
              )
              AND (
                (
                  "t13"."named" IS NULL
                ) OR (
                  "t13"."named" = "t13"."opened"
                )
              )
          ) AS "t14"
          GROUP BY
            1,
            2
        ) AS "t16"
          ON "t12"."person_id" = "t16"."person_id" AND "t12"."opened" = "t16"."opened"
      ) AS "t17"
    ) AS "t18"
  ) AS "t19"
) AS "t20"
