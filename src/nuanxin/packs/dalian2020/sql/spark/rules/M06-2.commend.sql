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
)
SELECT
  `t31`.`obligation_id`,
  `t31`.`provision`,
  `t31`.`measure`,
  `t31`.`modality`,
  `t31`.`subject_kind`,
  `t31`.`subject_id`,
  `t31`.`period_start`,
  `t31`.`period_end`,
  `t31`.`quantity`,
  `t31`.`quantity_unit`,
  `t31`.`quantity_met`,
  `t31`.`due_on`,
  `t31`.`owner_unit_id`,
  `t31`.`state`,
  `t31`.`missing`,
  `t31`.`as_of`
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
    `t30`.`cited`,
    `t30`.`agreed`,
    CONCAT_WS(
      '|',
      COALESCE('M06-2', ''),
      COALESCE('person', ''),
      COALESCE(`t30`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t30`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M06-2' AS `provision`,
    CAST(6 AS BIGINT) AS `measure`,
    'MAY' AS `modality`,
    'person' AS `subject_kind`,
    `t30`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t30`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(NULL AS DATE) AS `period_end`,
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    `t30`.`unit_id` AS `owner_unit_id`,
    CASE WHEN `t30`.`given` IS NOT NULL THEN 'met' ELSE 'available' END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t30`.`start` IS NOT NULL AS `holds_listed`,
    (
      `t30`.`cited` IS NOT NULL
    ) OR (
      `t30`.`agreed` IS NOT NULL
    ) AS `holds_cited_or_unanimous`,
    `t30`.`cited` IS NOT NULL AS `holds_merit_citation`,
    `t30`.`agreed` IS NOT NULL AS `holds_panel_unanimous`,
    CAST(NULL AS BOOLEAN) AS `holds_bars_checked`,
    `t30`.`given` IS NOT NULL AS `holds_given`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t30`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_listed`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(COALESCE(`t30`.`cited`, `t30`.`agreed`) AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_cited_or_unanimous`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t30`.`cited` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_merit_citation`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t30`.`agreed` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_panel_unanimous`,
    '' AS `value_bars_checked`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t30`.`given` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_given`,
    `t30`.`exceptional_refs` AS `refs_listed`
  FROM (
    SELECT
      *
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
        `t28`.`given`,
        `t28`.`cited`,
        `t28`.`agreed`
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
          `t27`.`cited`,
          `t16`.`subject_id`,
          `t16`.`agreed`
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
            `t25`.`cited`
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
              `t15`.`subject_id`,
              `t15`.`cited`
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
                `t22`.`given`
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
                  `t21`.`person_id` AS `person_id_right`,
                  `t21`.`given`
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
                    `t19`.`person_id`,
                    MIN(`t19`.`day`) AS `given`
                  FROM (
                    SELECT
                      `t18`.`person_id`,
                      `t18`.`start`,
                      `t18`.`quantity`,
                      `t18`.`words`,
                      `t18`.`day`,
                      `t18`.`named`
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t8`.`person_id`,
                          `t8`.`start`,
                          `t12`.`subject_id`,
                          `t12`.`quantity`,
                          `t12`.`words`,
                          `t12`.`day`,
                          `t12`.`named`
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
                        ) AS `t12`
                          ON `t8`.`person_id` = `t12`.`subject_id`
                      ) AS `t17`
                      WHERE
                        `t17`.`day` >= `t17`.`start`
                        AND (
                          (
                            `t17`.`named` IS NULL
                          ) OR (
                            `t17`.`named` = `t17`.`start`
                          )
                        )
                    ) AS `t18`
                  ) AS `t19`
                  GROUP BY
                    1
                ) AS `t21`
                  ON `t7`.`person_id` = `t21`.`person_id`
              ) AS `t22`
            ) AS `t24`
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
            ) AS `t15`
              ON `t24`.`person_id` = `t15`.`subject_id`
          ) AS `t25`
        ) AS `t27`
        LEFT OUTER JOIN (
          SELECT
            `t10`.`subject_id`,
            MIN(`t10`.`day`) AS `agreed`
          FROM (
            SELECT
              *
            FROM `t2` AS `t6`
            WHERE
              `t6`.`day` <= AS_OF() AND COALESCE(`t6`.`words` = 'panel', FALSE)
          ) AS `t10`
          GROUP BY
            1
        ) AS `t16`
          ON `t27`.`person_id` = `t16`.`subject_id`
      ) AS `t28`
    ) AS `t29`
    WHERE
      (
        `t29`.`given` IS NOT NULL
      )
      OR (
        (
          `t29`.`cited` IS NOT NULL
        ) OR (
          `t29`.`agreed` IS NOT NULL
        )
      )
  ) AS `t30`
) AS `t31`
