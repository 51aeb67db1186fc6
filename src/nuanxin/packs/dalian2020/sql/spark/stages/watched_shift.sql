SELECT
  `t9`.`person_id`,
  `t9`.`start`,
  `t9`.`end`,
  (
    `t9`.`end` - `t9`.`start`
  ) > (
    PARAM('roster.shift_max_normal') * 3600
  ) AS `is_long`,
  CAST((
    `t9`.`start` - (
      `t9`.`start` % 86400
    )
  ) / 86400 AS BIGINT) AS `day`,
  SUM(
    CAST(COALESCE(
      (
        `t9`.`start` - `t9`.`previous_end`
      ) >= (
        PARAM('rest.forced_hours') * 3600
      ),
      TRUE
    ) AS BIGINT)
  ) OVER (
    PARTITION BY `t9`.`person_id`
    ORDER BY `t9`.`start` ASC NULLS LAST
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
  ) AS `block`,
  GREATEST(
    LEAST(
      COALESCE(`t9`.`next_start`, (
        AS_OF() + 1
      ) * 86400) - `t9`.`end`,
      PARAM('rest.forced_hours') * 3600
    ),
    0
  ) AS `gap`
FROM (
  SELECT
    `t8`.`person_id`,
    `t8`.`unit_id`,
    `t8`.`start`,
    `t8`.`end`,
    `t8`.`has_reason`,
    LAG(`t8`.`end`) OVER (PARTITION BY `t8`.`person_id` ORDER BY `t8`.`start` ASC NULLS LAST) AS `previous_end`,
    LEAD(`t8`.`start`) OVER (PARTITION BY `t8`.`person_id` ORDER BY `t8`.`start` ASC NULLS LAST) AS `next_start`
  FROM (
    SELECT
      `t7`.`person_id`,
      `t7`.`unit_id`,
      `t7`.`start`,
      `t7`.`end`,
      `t7`.`has_reason`
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
      ) AS `t4`
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
      ) AS `t5`
    ) AS `t7`
    LEFT SEMI JOIN `run`.`watched` AS `t3`
      ON `t7`.`person_id` = `t3`.`person_id`
  ) AS `t8`
) AS `t9`
