WITH `t15` AS (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      `t13`.`unit_id`,
      EXPLODE(
        IF(
          (
            1 <> 0
          )
          AND (
            SIGN(1) = SIGN(
              (
                CAST(FLOOR((
                  `t13`.`last_day` + 3
                ) / (
                  7
                )) AS BIGINT) + 1
              ) - CAST(FLOOR((
                `t13`.`start` + 3
              ) / (
                7
              )) AS BIGINT)
            )
          ),
          IF(
            ELEMENT_AT(
              SEQUENCE(
                CAST(FLOOR((
                  `t13`.`start` + 3
                ) / (
                  7
                )) AS BIGINT),
                CAST(FLOOR((
                  `t13`.`last_day` + 3
                ) / (
                  7
                )) AS BIGINT) + 1,
                1
              ),
              SIZE(
                SEQUENCE(
                  CAST(FLOOR((
                    `t13`.`start` + 3
                  ) / (
                    7
                  )) AS BIGINT),
                  CAST(FLOOR((
                    `t13`.`last_day` + 3
                  ) / (
                    7
                  )) AS BIGINT) + 1,
                  1
                )
              )
            ) = (
              CAST(FLOOR((
                `t13`.`last_day` + 3
              ) / (
                7
              )) AS BIGINT) + 1
            ),
            SLICE(
              SEQUENCE(
                CAST(FLOOR((
                  `t13`.`start` + 3
                ) / (
                  7
                )) AS BIGINT),
                CAST(FLOOR((
                  `t13`.`last_day` + 3
                ) / (
                  7
                )) AS BIGINT) + 1,
                1
              ),
              1,
              SIZE(
                SEQUENCE(
                  CAST(FLOOR((
                    `t13`.`start` + 3
                  ) / (
                    7
                  )) AS BIGINT),
                  CAST(FLOOR((
                    `t13`.`last_day` + 3
                  ) / (
                    7
                  )) AS BIGINT) + 1,
                  1
                )
              ) - 1
            ),
            SEQUENCE(
              CAST(FLOOR((
                `t13`.`start` + 3
              ) / (
                7
              )) AS BIGINT),
              CAST(FLOOR((
                `t13`.`last_day` + 3
              ) / (
                7
              )) AS BIGINT) + 1,
              1
            )
          ),
          ARRAY()
        )
      ) AS `week`
    FROM (
      SELECT
        `t12`.`unit_id`,
        `t12`.`start`,
        `t12`.`last_day`,
        `t12`.`is_open`
      FROM (
        SELECT
          `t11`.`unit_id`,
          `t11`.`run`,
          MIN(`t11`.`start`) AS `start`,
          MAX(`t11`.`last_day`) AS `last_day`,
          BOOL_OR(`t11`.`is_open`) AS `is_open`
        FROM (
          SELECT
            `t10`.`unit_id`,
            `t10`.`start`,
            `t10`.`last_day`,
            `t10`.`is_open`,
            `t10`.`begins`,
            COALESCE(
              SUM(CAST(`t10`.`begins` AS BIGINT)) OVER (
                PARTITION BY `t10`.`unit_id`
                ORDER BY `t10`.`start` ASC NULLS LAST, `t10`.`last_day` ASC NULLS LAST
                RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ),
              0
            ) AS `run`
          FROM (
            SELECT
              `t2`.`unit_id`,
              `t2`.`start`,
              `t2`.`last_day`,
              `t2`.`is_open`,
              `t2`.`start` > (
                MAX(`t2`.`last_day`) OVER (
                  PARTITION BY `t2`.`unit_id`
                  ORDER BY `t2`.`start` ASC NULLS LAST, `t2`.`last_day` ASC NULLS LAST
                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                ) + 1
              ) AS `begins`
            FROM `run`.`post_span` AS `t2`
          ) AS `t10`
        ) AS `t11`
        GROUP BY
          1,
          2
      ) AS `t12`
    ) AS `t13`
  ) AS `t14`
)
SELECT
  `t28`.`obligation_id`,
  `t28`.`provision`,
  `t28`.`measure`,
  `t28`.`modality`,
  `t28`.`subject_kind`,
  `t28`.`subject_id`,
  `t28`.`period_start`,
  `t28`.`period_end`,
  `t28`.`quantity`,
  `t28`.`quantity_unit`,
  `t28`.`quantity_met`,
  `t28`.`due_on`,
  `t28`.`owner_unit_id`,
  `t28`.`state`,
  `t28`.`missing`,
  `t28`.`as_of`
