WITH "t25" AS (
  SELECT
    "t24"."person_id",
    "t24"."unit_id",
    "t24"."found_on",
    "t24"."days",
    "t24"."severe_days",
    "t24"."weighted",
    "t24"."place",
    "t24"."sharing",
    "t24"."listed_on",
    CONCAT_WS(
      '|',
      COALESCE('M11-6', ''),
      COALESCE('person', ''),
      COALESCE("t24"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t24"."found_on" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M11-6' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'PREFER' AS "modality",
    'person' AS "subject_kind",
    "t24"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t24"."found_on" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    "t24"."weighted" AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t24"."unit_id" AS "owner_unit_id",
    CASE WHEN "t24"."listed_on" IS NOT NULL THEN 'met' ELSE 'available' END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t24"."found_on" IS NOT NULL AS "holds_found_outstanding",
    "t24"."days" > 0 AS "holds_days_at_the_front",
    "t24"."severe_days" >= 0 AS "holds_days_in_severe_care",
    "t24"."place" > 0 AS "holds_place_by_days",
    "t24"."sharing" >= 0 AS "holds_sharing_the_place",
    "t24"."listed_on" IS NOT NULL AS "holds_on_a_batch_list",
    CAST("t24"."found_on" IS NOT NULL AS TEXT) AS "value_found_outstanding",
    CAST("t24"."days" AS TEXT) AS "value_days_at_the_front",
    CAST("t24"."severe_days" AS TEXT) AS "value_days_in_severe_care",
    CAST("t24"."place" AS TEXT) AS "value_place_by_days",
    CAST("t24"."sharing" AS TEXT) AS "value_sharing_the_place",
    CAST("t24"."listed_on" IS NOT NULL AS TEXT) AS "value_on_a_batch_list"
  FROM (
    SELECT
      "t23".*
      EXCLUDE ("person_id_right")
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
        "t22"."person_id" AS "person_id_right",
        "t22"."listed_on"
      FROM "run"."convalescent" AS "t5"
      SEMI JOIN "run"."scope" AS "t6"
        ON "t5"."person_id" = "t6"."person_id"
      LEFT OUTER JOIN (
        SELECT
          "t20"."person_id",
          MIN("t20"."listed_on") AS "listed_on"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t5"."person_id",
              "t5"."found_on",
              "t18"."listed_on"
            FROM "run"."convalescent" AS "t5"
            SEMI JOIN "run"."scope" AS "t6"
              ON "t5"."person_id" = "t6"."person_id"
            INNER JOIN (
              SELECT
                "t16"."subject_id" AS "person_id",
                "t16"."day" AS "listed_on"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t8"."delivery_id",
                    "t8"."subject_id",
                    "t8"."counterpart_id",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t8"."on_date") AS "day",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t8"."period_start") AS "named",
                    "t8"."quantity" AS "amount",
                    'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t8"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
                  FROM (
                    SELECT
                      *
                    FROM "facts"."deliveries" AS "t3"
                    WHERE
                      IN_SCOPE("t3"."subject_id")
                  ) AS "t8"
                  WHERE
                    "t8"."provision" = 'M11-6'
                ) AS "t11"
                WHERE
                  "t11"."day" <= AS_OF()
              ) AS "t16"
            ) AS "t18"
              ON "t5"."person_id" = "t18"."person_id"
          ) AS "t19"
          WHERE
            "t19"."listed_on" >= "t19"."found_on"
        ) AS "t20"
        GROUP BY
          1
      ) AS "t22"
        ON "t5"."person_id" = "t22"."person_id"
    ) AS "t23"
  ) AS "t24"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t26"."obligation_id",
      'sharing_the_place' AS "criterion",
      "t26"."holds_sharing_the_place" AS "holds",
      "t26"."value_sharing_the_place" AS "value",
      '' AS "fact_refs"
    FROM "t25" AS "t26"
  ) AS "t28"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t35"."obligation_id",
      "t35"."criterion",
      "t35"."holds",
      "t35"."value",
      COALESCE("t49"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t26"."obligation_id",
        'on_a_batch_list' AS "criterion",
        "t26"."holds_on_a_batch_list" AS "holds",
        "t26"."value_on_a_batch_list" AS "value"
      FROM "t25" AS "t26"
    ) AS "t35"
    LEFT OUTER JOIN (
      SELECT
        "t43"."obligation_id",
        LISTAGG("t43"."ref", ';' ORDER BY "t43"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t27"."obligation_id",
            "t14"."ref"
          FROM "t25" AS "t27"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t3"."subject_id",
                "t3"."counterpart_id",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."on_date") AS "day",
                'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t3"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."deliveries" AS "t3"
              WHERE
                "t3"."provision" = 'M11-6'
            ) AS "t10"
            WHERE
              "t10"."day" <= AS_OF()
          ) AS "t14"
            ON "t27"."person_id" = "t14"."subject_id" AND "t14"."day" = "t27"."listed_on"
        ) AS "t40"
      ) AS "t43"
      GROUP BY
        1
    ) AS "t49"
      ON "t35"."obligation_id" = "t49"."obligation_id"
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
      *
    FROM (
      SELECT
        "t36"."obligation_id",
        "t36"."criterion",
        "t36"."holds",
        "t36"."value",
        COALESCE("t47"."fact_refs", '') AS "fact_refs"
      FROM (
        SELECT
          "t26"."obligation_id",
          'found_outstanding' AS "criterion",
          "t26"."holds_found_outstanding" AS "holds",
          "t26"."value_found_outstanding" AS "value"
        FROM "t25" AS "t26"
      ) AS "t36"
      LEFT OUTER JOIN (
        SELECT
          "t41"."obligation_id",
          LISTAGG("t41"."ref", ';' ORDER BY "t41"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t27"."obligation_id",
              "t7"."ref"
            FROM "t25" AS "t27"
            INNER JOIN "run"."finding_in_force" AS "t7"
              ON "t27"."person_id" = "t7"."person_id"
          ) AS "t38"
        ) AS "t41"
        GROUP BY
          1
      ) AS "t47"
        ON "t36"."obligation_id" = "t47"."obligation_id"
    ) AS "t50"
    UNION ALL
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
          "t26"."obligation_id",
          'days_at_the_front' AS "criterion",
          "t26"."holds_days_at_the_front" AS "holds",
          "t26"."value_days_at_the_front" AS "value"
        FROM "t25" AS "t26"
      ) AS "t37"
      LEFT OUTER JOIN (
        SELECT
          "t42"."obligation_id",
          LISTAGG("t42"."ref", ';' ORDER BY "t42"."ref" ASC) AS "fact_refs"
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              "t27"."obligation_id",
              "t15"."ref"
            FROM "t25" AS "t27"
            INNER JOIN (
              SELECT
                "t9"."person_id",
                "t9"."arranged_by",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t9"."start_date") AS "start",
                COALESCE(DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t9"."end_date"), AS_OF()) AS "last_day",
                'spells:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t9"."spell_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM (
                SELECT
                  *
                FROM "facts"."spells" AS "t4"
                WHERE
                  IN_SCOPE("t4"."person_id")
              ) AS "t9"
            ) AS "t15"
              ON "t27"."person_id" = "t15"."person_id"
          ) AS "t39"
        ) AS "t42"
        GROUP BY
          1
      ) AS "t48"
        ON "t37"."obligation_id" = "t48"."obligation_id"
    ) AS "t51"
  ) AS "t53"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t26"."obligation_id",
        'days_in_severe_care' AS "criterion",
        "t26"."holds_days_in_severe_care" AS "holds",
        "t26"."value_days_in_severe_care" AS "value",
        '' AS "fact_refs"
      FROM "t25" AS "t26"
    ) AS "t29"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t26"."obligation_id",
        'place_by_days' AS "criterion",
        "t26"."holds_place_by_days" AS "holds",
        "t26"."value_place_by_days" AS "value",
        '' AS "fact_refs"
      FROM "t25" AS "t26"
    ) AS "t30"
  ) AS "t34"
) AS "t55"
