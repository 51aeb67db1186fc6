SELECT
  "t10"."obligation_id",
  'heard_on_channels' AS "criterion",
  "t10"."holds_heard_on_channels" AS "holds",
  "t10"."value_heard_on_channels" AS "value",
  COALESCE("t10"."refs_heard_on_channels", '') AS "fact_refs"
FROM (
  SELECT
    "t9"."finding_id",
    "t9"."person_id",
    "t9"."level",
    "t9"."decided_on",
    "t9"."expires_on",
    "t9"."decided",
    "t9"."channels",
    "t9"."ref",
    "t9"."unit_id",
    CONCAT_WS(
      '|',
      COALESCE('M02-1', ''),
      COALESCE('person', ''),
      COALESCE("t9"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t9"."decided" AS INT) AS TEXT), ''),
      COALESCE("t9"."finding_id", '')
    ) AS "obligation_id",
    'M02-1' AS "provision",
    CAST(2 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t9"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t9"."decided" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t9"."decided" AS INT) AS "period_end",
    CAST(PARAM('merit.channels_min') AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST("t9"."channels" AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t9"."unit_id" AS "owner_unit_id",
    'breached' AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t9"."channels" >= PARAM('merit.channels_min') AS "holds_heard_on_channels",
    CAST("t9"."channels" AS TEXT) AS "value_heard_on_channels",
    "t9"."ref" AS "refs_heard_on_channels"
  FROM (
    SELECT
      "t8"."finding_id",
      "t8"."person_id",
      "t8"."level",
      "t8"."decided_on",
      "t8"."expires_on",
      "t8"."decided",
      "t8"."channels",
      "t8"."ref",
      "t3"."unit_id"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t5"."finding_id",
          "t5"."person_id",
          "t5"."level",
          "t5"."decided_on",
          "t5"."expires_on",
          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t5"."decided_on") AS "decided",
          CAST(ARRAY_CONTAINS("t5"."channels", 'phone') AS BIGINT) + CAST(ARRAY_CONTAINS("t5"."channels", 'network') AS BIGINT) + CAST(ARRAY_CONTAINS("t5"."channels", 'leader') AS BIGINT) + CAST(ARRAY_CONTAINS("t5"."channels", 'meeting') AS BIGINT) + CAST(ARRAY_CONTAINS("t5"."channels", 'assessment') AS BIGINT) AS "channels",
          'findings:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t5"."finding_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM "facts"."findings" AS "t1"
            WHERE
              IN_SCOPE("t1"."person_id")
          ) AS "t4"
          WHERE
            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."decided_on") <= AS_OF()
        ) AS "t5"
      ) AS "t6"
      WHERE
        "t6"."channels" < PARAM('merit.channels_min')
    ) AS "t8"
    INNER JOIN (
      SELECT
        "t0"."person_id",
        "t0"."unit_id"
      FROM "facts"."people" AS "t0"
    ) AS "t3"
      ON "t8"."person_id" = "t3"."person_id"
  ) AS "t9"
) AS "t10"
