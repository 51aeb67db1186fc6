SELECT
  *
FROM (
  SELECT
    `t25`.`person_id`
  FROM (
    SELECT
      `t22`.`person_id`,
      `t22`.`start`,
      `t22`.`last_day`,
      `t22`.`month`,
      SHIFTLEFT(
        (
          (
            SHIFTLEFT(
              CAST(1 AS BIGINT),
              (
                (
                  LEAST(`t22`.`last_day`, `t12`.`month_end`) - GREATEST(`t22`.`start`, `t12`.`first_day`)
                ) + 1
              )
            )
          ) - 1
        ),
        (
          (
            GREATEST(`t22`.`start`, `t12`.`first_day`) - `t12`.`first_day`
          ) + 1
        )
      ) AS `days`,
      `t11`.`duty`
    FROM (
      SELECT
        `t20`.`person_id`,
        `t20`.`start`,
        `t20`.`last_day`,
        `t20`.`start_month`,
        `t20`.`last_month`,
        EXPLODE(
          IF(
            (
              1 <> 0
            )
            AND (
              SIGN(1) = SIGN((
                `t20`.`last_month` + 1
              ) - `t20`.`start_month`)
            ),
            IF(
              ELEMENT_AT(
                SEQUENCE(`t20`.`start_month`, `t20`.`last_month` + 1, 1),
                SIZE(SEQUENCE(`t20`.`start_month`, `t20`.`last_month` + 1, 1))
              ) = (
                `t20`.`last_month` + 1
              ),
              SLICE(
                SEQUENCE(`t20`.`start_month`, `t20`.`last_month` + 1, 1),
                1,
                SIZE(SEQUENCE(`t20`.`start_month`, `t20`.`last_month` + 1, 1)) - 1
              ),
              SEQUENCE(`t20`.`start_month`, `t20`.`last_month` + 1, 1)
            ),
            ARRAY()
          )
        ) AS `month`
      FROM (
        SELECT
          `t19`.`person_id`,
          `t19`.`start`,
          `t19`.`last_day`,
          `t13`.`start_month`,
          `t14`.`last_month`
        FROM (
          SELECT
            `t16`.`person_id`,
            `t16`.`last_day` + 1 AS `start`,
            `t16`.`last_day` + PARAM('rest.long_deployment_rest') AS `last_day`
          FROM (
            SELECT
              *
            FROM `run`.`stint` AS `t3`
            WHERE
              NOT (
                `t3`.`is_open`
              )
              AND (
                (
                  `t3`.`last_day` - `t3`.`start`
                ) + 1
              ) >= PARAM('rest.long_deployment')
          ) AS `t16`
        ) AS `t19`
        INNER JOIN (
          SELECT
            `t4`.`day` AS `start`,
            `t4`.`month` AS `start_month`
          FROM `run`.`calendar` AS `t4`
        ) AS `t13`
          ON `t19`.`start` = `t13`.`start`
        INNER JOIN (
          SELECT
            `t4`.`day` AS `last_day`,
            `t4`.`month` AS `last_month`
          FROM `run`.`calendar` AS `t4`
        ) AS `t14`
          ON `t19`.`last_day` = `t14`.`last_day`
      ) AS `t20`
    ) AS `t22`
    INNER JOIN (
      SELECT
        `t1`.`month`,
        `t1`.`first_day`,
        `t1`.`last_day` AS `month_end`
      FROM `run`.`month` AS `t1`
    ) AS `t12`
      ON `t22`.`month` = `t12`.`month`
    INNER JOIN (
      SELECT
        `t0`.`person_id`,
        `t0`.`month`,
        `t0`.`own_days` AS `duty`
      FROM `run`.`month_sketch` AS `t0`
    ) AS `t11`
      ON `t22`.`person_id` = `t11`.`person_id` AND `t22`.`month` = `t11`.`month`
  ) AS `t25`
  WHERE
    (
      `t25`.`days` & `t25`.`duty`
    ) <> 0
) AS `t27`
UNION
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t23`.`person_id`
    FROM (
      SELECT
        *
      FROM `run`.`month_sketch` AS `t0`
      WHERE
        (
          `t0`.`longest` > 86400
        )
        OR (
          `t0`.`rows` <> BIT_COUNT(`t0`.`own_days`)
        )
        OR (
          (
            (
              SHIFTLEFT(`t0`.`night`, 1)
            ) & `t0`.`morning`
          ) <> 0
        )
        OR (
          `t0`.`longest_tail` >= 129600
        )
        OR (
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
              `t0`.`days` & (
                SHIFTRIGHT(`t0`.`days`, 1)
              ) & (
                SHIFTRIGHT((
                  `t0`.`days` & (
                    SHIFTRIGHT(`t0`.`days`, 1)
                  )
                ), 2)
              ) & (
                SHIFTRIGHT(
                  (
                    `t0`.`days` & (
                      SHIFTRIGHT(`t0`.`days`, 1)
                    ) & (
                      SHIFTRIGHT((
                        `t0`.`days` & (
                          SHIFTRIGHT(`t0`.`days`, 1)
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
                `t0`.`long_days` & (
                  SHIFTRIGHT(`t0`.`long_days`, 1)
                ) & (
                  SHIFTRIGHT(`t0`.`long_days`, 2)
                )
              ) | (
                `t0`.`long_days` & (
                  SHIFTRIGHT(`t0`.`long_days`, 1)
                ) & (
                  SHIFTRIGHT(`t0`.`long_days`, 3)
                )
              ) | (
                `t0`.`long_days` & (
                  SHIFTRIGHT(`t0`.`long_days`, 1)
                ) & (
                  SHIFTRIGHT(`t0`.`long_days`, 4)
                )
              ) | (
                `t0`.`long_days` & (
                  SHIFTRIGHT(`t0`.`long_days`, 1)
                ) & (
                  SHIFTRIGHT(`t0`.`long_days`, 5)
                )
              ) | (
                `t0`.`long_days` & (
                  SHIFTRIGHT(`t0`.`long_days`, 1)
                ) & (
                  SHIFTRIGHT(`t0`.`long_days`, 6)
                )
              ) | (
                `t0`.`long_days` & (
                  SHIFTRIGHT(`t0`.`long_days`, 2)
                ) & (
                  SHIFTRIGHT(`t0`.`long_days`, 3)
                )
              ) | (
                `t0`.`long_days` & (
                  SHIFTRIGHT(`t0`.`long_days`, 2)
                ) & (
                  SHIFTRIGHT(`t0`.`long_days`, 4)
                )
              ) | (
                `t0`.`long_days` & (
                  SHIFTRIGHT(`t0`.`long_days`, 2)
                ) & (
                  SHIFTRIGHT(`t0`.`long_days`, 5)
                )
              ) | (
                `t0`.`long_days` & (
                  SHIFTRIGHT(`t0`.`long_days`, 2)
                ) & (
                  SHIFTRIGHT(`t0`.`long_days`, 6)
                )
              ) | (
                `t0`.`long_days` & (
                  SHIFTRIGHT(`t0`.`long_days`, 3)
                ) & (
                  SHIFTRIGHT(`t0`.`long_days`, 4)
                )
              ) | (
                `t0`.`long_days` & (
                  SHIFTRIGHT(`t0`.`long_days`, 3)
                ) & (
                  SHIFTRIGHT(`t0`.`long_days`, 5)
                )
              ) | (
                `t0`.`long_days` & (
                  SHIFTRIGHT(`t0`.`long_days`, 3)
                ) & (
                  SHIFTRIGHT(`t0`.`long_days`, 6)
                )
              ) | (
                `t0`.`long_days` & (
                  SHIFTRIGHT(`t0`.`long_days`, 4)
                ) & (
                  SHIFTRIGHT(`t0`.`long_days`, 5)
                )
              ) | (
                `t0`.`long_days` & (
                  SHIFTRIGHT(`t0`.`long_days`, 4)
                ) & (
                  SHIFTRIGHT(`t0`.`long_days`, 6)
                )
              ) | (
                `t0`.`long_days` & (
                  SHIFTRIGHT(`t0`.`long_days`, 5)
                ) & (
                  SHIFTRIGHT(`t0`.`long_days`, 6)
                )
              )
            ) <> 0
          )
          OR (
            (
              (
                `t0`.`days` & (
                  SHIFTRIGHT(`t0`.`days`, 1)
                ) & (
                  SHIFTRIGHT((
                    `t0`.`days` & (
                      SHIFTRIGHT(`t0`.`days`, 1)
                    )
                  ), 2)
                ) & (
                  SHIFTRIGHT(
                    (
                      `t0`.`days` & (
                        SHIFTRIGHT(`t0`.`days`, 1)
                      ) & (
                        SHIFTRIGHT((
                          `t0`.`days` & (
                            SHIFTRIGHT(`t0`.`days`, 1)
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
              `t0`.`longest` > (
                PARAM('roster.shift_max_normal') * 3600
              )
            )
          )
          OR (
            `t0`.`longest` > 50400
          )
        )
    ) AS `t23`
  ) AS `t24`
  UNION
  SELECT
    *
  FROM (
    SELECT
      `t15`.`person_id`
    FROM (
      SELECT
        `t5`.`person_id`,
        `t5`.`month`,
        `t5`.`own_days`,
        `t5`.`compensated_days`,
        `t5`.`rows`,
        `t5`.`longest_tail`,
        `t5`.`longest`,
        `t5`.`days`,
        `t5`.`long_days`,
        `t5`.`night`,
        `t5`.`morning`,
        `t6`.`deployment`,
        `t6`.`spell_days`
      FROM `run`.`month_sketch` AS `t5`
      INNER JOIN `run`.`deployment_month` AS `t6`
        ON `t5`.`person_id` = `t6`.`person_id` AND `t5`.`month` = `t6`.`month`
    ) AS `t15`
    WHERE
      (
        `t15`.`compensated_days` & `t15`.`spell_days`
      ) <> 0
      AND (
        `t15`.`compensated_days` & `t15`.`spell_days`
      ) <> `t15`.`compensated_days`
  ) AS `t18`
) AS `t26`
