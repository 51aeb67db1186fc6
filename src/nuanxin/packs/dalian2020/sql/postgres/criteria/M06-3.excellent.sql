WITH "t39" AS (
  SELECT
    "t38"."unit_id",
    "t38"."year",
    "t38"."days",
    "t38"."kind",
    "t38"."heads",
    "t38"."load",
    "t38"."ahead",
    "t38"."units",
    "t38"."red_unit",
    "t38"."start",
    "t38"."last",
    "t38"."given",
    CONCAT_WS(
      '|',
      COALESCE('M06-3', ''),
      COALESCE('unit', ''),
      COALESCE("t38"."unit_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t38"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M06-3' AS "provision",
    CAST(6 AS BIGINT) AS "measure",
    'MAY' AS "modality",
    'unit' AS "subject_kind",
    "t38"."unit_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t38"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t38"."last" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CASE
      WHEN "t38"."kind" IN ('party_organ', 'government_organ')
      THEN GREATEST(PARAM('assess.excellent_civil.cap_2020'), PARAM('assess.excellent_civil.cap_new'))
      ELSE GREATEST(
        PARAM('assess.excellent_institution.cap_2020'),
        PARAM('assess.excellent_institution.cap_new')
      )
    END AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t38"."unit_id" AS "owner_unit_id",
    CASE WHEN "t38"."given" IS NOT NULL THEN 'met' ELSE 'available' END AS "state",
    CAST(NULL AS VARCHAR) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t38"."days" > 0 AS "holds_days_at_front",
    (
      "t38"."ahead" * 100
    ) < (
      PARAM('assess.heavy_load_share') * "t38"."units"
    ) AS "holds_heavy_load",
    "t38"."red_unit" IS NULL AS "holds_nothing_red",
    "t38"."given" IS NOT NULL AS "holds_given",
    CAST("t38"."days" AS VARCHAR) AS "value_days_at_front",
    CAST("t38"."ahead" + 1 AS VARCHAR) || '/' || CAST("t38"."units" AS VARCHAR) AS "value_heavy_load",
    CAST("t38"."red_unit" IS NULL AS VARCHAR) AS "value_nothing_red",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t38"."given" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_given"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t36"."unit_id",
        "t36"."year",
        "t36"."days",
        "t36"."kind",
        "t36"."heads",
        "t36"."load",
        "t36"."ahead",
        "t36"."units",
        "t36"."red_unit",
        "t36"."start",
        "t36"."last",
        "t36"."given"
      FROM (
        SELECT
          "t30"."unit_id",
          "t30"."year",
          "t30"."days",
          "t30"."kind",
          "t30"."heads",
          "t30"."load",
          "t30"."ahead",
          "t30"."units",
          "t30"."red_unit",
          "t30"."start",
          "t30"."last",
          "t35"."unit_id" AS "unit_id_right",
          "t35"."year" AS "year_right",
          "t35"."given"
        FROM (
          SELECT
            "t27"."unit_id",
            "t27"."year",
            "t27"."days",
            "t27"."kind",
            "t27"."heads",
            "t27"."load",
            "t27"."ahead",
            "t27"."units",
            "t27"."red_unit",
            CAST((
              MAKE_DATE(CAST("t27"."year" AS INT), CAST(1 AS INT), CAST(1 AS INT)) - MAKE_DATE(1970, 1, 1)
            ) AS BIGINT) AS "start",
            CAST((
              MAKE_DATE(CAST("t27"."year" + 1 AS INT), CAST(1 AS INT), CAST(1 AS INT)) - MAKE_DATE(1970, 1, 1)
            ) AS BIGINT) - 1 AS "last"
          FROM (
            SELECT
              "t26"."unit_id",
              "t26"."year",
              "t26"."days",
              "t26"."kind",
              "t26"."heads",
              "t26"."load",
              "t26"."ahead",
              "t26"."units",
              "t26"."red_unit"
            FROM (
              SELECT
                "t25"."unit_id",
                "t25"."year",
                "t25"."days",
                "t25"."kind",
                "t25"."heads",
                "t25"."load",
                "t25"."ahead",
                "t25"."units",
                "t23"."year" AS "year_right",
                "t23"."red_unit"
              FROM (
                SELECT
                  "t22"."unit_id",
                  "t22"."year",
                  "t22"."days",
                  "t22"."kind",
                  "t22"."heads",
                  "t22"."load",
                  RANK() OVER (
                    PARTITION BY "t22"."year"
                    ORDER BY "t22"."load" DESC NULLS LAST
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) - 1 AS "ahead",
                  COUNT(*) OVER (
                    PARTITION BY "t22"."year"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "units"
                FROM (
                  SELECT
                    "t16"."unit_id",
                    "t16"."year",
                    "t16"."days",
                    "t16"."kind",
                    "t16"."heads",
                    CAST(FLOOR(CAST((
                      "t16"."days" * 1000000
                    ) AS DOUBLE PRECISION) / (
                      "t16"."heads"
                    )) AS BIGINT) AS "load"
                  FROM (
                    SELECT
                      "t11"."unit_id",
                      "t11"."year",
                      "t11"."days",
                      "t12"."kind",
                      "t10"."heads"
                    FROM (
                      SELECT
                        "t3"."unit_id",
                        "t3"."year",
                        CAST(SUM("t3"."days") AS BIGINT) AS "days"
                      FROM "run"."front_days_of_unit" AS "t3"
                      GROUP BY
                        1,
                        2
                    ) AS "t11"
                    INNER JOIN (
                      SELECT
                        "t4"."unit_id",
                        "t4"."kind"
                      FROM "facts"."units" AS "t4"
                      WHERE
                        "t4"."kind" IN ('party_organ', 'government_organ', 'public_institution', 'hospital', 'school')
                    ) AS "t12"
                      ON "t11"."unit_id" = "t12"."unit_id"
                    INNER JOIN (
                      SELECT
                        "t5"."unit_id",
                        COUNT(*) AS "heads"
                      FROM "facts"."people" AS "t5"
                      GROUP BY
                        1
                    ) AS "t10"
                      ON "t11"."unit_id" = "t10"."unit_id"
                  ) AS "t16"
                ) AS "t22"
              ) AS "t25"
              LEFT OUTER JOIN (
                SELECT
                  "t19"."year",
                  "t19"."unit_id" AS "red_unit"
                FROM (
                  SELECT
                    *
                  FROM "run"."uncovered_unit" AS "t1"
                  UNION
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t2"."unit_id",
                      CAST(CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t2"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) AS BIGINT) AS "year"
                    FROM "run"."judged_issue" AS "t2"
                    WHERE
                      NOT (
                        "t2"."is_allowed"
                      ) AND COALESCE("t2"."is_scarce", FALSE)
                  ) AS "t17"
                ) AS "t19"
              ) AS "t23"
                ON "t25"."unit_id" = "t23"."red_unit" AND "t25"."year" = "t23"."year"
            ) AS "t26"
          ) AS "t27"
        ) AS "t30"
        LEFT OUTER JOIN (
          SELECT
            "t33"."unit_id",
            "t33"."year",
            MIN("t33"."day") AS "given"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t31"."unit_id",
                "t31"."year",
                "t31"."start",
                "t31"."last",
                "t15"."subject_id",
                "t15"."quantity",
                "t15"."words",
                "t15"."day",
                "t15"."named"
              FROM (
                SELECT
                  "t27"."unit_id",
                  "t27"."year",
                  CAST((
                    MAKE_DATE(CAST("t27"."year" AS INT), CAST(1 AS INT), CAST(1 AS INT)) - MAKE_DATE(1970, 1, 1)
                  ) AS BIGINT) AS "start",
                  CAST((
                    MAKE_DATE(CAST("t27"."year" + 1 AS INT), CAST(1 AS INT), CAST(1 AS INT)) - MAKE_DATE(1970, 1, 1)
                  ) AS BIGINT) - 1 AS "last"
                FROM (
                  SELECT
                    "t26"."unit_id",
                    "t26"."year",
                    "t26"."days",
                    "t26"."kind",
                    "t26"."heads",
                    "t26"."load",
                    "t26"."ahead",
                    "t26"."units",
                    "t26"."red_unit"
                  FROM (
                    SELECT
                      "t25"."unit_id",
                      "t25"."year",
                      "t25"."days",
                      "t25"."kind",
                      "t25"."heads",
                      "t25"."load",
                      "t25"."ahead",
                      "t25"."units",
                      "t23"."year" AS "year_right",
                      "t23"."red_unit"
                    FROM (
                      SELECT
                        "t22"."unit_id",
                        "t22"."year",
                        "t22"."days",
                        "t22"."kind",
                        "t22"."heads",
                        "t22"."load",
                        RANK() OVER (
                          PARTITION BY "t22"."year"
                          ORDER BY "t22"."load" DESC NULLS LAST
                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                        ) - 1 AS "ahead",
                        COUNT(*) OVER (
                          PARTITION BY "t22"."year"
                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                        ) AS "units"
                      FROM (
                        SELECT
                          "t16"."unit_id",
                          "t16"."year",
                          "t16"."days",
                          "t16"."kind",
                          "t16"."heads",
                          CAST(FLOOR(CAST((
                            "t16"."days" * 1000000
                          ) AS DOUBLE PRECISION) / (
                            "t16"."heads"
                          )) AS BIGINT) AS "load"
                        FROM (
                          SELECT
                            "t11"."unit_id",
                            "t11"."year",
                            "t11"."days",
                            "t12"."kind",
                            "t10"."heads"
                          FROM (
                            SELECT
                              "t3"."unit_id",
                              "t3"."year",
                              CAST(SUM("t3"."days") AS BIGINT) AS "days"
                            FROM "run"."front_days_of_unit" AS "t3"
                            GROUP BY
                              1,
                              2
                          ) AS "t11"
                          INNER JOIN (
                            SELECT
                              "t4"."unit_id",
                              "t4"."kind"
                            FROM "facts"."units" AS "t4"
                            WHERE
                              "t4"."kind" IN ('party_organ', 'government_organ', 'public_institution', 'hospital', 'school')
                          ) AS "t12"
                            ON "t11"."unit_id" = "t12"."unit_id"
                          INNER JOIN (
                            SELECT
                              "t5"."unit_id",
                              COUNT(*) AS "heads"
                            FROM "facts"."people" AS "t5"
                            GROUP BY
                              1
                          ) AS "t10"
                            ON "t11"."unit_id" = "t10"."unit_id"
                        ) AS "t16"
                      ) AS "t22"
                    ) AS "t25"
                    LEFT OUTER JOIN (
                      SELECT
                        "t19"."year",
                        "t19"."unit_id" AS "red_unit"
                      FROM (
                        SELECT
                          *
                        FROM "run"."uncovered_unit" AS "t1"
                        UNION
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t2"."unit_id",
                            CAST(CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t2"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) AS BIGINT) AS "year"
                          FROM "run"."judged_issue" AS "t2"
                          WHERE
                            NOT (
                              "t2"."is_allowed"
                            ) AND COALESCE("t2"."is_scarce", FALSE)
                        ) AS "t17"
                      ) AS "t19"
                    ) AS "t23"
                      ON "t25"."unit_id" = "t23"."red_unit" AND "t25"."year" = "t23"."year"
                  ) AS "t26"
                ) AS "t27"
              ) AS "t31"
              INNER JOIN (
                SELECT
                  *
                FROM (
                  SELECT
                    "t0"."subject_id",
                    "t0"."quantity",
                    "t0"."counterpart_id" AS "words",
                    CAST((
                      "t0"."on_date" - MAKE_DATE(1970, 1, 1)
                    ) AS BIGINT) AS "day",
                    CAST((
                      "t0"."period_start" - MAKE_DATE(1970, 1, 1)
                    ) AS BIGINT) AS "named"
                  FROM "facts"."deliveries" AS "t0"
                  WHERE
                    "t0"."provision" = 'M06-3'
                ) AS "t7"
                WHERE
                  "t7"."day" <= AS_OF() AND TRUE
              ) AS "t15"
                ON "t31"."unit_id" = "t15"."subject_id"
            ) AS "t32"
            WHERE
              "t32"."day" >= "t32"."start"
              AND CASE
                WHEN "t32"."named" IS NULL
                THEN "t32"."day" <= "t32"."last"
                ELSE "t32"."named" = "t32"."start"
              END
          ) AS "t33"
          GROUP BY
            1,
            2
        ) AS "t35"
          ON "t30"."unit_id" = "t35"."unit_id" AND "t30"."year" = "t35"."year"
      ) AS "t36"
    ) AS "t37"
    WHERE
      (
        "t37"."given" IS NOT NULL
      )
      OR (
        (
          (
            "t37"."ahead" * 100
          ) < (
            PARAM('assess.heavy_load_share') * "t37"."units"
          )
        )
        AND (
          "t37"."red_unit" IS NULL
        )
      )
  ) AS "t38"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t40"."obligation_id",
      'days_at_front' AS "criterion",
      "t40"."holds_days_at_front" AS "holds",
      "t40"."value_days_at_front" AS "value",
      '' AS "fact_refs"
    FROM "t39" AS "t40"
  ) AS "t42"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t40"."obligation_id",
      'heavy_load' AS "criterion",
      "t40"."holds_heavy_load" AS "holds",
      "t40"."value_heavy_load" AS "value",
      '' AS "fact_refs"
    FROM "t39" AS "t40"
  ) AS "t43"
) AS "t46"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t40"."obligation_id",
      'nothing_red' AS "criterion",
      "t40"."holds_nothing_red" AS "holds",
      "t40"."value_nothing_red" AS "value",
      '' AS "fact_refs"
    FROM "t39" AS "t40"
  ) AS "t44"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t47"."obligation_id",
      "t47"."criterion",
      "t47"."holds",
      "t47"."value",
      COALESCE("t51"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t40"."obligation_id",
        'given' AS "criterion",
        "t40"."holds_given" AS "holds",
        "t40"."value_given" AS "value"
      FROM "t39" AS "t40"
    ) AS "t47"
    LEFT OUTER JOIN (
      SELECT
        "t49"."obligation_id",
        STRING_AGG("t49"."ref", ';' ORDER BY "t49"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t41"."obligation_id",
            "t20"."ref"
          FROM "t39" AS "t41"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t0"."subject_id",
                "t0"."counterpart_id",
                CAST((
                  "t0"."on_date" - MAKE_DATE(1970, 1, 1)
                ) AS BIGINT) AS "day",
                'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t0"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."deliveries" AS "t0"
              WHERE
                "t0"."provision" = 'M06-3'
            ) AS "t14"
            WHERE
              "t14"."day" <= AS_OF()
          ) AS "t20"
            ON "t41"."unit_id" = "t20"."subject_id" AND "t20"."day" = "t41"."given"
        ) AS "t48"
      ) AS "t49"
      GROUP BY
        1
    ) AS "t51"
      ON "t47"."obligation_id" = "t51"."obligation_id"
  ) AS "t52"
) AS "t53"
