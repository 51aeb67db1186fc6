WITH `t11` AS (
  SELECT
    *
  FROM (
    SELECT
      `t3`.`delivery_id`,
      `t3`.`subject_id`,
      `t3`.`counterpart_id`,
      DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t3`.`on_date`) AS `day`,
      DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t3`.`period_start`) AS `named`,
      `t3`.`quantity` AS `amount`,
      CONCAT(
        'deliveries:',
        CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t3`.`delivery_id`, ''), '%', '%25'), ';', '%3B'))
      ) AS `ref`
    FROM `facts`.`deliveries` AS `t3`
    WHERE
      `t3`.`provision` = 'M09-2'
  ) AS `t9`
  WHERE
    `t9`.`day` <= AS_OF()
), `t22` AS (
  SELECT
    `t21`.`unit_id`,
    `t21`.`month`,
    `t21`.`days`,
    `t21`.`people`,
    `t21`.`first_day`,
    `t21`.`last_day`,
    `t21`.`approved`,
    CONCAT_WS(
      '|',
      COALESCE('M09-2', ''),
      COALESCE('unit', ''),
      COALESCE(`t21`.`unit_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t21`.`first_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M09-2' AS `provision`,
    CAST(9 AS BIGINT) AS `measure`,
    'MAY' AS `modality`,
    'unit' AS `subject_kind`,
    `t21`.`unit_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t21`.`first_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t21`.`last_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(IF(
      IF(PARAM('pay.increment_daily') > 0, TRUE, NULL) IS NULL,
      `t21`.`days`,
      CAST(FLOOR((
        `t21`.`days` * PARAM('pay.increment_daily') * 100
      ) / (
        1
      )) AS BIGINT)
    ) AS DECIMAL(18, 4)) AS `quantity`,
    IF(IF(PARAM('pay.increment_daily') > 0, TRUE, NULL) IS NULL, 'days', 'fen') AS `quantity_unit`,
    IF(
      (
        IF(PARAM('pay.increment_daily') > 0, TRUE, NULL) IS NULL
      )
      OR NOT (
        `t21`.`approved` IS NOT NULL
      ),
      NULL,
      LEAST(
        `t21`.`approved`,
        CAST(CAST(FLOOR((
          `t21`.`days` * PARAM('pay.increment_daily') * 100
        ) / (
          1
        )) AS BIGINT) AS DECIMAL(18, 4))
      )
    ) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t21`.`unit_id` AS `owner_unit_id`,
    CASE
      WHEN `t21`.`approved` IS NOT NULL
      THEN 'met'
      WHEN IF(PARAM('pay.increment_daily') > 0, TRUE, NULL) IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS `state`,
    IF(
      (
        IF(PARAM('pay.increment_daily') > 0, TRUE, NULL) IS NULL
      )
      AND NOT (
        `t21`.`approved` IS NOT NULL
      ),
      'increment rate',
      CAST(NULL AS STRING)
    ) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t21`.`days` > 0 AS `holds_qualifying_days`,
    `t21`.`people` > 0 AS `holds_people_with_days`,
    IF(PARAM('pay.increment_daily') > 0, TRUE, NULL) AS `holds_rate_known`,
    `t21`.`approved` IS NOT NULL AS `holds_approved`,
    CAST(`t21`.`days` AS STRING) AS `value_qualifying_days`,
    CAST(`t21`.`people` AS STRING) AS `value_people_with_days`,
    CAST(PARAM('pay.increment_daily') AS STRING) AS `value_rate_known`,
    CAST(`t21`.`approved` AS STRING) AS `value_approved`
  FROM (
    SELECT
      `t20`.`unit_id`,
      `t20`.`month`,
      `t20`.`days`,
      `t20`.`people`,
      `t20`.`first_day`,
      `t20`.`last_day`,
      `t20`.`approved`
    FROM (
      SELECT
        `t14`.`unit_id`,
        `t14`.`month`,
        `t14`.`days`,
        `t14`.`people`,
        `t6`.`first_day`,
        `t6`.`last_day`,
        `t19`.`unit_id` AS `unit_id_right`,
        `t19`.`month` AS `month_right`,
        `t19`.`approved`
      FROM (
        SELECT
          `t10`.`unit_id`,
          `t10`.`month`,
          SUM(`t10`.`days`) AS `days`,
          SUM(`t10`.`people`) AS `people`
        FROM (
          SELECT
            `t4`.`unit_id`,
            `t4`.`month`,
            `t4`.`days`,
            `t4`.`people`
          FROM `run`.`qualifying_unit` AS `t4`
          LEFT SEMI JOIN (
            SELECT
              `t2`.`unit_id`
            FROM `facts`.`units` AS `t2`
            WHERE
              `t2`.`kind` IN ('public_institution', 'hospital', 'school')
          ) AS `t8`
            ON `t4`.`unit_id` = `t8`.`unit_id`
        ) AS `t10`
        GROUP BY
          1,
          2
      ) AS `t14`
      INNER JOIN (
        SELECT
          `t0`.`month`,
          `t0`.`first_day`,
          `t0`.`last_day`
        FROM `run`.`month` AS `t0`
      ) AS `t6`
        ON `t14`.`month` = `t6`.`month`
      LEFT OUTER JOIN (
        SELECT
          `t15`.`unit_id`,
          `t15`.`month`,
          CAST(SUM(COALESCE(`t15`.`amount`, 0)) AS DECIMAL(18, 4)) AS `approved`
        FROM (
          SELECT
            `t13`.`delivery_id`,
            `t13`.`subject_id`,
            `t13`.`counterpart_id`,
            `t13`.`day`,
            `t13`.`named`,
            `t13`.`amount`,
            `t13`.`ref`,
            COALESCE(
              (
                (
                  EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t13`.`named` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 12
                ) + EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t13`.`named` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
              ) - 1,
              (
                (
                  (
                    EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t13`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 12
                  ) + EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t13`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
                ) - 1
              ) - 1
            ) AS `month`,
            `t13`.`subject_id` AS `unit_id`
          FROM `t11` AS `t13`
        ) AS `t15`
        GROUP BY
          1,
          2
      ) AS `t19`
        ON `t14`.`unit_id` = `t19`.`unit_id` AND `t14`.`month` = `t19`.`month`
    ) AS `t20`
  ) AS `t21`
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t23`.`obligation_id`,
      'qualifying_days' AS `criterion`,
      `t23`.`holds_qualifying_days` AS `holds`,
      `t23`.`value_qualifying_days` AS `value`,
      '' AS `fact_refs`
    FROM `t22` AS `t23`
  ) AS `t25`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t23`.`obligation_id`,
      'people_with_days' AS `criterion`,
      `t23`.`holds_people_with_days` AS `holds`,
      `t23`.`value_people_with_days` AS `value`,
      '' AS `fact_refs`
    FROM `t22` AS `t23`
  ) AS `t26`
) AS `t29`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t23`.`obligation_id`,
      'rate_known' AS `criterion`,
      `t23`.`holds_rate_known` AS `holds`,
      `t23`.`value_rate_known` AS `value`,
      '' AS `fact_refs`
    FROM `t22` AS `t23`
  ) AS `t27`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t30`.`obligation_id`,
      `t30`.`criterion`,
      `t30`.`holds`,
      `t30`.`value`,
      COALESCE(`t34`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t23`.`obligation_id`,
        'approved' AS `criterion`,
        `t23`.`holds_approved` AS `holds`,
        `t23`.`value_approved` AS `value`
      FROM `t22` AS `t23`
    ) AS `t30`
    LEFT OUTER JOIN (
      SELECT
        `t32`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t32`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t24`.`obligation_id`,
            `t17`.`ref`
          FROM `t22` AS `t24`
          INNER JOIN (
            SELECT
              `t13`.`delivery_id`,
              `t13`.`subject_id`,
              `t13`.`counterpart_id`,
              `t13`.`day`,
              `t13`.`named`,
              `t13`.`amount`,
              `t13`.`ref`,
              COALESCE(
                (
                  (
                    EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t13`.`named` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 12
                  ) + EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t13`.`named` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
                ) - 1,
                (
                  (
                    (
                      EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t13`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 12
                    ) + EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t13`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
                  ) - 1
                ) - 1
              ) AS `month`
            FROM `t11` AS `t13`
          ) AS `t17`
            ON `t24`.`unit_id` = `t17`.`subject_id` AND `t24`.`month` = `t17`.`month`
        ) AS `t31`
      ) AS `t32`
      GROUP BY
        1
    ) AS `t34`
      ON `t30`.`obligation_id` = `t34`.`obligation_id`
  ) AS `t35`
) AS `t36`
