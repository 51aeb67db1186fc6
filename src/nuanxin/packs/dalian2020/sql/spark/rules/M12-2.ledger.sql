SELECT
  `t18`.`obligation_id`,
  `t18`.`provision`,
  `t18`.`measure`,
  `t18`.`modality`,
  `t18`.`subject_kind`,
  `t18`.`subject_id`,
  `t18`.`period_start`,
  `t18`.`period_end`,
  `t18`.`quantity`,
  `t18`.`quantity_unit`,
  `t18`.`quantity_met`,
  `t18`.`due_on`,
  `t18`.`owner_unit_id`,
  `t18`.`state`,
  `t18`.`missing`,
  `t18`.`as_of`
FROM (
  SELECT
    `t17`.`person_id`,
    `t17`.`unit_id`,
    `t17`.`start`,
    `t17`.`last_day`,
    `t17`.`is_open`,
    `t17`.`next_start`,
    `t17`.`opened`,
    CONCAT_WS(
      '|',
      COALESCE('M12-2', ''),
      COALESCE('person', ''),
      COALESCE(`t17`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t17`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M12-2' AS `provision`,
    CAST(12 AS BIGINT) AS `measure`,
    'MUST' AS `modality`,
    'person' AS `subject_kind`,
    `t17`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t17`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(IF(`t17`.`is_open`, NULL, `t17`.`last_day`) AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(IF(`t17`.`opened` IS NOT NULL, 1, 0) AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t17`.`start` + PARAM('families.ledger_within') AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `due_on`,
    `t17`.`unit_id` AS `owner_unit_id`,
    CASE
      WHEN `t17`.`opened` IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= (
          `t17`.`start` + PARAM('families.ledger_within')
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    (
      (
        `t17`.`last_day` - `t17`.`start`
      ) + 1
    ) > 0 AS `holds_at_the_front`,
    `t17`.`opened` IS NOT NULL AS `holds_ledger_opened`,
    AS_OF() <= (
      `t17`.`start` + PARAM('families.ledger_within')
    ) AS `holds_within_due_day`,
    CAST((
      `t17`.`last_day` - `t17`.`start`
    ) + 1 AS STRING) AS `value_at_the_front`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t17`.`opened` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_ledger_opened`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t17`.`start` + PARAM('families.ledger_within') AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_within_due_day`
  FROM (
    SELECT
      `t16`.`person_id`,
      `t16`.`unit_id`,
      `t16`.`start`,
      `t16`.`last_day`,
      `t16`.`is_open`,
      `t16`.`next_start`,
      `t16`.`opened`
    FROM (
      SELECT
        `t3`.`person_id`,
        `t3`.`unit_id`,
        `t3`.`start`,
        `t3`.`last_day`,
        `t3`.`is_open`,
        `t3`.`next_start`,
        `t15`.`person_id` AS `person_id_right`,
        `t15`.`start` AS `start_right`,
        `t15`.`opened`
      FROM `run`.`family_period` AS `t3`
      LEFT OUTER JOIN (
        SELECT
          `t13`.`person_id`,
          `t13`.`start`,
          MIN(`t13`.`day`) AS `opened`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t11`.`person_id`,
              `t11`.`day`,
              `t11`.`named`,
              `t11`.`amount`,
              `t7`.`start`,
              `t7`.`next_start`
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t8`.`subject_id` AS `person_id`,
                  DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t8`.`on_date`) AS `day`,
                  DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t8`.`period_start`) AS `named`,
                  `t8`.`quantity` AS `amount`
                FROM (
                  SELECT
                    `t4`.`delivery_id`,
                    `t4`.`provision`,
                    `t4`.`subject_id`,
                    `t4`.`on_date`,
                    `t4`.`quantity`,
                    `t4`.`counterpart_id`,
                    `t4`.`period_start`
                  FROM `facts`.`deliveries` AS `t4`
                  LEFT SEMI JOIN `run`.`scope` AS `t5`
                    ON `t4`.`subject_id` = `t5`.`person_id`
                ) AS `t8`
                WHERE
                  `t8`.`provision` = 'M12-2'
              ) AS `t9`
              WHERE
                `t9`.`day` <= AS_OF()
            ) AS `t11`
            INNER JOIN (
              SELECT
                `t0`.`person_id`,
                `t0`.`start`,
                `t0`.`next_start`
              FROM `run`.`family_period` AS `t0`
            ) AS `t7`
              ON `t11`.`person_id` = `t7`.`person_id`
          ) AS `t12`
          WHERE
            `t12`.`day` >= `t12`.`start`
            AND (
              (
                `t12`.`next_start` IS NULL
              ) OR (
                `t12`.`day` < `t12`.`next_start`
              )
            )
            AND (
              (
                `t12`.`named` IS NULL
              ) OR (
                `t12`.`named` = `t12`.`start`
              )
            )
        ) AS `t13`
        GROUP BY
          1,
          2
      ) AS `t15`
        ON `t3`.`person_id` = `t15`.`person_id` AND `t3`.`start` = `t15`.`start`
    ) AS `t16`
  ) AS `t17`
) AS `t18`
