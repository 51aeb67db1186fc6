WITH `t16` AS (
  SELECT
    `t13`.`person_id`,
    `t13`.`payer`,
    `t13`.`month`,
    `t13`.`days`,
    `t13`.`by_contact`,
    `t13`.`by_place`,
    `t13`.`first_day`,
    `t13`.`last_day`,
    CONCAT_WS(
      '|',
      COALESCE('M09-1', ''),
      COALESCE('person', ''),
      COALESCE(`t13`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t13`.`first_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      ),
      COALESCE(`t13`.`payer`, ''),
      COALESCE('days', '')
    ) AS `obligation_id`,
    'M09-1' AS `provision`,
    CAST(9 AS BIGINT) AS `measure`,
    'MUST' AS `modality`,
    'person' AS `subject_kind`,
    `t13`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t13`.`first_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t13`.`last_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(`t13`.`days` AS DECIMAL(18, 4)) AS `quantity`,
    'days' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t13`.`payer` AS `owner_unit_id`,
    'unknown' AS `state`,
    CASE
      WHEN `t13`.`by_place` AND `t13`.`by_contact`
      THEN 'aid_place;contact_confirmed'
      WHEN `t13`.`by_place`
      THEN 'aid_place'
      ELSE 'contact_confirmed'
    END AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    NOT (
      `t13`.`by_contact`
    ) AS `holds_contact_known`,
    NOT (
      `t13`.`by_place`
    ) AS `holds_aid_place_known`,
    CAST(`t13`.`days` AS STRING) AS `value_contact_known`,
    IF(`t13`.`by_place`, '', CAST(NULL AS STRING)) AS `value_aid_place_known`
  FROM (
    SELECT
      `t5`.`person_id`,
      `t5`.`payer`,
      `t5`.`month`,
      `t5`.`days`,
      `t5`.`by_contact`,
      `t5`.`by_place`,
      `t9`.`first_day`,
      `t9`.`last_day`
    FROM `run`.`settlement` AS `t5`
    INNER JOIN (
      SELECT
        `t1`.`month`,
        `t1`.`first_day`,
        `t1`.`last_day`
      FROM `run`.`month` AS `t1`
    ) AS `t9`
      ON `t5`.`month` = `t9`.`month`
  ) AS `t13`
)
SELECT
  *
FROM (
  SELECT
    `t21`.`obligation_id`,
    `t21`.`criterion`,
    `t21`.`holds`,
    `t21`.`value`,
    COALESCE(`t29`.`fact_refs`, '') AS `fact_refs`
  FROM (
    SELECT
      `t17`.`obligation_id`,
      'contact_known' AS `criterion`,
      `t17`.`holds_contact_known` AS `holds`,
      `t17`.`value_contact_known` AS `value`
    FROM `t16` AS `t17`
  ) AS `t21`
  LEFT OUTER JOIN (
    SELECT
      `t25`.`obligation_id`,
      ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t25`.`ref`)), ';') AS `fact_refs`
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          `t18`.`obligation_id`,
          `t11`.`ref`
        FROM `t16` AS `t18`
        INNER JOIN (
          SELECT
            `t2`.`person_id`,
            `t2`.`day`,
            CONCAT('attendance:', `t2`.`attendance_id`) AS `ref`
          FROM `run`.`row` AS `t2`
          WHERE
            `t2`.`contact_confirmed` IS NULL
        ) AS `t11`
          ON `t18`.`person_id` = `t11`.`person_id`
          AND `t11`.`day` >= `t18`.`first_day`
          AND `t11`.`day` <= `t18`.`last_day`
      ) AS `t23`
    ) AS `t25`
    GROUP BY
      1
  ) AS `t29`
    ON `t21`.`obligation_id` = `t29`.`obligation_id`
) AS `t31`
UNION ALL
SELECT
  *
FROM (
  SELECT
    `t22`.`obligation_id`,
    `t22`.`criterion`,
    `t22`.`holds`,
    `t22`.`value`,
    COALESCE(`t30`.`fact_refs`, '') AS `fact_refs`
  FROM (
    SELECT
      `t17`.`obligation_id`,
      'aid_place_known' AS `criterion`,
      `t17`.`holds_aid_place_known` AS `holds`,
      `t17`.`value_aid_place_known` AS `value`
    FROM `t16` AS `t17`
  ) AS `t22`
  LEFT OUTER JOIN (
    SELECT
      `t26`.`obligation_id`,
      ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t26`.`ref`)), ';') AS `fact_refs`
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          `t18`.`obligation_id`,
          `t15`.`ref`
        FROM `t16` AS `t18`
        INNER JOIN (
          SELECT
            `t12`.`person_id`,
            DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t12`.`start_date`) AS `start`,
            CONCAT('spells:', `t12`.`spell_id`) AS `ref`
          FROM (
            SELECT
              `t6`.`spell_id`,
              `t6`.`person_id`,
              `t6`.`post_id`,
              `t6`.`arranged_by`,
              `t6`.`start_date`,
              `t6`.`end_date`,
              `t6`.`mission`,
              `t6`.`aid_place`,
              `t6`.`treats_confirmed`
            FROM `facts`.`spells` AS `t6`
            LEFT SEMI JOIN `run`.`scope` AS `t7`
              ON `t6`.`person_id` = `t7`.`person_id`
          ) AS `t12`
          WHERE
            `t12`.`mission` = 'aid' AND `t12`.`aid_place` IS NULL
        ) AS `t15`
          ON `t18`.`by_place`
          AND `t18`.`person_id` = `t15`.`person_id`
          AND `t15`.`start` <= `t18`.`last_day`
      ) AS `t24`
    ) AS `t26`
    GROUP BY
      1
  ) AS `t30`
    ON `t22`.`obligation_id` = `t30`.`obligation_id`
) AS `t32`
