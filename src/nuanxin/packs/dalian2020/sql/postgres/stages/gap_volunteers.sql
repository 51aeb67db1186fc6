SELECT DISTINCT
  *
FROM (
  SELECT
    'person' AS "subject_kind",
    "t4"."person_id" AS "subject_id"
  FROM (
    SELECT
      *
    FROM "facts"."people" AS "t0"
    WHERE
      "t0"."employment" = 'volunteer'
  ) AS "t4"
  WHERE
    EXISTS(
      SELECT
        1
      FROM "run"."spell" AS "t2"
      WHERE
        "t4"."person_id" = "t2"."person_id"
    )
) AS "t5"
