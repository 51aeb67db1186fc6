SELECT
  `t19`.`obligation_id` AS `listing_id`,
  `t19`.`provision`,
  `t19`.`measure`,
  `t19`.`subject_kind`,
  `t19`.`subject_id`,
  `t19`.`period_start`,
  `t19`.`period_end`,
  `t19`.`owner_unit_id`,
  `t19`.`evidence`,
  `t19`.`fact_refs`,
  `t19`.`as_of`
FROM (
  SELECT
    `t18`.`person_id`,
    `t18`.`start`,
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
    CONCAT_WS(
      '|',
      COALESCE('M01-2', ''),
      COALESCE('person', ''),
      COALESCE(`t18`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t18`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M01-2' AS `provision`,
    CAST(1 AS BIGINT) AS `measure`,
    'person' AS `subject_kind`,
    `t18`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t18`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(NULL AS DATE) AS `period_end`,
    `t18`.`unit_id` AS `owner_unit_id`,
    CONCAT_WS(
      ';',
      IF(`t18`.`start` IS NOT NULL, 'at_front_now', CAST(NULL AS STRING)),
      IF(`t18`.`party` IN ('member', 'probationary'), 'party_member', CAST(NULL AS STRING)),
      IF(
        (
          (
            (
              EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 10000
            ) + (
              EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 100
            ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
          ) - (
            (
              EXTRACT(year FROM `t18`.`birth_date`) * 10000
            ) + (
              EXTRACT(month FROM `t18`.`birth_date`) * 100
            ) + EXTRACT(day FROM `t18`.`birth_date`)
          )
        ) < (
          (
            PARAM('mobilise.youth_age_max') + 1
          ) * 10000
        ),
        'is_young',
        CAST(NULL AS STRING)
      )
    ) AS `evidence`,
    CONCAT_WS(';', NULLIF(`t18`.`ref`, '')) AS `fact_refs`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t18`.`start` IS NOT NULL AS `holds_at_front_now`,
    `t18`.`party` IN ('member', 'probationary') AS `holds_party_member`,
    (
      (
        (
          EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 10000
        ) + (
          EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 100
        ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
      ) - (
        (
          EXTRACT(year FROM `t18`.`birth_date`) * 10000
        ) + (
          EXTRACT(month FROM `t18`.`birth_date`) * 100
        ) + EXTRACT(day FROM `t18`.`birth_date`)
      )
    ) < (
      (
        PARAM('mobilise.youth_age_max') + 1
      ) * 10000
    ) AS `holds_is_young`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t18`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_at_front_now`,
    `t18`.`party` AS `value_party_member`,
    CAST(`t18`.`birth_date` AS STRING) AS `value_is_young`,
    `t18`.`ref` AS `refs_party_member`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t13`.`person_id`,
        `t13`.`start`,
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
          `t10`.`person_id`,
          `t10`.`start`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t4`.`person_id`,
              `t4`.`start`,
              `t4`.`last_day`,
              `t4`.`is_open`
            FROM `run`.`stint` AS `t4`
            LEFT SEMI JOIN `run`.`scope` AS `t5`
              ON `t4`.`person_id` = `t5`.`person_id`
          ) AS `t8`
          WHERE
            `t8`.`last_day` = AS_OF()
        ) AS `t10`
      ) AS `t13`
      INNER JOIN (
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
          `t14`.`unit_district`
        FROM (
          SELECT
            `t11`.`person_id`,
            `t11`.`unit_id`,
            `t11`.`employment`,
            `t11`.`profession`,
            `t11`.`is_leader`,
            `t11`.`is_secretary`,
            `t11`.`birth_date`,
            `t11`.`education`,
            `t11`.`party`,
            `t11`.`title_level`,
            `t11`.`title_since`,
            `t11`.`rank_since`,
            `t11`.`ref`,
            `t7`.`unit_id` AS `unit_id_right`,
            `t7`.`unit_district`
          FROM (
            SELECT
              `t2`.`person_id`,
              `t2`.`unit_id`,
              `t2`.`employment`,
              `t2`.`profession`,
              `t2`.`is_leader`,
              `t2`.`is_secretary`,
              `t2`.`birth_date`,
              `t2`.`education`,
              `t2`.`party`,
              `t2`.`title_level`,
              `t2`.`title_since`,
              `t2`.`rank_since`,
              CONCAT(
                'people:',
                CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t2`.`person_id`, ''), '%', '%25'), ';', '%3B'))
              ) AS `ref`
            FROM `facts`.`people` AS `t2`
          ) AS `t11`
          LEFT OUTER JOIN (
            SELECT
              `t3`.`unit_id`,
              `t3`.`district` AS `unit_district`
            FROM `facts`.`units` AS `t3`
          ) AS `t7`
            ON `t11`.`unit_id` = `t7`.`unit_id`
        ) AS `t14`
      ) AS `t16`
        ON `t13`.`person_id` = `t16`.`person_id`
    ) AS `t17`
    WHERE
      `t17`.`party` IN ('member', 'probationary')
      AND (
        (
          (
            EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 10000
          ) + (
            EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 100
          ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
        ) - (
          (
            EXTRACT(year FROM `t17`.`birth_date`) * 10000
          ) + (
            EXTRACT(month FROM `t17`.`birth_date`) * 100
          ) + EXTRACT(day FROM `t17`.`birth_date`)
        )
      ) < (
        (
          PARAM('mobilise.youth_age_max') + 1
        ) * 10000
      )
  ) AS `t18`
) AS `t19`
