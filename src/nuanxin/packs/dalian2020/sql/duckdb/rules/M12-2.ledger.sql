SELECT
  "t15"."obligation_id",
  "t15"."provision",
  "t15"."measure",
  "t15"."modality",
  "t15"."subject_kind",
  "t15"."subject_id",
  "t15"."period_start",
  "t15"."period_end",
  "t15"."quantity",
  "t15"."quantity_unit",
  "t15"."quantity_met",
  "t15"."due_on",
  "t15"."owner_unit_id",
  "t15"."state",
  "t15"."missing",
  "t15"."as_of"
FROM (
  SELECT
    "t14"."person_id",
    "t14"."unit_id",
    "t14"."start",
    "t14"."last_day",
    "t14"."is_open",
    "t14"."next_start",
    "t14"."opened",
    CONCAT_WS(
      '|',
      COALESCE('M12-2', ''),
      COALESCE('person', ''),
      COALESCE("t14"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t14"."start" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M12-2' AS "provision",
    CAST(12 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t14"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t14"."start" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST(CASE WHEN "t14"."is_open" THEN NULL ELSE "t14"."last_day" END AS INT) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t14"."opened" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t14"."start" + PARAM('families.ledger_within') AS INT) AS "due_on",
    "t14"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t14"."opened" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= (
          "t14"."start" + PARAM('families.ledger_within')
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    (
      (
        "t14"."last_day" - "t14"."start"
      ) + 1
    ) > 0 AS "holds_at_the_front",
    "t14"."opened" IS NOT NULL AS "holds_ledger_opened",
    AS_OF() <= (
      "t14"."start" + PARAM('families.ledger_within')
    ) AS "holds_within_due_day",
    CAST((
      "t14"."last_day" - "t14"."start"
    ) + 1 AS TEXT) AS "value_at_the_front",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t14"."opened" AS INT) AS TEXT) AS "value_ledger_opened",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t14"."start" + PARAM('families.ledger_within') AS INT) AS TEXT) AS "value_within_due_day"
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
        "t12"."opened"
      FROM "run"."family_period" AS "t2"
      LEFT OUTER JOIN (
        SELECT
          "t10"."person_id",
          "t10"."start",
          MIN("t10"."day") AS "opened"
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
                  "t5"."provision" = 'M12-2'
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
