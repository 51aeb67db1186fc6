SELECT
  `t27`.`attendance_id`,
  `t27`.`person_id`,
  `t27`.`post_id`,
  CAST(NULL AS STRING) AS `spell_id`,
  `t27`.`contact_confirmed`,
  `t27`.`start`,
  `t27`.`end`,
  `t27`.`has_reason`,
  `t27`.`day`,
  `t27`.`length`,
  `t27`.`month`,
  `t27`.`bit`,
  `t27`.`is_workday`,
  `t27`.`unit_id`,
  `t27`.`at_contact`,
  `t27`.`at_risk`
FROM (
  SELECT
    `t26`.`attendance_id`,
    `t26`.`person_id`,
    `t26`.`post_id`,
    `t26`.`spell_id`,
    `t26`.`contact_confirmed`,
    `t26`.`start`,
    `t26`.`end`,
    `t26`.`has_reason`,
    `t26`.`day`,
    `t26`.`length`,
    `t26`.`month`,
    `t26`.`bit`,
    `t26`.`is_workday`,
    `t26`.`unit_id`,
    `t26`.`at_contact`,
    `t26`.`at_risk`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t24`.`attendance_id`,
        `t24`.`person_id`,
        `t24`.`post_id`,
        `t24`.`spell_id`,
        `t24`.`contact_confirmed`,
        `t24`.`start`,
        `t24`.`end`,
        `t24`.`has_reason`,
        `t24`.`day`,
        `t24`.`length`,
        `t24`.`month`,
        `t24`.`bit`,
        `t24`.`is_workday`,
        `t24`.`unit_id`,
        `t24`.`at_contact`,
        `t24`.`at_risk`,
        `t24`.`tangled`
      FROM (
        SELECT
          `t23`.`attendance_id`,
          `t23`.`person_id`,
          `t23`.`post_id`,
          `t23`.`spell_id`,
          `t23`.`contact_confirmed`,
          `t23`.`start`,
          `t23`.`end`,
          `t23`.`has_reason`,
          `t23`.`day`,
          `t23`.`length`,
          `t23`.`month`,
          `t23`.`bit`,
          `t23`.`is_workday`,
          `t23`.`unit_id`,
          `t23`.`at_contact`,
          `t23`.`at_risk`,
          `t23`.`person_id_right`,
          `t23`.`month_right`,
          COALESCE(`t23`.`tangled`, 0) AS `tangled`
        FROM (
          SELECT
            `t22`.`attendance_id`,
            `t22`.`person_id`,
            `t22`.`post_id`,
            `t22`.`spell_id`,
            `t22`.`contact_confirmed`,
            `t22`.`start`,
            `t22`.`end`,
            `t22`.`has_reason`,
            `t22`.`day`,
            `t22`.`length`,
            `t8`.`month`,
            `t8`.`bit`,
            `t8`.`is_workday`,
            `t11`.`unit_id`,
            `t11`.`at_contact`,
            `t11`.`at_risk`,
            `t5`.`person_id` AS `person_id_right`,
            `t5`.`month` AS `month_right`,
            `t5`.`tangled`
          FROM (
            SELECT
              `t20`.`attendance_id`,
              `t20`.`person_id`,
              `t20`.`post_id`,
              `t20`.`spell_id`,
              `t20`.`contact_confirmed`,
              `t20`.`start`,
              `t20`.`end`,
              `t20`.`has_reason`,
              `t20`.`day`,
              `t20`.`length`
            FROM (
              SELECT
                `t19`.`attendance_id`,
                `t19`.`person_id`,
                `t19`.`post_id`,
                `t19`.`spell_id`,
                `t19`.`contact_confirmed`,
                `t19`.`start`,
                `t19`.`end`,
                `t19`.`date`,
                `t19`.`has_reason`,
                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t19`.`date`) AS `day`,
                `t19`.`end` - `t19`.`start` AS `length`
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
                    CAST(UNIX_TIMESTAMP(CAST(`t17`.`start` AS TIMESTAMP)) AS BIGINT) AS `start`,
                    CAST(UNIX_TIMESTAMP(CAST(`t17`.`end` AS TIMESTAMP)) AS BIGINT) AS `end`,
                    CAST(`t17`.`start` AS DATE) AS `date`,
                    `t17`.`reason_over_8h` IS NOT NULL AS `has_reason`
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          *
                        FROM `facts`.`attendance` AS `t3`
                        WHERE
                          `t3`.`spell_id` IS NULL
                      ) AS `t10`
                      WHERE
                        IN_SCOPE(`t10`.`person_id`)
                    ) AS `t14`
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t6`.`attendance_id`,
                          `t6`.`person_id`,
                          `t6`.`post_id`,
                          `t6`.`spell_id`,
                          `t6`.`start`,
                          `t6`.`end`,
                          `t6`.`status`,
                          `t6`.`contact_confirmed`,
                          `t6`.`reason_over_8h`,
                          `t6`.`reported_by`
                        FROM `facts`.`attendance` AS `t6`
                        LEFT SEMI JOIN (
                          SELECT
                            *
                          FROM `facts`.`spells` AS `t4`
                          WHERE
                            DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t4`.`start_date`) > AS_OF()
                        ) AS `t13`
                          ON `t6`.`spell_id` = `t13`.`spell_id`
                      ) AS `t15`
                      WHERE
                        IN_SCOPE(`t15`.`person_id`)
                    ) AS `t16`
                  ) AS `t17`
                  WHERE
                    `t17`.`status` = 'worked'
                ) AS `t18`
                WHERE
                  `t18`.`start` < (
                    (
                      AS_OF() + 1
                    ) * 86400
                  )
              ) AS `t19`
            ) AS `t20`
          ) AS `t22`
          INNER JOIN (
            SELECT
              `t1`.`day`,
              `t1`.`month`,
              `t1`.`bit`,
              `t1`.`is_workday`
            FROM `run`.`calendar` AS `t1`
          ) AS `t8`
            ON `t22`.`day` = `t8`.`day`
          INNER JOIN (
            SELECT
              `t2`.`post_id`,
              `t2`.`unit_id`,
              `t2`.`contact` IN ('confirmed', 'suspected') AS `at_contact`,
              `t2`.`risk` IN ('high', 'higher') AS `at_risk`
            FROM `facts`.`posts` AS `t2`
          ) AS `t11`
            ON `t22`.`post_id` = `t11`.`post_id`
          LEFT OUTER JOIN `run`.`lens` AS `t5`
            ON `t22`.`person_id` = `t5`.`person_id` AND `t8`.`month` = `t5`.`month`
        ) AS `t23`
      ) AS `t24`
    ) AS `t25`
    WHERE
      (
        `t25`.`tangled` & `t25`.`bit`
      ) = 0
  ) AS `t26`
) AS `t27`
