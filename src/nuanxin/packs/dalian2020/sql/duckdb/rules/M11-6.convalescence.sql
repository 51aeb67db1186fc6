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
    "t15"."found_on",
    "t15"."days",
    "t15"."severe_days",
    "t15"."weighted",
    "t15"."place",
    "t15"."sharing",
    "t15"."listed_on",
    CONCAT_WS(
      '|',
      COALESCE('M11-6', ''),
      COALESCE('person', ''),
      COALESCE("t15"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t15"."found_on" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M11-6' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'PREFER' AS "modality",
    'person' AS "subject_kind",
    "t15"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t15"."found_on" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    "t15"."weighted" AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t15"."unit_id" AS "owner_unit_id",
    CASE WHEN "t15"."listed_on" IS NOT NULL THEN 'met' ELSE 'available' END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t15"."found_on" IS NOT NULL AS "holds_found_outstanding",
    "t15"."days" > 0 AS "holds_days_at_the_front",
    "t15"."severe_days" >= 0 AS "holds_days_in_severe_care",
    "t15"."place" > 0 AS "holds_place_by_days",
    "t15"."sharing" >= 0 AS "holds_sharing_the_place",
    "t15"."listed_on" IS NOT NULL AS "holds_on_a_batch_list",
    CAST("t15"."found_on" IS NOT NULL AS TEXT) AS "value_found_outstanding",
    CAST("t15"."days" AS TEXT) AS "value_days_at_the_front",
    CAST("t15"."severe_days" AS TEXT) AS "value_days_in_severe_care",
    CAST("t15"."place" AS TEXT) AS "value_place_by_days",
    CAST("t15"."sharing" AS TEXT) AS "value_sharing_the_place",
    CAST("t15"."listed_on" IS NOT NULL AS TEXT) AS "value_on_a_batch_list"
  FROM (
    SELECT
      "t14".*
      EXCLUDE ("person_id_right")
    FROM (
      SELECT
        "t3"."person_id",
        "t3"."unit_id",
        "t3"."found_on",
        "t3"."days",
        "t3"."severe_days",
        "t3"."weighted",
        "t3"."place",
        "t3"."sharing",
        "t13"."person_id" AS "person_id_right",
        "t13"."listed_on"
      FROM "run"."convalescent" AS "t3"
      SEMI JOIN "run"."scope" AS "t4"
        ON "t3"."person_id" = "t4"."person_id"
      LEFT OUTER JOIN (
        SELECT
          "t11"."person_id",
          MIN("t11"."listed_on") AS "listed_on"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t3"."person_id",
              "t3"."found_on",
              "t9"."listed_on"
            FROM "run"."convalescent" AS "t3"
            SEMI JOIN "run"."scope" AS "t4"
              ON "t3"."person_id" = "t4"."person_id"
            INNER JOIN (
              SELECT
                "t7"."subject_id" AS "person_id",
                "t7"."day" AS "listed_on"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t5"."delivery_id",
                    "t5"."subject_id",
                    "t5"."counterpart_id",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t5"."on_date") AS "day",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t5"."period_start") AS "named",
                    "t5"."quantity" AS "amount",
                    'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t5"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
                  FROM (
                    SELECT
                      *
                    FROM "facts"."deliveries" AS "t2"
                    WHERE
                      IN_SCOPE("t2"."subject_id")
                  ) AS "t5"
                  WHERE
                    "t5"."provision" = 'M11-6'
                ) AS "t6"
                WHERE
                  "t6"."day" <= AS_OF()
              ) AS "t7"
            ) AS "t9"
              ON "t3"."person_id" = "t9"."person_id"
          ) AS "t10"
          WHERE
            "t10"."listed_on" >= "t10"."found_on"
        ) AS "t11"
        GROUP BY
          1
      ) AS "t13"
        ON "t3"."person_id" = "t13"."person_id"
    ) AS "t14"
  ) AS "t15"
) AS "t16"
