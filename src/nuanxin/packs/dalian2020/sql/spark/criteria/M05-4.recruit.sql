WITH `t20` AS (
  SELECT
    `t19`.`unit_id`,
    `t19`.`call`,
    `t19`.`refs`,
    `t19`.`asked`,
    `t19`.`next_call`,
    `t19`.`given`,
    CONCAT_WS(
      '|',
      COALESCE('M05-4', ''),
      COALESCE('unit', ''),
      COALESCE(`t19`.`unit_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t19`.`call` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M05-4' AS `provision`,
    CAST(5 AS BIGINT) AS `measure`,
    'MAY' AS `modality`,
    'unit' AS `subject_kind`,
    `t19`.`unit_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t19`.`call` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(
      CAST((
        `t19`.`call` + PARAM('recruit.redeployment_horizon')
      ) - 1 AS INT),
      ' days'
    ) AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(`t19`.`asked` AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t19`.`unit_id` AS `owner_unit_id`,
    CASE
      WHEN `t19`.`given` IS NOT NULL
      THEN 'met'
      WHEN IF(`t19`.`asked` IS NULL, NULL, TRUE) IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS `state`,
    IF(
      `t19`.`given` IS NOT NULL,
      CAST(NULL AS STRING),
      IF(IF(`t19`.`asked` IS NULL, NULL, TRUE) IS NULL, 'quantity', CAST(NULL AS STRING))
    ) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    IF(`t19`.`asked` IS NULL, NULL, TRUE) AS `holds_shortage_certified`,
    AS_OF() <= (
      (
        `t19`.`call` + PARAM('recruit.redeployment_horizon')
      ) - 1
    ) AS `holds_certificate_fresh`,
    `t19`.`given` IS NOT NULL AS `holds_given`,
    CAST(CAST(`t19`.`asked` AS DECIMAL(18, 4)) AS STRING) AS `value_shortage_certified`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(
      CAST((
        `t19`.`call` + PARAM('recruit.redeployment_horizon')
      ) - 1 AS INT),
      ' days'
    ) AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_certificate_fresh`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t19`.`given` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_given`,
    `t19`.`refs` AS `refs_shortage_certified`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t17`.`unit_id`,
        `t17`.`call`,
        `t17`.`refs`,
        `t17`.`asked`,
        `t17`.`next_call`,
        `t17`.`given`
      FROM (
        SELECT
          `t5`.`unit_id`,
          `t5`.`call`,
          `t5`.`refs`,
          `t5`.`asked`,
          `t5`.`next_call`,
          `t16`.`unit_id` AS `unit_id_right`,
          `t16`.`call` AS `call_right`,
          `t16`.`given`
        FROM (
          SELECT
            `t3`.`unit_id`,
            `t3`.`call`,
            `t3`.`refs`,
            `t3`.`asked`,
            `t3`.`next_call`
          FROM (
            SELECT
              *
            FROM `run`.`call` AS `t1`
            WHERE
              `t1`.`provision` = 'M05-4'
          ) AS `t3`
        ) AS `t5`
        LEFT OUTER JOIN (
          SELECT
            `t14`.`unit_id`,
            `t14`.`call`,
            MIN(`t14`.`day`) AS `given`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t9`.`unit_id`,
                `t9`.`call`,
                `t9`.`next_call`,
                `t10`.`subject_id`,
                `t10`.`quantity`,
                `t10`.`words`,
                `t10`.`day`,
                `t10`.`named`
              FROM (
                SELECT
                  `t4`.`unit_id`,
                  `t4`.`call`,
                  `t4`.`next_call`
                FROM (
                  SELECT
                    `t3`.`unit_id`,
                    `t3`.`call`,
                    `t3`.`refs`,
                    `t3`.`asked`,
                    `t3`.`next_call`
                  FROM (
                    SELECT
                      *
                    FROM `run`.`call` AS `t1`
                    WHERE
                      `t1`.`provision` = 'M05-4'
                  ) AS `t3`
                ) AS `t4`
              ) AS `t9`
              INNER JOIN (
                SELECT
                  *
                FROM (
                  SELECT
                    `t0`.`subject_id`,
                    `t0`.`quantity`,
                    `t0`.`counterpart_id` AS `words`,
                    DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t0`.`on_date`) AS `day`,
                    DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t0`.`period_start`) AS `named`
                  FROM `facts`.`deliveries` AS `t0`
                  WHERE
                    `t0`.`provision` = 'M05-4'
                ) AS `t2`
                WHERE
                  `t2`.`day` <= AS_OF() AND COALESCE(`t2`.`words` <> 'certificate', TRUE)
              ) AS `t10`
                ON `t9`.`unit_id` = `t10`.`subject_id`
            ) AS `t13`
            WHERE
              `t13`.`day` >= `t13`.`call`
              AND (
                (
                  `t13`.`next_call` IS NULL
                ) OR (
                  `t13`.`day` < `t13`.`next_call`
                )
              )
              AND (
                (
                  `t13`.`named` IS NULL
                ) OR (
                  `t13`.`named` = `t13`.`call`
                )
              )
          ) AS `t14`
          GROUP BY
            1,
            2
        ) AS `t16`
          ON `t5`.`unit_id` = `t16`.`unit_id` AND `t5`.`call` = `t16`.`call`
      ) AS `t17`
    ) AS `t18`
    WHERE
      (
        `t18`.`given` IS NOT NULL
      )
      OR (
        COALESCE(IF(`t18`.`asked` IS NULL, NULL, TRUE), TRUE)
        AND (
          AS_OF() <= (
            (
              `t18`.`call` + PARAM('recruit.redeployment_horizon')
            ) - 1
          )
        )
      )
  ) AS `t19`
)
SELECT
  *
