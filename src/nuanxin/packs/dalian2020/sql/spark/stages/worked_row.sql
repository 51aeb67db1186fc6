SELECT
  `t15`.`person_id`,
  `t15`.`start`,
  `t15`.`end`,
  `t15`.`day`,
  CONCAT('attendance:', `t15`.`attendance_id`) AS `ref`
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
