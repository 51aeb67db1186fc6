SELECT DISTINCT
  'child' AS "subject_kind",
  "t0"."child_id" AS "subject_id"
FROM "run"."eligible_child" AS "t0"
WHERE
  "t0"."stage" = 'senior_entry'
