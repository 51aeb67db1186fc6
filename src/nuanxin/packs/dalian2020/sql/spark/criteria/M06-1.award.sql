WITH `t29` AS (
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
    `t28`.`given`,
    `t28`.`announced_until`,
    CONCAT_WS(
      '|',
      COALESCE('M06-1', ''),
      COALESCE('person', ''),
      COALESCE(`t28`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t28`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M06-1' AS `provision`,
    CAST(6 AS BIGINT) AS `measure`,
    'MAY' AS `modality`,
    'person' AS `subject_kind`,
    `t28`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t28`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(NULL AS DATE) AS `period_end`,
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t28`.`unit_id` AS `owner_unit_id`,
    CASE WHEN `t28`.`given` IS NOT NULL THEN 'met' ELSE 'available' END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t28`.`start` IS NOT NULL AS `holds_listed`,
    COALESCE(`t28`.`given`, AS_OF()) >= `t28`.`announced_until` AS `holds_publicity_over`,
    CAST(NULL AS BOOLEAN) AS `holds_bars_checked`,
    `t28`.`given` IS NOT NULL AS `holds_given`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t28`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_listed`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t28`.`announced_until` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_publicity_over`,
    '' AS `value_bars_checked`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t28`.`given` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_given`,
    `t28`.`refs` AS `refs_listed`
  FROM (
    SELECT
      `t27`.`person_id`,
      `t27`.`start`,
      `t27`.`exceptional`,
      `t27`.`refs`,
      `t27`.`exceptional_refs`,
      `t27`.`unit_id`,
      `t27`.`employment`,
      `t27`.`profession`,
      `t27`.`is_leader`,
      `t27`.`is_secretary`,
      `t27`.`birth_date`,
      `t27`.`education`,
      `t27`.`party`,
      `t27`.`title_level`,
      `t27`.`title_since`,
      `t27`.`rank_since`,
      `t27`.`ref`,
      `t27`.`unit_district`,
      `t27`.`given`,
      `t27`.`announced_until`
    FROM (
      SELECT
        `t26`.`person_id`,
        `t26`.`start`,
        `t26`.`exceptional`,
        `t26`.`refs`,
        `t26`.`exceptional_refs`,
        `t26`.`unit_id`,
        `t26`.`employment`,
        `t26`.`profession`,
        `t26`.`is_leader`,
        `t26`.`is_secretary`,
        `t26`.`birth_date`,
        `t26`.`education`,
        `t26`.`party`,
        `t26`.`title_level`,
        `t26`.`title_since`,
        `t26`.`rank_since`,
        `t26`.`ref`,
        `t26`.`unit_district`,
        `t26`.`given`,
        `t26`.`due_count`,
        `t6`.`workday_count`,
        `t6`.`announced_until`
      FROM (
        SELECT
          `t24`.`person_id`,
          `t24`.`start`,
          `t24`.`exceptional`,
          `t24`.`refs`,
          `t24`.`exceptional_refs`,
          `t24`.`unit_id`,
          `t24`.`employment`,
          `t24`.`profession`,
          `t24`.`is_leader`,
          `t24`.`is_secretary`,
          `t24`.`birth_date`,
          `t24`.`education`,
          `t24`.`party`,
          `t24`.`title_level`,
          `t24`.`title_since`,
          `t24`.`rank_since`,
          `t24`.`ref`,
          `t24`.`unit_district`,
          `t24`.`given`,
          `t24`.`due_count`
        FROM (
          SELECT
            `t23`.`person_id`,
            `t23`.`start`,
            `t23`.`exceptional`,
            `t23`.`refs`,
            `t23`.`exceptional_refs`,
            `t23`.`unit_id`,
            `t23`.`employment`,
            `t23`.`profession`,
            `t23`.`is_leader`,
            `t23`.`is_secretary`,
            `t23`.`birth_date`,
            `t23`.`education`,
            `t23`.`party`,
            `t23`.`title_level`,
            `t23`.`title_since`,
            `t23`.`rank_since`,
            `t23`.`ref`,
            `t23`.`unit_district`,
            `t23`.`given`,
            `t10`.`start` AS `start_right`,
            `t10`.`due_count`
          FROM (
            SELECT
              `t21`.`person_id`,
              `t21`.`start`,
              `t21`.`exceptional`,
              `t21`.`refs`,
              `t21`.`exceptional_refs`,
              `t21`.`unit_id`,
              `t21`.`employment`,
              `t21`.`profession`,
              `t21`.`is_leader`,
              `t21`.`is_secretary`,
              `t21`.`birth_date`,
              `t21`.`education`,
              `t21`.`party`,
              `t21`.`title_level`,
              `t21`.`title_since`,
              `t21`.`rank_since`,
              `t21`.`ref`,
              `t21`.`unit_district`,
              `t21`.`given`
            FROM (
              SELECT
                `t3`.`person_id`,
                `t3`.`start`,
                `t3`.`exceptional`,
                `t3`.`refs`,
                `t3`.`exceptional_refs`,
                `t3`.`unit_id`,
                `t3`.`employment`,
                `t3`.`profession`,
                `t3`.`is_leader`,
                `t3`.`is_secretary`,
                `t3`.`birth_date`,
                `t3`.`education`,
                `t3`.`party`,
                `t3`.`title_level`,
                `t3`.`title_since`,
                `t3`.`rank_since`,
                `t3`.`ref`,
                `t3`.`unit_district`,
                `t20`.`person_id` AS `person_id_right`,
                `t20`.`given`
              FROM `run`.`listed_person` AS `t3`
              LEFT OUTER JOIN (
                SELECT
                  `t18`.`person_id`,
                  MIN(`t18`.`day`) AS `given`
                FROM (
                  SELECT
                    `t17`.`person_id`,
                    `t17`.`start`,
                    `t17`.`quantity`,
                    `t17`.`words`,
                    `t17`.`day`,
                    `t17`.`named`
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t8`.`person_id`,
                        `t8`.`start`,
                        `t13`.`subject_id`,
                        `t13`.`quantity`,
                        `t13`.`words`,
                        `t13`.`day`,
                        `t13`.`named`
                      FROM (
                        SELECT DISTINCT
                          `t2`.`person_id`,
                          `t2`.`start`
                        FROM `run`.`listed_person` AS `t2`
                      ) AS `t8`
                      INNER JOIN (
                        SELECT
                          *
                        FROM (
                          SELECT
                            `t1`.`subject_id`,
                            `t1`.`quantity`,
                            `t1`.`counterpart_id` AS `words`,
                            DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t1`.`on_date`) AS `day`,
                            DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t1`.`period_start`) AS `named`
                          FROM `facts`.`deliveries` AS `t1`
                          WHERE
                            `t1`.`provision` = 'M06-1'
                        ) AS `t7`
                        WHERE
                          `t7`.`day` <= AS_OF() AND TRUE
                      ) AS `t13`
                        ON `t8`.`person_id` = `t13`.`subject_id`
                    ) AS `t16`
                    WHERE
                      `t16`.`day` >= `t16`.`start`
                      AND (
                        (
                          `t16`.`named` IS NULL
                        ) OR (
                          `t16`.`named` = `t16`.`start`
                        )
                      )
                  ) AS `t17`
                ) AS `t18`
                GROUP BY
                  1
              ) AS `t20`
                ON `t3`.`person_id` = `t20`.`person_id`
            ) AS `t21`
          ) AS `t23`
          LEFT OUTER JOIN (
            SELECT
              `t0`.`day` AS `start`,
              `t0`.`workday_count` + PARAM('award.publicity_days') AS `due_count`
            FROM `run`.`calendar` AS `t0`
          ) AS `t10`
            ON `t23`.`start` = `t10`.`start`
        ) AS `t24`
      ) AS `t26`
      LEFT OUTER JOIN (
        SELECT
          `t0`.`workday_count`,
          `t0`.`day` AS `announced_until`
        FROM `run`.`calendar` AS `t0`
        WHERE
          `t0`.`is_workday`
      ) AS `t6`
        ON `t26`.`due_count` = `t6`.`workday_count`
    ) AS `t27`
  ) AS `t28`
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t30`.`obligation_id`,
      'listed' AS `criterion`,
      `t30`.`holds_listed` AS `holds`,
      `t30`.`value_listed` AS `value`,
      COALESCE(`t30`.`refs_listed`, '') AS `fact_refs`
    FROM `t29` AS `t30`
  ) AS `t35`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t30`.`obligation_id`,
      'publicity_over' AS `criterion`,
      `t30`.`holds_publicity_over` AS `holds`,
      `t30`.`value_publicity_over` AS `value`,
      '' AS `fact_refs`
    FROM `t29` AS `t30`
  ) AS `t32`
) AS `t37`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t30`.`obligation_id`,
      'bars_checked' AS `criterion`,
      `t30`.`holds_bars_checked` AS `holds`,
      `t30`.`value_bars_checked` AS `value`,
      '' AS `fact_refs`
    FROM `t29` AS `t30`
  ) AS `t33`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t36`.`obligation_id`,
      `t36`.`criterion`,
      `t36`.`holds`,
      `t36`.`value`,
      COALESCE(`t41`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t30`.`obligation_id`,
        'given' AS `criterion`,
        `t30`.`holds_given` AS `holds`,
        `t30`.`value_given` AS `value`
      FROM `t29` AS `t30`
    ) AS `t36`
    LEFT OUTER JOIN (
      SELECT
        `t39`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t39`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t31`.`obligation_id`,
            `t15`.`ref`
          FROM `t29` AS `t31`
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                `t1`.`subject_id`,
                `t1`.`counterpart_id`,
                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t1`.`on_date`) AS `day`,
                CONCAT(
                  'deliveries:',
                  CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t1`.`delivery_id`, ''), '%', '%25'), ';', '%3B'))
                ) AS `ref`
              FROM `facts`.`deliveries` AS `t1`
              WHERE
                `t1`.`provision` = 'M06-1'
            ) AS `t12`
            WHERE
              `t12`.`day` <= AS_OF()
          ) AS `t15`
            ON `t31`.`person_id` = `t15`.`subject_id` AND `t15`.`day` = `t31`.`given`
        ) AS `t38`
      ) AS `t39`
      GROUP BY
        1
    ) AS `t41`
      ON `t36`.`obligation_id` = `t41`.`obligation_id`
  ) AS `t42`
) AS `t43`
