WITH `t10` AS (
  SELECT
    `t9`.`person_id`,
    `t9`.`unit_id`,
    `t9`.`start`,
    `t9`.`last_day`,
    `t9`.`kind`,
    `t9`.`cover_start`,
    `t9`.`cover_last`,
    LAG(`t9`.`cover_last`) OVER (
      PARTITION BY `t9`.`person_id`, `t9`.`unit_id`, `t9`.`kind`, `t9`.`start`, `t9`.`last_day`
      ORDER BY `t9`.`cover_start` ASC NULLS LAST
    ) AS `earlier_last`
  FROM (
    SELECT
      `t8`.`person_id`,
      `t8`.`unit_id`,
      `t8`.`start`,
      `t8`.`last_day`,
      `t8`.`kind`,
      `t8`.`cover_start`,
      `t8`.`cover_last`
    FROM (
      SELECT
        `t7`.`person_id`,
        `t7`.`unit_id`,
        `t7`.`start`,
        `t7`.`last_day`,
        `t7`.`kind`,
        `t6`.`person_id` AS `person_id_right`,
        `t6`.`kind` AS `kind_right`,
        `t6`.`cover_start`,
        `t6`.`cover_last`
      FROM (
        SELECT
          *
        FROM (
          SELECT
            `t0`.`person_id`,
            `t0`.`unit_id`,
            `t0`.`start`,
            `t0`.`last_day`,
            'accident' AS `kind`
          FROM `run`.`treating_run` AS `t0`
        ) AS `t2`
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            `t0`.`person_id`,
            `t0`.`unit_id`,
            `t0`.`start`,
            `t0`.`last_day`,
            'critical_illness' AS `kind`
          FROM `run`.`treating_run` AS `t0`
        ) AS `t3`
      ) AS `t7`
      LEFT OUTER JOIN (
        SELECT
          `t1`.`person_id`,
          `t1`.`kind`,
          `t1`.`start` AS `cover_start`,
          `t1`.`last_day` AS `cover_last`
        FROM `run`.`cover` AS `t1`
      ) AS `t6`
        ON `t7`.`person_id` = `t6`.`person_id`
        AND `t7`.`kind` = `t6`.`kind`
        AND `t6`.`cover_start` <= `t7`.`last_day`
        AND `t6`.`cover_last` >= `t7`.`start`
    ) AS `t8`
  ) AS `t9`
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t11`.`person_id`,
      `t11`.`unit_id`,
      `t11`.`kind`,
      GREATEST(`t11`.`start`, COALESCE(`t11`.`earlier_last` + 1, `t11`.`start`)) AS `start`,
      COALESCE(`t11`.`cover_start` - 1, `t11`.`last_day`) AS `last_day`
    FROM `t10` AS `t11`
  ) AS `t13`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t12`.`person_id`,
      `t12`.`unit_id`,
      `t12`.`kind`,
      `t12`.`covered_to` + 1 AS `start`,
      `t12`.`last_day`
    FROM (
      SELECT
        `t11`.`person_id`,
        `t11`.`unit_id`,
        `t11`.`kind`,
        `t11`.`start`,
        `t11`.`last_day`,
        MAX(`t11`.`cover_last`) AS `covered_to`
      FROM `t10` AS `t11`
      GROUP BY
        1,
        2,
        3,
        4,
        5
    ) AS `t12`
    WHERE
      `t12`.`covered_to` IS NOT NULL
  ) AS `t14`
) AS `t15`
WHERE
  `t15`.`start` <= `t15`.`last_day`
