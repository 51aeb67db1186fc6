SELECT
  "t36"."obligation_id",
  "t36"."provision",
  "t36"."measure",
  "t36"."modality",
  "t36"."subject_kind",
  "t36"."subject_id",
  "t36"."period_start",
  "t36"."period_end",
  "t36"."quantity",
  "t36"."quantity_unit",
  "t36"."quantity_met",
  "t36"."due_on",
  "t36"."owner_unit_id",
  "t36"."state",
  "t36"."missing",
  "t36"."as_of"
FROM (
  SELECT
    "t35"."unit_id",
    "t35"."year",
    "t35"."days",
    "t35"."kind",
    "t35"."heads",
    "t35"."load",
    "t35"."ahead",
    "t35"."units",
    "t35"."red_unit",
    "t35"."start",
    "t35"."last",
    "t35"."given",
    CONCAT_WS(
      '|',
      COALESCE('M06-3', ''),
      COALESCE('unit', ''),
      COALESCE("t35"."unit_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t35"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M06-3' AS "provision",
    CAST(6 AS BIGINT) AS "measure",
    'MAY' AS "modality",
    'unit' AS "subject_kind",
    "t35"."unit_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t35"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t35"."last" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CASE
      WHEN "t35"."kind" IN ('party_organ', 'government_organ')
      THEN GREATEST(PARAM('assess.excellent_civil.cap_2020'), PARAM('assess.excellent_civil.cap_new'))
      ELSE GREATEST(
        PARAM('assess.excellent_institution.cap_2020'),
        PARAM('assess.excellent_institution.cap_new')
      )
    END AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t35"."unit_id" AS "owner_unit_id",
    CASE WHEN "t35"."given" IS NOT NULL THEN 'met' ELSE 'available' END AS "state",
    CAST(NULL AS VARCHAR) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t35"."days" > 0 AS "holds_days_at_front",
    (
      "t35"."ahead" * 100
    ) < (
      PARAM('assess.heavy_load_share') * "t35"."units"
    ) AS "holds_heavy_load",
    "t35"."red_unit" IS NULL AS "holds_nothing_red",
    "t35"."given" IS NOT NULL AS "holds_given",
    CAST("t35"."days" AS VARCHAR) AS "value_days_at_front",
    CAST("t35"."ahead" + 1 AS VARCHAR) || '/' || CAST("t35"."units" AS VARCHAR) AS "value_heavy_load",
    CAST("t35"."red_unit" IS NULL AS VARCHAR) AS "value_nothing_red",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t35"."given" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_given"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t33"."unit_id",
        "t33"."year",
        "t33"."days",
        "t33"."kind",
        "t33"."heads",
        "t33"."load",
        "t33"."ahead",
        "t33"."units",
        "t33"."red_unit",
        "t33"."start",
        "t33"."last",
        "t33"."given"
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
          "t27"."start",
          "t27"."last",
          "t32"."unit_id" AS "unit_id_right",
          "t32"."year" AS "year_right",
          "t32"."given"
        FROM (
          SELECT
            "t24"."unit_id",
            "t24"."year",
            "t24"."days",
            "t24"."kind",
            "t24"."heads",
            "t24"."load",
            "t24"."ahead",
            "t24"."units",
            "t24"."red_unit",
            CAST((
              MAKE_DATE(CAST("t24"."year" AS INT), CAST(1 AS INT), CAST(1 AS INT)) - MAKE_DATE(1970, 1, 1)
            ) AS BIGINT) AS "start",
            CAST((
              MAKE_DATE(CAST("t24"."year" + 1 AS INT), CAST(1 AS INT), CAST(1 AS INT)) - MAKE_DATE(1970, 1, 1)
            ) AS BIGINT) - 1 AS "last"
          FROM (
            SELECT
              "t23"."unit_id",
              "t23"."year",
              "t23"."days",
              "t23"."kind",
              "t23"."heads",
              "t23"."load",
              "t23"."ahead",
              "t23"."units",
              "t23"."red_unit"
            FROM (
              SELECT
                "t22"."unit_id",
                "t22"."year",
                "t22"."days",
                "t22"."kind",
                "t22"."heads",
                "t22"."load",
                "t22"."ahead",
                "t22"."units",
                "t20"."year" AS "year_right",
                "t20"."red_unit"
              FROM (
                SELECT
                  "t19"."unit_id",
                  "t19"."year",
                  "t19"."days",
                  "t19"."kind",
                  "t19"."heads",
                  "t19"."load",
                  RANK() OVER (
                    PARTITION BY "t19"."year"
                    ORDER BY "t19"."load" DESC NULLS LAST
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) - 1 AS "ahead",
                  COUNT(*) OVER (
                    PARTITION BY "t19"."year"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "units"
                FROM (
                  SELECT
                    "t15"."unit_id",
                    "t15"."year",
                    "t15"."days",
                    "t15"."kind",
                    "t15"."heads",
                    CAST(FLOOR(CAST((
                      "t15"."days" * 1000000
                    ) AS DOUBLE PRECISION) / (
                      "t15"."heads"
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
                  ) AS "t15"
                ) AS "t19"
              ) AS "t22"
              LEFT OUTER JOIN (
                SELECT
                  "t17"."year",
                  "t17"."unit_id" AS "red_unit"
                FROM (
                  SELECT
                    *
                  FROM "run"."uncovered_unit" AS "t0"
                  UNION
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t1"."unit_id",
                      CAST(CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t1"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) AS BIGINT) AS "year"
                    FROM "run"."judged_issue" AS "t1"
                    WHERE
                      NOT (
                        "t1"."is_allowed"
                      ) AND COALESCE("t1"."is_scarce", FALSE)
                  ) AS "t16"
                ) AS "t17"
              ) AS "t20"
                ON "t22"."unit_id" = "t20"."red_unit" AND "t22"."year" = "t20"."year"
            ) AS "t23"
          ) AS "t24"
        ) AS "t27"
        LEFT OUTER JOIN (
          SELECT
            "t30"."unit_id",
            "t30"."year",
            MIN("t30"."day") AS "given"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t28"."unit_id",
                "t28"."year",
                "t28"."start",
                "t28"."last",
                "t14"."subject_id",
                "t14"."quantity",
                "t14"."words",
                "t14"."day",
                "t14"."named"
              FROM (
                SELECT
                  "t24"."unit_id",
                  "t24"."year",
                  CAST((
                    MAKE_DATE(CAST("t24"."year" AS INT), CAST(1 AS INT), CAST(1 AS INT)) - MAKE_DATE(1970, 1, 1)
                  ) AS BIGINT) AS "start",
                  CAST((
                    MAKE_DATE(CAST("t24"."year" + 1 AS INT), CAST(1 AS INT), CAST(1 AS INT)) - MAKE_DATE(1970, 1, 1)
                  ) AS BIGINT) - 1 AS "last"
                FROM (
                  SELECT
                    "t23"."unit_id",
                    "t23"."year",
                    "t23"."days",
                    "t23"."kind",
                    "t23"."heads",
                    "t23"."load",
                    "t23"."ahead",
                    "t23"."units",
                    "t23"."red_unit"
                  FROM (
                    SELECT
                      "t22"."unit_id",
                      "t22"."year",
                      "t22"."days",
                      "t22"."kind",
                      "t22"."heads",
                      "t22"."load",
                      "t22"."ahead",
                      "t22"."units",
                      "t20"."year" AS "year_right",
                      "t20"."red_unit"
                    FROM (
                      SELECT
                        "t19"."unit_id",
                        "t19"."year",
                        "t19"."days",
                        "t19"."kind",
                        "t19"."heads",
                        "t19"."load",
                        RANK() OVER (
                          PARTITION BY "t19"."year"
                          ORDER BY "t19"."load" DESC NULLS LAST
                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                        ) - 1 AS "ahead",
                        COUNT(*) OVER (
                          PARTITION BY "t19"."year"
                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                        ) AS "units"
                      FROM (
                        SELECT
                          "t15"."unit_id",
                          "t15"."year",
                          "t15"."days",
                          "t15"."kind",
                          "t15"."heads",
                          CAST(FLOOR(CAST((
                            "t15"."days" * 1000000
                          ) AS DOUBLE PRECISION) / (
                            "t15"."heads"
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
                        ) AS "t15"
                      ) AS "t19"
                    ) AS "t22"
                    LEFT OUTER JOIN (
                      SELECT
                        "t17"."year",
                        "t17"."unit_id" AS "red_unit"
                      FROM (
                        SELECT
                          *
                        FROM "run"."uncovered_unit" AS "t0"
                        UNION
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t1"."unit_id",
                            CAST(CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t1"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) AS BIGINT) AS "year"
                          FROM "run"."judged_issue" AS "t1"
                          WHERE
                            NOT (
                              "t1"."is_allowed"
                            ) AND COALESCE("t1"."is_scarce", FALSE)
                        ) AS "t16"
                      ) AS "t17"
                    ) AS "t20"
                      ON "t22"."unit_id" = "t20"."red_unit" AND "t22"."year" = "t20"."year"
                  ) AS "t23"
                ) AS "t24"
              ) AS "t28"
              INNER JOIN (
                SELECT
                  *
                FROM (
                  SELECT
                    "t2"."subject_id",
                    "t2"."quantity",
                    "t2"."counterpart_id" AS "words",
                    CAST((
                      "t2"."on_date" - MAKE_DATE(1970, 1, 1)
                    ) AS BIGINT) AS "day",
                    CAST((
                      "t2"."period_start" - MAKE_DATE(1970, 1, 1)
                    ) AS BIGINT) AS "named"
                  FROM "facts"."deliveries" AS "t2"
                  WHERE
                    "t2"."provision" = 'M06-3'
                ) AS "t7"
                WHERE
                  "t7"."day" <= AS_OF() AND TRUE
              ) AS "t14"
                ON "t28"."unit_id" = "t14"."subject_id"
            ) AS "t29"
            WHERE
              "t29"."day" >= "t29"."start"
              AND CASE
                WHEN "t29"."named" IS NULL
                THEN "t29"."day" <= "t29"."last"
                ELSE "t29"."named" = "t29"."start"
              END
          ) AS "t30"
          GROUP BY
            1,
            2
        ) AS "t32"
          ON "t27"."unit_id" = "t32"."unit_id" AND "t27"."year" = "t32"."year"
      ) AS "t33"
    ) AS "t34"
    WHERE
      (
        "t34"."given" IS NOT NULL
      )
      OR (
        (
          (
            "t34"."ahead" * 100
          ) < (
            PARAM('assess.heavy_load_share') * "t34"."units"
          )
        )
        AND (
          "t34"."red_unit" IS NULL
        )
      )
  ) AS "t35"
) AS "t36"
