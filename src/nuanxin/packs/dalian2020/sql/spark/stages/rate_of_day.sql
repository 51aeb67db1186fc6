SELECT
  `t19`.`day`,
  `t19`.`month`,
  `t19`.`bit`,
  `t19`.`tier1_fen`,
  `t19`.`tier2_fen`,
  `t19`.`hubei_percent`
FROM (
  SELECT
    `t18`.`day`,
    `t18`.`month`,
    `t18`.`bit`,
    `t18`.`tier1_fen`,
    `t18`.`tier2_fen`,
    `t18`.`value`,
    CAST(`t18`.`value` * 100 AS BIGINT) AS `hubei_percent`
  FROM (
    SELECT
      `t17`.`day`,
      `t17`.`month`,
      `t17`.`bit`,
      `t17`.`tier1_fen`,
      `t17`.`tier2_fen`,
      `t7`.`value`
    FROM (
      SELECT
        `t15`.`day`,
        `t15`.`month`,
        `t15`.`bit`,
        `t15`.`tier1_fen`,
        `t15`.`tier2_fen`
      FROM (
        SELECT
          `t14`.`day`,
          `t14`.`month`,
          `t14`.`bit`,
          `t14`.`tier1_fen`,
          `t14`.`value`,
          CAST(`t14`.`value` * 100 AS BIGINT) AS `tier2_fen`
        FROM (
          SELECT
            `t13`.`day`,
            `t13`.`month`,
            `t13`.`bit`,
            `t13`.`tier1_fen`,
            `t8`.`value`
          FROM (
            SELECT
              `t11`.`day`,
              `t11`.`month`,
              `t11`.`bit`,
              `t11`.`tier1_fen`
            FROM (
              SELECT
                `t10`.`day`,
                `t10`.`month`,
                `t10`.`bit`,
                `t10`.`value`,
                CAST(`t10`.`value` * 100 AS BIGINT) AS `tier1_fen`
              FROM (
                SELECT
                  `t6`.`day`,
                  `t6`.`month`,
                  `t6`.`bit`,
                  `t9`.`value`
                FROM (
                  SELECT
                    `t1`.`day`,
                    `t1`.`month`,
                    `t1`.`bit`
                  FROM `run`.`calendar` AS `t1`
                ) AS `t6`
                LEFT OUTER JOIN (
                  SELECT
                    *
                  FROM `run`.`parameter_values` AS `t0`
                  WHERE
                    `t0`.`key` = 'subsidy.tier1.daily'
                ) AS `t9`
                  ON `t6`.`day` >= `t9`.`from_day` AND `t6`.`day` <= `t9`.`to_day`
              ) AS `t10`
            ) AS `t11`
          ) AS `t13`
          LEFT OUTER JOIN (
            SELECT
              *
            FROM `run`.`parameter_values` AS `t0`
            WHERE
              `t0`.`key` = 'subsidy.tier2.daily'
          ) AS `t8`
            ON `t13`.`day` >= `t8`.`from_day` AND `t13`.`day` <= `t8`.`to_day`
        ) AS `t14`
      ) AS `t15`
    ) AS `t17`
    LEFT OUTER JOIN (
      SELECT
        *
      FROM `run`.`parameter_values` AS `t0`
      WHERE
        `t0`.`key` = 'subsidy.multiplier.hubei'
    ) AS `t7`
      ON `t17`.`day` >= `t7`.`from_day` AND `t17`.`day` <= `t7`.`to_day`
  ) AS `t18`
) AS `t19`
