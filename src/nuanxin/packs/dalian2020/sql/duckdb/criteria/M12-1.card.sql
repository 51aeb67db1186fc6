WITH "t23" AS (
  SELECT
    "t22"."person_id",
    "t22"."unit_id",
    "t22"."start",
    "t22"."last_day",
    "t22"."is_open",
    "t22"."next_start",
    "t22"."items",
    "t22"."without_items",
    CONCAT_WS(
      '|',
      COALESCE('M12-1', ''),
      COALESCE('person', ''),
      COALESCE("t22"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t22"."start" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M12-1' AS "provision",
    CAST(12 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t22"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t22"."start" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST(CASE WHEN "t22"."is_open" THEN NULL ELSE "t22"."last_day" END AS INT) AS "period_end",
    CAST(PARAM('families.need_items') AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    LEAST("t22"."items", PARAM('families.need_items')) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t22"."start" + PARAM('families.card_within') AS INT) AS "due_on",
    "t22"."unit_id" AS "owner_unit_id",
    CASE
      WHEN NOT (
        "t22"."items" >= PARAM('families.need_items')
      )
      AND (
        COALESCE("t22"."without_items", 0) > 0
      )
      THEN 'unknown'
      ELSE CASE
        WHEN "t22"."items" >= PARAM('families.need_items')
        THEN 'met'
        WHEN NOT (
          AS_OF() <= (
            "t22"."start" + PARAM('families.card_within')
          )
        )
        THEN 'overdue'
        ELSE 'owed'
      END
    END AS "state",
    CASE
      WHEN NOT (
        "t22"."items" >= PARAM('families.need_items')
      )
      AND (
        COALESCE("t22"."without_items", 0) > 0
      )
      THEN 'quantity'
      ELSE CAST(NULL AS TEXT)
    END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    (
      (
        "t22"."last_day" - "t22"."start"
      ) + 1
    ) > 0 AS "holds_at_the_front",
    "t22"."items" >= PARAM('families.need_items') AS "holds_card_complete",
    AS_OF() <= (
      "t22"."start" + PARAM('families.card_within')
    ) AS "holds_within_due_day",
    CAST((
      "t22"."last_day" - "t22"."start"
    ) + 1 AS TEXT) AS "value_at_the_front",
    CAST("t22"."items" AS TEXT) AS "value_card_complete",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t22"."start" + PARAM('families.card_within') AS INT) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t21"."person_id",
      "t21"."unit_id",
      "t21"."start",
      "t21"."last_day",
      "t21"."is_open",
      "t21"."next_start",
      CAST(COALESCE("t21"."items", 0) AS DECIMAL(18, 4)) AS "items",
      "t21"."without_items"
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
          "t19"."items",
          "t19"."without_items"
        FROM "run"."family_period" AS "t3"
        LEFT OUTER JOIN (
          SELECT
            "t17"."person_id",
            "t17"."start",
            MAX("t17"."amount") AS "items",
            SUM(CAST("t17"."amount" IS NULL AS INT)) AS "without_items"
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
                    "t7"."provision" = 'M12-1'
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
      "t29"."obligation_id",
      "t29"."criterion",
      "t29"."holds",
      "t29"."value",
      COALESCE("t36"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t24"."obligation_id",
        'at_the_front' AS "criterion",
        "t24"."holds_at_the_front" AS "holds",
        "t24"."value_at_the_front" AS "value"
      FROM "t23" AS "t24"
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
            "t25"."obligation_id",
            "t14"."ref"
          FROM "t23" AS "t25"
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
            ON "t25"."person_id" = "t14"."person_id"
            AND "t14"."start" >= "t25"."start"
            AND "t14"."start" <= "t25"."last_day"
        ) AS "t31"
      ) AS "t33"
      GROUP BY
        1
    ) AS "t36"
      ON "t29"."obligation_id" = "t36"."obligation_id"
  ) AS "t39"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t30"."obligation_id",
      "t30"."criterion",
      "t30"."holds",
      "t30"."value",
      COALESCE("t38"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t24"."obligation_id",
        'card_complete' AS "criterion",
        "t24"."holds_card_complete" AS "holds",
        "t24"."value_card_complete" AS "value"
      FROM "t23" AS "t24"
    ) AS "t30"
    LEFT OUTER JOIN (
      SELECT
        "t34"."obligation_id",
        LISTAGG("t34"."ref", ';' ORDER BY "t34"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t25"."obligation_id",
            "t15"."ref"
          FROM "t23" AS "t25"
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
                "t2"."provision" = 'M12-1'
            ) AS "t9"
            WHERE
              "t9"."day" <= AS_OF()
          ) AS "t15"
            ON "t25"."person_id" = "t15"."subject_id"
            AND "t15"."day" >= "t25"."start"
            AND (
              (
                "t25"."next_start" IS NULL
              ) OR (
                "t15"."day" < "t25"."next_start"
              )
            )
        ) AS "t32"
      ) AS "t34"
      GROUP BY
        1
    ) AS "t38"
      ON "t30"."obligation_id" = "t38"."obligation_id"
  ) AS "t40"
) AS "t41"
