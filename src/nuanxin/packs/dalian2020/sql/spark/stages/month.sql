SELECT
  `t0`.`month`,
  MIN(`t0`.`day`) AS `first_day`,
  MAX(`t0`.`day`) AS `last_day`,
  MAX(`t0`.`workday_count`) AS `workday_count`
FROM `run`.`calendar` AS `t0`
GROUP BY
  1
