SELECT
  *
FROM "run"."scope" AS "t0"
UNION
SELECT
  *
FROM (
  SELECT
    "t5"."person_id"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t1"."delivery_id",
        "t1"."subject_id" AS "person_id",
        "t1"."counterpart_id" AS "contact",
        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "named_on",
        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."period_start") AS "named",
        'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
      FROM "facts"."deliveries" AS "t1"
      WHERE
        "t1"."provision" = 'M12-5' AND "t1"."counterpart_id" IS NOT NULL
    ) AS "t3"
    WHERE
      "t3"."named_on" <= AS_OF()
  ) AS "t5"
  SEMI JOIN (
    SELECT DISTINCT
      *
    FROM (
      SELECT
        "t5"."contact"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t1"."delivery_id",
            "t1"."subject_id" AS "person_id",
            "t1"."counterpart_id" AS "contact",
            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."on_date") AS "named_on",
            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."period_start") AS "named",
            'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
          FROM "facts"."deliveries" AS "t1"
          WHERE
            "t1"."provision" = 'M12-5' AND "t1"."counterpart_id" IS NOT NULL
        ) AS "t3"
        WHERE
          "t3"."named_on" <= AS_OF()
      ) AS "t5"
      SEMI JOIN "run"."scope" AS "t2"
        ON "t5"."person_id" = "t2"."person_id"
    ) AS "t6"
  ) AS "t8"
    ON "t5"."contact" = "t8"."contact"
) AS "t9"
