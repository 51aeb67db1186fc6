SELECT
  `t20`.`person_id`,
  `t20`.`month`,
  `t8`.`unit_id`,
  `t20`.`meal`,
  `t20`.`night`,
  `t20`.`owed`,
  `t9`.`recording` IS NULL AS `is_silent`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t17`.`person_id`,
      `t17`.`month`,
      `t17`.`meal`,
      `t17`.`night`,
      `t17`.`spell_days`,
      BIT_COUNT(`t17`.`meal`) + BIT_COUNT(`t17`.`night`) AS `owed`
    FROM (
      SELECT
        `t16`.`person_id`,
        `t16`.`month`,
        `t16`.`meal` & `t16`.`spell_days` AS `meal`,
        `t16`.`night` & `t16`.`spell_days` AS `night`,
        `t16`.`spell_days`
      FROM (
        SELECT
          `t15`.`person_id`,
          `t15`.`month`,
          `t15`.`meal`,
          `t15`.`night`,
          `t11`.`spell_days`
        FROM (
          SELECT
            `t13`.`person_id`,
            `t13`.`month`,
            BIT_OR(`t13`.`meal_days`) AS `meal`,
            BIT_OR(`t13`.`night_days`) AS `night`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t3`.`person_id`,
                `t3`.`month`,
                `t3`.`meal_days`,
                `t3`.`night_days`
              FROM `run`.`tile` AS `t3`
            ) AS `t7`
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                `t4`.`person_id`,
                `t4`.`month`,
                IF(
                  `t4`.`seconds` >= (
                    PARAM('service.meal_shift_min') * 3600
                  ),
                  `t4`.`bit`,
                  CAST(0 AS BIGINT)
                ) AS `meal_days`,
                IF(`t4`.`is_night`, `t4`.`bit`, CAST(0 AS BIGINT)) AS `night_days`
              FROM `run`.`entangled_day` AS `t4`
            ) AS `t12`
          ) AS `t13`
          GROUP BY
            1,
            2
        ) AS `t15`
        INNER JOIN (
          SELECT
            `t2`.`person_id`,
            `t2`.`month`,
            BIT_OR(`t2`.`spell_days`) AS `spell_days`
          FROM `run`.`deployment_month` AS `t2`
          GROUP BY
            1,
            2
        ) AS `t11`
          ON `t15`.`person_id` = `t11`.`person_id` AND `t15`.`month` = `t11`.`month`
      ) AS `t16`
    ) AS `t17`
  ) AS `t18`
  WHERE
    `t18`.`owed` > 0
) AS `t20`
INNER JOIN (
  SELECT
    `t0`.`person_id`,
    `t0`.`unit_id`
  FROM `run`.`person` AS `t0`
) AS `t8`
  ON `t20`.`person_id` = `t8`.`person_id`
LEFT OUTER JOIN (
  SELECT
    `t1`.`unit_id` AS `recording`
  FROM `run`.`recording_unit` AS `t1`
) AS `t9`
  ON `t8`.`unit_id` = `t9`.`recording`
