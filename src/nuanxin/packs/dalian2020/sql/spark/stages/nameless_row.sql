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
  `t26`.`unit_id`,
  `t26`.`at_contact`,
  `t26`.`at_risk`,
  `t26`.`month`,
  `t26`.`bit`,
  `t26`.`is_workday`
FROM (
  SELECT
    `t24`.`attendance_id`,
    `t24`.`person_id`,
    `t24`.`post_id`,
    CAST(NULL AS STRING) AS `spell_id`,
    `t24`.`contact_confirmed`,
    `t24`.`start`,
    `t24`.`end`,
    `t24`.`has_reason`,
    `t24`.`day`,
    `t24`.`length`,
    `t24`.`unit_id`,
    `t24`.`at_contact`,
    `t24`.`at_risk`,
    `t24`.`month`,
    `t24`.`bit`,
    `t24`.`is_workday`
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
      `t12`.`unit_id`,
      `t12`.`at_contact`,
      `t12`.`at_risk`,
      `t11`.`month`,
      `t11`.`bit`,
      `t11`.`is_workday`
    FROM (
      SELECT
        `t21`.`attendance_id`,
        `t21`.`person_id`,
        `t21`.`post_id`,
        `t21`.`spell_id`,
        `t21`.`contact_confirmed`,
        `t21`.`start`,
        `t21`.`end`,
        `t21`.`has_reason`,
        `t21`.`day`,
        `t21`.`length`
      FROM (
        SELECT
          `t20`.`attendance_id`,
          `t20`.`person_id`,
          `t20`.`post_id`,
          `t20`.`spell_id`,
          `t20`.`contact_confirmed`,
          `t20`.`start`,
          `t20`.`end`,
          `t20`.`date`,
          `t20`.`has_reason`,
          DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t20`.`date`) AS `day`,
          `t20`.`end` - `t20`.`start` AS `length`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t18`.`attendance_id`,
              `t18`.`person_id`,
              `t18`.`post_id`,
              `t18`.`spell_id`,
              `t18`.`contact_confirmed`,
              CAST(UNIX_TIMESTAMP(CAST(`t18`.`start` AS TIMESTAMP)) AS BIGINT) AS `start`,
              CAST(UNIX_TIMESTAMP(CAST(`t18`.`end` AS TIMESTAMP)) AS BIGINT) AS `end`,
              CAST(`t18`.`start` AS DATE) AS `date`,
              `t18`.`reason_over_8h` IS NOT NULL AS `has_reason`
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t7`.`attendance_id`,
                    `t7`.`person_id`,
                    `t7`.`post_id`,
                    `t7`.`spell_id`,
                    `t7`.`start`,
                    `t7`.`end`,
                    `t7`.`status`,
                    `t7`.`contact_confirmed`,
                    `t7`.`reason_over_8h`,
                    `t7`.`reported_by`
                  FROM `facts`.`attendance` AS `t7`
                  LEFT SEMI JOIN `run`.`scope` AS `t8`
                    ON `t7`.`person_id` = `t8`.`person_id`
                ) AS `t14`
                WHERE
                  `t14`.`spell_id` IS NULL
              ) AS `t16`
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  `t7`.`attendance_id`,
                  `t7`.`person_id`,
                  `t7`.`post_id`,
                  `t7`.`spell_id`,
                  `t7`.`start`,
                  `t7`.`end`,
                  `t7`.`status`,
                  `t7`.`contact_confirmed`,
                  `t7`.`reason_over_8h`,
                  `t7`.`reported_by`
                FROM `facts`.`attendance` AS `t7`
                LEFT SEMI JOIN `run`.`scope` AS `t8`
                  ON `t7`.`person_id` = `t8`.`person_id`
                LEFT SEMI JOIN (
                  SELECT
                    *
                  FROM `facts`.`spells` AS `t5`
                  WHERE
                    DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t5`.`start_date`) > AS_OF()
                ) AS `t15`
                  ON `t7`.`spell_id` = `t15`.`spell_id`
              ) AS `t17`
            ) AS `t18`
            WHERE
              `t18`.`status` = 'worked'
          ) AS `t19`
          WHERE
            `t19`.`start` < (
              (
                AS_OF() + 1
              ) * 86400
            )
        ) AS `t20`
      ) AS `t21`
    ) AS `t23`
    INNER JOIN (
      SELECT
        `t1`.`post_id`,
        `t1`.`unit_id`,
        `t1`.`contact` IN ('confirmed', 'suspected') AS `at_contact`,
        `t1`.`risk` IN ('high', 'higher') AS `at_risk`
      FROM `facts`.`posts` AS `t1`
    ) AS `t12`
      ON `t23`.`post_id` = `t12`.`post_id`
    INNER JOIN (
      SELECT
        `t2`.`day`,
        `t2`.`month`,
        `t2`.`bit`,
        `t2`.`is_workday`
      FROM `run`.`calendar` AS `t2`
    ) AS `t11`
      ON `t23`.`day` = `t11`.`day`
  ) AS `t24`
) AS `t26`
LEFT ANTI JOIN `run`.`lens` AS `t6`
  ON `t26`.`person_id` = `t6`.`person_id`
