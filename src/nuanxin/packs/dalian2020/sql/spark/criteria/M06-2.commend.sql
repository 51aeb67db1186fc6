WITH `t2` AS (
  SELECT
    `t0`.`subject_id`,
    `t0`.`quantity`,
    `t0`.`counterpart_id` AS `words`,
    DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t0`.`on_date`) AS `day`,
    DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t0`.`period_start`) AS `named`
  FROM `facts`.`deliveries` AS `t0`
  WHERE
    `t0`.`provision` = 'M06-2'
), `t37` AS (
  SELECT
    `t36`.`person_id`,
    `t36`.`start`,
    `t36`.`exceptional`,
    `t36`.`refs`,
    `t36`.`exceptional_refs`,
    `t36`.`unit_id`,
    `t36`.`employment`,
    `t36`.`profession`,
    `t36`.`is_leader`,
    `t36`.`is_secretary`,
    `t36`.`birth_date`,
    `t36`.`education`,
    `t36`.`party`,
    `t36`.`title_level`,
    `t36`.`title_since`,
    `t36`.`rank_since`,
    `t36`.`ref`,
    `t36`.`unit_district`,
    `t36`.`given`,
    `t36`.`cited`,
    `t36`.`agreed`,
    CONCAT_WS(
      '|',
      COALESCE('M06-2', ''),
      COALESCE('person', ''),
      COALESCE(`t36`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t36`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M06-2' AS `provision`,
    CAST(6 AS BIGINT) AS `measure`,
    'MAY' AS `modality`,
    'person' AS `subject_kind`,
    `t36`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t36`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(NULL AS DATE) AS `period_end`,
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t36`.`unit_id` AS `owner_unit_id`,
    CASE WHEN `t36`.`given` IS NOT NULL THEN 'met' ELSE 'available' END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t36`.`start` IS NOT NULL AS `holds_listed`,
    (
      `t36`.`cited` IS NOT NULL
    ) OR (
      `t36`.`agreed` IS NOT NULL
    ) AS `holds_cited_or_unanimous`,
    `t36`.`cited` IS NOT NULL AS `holds_merit_citation`,
    `t36`.`agreed` IS NOT NULL AS `holds_panel_unanimous`,
    CAST(NULL AS BOOLEAN) AS `holds_bars_checked`,
    `t36`.`given` IS NOT NULL AS `holds_given`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t36`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_listed`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(COALESCE(`t36`.`cited`, `t36`.`agreed`) AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_cited_or_unanimous`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t36`.`cited` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_merit_citation`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t36`.`agreed` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_panel_unanimous`,
    '' AS `value_bars_checked`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t36`.`given` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_given`,
    `t36`.`exceptional_refs` AS `refs_listed`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t34`.`person_id`,
        `t34`.`start`,
        `t34`.`exceptional`,
        `t34`.`refs`,
        `t34`.`exceptional_refs`,
        `t34`.`unit_id`,
        `t34`.`employment`,
        `t34`.`profession`,
        `t34`.`is_leader`,
        `t34`.`is_secretary`,
        `t34`.`birth_date`,
        `t34`.`education`,
        `t34`.`party`,
        `t34`.`title_level`,
        `t34`.`title_since`,
        `t34`.`rank_since`,
        `t34`.`ref`,
        `t34`.`unit_district`,
        `t34`.`given`,
        `t34`.`cited`,
        `t34`.`agreed`
      FROM (
        SELECT
          `t33`.`person_id`,
          `t33`.`start`,
          `t33`.`exceptional`,
          `t33`.`refs`,
          `t33`.`exceptional_refs`,
          `t33`.`unit_id`,
          `t33`.`employment`,
          `t33`.`profession`,
          `t33`.`is_leader`,
          `t33`.`is_secretary`,
          `t33`.`birth_date`,
          `t33`.`education`,
          `t33`.`party`,
          `t33`.`title_level`,
          `t33`.`title_since`,
          `t33`.`rank_since`,
          `t33`.`ref`,
          `t33`.`unit_district`,
          `t33`.`given`,
          `t33`.`cited`,
          `t22`.`subject_id`,
          `t22`.`agreed`
        FROM (
          SELECT
            `t31`.`person_id`,
            `t31`.`start`,
            `t31`.`exceptional`,
            `t31`.`refs`,
            `t31`.`exceptional_refs`,
            `t31`.`unit_id`,
            `t31`.`employment`,
            `t31`.`profession`,
            `t31`.`is_leader`,
            `t31`.`is_secretary`,
            `t31`.`birth_date`,
            `t31`.`education`,
            `t31`.`party`,
            `t31`.`title_level`,
            `t31`.`title_since`,
            `t31`.`rank_since`,
            `t31`.`ref`,
            `t31`.`unit_district`,
            `t31`.`given`,
            `t31`.`cited`
          FROM (
            SELECT
              `t30`.`person_id`,
              `t30`.`start`,
              `t30`.`exceptional`,
              `t30`.`refs`,
              `t30`.`exceptional_refs`,
              `t30`.`unit_id`,
              `t30`.`employment`,
              `t30`.`profession`,
              `t30`.`is_leader`,
              `t30`.`is_secretary`,
              `t30`.`birth_date`,
              `t30`.`education`,
              `t30`.`party`,
              `t30`.`title_level`,
              `t30`.`title_since`,
              `t30`.`rank_since`,
              `t30`.`ref`,
              `t30`.`unit_district`,
              `t30`.`given`,
              `t19`.`subject_id`,
              `t19`.`cited`
            FROM (
              SELECT
                `t28`.`person_id`,
                `t28`.`start`,
                `t28`.`exceptional`,
                `t28`.`refs`,
                `t28`.`exceptional_refs`,
                `t28`.`unit_id`,
                `t28`.`employment`,
                `t28`.`profession`,
                `t28`.`is_leader`,
                `t28`.`is_secretary`,
                `t28`.`birth_date`,
                `t28`.`education`,
                `t28`.`party`,
                `t28`.`title_level`,
                `t28`.`title_since`,
                `t28`.`rank_since`,
                `t28`.`ref`,
                `t28`.`unit_district`,
                `t28`.`given`
              FROM (
                SELECT
                  `t7`.`person_id`,
                  `t7`.`start`,
                  `t7`.`exceptional`,
                  `t7`.`refs`,
                  `t7`.`exceptional_refs`,
                  `t7`.`unit_id`,
                  `t7`.`employment`,
                  `t7`.`profession`,
                  `t7`.`is_leader`,
                  `t7`.`is_secretary`,
                  `t7`.`birth_date`,
                  `t7`.`education`,
                  `t7`.`party`,
                  `t7`.`title_level`,
                  `t7`.`title_since`,
                  `t7`.`rank_since`,
                  `t7`.`ref`,
                  `t7`.`unit_district`,
                  `t27`.`person_id` AS `person_id_right`,
                  `t27`.`given`
                FROM (
                  SELECT
                    `t1`.`person_id`,
                    `t1`.`exceptional` AS `start`,
                    `t1`.`exceptional`,
                    `t1`.`refs`,
                    `t1`.`exceptional_refs`,
                    `t1`.`unit_id`,
                    `t1`.`employment`,
                    `t1`.`profession`,
                    `t1`.`is_leader`,
                    `t1`.`is_secretary`,
                    `t1`.`birth_date`,
                    `t1`.`education`,
                    `t1`.`party`,
                    `t1`.`title_level`,
                    `t1`.`title_since`,
                    `t1`.`rank_since`,
                    `t1`.`ref`,
                    `t1`.`unit_district`
                  FROM `run`.`listed_person` AS `t1`
                  WHERE
                    `t1`.`exceptional` IS NOT NULL
                ) AS `t7`
                LEFT OUTER JOIN (
                  SELECT
                    `t25`.`person_id`,
                    MIN(`t25`.`day`) AS `given`
                  FROM (
                    SELECT
                      `t24`.`person_id`,
                      `t24`.`start`,
                      `t24`.`quantity`,
                      `t24`.`words`,
                      `t24`.`day`,
                      `t24`.`named`
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t8`.`person_id`,
                          `t8`.`start`,
                          `t14`.`subject_id`,
                          `t14`.`quantity`,
                          `t14`.`words`,
                          `t14`.`day`,
                          `t14`.`named`
                        FROM (
                          SELECT DISTINCT
                            `t1`.`person_id`,
                            `t1`.`exceptional` AS `start`
                          FROM `run`.`listed_person` AS `t1`
                          WHERE
                            `t1`.`exceptional` IS NOT NULL
                        ) AS `t8`
                        INNER JOIN (
                          SELECT
                            *
                          FROM `t2` AS `t6`
                          WHERE
                            `t6`.`day` <= AS_OF() AND COALESCE(`t6`.`words` <> 'panel', TRUE)
                        ) AS `t14`
                          ON `t8`.`person_id` = `t14`.`subject_id`
                      ) AS `t23`
                      WHERE
                        `t23`.`day` >= `t23`.`start`
                        AND (
                          (
                            `t23`.`named` IS NULL
                          ) OR (
                            `t23`.`named` = `t23`.`start`
                          )
                        )
                    ) AS `t24`
                  ) AS `t25`
                  GROUP BY
                    1
                ) AS `t27`
                  ON `t7`.`person_id` = `t27`.`person_id`
              ) AS `t28`
            ) AS `t30`
            LEFT OUTER JOIN (
              SELECT
                `t9`.`subject_id`,
                MIN(`t9`.`day`) AS `cited`
              FROM (
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
                    `t0`.`provision` = 'M06-1'
                ) AS `t3`
                WHERE
                  `t3`.`day` <= AS_OF() AND COALESCE(`t3`.`words` = 'merit', FALSE)
              ) AS `t9`
              GROUP BY
                1
            ) AS `t19`
              ON `t30`.`person_id` = `t19`.`subject_id`
          ) AS `t31`
        ) AS `t33`
        LEFT OUTER JOIN (
          SELECT
            `t12`.`subject_id`,
            MIN(`t12`.`day`) AS `agreed`
          FROM (
            SELECT
              *
            FROM `t2` AS `t6`
            WHERE
              `t6`.`day` <= AS_OF() AND COALESCE(`t6`.`words` = 'panel', FALSE)
          ) AS `t12`
          GROUP BY
            1
        ) AS `t22`
          ON `t33`.`person_id` = `t22`.`subject_id`
      ) AS `t34`
    ) AS `t35`
    WHERE
      (
        `t35`.`given` IS NOT NULL
      )
      OR (
        (
          `t35`.`cited` IS NOT NULL
        ) OR (
          `t35`.`agreed` IS NOT NULL
        )
      )
  ) AS `t36`
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t38`.`obligation_id`,
      'bars_checked' AS `criterion`,
      `t38`.`holds_bars_checked` AS `holds`,
      `t38`.`value_bars_checked` AS `value`,
      '' AS `fact_refs`
    FROM `t37` AS `t38`
  ) AS `t40`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t45`.`obligation_id`,
      `t45`.`criterion`,
      `t45`.`holds`,
      `t45`.`value`,
      COALESCE(`t59`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t38`.`obligation_id`,
        'given' AS `criterion`,
        `t38`.`holds_given` AS `holds`,
        `t38`.`value_given` AS `value`
      FROM `t37` AS `t38`
    ) AS `t45`
    LEFT OUTER JOIN (
      SELECT
        `t53`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t53`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t39`.`obligation_id`,
            `t20`.`ref`
          FROM `t37` AS `t39`
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
                `t0`.`provision` = 'M06-2'
            ) AS `t10`
            WHERE
              `t10`.`day` <= AS_OF()
          ) AS `t20`
            ON `t39`.`person_id` = `t20`.`subject_id` AND `t20`.`day` = `t39`.`given`
        ) AS `t50`
      ) AS `t53`
      GROUP BY
        1
    ) AS `t59`
      ON `t45`.`obligation_id` = `t59`.`obligation_id`
  ) AS `t62`
) AS `t65`
UNION ALL
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
        `t38`.`obligation_id`,
        'listed' AS `criterion`,
        `t38`.`holds_listed` AS `holds`,
        `t38`.`value_listed` AS `value`,
        COALESCE(`t38`.`refs_listed`, '') AS `fact_refs`
      FROM `t37` AS `t38`
    ) AS `t46`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t38`.`obligation_id`,
        'cited_or_unanimous' AS `criterion`,
        `t38`.`holds_cited_or_unanimous` AS `holds`,
        `t38`.`value_cited_or_unanimous` AS `value`,
        '' AS `fact_refs`
      FROM `t37` AS `t38`
    ) AS `t41`
  ) AS `t49`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t47`.`obligation_id`,
        `t47`.`criterion`,
        `t47`.`holds`,
        `t47`.`value`,
        COALESCE(`t60`.`fact_refs`, '') AS `fact_refs`
      FROM (
        SELECT
          `t38`.`obligation_id`,
          'merit_citation' AS `criterion`,
          `t38`.`holds_merit_citation` AS `holds`,
          `t38`.`value_merit_citation` AS `value`
        FROM `t37` AS `t38`
      ) AS `t47`
      LEFT OUTER JOIN (
        SELECT
          `t54`.`obligation_id`,
          ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t54`.`ref`)), ';') AS `fact_refs`
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              `t39`.`obligation_id`,
              `t21`.`ref`
            FROM `t37` AS `t39`
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
                  `t0`.`provision` = 'M06-1'
              ) AS `t11`
              WHERE
                `t11`.`day` <= AS_OF()
            ) AS `t21`
              ON `t39`.`person_id` = `t21`.`subject_id` AND `t21`.`day` = `t39`.`cited`
          ) AS `t51`
        ) AS `t54`
        GROUP BY
          1
      ) AS `t60`
        ON `t47`.`obligation_id` = `t60`.`obligation_id`
    ) AS `t63`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t48`.`obligation_id`,
        `t48`.`criterion`,
        `t48`.`holds`,
        `t48`.`value`,
        COALESCE(`t61`.`fact_refs`, '') AS `fact_refs`
      FROM (
        SELECT
          `t38`.`obligation_id`,
          'panel_unanimous' AS `criterion`,
          `t38`.`holds_panel_unanimous` AS `holds`,
          `t38`.`value_panel_unanimous` AS `value`
        FROM `t37` AS `t38`
      ) AS `t48`
      LEFT OUTER JOIN (
        SELECT
          `t55`.`obligation_id`,
          ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t55`.`ref`)), ';') AS `fact_refs`
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              `t39`.`obligation_id`,
              `t20`.`ref`
            FROM `t37` AS `t39`
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
                  `t0`.`provision` = 'M06-2'
              ) AS `t10`
              WHERE
                `t10`.`day` <= AS_OF()
            ) AS `t20`
              ON `t39`.`person_id` = `t20`.`subject_id` AND `t20`.`day` = `t39`.`agreed`
          ) AS `t52`
        ) AS `t55`
        GROUP BY
          1
      ) AS `t61`
        ON `t48`.`obligation_id` = `t61`.`obligation_id`
    ) AS `t64`
  ) AS `t66`
) AS `t67`
