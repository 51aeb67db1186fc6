WITH "t34" AS (
  SELECT
    "t33"."person_id",
    "t33"."unit_id",
    "t33"."is_medical",
    "t33"."deployment",
    "t33"."last_day",
    "t33"."is_open",
    "t33"."release",
    "t33"."next_deployment",
    "t33"."helped",
    "t33"."needs_transport",
    CONCAT_WS(
      '|',
      COALESCE('M11-2', ''),
      COALESCE('person', ''),
      COALESCE("t33"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t33"."deployment" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      )
    ) AS "obligation_id",
    'M11-2' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t33"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t33"."deployment" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t33"."release" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t33"."helped" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
      CAST(CASE
        WHEN "t33"."needs_transport"
        THEN "t33"."deployment" + PARAM('care.transport_within')
        ELSE NULL
      END AS INT)
    ) AS TIMESTAMP) AS DATE) AS "due_on",
    "t33"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t33"."needs_transport" IS NULL
      THEN 'unknown'
      ELSE CASE
        WHEN "t33"."helped" IS NOT NULL
        THEN 'met'
        WHEN NOT (
          AS_OF() <= CASE
            WHEN "t33"."needs_transport"
            THEN "t33"."deployment" + PARAM('care.transport_within')
            ELSE NULL
          END
        )
        THEN 'overdue'
        ELSE 'owed'
      END
    END AS "state",
    CASE
      WHEN "t33"."needs_transport" IS NULL
      THEN 'needs_transport'
      ELSE CAST(NULL AS TEXT)
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t33"."needs_transport" AS "holds_needs_transport",
    "t33"."helped" IS NOT NULL AS "holds_ride_arranged",
    AS_OF() <= CASE
      WHEN "t33"."needs_transport"
      THEN "t33"."deployment" + PARAM('care.transport_within')
      ELSE NULL
    END AS "holds_within_due_day",
    CAST("t33"."needs_transport" AS TEXT) AS "value_needs_transport",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t33"."helped" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_ride_arranged",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(
      CAST(CASE
        WHEN "t33"."needs_transport"
        THEN "t33"."deployment" + PARAM('care.transport_within')
        ELSE NULL
      END AS INT)
    ) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      *
    FROM (
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
        "t15"."needs_transport"
      FROM (
        SELECT
          "t29".*
          EXCLUDE ("deployment_right", "person_id_right")
        FROM (
          SELECT
            "t9"."person_id",
            "t9"."unit_id",
            "t9"."is_medical",
            "t9"."deployment",
            "t9"."last_day",
            "t9"."is_open",
            "t9"."release",
            "t9"."next_deployment",
            "t28"."person_id" AS "person_id_right",
            "t28"."deployment" AS "deployment_right",
            "t28"."helped"
          FROM (
            SELECT
              *
            FROM "run"."deployment" AS "t1"
            WHERE
              "t1"."is_medical"
          ) AS "t9"
          LEFT OUTER JOIN (
            SELECT
              "t26"."person_id",
              "t26"."deployment",
              MIN("t26"."day") AS "helped"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t24".*
                  EXCLUDE ("next_deployment")
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t22"."day",
                      "t22"."named",
                      "t22"."person_id",
                      "t10"."deployment",
                      "t10"."next_deployment"
                    FROM (
                      SELECT
                        "t20"."day",
                        "t20"."named",
                        "t20"."subject_id" AS "person_id"
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t13"."delivery_id",
                            "t13"."subject_id",
                            "t13"."counterpart_id",
                            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t13"."on_date") AS "day",
                            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t13"."period_start") AS "named",
                            "t13"."quantity" AS "amount",
                            'deliveries:' || CONCAT_WS('/', COALESCE("t13"."delivery_id", '')) AS "ref"
                          FROM (
                            SELECT
                              "t6"."delivery_id",
                              "t6"."provision",
                              "t6"."subject_id",
                              "t6"."on_date",
                              "t6"."quantity",
                              "t6"."counterpart_id",
                              "t6"."period_start"
                            FROM "facts"."deliveries" AS "t6"
                            SEMI JOIN "run"."scope" AS "t5"
                              ON "t6"."subject_id" = "t5"."person_id"
                          ) AS "t13"
                          WHERE
                            "t13"."provision" = 'M11-2'
                        ) AS "t19"
                        WHERE
                          "t19"."day" <= AS_OF()
                      ) AS "t20"
                    ) AS "t22"
                    INNER JOIN (
                      SELECT
                        "t1"."person_id",
                        "t1"."deployment",
                        "t1"."next_deployment"
                      FROM "run"."deployment" AS "t1"
                      WHERE
                        "t1"."is_medical"
                    ) AS "t10"
                      ON "t22"."person_id" = "t10"."person_id"
                  ) AS "t23"
                  WHERE
                    "t23"."day" >= "t23"."deployment"
                    AND (
                      (
                        "t23"."next_deployment" IS NULL
                      )
                      OR (
                        "t23"."day" < "t23"."next_deployment"
                      )
                    )
                ) AS "t24"
              ) AS "t25"
              WHERE
                (
                  "t25"."named" IS NULL
                ) OR (
                  "t25"."named" = "t25"."deployment"
                )
            ) AS "t26"
            GROUP BY
              1,
              2
          ) AS "t28"
            ON "t9"."person_id" = "t28"."person_id" AND "t9"."deployment" = "t28"."deployment"
        ) AS "t29"
      ) AS "t31"
      INNER JOIN (
        SELECT
          "t4"."person_id",
          "t4"."needs_transport"
        FROM "facts"."people" AS "t4"
        SEMI JOIN "run"."scope" AS "t5"
          ON "t4"."person_id" = "t5"."person_id"
      ) AS "t15"
        ON "t31"."person_id" = "t15"."person_id"
    ) AS "t32"
    WHERE
      COALESCE("t32"."needs_transport", FALSE)
      OR (
        (
          "t32"."needs_transport" IS NULL
        )
        AND (
          "t32"."release" IS NULL
        )
        AND (
          "t32"."helped" IS NULL
        )
      )
  ) AS "t33"
)
SELECT
  *
