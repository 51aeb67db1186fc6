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
    "t22"."told",
    CONCAT_WS(
      '|',
      COALESCE('M10-1', ''),
      COALESCE('person', ''),
      COALESCE("t22"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t22"."day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      ),
      COALESCE("t22"."harm_id", ''),
      COALESCE('police', '')
    ) AS "obligation_id",
    'M10-1' AS "provision",
    CAST(10 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t22"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t22"."day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
      CAST("t22"."day" + CAST((
        PARAM('safety.police_within') - (
          PARAM('safety.police_within') % 1440
        )
      ) / 1440 AS BIGINT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t22"."told" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
      CAST("t22"."day" + CAST((
        PARAM('safety.police_within') - (
          PARAM('safety.police_within') % 1440
        )
      ) / 1440 AS BIGINT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "due_on",
    "t22"."unit_id" AS "owner_unit_id",
    CASE
      WHEN FALSE AND NOT (
        "t22"."told" IS NOT NULL
      )
      THEN 'unknown'
      ELSE CASE
        WHEN "t22"."told" IS NOT NULL
        THEN 'met'
        WHEN NOT (
          AS_OF() <= (
            "t22"."day" + CAST((
              PARAM('safety.police_within') - (
                PARAM('safety.police_within') % 1440
              )
            ) / 1440 AS BIGINT)
          )
        )
        THEN 'overdue'
        ELSE 'owed'
      END
    END AS "state",
    CASE
      WHEN FALSE AND NOT (
        "t22"."told" IS NOT NULL
      )
      THEN ''
      ELSE CAST(NULL AS TEXT)
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t22"."arises_from_duty" AS "holds_arises_from_duty",
    "t22"."told" IS NOT NULL AS "holds_police_told",
    AS_OF() <= (
      "t22"."day" + CAST((
        PARAM('safety.police_within') - (
          PARAM('safety.police_within') % 1440
        )
      ) / 1440 AS BIGINT)
    ) AS "holds_within_due_day",
    CAST("t22"."arises_from_duty" AS TEXT) AS "value_arises_from_duty",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t22"."told" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_police_told",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
      CAST("t22"."day" + CAST((
        PARAM('safety.police_within') - (
          PARAM('safety.police_within') % 1440
        )
      ) / 1440 AS BIGINT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_within_due_day",
    "t22"."ref" AS "refs_arises_from_duty"
  FROM (
    SELECT
      "t21".*
      EXCLUDE ("harm_id_right")
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
        "t20"."told"
      FROM (
        SELECT
          *
        FROM "run"."incident" AS "t0"
        WHERE
          "t0"."kind" = 'violence' AND "t0"."arises_from_duty"
      ) AS "t7"
      LEFT OUTER JOIN (
        SELECT
          "t18"."harm_id",
          MIN("t18"."told") AS "told"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t8"."harm_id",
              "t8"."person_id",
              "t8"."day",
              "t16"."told",
              "t16"."named"
            FROM (
              SELECT
                "t0"."harm_id",
                "t0"."person_id",
                "t0"."day"
              FROM "run"."incident" AS "t0"
              WHERE
                "t0"."kind" = 'violence' AND "t0"."arises_from_duty"
            ) AS "t8"
            INNER JOIN (
              SELECT
                "t14"."subject_id" AS "person_id",
                "t14"."day" AS "told",
                "t14"."named"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t10"."delivery_id",
                    "t10"."subject_id",
                    "t10"."counterpart_id",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t10"."on_date") AS "day",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t10"."period_start") AS "named",
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
                    SEMI JOIN "run"."scope" AS "t4"
                      ON "t3"."subject_id" = "t4"."person_id"
                  ) AS "t10"
                  WHERE
                    "t10"."provision" = 'M10-1'
                ) AS "t13"
                WHERE
                  "t13"."day" <= AS_OF()
              ) AS "t14"
            ) AS "t16"
              ON "t8"."person_id" = "t16"."person_id"
          ) AS "t17"
          WHERE
            "t17"."told" >= "t17"."day"
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
      'arises_from_duty' AS "criterion",
      "t24"."holds_arises_from_duty" AS "holds",
      "t24"."value_arises_from_duty" AS "value",
      COALESCE("t24"."refs_arises_from_duty", '') AS "fact_refs"
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
        'police_told' AS "criterion",
        "t24"."holds_police_told" AS "holds",
        "t24"."value_police_told" AS "value"
      FROM "t23" AS "t24"
    ) AS "t29"
    LEFT OUTER JOIN (
      SELECT
        "t31"."obligation_id",
        LISTAGG("t31"."ref", ';' ORDER BY "t31"."ref" ASC) AS "fact_refs"
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
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "day",
                'deliveries:' || CONCAT_WS('/', COALESCE("t1"."delivery_id", '')) AS "ref"
              FROM "facts"."deliveries" AS "t1"
              WHERE
                "t1"."provision" = 'M10-1'
            ) AS "t9"
            WHERE
              "t9"."day" <= AS_OF()
          ) AS "t12"
            ON "t25"."person_id" = "t12"."subject_id" AND "t12"."day" = "t25"."told"
        ) AS "t30"
      ) AS "t31"
      GROUP BY
        1
    ) AS "t33"
      ON "t29"."obligation_id" = "t33"."obligation_id"
  ) AS "t34"
) AS "t35"
