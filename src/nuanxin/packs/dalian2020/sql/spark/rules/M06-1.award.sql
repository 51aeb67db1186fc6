SELECT
  `t26`.`obligation_id`,
  `t26`.`provision`,
  `t26`.`measure`,
  `t26`.`modality`,
  `t26`.`subject_kind`,
  `t26`.`subject_id`,
  `t26`.`period_start`,
  `t26`.`period_end`,
  `t26`.`quantity`,
  `t26`.`quantity_unit`,
  `t26`.`quantity_met`,
  `t26`.`due_on`,
  `t26`.`owner_unit_id`,
  `t26`.`state`,
  `t26`.`missing`,
  `t26`.`as_of`
FROM (
  SELECT
    `t25`.`person_id`,
    `t25`.`start`,
    `t25`.`exceptional`,
    `t25`.`refs`,
    `t25`.`exceptional_refs`,
    `t25`.`unit_id`,
    `t25`.`employment`,
    `t25`.`profession`,
    `t25`.`is_leader`,
    `t25`.`is_secretary`,
    `t25`.`birth_date`,
    `t25`.`education`,
    `t25`.`party`,
    `t25`.`title_level`,
    `t25`.`title_since`,
    `t25`.`rank_since`,
    `t25`.`ref`,
    `t25`.`unit_district`,
    `t25`.`given`,
    `t25`.`announced_until`,
    CONCAT_WS(
      '|',
      COALESCE('M06-1', ''),
      COALESCE('person', ''),
      COALESCE(`t25`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t25`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M06-1' AS `provision`,
    CAST(6 AS BIGINT) AS `measure`,
    'MAY' AS `modality`,
    'person' AS `subject_kind`,
    `t25`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t25`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(NULL AS DATE) AS `period_end`,
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t25`.`unit_id` AS `owner_unit_id`,
    CASE WHEN `t25`.`given` IS NOT NULL THEN 'met' ELSE 'available' END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t25`.`start` IS NOT NULL AS `holds_listed`,
    COALESCE(`t25`.`given`, AS_OF()) >= `t25`.`announced_until` AS `holds_publicity_over`,
    CAST(NULL AS BOOLEAN) AS `holds_bars_checked`,
    `t25`.`given` IS NOT NULL AS `holds_given`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t25`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_listed`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t25`.`announced_until` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_publicity_over`,
    '' AS `value_bars_checked`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t25`.`given` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_given`,
    `t25`.`refs` AS `refs_listed`
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
      `t24`.`announced_until`
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
        `t23`.`due_count`,
        `t6`.`workday_count`,
        `t6`.`announced_until`
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
          `t21`.`given`,
          `t21`.`due_count`
        FROM (
          SELECT
            `t20`.`person_id`,
            `t20`.`start`,
            `t20`.`exceptional`,
            `t20`.`refs`,
            `t20`.`exceptional_refs`,
            `t20`.`unit_id`,
            `t20`.`employment`,
            `t20`.`profession`,
            `t20`.`is_leader`,
            `t20`.`is_secretary`,
            `t20`.`birth_date`,
            `t20`.`education`,
            `t20`.`party`,
            `t20`.`title_level`,
            `t20`.`title_since`,
            `t20`.`rank_since`,
            `t20`.`ref`,
            `t20`.`unit_district`,
            `t20`.`given`,
            `t10`.`start` AS `start_right`,
            `t10`.`due_count`
          FROM (
            SELECT
              `t18`.`person_id`,
              `t18`.`start`,
              `t18`.`exceptional`,
              `t18`.`refs`,
              `t18`.`exceptional_refs`,
              `t18`.`unit_id`,
              `t18`.`employment`,
              `t18`.`profession`,
              `t18`.`is_leader`,
              `t18`.`is_secretary`,
              `t18`.`birth_date`,
              `t18`.`education`,
              `t18`.`party`,
              `t18`.`title_level`,
              `t18`.`title_since`,
              `t18`.`rank_since`,
              `t18`.`ref`,
              `t18`.`unit_district`,
              `t18`.`given`
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
                `t17`.`person_id` AS `person_id_right`,
                `t17`.`given`
              FROM `run`.`listed_person` AS `t3`
              LEFT OUTER JOIN (
                SELECT
                  `t15`.`person_id`,
                  MIN(`t15`.`day`) AS `given`
                FROM (
                  SELECT
                    `t14`.`person_id`,
                    `t14`.`start`,
                    `t14`.`quantity`,
                    `t14`.`words`,
                    `t14`.`day`,
                    `t14`.`named`
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t7`.`person_id`,
                        `t7`.`start`,
                        `t12`.`subject_id`,
                        `t12`.`quantity`,
                        `t12`.`words`,
                        `t12`.`day`,
                        `t12`.`named`
                      FROM (
                        SELECT DISTINCT
                          `t1`.`person_id`,
                          `t1`.`start`
                        FROM `run`.`listed_person` AS `t1`
                      ) AS `t7`
                      INNER JOIN (
                        SELECT
                          *
                        FROM (
                          SELECT
                            `t2`.`subject_id`,
                            `t2`.`quantity`,
                            `t2`.`counterpart_id` AS `words`,
                            DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t2`.`on_date`) AS `day`,
                            DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t2`.`period_start`) AS `named`
                          FROM `facts`.`deliveries` AS `t2`
                          WHERE
                            `t2`.`provision` = 'M06-1'
                        ) AS `t9`
                        WHERE
                          `t9`.`day` <= AS_OF() AND TRUE
                      ) AS `t12`
                        ON `t7`.`person_id` = `t12`.`subject_id`
                    ) AS `t13`
                    WHERE
                      `t13`.`day` >= `t13`.`start`
                      AND (
                        (
                          `t13`.`named` IS NULL
                        ) OR (
                          `t13`.`named` = `t13`.`start`
                        )
                      )
                  ) AS `t14`
                ) AS `t15`
                GROUP BY
                  1
              ) AS `t17`
                ON `t3`.`person_id` = `t17`.`person_id`
            ) AS `t18`
          ) AS `t20`
          LEFT OUTER JOIN (
            SELECT
              `t0`.`day` AS `start`,
              `t0`.`workday_count` + PARAM('award.publicity_days') AS `due_count`
            FROM `run`.`calendar` AS `t0`
          ) AS `t10`
            ON `t20`.`start` = `t10`.`start`
        ) AS `t21`
      ) AS `t23`
      LEFT OUTER JOIN (
        SELECT
          `t0`.`workday_count`,
          `t0`.`day` AS `announced_until`
        FROM `run`.`calendar` AS `t0`
        WHERE
          `t0`.`is_workday`
      ) AS `t6`
        ON `t23`.`due_count` = `t6`.`workday_count`
    ) AS `t24`
  ) AS `t25`
) AS `t26`
