SELECT
  `t4`.`person_id`,
  `t4`.`month`,
  `t7`.`first_day`,
  `t4`.`rest15` ^ (
    `t4`.`rest15` & (
      COALESCE(`t8`.`duty`, 0) | `t4`.`quarantine` | `t4`.`annual` | `t4`.`compensatory`
    )
  ) AS `rest15`,
  (
    `t4`.`compensatory` & `t10`.`workdays`
  ) ^ (
    `t4`.`compensatory` & `t10`.`workdays` & (
      COALESCE(`t8`.`duty`, 0) | `t4`.`quarantine` | `t4`.`annual`
    )
  ) AS `compensatory`
FROM `run`.`absence_month` AS `t4`
INNER JOIN (
  SELECT
    `t1`.`month`,
    `t1`.`first_day`
  FROM `run`.`month` AS `t1`
) AS `t7`
  ON `t4`.`month` = `t7`.`month`
INNER JOIN (
  SELECT
    `t2`.`month`,
    BIT_OR(COALESCE(IF(`t2`.`is_workday`, `t2`.`bit`, CAST(0 AS BIGINT)), 0)) AS `workdays`
  FROM `run`.`calendar` AS `t2`
  GROUP BY
    1
) AS `t10`
  ON `t4`.`month` = `t10`.`month`
LEFT OUTER JOIN (
  SELECT
    *
  FROM `run`.`month_of_person` AS `t3`
) AS `t8`
  ON `t4`.`person_id` = `t8`.`person_id` AND `t4`.`month` = `t8`.`month`
