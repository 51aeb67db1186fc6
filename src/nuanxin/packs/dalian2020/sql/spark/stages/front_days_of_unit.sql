SELECT
  `t5`.`unit_id`,
  `t5`.`year`,
  SUM(`t5`.`days`) AS `days`
FROM (
  SELECT
    `t2`.`person_id`,
    `t2`.`year`,
    `t2`.`days`,
    `t4`.`unit_id`
  FROM `run`.`front_days` AS `t2`
  INNER JOIN (
    SELECT
      `t1`.`person_id`,
      `t1`.`unit_id`
    FROM `run`.`person` AS `t1`
  ) AS `t4`
    ON `t2`.`person_id` = `t4`.`person_id`
) AS `t5`
GROUP BY
  1,
  2
