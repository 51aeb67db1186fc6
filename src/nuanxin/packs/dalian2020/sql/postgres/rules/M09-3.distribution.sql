SELECT
  "t24"."obligation_id",
  "t24"."provision",
  "t24"."measure",
  "t24"."modality",
  "t24"."subject_kind",
  "t24"."subject_id",
  "t24"."period_start",
  "t24"."period_end",
  "t24"."quantity",
  "t24"."quantity_unit",
  "t24"."quantity_met",
  "t24"."due_on",
  "t24"."owner_unit_id",
  "t24"."state",
  "t24"."missing",
  "t24"."as_of"
FROM (
  SELECT
    "t23"."unit_id",
    "t23"."month",
    "t23"."approved",
    "t23"."approved_on",
    "t23"."without_sum",
    "t23"."first_day",
    "t23"."last_day",
    "t23"."paid",
    "t23"."strayed",
    "t23"."due",
    CONCAT_WS(
      '|',
      COALESCE('M09-3', ''),
      COALESCE('unit', ''),
      COALESCE("t23"."unit_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t23"."first_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M09-3' AS "provision",
    CAST(9 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'unit' AS "subject_kind",
    "t23"."unit_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t23"."first_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t23"."last_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    "t23"."approved" AS "quantity",
    'fen' AS "quantity_unit",
    LEAST("t23"."paid", "t23"."approved") AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t23"."due" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "due_on",
    "t23"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t23"."without_sum" > 0
      THEN 'unknown'
      WHEN NOT (
        "t23"."strayed" = 0
      )
      OR NOT (
        (
          "t23"."paid" + "t23"."strayed"
        ) <= "t23"."approved"
      )
      THEN 'breached'
      WHEN "t23"."paid" = "t23"."approved"
      THEN 'met'
      WHEN NOT (
        AS_OF() <= "t23"."due"
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CASE WHEN "t23"."without_sum" > 0 THEN 'quantity' ELSE CAST(NULL AS VARCHAR) END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    CASE WHEN "t23"."without_sum" > 0 THEN NULL ELSE TRUE END AS "holds_sum_known",
    "t23"."strayed" = 0 AS "holds_only_participants",
    (
      "t23"."paid" + "t23"."strayed"
    ) <= "t23"."approved" AS "holds_within_approved",
    "t23"."paid" = "t23"."approved" AS "holds_all_paid",
    AS_OF() <= "t23"."due" AS "holds_within_due_day",
    CAST("t23"."approved" AS VARCHAR) AS "value_sum_known",
    CAST("t23"."strayed" AS VARCHAR) AS "value_only_participants",
    CAST("t23"."paid" + "t23"."strayed" AS VARCHAR) AS "value_within_approved",
    CAST("t23"."paid" AS VARCHAR) AS "value_all_paid",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t23"."due" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_within_due_day"
  FROM (
    SELECT
      "t22"."unit_id",
      "t22"."month",
      "t22"."approved",
      "t22"."approved_on",
      "t22"."without_sum",
      "t22"."first_day",
      "t22"."last_day",
      CAST(COALESCE("t22"."paid", 0) AS DECIMAL(18, 4)) AS "paid",
      CAST(COALESCE("t22"."strayed", 0) AS DECIMAL(18, 4)) AS "strayed",
      "t22"."approved_on" + PARAM('pay.increment_distribute_within') AS "due"
    FROM (
      SELECT
        "t21"."unit_id",
        "t21"."month",
        "t21"."approved",
        "t21"."approved_on",
        "t21"."without_sum",
        "t21"."first_day",
        "t21"."last_day",
        "t21"."paid",
        "t21"."strayed"
      FROM (
        SELECT
          "t18"."unit_id",
          "t18"."month",
          "t18"."approved",
          "t18"."approved_on",
          "t18"."without_sum",
          "t7"."first_day",
          "t7"."last_day",
          "t20"."unit_id" AS "unit_id_right",
          "t20"."month" AS "month_right",
          "t20"."paid",
          "t20"."strayed"
        FROM (
          SELECT
            "t13"."unit_id",
            "t13"."month",
            CAST(CAST(SUM(COALESCE("t13"."amount", 0)) AS DECIMAL(38, 10)) AS DECIMAL(18, 4)) AS "approved",
            MAX("t13"."day") AS "approved_on",
            CAST(SUM(CAST(CAST("t13"."amount" IS NULL AS INT) AS BIGINT)) AS BIGINT) AS "without_sum"
          FROM (
            SELECT
              "t11"."delivery_id",
              "t11"."subject_id",
              "t11"."counterpart_id",
              "t11"."day",
              "t11"."named",
              "t11"."amount",
              "t11"."ref",
              COALESCE(
                (
                  (
                    CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t11"."named" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 12
                  ) + CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t11"."named" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT)
                ) - 1,
                (
                  (
                    (
                      CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t11"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 12
                    ) + CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t11"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT)
                  ) - 1
                ) - 1
              ) AS "month",
              "t11"."subject_id" AS "unit_id"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t2"."delivery_id",
                  "t2"."subject_id",
                  "t2"."counterpart_id",
                  CAST((
                    "t2"."on_date" - MAKE_DATE(1970, 1, 1)
                  ) AS BIGINT) AS "day",
                  CAST((
                    "t2"."period_start" - MAKE_DATE(1970, 1, 1)
                  ) AS BIGINT) AS "named",
                  "t2"."quantity" AS "amount",
                  'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t2"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
                FROM "facts"."deliveries" AS "t2"
                WHERE
                  "t2"."provision" = 'M09-2'
              ) AS "t9"
              WHERE
                "t9"."day" <= AS_OF()
            ) AS "t11"
          ) AS "t13"
          GROUP BY
            1,
            2
        ) AS "t18"
        INNER JOIN (
          SELECT
            "t1"."month",
            "t1"."first_day",
            "t1"."last_day"
          FROM "run"."month" AS "t1"
        ) AS "t7"
          ON "t18"."month" = "t7"."month"
        LEFT OUTER JOIN (
          SELECT
            "t17"."unit_id",
            "t17"."month",
            CAST(SUM("t17"."amount") FILTER(WHERE
              "t17"."takes_part") AS DECIMAL(38, 10)) AS "paid",
            CAST(SUM("t17"."amount") FILTER(WHERE
              NOT (
                "t17"."takes_part"
              )) AS DECIMAL(38, 10)) AS "strayed"
          FROM (
            SELECT
              "t15"."unit_id",
              "t15"."month",
              "t15"."amount",
              "t15"."ref",
              COALESCE("t8"."takes_part", FALSE) AS "takes_part"
            FROM (
              SELECT
                COALESCE(
                  (
                    (
                      CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t12"."named" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 12
                    ) + CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t12"."named" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT)
                  ) - 1,
                  (
                    (
                      (
                        CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t12"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 12
                      ) + CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t12"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT)
                    ) - 1
                  ) - 1
                ) AS "month",
                "t12"."amount",
                "t12"."ref",
                "t12"."counterpart_id" AS "unit_id",
                "t12"."subject_id" AS "person_id"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t2"."delivery_id",
                    "t2"."subject_id",
                    "t2"."counterpart_id",
                    CAST((
                      "t2"."on_date" - MAKE_DATE(1970, 1, 1)
                    ) AS BIGINT) AS "day",
                    CAST((
                      "t2"."period_start" - MAKE_DATE(1970, 1, 1)
                    ) AS BIGINT) AS "named",
                    "t2"."quantity" AS "amount",
                    'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t2"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
                  FROM "facts"."deliveries" AS "t2"
                  WHERE
                    "t2"."provision" = 'M09-3'
                ) AS "t10"
                WHERE
                  "t10"."day" <= AS_OF()
              ) AS "t12"
            ) AS "t15"
            LEFT OUTER JOIN (
              SELECT
                "t3"."person_id",
                "t3"."month",
                "t3"."unit_id",
                TRUE AS "takes_part"
              FROM "run"."participant" AS "t3"
            ) AS "t8"
              ON "t15"."person_id" = "t8"."person_id"
              AND "t15"."month" = "t8"."month"
              AND "t15"."unit_id" = "t8"."unit_id"
          ) AS "t17"
          GROUP BY
            1,
            2
        ) AS "t20"
          ON "t18"."unit_id" = "t20"."unit_id" AND "t18"."month" = "t20"."month"
        WHERE
          EXISTS(
            SELECT
              1
            FROM "facts"."units" AS "t4"
            WHERE
              "t18"."unit_id" = "t4"."unit_id"
          )
      ) AS "t21"
    ) AS "t22"
  ) AS "t23"
) AS "t24"
