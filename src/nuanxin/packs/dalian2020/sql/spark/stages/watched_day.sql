SELECT
  `t13`.`person_id`,
  `t13`.`day`,
  `t13`.`seconds`,
  `t13`.`work_end`,
  `t13`.`long`,
  `t13`.`week_seconds`,
  `t13`.`week_long`,
  `t13`.`streak`,
  (
    ROW_NUMBER() OVER (
      PARTITION BY `t13`.`person_id`, `t13`.`streak`
      ORDER BY `t13`.`day` ASC NULLS LAST
    ) - 1
  ) + 1 AS `in_a_row`
FROM (
  SELECT
    `t12`.`person_id`,
    `t12`.`day`,
    `t12`.`seconds`,
    `t12`.`work_end`,
    `t12`.`long`,
    SUM(`t12`.`seconds`) OVER (
      PARTITION BY `t12`.`person_id`
      ORDER BY `t12`.`day` ASC NULLS LAST
      RANGE BETWEEN PARAM('rest.week_window') - CAST(1 AS BIGINT) PRECEDING AND CURRENT ROW
    ) AS `week_seconds`,
    SUM(`t12`.`long`) OVER (
      PARTITION BY `t12`.`person_id`
      ORDER BY `t12`.`day` ASC NULLS LAST
      RANGE BETWEEN PARAM('rest.week_window') - CAST(1 AS BIGINT) PRECEDING AND CURRENT ROW
    ) AS `week_long`,
    `t12`.`day` - (
      ROW_NUMBER() OVER (PARTITION BY `t12`.`person_id` ORDER BY `t12`.`day` ASC NULLS LAST) - 1
    ) AS `streak`
  FROM (
    SELECT
      `t9`.`person_id`,
      `t9`.`day`,
      `t9`.`seconds`,
      `t9`.`work_end`,
      COALESCE(`t11`.`long`, 0) AS `long`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t1`.`person_id`,
          `t1`.`day`,
          `t1`.`month`,
          `t1`.`bit`,
          `t1`.`is_workday`,
          `t1`.`length` AS `seconds`,
          `t1`.`end` AS `work_end`
        FROM `run`.`row` AS `t1`
        WHERE
          `t1`.`is_alone`
      ) AS `t5`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t2`.`person_id`,
          `t2`.`day`,
          `t2`.`month`,
          `t2`.`bit`,
          `t2`.`is_workday`,
          `t2`.`seconds`,
          `t2`.`work_end`
        FROM `run`.`entangled_day` AS `t2`
      ) AS `t6`
    ) AS `t9`
    LEFT SEMI JOIN `run`.`watched` AS `t4`
      ON `t9`.`person_id` = `t4`.`person_id`
    LEFT OUTER JOIN (
      SELECT
        `t7`.`person_id`,
        `t7`.`day`,
        COUNT(*) AS `long`
      FROM (
        SELECT
          *
        FROM `run`.`watched_shift` AS `t3`
        WHERE
          `t3`.`is_long`
      ) AS `t7`
      GROUP BY
        1,
        2
    ) AS `t11`
      ON `t9`.`person_id` = `t11`.`person_id` AND `t9`.`day` = `t11`.`day`
  ) AS `t12`
) AS `t13`
