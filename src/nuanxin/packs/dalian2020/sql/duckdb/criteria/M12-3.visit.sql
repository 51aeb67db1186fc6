WITH "t5" AS (
  SELECT
    "t0"."person_id",
    "t0"."unit_id",
    "t0"."start",
    "t0"."last_day",
    "t0"."is_open",
    "t0"."next_start",
    "t0"."k",
    "t0"."due",
    "t0"."begin",
    "t0"."named_on",
    "t0"."visited",
    CONCAT_WS(
      '|',
      COALESCE('M12-3', ''),
      COALESCE('person', ''),
      COALESCE("t0"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t0"."begin" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M12-3' AS "provision",
    CAST(12 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t0"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t0"."begin" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t0"."due" AS INT) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t0"."visited" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t0"."due" AS INT) AS "due_on",
    "t0"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t0"."visited" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= "t0"."due"
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    (
      (
        "t0"."last_day" - "t0"."start"
      ) + 1
    ) > 0 AS "holds_at_the_front",
    "t0"."k" >= 0 AS "holds_number_of_visit",
    "t0"."visited" IS NOT NULL AS "holds_visited",
    AS_OF() <= "t0"."due" AS "holds_within_due_day",
    CAST((
      "t0"."last_day" - "t0"."start"
    ) + 1 AS TEXT) AS "value_at_the_front",
    CAST("t0"."k" + 1 AS TEXT) AS "value_number_of_visit",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t0"."visited" AS INT) AS TEXT) AS "value_visited",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t0"."due" AS INT) AS TEXT) AS "value_within_due_day"
  FROM "run"."visit" AS "t0"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t16"."obligation_id",
      "t16"."criterion",
      "t16"."holds",
      "t16"."value",
      COALESCE("t24"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t8"."obligation_id",
        'at_the_front' AS "criterion",
        "t8"."holds_at_the_front" AS "holds",
        "t8"."value_at_the_front" AS "value"
      FROM "t5" AS "t8"
    ) AS "t16"
    LEFT OUTER JOIN (
      SELECT
        "t20"."obligation_id",
        LISTAGG("t20"."ref", ';' ORDER BY "t20"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t11"."obligation_id",
            "t9"."ref"
          FROM "t5" AS "t11"
          INNER JOIN (
            SELECT
              "t3"."person_id",
              "t3"."arranged_by",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."start_date") AS "start",
              COALESCE(DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."end_date"), AS_OF()) AS "last_day",
              'spells:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t3"."spell_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
            FROM (
              SELECT
                *
              FROM "facts"."spells" AS "t1"
              WHERE
                IN_SCOPE("t1"."person_id")
            ) AS "t3"
          ) AS "t9"
            ON "t11"."person_id" = "t9"."person_id"
            AND "t9"."start" >= "t11"."start"
            AND "t9"."start" <= "t11"."last_day"
        ) AS "t18"
      ) AS "t20"
      GROUP BY
        1
    ) AS "t24"
      ON "t16"."obligation_id" = "t24"."obligation_id"
  ) AS "t26"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t8"."obligation_id",
      'number_of_visit' AS "criterion",
      "t8"."holds_number_of_visit" AS "holds",
      "t8"."value_number_of_visit" AS "value",
      '' AS "fact_refs"
    FROM "t5" AS "t8"
  ) AS "t12"
) AS "t28"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t17"."obligation_id",
      "t17"."criterion",
      "t17"."holds",
      "t17"."value",
      COALESCE("t25"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t8"."obligation_id",
        'visited' AS "criterion",
        "t8"."holds_visited" AS "holds",
        "t8"."value_visited" AS "value"
      FROM "t5" AS "t8"
    ) AS "t17"
    LEFT OUTER JOIN (
      SELECT
        "t21"."obligation_id",
        LISTAGG("t21"."ref", ';' ORDER BY "t21"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t11"."obligation_id",
            "t10"."ref"
          FROM "t5" AS "t11"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t2"."subject_id",
                "t2"."counterpart_id",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."on_date") AS "day",
                'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t2"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."deliveries" AS "t2"
              WHERE
                "t2"."provision" = 'M12-3'
            ) AS "t4"
            WHERE
              "t4"."day" <= AS_OF()
          ) AS "t10"
            ON "t11"."person_id" = "t10"."subject_id" AND "t10"."day" = "t11"."visited"
        ) AS "t19"
      ) AS "t21"
      GROUP BY
        1
    ) AS "t25"
      ON "t17"."obligation_id" = "t25"."obligation_id"
  ) AS "t27"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t8"."obligation_id",
      'within_due_day' AS "criterion",
      "t8"."holds_within_due_day" AS "holds",
      "t8"."value_within_due_day" AS "value",
      '' AS "fact_refs"
    FROM "t5" AS "t8"
  ) AS "t13"
) AS "t29"
