SELECT
  "t19"."obligation_id",
  "t19"."provision",
  "t19"."measure",
  "t19"."modality",
  "t19"."subject_kind",
  "t19"."subject_id",
  "t19"."period_start",
  "t19"."period_end",
  "t19"."quantity",
  "t19"."quantity_unit",
  "t19"."quantity_met",
  "t19"."due_on",
  "t19"."owner_unit_id",
  "t19"."state",
  "t19"."missing",
  "t19"."as_of"
FROM (
  SELECT
    "t18"."person_id",
    "t18"."unit_id",
    "t18"."start",
    "t18"."last_day",
    "t18"."is_open",
    "t18"."next_start",
    "t18"."items",
    "t18"."without_items",
    CONCAT_WS(
      '|',
      COALESCE('M12-1', ''),
      COALESCE('person', ''),
      COALESCE("t18"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t18"."start" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      )
    ) AS "obligation_id",
    'M12-1' AS "provision",
    CAST(12 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t18"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t18"."start" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(CASE WHEN "t18"."is_open" THEN NULL ELSE "t18"."last_day" END AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(PARAM('families.need_items') AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    LEAST("t18"."items", PARAM('families.need_items')) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t18"."start" + PARAM('families.card_within') AS INT)) AS TIMESTAMP) AS DATE) AS "due_on",
    "t18"."unit_id" AS "owner_unit_id",
    CASE
      WHEN NOT (
        "t18"."items" >= PARAM('families.need_items')
      )
      AND (
        COALESCE("t18"."without_items", 0) > 0
      )
      THEN 'unknown'
      ELSE CASE
        WHEN "t18"."items" >= PARAM('families.need_items')
        THEN 'met'
        WHEN NOT (
          AS_OF() <= (
            "t18"."start" + PARAM('families.card_within')
          )
        )
        THEN 'overdue'
        ELSE 'owed'
      END
    END AS "state",
    CASE
      WHEN NOT (
        "t18"."items" >= PARAM('families.need_items')
      )
      AND (
        COALESCE("t18"."without_items", 0) > 0
      )
      THEN 'quantity'
      ELSE CAST(NULL AS TEXT)
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    (
      (
        "t18"."last_day" - "t18"."start"
      ) + 1
    ) > 0 AS "holds_at_the_front",
    "t18"."items" >= PARAM('families.need_items') AS "holds_card_complete",
    AS_OF() <= (
      "t18"."start" + PARAM('families.card_within')
    ) AS "holds_within_due_day",
    CAST((
      "t18"."last_day" - "t18"."start"
    ) + 1 AS TEXT) AS "value_at_the_front",
    CAST("t18"."items" AS TEXT) AS "value_card_complete",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t18"."start" + PARAM('families.card_within') AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t17"."person_id",
      "t17"."unit_id",
      "t17"."start",
      "t17"."last_day",
      "t17"."is_open",
      "t17"."next_start",
      CAST(COALESCE("t17"."items", 0) AS DECIMAL(18, 4)) AS "items",
      "t17"."without_items"
    FROM (
      SELECT
        "t16".*
        EXCLUDE ("person_id_right", "start_right")
      FROM (
        SELECT
          "t3"."person_id",
          "t3"."unit_id",
          "t3"."start",
          "t3"."last_day",
          "t3"."is_open",
          "t3"."next_start",
          "t15"."person_id" AS "person_id_right",
          "t15"."start" AS "start_right",
          "t15"."items",
          "t15"."without_items"
        FROM "run"."family_period" AS "t3"
        LEFT OUTER JOIN (
          SELECT
            "t13"."person_id",
            "t13"."start",
            MAX("t13"."amount") AS "items",
            SUM(CAST("t13"."amount" IS NULL AS INT)) AS "without_items"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t11"."person_id",
                "t11"."day",
                "t11"."named",
                "t11"."amount",
                "t7"."start",
                "t7"."next_start"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t8"."subject_id" AS "person_id",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t8"."on_date") AS "day",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t8"."period_start") AS "named",
                    "t8"."quantity" AS "amount"
                  FROM (
                    SELECT
                      "t4"."delivery_id",
                      "t4"."provision",
                      "t4"."subject_id",
                      "t4"."on_date",
                      "t4"."quantity",
                      "t4"."counterpart_id",
                      "t4"."period_start"
                    FROM "facts"."deliveries" AS "t4"
                    SEMI JOIN "run"."scope" AS "t5"
                      ON "t4"."subject_id" = "t5"."person_id"
                  ) AS "t8"
                  WHERE
                    "t8"."provision" = 'M12-1'
                ) AS "t9"
                WHERE
                  "t9"."day" <= AS_OF()
              ) AS "t11"
              INNER JOIN (
                SELECT
                  "t0"."person_id",
                  "t0"."start",
                  "t0"."next_start"
                FROM "run"."family_period" AS "t0"
              ) AS "t7"
                ON "t11"."person_id" = "t7"."person_id"
            ) AS "t12"
            WHERE
              "t12"."day" >= "t12"."start"
              AND (
                (
                  "t12"."next_start" IS NULL
                ) OR (
                  "t12"."day" < "t12"."next_start"
                )
              )
              AND (
                (
                  "t12"."named" IS NULL
                ) OR (
                  "t12"."named" = "t12"."start"
                )
              )
          ) AS "t13"
          GROUP BY
            1,
            2
        ) AS "t15"
          ON "t3"."person_id" = "t15"."person_id" AND "t3"."start" = "t15"."start"
      ) AS "t16"
    ) AS "t17"
  ) AS "t18"
) AS "t19"
