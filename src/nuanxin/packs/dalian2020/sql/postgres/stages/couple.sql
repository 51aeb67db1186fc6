SELECT
  *
FROM (
  SELECT
    "t5"."person_id",
    "t5"."spouse_id"
  FROM (
    SELECT
      "t0"."person_id",
      "t0"."relative_id" AS "spouse_id"
    FROM "facts"."relations" AS "t0"
    WHERE
      "t0"."kind" = 'spouse' AND "t0"."person_id" <> "t0"."relative_id"
  ) AS "t5"
  WHERE
    EXISTS(
      SELECT
        1
      FROM "run"."scope" AS "t2"
      WHERE
        "t5"."person_id" = "t2"."person_id"
    )
) AS "t7"
UNION
SELECT
  *
FROM (
  SELECT
    "t6"."person_id",
    "t6"."spouse_id"
  FROM (
    SELECT
      "t0"."relative_id" AS "person_id",
      "t0"."person_id" AS "spouse_id"
    FROM "facts"."relations" AS "t0"
    WHERE
      "t0"."kind" = 'spouse' AND "t0"."person_id" <> "t0"."relative_id"
  ) AS "t6"
  WHERE
    EXISTS(
      SELECT
        1
      FROM "run"."scope" AS "t2"
      WHERE
        "t6"."person_id" = "t2"."person_id"
    )
) AS "t8"
