SELECT
  `t11`.`spell_id`,
  `t11`.`person_id`,
  `t11`.`post_id`,
  `t11`.`arranged_by`,
  `t11`.`mission`,
  `t11`.`aid_place`,
  `t11`.`treats_confirmed`,
  `t11`.`start`,
  `t11`.`unit_id`,
  `t11`.`is_leader`,
  `t11`.`profession`,
  `t11`.`is_medical`,
  `t11`.`round`,
  `t11`.`end`,
  `t11`.`last_day`,
  `t11`.`is_open`,
  `t11`.`in_hubei`,
  `t11`.`is_treating`,
  `t11`.`wave`,
  MIN(`t11`.`start`) OVER (
    PARTITION BY `t11`.`person_id`, `t11`.`round`, `t11`.`wave`
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
  ) AS `deployment`
FROM (
  SELECT
    `t10`.`spell_id`,
    `t10`.`person_id`,
    `t10`.`post_id`,
    `t10`.`arranged_by`,
    `t10`.`mission`,
    `t10`.`aid_place`,
    `t10`.`treats_confirmed`,
    `t10`.`start`,
    `t10`.`unit_id`,
    `t10`.`is_leader`,
    `t10`.`profession`,
    `t10`.`is_medical`,
    `t10`.`round`,
    `t10`.`end`,
    `t10`.`last_day`,
    `t10`.`is_open`,
    `t10`.`in_hubei`,
    `t10`.`is_treating`,
    COALESCE(`t10`.`wave`, 0) AS `wave`
  FROM (
    SELECT
      `t9`.`spell_id`,
      `t9`.`person_id`,
      `t9`.`post_id`,
      `t9`.`arranged_by`,
      `t9`.`mission`,
      `t9`.`aid_place`,
      `t9`.`treats_confirmed`,
      `t9`.`start`,
      `t9`.`unit_id`,
      `t9`.`is_leader`,
      `t9`.`profession`,
      `t9`.`is_medical`,
      `t9`.`round`,
      `t9`.`end`,
      `t9`.`last_day`,
      `t9`.`is_open`,
      `t9`.`in_hubei`,
      `t9`.`is_treating`,
      `t9`.`wave`
    FROM (
      SELECT
        `t3`.`spell_id`,
        `t3`.`person_id`,
        `t3`.`post_id`,
        `t3`.`arranged_by`,
        `t3`.`mission`,
        `t3`.`aid_place`,
        `t3`.`treats_confirmed`,
        `t3`.`start`,
        `t3`.`unit_id`,
        `t3`.`is_leader`,
        `t3`.`profession`,
        `t3`.`is_medical`,
        `t3`.`round`,
        `t3`.`end`,
        `t3`.`last_day`,
        `t3`.`is_open`,
        `t3`.`in_hubei`,
        `t3`.`is_treating`,
        `t8`.`spell_id` AS `spell_id_right`,
        `t8`.`wave`
      FROM `run`.`spell` AS `t3`
      LEFT SEMI JOIN `run`.`scope` AS `t4`
        ON `t3`.`person_id` = `t4`.`person_id`
      LEFT OUTER JOIN (
        SELECT
          `t6`.`spell_id`,
          COUNT(*) AS `wave`
        FROM (
          SELECT
            `t3`.`spell_id`
          FROM `run`.`spell` AS `t3`
          LEFT SEMI JOIN `run`.`scope` AS `t4`
            ON `t3`.`person_id` = `t4`.`person_id`
          INNER JOIN `run`.`boundary` AS `t5`
            ON `t3`.`person_id` = `t5`.`person_id` AND `t5`.`day` <= `t3`.`start`
        ) AS `t6`
        GROUP BY
          1
      ) AS `t8`
        ON `t3`.`spell_id` = `t8`.`spell_id`
    ) AS `t9`
  ) AS `t10`
) AS `t11`
