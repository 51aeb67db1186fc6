WITH "t23" AS (
  SELECT
    "t22"."harm_id",
    "t22"."person_id",
    "t22"."kind",
    "t22"."arises_from_duty",
    "t22"."recognised",
    "t22"."day",
    "t22"."filed",
    "t22"."decided",
    "t22"."clarified",
    "t22"."ref",
    "t22"."unit_id",
    "t22"."is_medical",
    "t22"."made",
    CONCAT_WS(
      '|',
      COALESCE('M11-3', ''),
      COALESCE('person', ''),
      COALESCE("t22"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t22"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      ),
      COALESCE('crisis', ''),
      COALESCE("t22"."harm_id", '')
    ) AS "obligation_id",
    'M11-3' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t22"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t22"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST("t22"."day" + CAST(CAST((
        PARAM('care.crisis_within') - (
          PARAM('care.crisis_within') % 24
        )
      ) AS DOUBLE PRECISION) / 24 AS BIGINT) AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t22"."made" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST("t22"."day" + CAST(CAST((
        PARAM('care.crisis_within') - (
          PARAM('care.crisis_within') % 24
        )
      ) AS DOUBLE PRECISION) / 24 AS BIGINT) AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "due_on",
    "t22"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t22"."made" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= (
          "t22"."day" + CAST(CAST((
            PARAM('care.crisis_within') - (
              PARAM('care.crisis_within') % 24
            )
          ) AS DOUBLE PRECISION) / 24 AS BIGINT)
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS VARCHAR) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t22"."day" IS NOT NULL AS "holds_met_violence",
    "t22"."made" IS NOT NULL AS "holds_offered",
    AS_OF() <= (
      "t22"."day" + CAST(CAST((
        PARAM('care.crisis_within') - (
          PARAM('care.crisis_within') % 24
        )
      ) AS DOUBLE PRECISION) / 24 AS BIGINT)
    ) AS "holds_within_due_day",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t22"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_met_violence",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t22"."made" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_offered",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST("t22"."day" + CAST(CAST((
        PARAM('care.crisis_within') - (
          PARAM('care.crisis_within') % 24
        )
      ) AS DOUBLE PRECISION) / 24 AS BIGINT) AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_within_due_day",
    "t22"."ref" AS "refs_met_violence"
  FROM (
    SELECT
      "t21"."harm_id",
      "t21"."person_id",
      "t21"."kind",
      "t21"."arises_from_duty",
      "t21"."recognised",
      "t21"."day",
      "t21"."filed",
      "t21"."decided",
      "t21"."clarified",
      "t21"."ref",
      "t21"."unit_id",
      "t21"."is_medical",
      "t21"."made"
    FROM (
      SELECT
        "t7"."harm_id",
        "t7"."person_id",
        "t7"."kind",
        "t7"."arises_from_duty",
        "t7"."recognised",
        "t7"."day",
        "t7"."filed",
        "t7"."decided",
        "t7"."clarified",
        "t7"."ref",
        "t7"."unit_id",
        "t7"."is_medical",
        "t20"."harm_id" AS "harm_id_right",
        "t20"."made"
      FROM (
        SELECT
          *
        FROM "run"."incident" AS "t0"
        WHERE
          "t0"."kind" = 'violence'
          AND "t0"."is_medical"
          AND COALESCE("t0"."arises_from_duty", TRUE)
      ) AS "t7"
      LEFT OUTER JOIN (
        SELECT
          "t18"."harm_id",
          MIN("t18"."made") AS "made"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t8"."harm_id",
              "t8"."person_id",
              "t8"."day",
              "t16"."made",
              "t16"."named"
            FROM (
              SELECT
                "t0"."harm_id",
                "t0"."person_id",
                "t0"."day"
              FROM "run"."incident" AS "t0"
              WHERE
                "t0"."kind" = 'violence'
                AND "t0"."is_medical"
                AND COALESCE("t0"."arises_from_duty", TRUE)
            ) AS "t8"
            INNER JOIN (
              SELECT
                "t14"."subject_id" AS "person_id",
                "t14"."day" AS "made",
                "t14"."named"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t10"."delivery_id",
                    "t10"."subject_id",
                    "t10"."counterpart_id",
                    CAST((
                      "t10"."on_date" - MAKE_DATE(1970, 1, 1)
                    ) AS BIGINT) AS "day",
                    CAST((
                      "t10"."period_start" - MAKE_DATE(1970, 1, 1)
                    ) AS BIGINT) AS "named",
                    "t10"."quantity" AS "amount",
                    'deliveries:' || CONCAT_WS('/', COALESCE("t10"."delivery_id", '')) AS "ref"
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
                    WHERE
                      EXISTS(
                        SELECT
                          1
                        FROM "run"."scope" AS "t4"
                        WHERE
                          "t3"."subject_id" = "t4"."person_id"
                      )
                  ) AS "t10"
                  WHERE
                    "t10"."provision" = 'M11-3'
                ) AS "t13"
                WHERE
                  "t13"."day" <= AS_OF()
              ) AS "t14"
            ) AS "t16"
              ON "t8"."person_id" = "t16"."person_id"
          ) AS "t17"
          WHERE
            "t17"."made" >= "t17"."day"
            AND (
              (
                "t17"."named" IS NULL
              ) OR (
                "t17"."named" = "t17"."day"
              )
            )
        ) AS "t18"
        GROUP BY
          1
      ) AS "t20"
        ON "t7"."harm_id" = "t20"."harm_id"
    ) AS "t21"
  ) AS "t22"
)
SELECT
  *
FROM (
  SELECT
    "t24"."obligation_id",
    'within_due_day' AS "criterion",
    "t24"."holds_within_due_day" AS "holds",
    "t24"."value_within_due_day" AS "value",
    '' AS "fact_refs"
  FROM "t23" AS "t24"
) AS "t26"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t24"."obligation_id",
      'met_violence' AS "criterion",
      "t24"."holds_met_violence" AS "holds",
      "t24"."value_met_violence" AS "value",
      COALESCE("t24"."refs_met_violence", '') AS "fact_refs"
    FROM "t23" AS "t24"
  ) AS "t28"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t29"."obligation_id",
      "t29"."criterion",
      "t29"."holds",
      "t29"."value",
      COALESCE("t33"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t24"."obligation_id",
        'offered' AS "criterion",
        "t24"."holds_offered" AS "holds",
        "t24"."value_offered" AS "value"
      FROM "t23" AS "t24"
    ) AS "t29"
    LEFT OUTER JOIN (
      SELECT
        "t31"."obligation_id",
        STRING_AGG("t31"."ref", ';' ORDER BY "t31"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t25"."obligation_id",
            "t12"."ref"
          FROM "t23" AS "t25"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t1"."subject_id",
                "t1"."counterpart_id",
                CAST((
                  "t1"."on_date" - MAKE_DATE(1970, 1, 1)
                ) AS BIGINT) AS "day",
                'deliveries:' || CONCAT_WS('/', COALESCE("t1"."delivery_id", '')) AS "ref"
              FROM "facts"."deliveries" AS "t1"
              WHERE
                "t1"."provision" = 'M11-3'
            ) AS "t9"
            WHERE
              "t9"."day" <= AS_OF()
          ) AS "t12"
            ON "t25"."person_id" = "t12"."subject_id" AND "t12"."day" = "t25"."made"
        ) AS "t30"
      ) AS "t31"
      GROUP BY
        1
    ) AS "t33"
      ON "t29"."obligation_id" = "t33"."obligation_id"
  ) AS "t34"
) AS "t35"
