SELECT
  `t6`.`person_id`,
  `t6`.`day`,
  `t6`.`seconds`,
  `t6`.`work_end`,
  `t6`.`long`,
  `t6`.`week_seconds`,
  `t6`.`week_long`,
  `t6`.`streak`,
  `t6`.`in_a_row`,
  `t6`.`block`,
  `t6`.`shift_start`,
  `t6`.`shift_end`
FROM (
  SELECT
    `t5`.`person_id`,
    `t5`.`day`,
    `t5`.`seconds`,
    `t5`.`work_end`,
    `t5`.`long`,
    `t5`.`week_seconds`,
    `t5`.`week_long`,
    `t5`.`streak`,
    `t5`.`in_a_row`,
    `t3`.`person_id` AS `person_id_right`,
    `t3`.`block`,
    `t3`.`shift_start`,
    `t3`.`shift_end`
  FROM (
    SELECT
      *
    FROM `run`.`watched_day` AS `t0`
    WHERE
      (
        `t0`.`week_seconds` > (
          PARAM('rest.week_hours_max') * 3600
        )
      )
      OR (
        `t0`.`in_a_row` >= PARAM('rest.duty_run_max')
      )
      OR (
        `t0`.`week_long` >= PARAM('rest.long_shifts_in_week')
      )
  ) AS `t5`
  INNER JOIN (
    SELECT
      `t1`.`person_id`,
      `t1`.`block`,
      `t1`.`start` AS `shift_start`,
      `t1`.`end` AS `shift_end`
    FROM `run`.`watched_shift` AS `t1`
  ) AS `t3`
    ON `t5`.`person_id` = `t3`.`person_id`
    AND `t5`.`work_end` > `t3`.`shift_start`
    AND `t5`.`work_end` <= `t3`.`shift_end`
) AS `t6`
