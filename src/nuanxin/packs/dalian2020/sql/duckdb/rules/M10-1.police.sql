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
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t19"."day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
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
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t19"."day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
      CAST("t19"."day" + CAST((
        PARAM('safety.police_within') - (
          PARAM('safety.police_within') % 1440
        )
      ) / 1440 AS BIGINT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t19"."told" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
      CAST("t19"."day" + CAST((
        PARAM('safety.police_within') - (
          PARAM('safety.police_within') % 1440
        )
      ) / 1440 AS BIGINT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "due_on",
    "t19"."unit_id" AS "owner_unit_id",
    CASE
      WHEN FALSE AND NOT (
        "t19"."told" IS NOT NULL
      )
      THEN 'unknown'
      ELSE CASE
        WHEN "t19"."told" IS NOT NULL
        THEN 'met'
        WHEN NOT (
          AS_OF() <= (
            "t19"."day" + CAST((
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
        "t19"."told" IS NOT NULL
      )
      THEN ''
      ELSE CAST(NULL AS TEXT)
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t19"."arises_from_duty" AS "holds_arises_from_duty",
    "t19"."told" IS NOT NULL AS "holds_police_told",
    AS_OF() <= (
      "t19"."day" + CAST((
        PARAM('safety.police_within') - (
          PARAM('safety.police_within') % 1440
        )
      ) / 1440 AS BIGINT)
    ) AS "holds_within_due_day",
    CAST("t19"."arises_from_duty" AS TEXT) AS "value_arises_from_duty",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t19"."told" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_police_told",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
      CAST("t19"."day" + CAST((
        PARAM('safety.police_within') - (
          PARAM('safety.police_within') % 1440
        )
      ) / 1440 AS BIGINT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_within_due_day",
    "t19"."ref" AS "refs_arises_from_duty"
  FROM (
    SELECT
      "t18".*
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
        "t17"."harm_id" AS "harm_id_right",
        "t17"."told"
      FROM (
        SELECT
          *
        FROM "run"."incident" AS "t0"
        WHERE
          "t0"."kind" = 'violence' AND "t0"."arises_from_duty"
      ) AS "t7"
      LEFT OUTER JOIN (
        SELECT
          "t15"."harm_id",
          MIN("t15"."told") AS "told"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t8"."harm_id",
              "t8"."person_id",
              "t8"."day",
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
            ) AS "t8"
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
                    "t9"."delivery_id",
                    "t9"."subject_id",
                    "t9"."counterpart_id",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t9"."on_date") AS "day",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t9"."period_start") AS "named",
                    "t9"."quantity" AS "amount",
                    'deliveries:' || CONCAT_WS('/', COALESCE("t9"."delivery_id", '')) AS "ref"
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
                  ) AS "t9"
                  WHERE
                    "t9"."provision" = 'M10-1'
                ) AS "t10"
                WHERE
                  "t10"."day" <= AS_OF()
              ) AS "t11"
            ) AS "t13"
              ON "t8"."person_id" = "t13"."person_id"
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
        ON "t7"."harm_id" = "t17"."harm_id"
    ) AS "t18"
  ) AS "t19"
) AS "t20"
