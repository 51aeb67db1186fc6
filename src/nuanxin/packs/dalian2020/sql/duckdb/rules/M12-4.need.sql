WITH "t9" AS (
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
  ) AS "t8"
  WHERE
    "t8"."day" <= AS_OF()
)
SELECT
  "t30"."obligation_id",
  "t30"."provision",
  "t30"."measure",
  "t30"."modality",
  "t30"."subject_kind",
  "t30"."subject_id",
  "t30"."period_start",
  "t30"."period_end",
  "t30"."quantity",
  "t30"."quantity_unit",
  "t30"."quantity_met",
  "t30"."due_on",
  "t30"."owner_unit_id",
  "t30"."state",
  "t30"."missing",
  "t30"."as_of"
FROM (
  SELECT
    "t29"."person_id",
    "t29"."day",
    "t29"."needs",
    "t29"."unit_id",
    "t29"."first_spell",
    "t29"."by_name",
    "t29"."loose",
    "t29"."open",
    "t29"."solved",
    CONCAT_WS(
      '|',
      COALESCE('M12-4', ''),
      COALESCE('person', ''),
      COALESCE("t29"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t29"."day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M12-4' AS "provision",
    CAST(12 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t29"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t29"."day" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t29"."day" AS INT) AS "period_end",
    CAST("t29"."needs" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST("t29"."solved" AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t29"."day" + PARAM('families.need_within') AS INT) AS "due_on",
    "t29"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t29"."solved" >= "t29"."needs"
      THEN 'met'
      WHEN NOT (
        AS_OF() <= (
          "t29"."day" + PARAM('families.need_within')
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t29"."needs" > 0 AS "holds_needs_stated",
    "t29"."solved" >= "t29"."needs" AS "holds_needs_solved",
    AS_OF() <= (
      "t29"."day" + PARAM('families.need_within')
    ) AS "holds_within_due_day",
    CAST("t29"."needs" AS TEXT) AS "value_needs_stated",
    CAST("t29"."solved" AS TEXT) AS "value_needs_solved",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t29"."day" + PARAM('families.need_within') AS INT) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t28"."person_id",
      "t28"."day",
      "t28"."needs",
      "t28"."unit_id",
      "t28"."first_spell",
      "t28"."by_name",
      "t28"."loose",
      "t28"."open",
      "t28"."by_name" + LEAST(
        GREATEST(
          COALESCE("t28"."loose", 0) - COALESCE(
            SUM("t28"."open") OVER (
              PARTITION BY "t28"."person_id"
              ORDER BY "t28"."day" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
            ),
            0
          ),
          0
        ),
        "t28"."open"
      ) AS "solved"
    FROM (
      SELECT
        "t27"."person_id",
        "t27"."day",
        "t27"."needs",
        "t27"."unit_id",
        "t27"."first_spell",
        LEAST(COALESCE("t27"."by_name", 0), "t27"."needs") AS "by_name",
        "t27"."loose",
        "t27"."needs" - LEAST(COALESCE("t27"."by_name", 0), "t27"."needs") AS "open"
      FROM (
        SELECT
          "t26".*
          EXCLUDE ("person_id_right")
        FROM (
          SELECT
            "t25"."person_id",
            "t25"."day",
            "t25"."needs",
            "t25"."unit_id",
            "t25"."first_spell",
            "t25"."by_name",
            "t18"."person_id" AS "person_id_right",
            "t18"."loose"
          FROM (
            SELECT
              "t23".*
              EXCLUDE ("day_right", "person_id_right")
            FROM (
              SELECT
                "t22"."person_id",
                "t22"."day",
                "t22"."needs",
                "t22"."unit_id",
                "t22"."first_spell",
                "t19"."person_id" AS "person_id_right",
                "t19"."day" AS "day_right",
                "t19"."by_name"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t17"."person_id",
                    "t17"."day",
                    "t17"."needs",
                    "t5"."unit_id",
                    "t7"."first_spell"
                  FROM (
                    SELECT
                      "t11"."person_id",
                      "t11"."day",
                      COUNT(*) AS "needs"
                    FROM (
                      SELECT
                        "t10"."delivery_id",
                        "t10"."subject_id",
                        "t10"."counterpart_id",
                        "t10"."day",
                        "t10"."named",
                        "t10"."amount",
                        "t10"."ref",
                        "t10"."subject_id" AS "person_id"
                      FROM "t9" AS "t10"
                      WHERE
                        "t10"."amount" = 0
                    ) AS "t11"
                    GROUP BY
                      1,
                      2
                  ) AS "t17"
                  INNER JOIN (
                    SELECT
                      "t1"."person_id",
                      "t1"."unit_id"
                    FROM "run"."person" AS "t1"
                    WHERE
                      "t1"."is_medical"
                  ) AS "t5"
                    ON "t17"."person_id" = "t5"."person_id"
                  INNER JOIN (
                    SELECT
                      "t2"."person_id",
                      MIN("t2"."start") AS "first_spell"
                    FROM "run"."stint" AS "t2"
                    GROUP BY
                      1
                  ) AS "t7"
                    ON "t17"."person_id" = "t7"."person_id"
                ) AS "t20"
                WHERE
                  "t20"."first_spell" <= "t20"."day"
              ) AS "t22"
              LEFT OUTER JOIN (
                SELECT
                  "t13"."person_id",
                  "t13"."day",
                  COUNT(*) AS "by_name"
                FROM (
                  SELECT
                    "t10"."named" AS "day",
                    "t10"."subject_id" AS "person_id"
                  FROM "t9" AS "t10"
                  WHERE
                    (
                      "t10"."amount" IS NULL
                    ) OR (
                      "t10"."amount" > 0
                    )
                ) AS "t13"
                GROUP BY
                  1,
                  2
              ) AS "t19"
                ON "t22"."person_id" = "t19"."person_id" AND "t22"."day" = "t19"."day"
            ) AS "t23"
          ) AS "t25"
          LEFT OUTER JOIN (
            SELECT
              "t12"."person_id",
              COUNT(*) AS "loose"
            FROM (
              SELECT
                "t10"."named",
                "t10"."subject_id" AS "person_id"
              FROM "t9" AS "t10"
              WHERE
                (
                  (
                    "t10"."amount" IS NULL
                  ) OR (
                    "t10"."amount" > 0
                  )
                )
                AND "t10"."named" IS NULL
            ) AS "t12"
            GROUP BY
              1
          ) AS "t18"
            ON "t25"."person_id" = "t18"."person_id"
        ) AS "t26"
      ) AS "t27"
    ) AS "t28"
  ) AS "t29"
) AS "t30"