FROM (
  SELECT
    "t35"."obligation_id",
    'within_due_day' AS "criterion",
    "t35"."holds_within_due_day" AS "holds",
    "t35"."value_within_due_day" AS "value",
    '' AS "fact_refs"
  FROM "t34" AS "t35"
) AS "t37"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t40"."obligation_id",
      "t40"."criterion",
      "t40"."holds",
      "t40"."value",
      COALESCE("t48"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t35"."obligation_id",
        'needs_transport' AS "criterion",
        "t35"."holds_needs_transport" AS "holds",
        "t35"."value_needs_transport" AS "value"
      FROM "t34" AS "t35"
    ) AS "t40"
    LEFT OUTER JOIN (
      SELECT
        "t44"."obligation_id",
        LISTAGG("t44"."ref", ';' ORDER BY "t44"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t36"."obligation_id",
            "t16"."ref"
          FROM "t34" AS "t36"
          INNER JOIN (
            SELECT
              "t4"."person_id",
              'people:' || CONCAT_WS('/', COALESCE("t4"."person_id", '')) AS "ref"
            FROM "facts"."people" AS "t4"
            SEMI JOIN "run"."scope" AS "t5"
              ON "t4"."person_id" = "t5"."person_id"
          ) AS "t16"
            ON "t36"."person_id" = "t16"."person_id"
        ) AS "t42"
      ) AS "t44"
      GROUP BY
        1
    ) AS "t48"
      ON "t40"."obligation_id" = "t48"."obligation_id"
  ) AS "t50"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t41"."obligation_id",
      "t41"."criterion",
      "t41"."holds",
      "t41"."value",
      COALESCE("t49"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t35"."obligation_id",
        'ride_arranged' AS "criterion",
        "t35"."holds_ride_arranged" AS "holds",
        "t35"."value_ride_arranged" AS "value"
      FROM "t34" AS "t35"
    ) AS "t41"
    LEFT OUTER JOIN (
      SELECT
        "t45"."obligation_id",
        LISTAGG("t45"."ref", ';' ORDER BY "t45"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t36"."obligation_id",
            "t18"."ref"
          FROM "t34" AS "t36"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t3"."subject_id",
                "t3"."counterpart_id",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."on_date") AS "day",
                'deliveries:' || CONCAT_WS('/', COALESCE("t3"."delivery_id", '')) AS "ref"
              FROM "facts"."deliveries" AS "t3"
              WHERE
                "t3"."provision" = 'M11-2'
            ) AS "t12"
            WHERE
              "t12"."day" <= AS_OF()
          ) AS "t18"
            ON "t36"."person_id" = "t18"."subject_id" AND "t18"."day" = "t36"."helped"
        ) AS "t43"
      ) AS "t45"
      GROUP BY
        1
    ) AS "t49"
      ON "t41"."obligation_id" = "t49"."obligation_id"
  ) AS "t51"
) AS "t52"
