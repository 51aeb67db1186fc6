SELECT DISTINCT
  'person' AS `subject_kind`,
  `t0`.`person_id` AS `subject_id`
FROM `run`.`subsidy` AS `t0`
