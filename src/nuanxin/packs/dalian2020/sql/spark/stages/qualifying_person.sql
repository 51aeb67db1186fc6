SELECT
  `t5`.`person_id`,
  `t5`.`month`,
  `t5`.`days`,
  `t3`.`unit_id`
FROM (
  SELECT
    `t0`.`person_id`,
    `t0`.`month`,
    SUM(`t0`.`tier1_days` + `t0`.`tier2_days`) AS `days`
  FROM `run`.`subsidy` AS `t0`
  GROUP BY
    1,
    2
) AS `t5`
INNER JOIN (
  SELECT
    `t1`.`person_id`,
    `t1`.`unit_id`
  FROM `run`.`person` AS `t1`
) AS `t3`
  ON `t5`.`person_id` = `t3`.`person_id`
