SELECT
  "t0"."obligation_id",
  'not_waived' AS "criterion",
  FALSE AS "holds",
  "t0"."reason" AS "value",
  'waivers:' || REPLACE(REPLACE("t0"."waiver_id", '%', '%25'), ';', '%3B') AS "fact_refs"
FROM "run"."excepted" AS "t0"
