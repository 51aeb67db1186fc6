SELECT
  "t5"."unit_id"
FROM (
  SELECT DISTINCT
    "t0"."unit_id"
  FROM "run"."person" AS "t0"
) AS "t5"
SEMI JOIN (
  SELECT
    "t3"."unit_id"
  FROM "facts"."people" AS "t3"
  INNER JOIN (
    SELECT
      *
    FROM (
      SELECT
        "t2"."delivery_id",
        "t2"."subject_id",
        "t2"."counterpart_id",
        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."on_date") AS "day",
        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."period_start") AS "named",
        "t2"."quantity" AS "amount",
        'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t2"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
      FROM "facts"."deliveries" AS "t2"
      WHERE
        "t2"."provision" = 'M08-2'
    ) AS "t6"
    WHERE
      "t6"."day" <= AS_OF()
  ) AS "t8"
    ON "t3"."person_id" = "t8"."subject_id"
) AS "t10"
  ON "t5"."unit_id" = "t10"."unit_id"
