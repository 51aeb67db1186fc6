SELECT
  `t10`.`obligation_id`,
  `t10`.`provision`,
  `t10`.`measure`,
  `t10`.`modality`,
  `t10`.`subject_kind`,
  `t10`.`subject_id`,
  `t10`.`period_start`,
  `t10`.`period_end`,
  `t10`.`quantity`,
  `t10`.`quantity_unit`,
  `t10`.`quantity_met`,
  `t10`.`due_on`,
  `t10`.`owner_unit_id`,
  `t10`.`state`,
  `t10`.`missing`,
  `t10`.`as_of`
FROM (
  SELECT
    `t9`.`person_id`,
    `t9`.`unit_id`,
    `t9`.`is_medical`,
    `t9`.`deployment`,
    `t9`.`last_day`,
    `t9`.`is_open`,
    `t9`.`release`,
    `t9`.`next_deployment`,
    `t9`.`duty_days`,
    `t9`.`days`,
    `t9`.`all_days`,
    `t9`.`blocks`,
    `t9`.`first_start`,
    `t9`.`not_counted`,
    CONCAT_WS(
      '|',
      COALESCE('M11-5', ''),
      COALESCE('person', ''),
      COALESCE(`t9`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t9`.`deployment` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M11-5' AS `provision`,
    CAST(11 AS BIGINT) AS `measure`,
    'MUST' AS `modality`,
    'person' AS `subject_kind`,
    `t9`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t9`.`deployment` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t9`.`release` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(PARAM('care.extra_rest_min') AS DECIMAL(18, 4)) AS `quantity`,
    'days' AS `quantity_unit`,
    CAST(LEAST(`t9`.`days`, PARAM('care.extra_rest_min')) AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(
      CAST(IF(
        `t9`.`first_start` IS NOT NULL,
        `t9`.`release` + PARAM('care.rest_done_within'),
        `t9`.`release` + PARAM('care.rest_begin_within')
      ) AS INT),
      ' days'
    ) AS INTERVAL) AS TIMESTAMP) AS DATE) AS `due_on`,
    `t9`.`unit_id` AS `owner_unit_id`,
    CASE
      WHEN `t9`.`days` >= PARAM('care.extra_rest_min')
      THEN 'met'
      WHEN NOT (
        (
          `t9`.`first_start` IS NOT NULL
        )
        OR (
          `t9`.`release` IS NULL
        )
        OR (
          AS_OF() <= (
            `t9`.`release` + PARAM('care.rest_begin_within')
          )
        )
      )
      THEN 'overdue'
      WHEN NOT (
        (
          `t9`.`release` IS NULL
        )
        OR (
          AS_OF() <= (
            `t9`.`release` + PARAM('care.rest_done_within')
          )
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t9`.`is_medical` AS `holds_is_medical`,
    `t9`.`duty_days` > 0 AS `holds_worked`,
    `t9`.`release` IS NOT NULL AS `holds_released`,
    (
      `t9`.`first_start` IS NOT NULL
    )
    OR (
      `t9`.`release` IS NULL
    )
    OR (
      AS_OF() <= (
        `t9`.`release` + PARAM('care.rest_begin_within')
      )
    ) AS `holds_begun_in_time`,
    `t9`.`days` >= PARAM('care.extra_rest_min') AS `holds_rested`,
    (
      `t9`.`release` IS NULL
    )
    OR (
      AS_OF() <= (
        `t9`.`release` + PARAM('care.rest_done_within')
      )
    ) AS `holds_finished_in_time`,
    COALESCE(`t9`.`blocks`, 0) <= PARAM('care.rest_blocks_max') AS `holds_at_most_two_blocks`,
    `t9`.`not_counted` = 0 AS `holds_only_rest_days_count`,
    CAST(`t9`.`is_medical` AS STRING) AS `value_is_medical`,
    CAST(`t9`.`duty_days` AS STRING) AS `value_worked`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t9`.`release` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_released`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(
      CAST(COALESCE(`t9`.`first_start`, `t9`.`release` + PARAM('care.rest_begin_within')) AS INT),
      ' days'
    ) AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_begun_in_time`,
    CAST(`t9`.`days` AS STRING) AS `value_rested`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t9`.`release` + PARAM('care.rest_done_within') AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_finished_in_time`,
    CAST(COALESCE(`t9`.`blocks`, 0) AS STRING) AS `value_at_most_two_blocks`,
    CAST(`t9`.`not_counted` AS STRING) AS `value_only_rest_days_count`
  FROM (
    SELECT
      `t8`.`person_id`,
      `t8`.`unit_id`,
      `t8`.`is_medical`,
      `t8`.`deployment`,
      `t8`.`last_day`,
      `t8`.`is_open`,
      `t8`.`release`,
      `t8`.`next_deployment`,
      `t8`.`duty_days`,
      COALESCE(`t8`.`days`, 0) AS `days`,
      `t8`.`all_days`,
      `t8`.`blocks`,
      `t8`.`first_start`,
      COALESCE(`t8`.`all_days` - `t8`.`days`, 0) AS `not_counted`
    FROM (
      SELECT
        `t7`.`person_id`,
        `t7`.`unit_id`,
        `t7`.`is_medical`,
        `t7`.`deployment`,
        `t7`.`last_day`,
        `t7`.`is_open`,
        `t7`.`release`,
        `t7`.`next_deployment`,
        `t7`.`duty_days`,
        `t7`.`days`,
        `t7`.`all_days`,
        `t7`.`blocks`,
        `t7`.`first_start`
      FROM (
        SELECT
          `t6`.`person_id`,
          `t6`.`unit_id`,
          `t6`.`is_medical`,
          `t6`.`deployment`,
          `t6`.`last_day`,
          `t6`.`is_open`,
          `t6`.`release`,
          `t6`.`next_deployment`,
          `t3`.`duty_days`,
          `t4`.`person_id` AS `person_id_right`,
          `t4`.`deployment` AS `deployment_right`,
          `t4`.`days`,
          `t4`.`all_days`,
          `t4`.`blocks`,
          `t4`.`first_start`
        FROM (
          SELECT
            *
          FROM `run`.`deployment` AS `t0`
          WHERE
            `t0`.`is_medical`
        ) AS `t6`
        INNER JOIN `run`.`worked_deployment` AS `t3`
          ON `t6`.`person_id` = `t3`.`person_id` AND `t6`.`deployment` = `t3`.`deployment`
        LEFT OUTER JOIN `run`.`rest_taken` AS `t4`
          ON `t6`.`person_id` = `t4`.`person_id` AND `t6`.`deployment` = `t4`.`deployment`
      ) AS `t7`
    ) AS `t8`
  ) AS `t9`
) AS `t10`
