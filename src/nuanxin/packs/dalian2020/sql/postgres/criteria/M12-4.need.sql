WITH "t15" AS (
  SELECT
    *
  FROM (
    SELECT
      "t11"."delivery_id",
      "t11"."subject_id",
      "t11"."counterpart_id",
      CAST((
        "t11"."on_date" - MAKE_DATE(1970, 1, 1)
      ) AS BIGINT) AS "day",
      CAST((
        "t11"."period_start" - MAKE_DATE(1970, 1, 1)
      ) AS BIGINT) AS "named",
      "t11"."quantity" AS "amount",
      'deliveries:' || CONCAT_WS('/', COALESCE("t11"."delivery_id", '')) AS "ref"
    FROM (
      SELECT
        "t4"."delivery_id",
        "t4"."provision",
        "t4"."subject_id",
        "t4"."on_date",
        "t4"."quantity",
        "t4"."counterpart_id",
        "t4"."period_start"
      FROM "facts"."deliveries" AS "t4"
      WHERE
        EXISTS(
          SELECT
            1
          FROM "run"."scope" AS "t5"
          WHERE
            "t4"."subject_id" = "t5"."person_id"
        )
    ) AS "t11"
    WHERE
      "t11"."provision" = 'M12-4'
  ) AS "t14"
  WHERE
    "t14"."day" <= AS_OF()
), "t36" AS (
  SELECT
    "t35"."person_id",
    "t35"."day",
    "t35"."needs",
    "t35"."unit_id",
    "t35"."first_spell",
    "t35"."by_name",
    "t35"."loose",
    "t35"."open",
    "t35"."solved",
    CONCAT_WS(
      '|',
      COALESCE('M12-4', ''),
      COALESCE('person', ''),
      COALESCE("t35"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t35"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M12-4' AS "provision",
    CAST(12 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t35"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t35"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t35"."day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST("t35"."needs" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST("t35"."solved" AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t35"."day" + PARAM('families.need_within') AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "due_on",
    "t35"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t35"."solved" >= "t35"."needs"
      THEN 'met'
      WHEN NOT (
        AS_OF() <= (
          "t35"."day" + PARAM('families.need_within')
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS VARCHAR) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t35"."needs" > 0 AS "holds_needs_stated",
    "t35"."solved" >= "t35"."needs" AS "holds_needs_solved",
    AS_OF() <= (
      "t35"."day" + PARAM('families.need_within')
    ) AS "holds_within_due_day",
    CAST("t35"."needs" AS VARCHAR) AS "value_needs_stated",
    CAST("t35"."solved" AS VARCHAR) AS "value_needs_solved",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t35"."day" + PARAM('families.need_within') AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_within_due_day"
  FROM (
    SELECT
      "t34"."person_id",
      "t34"."day",
      "t34"."needs",
      "t34"."unit_id",
      "t34"."first_spell",
      "t34"."by_name",
      "t34"."loose",
      "t34"."open",
      "t34"."by_name" + LEAST(
        GREATEST(
          COALESCE("t34"."loose", 0) - COALESCE(
            CAST(SUM("t34"."open") OVER (
              PARTITION BY "t34"."person_id"
              ORDER BY "t34"."day" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
            ) AS BIGINT),
            0
          ),
          0
        ),
        "t34"."open"
      ) AS "solved"
    FROM (
      SELECT
        "t33"."person_id",
        "t33"."day",
        "t33"."needs",
        "t33"."unit_id",
        "t33"."first_spell",
        LEAST(COALESCE("t33"."by_name", 0), "t33"."needs") AS "by_name",
        "t33"."loose",
        "t33"."needs" - LEAST(COALESCE("t33"."by_name", 0), "t33"."needs") AS "open"
      FROM (
        SELECT
          "t32"."person_id",
          "t32"."day",
          "t32"."needs",
          "t32"."unit_id",
          "t32"."first_spell",
          "t32"."by_name",
          "t32"."loose"
        FROM (
          SELECT
            "t31"."person_id",
            "t31"."day",
            "t31"."needs",
            "t31"."unit_id",
            "t31"."first_spell",
            "t31"."by_name",
            "t24"."person_id" AS "person_id_right",
            "t24"."loose"
          FROM (
            SELECT
              "t29"."person_id",
              "t29"."day",
              "t29"."needs",
              "t29"."unit_id",
              "t29"."first_spell",
              "t29"."by_name"
            FROM (
              SELECT
                "t28"."person_id",
                "t28"."day",
                "t28"."needs",
                "t28"."unit_id",
                "t28"."first_spell",
                "t25"."person_id" AS "person_id_right",
                "t25"."day" AS "day_right",
                "t25"."by_name"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t23"."person_id",
                    "t23"."day",
                    "t23"."needs",
                    "t7"."unit_id",
                    "t9"."first_spell"
                  FROM (
                    SELECT
                      "t17"."person_id",
                      "t17"."day",
                      COUNT(*) AS "needs"
                    FROM (
                      SELECT
                        "t16"."delivery_id",
                        "t16"."subject_id",
                        "t16"."counterpart_id",
                        "t16"."day",
                        "t16"."named",
                        "t16"."amount",
                        "t16"."ref",
                        "t16"."subject_id" AS "person_id"
                      FROM "t15" AS "t16"
                      WHERE
                        "t16"."amount" = 0
                    ) AS "t17"
                    GROUP BY
                      1,
                      2
                  ) AS "t23"
                  INNER JOIN (
                    SELECT
                      "t1"."person_id",
                      "t1"."unit_id"
                    FROM "run"."person" AS "t1"
                    WHERE
                      "t1"."is_medical"
                  ) AS "t7"
                    ON "t23"."person_id" = "t7"."person_id"
                  INNER JOIN (
                    SELECT
                      "t2"."person_id",
                      MIN("t2"."start") AS "first_spell"
                    FROM "run"."stint" AS "t2"
                    GROUP BY
                      1
                  ) AS "t9"
                    ON "t23"."person_id" = "t9"."person_id"
                ) AS "t26"
                WHERE
                  "t26"."first_spell" <= "t26"."day"
              ) AS "t28"
              LEFT OUTER JOIN (
                SELECT
                  "t19"."person_id",
                  "t19"."day",
                  COUNT(*) AS "by_name"
                FROM (
                  SELECT
                    "t16"."named" AS "day",
                    "t16"."subject_id" AS "person_id"
                  FROM "t15" AS "t16"
                  WHERE
                    (
                      (
                        "t16"."amount" IS NULL
                      ) OR (
                        "t16"."amount" > 0
                      )
                    )
                    AND "t16"."named" IS NOT NULL
                ) AS "t19"
                GROUP BY
                  1,
                  2
              ) AS "t25"
                ON "t28"."person_id" = "t25"."person_id" AND "t28"."day" = "t25"."day"
            ) AS "t29"
          ) AS "t31"
          LEFT OUTER JOIN (
            SELECT
              "t18"."person_id",
              COUNT(*) AS "loose"
            FROM (
              SELECT
                "t16"."named",
                "t16"."subject_id" AS "person_id"
              FROM "t15" AS "t16"
              WHERE
                (
                  (
                    "t16"."amount" IS NULL
                  ) OR (
                    "t16"."amount" > 0
                  )
                )
                AND "t16"."named" IS NULL
            ) AS "t18"
            GROUP BY
              1
          ) AS "t24"
            ON "t31"."person_id" = "t24"."person_id"
        ) AS "t32"
      ) AS "t33"
    ) AS "t34"
  ) AS "t35"
)
SELECT
  *
FROM (
  SELECT
    "t37"."obligation_id",
    'within_due_day' AS "criterion",
    "t37"."holds_within_due_day" AS "holds",
    "t37"."value_within_due_day" AS "value",
    '' AS "fact_refs"
  FROM "t36" AS "t37"
) AS "t39"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t42"."obligation_id",
      "t42"."criterion",
      "t42"."holds",
      "t42"."value",
      COALESCE("t51"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t37"."obligation_id",
        'needs_stated' AS "criterion",
        "t37"."holds_needs_stated" AS "holds",
        "t37"."value_needs_stated" AS "value"
      FROM "t36" AS "t37"
    ) AS "t42"
    LEFT OUTER JOIN (
      SELECT
        "t47"."obligation_id",
        STRING_AGG("t47"."ref", ';' ORDER BY "t47"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t38"."obligation_id",
            "t13"."ref"
          FROM "t36" AS "t38"
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
                'deliveries:' || CONCAT_WS('/', COALESCE("t0"."delivery_id", '')) AS "ref"
              FROM "facts"."deliveries" AS "t0"
              WHERE
                "t0"."provision" = 'M12-4'
            ) AS "t10"
            WHERE
              "t10"."day" <= AS_OF()
          ) AS "t13"
            ON "t38"."person_id" = "t13"."subject_id" AND "t13"."day" = "t38"."day"
        ) AS "t45"
      ) AS "t47"
      GROUP BY
        1
    ) AS "t51"
      ON "t42"."obligation_id" = "t51"."obligation_id"
  ) AS "t53"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t43"."obligation_id",
      "t43"."criterion",
      "t43"."holds",
      "t43"."value",
      COALESCE("t50"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t37"."obligation_id",
        'needs_solved' AS "criterion",
        "t37"."holds_needs_solved" AS "holds",
        "t37"."value_needs_solved" AS "value"
      FROM "t36" AS "t37"
    ) AS "t43"
    LEFT OUTER JOIN (
      SELECT
        "t46"."obligation_id",
        STRING_AGG("t46"."ref", ';' ORDER BY "t46"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t38"."obligation_id",
            "t13"."ref"
          FROM "t36" AS "t38"
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
                'deliveries:' || CONCAT_WS('/', COALESCE("t0"."delivery_id", '')) AS "ref"
              FROM "facts"."deliveries" AS "t0"
              WHERE
                "t0"."provision" = 'M12-4'
            ) AS "t10"
            WHERE
              "t10"."day" <= AS_OF()
          ) AS "t13"
            ON "t38"."person_id" = "t13"."subject_id"
        ) AS "t44"
      ) AS "t46"
      GROUP BY
        1
    ) AS "t50"
      ON "t43"."obligation_id" = "t50"."obligation_id"
  ) AS "t52"
) AS "t54"
