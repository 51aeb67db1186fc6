SELECT
  `t19`.`obligation_id`,
  `t19`.`provision`,
  `t19`.`measure`,
  `t19`.`modality`,
  `t19`.`subject_kind`,
  `t19`.`subject_id`,
  `t19`.`period_start`,
  `t19`.`period_end`,
  `t19`.`quantity`,
  `t19`.`quantity_unit`,
  `t19`.`quantity_met`,
  `t19`.`due_on`,
  `t19`.`owner_unit_id`,
  `t19`.`state`,
  `t19`.`missing`,
  `t19`.`as_of`
FROM (
  SELECT
    `t18`.`unit_id`,
    `t18`.`month`,
    `t18`.`days`,
    `t18`.`people`,
    `t18`.`first_day`,
    `t18`.`last_day`,
    `t18`.`approved`,
    CONCAT_WS(
      '|',
      COALESCE('M09-2', ''),
      COALESCE('unit', ''),
      COALESCE(`t18`.`unit_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t18`.`first_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M09-2' AS `provision`,
    CAST(9 AS BIGINT) AS `measure`,
    'MAY' AS `modality`,
    'unit' AS `subject_kind`,
    `t18`.`unit_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t18`.`first_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t18`.`last_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(IF(
      IF(PARAM('pay.increment_daily') > 0, TRUE, NULL) IS NULL,
      `t18`.`days`,
      CAST(FLOOR((
        `t18`.`days` * PARAM('pay.increment_daily') * 100
      ) / (
        1
      )) AS BIGINT)
    ) AS DECIMAL(18, 4)) AS `quantity`,
    IF(IF(PARAM('pay.increment_daily') > 0, TRUE, NULL) IS NULL, 'days', 'fen') AS `quantity_unit`,
    IF(
      (
        IF(PARAM('pay.increment_daily') > 0, TRUE, NULL) IS NULL
      )
      OR NOT (
        `t18`.`approved` IS NOT NULL
      ),
      NULL,
      LEAST(
        `t18`.`approved`,
        CAST(CAST(FLOOR((
          `t18`.`days` * PARAM('pay.increment_daily') * 100
        ) / (
          1
        )) AS BIGINT) AS DECIMAL(18, 4))
      )
    ) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t18`.`unit_id` AS `owner_unit_id`,
    CASE
      WHEN `t18`.`approved` IS NOT NULL
      THEN 'met'
      WHEN IF(PARAM('pay.increment_daily') > 0, TRUE, NULL) IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS `state`,
    IF(
      (
        IF(PARAM('pay.increment_daily') > 0, TRUE, NULL) IS NULL
      )
      AND NOT (
        `t18`.`approved` IS NOT NULL
      ),
      'increment rate',
      CAST(NULL AS STRING)
    ) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t18`.`days` > 0 AS `holds_qualifying_days`,
    `t18`.`people` > 0 AS `holds_people_with_days`,
    IF(PARAM('pay.increment_daily') > 0, TRUE, NULL) AS `holds_rate_known`,
    `t18`.`approved` IS NOT NULL AS `holds_approved`,
    CAST(`t18`.`days` AS STRING) AS `value_qualifying_days`,
    CAST(`t18`.`people` AS STRING) AS `value_people_with_days`,
    CAST(PARAM('pay.increment_daily') AS STRING) AS `value_rate_known`,
    CAST(`t18`.`approved` AS STRING) AS `value_approved`
  FROM (
    SELECT
      `t17`.`unit_id`,
      `t17`.`month`,
      `t17`.`days`,
      `t17`.`people`,
      `t17`.`first_day`,
      `t17`.`last_day`,
      `t17`.`approved`
    FROM (
      SELECT
        `t13`.`unit_id`,
        `t13`.`month`,
        `t13`.`days`,
        `t13`.`people`,
        `t6`.`first_day`,
        `t6`.`last_day`,
        `t16`.`unit_id` AS `unit_id_right`,
        `t16`.`month` AS `month_right`,
        `t16`.`approved`
      FROM (
        SELECT
          `t10`.`unit_id`,
          `t10`.`month`,
          SUM(`t10`.`days`) AS `days`,
          SUM(`t10`.`people`) AS `people`
        FROM (
          SELECT
            `t4`.`unit_id`,
            `t4`.`month`,
            `t4`.`days`,
            `t4`.`people`
          FROM `run`.`qualifying_unit` AS `t4`
          LEFT SEMI JOIN (
            SELECT
              `t2`.`unit_id`
            FROM `facts`.`units` AS `t2`
            WHERE
              `t2`.`kind` IN ('public_institution', 'hospital', 'school')
          ) AS `t8`
            ON `t4`.`unit_id` = `t8`.`unit_id`
        ) AS `t10`
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
      ) AS `t6`
        ON `t13`.`month` = `t6`.`month`
      LEFT OUTER JOIN (
        SELECT
          `t14`.`unit_id`,
          `t14`.`month`,
          CAST(SUM(COALESCE(`t14`.`amount`, 0)) AS DECIMAL(18, 4)) AS `approved`
        FROM (
          SELECT
            `t11`.`delivery_id`,
            `t11`.`subject_id`,
            `t11`.`counterpart_id`,
            `t11`.`day`,
            `t11`.`named`,
            `t11`.`amount`,
            `t11`.`ref`,
            COALESCE(
              (
                (
                  EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t11`.`named` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 12
                ) + EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t11`.`named` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
              ) - 1,
              (
                (
                  (
                    EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t11`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 12
                  ) + EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t11`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
                ) - 1
              ) - 1
            ) AS `month`,
            `t11`.`subject_id` AS `unit_id`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t3`.`delivery_id`,
                `t3`.`subject_id`,
                `t3`.`counterpart_id`,
                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t3`.`on_date`) AS `day`,
                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t3`.`period_start`) AS `named`,
                `t3`.`quantity` AS `amount`,
                CONCAT(
                  'deliveries:',
                  CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t3`.`delivery_id`, ''), '%', '%25'), ';', '%3B'))
                ) AS `ref`
              FROM `facts`.`deliveries` AS `t3`
              WHERE
                `t3`.`provision` = 'M09-2'
            ) AS `t9`
            WHERE
              `t9`.`day` <= AS_OF()
          ) AS `t11`
        ) AS `t14`
        GROUP BY
          1,
          2
      ) AS `t16`
        ON `t13`.`unit_id` = `t16`.`unit_id` AND `t13`.`month` = `t16`.`month`
    ) AS `t17`
  ) AS `t18`
) AS `t19`
