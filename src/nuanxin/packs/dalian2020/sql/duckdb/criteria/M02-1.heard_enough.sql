SELECT
  "t13"."obligation_id",
  'heard_on_channels' AS "criterion",
  "t13"."holds_heard_on_channels" AS "holds",
  "t13"."value_heard_on_channels" AS "value",
  COALESCE("t13"."refs_heard_on_channels", '') AS "fact_refs"
FROM (
  SELECT
    "t12"."finding_id",
    "t12"."person_id",
    "t12"."level",
    "t12"."decided_on",
    "t12"."expires_on",
    "t12"."decided",
    "t12"."channels",
    "t12"."ref",
    "t12"."unit_id",
    CONCAT_WS(
      '|',
      COALESCE('M02-1', ''),
      COALESCE('person', ''),
      COALESCE("t12"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t12"."decided" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      ),
      COALESCE("t12"."finding_id", '')
    ) AS "obligation_id",
    'M02-1' AS "provision",
    CAST(2 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t12"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t12"."decided" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t12"."decided" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(PARAM('merit.channels_min') AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST("t12"."channels" AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t12"."unit_id" AS "owner_unit_id",
    'breached' AS "state",
    CAST(NULL AS TEXT) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t12"."channels" >= PARAM('merit.channels_min') AS "holds_heard_on_channels",
    CAST("t12"."channels" AS TEXT) AS "value_heard_on_channels",
    "t12"."ref" AS "refs_heard_on_channels"
  FROM (
    SELECT
      "t11"."finding_id",
      "t11"."person_id",
      "t11"."level",
      "t11"."decided_on",
      "t11"."expires_on",
      "t11"."decided",
      "t11"."channels",
      "t11"."ref",
      "t6"."unit_id"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t8"."finding_id",
          "t8"."person_id",
          "t8"."level",
          "t8"."decided_on",
          "t8"."expires_on",
          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t8"."decided_on") AS "decided",
          CAST(ARRAY_CONTAINS("t8"."channels", 'phone') AS BIGINT) + CAST(ARRAY_CONTAINS("t8"."channels", 'network') AS BIGINT) + CAST(ARRAY_CONTAINS("t8"."channels", 'leader') AS BIGINT) + CAST(ARRAY_CONTAINS("t8"."channels", 'meeting') AS BIGINT) + CAST(ARRAY_CONTAINS("t8"."channels", 'assessment') AS BIGINT) AS "channels",
          'findings:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t8"."finding_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t3"."finding_id",
              "t3"."person_id",
              "t3"."level",
              "t3"."decided_on",
              "t3"."decided_by",
              "t3"."channels",
              "t3"."expires_on"
            FROM "facts"."findings" AS "t3"
            SEMI JOIN "run"."scope" AS "t4"
              ON "t3"."person_id" = "t4"."person_id"
          ) AS "t7"
          WHERE
            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t7"."decided_on") <= AS_OF()
        ) AS "t8"
      ) AS "t9"
      WHERE
        "t9"."channels" < PARAM('merit.channels_min')
    ) AS "t11"
    INNER JOIN (
      SELECT
        "t0"."person_id",
        "t0"."unit_id"
      FROM "facts"."people" AS "t0"
    ) AS "t6"
      ON "t11"."person_id" = "t6"."person_id"
  ) AS "t12"
) AS "t13"
