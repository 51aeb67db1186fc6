SELECT
  `t20`.`person_id`,
  `t20`.`day`,
  `t20`.`seconds`,
  `t20`.`work_end`,
  `t20`.`long`,
  `t20`.`week_seconds`,
  `t20`.`week_long`,
  `t20`.`streak`,
  (
    ROW_NUMBER() OVER (
      PARTITION BY `t20`.`person_id`, `t20`.`streak`
      ORDER BY `t20`.`day` ASC NULLS LAST
    ) - 1
  ) + 1 AS `in_a_row`
FROM (
  SELECT
    `t19`.`person_id`,
    `t19`.`day`,
    `t19`.`seconds`,
    `t19`.`work_end`,
    `t19`.`long`,
    SUM(`t19`.`seconds`) OVER (
      PARTITION BY `t19`.`person_id`
      ORDER BY `t19`.`day` ASC NULLS LAST
      RANGE BETWEEN PARAM('rest.week_window') - CAST(1 AS BIGINT) PRECEDING AND CURRENT ROW
    ) AS `week_seconds`,
    SUM(`t19`.`long`) OVER (
      PARTITION BY `t19`.`person_id`
      ORDER BY `t19`.`day` ASC NULLS LAST
      RANGE BETWEEN PARAM('rest.week_window') - CAST(1 AS BIGINT) PRECEDING AND CURRENT ROW
    ) AS `week_long`,
    `t19`.`day` - (
      ROW_NUMBER() OVER (PARTITION BY `t19`.`person_id` ORDER BY `t19`.`day` ASC NULLS LAST) - 1
    ) AS `streak`
  FROM (
    SELECT
      `t18`.`person_id`,
      `t18`.`day`,
      `t18`.`seconds`,
      `t18`.`work_end`,
      COALESCE(`t12`.`long`, 0) AS `long`
    FROM (
      SELECT
        `t16`.`person_id`,
        `t16`.`day`,
        `t16`.`seconds`,
        `t16`.`work_end`
      FROM (
        SELECT
          `t15`.`person_id`,
          `t15`.`day`,
          `t15`.`month`,
          `t15`.`seconds`,
          `t15`.`work_end`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t10`.`person_id`,
              `t10`.`day`,
              `t10`.`month`,
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
              `t2`.`person_id`,
              `t2`.`day`,
              `t2`.`month`,
              `t2`.`length` AS `seconds`,
              `t2`.`end` AS `work_end`
            FROM `run`.`seen_row` AS `t2`
          ) AS `t7`
        ) AS `t15`
        LEFT SEMI JOIN `run`.`watched` AS `t5`
          ON `t15`.`person_id` = `t5`.`person_id` AND `t15`.`month` = `t5`.`month`
      ) AS `t16`
    ) AS `t18`
    LEFT OUTER JOIN (
      SELECT
        `t6`.`person_id`,
        `t6`.`day`,
        COUNT(*) AS `long`
      FROM (
        SELECT
          *
        FROM `run`.`watched_shift` AS `t0`
        WHERE
          `t0`.`is_long`
      ) AS `t6`
      GROUP BY
        1,
        2
    ) AS `t12`
      ON `t18`.`person_id` = `t12`.`person_id` AND `t18`.`day` = `t12`.`day`
  ) AS `t19`
) AS `t20`
