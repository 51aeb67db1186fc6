WITH "t11" AS (
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
), "t19" AS (
  SELECT
    "t17"."unit_id",
    "t17"."month",
    "t17"."amount",
    "t17"."ref",
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
  ) AS "t17"
  LEFT OUTER JOIN (
    SELECT
      "t3"."person_id",
      "t3"."month",
      "t3"."unit_id",
      TRUE AS "takes_part"
    FROM "run"."participant" AS "t3"
  ) AS "t8"
    ON "t17"."person_id" = "t8"."person_id"
    AND "t17"."month" = "t8"."month"
    AND "t17"."unit_id" = "t8"."unit_id"
), "t32" AS (
  SELECT
    "t31"."unit_id",
    "t31"."month",
    "t31"."approved",
    "t31"."approved_on",
    "t31"."without_sum",
    "t31"."first_day",
    "t31"."last_day",
    "t31"."paid",
    "t31"."strayed",
    "t31"."due",
    CONCAT_WS(
      '|',
      COALESCE('M09-3', ''),
      COALESCE('unit', ''),
      COALESCE("t31"."unit_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t31"."first_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M09-3' AS "provision",
    CAST(9 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'unit' AS "subject_kind",
    "t31"."unit_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t31"."first_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t31"."last_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    "t31"."approved" AS "quantity",
    'fen' AS "quantity_unit",
    LEAST("t31"."paid", "t31"."approved") AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t31"."due" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "due_on",
    "t31"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t31"."without_sum" > 0
      THEN 'unknown'
      WHEN NOT (
        "t31"."strayed" = 0
      )
      OR NOT (
        (
          "t31"."paid" + "t31"."strayed"
        ) <= "t31"."approved"
      )
      THEN 'breached'
      WHEN "t31"."paid" = "t31"."approved"
      THEN 'met'
      WHEN NOT (
        AS_OF() <= "t31"."due"
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CASE WHEN "t31"."without_sum" > 0 THEN 'quantity' ELSE CAST(NULL AS VARCHAR) END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    CASE WHEN "t31"."without_sum" > 0 THEN NULL ELSE TRUE END AS "holds_sum_known",
    "t31"."strayed" = 0 AS "holds_only_participants",
    (
      "t31"."paid" + "t31"."strayed"
    ) <= "t31"."approved" AS "holds_within_approved",
    "t31"."paid" = "t31"."approved" AS "holds_all_paid",
    AS_OF() <= "t31"."due" AS "holds_within_due_day",
    CAST("t31"."approved" AS VARCHAR) AS "value_sum_known",
    CAST("t31"."strayed" AS VARCHAR) AS "value_only_participants",
    CAST("t31"."paid" + "t31"."strayed" AS VARCHAR) AS "value_within_approved",
    CAST("t31"."paid" AS VARCHAR) AS "value_all_paid",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t31"."due" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_within_due_day"
  FROM (
    SELECT
      "t30"."unit_id",
      "t30"."month",
      "t30"."approved",
      "t30"."approved_on",
      "t30"."without_sum",
      "t30"."first_day",
      "t30"."last_day",
      CAST(COALESCE("t30"."paid", 0) AS DECIMAL(18, 4)) AS "paid",
      CAST(COALESCE("t30"."strayed", 0) AS DECIMAL(18, 4)) AS "strayed",
      "t30"."approved_on" + PARAM('pay.increment_distribute_within') AS "due"
    FROM (
      SELECT
        "t29"."unit_id",
        "t29"."month",
        "t29"."approved",
        "t29"."approved_on",
        "t29"."without_sum",
        "t29"."first_day",
        "t29"."last_day",
        "t29"."paid",
        "t29"."strayed"
      FROM (
        SELECT
          "t22"."unit_id",
          "t22"."month",
          "t22"."approved",
          "t22"."approved_on",
          "t22"."without_sum",
          "t7"."first_day",
          "t7"."last_day",
          "t28"."unit_id" AS "unit_id_right",
          "t28"."month" AS "month_right",
          "t28"."paid",
          "t28"."strayed"
        FROM (
          SELECT
            "t15"."unit_id",
            "t15"."month",
            CAST(CAST(SUM(COALESCE("t15"."amount", 0)) AS DECIMAL(38, 10)) AS DECIMAL(18, 4)) AS "approved",
            MAX("t15"."day") AS "approved_on",
            CAST(SUM(CAST(CAST("t15"."amount" IS NULL AS INT) AS BIGINT)) AS BIGINT) AS "without_sum"
          FROM (
            SELECT
              "t13"."delivery_id",
              "t13"."subject_id",
              "t13"."counterpart_id",
              "t13"."day",
              "t13"."named",
              "t13"."amount",
              "t13"."ref",
              COALESCE(
                (
                  (
                    CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t13"."named" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 12
                  ) + CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t13"."named" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT)
                ) - 1,
                (
                  (
                    (
                      CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t13"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 12
                    ) + CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t13"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT)
                  ) - 1
                ) - 1
              ) AS "month",
              "t13"."subject_id" AS "unit_id"
            FROM "t11" AS "t13"
          ) AS "t15"
          GROUP BY
            1,
            2
        ) AS "t22"
        INNER JOIN (
          SELECT
            "t1"."month",
            "t1"."first_day",
            "t1"."last_day"
          FROM "run"."month" AS "t1"
        ) AS "t7"
          ON "t22"."month" = "t7"."month"
        LEFT OUTER JOIN (
          SELECT
            "t21"."unit_id",
            "t21"."month",
            CAST(SUM("t21"."amount") FILTER(WHERE
              "t21"."takes_part") AS DECIMAL(38, 10)) AS "paid",
            CAST(SUM("t21"."amount") FILTER(WHERE
              NOT (
                "t21"."takes_part"
              )) AS DECIMAL(38, 10)) AS "strayed"
          FROM "t19" AS "t21"
          GROUP BY
            1,
            2
        ) AS "t28"
          ON "t22"."unit_id" = "t28"."unit_id" AND "t22"."month" = "t28"."month"
        WHERE
          EXISTS(
            SELECT
              1
            FROM "facts"."units" AS "t4"
            WHERE
              "t22"."unit_id" = "t4"."unit_id"
          )
      ) AS "t29"
    ) AS "t30"
  ) AS "t31"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t33"."obligation_id",
      'within_approved' AS "criterion",
      "t33"."holds_within_approved" AS "holds",
      "t33"."value_within_approved" AS "value",
      '' AS "fact_refs"
    FROM "t32" AS "t33"
  ) AS "t35"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t40"."obligation_id",
      "t40"."criterion",
      "t40"."holds",
      "t40"."value",
      COALESCE("t52"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t33"."obligation_id",
        'all_paid' AS "criterion",
        "t33"."holds_all_paid" AS "holds",
        "t33"."value_all_paid" AS "value"
      FROM "t32" AS "t33"
    ) AS "t40"
    LEFT OUTER JOIN (
      SELECT
        "t46"."obligation_id",
        STRING_AGG("t46"."ref", ';' ORDER BY "t46"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t34"."obligation_id",
            "t25"."ref"
          FROM "t32" AS "t34"
          INNER JOIN (
            SELECT
              *
            FROM "t19" AS "t21"
            WHERE
              "t21"."takes_part" = TRUE AND "t21"."amount" > 0
          ) AS "t25"
            ON "t34"."unit_id" = "t25"."unit_id" AND "t34"."month" = "t25"."month"
        ) AS "t43"
      ) AS "t46"
      GROUP BY
        1
    ) AS "t52"
      ON "t40"."obligation_id" = "t52"."obligation_id"
  ) AS "t55"
) AS "t58"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t33"."obligation_id",
      'within_due_day' AS "criterion",
      "t33"."holds_within_due_day" AS "holds",
      "t33"."value_within_due_day" AS "value",
      '' AS "fact_refs"
    FROM "t32" AS "t33"
  ) AS "t36"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t41"."obligation_id",
        "t41"."criterion",
        "t41"."holds",
        "t41"."value",
        COALESCE("t53"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t33"."obligation_id",
          'sum_known' AS "criterion",
          "t33"."holds_sum_known" AS "holds",
          "t33"."value_sum_known" AS "value"
        FROM "t32" AS "t33"
      ) AS "t41"
      LEFT OUTER JOIN (
        SELECT
          "t47"."obligation_id",
          STRING_AGG("t47"."ref", ';' ORDER BY "t47"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t34"."obligation_id",
              "t18"."ref"
            FROM "t32" AS "t34"
            INNER JOIN (
              SELECT
                "t13"."delivery_id",
                "t13"."subject_id",
                "t13"."counterpart_id",
                "t13"."day",
                "t13"."named",
                "t13"."amount",
                "t13"."ref",
                COALESCE(
                  (
                    (
                      CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t13"."named" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 12
                    ) + CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t13"."named" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT)
                  ) - 1,
                  (
                    (
                      (
                        CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t13"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 12
                      ) + CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t13"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT)
                    ) - 1
                  ) - 1
                ) AS "month"
              FROM "t11" AS "t13"
            ) AS "t18"
              ON "t34"."unit_id" = "t18"."subject_id" AND "t34"."month" = "t18"."month"
          ) AS "t44"
        ) AS "t47"
        GROUP BY
          1
      ) AS "t53"
        ON "t41"."obligation_id" = "t53"."obligation_id"
    ) AS "t56"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t42"."obligation_id",
        "t42"."criterion",
        "t42"."holds",
        "t42"."value",
        COALESCE("t54"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t33"."obligation_id",
          'only_participants' AS "criterion",
          "t33"."holds_only_participants" AS "holds",
          "t33"."value_only_participants" AS "value"
        FROM "t32" AS "t33"
      ) AS "t42"
      LEFT OUTER JOIN (
        SELECT
          "t48"."obligation_id",
          STRING_AGG("t48"."ref", ';' ORDER BY "t48"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t34"."obligation_id",
              "t27"."ref"
            FROM "t32" AS "t34"
            INNER JOIN (
              SELECT
                *
              FROM "t19" AS "t21"
              WHERE
                "t21"."takes_part" = FALSE AND "t21"."amount" > 0
            ) AS "t27"
              ON "t34"."unit_id" = "t27"."unit_id" AND "t34"."month" = "t27"."month"
          ) AS "t45"
        ) AS "t48"
        GROUP BY
          1
      ) AS "t54"
        ON "t42"."obligation_id" = "t54"."obligation_id"
    ) AS "t57"
  ) AS "t59"
) AS "t60"
