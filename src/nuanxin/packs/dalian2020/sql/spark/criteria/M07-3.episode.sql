WITH `t8` AS (
  SELECT
    `t7`.`person_id`,
    `t7`.`block`,
    `t7`.`day`,
    `t7`.`rest_from`,
    `t7`.`week_seconds`,
    `t7`.`week_long`,
    `t7`.`in_a_row`,
    `t7`.`next_start`,
    `t7`.`rested`,
    `t7`.`block_end`,
    `t7`.`unit_id`,
    CONCAT_WS(
      '|',
      COALESCE('M07-3', ''),
      COALESCE('person', ''),
      COALESCE(`t7`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t7`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      ),
      COALESCE('hours', '')
    ) AS `obligation_id`,
    'M07-3' AS `provision`,
    CAST(7 AS BIGINT) AS `measure`,
    'MUST' AS `modality`,
    'person' AS `subject_kind`,
    `t7`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t7`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(
      CAST(IF(
        (
          `t7`.`block_end` + (
            PARAM('rest.forced_hours') * 3600
          )
        ) <= (
          (
            AS_OF() + 1
          ) * 86400
        ),
        CAST(FLOOR(
          (
            `t7`.`block_end` + (
              PARAM('rest.forced_hours') * 3600
            )
          ) / (
            86400
          )
        ) AS BIGINT),
        NULL
      ) AS INT),
      ' days'
    ) AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(CAST(PARAM('rest.forced_hours') * 3600 AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS `quantity`,
    'hours' AS `quantity_unit`,
    CAST(CAST(`t7`.`rested` AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(
      CAST(CAST(FLOOR(
        (
          `t7`.`rest_from` + (
            PARAM('rest.forced_hours') * 3600
          )
        ) / (
          86400
        )
      ) AS BIGINT) AS INT),
      ' days'
    ) AS INTERVAL) AS TIMESTAMP) AS DATE) AS `due_on`,
    `t7`.`unit_id` AS `owner_unit_id`,
    CASE
      WHEN NOT (
        `t7`.`next_start` IS NULL
      )
      THEN 'breached'
      WHEN (
        `t7`.`rest_from` + (
          PARAM('rest.forced_hours') * 3600
        )
      ) <= (
        (
          AS_OF() + 1
        ) * 86400
      )
      THEN 'met'
      ELSE 'owed'
    END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t7`.`week_seconds` > (
      PARAM('rest.week_hours_max') * 3600
    ) AS `holds_week_hours_over`,
    `t7`.`in_a_row` >= PARAM('rest.duty_run_max') AS `holds_duty_days_in_a_row`,
    `t7`.`week_long` >= PARAM('rest.long_shifts_in_week') AS `holds_long_shifts_in_week`,
    `t7`.`next_start` IS NULL AS `holds_rest_unbroken`,
    (
      `t7`.`rest_from` + (
        PARAM('rest.forced_hours') * 3600
      )
    ) <= (
      (
        AS_OF() + 1
      ) * 86400
    ) AS `holds_rest_complete`,
    CAST(CAST(CAST(`t7`.`week_seconds` AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS STRING) AS `value_week_hours_over`,
    CAST(`t7`.`in_a_row` AS STRING) AS `value_duty_days_in_a_row`,
    CAST(`t7`.`week_long` AS STRING) AS `value_long_shifts_in_week`,
    CONCAT(
      DATE_FORMAT(
        CAST('1970-01-01T00:00:00' AS TIMESTAMP) + CAST(CONCAT(`t7`.`next_start`, ' seconds') AS INTERVAL),
        'yyyy-MM-dd'
      ),
      'T',
      DATE_FORMAT(
        CAST('1970-01-01T00:00:00' AS TIMESTAMP) + CAST(CONCAT(`t7`.`next_start`, ' seconds') AS INTERVAL),
        'HH:mm:ss'
      )
    ) AS `value_rest_unbroken`,
    CAST(CAST(CAST(`t7`.`rested` AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS STRING) AS `value_rest_complete`
  FROM (
    SELECT
      `t3`.`person_id`,
      `t3`.`block`,
      `t3`.`day`,
      `t3`.`rest_from`,
      `t3`.`week_seconds`,
      `t3`.`week_long`,
      `t3`.`in_a_row`,
      `t3`.`next_start`,
      `t3`.`rested`,
      `t3`.`block_end`,
      `t6`.`unit_id`
    FROM `run`.`episode` AS `t3`
    INNER JOIN (
      SELECT
        `t1`.`person_id`,
        `t1`.`unit_id`
      FROM `run`.`person` AS `t1`
    ) AS `t6`
      ON `t3`.`person_id` = `t6`.`person_id`
  ) AS `t7`
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t16`.`obligation_id`,
      `t16`.`criterion`,
      `t16`.`holds`,
      `t16`.`value`,
      COALESCE(`t30`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t9`.`obligation_id`,
        'long_shifts_in_week' AS `criterion`,
        `t9`.`holds_long_shifts_in_week` AS `holds`,
        `t9`.`value_long_shifts_in_week` AS `value`
      FROM `t8` AS `t9`
    ) AS `t16`
    LEFT OUTER JOIN (
      SELECT
        `t24`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t24`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t10`.`obligation_id`,
            `t4`.`ref`
          FROM `t8` AS `t10`
          INNER JOIN `run`.`worked_row` AS `t4`
            ON `t10`.`person_id` = `t4`.`person_id`
            AND `t4`.`day` > (
              `t10`.`day` - PARAM('rest.week_window')
            )
            AND `t4`.`day` <= `t10`.`day`
        ) AS `t21`
      ) AS `t24`
      GROUP BY
        1
    ) AS `t30`
      ON `t16`.`obligation_id` = `t30`.`obligation_id`
  ) AS `t33`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t17`.`obligation_id`,
      `t17`.`criterion`,
      `t17`.`holds`,
      `t17`.`value`,
      COALESCE(`t28`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t9`.`obligation_id`,
        'rest_unbroken' AS `criterion`,
        `t9`.`holds_rest_unbroken` AS `holds`,
        `t9`.`value_rest_unbroken` AS `value`
      FROM `t8` AS `t9`
    ) AS `t17`
    LEFT OUTER JOIN (
      SELECT
        `t23`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t23`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t10`.`obligation_id`,
            `t4`.`ref`
          FROM `t8` AS `t10`
          INNER JOIN `run`.`worked_row` AS `t4`
            ON `t10`.`person_id` = `t4`.`person_id`
            AND `t4`.`start` >= `t10`.`rest_from`
            AND `t4`.`start` <= `t10`.`next_start`
        ) AS `t20`
      ) AS `t23`
      GROUP BY
        1
    ) AS `t28`
      ON `t17`.`obligation_id` = `t28`.`obligation_id`
  ) AS `t32`
) AS `t36`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t9`.`obligation_id`,
      'rest_complete' AS `criterion`,
      `t9`.`holds_rest_complete` AS `holds`,
      `t9`.`value_rest_complete` AS `value`,
      '' AS `fact_refs`
    FROM `t8` AS `t9`
  ) AS `t11`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t18`.`obligation_id`,
        `t18`.`criterion`,
        `t18`.`holds`,
        `t18`.`value`,
        COALESCE(`t30`.`fact_refs`, '') AS `fact_refs`
      FROM (
        SELECT
          `t9`.`obligation_id`,
          'week_hours_over' AS `criterion`,
          `t9`.`holds_week_hours_over` AS `holds`,
          `t9`.`value_week_hours_over` AS `value`
        FROM `t8` AS `t9`
      ) AS `t18`
      LEFT OUTER JOIN (
        SELECT
          `t24`.`obligation_id`,
          ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t24`.`ref`)), ';') AS `fact_refs`
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              `t10`.`obligation_id`,
              `t4`.`ref`
            FROM `t8` AS `t10`
            INNER JOIN `run`.`worked_row` AS `t4`
              ON `t10`.`person_id` = `t4`.`person_id`
              AND `t4`.`day` > (
                `t10`.`day` - PARAM('rest.week_window')
              )
              AND `t4`.`day` <= `t10`.`day`
          ) AS `t21`
        ) AS `t24`
        GROUP BY
          1
      ) AS `t30`
        ON `t18`.`obligation_id` = `t30`.`obligation_id`
    ) AS `t34`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t19`.`obligation_id`,
        `t19`.`criterion`,
        `t19`.`holds`,
        `t19`.`value`,
        COALESCE(`t31`.`fact_refs`, '') AS `fact_refs`
      FROM (
        SELECT
          `t9`.`obligation_id`,
          'duty_days_in_a_row' AS `criterion`,
          `t9`.`holds_duty_days_in_a_row` AS `holds`,
          `t9`.`value_duty_days_in_a_row` AS `value`
        FROM `t8` AS `t9`
      ) AS `t19`
      LEFT OUTER JOIN (
        SELECT
          `t25`.`obligation_id`,
          ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t25`.`ref`)), ';') AS `fact_refs`
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              `t10`.`obligation_id`,
              `t4`.`ref`
            FROM `t8` AS `t10`
            INNER JOIN `run`.`worked_row` AS `t4`
              ON `t10`.`person_id` = `t4`.`person_id`
              AND `t4`.`day` > (
                `t10`.`day` - `t10`.`in_a_row`
              )
              AND `t4`.`day` <= `t10`.`day`
          ) AS `t22`
        ) AS `t25`
        GROUP BY
          1
      ) AS `t31`
        ON `t19`.`obligation_id` = `t31`.`obligation_id`
    ) AS `t35`
  ) AS `t37`
) AS `t38`
