WITH `t25` AS (
  SELECT
    `t24`.`person_id`,
    `t24`.`unit_id`,
    `t24`.`start`,
    `t24`.`last_day`,
    `t24`.`is_open`,
    `t24`.`next_start`,
    `t24`.`opened`,
    CONCAT_WS(
      '|',
      COALESCE('M12-2', ''),
      COALESCE('person', ''),
      COALESCE(`t24`.`person_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t24`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M12-2' AS `provision`,
    CAST(12 AS BIGINT) AS `measure`,
    'MUST' AS `modality`,
    'person' AS `subject_kind`,
    `t24`.`person_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t24`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(IF(`t24`.`is_open`, NULL, `t24`.`last_day`) AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(IF(`t24`.`opened` IS NOT NULL, 1, 0) AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t24`.`start` + PARAM('families.ledger_within') AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `due_on`,
    `t24`.`unit_id` AS `owner_unit_id`,
    CASE
      WHEN `t24`.`opened` IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= (
          `t24`.`start` + PARAM('families.ledger_within')
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS `state`,
    CAST(NULL AS STRING) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    (
      (
        `t24`.`last_day` - `t24`.`start`
      ) + 1
    ) > 0 AS `holds_at_the_front`,
    `t24`.`opened` IS NOT NULL AS `holds_ledger_opened`,
    AS_OF() <= (
      `t24`.`start` + PARAM('families.ledger_within')
    ) AS `holds_within_due_day`,
    CAST((
      `t24`.`last_day` - `t24`.`start`
    ) + 1 AS STRING) AS `value_at_the_front`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t24`.`opened` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_ledger_opened`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t24`.`start` + PARAM('families.ledger_within') AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_within_due_day`
  FROM (
    SELECT
      `t23`.`person_id`,
      `t23`.`unit_id`,
      `t23`.`start`,
      `t23`.`last_day`,
      `t23`.`is_open`,
      `t23`.`next_start`,
      `t23`.`opened`
    FROM (
      SELECT
        `t4`.`person_id`,
        `t4`.`unit_id`,
        `t4`.`start`,
        `t4`.`last_day`,
        `t4`.`is_open`,
        `t4`.`next_start`,
        `t22`.`person_id` AS `person_id_right`,
        `t22`.`start` AS `start_right`,
        `t22`.`opened`
      FROM `run`.`family_period` AS `t4`
      LEFT OUTER JOIN (
        SELECT
          `t20`.`person_id`,
          `t20`.`start`,
          MIN(`t20`.`day`) AS `opened`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t18`.`person_id`,
              `t18`.`day`,
              `t18`.`named`,
              `t18`.`amount`,
              `t9`.`start`,
              `t9`.`next_start`
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t11`.`subject_id` AS `person_id`,
                  DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t11`.`on_date`) AS `day`,
                  DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t11`.`period_start`) AS `named`,
                  `t11`.`quantity` AS `amount`
                FROM (
                  SELECT
                    `t6`.`delivery_id`,
                    `t6`.`provision`,
                    `t6`.`subject_id`,
                    `t6`.`on_date`,
                    `t6`.`quantity`,
                    `t6`.`counterpart_id`,
                    `t6`.`period_start`
                  FROM `facts`.`deliveries` AS `t6`
                  LEFT SEMI JOIN `run`.`scope` AS `t7`
                    ON `t6`.`subject_id` = `t7`.`person_id`
                ) AS `t11`
                WHERE
                  `t11`.`provision` = 'M12-2'
              ) AS `t15`
              WHERE
                `t15`.`day` <= AS_OF()
            ) AS `t18`
            INNER JOIN (
              SELECT
                `t0`.`person_id`,
                `t0`.`start`,
                `t0`.`next_start`
              FROM `run`.`family_period` AS `t0`
            ) AS `t9`
              ON `t18`.`person_id` = `t9`.`person_id`
          ) AS `t19`
          WHERE
            `t19`.`day` >= `t19`.`start`
            AND (
              (
                `t19`.`next_start` IS NULL
              ) OR (
                `t19`.`day` < `t19`.`next_start`
              )
            )
            AND (
              (
                `t19`.`named` IS NULL
              ) OR (
                `t19`.`named` = `t19`.`start`
              )
            )
        ) AS `t20`
        GROUP BY
          1,
          2
      ) AS `t22`
        ON `t4`.`person_id` = `t22`.`person_id` AND `t4`.`start` = `t22`.`start`
    ) AS `t23`
  ) AS `t24`
)
SELECT
  *
FROM (
  SELECT
    `t26`.`obligation_id`,
    'within_due_day' AS `criterion`,
    `t26`.`holds_within_due_day` AS `holds`,
    `t26`.`value_within_due_day` AS `value`,
    '' AS `fact_refs`
  FROM `t25` AS `t26`
) AS `t28`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t31`.`obligation_id`,
      `t31`.`criterion`,
      `t31`.`holds`,
      `t31`.`value`,
      COALESCE(`t39`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t26`.`obligation_id`,
        'at_the_front' AS `criterion`,
        `t26`.`holds_at_the_front` AS `holds`,
        `t26`.`value_at_the_front` AS `value`
      FROM `t25` AS `t26`
    ) AS `t31`
    LEFT OUTER JOIN (
      SELECT
        `t35`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t35`.`ref`)), ';') AS `fact_refs`
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
              `t5`.`person_id`,
              `t5`.`arranged_by`,
              DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t5`.`start_date`) AS `start`,
              COALESCE(DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t5`.`end_date`), AS_OF()) AS `last_day`,
              CONCAT('spells:', CONCAT_WS('/', COALESCE(`t5`.`spell_id`, ''))) AS `ref`
            FROM `facts`.`spells` AS `t5`
            LEFT SEMI JOIN `run`.`scope` AS `t7`
              ON `t5`.`person_id` = `t7`.`person_id`
          ) AS `t13`
            ON `t27`.`person_id` = `t13`.`person_id`
            AND `t13`.`start` >= `t27`.`start`
            AND `t13`.`start` <= `t27`.`last_day`
        ) AS `t33`
      ) AS `t35`
      GROUP BY
        1
    ) AS `t39`
      ON `t31`.`obligation_id` = `t39`.`obligation_id`
  ) AS `t41`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t32`.`obligation_id`,
      `t32`.`criterion`,
      `t32`.`holds`,
      `t32`.`value`,
      COALESCE(`t40`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t26`.`obligation_id`,
        'ledger_opened' AS `criterion`,
        `t26`.`holds_ledger_opened` AS `holds`,
        `t26`.`value_ledger_opened` AS `value`
      FROM `t25` AS `t26`
    ) AS `t32`
    LEFT OUTER JOIN (
      SELECT
        `t36`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t36`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t27`.`obligation_id`,
            `t16`.`ref`
          FROM `t25` AS `t27`
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                `t2`.`subject_id`,
                `t2`.`counterpart_id`,
                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t2`.`on_date`) AS `day`,
                CONCAT('deliveries:', CONCAT_WS('/', COALESCE(`t2`.`delivery_id`, ''))) AS `ref`
              FROM `facts`.`deliveries` AS `t2`
              WHERE
                `t2`.`provision` = 'M12-2'
            ) AS `t10`
            WHERE
              `t10`.`day` <= AS_OF()
          ) AS `t16`
            ON `t27`.`person_id` = `t16`.`subject_id` AND `t16`.`day` = `t27`.`opened`
        ) AS `t34`
      ) AS `t36`
      GROUP BY
        1
    ) AS `t40`
      ON `t32`.`obligation_id` = `t40`.`obligation_id`
  ) AS `t42`
) AS `t43`
