WITH `t2` AS (
  SELECT
    *
  FROM `run`.`deployment` AS `t0`
  WHERE
    `t0`.`is_medical`
)
SELECT
  `t41`.`person_id`,
  `t41`.`deployment`,
  `t41`.`unit_id`,
  `t41`.`k`,
  `t41`.`name`,
  `t41`.`begin`,
  `t41`.`due`,
  `t41`.`named_on`,
  COALESCE(`t41`.`named_on`, `t41`.`made`) AS `made`
FROM (
  SELECT
    `t40`.`person_id`,
    `t40`.`deployment`,
    `t40`.`unit_id`,
    `t40`.`k`,
    `t40`.`name`,
    `t40`.`begin`,
    `t40`.`due`,
    `t40`.`named_on`,
    `t40`.`made`
  FROM (
    SELECT
      `t34`.`person_id`,
      `t34`.`deployment`,
      `t34`.`unit_id`,
      `t34`.`k`,
      `t34`.`name`,
      `t34`.`begin`,
      `t34`.`due`,
      `t34`.`named_on`,
      `t39`.`person_id` AS `person_id_right`,
      `t39`.`deployment` AS `deployment_right`,
      `t39`.`k` AS `k_right`,
      `t39`.`made`
    FROM (
      SELECT
        `t32`.`person_id`,
        `t32`.`deployment`,
        `t32`.`unit_id`,
        `t32`.`k`,
        `t32`.`name`,
        `t32`.`begin`,
        `t32`.`due`,
        `t32`.`named_on`
      FROM (
        SELECT
          `t22`.`person_id`,
          `t22`.`deployment`,
          `t22`.`unit_id`,
          `t22`.`k`,
          `t22`.`name`,
          `t22`.`begin`,
          `t22`.`due`,
          `t29`.`person_id` AS `person_id_right`,
          `t29`.`deployment` AS `deployment_right`,
          `t29`.`begin` AS `begin_right`,
          `t29`.`named_on`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t10`.`person_id`,
                `t10`.`deployment`,
                `t10`.`unit_id`,
                CAST(0 AS BIGINT) AS `k`,
                'first' AS `name`,
                `t10`.`deployment` AS `begin`,
                (
                  `t10`.`deployment` + PARAM('care.counselling_first')
                ) - 1 AS `due`
              FROM (
                SELECT
                  *
                FROM `t2` AS `t4`
                WHERE
                  (
                    (
                      `t4`.`release` IS NULL
                    )
                    OR (
                      (
                        (
                          `t4`.`deployment` + PARAM('care.counselling_first')
                        ) - 1
                      ) <= `t4`.`last_day`
                    )
                  )
                  AND `t4`.`deployment` <= AS_OF()
              ) AS `t10`
            ) AS `t15`
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                `t11`.`person_id`,
                `t11`.`deployment`,
                `t11`.`unit_id`,
                CAST(1 AS BIGINT) AS `k`,
                'second' AS `name`,
                (
                  (
                    `t11`.`deployment` + PARAM('care.counselling_first')
                  ) - 1
                ) + 1 AS `begin`,
                (
                  `t11`.`deployment` + PARAM('care.counselling_second')
                ) - 1 AS `due`
              FROM (
                SELECT
                  *
                FROM `t2` AS `t4`
                WHERE
                  (
                    (
                      `t4`.`release` IS NULL
                    )
                    OR (
                      (
                        (
                          `t4`.`deployment` + PARAM('care.counselling_second')
                        ) - 1
                      ) <= `t4`.`last_day`
                    )
                  )
                  AND (
                    (
                      (
                        `t4`.`deployment` + PARAM('care.counselling_first')
                      ) - 1
                    ) + 1
                  ) <= AS_OF()
              ) AS `t11`
            ) AS `t17`
          ) AS `t18`
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t7`.`person_id`,
                `t7`.`deployment`,
                `t7`.`unit_id`,
                CAST(2 AS BIGINT) AS `k`,
                'end' AS `name`,
                `t7`.`release` AS `begin`,
                `t7`.`release` AS `due`
              FROM (
                SELECT
                  *
                FROM `t2` AS `t4`
                WHERE
                  `t4`.`release` IS NOT NULL AND `t4`.`release` <= AS_OF()
              ) AS `t7`
            ) AS `t9`
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                `t8`.`person_id`,
                `t8`.`deployment`,
                `t8`.`unit_id`,
                CAST(3 AS BIGINT) AS `k`,
                'after' AS `name`,
                `t8`.`release` + 1 AS `begin`,
                `t8`.`release` + PARAM('care.counselling_after') AS `due`
              FROM (
                SELECT
                  *
                FROM `t2` AS `t4`
                WHERE
                  `t4`.`release` IS NOT NULL AND (
                    `t4`.`release` + 1
                  ) <= AS_OF()
              ) AS `t8`
            ) AS `t12`
          ) AS `t14`
        ) AS `t22`
        LEFT OUTER JOIN (
          SELECT
            `t27`.`person_id`,
            `t27`.`deployment`,
            `t27`.`named` AS `begin`,
            `t27`.`named_on`
          FROM (
            SELECT
              `t25`.`person_id`,
              `t25`.`deployment`,
              `t25`.`named`,
              MIN(`t25`.`day`) AS `named_on`
            FROM (
              SELECT
                `t24`.`day`,
                `t24`.`named`,
                `t24`.`person_id`,
                `t24`.`deployment`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t21`.`day`,
                    `t21`.`named`,
                    `t21`.`person_id`,
                    `t5`.`deployment`,
                    `t5`.`next_deployment`
                  FROM (
                    SELECT
                      `t16`.`day`,
                      `t16`.`named`,
                      `t16`.`subject_id` AS `person_id`
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t6`.`delivery_id`,
                          `t6`.`subject_id`,
                          `t6`.`counterpart_id`,
                          DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t6`.`on_date`) AS `day`,
                          DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t6`.`period_start`) AS `named`,
                          `t6`.`quantity` AS `amount`,
                          CONCAT(
                            'deliveries:',
                            CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t6`.`delivery_id`, ''), '%', '%25'), ';', '%3B'))
                          ) AS `ref`
                        FROM (
                          SELECT
                            *
                          FROM `facts`.`deliveries` AS `t1`
                          WHERE
                            IN_SCOPE(`t1`.`subject_id`)
                        ) AS `t6`
                        WHERE
                          `t6`.`provision` = 'M11-3'
                      ) AS `t13`
                      WHERE
                        `t13`.`day` <= AS_OF()
                    ) AS `t16`
                  ) AS `t21`
                  INNER JOIN (
                    SELECT
                      `t0`.`person_id`,
                      `t0`.`deployment`,
                      `t0`.`next_deployment`
                    FROM `run`.`deployment` AS `t0`
                    WHERE
                      `t0`.`is_medical`
                  ) AS `t5`
                    ON `t21`.`person_id` = `t5`.`person_id`
                ) AS `t23`
                WHERE
                  `t23`.`day` >= `t23`.`deployment`
                  AND (
                    (
                      `t23`.`next_deployment` IS NULL
                    )
                    OR (
                      `t23`.`day` < `t23`.`next_deployment`
                    )
                  )
              ) AS `t24`
            ) AS `t25`
            GROUP BY
              1,
              2,
              3
          ) AS `t27`
        ) AS `t29`
          ON `t22`.`person_id` = `t29`.`person_id`
          AND `t22`.`deployment` = `t29`.`deployment`
          AND `t22`.`begin` = `t29`.`begin`
      ) AS `t32`
    ) AS `t34`
    LEFT OUTER JOIN (
      SELECT
        `t37`.`person_id`,
        `t37`.`deployment`,
        `t37`.`k`,
        `t31`.`made`
      FROM (
        SELECT
          `t35`.`person_id`,
          `t35`.`deployment`,
          `t35`.`k`,
          ROW_NUMBER() OVER (
            PARTITION BY `t35`.`person_id`, `t35`.`deployment`
            ORDER BY `t35`.`k` ASC NULLS LAST
          ) - 1 AS `turn`
        FROM (
          SELECT
            `t33`.`person_id`,
            `t33`.`deployment`,
            `t33`.`k`
          FROM (
            SELECT
              `t32`.`person_id`,
              `t32`.`deployment`,
              `t32`.`unit_id`,
              `t32`.`k`,
              `t32`.`name`,
              `t32`.`begin`,
              `t32`.`due`,
              `t32`.`named_on`
            FROM (
              SELECT
                `t22`.`person_id`,
                `t22`.`deployment`,
                `t22`.`unit_id`,
                `t22`.`k`,
                `t22`.`name`,
                `t22`.`begin`,
                `t22`.`due`,
                `t29`.`person_id` AS `person_id_right`,
                `t29`.`deployment` AS `deployment_right`,
                `t29`.`begin` AS `begin_right`,
                `t29`.`named_on`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t10`.`person_id`,
                      `t10`.`deployment`,
                      `t10`.`unit_id`,
                      CAST(0 AS BIGINT) AS `k`,
                      'first' AS `name`,
                      `t10`.`deployment` AS `begin`,
                      (
                        `t10`.`deployment` + PARAM('care.counselling_first')
                      ) - 1 AS `due`
                    FROM (
                      SELECT
                        *
                      FROM `t2` AS `t4`
                      WHERE
                        (
                          (
                            `t4`.`release` IS NULL
                          )
                          OR (
                            (
                              (
                                `t4`.`deployment` + PARAM('care.counselling_first')
                              ) - 1
                            ) <= `t4`.`last_day`
                          )
                        )
                        AND `t4`.`deployment` <= AS_OF()
                    ) AS `t10`
                  ) AS `t15`
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t11`.`person_id`,
                      `t11`.`deployment`,
                      `t11`.`unit_id`,
                      CAST(1 AS BIGINT) AS `k`,
                      'second' AS `name`,
                      (
                        (
                          `t11`.`deployment` + PARAM('care.counselling_first')
                        ) - 1
                      ) + 1 AS `begin`,
                      (
                        `t11`.`deployment` + PARAM('care.counselling_second')
                      ) - 1 AS `due`
                    FROM (
                      SELECT
                        *
                      FROM `t2` AS `t4`
                      WHERE
                        (
                          (
                            `t4`.`release` IS NULL
                          )
                          OR (
                            (
                              (
                                `t4`.`deployment` + PARAM('care.counselling_second')
                              ) - 1
                            ) <= `t4`.`last_day`
                          )
                        )
                        AND (
                          (
                            (
                              `t4`.`deployment` + PARAM('care.counselling_first')
                            ) - 1
                          ) + 1
                        ) <= AS_OF()
                    ) AS `t11`
                  ) AS `t17`
                ) AS `t18`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t7`.`person_id`,
                      `t7`.`deployment`,
                      `t7`.`unit_id`,
                      CAST(2 AS BIGINT) AS `k`,
                      'end' AS `name`,
                      `t7`.`release` AS `begin`,
                      `t7`.`release` AS `due`
                    FROM (
                      SELECT
                        *
                      FROM `t2` AS `t4`
                      WHERE
                        `t4`.`release` IS NOT NULL AND `t4`.`release` <= AS_OF()
                    ) AS `t7`
                  ) AS `t9`
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t8`.`person_id`,
                      `t8`.`deployment`,
                      `t8`.`unit_id`,
                      CAST(3 AS BIGINT) AS `k`,
                      'after' AS `name`,
                      `t8`.`release` + 1 AS `begin`,
                      `t8`.`release` + PARAM('care.counselling_after') AS `due`
                    FROM (
                      SELECT
                        *
                      FROM `t2` AS `t4`
                      WHERE
                        `t4`.`release` IS NOT NULL AND (
                          `t4`.`release` + 1
                        ) <= AS_OF()
                    ) AS `t8`
                  ) AS `t12`
                ) AS `t14`
              ) AS `t22`
              LEFT OUTER JOIN (
                SELECT
                  `t27`.`person_id`,
                  `t27`.`deployment`,
                  `t27`.`named` AS `begin`,
                  `t27`.`named_on`
                FROM (
                  SELECT
                    `t25`.`person_id`,
                    `t25`.`deployment`,
                    `t25`.`named`,
                    MIN(`t25`.`day`) AS `named_on`
                  FROM (
                    SELECT
                      `t24`.`day`,
                      `t24`.`named`,
                      `t24`.`person_id`,
                      `t24`.`deployment`
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t21`.`day`,
                          `t21`.`named`,
                          `t21`.`person_id`,
                          `t5`.`deployment`,
                          `t5`.`next_deployment`
                        FROM (
                          SELECT
                            `t16`.`day`,
                            `t16`.`named`,
                            `t16`.`subject_id` AS `person_id`
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                `t6`.`delivery_id`,
                                `t6`.`subject_id`,
                                `t6`.`counterpart_id`,
                                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t6`.`on_date`) AS `day`,
                                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t6`.`period_start`) AS `named`,
                                `t6`.`quantity` AS `amount`,
                                CONCAT(
                                  'deliveries:',
                                  CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t6`.`delivery_id`, ''), '%', '%25'), ';', '%3B'))
                                ) AS `ref`
                              FROM (
                                SELECT
                                  *
                                FROM `facts`.`deliveries` AS `t1`
                                WHERE
                                  IN_SCOPE(`t1`.`subject_id`)
                              ) AS `t6`
                              WHERE
                                `t6`.`provision` = 'M11-3'
                            ) AS `t13`
                            WHERE
                              `t13`.`day` <= AS_OF()
                          ) AS `t16`
                        ) AS `t21`
                        INNER JOIN (
                          SELECT
                            `t0`.`person_id`,
                            `t0`.`deployment`,
                            `t0`.`next_deployment`
                          FROM `run`.`deployment` AS `t0`
                          WHERE
                            `t0`.`is_medical`
                        ) AS `t5`
                          ON `t21`.`person_id` = `t5`.`person_id`
                      ) AS `t23`
                      WHERE
                        `t23`.`day` >= `t23`.`deployment`
                        AND (
                          (
                            `t23`.`next_deployment` IS NULL
                          )
                          OR (
                            `t23`.`day` < `t23`.`next_deployment`
                          )
                        )
                    ) AS `t24`
                  ) AS `t25`
                  GROUP BY
                    1,
                    2,
                    3
                ) AS `t27`
              ) AS `t29`
                ON `t22`.`person_id` = `t29`.`person_id`
                AND `t22`.`deployment` = `t29`.`deployment`
                AND `t22`.`begin` = `t29`.`begin`
            ) AS `t32`
          ) AS `t33`
          WHERE
            `t33`.`named_on` IS NULL
        ) AS `t35`
      ) AS `t37`
      INNER JOIN (
        SELECT
          `t26`.`person_id`,
          `t26`.`deployment`,
          `t26`.`made`,
          ROW_NUMBER() OVER (
            PARTITION BY `t26`.`person_id`, `t26`.`deployment`
            ORDER BY `t26`.`made` ASC NULLS LAST
          ) - 1 AS `turn`
        FROM (
          SELECT DISTINCT
            `t25`.`person_id`,
            `t25`.`deployment`,
            `t25`.`day` AS `made`
          FROM (
            SELECT
              `t24`.`day`,
              `t24`.`named`,
              `t24`.`person_id`,
              `t24`.`deployment`
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t21`.`day`,
                  `t21`.`named`,
                  `t21`.`person_id`,
                  `t5`.`deployment`,
                  `t5`.`next_deployment`
                FROM (
                  SELECT
                    `t16`.`day`,
                    `t16`.`named`,
                    `t16`.`subject_id` AS `person_id`
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t6`.`delivery_id`,
                        `t6`.`subject_id`,
                        `t6`.`counterpart_id`,
                        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t6`.`on_date`) AS `day`,
                        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t6`.`period_start`) AS `named`,
                        `t6`.`quantity` AS `amount`,
                        CONCAT(
                          'deliveries:',
                          CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t6`.`delivery_id`, ''), '%', '%25'), ';', '%3B'))
                        ) AS `ref`
                      FROM (
                        SELECT
                          *
                        FROM `facts`.`deliveries` AS `t1`
                        WHERE
                          IN_SCOPE(`t1`.`subject_id`)
                      ) AS `t6`
                      WHERE
                        `t6`.`provision` = 'M11-3'
                    ) AS `t13`
                    WHERE
                      `t13`.`day` <= AS_OF()
                  ) AS `t16`
                ) AS `t21`
                INNER JOIN (
                  SELECT
                    `t0`.`person_id`,
                    `t0`.`deployment`,
                    `t0`.`next_deployment`
                  FROM `run`.`deployment` AS `t0`
                  WHERE
                    `t0`.`is_medical`
                ) AS `t5`
                  ON `t21`.`person_id` = `t5`.`person_id`
              ) AS `t23`
              WHERE
                `t23`.`day` >= `t23`.`deployment`
                AND (
                  (
                    `t23`.`next_deployment` IS NULL
                  )
                  OR (
                    `t23`.`day` < `t23`.`next_deployment`
                  )
                )
            ) AS `t24`
          ) AS `t25`
          WHERE
            `t25`.`named` IS NULL
        ) AS `t26`
      ) AS `t31`
        ON `t37`.`person_id` = `t31`.`person_id`
        AND `t37`.`deployment` = `t31`.`deployment`
        AND `t37`.`turn` = `t31`.`turn`
    ) AS `t39`
      ON `t34`.`person_id` = `t39`.`person_id`
      AND `t34`.`deployment` = `t39`.`deployment`
      AND `t34`.`k` = `t39`.`k`
  ) AS `t40`
) AS `t41`
