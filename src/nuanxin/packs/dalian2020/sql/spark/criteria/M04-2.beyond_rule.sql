WITH `t9` AS (
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
      `t0`.`provision` = 'M04-2'
  ) AS `t3`
  WHERE
    `t3`.`day` <= AS_OF() AND TRUE
), `t42` AS (
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
    `t41`.`given`,
    `t41`.`awarded`,
    `t41`.`earlier`,
    CONCAT_WS(
      '|',
      COALESCE('M04-2', ''),
      COALESCE('person', ''),
      COALESCE(`t41`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t41`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M04-2' AS `provision`,
    CAST(4 AS BIGINT) AS `measure`,
    'MAY' AS `modality`,
    'person' AS `subject_kind`,
    `t41`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t41`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(NULL AS DATE) AS `period_end`,
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t41`.`unit_id` AS `owner_unit_id`,
    CASE
      WHEN `t41`.`given` IS NOT NULL
      THEN 'met'
      WHEN (
        (
          (
            (
              EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 10000
            ) + (
              EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 100
            ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
          ) - (
            (
              EXTRACT(year FROM `t41`.`rank_since`) * 10000
            ) + (
              EXTRACT(month FROM `t41`.`rank_since`) * 100
            ) + EXTRACT(day FROM `t41`.`rank_since`)
          )
        ) >= (
          PARAM('appoint.after_promotion_years') * 10000
        )
      ) IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS `state`,
    IF(
      `t41`.`given` IS NOT NULL,
      CAST(NULL AS STRING),
      IF(
        (
          (
            (
              (
                EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 10000
              ) + (
                EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 100
              ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
            ) - (
              (
                EXTRACT(year FROM `t41`.`rank_since`) * 10000
              ) + (
                EXTRACT(month FROM `t41`.`rank_since`) * 100
              ) + EXTRACT(day FROM `t41`.`rank_since`)
            )
          ) >= (
            PARAM('appoint.after_promotion_years') * 10000
          )
        ) IS NULL,
        'rank_since',
        CAST(NULL AS STRING)
      )
    ) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t41`.`start` IS NOT NULL AS `holds_listed`,
    `t41`.`employment` IN (
      'civil_servant',
      'institution_staff',
      'grassroots_institution_staff',
      'community_cadre',
      'village_cadre',
      'graduate_village_official'
    ) AS `holds_is_cadre`,
    `t41`.`awarded` IS NOT NULL AS `holds_awarded`,
    `t41`.`earlier` IS NULL AS `holds_no_exception_before`,
    (
      (
        (
          EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 10000
        ) + (
          EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 100
        ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
      ) - (
        (
          EXTRACT(year FROM `t41`.`rank_since`) * 10000
        ) + (
          EXTRACT(month FROM `t41`.`rank_since`) * 100
        ) + EXTRACT(day FROM `t41`.`rank_since`)
      )
    ) >= (
      PARAM('appoint.after_promotion_years') * 10000
    ) AS `holds_not_just_promoted`,
    CAST(NULL AS BOOLEAN) AS `holds_bars_checked`,
    `t41`.`given` IS NOT NULL AS `holds_given`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t41`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_listed`,
    `t41`.`employment` AS `value_is_cadre`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t41`.`awarded` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_awarded`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t41`.`earlier` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_no_exception_before`,
    CAST(`t41`.`rank_since` AS STRING) AS `value_not_just_promoted`,
    '' AS `value_bars_checked`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t41`.`given` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_given`,
    `t41`.`exceptional_refs` AS `refs_listed`,
    `t41`.`ref` AS `refs_is_cadre`,
    `t41`.`ref` AS `refs_not_just_promoted`
  FROM (
    SELECT
      *
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
        `t39`.`given`,
        `t39`.`awarded`,
        `t39`.`earlier`
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
          `t32`.`given`,
          `t32`.`awarded`,
          `t38`.`person_id` AS `person_id_right`,
          `t38`.`earlier`
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
            `t30`.`awarded`
          FROM (
            SELECT
              `t29`.`person_id`,
              `t29`.`start`,
              `t29`.`exceptional`,
              `t29`.`refs`,
              `t29`.`exceptional_refs`,
              `t29`.`unit_id`,
              `t29`.`employment`,
              `t29`.`profession`,
              `t29`.`is_leader`,
              `t29`.`is_secretary`,
              `t29`.`birth_date`,
              `t29`.`education`,
              `t29`.`party`,
              `t29`.`title_level`,
              `t29`.`title_since`,
              `t29`.`rank_since`,
              `t29`.`ref`,
              `t29`.`unit_district`,
              `t29`.`given`,
              `t18`.`subject_id`,
              `t18`.`awarded`
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
                `t27`.`given`
              FROM (
                SELECT
                  `t6`.`person_id`,
                  `t6`.`start`,
                  `t6`.`exceptional`,
                  `t6`.`refs`,
                  `t6`.`exceptional_refs`,
                  `t6`.`unit_id`,
                  `t6`.`employment`,
                  `t6`.`profession`,
                  `t6`.`is_leader`,
                  `t6`.`is_secretary`,
                  `t6`.`birth_date`,
                  `t6`.`education`,
                  `t6`.`party`,
                  `t6`.`title_level`,
                  `t6`.`title_since`,
                  `t6`.`rank_since`,
                  `t6`.`ref`,
                  `t6`.`unit_district`,
                  `t26`.`person_id` AS `person_id_right`,
                  `t26`.`given`
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
                ) AS `t6`
                LEFT OUTER JOIN (
                  SELECT
                    `t24`.`person_id`,
                    MIN(`t24`.`day`) AS `given`
                  FROM (
                    SELECT
                      `t23`.`person_id`,
                      `t23`.`start`,
                      `t23`.`quantity`,
                      `t23`.`words`,
                      `t23`.`day`,
                      `t23`.`named`
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t7`.`person_id`,
                          `t7`.`start`,
                          `t13`.`subject_id`,
                          `t13`.`quantity`,
                          `t13`.`words`,
                          `t13`.`day`,
                          `t13`.`named`
                        FROM (
                          SELECT DISTINCT
                            `t1`.`person_id`,
                            `t1`.`exceptional` AS `start`
                          FROM `run`.`listed_person` AS `t1`
                          WHERE
                            `t1`.`exceptional` IS NOT NULL
                        ) AS `t7`
                        INNER JOIN `t9` AS `t13`
                          ON `t7`.`person_id` = `t13`.`subject_id`
                      ) AS `t22`
                      WHERE
                        `t22`.`day` >= `t22`.`start`
                        AND (
                          (
                            `t22`.`named` IS NULL
                          ) OR (
                            `t22`.`named` = `t22`.`start`
                          )
                        )
                    ) AS `t23`
                  ) AS `t24`
                  GROUP BY
                    1
                ) AS `t26`
                  ON `t6`.`person_id` = `t26`.`person_id`
              ) AS `t27`
            ) AS `t29`
            LEFT OUTER JOIN (
              SELECT
                `t8`.`subject_id`,
                MIN(`t8`.`day`) AS `awarded`
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
                ) AS `t2`
                WHERE
                  `t2`.`day` <= AS_OF() AND TRUE
              ) AS `t8`
              GROUP BY
                1
            ) AS `t18`
              ON `t29`.`person_id` = `t18`.`subject_id`
          ) AS `t30`
        ) AS `t32`
        LEFT OUTER JOIN (
          SELECT
            `t36`.`person_id`,
            MAX(`t36`.`day`) AS `earlier`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t34`.`person_id`,
                `t34`.`start`,
                `t19`.`subject_id`,
                `t19`.`day`
              FROM (
                SELECT
                  `t31`.`person_id`,
                  `t31`.`start`
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
                    `t30`.`awarded`
                  FROM (
                    SELECT
                      `t29`.`person_id`,
                      `t29`.`start`,
                      `t29`.`exceptional`,
                      `t29`.`refs`,
                      `t29`.`exceptional_refs`,
                      `t29`.`unit_id`,
                      `t29`.`employment`,
                      `t29`.`profession`,
                      `t29`.`is_leader`,
                      `t29`.`is_secretary`,
                      `t29`.`birth_date`,
                      `t29`.`education`,
                      `t29`.`party`,
                      `t29`.`title_level`,
                      `t29`.`title_since`,
                      `t29`.`rank_since`,
                      `t29`.`ref`,
                      `t29`.`unit_district`,
                      `t29`.`given`,
                      `t18`.`subject_id`,
                      `t18`.`awarded`
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
                        `t27`.`given`
                      FROM (
                        SELECT
                          `t6`.`person_id`,
                          `t6`.`start`,
                          `t6`.`exceptional`,
                          `t6`.`refs`,
                          `t6`.`exceptional_refs`,
                          `t6`.`unit_id`,
                          `t6`.`employment`,
                          `t6`.`profession`,
                          `t6`.`is_leader`,
                          `t6`.`is_secretary`,
                          `t6`.`birth_date`,
                          `t6`.`education`,
                          `t6`.`party`,
                          `t6`.`title_level`,
                          `t6`.`title_since`,
                          `t6`.`rank_since`,
                          `t6`.`ref`,
                          `t6`.`unit_district`,
                          `t26`.`person_id` AS `person_id_right`,
                          `t26`.`given`
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
                        ) AS `t6`
                        LEFT OUTER JOIN (
                          SELECT
                            `t24`.`person_id`,
                            MIN(`t24`.`day`) AS `given`
                          FROM (
                            SELECT
                              `t23`.`person_id`,
                              `t23`.`start`,
                              `t23`.`quantity`,
                              `t23`.`words`,
                              `t23`.`day`,
                              `t23`.`named`
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  `t7`.`person_id`,
                                  `t7`.`start`,
                                  `t13`.`subject_id`,
                                  `t13`.`quantity`,
                                  `t13`.`words`,
                                  `t13`.`day`,
                                  `t13`.`named`
                                FROM (
                                  SELECT DISTINCT
                                    `t1`.`person_id`,
                                    `t1`.`exceptional` AS `start`
                                  FROM `run`.`listed_person` AS `t1`
                                  WHERE
                                    `t1`.`exceptional` IS NOT NULL
                                ) AS `t7`
                                INNER JOIN `t9` AS `t13`
                                  ON `t7`.`person_id` = `t13`.`subject_id`
                              ) AS `t22`
                              WHERE
                                `t22`.`day` >= `t22`.`start`
                                AND (
                                  (
                                    `t22`.`named` IS NULL
                                  ) OR (
                                    `t22`.`named` = `t22`.`start`
                                  )
                                )
                            ) AS `t23`
                          ) AS `t24`
                          GROUP BY
                            1
                        ) AS `t26`
                          ON `t6`.`person_id` = `t26`.`person_id`
                      ) AS `t27`
                    ) AS `t29`
                    LEFT OUTER JOIN (
                      SELECT
                        `t8`.`subject_id`,
                        MIN(`t8`.`day`) AS `awarded`
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
                        ) AS `t2`
                        WHERE
                          `t2`.`day` <= AS_OF() AND TRUE
                      ) AS `t8`
                      GROUP BY
                        1
                    ) AS `t18`
                      ON `t29`.`person_id` = `t18`.`subject_id`
                  ) AS `t30`
                ) AS `t31`
              ) AS `t34`
              INNER JOIN (
                SELECT
                  `t12`.`subject_id`,
                  `t12`.`day`
                FROM `t9` AS `t12`
              ) AS `t19`
                ON `t34`.`person_id` = `t19`.`subject_id`
            ) AS `t35`
            WHERE
              `t35`.`day` < `t35`.`start`
          ) AS `t36`
          GROUP BY
            1
        ) AS `t38`
          ON `t32`.`person_id` = `t38`.`person_id`
      ) AS `t39`
    ) AS `t40`
    WHERE
      (
        `t40`.`given` IS NOT NULL
      )
      OR (
        `t40`.`employment` IN (
          'civil_servant',
          'institution_staff',
          'grassroots_institution_staff',
          'community_cadre',
          'village_cadre',
          'graduate_village_official'
        )
        AND (
          `t40`.`awarded` IS NOT NULL
        )
        AND (
          `t40`.`earlier` IS NULL
        )
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
                EXTRACT(year FROM `t40`.`rank_since`) * 10000
              ) + (
                EXTRACT(month FROM `t40`.`rank_since`) * 100
              ) + EXTRACT(day FROM `t40`.`rank_since`)
            )
          ) >= (
            PARAM('appoint.after_promotion_years') * 10000
          ),
          TRUE
        )
      )
  ) AS `t41`
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t49`.`obligation_id`,
      `t49`.`criterion`,
      `t49`.`holds`,
      `t49`.`value`,
      COALESCE(`t66`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t43`.`obligation_id`,
        'given' AS `criterion`,
        `t43`.`holds_given` AS `holds`,
        `t43`.`value_given` AS `value`
      FROM `t42` AS `t43`
    ) AS `t49`
    LEFT OUTER JOIN (
      SELECT
        `t60`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t60`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t44`.`obligation_id`,
            `t20`.`ref`
          FROM `t42` AS `t44`
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
                `t0`.`provision` = 'M04-2'
            ) AS `t10`
            WHERE
              `t10`.`day` <= AS_OF()
          ) AS `t20`
            ON `t44`.`person_id` = `t20`.`subject_id` AND `t20`.`day` = `t44`.`given`
        ) AS `t57`
      ) AS `t60`
      GROUP BY
        1
    ) AS `t66`
      ON `t49`.`obligation_id` = `t66`.`obligation_id`
  ) AS `t69`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t43`.`obligation_id`,
        'listed' AS `criterion`,
        `t43`.`holds_listed` AS `holds`,
        `t43`.`value_listed` AS `value`,
        COALESCE(`t43`.`refs_listed`, '') AS `fact_refs`
      FROM `t42` AS `t43`
    ) AS `t50`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t43`.`obligation_id`,
        'is_cadre' AS `criterion`,
        `t43`.`holds_is_cadre` AS `holds`,
        `t43`.`value_is_cadre` AS `value`,
        COALESCE(`t43`.`refs_is_cadre`, '') AS `fact_refs`
      FROM `t42` AS `t43`
    ) AS `t51`
  ) AS `t55`
) AS `t72`
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
        `t53`.`obligation_id`,
        `t53`.`criterion`,
        `t53`.`holds`,
        `t53`.`value`,
        COALESCE(`t67`.`fact_refs`, '') AS `fact_refs`
      FROM (
        SELECT
          `t43`.`obligation_id`,
          'awarded' AS `criterion`,
          `t43`.`holds_awarded` AS `holds`,
          `t43`.`value_awarded` AS `value`
        FROM `t42` AS `t43`
      ) AS `t53`
      LEFT OUTER JOIN (
        SELECT
          `t61`.`obligation_id`,
          ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t61`.`ref`)), ';') AS `fact_refs`
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              `t44`.`obligation_id`,
              `t21`.`ref`
            FROM `t42` AS `t44`
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
              ON `t44`.`person_id` = `t21`.`subject_id` AND `t21`.`day` = `t44`.`awarded`
          ) AS `t58`
        ) AS `t61`
        GROUP BY
          1
      ) AS `t67`
        ON `t53`.`obligation_id` = `t67`.`obligation_id`
    ) AS `t70`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t54`.`obligation_id`,
        `t54`.`criterion`,
        `t54`.`holds`,
        `t54`.`value`,
        COALESCE(`t68`.`fact_refs`, '') AS `fact_refs`
      FROM (
        SELECT
          `t43`.`obligation_id`,
          'no_exception_before' AS `criterion`,
          `t43`.`holds_no_exception_before` AS `holds`,
          `t43`.`value_no_exception_before` AS `value`
        FROM `t42` AS `t43`
      ) AS `t54`
      LEFT OUTER JOIN (
        SELECT
          `t62`.`obligation_id`,
          ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t62`.`ref`)), ';') AS `fact_refs`
        FROM (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              `t44`.`obligation_id`,
              `t20`.`ref`
            FROM `t42` AS `t44`
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
                  `t0`.`provision` = 'M04-2'
              ) AS `t10`
              WHERE
                `t10`.`day` <= AS_OF()
            ) AS `t20`
              ON `t44`.`person_id` = `t20`.`subject_id` AND `t20`.`day` = `t44`.`earlier`
          ) AS `t59`
        ) AS `t62`
        GROUP BY
          1
      ) AS `t68`
        ON `t54`.`obligation_id` = `t68`.`obligation_id`
    ) AS `t71`
  ) AS `t73`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t43`.`obligation_id`,
        'not_just_promoted' AS `criterion`,
        `t43`.`holds_not_just_promoted` AS `holds`,
        `t43`.`value_not_just_promoted` AS `value`,
        COALESCE(`t43`.`refs_not_just_promoted`, '') AS `fact_refs`
      FROM `t42` AS `t43`
    ) AS `t52`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t43`.`obligation_id`,
        'bars_checked' AS `criterion`,
        `t43`.`holds_bars_checked` AS `holds`,
        `t43`.`value_bars_checked` AS `value`,
        '' AS `fact_refs`
      FROM `t42` AS `t43`
    ) AS `t45`
  ) AS `t56`
) AS `t74`
