WITH `t8` AS (
  SELECT
    `t5`.`harm_id`,
    `t5`.`person_id`,
    `t5`.`arises_from_duty`,
    `t5`.`recognised`,
    `t5`.`day`,
    `t5`.`filed`,
    `t5`.`decided`,
    `t5`.`paid`,
    `t5`.`ref`,
    `t5`.`unit_id`,
    `t5`.`is_volunteer`,
    CONCAT_WS(
      '|',
      COALESCE('M10-2', ''),
      COALESCE('person', ''),
      COALESCE(`t5`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t5`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      ),
      COALESCE(`t5`.`harm_id`, '')
    ) AS `obligation_id`,
    'M10-2' AS `provision`,
    CAST(10 AS BIGINT) AS `measure`,
    'MUST' AS `modality`,
    'person' AS `subject_kind`,
    `t5`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t5`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t5`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t5`.`unit_id` AS `owner_unit_id`,
    'unknown' AS `state`,
    'employment link' AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t5`.`arises_from_duty` AS `holds_arises_from_duty`,
    CAST(NULL AS BOOLEAN) AS `holds_employment_link`,
    CAST(`t5`.`arises_from_duty` AS STRING) AS `value_arises_from_duty`,
    CAST(`t5`.`is_volunteer` AS STRING) AS `value_employment_link`,
    `t5`.`ref` AS `refs_arises_from_duty`
  FROM (
    SELECT
      *
    FROM `run`.`harm` AS `t0`
    WHERE
      `t0`.`is_volunteer` AND COALESCE(`t0`.`arises_from_duty`, TRUE)
  ) AS `t5`
)
SELECT
  *
FROM (
  SELECT
    `t9`.`obligation_id`,
    'arises_from_duty' AS `criterion`,
    `t9`.`holds_arises_from_duty` AS `holds`,
    `t9`.`value_arises_from_duty` AS `value`,
    COALESCE(`t9`.`refs_arises_from_duty`, '') AS `fact_refs`
  FROM `t8` AS `t9`
) AS `t12`
UNION ALL
SELECT
  *
FROM (
  SELECT
    `t13`.`obligation_id`,
    `t13`.`criterion`,
    `t13`.`holds`,
    `t13`.`value`,
    COALESCE(`t17`.`fact_refs`, '') AS `fact_refs`
  FROM (
    SELECT
      `t9`.`obligation_id`,
      'employment_link' AS `criterion`,
      `t9`.`holds_employment_link` AS `holds`,
      `t9`.`value_employment_link` AS `value`
    FROM `t8` AS `t9`
  ) AS `t13`
  LEFT OUTER JOIN (
    SELECT
      `t15`.`obligation_id`,
      ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t15`.`ref`)), ';') AS `fact_refs`
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          `t10`.`obligation_id`,
          `t7`.`ref`
        FROM `t8` AS `t10`
        INNER JOIN (
          SELECT
            `t3`.`person_id`,
            CONCAT('people:', CONCAT_WS('/', COALESCE(`t3`.`person_id`, ''))) AS `ref`
          FROM `facts`.`people` AS `t3`
          LEFT SEMI JOIN `run`.`scope` AS `t4`
            ON `t3`.`person_id` = `t4`.`person_id`
        ) AS `t7`
          ON `t10`.`person_id` = `t7`.`person_id`
      ) AS `t14`
    ) AS `t15`
    GROUP BY
      1
  ) AS `t17`
    ON `t13`.`obligation_id` = `t17`.`obligation_id`
) AS `t18`
