SELECT
  `t15`.`obligation_id`,
  `t15`.`provision`,
  `t15`.`measure`,
  `t15`.`modality`,
  `t15`.`subject_kind`,
  `t15`.`subject_id`,
  `t15`.`period_start`,
  `t15`.`period_end`,
  `t15`.`quantity`,
  `t15`.`quantity_unit`,
  `t15`.`quantity_met`,
  `t15`.`due_on`,
  `t15`.`owner_unit_id`,
  `t15`.`state`,
  `t15`.`missing`,
  `t15`.`as_of`
FROM (
  SELECT
    `t14`.`unit_id`,
    `t14`.`month`,
    `t14`.`items`,
    `t14`.`reach`,
    `t14`.`first_day`,
    `t14`.`last_day`,
    CONCAT_WS(
      '|',
      COALESCE('M16-1', ''),
      COALESCE('unit', ''),
      COALESCE(`t14`.`unit_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t14`.`first_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M16-1' AS `provision`,
    CAST(16 AS BIGINT) AS `measure`,
    'MUST' AS `modality`,
    'unit' AS `subject_kind`,
    `t14`.`unit_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t14`.`first_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t14`.`last_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(`t14`.`items` AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t14`.`unit_id` AS `owner_unit_id`,
    'met' AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t14`.`items` > 0 AS `holds_items_published`,
    CAST(`t14`.`items` AS STRING) AS `value_items_published`
  FROM (
    SELECT
      `t13`.`unit_id`,
      `t13`.`month`,
      `t13`.`items`,
      `t13`.`reach`,
      `t5`.`first_day`,
      `t5`.`last_day`
    FROM (
      SELECT
        `t11`.`unit_id`,
        `t11`.`month`,
        COUNT(*) AS `items`,
        SUM(`t11`.`amount`) AS `reach`
      FROM (
        SELECT
          `t10`.`amount`,
          `t10`.`unit_id`,
          `t10`.`month`
        FROM (
          SELECT
            `t8`.`amount`,
            `t8`.`subject_id` AS `unit_id`,
            (
              (
                EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t8`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 12
              ) + EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t8`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
            ) - 1 AS `month`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t2`.`delivery_id`,
                `t2`.`subject_id`,
                `t2`.`counterpart_id`,
                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t2`.`on_date`) AS `day`,
                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t2`.`period_start`) AS `named`,
                `t2`.`quantity` AS `amount`,
                CONCAT(
                  'deliveries:',
                  CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t2`.`delivery_id`, ''), '%', '%25'), ';', '%3B'))
                ) AS `ref`
              FROM `facts`.`deliveries` AS `t2`
              WHERE
                `t2`.`provision` = 'M16-1'
            ) AS `t7`
            WHERE
              `t7`.`day` <= AS_OF()
          ) AS `t8`
        ) AS `t10`
        LEFT SEMI JOIN (
          SELECT
            `t1`.`unit_id`
          FROM `facts`.`units` AS `t1`
        ) AS `t6`
          ON `t10`.`unit_id` = `t6`.`unit_id`
      ) AS `t11`
      GROUP BY
        1,
        2
    ) AS `t13`
    INNER JOIN (
      SELECT
        `t0`.`month`,
        `t0`.`first_day`,
        `t0`.`last_day`
      FROM `run`.`month` AS `t0`
    ) AS `t5`
      ON `t13`.`month` = `t5`.`month`
  ) AS `t14`
) AS `t15`
