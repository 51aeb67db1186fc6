WITH "t11" AS (
  SELECT
    "t8"."person_id",
    "t8"."unit_id",
    "t8"."start",
    "t8"."last_day",
    "t8"."is_open",
    "t8"."next_start",
    "t8"."contact",
    "t8"."named_on",
    "t8"."ref",
    "t8"."place",
    CONCAT_WS(
      '|',
      COALESCE('M12-5', ''),
      COALESCE('person', ''),
      COALESCE("t8"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t8"."start" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M12-5' AS "provision",
    CAST(12 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t8"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t8"."start" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST(CASE WHEN "t8"."is_open" THEN NULL ELSE "t8"."last_day" END AS INT) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE
      WHEN (
        "t8"."contact" IS NOT NULL
      )
      AND NOT (
        (
          "t8"."contact" IS NOT NULL
        )
        AND "t8"."is_open"
        AND (
          "t8"."place" > PARAM('families.per_contact_max')
        )
      )
      THEN 1
      ELSE 0
    END AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t8"."start" + PARAM('families.contact_within') AS INT) AS "due_on",
    "t8"."unit_id" AS "owner_unit_id",
    CASE
      WHEN NOT (
        NOT (
          (
            "t8"."contact" IS NOT NULL
          )
          AND "t8"."is_open"
          AND (
            "t8"."place" > PARAM('families.per_contact_max')
          )
        )
      )
      THEN 'breached'
      WHEN "t8"."contact" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= (
          "t8"."start" + PARAM('families.contact_within')
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    (
      (
        "t8"."last_day" - "t8"."start"
      ) + 1
    ) > 0 AS "holds_sent_elsewhere",
    "t8"."contact" IS NOT NULL AS "holds_contact_named",
    NOT (
      (
        "t8"."contact" IS NOT NULL
      )
      AND "t8"."is_open"
      AND (
        "t8"."place" > PARAM('families.per_contact_max')
      )
    ) AS "holds_contact_has_few_families",
    AS_OF() <= (
      "t8"."start" + PARAM('families.contact_within')
    ) AS "holds_within_due_day",
    CAST((
      "t8"."last_day" - "t8"."start"
    ) + 1 AS TEXT) AS "value_sent_elsewhere",
    "t8"."contact" AS "value_contact_named",
    CAST(CASE
      WHEN (
        "t8"."contact" IS NOT NULL
      ) AND "t8"."is_open"
      THEN "t8"."place"
      ELSE NULL
    END AS TEXT) AS "value_contact_has_few_families",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t8"."start" + PARAM('families.contact_within') AS INT) AS TEXT) AS "value_within_due_day",
    "t8"."ref" AS "refs_contact_named"
  FROM (
    SELECT
      "t3"."person_id",
      "t3"."unit_id",
      "t3"."start",
      "t3"."last_day",
      "t3"."is_open",
      "t3"."next_start",
      "t3"."contact",
      "t3"."named_on",
      "t3"."ref",
      "t3"."place"
    FROM "run"."paired_family" AS "t3"
    SEMI JOIN "run"."scope" AS "t4"
      ON "t3"."person_id" = "t4"."person_id"
  ) AS "t8"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t18"."obligation_id",
      "t18"."criterion",
      "t18"."holds",
      "t18"."value",
      COALESCE("t26"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t12"."obligation_id",
        'sent_elsewhere' AS "criterion",
        "t12"."holds_sent_elsewhere" AS "holds",
        "t12"."value_sent_elsewhere" AS "value"
      FROM "t11" AS "t12"
    ) AS "t18"
    LEFT OUTER JOIN (
      SELECT
        "t22"."obligation_id",
        LISTAGG("t22"."ref", ';' ORDER BY "t22"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t13"."obligation_id",
            "t10"."ref"
          FROM "t11" AS "t13"
          INNER JOIN (
            SELECT
              "t6"."person_id",
              "t6"."arranged_by",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t6"."start_date") AS "start",
              COALESCE(DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t6"."end_date"), AS_OF()) AS "last_day",
              'spells:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t6"."spell_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
            FROM (
              SELECT
                *
              FROM "facts"."spells" AS "t2"
              WHERE
                IN_SCOPE("t2"."person_id")
            ) AS "t6"
          ) AS "t10"
            ON "t13"."person_id" = "t10"."person_id"
            AND "t10"."start" >= "t13"."start"
            AND "t10"."start" <= "t13"."last_day"
        ) AS "t20"
      ) AS "t22"
      GROUP BY
        1
    ) AS "t26"
      ON "t18"."obligation_id" = "t26"."obligation_id"
  ) AS "t28"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t12"."obligation_id",
      'contact_named' AS "criterion",
      "t12"."holds_contact_named" AS "holds",
      "t12"."value_contact_named" AS "value",
      COALESCE("t12"."refs_contact_named", '') AS "fact_refs"
    FROM "t11" AS "t12"
  ) AS "t17"
) AS "t30"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t19"."obligation_id",
      "t19"."criterion",
      "t19"."holds",
      "t19"."value",
      COALESCE("t27"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t12"."obligation_id",
        'contact_has_few_families' AS "criterion",
        "t12"."holds_contact_has_few_families" AS "holds",
        "t12"."value_contact_has_few_families" AS "value"
      FROM "t11" AS "t12"
    ) AS "t19"
    LEFT OUTER JOIN (
      SELECT
        "t23"."obligation_id",
        LISTAGG("t23"."ref", ';' ORDER BY "t23"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t13"."obligation_id",
            "t7"."ref"
          FROM "t11" AS "t13"
          INNER JOIN (
            SELECT
              "t0"."contact",
              "t0"."place",
              "t0"."ref"
            FROM "run"."paired_family" AS "t0"
            WHERE
              "t0"."is_open" AND "t0"."contact" IS NOT NULL
          ) AS "t7"
            ON "t13"."contact" = "t7"."contact" AND "t7"."place" <= "t13"."place"
        ) AS "t21"
      ) AS "t23"
      GROUP BY
        1
    ) AS "t27"
      ON "t19"."obligation_id" = "t27"."obligation_id"
  ) AS "t29"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t12"."obligation_id",
      'within_due_day' AS "criterion",
      "t12"."holds_within_due_day" AS "holds",
      "t12"."value_within_due_day" AS "value",
      '' AS "fact_refs"
    FROM "t11" AS "t12"
  ) AS "t14"
) AS "t31"
