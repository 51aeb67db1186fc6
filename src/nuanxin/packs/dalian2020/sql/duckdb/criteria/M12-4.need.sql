WITH "t12" AS (
  SELECT
    *
  FROM (
    SELECT
      "t4"."delivery_id",
      "t4"."subject_id",
      "t4"."counterpart_id",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."on_date") AS "day",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."period_start") AS "named",
      "t4"."quantity" AS "amount",
      'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t4"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
    FROM (
      SELECT
        *
      FROM "facts"."deliveries" AS "t0"
      WHERE
        IN_SCOPE("t0"."subject_id")
    ) AS "t4"
    WHERE
      "t4"."provision" = 'M12-4'
  ) AS "t9"
  WHERE
    "t9"."day" <= AS_OF()
), "t33" AS (
  SELECT
    "t32"."person_id",
    "t32"."day",
    "t32"."needs",
    "t32"."unit_id",
    "t32"."first_spell",
    "t32"."by_name",
    "t32"."loose",
    "t32"."open",
    "t32"."solved",
    CONCAT_WS(
      '|',
      COALESCE('M12-4', ''),
      COALESCE('person', ''),
      COALESCE("t32"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t32"."day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M12-4' AS "provision",
    CAST(12 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t32"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t32"."day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t32"."day" AS INT) AS "period_end",
    CAST("t32"."needs" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST("t32"."solved" AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t32"."day" + PARAM('families.need_within') AS INT) AS "due_on",
    "t32"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t32"."solved" >= "t32"."needs"
      THEN 'met'
      WHEN NOT (
        AS_OF() <= (
          "t32"."day" + PARAM('families.need_within')
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t32"."needs" > 0 AS "holds_needs_stated",
    "t32"."solved" >= "t32"."needs" AS "holds_needs_solved",
    AS_OF() <= (
      "t32"."day" + PARAM('families.need_within')
    ) AS "holds_within_due_day",
    CAST("t32"."needs" AS TEXT) AS "value_needs_stated",
    CAST("t32"."solved" AS TEXT) AS "value_needs_solved",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t32"."day" + PARAM('families.need_within') AS INT) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t31"."person_id",
      "t31"."day",
      "t31"."needs",
      "t31"."unit_id",
      "t31"."first_spell",
      "t31"."by_name",
      "t31"."loose",
      "t31"."open",
      "t31"."by_name" + LEAST(
        GREATEST(
          COALESCE("t31"."loose", 0) - COALESCE(
            SUM("t31"."open") OVER (
              PARTITION BY "t31"."person_id"
              ORDER BY "t31"."day" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
            ),
            0
          ),
          0
        ),
        "t31"."open"
      ) AS "solved"
    FROM (
      SELECT
        "t30"."person_id",
        "t30"."day",
        "t30"."needs",
        "t30"."unit_id",
        "t30"."first_spell",
        LEAST(COALESCE("t30"."by_name", 0), "t30"."needs") AS "by_name",
        "t30"."loose",
        "t30"."needs" - LEAST(COALESCE("t30"."by_name", 0), "t30"."needs") AS "open"
      FROM (
        SELECT
          "t29".*
          EXCLUDE ("person_id_right")
        FROM (
          SELECT
            "t28"."person_id",
            "t28"."day",
            "t28"."needs",
            "t28"."unit_id",
            "t28"."first_spell",
            "t28"."by_name",
            "t21"."person_id" AS "person_id_right",
            "t21"."loose"
          FROM (
            SELECT
              "t26".*
              EXCLUDE ("day_right", "person_id_right")
            FROM (
              SELECT
                "t25"."person_id",
                "t25"."day",
                "t25"."needs",
                "t25"."unit_id",
                "t25"."first_spell",
                "t22"."person_id" AS "person_id_right",
                "t22"."day" AS "day_right",
                "t22"."by_name"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t20"."person_id",
                    "t20"."day",
                    "t20"."needs",
                    "t5"."unit_id",
                    "t7"."first_spell"
                  FROM (
                    SELECT
                      "t14"."person_id",
                      "t14"."day",
                      COUNT(*) AS "needs"
                    FROM (
                      SELECT
                        "t13"."delivery_id",
                        "t13"."subject_id",
                        "t13"."counterpart_id",
                        "t13"."day",
                        "t13"."named",
                        "t13"."amount",
                        "t13"."ref",
                        "t13"."subject_id" AS "person_id"
                      FROM "t12" AS "t13"
                      WHERE
                        "t13"."amount" = 0
                    ) AS "t14"
                    GROUP BY
                      1,
                      2
                  ) AS "t20"
                  INNER JOIN (
                    SELECT
                      "t1"."person_id",
                      "t1"."unit_id"
                    FROM "run"."person" AS "t1"
                    WHERE
                      "t1"."is_medical"
                  ) AS "t5"
                    ON "t20"."person_id" = "t5"."person_id"
                  INNER JOIN (
                    SELECT
                      "t2"."person_id",
                      MIN("t2"."start") AS "first_spell"
                    FROM "run"."stint" AS "t2"
                    GROUP BY
                      1
                  ) AS "t7"
                    ON "t20"."person_id" = "t7"."person_id"
                ) AS "t23"
                WHERE
                  "t23"."first_spell" <= "t23"."day"
              ) AS "t25"
              LEFT OUTER JOIN (
                SELECT
                  "t16"."person_id",
                  "t16"."day",
                  COUNT(*) AS "by_name"
                FROM (
                  SELECT
                    "t13"."named" AS "day",
                    "t13"."subject_id" AS "person_id"
                  FROM "t12" AS "t13"
                  WHERE
                    (
                      "t13"."amount" IS NULL
                    ) OR (
                      "t13"."amount" > 0
                    )
                ) AS "t16"
                GROUP BY
                  1,
                  2
              ) AS "t22"
                ON "t25"."person_id" = "t22"."person_id" AND "t25"."day" = "t22"."day"
            ) AS "t26"
          ) AS "t28"
          LEFT OUTER JOIN (
            SELECT
              "t15"."person_id",
              COUNT(*) AS "loose"
            FROM (
              SELECT
                "t13"."named",
                "t13"."subject_id" AS "person_id"
              FROM "t12" AS "t13"
              WHERE
                (
                  (
                    "t13"."amount" IS NULL
                  ) OR (
                    "t13"."amount" > 0
                  )
                )
                AND "t13"."named" IS NULL
            ) AS "t15"
            GROUP BY
              1
          ) AS "t21"
            ON "t28"."person_id" = "t21"."person_id"
        ) AS "t29"
      ) AS "t30"
    ) AS "t31"
  ) AS "t32"
)
SELECT
  *
FROM (
  SELECT
    "t34"."obligation_id",
    'within_due_day' AS "criterion",
    "t34"."holds_within_due_day" AS "holds",
    "t34"."value_within_due_day" AS "value",
    '' AS "fact_refs"
  FROM "t33" AS "t34"
) AS "t36"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t39"."obligation_id",
      "t39"."criterion",
      "t39"."holds",
      "t39"."value",
      COALESCE("t48"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t34"."obligation_id",
        'needs_stated' AS "criterion",
        "t34"."holds_needs_stated" AS "holds",
        "t34"."value_needs_stated" AS "value"
      FROM "t33" AS "t34"
    ) AS "t39"
    LEFT OUTER JOIN (
      SELECT
        "t44"."obligation_id",
        LISTAGG("t44"."ref", ';' ORDER BY "t44"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t35"."obligation_id",
            "t11"."ref"
          FROM "t33" AS "t35"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t0"."subject_id",
                "t0"."counterpart_id",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."on_date") AS "day",
                'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t0"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."deliveries" AS "t0"
              WHERE
                "t0"."provision" = 'M12-4'
            ) AS "t8"
            WHERE
              "t8"."day" <= AS_OF()
          ) AS "t11"
            ON "t35"."person_id" = "t11"."subject_id" AND "t11"."day" = "t35"."day"
        ) AS "t42"
      ) AS "t44"
      GROUP BY
        1
    ) AS "t48"
      ON "t39"."obligation_id" = "t48"."obligation_id"
  ) AS "t50"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t40"."obligation_id",
      "t40"."criterion",
      "t40"."holds",
      "t40"."value",
      COALESCE("t47"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t34"."obligation_id",
        'needs_solved' AS "criterion",
        "t34"."holds_needs_solved" AS "holds",
        "t34"."value_needs_solved" AS "value"
      FROM "t33" AS "t34"
    ) AS "t40"
    LEFT OUTER JOIN (
      SELECT
        "t43"."obligation_id",
        LISTAGG("t43"."ref", ';' ORDER BY "t43"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t35"."obligation_id",
            "t11"."ref"
          FROM "t33" AS "t35"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t0"."subject_id",
                "t0"."counterpart_id",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."on_date") AS "day",
                'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t0"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."deliveries" AS "t0"
              WHERE
                "t0"."provision" = 'M12-4'
            ) AS "t8"
            WHERE
              "t8"."day" <= AS_OF()
          ) AS "t11"
            ON "t35"."person_id" = "t11"."subject_id"
        ) AS "t41"
      ) AS "t43"
      GROUP BY
        1
    ) AS "t47"
      ON "t40"."obligation_id" = "t47"."obligation_id"
  ) AS "t49"
) AS "t51"
