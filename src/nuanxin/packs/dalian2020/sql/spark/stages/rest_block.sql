SELECT
  `t19`.`person_id`,
  `t19`.`deployment`,
  `t19`.`start`,
  `t19`.`last_day`,
  (
    `t19`.`last_day` - `t19`.`start`
  ) + 1 AS `days`
FROM (
  SELECT
    `t18`.`person_id`,
    `t18`.`deployment`,
    `t18`.`start`,
    `t18`.`last_day`
  FROM (
    SELECT
      `t17`.`person_id`,
      `t17`.`deployment`,
      `t17`.`run`,
      MIN(`t17`.`start`) AS `start`,
      MAX(`t17`.`last_day`) AS `last_day`
    FROM (
      SELECT
        `t16`.`person_id`,
        `t16`.`deployment`,
        `t16`.`start`,
        `t16`.`last_day`,
        `t16`.`begins`,
        COALESCE(
          SUM(CAST(`t16`.`begins` AS BIGINT)) OVER (
            PARTITION BY `t16`.`person_id`, `t16`.`deployment`
            ORDER BY `t16`.`start` ASC NULLS LAST, `t16`.`last_day` ASC NULLS LAST
            RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ),
          0
        ) AS `run`
      FROM (
        SELECT
          `t15`.`person_id`,
          `t15`.`deployment`,
          `t15`.`start`,
          `t15`.`last_day`,
          `t15`.`start` > (
            MAX(`t15`.`last_day`) OVER (
              PARTITION BY `t15`.`person_id`, `t15`.`deployment`
              ORDER BY `t15`.`start` ASC NULLS LAST, `t15`.`last_day` ASC NULLS LAST
              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ) + 1
          ) AS `begins`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t13`.`person_id`,
              `t5`.`deployment`,
              GREATEST(`t13`.`start`, `t5`.`until` + 1) AS `start`,
              LEAST(`t13`.`last_day`, COALESCE(`t5`.`next_deployment` - 1, `t13`.`last_day`)) AS `last_day`
            FROM (
              SELECT
                `t11`.`person_id`,
                `t11`.`month`,
                `t11`.`start`,
                `t11`.`last_day`
              FROM (
                SELECT
                  `t10`.`person_id`,
                  `t10`.`month`,
                  `t10`.`rest15`,
                  `t10`.`first`,
                  `t10`.`day`,
                  `t10`.`bit`,
                  `t10`.`day` AS `start`,
                  (
                    `t10`.`day` + BIT_COUNT(`t10`.`rest15` ^ (
                      `t10`.`rest15` & (
                        `t10`.`rest15` + `t10`.`bit`
                      )
                    ))
                  ) - 1 AS `last_day`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t8`.`person_id`,
                      `t8`.`month`,
                      `t8`.`rest15`,
                      `t8`.`first`,
                      `t6`.`day`,
                      `t6`.`bit`
                    FROM (
                      SELECT
                        `t1`.`person_id`,
                        `t1`.`month`,
                        `t1`.`rest15`,
                        `t1`.`rest15` ^ (
                          `t1`.`rest15` & (
                            SHIFTLEFT(`t1`.`rest15`, 1)
                          )
                        ) AS `first`
                      FROM `run`.`free_day` AS `t1`
                    ) AS `t8`
                    INNER JOIN (
                      SELECT
                        `t2`.`month`,
                        `t2`.`day`,
                        `t2`.`bit`
                      FROM `run`.`calendar` AS `t2`
                    ) AS `t6`
                      ON `t8`.`month` = `t6`.`month`
                  ) AS `t9`
                  WHERE
                    (
                      `t9`.`first` & `t9`.`bit`
                    ) <> 0
                ) AS `t10`
              ) AS `t11`
            ) AS `t13`
            INNER JOIN (
              SELECT
                `t0`.`person_id`,
                `t0`.`deployment`,
                `t0`.`next_deployment`,
                `t0`.`last_day` AS `until`
              FROM `run`.`deployment` AS `t0`
            ) AS `t5`
              ON `t13`.`person_id` = `t5`.`person_id`
          ) AS `t14`
          WHERE
            `t14`.`start` <= `t14`.`last_day`
        ) AS `t15`
      ) AS `t16`
    ) AS `t17`
    GROUP BY
      1,
      2,
      3
  ) AS `t18`
) AS `t19`
