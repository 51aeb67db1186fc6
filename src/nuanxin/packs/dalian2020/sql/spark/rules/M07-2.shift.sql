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
    `t9`.`start`,
    `t9`.`end`,
    `t9`.`has_reason`,
    `t9`.`length`,
    `t9`.`day`,
    CONCAT_WS(
      '|',
      COALESCE('M07-2', ''),
      COALESCE('person', ''),
      COALESCE(`t9`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t9`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      ),
      COALESCE(
        CONCAT(
          DATE_FORMAT(
            CAST('1970-01-01T00:00:00' AS TIMESTAMP) + CAST(CONCAT(`t9`.`start`, ' seconds') AS INTERVAL),
            'yyyy-MM-dd'
          ),
          'T',
          DATE_FORMAT(
            CAST('1970-01-01T00:00:00' AS TIMESTAMP) + CAST(CONCAT(`t9`.`start`, ' seconds') AS INTERVAL),
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
    `t9`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t9`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t9`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(CAST(`t9`.`length` AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS `quantity`,
    'hours' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t9`.`unit_id` AS `owner_unit_id`,
    CASE
      WHEN `t9`.`length` <= (
        PARAM('roster.shift_max_normal') * 3600
      )
      THEN 'kept'
      WHEN `t9`.`has_reason`
      THEN 'excepted'
      ELSE 'breached'
    END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t9`.`length` <= (
      PARAM('roster.shift_max_normal') * 3600
    ) AS `holds_within_limit`,
    `t9`.`has_reason` AS `holds_reason_recorded`,
    CAST(CAST(CAST(`t9`.`length` AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS STRING) AS `value_within_limit`,
    CAST(`t9`.`has_reason` AS STRING) AS `value_reason_recorded`
  FROM (
    SELECT
      `t8`.`person_id`,
      `t8`.`unit_id`,
      `t8`.`start`,
      `t8`.`end`,
      `t8`.`has_reason`,
      `t8`.`end` - `t8`.`start` AS `length`,
      CAST((
        `t8`.`start` - (
          `t8`.`start` % 86400
        )
      ) / 86400 AS BIGINT) AS `day`
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
          ) AS `t4`
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
          ) AS `t5`
        ) AS `t6`
        WHERE
          (
            `t6`.`end` - `t6`.`start`
          ) > (
            PARAM('roster.shift_max_normal') * 3600
          )
      ) AS `t7`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM `run`.`long_row` AS `t0`
      ) AS `t3`
    ) AS `t8`
  ) AS `t9`
) AS `t10`
