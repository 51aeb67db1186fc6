WITH "t20" AS (
  SELECT
    "t19"."child_id",
    "t19"."stage",
    "t19"."household_district",
    "t19"."needs_home_study",
    "t19"."ref",
    "t19"."start",
    "t19"."given",
    CONCAT_WS(
      '|',
      COALESCE('M13-5', ''),
      COALESCE('child', ''),
      COALESCE("t19"."child_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t19"."start" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M13-5' AS "provision",
    CAST(13 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'child' AS "subject_kind",
    "t19"."child_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t19"."start" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    CAST(NULL AS TEXT) AS "owner_unit_id",
    CASE WHEN "t19"."given" IS NOT NULL THEN 'met' ELSE 'owed' END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t19"."start" IS NOT NULL AS "holds_guardian_treats",
    "t19"."stage" = 'vocational_entry' AS "holds_at_stage",
    "t19"."given" IS NOT NULL AS "holds_given",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t19"."start" AS INT) AS TEXT) AS "value_guardian_treats",
    CAST("t19"."stage" = 'vocational_entry' AS TEXT) AS "value_at_stage",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t19"."given" AS INT) AS TEXT) AS "value_given",
    "t19"."ref" AS "refs_at_stage"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t17".*
        EXCLUDE ("child_id_right")
      FROM (
        SELECT
          "t3"."child_id",
          "t3"."stage",
          "t3"."household_district",
          "t3"."needs_home_study",
          "t3"."ref",
          "t3"."start",
          "t16"."child_id" AS "child_id_right",
          "t16"."given"
        FROM "run"."eligible_child" AS "t3"
        LEFT OUTER JOIN (
          SELECT
            "t14"."child_id",
            MIN("t14"."day") AS "given"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t6"."child_id",
                "t6"."start",
                "t10"."day",
                "t10"."named"
              FROM (
                SELECT
                  "t0"."child_id",
                  "t0"."start"
                FROM "run"."eligible_child" AS "t0"
              ) AS "t6"
              INNER JOIN (
                SELECT
                  *
                FROM (
                  SELECT
                    "t2"."subject_id" AS "child_id",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."on_date") AS "day",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."period_start") AS "named"
                  FROM "facts"."deliveries" AS "t2"
                  WHERE
                    "t2"."provision" = 'M13-5'
                ) AS "t7"
                WHERE
                  "t7"."day" <= AS_OF()
              ) AS "t10"
                ON "t6"."child_id" = "t10"."child_id"
            ) AS "t13"
            WHERE
              "t13"."day" >= "t13"."start"
              AND (
                (
                  "t13"."named" IS NULL
                ) OR (
                  "t13"."named" = "t13"."start"
                )
              )
          ) AS "t14"
          GROUP BY
            1
        ) AS "t16"
          ON "t3"."child_id" = "t16"."child_id"
      ) AS "t17"
    ) AS "t18"
    WHERE
      "t18"."stage" = 'vocational_entry'
  ) AS "t19"
)
SELECT
  *
FROM (
  SELECT
    "t25"."obligation_id",
    "t25"."criterion",
    "t25"."holds",
    "t25"."value",
    COALESCE("t34"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t21"."obligation_id",
      'given' AS "criterion",
      "t21"."holds_given" AS "holds",
      "t21"."value_given" AS "value"
    FROM "t20" AS "t21"
  ) AS "t25"
  LEFT OUTER JOIN (
    SELECT
      "t30"."obligation_id",
      LISTAGG("t30"."ref", ';' ORDER BY "t30"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t22"."obligation_id",
          "t12"."ref"
        FROM "t20" AS "t22"
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
              "t2"."provision" = 'M13-5'
          ) AS "t9"
          WHERE
            "t9"."day" <= AS_OF()
        ) AS "t12"
          ON "t22"."child_id" = "t12"."subject_id" AND "t12"."day" = "t22"."given"
      ) AS "t28"
    ) AS "t30"
    GROUP BY
      1
  ) AS "t34"
    ON "t25"."obligation_id" = "t34"."obligation_id"
) AS "t36"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t27"."obligation_id",
      "t27"."criterion",
      "t27"."holds",
      "t27"."value",
      COALESCE("t35"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t21"."obligation_id",
        'guardian_treats' AS "criterion",
        "t21"."holds_guardian_treats" AS "holds",
        "t21"."value_guardian_treats" AS "value"
      FROM "t20" AS "t21"
    ) AS "t27"
    LEFT OUTER JOIN (
      SELECT
        "t31"."obligation_id",
        LISTAGG("t31"."ref", ';' ORDER BY "t31"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t22"."obligation_id",
            "t4"."ref"
          FROM "t20" AS "t22"
          INNER JOIN "run"."treating_spell" AS "t4"
            ON "t22"."child_id" = "t4"."child_id" AND "t22"."start" = "t4"."start"
        ) AS "t29"
      ) AS "t31"
      GROUP BY
        1
    ) AS "t35"
      ON "t27"."obligation_id" = "t35"."obligation_id"
  ) AS "t37"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t21"."obligation_id",
      'at_stage' AS "criterion",
      "t21"."holds_at_stage" AS "holds",
      "t21"."value_at_stage" AS "value",
      COALESCE("t21"."refs_at_stage", '') AS "fact_refs"
    FROM "t20" AS "t21"
  ) AS "t26"
) AS "t38"
