WITH `t24` AS (
  SELECT
    `t23`.`person_id`,
    `t23`.`unit_id`,
    `t23`.`is_medical`,
    `t23`.`deployment`,
    `t23`.`last_day`,
    `t23`.`is_open`,
    `t23`.`release`,
    `t23`.`next_deployment`,
    `t23`.`accrued`,
    `t23`.`total_paid`,
    `t23`.`paid`,
    CONCAT_WS(
      '|',
      COALESCE('M07-4', ''),
      COALESCE('person', ''),
      COALESCE(`t23`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t23`.`deployment` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M07-4' AS `provision`,
    CAST(7 AS BIGINT) AS `measure`,
    'MUST' AS `modality`,
    'person' AS `subject_kind`,
    `t23`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t23`.`deployment` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t23`.`release` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(CAST(`t23`.`accrued` AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS `quantity`,
    'hours' AS `quantity_unit`,
    CAST(CAST(`t23`.`paid` AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(
      CAST(IF(
        `t23`.`paid` > 0,
        `t23`.`release` + PARAM('comp.done_within'),
        `t23`.`release` + PARAM('comp.begin_within')
      ) AS INT),
      ' days'
    ) AS INTERVAL) AS TIMESTAMP) AS DATE) AS `due_on`,
    `t23`.`unit_id` AS `owner_unit_id`,
    CASE
      WHEN `t23`.`paid` >= `t23`.`accrued`
      THEN 'met'
      WHEN NOT (
        (
          `t23`.`paid` > 0
        )
        OR (
          `t23`.`release` IS NULL
        )
        OR (
          AS_OF() <= (
            `t23`.`release` + PARAM('comp.begin_within')
          )
        )
      )
      OR NOT (
        (
          `t23`.`release` IS NULL
        )
        OR (
          AS_OF() <= (
            `t23`.`release` + PARAM('comp.done_within')
          )
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t23`.`accrued` > 0 AS `holds_accrued`,
    `t23`.`release` IS NOT NULL AS `holds_released`,
    (
      `t23`.`paid` > 0
    )
    OR (
      `t23`.`release` IS NULL
    )
    OR (
      AS_OF() <= (
        `t23`.`release` + PARAM('comp.begin_within')
      )
    ) AS `holds_begun_in_time`,
    `t23`.`paid` >= `t23`.`accrued` AS `holds_given_back`,
    (
      `t23`.`release` IS NULL
    )
    OR (
      AS_OF() <= (
        `t23`.`release` + PARAM('comp.done_within')
      )
    ) AS `holds_finished_in_time`,
    CAST(CAST(CAST(`t23`.`accrued` AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS STRING) AS `value_accrued`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t23`.`release` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_released`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t23`.`release` + PARAM('comp.begin_within') AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_begun_in_time`,
    CAST(CAST(CAST(`t23`.`paid` AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS STRING) AS `value_given_back`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t23`.`release` + PARAM('comp.done_within') AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_finished_in_time`
  FROM (
    SELECT
      `t22`.`person_id`,
      `t22`.`unit_id`,
      `t22`.`is_medical`,
      `t22`.`deployment`,
      `t22`.`last_day`,
      `t22`.`is_open`,
      `t22`.`release`,
      `t22`.`next_deployment`,
      `t22`.`accrued`,
      `t22`.`total_paid`,
      `t22`.`paid`
    FROM (
      SELECT
        `t17`.`person_id`,
        `t17`.`unit_id`,
        `t17`.`is_medical`,
        `t17`.`deployment`,
        `t17`.`last_day`,
        `t17`.`is_open`,
        `t17`.`release`,
        `t17`.`next_deployment`,
        `t17`.`accrued`,
        `t17`.`person_id_right`,
        `t17`.`total_paid`,
        LEAST(
          GREATEST(
            COALESCE(`t17`.`total_paid`, 0) - COALESCE(
              SUM(`t17`.`accrued`) OVER (
                PARTITION BY `t17`.`person_id`
                ORDER BY `t17`.`deployment` ASC NULLS LAST
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
              ),
              0
            ),
            0
          ),
          `t17`.`accrued`
        ) AS `paid`
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
          `t13`.`accrued`,
          `t14`.`person_id` AS `person_id_right`,
          `t14`.`total_paid`
        FROM `run`.`deployment` AS `t7`
        INNER JOIN (
          SELECT
            `t1`.`person_id`,
            `t1`.`deployment`,
            `t1`.`seconds` AS `accrued`
          FROM `run`.`accrual` AS `t1`
        ) AS `t13`
          ON `t7`.`person_id` = `t13`.`person_id` AND `t7`.`deployment` = `t13`.`deployment`
        LEFT OUTER JOIN (
          SELECT
            `t2`.`person_id`,
            `t2`.`seconds` AS `total_paid`
          FROM `run`.`compensatory_paid` AS `t2`
        ) AS `t14`
          ON `t7`.`person_id` = `t14`.`person_id`
      ) AS `t17`
    ) AS `t22`
  ) AS `t23`
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t25`.`obligation_id`,
      'begun_in_time' AS `criterion`,
      `t25`.`holds_begun_in_time` AS `holds`,
      `t25`.`value_begun_in_time` AS `value`,
      '' AS `fact_refs`
    FROM `t24` AS `t25`
  ) AS `t27`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t32`.`obligation_id`,
      `t32`.`criterion`,
      `t32`.`holds`,
      `t32`.`value`,
      COALESCE(`t43`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t25`.`obligation_id`,
        'given_back' AS `criterion`,
        `t25`.`holds_given_back` AS `holds`,
        `t25`.`value_given_back` AS `value`
      FROM `t24` AS `t25`
    ) AS `t32`
    LEFT OUTER JOIN (
      SELECT
        `t37`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t37`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t26`.`obligation_id`,
            `t21`.`ref`
          FROM `t24` AS `t26`
          INNER JOIN (
            SELECT
              `t15`.`person_id`,
              DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t15`.`start_date`) AS `start`,
              DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t15`.`end_date`) AS `last_day`,
              CONCAT('absences:', CONCAT_WS('/', COALESCE(`t15`.`absence_id`, ''))) AS `ref`
            FROM (
              SELECT
                `t9`.`absence_id`,
                `t9`.`person_id`,
                `t9`.`start_date`,
                `t9`.`end_date`,
                `t9`.`kind`
              FROM `facts`.`absences` AS `t9`
              LEFT SEMI JOIN `run`.`scope` AS `t10`
                ON `t9`.`person_id` = `t10`.`person_id`
            ) AS `t15`
            WHERE
              `t15`.`kind` = 'compensatory'
          ) AS `t21`
            ON `t26`.`person_id` = `t21`.`person_id`
        ) AS `t35`
      ) AS `t37`
      GROUP BY
        1
    ) AS `t43`
      ON `t32`.`obligation_id` = `t43`.`obligation_id`
  ) AS `t47`
) AS `t49`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t25`.`obligation_id`,
      'finished_in_time' AS `criterion`,
      `t25`.`holds_finished_in_time` AS `holds`,
      `t25`.`value_finished_in_time` AS `value`,
      '' AS `fact_refs`
    FROM `t24` AS `t25`
  ) AS `t28`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t33`.`obligation_id`,
        `t33`.`criterion`,
        `t33`.`holds`,
        `t33`.`value`,
        COALESCE(`t44`.`fact_refs`, '') AS `fact_refs`
      FROM (
        SELECT
          `t25`.`obligation_id`,
          'accrued' AS `criterion`,
          `t25`.`holds_accrued` AS `holds`,
          `t25`.`value_accrued` AS `value`
        FROM `t24` AS `t25`
      ) AS `t33`
      LEFT OUTER JOIN (
        SELECT
          `t39`.`obligation_id`,
          ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t39`.`ref`)), ';') AS `fact_refs`
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              `t26`.`obligation_id`,
              `t8`.`ref`
            FROM `t24` AS `t26`
            INNER JOIN `run`.`worked_row` AS `t8`
              ON `t26`.`person_id` = `t8`.`person_id`
              AND `t8`.`day` >= `t26`.`deployment`
              AND `t8`.`day` <= `t26`.`last_day`
          ) AS `t36`
        ) AS `t39`
        GROUP BY
          1
      ) AS `t44`
        ON `t33`.`obligation_id` = `t44`.`obligation_id`
    ) AS `t48`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t34`.`obligation_id`,
        `t34`.`criterion`,
        `t34`.`holds`,
        `t34`.`value`,
        COALESCE(`t46`.`fact_refs`, '') AS `fact_refs`
      FROM (
        SELECT
          `t25`.`obligation_id`,
          'released' AS `criterion`,
          `t25`.`holds_released` AS `holds`,
          `t25`.`value_released` AS `value`
        FROM `t24` AS `t25`
      ) AS `t34`
      LEFT OUTER JOIN (
        SELECT
          `t40`.`obligation_id`,
          ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t40`.`ref`)), ';') AS `fact_refs`
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              `t26`.`obligation_id`,
              `t19`.`ref`
            FROM `t24` AS `t26`
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
                      COALESCE(CAST(`t5`.`date` AS STRING), ''),
                      COALESCE(`t5`.`kind`, ''),
                      COALESCE(`t5`.`person_id`, '')
                    )
                  ) AS `ref`
                FROM `facts`.`declarations` AS `t5`
                WHERE
                  `t5`.`kind` IN ('release', 'task_end')
              ) AS `t16`
              WHERE
                `t16`.`day` <= AS_OF()
            ) AS `t19`
              ON `t19`.`day` = `t26`.`release`
              AND (
                (
                  (
                    `t19`.`kind` = 'release'
                  ) AND (
                    `t19`.`person_id` = `t26`.`person_id`
                  )
                )
                OR (
                  `t19`.`kind` = 'task_end'
                )
              )
          ) AS `t38`
        ) AS `t40`
        GROUP BY
          1
      ) AS `t46`
        ON `t34`.`obligation_id` = `t46`.`obligation_id`
    ) AS `t50`
  ) AS `t51`
) AS `t52`
