WITH "t9" AS (
  SELECT
    *
  FROM (
    SELECT
      "t3"."delivery_id",
      "t3"."subject_id",
      "t3"."counterpart_id",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."on_date") AS "day",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."period_start") AS "named",
      "t3"."quantity" AS "amount",
      'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t3"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
    FROM (
      SELECT
        *
      FROM "facts"."deliveries" AS "t0"
      WHERE
        IN_SCOPE("t0"."subject_id")
    ) AS "t3"
    WHERE
      "t3"."provision" = 'M14-1'
  ) AS "t6"
  WHERE
    "t6"."day" <= AS_OF()
), "t23" AS (
  SELECT
    "t22"."person_id",
    "t22"."opened",
    "t22"."next_opened",
    "t22"."unit_id",
    "t22"."answered",
    "t22"."decided",
    "t22"."uncounted",
    CONCAT_WS(
      '|',
      COALESCE('M14-1', ''),
      COALESCE('person', ''),
      COALESCE("t22"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t22"."opened" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M14-1' AS "provision",
    CAST(14 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t22"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t22"."opened" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t22"."decided" AS INT) AS "period_end",
    CAST(PARAM('fairness.tests') AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    LEAST("t22"."answered", PARAM('fairness.tests')) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t22"."unit_id" AS "owner_unit_id",
    CASE
      WHEN NOT (
        "t22"."answered" >= PARAM('fairness.tests')
      )
      AND (
        COALESCE("t22"."uncounted", 0) > 0
      )
      THEN 'unknown'
      ELSE CASE WHEN "t22"."answered" >= PARAM('fairness.tests') THEN 'met' ELSE 'owed' END
    END AS "state",
    CASE
      WHEN NOT (
        "t22"."answered" >= PARAM('fairness.tests')
      )
      AND (
        COALESCE("t22"."uncounted", 0) > 0
      )
      THEN 'quantity'
      ELSE CAST(NULL AS TEXT)
    END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t22"."opened" IS NOT NULL AS "holds_inquiry_opened",
    "t22"."answered" >= PARAM('fairness.tests') AS "holds_tests_answered",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t22"."opened" AS INT) AS TEXT) AS "value_inquiry_opened",
    CAST("t22"."answered" AS TEXT) AS "value_tests_answered"
  FROM (
    SELECT
      "t21"."person_id",
      "t21"."opened",
      "t21"."next_opened",
      "t21"."unit_id",
      CAST(COALESCE("t21"."answered", 0) AS DECIMAL(18, 4)) AS "answered",
      "t21"."decided",
      "t21"."uncounted"
    FROM (
      SELECT
        "t20".*
        EXCLUDE ("opened_right", "person_id_right")
      FROM (
        SELECT
          "t15"."person_id",
          "t15"."opened",
          "t15"."next_opened",
          "t4"."unit_id",
          "t19"."person_id" AS "person_id_right",
          "t19"."opened" AS "opened_right",
          "t19"."answered",
          "t19"."decided",
          "t19"."uncounted"
        FROM (
          SELECT
            "t12"."person_id",
            "t12"."opened",
            LEAD("t12"."opened") OVER (
              PARTITION BY "t12"."person_id"
              ORDER BY "t12"."opened" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "next_opened"
          FROM (
            SELECT DISTINCT
              "t10"."subject_id" AS "person_id",
              "t10"."day" AS "opened"
            FROM "t9" AS "t10"
            WHERE
              "t10"."amount" = 0
          ) AS "t12"
        ) AS "t15"
        INNER JOIN (
          SELECT
            "t1"."person_id",
            "t1"."unit_id"
          FROM "facts"."people" AS "t1"
        ) AS "t4"
          ON "t15"."person_id" = "t4"."person_id"
        LEFT OUTER JOIN (
          SELECT
            "t17"."person_id",
            "t17"."opened",
            MAX("t17"."amount") AS "answered",
            MIN("t17"."day") FILTER(WHERE
              "t17"."amount" >= PARAM('fairness.tests')) AS "decided",
            SUM(CAST("t17"."amount" IS NULL AS INT)) AS "uncounted"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t15"."person_id",
                "t15"."opened",
                "t15"."next_opened",
                "t13"."day",
                "t13"."named",
                "t13"."amount"
              FROM (
                SELECT
                  "t12"."person_id",
                  "t12"."opened",
                  LEAD("t12"."opened") OVER (
                    PARTITION BY "t12"."person_id"
                    ORDER BY "t12"."opened" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "next_opened"
                FROM (
                  SELECT DISTINCT
                    "t10"."subject_id" AS "person_id",
                    "t10"."day" AS "opened"
                  FROM "t9" AS "t10"
                  WHERE
                    "t10"."amount" = 0
                ) AS "t12"
              ) AS "t15"
              INNER JOIN (
                SELECT
                  "t1"."person_id",
                  "t1"."unit_id"
                FROM "facts"."people" AS "t1"
              ) AS "t4"
                ON "t15"."person_id" = "t4"."person_id"
              INNER JOIN (
                SELECT
                  "t10"."day",
                  "t10"."named",
                  "t10"."amount",
                  "t10"."subject_id" AS "person_id"
                FROM "t9" AS "t10"
              ) AS "t13"
                ON "t15"."person_id" = "t13"."person_id"
            ) AS "t16"
            WHERE
              "t16"."day" >= "t16"."opened"
              AND (
                (
                  "t16"."next_opened" IS NULL
                ) OR (
                  "t16"."day" < "t16"."next_opened"
                )
              )
              AND (
                (
                  "t16"."named" IS NULL
                ) OR (
                  "t16"."named" = "t16"."opened"
                )
              )
          ) AS "t17"
          GROUP BY
            1,
            2
        ) AS "t19"
          ON "t15"."person_id" = "t19"."person_id" AND "t15"."opened" = "t19"."opened"
      ) AS "t20"
    ) AS "t21"
  ) AS "t22"
)
SELECT
  *
FROM (
  SELECT
    "t28"."obligation_id",
    "t28"."criterion",
    "t28"."holds",
    "t28"."value",
    COALESCE("t35"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t24"."obligation_id",
      'inquiry_opened' AS "criterion",
      "t24"."holds_inquiry_opened" AS "holds",
      "t24"."value_inquiry_opened" AS "value"
    FROM "t23" AS "t24"
  ) AS "t28"
  LEFT OUTER JOIN (
    SELECT
      "t32"."obligation_id",
      LISTAGG("t32"."ref", ';' ORDER BY "t32"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t25"."obligation_id",
          "t8"."ref"
        FROM "t23" AS "t25"
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
              "t0"."provision" = 'M14-1'
          ) AS "t5"
          WHERE
            "t5"."day" <= AS_OF()
        ) AS "t8"
          ON "t25"."person_id" = "t8"."subject_id" AND "t8"."day" = "t25"."opened"
      ) AS "t30"
    ) AS "t32"
    GROUP BY
      1
  ) AS "t35"
    ON "t28"."obligation_id" = "t35"."obligation_id"
) AS "t38"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t29"."obligation_id",
    "t29"."criterion",
    "t29"."holds",
    "t29"."value",
    COALESCE("t37"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t24"."obligation_id",
      'tests_answered' AS "criterion",
      "t24"."holds_tests_answered" AS "holds",
      "t24"."value_tests_answered" AS "value"
    FROM "t23" AS "t24"
  ) AS "t29"
  LEFT OUTER JOIN (
    SELECT
      "t33"."obligation_id",
      LISTAGG("t33"."ref", ';' ORDER BY "t33"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t25"."obligation_id",
          "t8"."ref"
        FROM "t23" AS "t25"
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
              "t0"."provision" = 'M14-1'
          ) AS "t5"
          WHERE
            "t5"."day" <= AS_OF()
        ) AS "t8"
          ON "t25"."person_id" = "t8"."subject_id"
          AND "t8"."day" >= "t25"."opened"
          AND (
            (
              "t25"."next_opened" IS NULL
            ) OR (
              "t8"."day" < "t25"."next_opened"
            )
          )
      ) AS "t31"
    ) AS "t33"
    GROUP BY
      1
  ) AS "t37"
    ON "t29"."obligation_id" = "t37"."obligation_id"
) AS "t39"
