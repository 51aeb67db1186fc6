WITH `t13` AS (
  SELECT
    *
  FROM `facts`.`absences` AS `t6`
  WHERE
    IN_SCOPE(`t6`.`person_id`)
), `t27` AS (
  SELECT
    `t23`.`person_id`,
    `t23`.`unit_id`,
    `t23`.`is_medical`,
    `t23`.`deployment`,
    `t23`.`last_day`,
    `t23`.`is_open`,
    `t23`.`release`,
    `t23`.`next_deployment`,
    `t23`.`duty_days`,
    `t23`.`days`,
    `t23`.`all_days`,
    `t23`.`blocks`,
    `t23`.`first_start`,
    `t23`.`not_counted`,
    CONCAT_WS(
      '|',
      COALESCE('M11-5', ''),
      COALESCE('person', ''),
      COALESCE(`t23`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t23`.`deployment` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M11-5' AS `provision`,
    CAST(11 AS BIGINT) AS `measure`,
    'MUST' AS `modality`,
    'person' AS `subject_kind`,
    `t23`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t23`.`deployment` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t23`.`release` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(PARAM('care.extra_rest_min') AS DECIMAL(18, 4)) AS `quantity`,
    'days' AS `quantity_unit`,
    CAST(LEAST(`t23`.`days`, PARAM('care.extra_rest_min')) AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(
      CAST(IF(
        `t23`.`first_start` IS NOT NULL,
        `t23`.`release` + PARAM('care.rest_done_within'),
        `t23`.`release` + PARAM('care.rest_begin_within')
      ) AS INT),
      ' days'
    ) AS INTERVAL) AS TIMESTAMP) AS DATE) AS `due_on`,
    `t23`.`unit_id` AS `owner_unit_id`,
    CASE
      WHEN `t23`.`days` >= PARAM('care.extra_rest_min')
      THEN 'met'
      WHEN NOT (
        (
          `t23`.`first_start` IS NOT NULL
        )
        OR (
          `t23`.`release` IS NULL
        )
        OR (
          AS_OF() <= (
            `t23`.`release` + PARAM('care.rest_begin_within')
          )
        )
      )
      THEN 'overdue'
      WHEN NOT (
        (
          `t23`.`release` IS NULL
        )
        OR (
          AS_OF() <= (
            `t23`.`release` + PARAM('care.rest_done_within')
          )
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t23`.`is_medical` AS `holds_is_medical`,
    `t23`.`duty_days` > 0 AS `holds_worked`,
    `t23`.`release` IS NOT NULL AS `holds_released`,
    (
      `t23`.`first_start` IS NOT NULL
    )
    OR (
      `t23`.`release` IS NULL
    )
    OR (
      AS_OF() <= (
        `t23`.`release` + PARAM('care.rest_begin_within')
      )
    ) AS `holds_begun_in_time`,
    `t23`.`days` >= PARAM('care.extra_rest_min') AS `holds_rested`,
    (
      `t23`.`release` IS NULL
    )
    OR (
      AS_OF() <= (
        `t23`.`release` + PARAM('care.rest_done_within')
      )
    ) AS `holds_finished_in_time`,
    COALESCE(`t23`.`blocks`, 0) <= PARAM('care.rest_blocks_max') AS `holds_at_most_two_blocks`,
    `t23`.`not_counted` = 0 AS `holds_only_rest_days_count`,
    CAST(`t23`.`is_medical` AS STRING) AS `value_is_medical`,
    CAST(`t23`.`duty_days` AS STRING) AS `value_worked`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t23`.`release` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_released`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(
      CAST(COALESCE(`t23`.`first_start`, `t23`.`release` + PARAM('care.rest_begin_within')) AS INT),
      ' days'
    ) AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_begun_in_time`,
    CAST(`t23`.`days` AS STRING) AS `value_rested`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t23`.`release` + PARAM('care.rest_done_within') AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_finished_in_time`,
    CAST(COALESCE(`t23`.`blocks`, 0) AS STRING) AS `value_at_most_two_blocks`,
    CAST(`t23`.`not_counted` AS STRING) AS `value_only_rest_days_count`
  FROM (
    SELECT
      `t16`.`person_id`,
      `t16`.`unit_id`,
      `t16`.`is_medical`,
      `t16`.`deployment`,
      `t16`.`last_day`,
      `t16`.`is_open`,
      `t16`.`release`,
      `t16`.`next_deployment`,
      `t16`.`duty_days`,
      COALESCE(`t16`.`days`, 0) AS `days`,
      `t16`.`all_days`,
      `t16`.`blocks`,
      `t16`.`first_start`,
      COALESCE(`t16`.`all_days` - `t16`.`days`, 0) AS `not_counted`
    FROM (
      SELECT
        `t15`.`person_id`,
        `t15`.`unit_id`,
        `t15`.`is_medical`,
        `t15`.`deployment`,
        `t15`.`last_day`,
        `t15`.`is_open`,
        `t15`.`release`,
        `t15`.`next_deployment`,
        `t15`.`duty_days`,
        `t15`.`days`,
        `t15`.`all_days`,
        `t15`.`blocks`,
        `t15`.`first_start`
      FROM (
        SELECT
          `t11`.`person_id`,
          `t11`.`unit_id`,
          `t11`.`is_medical`,
          `t11`.`deployment`,
          `t11`.`last_day`,
          `t11`.`is_open`,
          `t11`.`release`,
          `t11`.`next_deployment`,
          `t8`.`duty_days`,
          `t9`.`person_id` AS `person_id_right`,
          `t9`.`deployment` AS `deployment_right`,
          `t9`.`days`,
          `t9`.`all_days`,
          `t9`.`blocks`,
          `t9`.`first_start`
        FROM (
          SELECT
            *
          FROM `run`.`deployment` AS `t1`
          WHERE
            `t1`.`is_medical`
        ) AS `t11`
        INNER JOIN `run`.`worked_deployment` AS `t8`
          ON `t11`.`person_id` = `t8`.`person_id` AND `t11`.`deployment` = `t8`.`deployment`
        LEFT OUTER JOIN `run`.`rest_taken` AS `t9`
          ON `t11`.`person_id` = `t9`.`person_id` AND `t11`.`deployment` = `t9`.`deployment`
      ) AS `t15`
    ) AS `t16`
  ) AS `t23`
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t38`.`obligation_id`,
        `t38`.`criterion`,
        `t38`.`holds`,
        `t38`.`value`,
        COALESCE(`t57`.`fact_refs`, '') AS `fact_refs`
      FROM (
        SELECT
          `t28`.`obligation_id`,
          'is_medical' AS `criterion`,
          `t28`.`holds_is_medical` AS `holds`,
          `t28`.`value_is_medical` AS `value`
        FROM `t27` AS `t28`
      ) AS `t38`
      LEFT OUTER JOIN (
        SELECT
          `t47`.`obligation_id`,
          ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t47`.`ref`)), ';') AS `fact_refs`
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              `t29`.`obligation_id`,
              `t19`.`ref`
            FROM `t27` AS `t29`
            INNER JOIN (
              SELECT
                `t12`.`person_id`,
                CONCAT(
                  'people:',
                  CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t12`.`person_id`, ''), '%', '%25'), ';', '%3B'))
                ) AS `ref`
              FROM (
                SELECT
                  *
                FROM `facts`.`people` AS `t4`
                WHERE
                  IN_SCOPE(`t4`.`person_id`)
              ) AS `t12`
            ) AS `t19`
              ON `t29`.`person_id` = `t19`.`person_id`
          ) AS `t43`
        ) AS `t47`
        GROUP BY
          1
      ) AS `t57`
        ON `t38`.`obligation_id` = `t57`.`obligation_id`
    ) AS `t63`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t39`.`obligation_id`,
        `t39`.`criterion`,
        `t39`.`holds`,
        `t39`.`value`,
        COALESCE(`t58`.`fact_refs`, '') AS `fact_refs`
      FROM (
        SELECT
          `t28`.`obligation_id`,
          'worked' AS `criterion`,
          `t28`.`holds_worked` AS `holds`,
          `t28`.`value_worked` AS `value`
        FROM `t27` AS `t28`
      ) AS `t39`
      LEFT OUTER JOIN (
        SELECT
          `t49`.`obligation_id`,
          ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t49`.`ref`)), ';') AS `fact_refs`
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              `t29`.`obligation_id`,
              `t7`.`ref`
            FROM `t27` AS `t29`
            INNER JOIN `run`.`worked_row` AS `t7`
              ON `t29`.`person_id` = `t7`.`person_id`
              AND `t7`.`day` >= `t29`.`deployment`
              AND `t7`.`day` <= `t29`.`last_day`
          ) AS `t44`
        ) AS `t49`
        GROUP BY
          1
      ) AS `t58`
        ON `t39`.`obligation_id` = `t58`.`obligation_id`
    ) AS `t64`
  ) AS `t67`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t40`.`obligation_id`,
        `t40`.`criterion`,
        `t40`.`holds`,
        `t40`.`value`,
        COALESCE(`t62`.`fact_refs`, '') AS `fact_refs`
      FROM (
        SELECT
          `t28`.`obligation_id`,
          'released' AS `criterion`,
          `t28`.`holds_released` AS `holds`,
          `t28`.`value_released` AS `value`
        FROM `t27` AS `t28`
      ) AS `t40`
      LEFT OUTER JOIN (
        SELECT
          `t52`.`obligation_id`,
          ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t52`.`ref`)), ';') AS `fact_refs`
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              `t29`.`obligation_id`,
              `t24`.`ref`
            FROM `t27` AS `t29`
            INNER JOIN (
              SELECT
                *
              FROM (
                SELECT
                  `t5`.`person_id`,
                  `t5`.`kind`,
                  DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t5`.`date`) AS `day`,
                  CONCAT(
                    'declarations:',
                    CONCAT_WS(
                      '/',
                      REPLACE(REPLACE(COALESCE(CAST(`t5`.`date` AS STRING), ''), '%', '%25'), ';', '%3B'),
                      REPLACE(REPLACE(COALESCE(`t5`.`kind`, ''), '%', '%25'), ';', '%3B'),
                      REPLACE(REPLACE(COALESCE(`t5`.`person_id`, ''), '%', '%25'), ';', '%3B')
                    )
                  ) AS `ref`
                FROM `facts`.`declarations` AS `t5`
                WHERE
                  `t5`.`kind` IN ('release', 'task_end')
              ) AS `t17`
              WHERE
                `t17`.`day` <= AS_OF()
            ) AS `t24`
              ON `t24`.`day` = `t29`.`release`
              AND (
                (
                  (
                    `t24`.`kind` = 'release'
                  ) AND (
                    `t24`.`person_id` = `t29`.`person_id`
                  )
                )
                OR (
                  `t24`.`kind` = 'task_end'
                )
              )
          ) AS `t48`
        ) AS `t52`
        GROUP BY
          1
      ) AS `t62`
        ON `t40`.`obligation_id` = `t62`.`obligation_id`
    ) AS `t70`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t28`.`obligation_id`,
        'begun_in_time' AS `criterion`,
        `t28`.`holds_begun_in_time` AS `holds`,
        `t28`.`value_begun_in_time` AS `value`,
        '' AS `fact_refs`
      FROM `t27` AS `t28`
    ) AS `t30`
  ) AS `t72`
) AS `t73`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t41`.`obligation_id`,
        `t41`.`criterion`,
        `t41`.`holds`,
        `t41`.`value`,
        COALESCE(`t59`.`fact_refs`, '') AS `fact_refs`
      FROM (
        SELECT
          `t28`.`obligation_id`,
          'rested' AS `criterion`,
          `t28`.`holds_rested` AS `holds`,
          `t28`.`value_rested` AS `value`
        FROM `t27` AS `t28`
      ) AS `t41`
      LEFT OUTER JOIN (
        SELECT
          `t50`.`obligation_id`,
          ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t50`.`ref`)), ';') AS `fact_refs`
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              `t29`.`obligation_id`,
              `t25`.`ref`
            FROM `t27` AS `t29`
            INNER JOIN (
              SELECT
                `t14`.`person_id`,
                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t14`.`start_date`) AS `start`,
                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t14`.`end_date`) AS `last_day`,
                CONCAT(
                  'absences:',
                  CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t14`.`absence_id`, ''), '%', '%25'), ';', '%3B'))
                ) AS `ref`
              FROM `t13` AS `t14`
              WHERE
                `t14`.`kind` = 'rest15'
            ) AS `t25`
              ON `t29`.`person_id` = `t25`.`person_id` AND `t25`.`last_day` > `t29`.`last_day`
          ) AS `t45`
        ) AS `t50`
        GROUP BY
          1
      ) AS `t59`
        ON `t41`.`obligation_id` = `t59`.`obligation_id`
    ) AS `t65`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t28`.`obligation_id`,
        'finished_in_time' AS `criterion`,
        `t28`.`holds_finished_in_time` AS `holds`,
        `t28`.`value_finished_in_time` AS `value`,
        '' AS `fact_refs`
      FROM `t27` AS `t28`
    ) AS `t31`
  ) AS `t68`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t28`.`obligation_id`,
        'at_most_two_blocks' AS `criterion`,
        `t28`.`holds_at_most_two_blocks` AS `holds`,
        `t28`.`value_at_most_two_blocks` AS `value`,
        '' AS `fact_refs`
      FROM `t27` AS `t28`
    ) AS `t32`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t42`.`obligation_id`,
        `t42`.`criterion`,
        `t42`.`holds`,
        `t42`.`value`,
        COALESCE(`t60`.`fact_refs`, '') AS `fact_refs`
      FROM (
        SELECT
          `t28`.`obligation_id`,
          'only_rest_days_count' AS `criterion`,
          `t28`.`holds_only_rest_days_count` AS `holds`,
          `t28`.`value_only_rest_days_count` AS `value`
        FROM `t27` AS `t28`
      ) AS `t42`
      LEFT OUTER JOIN (
        SELECT
          `t51`.`obligation_id`,
          ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t51`.`ref`)), ';') AS `fact_refs`
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              `t29`.`obligation_id`,
              `t26`.`ref`
            FROM `t27` AS `t29`
            INNER JOIN (
              SELECT
                `t14`.`person_id`,
                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t14`.`start_date`) AS `start`,
                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t14`.`end_date`) AS `last_day`,
                CONCAT(
                  'absences:',
                  CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t14`.`absence_id`, ''), '%', '%25'), ';', '%3B'))
                ) AS `ref`
              FROM `t13` AS `t14`
              WHERE
                `t14`.`kind` = 'quarantine'
            ) AS `t26`
              ON `t29`.`person_id` = `t26`.`person_id` AND `t26`.`last_day` > `t29`.`last_day`
          ) AS `t46`
        ) AS `t51`
        GROUP BY
          1
      ) AS `t60`
        ON `t42`.`obligation_id` = `t60`.`obligation_id`
    ) AS `t66`
  ) AS `t69`
) AS `t71`
