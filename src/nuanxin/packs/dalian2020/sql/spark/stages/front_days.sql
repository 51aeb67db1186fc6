SELECT
  `t1`.`person_id`,
  `t1`.`year`,
  SUM(BIT_COUNT(`t1`.`spell_days`)) AS `days`
FROM (
  SELECT
    `t0`.`person_id`,
    `t0`.`deployment`,
    `t0`.`month`,
    `t0`.`spell_days`,
    CAST(FLOOR((
      `t0`.`month`
    ) / (
      12
    )) AS BIGINT) AS `year`
  FROM `run`.`deployment_month` AS `t0`
) AS `t1`
GROUP BY
  1,
  2
