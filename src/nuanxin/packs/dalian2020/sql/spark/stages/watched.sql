WITH `t27` AS (
  SELECT
    `t26`.`person_id`,
    `t26`.`month`,
    BIT_OR(`t26`.`days`) AS `days`,
    BIT_OR(`t26`.`long_days`) AS `long_days`,
    BIT_OR(`t26`.`long_starts`) AS `long_starts`,
    SUM(`t26`.`long_shifts`) AS `long_shifts`,
    MAX(`t26`.`longest`) AS `longest`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t17`.`person_id`,
        (
          (
            EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(CAST(FLOOR((
              `t17`.`start`
            ) / (
              86400
            )) AS BIGINT) AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 12
          ) + EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(CAST(FLOOR((
            `t17`.`start`
          ) / (
            86400
          )) AS BIGINT) AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
        ) - 1 AS `month`,
        CAST(0 AS BIGINT) AS `days`,
        SHIFTLEFT(
          CAST(1 AS BIGINT),
          CAST(EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(CAST(FLOOR((
            `t17`.`start`
          ) / (
            86400
          )) AS BIGINT) AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) AS BIGINT)
        ) AS `long_days`,
        SHIFTLEFT(
          CAST(1 AS BIGINT),
          CAST(EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(CAST(FLOOR((
            `t17`.`start`
          ) / (
            86400
          )) AS BIGINT) AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) AS BIGINT)
        ) AS `long_starts`,
        CAST(1 AS BIGINT) AS `long_shifts`,
        CAST(0 AS BIGINT) AS `longest`
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t1`.`person_id`,
              `t1`.`unit_id`,
              `t1`.`start`,
              `t1`.`end`,
              `t1`.`has_reason`
            FROM `run`.`row` AS `t1`
            WHERE
              `t1`.`is_alone`
          ) AS `t8`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              `t2`.`person_id`,
              `t2`.`unit_id`,
              `t2`.`shift_start` AS `start`,
              `t2`.`end`,
              `t2`.`has_reason`
            FROM `run`.`entangled_shift` AS `t2`
          ) AS `t10`
        ) AS `t12`
        WHERE
          (
            `t12`.`end` - `t12`.`start`
          ) > (
            PARAM('roster.shift_max_normal') * 3600
          )
      ) AS `t17`
    ) AS `t25`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t22`.`person_id`,
          `t22`.`month`,
          `t22`.`days` ^ (
            `t22`.`days` & `t22`.`tangled`
          ) AS `days`,
          `t22`.`long_days` ^ (
            `t22`.`long_days` & `t22`.`tangled`
          ) AS `long_days`,
          `t22`.`long_days` ^ (
            `t22`.`long_days` & `t22`.`tangled`
          ) AS `long_starts`,
          BIT_COUNT(`t22`.`long_days` ^ (
            `t22`.`long_days` & `t22`.`tangled`
          )) AS `long_shifts`,
          `t22`.`longest`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t19`.`person_id`,
              `t19`.`month`,
              `t19`.`days`,
              `t19`.`long_days`,
              `t19`.`night`,
              `t19`.`morning`,
              `t19`.`odd_days`,
              `t19`.`rows`,
              `t19`.`longest`,
              `t19`.`longest_tail`,
              `t19`.`tangled`
            FROM (
              SELECT
                `t16`.`person_id`,
                `t16`.`month`,
                `t16`.`days`,
                `t16`.`long_days`,
                `t16`.`night`,
                `t16`.`morning`,
                `t16`.`odd_days`,
                `t16`.`rows`,
                `t16`.`longest`,
                `t16`.`longest_tail`,
                `t16`.`person_id_right`,
                `t16`.`month_right`,
                COALESCE(`t16`.`tangled`, 0) AS `tangled`
              FROM (
                SELECT
                  `t6`.`person_id`,
                  `t6`.`month`,
                  `t6`.`days`,
                  `t6`.`long_days`,
                  `t6`.`night`,
                  `t6`.`morning`,
                  `t6`.`odd_days`,
                  `t6`.`rows`,
                  `t6`.`longest`,
                  `t6`.`longest_tail`,
                  `t7`.`person_id` AS `person_id_right`,
                  `t7`.`month` AS `month_right`,
                  `t7`.`tangled`
                FROM `run`.`month_sketch` AS `t6`
                LEFT OUTER JOIN `run`.`lens` AS `t7`
                  ON `t6`.`person_id` = `t7`.`person_id` AND `t6`.`month` = `t7`.`month`
              ) AS `t16`
            ) AS `t19`
          ) AS `t20`
          WHERE
            `t20`.`tangled` <> 0
        ) AS `t22`
      ) AS `t23`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t13`.`person_id`,
          `t13`.`month`,
          `t13`.`bit` AS `days`,
          IF(
            `t13`.`seconds` > (
              PARAM('roster.shift_max_normal') * 3600
            ),
            `t13`.`bit`,
            CAST(0 AS BIGINT)
          ) AS `long_days`,
          CAST(0 AS BIGINT) AS `long_starts`,
          CAST(0 AS BIGINT) AS `long_shifts`,
          `t13`.`seconds` AS `longest`
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
          ) AS `t9`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              `t3`.`person_id`,
              `t3`.`day`,
              `t3`.`month`,
              `t3`.`bit`,
              `t3`.`is_workday`,
              `t3`.`seconds`,
              `t3`.`work_end`
            FROM `run`.`entangled_day` AS `t3`
          ) AS `t11`
        ) AS `t13`
      ) AS `t18`
    ) AS `t24`
  ) AS `t26`
  GROUP BY
    1,
    2
), `t31` AS (
  SELECT
    *
  FROM `t27` AS `t28`
  WHERE
    `t28`.`long_shifts` > BIT_COUNT(`t28`.`long_starts`)
), `t42` AS (
  SELECT
    *
  FROM (
    SELECT
      `t33`.`person_id`,
      `t33`.`month` + 1 AS `month`
    FROM `t31` AS `t33`
  ) AS `t35`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t39`.`person_id`,
        `t39`.`month`
      FROM (
        SELECT
          *
        FROM (
          SELECT
            `t32`.`person_id`,
            `t32`.`month`,
            GREATEST(`t32`.`longest`, COALESCE(`t37`.`before_longest`, 0)) AS `longest`,
            COALESCE(`t37`.`before_days`, 0) | (
              SHIFTLEFT(`t32`.`days`, COALESCE(`t37`.`before_length`, 0))
            ) AS `days`,
            COALESCE(`t37`.`before_long_days`, 0) | (
              SHIFTLEFT(`t32`.`long_days`, COALESCE(`t37`.`before_length`, 0))
            ) AS `long_days`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t20`.`person_id`,
                `t20`.`month`,
                `t20`.`days`,
                `t20`.`long_days`,
                `t20`.`longest`
              FROM (
                SELECT
                  `t19`.`person_id`,
                  `t19`.`month`,
                  `t19`.`days`,
                  `t19`.`long_days`,
                  `t19`.`night`,
                  `t19`.`morning`,
                  `t19`.`odd_days`,
                  `t19`.`rows`,
                  `t19`.`longest`,
                  `t19`.`longest_tail`,
                  `t19`.`tangled`
                FROM (
                  SELECT
                    `t16`.`person_id`,
                    `t16`.`month`,
                    `t16`.`days`,
                    `t16`.`long_days`,
                    `t16`.`night`,
                    `t16`.`morning`,
                    `t16`.`odd_days`,
                    `t16`.`rows`,
                    `t16`.`longest`,
                    `t16`.`longest_tail`,
                    `t16`.`person_id_right`,
                    `t16`.`month_right`,
                    COALESCE(`t16`.`tangled`, 0) AS `tangled`
                  FROM (
                    SELECT
                      `t6`.`person_id`,
                      `t6`.`month`,
                      `t6`.`days`,
                      `t6`.`long_days`,
                      `t6`.`night`,
                      `t6`.`morning`,
                      `t6`.`odd_days`,
                      `t6`.`rows`,
                      `t6`.`longest`,
                      `t6`.`longest_tail`,
                      `t7`.`person_id` AS `person_id_right`,
                      `t7`.`month` AS `month_right`,
                      `t7`.`tangled`
                    FROM `run`.`month_sketch` AS `t6`
                    LEFT OUTER JOIN `run`.`lens` AS `t7`
                      ON `t6`.`person_id` = `t7`.`person_id` AND `t6`.`month` = `t7`.`month`
                  ) AS `t16`
                ) AS `t19`
              ) AS `t20`
              WHERE
                `t20`.`tangled` = 0
            ) AS `t21`
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                `t28`.`person_id`,
                `t28`.`month`,
                `t28`.`days`,
                `t28`.`long_days`,
                `t28`.`longest`
              FROM `t27` AS `t28`
            ) AS `t29`
          ) AS `t32`
          INNER JOIN (
            SELECT
              `t0`.`month`,
              (
                `t0`.`last_day` - `t0`.`first_day`
              ) + 1 AS `length`
            FROM `run`.`month` AS `t0`
          ) AS `t15`
            ON `t32`.`month` = `t15`.`month`
          LEFT OUTER JOIN (
            SELECT
              `t32`.`person_id`,
              `t32`.`month` + 1 AS `month`,
              `t15`.`length` AS `before_length`,
              `t32`.`longest` AS `before_longest`,
              `t32`.`days` AS `before_days`,
              `t32`.`long_days` AS `before_long_days`
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t20`.`person_id`,
                  `t20`.`month`,
                  `t20`.`days`,
                  `t20`.`long_days`,
                  `t20`.`longest`
                FROM (
                  SELECT
                    `t19`.`person_id`,
                    `t19`.`month`,
                    `t19`.`days`,
                    `t19`.`long_days`,
                    `t19`.`night`,
                    `t19`.`morning`,
                    `t19`.`odd_days`,
                    `t19`.`rows`,
                    `t19`.`longest`,
                    `t19`.`longest_tail`,
                    `t19`.`tangled`
                  FROM (
                    SELECT
                      `t16`.`person_id`,
                      `t16`.`month`,
                      `t16`.`days`,
                      `t16`.`long_days`,
                      `t16`.`night`,
                      `t16`.`morning`,
                      `t16`.`odd_days`,
                      `t16`.`rows`,
                      `t16`.`longest`,
                      `t16`.`longest_tail`,
                      `t16`.`person_id_right`,
                      `t16`.`month_right`,
                      COALESCE(`t16`.`tangled`, 0) AS `tangled`
                    FROM (
                      SELECT
                        `t6`.`person_id`,
                        `t6`.`month`,
                        `t6`.`days`,
                        `t6`.`long_days`,
                        `t6`.`night`,
                        `t6`.`morning`,
                        `t6`.`odd_days`,
                        `t6`.`rows`,
                        `t6`.`longest`,
                        `t6`.`longest_tail`,
                        `t7`.`person_id` AS `person_id_right`,
                        `t7`.`month` AS `month_right`,
                        `t7`.`tangled`
                      FROM `run`.`month_sketch` AS `t6`
                      LEFT OUTER JOIN `run`.`lens` AS `t7`
                        ON `t6`.`person_id` = `t7`.`person_id` AND `t6`.`month` = `t7`.`month`
                    ) AS `t16`
                  ) AS `t19`
                ) AS `t20`
                WHERE
                  `t20`.`tangled` = 0
              ) AS `t21`
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  `t28`.`person_id`,
                  `t28`.`month`,
                  `t28`.`days`,
                  `t28`.`long_days`,
                  `t28`.`longest`
                FROM `t27` AS `t28`
              ) AS `t29`
            ) AS `t32`
            INNER JOIN (
              SELECT
                `t0`.`month`,
                (
                  `t0`.`last_day` - `t0`.`first_day`
                ) + 1 AS `length`
              FROM `run`.`month` AS `t0`
            ) AS `t15`
              ON `t32`.`month` = `t15`.`month`
          ) AS `t37`
            ON `t32`.`person_id` = `t37`.`person_id` AND `t32`.`month` = `t37`.`month`
        ) AS `t38`
        WHERE
          (
            PARAM('rest.duty_run_max') < 8
          )
          OR (
            PARAM('rest.long_shifts_in_week') < 3
          )
          OR (
            PARAM('rest.week_hours_max') < 60
          )
          OR (
            PARAM('rest.week_window') > 7
          )
          OR (
            PARAM('roster.shift_max_normal') > 8
          )
          OR (
            (
              `t38`.`days` & (
                SHIFTRIGHT(`t38`.`days`, 1)
              ) & (
                SHIFTRIGHT((
                  `t38`.`days` & (
                    SHIFTRIGHT(`t38`.`days`, 1)
                  )
                ), 2)
              ) & (
                SHIFTRIGHT(
                  (
                    `t38`.`days` & (
                      SHIFTRIGHT(`t38`.`days`, 1)
                    ) & (
                      SHIFTRIGHT((
                        `t38`.`days` & (
                          SHIFTRIGHT(`t38`.`days`, 1)
                        )
                      ), 2)
                    )
                  ),
                  4
                )
              )
            ) <> 0
          )
          OR (
            (
              CAST(0 AS BIGINT) | (
                `t38`.`long_days` & (
                  SHIFTRIGHT(`t38`.`long_days`, 1)
                ) & (
                  SHIFTRIGHT(`t38`.`long_days`, 2)
                )
              ) | (
                `t38`.`long_days` & (
                  SHIFTRIGHT(`t38`.`long_days`, 1)
                ) & (
                  SHIFTRIGHT(`t38`.`long_days`, 3)
                )
              ) | (
                `t38`.`long_days` & (
                  SHIFTRIGHT(`t38`.`long_days`, 1)
                ) & (
                  SHIFTRIGHT(`t38`.`long_days`, 4)
                )
              ) | (
                `t38`.`long_days` & (
                  SHIFTRIGHT(`t38`.`long_days`, 1)
                ) & (
                  SHIFTRIGHT(`t38`.`long_days`, 5)
                )
              ) | (
                `t38`.`long_days` & (
                  SHIFTRIGHT(`t38`.`long_days`, 1)
                ) & (
                  SHIFTRIGHT(`t38`.`long_days`, 6)
                )
              ) | (
                `t38`.`long_days` & (
                  SHIFTRIGHT(`t38`.`long_days`, 2)
                ) & (
                  SHIFTRIGHT(`t38`.`long_days`, 3)
                )
              ) | (
                `t38`.`long_days` & (
                  SHIFTRIGHT(`t38`.`long_days`, 2)
                ) & (
                  SHIFTRIGHT(`t38`.`long_days`, 4)
                )
              ) | (
                `t38`.`long_days` & (
                  SHIFTRIGHT(`t38`.`long_days`, 2)
                ) & (
                  SHIFTRIGHT(`t38`.`long_days`, 5)
                )
              ) | (
                `t38`.`long_days` & (
                  SHIFTRIGHT(`t38`.`long_days`, 2)
                ) & (
                  SHIFTRIGHT(`t38`.`long_days`, 6)
                )
              ) | (
                `t38`.`long_days` & (
                  SHIFTRIGHT(`t38`.`long_days`, 3)
                ) & (
                  SHIFTRIGHT(`t38`.`long_days`, 4)
                )
              ) | (
                `t38`.`long_days` & (
                  SHIFTRIGHT(`t38`.`long_days`, 3)
                ) & (
                  SHIFTRIGHT(`t38`.`long_days`, 5)
                )
              ) | (
                `t38`.`long_days` & (
                  SHIFTRIGHT(`t38`.`long_days`, 3)
                ) & (
                  SHIFTRIGHT(`t38`.`long_days`, 6)
                )
              ) | (
                `t38`.`long_days` & (
                  SHIFTRIGHT(`t38`.`long_days`, 4)
                ) & (
                  SHIFTRIGHT(`t38`.`long_days`, 5)
                )
              ) | (
                `t38`.`long_days` & (
                  SHIFTRIGHT(`t38`.`long_days`, 4)
                ) & (
                  SHIFTRIGHT(`t38`.`long_days`, 6)
                )
              ) | (
                `t38`.`long_days` & (
                  SHIFTRIGHT(`t38`.`long_days`, 5)
                ) & (
                  SHIFTRIGHT(`t38`.`long_days`, 6)
                )
              )
            ) <> 0
          )
          OR (
            (
              (
                `t38`.`days` & (
                  SHIFTRIGHT(`t38`.`days`, 1)
                ) & (
                  SHIFTRIGHT((
                    `t38`.`days` & (
                      SHIFTRIGHT(`t38`.`days`, 1)
                    )
                  ), 2)
                ) & (
                  SHIFTRIGHT(
                    (
                      `t38`.`days` & (
                        SHIFTRIGHT(`t38`.`days`, 1)
                      ) & (
                        SHIFTRIGHT((
                          `t38`.`days` & (
                            SHIFTRIGHT(`t38`.`days`, 1)
                          )
                        ), 2)
                      )
                    ),
                    3
                  )
                )
              ) <> 0
            )
            AND (
              `t38`.`longest` > (
                PARAM('roster.shift_max_normal') * 3600
              )
            )
          )
          OR (
            `t38`.`longest` > 50400
          )
      ) AS `t39`
    ) AS `t40`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t33`.`person_id`,
        `t33`.`month`
      FROM `t31` AS `t33`
    ) AS `t34`
  ) AS `t41`
)
SELECT
  *
FROM `t42` AS `t43`
UNION
SELECT
  *
FROM (
  SELECT
    `t43`.`person_id`,
    `t43`.`month` - 1 AS `month`
  FROM `t42` AS `t43`
) AS `t44`
