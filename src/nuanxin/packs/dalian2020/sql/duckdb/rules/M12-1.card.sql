SELECT
  "t16"."obligation_id",
  "t16"."provision",
  "t16"."measure",
  "t16"."modality",
  "t16"."subject_kind",
  "t16"."subject_id",
  "t16"."period_start",
  "t16"."period_end",
  "t16"."quantity",
  "t16"."quantity_unit",
  "t16"."quantity_met",
  "t16"."due_on",
  "t16"."owner_unit_id",
  "t16"."state",
  "t16"."missing",
  "t16"."as_of"
FROM (
  SELECT
    "t15"."person_id",
    "t15"."unit_id",
    "t15"."start",
    "t15"."last_day",
    "t15"."is_open",
    "t15"."next_start",
    "t15"."items",
    "t15"."without_items",
    CONCAT_WS(
      '|',
      COALESCE('M12-1', ''),
      COALESCE('person', ''),
      COALESCE("t15"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t15"."start" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M12-1' AS "provision",
    CAST(12 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t15"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t15"."start" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST(CASE WHEN "t15"."is_open" THEN NULL ELSE "t15"."last_day" END AS INT) AS "period_end",
    CAST(PARAM('families.need_items') AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    LEAST("t15"."items", PARAM('families.need_items')) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t15"."start" + PARAM('families.card_within') AS INT) AS "due_on",
    "t15"."unit_id" AS "owner_unit_id",
    CASE
      WHEN NOT (
        "t15"."items" >= PARAM('families.need_items')
      )
      AND (
        COALESCE("t15"."without_items", 0) > 0
      )
      THEN 'unknown'
      ELSE CASE
        WHEN "t15"."items" >= PARAM('families.need_items')
        THEN 'met'
        WHEN NOT (
          AS_OF() <= (
            "t15"."start" + PARAM('families.card_within')
          )
        )
        THEN 'overdue'
        ELSE 'owed'
      END
    END AS "state",
    CASE
      WHEN NOT (
        "t15"."items" >= PARAM('families.need_items')
      )
      AND (
        COALESCE("t15"."without_items", 0) > 0
      )
      THEN 'quantity'
      ELSE CAST(NULL AS TEXT)
    END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    (
      (
        "t15"."last_day" - "t15"."start"
      ) + 1
    ) > 0 AS "holds_at_the_front",
    "t15"."items" >= PARAM('families.need_items') AS "holds_card_complete",
    AS_OF() <= (
      "t15"."start" + PARAM('families.card_within')
    ) AS "holds_within_due_day",
    CAST((
      "t15"."last_day" - "t15"."start"
    ) + 1 AS TEXT) AS "value_at_the_front",
    CAST("t15"."items" AS TEXT) AS "value_card_complete",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t15"."start" + PARAM('families.card_within') AS INT) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t14"."person_id",
      "t14"."unit_id",
      "t14"."start",
      "t14"."last_day",
      "t14"."is_open",
      "t14"."next_start",
      CAST(COALESCE("t14"."items", 0) AS DECIMAL(18, 4)) AS "items",
      "t14"."without_items"
    FROM (
      SELECT
        "t13".*
        EXCLUDE ("person_id_right", "start_right")
      FROM (
        SELECT
          "t2"."person_id",
          "t2"."unit_id",
          "t2"."start",
          "t2"."last_day",
          "t2"."is_open",
          "t2"."next_start",
          "t12"."person_id" AS "person_id_right",
          "t12"."start" AS "start_right",
          "t12"."items",
          "t12"."without_items"
        FROM "run"."family_period" AS "t2"
        LEFT OUTER JOIN (
          SELECT
            "t10"."person_id",
            "t10"."start",
            MAX("t10"."amount") AS "items",
            SUM(CAST("t10"."amount" IS NULL AS INT)) AS "without_items"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t8"."person_id",
                "t8"."day",
                "t8"."named",
                "t8"."amount",
                "t4"."start",
                "t4"."next_start"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t5"."subject_id" AS "person_id",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t5"."on_date") AS "day",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t5"."period_start") AS "named",
                    "t5"."quantity" AS "amount"
                  FROM (
                    SELECT
                      *
                    FROM "facts"."deliveries" AS "t1"
                    WHERE
                      IN_SCOPE("t1"."subject_id")
                  ) AS "t5"
                  WHERE
                    "t5"."provision" = 'M12-1'
                ) AS "t6"
                WHERE
                  "t6"."day" <= AS_OF()
              ) AS "t8"
              INNER JOIN (
                SELECT
                  "t0"."person_id",
                  "t0"."start",
                  "t0"."next_start"
                FROM "run"."family_period" AS "t0"
              ) AS "t4"
                ON "t8"."person_id" = "t4"."person_id"
            ) AS "t9"
            WHERE
              "t9"."day" >= "t9"."start"
              AND (
                (
                  "t9"."next_start" IS NULL
                ) OR (
                  "t9"."day" < "t9"."next_start"
                )
              )
              AND (
                (
                  "t9"."named" IS NULL
                ) OR (
                  "t9"."named" = "t9"."start"
                )
              )
          ) AS "t10"
          GROUP BY
            1,
            2
        ) AS "t12"
          ON "t2"."person_id" = "t12"."person_id" AND "t2"."start" = "t12"."start"
      ) AS "t13"
    ) AS "t14"
  ) AS "t15"
) AS "t16"
