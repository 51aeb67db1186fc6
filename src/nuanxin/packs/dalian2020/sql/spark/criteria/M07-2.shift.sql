WITH `t13` AS (
  SELECT
    `t12`.`person_id`,
    `t12`.`unit_id`,
    `t12`.`start`,
    `t12`.`end`,
    `t12`.`has_reason`,
    `t12`.`length`,
    `t12`.`day`,
    CONCAT_WS(
      '|',
      COALESCE('M07-2', ''),
      COALESCE('person', ''),
      COALESCE(`t12`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t12`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      ),
      COALESCE(
        CONCAT(
          DATE_FORMAT(
            CAST('1970-01-01T00:00:00' AS TIMESTAMP) + CAST(CONCAT(`t12`.`start`, ' seconds') AS INTERVAL),
            'yyyy-MM-dd'
          ),
          'T',
          DATE_FORMAT(
            CAST('1970-01-01T00:00:00' AS TIMESTAMP) + CAST(CONCAT(`t12`.`start`, ' seconds') AS INTERVAL),
            'HH:mm:ss'
          )
        ),
        ''
      )
    ) AS `obligation_id`,
    'M07-2' AS `provision`,
    CAST(7 AS BIGINT) AS `measure`,
    'NORMALLY' AS `modality`,
    'person' AS `subject_kind`,
    `t12`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t12`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t12`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(CAST(`t12`.`length` AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS `quantity`,
    'hours' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t12`.`unit_id` AS `owner_unit_id`,
    CASE
      WHEN `t12`.`length` <= (
        PARAM('roster.shift_max_normal') * 3600
      )
      THEN 'kept'
      WHEN `t12`.`has_reason`
      THEN 'excepted'
      ELSE 'breached'
    END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t12`.`length` <= (
      PARAM('roster.shift_max_normal') * 3600
    ) AS `holds_within_limit`,
    `t12`.`has_reason` AS `holds_reason_recorded`,
    CAST(CAST(CAST(`t12`.`length` AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS STRING) AS `value_within_limit`,
    CAST(`t12`.`has_reason` AS STRING) AS `value_reason_recorded`
  FROM (
    SELECT
      `t11`.`person_id`,
      `t11`.`unit_id`,
      `t11`.`start`,
      `t11`.`end`,
      `t11`.`has_reason`,
      `t11`.`end` - `t11`.`start` AS `length`,
      CAST(FLOOR((
        `t11`.`start`
      ) / (
        86400
      )) AS BIGINT) AS `day`
    FROM (
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
              `t2`.`person_id`,
              `t2`.`unit_id`,
              `t2`.`start`,
              `t2`.`end`,
              `t2`.`has_reason`
            FROM `run`.`row` AS `t2`
            WHERE
              `t2`.`is_alone`
          ) AS `t5`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              `t3`.`person_id`,
              `t3`.`unit_id`,
              `t3`.`shift_start` AS `start`,
              `t3`.`end`,
              `t3`.`has_reason`
            FROM `run`.`entangled_shift` AS `t3`
          ) AS `t6`
        ) AS `t7`
        WHERE
          (
            `t7`.`end` - `t7`.`start`
          ) > (
            PARAM('roster.shift_max_normal') * 3600
          )
      ) AS `t10`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t8`.`person_id`,
          `t8`.`unit_id`,
          `t8`.`start`,
          `t8`.`end`,
          `t8`.`has_reason`
        FROM (
          SELECT
            *
          FROM `run`.`picked_row` AS `t1`
          WHERE
            NOT (
              `t1`.`in_lens`
            )
            AND `t1`.`length` > (
              PARAM('roster.shift_max_normal') * 3600
            )
        ) AS `t8`
      ) AS `t9`
    ) AS `t11`
  ) AS `t12`
)
SELECT
  *
FROM (
  SELECT
    `t18`.`obligation_id`,
    `t18`.`criterion`,
    `t18`.`holds`,
    `t18`.`value`,
    COALESCE(`t23`.`fact_refs`, '') AS `fact_refs`
  FROM (
    SELECT
      `t14`.`obligation_id`,
      'within_limit' AS `criterion`,
      `t14`.`holds_within_limit` AS `holds`,
      `t14`.`value_within_limit` AS `value`
    FROM `t13` AS `t14`
  ) AS `t18`
  LEFT OUTER JOIN (
    SELECT
      `t21`.`obligation_id`,
      ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t21`.`ref`)), ';') AS `fact_refs`
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          `t15`.`obligation_id`,
          `t4`.`ref`
        FROM `t13` AS `t15`
        INNER JOIN `run`.`worked_row` AS `t4`
          ON `t15`.`person_id` = `t4`.`person_id`
          AND `t4`.`start` >= `t15`.`start`
          AND `t4`.`end` <= `t15`.`end`
      ) AS `t20`
    ) AS `t21`
    GROUP BY
      1
  ) AS `t23`
    ON `t18`.`obligation_id` = `t23`.`obligation_id`
) AS `t24`
UNION ALL
SELECT
  *
FROM (
  SELECT
    `t19`.`obligation_id`,
    `t19`.`criterion`,
    `t19`.`holds`,
    `t19`.`value`,
    COALESCE(`t23`.`fact_refs`, '') AS `fact_refs`
  FROM (
    SELECT
      `t14`.`obligation_id`,
      'reason_recorded' AS `criterion`,
      `t14`.`holds_reason_recorded` AS `holds`,
      `t14`.`value_reason_recorded` AS `value`
    FROM `t13` AS `t14`
  ) AS `t19`
  LEFT OUTER JOIN (
    SELECT
      `t21`.`obligation_id`,
      ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t21`.`ref`)), ';') AS `fact_refs`
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          `t15`.`obligation_id`,
          `t4`.`ref`
        FROM `t13` AS `t15`
        INNER JOIN `run`.`worked_row` AS `t4`
          ON `t15`.`person_id` = `t4`.`person_id`
          AND `t4`.`start` >= `t15`.`start`
          AND `t4`.`end` <= `t15`.`end`
      ) AS `t20`
    ) AS `t21`
    GROUP BY
      1
  ) AS `t23`
    ON `t19`.`obligation_id` = `t23`.`obligation_id`
) AS `t25`
