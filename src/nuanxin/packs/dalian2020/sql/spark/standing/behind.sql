WITH `t17` AS (
  SELECT
    `t15`.`person_id`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t6`.`person_id`,
        `t6`.`name`,
        `t6`.`unit_id`,
        `t6`.`employment`,
        `t6`.`profession`,
        `t6`.`is_leader`,
        `t6`.`is_secretary`,
        `t6`.`sex`,
        `t6`.`birth_date`,
        `t6`.`education`,
        `t6`.`party`,
        `t6`.`title_level`,
        `t6`.`title_since`,
        `t6`.`rank_since`,
        `t6`.`work_start`,
        `t6`.`district`,
        `t6`.`street`,
        `t6`.`household_district`,
        `t6`.`needs_transport`,
        `t6`.`id_number`
      FROM `facts`.`people` AS `t6`
      LEFT SEMI JOIN `run`.`scope` AS `t7`
        ON `t6`.`person_id` = `t7`.`person_id`
    ) AS `t13`
    WHERE
      `t13`.`employment` <> 'volunteer'
  ) AS `t15`
  LEFT SEMI JOIN (
    SELECT
      `t1`.`unit_id`
    FROM `facts`.`units` AS `t1`
    WHERE
      `t1`.`kind` IN (
        'party_organ',
        'government_organ',
        'public_institution',
        'hospital',
        'school',
        'enterprise'
      )
  ) AS `t11`
    ON `t15`.`unit_id` = `t11`.`unit_id`
)
SELECT
  'person' AS `subject_kind`,
  `t30`.`person_id` AS `subject_id`,
  'F8' AS `class`,
  CAST(NULL AS STRING) AS `detail`,
  CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t30`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `first_day`,
  CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t30`.`last_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `last_day`,
  CAST(NULL AS STRING) AS `missing`
FROM (
  SELECT
    `t29`.`person_id`,
    GREATEST(`t10`.`day`, COALESCE(`t29`.`earlier` + 1, `t10`.`day`)) AS `start`,
    `t29`.`start` - 1 AS `last_day`
  FROM (
    SELECT
      `t27`.`person_id`,
      `t27`.`start`,
      `t27`.`last_day`,
      LAG(`t27`.`last_day`) OVER (PARTITION BY `t27`.`person_id` ORDER BY `t27`.`start` ASC NULLS LAST) AS `earlier`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t25`.`person_id`,
          `t25`.`start`,
          `t25`.`last_day`
        FROM (
          SELECT
            `t23`.`person_id`,
            `t23`.`start`,
            `t23`.`last_day`,
            `t23`.`is_open`
          FROM (
            SELECT
              `t21`.`person_id`,
              `t21`.`run`,
              MIN(`t21`.`start`) AS `start`,
              MAX(`t21`.`last_day`) AS `last_day`,
              BOOL_OR(`t21`.`is_open`) AS `is_open`
            FROM (
              SELECT
                `t16`.`person_id`,
                `t16`.`start`,
                `t16`.`last_day`,
                `t16`.`is_open`,
                `t16`.`begins`,
                SUM(CAST(`t16`.`begins` AS BIGINT)) OVER (
                  PARTITION BY `t16`.`person_id`
                  ORDER BY `t16`.`start` ASC NULLS LAST, `t16`.`last_day` ASC NULLS LAST
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS `run`
              FROM (
                SELECT
                  `t12`.`person_id`,
                  `t12`.`start`,
                  `t12`.`last_day`,
                  `t12`.`is_open`,
                  COALESCE(
                    `t12`.`start` > (
                      MAX(`t12`.`last_day`) OVER (
                        PARTITION BY `t12`.`person_id`
                        ORDER BY `t12`.`start` ASC NULLS LAST, `t12`.`last_day` ASC NULLS LAST
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                      ) + 1
                    ),
                    TRUE
                  ) AS `begins`
                FROM (
                  SELECT
                    `t5`.`person_id`,
                    `t5`.`start`,
                    `t5`.`last_day`,
                    `t5`.`is_open`
                  FROM `run`.`spell` AS `t5`
                  LEFT SEMI JOIN `run`.`scope` AS `t7`
                    ON `t5`.`person_id` = `t7`.`person_id`
                ) AS `t12`
              ) AS `t16`
            ) AS `t21`
            GROUP BY
              1,
              2
          ) AS `t23`
        ) AS `t25`
        LEFT SEMI JOIN `t17` AS `t19`
          ON `t25`.`person_id` = `t19`.`person_id`
      ) AS `t26`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            `t18`.`person_id`,
            AS_OF() + 1 AS `start`,
            AS_OF() + 1 AS `last_day`
          FROM `t17` AS `t18`
        ) AS `t20`
      ) AS `t22`
    ) AS `t27`
  ) AS `t29`
  CROSS JOIN (
    SELECT
      *
    FROM `run`.`beginning` AS `t0`
    WHERE
      `t0`.`day` IS NOT NULL
  ) AS `t10`
) AS `t30`
WHERE
  `t30`.`start` <= `t30`.`last_day`
