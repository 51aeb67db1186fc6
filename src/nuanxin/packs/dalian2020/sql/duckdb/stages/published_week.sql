SELECT
  "t3"."unit_id",
  "t3"."week",
  MIN("t3"."day") AS "published"
FROM (
  SELECT
    "t2"."day",
    "t2"."subject_id" AS "unit_id",
    COALESCE(
      CAST(FLOOR((
        "t2"."named" + 3
      ) / (
        7
      )) AS BIGINT),
      CAST(FLOOR((
        "t2"."day" + 3
      ) / (
        7
      )) AS BIGINT) + 1
    ) AS "week"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."delivery_id",
        "t0"."subject_id",
        "t0"."counterpart_id",
        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."on_date") AS "day",
        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."period_start") AS "named",
        "t0"."quantity" AS "amount",
        'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t0"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
      FROM "facts"."deliveries" AS "t0"
      WHERE
        "t0"."provision" = 'M07-1'
    ) AS "t1"
    WHERE
      "t1"."day" <= AS_OF()
  ) AS "t2"
) AS "t3"
GROUP BY
  1,
  2
