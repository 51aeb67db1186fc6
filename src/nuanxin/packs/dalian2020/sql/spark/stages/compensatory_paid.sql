SELECT
  `t5`.`person_id`,
  SUM(
    BIT_COUNT(
      `t5`.`compensatory` ^ (
        `t5`.`compensatory` & (
          (
            SHIFTLEFT(
              CAST(1 AS BIGINT),
              LEAST(GREATEST((
                `t5`.`first_spell` - `t5`.`first_day`
              ) + 1, 0), 40)
            )
          ) - 1
        )
      )
    ) * 3600 * PARAM('comp.absence_day_hours')
  ) AS `seconds`
FROM (
  SELECT
    `t2`.`person_id`,
    `t2`.`month`,
    `t2`.`first_day`,
    `t2`.`rest15`,
    `t2`.`compensatory`,
    `t4`.`first_spell`
  FROM `run`.`free_day` AS `t2`
  INNER JOIN (
    SELECT
      `t1`.`person_id`,
      MIN(`t1`.`start`) AS `first_spell`
    FROM `run`.`stint` AS `t1`
    GROUP BY
      1
  ) AS `t4`
    ON `t2`.`person_id` = `t4`.`person_id`
) AS `t5`
GROUP BY
  1
