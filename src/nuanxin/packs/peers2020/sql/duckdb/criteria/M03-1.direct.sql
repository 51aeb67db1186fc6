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
        "t6"."person_id",
        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t6"."decided_on") AS "day",
        'findings:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t6"."finding_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
      FROM (
        SELECT
          *
        FROM "facts"."findings" AS "t2"
        WHERE
          IN_SCOPE("t2"."person_id")
      ) AS "t6"
      WHERE
        "t6"."level" = 'exceptional'
    ) AS "t11"
    WHERE
      "t11"."day" <= AS_OF()
  ) AS "t13"
  GROUP BY
    1
), "t27" AS (
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
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t26"."day" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M03-1' AS "provision",
    CAST(3 AS BIGINT) AS "measure",
    'MAY' AS "modality",
    'person' AS "subject_kind",
    "t26"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t26"."day" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t26"."unit_id" AS "owner_unit_id",
    CASE WHEN "t26"."given" IS NOT NULL THEN 'met' ELSE 'available' END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t26"."day" IS NOT NULL AS "holds_exceptional",
    "t26"."given" IS NOT NULL AS "holds_assessed",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t26"."day" AS INT) AS TEXT) AS "value_exceptional",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t26"."given" AS INT) AS TEXT) AS "value_assessed",
    "t26"."ref" AS "refs_exceptional"
  FROM (
    SELECT
      "t25"."person_id",
      "t25"."day",
      "t25"."ref",
      "t25"."given",
      "t4"."unit_id"
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
                "t8"."given_day"
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
                    "t1"."subject_id" AS "person_id",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "given_day"
                  FROM "facts"."deliveries" AS "t1"
                  WHERE
                    "t1"."provision" = 'M03-1'
                ) AS "t5"
                WHERE
                  "t5"."given_day" <= AS_OF()
              ) AS "t8"
                ON "t18"."person_id" = "t8"."person_id"
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
    ) AS "t4"
      ON "t25"."person_id" = "t4"."person_id"
  ) AS "t26"
)
SELECT
  *
FROM (
  SELECT
    "t28"."obligation_id",
    'exceptional' AS "criterion",
    "t28"."holds_exceptional" AS "holds",
    "t28"."value_exceptional" AS "value",
    COALESCE("t28"."refs_exceptional", '') AS "fact_refs"
  FROM "t27" AS "t28"
) AS "t31"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t32"."obligation_id",
    "t32"."criterion",
    "t32"."holds",
    "t32"."value",
    COALESCE("t36"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t28"."obligation_id",
      'assessed' AS "criterion",
      "t28"."holds_assessed" AS "holds",
      "t28"."value_assessed" AS "value"
    FROM "t27" AS "t28"
  ) AS "t32"
  LEFT OUTER JOIN (
    SELECT
      "t34"."obligation_id",
      LISTAGG("t34"."ref", ';' ORDER BY "t34"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t29"."obligation_id",
          "t12"."ref"
        FROM "t27" AS "t29"
        INNER JOIN (
          SELECT
            *
          FROM (
            SELECT
              "t1"."subject_id",
              "t1"."counterpart_id",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "day",
              'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
            FROM "facts"."deliveries" AS "t1"
            WHERE
              "t1"."provision" = 'M03-1'
          ) AS "t9"
          WHERE
            "t9"."day" <= AS_OF()
        ) AS "t12"
          ON "t29"."person_id" = "t12"."subject_id" AND "t12"."day" = "t29"."given"
      ) AS "t33"
    ) AS "t34"
    GROUP BY
      1
  ) AS "t36"
    ON "t32"."obligation_id" = "t36"."obligation_id"
) AS "t37"
