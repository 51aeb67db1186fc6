SELECT
  `t16`.`person_id`,
  `t16`.`spell_id`,
  `t16`.`post_id`,
  `t16`.`month`,
  `t16`.`days`,
  `t16`.`full`,
  `t16`.`confirmed`,
  `t16`.`unsettled`,
  `t16`.`compensated_days`,
  `t16`.`long_days`,
  `t16`.`meal_days`,
  `t16`.`night_days`,
  `t16`.`compensated_seconds`,
  `t16`.`rows`,
  `t16`.`odd_days`,
  `t16`.`longest`,
  `t16`.`night`,
  `t16`.`morning`,
  `t16`.`longest_tail`,
  `t16`.`unit_id`,
  IF(`t16`.`at_contact`, `t16`.`days`, CAST(0 AS BIGINT)) AS `at_contact`,
  IF(`t16`.`at_risk`, `t16`.`days`, CAST(0 AS BIGINT)) AS `at_risk`
FROM (
  SELECT
    `t15`.`person_id`,
    `t15`.`spell_id`,
    `t15`.`post_id`,
    `t15`.`month`,
    `t15`.`days`,
    `t15`.`full`,
    `t15`.`confirmed`,
    `t15`.`unsettled`,
    `t15`.`compensated_days`,
    `t15`.`long_days`,
    `t15`.`meal_days`,
    `t15`.`night_days`,
    `t15`.`compensated_seconds`,
    `t15`.`rows`,
    `t15`.`odd_days`,
    `t15`.`longest`,
    `t15`.`night`,
    `t15`.`morning`,
    `t15`.`longest_tail`,
    `t7`.`unit_id`,
    `t7`.`at_contact`,
    `t7`.`at_risk`
  FROM (
    SELECT
      `t13`.`person_id`,
      `t13`.`spell_id`,
      `t13`.`post_id`,
      `t13`.`month`,
      BIT_OR(`t13`.`bit`) AS `days`,
      BIT_OR(
        IF(
          `t13`.`length` > (
            PARAM('subsidy.day_rule.full') * 3600
          ),
          `t13`.`bit`,
          CAST(0 AS BIGINT)
        )
      ) AS `full`,
      BIT_OR(IF(`t13`.`contact_confirmed`, `t13`.`bit`, CAST(0 AS BIGINT))) AS `confirmed`,
      BIT_OR(IF(`t13`.`contact_confirmed` IS NULL, `t13`.`bit`, CAST(0 AS BIGINT))) AS `unsettled`,
      BIT_OR(
        IF(
          IF(
            `t13`.`is_workday`,
            GREATEST(0, `t13`.`length` - (
              PARAM('comp.workday_hours') * 3600
            )),
            `t13`.`length`
          ) > 0,
          `t13`.`bit`,
          CAST(0 AS BIGINT)
        )
      ) AS `compensated_days`,
      BIT_OR(
        IF(
          `t13`.`length` > (
            PARAM('roster.shift_max_normal') * 3600
          ),
          `t13`.`bit`,
          CAST(0 AS BIGINT)
        )
      ) AS `long_days`,
      BIT_OR(
        IF(
          `t13`.`length` >= (
            PARAM('service.meal_shift_min') * 3600
          ),
          `t13`.`bit`,
          CAST(0 AS BIGINT)
        )
      ) AS `meal_days`,
      BIT_OR(
        IF(
          (
            (
              `t13`.`start` - (
                `t13`.`day` * 86400
              )
            ) < (
              PARAM('service.night_until') * 3600
            )
          )
          OR (
            (
              `t13`.`end` - (
                `t13`.`day` * 86400
              )
            ) > (
              PARAM('service.night_from') * 3600
            )
          ),
          `t13`.`bit`,
          CAST(0 AS BIGINT)
        )
      ) AS `night_days`,
      SUM(
        IF(
          `t13`.`is_workday`,
          GREATEST(0, `t13`.`length` - (
            PARAM('comp.workday_hours') * 3600
          )),
          `t13`.`length`
        )
      ) AS `compensated_seconds`,
      COUNT(*) AS `rows`,
      BIT_XOR(`t13`.`bit`) AS `odd_days`,
      MAX(`t13`.`length`) AS `longest`,
      BIT_OR(
        IF(
          (
            `t13`.`end` - (
              `t13`.`day` * 86400
            )
          ) >= 86400,
          `t13`.`bit`,
          CAST(0 AS BIGINT)
        )
      ) AS `night`,
      BIT_OR(
        IF(
          (
            `t13`.`start` - (
              `t13`.`day` * 86400
            )
          ) < 43200,
          `t13`.`bit`,
          CAST(0 AS BIGINT)
        )
      ) AS `morning`,
      MAX(`t13`.`end` - (
        `t13`.`day` * 86400
      )) AS `longest_tail`
    FROM (
      SELECT
        `t12`.`attendance_id`,
        `t12`.`person_id`,
        `t12`.`post_id`,
        `t12`.`spell_id`,
        `t12`.`contact_confirmed`,
        `t12`.`start`,
        `t12`.`end`,
        `t12`.`has_reason`,
        `t12`.`day`,
        `t12`.`length`,
        `t5`.`month`,
        `t5`.`bit`,
        `t5`.`is_workday`
      FROM (
        SELECT
          `t10`.`attendance_id`,
          `t10`.`person_id`,
          `t10`.`post_id`,
          `t10`.`spell_id`,
          `t10`.`contact_confirmed`,
          `t10`.`start`,
          `t10`.`end`,
          `t10`.`has_reason`,
          `t10`.`day`,
          `t10`.`length`
        FROM (
          SELECT
            `t9`.`attendance_id`,
            `t9`.`person_id`,
            `t9`.`post_id`,
            `t9`.`spell_id`,
            `t9`.`contact_confirmed`,
            `t9`.`start`,
            `t9`.`end`,
            `t9`.`date`,
            `t9`.`has_reason`,
            DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t9`.`date`) AS `day`,
            `t9`.`end` - `t9`.`start` AS `length`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t6`.`attendance_id`,
                `t6`.`person_id`,
                `t6`.`post_id`,
                `t6`.`spell_id`,
                `t6`.`contact_confirmed`,
                CAST(UNIX_TIMESTAMP(CAST(`t6`.`start` AS TIMESTAMP)) AS BIGINT) AS `start`,
                CAST(UNIX_TIMESTAMP(CAST(`t6`.`end` AS TIMESTAMP)) AS BIGINT) AS `end`,
                CAST(`t6`.`start` AS DATE) AS `date`,
                `t6`.`reason_over_8h` IS NOT NULL AS `has_reason`
              FROM (
                SELECT
                  *
                FROM `facts`.`attendance` AS `t2`
                WHERE
                  IN_SCOPE(`t2`.`person_id`)
              ) AS `t6`
              WHERE
                `t6`.`status` = 'worked'
            ) AS `t8`
            WHERE
              `t8`.`start` < (
                (
                  AS_OF() + 1
                ) * 86400
              )
          ) AS `t9`
        ) AS `t10`
      ) AS `t12`
      INNER JOIN (
        SELECT
          `t1`.`day`,
          `t1`.`month`,
          `t1`.`bit`,
          `t1`.`is_workday`
        FROM `run`.`calendar` AS `t1`
      ) AS `t5`
        ON `t12`.`day` = `t5`.`day`
    ) AS `t13`
    GROUP BY
      1,
      2,
      3,
      4
  ) AS `t15`
  INNER JOIN (
    SELECT
      `t0`.`post_id`,
      `t0`.`unit_id`,
      `t0`.`contact` IN ('confirmed', 'suspected') AS `at_contact`,
      `t0`.`risk` IN ('high', 'higher') AS `at_risk`
    FROM `facts`.`posts` AS `t0`
  ) AS `t7`
    ON `t15`.`post_id` = `t7`.`post_id`
) AS `t16`
