WITH "t17" AS (
  SELECT
    "t16"."person_id",
    MIN("t16"."day") AS "day",
    FIRST("t16"."ref" ORDER BY "t16"."day") AS "ref"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t10"."person_id",
        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t10"."decided_on") AS "day",
        'findings:' || CONCAT_WS('/', COALESCE("t10"."finding_id", '')) AS "ref"
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
      ) AS "t10"
      WHERE
        "t10"."level" = 'exceptional'
    ) AS "t15"
    WHERE
      "t15"."day" <= AS_OF()
  ) AS "t16"
  GROUP BY
    1
), "t30" AS (
  SELECT
    "t29"."person_id",
    "t29"."day",
    "t29"."ref",
    "t29"."given",
    "t29"."unit_id",
    CONCAT_WS(
      '|',
      COALESCE('M03-1', ''),
      COALESCE('person', ''),
      COALESCE("t29"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t29"."day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      )
    ) AS "obligation_id",
    'M03-1' AS "provision",
    CAST(3 AS BIGINT) AS "measure",
    'MAY' AS "modality",
    'person' AS "subject_kind",
    "t29"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t29"."day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t29"."unit_id" AS "owner_unit_id",
    CASE WHEN "t29"."given" IS NOT NULL THEN 'met' ELSE 'available' END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t29"."day" IS NOT NULL AS "holds_exceptional",
    "t29"."given" IS NOT NULL AS "holds_assessed",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t29"."day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_exceptional",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t29"."given" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_assessed",
    "t29"."ref" AS "refs_exceptional"
  FROM (
    SELECT
      "t28"."person_id",
      "t28"."day",
      "t28"."ref",
      "t28"."given",
      "t7"."unit_id"
    FROM (
      SELECT
        "t26".*
        EXCLUDE ("person_id_right")
      FROM (
        SELECT
          "t19"."person_id",
          "t19"."day",
          "t19"."ref",
          "t25"."person_id" AS "person_id_right",
          "t25"."given"
        FROM "t17" AS "t19"
        LEFT OUTER JOIN (
          SELECT
            "t23"."person_id",
            MIN("t23"."given_day") AS "given"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t21"."person_id",
                "t21"."day",
                "t12"."given_day"
              FROM (
                SELECT
                  "t18"."person_id",
                  "t18"."day"
                FROM "t17" AS "t18"
              ) AS "t21"
              INNER JOIN (
                SELECT
                  *
                FROM (
                  SELECT
                    "t1"."subject_id" AS "person_id",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "given_day"
                  FROM "facts"."deliveries" AS "t1"
                  WHERE
                    "t1"."provision" = 'M03-1'
                ) AS "t8"
                WHERE
                  "t8"."given_day" <= AS_OF()
              ) AS "t12"
                ON "t21"."person_id" = "t12"."person_id"
            ) AS "t22"
            WHERE
              "t22"."given_day" >= "t22"."day"
          ) AS "t23"
          GROUP BY
            1
        ) AS "t25"
          ON "t19"."person_id" = "t25"."person_id"
      ) AS "t26"
    ) AS "t28"
    INNER JOIN (
      SELECT
        "t0"."person_id",
        "t0"."unit_id"
      FROM "run"."person" AS "t0"
    ) AS "t7"
      ON "t28"."person_id" = "t7"."person_id"
  ) AS "t29"
)
SELECT
  *
FROM (
  SELECT
    "t31"."obligation_id",
    'exceptional' AS "criterion",
    "t31"."holds_exceptional" AS "holds",
    "t31"."value_exceptional" AS "value",
    COALESCE("t31"."refs_exceptional", '') AS "fact_refs"
  FROM "t30" AS "t31"
) AS "t34"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t35"."obligation_id",
    "t35"."criterion",
    "t35"."holds",
    "t35"."value",
    COALESCE("t39"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t31"."obligation_id",
      'assessed' AS "criterion",
      "t31"."holds_assessed" AS "holds",
      "t31"."value_assessed" AS "value"
    FROM "t30" AS "t31"
  ) AS "t35"
  LEFT OUTER JOIN (
    SELECT
      "t37"."obligation_id",
      LISTAGG("t37"."ref", ';' ORDER BY "t37"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t32"."obligation_id",
          "t14"."ref"
        FROM "t30" AS "t32"
        INNER JOIN (
          SELECT
            *
          FROM (
            SELECT
              "t1"."subject_id",
              "t1"."counterpart_id",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "day",
              'deliveries:' || CONCAT_WS('/', COALESCE("t1"."delivery_id", '')) AS "ref"
            FROM "facts"."deliveries" AS "t1"
            WHERE
              "t1"."provision" = 'M03-1'
          ) AS "t9"
          WHERE
            "t9"."day" <= AS_OF()
        ) AS "t14"
          ON "t32"."person_id" = "t14"."subject_id" AND "t14"."day" = "t32"."given"
      ) AS "t36"
    ) AS "t37"
    GROUP BY
      1
  ) AS "t39"
    ON "t35"."obligation_id" = "t39"."obligation_id"
) AS "t40"
