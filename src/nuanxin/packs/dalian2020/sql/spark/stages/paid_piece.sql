SELECT
  `t34`.`person_id`,
  `t34`.`attendance_id`,
  `t34`.`start`,
  `t34`.`end`,
  `t34`.`day`,
  `t34`.`month`,
  `t34`.`contact_confirmed`,
  `t34`.`at_contact`,
  `t34`.`at_risk`,
  `t34`.`is_alone`,
  `t34`.`in_hubei`,
  `t34`.`arranged_by`,
  `t34`.`has_spell`,
  `t10`.`is_leader`,
  `t10`.`is_medical`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t28`.`person_id`,
      `t28`.`attendance_id`,
      `t28`.`start`,
      `t28`.`end`,
      `t28`.`day`,
      `t28`.`month`,
      `t28`.`contact_confirmed`,
      `t28`.`at_contact`,
      `t28`.`at_risk`,
      `t28`.`is_alone`,
      `t28`.`in_hubei`,
      `t28`.`arranged_by`,
      TRUE AS `has_spell`
    FROM (
      SELECT
        `t25`.`attendance_id`,
        `t25`.`person_id`,
        `t25`.`post_id`,
        `t25`.`spell_id`,
        `t25`.`contact_confirmed`,
        `t25`.`start`,
        `t25`.`end`,
        `t25`.`has_reason`,
        `t25`.`day`,
        `t25`.`length`,
        `t25`.`unit_id`,
        `t25`.`at_contact`,
        `t25`.`at_risk`,
        `t25`.`is_alone`,
        `t25`.`written_spell`,
        `t25`.`row_start`,
        `t25`.`row_end`,
        `t11`.`month`,
        `t11`.`bit`,
        `t11`.`is_workday`,
        `t12`.`in_hubei`,
        `t12`.`arranged_by`
      FROM (
        SELECT
          *
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
            `t20`.`unit_id`,
            `t20`.`at_contact`,
            `t20`.`at_risk`,
            `t20`.`is_alone`,
            `t20`.`written_spell`,
            `t20`.`row_start`,
            `t20`.`row_end`
          FROM (
            SELECT
              `t18`.`attendance_id`,
              `t18`.`person_id`,
              `t18`.`post_id`,
              `t18`.`spell_id`,
              `t18`.`contact_confirmed`,
              `t18`.`start` + (
                `t18`.`k` * 86400
              ) AS `start`,
              LEAST(`t18`.`end`, `t18`.`start` + (
                (
                  `t18`.`k` + 1
                ) * 86400
              )) AS `end`,
              `t18`.`has_reason`,
              `t18`.`day` + `t18`.`k` AS `day`,
              `t18`.`length`,
              `t18`.`month`,
              `t18`.`bit`,
              `t18`.`is_workday`,
              `t18`.`unit_id`,
              `t18`.`at_contact`,
              `t18`.`at_risk`,
              `t18`.`is_alone`,
              `t18`.`written_spell`,
              `t18`.`k`,
              `t18`.`start` AS `row_start`,
              `t18`.`end` AS `row_end`
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
                `t15`.`month`,
                `t15`.`bit`,
                `t15`.`is_workday`,
                `t15`.`unit_id`,
                `t15`.`at_contact`,
                `t15`.`at_risk`,
                `t15`.`is_alone`,
                `t15`.`written_spell`,
                EXPLODE(
                  IF(
                    (
                      1 <> 0
                    )
                    AND (
                      SIGN(1) = SIGN(
                        CAST((
                          (
                            (
                              `t15`.`length` + 86400
                            ) - 1
                          ) - (
                            (
                              (
                                `t15`.`length` + 86400
                              ) - 1
                            ) % 86400
                          )
                        ) / 86400 AS BIGINT) - 0
                      )
                    ),
                    IF(
                      ELEMENT_AT(
                        SEQUENCE(
                          0,
                          CAST((
                            (
                              (
                                `t15`.`length` + 86400
                              ) - 1
                            ) - (
                              (
                                (
                                  `t15`.`length` + 86400
                                ) - 1
                              ) % 86400
                            )
                          ) / 86400 AS BIGINT),
                          1
                        ),
                        SIZE(
                          SEQUENCE(
                            0,
                            CAST((
                              (
                                (
                                  `t15`.`length` + 86400
                                ) - 1
                              ) - (
                                (
                                  (
                                    `t15`.`length` + 86400
                                  ) - 1
                                ) % 86400
                              )
                            ) / 86400 AS BIGINT),
                            1
                          )
                        )
                      ) = CAST((
                        (
                          (
                            `t15`.`length` + 86400
                          ) - 1
                        ) - (
                          (
                            (
                              `t15`.`length` + 86400
                            ) - 1
                          ) % 86400
                        )
                      ) / 86400 AS BIGINT),
                      SLICE(
                        SEQUENCE(
                          0,
                          CAST((
                            (
                              (
                                `t15`.`length` + 86400
                              ) - 1
                            ) - (
                              (
                                (
                                  `t15`.`length` + 86400
                                ) - 1
                              ) % 86400
                            )
                          ) / 86400 AS BIGINT),
                          1
                        ),
                        1,
                        SIZE(
                          SEQUENCE(
                            0,
                            CAST((
                              (
                                (
                                  `t15`.`length` + 86400
                                ) - 1
                              ) - (
                                (
                                  (
                                    `t15`.`length` + 86400
                                  ) - 1
                                ) % 86400
                              )
                            ) / 86400 AS BIGINT),
                            1
                          )
                        ) - 1
                      ),
                      SEQUENCE(
                        0,
                        CAST((
                          (
                            (
                              `t15`.`length` + 86400
                            ) - 1
                          ) - (
                            (
                              (
                                `t15`.`length` + 86400
                              ) - 1
                            ) % 86400
                          )
                        ) / 86400 AS BIGINT),
                        1
                      )
                    ),
                    ARRAY()
                  )
                ) AS `k`
              FROM (
                SELECT
                  *
                FROM `run`.`row` AS `t3`
                WHERE
                  NOT (
                    `t3`.`is_alone`
                  ) AND `t3`.`spell_id` IS NOT NULL
              ) AS `t15`
            ) AS `t18`
          ) AS `t20`
        ) AS `t21`
        WHERE
          `t21`.`day` <= AS_OF()
      ) AS `t25`
      INNER JOIN (
        SELECT
          `t1`.`day`,
          `t1`.`month`,
          `t1`.`bit`,
          `t1`.`is_workday`
        FROM `run`.`calendar` AS `t1`
      ) AS `t11`
        ON `t25`.`day` = `t11`.`day`
      INNER JOIN (
        SELECT
          `t2`.`spell_id`,
          `t2`.`in_hubei`,
          `t2`.`arranged_by`
        FROM `run`.`spell` AS `t2`
      ) AS `t12`
        ON `t25`.`spell_id` = `t12`.`spell_id`
    ) AS `t28`
  ) AS `t30`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t31`.`person_id`,
      `t31`.`attendance_id`,
      `t31`.`start`,
      `t31`.`end`,
      `t31`.`day`,
      `t31`.`month`,
      `t31`.`contact_confirmed`,
      `t31`.`at_contact`,
      `t31`.`at_risk`,
      `t31`.`is_alone`,
      `t31`.`in_hubei`,
      `t31`.`arranged_by`,
      `t31`.`found_id` IS NOT NULL AS `has_spell`
    FROM (
      SELECT
        `t29`.`attendance_id`,
        `t29`.`person_id`,
        `t29`.`post_id`,
        `t29`.`spell_id`,
        `t29`.`contact_confirmed`,
        `t29`.`start`,
        `t29`.`end`,
        `t29`.`has_reason`,
        `t29`.`day`,
        `t29`.`length`,
        `t29`.`unit_id`,
        `t29`.`at_contact`,
        `t29`.`at_risk`,
        `t29`.`is_alone`,
        `t29`.`row_start`,
        `t29`.`row_end`,
        `t29`.`month`,
        `t29`.`bit`,
        `t29`.`is_workday`,
        `t29`.`in_hubei`,
        `t29`.`arranged_by`,
        `t29`.`spell_person`,
        `t29`.`spell_start`,
        `t29`.`spell_last`,
        `t29`.`spell_post`,
        `t29`.`found_id`,
        ROW_NUMBER() OVER (
          PARTITION BY `t29`.`attendance_id`, `t29`.`start`
          ORDER BY `t29`.`spell_post` = `t29`.`post_id` DESC, `t29`.`spell_start` DESC, `t29`.`found_id` ASC NULLS LAST
        ) - 1 AS `rank`
      FROM (
        SELECT
          `t27`.`attendance_id`,
          `t27`.`person_id`,
          `t27`.`post_id`,
          `t27`.`spell_id`,
          `t27`.`contact_confirmed`,
          `t27`.`start`,
          `t27`.`end`,
          `t27`.`has_reason`,
          `t27`.`day`,
          `t27`.`length`,
          `t27`.`unit_id`,
          `t27`.`at_contact`,
          `t27`.`at_risk`,
          `t27`.`is_alone`,
          `t27`.`row_start`,
          `t27`.`row_end`,
          `t11`.`month`,
          `t11`.`bit`,
          `t11`.`is_workday`,
          `t13`.`in_hubei`,
          `t13`.`arranged_by`,
          `t13`.`spell_person`,
          `t13`.`spell_start`,
          `t13`.`spell_last`,
          `t13`.`spell_post`,
          `t13`.`found_id`
        FROM (
          SELECT
            *
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
              `t22`.`unit_id`,
              `t22`.`at_contact`,
              `t22`.`at_risk`,
              `t22`.`is_alone`,
              `t22`.`row_start`,
              `t22`.`row_end`
            FROM (
              SELECT
                `t19`.`attendance_id`,
                `t19`.`person_id`,
                `t19`.`post_id`,
                `t19`.`spell_id`,
                `t19`.`contact_confirmed`,
                `t19`.`start` + (
                  `t19`.`k` * 86400
                ) AS `start`,
                LEAST(`t19`.`end`, `t19`.`start` + (
                  (
                    `t19`.`k` + 1
                  ) * 86400
                )) AS `end`,
                `t19`.`has_reason`,
                `t19`.`day` + `t19`.`k` AS `day`,
                `t19`.`length`,
                `t19`.`month`,
                `t19`.`bit`,
                `t19`.`is_workday`,
                `t19`.`unit_id`,
                `t19`.`at_contact`,
                `t19`.`at_risk`,
                `t19`.`is_alone`,
                `t19`.`k`,
                `t19`.`start` AS `row_start`,
                `t19`.`end` AS `row_end`
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
                  `t17`.`is_alone`,
                  EXPLODE(
                    IF(
                      (
                        1 <> 0
                      )
                      AND (
                        SIGN(1) = SIGN(
                          CAST((
                            (
                              (
                                `t17`.`length` + 86400
                              ) - 1
                            ) - (
                              (
                                (
                                  `t17`.`length` + 86400
                                ) - 1
                              ) % 86400
                            )
                          ) / 86400 AS BIGINT) - 0
                        )
                      ),
                      IF(
                        ELEMENT_AT(
                          SEQUENCE(
                            0,
                            CAST((
                              (
                                (
                                  `t17`.`length` + 86400
                                ) - 1
                              ) - (
                                (
                                  (
                                    `t17`.`length` + 86400
                                  ) - 1
                                ) % 86400
                              )
                            ) / 86400 AS BIGINT),
                            1
                          ),
                          SIZE(
                            SEQUENCE(
                              0,
                              CAST((
                                (
                                  (
                                    `t17`.`length` + 86400
                                  ) - 1
                                ) - (
                                  (
                                    (
                                      `t17`.`length` + 86400
                                    ) - 1
                                  ) % 86400
                                )
                              ) / 86400 AS BIGINT),
                              1
                            )
                          )
                        ) = CAST((
                          (
                            (
                              `t17`.`length` + 86400
                            ) - 1
                          ) - (
                            (
                              (
                                `t17`.`length` + 86400
                              ) - 1
                            ) % 86400
                          )
                        ) / 86400 AS BIGINT),
                        SLICE(
                          SEQUENCE(
                            0,
                            CAST((
                              (
                                (
                                  `t17`.`length` + 86400
                                ) - 1
                              ) - (
                                (
                                  (
                                    `t17`.`length` + 86400
                                  ) - 1
                                ) % 86400
                              )
                            ) / 86400 AS BIGINT),
                            1
                          ),
                          1,
                          SIZE(
                            SEQUENCE(
                              0,
                              CAST((
                                (
                                  (
                                    `t17`.`length` + 86400
                                  ) - 1
                                ) - (
                                  (
                                    (
                                      `t17`.`length` + 86400
                                    ) - 1
                                  ) % 86400
                                )
                              ) / 86400 AS BIGINT),
                              1
                            )
                          ) - 1
                        ),
                        SEQUENCE(
                          0,
                          CAST((
                            (
                              (
                                `t17`.`length` + 86400
                              ) - 1
                            ) - (
                              (
                                (
                                  `t17`.`length` + 86400
                                ) - 1
                              ) % 86400
                            )
                          ) / 86400 AS BIGINT),
                          1
                        )
                      ),
                      ARRAY()
                    )
                  ) AS `k`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t14`.`attendance_id`,
                      `t14`.`person_id`,
                      `t14`.`post_id`,
                      `t14`.`spell_id`,
                      `t14`.`contact_confirmed`,
                      `t14`.`start`,
                      `t14`.`end`,
                      `t14`.`has_reason`,
                      `t14`.`day`,
                      `t14`.`length`,
                      `t14`.`month`,
                      `t14`.`bit`,
                      `t14`.`is_workday`,
                      `t14`.`unit_id`,
                      `t14`.`at_contact`,
                      `t14`.`at_risk`,
                      `t14`.`is_alone`
                    FROM (
                      SELECT
                        *
                      FROM `run`.`row` AS `t3`
                      WHERE
                        `t3`.`spell_id` IS NULL
                    ) AS `t14`
                  ) AS `t16`
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t4`.`attendance_id`,
                      `t4`.`person_id`,
                      `t4`.`post_id`,
                      `t4`.`spell_id`,
                      `t4`.`contact_confirmed`,
                      `t4`.`start`,
                      `t4`.`end`,
                      `t4`.`has_reason`,
                      `t4`.`day`,
                      `t4`.`length`,
                      `t4`.`month`,
                      `t4`.`bit`,
                      `t4`.`is_workday`,
                      `t4`.`unit_id`,
                      `t4`.`at_contact`,
                      `t4`.`at_risk`,
                      TRUE AS `is_alone`
                    FROM `run`.`nameless_row` AS `t4`
                  ) AS `t9`
                ) AS `t17`
              ) AS `t19`
            ) AS `t22`
          ) AS `t23`
          WHERE
            `t23`.`day` <= AS_OF()
        ) AS `t27`
        INNER JOIN (
          SELECT
            `t1`.`day`,
            `t1`.`month`,
            `t1`.`bit`,
            `t1`.`is_workday`
          FROM `run`.`calendar` AS `t1`
        ) AS `t11`
          ON `t27`.`day` = `t11`.`day`
        LEFT OUTER JOIN (
          SELECT
            `t2`.`in_hubei`,
            `t2`.`arranged_by`,
            `t2`.`person_id` AS `spell_person`,
            `t2`.`start` AS `spell_start`,
            `t2`.`last_day` AS `spell_last`,
            `t2`.`post_id` AS `spell_post`,
            `t2`.`spell_id` AS `found_id`
          FROM `run`.`spell` AS `t2`
        ) AS `t13`
          ON `t27`.`person_id` = `t13`.`spell_person`
          AND `t13`.`spell_start` <= `t27`.`day`
          AND `t27`.`day` <= `t13`.`spell_last`
      ) AS `t29`
    ) AS `t31`
    WHERE
      `t31`.`rank` = 0
  ) AS `t32`
) AS `t34`
INNER JOIN (
  SELECT
    `t0`.`person_id`,
    `t0`.`is_leader`,
    `t0`.`is_medical`
  FROM `run`.`person` AS `t0`
) AS `t10`
  ON `t34`.`person_id` = `t10`.`person_id`
