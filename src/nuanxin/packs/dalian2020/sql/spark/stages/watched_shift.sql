SELECT
  `t13`.`person_id`,
  `t13`.`start`,
  `t13`.`end`,
  (
    `t13`.`end` - `t13`.`start`
  ) > (
    PARAM('roster.shift_max_normal') * 3600
  ) AS `is_long`,
  CAST(FLOOR((
    `t13`.`start`
  ) / (
    86400
  )) AS BIGINT) AS `day`,
  SUM(
    CAST(COALESCE(
      (
        `t13`.`start` - `t13`.`previous_end`
      ) >= (
        PARAM('rest.forced_hours') * 3600
      ),
      TRUE
    ) AS BIGINT)
  ) OVER (
    PARTITION BY `t13`.`person_id`
    ORDER BY `t13`.`start` ASC NULLS LAST
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
  ) AS `block`,
  GREATEST(
    LEAST(
      COALESCE(`t13`.`next_start`, (
        AS_OF() + 1
      ) * 86400) - `t13`.`end`,
      PARAM('rest.forced_hours') * 3600
    ),
    0
  ) AS `gap`
FROM (
  SELECT
    `t12`.`person_id`,
    `t12`.`start`,
    `t12`.`end`,
    LAG(`t12`.`end`) OVER (PARTITION BY `t12`.`person_id` ORDER BY `t12`.`start` ASC NULLS LAST) AS `previous_end`,
    LEAD(`t12`.`start`) OVER (PARTITION BY `t12`.`person_id` ORDER BY `t12`.`start` ASC NULLS LAST) AS `next_start`
  FROM (
    SELECT
      `t11`.`person_id`,
      `t11`.`start`,
      `t11`.`end`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t8`.`person_id`,
          `t8`.`start`,
          `t8`.`end`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t2`.`person_id`,
              `t2`.`unit_id`,
              `t2`.`start`,
              `t2`.`end`,
              `t2`.`has_reason`
            FROM `run`.`row` AS `t2`
            WHERE
              `t2`.`is_alone`
          ) AS `t6`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              `t3`.`person_id`,
              `t3`.`unit_id`,
              `t3`.`shift_start` AS `start`,
              `t3`.`end`,
              `t3`.`has_reason`
            FROM `run`.`entangled_shift` AS `t3`
          ) AS `t7`
        ) AS `t8`
      ) AS `t9`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t1`.`person_id`,
          `t1`.`start`,
          `t1`.`end`
        FROM `run`.`seen_row` AS `t1`
      ) AS `t5`
    ) AS `t11`
    LEFT SEMI JOIN `run`.`watched` AS `t4`
      ON `t11`.`person_id` = `t4`.`person_id`
  ) AS `t12`
) AS `t13`
