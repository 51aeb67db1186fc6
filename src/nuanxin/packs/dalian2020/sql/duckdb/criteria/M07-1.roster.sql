WITH "t19" AS (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      "t17"."unit_id",
      UNNEST(
        RANGE(
          CAST(FLOOR((
            "t17"."start" + 3
          ) / (
            7
          )) AS BIGINT),
          CAST(FLOOR((
            "t17"."last_day" + 3
          ) / (
            7
          )) AS BIGINT) + 1,
          1
        )
      ) AS "week"
    FROM (
      SELECT
        "t16".*
        EXCLUDE ("run")
      FROM (
        SELECT
          "t15"."unit_id",
          "t15"."run",
          MIN("t15"."start") AS "start",
          MAX("t15"."last_day") AS "last_day",
          BOOL_OR(CAST("t15"."is_open" AS BOOLEAN)) AS "is_open"
        FROM (
          SELECT
            "t11"."unit_id",
            "t11"."start",
            "t11"."last_day",
            "t11"."is_open",
            "t11"."begins",
            COALESCE(
              SUM(CAST("t11"."begins" AS BIGINT)) OVER (
                PARTITION BY "t11"."unit_id"
                ORDER BY "t11"."start" ASC, "t11"."last_day" ASC
                RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ),
              0
            ) AS "run"
          FROM (
            SELECT
              "t3"."unit_id",
              "t3"."start",
              "t3"."last_day",
              "t3"."is_open",
              "t3"."start" > (
                MAX("t3"."last_day") OVER (
                  PARTITION BY "t3"."unit_id"
                  ORDER BY "t3"."start" ASC, "t3"."last_day" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                ) + 1
              ) AS "begins"
            FROM "run"."post_span" AS "t3"
          ) AS "t11"
        ) AS "t15"
        GROUP BY
          1,
          2
      ) AS "t16"
    ) AS "t17"
  ) AS "t18"
), "t32" AS (
  SELECT
    "t31"."unit_id",
    "t31"."week",
    "t31"."published",
    "t31"."planned",
    "t31"."traced",
    "t31"."first_day",
    CONCAT_WS(
      '|',
      COALESCE('M07-1', ''),
      COALESCE('unit', ''),
      COALESCE("t31"."unit_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t31"."first_day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M07-1' AS "provision",
    CAST(7 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'unit' AS "subject_kind",
    "t31"."unit_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t31"."first_day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t31"."first_day" + 6 AS INT) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE
      WHEN (
        "t31"."published" IS NOT NULL
      ) OR (
        "t31"."planned" > 0
      )
      THEN 1
      ELSE 0
    END AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t31"."first_day" - PARAM('roster.publish_ahead') AS INT) AS "due_on",
    "t31"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t31"."traced" IS NULL
      THEN 'unknown'
      ELSE CASE
        WHEN (
          "t31"."published" IS NOT NULL
        ) OR (
          "t31"."planned" > 0
        )
        THEN 'met'
        WHEN NOT (
          AS_OF() <= (
            "t31"."first_day" - PARAM('roster.publish_ahead')
          )
        )
        THEN 'overdue'
        ELSE 'owed'
      END
    END AS "state",
    CASE WHEN "t31"."traced" IS NULL THEN 'deliveries' ELSE CAST(NULL AS TEXT) END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t31"."published" IS NOT NULL AS "holds_published",
    "t31"."planned" > 0 AS "holds_planned",
    AS_OF() <= (
      "t31"."first_day" - PARAM('roster.publish_ahead')
    ) AS "holds_within_due_day",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t31"."published" AS INT) AS TEXT) AS "value_published",
    CAST("t31"."planned" AS TEXT) AS "value_planned",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t31"."first_day" - PARAM('roster.publish_ahead') AS INT) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t30"."unit_id",
      "t30"."week",
      "t30"."published",
      COALESCE("t30"."planned", 0) AS "planned",
      "t30"."traced",
      (
        "t30"."week" * 7
      ) - 3 AS "first_day"
    FROM (
      SELECT
        "t29"."unit_id",
        "t29"."week",
        "t29"."published",
        "t29"."planned",
        "t10"."traced"
      FROM (
        SELECT
          "t27"."unit_id",
          "t27"."week",
          "t27"."published",
          "t27"."planned"
        FROM (
          SELECT
            "t26"."unit_id",
            "t26"."week",
            "t26"."published",
            "t4"."unit_id" AS "unit_id_right",
            "t4"."week" AS "week_right",
            "t4"."planned"
          FROM (
            SELECT
              "t24"."unit_id",
              "t24"."week",
              "t24"."published"
            FROM (
              SELECT
                "t21"."unit_id",
                "t21"."week",
                "t5"."unit_id" AS "unit_id_right",
                "t5"."week" AS "week_right",
                "t5"."published"
              FROM "t19" AS "t21"
              SEMI JOIN (
                SELECT
                  "t20"."unit_id",
                  "t20"."week" + 1 AS "week"
                FROM "t19" AS "t20"
              ) AS "t23"
                ON "t21"."unit_id" = "t23"."unit_id" AND "t21"."week" = "t23"."week"
              LEFT OUTER JOIN "run"."published_week" AS "t5"
                ON "t21"."unit_id" = "t5"."unit_id" AND "t21"."week" = "t5"."week"
            ) AS "t24"
          ) AS "t26"
          LEFT OUTER JOIN "run"."planned_week" AS "t4"
            ON "t26"."unit_id" = "t4"."unit_id" AND "t26"."week" = "t4"."week"
        ) AS "t27"
      ) AS "t29"
      LEFT OUTER JOIN (
        SELECT
          "t8"."unit_id" AS "traced"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t1"."unit_id"
            FROM "run"."published_week" AS "t1"
          ) AS "t7"
          UNION
          SELECT
            *
          FROM (
            SELECT
              "t0"."unit_id"
            FROM "run"."planned_week" AS "t0"
          ) AS "t6"
        ) AS "t8"
      ) AS "t10"
        ON "t29"."unit_id" = "t10"."traced"
    ) AS "t30"
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
      COALESCE("t42"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t33"."obligation_id",
        'published' AS "criterion",
        "t33"."holds_published" AS "holds",
        "t33"."value_published" AS "value"
      FROM "t32" AS "t33"
    ) AS "t38"
    LEFT OUTER JOIN (
      SELECT
        "t40"."obligation_id",
        LISTAGG("t40"."ref", ';' ORDER BY "t40"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t34"."obligation_id",
            "t14"."ref"
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
                "t2"."provision" = 'M07-1'
            ) AS "t12"
            WHERE
              "t12"."day" <= AS_OF()
          ) AS "t14"
            ON "t34"."unit_id" = "t14"."subject_id" AND "t14"."day" = "t34"."published"
        ) AS "t39"
      ) AS "t40"
      GROUP BY
        1
    ) AS "t42"
      ON "t38"."obligation_id" = "t42"."obligation_id"
  ) AS "t43"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t33"."obligation_id",
      'planned' AS "criterion",
      "t33"."holds_planned" AS "holds",
      "t33"."value_planned" AS "value",
      '' AS "fact_refs"
    FROM "t32" AS "t33"
  ) AS "t36"
) AS "t44"
