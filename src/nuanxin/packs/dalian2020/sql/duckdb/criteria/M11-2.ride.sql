WITH "t7" AS (
  SELECT
    *
  FROM "facts"."people" AS "t1"
  WHERE
    IN_SCOPE("t1"."person_id")
), "t32" AS (
  SELECT
    "t31"."person_id",
    "t31"."unit_id",
    "t31"."is_medical",
    "t31"."deployment",
    "t31"."last_day",
    "t31"."is_open",
    "t31"."release",
    "t31"."next_deployment",
    "t31"."helped",
    "t31"."needs_transport",
    CONCAT_WS(
      '|',
      COALESCE('M11-2', ''),
      COALESCE('person', ''),
      COALESCE("t31"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t31"."deployment" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M11-2' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t31"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t31"."deployment" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t31"."release" AS INT) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t31"."helped" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST(CASE
      WHEN "t31"."needs_transport"
      THEN "t31"."deployment" + PARAM('care.transport_within')
      ELSE NULL
    END AS INT) AS "due_on",
    "t31"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t31"."needs_transport" IS NULL
      THEN 'unknown'
      ELSE CASE
        WHEN "t31"."helped" IS NOT NULL
        THEN 'met'
        WHEN NOT (
          AS_OF() <= CASE
            WHEN "t31"."needs_transport"
            THEN "t31"."deployment" + PARAM('care.transport_within')
            ELSE NULL
          END
        )
        THEN 'overdue'
        ELSE 'owed'
      END
    END AS "state",
    CASE
      WHEN "t31"."needs_transport" IS NULL
      THEN 'needs_transport'
      ELSE CAST(NULL AS TEXT)
    END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t31"."needs_transport" AS "holds_needs_transport",
    "t31"."helped" IS NOT NULL AS "holds_ride_arranged",
    AS_OF() <= CASE
      WHEN "t31"."needs_transport"
      THEN "t31"."deployment" + PARAM('care.transport_within')
      ELSE NULL
    END AS "holds_within_due_day",
    CAST("t31"."needs_transport" AS TEXT) AS "value_needs_transport",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t31"."helped" AS INT) AS TEXT) AS "value_ride_arranged",
    CAST(MAKE_DATE(1970, 1, 1) + CAST(CASE
      WHEN "t31"."needs_transport"
      THEN "t31"."deployment" + PARAM('care.transport_within')
      ELSE NULL
    END AS INT) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t29"."person_id",
        "t29"."unit_id",
        "t29"."is_medical",
        "t29"."deployment",
        "t29"."last_day",
        "t29"."is_open",
        "t29"."release",
        "t29"."next_deployment",
        "t29"."helped",
        "t11"."needs_transport"
      FROM (
        SELECT
          "t27".*
          EXCLUDE ("deployment_right", "person_id_right")
        FROM (
          SELECT
            "t5"."person_id",
            "t5"."unit_id",
            "t5"."is_medical",
            "t5"."deployment",
            "t5"."last_day",
            "t5"."is_open",
            "t5"."release",
            "t5"."next_deployment",
            "t26"."person_id" AS "person_id_right",
            "t26"."deployment" AS "deployment_right",
            "t26"."helped"
          FROM (
            SELECT
              *
            FROM "run"."deployment" AS "t0"
            WHERE
              "t0"."is_medical"
          ) AS "t5"
          LEFT OUTER JOIN (
            SELECT
              "t24"."person_id",
              "t24"."deployment",
              MIN("t24"."day") AS "helped"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t22".*
                  EXCLUDE ("next_deployment")
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t20"."day",
                      "t20"."named",
                      "t20"."person_id",
                      "t6"."deployment",
                      "t6"."next_deployment"
                    FROM (
                      SELECT
                        "t18"."day",
                        "t18"."named",
                        "t18"."subject_id" AS "person_id"
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
                            FROM "facts"."deliveries" AS "t2"
                            WHERE
                              IN_SCOPE("t2"."subject_id")
                          ) AS "t8"
                          WHERE
                            "t8"."provision" = 'M11-2'
                        ) AS "t13"
                        WHERE
                          "t13"."day" <= AS_OF()
                      ) AS "t18"
                    ) AS "t20"
                    INNER JOIN (
                      SELECT
                        "t0"."person_id",
                        "t0"."deployment",
                        "t0"."next_deployment"
                      FROM "run"."deployment" AS "t0"
                      WHERE
                        "t0"."is_medical"
                    ) AS "t6"
                      ON "t20"."person_id" = "t6"."person_id"
                  ) AS "t21"
                  WHERE
                    "t21"."day" >= "t21"."deployment"
                    AND (
                      (
                        "t21"."next_deployment" IS NULL
                      )
                      OR (
                        "t21"."day" < "t21"."next_deployment"
                      )
                    )
                ) AS "t22"
              ) AS "t23"
              WHERE
                (
                  "t23"."named" IS NULL
                ) OR (
                  "t23"."named" = "t23"."deployment"
                )
            ) AS "t24"
            GROUP BY
              1,
              2
          ) AS "t26"
            ON "t5"."person_id" = "t26"."person_id" AND "t5"."deployment" = "t26"."deployment"
        ) AS "t27"
      ) AS "t29"
      INNER JOIN (
        SELECT
          "t9"."person_id",
          "t9"."needs_transport"
        FROM "t7" AS "t9"
      ) AS "t11"
        ON "t29"."person_id" = "t11"."person_id"
    ) AS "t30"
    WHERE
      COALESCE("t30"."needs_transport", FALSE)
      OR (
        (
          "t30"."needs_transport" IS NULL
        )
        AND (
          "t30"."release" IS NULL
        )
        AND (
          "t30"."helped" IS NULL
        )
      )
  ) AS "t31"
)
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
) AS "t35"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t38"."obligation_id",
      "t38"."criterion",
      "t38"."holds",
      "t38"."value",
      COALESCE("t46"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t33"."obligation_id",
        'needs_transport' AS "criterion",
        "t33"."holds_needs_transport" AS "holds",
        "t33"."value_needs_transport" AS "value"
      FROM "t32" AS "t33"
    ) AS "t38"
    LEFT OUTER JOIN (
      SELECT
        "t42"."obligation_id",
        LISTAGG("t42"."ref", ';' ORDER BY "t42"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t34"."obligation_id",
            "t17"."ref"
          FROM "t32" AS "t34"
          INNER JOIN (
            SELECT
              "t9"."person_id",
              'people:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t9"."person_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
            FROM "t7" AS "t9"
          ) AS "t17"
            ON "t34"."person_id" = "t17"."person_id"
        ) AS "t40"
      ) AS "t42"
      GROUP BY
        1
    ) AS "t46"
      ON "t38"."obligation_id" = "t46"."obligation_id"
  ) AS "t48"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t39"."obligation_id",
      "t39"."criterion",
      "t39"."holds",
      "t39"."value",
      COALESCE("t47"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t33"."obligation_id",
        'ride_arranged' AS "criterion",
        "t33"."holds_ride_arranged" AS "holds",
        "t33"."value_ride_arranged" AS "value"
      FROM "t32" AS "t33"
    ) AS "t39"
    LEFT OUTER JOIN (
      SELECT
        "t43"."obligation_id",
        LISTAGG("t43"."ref", ';' ORDER BY "t43"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t34"."obligation_id",
            "t16"."ref"
          FROM "t32" AS "t34"
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
                "t2"."provision" = 'M11-2'
            ) AS "t12"
            WHERE
              "t12"."day" <= AS_OF()
          ) AS "t16"
            ON "t34"."person_id" = "t16"."subject_id" AND "t16"."day" = "t34"."helped"
        ) AS "t41"
      ) AS "t43"
      GROUP BY
        1
    ) AS "t47"
      ON "t39"."obligation_id" = "t47"."obligation_id"
  ) AS "t49"
) AS "t50"