FROM (
  SELECT
    `t25`.`obligation_id`,
    `t25`.`criterion`,
    `t25`.`holds`,
    `t25`.`value`,
    COALESCE(`t31`.`fact_refs`, '') AS `fact_refs`
  FROM (
    SELECT
      `t21`.`obligation_id`,
      'given' AS `criterion`,
      `t21`.`holds_given` AS `holds`,
      `t21`.`value_given` AS `value`
    FROM `t20` AS `t21`
  ) AS `t25`
  LEFT OUTER JOIN (
    SELECT
      `t29`.`obligation_id`,
      ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t29`.`ref`)), ';') AS `fact_refs`
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          `t22`.`obligation_id`,
          `t12`.`ref`
        FROM `t20` AS `t22`
        INNER JOIN (
          SELECT
            *
          FROM (
            SELECT
              `t0`.`subject_id`,
              `t0`.`counterpart_id`,
              DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t0`.`on_date`) AS `day`,
              CONCAT(
                'deliveries:',
                CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t0`.`delivery_id`, ''), '%', '%25'), ';', '%3B'))
              ) AS `ref`
            FROM `facts`.`deliveries` AS `t0`
            WHERE
              `t0`.`provision` = 'M05-4'
          ) AS `t7`
          WHERE
            `t7`.`day` <= AS_OF()
        ) AS `t12`
          ON `t22`.`unit_id` = `t12`.`subject_id` AND `t12`.`day` = `t22`.`given`
      ) AS `t28`
    ) AS `t29`
    GROUP BY
      1
  ) AS `t31`
    ON `t25`.`obligation_id` = `t31`.`obligation_id`
) AS `t32`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t21`.`obligation_id`,
      'shortage_certified' AS `criterion`,
      `t21`.`holds_shortage_certified` AS `holds`,
      `t21`.`value_shortage_certified` AS `value`,
      COALESCE(`t21`.`refs_shortage_certified`, '') AS `fact_refs`
    FROM `t20` AS `t21`
  ) AS `t26`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t21`.`obligation_id`,
      'certificate_fresh' AS `criterion`,
      `t21`.`holds_certificate_fresh` AS `holds`,
      `t21`.`value_certificate_fresh` AS `value`,
      '' AS `fact_refs`
    FROM `t20` AS `t21`
  ) AS `t23`
) AS `t27`
