WITH "t27" AS (
  SELECT
    "t26"."person_id",
    "t26"."unit_id",
    "t26"."is_medical",
    "t26"."deployment",
    "t26"."last_day",
    "t26"."is_open",
    "t26"."release",
    "t26"."next_deployment",
    "t26"."contacts",
    CONCAT_WS(
      '|',
      COALESCE('M02-1', ''),
      COALESCE('person', ''),
      COALESCE("t26"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t26"."deployment" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M02-1' AS "provision",
    CAST(2 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t26"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t26"."deployment" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t26"."release" AS INT) AS "period_end",
    CAST(PARAM('merit.contacts_per_spell_min') AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(LEAST("t26"."contacts", PARAM('merit.contacts_per_spell_min')) AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t26"."release" AS INT) AS "due_on",
    "t26"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t26"."contacts" >= PARAM('merit.contacts_per_spell_min')
      THEN 'met'
      WHEN NOT (
        (
          "t26"."release" IS NULL
        ) OR (
          AS_OF() <= "t26"."release"
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t26"."deployment" IS NOT NULL AS "holds_sent_to_front",
    "t26"."contacts" >= PARAM('merit.contacts_per_spell_min') AS "holds_contacts_made",
    (
      "t26"."release" IS NULL
    ) OR (
      AS_OF() <= "t26"."release"
    ) AS "holds_within_due_day",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t26"."deployment" AS INT) AS TEXT) AS "value_sent_to_front",
    CAST("t26"."contacts" AS TEXT) AS "value_contacts_made",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t26"."release" AS INT) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t25"."person_id",
      "t25"."unit_id",
      "t25"."is_medical",
      "t25"."deployment",
      "t25"."last_day",
      "t25"."is_open",
      "t25"."release",
      "t25"."next_deployment",
      COALESCE("t25"."contacts", 0) AS "contacts"
    FROM (
      SELECT
        "t24".*
        EXCLUDE ("deployment_right", "person_id_right")
      FROM (
        SELECT
          "t3"."person_id",
          "t3"."unit_id",
          "t3"."is_medical",
          "t3"."deployment",
          "t3"."last_day",
          "t3"."is_open",
          "t3"."release",
          "t3"."next_deployment",
          "t23"."person_id" AS "person_id_right",
          "t23"."deployment" AS "deployment_right",
          "t23"."contacts"
        FROM "run"."deployment" AS "t3"
        LEFT OUTER JOIN (
          SELECT
            "t21"."person_id",
            "t21"."deployment",
            COUNT(DISTINCT "t21"."day") AS "contacts"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t19"."person_id",
                "t19"."deployment",
                "t19"."quantity",
                "t19"."words",
                "t19"."day",
                "t19"."named",
                "t7"."next_deployment"
              FROM (
                SELECT
                  "t17".*
                  EXCLUDE ("subject_id")
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t6"."person_id",
                      "t6"."deployment",
                      "t12"."subject_id",
                      "t12"."quantity",
                      "t12"."words",
                      "t12"."day",
                      "t12"."named"
                    FROM (
                      SELECT DISTINCT
                        "t0"."person_id",
                        "t0"."deployment"
                      FROM "run"."deployment" AS "t0"
                    ) AS "t6"
                    INNER JOIN (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t2"."subject_id",
                          "t2"."quantity",
                          "t2"."counterpart_id" AS "words",
                          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."on_date") AS "day",
                          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."period_start") AS "named"
                        FROM "facts"."deliveries" AS "t2"
                        WHERE
                          "t2"."provision" = 'M02-1'
                      ) AS "t8"
                      WHERE
                        "t8"."day" <= AS_OF() AND TRUE
                    ) AS "t12"
                      ON "t6"."person_id" = "t12"."subject_id"
                  ) AS "t16"
                  WHERE
                    "t16"."day" >= "t16"."deployment"
                    AND (
                      (
                        "t16"."named" IS NULL
                      ) OR (
                        "t16"."named" = "t16"."deployment"
                      )
                    )
                ) AS "t17"
              ) AS "t19"
              INNER JOIN (
                SELECT
                  "t0"."person_id",
                  "t0"."deployment",
                  "t0"."next_deployment"
                FROM "run"."deployment" AS "t0"
              ) AS "t7"
                ON "t19"."person_id" = "t7"."person_id" AND "t19"."deployment" = "t7"."deployment"
            ) AS "t20"
            WHERE
              (
                "t20"."next_deployment" IS NULL
              )
              OR (
                "t20"."day" < "t20"."next_deployment"
              )
          ) AS "t21"
          GROUP BY
            1,
            2
        ) AS "t23"
          ON "t3"."person_id" = "t23"."person_id" AND "t3"."deployment" = "t23"."deployment"
      ) AS "t24"
    ) AS "t25"
  ) AS "t26"
)
SELECT
  *
FROM (
  SELECT
    "t28"."obligation_id",
    'within_due_day' AS "criterion",
    "t28"."holds_within_due_day" AS "holds",
    "t28"."value_within_due_day" AS "value",
    '' AS "fact_refs"
  FROM "t27" AS "t28"
) AS "t30"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t33"."obligation_id",
      "t33"."criterion",
      "t33"."holds",
      "t33"."value",
      COALESCE("t40"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t28"."obligation_id",
        'sent_to_front' AS "criterion",
        "t28"."holds_sent_to_front" AS "holds",
        "t28"."value_sent_to_front" AS "value"
      FROM "t27" AS "t28"
    ) AS "t33"
    LEFT OUTER JOIN (
      SELECT
        "t37"."obligation_id",
        LISTAGG("t37"."ref", ';' ORDER BY "t37"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t29"."obligation_id",
            "t13"."ref"
          FROM "t27" AS "t29"
          INNER JOIN (
            SELECT
              "t1"."person_id",
              "t1"."deployment",
              'spells:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."spell_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
            FROM "run"."spell_of_deployment" AS "t1"
          ) AS "t13"
            ON "t29"."person_id" = "t13"."person_id" AND "t29"."deployment" = "t13"."deployment"
        ) AS "t35"
      ) AS "t37"
      GROUP BY
        1
    ) AS "t40"
      ON "t33"."obligation_id" = "t40"."obligation_id"
  ) AS "t43"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t34"."obligation_id",
      "t34"."criterion",
      "t34"."holds",
      "t34"."value",
      COALESCE("t42"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t28"."obligation_id",
        'contacts_made' AS "criterion",
        "t28"."holds_contacts_made" AS "holds",
        "t28"."value_contacts_made" AS "value"
      FROM "t27" AS "t28"
    ) AS "t34"
    LEFT OUTER JOIN (
      SELECT
        "t38"."obligation_id",
        LISTAGG("t38"."ref", ';' ORDER BY "t38"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t29"."obligation_id",
            "t15"."ref"
          FROM "t27" AS "t29"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t2"."subject_id",
                "t2"."counterpart_id",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."on_date") AS "day",
                'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t2"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."deliveries" AS "t2"
              WHERE
                "t2"."provision" = 'M02-1'
            ) AS "t11"
            WHERE
              "t11"."day" <= AS_OF()
          ) AS "t15"
            ON "t29"."person_id" = "t15"."subject_id"
            AND "t15"."day" >= "t29"."deployment"
            AND (
              (
                "t29"."next_deployment" IS NULL
              )
              OR (
                "t15"."day" < "t29"."next_deployment"
              )
            )
        ) AS "t36"
      ) AS "t38"
      GROUP BY
        1
    ) AS "t42"
      ON "t34"."obligation_id" = "t42"."obligation_id"
  ) AS "t44"
) AS "t45"
