SELECT
  "t21"."obligation_id",
  "t21"."provision",
  "t21"."measure",
  "t21"."modality",
  "t21"."subject_kind",
  "t21"."subject_id",
  "t21"."period_start",
  "t21"."period_end",
  "t21"."quantity",
  "t21"."quantity_unit",
  "t21"."quantity_met",
  "t21"."due_on",
  "t21"."owner_unit_id",
  "t21"."state",
  "t21"."missing",
  "t21"."as_of"
FROM (
  SELECT
    "t20"."person_id",
    "t20"."unit_id",
    "t20"."is_medical",
    "t20"."deployment",
    "t20"."last_day",
    "t20"."is_open",
    "t20"."release",
    "t20"."next_deployment",
    "t20"."contacts",
    CONCAT_WS(
      '|',
      COALESCE('M02-1', ''),
      COALESCE('person', ''),
      COALESCE("t20"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t20"."deployment" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M02-1' AS "provision",
    CAST(2 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t20"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t20"."deployment" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t20"."release" AS INT) AS "period_end",
    CAST(PARAM('merit.contacts_per_spell_min') AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(LEAST("t20"."contacts", PARAM('merit.contacts_per_spell_min')) AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t20"."release" AS INT) AS "due_on",
    "t20"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t20"."contacts" >= PARAM('merit.contacts_per_spell_min')
      THEN 'met'
      WHEN NOT (
        (
          "t20"."release" IS NULL
        ) OR (
          AS_OF() <= "t20"."release"
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t20"."deployment" IS NOT NULL AS "holds_sent_to_front",
    "t20"."contacts" >= PARAM('merit.contacts_per_spell_min') AS "holds_contacts_made",
    (
      "t20"."release" IS NULL
    ) OR (
      AS_OF() <= "t20"."release"
    ) AS "holds_within_due_day",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t20"."deployment" AS INT) AS TEXT) AS "value_sent_to_front",
    CAST("t20"."contacts" AS TEXT) AS "value_contacts_made",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t20"."release" AS INT) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t19"."person_id",
      "t19"."unit_id",
      "t19"."is_medical",
      "t19"."deployment",
      "t19"."last_day",
      "t19"."is_open",
      "t19"."release",
      "t19"."next_deployment",
      COALESCE("t19"."contacts", 0) AS "contacts"
    FROM (
      SELECT
        "t18".*
        EXCLUDE ("deployment_right", "person_id_right")
      FROM (
        SELECT
          "t2"."person_id",
          "t2"."unit_id",
          "t2"."is_medical",
          "t2"."deployment",
          "t2"."last_day",
          "t2"."is_open",
          "t2"."release",
          "t2"."next_deployment",
          "t17"."person_id" AS "person_id_right",
          "t17"."deployment" AS "deployment_right",
          "t17"."contacts"
        FROM "run"."deployment" AS "t2"
        LEFT OUTER JOIN (
          SELECT
            "t15"."person_id",
            "t15"."deployment",
            COUNT(DISTINCT "t15"."day") AS "contacts"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t13"."person_id",
                "t13"."deployment",
                "t13"."quantity",
                "t13"."words",
                "t13"."day",
                "t13"."named",
                "t6"."next_deployment"
              FROM (
                SELECT
                  "t11".*
                  EXCLUDE ("subject_id")
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t5"."person_id",
                      "t5"."deployment",
                      "t9"."subject_id",
                      "t9"."quantity",
                      "t9"."words",
                      "t9"."day",
                      "t9"."named"
                    FROM (
                      SELECT DISTINCT
                        "t0"."person_id",
                        "t0"."deployment"
                      FROM "run"."deployment" AS "t0"
                    ) AS "t5"
                    INNER JOIN (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t1"."subject_id",
                          "t1"."quantity",
                          "t1"."counterpart_id" AS "words",
                          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "day",
                          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."period_start") AS "named"
                        FROM "facts"."deliveries" AS "t1"
                        WHERE
                          "t1"."provision" = 'M02-1'
                      ) AS "t7"
                      WHERE
                        "t7"."day" <= AS_OF() AND TRUE
                    ) AS "t9"
                      ON "t5"."person_id" = "t9"."subject_id"
                  ) AS "t10"
                  WHERE
                    "t10"."day" >= "t10"."deployment"
                    AND (
                      (
                        "t10"."named" IS NULL
                      ) OR (
                        "t10"."named" = "t10"."deployment"
                      )
                    )
                ) AS "t11"
              ) AS "t13"
              INNER JOIN (
                SELECT
                  "t0"."person_id",
                  "t0"."deployment",
                  "t0"."next_deployment"
                FROM "run"."deployment" AS "t0"
              ) AS "t6"
                ON "t13"."person_id" = "t6"."person_id" AND "t13"."deployment" = "t6"."deployment"
            ) AS "t14"
            WHERE
              (
                "t14"."next_deployment" IS NULL
              )
              OR (
                "t14"."day" < "t14"."next_deployment"
              )
          ) AS "t15"
          GROUP BY
            1,
            2
        ) AS "t17"
          ON "t2"."person_id" = "t17"."person_id" AND "t2"."deployment" = "t17"."deployment"
      ) AS "t18"
    ) AS "t19"
  ) AS "t20"
) AS "t21"
