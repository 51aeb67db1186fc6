SELECT
  `t15`.`obligation_id`,
  `t15`.`provision`,
  `t15`.`measure`,
  `t15`.`modality`,
  `t15`.`subject_kind`,
  `t15`.`subject_id`,
  `t15`.`period_start`,
  `t15`.`period_end`,
  `t15`.`quantity`,
  `t15`.`quantity_unit`,
  `t15`.`quantity_met`,
  `t15`.`due_on`,
  `t15`.`owner_unit_id`,
  `t15`.`state`,
  `t15`.`missing`,
  `t15`.`as_of`
FROM (
  SELECT
    `t14`.`child_id`,
    `t14`.`stage`,
    `t14`.`household_district`,
    `t14`.`needs_home_study`,
    `t14`.`ref`,
    `t14`.`start`,
    `t14`.`given`,
    CONCAT_WS(
      '|',
      COALESCE('M13-5', ''),
      COALESCE('child', ''),
      COALESCE(`t14`.`child_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t14`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M13-5' AS `provision`,
    CAST(13 AS BIGINT) AS `measure`,
    'MUST' AS `modality`,
    'child' AS `subject_kind`,
    `t14`.`child_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t14`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(NULL AS DATE) AS `period_end`,
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    CAST(NULL AS STRING) AS `owner_unit_id`,
    CASE WHEN `t14`.`given` IS NOT NULL THEN 'met' ELSE 'owed' END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t14`.`start` IS NOT NULL AS `holds_guardian_treats`,
    `t14`.`stage` = 'vocational_entry' AS `holds_at_stage`,
    `t14`.`given` IS NOT NULL AS `holds_given`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t14`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_guardian_treats`,
    CAST(`t14`.`stage` = 'vocational_entry' AS STRING) AS `value_at_stage`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t14`.`given` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_given`,
    `t14`.`ref` AS `refs_at_stage`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t12`.`child_id`,
        `t12`.`stage`,
        `t12`.`household_district`,
        `t12`.`needs_home_study`,
        `t12`.`ref`,
        `t12`.`start`,
        `t12`.`given`
      FROM (
        SELECT
          `t2`.`child_id`,
          `t2`.`stage`,
          `t2`.`household_district`,
          `t2`.`needs_home_study`,
          `t2`.`ref`,
          `t2`.`start`,
          `t11`.`child_id` AS `child_id_right`,
          `t11`.`given`
        FROM `run`.`eligible_child` AS `t2`
        LEFT OUTER JOIN (
          SELECT
            `t9`.`child_id`,
            MIN(`t9`.`day`) AS `given`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t4`.`child_id`,
                `t4`.`start`,
                `t7`.`day`,
                `t7`.`named`
              FROM (
                SELECT
                  `t0`.`child_id`,
                  `t0`.`start`
                FROM `run`.`eligible_child` AS `t0`
              ) AS `t4`
              INNER JOIN (
                SELECT
                  *
                FROM (
                  SELECT
                    `t1`.`subject_id` AS `child_id`,
                    DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t1`.`on_date`) AS `day`,
                    DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t1`.`period_start`) AS `named`
                  FROM `facts`.`deliveries` AS `t1`
                  WHERE
                    `t1`.`provision` = 'M13-5'
                ) AS `t5`
                WHERE
                  `t5`.`day` <= AS_OF()
              ) AS `t7`
                ON `t4`.`child_id` = `t7`.`child_id`
            ) AS `t8`
            WHERE
              `t8`.`day` >= `t8`.`start`
              AND (
                (
                  `t8`.`named` IS NULL
                ) OR (
                  `t8`.`named` = `t8`.`start`
                )
              )
          ) AS `t9`
          GROUP BY
            1
        ) AS `t11`
          ON `t2`.`child_id` = `t11`.`child_id`
      ) AS `t12`
    ) AS `t13`
    WHERE
      `t13`.`stage` = 'vocational_entry'
  ) AS `t14`
) AS `t15`
