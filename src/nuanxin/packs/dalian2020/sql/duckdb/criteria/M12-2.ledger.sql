WITH "t22" AS (
  SELECT
    "t21"."person_id",
    "t21"."unit_id",
    "t21"."start",
    "t21"."last_day",
    "t21"."is_open",
    "t21"."next_start",
    "t21"."opened",
    CONCAT_WS(
      '|',
      COALESCE('M12-2', ''),
      COALESCE('person', ''),
      COALESCE("t21"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t21"."start" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M12-2' AS "provision",
    CAST(12 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t21"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t21"."start" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST(CASE WHEN "t21"."is_open" THEN NULL ELSE "t21"."last_day" END AS INT) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t21"."opened" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t21"."start" + PARAM('families.ledger_within') AS INT) AS "due_on",
    "t21"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t21"."opened" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= (
          "t21"."start" + PARAM('families.ledger_within')
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    (
      (
        "t21"."last_day" - "t21"."start"
      ) + 1
    ) > 0 AS "holds_at_the_front",
    "t21"."opened" IS NOT NULL AS "holds_ledger_opened",
    AS_OF() <= (
      "t21"."start" + PARAM('families.ledger_within')
    ) AS "holds_within_due_day",
    CAST((
      "t21"."last_day" - "t21"."start"
    ) + 1 AS TEXT) AS "value_at_the_front",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t21"."opened" AS INT) AS TEXT) AS "value_ledger_opened",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t21"."start" + PARAM('families.ledger_within') AS INT) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t20".*
      EXCLUDE ("person_id_right", "start_right")
    FROM (
      SELECT
        "t3"."person_id",
        "t3"."unit_id",
        "t3"."start",
        "t3"."last_day",
        "t3"."is_open",
        "t3"."next_start",
        "t19"."person_id" AS "person_id_right",
        "t19"."start" AS "start_right",
        "t19"."opened"
      FROM "run"."family_period" AS "t3"
      LEFT OUTER JOIN (
        SELECT
          "t17"."person_id",
          "t17"."start",
          MIN("t17"."day") AS "opened"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t12"."person_id",
              "t12"."day",
              "t12"."named",
              "t12"."amount",
              "t5"."start",
              "t5"."next_start"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t7"."subject_id" AS "person_id",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t7"."on_date") AS "day",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t7"."period_start") AS "named",
                  "t7"."quantity" AS "amount"
                FROM (
                  SELECT
                    *
                  FROM "facts"."deliveries" AS "t2"
                  WHERE
                    IN_SCOPE("t2"."subject_id")
                ) AS "t7"
                WHERE
                  "t7"."provision" = 'M12-2'
              ) AS "t8"
              WHERE
                "t8"."day" <= AS_OF()
            ) AS "t12"
            INNER JOIN (
              SELECT
                "t0"."person_id",
                "t0"."start",
                "t0"."next_start"
              FROM "run"."family_period" AS "t0"
            ) AS "t5"
              ON "t12"."person_id" = "t5"."person_id"
          ) AS "t16"
          WHERE
            "t16"."day" >= "t16"."start"
            AND (
              (
                "t16"."next_start" IS NULL
              ) OR (
                "t16"."day" < "t16"."next_start"
              )
            )
            AND (
              (
                "t16"."named" IS NULL
              ) OR (
                "t16"."named" = "t16"."start"
              )
            )
        ) AS "t17"
        GROUP BY
          1,
          2
      ) AS "t19"
        ON "t3"."person_id" = "t19"."person_id" AND "t3"."start" = "t19"."start"
    ) AS "t20"
  ) AS "t21"
)
SELECT
  *
FROM (
  SELECT
    "t23"."obligation_id",
    'within_due_day' AS "criterion",
    "t23"."holds_within_due_day" AS "holds",
    "t23"."value_within_due_day" AS "value",
    '' AS "fact_refs"
  FROM "t22" AS "t23"
) AS "t25"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t28"."obligation_id",
      "t28"."criterion",
      "t28"."holds",
      "t28"."value",
      COALESCE("t36"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t23"."obligation_id",
        'at_the_front' AS "criterion",
        "t23"."holds_at_the_front" AS "holds",
        "t23"."value_at_the_front" AS "value"
      FROM "t22" AS "t23"
    ) AS "t28"
    LEFT OUTER JOIN (
      SELECT
        "t32"."obligation_id",
        LISTAGG("t32"."ref", ';' ORDER BY "t32"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t24"."obligation_id",
            "t14"."ref"
          FROM "t22" AS "t24"
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
              FROM "facts"."spells" AS "t1"
              WHERE
                IN_SCOPE("t1"."person_id")
            ) AS "t6"
          ) AS "t14"
            ON "t24"."person_id" = "t14"."person_id"
            AND "t14"."start" >= "t24"."start"
            AND "t14"."start" <= "t24"."last_day"
        ) AS "t30"
      ) AS "t32"
      GROUP BY
        1
    ) AS "t36"
      ON "t28"."obligation_id" = "t36"."obligation_id"
  ) AS "t38"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t29"."obligation_id",
      "t29"."criterion",
      "t29"."holds",
      "t29"."value",
      COALESCE("t37"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t23"."obligation_id",
        'ledger_opened' AS "criterion",
        "t23"."holds_ledger_opened" AS "holds",
        "t23"."value_ledger_opened" AS "value"
      FROM "t22" AS "t23"
    ) AS "t29"
    LEFT OUTER JOIN (
      SELECT
        "t33"."obligation_id",
        LISTAGG("t33"."ref", ';' ORDER BY "t33"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t24"."obligation_id",
            "t15"."ref"
          FROM "t22" AS "t24"
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
                "t2"."provision" = 'M12-2'
            ) AS "t9"
            WHERE
              "t9"."day" <= AS_OF()
          ) AS "t15"
            ON "t24"."person_id" = "t15"."subject_id" AND "t15"."day" = "t24"."opened"
        ) AS "t31"
      ) AS "t33"
      GROUP BY
        1
    ) AS "t37"
      ON "t29"."obligation_id" = "t37"."obligation_id"
  ) AS "t39"
) AS "t40"
