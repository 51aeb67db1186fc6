SELECT
  `t20`.`person_id`,
  `t20`.`unit_id`,
  `t20`.`start`,
  `t20`.`end`,
  `t20`.`has_reason`
FROM (
  SELECT
    `t19`.`attendance_id`,
    `t19`.`person_id`,
    `t19`.`post_id`,
    `t19`.`spell_id`,
    `t19`.`contact_confirmed`,
    `t19`.`start`,
    `t19`.`end`,
    `t19`.`has_reason`,
    `t19`.`day`,
    `t19`.`length`,
    `t19`.`month`,
    `t19`.`bit`,
    `t19`.`is_workday`,
    `t19`.`unit_id`,
    `t19`.`at_contact`,
    `t19`.`at_risk`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t17`.`attendance_id`,
        `t17`.`person_id`,
        `t17`.`post_id`,
        `t17`.`spell_id`,
        `t17`.`contact_confirmed`,
        `t17`.`start`,
        `t17`.`end`,
        `t17`.`has_reason`,
        `t17`.`day`,
        `t17`.`length`,
        `t17`.`month`,
        `t17`.`bit`,
        `t17`.`is_workday`,
        `t17`.`unit_id`,
        `t17`.`at_contact`,
        `t17`.`at_risk`,
        `t17`.`tangled`
      FROM (
        SELECT
          `t16`.`attendance_id`,
          `t16`.`person_id`,
          `t16`.`post_id`,
          `t16`.`spell_id`,
          `t16`.`contact_confirmed`,
          `t16`.`start`,
          `t16`.`end`,
          `t16`.`has_reason`,
          `t16`.`day`,
          `t16`.`length`,
          `t16`.`month`,
          `t16`.`bit`,
          `t16`.`is_workday`,
          `t16`.`unit_id`,
          `t16`.`at_contact`,
          `t16`.`at_risk`,
          `t16`.`person_id_right`,
          `t16`.`month_right`,
          COALESCE(`t16`.`tangled`, 0) AS `tangled`
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
            `t6`.`month`,
            `t6`.`bit`,
            `t6`.`is_workday`,
            `t9`.`unit_id`,
            `t9`.`at_contact`,
            `t9`.`at_risk`,
            `t4`.`person_id` AS `person_id_right`,
            `t4`.`month` AS `month_right`,
            `t4`.`tangled`
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
                      *
                    FROM (
                      SELECT
                        *
                      FROM `facts`.`attendance` AS `t3`
                      WHERE
                        IN_SCOPE(`t3`.`person_id`)
                    ) AS `t8`
                    WHERE
                      (
                        CAST(UNIX_TIMESTAMP(CAST(`t8`.`end` AS TIMESTAMP)) AS BIGINT) - CAST(UNIX_TIMESTAMP(CAST(`t8`.`start` AS TIMESTAMP)) AS BIGINT)
                      ) > (
                        PARAM('roster.shift_max_normal') * 3600
                      )
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
              `t1`.`day`,
              `t1`.`month`,
              `t1`.`bit`,
              `t1`.`is_workday`
            FROM `run`.`calendar` AS `t1`
          ) AS `t6`
            ON `t15`.`day` = `t6`.`day`
          INNER JOIN (
            SELECT
              `t2`.`post_id`,
              `t2`.`unit_id`,
              `t2`.`contact` IN ('confirmed', 'suspected') AS `at_contact`,
              `t2`.`risk` IN ('high', 'higher') AS `at_risk`
            FROM `facts`.`posts` AS `t2`
          ) AS `t9`
            ON `t15`.`post_id` = `t9`.`post_id`
          LEFT OUTER JOIN `run`.`lens` AS `t4`
            ON `t15`.`person_id` = `t4`.`person_id` AND `t6`.`month` = `t4`.`month`
        ) AS `t16`
      ) AS `t17`
    ) AS `t18`
    WHERE
      (
        `t18`.`tangled` & `t18`.`bit`
      ) = 0
  ) AS `t19`
) AS `t20`
