WITH "t11" AS (
  SELECT
    "t10"."person_id",
    MIN("t10"."day") AS "day",
    FIRST("t10"."ref" ORDER BY "t10"."day") AS "ref"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t5"."person_id",
        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t5"."decided_on") AS "day",
        'findings:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t5"."finding_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
      FROM (
        SELECT
          *
        FROM "facts"."findings" AS "t1"
        WHERE
          IN_SCOPE("t1"."person_id")
      ) AS "t5"
      WHERE
        "t5"."level" = 'exceptional'
    ) AS "t9"
    WHERE
      "t9"."day" <= AS_OF()
  ) AS "t10"
  GROUP BY
    1
)
SELECT
  "t24"."obligation_id",
  "t24"."provision",
  "t24"."measure",
  "t24"."modality",
  "t24"."subject_kind",
  "t24"."subject_id",
  "t24"."period_start",
  "t24"."period_end",
  "t24"."quantity",
  "t24"."quantity_unit",
  "t24"."quantity_met",
  "t24"."due_on",
  "t24"."owner_unit_id",
  "t24"."state",
  "t24"."missing",
  "t24"."as_of"
FROM (
  SELECT
    "t23"."person_id",
    "t23"."day",
    "t23"."ref",
    "t23"."given",
    "t23"."unit_id",
    CONCAT_WS(
      '|',
      COALESCE('M03-1', ''),
      COALESCE('person', ''),
      COALESCE("t23"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t23"."day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M03-1' AS "provision",
    CAST(3 AS BIGINT) AS "measure",
    'MAY' AS "modality",
    'person' AS "subject_kind",
    "t23"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t23"."day" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t23"."unit_id" AS "owner_unit_id",
    CASE WHEN "t23"."given" IS NOT NULL THEN 'met' ELSE 'available' END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t23"."day" IS NOT NULL AS "holds_exceptional",
    "t23"."given" IS NOT NULL AS "holds_assessed",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t23"."day" AS INT) AS TEXT) AS "value_exceptional",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t23"."given" AS INT) AS TEXT) AS "value_assessed",
    "t23"."ref" AS "refs_exceptional"
  FROM (
    SELECT
      "t22"."person_id",
      "t22"."day",
      "t22"."ref",
      "t22"."given",
      "t4"."unit_id"
    FROM (
      SELECT
        "t20".*
        EXCLUDE ("person_id_right")
      FROM (
        SELECT
          "t13"."person_id",
          "t13"."day",
          "t13"."ref",
          "t19"."person_id" AS "person_id_right",
          "t19"."given"
        FROM "t11" AS "t13"
        LEFT OUTER JOIN (
          SELECT
            "t17"."person_id",
            MIN("t17"."given_day") AS "given"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t15"."person_id",
                "t15"."day",
                "t8"."given_day"
              FROM (
                SELECT
                  "t12"."person_id",
                  "t12"."day"
                FROM "t11" AS "t12"
              ) AS "t15"
              INNER JOIN (
                SELECT
                  *
                FROM (
                  SELECT
                    "t2"."subject_id" AS "person_id",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."on_date") AS "given_day"
                  FROM "facts"."deliveries" AS "t2"
                  WHERE
                    "t2"."provision" = 'M03-1'
                ) AS "t6"
                WHERE
                  "t6"."given_day" <= AS_OF()
              ) AS "t8"
                ON "t15"."person_id" = "t8"."person_id"
            ) AS "t16"
            WHERE
              "t16"."given_day" >= "t16"."day"
          ) AS "t17"
          GROUP BY
            1
        ) AS "t19"
          ON "t13"."person_id" = "t19"."person_id"
      ) AS "t20"
    ) AS "t22"
    INNER JOIN (
      SELECT
        "t0"."person_id",
        "t0"."unit_id"
      FROM "run"."person" AS "t0"
    ) AS "t4"
      ON "t22"."person_id" = "t4"."person_id"
  ) AS "t23"
) AS "t24"
