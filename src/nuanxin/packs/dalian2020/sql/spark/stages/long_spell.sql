SELECT
  `t19`.`person_id`,
  `t19`.`start`,
  `t19`.`last_day`,
  MIN(`t19`.`shift_start`) AS `broken_at`
FROM (
  SELECT
    `t18`.`person_id`,
    `t18`.`start`,
    `t18`.`last_day`,
    `t15`.`person_id` AS `person_id_right`,
    `t15`.`shift_start`
  FROM (
    SELECT
      `t16`.`person_id`,
      `t16`.`start`,
      `t16`.`last_day`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t5`.`person_id`,
          `t5`.`start`,
          `t5`.`last_day`,
          `t5`.`is_open`
        FROM `run`.`stint` AS `t5`
        LEFT SEMI JOIN `run`.`scope` AS `t6`
          ON `t5`.`person_id` = `t6`.`person_id`
      ) AS `t11`
      WHERE
        NOT (
          `t11`.`is_open`
        )
        AND (
          (
            `t11`.`last_day` - `t11`.`start`
          ) + 1
        ) >= PARAM('rest.long_deployment')
    ) AS `t16`
  ) AS `t18`
  LEFT OUTER JOIN (
    SELECT
      `t13`.`person_id`,
      `t13`.`start` AS `shift_start`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t10`.`person_id`,
          `t10`.`start`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t3`.`person_id`,
              `t3`.`unit_id`,
              `t3`.`start`,
              `t3`.`end`,
              `t3`.`has_reason`
            FROM `run`.`row` AS `t3`
            WHERE
              `t3`.`is_alone`
          ) AS `t8`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              `t4`.`person_id`,
              `t4`.`unit_id`,
              `t4`.`shift_start` AS `start`,
              `t4`.`end`,
              `t4`.`has_reason`
            FROM `run`.`entangled_shift` AS `t4`
          ) AS `t9`
        ) AS `t10`
      ) AS `t12`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t1`.`person_id`,
          `t1`.`start`
        FROM `run`.`seen_row` AS `t1`
      ) AS `t7`
    ) AS `t13`
  ) AS `t15`
    ON `t18`.`person_id` = `t15`.`person_id`
    AND `t15`.`shift_start` >= (
      (
        `t18`.`last_day` + 1
      ) * 86400
    )
    AND `t15`.`shift_start` < (
      (
        `t18`.`last_day` + 1 + PARAM('rest.long_deployment_rest')
      ) * 86400
    )
) AS `t19`
GROUP BY
  1,
  2,
  3
