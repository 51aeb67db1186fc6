WITH "t26" AS (
  SELECT
    "t25"."person_id",
    "t25"."unit_id",
    "t25"."found_on",
    "t25"."days",
    "t25"."severe_days",
    "t25"."weighted",
    "t25"."place",
    "t25"."sharing",
    "t25"."listed_on",
    CONCAT_WS(
      '|',
      COALESCE('M11-6', ''),
      COALESCE('person', ''),
      COALESCE("t25"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t25"."found_on" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M11-6' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'PREFER' AS "modality",
    'person' AS "subject_kind",
    "t25"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t25"."found_on" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    "t25"."weighted" AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t25"."unit_id" AS "owner_unit_id",
    CASE WHEN "t25"."listed_on" IS NOT NULL THEN 'met' ELSE 'available' END AS "state",
    CAST(NULL AS VARCHAR) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t25"."found_on" IS NOT NULL AS "holds_found_outstanding",
    "t25"."days" > 0 AS "holds_days_at_the_front",
    "t25"."severe_days" >= 0 AS "holds_days_in_severe_care",
    "t25"."place" > 0 AS "holds_place_by_days",
    "t25"."sharing" >= 0 AS "holds_sharing_the_place",
    "t25"."listed_on" IS NOT NULL AS "holds_on_a_batch_list",
    CAST("t25"."found_on" IS NOT NULL AS VARCHAR) AS "value_found_outstanding",
    CAST("t25"."days" AS VARCHAR) AS "value_days_at_the_front",
    CAST("t25"."severe_days" AS VARCHAR) AS "value_days_in_severe_care",
    CAST("t25"."place" AS VARCHAR) AS "value_place_by_days",
    CAST("t25"."sharing" AS VARCHAR) AS "value_sharing_the_place",
    CAST("t25"."listed_on" IS NOT NULL AS VARCHAR) AS "value_on_a_batch_list"
  FROM (
    SELECT
      "t24"."person_id",
      "t24"."unit_id",
      "t24"."found_on",
      "t24"."days",
      "t24"."severe_days",
      "t24"."weighted",
      "t24"."place",
      "t24"."sharing",
      "t24"."listed_on"
    FROM (
      SELECT
        "t5"."person_id",
        "t5"."unit_id",
        "t5"."found_on",
        "t5"."days",
        "t5"."severe_days",
        "t5"."weighted",
        "t5"."place",
        "t5"."sharing",
        "t23"."person_id" AS "person_id_right",
        "t23"."listed_on"
      FROM "run"."convalescent" AS "t5"
      LEFT OUTER JOIN (
        SELECT
          "t21"."person_id",
          MIN("t21"."listed_on") AS "listed_on"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t5"."person_id",
              "t5"."found_on",
              "t19"."listed_on"
            FROM "run"."convalescent" AS "t5"
            INNER JOIN (
              SELECT
                "t17"."subject_id" AS "person_id",
                "t17"."day" AS "listed_on"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t11"."delivery_id",
                    "t11"."subject_id",
                    "t11"."counterpart_id",
                    CAST((
                      "t11"."on_date" - MAKE_DATE(1970, 1, 1)
                    ) AS BIGINT) AS "day",
                    CAST((
                      "t11"."period_start" - MAKE_DATE(1970, 1, 1)
                    ) AS BIGINT) AS "named",
                    "t11"."quantity" AS "amount",
                    'deliveries:' || CONCAT_WS('/', COALESCE("t11"."delivery_id", '')) AS "ref"
                  FROM (
                    SELECT
                      "t8"."delivery_id",
                      "t8"."provision",
                      "t8"."subject_id",
                      "t8"."on_date",
                      "t8"."quantity",
                      "t8"."counterpart_id",
                      "t8"."period_start"
                    FROM "facts"."deliveries" AS "t8"
                    WHERE
                      EXISTS(
                        SELECT
                          1
                        FROM "run"."scope" AS "t6"
                        WHERE
                          "t8"."subject_id" = "t6"."person_id"
                      )
                  ) AS "t11"
                  WHERE
                    "t11"."provision" = 'M11-6'
                ) AS "t16"
                WHERE
                  "t16"."day" <= AS_OF()
              ) AS "t17"
            ) AS "t19"
              ON "t5"."person_id" = "t19"."person_id"
            WHERE
              EXISTS(
                SELECT
                  1
                FROM "run"."scope" AS "t6"
                WHERE
                  "t5"."person_id" = "t6"."person_id"
              )
          ) AS "t20"
          WHERE
            "t20"."listed_on" >= "t20"."found_on"
        ) AS "t21"
        GROUP BY
          1
      ) AS "t23"
        ON "t5"."person_id" = "t23"."person_id"
      WHERE
        EXISTS(
          SELECT
            1
          FROM "run"."scope" AS "t6"
          WHERE
            "t5"."person_id" = "t6"."person_id"
        )
    ) AS "t24"
  ) AS "t25"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t27"."obligation_id",
      'sharing_the_place' AS "criterion",
      "t27"."holds_sharing_the_place" AS "holds",
      "t27"."value_sharing_the_place" AS "value",
      '' AS "fact_refs"
    FROM "t26" AS "t27"
  ) AS "t29"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t36"."obligation_id",
      "t36"."criterion",
      "t36"."holds",
      "t36"."value",
      COALESCE("t50"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t27"."obligation_id",
        'on_a_batch_list' AS "criterion",
        "t27"."holds_on_a_batch_list" AS "holds",
        "t27"."value_on_a_batch_list" AS "value"
      FROM "t26" AS "t27"
    ) AS "t36"
    LEFT OUTER JOIN (
      SELECT
        "t44"."obligation_id",
        STRING_AGG("t44"."ref", ';' ORDER BY "t44"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t28"."obligation_id",
            "t15"."ref"
          FROM "t26" AS "t28"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t3"."subject_id",
                "t3"."counterpart_id",
                CAST((
                  "t3"."on_date" - MAKE_DATE(1970, 1, 1)
                ) AS BIGINT) AS "day",
                'deliveries:' || CONCAT_WS('/', COALESCE("t3"."delivery_id", '')) AS "ref"
              FROM "facts"."deliveries" AS "t3"
              WHERE
                "t3"."provision" = 'M11-6'
            ) AS "t10"
            WHERE
              "t10"."day" <= AS_OF()
          ) AS "t15"
            ON "t28"."person_id" = "t15"."subject_id" AND "t15"."day" = "t28"."listed_on"
        ) AS "t41"
      ) AS "t44"
      GROUP BY
        1
    ) AS "t50"
      ON "t36"."obligation_id" = "t50"."obligation_id"
  ) AS "t53"
) AS "t55"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t37"."obligation_id",
        "t37"."criterion",
        "t37"."holds",
        "t37"."value",
        COALESCE("t48"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t27"."obligation_id",
          'found_outstanding' AS "criterion",
          "t27"."holds_found_outstanding" AS "holds",
          "t27"."value_found_outstanding" AS "value"
        FROM "t26" AS "t27"
      ) AS "t37"
      LEFT OUTER JOIN (
        SELECT
          "t42"."obligation_id",
          STRING_AGG("t42"."ref", ';' ORDER BY "t42"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t28"."obligation_id",
              "t7"."ref"
            FROM "t26" AS "t28"
            INNER JOIN "run"."finding_in_force" AS "t7"
              ON "t28"."person_id" = "t7"."person_id"
          ) AS "t39"
        ) AS "t42"
        GROUP BY
          1
      ) AS "t48"
        ON "t37"."obligation_id" = "t48"."obligation_id"
    ) AS "t51"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t38"."obligation_id",
        "t38"."criterion",
        "t38"."holds",
        "t38"."value",
        COALESCE("t49"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t27"."obligation_id",
          'days_at_the_front' AS "criterion",
          "t27"."holds_days_at_the_front" AS "holds",
          "t27"."value_days_at_the_front" AS "value"
        FROM "t26" AS "t27"
      ) AS "t38"
      LEFT OUTER JOIN (
        SELECT
          "t43"."obligation_id",
          STRING_AGG("t43"."ref", ';' ORDER BY "t43"."ref" ASC) AS "fact_refs"
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
                "t9"."person_id",
                "t9"."arranged_by",
                CAST((
                  "t9"."start_date" - MAKE_DATE(1970, 1, 1)
                ) AS BIGINT) AS "start",
                COALESCE(CAST((
                  "t9"."end_date" - MAKE_DATE(1970, 1, 1)
                ) AS BIGINT), AS_OF()) AS "last_day",
                'spells:' || CONCAT_WS('/', COALESCE("t9"."spell_id", '')) AS "ref"
              FROM "facts"."spells" AS "t9"
              WHERE
                EXISTS(
                  SELECT
                    1
                  FROM "run"."scope" AS "t6"
                  WHERE
                    "t9"."person_id" = "t6"."person_id"
                )
            ) AS "t13"
              ON "t28"."person_id" = "t13"."person_id"
          ) AS "t40"
        ) AS "t43"
        GROUP BY
          1
      ) AS "t49"
        ON "t38"."obligation_id" = "t49"."obligation_id"
    ) AS "t52"
  ) AS "t54"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t27"."obligation_id",
        'days_in_severe_care' AS "criterion",
        "t27"."holds_days_in_severe_care" AS "holds",
        "t27"."value_days_in_severe_care" AS "value",
        '' AS "fact_refs"
      FROM "t26" AS "t27"
    ) AS "t30"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t27"."obligation_id",
        'place_by_days' AS "criterion",
        "t27"."holds_place_by_days" AS "holds",
        "t27"."value_place_by_days" AS "value",
        '' AS "fact_refs"
      FROM "t26" AS "t27"
    ) AS "t31"
  ) AS "t35"
) AS "t56"
