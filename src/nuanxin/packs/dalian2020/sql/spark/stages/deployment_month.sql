SELECT
  `t14`.`person_id`,
  `t14`.`deployment`,
  `t14`.`month`,
  BIT_OR(`t14`.`days`) AS `spell_days`
FROM (
  SELECT
    `t13`.`person_id`,
    `t13`.`deployment`,
    `t13`.`start`,
    `t13`.`last_day`,
    `t13`.`month`,
    SHIFTLEFT(
      (
        (
          SHIFTLEFT(
            CAST(1 AS BIGINT),
            (
              (
                LEAST(`t13`.`last_day`, `t7`.`month_end`) - GREATEST(`t13`.`start`, `t7`.`first_day`)
              ) + 1
            )
          )
        ) - 1
      ),
      (
        (
          GREATEST(`t13`.`start`, `t7`.`first_day`) - `t7`.`first_day`
        ) + 1
      )
    ) AS `days`
  FROM (
    SELECT
      `t11`.`person_id`,
      `t11`.`deployment`,
      `t11`.`start`,
      `t11`.`last_day`,
      `t11`.`start_month`,
      `t11`.`last_month`,
      EXPLODE(
        IF(
          (
            1 <> 0
          )
          AND (
            SIGN(1) = SIGN((
              `t11`.`last_month` + 1
            ) - `t11`.`start_month`)
          ),
          IF(
            ELEMENT_AT(
              SEQUENCE(`t11`.`start_month`, `t11`.`last_month` + 1, 1),
              SIZE(SEQUENCE(`t11`.`start_month`, `t11`.`last_month` + 1, 1))
            ) = (
              `t11`.`last_month` + 1
            ),
            SLICE(
              SEQUENCE(`t11`.`start_month`, `t11`.`last_month` + 1, 1),
              1,
              SIZE(SEQUENCE(`t11`.`start_month`, `t11`.`last_month` + 1, 1)) - 1
            ),
            SEQUENCE(`t11`.`start_month`, `t11`.`last_month` + 1, 1)
          ),
          ARRAY()
        )
      ) AS `month`
    FROM (
      SELECT
        `t8`.`person_id`,
        `t8`.`deployment`,
        `t8`.`start`,
        `t8`.`last_day`,
        `t9`.`start_month`,
        `t10`.`last_month`
      FROM (
        SELECT
          `t1`.`person_id`,
          `t1`.`deployment`,
          `t1`.`start`,
          `t1`.`last_day`
        FROM `run`.`spell_of_deployment` AS `t1`
      ) AS `t8`
      INNER JOIN (
        SELECT
          `t2`.`day` AS `start`,
          `t2`.`month` AS `start_month`
        FROM `run`.`calendar` AS `t2`
      ) AS `t9`
        ON `t8`.`start` = `t9`.`start`
      INNER JOIN (
        SELECT
          `t2`.`day` AS `last_day`,
          `t2`.`month` AS `last_month`
        FROM `run`.`calendar` AS `t2`
      ) AS `t10`
        ON `t8`.`last_day` = `t10`.`last_day`
    ) AS `t11`
  ) AS `t13`
  INNER JOIN (
    SELECT
      `t0`.`month`,
      `t0`.`first_day`,
      `t0`.`last_day` AS `month_end`
    FROM `run`.`month` AS `t0`
  ) AS `t7`
    ON `t13`.`month` = `t7`.`month`
) AS `t14`
GROUP BY
  1,
  2,
  3
