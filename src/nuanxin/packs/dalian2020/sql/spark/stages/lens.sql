WITH `t10` AS (
  SELECT
    `t2`.`person_id`,
    `t2`.`month`,
    `t2`.`days`,
    `t2`.`long_days`,
    `t2`.`night`,
    `t2`.`morning`,
    `t2`.`odd_days`,
    `t2`.`rows`,
    `t2`.`longest`,
    `t2`.`longest_tail`,
    `t6`.`length`
  FROM `run`.`month_sketch` AS `t2`
  INNER JOIN (
    SELECT
      `t1`.`month`,
      (
        `t1`.`last_day` - `t1`.`first_day`
      ) + 1 AS `length`
    FROM `run`.`month` AS `t1`
  ) AS `t6`
    ON `t2`.`month` = `t6`.`month`
)
SELECT
  `t23`.`person_id`,
  `t23`.`month`,
  BIT_OR(`t23`.`days`) AS `tangled`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t2`.`person_id`,
      `t2`.`month`,
      `t2`.`days`
    FROM `run`.`month_sketch` AS `t2`
    LEFT SEMI JOIN (
      SELECT
        *
      FROM `run`.`month_sketch` AS `t0`
      WHERE
        (
          `t0`.`longest` > 86400
        ) OR (
          `t0`.`longest_tail` >= 129600
        )
    ) AS `t5`
      ON `t2`.`person_id` = `t5`.`person_id`
  ) AS `t8`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t0`.`person_id`,
          `t0`.`month`,
          IF(
            `t0`.`rows` = (
              BIT_COUNT(`t0`.`days`) + BIT_COUNT(`t0`.`days` ^ (
                `t0`.`days` & `t0`.`odd_days`
              ))
            ),
            `t0`.`days` ^ (
              `t0`.`days` & `t0`.`odd_days`
            ),
            `t0`.`days`
          ) AS `days`
        FROM `run`.`month_sketch` AS `t0`
      ) AS `t7`
      WHERE
        `t7`.`days` <> 0
    ) AS `t12`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t17`.`person_id`,
          `t17`.`later` AS `month`,
          SHIFTLEFT(CAST(1 AS BIGINT), CAST(1 AS BIGINT)) AS `days`
        FROM (
          SELECT
            `t11`.`person_id`,
            `t11`.`month`,
            SHIFTLEFT(CAST(1 AS BIGINT), `t11`.`length`) AS `days`,
            `t11`.`month` + 1 AS `later`
          FROM `t10` AS `t11`
          WHERE
            (
              `t11`.`night` & (
                SHIFTLEFT(CAST(1 AS BIGINT), `t11`.`length`)
              )
            ) <> 0
        ) AS `t17`
        INNER JOIN (
          SELECT
            `t11`.`person_id`,
            `t11`.`month` AS `later`
          FROM `t10` AS `t11`
          WHERE
            (
              `t11`.`morning` & (
                SHIFTLEFT(CAST(1 AS BIGINT), CAST(1 AS BIGINT))
              )
            ) <> 0
        ) AS `t16`
          ON `t17`.`person_id` = `t16`.`person_id` AND `t17`.`later` = `t16`.`later`
      ) AS `t18`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t2`.`person_id`,
              `t2`.`month`,
              (
                (
                  SHIFTLEFT(`t2`.`night`, 1)
                ) & `t2`.`morning`
              ) | (
                SHIFTRIGHT((
                  (
                    SHIFTLEFT(`t2`.`night`, 1)
                  ) & `t2`.`morning`
                ), 1)
              ) AS `days`
            FROM `run`.`month_sketch` AS `t2`
            INNER JOIN (
              SELECT
                `t1`.`month`,
                (
                  `t1`.`last_day` - `t1`.`first_day`
                ) + 1 AS `length`
              FROM `run`.`month` AS `t1`
            ) AS `t6`
              ON `t2`.`month` = `t6`.`month`
          ) AS `t9`
          WHERE
            `t9`.`days` <> 0
        ) AS `t13`
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            `t17`.`person_id`,
            `t17`.`month`,
            `t17`.`days`
          FROM (
            SELECT
              `t11`.`person_id`,
              `t11`.`month`,
              SHIFTLEFT(CAST(1 AS BIGINT), `t11`.`length`) AS `days`,
              `t11`.`month` + 1 AS `later`
            FROM `t10` AS `t11`
            WHERE
              (
                `t11`.`night` & (
                  SHIFTLEFT(CAST(1 AS BIGINT), `t11`.`length`)
                )
              ) <> 0
          ) AS `t17`
          INNER JOIN (
            SELECT
              `t11`.`person_id`,
              `t11`.`month` AS `later`
            FROM `t10` AS `t11`
            WHERE
              (
                `t11`.`morning` & (
                  SHIFTLEFT(CAST(1 AS BIGINT), CAST(1 AS BIGINT))
                )
              ) <> 0
          ) AS `t16`
            ON `t17`.`person_id` = `t16`.`person_id` AND `t17`.`later` = `t16`.`later`
        ) AS `t19`
      ) AS `t20`
    ) AS `t21`
  ) AS `t22`
) AS `t23`
GROUP BY
  1,
  2
