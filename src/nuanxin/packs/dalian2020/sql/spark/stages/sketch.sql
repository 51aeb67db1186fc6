SELECT
  `t16`.`person_id`,
  `t16`.`spell_id`,
  `t16`.`unit_id`,
  `t16`.`month`,
  BIT_OR(`t16`.`bit`) AS `days`,
  BIT_OR(
    COALESCE(
      IF(
        `t16`.`length` > (
          PARAM('subsidy.day_rule.full') * 3600
        ),
        `t16`.`bit`,
        CAST(0 AS BIGINT)
      ),
      0
    )
  ) AS `full`,
  BIT_OR(COALESCE(IF(`t16`.`contact_confirmed`, `t16`.`bit`, CAST(0 AS BIGINT)), 0)) AS `confirmed`,
  BIT_OR(
    COALESCE(IF(`t16`.`contact_confirmed` IS NULL, `t16`.`bit`, CAST(0 AS BIGINT)), 0)
  ) AS `unsettled`,
  BIT_OR(COALESCE(IF(`t16`.`at_contact`, `t16`.`bit`, CAST(0 AS BIGINT)), 0)) AS `at_contact`,
  BIT_OR(COALESCE(IF(`t16`.`at_risk`, `t16`.`bit`, CAST(0 AS BIGINT)), 0)) AS `at_risk`,
  BIT_OR(
    COALESCE(
      IF(
        IF(
          `t16`.`is_workday`,
          GREATEST(0, `t16`.`length` - (
            PARAM('comp.workday_hours') * 3600
          )),
          `t16`.`length`
        ) > 0,
        `t16`.`bit`,
        CAST(0 AS BIGINT)
      ),
      0
    )
  ) AS `compensated_days`,
  SUM(
    IF(
      `t16`.`is_workday`,
      GREATEST(0, `t16`.`length` - (
        PARAM('comp.workday_hours') * 3600
      )),
      `t16`.`length`
    )
  ) AS `compensated_seconds`,
  BIT_OR(
    COALESCE(
      IF(
        `t16`.`length` > (
          PARAM('roster.shift_max_normal') * 3600
        ),
        `t16`.`bit`,
        CAST(0 AS BIGINT)
      ),
      0
    )
  ) AS `long_days`,
  BIT_OR(
    COALESCE(
      IF(
        `t16`.`length` >= (
          PARAM('service.meal_shift_min') * 3600
        ),
        `t16`.`bit`,
        CAST(0 AS BIGINT)
      ),
      0
    )
  ) AS `meal_days`,
  BIT_OR(
    COALESCE(
      IF(
        (
          (
            `t16`.`start` - (
              `t16`.`day` * 86400
            )
          ) < (
            PARAM('service.night_until') * 3600
          )
        )
        OR (
          (
            `t16`.`end` - (
              `t16`.`day` * 86400
            )
          ) > (
            PARAM('service.night_from') * 3600
          )
        ),
        `t16`.`bit`,
        CAST(0 AS BIGINT)
      ),
      0
    )
  ) AS `night_days`,
  MAX(`t16`.`length`) AS `longest`,
  COUNT(*) AS `rows`,
  BIT_OR(
    COALESCE(
      IF(
        (
          `t16`.`end` - (
            `t16`.`day` * 86400
          )
        ) >= 86400,
        `t16`.`bit`,
        CAST(0 AS BIGINT)
      ),
      0
    )
  ) AS `night`,
  BIT_OR(
    COALESCE(
      IF(
        (
          `t16`.`start` - (
            `t16`.`day` * 86400
          )
        ) < 43200,
        `t16`.`bit`,
        CAST(0 AS BIGINT)
      ),
      0
    )
  ) AS `morning`,
  MAX(`t16`.`end` - (
    `t16`.`day` * 86400
  )) AS `longest_tail`
FROM (
  SELECT
    `t15`.`attendance_id`,
    `t15`.`person_id`,
    `t15`.`post_id`,
    `t15`.`spell_id`,
    `t15`.`contact_confirmed`,
    `t15`.`start`,
    `t15`.`end`,
    `t15`.`has_reason`,
    `t15`.`day`,
    `t15`.`length`,
    `t9`.`unit_id`,
    `t9`.`at_contact`,
    `t9`.`at_risk`,
    `t8`.`month`,
    `t8`.`bit`,
    `t8`.`is_workday`
  FROM (
    SELECT
      `t13`.`attendance_id`,
      `t13`.`person_id`,
      `t13`.`post_id`,
      `t13`.`spell_id`,
      `t13`.`contact_confirmed`,
      `t13`.`start`,
      `t13`.`end`,
      `t13`.`has_reason`,
      `t13`.`day`,
      `t13`.`length`
    FROM (
      SELECT
        `t12`.`attendance_id`,
        `t12`.`person_id`,
        `t12`.`post_id`,
        `t12`.`spell_id`,
        `t12`.`contact_confirmed`,
        `t12`.`start`,
        `t12`.`end`,
        `t12`.`date`,
        `t12`.`has_reason`,
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t12`.`date`) AS `day`,
        `t12`.`end` - `t12`.`start` AS `length`
      FROM (
        SELECT
          *
        FROM (
          SELECT
            `t10`.`attendance_id`,
            `t10`.`person_id`,
            `t10`.`post_id`,
            `t10`.`spell_id`,
            `t10`.`contact_confirmed`,
            CAST(UNIX_TIMESTAMP(CAST(`t10`.`start` AS TIMESTAMP)) AS BIGINT) AS `start`,
            CAST(UNIX_TIMESTAMP(CAST(`t10`.`end` AS TIMESTAMP)) AS BIGINT) AS `end`,
            CAST(`t10`.`start` AS DATE) AS `date`,
            `t10`.`reason_over_8h` IS NOT NULL AS `has_reason`
          FROM (
            SELECT
              `t4`.`attendance_id`,
              `t4`.`person_id`,
              `t4`.`post_id`,
              `t4`.`spell_id`,
              `t4`.`start`,
              `t4`.`end`,
              `t4`.`status`,
              `t4`.`contact_confirmed`,
              `t4`.`reason_over_8h`,
              `t4`.`reported_by`
            FROM `facts`.`attendance` AS `t4`
            LEFT SEMI JOIN `run`.`scope` AS `t5`
              ON `t4`.`person_id` = `t5`.`person_id`
          ) AS `t10`
          WHERE
            `t10`.`status` = 'worked'
        ) AS `t11`
        WHERE
          `t11`.`start` < (
            (
              AS_OF() + 1
            ) * 86400
          )
      ) AS `t12`
    ) AS `t13`
  ) AS `t15`
  INNER JOIN (
    SELECT
      `t0`.`post_id`,
      `t0`.`unit_id`,
      `t0`.`contact` IN ('confirmed', 'suspected') AS `at_contact`,
      `t0`.`risk` IN ('high', 'higher') AS `at_risk`
    FROM `facts`.`posts` AS `t0`
  ) AS `t9`
    ON `t15`.`post_id` = `t9`.`post_id`
  INNER JOIN (
    SELECT
      `t1`.`day`,
      `t1`.`month`,
      `t1`.`bit`,
      `t1`.`is_workday`
    FROM `run`.`calendar` AS `t1`
  ) AS `t8`
    ON `t15`.`day` = `t8`.`day`
) AS `t16`
GROUP BY
  1,
  2,
  3,
  4
