SELECT
  `t11`.`obligation_id`,
  `t11`.`provision`,
  `t11`.`measure`,
  `t11`.`modality`,
  `t11`.`subject_kind`,
  `t11`.`subject_id`,
  `t11`.`period_start`,
  `t11`.`period_end`,
  `t11`.`quantity`,
  `t11`.`quantity_unit`,
  `t11`.`quantity_met`,
  `t11`.`due_on`,
  `t11`.`owner_unit_id`,
  `t11`.`state`,
  `t11`.`missing`,
  `t11`.`as_of`
FROM (
  SELECT
    `t10`.`person_id`,
    `t10`.`unit_id`,
    `t10`.`start`,
    `t10`.`end`,
    `t10`.`has_reason`,
    `t10`.`length`,
    `t10`.`day`,
    CONCAT_WS(
      '|',
      COALESCE('M07-2', ''),
      COALESCE('person', ''),
      COALESCE(`t10`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t10`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      ),
      COALESCE(
        CONCAT(
          DATE_FORMAT(
            CAST('1970-01-01T00:00:00' AS TIMESTAMP) + CAST(CONCAT(`t10`.`start`, ' seconds') AS INTERVAL),
            'yyyy-MM-dd'
          ),
          'T',
          DATE_FORMAT(
            CAST('1970-01-01T00:00:00' AS TIMESTAMP) + CAST(CONCAT(`t10`.`start`, ' seconds') AS INTERVAL),
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
    `t10`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t10`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t10`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(CAST(`t10`.`length` AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS `quantity`,
    'hours' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t10`.`unit_id` AS `owner_unit_id`,
    CASE
      WHEN `t10`.`length` <= (
        PARAM('roster.shift_max_normal') * 3600
      )
      THEN 'kept'
      WHEN `t10`.`has_reason`
      THEN 'excepted'
      ELSE 'breached'
    END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t10`.`length` <= (
      PARAM('roster.shift_max_normal') * 3600
    ) AS `holds_within_limit`,
    `t10`.`has_reason` AS `holds_reason_recorded`,
    CAST(CAST(CAST(`t10`.`length` AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS STRING) AS `value_within_limit`,
    CAST(`t10`.`has_reason` AS STRING) AS `value_reason_recorded`
  FROM (
    SELECT
      `t9`.`person_id`,
      `t9`.`unit_id`,
      `t9`.`start`,
      `t9`.`end`,
      `t9`.`has_reason`,
      `t9`.`end` - `t9`.`start` AS `length`,
      CAST(FLOOR((
        `t9`.`start`
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
              `t1`.`person_id`,
              `t1`.`unit_id`,
              `t1`.`start`,
              `t1`.`end`,
              `t1`.`has_reason`
            FROM `run`.`row` AS `t1`
            WHERE
              `t1`.`is_alone`
          ) AS `t3`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              `t2`.`person_id`,
              `t2`.`unit_id`,
              `t2`.`shift_start` AS `start`,
              `t2`.`end`,
              `t2`.`has_reason`
            FROM `run`.`entangled_shift` AS `t2`
          ) AS `t4`
        ) AS `t5`
        WHERE
          (
            `t5`.`end` - `t5`.`start`
          ) > (
            PARAM('roster.shift_max_normal') * 3600
          )
      ) AS `t8`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t6`.`person_id`,
          `t6`.`unit_id`,
          `t6`.`start`,
          `t6`.`end`,
          `t6`.`has_reason`
        FROM (
          SELECT
            *
          FROM `run`.`picked_row` AS `t0`
          WHERE
            NOT (
              `t0`.`in_lens`
            )
            AND `t0`.`length` > (
              PARAM('roster.shift_max_normal') * 3600
            )
        ) AS `t6`
      ) AS `t7`
    ) AS `t9`
  ) AS `t10`
) AS `t11`