FROM (
  SELECT
    `t27`.`unit_id`,
    `t27`.`week`,
    `t27`.`published`,
    `t27`.`planned`,
    `t27`.`traced`,
    `t27`.`first_day`,
    CONCAT_WS(
      '|',
      COALESCE('M07-1', ''),
      COALESCE('unit', ''),
      COALESCE(`t27`.`unit_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t27`.`first_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M07-1' AS `provision`,
    CAST(7 AS BIGINT) AS `measure`,
    'MUST' AS `modality`,
    'unit' AS `subject_kind`,
    `t27`.`unit_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t27`.`first_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t27`.`first_day` + 6 AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_end`,
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    CAST(IF((
      `t27`.`published` IS NOT NULL
    ) OR (
      `t27`.`planned` > 0
    ), 1, 0) AS DECIMAL(18, 4)) AS `quantity_met`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t27`.`first_day` - PARAM('roster.publish_ahead') AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `due_on`,
    `t27`.`unit_id` AS `owner_unit_id`,
    IF(
      `t27`.`traced` IS NULL,
      'unknown',
      CASE
        WHEN (
          `t27`.`published` IS NOT NULL
        ) OR (
          `t27`.`planned` > 0
        )
        THEN 'met'
        WHEN NOT (
          AS_OF() <= (
            `t27`.`first_day` - PARAM('roster.publish_ahead')
          )
        )
        THEN 'overdue'
        ELSE 'owed'
      END
    ) AS `state`,
    IF(`t27`.`traced` IS NULL, 'deliveries', CAST(NULL AS STRING)) AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    `t27`.`published` IS NOT NULL AS `holds_published`,
    `t27`.`planned` > 0 AS `holds_planned`,
    AS_OF() <= (
      `t27`.`first_day` - PARAM('roster.publish_ahead')
    ) AS `holds_within_due_day`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t27`.`published` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_published`,
    CAST(`t27`.`planned` AS STRING) AS `value_planned`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t27`.`first_day` - PARAM('roster.publish_ahead') AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_within_due_day`
  FROM (
    SELECT
      `t26`.`unit_id`,
      `t26`.`week`,
      `t26`.`published`,
      COALESCE(`t26`.`planned`, 0) AS `planned`,
      `t26`.`traced`,
      (
        `t26`.`week` * 7
      ) - 3 AS `first_day`
    FROM (
      SELECT
        `t25`.`unit_id`,
        `t25`.`week`,
        `t25`.`published`,
        `t25`.`planned`,
        `t9`.`traced`
      FROM (
        SELECT
          `t23`.`unit_id`,
          `t23`.`week`,
          `t23`.`published`,
          `t23`.`planned`
        FROM (
          SELECT
            `t22`.`unit_id`,
            `t22`.`week`,
            `t22`.`published`,
            `t3`.`unit_id` AS `unit_id_right`,
            `t3`.`week` AS `week_right`,
            `t3`.`planned`
          FROM (
            SELECT
              `t20`.`unit_id`,
              `t20`.`week`,
              `t20`.`published`
            FROM (
              SELECT
                `t17`.`unit_id`,
                `t17`.`week`,
                `t4`.`unit_id` AS `unit_id_right`,
                `t4`.`week` AS `week_right`,
                `t4`.`published`
              FROM `t15` AS `t17`
              LEFT SEMI JOIN (
                SELECT
                  `t16`.`unit_id`,
                  `t16`.`week` + 1 AS `week`
                FROM `t15` AS `t16`
              ) AS `t19`
                ON `t17`.`unit_id` = `t19`.`unit_id` AND `t17`.`week` = `t19`.`week`
              LEFT OUTER JOIN `run`.`published_week` AS `t4`
                ON `t17`.`unit_id` = `t4`.`unit_id` AND `t17`.`week` = `t4`.`week`
            ) AS `t20`
          ) AS `t22`
          LEFT OUTER JOIN `run`.`planned_week` AS `t3`
            ON `t22`.`unit_id` = `t3`.`unit_id` AND `t22`.`week` = `t3`.`week`
        ) AS `t23`
      ) AS `t25`
      LEFT OUTER JOIN (
        SELECT
          `t7`.`unit_id` AS `traced`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t1`.`unit_id`
            FROM `run`.`published_week` AS `t1`
          ) AS `t6`
          UNION
          SELECT
            *
          FROM (
            SELECT
              `t0`.`unit_id`
            FROM `run`.`planned_week` AS `t0`
          ) AS `t5`
        ) AS `t7`
      ) AS `t9`
        ON `t25`.`unit_id` = `t9`.`traced`
    ) AS `t26`
  ) AS `t27`
) AS `t28`
