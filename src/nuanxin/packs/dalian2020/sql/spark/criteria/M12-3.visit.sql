WITH `t11` AS (
  SELECT
    `t0`.`person_id`,
    `t0`.`unit_id`,
    `t0`.`start`,
    `t0`.`last_day`,
    `t0`.`is_open`,
    `t0`.`next_start`,
    `t0`.`k`,
    `t0`.`due`,
    `t0`.`begin`,
    `t0`.`named_on`,
    `t0`.`visited`,
    CONCAT_WS(
      '|',
      COALESCE('M12-3', ''),
      COALESCE('person', ''),
      COALESCE(`t0`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t0`.`begin` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M12-3' AS `provision`,
    CAST(12 AS BIGINT) AS `measure`,
    'MUST' AS `modality`,
    'person' AS `subject_kind`,
    `t0`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t0`.`begin` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t0`.`due` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(IF(`t0`.`visited` IS NOT NULL, 1, 0) AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t0`.`due` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `due_on`,
    `t0`.`unit_id` AS `owner_unit_id`,
    CASE
      WHEN `t0`.`visited` IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= `t0`.`due`
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    (
      (
        `t0`.`last_day` - `t0`.`start`
      ) + 1
    ) > 0 AS `holds_at_the_front`,
    `t0`.`k` >= 0 AS `holds_number_of_visit`,
    `t0`.`visited` IS NOT NULL AS `holds_visited`,
    AS_OF() <= `t0`.`due` AS `holds_within_due_day`,
    CAST((
      `t0`.`last_day` - `t0`.`start`
    ) + 1 AS STRING) AS `value_at_the_front`,
    CAST(`t0`.`k` + 1 AS STRING) AS `value_number_of_visit`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t0`.`visited` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_visited`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t0`.`due` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_within_due_day`
  FROM `run`.`visit` AS `t0`
)
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
      COALESCE(`t26`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t12`.`obligation_id`,
        'at_the_front' AS `criterion`,
        `t12`.`holds_at_the_front` AS `holds`,
        `t12`.`value_at_the_front` AS `value`
      FROM `t11` AS `t12`
    ) AS `t18`
    LEFT OUTER JOIN (
      SELECT
        `t22`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t22`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t13`.`obligation_id`,
            `t8`.`ref`
          FROM `t11` AS `t13`
          INNER JOIN (
            SELECT
              `t4`.`person_id`,
              `t4`.`arranged_by`,
              DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t4`.`start_date`) AS `start`,
              COALESCE(DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t4`.`end_date`), AS_OF()) AS `last_day`,
              CONCAT('spells:', CONCAT_WS('/', COALESCE(`t4`.`spell_id`, ''))) AS `ref`
            FROM `facts`.`spells` AS `t4`
            LEFT SEMI JOIN `run`.`scope` AS `t5`
              ON `t4`.`person_id` = `t5`.`person_id`
          ) AS `t8`
            ON `t13`.`person_id` = `t8`.`person_id`
            AND `t8`.`start` >= `t13`.`start`
            AND `t8`.`start` <= `t13`.`last_day`
        ) AS `t20`
      ) AS `t22`
      GROUP BY
        1
    ) AS `t26`
      ON `t18`.`obligation_id` = `t26`.`obligation_id`
  ) AS `t28`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t12`.`obligation_id`,
      'number_of_visit' AS `criterion`,
      `t12`.`holds_number_of_visit` AS `holds`,
      `t12`.`value_number_of_visit` AS `value`,
      '' AS `fact_refs`
    FROM `t11` AS `t12`
  ) AS `t14`
) AS `t30`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t19`.`obligation_id`,
      `t19`.`criterion`,
      `t19`.`holds`,
      `t19`.`value`,
      COALESCE(`t27`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t12`.`obligation_id`,
        'visited' AS `criterion`,
        `t12`.`holds_visited` AS `holds`,
        `t12`.`value_visited` AS `value`
      FROM `t11` AS `t12`
    ) AS `t19`
    LEFT OUTER JOIN (
      SELECT
        `t23`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t23`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t13`.`obligation_id`,
            `t10`.`ref`
          FROM `t11` AS `t13`
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                `t2`.`subject_id`,
                `t2`.`counterpart_id`,
                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t2`.`on_date`) AS `day`,
                CONCAT('deliveries:', CONCAT_WS('/', COALESCE(`t2`.`delivery_id`, ''))) AS `ref`
              FROM `facts`.`deliveries` AS `t2`
              WHERE
                `t2`.`provision` = 'M12-3'
            ) AS `t6`
            WHERE
              `t6`.`day` <= AS_OF()
          ) AS `t10`
            ON `t13`.`person_id` = `t10`.`subject_id` AND `t10`.`day` = `t13`.`visited`
        ) AS `t21`
      ) AS `t23`
      GROUP BY
        1
    ) AS `t27`
      ON `t19`.`obligation_id` = `t27`.`obligation_id`
  ) AS `t29`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t12`.`obligation_id`,
      'within_due_day' AS `criterion`,
      `t12`.`holds_within_due_day` AS `holds`,
      `t12`.`value_within_due_day` AS `value`,
      '' AS `fact_refs`
    FROM `t11` AS `t12`
  ) AS `t15`
) AS `t31`
