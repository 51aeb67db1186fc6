WITH "t14" AS (
  SELECT
    "t13"."person_id",
    MIN("t13"."day") AS "day",
    FIRST("t13"."ref" ORDER BY "t13"."day") AS "ref"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t9"."person_id",
        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t9"."decided_on") AS "day",
        'findings:' || CONCAT_WS('/', COALESCE("t9"."finding_id", '')) AS "ref"
      FROM (
        SELECT
          "t4"."finding_id",
          "t4"."person_id",
          "t4"."level",
          "t4"."decided_on",
          "t4"."decided_by",
          "t4"."channels",
          "t4"."expires_on"
        FROM "facts"."findings" AS "t4"
        SEMI JOIN "run"."scope" AS "t5"
          ON "t4"."person_id" = "t5"."person_id"
      ) AS "t9"
      WHERE
        "t9"."level" = 'exceptional'
    ) AS "t12"
    WHERE
      "t12"."day" <= AS_OF()
  ) AS "t13"
  GROUP BY
    1
)
SELECT
  "t27"."obligation_id",
  "t27"."provision",
  "t27"."measure",
  "t27"."modality",
  "t27"."subject_kind",
  "t27"."subject_id",
  "t27"."period_start",
  "t27"."period_end",
  "t27"."quantity",
  "t27"."quantity_unit",
  "t27"."quantity_met",
  "t27"."due_on",
  "t27"."owner_unit_id",
  "t27"."state",
  "t27"."missing",
  "t27"."as_of"
FROM (
  SELECT
    "t26"."person_id",
    "t26"."day",
    "t26"."ref",
    "t26"."given",
    "t26"."unit_id",
    CONCAT_WS(
      '|',
      COALESCE('M03-1', ''),
      COALESCE('person', ''),
      COALESCE("t26"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t26"."day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      )
    ) AS "obligation_id",
    'M03-1' AS "provision",
    CAST(3 AS BIGINT) AS "measure",
    'MAY' AS "modality",
    'person' AS "subject_kind",
    "t26"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t26"."day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t26"."unit_id" AS "owner_unit_id",
    CASE WHEN "t26"."given" IS NOT NULL THEN 'met' ELSE 'available' END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t26"."day" IS NOT NULL AS "holds_exceptional",
    "t26"."given" IS NOT NULL AS "holds_assessed",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t26"."day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_exceptional",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t26"."given" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_assessed",
    "t26"."ref" AS "refs_exceptional"
  FROM (
    SELECT
      "t25"."person_id",
      "t25"."day",
      "t25"."ref",
      "t25"."given",
      "t7"."unit_id"
    FROM (
      SELECT
        "t23".*
        EXCLUDE ("person_id_right")
      FROM (
        SELECT
          "t16"."person_id",
          "t16"."day",
          "t16"."ref",
          "t22"."person_id" AS "person_id_right",
          "t22"."given"
        FROM "t14" AS "t16"
        LEFT OUTER JOIN (
          SELECT
            "t20"."person_id",
            MIN("t20"."given_day") AS "given"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t18"."person_id",
                "t18"."day",
                "t11"."given_day"
              FROM (
                SELECT
                  "t15"."person_id",
                  "t15"."day"
                FROM "t14" AS "t15"
              ) AS "t18"
              INNER JOIN (
                SELECT
                  *
                FROM (
                  SELECT
                    "t3"."subject_id" AS "person_id",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."on_date") AS "given_day"
                  FROM "facts"."deliveries" AS "t3"
                  WHERE
                    "t3"."provision" = 'M03-1'
                ) AS "t8"
                WHERE
                  "t8"."given_day" <= AS_OF()
              ) AS "t11"
                ON "t18"."person_id" = "t11"."person_id"
            ) AS "t19"
            WHERE
              "t19"."given_day" >= "t19"."day"
          ) AS "t20"
          GROUP BY
            1
        ) AS "t22"
          ON "t16"."person_id" = "t22"."person_id"
      ) AS "t23"
    ) AS "t25"
    INNER JOIN (
      SELECT
        "t0"."person_id",
        "t0"."unit_id"
      FROM "run"."person" AS "t0"
    ) AS "t7"
      ON "t25"."person_id" = "t7"."person_id"
  ) AS "t26"
) AS "t27"
