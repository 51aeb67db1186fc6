WITH `t25` AS (
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
    `t24`.`peers`,
    `t24`.`peer_refs`,
    CONCAT_WS(
      '|',
      COALESCE('M03-1', ''),
      COALESCE('person', ''),
      COALESCE(`t24`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t24`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M03-1' AS `provision`,
    CAST(3 AS BIGINT) AS `measure`,
    'PREFER' AS `modality`,
    'person' AS `subject_kind`,
    `t24`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t24`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(NULL AS DATE) AS `period_end`,
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t24`.`unit_id` AS `owner_unit_id`,
    CASE
      WHEN `t24`.`given` IS NOT NULL
      THEN 'met'
      WHEN IF(`t24`.`title_level` IS NULL, NULL, TRUE) IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS `state`,
    IF(
      `t24`.`given` IS NOT NULL,
      CAST(NULL AS STRING),
      IF(
        IF(`t24`.`title_level` IS NULL, NULL, TRUE) IS NULL,
        'title_level',
        CAST(NULL AS STRING)
      )
    ) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t24`.`start` IS NOT NULL AS `holds_listed`,
    `t24`.`employment` IN ('institution_staff', 'grassroots_institution_staff') AS `holds_institution_staff`,
    IF(`t24`.`title_level` IS NULL, NULL, TRUE) AS `holds_title_known`,
    `t24`.`peers` > 0 AS `holds_tie`,
    CAST(NULL AS BOOLEAN) AS `holds_bars_checked`,
    `t24`.`given` IS NOT NULL AS `holds_given`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t24`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_listed`,
    `t24`.`employment` AS `value_institution_staff`,
    `t24`.`title_level` AS `value_title_known`,
    CAST(`t24`.`peers` AS STRING) AS `value_tie`,
    '' AS `value_bars_checked`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t24`.`given` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_given`,
    `t24`.`refs` AS `refs_listed`,
    `t24`.`ref` AS `refs_institution_staff`,
    `t24`.`ref` AS `refs_title_known`,
    `t24`.`peer_refs` AS `refs_tie`
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
      COALESCE(`t23`.`peers`, 0) AS `peers`,
      `t23`.`peer_refs`
    FROM (
      SELECT
        `t22`.`person_id`,
        `t22`.`start`,
        `t22`.`exceptional`,
        `t22`.`refs`,
        `t22`.`exceptional_refs`,
        `t22`.`unit_id`,
        `t22`.`employment`,
        `t22`.`profession`,
        `t22`.`is_leader`,
        `t22`.`is_secretary`,
        `t22`.`birth_date`,
        `t22`.`education`,
        `t22`.`party`,
        `t22`.`title_level`,
        `t22`.`title_since`,
        `t22`.`rank_since`,
        `t22`.`ref`,
        `t22`.`unit_district`,
        `t22`.`given`,
        `t22`.`peers`,
        `t22`.`peer_refs`
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
          `t3`.`unit_id` AS `unit_id_right`,
          `t3`.`employment` AS `employment_right`,
          `t3`.`profession` AS `profession_right`,
          `t3`.`is_leader` AS `is_leader_right`,
          `t3`.`title_level` AS `title_level_right`,
          `t3`.`peers`,
          `t3`.`peer_refs`
        FROM (
          SELECT
            `t19`.`person_id`,
            `t19`.`start`,
            `t19`.`exceptional`,
            `t19`.`refs`,
            `t19`.`exceptional_refs`,
            `t19`.`unit_id`,
            `t19`.`employment`,
            `t19`.`profession`,
            `t19`.`is_leader`,
            `t19`.`is_secretary`,
            `t19`.`birth_date`,
            `t19`.`education`,
            `t19`.`party`,
            `t19`.`title_level`,
            `t19`.`title_since`,
            `t19`.`rank_since`,
            `t19`.`ref`,
            `t19`.`unit_district`,
            `t19`.`given`
          FROM (
            SELECT
              `t8`.`person_id`,
              `t8`.`start`,
              `t8`.`exceptional`,
              `t8`.`refs`,
              `t8`.`exceptional_refs`,
              `t8`.`unit_id`,
              `t8`.`employment`,
              `t8`.`profession`,
              `t8`.`is_leader`,
              `t8`.`is_secretary`,
              `t8`.`birth_date`,
              `t8`.`education`,
              `t8`.`party`,
              `t8`.`title_level`,
              `t8`.`title_since`,
              `t8`.`rank_since`,
              `t8`.`ref`,
              `t8`.`unit_district`,
              `t18`.`person_id` AS `person_id_right`,
              `t18`.`given`
            FROM (
              SELECT
                *
              FROM `run`.`listed_person` AS `t2`
              WHERE
                TRUE
            ) AS `t8`
            LEFT OUTER JOIN (
              SELECT
                `t16`.`person_id`,
                MIN(`t16`.`day`) AS `given`
              FROM (
                SELECT
                  `t15`.`person_id`,
                  `t15`.`start`,
                  `t15`.`quantity`,
                  `t15`.`words`,
                  `t15`.`day`,
                  `t15`.`named`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t7`.`person_id`,
                      `t7`.`start`,
                      `t11`.`subject_id`,
                      `t11`.`quantity`,
                      `t11`.`words`,
                      `t11`.`day`,
                      `t11`.`named`
                    FROM (
                      SELECT DISTINCT
                        `t2`.`person_id`,
                        `t2`.`start`
                      FROM `run`.`listed_person` AS `t2`
                      WHERE
                        TRUE
                    ) AS `t7`
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
                          `t1`.`provision` = 'M03-1'
                      ) AS `t6`
                      WHERE
                        `t6`.`day` <= AS_OF() AND TRUE
                    ) AS `t11`
                      ON `t7`.`person_id` = `t11`.`subject_id`
                  ) AS `t14`
                  WHERE
                    `t14`.`day` >= `t14`.`start`
                    AND (
                      (
                        `t14`.`named` IS NULL
                      ) OR (
                        `t14`.`named` = `t14`.`start`
                      )
                    )
                ) AS `t15`
              ) AS `t16`
              GROUP BY
                1
            ) AS `t18`
              ON `t8`.`person_id` = `t18`.`person_id`
          ) AS `t19`
        ) AS `t21`
        LEFT OUTER JOIN `run`.`tie_post` AS `t3`
          ON `t21`.`unit_id` = `t3`.`unit_id`
          AND `t21`.`employment` = `t3`.`employment`
          AND `t21`.`profession` = `t3`.`profession`
          AND `t21`.`is_leader` = `t3`.`is_leader`
          AND `t21`.`title_level` = `t3`.`title_level`
      ) AS `t22`
    ) AS `t23`
    WHERE
      (
        `t23`.`given` IS NOT NULL
      )
      OR (
        (
          `t23`.`employment` IN ('institution_staff', 'grassroots_institution_staff')
          AND IF(`t23`.`title_level` IS NULL, NULL, TRUE)
        ) IS NULL
      )
      OR (
        `t23`.`employment` IN ('institution_staff', 'grassroots_institution_staff')
        AND IF(`t23`.`title_level` IS NULL, NULL, TRUE)
        AND (
          COALESCE(`t23`.`peers`, 0) > 0
        )
      )
  ) AS `t24`
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t26`.`obligation_id`,
      'bars_checked' AS `criterion`,
      `t26`.`holds_bars_checked` AS `holds`,
      `t26`.`value_bars_checked` AS `value`,
      '' AS `fact_refs`
    FROM `t25` AS `t26`
  ) AS `t28`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t30`.`obligation_id`,
      `t30`.`criterion`,
      `t30`.`holds`,
      `t30`.`value`,
      COALESCE(`t41`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t26`.`obligation_id`,
        'given' AS `criterion`,
        `t26`.`holds_given` AS `holds`,
        `t26`.`value_given` AS `value`
      FROM `t25` AS `t26`
    ) AS `t30`
    LEFT OUTER JOIN (
      SELECT
        `t39`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t39`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t27`.`obligation_id`,
            `t13`.`ref`
          FROM `t25` AS `t27`
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
                `t1`.`provision` = 'M03-1'
            ) AS `t10`
            WHERE
              `t10`.`day` <= AS_OF()
          ) AS `t13`
            ON `t27`.`person_id` = `t13`.`subject_id` AND `t13`.`day` = `t27`.`given`
        ) AS `t38`
      ) AS `t39`
      GROUP BY
        1
    ) AS `t41`
      ON `t30`.`obligation_id` = `t41`.`obligation_id`
  ) AS `t42`
) AS `t43`
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
        `t26`.`obligation_id`,
        'listed' AS `criterion`,
        `t26`.`holds_listed` AS `holds`,
        `t26`.`value_listed` AS `value`,
        COALESCE(`t26`.`refs_listed`, '') AS `fact_refs`
      FROM `t25` AS `t26`
    ) AS `t31`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t26`.`obligation_id`,
        'institution_staff' AS `criterion`,
        `t26`.`holds_institution_staff` AS `holds`,
        `t26`.`value_institution_staff` AS `value`,
        COALESCE(`t26`.`refs_institution_staff`, '') AS `fact_refs`
      FROM `t25` AS `t26`
    ) AS `t32`
  ) AS `t35`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t26`.`obligation_id`,
        'title_known' AS `criterion`,
        `t26`.`holds_title_known` AS `holds`,
        `t26`.`value_title_known` AS `value`,
        COALESCE(`t26`.`refs_title_known`, '') AS `fact_refs`
      FROM `t25` AS `t26`
    ) AS `t33`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t26`.`obligation_id`,
        'tie' AS `criterion`,
        `t26`.`holds_tie` AS `holds`,
        `t26`.`value_tie` AS `value`,
        COALESCE(`t26`.`refs_tie`, '') AS `fact_refs`
      FROM `t25` AS `t26`
    ) AS `t34`
  ) AS `t36`
) AS `t37`
