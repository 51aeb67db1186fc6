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
  `t26`.`at_risk`,
  `t26`.`is_alone`,
  `t26`.`written_spell`
FROM (
  SELECT
    `t25`.`attendance_id`,
    `t25`.`person_id`,
    `t25`.`post_id`,
    IF(`t25`.`unborn_id` IS NULL, `t25`.`spell_id`, NULL) AS `spell_id`,
    `t25`.`contact_confirmed`,
    `t25`.`start`,
    `t25`.`end`,
    `t25`.`has_reason`,
    `t25`.`day`,
    `t25`.`length`,
    `t25`.`month`,
    `t25`.`bit`,
    `t25`.`is_workday`,
    `t25`.`unit_id`,
    `t25`.`at_contact`,
    `t25`.`at_risk`,
    `t25`.`is_alone`,
    `t25`.`unborn_id`,
    `t25`.`spell_id` AS `written_spell`
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
      `t24`.`is_alone`,
      `t13`.`unborn_id`
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
        `t22`.`month`,
        `t22`.`bit`,
        `t22`.`is_workday`,
        `t22`.`unit_id`,
        `t22`.`at_contact`,
        `t22`.`at_risk`,
        (
          `t22`.`length` <= 86400
        )
        AND (
          COALESCE(`t22`.`earlier_end`, -1) < `t22`.`start`
        )
        AND (
          (
            `t22`.`later_start` IS NULL
          ) OR (
            `t22`.`later_start` > `t22`.`end`
          )
        )
        AND (
          COALESCE(`t22`.`earlier_day`, -1) <> `t22`.`day`
        )
        AND (
          COALESCE(`t22`.`later_day`, -1) <> `t22`.`day`
        )
        AND (
          COALESCE(`t22`.`cut_end`, -1) <= (
            `t22`.`day` * 86400
          )
        ) AS `is_alone`
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
          `t21`.`length`,
          `t21`.`month`,
          `t21`.`bit`,
          `t21`.`is_workday`,
          `t21`.`unit_id`,
          `t21`.`at_contact`,
          `t21`.`at_risk`,
          MAX(`t21`.`end`) OVER (
            PARTITION BY `t21`.`person_id`
            ORDER BY `t21`.`start` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
          ) AS `earlier_end`,
          MAX(IF(`t21`.`length` > 86400, `t21`.`end`, NULL)) OVER (
            PARTITION BY `t21`.`person_id`
            ORDER BY `t21`.`start` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
          ) AS `cut_end`,
          LAG(`t21`.`day`) OVER (PARTITION BY `t21`.`person_id` ORDER BY `t21`.`start` ASC NULLS LAST) AS `earlier_day`,
          LEAD(`t21`.`day`) OVER (PARTITION BY `t21`.`person_id` ORDER BY `t21`.`start` ASC NULLS LAST) AS `later_day`,
          LEAD(`t21`.`start`) OVER (PARTITION BY `t21`.`person_id` ORDER BY `t21`.`start` ASC NULLS LAST) AS `later_start`
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
            `t20`.`length`,
            `t20`.`month`,
            `t20`.`bit`,
            `t20`.`is_workday`,
            `t20`.`unit_id`,
            `t20`.`at_contact`,
            `t20`.`at_risk`
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
                `t18`.`start`,
                `t18`.`end`,
                `t18`.`has_reason`,
                `t18`.`day`,
                `t18`.`length`,
                `t7`.`month`,
                `t7`.`bit`,
                `t7`.`is_workday`,
                `t11`.`unit_id`,
                `t11`.`at_contact`,
                `t11`.`at_risk`,
                `t5`.`tangled`
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
                  `t16`.`length`
                FROM (
                  SELECT
                    `t15`.`attendance_id`,
                    `t15`.`person_id`,
                    `t15`.`post_id`,
                    `t15`.`spell_id`,
                    `t15`.`contact_confirmed`,
                    `t15`.`start`,
                    `t15`.`end`,
                    `t15`.`date`,
                    `t15`.`has_reason`,
                    DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t15`.`date`) AS `day`,
                    `t15`.`end` - `t15`.`start` AS `length`
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t9`.`attendance_id`,
                        `t9`.`person_id`,
                        `t9`.`post_id`,
                        `t9`.`spell_id`,
                        `t9`.`contact_confirmed`,
                        CAST(UNIX_TIMESTAMP(CAST(`t9`.`start` AS TIMESTAMP)) AS BIGINT) AS `start`,
                        CAST(UNIX_TIMESTAMP(CAST(`t9`.`end` AS TIMESTAMP)) AS BIGINT) AS `end`,
                        CAST(`t9`.`start` AS DATE) AS `date`,
                        `t9`.`reason_over_8h` IS NOT NULL AS `has_reason`
                      FROM (
                        SELECT
                          *
                        FROM `facts`.`attendance` AS `t4`
                        WHERE
                          IN_SCOPE(`t4`.`person_id`)
                      ) AS `t9`
                      WHERE
                        `t9`.`status` = 'worked'
                    ) AS `t14`
                    WHERE
                      `t14`.`start` < (
                        (
                          AS_OF() + 1
                        ) * 86400
                      )
                  ) AS `t15`
                ) AS `t16`
              ) AS `t18`
              INNER JOIN (
                SELECT
                  `t2`.`day`,
                  `t2`.`month`,
                  `t2`.`bit`,
                  `t2`.`is_workday`
                FROM `run`.`calendar` AS `t2`
              ) AS `t7`
                ON `t18`.`day` = `t7`.`day`
              INNER JOIN (
                SELECT
                  `t3`.`post_id`,
                  `t3`.`unit_id`,
                  `t3`.`contact` IN ('confirmed', 'suspected') AS `at_contact`,
                  `t3`.`risk` IN ('high', 'higher') AS `at_risk`
                FROM `facts`.`posts` AS `t3`
              ) AS `t11`
                ON `t18`.`post_id` = `t11`.`post_id`
              INNER JOIN `run`.`lens` AS `t5`
                ON `t18`.`person_id` = `t5`.`person_id` AND `t7`.`month` = `t5`.`month`
            ) AS `t19`
            WHERE
              (
                `t19`.`tangled` & `t19`.`bit`
              ) <> 0
          ) AS `t20`
        ) AS `t21`
      ) AS `t22`
    ) AS `t24`
    LEFT OUTER JOIN (
      SELECT
        `t10`.`spell_id` AS `unborn_id`
      FROM (
        SELECT
          *
        FROM `facts`.`spells` AS `t0`
        WHERE
          DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t0`.`start_date`) > AS_OF()
      ) AS `t10`
    ) AS `t13`
      ON `t24`.`spell_id` = `t13`.`unborn_id`
  ) AS `t25`
) AS `t26`
