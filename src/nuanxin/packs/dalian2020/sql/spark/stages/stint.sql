SELECT
  `t4`.`person_id`,
  `t4`.`start`,
  `t4`.`last_day`,
  `t4`.`is_open`
FROM (
  SELECT
    `t3`.`person_id`,
    `t3`.`run`,
    MIN(`t3`.`start`) AS `start`,
    MAX(`t3`.`last_day`) AS `last_day`,
    BOOL_OR(`t3`.`is_open`) AS `is_open`
  FROM (
    SELECT
      `t2`.`person_id`,
      `t2`.`start`,
      `t2`.`last_day`,
      `t2`.`is_open`,
      `t2`.`begins`,
      COALESCE(
        SUM(CAST(`t2`.`begins` AS BIGINT)) OVER (
          PARTITION BY `t2`.`person_id`
          ORDER BY `t2`.`start` ASC NULLS LAST, `t2`.`last_day` ASC NULLS LAST
          RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ),
        0
      ) AS `run`
    FROM (
      SELECT
        `t1`.`person_id`,
        `t1`.`start`,
        `t1`.`last_day`,
        `t1`.`is_open`,
        `t1`.`start` > (
          MAX(`t1`.`last_day`) OVER (
            PARTITION BY `t1`.`person_id`
            ORDER BY `t1`.`start` ASC NULLS LAST, `t1`.`last_day` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
          ) + 1
        ) AS `begins`
      FROM (
        SELECT
          `t0`.`person_id`,
          `t0`.`start`,
          `t0`.`last_day`,
          `t0`.`is_open`
        FROM `run`.`spell` AS `t0`
      ) AS `t1`
    ) AS `t2`
  ) AS `t3`
  GROUP BY
    1,
    2
) AS `t4`
