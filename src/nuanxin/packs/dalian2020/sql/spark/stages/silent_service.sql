SELECT
  `t1`.`unit_id`,
  `t1`.`month`,
  SUM(`t1`.`owed`) AS `owed`
FROM (
  SELECT
    *
  FROM `run`.`service_month` AS `t0`
  WHERE
    `t0`.`is_silent`
) AS `t1`
GROUP BY
  1,
  2
