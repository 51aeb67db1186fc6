SELECT
  "t26"."obligation_id",
  "t26"."provision",
  "t26"."measure",
  "t26"."modality",
  "t26"."subject_kind",
  "t26"."subject_id",
  "t26"."period_start",
  "t26"."period_end",
  "t26"."quantity",
  "t26"."quantity_unit",
  "t26"."quantity_met",
  "t26"."due_on",
  "t26"."owner_unit_id",
  "t26"."state",
  "t26"."missing",
  "t26"."as_of"
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
    "t25"."helped",
    "t25"."needs_transport",
    CONCAT_WS(
      '|',
      COALESCE('M11-2', ''),
      COALESCE('person', ''),
      COALESCE("t25"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t25"."deployment" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M11-2' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t25"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t25"."deployment" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t25"."release" AS INT) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t25"."helped" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST(CASE
      WHEN "t25"."needs_transport"
      THEN "t25"."deployment" + PARAM('care.transport_within')
      ELSE NULL
    END AS INT) AS "due_on",
    "t25"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t25"."needs_transport" IS NULL
      THEN 'unknown'
      ELSE CASE
        WHEN "t25"."helped" IS NOT NULL
        THEN 'met'
        WHEN NOT (
          AS_OF() <= CASE
            WHEN "t25"."needs_transport"
            THEN "t25"."deployment" + PARAM('care.transport_within')
            ELSE NULL
          END
        )
        THEN 'overdue'
        ELSE 'owed'
      END
    END AS "state",
    CASE
      WHEN "t25"."needs_transport" IS NULL
      THEN 'needs_transport'
      ELSE CAST(NULL AS TEXT)
    END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t25"."needs_transport" AS "holds_needs_transport",
    "t25"."helped" IS NOT NULL AS "holds_ride_arranged",
    AS_OF() <= CASE
      WHEN "t25"."needs_transport"
      THEN "t25"."deployment" + PARAM('care.transport_within')
      ELSE NULL
    END AS "holds_within_due_day",
    CAST("t25"."needs_transport" AS TEXT) AS "value_needs_transport",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t25"."helped" AS INT) AS TEXT) AS "value_ride_arranged",
    CAST(MAKE_DATE(1970, 1, 1) + CAST(CASE
      WHEN "t25"."needs_transport"
      THEN "t25"."deployment" + PARAM('care.transport_within')
      ELSE NULL
    END AS INT) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t23"."person_id",
        "t23"."unit_id",
        "t23"."is_medical",
        "t23"."deployment",
        "t23"."last_day",
        "t23"."is_open",
        "t23"."release",
        "t23"."next_deployment",
        "t23"."helped",
        "t10"."needs_transport"
      FROM (
        SELECT
          "t21".*
          EXCLUDE ("deployment_right", "person_id_right")
        FROM (
          SELECT
            "t6"."person_id",
            "t6"."unit_id",
            "t6"."is_medical",
            "t6"."deployment",
            "t6"."last_day",
            "t6"."is_open",
            "t6"."release",
            "t6"."next_deployment",
            "t20"."person_id" AS "person_id_right",
            "t20"."deployment" AS "deployment_right",
            "t20"."helped"
          FROM (
            SELECT
              *
            FROM "run"."deployment" AS "t1"
            WHERE
              "t1"."is_medical"
          ) AS "t6"
          LEFT OUTER JOIN (
            SELECT
              "t18"."person_id",
              "t18"."deployment",
              MIN("t18"."day") AS "helped"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t16".*
                  EXCLUDE ("next_deployment")
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t14"."day",
                      "t14"."named",
                      "t14"."person_id",
                      "t7"."deployment",
                      "t7"."next_deployment"
                    FROM (
                      SELECT
                        "t12"."day",
                        "t12"."named",
                        "t12"."subject_id" AS "person_id"
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
                        ) AS "t11"
                        WHERE
                          "t11"."day" <= AS_OF()
                      ) AS "t12"
                    ) AS "t14"
                    INNER JOIN (
                      SELECT
                        "t1"."person_id",
                        "t1"."deployment",
                        "t1"."next_deployment"
                      FROM "run"."deployment" AS "t1"
                      WHERE
                        "t1"."is_medical"
                    ) AS "t7"
                      ON "t14"."person_id" = "t7"."person_id"
                  ) AS "t15"
                  WHERE
                    "t15"."day" >= "t15"."deployment"
                    AND (
                      (
                        "t15"."next_deployment" IS NULL
                      )
                      OR (
                        "t15"."day" < "t15"."next_deployment"
                      )
                    )
                ) AS "t16"
              ) AS "t17"
              WHERE
                (
                  "t17"."named" IS NULL
                ) OR (
                  "t17"."named" = "t17"."deployment"
                )
            ) AS "t18"
            GROUP BY
              1,
              2
          ) AS "t20"
            ON "t6"."person_id" = "t20"."person_id" AND "t6"."deployment" = "t20"."deployment"
        ) AS "t21"
      ) AS "t23"
      INNER JOIN (
        SELECT
          "t5"."person_id",
          "t5"."needs_transport"
        FROM (
          SELECT
            *
          FROM "facts"."people" AS "t0"
          WHERE
            IN_SCOPE("t0"."person_id")
        ) AS "t5"
      ) AS "t10"
        ON "t23"."person_id" = "t10"."person_id"
    ) AS "t24"
    WHERE
      COALESCE("t24"."needs_transport", FALSE)
      OR (
        (
          "t24"."needs_transport" IS NULL
        )
        AND (
          "t24"."release" IS NULL
        )
        AND (
          "t24"."helped" IS NULL
        )
      )
  ) AS "t25"
) AS "t26"
