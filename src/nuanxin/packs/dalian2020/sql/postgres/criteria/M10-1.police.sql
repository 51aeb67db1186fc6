WITH "t20" AS (
  SELECT
    "t19"."harm_id",
    "t19"."person_id",
    "t19"."kind",
    "t19"."arises_from_duty",
    "t19"."recognised",
    "t19"."day",
    "t19"."filed",
    "t19"."decided",
    "t19"."clarified",
    "t19"."ref",
    "t19"."unit_id",
    "t19"."is_medical",
    "t19"."told",
    CONCAT_WS(
      '|',
      COALESCE('M10-1', ''),
      COALESCE('person', ''),
      COALESCE("t19"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t19"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      ),
      COALESCE("t19"."harm_id", ''),
      COALESCE('police', '')
    ) AS "obligation_id",
    'M10-1' AS "provision",
    CAST(10 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t19"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t19"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST("t19"."day" + CAST(FLOOR(CAST((
        PARAM('safety.police_within')
      ) AS DOUBLE PRECISION) / (
        1440
      )) AS BIGINT) AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t19"."told" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST("t19"."day" + CAST(FLOOR(CAST((
        PARAM('safety.police_within')
      ) AS DOUBLE PRECISION) / (
        1440
      )) AS BIGINT) AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "due_on",
    "t19"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t19"."told" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= (
          "t19"."day" + CAST(FLOOR(CAST((
            PARAM('safety.police_within')
          ) AS DOUBLE PRECISION) / (
            1440
          )) AS BIGINT)
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS VARCHAR) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t19"."arises_from_duty" AS "holds_arises_from_duty",
    "t19"."told" IS NOT NULL AS "holds_police_told",
    AS_OF() <= (
      "t19"."day" + CAST(FLOOR(CAST((
        PARAM('safety.police_within')
      ) AS DOUBLE PRECISION) / (
        1440
      )) AS BIGINT)
    ) AS "holds_within_due_day",
    CAST("t19"."arises_from_duty" AS VARCHAR) AS "value_arises_from_duty",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t19"."told" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_police_told",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST("t19"."day" + CAST(FLOOR(CAST((
        PARAM('safety.police_within')
      ) AS DOUBLE PRECISION) / (
        1440
      )) AS BIGINT) AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_within_due_day",
    "t19"."ref" AS "refs_arises_from_duty"
  FROM (
    SELECT
      "t18"."harm_id",
      "t18"."person_id",
      "t18"."kind",
      "t18"."arises_from_duty",
      "t18"."recognised",
      "t18"."day",
      "t18"."filed",
      "t18"."decided",
      "t18"."clarified",
      "t18"."ref",
      "t18"."unit_id",
      "t18"."is_medical",
      "t18"."told"
    FROM (
      SELECT
        "t5"."harm_id",
        "t5"."person_id",
        "t5"."kind",
        "t5"."arises_from_duty",
        "t5"."recognised",
        "t5"."day",
        "t5"."filed",
        "t5"."decided",
        "t5"."clarified",
        "t5"."ref",
        "t5"."unit_id",
        "t5"."is_medical",
        "t17"."harm_id" AS "harm_id_right",
        "t17"."told"
      FROM (
        SELECT
          *
        FROM "run"."incident" AS "t0"
        WHERE
          "t0"."kind" = 'violence' AND "t0"."arises_from_duty"
      ) AS "t5"
      LEFT OUTER JOIN (
        SELECT
          "t15"."harm_id",
          MIN("t15"."told") AS "told"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t6"."harm_id",
              "t6"."person_id",
              "t6"."day",
              "t13"."told",
              "t13"."named"
            FROM (
              SELECT
                "t0"."harm_id",
                "t0"."person_id",
                "t0"."day"
              FROM "run"."incident" AS "t0"
              WHERE
                "t0"."kind" = 'violence' AND "t0"."arises_from_duty"
            ) AS "t6"
            INNER JOIN (
              SELECT
                "t11"."subject_id" AS "person_id",
                "t11"."day" AS "told",
                "t11"."named"
              FROM (
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
                    "t4"."provision" = 'M10-1'
                ) AS "t8"
                WHERE
                  "t8"."day" <= AS_OF()
              ) AS "t11"
            ) AS "t13"
              ON "t6"."person_id" = "t13"."person_id"
          ) AS "t14"
          WHERE
            "t14"."told" >= "t14"."day"
            AND (
              (
                "t14"."named" IS NULL
              ) OR (
                "t14"."named" = "t14"."day"
              )
            )
        ) AS "t15"
        GROUP BY
          1
      ) AS "t17"
        ON "t5"."harm_id" = "t17"."harm_id"
    ) AS "t18"
  ) AS "t19"
)
SELECT
  *
FROM (
  SELECT
    "t21"."obligation_id",
    'within_due_day' AS "criterion",
    "t21"."holds_within_due_day" AS "holds",
    "t21"."value_within_due_day" AS "value",
    '' AS "fact_refs"
  FROM "t20" AS "t21"
) AS "t23"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t21"."obligation_id",
      'arises_from_duty' AS "criterion",
      "t21"."holds_arises_from_duty" AS "holds",
      "t21"."value_arises_from_duty" AS "value",
      COALESCE("t21"."refs_arises_from_duty", '') AS "fact_refs"
    FROM "t20" AS "t21"
  ) AS "t25"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t26"."obligation_id",
      "t26"."criterion",
      "t26"."holds",
      "t26"."value",
      COALESCE("t30"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t21"."obligation_id",
        'police_told' AS "criterion",
        "t21"."holds_police_told" AS "holds",
        "t21"."value_police_told" AS "value"
      FROM "t20" AS "t21"
    ) AS "t26"
    LEFT OUTER JOIN (
      SELECT
        "t28"."obligation_id",
        STRING_AGG("t28"."ref", ';' ORDER BY "t28"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t22"."obligation_id",
            "t10"."ref"
          FROM "t20" AS "t22"
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
                'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."deliveries" AS "t1"
              WHERE
                "t1"."provision" = 'M10-1'
            ) AS "t7"
            WHERE
              "t7"."day" <= AS_OF()
          ) AS "t10"
            ON "t22"."person_id" = "t10"."subject_id" AND "t10"."day" = "t22"."told"
        ) AS "t27"
      ) AS "t28"
      GROUP BY
        1
    ) AS "t30"
      ON "t26"."obligation_id" = "t30"."obligation_id"
  ) AS "t31"
) AS "t32"
