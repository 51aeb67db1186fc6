SELECT
  "t2"."obligation_id",
  "t2"."provision",
  "t2"."measure",
  "t2"."modality",
  "t2"."subject_kind",
  "t2"."subject_id",
  "t2"."period_start",
  "t2"."period_end",
  "t2"."quantity",
  "t2"."quantity_unit",
  "t2"."quantity_met",
  "t2"."due_on",
  "t2"."owner_unit_id",
  "t2"."state",
  "t2"."missing",
  "t2"."as_of"
FROM (
  SELECT
    "t1"."harm_id",
    "t1"."person_id",
    "t1"."kind",
    "t1"."arises_from_duty",
    "t1"."recognised",
    "t1"."day",
    "t1"."filed",
    "t1"."decided",
    "t1"."clarified",
    "t1"."ref",
    "t1"."unit_id",
    "t1"."is_medical",
    "t1"."untrue",
    CONCAT_WS(
      '|',
      COALESCE('M14-2', ''),
      COALESCE('person', ''),
      COALESCE("t1"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t1"."day" AS INT) AS TEXT), ''),
      COALESCE("t1"."harm_id", ''),
      COALESCE('publish', '')
    ) AS "obligation_id",
    'M14-2' AS "provision",
    CAST(14 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t1"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t1"."day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t1"."day" + CAST(FLOOR((
      PARAM('fairness.publish_within')
    ) / (
      24
    )) AS BIGINT) AS INT) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t1"."clarified" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t1"."day" + CAST(FLOOR((
      PARAM('fairness.publish_within')
    ) / (
      24
    )) AS BIGINT) AS INT) AS "due_on",
    "t1"."unit_id" AS "owner_unit_id",
    CASE
      WHEN (
        "t1"."untrue" IS NULL
      ) AND NOT (
        "t1"."clarified" IS NOT NULL
      )
      THEN 'unknown'
      ELSE CASE
        WHEN "t1"."clarified" IS NOT NULL
        THEN 'met'
        WHEN NOT (
          AS_OF() <= (
            "t1"."day" + CAST(FLOOR((
              PARAM('fairness.publish_within')
            ) / (
              24
            )) AS BIGINT)
          )
        )
        THEN 'overdue'
        ELSE 'owed'
      END
    END AS "state",
    CASE
      WHEN (
        "t1"."untrue" IS NULL
      ) AND NOT (
        "t1"."clarified" IS NOT NULL
      )
      THEN 'recognised'
      ELSE CAST(NULL AS TEXT)
    END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t1"."arises_from_duty" AS "holds_arises_from_duty",
    "t1"."untrue" AS "holds_found_untrue",
    "t1"."clarified" IS NOT NULL AS "holds_clarified",
    AS_OF() <= (
      "t1"."day" + CAST(FLOOR((
        PARAM('fairness.publish_within')
      ) / (
        24
      )) AS BIGINT)
    ) AS "holds_within_due_day",
    CAST("t1"."arises_from_duty" AS TEXT) AS "value_arises_from_duty",
    CAST("t1"."recognised" AS TEXT) AS "value_found_untrue",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t1"."clarified" AS INT) AS TEXT) AS "value_clarified",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t1"."day" + CAST(FLOOR((
      PARAM('fairness.publish_within')
    ) / (
      24
    )) AS BIGINT) AS INT) AS TEXT) AS "value_within_due_day",
    "t1"."ref" AS "refs_arises_from_duty",
    "t1"."ref" AS "refs_found_untrue",
    "t1"."ref" AS "refs_clarified"
  FROM (
    SELECT
      "t0"."harm_id",
      "t0"."person_id",
      "t0"."kind",
      "t0"."arises_from_duty",
      "t0"."recognised",
      "t0"."day",
      "t0"."filed",
      "t0"."decided",
      "t0"."clarified",
      "t0"."ref",
      "t0"."unit_id",
      "t0"."is_medical",
      CASE WHEN "t0"."decided" IS NULL THEN TRUE ELSE "t0"."recognised" END AS "untrue"
    FROM "run"."incident" AS "t0"
    WHERE
      "t0"."kind" = 'rumour'
      AND "t0"."arises_from_duty"
      AND COALESCE(CASE WHEN "t0"."decided" IS NULL THEN TRUE ELSE "t0"."recognised" END, TRUE)
  ) AS "t1"
) AS "t2"
