SELECT
  `t17`.`person_id`,
  `t17`.`day`,
  `t17`.`seconds`,
  `t17`.`work_end`,
  `t17`.`long`,
  `t17`.`week_seconds`,
  `t17`.`week_long`,
  `t17`.`streak`,
  (
    ROW_NUMBER() OVER (
      PARTITION BY `t17`.`person_id`, `t17`.`streak`
      ORDER BY `t17`.`day` ASC NULLS LAST
    ) - 1
  ) + 1 AS `in_a_row`
FROM (
  SELECT
    `t16`.`person_id`,
    `t16`.`day`,
    `t16`.`seconds`,
    `t16`.`work_end`,
    `t16`.`long`,
    SUM(`t16`.`seconds`) OVER (
      PARTITION BY `t16`.`person_id`
      ORDER BY `t16`.`day` ASC NULLS LAST
      RANGE BETWEEN PARAM('rest.week_window') - CAST(1 AS BIGINT) PRECEDING AND CURRENT ROW
    ) AS `week_seconds`,
    SUM(`t16`.`long`) OVER (
      PARTITION BY `t16`.`person_id`
      ORDER BY `t16`.`day` ASC NULLS LAST
      RANGE BETWEEN PARAM('rest.week_window') - CAST(1 AS BIGINT) PRECEDING AND CURRENT ROW
    ) AS `week_long`,
    `t16`.`day` - (
      ROW_NUMBER() OVER (PARTITION BY `t16`.`person_id` ORDER BY `t16`.`day` ASC NULLS LAST) - 1
    ) AS `streak`
  FROM (
    SELECT
      `t15`.`person_id`,
      `t15`.`day`,
      `t15`.`seconds`,
      `t15`.`work_end`,
      COALESCE(`t12`.`long`, 0) AS `long`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t10`.`person_id`,
          `t10`.`day`,
          `t10`.`seconds`,
          `t10`.`work_end`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t3`.`person_id`,
              `t3`.`day`,
              `t3`.`month`,
              `t3`.`bit`,
              `t3`.`is_workday`,
              `t3`.`length` AS `seconds`,
              `t3`.`end` AS `work_end`
            FROM `run`.`row` AS `t3`
            WHERE
              `t3`.`is_alone`
          ) AS `t8`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              `t4`.`person_id`,
              `t4`.`day`,
              `t4`.`month`,
              `t4`.`bit`,
              `t4`.`is_workday`,
              `t4`.`seconds`,
              `t4`.`work_end`
            FROM `run`.`entangled_day` AS `t4`
          ) AS `t9`
        ) AS `t10`
      ) AS `t13`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t1`.`person_id`,
          `t1`.`day`,
          `t1`.`length` AS `seconds`,
          `t1`.`end` AS `work_end`
        FROM `run`.`seen_row` AS `t1`
      ) AS `t6`
    ) AS `t15`
    LEFT SEMI JOIN `run`.`watched` AS `t5`
      ON `t15`.`person_id` = `t5`.`person_id`
    LEFT OUTER JOIN (
      SELECT
        `t7`.`person_id`,
        `t7`.`day`,
        COUNT(*) AS `long`
      FROM (
        SELECT
          *
        FROM `run`.`watched_shift` AS `t2`
        WHERE
          `t2`.`is_long`
      ) AS `t7`
      GROUP BY
        1,
        2
    ) AS `t12`
      ON `t15`.`person_id` = `t12`.`person_id` AND `t15`.`day` = `t12`.`day`
  ) AS `t16`
) AS `t17`
