WITH `t28` AS (
  SELECT
    `t27`.`person_id`,
    `t27`.`unit_id`,
    `t27`.`is_medical`,
    `t27`.`deployment`,
    `t27`.`last_day`,
    `t27`.`is_open`,
    `t27`.`release`,
    `t27`.`next_deployment`,
    `t27`.`checked`,
    CONCAT_WS(
      '|',
      COALESCE('M11-4', ''),
      COALESCE('person', ''),
      COALESCE(`t27`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t27`.`deployment` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M11-4' AS `provision`,
    CAST(11 AS BIGINT) AS `measure`,
    'MUST' AS `modality`,
    'person' AS `subject_kind`,
    `t27`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t27`.`deployment` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t27`.`release` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(IF(`t27`.`checked` IS NOT NULL, 1, 0) AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t27`.`release` + PARAM('care.check_within') AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `due_on`,
    `t27`.`unit_id` AS `owner_unit_id`,
    CASE
      WHEN `t27`.`checked` IS NOT NULL
      THEN 'met'
      WHEN NOT (
        (
          `t27`.`release` IS NULL
        )
        OR (
          AS_OF() <= (
            `t27`.`release` + PARAM('care.check_within')
          )
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t27`.`is_medical` AS `holds_is_medical`,
    `t27`.`release` IS NOT NULL AS `holds_released`,
    `t27`.`checked` IS NOT NULL AS `holds_checked`,
    (
      `t27`.`release` IS NULL
    )
    OR (
      AS_OF() <= (
        `t27`.`release` + PARAM('care.check_within')
      )
    ) AS `holds_within_due_day`,
    CAST(`t27`.`is_medical` AS STRING) AS `value_is_medical`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t27`.`release` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_released`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t27`.`checked` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_checked`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t27`.`release` + PARAM('care.check_within') AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_within_due_day`
  FROM (
    SELECT
      `t26`.`person_id`,
      `t26`.`unit_id`,
      `t26`.`is_medical`,
      `t26`.`deployment`,
      `t26`.`last_day`,
      `t26`.`is_open`,
      `t26`.`release`,
      `t26`.`next_deployment`,
      `t26`.`checked`
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
        `t25`.`person_id` AS `person_id_right`,
        `t25`.`deployment` AS `deployment_right`,
        `t25`.`checked`
      FROM (
        SELECT
          *
        FROM `run`.`deployment` AS `t0`
        WHERE
          `t0`.`is_medical`
      ) AS `t9`
      LEFT OUTER JOIN (
        SELECT
          `t23`.`person_id`,
          `t23`.`deployment`,
          MIN(`t23`.`day`) AS `checked`
        FROM (
          SELECT
            *
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
              `t21`.`day`,
              `t21`.`named`
            FROM (
              SELECT
                *
              FROM `run`.`deployment` AS `t0`
              WHERE
                `t0`.`is_medical`
            ) AS `t9`
            INNER JOIN (
              SELECT
                *
              FROM (
                SELECT
                  `t11`.`subject_id` AS `person_id`,
                  DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t11`.`on_date`) AS `day`,
                  DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t11`.`period_start`) AS `named`
                FROM (
                  SELECT
                    `t6`.`delivery_id`,
                    `t6`.`provision`,
                    `t6`.`subject_id`,
                    `t6`.`on_date`,
                    `t6`.`quantity`,
                    `t6`.`counterpart_id`,
                    `t6`.`period_start`
                  FROM `facts`.`deliveries` AS `t6`
                  LEFT SEMI JOIN `run`.`scope` AS `t7`
                    ON `t6`.`subject_id` = `t7`.`person_id`
                ) AS `t11`
                WHERE
                  `t11`.`provision` = 'M11-4'
              ) AS `t16`
              WHERE
                `t16`.`day` <= AS_OF()
            ) AS `t21`
              ON `t9`.`person_id` = `t21`.`person_id`
          ) AS `t22`
          WHERE
            NOT (
              `t22`.`is_open`
            )
            AND `t22`.`day` >= `t22`.`last_day`
            AND (
              (
                `t22`.`named` IS NULL
              ) OR (
                `t22`.`named` = `t22`.`deployment`
              )
            )
        ) AS `t23`
        GROUP BY
          1,
          2
      ) AS `t25`
        ON `t9`.`person_id` = `t25`.`person_id` AND `t9`.`deployment` = `t25`.`deployment`
    ) AS `t26`
  ) AS `t27`
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t35`.`obligation_id`,
      `t35`.`criterion`,
      `t35`.`holds`,
      `t35`.`value`,
      COALESCE(`t46`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t29`.`obligation_id`,
        'is_medical' AS `criterion`,
        `t29`.`holds_is_medical` AS `holds`,
        `t29`.`value_is_medical` AS `value`
      FROM `t28` AS `t29`
    ) AS `t35`
    LEFT OUTER JOIN (
      SELECT
        `t40`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t40`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t30`.`obligation_id`,
            `t14`.`ref`
          FROM `t28` AS `t30`
          INNER JOIN (
            SELECT
              `t5`.`person_id`,
              CONCAT('people:', CONCAT_WS('/', COALESCE(`t5`.`person_id`, ''))) AS `ref`
            FROM `facts`.`people` AS `t5`
            LEFT SEMI JOIN `run`.`scope` AS `t7`
              ON `t5`.`person_id` = `t7`.`person_id`
          ) AS `t14`
            ON `t30`.`person_id` = `t14`.`person_id`
        ) AS `t38`
      ) AS `t40`
      GROUP BY
        1
    ) AS `t46`
      ON `t35`.`obligation_id` = `t46`.`obligation_id`
  ) AS `t50`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t36`.`obligation_id`,
      `t36`.`criterion`,
      `t36`.`holds`,
      `t36`.`value`,
      COALESCE(`t49`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t29`.`obligation_id`,
        'released' AS `criterion`,
        `t29`.`holds_released` AS `holds`,
        `t29`.`value_released` AS `value`
      FROM `t28` AS `t29`
    ) AS `t36`
    LEFT OUTER JOIN (
      SELECT
        `t43`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t43`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t30`.`obligation_id`,
            `t19`.`ref`
          FROM `t28` AS `t30`
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                `t2`.`person_id`,
                `t2`.`kind`,
                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t2`.`date`) AS `day`,
                CONCAT(
                  'declarations:',
                  CONCAT_WS(
                    '/',
                    COALESCE(CAST(`t2`.`date` AS STRING), ''),
                    COALESCE(`t2`.`kind`, ''),
                    COALESCE(`t2`.`person_id`, '')
                  )
                ) AS `ref`
              FROM `facts`.`declarations` AS `t2`
              WHERE
                `t2`.`kind` IN ('release', 'task_end')
            ) AS `t13`
            WHERE
              `t13`.`day` <= AS_OF()
          ) AS `t19`
            ON `t19`.`day` = `t30`.`release`
            AND (
              (
                (
                  `t19`.`kind` = 'release'
                ) AND (
                  `t19`.`person_id` = `t30`.`person_id`
                )
              )
              OR (
                `t19`.`kind` = 'task_end'
              )
            )
        ) AS `t41`
      ) AS `t43`
      GROUP BY
        1
    ) AS `t49`
      ON `t36`.`obligation_id` = `t49`.`obligation_id`
  ) AS `t53`
) AS `t54`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t37`.`obligation_id`,
      `t37`.`criterion`,
      `t37`.`holds`,
      `t37`.`value`,
      COALESCE(`t47`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t29`.`obligation_id`,
        'checked' AS `criterion`,
        `t29`.`holds_checked` AS `holds`,
        `t29`.`value_checked` AS `value`
      FROM `t28` AS `t29`
    ) AS `t37`
    LEFT OUTER JOIN (
      SELECT
        `t42`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t42`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t30`.`obligation_id`,
            `t18`.`ref`
          FROM `t28` AS `t30`
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                `t3`.`subject_id`,
                `t3`.`counterpart_id`,
                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t3`.`on_date`) AS `day`,
                CONCAT('deliveries:', CONCAT_WS('/', COALESCE(`t3`.`delivery_id`, ''))) AS `ref`
              FROM `facts`.`deliveries` AS `t3`
              WHERE
                `t3`.`provision` = 'M11-4'
            ) AS `t10`
            WHERE
              `t10`.`day` <= AS_OF()
          ) AS `t18`
            ON `t30`.`person_id` = `t18`.`subject_id` AND `t18`.`day` = `t30`.`checked`
        ) AS `t39`
      ) AS `t42`
      GROUP BY
        1
    ) AS `t47`
      ON `t37`.`obligation_id` = `t47`.`obligation_id`
  ) AS `t51`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t29`.`obligation_id`,
      'within_due_day' AS `criterion`,
      `t29`.`holds_within_due_day` AS `holds`,
      `t29`.`value_within_due_day` AS `value`,
      '' AS `fact_refs`
    FROM `t28` AS `t29`
  ) AS `t31`
) AS `t52`
