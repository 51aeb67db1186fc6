SELECT
  `t25`.`person_id`,
  `t25`.`unit_id`,
  `t25`.`is_medical`,
  `t25`.`deployment`,
  `t25`.`last_day`,
  `t25`.`is_open`,
  COALESCE(
    `t25`.`event`,
    IF(
      `t25`.`is_open`,
      NULL,
      GREATEST(
        `t25`.`last_day`,
        COALESCE(IF(`t25`.`boundary` IS NOT NULL, `t25`.`boundary_force`, `t7`.`current_force`), 0)
      )
    )
  ) AS `release`,
  LEAD(`t25`.`deployment`) OVER (PARTITION BY `t25`.`person_id` ORDER BY `t25`.`deployment` ASC NULLS LAST) AS `next_deployment`
FROM (
  SELECT
    `t23`.`person_id`,
    `t23`.`deployment`,
    `t23`.`unit_id`,
    `t23`.`is_medical`,
    `t23`.`last_start`,
    `t23`.`last_day`,
    `t23`.`is_open`,
    `t23`.`boundary`,
    `t23`.`boundary_force`,
    `t23`.`event`
  FROM (
    SELECT
      `t18`.`person_id`,
      `t18`.`deployment`,
      `t18`.`unit_id`,
      `t18`.`is_medical`,
      `t18`.`last_start`,
      `t18`.`last_day`,
      `t18`.`is_open`,
      `t18`.`boundary`,
      `t18`.`boundary_force`,
      `t22`.`person_id` AS `person_id_right`,
      `t22`.`deployment` AS `deployment_right`,
      `t22`.`event`
    FROM (
      SELECT
        `t16`.`person_id`,
        `t16`.`deployment`,
        `t16`.`unit_id`,
        `t16`.`is_medical`,
        `t16`.`last_start`,
        `t16`.`last_day`,
        `t16`.`is_open`,
        `t16`.`boundary`,
        `t16`.`boundary_force`
      FROM (
        SELECT
          `t11`.`person_id`,
          `t11`.`deployment`,
          `t11`.`unit_id`,
          `t11`.`is_medical`,
          `t11`.`last_start`,
          `t11`.`last_day`,
          `t11`.`is_open`,
          `t15`.`person_id` AS `person_id_right`,
          `t15`.`deployment` AS `deployment_right`,
          `t15`.`boundary`,
          `t15`.`boundary_force`
        FROM (
          SELECT
            `t1`.`person_id`,
            `t1`.`deployment`,
            MAX(`t1`.`unit_id`) AS `unit_id`,
            BOOL_OR(`t1`.`is_medical`) AS `is_medical`,
            MAX(`t1`.`start`) AS `last_start`,
            MAX(`t1`.`last_day`) AS `last_day`,
            BOOL_OR(`t1`.`is_open`) AS `is_open`
          FROM `run`.`spell_of_deployment` AS `t1`
          GROUP BY
            1,
            2
        ) AS `t11`
        LEFT OUTER JOIN (
          SELECT
            `t13`.`person_id`,
            `t13`.`deployment`,
            MIN(`t13`.`boundary_day`) AS `boundary`,
            MIN_BY(`t13`.`boundary_force`, `t13`.`boundary_day`) AS `boundary_force`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t11`.`person_id`,
                `t11`.`deployment`,
                `t11`.`unit_id`,
                `t11`.`is_medical`,
                `t11`.`last_start`,
                `t11`.`last_day`,
                `t11`.`is_open`,
                `t10`.`boundary_day`,
                `t10`.`boundary_force`
              FROM (
                SELECT
                  `t1`.`person_id`,
                  `t1`.`deployment`,
                  MAX(`t1`.`unit_id`) AS `unit_id`,
                  BOOL_OR(`t1`.`is_medical`) AS `is_medical`,
                  MAX(`t1`.`start`) AS `last_start`,
                  MAX(`t1`.`last_day`) AS `last_day`,
                  BOOL_OR(`t1`.`is_open`) AS `is_open`
                FROM `run`.`spell_of_deployment` AS `t1`
                GROUP BY
                  1,
                  2
              ) AS `t11`
              INNER JOIN (
                SELECT
                  `t3`.`person_id`,
                  `t3`.`day` AS `boundary_day`,
                  `t3`.`force` AS `boundary_force`
                FROM `run`.`boundary` AS `t3`
              ) AS `t10`
                ON `t11`.`person_id` = `t10`.`person_id`
            ) AS `t12`
            WHERE
              `t12`.`boundary_day` > `t12`.`last_start`
          ) AS `t13`
          GROUP BY
            1,
            2
        ) AS `t15`
          ON `t11`.`person_id` = `t15`.`person_id` AND `t11`.`deployment` = `t15`.`deployment`
      ) AS `t16`
    ) AS `t18`
    LEFT OUTER JOIN (
      SELECT
        `t20`.`person_id`,
        `t20`.`deployment`,
        MIN(`t20`.`event_day`) AS `event`
      FROM (
        SELECT
          *
        FROM (
          SELECT
            `t18`.`person_id`,
            `t18`.`deployment`,
            `t18`.`unit_id`,
            `t18`.`is_medical`,
            `t18`.`last_start`,
            `t18`.`last_day`,
            `t18`.`is_open`,
            `t18`.`boundary`,
            `t18`.`boundary_force`,
            `t9`.`event_day`
          FROM (
            SELECT
              `t16`.`person_id`,
              `t16`.`deployment`,
              `t16`.`unit_id`,
              `t16`.`is_medical`,
              `t16`.`last_start`,
              `t16`.`last_day`,
              `t16`.`is_open`,
              `t16`.`boundary`,
              `t16`.`boundary_force`
            FROM (
              SELECT
                `t11`.`person_id`,
                `t11`.`deployment`,
                `t11`.`unit_id`,
                `t11`.`is_medical`,
                `t11`.`last_start`,
                `t11`.`last_day`,
                `t11`.`is_open`,
                `t15`.`person_id` AS `person_id_right`,
                `t15`.`deployment` AS `deployment_right`,
                `t15`.`boundary`,
                `t15`.`boundary_force`
              FROM (
                SELECT
                  `t1`.`person_id`,
                  `t1`.`deployment`,
                  MAX(`t1`.`unit_id`) AS `unit_id`,
                  BOOL_OR(`t1`.`is_medical`) AS `is_medical`,
                  MAX(`t1`.`start`) AS `last_start`,
                  MAX(`t1`.`last_day`) AS `last_day`,
                  BOOL_OR(`t1`.`is_open`) AS `is_open`
                FROM `run`.`spell_of_deployment` AS `t1`
                GROUP BY
                  1,
                  2
              ) AS `t11`
              LEFT OUTER JOIN (
                SELECT
                  `t13`.`person_id`,
                  `t13`.`deployment`,
                  MIN(`t13`.`boundary_day`) AS `boundary`,
                  MIN_BY(`t13`.`boundary_force`, `t13`.`boundary_day`) AS `boundary_force`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t11`.`person_id`,
                      `t11`.`deployment`,
                      `t11`.`unit_id`,
                      `t11`.`is_medical`,
                      `t11`.`last_start`,
                      `t11`.`last_day`,
                      `t11`.`is_open`,
                      `t10`.`boundary_day`,
                      `t10`.`boundary_force`
                    FROM (
                      SELECT
                        `t1`.`person_id`,
                        `t1`.`deployment`,
                        MAX(`t1`.`unit_id`) AS `unit_id`,
                        BOOL_OR(`t1`.`is_medical`) AS `is_medical`,
                        MAX(`t1`.`start`) AS `last_start`,
                        MAX(`t1`.`last_day`) AS `last_day`,
                        BOOL_OR(`t1`.`is_open`) AS `is_open`
                      FROM `run`.`spell_of_deployment` AS `t1`
                      GROUP BY
                        1,
                        2
                    ) AS `t11`
                    INNER JOIN (
                      SELECT
                        `t3`.`person_id`,
                        `t3`.`day` AS `boundary_day`,
                        `t3`.`force` AS `boundary_force`
                      FROM `run`.`boundary` AS `t3`
                    ) AS `t10`
                      ON `t11`.`person_id` = `t10`.`person_id`
                  ) AS `t12`
                  WHERE
                    `t12`.`boundary_day` > `t12`.`last_start`
                ) AS `t13`
                GROUP BY
                  1,
                  2
              ) AS `t15`
                ON `t11`.`person_id` = `t15`.`person_id` AND `t11`.`deployment` = `t15`.`deployment`
            ) AS `t16`
          ) AS `t18`
          INNER JOIN (
            SELECT
              `t2`.`person_id`,
              `t2`.`day` AS `event_day`
            FROM `run`.`release` AS `t2`
          ) AS `t9`
            ON `t18`.`person_id` = `t9`.`person_id`
        ) AS `t19`
        WHERE
          `t19`.`event_day` >= `t19`.`last_start`
          AND (
            (
              `t19`.`boundary` IS NULL
            ) OR (
              `t19`.`event_day` < `t19`.`boundary`
            )
          )
      ) AS `t20`
      GROUP BY
        1,
        2
    ) AS `t22`
      ON `t18`.`person_id` = `t22`.`person_id` AND `t18`.`deployment` = `t22`.`deployment`
  ) AS `t23`
) AS `t25`
CROSS JOIN (
  SELECT
    `t0`.`day` AS `current_force`
  FROM `run`.`task_end_in_force` AS `t0`
) AS `t7`
