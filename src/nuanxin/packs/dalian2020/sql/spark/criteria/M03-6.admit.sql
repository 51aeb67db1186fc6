WITH `t48` AS (
  SELECT
    `t47`.`person_id`,
    `t47`.`start`,
    `t47`.`exceptional`,
    `t47`.`refs`,
    `t47`.`exceptional_refs`,
    `t47`.`unit_id`,
    `t47`.`employment`,
    `t47`.`profession`,
    `t47`.`is_leader`,
    `t47`.`is_secretary`,
    `t47`.`birth_date`,
    `t47`.`education`,
    `t47`.`party`,
    `t47`.`title_level`,
    `t47`.`title_since`,
    `t47`.`rank_since`,
    `t47`.`ref`,
    `t47`.`unit_district`,
    `t47`.`announced`,
    `t47`.`approved`,
    `t47`.`announced_until`,
    `t47`.`due`,
    CONCAT_WS(
      '|',
      COALESCE('M03-6', ''),
      COALESCE('person', ''),
      COALESCE(`t47`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t47`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M03-6' AS `provision`,
    CAST(3 AS BIGINT) AS `measure`,
    'MUST' AS `modality`,
    'person' AS `subject_kind`,
    `t47`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t47`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(NULL AS DATE) AS `period_end`,
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(IF(
      (
        `t47`.`approved` IS NOT NULL
      )
      AND (
        (
          `t47`.`approved` IS NULL
        )
        OR COALESCE(`t47`.`approved` >= `t47`.`announced_until`, FALSE)
      ),
      1,
      0
    ) AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(
      CAST(IF((
        `t47`.`party` IS NULL
      ) AND (
        `t47`.`approved` IS NULL
      ), NULL, `t47`.`due`) AS INT),
      ' days'
    ) AS INTERVAL) AS TIMESTAMP) AS DATE) AS `due_on`,
    `t47`.`unit_id` AS `owner_unit_id`,
    CASE
      WHEN (
        `t47`.`party` IS NULL
      ) AND (
        `t47`.`approved` IS NULL
      )
      THEN 'unknown'
      WHEN NOT (
        (
          `t47`.`approved` IS NULL
        )
        OR COALESCE(`t47`.`approved` >= `t47`.`announced_until`, FALSE)
      )
      THEN 'breached'
      WHEN `t47`.`approved` IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= `t47`.`due`
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS `state`,
    IF(
      (
        `t47`.`party` IS NULL
      ) AND (
        `t47`.`approved` IS NULL
      ),
      'party',
      CAST(NULL AS STRING)
    ) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t47`.`start` IS NOT NULL AS `holds_listed`,
    IF(`t47`.`party` IS NULL, NULL, TRUE) AS `holds_applied`,
    `t47`.`announced` IS NOT NULL AS `holds_publicity_held`,
    (
      `t47`.`approved` IS NULL
    )
    OR COALESCE(`t47`.`approved` >= `t47`.`announced_until`, FALSE) AS `holds_no_step_skipped`,
    `t47`.`approved` IS NOT NULL AS `holds_approved`,
    AS_OF() <= `t47`.`due` AS `holds_within_due_day`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t47`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_listed`,
    `t47`.`party` AS `value_applied`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t47`.`announced` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_publicity_held`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t47`.`announced_until` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_no_step_skipped`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t47`.`approved` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_approved`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t47`.`due` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_within_due_day`,
    `t47`.`refs` AS `refs_listed`,
    `t47`.`ref` AS `refs_applied`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t45`.`person_id`,
        `t45`.`start`,
        `t45`.`exceptional`,
        `t45`.`refs`,
        `t45`.`exceptional_refs`,
        `t45`.`unit_id`,
        `t45`.`employment`,
        `t45`.`profession`,
        `t45`.`is_leader`,
        `t45`.`is_secretary`,
        `t45`.`birth_date`,
        `t45`.`education`,
        `t45`.`party`,
        `t45`.`title_level`,
        `t45`.`title_since`,
        `t45`.`rank_since`,
        `t45`.`ref`,
        `t45`.`unit_district`,
        `t45`.`announced`,
        `t45`.`approved`,
        `t45`.`announced_until`,
        `t45`.`due`
      FROM (
        SELECT
          `t44`.`person_id`,
          `t44`.`start`,
          `t44`.`exceptional`,
          `t44`.`refs`,
          `t44`.`exceptional_refs`,
          `t44`.`unit_id`,
          `t44`.`employment`,
          `t44`.`profession`,
          `t44`.`is_leader`,
          `t44`.`is_secretary`,
          `t44`.`birth_date`,
          `t44`.`education`,
          `t44`.`party`,
          `t44`.`title_level`,
          `t44`.`title_since`,
          `t44`.`rank_since`,
          `t44`.`ref`,
          `t44`.`unit_district`,
          `t44`.`announced`,
          `t44`.`approved`,
          `t44`.`announced_until`,
          `t44`.`due_month`,
          `t44`.`into`,
          `t44`.`due_month_right`,
          `t44`.`due_first`,
          `t44`.`due_last`,
          LEAST(`t44`.`due_first` + `t44`.`into`, `t44`.`due_last`) AS `due`
        FROM (
          SELECT
            `t43`.`person_id`,
            `t43`.`start`,
            `t43`.`exceptional`,
            `t43`.`refs`,
            `t43`.`exceptional_refs`,
            `t43`.`unit_id`,
            `t43`.`employment`,
            `t43`.`profession`,
            `t43`.`is_leader`,
            `t43`.`is_secretary`,
            `t43`.`birth_date`,
            `t43`.`education`,
            `t43`.`party`,
            `t43`.`title_level`,
            `t43`.`title_since`,
            `t43`.`rank_since`,
            `t43`.`ref`,
            `t43`.`unit_district`,
            `t43`.`announced`,
            `t43`.`approved`,
            `t43`.`announced_until`,
            `t43`.`due_month`,
            `t43`.`into`,
            `t12`.`due_month` AS `due_month_right`,
            `t12`.`due_first`,
            `t12`.`due_last`
          FROM (
            SELECT
              `t41`.`person_id`,
              `t41`.`start`,
              `t41`.`exceptional`,
              `t41`.`refs`,
              `t41`.`exceptional_refs`,
              `t41`.`unit_id`,
              `t41`.`employment`,
              `t41`.`profession`,
              `t41`.`is_leader`,
              `t41`.`is_secretary`,
              `t41`.`birth_date`,
              `t41`.`education`,
              `t41`.`party`,
              `t41`.`title_level`,
              `t41`.`title_since`,
              `t41`.`rank_since`,
              `t41`.`ref`,
              `t41`.`unit_district`,
              `t41`.`announced`,
              `t41`.`approved`,
              `t41`.`announced_until`,
              `t41`.`due_month`,
              `t41`.`into`
            FROM (
              SELECT
                `t40`.`person_id`,
                `t40`.`start`,
                `t40`.`exceptional`,
                `t40`.`refs`,
                `t40`.`exceptional_refs`,
                `t40`.`unit_id`,
                `t40`.`employment`,
                `t40`.`profession`,
                `t40`.`is_leader`,
                `t40`.`is_secretary`,
                `t40`.`birth_date`,
                `t40`.`education`,
                `t40`.`party`,
                `t40`.`title_level`,
                `t40`.`title_since`,
                `t40`.`rank_since`,
                `t40`.`ref`,
                `t40`.`unit_district`,
                `t40`.`announced`,
                `t40`.`approved`,
                `t40`.`announced_until`,
                `t40`.`month`,
                `t40`.`first_day`,
                `t40`.`month` + PARAM('party.admission_cap') AS `due_month`,
                `t40`.`start` - `t40`.`first_day` AS `into`
              FROM (
                SELECT
                  `t39`.`person_id`,
                  `t39`.`start`,
                  `t39`.`exceptional`,
                  `t39`.`refs`,
                  `t39`.`exceptional_refs`,
                  `t39`.`unit_id`,
                  `t39`.`employment`,
                  `t39`.`profession`,
                  `t39`.`is_leader`,
                  `t39`.`is_secretary`,
                  `t39`.`birth_date`,
                  `t39`.`education`,
                  `t39`.`party`,
                  `t39`.`title_level`,
                  `t39`.`title_since`,
                  `t39`.`rank_since`,
                  `t39`.`ref`,
                  `t39`.`unit_district`,
                  `t39`.`announced`,
                  `t39`.`approved`,
                  `t39`.`announced_until`,
                  `t39`.`month`,
                  `t39`.`first_day`
                FROM (
                  SELECT
                    `t38`.`person_id`,
                    `t38`.`start`,
                    `t38`.`exceptional`,
                    `t38`.`refs`,
                    `t38`.`exceptional_refs`,
                    `t38`.`unit_id`,
                    `t38`.`employment`,
                    `t38`.`profession`,
                    `t38`.`is_leader`,
                    `t38`.`is_secretary`,
                    `t38`.`birth_date`,
                    `t38`.`education`,
                    `t38`.`party`,
                    `t38`.`title_level`,
                    `t38`.`title_since`,
                    `t38`.`rank_since`,
                    `t38`.`ref`,
                    `t38`.`unit_district`,
                    `t38`.`announced`,
                    `t38`.`approved`,
                    `t38`.`announced_until`,
                    `t22`.`month`,
                    `t22`.`start` AS `start_right`,
                    `t22`.`first_day`
                  FROM (
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
                      `t36`.`announced`,
                      `t36`.`approved`,
                      `t36`.`announced_until`
                    FROM (
                      SELECT
                        `t35`.`person_id`,
                        `t35`.`start`,
                        `t35`.`exceptional`,
                        `t35`.`refs`,
                        `t35`.`exceptional_refs`,
                        `t35`.`unit_id`,
                        `t35`.`employment`,
                        `t35`.`profession`,
                        `t35`.`is_leader`,
                        `t35`.`is_secretary`,
                        `t35`.`birth_date`,
                        `t35`.`education`,
                        `t35`.`party`,
                        `t35`.`title_level`,
                        `t35`.`title_since`,
                        `t35`.`rank_since`,
                        `t35`.`ref`,
                        `t35`.`unit_district`,
                        `t35`.`announced`,
                        `t35`.`approved`,
                        `t35`.`due_count`,
                        `t14`.`workday_count`,
                        `t14`.`announced_until`
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
                          `t33`.`announced`,
                          `t33`.`approved`,
                          `t33`.`due_count`
                        FROM (
                          SELECT
                            `t32`.`person_id`,
                            `t32`.`start`,
                            `t32`.`exceptional`,
                            `t32`.`refs`,
                            `t32`.`exceptional_refs`,
                            `t32`.`unit_id`,
                            `t32`.`employment`,
                            `t32`.`profession`,
                            `t32`.`is_leader`,
                            `t32`.`is_secretary`,
                            `t32`.`birth_date`,
                            `t32`.`education`,
                            `t32`.`party`,
                            `t32`.`title_level`,
                            `t32`.`title_since`,
                            `t32`.`rank_since`,
                            `t32`.`ref`,
                            `t32`.`unit_district`,
                            `t32`.`announced`,
                            `t32`.`approved`,
                            `t17`.`announced` AS `announced_right`,
                            `t17`.`due_count`
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
                              `t30`.`announced`,
                              `t30`.`approved`
                            FROM (
                              SELECT
                                `t4`.`person_id`,
                                `t4`.`start`,
                                `t4`.`exceptional`,
                                `t4`.`refs`,
                                `t4`.`exceptional_refs`,
                                `t4`.`unit_id`,
                                `t4`.`employment`,
                                `t4`.`profession`,
                                `t4`.`is_leader`,
                                `t4`.`is_secretary`,
                                `t4`.`birth_date`,
                                `t4`.`education`,
                                `t4`.`party`,
                                `t4`.`title_level`,
                                `t4`.`title_since`,
                                `t4`.`rank_since`,
                                `t4`.`ref`,
                                `t4`.`unit_district`,
                                `t29`.`person_id` AS `person_id_right`,
                                `t29`.`announced`,
                                `t29`.`approved`
                              FROM `run`.`listed_person` AS `t4`
                              LEFT OUTER JOIN (
                                SELECT
                                  `t27`.`person_id`,
                                  MIN(IF(`t27`.`words` = 'publicity', `t27`.`day`, NULL)) AS `announced`,
                                  MIN(IF(`t27`.`words` = 'approval', `t27`.`day`, NULL)) AS `approved`
                                FROM (
                                  SELECT
                                    `t26`.`person_id`,
                                    `t26`.`start`,
                                    `t26`.`quantity`,
                                    `t26`.`words`,
                                    `t26`.`day`,
                                    `t26`.`named`
                                  FROM (
                                    SELECT
                                      *
                                    FROM (
                                      SELECT
                                        `t15`.`person_id`,
                                        `t15`.`start`,
                                        `t20`.`subject_id`,
                                        `t20`.`quantity`,
                                        `t20`.`words`,
                                        `t20`.`day`,
                                        `t20`.`named`
                                      FROM (
                                        SELECT DISTINCT
                                          `t3`.`person_id`,
                                          `t3`.`start`
                                        FROM `run`.`listed_person` AS `t3`
                                      ) AS `t15`
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
                                            `t0`.`provision` = 'M03-6'
                                        ) AS `t10`
                                        WHERE
                                          `t10`.`day` <= AS_OF() AND TRUE
                                      ) AS `t20`
                                        ON `t15`.`person_id` = `t20`.`subject_id`
                                    ) AS `t25`
                                    WHERE
                                      `t25`.`day` >= `t25`.`start`
                                      AND (
                                        (
                                          `t25`.`named` IS NULL
                                        ) OR (
                                          `t25`.`named` = `t25`.`start`
                                        )
                                      )
                                  ) AS `t26`
                                ) AS `t27`
                                GROUP BY
                                  1
                              ) AS `t29`
                                ON `t4`.`person_id` = `t29`.`person_id`
                            ) AS `t30`
                          ) AS `t32`
                          LEFT OUTER JOIN (
                            SELECT
                              `t2`.`day` AS `announced`,
                              `t2`.`workday_count` + PARAM('appoint.publicity_days') AS `due_count`
                            FROM `run`.`calendar` AS `t2`
                          ) AS `t17`
                            ON `t32`.`announced` = `t17`.`announced`
                        ) AS `t33`
                      ) AS `t35`
                      LEFT OUTER JOIN (
                        SELECT
                          `t2`.`workday_count`,
                          `t2`.`day` AS `announced_until`
                        FROM `run`.`calendar` AS `t2`
                        WHERE
                          `t2`.`is_workday`
                      ) AS `t14`
                        ON `t35`.`due_count` = `t14`.`workday_count`
                    ) AS `t36`
                  ) AS `t38`
                  LEFT OUTER JOIN (
                    SELECT
                      `t13`.`month`,
                      `t13`.`start`,
                      `t11`.`first_day`
                    FROM (
                      SELECT
                        `t2`.`month`,
                        `t2`.`day` AS `start`
                      FROM `run`.`calendar` AS `t2`
                    ) AS `t13`
                    INNER JOIN (
                      SELECT
                        `t1`.`month`,
                        `t1`.`first_day`
                      FROM `run`.`month` AS `t1`
                    ) AS `t11`
                      ON `t13`.`month` = `t11`.`month`
                  ) AS `t22`
                    ON `t38`.`start` = `t22`.`start`
                ) AS `t39`
              ) AS `t40`
            ) AS `t41`
          ) AS `t43`
          LEFT OUTER JOIN (
            SELECT
              `t1`.`month` AS `due_month`,
              `t1`.`first_day` AS `due_first`,
              `t1`.`last_day` AS `due_last`
            FROM `run`.`month` AS `t1`
          ) AS `t12`
            ON `t43`.`due_month` = `t12`.`due_month`
        ) AS `t44`
      ) AS `t45`
    ) AS `t46`
    WHERE
      (
        `t46`.`party` IS NULL
      )
      OR (
        `t46`.`party` = 'applicant'
      )
      OR (
        `t46`.`party` IN ('member', 'probationary')
        AND (
          `t46`.`approved` IS NOT NULL
        )
      )
  ) AS `t47`
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t55`.`obligation_id`,
      `t55`.`criterion`,
      `t55`.`holds`,
      `t55`.`value`,
      COALESCE(`t66`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t49`.`obligation_id`,
        'approved' AS `criterion`,
        `t49`.`holds_approved` AS `holds`,
        `t49`.`value_approved` AS `value`
      FROM `t48` AS `t49`
    ) AS `t55`
    LEFT OUTER JOIN (
      SELECT
        `t62`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t62`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t50`.`obligation_id`,
            `t24`.`ref`
          FROM `t48` AS `t50`
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
                `t0`.`provision` = 'M03-6'
            ) AS `t19`
            WHERE
              `t19`.`day` <= AS_OF()
          ) AS `t24`
            ON `t50`.`person_id` = `t24`.`subject_id`
            AND `t24`.`day` = `t50`.`approved`
            AND `t24`.`counterpart_id` = 'approval'
        ) AS `t60`
      ) AS `t62`
      GROUP BY
        1
    ) AS `t66`
      ON `t55`.`obligation_id` = `t66`.`obligation_id`
  ) AS `t68`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t49`.`obligation_id`,
      'within_due_day' AS `criterion`,
      `t49`.`holds_within_due_day` AS `holds`,
      `t49`.`value_within_due_day` AS `value`,
      '' AS `fact_refs`
    FROM `t48` AS `t49`
  ) AS `t51`
) AS `t70`
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
        `t49`.`obligation_id`,
        'listed' AS `criterion`,
        `t49`.`holds_listed` AS `holds`,
        `t49`.`value_listed` AS `value`,
        COALESCE(`t49`.`refs_listed`, '') AS `fact_refs`
      FROM `t48` AS `t49`
    ) AS `t56`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t49`.`obligation_id`,
        'applied' AS `criterion`,
        `t49`.`holds_applied` AS `holds`,
        `t49`.`value_applied` AS `value`,
        COALESCE(`t49`.`refs_applied`, '') AS `fact_refs`
      FROM `t48` AS `t49`
    ) AS `t57`
  ) AS `t59`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t58`.`obligation_id`,
        `t58`.`criterion`,
        `t58`.`holds`,
        `t58`.`value`,
        COALESCE(`t67`.`fact_refs`, '') AS `fact_refs`
      FROM (
        SELECT
          `t49`.`obligation_id`,
          'publicity_held' AS `criterion`,
          `t49`.`holds_publicity_held` AS `holds`,
          `t49`.`value_publicity_held` AS `value`
        FROM `t48` AS `t49`
      ) AS `t58`
      LEFT OUTER JOIN (
        SELECT
          `t63`.`obligation_id`,
          ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t63`.`ref`)), ';') AS `fact_refs`
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              `t50`.`obligation_id`,
              `t24`.`ref`
            FROM `t48` AS `t50`
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
                  `t0`.`provision` = 'M03-6'
              ) AS `t19`
              WHERE
                `t19`.`day` <= AS_OF()
            ) AS `t24`
              ON `t50`.`person_id` = `t24`.`subject_id`
              AND `t24`.`day` = `t50`.`announced`
              AND `t24`.`counterpart_id` = 'publicity'
          ) AS `t61`
        ) AS `t63`
        GROUP BY
          1
      ) AS `t67`
        ON `t58`.`obligation_id` = `t67`.`obligation_id`
    ) AS `t69`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t49`.`obligation_id`,
        'no_step_skipped' AS `criterion`,
        `t49`.`holds_no_step_skipped` AS `holds`,
        `t49`.`value_no_step_skipped` AS `value`,
        '' AS `fact_refs`
      FROM `t48` AS `t49`
    ) AS `t52`
  ) AS `t71`
) AS `t72`
