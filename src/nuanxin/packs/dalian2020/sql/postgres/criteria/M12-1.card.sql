WITH "t26" AS (
  SELECT
    "t25"."person_id",
    "t25"."unit_id",
    "t25"."start",
    "t25"."last_day",
    "t25"."is_open",
    "t25"."next_start",
    "t25"."items",
    "t25"."without_items",
    CONCAT_WS(
      '|',
      COALESCE('M12-1', ''),
      COALESCE('person', ''),
      COALESCE("t25"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t25"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M12-1' AS "provision",
    CAST(12 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t25"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t25"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST(CASE WHEN "t25"."is_open" THEN NULL ELSE "t25"."last_day" END AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(PARAM('families.need_items') AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    LEAST("t25"."items", PARAM('families.need_items')) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t25"."start" + PARAM('families.card_within') AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "due_on",
    "t25"."unit_id" AS "owner_unit_id",
    CASE
      WHEN NOT (
        "t25"."items" >= PARAM('families.need_items')
      )
      AND (
        COALESCE("t25"."without_items", 0) > 0
      )
      THEN 'unknown'
      ELSE CASE
        WHEN "t25"."items" >= PARAM('families.need_items')
        THEN 'met'
        WHEN NOT (
          AS_OF() <= (
            "t25"."start" + PARAM('families.card_within')
          )
        )
        THEN 'overdue'
        ELSE 'owed'
      END
    END AS "state",
    CASE
      WHEN NOT (
        "t25"."items" >= PARAM('families.need_items')
      )
      AND (
        COALESCE("t25"."without_items", 0) > 0
      )
      THEN 'quantity'
      ELSE CAST(NULL AS VARCHAR)
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    (
      (
        "t25"."last_day" - "t25"."start"
      ) + 1
    ) > 0 AS "holds_at_the_front",
    "t25"."items" >= PARAM('families.need_items') AS "holds_card_complete",
    AS_OF() <= (
      "t25"."start" + PARAM('families.card_within')
    ) AS "holds_within_due_day",
    CAST((
      "t25"."last_day" - "t25"."start"
    ) + 1 AS VARCHAR) AS "value_at_the_front",
    CAST("t25"."items" AS VARCHAR) AS "value_card_complete",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t25"."start" + PARAM('families.card_within') AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_within_due_day"
  FROM (
    SELECT
      "t24"."person_id",
      "t24"."unit_id",
      "t24"."start",
      "t24"."last_day",
      "t24"."is_open",
      "t24"."next_start",
      CAST(COALESCE("t24"."items", 0) AS DECIMAL(18, 4)) AS "items",
      "t24"."without_items"
    FROM (
      SELECT
        "t23"."person_id",
        "t23"."unit_id",
        "t23"."start",
        "t23"."last_day",
        "t23"."is_open",
        "t23"."next_start",
        "t23"."items",
        "t23"."without_items"
      FROM (
        SELECT
          "t4"."person_id",
          "t4"."unit_id",
          "t4"."start",
          "t4"."last_day",
          "t4"."is_open",
          "t4"."next_start",
          "t22"."person_id" AS "person_id_right",
          "t22"."start" AS "start_right",
          "t22"."items",
          "t22"."without_items"
        FROM "run"."family_period" AS "t4"
        LEFT OUTER JOIN (
          SELECT
            "t20"."person_id",
            "t20"."start",
            MAX("t20"."amount") AS "items",
            CAST(SUM(CAST(CAST("t20"."amount" IS NULL AS INT) AS BIGINT)) AS BIGINT) AS "without_items"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t18"."person_id",
                "t18"."day",
                "t18"."named",
                "t18"."amount",
                "t9"."start",
                "t9"."next_start"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t11"."subject_id" AS "person_id",
                    CAST((
                      "t11"."on_date" - MAKE_DATE(1970, 1, 1)
                    ) AS BIGINT) AS "day",
                    CAST((
                      "t11"."period_start" - MAKE_DATE(1970, 1, 1)
                    ) AS BIGINT) AS "named",
                    "t11"."quantity" AS "amount"
                  FROM (
                    SELECT
                      "t6"."delivery_id",
                      "t6"."provision",
                      "t6"."subject_id",
                      "t6"."on_date",
                      "t6"."quantity",
                      "t6"."counterpart_id",
                      "t6"."period_start"
                    FROM "facts"."deliveries" AS "t6"
                    WHERE
                      EXISTS(
                        SELECT
                          1
                        FROM "run"."scope" AS "t7"
                        WHERE
                          "t6"."subject_id" = "t7"."person_id"
                      )
                  ) AS "t11"
                  WHERE
                    "t11"."provision" = 'M12-1'
                ) AS "t15"
                WHERE
                  "t15"."day" <= AS_OF()
              ) AS "t18"
              INNER JOIN (
                SELECT
                  "t0"."person_id",
                  "t0"."start",
                  "t0"."next_start"
                FROM "run"."family_period" AS "t0"
              ) AS "t9"
                ON "t18"."person_id" = "t9"."person_id"
            ) AS "t19"
            WHERE
              "t19"."day" >= "t19"."start"
              AND (
                (
                  "t19"."next_start" IS NULL
                ) OR (
                  "t19"."day" < "t19"."next_start"
                )
              )
              AND (
                (
                  "t19"."named" IS NULL
                ) OR (
                  "t19"."named" = "t19"."start"
                )
              )
          ) AS "t20"
          GROUP BY
            1,
            2
        ) AS "t22"
          ON "t4"."person_id" = "t22"."person_id" AND "t4"."start" = "t22"."start"
      ) AS "t23"
    ) AS "t24"
  ) AS "t25"
)
SELECT
  *
FROM (
  SELECT
    "t27"."obligation_id",
    'within_due_day' AS "criterion",
    "t27"."holds_within_due_day" AS "holds",
    "t27"."value_within_due_day" AS "value",
    '' AS "fact_refs"
  FROM "t26" AS "t27"
) AS "t29"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t32"."obligation_id",
      "t32"."criterion",
      "t32"."holds",
      "t32"."value",
      COALESCE("t39"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t27"."obligation_id",
        'at_the_front' AS "criterion",
        "t27"."holds_at_the_front" AS "holds",
        "t27"."value_at_the_front" AS "value"
      FROM "t26" AS "t27"
    ) AS "t32"
    LEFT OUTER JOIN (
      SELECT
        "t36"."obligation_id",
        STRING_AGG("t36"."ref", ';' ORDER BY "t36"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t28"."obligation_id",
            "t13"."ref"
          FROM "t26" AS "t28"
          INNER JOIN (
            SELECT
              "t5"."person_id",
              "t5"."arranged_by",
              CAST((
                "t5"."start_date" - MAKE_DATE(1970, 1, 1)
              ) AS BIGINT) AS "start",
              COALESCE(CAST((
                "t5"."end_date" - MAKE_DATE(1970, 1, 1)
              ) AS BIGINT), AS_OF()) AS "last_day",
              'spells:' || CONCAT_WS('/', COALESCE("t5"."spell_id", '')) AS "ref"
            FROM "facts"."spells" AS "t5"
            WHERE
              EXISTS(
                SELECT
                  1
                FROM "run"."scope" AS "t7"
                WHERE
                  "t5"."person_id" = "t7"."person_id"
              )
          ) AS "t13"
            ON "t28"."person_id" = "t13"."person_id"
            AND "t13"."start" >= "t28"."start"
            AND "t13"."start" <= "t28"."last_day"
        ) AS "t34"
      ) AS "t36"
      GROUP BY
        1
    ) AS "t39"
      ON "t32"."obligation_id" = "t39"."obligation_id"
  ) AS "t42"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t33"."obligation_id",
      "t33"."criterion",
      "t33"."holds",
      "t33"."value",
      COALESCE("t41"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t27"."obligation_id",
        'card_complete' AS "criterion",
        "t27"."holds_card_complete" AS "holds",
        "t27"."value_card_complete" AS "value"
      FROM "t26" AS "t27"
    ) AS "t33"
    LEFT OUTER JOIN (
      SELECT
        "t37"."obligation_id",
        STRING_AGG("t37"."ref", ';' ORDER BY "t37"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t28"."obligation_id",
            "t16"."ref"
          FROM "t26" AS "t28"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t2"."subject_id",
                "t2"."counterpart_id",
                CAST((
                  "t2"."on_date" - MAKE_DATE(1970, 1, 1)
                ) AS BIGINT) AS "day",
                'deliveries:' || CONCAT_WS('/', COALESCE("t2"."delivery_id", '')) AS "ref"
              FROM "facts"."deliveries" AS "t2"
              WHERE
                "t2"."provision" = 'M12-1'
            ) AS "t10"
            WHERE
              "t10"."day" <= AS_OF()
          ) AS "t16"
            ON "t28"."person_id" = "t16"."subject_id"
            AND "t16"."day" >= "t28"."start"
            AND (
              (
                "t28"."next_start" IS NULL
              ) OR (
                "t16"."day" < "t28"."next_start"
              )
            )
        ) AS "t35"
      ) AS "t37"
      GROUP BY
        1
    ) AS "t41"
      ON "t33"."obligation_id" = "t41"."obligation_id"
  ) AS "t43"
) AS "t44"
