SELECT DISTINCT
  *
FROM (
  SELECT
    "t4"."post_unit" AS "unit_id",
    "t2"."start",
    CASE WHEN "t2"."is_open" THEN AS_OF() + 7 ELSE "t2"."last_day" END AS "last_day",
    "t2"."is_open"
  FROM "run"."spell" AS "t2"
  INNER JOIN (
    SELECT
      "t1"."post_id",
      "t1"."unit_id" AS "post_unit"
    FROM "facts"."posts" AS "t1"
  ) AS "t4"
    ON "t2"."post_id" = "t4"."post_id"
) AS "t5"
