WITH "t17" AS (
  SELECT
    "t16"."person_id",
    "t16"."month",
    "t16"."unit_id",
    "t16"."meal",
    "t16"."night",
    "t16"."owed",
    "t16"."is_silent",
    "t16"."first_day",
    "t16"."last_day",
    "t16"."confirmed",
    CONCAT_WS(
      '|',
      COALESCE('M08-2', ''),
      COALESCE('person', ''),
      COALESCE("t16"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t16"."first_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M08-2' AS "provision",
    CAST(8 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t16"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t16"."first_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t16"."last_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST("t16"."owed" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    "t16"."confirmed" AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t16"."last_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "due_on",
    "t16"."unit_id" AS "owner_unit_id",
    CASE WHEN AS_OF() <= "t16"."last_day" THEN 'owed' ELSE 'overdue' END AS "state",
    CAST(NULL AS VARCHAR) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t16"."meal" <> 0 AS "holds_days_with_meal",
    "t16"."night" <> 0 AS "holds_nights",
    "t16"."confirmed" >= "t16"."owed" AS "holds_services_confirmed",
    AS_OF() <= "t16"."last_day" AS "holds_within_due_day",
    CAST(BIT_COUNT(CAST("t16"."meal" AS BIT(64))) AS VARCHAR) AS "value_days_with_meal",
    CAST(BIT_COUNT(CAST("t16"."night" AS BIT(64))) AS VARCHAR) AS "value_nights",
    CAST("t16"."confirmed" AS VARCHAR) AS "value_services_confirmed",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t16"."last_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_within_due_day"
  FROM (
    SELECT
      "t13"."person_id",
      "t13"."month",
      "t13"."unit_id",
      "t13"."meal",
      "t13"."night",
      "t13"."owed",
      "t13"."is_silent",
      "t13"."first_day",
      "t13"."last_day",
      CAST(COALESCE("t13"."confirmed", 0) AS DECIMAL(18, 4)) AS "confirmed"
    FROM (
      SELECT
        "t12"."person_id",
        "t12"."month",
        "t12"."unit_id",
        "t12"."meal",
        "t12"."night",
        "t12"."owed",
        "t12"."is_silent",
        "t12"."first_day",
        "t12"."last_day",
        "t12"."confirmed"
      FROM (
        SELECT
          "t10"."person_id",
          "t10"."month",
          "t10"."unit_id",
          "t10"."meal",
          "t10"."night",
          "t10"."owed",
          "t10"."is_silent",
          "t9"."first_day",
          "t9"."last_day",
          "t6"."person_id" AS "person_id_right",
          "t6"."month" AS "month_right",
          "t6"."confirmed"
        FROM (
          SELECT
            *
          FROM "run"."service_month" AS "t1"
          WHERE
            NOT (
              "t1"."is_silent"
            )
        ) AS "t10"
        INNER JOIN (
          SELECT
            "t3"."month",
            "t3"."first_day",
            "t3"."last_day"
          FROM "run"."month" AS "t3"
        ) AS "t9"
          ON "t10"."month" = "t9"."month"
        LEFT OUTER JOIN "run"."confirmed_month" AS "t6"
          ON "t10"."person_id" = "t6"."person_id" AND "t10"."month" = "t6"."month"
      ) AS "t12"
    ) AS "t13"
    WHERE
      CAST(COALESCE("t13"."confirmed", 0) AS DECIMAL(18, 4)) < "t13"."owed"
  ) AS "t16"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t24"."obligation_id",
      "t24"."criterion",
      "t24"."holds",
      "t24"."value",
      COALESCE("t32"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t18"."obligation_id",
        'days_with_meal' AS "criterion",
        "t18"."holds_days_with_meal" AS "holds",
        "t18"."value_days_with_meal" AS "value"
      FROM "t17" AS "t18"
    ) AS "t24"
    LEFT OUTER JOIN (
      SELECT
        "t28"."obligation_id",
        STRING_AGG("t28"."ref", ';' ORDER BY "t28"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t19"."obligation_id",
            "t5"."ref"
          FROM "t17" AS "t19"
          INNER JOIN "run"."worked_row" AS "t5"
            ON "t19"."person_id" = "t5"."person_id"
            AND "t5"."day" >= "t19"."first_day"
            AND "t5"."day" <= "t19"."last_day"
        ) AS "t26"
      ) AS "t28"
      GROUP BY
        1
    ) AS "t32"
      ON "t24"."obligation_id" = "t32"."obligation_id"
  ) AS "t34"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t18"."obligation_id",
      'nights' AS "criterion",
      "t18"."holds_nights" AS "holds",
      "t18"."value_nights" AS "value",
      '' AS "fact_refs"
    FROM "t17" AS "t18"
  ) AS "t20"
) AS "t36"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t25"."obligation_id",
      "t25"."criterion",
      "t25"."holds",
      "t25"."value",
      COALESCE("t33"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t18"."obligation_id",
        'services_confirmed' AS "criterion",
        "t18"."holds_services_confirmed" AS "holds",
        "t18"."value_services_confirmed" AS "value"
      FROM "t17" AS "t18"
    ) AS "t25"
    LEFT OUTER JOIN (
      SELECT
        "t29"."obligation_id",
        STRING_AGG("t29"."ref", ';' ORDER BY "t29"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t19"."obligation_id",
            "t15"."ref"
          FROM "t17" AS "t19"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t4"."subject_id",
                "t4"."counterpart_id",
                CAST((
                  "t4"."on_date" - MAKE_DATE(1970, 1, 1)
                ) AS BIGINT) AS "day",
                'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t4"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."deliveries" AS "t4"
              WHERE
                "t4"."provision" = 'M08-2'
            ) AS "t11"
            WHERE
              "t11"."day" <= AS_OF()
          ) AS "t15"
            ON "t19"."person_id" = "t15"."subject_id"
            AND "t15"."day" >= "t19"."first_day"
            AND "t15"."day" <= "t19"."last_day"
        ) AS "t27"
      ) AS "t29"
      GROUP BY
        1
    ) AS "t33"
      ON "t25"."obligation_id" = "t33"."obligation_id"
  ) AS "t35"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t18"."obligation_id",
      'within_due_day' AS "criterion",
      "t18"."holds_within_due_day" AS "holds",
      "t18"."value_within_due_day" AS "value",
      '' AS "fact_refs"
    FROM "t17" AS "t18"
  ) AS "t21"
) AS "t37"
