SELECT
  `t17`.`person_id`,
  `t17`.`start`,
  `t17`.`unit_id`,
  `t17`.`employment`,
  `t17`.`profession`,
  `t17`.`is_leader`,
  `t17`.`is_secretary`,
  `t17`.`birth_date`,
  `t17`.`education`,
  `t17`.`party`,
  `t17`.`title_level`,
  `t17`.`title_since`,
  `t17`.`rank_since`,
  `t17`.`ref`
FROM (
  SELECT
    `t12`.`person_id`,
    `t12`.`start`,
    `t16`.`unit_id`,
    `t16`.`employment`,
    `t16`.`profession`,
    `t16`.`is_leader`,
    `t16`.`is_secretary`,
    `t16`.`birth_date`,
    `t16`.`education`,
    `t16`.`party`,
    `t16`.`title_level`,
    `t16`.`title_since`,
    `t16`.`rank_since`,
    `t16`.`ref`,
    `t16`.`unit_district`
  FROM (
    SELECT
      `t8`.`person_id`,
      MIN(`t8`.`start`) AS `start`
    FROM (
      SELECT
        `t4`.`spell_id`,
        `t4`.`person_id`,
        `t4`.`post_id`,
        `t4`.`arranged_by`,
        `t4`.`mission`,
        `t4`.`aid_place`,
        `t4`.`treats_confirmed`,
        `t4`.`start`,
        `t4`.`unit_id`,
        `t4`.`is_leader`,
        `t4`.`profession`,
        `t4`.`is_medical`,
        `t4`.`end`,
        `t4`.`last_day`,
        `t4`.`is_open`,
        `t4`.`in_hubei`,
        `t4`.`is_treating`
      FROM `run`.`spell` AS `t4`
      LEFT SEMI JOIN `run`.`scope` AS `t5`
        ON `t4`.`person_id` = `t5`.`person_id`
    ) AS `t8`
    GROUP BY
      1
  ) AS `t12`
  INNER JOIN (
    SELECT
      *
    FROM (
      SELECT
        `t13`.`person_id`,
        `t13`.`unit_id`,
        `t13`.`employment`,
        `t13`.`profession`,
        `t13`.`is_leader`,
        `t13`.`is_secretary`,
        `t13`.`birth_date`,
        `t13`.`education`,
        `t13`.`party`,
        `t13`.`title_level`,
        `t13`.`title_since`,
        `t13`.`rank_since`,
        `t13`.`ref`,
        `t13`.`unit_district`
      FROM (
        SELECT
          `t11`.`person_id`,
          `t11`.`unit_id`,
          `t11`.`employment`,
          `t11`.`profession`,
          `t11`.`is_leader`,
          `t11`.`is_secretary`,
          `t11`.`birth_date`,
          `t11`.`education`,
          `t11`.`party`,
          `t11`.`title_level`,
          `t11`.`title_since`,
          `t11`.`rank_since`,
          `t11`.`ref`,
          `t7`.`unit_id` AS `unit_id_right`,
          `t7`.`unit_district`
        FROM (
          SELECT
            `t2`.`person_id`,
            `t2`.`unit_id`,
            `t2`.`employment`,
            `t2`.`profession`,
            `t2`.`is_leader`,
            `t2`.`is_secretary`,
            `t2`.`birth_date`,
            `t2`.`education`,
            `t2`.`party`,
            `t2`.`title_level`,
            `t2`.`title_since`,
            `t2`.`rank_since`,
            CONCAT(
              'people:',
              CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t2`.`person_id`, ''), '%', '%25'), ';', '%3B'))
            ) AS `ref`
          FROM `facts`.`people` AS `t2`
        ) AS `t11`
        LEFT OUTER JOIN (
          SELECT
            `t3`.`unit_id`,
            `t3`.`district` AS `unit_district`
          FROM `facts`.`units` AS `t3`
        ) AS `t7`
          ON `t11`.`unit_id` = `t7`.`unit_id`
      ) AS `t13`
    ) AS `t14`
    WHERE
      `t14`.`profession` IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
      OR COALESCE(`t14`.`title_level` IN ('junior', 'intermediate', 'associate', 'full'), FALSE)
  ) AS `t16`
    ON `t12`.`person_id` = `t16`.`person_id`
) AS `t17`
