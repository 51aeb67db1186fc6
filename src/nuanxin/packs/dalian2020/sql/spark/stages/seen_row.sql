SELECT
  `t42`.`person_id`,
  `t42`.`start`,
  `t42`.`end`,
  `t42`.`day`,
  `t42`.`length`,
  `t42`.`month`,
  `t42`.`bit`,
  `t42`.`is_workday`
FROM (
  SELECT
    `t41`.`attendance_id`,
    `t41`.`person_id`,
    `t41`.`post_id`,
    `t41`.`spell_id`,
    `t41`.`contact_confirmed`,
    `t41`.`start`,
    `t41`.`end`,
    `t41`.`has_reason`,
    `t41`.`day`,
    `t41`.`length`,
    `t41`.`month`,
    `t41`.`bit`,
    `t41`.`is_workday`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t39`.`attendance_id`,
        `t39`.`person_id`,
        `t39`.`post_id`,
        `t39`.`spell_id`,
        `t39`.`contact_confirmed`,
        `t39`.`start`,
        `t39`.`end`,
        `t39`.`has_reason`,
        `t39`.`day`,
        `t39`.`length`,
        `t39`.`month`,
        `t39`.`bit`,
        `t39`.`is_workday`,
        `t39`.`tangled`
      FROM (
        SELECT
          `t38`.`attendance_id`,
          `t38`.`person_id`,
          `t38`.`post_id`,
          `t38`.`spell_id`,
          `t38`.`contact_confirmed`,
          `t38`.`start`,
          `t38`.`end`,
          `t38`.`has_reason`,
          `t38`.`day`,
          `t38`.`length`,
          `t38`.`month`,
          `t38`.`bit`,
          `t38`.`is_workday`,
          `t38`.`person_id_right`,
          `t38`.`month_right`,
          COALESCE(`t38`.`tangled`, 0) AS `tangled`
        FROM (
          SELECT
            `t37`.`attendance_id`,
            `t37`.`person_id`,
            `t37`.`post_id`,
            `t37`.`spell_id`,
            `t37`.`contact_confirmed`,
            `t37`.`start`,
            `t37`.`end`,
            `t37`.`has_reason`,
            `t37`.`day`,
            `t37`.`length`,
            `t17`.`month`,
            `t17`.`bit`,
            `t17`.`is_workday`,
            `t8`.`person_id` AS `person_id_right`,
            `t8`.`month` AS `month_right`,
            `t8`.`tangled`
          FROM (
            SELECT
              `t35`.`attendance_id`,
              `t35`.`person_id`,
              `t35`.`post_id`,
              `t35`.`spell_id`,
              `t35`.`contact_confirmed`,
              `t35`.`start`,
              `t35`.`end`,
              `t35`.`has_reason`,
              `t35`.`day`,
              `t35`.`length`
            FROM (
              SELECT
                `t34`.`attendance_id`,
                `t34`.`person_id`,
                `t34`.`post_id`,
                `t34`.`spell_id`,
                `t34`.`contact_confirmed`,
                `t34`.`start`,
                `t34`.`end`,
                `t34`.`date`,
                `t34`.`has_reason`,
                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t34`.`date`) AS `day`,
                `t34`.`end` - `t34`.`start` AS `length`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t32`.`attendance_id`,
                    `t32`.`person_id`,
                    `t32`.`post_id`,
                    `t32`.`spell_id`,
                    `t32`.`contact_confirmed`,
                    CAST(UNIX_TIMESTAMP(CAST(`t32`.`start` AS TIMESTAMP)) AS BIGINT) AS `start`,
                    CAST(UNIX_TIMESTAMP(CAST(`t32`.`end` AS TIMESTAMP)) AS BIGINT) AS `end`,
                    CAST(`t32`.`start` AS DATE) AS `date`,
                    `t32`.`reason_over_8h` IS NOT NULL AS `has_reason`
                  FROM (
                    SELECT
                      `t21`.`attendance_id`,
                      `t21`.`person_id`,
                      `t21`.`post_id`,
                      `t21`.`spell_id`,
                      `t21`.`start`,
                      `t21`.`end`,
                      `t21`.`status`,
                      `t21`.`contact_confirmed`,
                      `t21`.`reason_over_8h`,
                      `t21`.`reported_by`
                    FROM (
                      SELECT
                        *
                      FROM `facts`.`attendance` AS `t2`
                      WHERE
                        IN_SCOPE(`t2`.`person_id`)
                    ) AS `t21`
                    LEFT SEMI JOIN (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t28`.`person_id`
                        FROM (
                          SELECT
                            `t27`.`person_id`,
                            `t27`.`start`,
                            `t27`.`last_day`,
                            `t27`.`month`,
                            SHIFTLEFT(
                              (
                                (
                                  SHIFTLEFT(
                                    CAST(1 AS BIGINT),
                                    (
                                      (
                                        LEAST(`t27`.`last_day`, `t20`.`month_end`) - GREATEST(`t27`.`start`, `t20`.`first_day`)
                                      ) + 1
                                    )
                                  )
                                ) - 1
                              ),
                              (
                                (
                                  GREATEST(`t27`.`start`, `t20`.`first_day`) - `t20`.`first_day`
                                ) + 1
                              )
                            ) AS `days`,
                            `t9`.`duty`
                          FROM (
                            SELECT
                              `t25`.`person_id`,
                              `t25`.`start`,
                              `t25`.`last_day`,
                              `t25`.`start_month`,
                              `t25`.`last_month`,
                              EXPLODE(
                                IF(
                                  (
                                    1 <> 0
                                  )
                                  AND (
                                    SIGN(1) = SIGN((
                                      `t25`.`last_month` + 1
                                    ) - `t25`.`start_month`)
                                  ),
                                  IF(
                                    ELEMENT_AT(
                                      SEQUENCE(`t25`.`start_month`, `t25`.`last_month` + 1, 1),
                                      SIZE(SEQUENCE(`t25`.`start_month`, `t25`.`last_month` + 1, 1))
                                    ) = (
                                      `t25`.`last_month` + 1
                                    ),
                                    SLICE(
                                      SEQUENCE(`t25`.`start_month`, `t25`.`last_month` + 1, 1),
                                      1,
                                      SIZE(SEQUENCE(`t25`.`start_month`, `t25`.`last_month` + 1, 1)) - 1
                                    ),
                                    SEQUENCE(`t25`.`start_month`, `t25`.`last_month` + 1, 1)
                                  ),
                                  ARRAY()
                                )
                              ) AS `month`
                            FROM (
                              SELECT
                                `t24`.`person_id`,
                                `t24`.`start`,
                                `t24`.`last_day`,
                                `t15`.`start_month`,
                                `t16`.`last_month`
                              FROM (
                                SELECT
                                  `t22`.`person_id`,
                                  `t22`.`last_day` + 1 AS `start`,
                                  `t22`.`last_day` + PARAM('rest.long_deployment_rest') AS `last_day`
                                FROM (
                                  SELECT
                                    *
                                  FROM `run`.`stint` AS `t7`
                                  WHERE
                                    NOT (
                                      `t7`.`is_open`
                                    )
                                    AND (
                                      (
                                        `t7`.`last_day` - `t7`.`start`
                                      ) + 1
                                    ) >= PARAM('rest.long_deployment')
                                ) AS `t22`
                              ) AS `t24`
                              INNER JOIN (
                                SELECT
                                  `t1`.`day` AS `start`,
                                  `t1`.`month` AS `start_month`
                                FROM `run`.`calendar` AS `t1`
                              ) AS `t15`
                                ON `t24`.`start` = `t15`.`start`
                              INNER JOIN (
                                SELECT
                                  `t1`.`day` AS `last_day`,
                                  `t1`.`month` AS `last_month`
                                FROM `run`.`calendar` AS `t1`
                              ) AS `t16`
                                ON `t24`.`last_day` = `t16`.`last_day`
                            ) AS `t25`
                          ) AS `t27`
                          INNER JOIN (
                            SELECT
                              `t6`.`month`,
                              `t6`.`first_day`,
                              `t6`.`last_day` AS `month_end`
                            FROM `run`.`month` AS `t6`
                          ) AS `t20`
                            ON `t27`.`month` = `t20`.`month`
                          INNER JOIN `run`.`month_of_person` AS `t9`
                            ON `t27`.`person_id` = `t9`.`person_id` AND `t27`.`month` = `t9`.`month`
                        ) AS `t28`
                        WHERE
                          (
                            `t28`.`days` & `t28`.`duty`
                          ) <> 0
                      ) AS `t29`
                      UNION
                      SELECT
                        *
                      FROM (
                        SELECT
                          *
                        FROM `run`.`watched` AS `t3`
                        UNION
                        SELECT
                          *
                        FROM (
                          SELECT
                            `t4`.`person_id`
                          FROM `run`.`compensated_month` AS `t4`
                          WHERE
                            `t4`.`is_split`
                        ) AS `t13`
                      ) AS `t19`
                    ) AS `t31`
                      ON `t21`.`person_id` = `t31`.`person_id`
                  ) AS `t32`
                  WHERE
                    `t32`.`status` = 'worked'
                ) AS `t33`
                WHERE
                  `t33`.`start` < (
                    (
                      AS_OF() + 1
                    ) * 86400
                  )
              ) AS `t34`
            ) AS `t35`
          ) AS `t37`
          INNER JOIN (
            SELECT
              `t1`.`day`,
              `t1`.`month`,
              `t1`.`bit`,
              `t1`.`is_workday`
            FROM `run`.`calendar` AS `t1`
          ) AS `t17`
            ON `t37`.`day` = `t17`.`day`
          LEFT OUTER JOIN `run`.`lens` AS `t8`
            ON `t37`.`person_id` = `t8`.`person_id` AND `t17`.`month` = `t8`.`month`
        ) AS `t38`
      ) AS `t39`
    ) AS `t40`
    WHERE
      (
        `t40`.`tangled` & `t40`.`bit`
      ) = 0
  ) AS `t41`
) AS `t42`
