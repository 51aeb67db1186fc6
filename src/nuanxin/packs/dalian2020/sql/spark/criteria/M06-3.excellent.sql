WITH `t40` AS (
  SELECT
    `t39`.`unit_id`,
    `t39`.`year`,
    `t39`.`days`,
    `t39`.`kind`,
    `t39`.`heads`,
    `t39`.`load`,
    `t39`.`ahead`,
    `t39`.`units`,
    `t39`.`is_red`,
    `t39`.`start`,
    `t39`.`last`,
    `t39`.`given`,
    CONCAT_WS(
      '|',
      COALESCE('M06-3', ''),
      COALESCE('unit', ''),
      COALESCE(`t39`.`unit_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t39`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M06-3' AS `provision`,
    CAST(6 AS BIGINT) AS `measure`,
    'MAY' AS `modality`,
    'unit' AS `subject_kind`,
    `t39`.`unit_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t39`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t39`.`last` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(IF(
      `t39`.`kind` IN ('party_organ', 'government_organ'),
      GREATEST(PARAM('assess.excellent_civil.cap_2020'), PARAM('assess.excellent_civil.cap_new')),
      GREATEST(
        PARAM('assess.excellent_institution.cap_2020'),
        PARAM('assess.excellent_institution.cap_new')
      )
    ) AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t39`.`unit_id` AS `owner_unit_id`,
    CASE WHEN `t39`.`given` IS NOT NULL THEN 'met' ELSE 'available' END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t39`.`days` > 0 AS `holds_days_at_front`,
    (
      `t39`.`ahead` * 100
    ) < (
      PARAM('assess.heavy_load_share') * `t39`.`units`
    ) AS `holds_heavy_load`,
    `t39`.`is_red` IS NULL AS `holds_nothing_red`,
    `t39`.`given` IS NOT NULL AS `holds_given`,
    CAST(`t39`.`days` AS STRING) AS `value_days_at_front`,
    CONCAT(CONCAT(CAST(`t39`.`ahead` + 1 AS STRING), '/'), CAST(`t39`.`units` AS STRING)) AS `value_heavy_load`,
    CAST(`t39`.`is_red` IS NULL AS STRING) AS `value_nothing_red`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t39`.`given` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_given`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t37`.`unit_id`,
        `t37`.`year`,
        `t37`.`days`,
        `t37`.`kind`,
        `t37`.`heads`,
        `t37`.`load`,
        `t37`.`ahead`,
        `t37`.`units`,
        `t37`.`is_red`,
        `t37`.`start`,
        `t37`.`last`,
        `t37`.`given`
      FROM (
        SELECT
          `t31`.`unit_id`,
          `t31`.`year`,
          `t31`.`days`,
          `t31`.`kind`,
          `t31`.`heads`,
          `t31`.`load`,
          `t31`.`ahead`,
          `t31`.`units`,
          `t31`.`is_red`,
          `t31`.`start`,
          `t31`.`last`,
          `t36`.`unit_id` AS `unit_id_right`,
          `t36`.`year` AS `year_right`,
          `t36`.`given`
        FROM (
          SELECT
            `t28`.`unit_id`,
            `t28`.`year`,
            `t28`.`days`,
            `t28`.`kind`,
            `t28`.`heads`,
            `t28`.`load`,
            `t28`.`ahead`,
            `t28`.`units`,
            `t28`.`is_red`,
            DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), MAKE_DATE(`t28`.`year`, 1, 1)) AS `start`,
            DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), MAKE_DATE(`t28`.`year` + 1, 1, 1)) - 1 AS `last`
          FROM (
            SELECT
              `t27`.`unit_id`,
              `t27`.`year`,
              `t27`.`days`,
              `t27`.`kind`,
              `t27`.`heads`,
              `t27`.`load`,
              `t27`.`ahead`,
              `t27`.`units`,
              `t27`.`is_red`
            FROM (
              SELECT
                `t26`.`unit_id`,
                `t26`.`year`,
                `t26`.`days`,
                `t26`.`kind`,
                `t26`.`heads`,
                `t26`.`load`,
                `t26`.`ahead`,
                `t26`.`units`,
                `t23`.`unit_id` AS `unit_id_right`,
                `t23`.`year` AS `year_right`,
                `t23`.`is_red`
              FROM (
                SELECT
                  `t24`.`unit_id`,
                  `t24`.`year`,
                  `t24`.`days`,
                  `t24`.`kind`,
                  `t24`.`heads`,
                  `t24`.`load`,
                  RANK() OVER (PARTITION BY `t24`.`year` ORDER BY `t24`.`load` DESC) - 1 AS `ahead`,
                  COUNT(*) OVER (
                    PARTITION BY `t24`.`year`
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS `units`
                FROM (
                  SELECT
                    `t21`.`unit_id`,
                    `t21`.`year`,
                    `t21`.`days`,
                    `t21`.`kind`,
                    `t21`.`heads`,
                    CAST((
                      (
                        `t21`.`days` * 1000000
                      ) - (
                        (
                          `t21`.`days` * 1000000
                        ) % `t21`.`heads`
                      )
                    ) / `t21`.`heads` AS BIGINT) AS `load`
                  FROM (
                    SELECT
                      `t16`.`unit_id`,
                      `t16`.`year`,
                      `t16`.`days`,
                      `t11`.`kind`,
                      `t10`.`heads`
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t3`.`unit_id`,
                          `t3`.`year`,
                          SUM(`t3`.`days`) AS `days`
                        FROM `run`.`front_days_of_unit` AS `t3`
                        GROUP BY
                          1,
                          2
                      ) AS `t8`
                      WHERE
                        `t8`.`days` > 0
                    ) AS `t16`
                    INNER JOIN (
                      SELECT
                        `t4`.`unit_id`,
                        `t4`.`kind`
                      FROM `facts`.`units` AS `t4`
                      WHERE
                        `t4`.`kind` IN ('party_organ', 'government_organ', 'public_institution', 'hospital', 'school')
                    ) AS `t11`
                      ON `t16`.`unit_id` = `t11`.`unit_id`
                    INNER JOIN (
                      SELECT
                        `t5`.`unit_id`,
                        COUNT(*) AS `heads`
                      FROM `facts`.`people` AS `t5`
                      GROUP BY
                        1
                    ) AS `t10`
                      ON `t16`.`unit_id` = `t10`.`unit_id`
                  ) AS `t21`
                ) AS `t24`
              ) AS `t26`
              LEFT OUTER JOIN (
                SELECT
                  `t19`.`unit_id`,
                  `t19`.`year`,
                  TRUE AS `is_red`
                FROM (
                  SELECT
                    *
                  FROM `run`.`uncovered_unit` AS `t1`
                  UNION
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t2`.`unit_id`,
                      CAST(EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t2`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) AS BIGINT) AS `year`
                    FROM `run`.`judged_issue` AS `t2`
                    WHERE
                      NOT (
                        `t2`.`is_allowed`
                      ) AND COALESCE(`t2`.`is_scarce`, FALSE)
                  ) AS `t17`
                ) AS `t19`
              ) AS `t23`
                ON `t26`.`unit_id` = `t23`.`unit_id` AND `t26`.`year` = `t23`.`year`
            ) AS `t27`
          ) AS `t28`
        ) AS `t31`
        LEFT OUTER JOIN (
          SELECT
            `t34`.`unit_id`,
            `t34`.`year`,
            MIN(`t34`.`day`) AS `given`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t32`.`unit_id`,
                `t32`.`year`,
                `t32`.`start`,
                `t32`.`last`,
                `t15`.`subject_id`,
                `t15`.`quantity`,
                `t15`.`words`,
                `t15`.`day`,
                `t15`.`named`
              FROM (
                SELECT
                  `t28`.`unit_id`,
                  `t28`.`year`,
                  DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), MAKE_DATE(`t28`.`year`, 1, 1)) AS `start`,
                  DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), MAKE_DATE(`t28`.`year` + 1, 1, 1)) - 1 AS `last`
                FROM (
                  SELECT
                    `t27`.`unit_id`,
                    `t27`.`year`,
                    `t27`.`days`,
                    `t27`.`kind`,
                    `t27`.`heads`,
                    `t27`.`load`,
                    `t27`.`ahead`,
                    `t27`.`units`,
                    `t27`.`is_red`
                  FROM (
                    SELECT
                      `t26`.`unit_id`,
                      `t26`.`year`,
                      `t26`.`days`,
                      `t26`.`kind`,
                      `t26`.`heads`,
                      `t26`.`load`,
                      `t26`.`ahead`,
                      `t26`.`units`,
                      `t23`.`unit_id` AS `unit_id_right`,
                      `t23`.`year` AS `year_right`,
                      `t23`.`is_red`
                    FROM (
                      SELECT
                        `t24`.`unit_id`,
                        `t24`.`year`,
                        `t24`.`days`,
                        `t24`.`kind`,
                        `t24`.`heads`,
                        `t24`.`load`,
                        RANK() OVER (PARTITION BY `t24`.`year` ORDER BY `t24`.`load` DESC) - 1 AS `ahead`,
                        COUNT(*) OVER (
                          PARTITION BY `t24`.`year`
                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                        ) AS `units`
                      FROM (
                        SELECT
                          `t21`.`unit_id`,
                          `t21`.`year`,
                          `t21`.`days`,
                          `t21`.`kind`,
                          `t21`.`heads`,
                          CAST((
                            (
                              `t21`.`days` * 1000000
                            ) - (
                              (
                                `t21`.`days` * 1000000
                              ) % `t21`.`heads`
                            )
                          ) / `t21`.`heads` AS BIGINT) AS `load`
                        FROM (
                          SELECT
                            `t16`.`unit_id`,
                            `t16`.`year`,
                            `t16`.`days`,
                            `t11`.`kind`,
                            `t10`.`heads`
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                `t3`.`unit_id`,
                                `t3`.`year`,
                                SUM(`t3`.`days`) AS `days`
                              FROM `run`.`front_days_of_unit` AS `t3`
                              GROUP BY
                                1,
                                2
                            ) AS `t8`
                            WHERE
                              `t8`.`days` > 0
                          ) AS `t16`
                          INNER JOIN (
                            SELECT
                              `t4`.`unit_id`,
                              `t4`.`kind`
                            FROM `facts`.`units` AS `t4`
                            WHERE
                              `t4`.`kind` IN ('party_organ', 'government_organ', 'public_institution', 'hospital', 'school')
                          ) AS `t11`
                            ON `t16`.`unit_id` = `t11`.`unit_id`
                          INNER JOIN (
                            SELECT
                              `t5`.`unit_id`,
                              COUNT(*) AS `heads`
                            FROM `facts`.`people` AS `t5`
                            GROUP BY
                              1
                          ) AS `t10`
                            ON `t16`.`unit_id` = `t10`.`unit_id`
                        ) AS `t21`
                      ) AS `t24`
                    ) AS `t26`
                    LEFT OUTER JOIN (
                      SELECT
                        `t19`.`unit_id`,
                        `t19`.`year`,
                        TRUE AS `is_red`
                      FROM (
                        SELECT
                          *
                        FROM `run`.`uncovered_unit` AS `t1`
                        UNION
                        SELECT
                          *
                        FROM (
                          SELECT
                            `t2`.`unit_id`,
                            CAST(EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t2`.`day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) AS BIGINT) AS `year`
                          FROM `run`.`judged_issue` AS `t2`
                          WHERE
                            NOT (
                              `t2`.`is_allowed`
                            ) AND COALESCE(`t2`.`is_scarce`, FALSE)
                        ) AS `t17`
                      ) AS `t19`
                    ) AS `t23`
                      ON `t26`.`unit_id` = `t23`.`unit_id` AND `t26`.`year` = `t23`.`year`
                  ) AS `t27`
                ) AS `t28`
              ) AS `t32`
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
                    `t0`.`provision` = 'M06-3'
                ) AS `t7`
                WHERE
                  `t7`.`day` <= AS_OF() AND TRUE
              ) AS `t15`
                ON `t32`.`unit_id` = `t15`.`subject_id`
            ) AS `t33`
            WHERE
              `t33`.`day` >= `t33`.`start`
              AND IF(`t33`.`named` IS NULL, `t33`.`day` <= `t33`.`last`, `t33`.`named` = `t33`.`start`)
          ) AS `t34`
          GROUP BY
            1,
            2
        ) AS `t36`
          ON `t31`.`unit_id` = `t36`.`unit_id` AND `t31`.`year` = `t36`.`year`
      ) AS `t37`
    ) AS `t38`
    WHERE
      (
        `t38`.`given` IS NOT NULL
      )
      OR (
        (
          (
            `t38`.`ahead` * 100
          ) < (
            PARAM('assess.heavy_load_share') * `t38`.`units`
          )
        )
        AND (
          `t38`.`is_red` IS NULL
        )
      )
  ) AS `t39`
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t41`.`obligation_id`,
      'days_at_front' AS `criterion`,
      `t41`.`holds_days_at_front` AS `holds`,
      `t41`.`value_days_at_front` AS `value`,
      '' AS `fact_refs`
    FROM `t40` AS `t41`
  ) AS `t43`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t41`.`obligation_id`,
      'heavy_load' AS `criterion`,
      `t41`.`holds_heavy_load` AS `holds`,
      `t41`.`value_heavy_load` AS `value`,
      '' AS `fact_refs`
    FROM `t40` AS `t41`
  ) AS `t44`
) AS `t47`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t41`.`obligation_id`,
      'nothing_red' AS `criterion`,
      `t41`.`holds_nothing_red` AS `holds`,
      `t41`.`value_nothing_red` AS `value`,
      '' AS `fact_refs`
    FROM `t40` AS `t41`
  ) AS `t45`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t48`.`obligation_id`,
      `t48`.`criterion`,
      `t48`.`holds`,
      `t48`.`value`,
      COALESCE(`t52`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t41`.`obligation_id`,
        'given' AS `criterion`,
        `t41`.`holds_given` AS `holds`,
        `t41`.`value_given` AS `value`
      FROM `t40` AS `t41`
    ) AS `t48`
    LEFT OUTER JOIN (
      SELECT
        `t50`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t50`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t42`.`obligation_id`,
            `t20`.`ref`
          FROM `t40` AS `t42`
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
                `t0`.`provision` = 'M06-3'
            ) AS `t14`
            WHERE
              `t14`.`day` <= AS_OF()
          ) AS `t20`
            ON `t42`.`unit_id` = `t20`.`subject_id` AND `t20`.`day` = `t42`.`given`
        ) AS `t49`
      ) AS `t50`
      GROUP BY
        1
    ) AS `t52`
      ON `t48`.`obligation_id` = `t52`.`obligation_id`
  ) AS `t53`
) AS `t54`
