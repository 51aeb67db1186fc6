WITH "t5" AS (
  SELECT
    *
  FROM (
    SELECT
      "t0"."issue_id",
      "t0"."item",
      "t0"."standard",
      "t0"."quantity",
      "t0"."unit_id",
      "t0"."person_id",
      CAST(EPOCH(CAST("t0"."at" AS TIMESTAMP)) AS BIGINT) AS "at",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), CAST("t0"."at" AS DATE)) AS "day",
      NULLIF(
        REGEXP_REPLACE(
          REPLACE(
            REPLACE(REPLACE(REPLACE(UPPER("t0"."standard"), ' ', ''), '	', ''), ' ', ''),
            '　',
            ''
          ),
          '-[0-9]{4}$',
          '',
          'g'
        ),
        ''
      ) AS "norm",
      'stock_issues:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t0"."issue_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
    FROM "facts"."stock_issues" AS "t0"
  ) AS "t2"
  WHERE
    "t2"."at" < (
      (
        AS_OF() + 1
      ) * 86400
    )
)
SELECT
  *
FROM (
  SELECT
    "t8"."issue_id",
    "t8"."item",
    "t8"."standard",
    "t8"."quantity",
    "t8"."unit_id",
    "t8"."person_id",
    "t8"."at",
    "t8"."day",
    "t8"."norm",
    "t8"."ref",
    TRUE AS "is_scarce"
  FROM (
    SELECT
      "t7"."issue_id",
      "t7"."item",
      "t7"."standard",
      "t7"."quantity",
      "t7"."unit_id",
      "t7"."person_id",
      "t7"."at",
      "t7"."day",
      "t7"."norm",
      "t7"."ref"
    FROM "t5" AS "t7"
    SEMI JOIN (
      SELECT
        "t1"."from_day",
        "t1"."to_day",
        NULLIF(
          REGEXP_REPLACE(
            REPLACE(REPLACE(REPLACE(REPLACE(UPPER("t1"."value"), ' ', ''), '	', ''), ' ', ''), '　', ''),
            '-[0-9]{4}$',
            '',
            'g'
          ),
          ''
        ) AS "scarce"
      FROM "run"."parameter_words" AS "t1"
      WHERE
        "t1"."key" = 'ppe.scarce_standards'
    ) AS "t4"
      ON "t7"."norm" = "t4"."scarce"
      AND "t7"."day" >= "t4"."from_day"
      AND "t7"."day" <= "t4"."to_day"
  ) AS "t8"
) AS "t10"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t6"."issue_id",
    "t6"."item",
    "t6"."standard",
    "t6"."quantity",
    "t6"."unit_id",
    "t6"."person_id",
    "t6"."at",
    "t6"."day",
    "t6"."norm",
    "t6"."ref",
    CAST(NULL AS BOOLEAN) AS "is_scarce"
  FROM "t5" AS "t6"
  WHERE
    "t6"."norm" IS NULL
    AND NOT (
      CONTAINS(LOWER("t6"."item"), 'kn95') OR CONTAINS(LOWER("t6"."item"), 'gb2626')
    )
    AND (
      CONTAINS(LOWER("t6"."item"), 'n95')
      OR CONTAINS(LOWER("t6"."item"), 'respirator')
      OR CONTAINS(LOWER("t6"."item"), '医用防护口罩')
    )
) AS "t9"
