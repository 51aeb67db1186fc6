SELECT
  `t8`.`person_id`,
  `t8`.`unit_id`,
  `t8`.`start`,
  `t8`.`last_day`
FROM (
  SELECT
    `t7`.`person_id`,
    `t7`.`unit_id`,
    `t7`.`run`,
    MIN(`t7`.`start`) AS `start`,
    MAX(`t7`.`last_day`) AS `last_day`
  FROM (
    SELECT
      `t6`.`person_id`,
      `t6`.`unit_id`,
      `t6`.`start`,
      `t6`.`last_day`,
      `t6`.`begins`,
      COALESCE(
        SUM(CAST(`t6`.`begins` AS BIGINT)) OVER (
          PARTITION BY `t6`.`person_id`, `t6`.`unit_id`
          ORDER BY `t6`.`start` ASC NULLS LAST, `t6`.`last_day` ASC NULLS LAST
          RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ),
        0
      ) AS `run`
    FROM (
      SELECT
        `t5`.`person_id`,
        `t5`.`unit_id`,
        `t5`.`start`,
        `t5`.`last_day`,
        `t5`.`start` > (
          MAX(`t5`.`last_day`) OVER (
            PARTITION BY `t5`.`person_id`, `t5`.`unit_id`
            ORDER BY `t5`.`start` ASC NULLS LAST, `t5`.`last_day` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
          ) + 1
        ) AS `begins`
      FROM (
        SELECT
          `t4`.`person_id`,
          `t4`.`unit_id`,
          `t4`.`start`,
          `t4`.`last_day`
        FROM (
          SELECT
            *
          FROM `run`.`spell` AS `t0`
          WHERE
            `t0`.`is_treating`
        ) AS `t4`
        LEFT SEMI JOIN `run`.`scope` AS `t2`
          ON `t4`.`person_id` = `t2`.`person_id`
      ) AS `t5`
    ) AS `t6`
  ) AS `t7`
  GROUP BY
    1,
    2,
    3
) AS `t8`
