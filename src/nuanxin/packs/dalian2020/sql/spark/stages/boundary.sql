SELECT
  `t5`.`person_id`,
  `t5`.`day`,
  `t5`.`force`
FROM (
  SELECT
    `t4`.`person_id`,
    `t4`.`day`,
    `t4`.`force`,
    BOOL_OR(`t4`.`running`) AS `running`
  FROM (
    SELECT
      `t2`.`person_id`,
      `t3`.`day`,
      `t3`.`force`,
      (
        `t2`.`start` < `t3`.`day`
      )
      AND (
        `t2`.`is_open` OR (
          `t2`.`last_day` >= `t3`.`day`
        )
      ) AS `running`
    FROM `run`.`spell` AS `t2`
    CROSS JOIN `run`.`reopening` AS `t3`
  ) AS `t4`
  GROUP BY
    1,
    2,
    3
) AS `t5`
WHERE
  NOT (
    `t5`.`running`
  )
