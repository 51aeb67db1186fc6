SELECT
  *
FROM (
  SELECT
    `t22`.`person_id`,
    `t22`.`deployment`,
    SUM(`t22`.`seconds`) AS `seconds`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t17`.`person_id`,
        `t17`.`deployment`,
        IF(
          `t17`.`is_workday`,
          GREATEST(0, `t17`.`seconds` - (
            PARAM('comp.workday_hours') * 3600
          )),
          `t17`.`seconds`
        ) AS `seconds`
      FROM (
        SELECT
          *
        FROM (
          SELECT
            `t12`.`person_id`,
            `t12`.`month`,
            `t12`.`bit`,
            `t12`.`is_workday`,
            `t12`.`seconds`,
            `t5`.`deployment`,
            `t5`.`spell_days`
          FROM (
            SELECT
              `t1`.`person_id`,
              `t1`.`month`,
              `t1`.`bit`,
              `t1`.`is_workday`,
              `t1`.`seconds`
            FROM `run`.`entangled_day` AS `t1`
          ) AS `t12`
          INNER JOIN `run`.`deployment_month` AS `t5`
            ON `t12`.`person_id` = `t5`.`person_id` AND `t12`.`month` = `t5`.`month`
        ) AS `t15`
        WHERE
          (
            `t15`.`bit` & `t15`.`spell_days`
          ) <> 0
      ) AS `t17`
    ) AS `t19`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t0`.`person_id`,
          `t0`.`deployment`,
          `t0`.`seconds`
        FROM `run`.`compensated_month` AS `t0`
        WHERE
          NOT (
            `t0`.`is_split`
          )
      ) AS `t10`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t18`.`person_id`,
          `t18`.`deployment`,
          IF(
            `t18`.`is_workday`,
            GREATEST(0, `t18`.`seconds` - (
              PARAM('comp.workday_hours') * 3600
            )),
            `t18`.`seconds`
          ) AS `seconds`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t14`.`person_id`,
              `t14`.`month`,
              `t14`.`bit`,
              `t14`.`is_workday`,
              `t14`.`seconds`,
              `t11`.`deployment`,
              `t11`.`spell_days`
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t3`.`person_id`,
                  `t3`.`month`,
                  `t3`.`bit`,
                  `t3`.`is_workday`,
                  `t3`.`length` AS `seconds`
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
                  `t4`.`month`,
                  `t4`.`bit`,
                  `t4`.`is_workday`,
                  `t4`.`length` AS `seconds`
                FROM `run`.`seen_row` AS `t4`
              ) AS `t9`
            ) AS `t14`
            INNER JOIN (
              SELECT
                `t0`.`person_id`,
                `t0`.`deployment`,
                `t0`.`month`,
                `t0`.`spell_days`
              FROM `run`.`compensated_month` AS `t0`
              WHERE
                `t0`.`is_split`
            ) AS `t11`
              ON `t14`.`person_id` = `t11`.`person_id` AND `t14`.`month` = `t11`.`month`
          ) AS `t16`
          WHERE
            (
              `t16`.`bit` & `t16`.`spell_days`
            ) <> 0
        ) AS `t18`
      ) AS `t20`
    ) AS `t21`
  ) AS `t22`
  GROUP BY
    1,
    2
) AS `t23`
WHERE
  `t23`.`seconds` > 0
