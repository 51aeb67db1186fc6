SELECT
  `t0`.`unit_id`,
  `t0`.`month`,
  SUM(`t0`.`days`) AS `days`,
  COUNT(*) AS `people`
FROM `run`.`qualifying_person` AS `t0`
GROUP BY
  1,
  2
