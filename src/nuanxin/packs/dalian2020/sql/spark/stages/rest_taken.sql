SELECT
  `t1`.`person_id`,
  `t1`.`deployment`,
  SUM(IF(`t1`.`rank` < PARAM('care.rest_blocks_max'), `t1`.`days`, NULL)) AS `days`,
  SUM(`t1`.`days`) AS `all_days`,
  COUNT(*) AS `blocks`,
  MIN(`t1`.`start`) AS `first_start`
FROM (
  SELECT
    `t0`.`person_id`,
    `t0`.`deployment`,
    `t0`.`start`,
    `t0`.`last_day`,
    `t0`.`days`,
    ROW_NUMBER() OVER (
      PARTITION BY `t0`.`person_id`, `t0`.`deployment`
      ORDER BY `t0`.`days` DESC, `t0`.`start` ASC NULLS LAST
    ) - 1 AS `rank`
  FROM `run`.`rest_block` AS `t0`
) AS `t1`
GROUP BY
  1,
  2
