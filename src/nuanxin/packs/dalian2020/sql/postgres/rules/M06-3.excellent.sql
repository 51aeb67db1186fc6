SELECT
  "t37"."obligation_id",
  "t37"."provision",
  "t37"."measure",
  "t37"."modality",
  "t37"."subject_kind",
  "t37"."subject_id",
  "t37"."period_start",
  "t37"."period_end",
  "t37"."quantity",
  "t37"."quantity_unit",
  "t37"."quantity_met",
  "t37"."due_on",
  "t37"."owner_unit_id",
  "t37"."state",
  "t37"."missing",
  "t37"."as_of"
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
    "t36"."is_red",
    "t36"."start",
    "t36"."last",
    "t36"."given",
    CONCAT_WS(
      '|',
      COALESCE('M06-3', ''),
      COALESCE('unit', ''),
      COALESCE("t36"."unit_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t36"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M06-3' AS "provision",
    CAST(6 AS BIGINT) AS "measure",
    'MAY' AS "modality",
    'unit' AS "subject_kind",
    "t36"."unit_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t36"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t36"."last" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CASE
      WHEN "t36"."kind" IN ('party_organ', 'government_organ')
      THEN GREATEST(PARAM('assess.excellent_civil.cap_2020'), PARAM('assess.excellent_civil.cap_new'))
      ELSE GREATEST(
        PARAM('assess.excellent_institution.cap_2020'),
        PARAM('assess.excellent_institution.cap_new')
      )
    END AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t36"."unit_id" AS "owner_unit_id",
    CASE WHEN "t36"."given" IS NOT NULL THEN 'met' ELSE 'available' END AS "state",
    CAST(NULL AS VARCHAR) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t36"."days" > 0 AS "holds_days_at_front",
    (
      "t36"."ahead" * 100
    ) < (
      PARAM('assess.heavy_load_share') * "t36"."units"
    ) AS "holds_heavy_load",
    "t36"."is_red" IS NULL AS "holds_nothing_red",
    "t36"."given" IS NOT NULL AS "holds_given",
    CAST("t36"."days" AS VARCHAR) AS "value_days_at_front",
    CAST("t36"."ahead" + 1 AS VARCHAR) || '/' || CAST("t36"."units" AS VARCHAR) AS "value_heavy_load",
    CAST("t36"."is_red" IS NULL AS VARCHAR) AS "value_nothing_red",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t36"."given" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_given"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t34"."unit_id",
        "t34"."year",
        "t34"."days",
        "t34"."kind",
        "t34"."heads",
        "t34"."load",
        "t34"."ahead",
        "t34"."units",
        "t34"."is_red",
        "t34"."start",
        "t34"."last",
        "t34"."given"
      FROM (
        SELECT
          "t28"."unit_id",
          "t28"."year",
          "t28"."days",
          "t28"."kind",
          "t28"."heads",
          "t28"."load",
          "t28"."ahead",
          "t28"."units",
          "t28"."is_red",
          "t28"."start",
          "t28"."last",
          "t33"."unit_id" AS "unit_id_right",
          "t33"."year" AS "year_right",
          "t33"."given"
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
            "t25"."is_red",
            CAST((
              MAKE_DATE(CAST("t25"."year" AS INT), CAST(1 AS INT), CAST(1 AS INT)) - MAKE_DATE(1970, 1, 1)
            ) AS BIGINT) AS "start",
            CAST((
              MAKE_DATE(CAST("t25"."year" + 1 AS INT), CAST(1 AS INT), CAST(1 AS INT)) - MAKE_DATE(1970, 1, 1)
            ) AS BIGINT) - 1 AS "last"
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
              "t24"."is_red"
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
                "t20"."unit_id" AS "unit_id_right",
                "t20"."year" AS "year_right",
                "t20"."is_red"
              FROM (
                SELECT
                  "t21"."unit_id",
                  "t21"."year",
                  "t21"."days",
                  "t21"."kind",
                  "t21"."heads",
                  "t21"."load",
                  RANK() OVER (
                    PARTITION BY "t21"."year"
                    ORDER BY "t21"."load" DESC NULLS LAST
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) - 1 AS "ahead",
                  COUNT(*) OVER (
                    PARTITION BY "t21"."year"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "units"
                FROM (
                  SELECT
                    "t18"."unit_id",
                    "t18"."year",
                    "t18"."days",
                    "t18"."kind",
                    "t18"."heads",
                    CAST(CAST((
                      (
                        "t18"."days" * 1000000
                      ) - (
                        (
                          "t18"."days" * 1000000
                        ) % "t18"."heads"
                      )
                    ) AS DOUBLE PRECISION) / "t18"."heads" AS BIGINT) AS "load"
                  FROM (
                    SELECT
                      "t15"."unit_id",
                      "t15"."year",
                      "t15"."days",
                      "t11"."kind",
                      "t10"."heads"
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t3"."unit_id",
                          "t3"."year",
                          CAST(SUM("t3"."days") AS BIGINT) AS "days"
                        FROM "run"."front_days_of_unit" AS "t3"
                        GROUP BY
                          1,
                          2
                      ) AS "t8"
                      WHERE
                        "t8"."days" > 0
                    ) AS "t15"
                    INNER JOIN (
                      SELECT
                        "t4"."unit_id",
                        "t4"."kind"
                      FROM "facts"."units" AS "t4"
                      WHERE
                        "t4"."kind" IN ('party_organ', 'government_organ', 'public_institution', 'hospital', 'school')
                    ) AS "t11"
                      ON "t15"."unit_id" = "t11"."unit_id"
                    INNER JOIN (
                      SELECT
                        "t5"."unit_id",
                        COUNT(*) AS "heads"
                      FROM "facts"."people" AS "t5"
                      GROUP BY
                        1
                    ) AS "t10"
                      ON "t15"."unit_id" = "t10"."unit_id"
                  ) AS "t18"
                ) AS "t21"
              ) AS "t23"
              LEFT OUTER JOIN (
                SELECT
                  "t17"."unit_id",
                  "t17"."year",
                  TRUE AS "is_red"
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
                ON "t23"."unit_id" = "t20"."unit_id" AND "t23"."year" = "t20"."year"
            ) AS "t24"
          ) AS "t25"
        ) AS "t28"
        LEFT OUTER JOIN (
          SELECT
            "t31"."unit_id",
            "t31"."year",
            MIN("t31"."day") AS "given"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t29"."unit_id",
                "t29"."year",
                "t29"."start",
                "t29"."last",
                "t14"."subject_id",
                "t14"."quantity",
                "t14"."words",
                "t14"."day",
                "t14"."named"
              FROM (
                SELECT
                  "t25"."unit_id",
                  "t25"."year",
                  CAST((
                    MAKE_DATE(CAST("t25"."year" AS INT), CAST(1 AS INT), CAST(1 AS INT)) - MAKE_DATE(1970, 1, 1)
                  ) AS BIGINT) AS "start",
                  CAST((
                    MAKE_DATE(CAST("t25"."year" + 1 AS INT), CAST(1 AS INT), CAST(1 AS INT)) - MAKE_DATE(1970, 1, 1)
                  ) AS BIGINT) - 1 AS "last"
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
                    "t24"."is_red"
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
                      "t20"."unit_id" AS "unit_id_right",
                      "t20"."year" AS "year_right",
                      "t20"."is_red"
                    FROM (
                      SELECT
                        "t21"."unit_id",
                        "t21"."year",
                        "t21"."days",
                        "t21"."kind",
                        "t21"."heads",
                        "t21"."load",
                        RANK() OVER (
                          PARTITION BY "t21"."year"
                          ORDER BY "t21"."load" DESC NULLS LAST
                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                        ) - 1 AS "ahead",
                        COUNT(*) OVER (
                          PARTITION BY "t21"."year"
                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                        ) AS "units"
                      FROM (
                        SELECT
                          "t18"."unit_id",
                          "t18"."year",
                          "t18"."days",
                          "t18"."kind",
                          "t18"."heads",
                          CAST(CAST((
                            (
                              "t18"."days" * 1000000
                            ) - (
                              (
                                "t18"."days" * 1000000
                              ) % "t18"."heads"
                            )
                          ) AS DOUBLE PRECISION) / "t18"."heads" AS BIGINT) AS "load"
                        FROM (
                          SELECT
                            "t15"."unit_id",
                            "t15"."year",
                            "t15"."days",
                            "t11"."kind",
                            "t10"."heads"
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t3"."unit_id",
                                "t3"."year",
                                CAST(SUM("t3"."days") AS BIGINT) AS "days"
                              FROM "run"."front_days_of_unit" AS "t3"
                              GROUP BY
                                1,
                                2
                            ) AS "t8"
                            WHERE
                              "t8"."days" > 0
                          ) AS "t15"
                          INNER JOIN (
                            SELECT
                              "t4"."unit_id",
                              "t4"."kind"
                            FROM "facts"."units" AS "t4"
                            WHERE
                              "t4"."kind" IN ('party_organ', 'government_organ', 'public_institution', 'hospital', 'school')
                          ) AS "t11"
                            ON "t15"."unit_id" = "t11"."unit_id"
                          INNER JOIN (
                            SELECT
                              "t5"."unit_id",
                              COUNT(*) AS "heads"
                            FROM "facts"."people" AS "t5"
                            GROUP BY
                              1
                          ) AS "t10"
                            ON "t15"."unit_id" = "t10"."unit_id"
                        ) AS "t18"
                      ) AS "t21"
                    ) AS "t23"
                    LEFT OUTER JOIN (
                      SELECT
                        "t17"."unit_id",
                        "t17"."year",
                        TRUE AS "is_red"
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
                      ON "t23"."unit_id" = "t20"."unit_id" AND "t23"."year" = "t20"."year"
                  ) AS "t24"
                ) AS "t25"
              ) AS "t29"
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
                ON "t29"."unit_id" = "t14"."subject_id"
            ) AS "t30"
            WHERE
              "t30"."day" >= "t30"."start"
              AND CASE
                WHEN "t30"."named" IS NULL
                THEN "t30"."day" <= "t30"."last"
                ELSE "t30"."named" = "t30"."start"
              END
          ) AS "t31"
          GROUP BY
            1,
            2
        ) AS "t33"
          ON "t28"."unit_id" = "t33"."unit_id" AND "t28"."year" = "t33"."year"
      ) AS "t34"
    ) AS "t35"
    WHERE
      (
        "t35"."given" IS NOT NULL
      )
      OR (
        (
          (
            "t35"."ahead" * 100
          ) < (
            PARAM('assess.heavy_load_share') * "t35"."units"
          )
        )
        AND (
          "t35"."is_red" IS NULL
        )
      )
  ) AS "t36"
) AS "t37"
