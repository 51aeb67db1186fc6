SELECT
  `t2`.`person_id`,
  `t2`.`unit_id`,
  `t2`.`is_leader`,
  `t2`.`profession`,
  `t2`.`profession` IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health') AS `is_medical`
FROM `facts`.`people` AS `t2`
LEFT SEMI JOIN `run`.`kin` AS `t3`
  ON `t2`.`person_id` = `t3`.`person_id`
