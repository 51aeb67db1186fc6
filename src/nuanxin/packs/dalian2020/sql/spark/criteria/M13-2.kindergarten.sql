WITH `t20` AS (
  SELECT
    `t19`.`child_id`,
    `t19`.`stage`,
    `t19`.`household_district`,
    `t19`.`needs_home_study`,
    `t19`.`ref`,
    `t19`.`start`,
    `t19`.`given`,
    CONCAT_WS(
      '|',
      COALESCE('M13-2', ''),
      COALESCE('child', ''),
      COALESCE(`t19`.`child_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t19`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M13-2' AS `provision`,
    CAST(13 AS BIGINT) AS `measure`,
    'MAY' AS `modality`,
    'child' AS `subject_kind`,
    `t19`.`child_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t19`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(NULL AS DATE) AS `period_end`,
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(NULL AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(NULL AS DATE) AS `due_on`,
    CAST(NULL AS STRING) AS `owner_unit_id`,
    CASE
      WHEN (
        `t19`.`household_district` IS NULL
      ) AND NOT (
        `t19`.`given` IS NOT NULL
      )
      THEN 'unknown'
      WHEN `t19`.`given` IS NOT NULL
      THEN 'met'
      ELSE 'available'
    END AS `state`,
    IF(
      (
        `t19`.`household_district` IS NULL
      ) AND NOT (
        `t19`.`given` IS NOT NULL
      ),
      'household_district',
      CAST(NULL AS STRING)
    ) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t19`.`start` IS NOT NULL AS `holds_guardian_treats`,
    `t19`.`stage` = 'kindergarten_entry' AS `holds_at_stage`,
    IF(`t19`.`household_district` IS NULL, NULL, TRUE) AS `holds_household_known`,
    `t19`.`given` IS NOT NULL AS `holds_given`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t19`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_guardian_treats`,
    CAST(`t19`.`stage` = 'kindergarten_entry' AS STRING) AS `value_at_stage`,
    `t19`.`household_district` AS `value_household_known`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t19`.`given` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_given`,
    `t19`.`ref` AS `refs_at_stage`,
    `t19`.`ref` AS `refs_household_known`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t17`.`child_id`,
        `t17`.`stage`,
        `t17`.`household_district`,
        `t17`.`needs_home_study`,
        `t17`.`ref`,
        `t17`.`start`,
        `t17`.`given`
      FROM (
        SELECT
          `t3`.`child_id`,
          `t3`.`stage`,
          `t3`.`household_district`,
          `t3`.`needs_home_study`,
          `t3`.`ref`,
          `t3`.`start`,
          `t16`.`child_id` AS `child_id_right`,
          `t16`.`given`
        FROM `run`.`eligible_child` AS `t3`
        LEFT OUTER JOIN (
          SELECT
            `t14`.`child_id`,
            MIN(`t14`.`day`) AS `given`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t6`.`child_id`,
                `t6`.`start`,
                `t10`.`day`,
                `t10`.`named`
              FROM (
                SELECT
                  `t0`.`child_id`,
                  `t0`.`start`
                FROM `run`.`eligible_child` AS `t0`
              ) AS `t6`
              INNER JOIN (
                SELECT
                  *
                FROM (
                  SELECT
                    `t2`.`subject_id` AS `child_id`,
                    DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t2`.`on_date`) AS `day`,
                    DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t2`.`period_start`) AS `named`
                  FROM `facts`.`deliveries` AS `t2`
                  WHERE
                    `t2`.`provision` = 'M13-2'
                ) AS `t7`
                WHERE
                  `t7`.`day` <= AS_OF()
              ) AS `t10`
                ON `t6`.`child_id` = `t10`.`child_id`
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
          GROUP BY
            1
        ) AS `t16`
          ON `t3`.`child_id` = `t16`.`child_id`
      ) AS `t17`
    ) AS `t18`
    WHERE
      `t18`.`stage` = 'kindergarten_entry'
  ) AS `t19`
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t27`.`obligation_id`,
      `t27`.`criterion`,
      `t27`.`holds`,
      `t27`.`value`,
      COALESCE(`t35`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t21`.`obligation_id`,
        'guardian_treats' AS `criterion`,
        `t21`.`holds_guardian_treats` AS `holds`,
        `t21`.`value_guardian_treats` AS `value`
      FROM `t20` AS `t21`
    ) AS `t27`
    LEFT OUTER JOIN (
      SELECT
        `t31`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t31`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t22`.`obligation_id`,
            `t4`.`ref`
          FROM `t20` AS `t22`
          INNER JOIN `run`.`treating_spell` AS `t4`
            ON `t22`.`child_id` = `t4`.`child_id` AND `t22`.`start` = `t4`.`start`
        ) AS `t29`
      ) AS `t31`
      GROUP BY
        1
    ) AS `t35`
      ON `t27`.`obligation_id` = `t35`.`obligation_id`
  ) AS `t37`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t21`.`obligation_id`,
      'at_stage' AS `criterion`,
      `t21`.`holds_at_stage` AS `holds`,
      `t21`.`value_at_stage` AS `value`,
      COALESCE(`t21`.`refs_at_stage`, '') AS `fact_refs`
    FROM `t20` AS `t21`
  ) AS `t25`
) AS `t39`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t21`.`obligation_id`,
      'household_known' AS `criterion`,
      `t21`.`holds_household_known` AS `holds`,
      `t21`.`value_household_known` AS `value`,
      COALESCE(`t21`.`refs_household_known`, '') AS `fact_refs`
    FROM `t20` AS `t21`
  ) AS `t26`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t28`.`obligation_id`,
      `t28`.`criterion`,
      `t28`.`holds`,
      `t28`.`value`,
      COALESCE(`t36`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t21`.`obligation_id`,
        'given' AS `criterion`,
        `t21`.`holds_given` AS `holds`,
        `t21`.`value_given` AS `value`
      FROM `t20` AS `t21`
    ) AS `t28`
    LEFT OUTER JOIN (
      SELECT
        `t32`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t32`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t22`.`obligation_id`,
            `t12`.`ref`
          FROM `t20` AS `t22`
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                `t2`.`subject_id`,
                `t2`.`counterpart_id`,
                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t2`.`on_date`) AS `day`,
                CONCAT(
                  'deliveries:',
                  CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t2`.`delivery_id`, ''), '%', '%25'), ';', '%3B'))
                ) AS `ref`
              FROM `facts`.`deliveries` AS `t2`
              WHERE
                `t2`.`provision` = 'M13-2'
            ) AS `t9`
            WHERE
              `t9`.`day` <= AS_OF()
          ) AS `t12`
            ON `t22`.`child_id` = `t12`.`subject_id` AND `t12`.`day` = `t22`.`given`
        ) AS `t30`
      ) AS `t32`
      GROUP BY
        1
    ) AS `t36`
      ON `t28`.`obligation_id` = `t36`.`obligation_id`
  ) AS `t38`
) AS `t40`
