WITH `t2` AS (
  SELECT
    `t1`.`harm_id`,
    `t1`.`person_id`,
    `t1`.`kind`,
    `t1`.`arises_from_duty`,
    `t1`.`recognised`,
    `t1`.`day`,
    `t1`.`filed`,
    `t1`.`decided`,
    `t1`.`clarified`,
    `t1`.`ref`,
    `t1`.`unit_id`,
    `t1`.`is_medical`,
    CONCAT_WS(
      '|',
      COALESCE('M10-1', ''),
      COALESCE('person', ''),
      COALESCE(`t1`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t1`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      ),
      COALESCE(`t1`.`harm_id`, ''),
      COALESCE('report', '')
    ) AS `obligation_id`,
    'M10-1' AS `provision`,
    CAST(10 AS BIGINT) AS `measure`,
    'MUST' AS `modality`,
    'person' AS `subject_kind`,
    `t1`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t1`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(
      CAST(`t1`.`day` + CAST(FLOOR((
        PARAM('safety.unit_report_within')
      ) / (
        24
      )) AS BIGINT) AS INT),
      ' days'
    ) AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(IF(`t1`.`filed` IS NOT NULL, 1, 0) AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(
      CAST(`t1`.`day` + CAST(FLOOR((
        PARAM('safety.unit_report_within')
      ) / (
        24
      )) AS BIGINT) AS INT),
      ' days'
    ) AS INTERVAL) AS TIMESTAMP) AS DATE) AS `due_on`,
    `t1`.`unit_id` AS `owner_unit_id`,
    CASE
      WHEN `t1`.`filed` IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= (
          `t1`.`day` + CAST(FLOOR((
            PARAM('safety.unit_report_within')
          ) / (
            24
          )) AS BIGINT)
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t1`.`arises_from_duty` AS `holds_arises_from_duty`,
    `t1`.`filed` IS NOT NULL AS `holds_reported`,
    AS_OF() <= (
      `t1`.`day` + CAST(FLOOR((
        PARAM('safety.unit_report_within')
      ) / (
        24
      )) AS BIGINT)
    ) AS `holds_within_due_day`,
    CAST(`t1`.`arises_from_duty` AS STRING) AS `value_arises_from_duty`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t1`.`filed` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_reported`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(
      CAST(`t1`.`day` + CAST(FLOOR((
        PARAM('safety.unit_report_within')
      ) / (
        24
      )) AS BIGINT) AS INT),
      ' days'
    ) AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_within_due_day`,
    `t1`.`ref` AS `refs_arises_from_duty`,
    `t1`.`ref` AS `refs_reported`
  FROM (
    SELECT
      *
    FROM `run`.`incident` AS `t0`
    WHERE
      `t0`.`kind` = 'violence' AND `t0`.`arises_from_duty`
  ) AS `t1`
)
SELECT
  *
FROM (
  SELECT
    `t3`.`obligation_id`,
    'within_due_day' AS `criterion`,
    `t3`.`holds_within_due_day` AS `holds`,
    `t3`.`value_within_due_day` AS `value`,
    '' AS `fact_refs`
  FROM `t2` AS `t3`
) AS `t4`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t3`.`obligation_id`,
      'arises_from_duty' AS `criterion`,
      `t3`.`holds_arises_from_duty` AS `holds`,
      `t3`.`value_arises_from_duty` AS `value`,
      COALESCE(`t3`.`refs_arises_from_duty`, '') AS `fact_refs`
    FROM `t2` AS `t3`
  ) AS `t5`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t3`.`obligation_id`,
      'reported' AS `criterion`,
      `t3`.`holds_reported` AS `holds`,
      `t3`.`value_reported` AS `value`,
      COALESCE(`t3`.`refs_reported`, '') AS `fact_refs`
    FROM `t2` AS `t3`
  ) AS `t6`
) AS `t7`
