SELECT
  "t5"."obligation_id",
  "t5"."provision",
  "t5"."measure",
  "t5"."modality",
  "t5"."subject_kind",
  "t5"."subject_id",
  "t5"."period_start",
  "t5"."period_end",
  "t5"."quantity",
  "t5"."quantity_unit",
  "t5"."quantity_met",
  "t5"."due_on",
  "t5"."owner_unit_id",
  "t5"."state",
  "t5"."missing",
  "t5"."as_of"
FROM (
  SELECT
    "t4"."person_id",
    "t4"."unit_id",
    "t4"."start",
    "t4"."last_day",
    "t4"."is_open",
    "t4"."next_start",
    "t4"."contact",
    "t4"."named_on",
    "t4"."ref",
    "t4"."place",
    CONCAT_WS(
      '|',
      COALESCE('M12-5', ''),
      COALESCE('person', ''),
      COALESCE("t4"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t4"."start" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M12-5' AS "provision",
    CAST(12 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t4"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t4"."start" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST(CASE WHEN "t4"."is_open" THEN NULL ELSE "t4"."last_day" END AS INT) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE
      WHEN (
        "t4"."contact" IS NOT NULL
      )
      AND NOT (
        (
          "t4"."contact" IS NOT NULL
        )
        AND "t4"."is_open"
        AND (
          "t4"."place" > PARAM('families.per_contact_max')
        )
      )
      THEN 1
      ELSE 0
    END AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t4"."start" + PARAM('families.contact_within') AS INT) AS "due_on",
    "t4"."unit_id" AS "owner_unit_id",
    CASE
      WHEN NOT (
        NOT (
          (
            "t4"."contact" IS NOT NULL
          )
          AND "t4"."is_open"
          AND (
            "t4"."place" > PARAM('families.per_contact_max')
          )
        )
      )
      THEN 'breached'
      WHEN "t4"."contact" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= (
          "t4"."start" + PARAM('families.contact_within')
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    (
      (
        "t4"."last_day" - "t4"."start"
      ) + 1
    ) > 0 AS "holds_sent_elsewhere",
    "t4"."contact" IS NOT NULL AS "holds_contact_named",
    NOT (
      (
        "t4"."contact" IS NOT NULL
      )
      AND "t4"."is_open"
      AND (
        "t4"."place" > PARAM('families.per_contact_max')
      )
    ) AS "holds_contact_has_few_families",
    AS_OF() <= (
      "t4"."start" + PARAM('families.contact_within')
    ) AS "holds_within_due_day",
    CAST((
      "t4"."last_day" - "t4"."start"
    ) + 1 AS TEXT) AS "value_sent_elsewhere",
    "t4"."contact" AS "value_contact_named",
    CAST(CASE
      WHEN (
        "t4"."contact" IS NOT NULL
      ) AND "t4"."is_open"
      THEN "t4"."place"
      ELSE NULL
    END AS TEXT) AS "value_contact_has_few_families",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t4"."start" + PARAM('families.contact_within') AS INT) AS TEXT) AS "value_within_due_day",
    "t4"."ref" AS "refs_contact_named"
  FROM (
    SELECT
      "t2"."person_id",
      "t2"."unit_id",
      "t2"."start",
      "t2"."last_day",
      "t2"."is_open",
      "t2"."next_start",
      "t2"."contact",
      "t2"."named_on",
      "t2"."ref",
      "t2"."place"
    FROM "run"."paired_family" AS "t2"
    SEMI JOIN "run"."scope" AS "t3"
      ON "t2"."person_id" = "t3"."person_id"
  ) AS "t4"
) AS "t5"
