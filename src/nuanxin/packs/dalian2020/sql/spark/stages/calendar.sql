SELECT
  `t1`.`day`,
  `t1`.`month`,
  `t1`.`bit`,
  `t1`.`is_workday`,
  SUM(CAST(`t1`.`is_workday` AS BIGINT)) OVER (
    ORDER BY `t1`.`day` ASC NULLS LAST
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
  ) AS `workday_count`
FROM (
  SELECT
    DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t0`.`date`) AS `day`,
    (
      (
        EXTRACT(year FROM `t0`.`date`) * 12
      ) + EXTRACT(month FROM `t0`.`date`)
    ) - 1 AS `month`,
    SHIFTLEFT(CAST(1 AS BIGINT), CAST(EXTRACT(day FROM `t0`.`date`) AS BIGINT)) AS `bit`,
    `t0`.`is_workday`
  FROM `facts`.`calendar_day` AS `t0`
) AS `t1`
