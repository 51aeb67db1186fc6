SELECT
  `t23`.`obligation_id`,
  `t23`.`provision`,
  `t23`.`measure`,
  `t23`.`modality`,
  `t23`.`subject_kind`,
  `t23`.`subject_id`,
  `t23`.`period_start`,
  `t23`.`period_end`,
  `t23`.`quantity`,
  `t23`.`quantity_unit`,
  `t23`.`quantity_met`,
  `t23`.`due_on`,
  `t23`.`owner_unit_id`,
  `t23`.`state`,
  `t23`.`missing`,
  `t23`.`as_of`
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
    `t22`.`peer_refs`,
    CONCAT_WS(
      '|',
      COALESCE('M03-2', ''),
      COALESCE('person', ''),
      COALESCE(`t22`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t22`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M03-2' AS `provision`,
    CAST(3 AS BIGINT) AS `measure`,
    'PREFER' AS `modality`,
    'person' AS `subject_kind`,
    `t22`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t22`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(NULL AS DATE) AS `period_end`,
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t22`.`unit_id` AS `owner_unit_id`,
    CASE
      WHEN `t22`.`given` IS NOT NULL
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
              EXTRACT(year FROM `t22`.`birth_date`) * 10000
            ) + (
              EXTRACT(month FROM `t22`.`birth_date`) * 100
            ) + EXTRACT(day FROM `t22`.`birth_date`)
          )
        ) < (
          (
            PARAM('transfer.age_max') + PARAM('transfer.age_relaxation') + 1
          ) * 10000
        )
      ) IS NULL
      THEN 'unknown'
      WHEN (
        `t22`.`education` IN ('college', 'bachelor', 'master', 'doctor')
      ) IS NULL
      THEN 'unknown'
      WHEN CASE
        WHEN `t22`.`title_level` IS NULL
        THEN CAST(NULL AS BOOLEAN)
        WHEN `t22`.`title_level` IN ('none', 'full')
        THEN TRUE
        WHEN `t22`.`title_level` = 'associate'
        THEN (
          (
            (
              EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 10000
            ) + (
              EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 100
            ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
          ) - (
            (
              EXTRACT(year FROM `t22`.`title_since`) * 10000
            ) + (
              EXTRACT(month FROM `t22`.`title_since`) * 100
            ) + EXTRACT(day FROM `t22`.`title_since`)
          )
        ) >= (
          (
            PARAM('transfer.title_years_min') - PARAM('transfer.title_years_relaxation')
          ) * 10000
        )
        ELSE FALSE
      END IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS `state`,
    IF(
      `t22`.`given` IS NOT NULL,
      CAST(NULL AS STRING),
      NULLIF(
        CONCAT_WS(
          ';',
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
                    EXTRACT(year FROM `t22`.`birth_date`) * 10000
                  ) + (
                    EXTRACT(month FROM `t22`.`birth_date`) * 100
                  ) + EXTRACT(day FROM `t22`.`birth_date`)
                )
              ) < (
                (
                  PARAM('transfer.age_max') + PARAM('transfer.age_relaxation') + 1
                ) * 10000
              )
            ) IS NULL,
            'birth_date',
            CAST(NULL AS STRING)
          ),
          IF(
            (
              `t22`.`education` IN ('college', 'bachelor', 'master', 'doctor')
            ) IS NULL,
            'education',
            CAST(NULL AS STRING)
          ),
          IF(
            CASE
              WHEN `t22`.`title_level` IS NULL
              THEN CAST(NULL AS BOOLEAN)
              WHEN `t22`.`title_level` IN ('none', 'full')
              THEN TRUE
              WHEN `t22`.`title_level` = 'associate'
              THEN (
                (
                  (
                    EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 10000
                  ) + (
                    EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 100
                  ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
                ) - (
                  (
                    EXTRACT(year FROM `t22`.`title_since`) * 10000
                  ) + (
                    EXTRACT(month FROM `t22`.`title_since`) * 100
                  ) + EXTRACT(day FROM `t22`.`title_since`)
                )
              ) >= (
                (
                  PARAM('transfer.title_years_min') - PARAM('transfer.title_years_relaxation')
                ) * 10000
              )
              ELSE FALSE
            END IS NULL,
            IF(`t22`.`title_level` IS NULL, 'title_level', 'title_since'),
            CAST(NULL AS STRING)
          )
        ),
        ''
      )
    ) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t22`.`start` IS NOT NULL AS `holds_listed`,
    `t22`.`employment` IN ('institution_staff', 'grassroots_institution_staff') AS `holds_institution_staff`,
    (
      (
        (
          EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 10000
        ) + (
          EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 100
        ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
      ) - (
        (
          EXTRACT(year FROM `t22`.`birth_date`) * 10000
        ) + (
          EXTRACT(month FROM `t22`.`birth_date`) * 100
        ) + EXTRACT(day FROM `t22`.`birth_date`)
      )
    ) < (
      (
        PARAM('transfer.age_max') + PARAM('transfer.age_relaxation') + 1
      ) * 10000
    ) AS `holds_age_within_relaxed`,
    `t22`.`education` IN ('college', 'bachelor', 'master', 'doctor') AS `holds_educated`,
    CASE
      WHEN `t22`.`title_level` IS NULL
      THEN CAST(NULL AS BOOLEAN)
      WHEN `t22`.`title_level` IN ('none', 'full')
      THEN TRUE
      WHEN `t22`.`title_level` = 'associate'
      THEN (
        (
          (
            EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 10000
          ) + (
            EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 100
          ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
        ) - (
          (
            EXTRACT(year FROM `t22`.`title_since`) * 10000
          ) + (
            EXTRACT(month FROM `t22`.`title_since`) * 100
          ) + EXTRACT(day FROM `t22`.`title_since`)
        )
      ) >= (
        (
          PARAM('transfer.title_years_min') - PARAM('transfer.title_years_relaxation')
        ) * 10000
      )
      ELSE FALSE
    END AS `holds_title_within_relaxed`,
    `t22`.`peers` > 0 AS `holds_tie`,
    (
      (
        (
          EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 10000
        ) + (
          EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 100
        ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
      ) - (
        (
          EXTRACT(year FROM `t22`.`birth_date`) * 10000
        ) + (
          EXTRACT(month FROM `t22`.`birth_date`) * 100
        ) + EXTRACT(day FROM `t22`.`birth_date`)
      )
    ) < (
      (
        PARAM('transfer.age_max') + 0 + 1
      ) * 10000
    ) AS `holds_age_within_rule`,
    CASE
      WHEN `t22`.`title_level` IS NULL
      THEN CAST(NULL AS BOOLEAN)
      WHEN `t22`.`title_level` IN ('none', 'full')
      THEN TRUE
      WHEN `t22`.`title_level` = 'associate'
      THEN (
        (
          (
            EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 10000
          ) + (
            EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 100
          ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
        ) - (
          (
            EXTRACT(year FROM `t22`.`title_since`) * 10000
          ) + (
            EXTRACT(month FROM `t22`.`title_since`) * 100
          ) + EXTRACT(day FROM `t22`.`title_since`)
        )
      ) >= (
        (
          PARAM('transfer.title_years_min') - 0
        ) * 10000
      )
      ELSE FALSE
    END AS `holds_title_within_rule`,
    CAST(NULL AS BOOLEAN) AS `holds_bars_checked`,
    `t22`.`given` IS NOT NULL AS `holds_given`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t22`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_listed`,
    `t22`.`employment` AS `value_institution_staff`,
    CAST(`t22`.`birth_date` AS STRING) AS `value_age_within_relaxed`,
    `t22`.`education` AS `value_educated`,
    `t22`.`title_level` AS `value_title_within_relaxed`,
    CAST(`t22`.`peers` AS STRING) AS `value_tie`,
    CAST(`t22`.`birth_date` AS STRING) AS `value_age_within_rule`,
    CAST(`t22`.`title_since` AS STRING) AS `value_title_within_rule`,
    '' AS `value_bars_checked`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t22`.`given` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_given`,
    `t22`.`refs` AS `refs_listed`,
    `t22`.`ref` AS `refs_institution_staff`,
    `t22`.`ref` AS `refs_age_within_relaxed`,
    `t22`.`ref` AS `refs_educated`,
    `t22`.`ref` AS `refs_title_within_relaxed`,
    `t22`.`peer_refs` AS `refs_tie`,
    `t22`.`ref` AS `refs_age_within_rule`,
    `t22`.`ref` AS `refs_title_within_rule`
  FROM (
    SELECT
      *
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
        COALESCE(`t20`.`peers`, 0) AS `peers`,
        `t20`.`peer_refs`
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
          `t19`.`given`,
          `t19`.`peers`,
          `t19`.`peer_refs`
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
            `t18`.`given`,
            `t3`.`unit_id` AS `unit_id_right`,
            `t3`.`employment` AS `employment_right`,
            `t3`.`profession` AS `profession_right`,
            `t3`.`is_leader` AS `is_leader_right`,
            `t3`.`title_level` AS `title_level_right`,
            `t3`.`education` AS `education_right`,
            `t3`.`peers`,
            `t3`.`peer_refs`
          FROM (
            SELECT
              `t16`.`person_id`,
              `t16`.`start`,
              `t16`.`exceptional`,
              `t16`.`refs`,
              `t16`.`exceptional_refs`,
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
              `t16`.`unit_district`,
              `t16`.`given`
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
                `t15`.`person_id` AS `person_id_right`,
                `t15`.`given`
              FROM (
                SELECT
                  *
                FROM `run`.`listed_person` AS `t1`
                WHERE
                  TRUE
              ) AS `t7`
              LEFT OUTER JOIN (
                SELECT
                  `t13`.`person_id`,
                  MIN(`t13`.`day`) AS `given`
                FROM (
                  SELECT
                    `t12`.`person_id`,
                    `t12`.`start`,
                    `t12`.`quantity`,
                    `t12`.`words`,
                    `t12`.`day`,
                    `t12`.`named`
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t6`.`person_id`,
                        `t6`.`start`,
                        `t10`.`subject_id`,
                        `t10`.`quantity`,
                        `t10`.`words`,
                        `t10`.`day`,
                        `t10`.`named`
                      FROM (
                        SELECT DISTINCT
                          `t1`.`person_id`,
                          `t1`.`start`
                        FROM `run`.`listed_person` AS `t1`
                        WHERE
                          TRUE
                      ) AS `t6`
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
                            `t2`.`provision` = 'M03-2'
                        ) AS `t8`
                        WHERE
                          `t8`.`day` <= AS_OF() AND TRUE
                      ) AS `t10`
                        ON `t6`.`person_id` = `t10`.`subject_id`
                    ) AS `t11`
                    WHERE
                      `t11`.`day` >= `t11`.`start`
                      AND (
                        (
                          `t11`.`named` IS NULL
                        ) OR (
                          `t11`.`named` = `t11`.`start`
                        )
                      )
                  ) AS `t12`
                ) AS `t13`
                GROUP BY
                  1
              ) AS `t15`
                ON `t7`.`person_id` = `t15`.`person_id`
            ) AS `t16`
          ) AS `t18`
          LEFT OUTER JOIN `run`.`tie_transfer` AS `t3`
            ON `t18`.`unit_id` = `t3`.`unit_id`
            AND `t18`.`employment` = `t3`.`employment`
            AND `t18`.`profession` = `t3`.`profession`
            AND `t18`.`is_leader` = `t3`.`is_leader`
            AND `t18`.`title_level` = `t3`.`title_level`
            AND `t18`.`education` = `t3`.`education`
        ) AS `t19`
      ) AS `t20`
    ) AS `t21`
    WHERE
      (
        `t21`.`given` IS NOT NULL
      )
      OR (
        (
          `t21`.`employment` IN ('institution_staff', 'grassroots_institution_staff')
          AND (
            (
              (
                (
                  EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 10000
                ) + (
                  EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 100
                ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
              ) - (
                (
                  EXTRACT(year FROM `t21`.`birth_date`) * 10000
                ) + (
                  EXTRACT(month FROM `t21`.`birth_date`) * 100
                ) + EXTRACT(day FROM `t21`.`birth_date`)
              )
            ) < (
              (
                PARAM('transfer.age_max') + PARAM('transfer.age_relaxation') + 1
              ) * 10000
            )
          )
          AND `t21`.`education` IN ('college', 'bachelor', 'master', 'doctor')
          AND CASE
            WHEN `t21`.`title_level` IS NULL
            THEN CAST(NULL AS BOOLEAN)
            WHEN `t21`.`title_level` IN ('none', 'full')
            THEN TRUE
            WHEN `t21`.`title_level` = 'associate'
            THEN (
              (
                (
                  EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 10000
                ) + (
                  EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 100
                ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
              ) - (
                (
                  EXTRACT(year FROM `t21`.`title_since`) * 10000
                ) + (
                  EXTRACT(month FROM `t21`.`title_since`) * 100
                ) + EXTRACT(day FROM `t21`.`title_since`)
              )
            ) >= (
              (
                PARAM('transfer.title_years_min') - PARAM('transfer.title_years_relaxation')
              ) * 10000
            )
            ELSE FALSE
          END
        ) IS NULL
      )
      OR (
        `t21`.`employment` IN ('institution_staff', 'grassroots_institution_staff')
        AND (
          (
            (
              (
                EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 10000
              ) + (
                EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 100
              ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
            ) - (
              (
                EXTRACT(year FROM `t21`.`birth_date`) * 10000
              ) + (
                EXTRACT(month FROM `t21`.`birth_date`) * 100
              ) + EXTRACT(day FROM `t21`.`birth_date`)
            )
          ) < (
            (
              PARAM('transfer.age_max') + PARAM('transfer.age_relaxation') + 1
            ) * 10000
          )
        )
        AND `t21`.`education` IN ('college', 'bachelor', 'master', 'doctor')
        AND CASE
          WHEN `t21`.`title_level` IS NULL
          THEN CAST(NULL AS BOOLEAN)
          WHEN `t21`.`title_level` IN ('none', 'full')
          THEN TRUE
          WHEN `t21`.`title_level` = 'associate'
          THEN (
            (
              (
                EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 10000
              ) + (
                EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 100
              ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
            ) - (
              (
                EXTRACT(year FROM `t21`.`title_since`) * 10000
              ) + (
                EXTRACT(month FROM `t21`.`title_since`) * 100
              ) + EXTRACT(day FROM `t21`.`title_since`)
            )
          ) >= (
            (
              PARAM('transfer.title_years_min') - PARAM('transfer.title_years_relaxation')
            ) * 10000
          )
          ELSE FALSE
        END
        AND (
          `t21`.`peers` > 0
        )
      )
  ) AS `t22`
) AS `t23`
