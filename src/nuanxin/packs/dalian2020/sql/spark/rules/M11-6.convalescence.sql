SELECT
  `t17`.`obligation_id`,
  `t17`.`provision`,
  `t17`.`measure`,
  `t17`.`modality`,
  `t17`.`subject_kind`,
  `t17`.`subject_id`,
  `t17`.`period_start`,
  `t17`.`period_end`,
  `t17`.`quantity`,
  `t17`.`quantity_unit`,
  `t17`.`quantity_met`,
  `t17`.`due_on`,
  `t17`.`owner_unit_id`,
  `t17`.`state`,
  `t17`.`missing`,
  `t17`.`as_of`
FROM (
  SELECT
    `t16`.`person_id`,
    `t16`.`unit_id`,
    `t16`.`found_on`,
    `t16`.`days`,
    `t16`.`severe_days`,
    `t16`.`weighted`,
    `t16`.`place`,
    `t16`.`sharing`,
    `t16`.`listed_on`,
    CONCAT_WS(
      '|',
      COALESCE('M11-6', ''),
      COALESCE('person', ''),
      COALESCE(`t16`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t16`.`found_on` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M11-6' AS `provision`,
    CAST(11 AS BIGINT) AS `measure`,
    'PREFER' AS `modality`,
    'person' AS `subject_kind`,
    `t16`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t16`.`found_on` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(NULL AS DATE) AS `period_end`,
    `t16`.`weighted` AS `quantity`,
    'days' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t16`.`unit_id` AS `owner_unit_id`,
    IF(`t16`.`listed_on` IS NOT NULL, 'met', 'available') AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t16`.`found_on` IS NOT NULL AS `holds_found_outstanding`,
    `t16`.`days` > 0 AS `holds_days_at_the_front`,
    `t16`.`severe_days` >= 0 AS `holds_days_in_severe_care`,
    `t16`.`place` > 0 AS `holds_place_by_days`,
    `t16`.`sharing` >= 0 AS `holds_sharing_the_place`,
    `t16`.`listed_on` IS NOT NULL AS `holds_on_a_batch_list`,
    CAST(`t16`.`found_on` IS NOT NULL AS STRING) AS `value_found_outstanding`,
    CAST(`t16`.`days` AS STRING) AS `value_days_at_the_front`,
    CAST(`t16`.`severe_days` AS STRING) AS `value_days_in_severe_care`,
    CAST(`t16`.`place` AS STRING) AS `value_place_by_days`,
    CAST(`t16`.`sharing` AS STRING) AS `value_sharing_the_place`,
    CAST(`t16`.`listed_on` IS NOT NULL AS STRING) AS `value_on_a_batch_list`
  FROM (
    SELECT
      `t15`.`person_id`,
      `t15`.`unit_id`,
      `t15`.`found_on`,
      `t15`.`days`,
      `t15`.`severe_days`,
      `t15`.`weighted`,
      `t15`.`place`,
      `t15`.`sharing`,
      `t15`.`listed_on`
    FROM (
      SELECT
        `t3`.`person_id`,
        `t3`.`unit_id`,
        `t3`.`found_on`,
        `t3`.`days`,
        `t3`.`severe_days`,
        `t3`.`weighted`,
        `t3`.`place`,
        `t3`.`sharing`,
        `t14`.`person_id` AS `person_id_right`,
        `t14`.`listed_on`
      FROM `run`.`convalescent` AS `t3`
      LEFT SEMI JOIN `run`.`scope` AS `t4`
        ON `t3`.`person_id` = `t4`.`person_id`
      LEFT OUTER JOIN (
        SELECT
          `t12`.`person_id`,
          MIN(`t12`.`listed_on`) AS `listed_on`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t3`.`person_id`,
              `t3`.`found_on`,
              `t10`.`listed_on`
            FROM `run`.`convalescent` AS `t3`
            LEFT SEMI JOIN `run`.`scope` AS `t4`
              ON `t3`.`person_id` = `t4`.`person_id`
            INNER JOIN (
              SELECT
                `t8`.`subject_id` AS `person_id`,
                `t8`.`day` AS `listed_on`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t6`.`delivery_id`,
                    `t6`.`subject_id`,
                    `t6`.`counterpart_id`,
                    DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t6`.`on_date`) AS `day`,
                    DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t6`.`period_start`) AS `named`,
                    `t6`.`quantity` AS `amount`,
                    CONCAT('deliveries:', CONCAT_WS('/', COALESCE(`t6`.`delivery_id`, ''))) AS `ref`
                  FROM (
                    SELECT
                      `t5`.`delivery_id`,
                      `t5`.`provision`,
                      `t5`.`subject_id`,
                      `t5`.`on_date`,
                      `t5`.`quantity`,
                      `t5`.`counterpart_id`,
                      `t5`.`period_start`
                    FROM `facts`.`deliveries` AS `t5`
                    LEFT SEMI JOIN `run`.`scope` AS `t4`
                      ON `t5`.`subject_id` = `t4`.`person_id`
                  ) AS `t6`
                  WHERE
                    `t6`.`provision` = 'M11-6'
                ) AS `t7`
                WHERE
                  `t7`.`day` <= AS_OF()
              ) AS `t8`
            ) AS `t10`
              ON `t3`.`person_id` = `t10`.`person_id`
          ) AS `t11`
          WHERE
            `t11`.`listed_on` >= `t11`.`found_on`
        ) AS `t12`
        GROUP BY
          1
      ) AS `t14`
        ON `t3`.`person_id` = `t14`.`person_id`
    ) AS `t15`
  ) AS `t16`
) AS `t17`
