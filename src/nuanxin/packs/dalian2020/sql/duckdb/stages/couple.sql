SELECT
  "t6"."person_id",
  "t6"."spouse_id"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t1"."person_id",
      "t1"."relative_id" AS "spouse_id"
    FROM "facts"."relations" AS "t1"
    WHERE
      "t1"."kind" = 'spouse' AND "t1"."person_id" <> "t1"."relative_id"
  ) AS "t3"
  UNION
  SELECT
    *
  FROM (
    SELECT
      "t1"."relative_id" AS "person_id",
      "t1"."person_id" AS "spouse_id"
    FROM "facts"."relations" AS "t1"
    WHERE
      "t1"."kind" = 'spouse' AND "t1"."person_id" <> "t1"."relative_id"
  ) AS "t4"
) AS "t6"
SEMI JOIN "run"."scope" AS "t2"
  ON "t6"."person_id" = "t2"."person_id"
