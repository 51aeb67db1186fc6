WITH `t9` AS (
  SELECT
    `t8`.`person_id`,
    `t8`.`unit_id`,
    `t8`.`start`,
    `t8`.`last_day`,
    `t8`.`kind`,
    `t8`.`cover_start`,
    `t8`.`cover_last`,
    LAG(`t8`.`cover_last`) OVER (
      PARTITION BY `t8`.`person_id`, `t8`.`unit_id`, `t8`.`kind`, `t8`.`start`, `t8`.`last_day`
      ORDER BY `t8`.`cover_start` ASC NULLS LAST
    ) AS `earlier_last`
  FROM (
    SELECT
      `t7`.`person_id`,
      `t7`.`unit_id`,
      `t7`.`start`,
      `t7`.`last_day`,
      `t7`.`kind`,
      `t7`.`cover_start`,
      `t7`.`cover_last`
    FROM (
      SELECT
        `t3`.`person_id`,
        `t3`.`unit_id`,
        `t3`.`start`,
        `t3`.`last_day`,
        `t4`.`kind`,
        `t6`.`person_id` AS `person_id_right`,
        `t6`.`kind` AS `kind_right`,
        `t6`.`cover_start`,
        `t6`.`cover_last`
      FROM `run`.`treating_run` AS `t3`
      CROSS JOIN `run`.`owed_cover` AS `t4`
      LEFT OUTER JOIN (
        SELECT
          `t2`.`person_id`,
          `t2`.`kind`,
          `t2`.`start` AS `cover_start`,
          `t2`.`last_day` AS `cover_last`
        FROM `run`.`cover` AS `t2`
      ) AS `t6`
        ON `t3`.`person_id` = `t6`.`person_id`
        AND `t4`.`kind` = `t6`.`kind`
        AND `t6`.`cover_start` <= `t3`.`last_day`
        AND `t6`.`cover_last` >= `t3`.`start`
    ) AS `t7`
  ) AS `t8`
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t10`.`person_id`,
      `t10`.`unit_id`,
      `t10`.`kind`,
      GREATEST(`t10`.`start`, COALESCE(`t10`.`earlier_last` + 1, `t10`.`start`)) AS `start`,
      COALESCE(`t10`.`cover_start` - 1, `t10`.`last_day`) AS `last_day`
    FROM `t9` AS `t10`
  ) AS `t12`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t11`.`person_id`,
      `t11`.`unit_id`,
      `t11`.`kind`,
      `t11`.`covered_to` + 1 AS `start`,
      `t11`.`last_day`
    FROM (
      SELECT
        `t10`.`person_id`,
        `t10`.`unit_id`,
        `t10`.`kind`,
        `t10`.`start`,
        `t10`.`last_day`,
        MAX(`t10`.`cover_last`) AS `covered_to`
      FROM `t9` AS `t10`
      GROUP BY
        1,
        2,
        3,
        4,
        5
    ) AS `t11`
    WHERE
      `t11`.`covered_to` IS NOT NULL
  ) AS `t13`
) AS `t14`
WHERE
  `t14`.`start` <= `t14`.`last_day`
