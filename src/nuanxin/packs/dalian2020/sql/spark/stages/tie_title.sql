SELECT
  `t19`.`unit_id`,
  `t19`.`employment`,
  `t19`.`profession`,
  `t19`.`is_leader`,
  `t19`.`title_level`,
  COUNT(*) AS `peers`,
  ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(IF(`t19`.`place` < 20, `t19`.`ref`, NULL))), ';') AS `peer_refs`
FROM (
  SELECT
    `t18`.`person_id`,
    `t18`.`unit_id`,
    `t18`.`employment`,
    `t18`.`profession`,
    `t18`.`is_leader`,
    `t18`.`is_secretary`,
    `t18`.`birth_date`,
    `t18`.`education`,
    `t18`.`party`,
    `t18`.`title_level`,
    `t18`.`title_since`,
    `t18`.`rank_since`,
    `t18`.`ref`,
    `t18`.`unit_district`,
    ROW_NUMBER() OVER (
      PARTITION BY `t18`.`unit_id`, `t18`.`employment`, `t18`.`profession`, `t18`.`is_leader`, `t18`.`title_level`
      ORDER BY `t18`.`person_id` ASC NULLS LAST
    ) - 1 AS `place`
  FROM (
    SELECT
      `t17`.`person_id`,
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
      `t17`.`ref`,
      `t17`.`unit_district`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t12`.`person_id`,
          `t12`.`unit_id`,
          `t12`.`employment`,
          `t12`.`profession`,
          `t12`.`is_leader`,
          `t12`.`is_secretary`,
          `t12`.`birth_date`,
          `t12`.`education`,
          `t12`.`party`,
          `t12`.`title_level`,
          `t12`.`title_since`,
          `t12`.`rank_since`,
          `t12`.`ref`,
          `t12`.`unit_district`
        FROM (
          SELECT
            `t9`.`person_id`,
            `t9`.`unit_id`,
            `t9`.`employment`,
            `t9`.`profession`,
            `t9`.`is_leader`,
            `t9`.`is_secretary`,
            `t9`.`birth_date`,
            `t9`.`education`,
            `t9`.`party`,
            `t9`.`title_level`,
            `t9`.`title_since`,
            `t9`.`rank_since`,
            `t9`.`ref`,
            `t6`.`unit_id` AS `unit_id_right`,
            `t6`.`unit_district`
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
              CONCAT('people:', CONCAT_WS('/', COALESCE(`t2`.`person_id`, ''))) AS `ref`
            FROM `facts`.`people` AS `t2`
          ) AS `t9`
          LEFT OUTER JOIN (
            SELECT
              `t3`.`unit_id`,
              `t3`.`district` AS `unit_district`
            FROM `facts`.`units` AS `t3`
          ) AS `t6`
            ON `t9`.`unit_id` = `t6`.`unit_id`
        ) AS `t12`
      ) AS `t14`
      WHERE
        (
          `t14`.`profession` IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
          OR COALESCE(`t14`.`title_level` IN ('junior', 'intermediate', 'associate', 'full'), FALSE)
        )
        AND `t14`.`title_level` IN ('junior', 'intermediate', 'associate')
        AND (
          EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) - EXTRACT(year FROM `t14`.`title_since`)
        ) >= PARAM('title.years_min')
    ) AS `t17`
    LEFT ANTI JOIN (
      SELECT
        *
      FROM (
        SELECT
          `t0`.`spell_id`,
          `t0`.`person_id`,
          `t0`.`post_id`,
          `t0`.`arranged_by`,
          `t0`.`mission`,
          `t0`.`aid_place`,
          `t0`.`treats_confirmed`,
          DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t0`.`start_date`) AS `start`,
          DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t0`.`end_date`) AS `end_date`
        FROM `facts`.`spells` AS `t0`
      ) AS `t5`
      WHERE
        `t5`.`start` <= AS_OF()
    ) AS `t10`
      ON `t17`.`person_id` = `t10`.`person_id`
    LEFT SEMI JOIN (
      SELECT DISTINCT
        `t11`.`unit_id`,
        `t11`.`employment`,
        `t11`.`profession`,
        `t11`.`is_leader`,
        `t11`.`title_level`
      FROM (
        SELECT
          *
        FROM `run`.`front_person` AS `t1`
        WHERE
          `t1`.`title_level` IN ('junior', 'intermediate', 'associate')
          AND (
            EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) - EXTRACT(year FROM `t1`.`title_since`)
          ) >= PARAM('title.years_min')
      ) AS `t11`
    ) AS `t15`
      ON `t17`.`unit_id` = `t15`.`unit_id`
      AND `t17`.`employment` = `t15`.`employment`
      AND `t17`.`profession` = `t15`.`profession`
      AND `t17`.`is_leader` = `t15`.`is_leader`
      AND `t17`.`title_level` = `t15`.`title_level`
  ) AS `t18`
) AS `t19`
GROUP BY
  1,
  2,
  3,
  4,
  5
