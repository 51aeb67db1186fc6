WITH `t9` AS (
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
      `t1`.`provision` = 'M04-4'
  ) AS `t8`
  WHERE
    `t8`.`day` <= AS_OF() AND TRUE
), `t23` AS (
  SELECT
    `t22`.`unit_id`,
    MIN(`t22`.`start`) AS `start`,
    COUNT(*) AS `candidates`,
    ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t22`.`ref`)), ';') AS `people_refs`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t5`.`person_id`,
        `t5`.`start`,
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
        `t18`.`unit_district`
      FROM `run`.`listed_anybody` AS `t5`
      INNER JOIN (
        SELECT
          `t16`.`person_id`,
          `t16`.`unit_id`,
          `t16`.`employment`,
          `t16`.`profession`,
          `t16`.`is_leader`,
          `t16`.`is_secretary`,
          `t16`.`birth_date`,
          `t16`.`education`,
          `t16`.`party`,
          `t16`.`title_level`,
          `t16`.`title_since`,
          `t16`.`rank_since`,
          `t16`.`ref`,
          `t16`.`unit_district`
        FROM (
          SELECT
            `t14`.`person_id`,
            `t14`.`unit_id`,
            `t14`.`employment`,
            `t14`.`profession`,
            `t14`.`is_leader`,
            `t14`.`is_secretary`,
            `t14`.`birth_date`,
            `t14`.`education`,
            `t14`.`party`,
            `t14`.`title_level`,
            `t14`.`title_since`,
            `t14`.`rank_since`,
            `t14`.`ref`,
            `t7`.`unit_id` AS `unit_id_right`,
            `t7`.`unit_district`
          FROM (
            SELECT
              `t3`.`person_id`,
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
              CONCAT(
                'people:',
                CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t3`.`person_id`, ''), '%', '%25'), ';', '%3B'))
              ) AS `ref`
            FROM `facts`.`people` AS `t3`
          ) AS `t14`
          LEFT OUTER JOIN (
            SELECT
              `t0`.`unit_id`,
              `t0`.`district` AS `unit_district`
            FROM `facts`.`units` AS `t0`
          ) AS `t7`
            ON `t14`.`unit_id` = `t7`.`unit_id`
        ) AS `t16`
      ) AS `t18`
        ON `t5`.`person_id` = `t18`.`person_id`
    ) AS `t21`
    WHERE
      `t21`.`employment` = 'civil_servant'
      AND COALESCE(
        (
          (
            (
              EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 10000
            ) + (
              EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 100
            ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
          ) - (
            (
              EXTRACT(year FROM `t21`.`rank_since`) * 10000
            ) + (
              EXTRACT(month FROM `t21`.`rank_since`) * 100
            ) + EXTRACT(day FROM `t21`.`rank_since`)
          )
        ) >= (
          PARAM('rank.years_min') * 10000
        ),
        FALSE
      )
  ) AS `t22`
  GROUP BY
    1
)
SELECT
  `t38`.`obligation_id`,
  `t38`.`provision`,
  `t38`.`measure`,
  `t38`.`modality`,
  `t38`.`subject_kind`,
  `t38`.`subject_id`,
  `t38`.`period_start`,
  `t38`.`period_end`,
  `t38`.`quantity`,
  `t38`.`quantity_unit`,
  `t38`.`quantity_met`,
  `t38`.`due_on`,
  `t38`.`owner_unit_id`,
  `t38`.`state`,
  `t38`.`missing`,
  `t38`.`as_of`
FROM (
  SELECT
    `t37`.`unit_id`,
    `t37`.`start`,
    `t37`.`candidates`,
    `t37`.`people_refs`,
    `t37`.`given`,
    `t37`.`used`,
    CONCAT_WS(
      '|',
      COALESCE('M04-4', ''),
      COALESCE('unit', ''),
      COALESCE(`t37`.`unit_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t37`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M04-4' AS `provision`,
    CAST(4 AS BIGINT) AS `measure`,
    'MAY' AS `modality`,
    'unit' AS `subject_kind`,
    `t37`.`unit_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t37`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(NULL AS DATE) AS `period_end`,
    CAST(`t37`.`candidates` AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t37`.`unit_id` AS `owner_unit_id`,
    CASE WHEN `t37`.`given` IS NOT NULL THEN 'met' ELSE 'available' END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t37`.`candidates` > 0 AS `holds_has_candidates`,
    (
      PARAM('rank.pool_size') - `t37`.`used`
    ) > 0 AS `holds_pool_left`,
    CAST(NULL AS BOOLEAN) AS `holds_no_vacancy`,
    `t37`.`given` IS NOT NULL AS `holds_given`,
    CAST(`t37`.`candidates` AS STRING) AS `value_has_candidates`,
    CAST(CAST(PARAM('rank.pool_size') - `t37`.`used` AS DECIMAL(18, 4)) AS STRING) AS `value_pool_left`,
    '' AS `value_no_vacancy`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t37`.`given` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_given`,
    `t37`.`people_refs` AS `refs_has_candidates`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t35`.`unit_id`,
        `t35`.`start`,
        `t35`.`candidates`,
        `t35`.`people_refs`,
        `t35`.`given`,
        `t20`.`used`
      FROM (
        SELECT
          `t33`.`unit_id`,
          `t33`.`start`,
          `t33`.`candidates`,
          `t33`.`people_refs`,
          `t33`.`given`
        FROM (
          SELECT
            `t25`.`unit_id`,
            `t25`.`start`,
            `t25`.`candidates`,
            `t25`.`people_refs`,
            `t32`.`unit_id` AS `unit_id_right`,
            `t32`.`given`
          FROM `t23` AS `t25`
          LEFT OUTER JOIN (
            SELECT
              `t30`.`unit_id`,
              MIN(`t30`.`day`) AS `given`
            FROM (
              SELECT
                `t29`.`unit_id`,
                `t29`.`start`,
                `t29`.`quantity`,
                `t29`.`words`,
                `t29`.`day`,
                `t29`.`named`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t27`.`unit_id`,
                    `t27`.`start`,
                    `t13`.`subject_id`,
                    `t13`.`quantity`,
                    `t13`.`words`,
                    `t13`.`day`,
                    `t13`.`named`
                  FROM (
                    SELECT DISTINCT
                      `t24`.`unit_id`,
                      `t24`.`start`
                    FROM `t23` AS `t24`
                  ) AS `t27`
                  INNER JOIN `t9` AS `t13`
                    ON `t27`.`unit_id` = `t13`.`subject_id`
                ) AS `t28`
                WHERE
                  `t28`.`day` >= `t28`.`start`
                  AND (
                    (
                      `t28`.`named` IS NULL
                    ) OR (
                      `t28`.`named` = `t28`.`start`
                    )
                  )
              ) AS `t29`
            ) AS `t30`
            GROUP BY
              1
          ) AS `t32`
            ON `t25`.`unit_id` = `t32`.`unit_id`
        ) AS `t33`
      ) AS `t35`
      CROSS JOIN (
        SELECT
          COALESCE(SUM(COALESCE(`t15`.`quantity`, 1)), 0) AS `used`
        FROM (
          SELECT
            `t12`.`subject_id`,
            `t12`.`quantity`,
            `t12`.`words`,
            `t12`.`day`,
            `t12`.`named`
          FROM `t9` AS `t12`
          LEFT SEMI JOIN `facts`.`units` AS `t4`
            ON `t12`.`subject_id` = `t4`.`unit_id`
        ) AS `t15`
      ) AS `t20`
    ) AS `t36`
    WHERE
      (
        `t36`.`given` IS NOT NULL
      )
      OR (
        (
          PARAM('rank.pool_size') - `t36`.`used`
        ) > 0
      )
  ) AS `t37`
) AS `t38`
