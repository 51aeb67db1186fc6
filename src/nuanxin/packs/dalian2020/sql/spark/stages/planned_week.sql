SELECT
  `t6`.`unit_id`,
  `t6`.`week`,
  COUNT(*) AS `planned`
FROM (
  SELECT
    `t4`.`unit_id`,
    CAST(FLOOR(
      (
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), CAST(`t5`.`start` AS DATE)) + 3
      ) / (
        7
      )
    ) AS BIGINT) AS `week`
  FROM (
    SELECT
      *
    FROM `facts`.`attendance` AS `t0`
    WHERE
      `t0`.`status` IN ('planned', 'cancelled')
  ) AS `t5`
  INNER JOIN (
    SELECT
      `t1`.`post_id`,
      `t1`.`unit_id`
    FROM `facts`.`posts` AS `t1`
  ) AS `t4`
    ON `t5`.`post_id` = `t4`.`post_id`
) AS `t6`
GROUP BY
  1,
  2
