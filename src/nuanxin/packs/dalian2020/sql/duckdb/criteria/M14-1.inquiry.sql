WITH "t12" AS (
  SELECT
    *
  FROM (
    SELECT
      "t8"."delivery_id",
      "t8"."subject_id",
      "t8"."counterpart_id",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t8"."on_date") AS "day",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t8"."period_start") AS "named",
      "t8"."quantity" AS "amount",
      'deliveries:' || CONCAT_WS('/', COALESCE("t8"."delivery_id", '')) AS "ref"
    FROM (
      SELECT
        "t3"."delivery_id",
        "t3"."provision",
        "t3"."subject_id",
        "t3"."on_date",
        "t3"."quantity",
        "t3"."counterpart_id",
        "t3"."period_start"
      FROM "facts"."deliveries" AS "t3"
      SEMI JOIN "run"."scope" AS "t4"
        ON "t3"."subject_id" = "t4"."person_id"
    ) AS "t8"
    WHERE
      "t8"."provision" = 'M14-1'
  ) AS "t11"
  WHERE
    "t11"."day" <= AS_OF()
), "t26" AS (
  SELECT
    "t25"."person_id",
    "t25"."opened",
    "t25"."next_opened",
    "t25"."unit_id",
    "t25"."answered",
    "t25"."decided",
    "t25"."uncounted",
    CONCAT_WS(
      '|',
      COALESCE('M14-1', ''),
      COALESCE('person', ''),
      COALESCE("t25"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t25"."opened" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      )
    ) AS "obligation_id",
    'M14-1' AS "provision",
    CAST(14 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t25"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t25"."opened" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t25"."decided" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(PARAM('fairness.tests') AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    LEAST("t25"."answered", PARAM('fairness.tests')) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t25"."unit_id" AS "owner_unit_id",
    CASE
      WHEN NOT (
        "t25"."answered" >= PARAM('fairness.tests')
      )
      AND (
        COALESCE("t25"."uncounted", 0) > 0
      )
      THEN 'unknown'
      ELSE CASE
        WHEN "t25"."answered" >= PARAM('fairness.tests')
        THEN 'met'
        WHEN FALSE
        THEN 'overdue'
        ELSE 'owed'
      END
    END AS "state",
    CASE
      WHEN NOT (
        "t25"."answered" >= PARAM('fairness.tests')
      )
      AND (
        COALESCE("t25"."uncounted", 0) > 0
      )
      THEN 'quantity'
      ELSE CAST(NULL AS TEXT)
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t25"."opened" IS NOT NULL AS "holds_inquiry_opened",
    "t25"."answered" >= PARAM('fairness.tests') AS "holds_tests_answered",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t25"."opened" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_inquiry_opened",
    CAST("t25"."answered" AS TEXT) AS "value_tests_answered"
  FROM (
    SELECT
      "t24"."person_id",
      "t24"."opened",
      "t24"."next_opened",
      "t24"."unit_id",
      CAST(COALESCE("t24"."answered", 0) AS DECIMAL(18, 4)) AS "answered",
      "t24"."decided",
      "t24"."uncounted"
    FROM (
      SELECT
        "t23".*
        EXCLUDE ("opened_right", "person_id_right")
      FROM (
        SELECT
          "t18"."person_id",
          "t18"."opened",
          "t18"."next_opened",
          "t6"."unit_id",
          "t22"."person_id" AS "person_id_right",
          "t22"."opened" AS "opened_right",
          "t22"."answered",
          "t22"."decided",
          "t22"."uncounted"
        FROM (
          SELECT
            "t14"."person_id",
            "t14"."opened",
            LEAD("t14"."opened") OVER (
              PARTITION BY "t14"."person_id"
              ORDER BY "t14"."opened" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "next_opened"
          FROM (
            SELECT DISTINCT
              "t13"."subject_id" AS "person_id",
              "t13"."day" AS "opened"
            FROM "t12" AS "t13"
            WHERE
              "t13"."amount" = 0
          ) AS "t14"
        ) AS "t18"
        INNER JOIN (
          SELECT
            "t1"."person_id",
            "t1"."unit_id"
          FROM "facts"."people" AS "t1"
        ) AS "t6"
          ON "t18"."person_id" = "t6"."person_id"
        LEFT OUTER JOIN (
          SELECT
            "t20"."person_id",
            "t20"."opened",
            MAX("t20"."amount") AS "answered",
            MIN("t20"."day") FILTER(WHERE
              "t20"."amount" >= PARAM('fairness.tests')) AS "decided",
            SUM(CAST("t20"."amount" IS NULL AS INT)) AS "uncounted"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t18"."person_id",
                "t18"."opened",
                "t18"."next_opened",
                "t16"."day",
                "t16"."named",
                "t16"."amount"
              FROM (
                SELECT
                  "t14"."person_id",
                  "t14"."opened",
                  LEAD("t14"."opened") OVER (
                    PARTITION BY "t14"."person_id"
                    ORDER BY "t14"."opened" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "next_opened"
                FROM (
                  SELECT DISTINCT
                    "t13"."subject_id" AS "person_id",
                    "t13"."day" AS "opened"
                  FROM "t12" AS "t13"
                  WHERE
                    "t13"."amount" = 0
                ) AS "t14"
              ) AS "t18"
              INNER JOIN (
                SELECT
                  "t1"."person_id",
                  "t1"."unit_id"
                FROM "facts"."people" AS "t1"
              ) AS "t6"
                ON "t18"."person_id" = "t6"."person_id"
              INNER JOIN (
                SELECT
                  "t13"."day",
                  "t13"."named",
                  "t13"."amount",
                  "t13"."subject_id" AS "person_id"
                FROM "t12" AS "t13"
                WHERE
                  (
                    "t13"."amount" IS NULL
                  ) OR (
                    "t13"."amount" > 0
                  )
              ) AS "t16"
                ON "t18"."person_id" = "t16"."person_id"
            ) AS "t19"
            WHERE
              "t19"."day" >= "t19"."opened"
              AND (
                (
                  "t19"."next_opened" IS NULL
                ) OR (
                  "t19"."day" < "t19"."next_opened"
                )
              )
              AND (
                (
                  "t19"."named" IS NULL
                ) OR (
                  "t19"."named" = "t19"."opened"
                )
              )
          ) AS "t20"
          GROUP BY
            1,
            2
        ) AS "t22"
          ON "t18"."person_id" = "t22"."person_id" AND "t18"."opened" = "t22"."opened"
      ) AS "t23"
    ) AS "t24"
  ) AS "t25"
)
SELECT
  *
FROM (
  SELECT
    "t31"."obligation_id",
    "t31"."criterion",
    "t31"."holds",
    "t31"."value",
    COALESCE("t38"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t27"."obligation_id",
      'inquiry_opened' AS "criterion",
      "t27"."holds_inquiry_opened" AS "holds",
      "t27"."value_inquiry_opened" AS "value"
    FROM "t26" AS "t27"
  ) AS "t31"
  LEFT OUTER JOIN (
    SELECT
      "t35"."obligation_id",
      LISTAGG("t35"."ref", ';' ORDER BY "t35"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t28"."obligation_id",
          "t10"."ref"
        FROM "t26" AS "t28"
        INNER JOIN (
          SELECT
            *
          FROM (
            SELECT
              "t0"."subject_id",
              "t0"."counterpart_id",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."on_date") AS "day",
              'deliveries:' || CONCAT_WS('/', COALESCE("t0"."delivery_id", '')) AS "ref"
            FROM "facts"."deliveries" AS "t0"
            WHERE
              "t0"."provision" = 'M14-1'
          ) AS "t7"
          WHERE
            "t7"."day" <= AS_OF()
        ) AS "t10"
          ON "t28"."person_id" = "t10"."subject_id" AND "t10"."day" = "t28"."opened"
      ) AS "t33"
    ) AS "t35"
    GROUP BY
      1
  ) AS "t38"
    ON "t31"."obligation_id" = "t38"."obligation_id"
) AS "t41"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t32"."obligation_id",
    "t32"."criterion",
    "t32"."holds",
    "t32"."value",
    COALESCE("t40"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t27"."obligation_id",
      'tests_answered' AS "criterion",
      "t27"."holds_tests_answered" AS "holds",
      "t27"."value_tests_answered" AS "value"
    FROM "t26" AS "t27"
  ) AS "t32"
  LEFT OUTER JOIN (
    SELECT
      "t36"."obligation_id",
      LISTAGG("t36"."ref", ';' ORDER BY "t36"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t28"."obligation_id",
          "t10"."ref"
        FROM "t26" AS "t28"
        INNER JOIN (
          SELECT
            *
          FROM (
            SELECT
              "t0"."subject_id",
              "t0"."counterpart_id",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."on_date") AS "day",
              'deliveries:' || CONCAT_WS('/', COALESCE("t0"."delivery_id", '')) AS "ref"
            FROM "facts"."deliveries" AS "t0"
            WHERE
              "t0"."provision" = 'M14-1'
          ) AS "t7"
          WHERE
            "t7"."day" <= AS_OF()
        ) AS "t10"
          ON "t28"."person_id" = "t10"."subject_id"
          AND "t10"."day" >= "t28"."opened"
          AND (
            (
              "t28"."next_opened" IS NULL
            ) OR (
              "t10"."day" < "t28"."next_opened"
            )
          )
      ) AS "t34"
    ) AS "t36"
    GROUP BY
      1
  ) AS "t40"
    ON "t32"."obligation_id" = "t40"."obligation_id"
) AS "t42"
