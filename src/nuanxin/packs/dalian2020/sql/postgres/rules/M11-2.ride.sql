SELECT
  "t29"."obligation_id",
  "t29"."provision",
  "t29"."measure",
  "t29"."modality",
  "t29"."subject_kind",
  "t29"."subject_id",
  "t29"."period_start",
  "t29"."period_end",
  "t29"."quantity",
  "t29"."quantity_unit",
  "t29"."quantity_met",
  "t29"."due_on",
  "t29"."owner_unit_id",
  "t29"."state",
  "t29"."missing",
  "t29"."as_of"
FROM (
  SELECT
    "t28"."person_id",
    "t28"."unit_id",
    "t28"."is_medical",
    "t28"."deployment",
    "t28"."last_day",
    "t28"."is_open",
    "t28"."release",
    "t28"."next_deployment",
    "t28"."helped",
    "t28"."needs_transport",
    CONCAT_WS(
      '|',
      COALESCE('M11-2', ''),
      COALESCE('person', ''),
      COALESCE("t28"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t28"."deployment" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M11-2' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t28"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t28"."deployment" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t28"."release" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t28"."helped" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST(CASE
        WHEN "t28"."needs_transport"
        THEN "t28"."deployment" + PARAM('care.transport_within')
        ELSE NULL
      END AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "due_on",
    "t28"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t28"."needs_transport" IS NULL
      THEN 'unknown'
      ELSE CASE
        WHEN "t28"."helped" IS NOT NULL
        THEN 'met'
        WHEN NOT (
          AS_OF() <= CASE
            WHEN "t28"."needs_transport"
            THEN "t28"."deployment" + PARAM('care.transport_within')
            ELSE NULL
          END
        )
        THEN 'overdue'
        ELSE 'owed'
      END
    END AS "state",
    CASE
      WHEN "t28"."needs_transport" IS NULL
      THEN 'needs_transport'
      ELSE CAST(NULL AS VARCHAR)
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t28"."needs_transport" AS "holds_needs_transport",
    "t28"."helped" IS NOT NULL AS "holds_ride_arranged",
    AS_OF() <= CASE
      WHEN "t28"."needs_transport"
      THEN "t28"."deployment" + PARAM('care.transport_within')
      ELSE NULL
    END AS "holds_within_due_day",
    CAST("t28"."needs_transport" AS VARCHAR) AS "value_needs_transport",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t28"."helped" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_ride_arranged",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST(CASE
        WHEN "t28"."needs_transport"
        THEN "t28"."deployment" + PARAM('care.transport_within')
        ELSE NULL
      END AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_within_due_day"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t26"."person_id",
        "t26"."unit_id",
        "t26"."is_medical",
        "t26"."deployment",
        "t26"."last_day",
        "t26"."is_open",
        "t26"."release",
        "t26"."next_deployment",
        "t26"."helped",
        "t13"."needs_transport"
      FROM (
        SELECT
          "t24"."person_id",
          "t24"."unit_id",
          "t24"."is_medical",
          "t24"."deployment",
          "t24"."last_day",
          "t24"."is_open",
          "t24"."release",
          "t24"."next_deployment",
          "t24"."helped"
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
            "t23"."person_id" AS "person_id_right",
            "t23"."deployment" AS "deployment_right",
            "t23"."helped"
          FROM (
            SELECT
              *
            FROM "run"."deployment" AS "t1"
            WHERE
              "t1"."is_medical"
          ) AS "t9"
          LEFT OUTER JOIN (
            SELECT
              "t21"."person_id",
              "t21"."deployment",
              MIN("t21"."day") AS "helped"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t19"."day",
                  "t19"."named",
                  "t19"."person_id",
                  "t19"."deployment"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t17"."day",
                      "t17"."named",
                      "t17"."person_id",
                      "t10"."deployment",
                      "t10"."next_deployment"
                    FROM (
                      SELECT
                        "t15"."day",
                        "t15"."named",
                        "t15"."subject_id" AS "person_id"
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t12"."delivery_id",
                            "t12"."subject_id",
                            "t12"."counterpart_id",
                            CAST((
                              "t12"."on_date" - MAKE_DATE(1970, 1, 1)
                            ) AS BIGINT) AS "day",
                            CAST((
                              "t12"."period_start" - MAKE_DATE(1970, 1, 1)
                            ) AS BIGINT) AS "named",
                            "t12"."quantity" AS "amount",
                            'deliveries:' || CONCAT_WS('/', COALESCE("t12"."delivery_id", '')) AS "ref"
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
                            WHERE
                              EXISTS(
                                SELECT
                                  1
                                FROM "run"."scope" AS "t5"
                                WHERE
                                  "t6"."subject_id" = "t5"."person_id"
                              )
                          ) AS "t12"
                          WHERE
                            "t12"."provision" = 'M11-2'
                        ) AS "t14"
                        WHERE
                          "t14"."day" <= AS_OF()
                      ) AS "t15"
                    ) AS "t17"
                    INNER JOIN (
                      SELECT
                        "t1"."person_id",
                        "t1"."deployment",
                        "t1"."next_deployment"
                      FROM "run"."deployment" AS "t1"
                      WHERE
                        "t1"."is_medical"
                    ) AS "t10"
                      ON "t17"."person_id" = "t10"."person_id"
                  ) AS "t18"
                  WHERE
                    "t18"."day" >= "t18"."deployment"
                    AND (
                      (
                        "t18"."next_deployment" IS NULL
                      )
                      OR (
                        "t18"."day" < "t18"."next_deployment"
                      )
                    )
                ) AS "t19"
              ) AS "t20"
              WHERE
                (
                  "t20"."named" IS NULL
                ) OR (
                  "t20"."named" = "t20"."deployment"
                )
            ) AS "t21"
            GROUP BY
              1,
              2
          ) AS "t23"
            ON "t9"."person_id" = "t23"."person_id" AND "t9"."deployment" = "t23"."deployment"
        ) AS "t24"
      ) AS "t26"
      INNER JOIN (
        SELECT
          "t4"."person_id",
          "t4"."needs_transport"
        FROM "facts"."people" AS "t4"
        WHERE
          EXISTS(
            SELECT
              1
            FROM "run"."scope" AS "t5"
            WHERE
              "t4"."person_id" = "t5"."person_id"
          )
      ) AS "t13"
        ON "t26"."person_id" = "t13"."person_id"
    ) AS "t27"
    WHERE
      COALESCE("t27"."needs_transport", FALSE)
      OR (
        (
          "t27"."needs_transport" IS NULL
        )
        AND (
          "t27"."release" IS NULL
        )
        AND (
          "t27"."helped" IS NULL
        )
      )
  ) AS "t28"
) AS "t29"
