SELECT
  "t5"."child_id",
  "t5"."stage",
  "t5"."household_district",
  "t5"."needs_home_study",
  "t5"."ref",
  "t3"."start"
FROM (
  SELECT
    "t0"."child_id",
    "t0"."stage",
    "t0"."household_district",
    "t0"."needs_home_study",
    'children:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t0"."child_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
  FROM "facts"."children" AS "t0"
) AS "t5"
INNER JOIN (
  SELECT
    "t1"."child_id",
    MIN("t1"."start") AS "start"
  FROM "run"."treating_spell" AS "t1"
  GROUP BY
    1
) AS "t3"
  ON "t5"."child_id" = "t3"."child_id"
