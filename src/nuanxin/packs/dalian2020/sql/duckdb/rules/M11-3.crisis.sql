SELECT
  "t17"."obligation_id",
  "t17"."provision",
  "t17"."measure",
  "t17"."modality",
  "t17"."subject_kind",
  "t17"."subject_id",
  "t17"."period_start",
  "t17"."period_end",
  "t17"."quantity",
  "t17"."quantity_unit",
  "t17"."quantity_met",
  "t17"."due_on",
  "t17"."owner_unit_id",
  "t17"."state",
  "t17"."missing",
  "t17"."as_of"
FROM (
  SELECT
    "t16"."harm_id",
    "t16"."person_id",
    "t16"."kind",
    "t16"."arises_from_duty",
    "t16"."recognised",
    "t16"."day",
    "t16"."filed",
    "t16"."decided",
    "t16"."clarified",
    "t16"."ref",
    "t16"."unit_id",
    "t16"."is_medical",
    "t16"."made",
    CONCAT_WS(
      '|',
      COALESCE('M11-3', ''),
      COALESCE('person', ''),
      COALESCE("t16"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t16"."day" AS INT) AS TEXT), ''),
      COALESCE('crisis', ''),
      COALESCE("t16"."harm_id", '')
    ) AS "obligation_id",
    'M11-3' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t16"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t16"."day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t16"."day" + CAST(FLOOR((
      PARAM('care.crisis_within')
    ) / (
      24
    )) AS BIGINT) AS INT) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t16"."made" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t16"."day" + CAST(FLOOR((
      PARAM('care.crisis_within')
    ) / (
      24
    )) AS BIGINT) AS INT) AS "due_on",
    "t16"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t16"."made" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= (
          "t16"."day" + CAST(FLOOR((
            PARAM('care.crisis_within')
          ) / (
            24
          )) AS BIGINT)
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t16"."day" IS NOT NULL AS "holds_met_violence",
    "t16"."made" IS NOT NULL AS "holds_offered",
    AS_OF() <= (
      "t16"."day" + CAST(FLOOR((
        PARAM('care.crisis_within')
      ) / (
        24
      )) AS BIGINT)
    ) AS "holds_within_due_day",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t16"."day" AS INT) AS TEXT) AS "value_met_violence",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t16"."made" AS INT) AS TEXT) AS "value_offered",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t16"."day" + CAST(FLOOR((
      PARAM('care.crisis_within')
    ) / (
      24
    )) AS BIGINT) AS INT) AS TEXT) AS "value_within_due_day",
    "t16"."ref" AS "refs_met_violence"
  FROM (
    SELECT
      "t15".*
      EXCLUDE ("harm_id_right")
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
        "t14"."harm_id" AS "harm_id_right",
        "t14"."made"
      FROM (
        SELECT
          *
        FROM "run"."incident" AS "t0"
        WHERE
          "t0"."kind" = 'violence'
          AND "t0"."is_medical"
          AND COALESCE("t0"."arises_from_duty", TRUE)
      ) AS "t5"
      LEFT OUTER JOIN (
        SELECT
          "t12"."harm_id",
          MIN("t12"."made") AS "made"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t6"."harm_id",
              "t6"."person_id",
              "t6"."day",
              "t10"."made",
              "t10"."named"
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
            ) AS "t6"
            INNER JOIN (
              SELECT
                "t8"."subject_id" AS "person_id",
                "t8"."day" AS "made",
                "t8"."named"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t4"."delivery_id",
                    "t4"."subject_id",
                    "t4"."counterpart_id",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."on_date") AS "day",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."period_start") AS "named",
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
                    "t4"."provision" = 'M11-3'
                ) AS "t7"
                WHERE
                  "t7"."day" <= AS_OF()
              ) AS "t8"
            ) AS "t10"
              ON "t6"."person_id" = "t10"."person_id"
          ) AS "t11"
          WHERE
            "t11"."made" >= "t11"."day"
            AND (
              (
                "t11"."named" IS NULL
              ) OR (
                "t11"."named" = "t11"."day"
              )
            )
        ) AS "t12"
        GROUP BY
          1
      ) AS "t14"
        ON "t5"."harm_id" = "t14"."harm_id"
    ) AS "t15"
  ) AS "t16"
) AS "t17"
