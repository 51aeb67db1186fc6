WITH `t31` AS (
  SELECT
    `t30`.`person_id`,
    `t30`.`community`,
    `t30`.`start`,
    `t30`.`spell_refs`,
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
    `t25`.`unit_district`
  FROM (
    SELECT
      `t28`.`person_id`,
      `t28`.`community`,
      MIN(`t28`.`start`) AS `start`,
      ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t28`.`ref`)), ';') AS `spell_refs`
    FROM (
      SELECT
        `t27`.`person_id`,
        `t27`.`post_id`,
        `t27`.`start`,
        `t27`.`ref`,
        `t20`.`community`
      FROM (
        SELECT
          `t19`.`person_id`,
          `t19`.`post_id`,
          `t19`.`start`,
          CONCAT(
            'spells:',
            CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t19`.`spell_id`, ''), '%', '%25'), ';', '%3B'))
          ) AS `ref`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t6`.`spell_id`,
              `t6`.`person_id`,
              `t6`.`post_id`,
              `t6`.`arranged_by`,
              `t6`.`mission`,
              `t6`.`aid_place`,
              `t6`.`treats_confirmed`,
              `t6`.`start`,
              `t6`.`unit_id`,
              `t6`.`is_leader`,
              `t6`.`profession`,
              `t6`.`is_medical`,
              `t6`.`end`,
              `t6`.`last_day`,
              `t6`.`is_open`,
              `t6`.`in_hubei`,
              `t6`.`is_treating`
            FROM `run`.`spell` AS `t6`
            LEFT SEMI JOIN `run`.`scope` AS `t7`
              ON `t6`.`person_id` = `t7`.`person_id`
          ) AS `t14`
          WHERE
            `t14`.`last_day` = AS_OF()
        ) AS `t19`
      ) AS `t27`
      INNER JOIN (
        SELECT
          `t12`.`post_id`,
          `t12`.`community`
        FROM (
          SELECT
            `t4`.`post_id`,
            `t4`.`unit_id` AS `community`
          FROM `facts`.`posts` AS `t4`
        ) AS `t12`
        LEFT SEMI JOIN (
          SELECT
            `t2`.`unit_id` AS `community`
          FROM `facts`.`units` AS `t2`
          WHERE
            `t2`.`kind` IN ('community', 'village')
        ) AS `t13`
          ON `t12`.`community` = `t13`.`community`
      ) AS `t20`
        ON `t27`.`post_id` = `t20`.`post_id`
    ) AS `t28`
    GROUP BY
      1,
      2
  ) AS `t30`
  INNER JOIN (
    SELECT
      `t23`.`person_id`,
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
      `t23`.`unit_district`
    FROM (
      SELECT
        `t17`.`person_id`,
        `t17`.`unit_id`,
        `t17`.`employment`,
        `t17`.`profession`,
        `t17`.`is_leader`,
        `t17`.`is_secretary`,
        `t17`.`birth_date`,
        `t17`.`education`,
        `t17`.`party`,
        `t17`.`title_level`,
        `t17`.`title_since`,
        `t17`.`rank_since`,
        `t17`.`ref`,
        `t10`.`unit_id` AS `unit_id_right`,
        `t10`.`unit_district`
      FROM (
        SELECT
          `t1`.`person_id`,
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
          CONCAT(
            'people:',
            CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t1`.`person_id`, ''), '%', '%25'), ';', '%3B'))
          ) AS `ref`
        FROM `facts`.`people` AS `t1`
      ) AS `t17`
      LEFT OUTER JOIN (
        SELECT
          `t2`.`unit_id`,
          `t2`.`district` AS `unit_district`
        FROM `facts`.`units` AS `t2`
      ) AS `t10`
        ON `t17`.`unit_id` = `t10`.`unit_id`
    ) AS `t23`
  ) AS `t25`
    ON `t30`.`person_id` = `t25`.`person_id`
), `t42` AS (
  SELECT
    `t41`.`person_id`,
    `t41`.`community`,
    `t41`.`start`,
    `t41`.`spell_refs`,
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
    `t41`.`confirmed`,
    `t41`.`confirmation_refs`,
    CONCAT_WS(
      '|',
      COALESCE('M01-3', ''),
      COALESCE('person', ''),
      COALESCE(`t41`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t41`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      ),
      COALESCE(`t41`.`community`, '')
    ) AS `obligation_id`,
    'M01-3' AS `provision`,
    CAST(1 AS BIGINT) AS `measure`,
    'person' AS `subject_kind`,
    `t41`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t41`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(NULL AS DATE) AS `period_end`,
    `t41`.`community` AS `owner_unit_id`,
    CONCAT_WS(
      ';',
      IF(`t41`.`party` IN ('member', 'probationary'), 'party_member', CAST(NULL AS STRING)),
      IF(`t41`.`start` IS NOT NULL, 'serves_community', CAST(NULL AS STRING)),
      IF(`t41`.`confirmed` IS NOT NULL, 'community_confirmed', CAST(NULL AS STRING))
    ) AS `evidence`,
    CONCAT_WS(
      ';',
      NULLIF(`t41`.`ref`, ''),
      NULLIF(`t41`.`spell_refs`, ''),
      NULLIF(`t41`.`confirmation_refs`, '')
    ) AS `fact_refs`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t41`.`party` IN ('member', 'probationary') AS `holds_party_member`,
    `t41`.`start` IS NOT NULL AS `holds_serves_community`,
    `t41`.`confirmed` IS NOT NULL AS `holds_community_confirmed`,
    `t41`.`party` AS `value_party_member`,
    `t41`.`community` AS `value_serves_community`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t41`.`confirmed` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_community_confirmed`,
    `t41`.`ref` AS `refs_party_member`,
    `t41`.`spell_refs` AS `refs_serves_community`,
    `t41`.`confirmation_refs` AS `refs_community_confirmed`
  FROM (
    SELECT
      `t40`.`person_id`,
      `t40`.`community`,
      `t40`.`start`,
      `t40`.`spell_refs`,
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
      `t40`.`confirmed`,
      `t40`.`confirmation_refs`
    FROM (
      SELECT
        `t35`.`person_id`,
        `t35`.`community`,
        `t35`.`start`,
        `t35`.`spell_refs`,
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
        `t39`.`person_id` AS `person_id_right`,
        `t39`.`community` AS `community_right`,
        `t39`.`confirmed`,
        `t39`.`confirmation_refs`
      FROM (
        SELECT
          *
        FROM `t31` AS `t32`
        WHERE
          `t32`.`party` IN ('member', 'probationary')
          AND `t32`.`employment` <> 'volunteer'
          AND `t32`.`community` <> `t32`.`unit_id`
      ) AS `t35`
      LEFT OUTER JOIN (
        SELECT
          `t37`.`person_id`,
          `t37`.`community`,
          MIN(`t37`.`day`) AS `confirmed`,
          ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t37`.`ref`)), ';') AS `confirmation_refs`
        FROM (
          SELECT
            `t36`.`person_id`,
            `t36`.`community`,
            `t36`.`start`,
            `t22`.`subject_id`,
            `t22`.`counterpart_id`,
            `t22`.`day`,
            `t22`.`ref`
          FROM (
            SELECT
              `t32`.`person_id`,
              `t32`.`community`,
              `t32`.`start`
            FROM `t31` AS `t32`
            WHERE
              `t32`.`party` IN ('member', 'probationary')
              AND `t32`.`employment` <> 'volunteer'
              AND `t32`.`community` <> `t32`.`unit_id`
          ) AS `t36`
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
                `t0`.`provision` = 'M01-3'
            ) AS `t15`
            WHERE
              `t15`.`day` <= AS_OF()
          ) AS `t22`
            ON `t36`.`person_id` = `t22`.`subject_id`
            AND `t36`.`community` = `t22`.`counterpart_id`
            AND `t22`.`day` >= `t36`.`start`
        ) AS `t37`
        GROUP BY
          1,
          2
      ) AS `t39`
        ON `t35`.`person_id` = `t39`.`person_id` AND `t35`.`community` = `t39`.`community`
    ) AS `t40`
  ) AS `t41`
)
SELECT
  *
FROM (
  SELECT
    `t43`.`obligation_id`,
    'community_confirmed' AS `criterion`,
    `t43`.`holds_community_confirmed` AS `holds`,
    `t43`.`value_community_confirmed` AS `value`,
    COALESCE(`t43`.`refs_community_confirmed`, '') AS `fact_refs`
  FROM `t42` AS `t43`
) AS `t44`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t43`.`obligation_id`,
      'party_member' AS `criterion`,
      `t43`.`holds_party_member` AS `holds`,
      `t43`.`value_party_member` AS `value`,
      COALESCE(`t43`.`refs_party_member`, '') AS `fact_refs`
    FROM `t42` AS `t43`
  ) AS `t45`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t43`.`obligation_id`,
      'serves_community' AS `criterion`,
      `t43`.`holds_serves_community` AS `holds`,
      `t43`.`value_serves_community` AS `value`,
      COALESCE(`t43`.`refs_serves_community`, '') AS `fact_refs`
    FROM `t42` AS `t43`
  ) AS `t46`
) AS `t47`
