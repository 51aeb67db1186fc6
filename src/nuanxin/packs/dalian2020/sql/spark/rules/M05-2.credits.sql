WITH `t16` AS (
  SELECT
    `t4`.`person_id`,
    `t4`.`year`,
    `t4`.`days`,
    `t15`.`unit_id`,
    `t15`.`employment`,
    `t15`.`profession`,
    `t15`.`is_leader`,
    `t15`.`is_secretary`,
    `t15`.`birth_date`,
    `t15`.`education`,
    `t15`.`party`,
    `t15`.`title_level`,
    `t15`.`title_since`,
    `t15`.`rank_since`,
    `t15`.`ref`,
    `t15`.`unit_district`
  FROM `run`.`front_days` AS `t4`
  INNER JOIN (
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
      ) AS `t12`
    ) AS `t13`
    WHERE
      `t13`.`profession` IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
      OR COALESCE(`t13`.`title_level` IN ('junior', 'intermediate', 'associate', 'full'), FALSE)
  ) AS `t15`
    ON `t4`.`person_id` = `t15`.`person_id`
)
SELECT
  `t28`.`obligation_id`,
  `t28`.`provision`,
  `t28`.`measure`,
  `t28`.`modality`,
  `t28`.`subject_kind`,
  `t28`.`subject_id`,
  `t28`.`period_start`,
  `t28`.`period_end`,
  `t28`.`quantity`,
  `t28`.`quantity_unit`,
  `t28`.`quantity_met`,
  `t28`.`due_on`,
  `t28`.`owner_unit_id`,
  `t28`.`state`,
  `t28`.`missing`,
  `t28`.`as_of`
FROM (
  SELECT
    `t27`.`person_id`,
    `t27`.`year`,
    `t27`.`days`,
    `t27`.`unit_id`,
    `t27`.`employment`,
    `t27`.`profession`,
    `t27`.`is_leader`,
    `t27`.`is_secretary`,
    `t27`.`birth_date`,
    `t27`.`education`,
    `t27`.`party`,
    `t27`.`title_level`,
    `t27`.`title_since`,
    `t27`.`rank_since`,
    `t27`.`ref`,
    `t27`.`unit_district`,
    `t27`.`start`,
    `t27`.`last`,
    `t27`.`given`,
    CONCAT_WS(
      '|',
      COALESCE('M05-2', ''),
      COALESCE('person', ''),
      COALESCE(`t27`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t27`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M05-2' AS `provision`,
    CAST(5 AS BIGINT) AS `measure`,
    'PREFER' AS `modality`,
    'person' AS `subject_kind`,
    `t27`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t27`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t27`.`last` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(IF(
      `t27`.`days` >= PARAM('title.ce_full_year_days'),
      PARAM('title.ce_full_year_credits'),
      LEAST(
        `t27`.`days` * PARAM('title.ce_credit_per_day'),
        PARAM('title.ce_full_year_credits')
      )
    ) AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t27`.`unit_id` AS `owner_unit_id`,
    CASE WHEN `t27`.`given` IS NOT NULL THEN 'met' ELSE 'available' END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t27`.`profession` IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
    OR COALESCE(`t27`.`title_level` IN ('junior', 'intermediate', 'associate', 'full'), FALSE) AS `holds_is_professional`,
    `t27`.`days` > 0 AS `holds_days_at_front`,
    `t27`.`days` >= PARAM('title.ce_full_year_days') AS `holds_counts_as_full_year`,
    `t27`.`given` IS NOT NULL AS `holds_given`,
    `t27`.`profession` AS `value_is_professional`,
    CAST(`t27`.`days` AS STRING) AS `value_days_at_front`,
    CAST(`t27`.`days` AS STRING) AS `value_counts_as_full_year`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t27`.`given` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_given`,
    `t27`.`ref` AS `refs_is_professional`
  FROM (
    SELECT
      `t26`.`person_id`,
      `t26`.`year`,
      `t26`.`days`,
      `t26`.`unit_id`,
      `t26`.`employment`,
      `t26`.`profession`,
      `t26`.`is_leader`,
      `t26`.`is_secretary`,
      `t26`.`birth_date`,
      `t26`.`education`,
      `t26`.`party`,
      `t26`.`title_level`,
      `t26`.`title_since`,
      `t26`.`rank_since`,
      `t26`.`ref`,
      `t26`.`unit_district`,
      `t26`.`start`,
      `t26`.`last`,
      `t26`.`given`
    FROM (
      SELECT
        `t20`.`person_id`,
        `t20`.`year`,
        `t20`.`days`,
        `t20`.`unit_id`,
        `t20`.`employment`,
        `t20`.`profession`,
        `t20`.`is_leader`,
        `t20`.`is_secretary`,
        `t20`.`birth_date`,
        `t20`.`education`,
        `t20`.`party`,
        `t20`.`title_level`,
        `t20`.`title_since`,
        `t20`.`rank_since`,
        `t20`.`ref`,
        `t20`.`unit_district`,
        `t20`.`start`,
        `t20`.`last`,
        `t25`.`person_id` AS `person_id_right`,
        `t25`.`year` AS `year_right`,
        `t25`.`given`
      FROM (
        SELECT
          `t17`.`person_id`,
          `t17`.`year`,
          `t17`.`days`,
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
          `t17`.`unit_district`,
          DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), MAKE_DATE(`t17`.`year`, 1, 1)) AS `start`,
          DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), MAKE_DATE(`t17`.`year` + 1, 1, 1)) - 1 AS `last`
        FROM `t16` AS `t17`
      ) AS `t20`
      LEFT OUTER JOIN (
        SELECT
          `t23`.`person_id`,
          `t23`.`year`,
          MIN(`t23`.`day`) AS `given`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t21`.`person_id`,
              `t21`.`year`,
              `t21`.`start`,
              `t21`.`last`,
              `t9`.`subject_id`,
              `t9`.`quantity`,
              `t9`.`words`,
              `t9`.`day`,
              `t9`.`named`
            FROM (
              SELECT
                `t17`.`person_id`,
                `t17`.`year`,
                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), MAKE_DATE(`t17`.`year`, 1, 1)) AS `start`,
                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), MAKE_DATE(`t17`.`year` + 1, 1, 1)) - 1 AS `last`
              FROM `t16` AS `t17`
            ) AS `t21`
            INNER JOIN (
              SELECT
                *
              FROM (
                SELECT
                  `t1`.`subject_id`,
                  `t1`.`quantity`,
                  `t1`.`counterpart_id` AS `words`,
                  DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t1`.`on_date`) AS `day`,
                  DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t1`.`period_start`) AS `named`
                FROM `facts`.`deliveries` AS `t1`
                WHERE
                  `t1`.`provision` = 'M05-2'
              ) AS `t6`
              WHERE
                `t6`.`day` <= AS_OF() AND TRUE
            ) AS `t9`
              ON `t21`.`person_id` = `t9`.`subject_id`
          ) AS `t22`
          WHERE
            `t22`.`day` >= `t22`.`start`
            AND IF(`t22`.`named` IS NULL, `t22`.`day` <= `t22`.`last`, `t22`.`named` = `t22`.`start`)
        ) AS `t23`
        GROUP BY
          1,
          2
      ) AS `t25`
        ON `t20`.`person_id` = `t25`.`person_id` AND `t20`.`year` = `t25`.`year`
    ) AS `t26`
  ) AS `t27`
) AS `t28`
