SELECT
  "t4"."obligation_id",
  "t4"."provision",
  "t4"."measure",
  "t4"."modality",
  "t4"."subject_kind",
  "t4"."subject_id",
  "t4"."period_start",
  "t4"."period_end",
  "t4"."quantity",
  "t4"."quantity_unit",
  "t4"."quantity_met",
  "t4"."due_on",
  "t4"."owner_unit_id",
  CASE
    WHEN (
      "t4"."waiver_id" IS NOT NULL
    )
    AND "t4"."state" IN ('owed', 'overdue', 'not_kept', 'available')
    THEN 'excepted'
    ELSE "t4"."state"
  END AS "state",
  "t4"."missing",
  "t4"."as_of"
FROM (
  SELECT
    "t2"."obligation_id",
    "t2"."provision",
    "t2"."measure",
    "t2"."modality",
    "t2"."subject_kind",
    "t2"."subject_id",
    "t2"."period_start",
    "t2"."period_end",
    "t2"."quantity",
    "t2"."quantity_unit",
    "t2"."quantity_met",
    "t2"."due_on",
    "t2"."owner_unit_id",
    "t2"."state",
    "t2"."missing",
    "t2"."as_of",
    "t3"."waiver_id",
    "t3"."reason"
  FROM "run"."found" AS "t2"
  LEFT OUTER JOIN "run"."waived" AS "t3"
    ON "t2"."provision" = "t3"."provision"
    AND "t2"."subject_id" = "t3"."subject_id"
    AND "t2"."period_start" = "t3"."period_start"
) AS "t4"
