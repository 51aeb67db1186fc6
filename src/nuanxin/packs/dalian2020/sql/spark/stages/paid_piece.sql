SELECT
  `t24`.`person_id`,
  `t24`.`attendance_id`,
  `t24`.`start`,
  `t24`.`end`,
  `t24`.`day`,
  `t24`.`month`,
  `t24`.`contact_confirmed`,
  `t24`.`at_contact`,
  `t24`.`at_risk`,
  `t24`.`is_leader`,
  `t24`.`is_medical`,
  `t24`.`in_hubei`,
  `t24`.`arranged_by`,
  `t24`.`found_id` IS NOT NULL AS `has_spell`
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
    `t23`.`unit_id`,
    `t23`.`at_contact`,
    `t23`.`at_risk`,
    `t23`.`row_start`,
    `t23`.`row_end`,
    `t23`.`month`,
    `t23`.`bit`,
    `t23`.`is_workday`,
    `t23`.`is_leader`,
    `t23`.`is_medical`,
    `t23`.`piece`,
    `t23`.`in_hubei`,
    `t23`.`arranged_by`,
    `t23`.`spell_person`,
    `t23`.`spell_start`,
    `t23`.`spell_last`,
    `t23`.`spell_post`,
    `t23`.`found_id`,
    ROW_NUMBER() OVER (
      PARTITION BY `t23`.`piece`
      ORDER BY `t23`.`spell_post` = `t23`.`post_id` DESC, `t23`.`spell_start` DESC, `t23`.`found_id` ASC NULLS LAST
    ) - 1 AS `rank`
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
      `t22`.`row_start`,
      `t22`.`row_end`,
      `t22`.`month`,
      `t22`.`bit`,
      `t22`.`is_workday`,
      `t22`.`is_leader`,
      `t22`.`is_medical`,
      `t22`.`piece`,
      `t9`.`in_hubei`,
      `t9`.`arranged_by`,
      `t9`.`spell_person`,
      `t9`.`spell_start`,
      `t9`.`spell_last`,
      `t9`.`spell_post`,
      `t9`.`found_id`
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
        `t20`.`row_start`,
        `t20`.`row_end`,
        `t20`.`month`,
        `t20`.`bit`,
        `t20`.`is_workday`,
        `t20`.`is_leader`,
        `t20`.`is_medical`,
        ROW_NUMBER() OVER (ORDER BY `t20`.`attendance_id` ASC NULLS LAST, `t20`.`start` ASC NULLS LAST) - 1 AS `piece`
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
          `t19`.`unit_id`,
          `t19`.`at_contact`,
          `t19`.`at_risk`,
          `t19`.`row_start`,
          `t19`.`row_end`,
          `t10`.`month`,
          `t10`.`bit`,
          `t10`.`is_workday`,
          `t11`.`is_leader`,
          `t11`.`is_medical`
        FROM (
          SELECT
            *
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
              `t16`.`unit_id`,
              `t16`.`at_contact`,
              `t16`.`at_risk`,
              `t16`.`row_start`,
              `t16`.`row_end`
            FROM (
              SELECT
                `t15`.`attendance_id`,
                `t15`.`person_id`,
                `t15`.`post_id`,
                `t15`.`spell_id`,
                `t15`.`contact_confirmed`,
                `t15`.`start` + (
                  `t15`.`k` * 86400
                ) AS `start`,
                LEAST(`t15`.`end`, `t15`.`start` + (
                  (
                    `t15`.`k` + 1
                  ) * 86400
                )) AS `end`,
                `t15`.`has_reason`,
                `t15`.`day` + `t15`.`k` AS `day`,
                `t15`.`length`,
                `t15`.`unit_id`,
                `t15`.`at_contact`,
                `t15`.`at_risk`,
                `t15`.`month`,
                `t15`.`bit`,
                `t15`.`is_workday`,
                `t15`.`k`,
                `t15`.`start` AS `row_start`,
                `t15`.`end` AS `row_end`
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
                  `t14`.`unit_id`,
                  `t14`.`at_contact`,
                  `t14`.`at_risk`,
                  `t14`.`month`,
                  `t14`.`bit`,
                  `t14`.`is_workday`,
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
                                `t14`.`length` + 86400
                              ) - 1
                            ) - (
                              (
                                (
                                  `t14`.`length` + 86400
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
                                  `t14`.`length` + 86400
                                ) - 1
                              ) - (
                                (
                                  (
                                    `t14`.`length` + 86400
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
                                    `t14`.`length` + 86400
                                  ) - 1
                                ) - (
                                  (
                                    (
                                      `t14`.`length` + 86400
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
                              `t14`.`length` + 86400
                            ) - 1
                          ) - (
                            (
                              (
                                `t14`.`length` + 86400
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
                                  `t14`.`length` + 86400
                                ) - 1
                              ) - (
                                (
                                  (
                                    `t14`.`length` + 86400
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
                                    `t14`.`length` + 86400
                                  ) - 1
                                ) - (
                                  (
                                    (
                                      `t14`.`length` + 86400
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
                                `t14`.`length` + 86400
                              ) - 1
                            ) - (
                              (
                                (
                                  `t14`.`length` + 86400
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
                      `t12`.`unit_id`,
                      `t12`.`at_contact`,
                      `t12`.`at_risk`,
                      `t12`.`month`,
                      `t12`.`bit`,
                      `t12`.`is_workday`
                    FROM (
                      SELECT
                        *
                      FROM `run`.`row` AS `t4`
                      WHERE
                        NOT (
                          `t4`.`is_alone`
                        ) OR (
                          `t4`.`spell_id` IS NULL
                        )
                    ) AS `t12`
                  ) AS `t13`
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      *
                    FROM `run`.`nameless_row` AS `t3`
                  ) AS `t8`
                ) AS `t14`
              ) AS `t15`
            ) AS `t16`
          ) AS `t17`
          WHERE
            `t17`.`day` <= AS_OF()
        ) AS `t19`
        INNER JOIN (
          SELECT
            `t1`.`day`,
            `t1`.`month`,
            `t1`.`bit`,
            `t1`.`is_workday`
          FROM `run`.`calendar` AS `t1`
        ) AS `t10`
          ON `t19`.`day` = `t10`.`day`
        INNER JOIN (
          SELECT
            `t2`.`person_id`,
            `t2`.`is_leader`,
            `t2`.`is_medical`
          FROM `run`.`person` AS `t2`
        ) AS `t11`
          ON `t19`.`person_id` = `t11`.`person_id`
      ) AS `t20`
    ) AS `t22`
    LEFT OUTER JOIN (
      SELECT
        `t0`.`in_hubei`,
        `t0`.`arranged_by`,
        `t0`.`person_id` AS `spell_person`,
        `t0`.`start` AS `spell_start`,
        `t0`.`last_day` AS `spell_last`,
        `t0`.`post_id` AS `spell_post`,
        `t0`.`spell_id` AS `found_id`
      FROM `run`.`spell` AS `t0`
    ) AS `t9`
      ON `t22`.`person_id` = `t9`.`spell_person`
      AND (
        (
          (
            `t22`.`spell_id` IS NOT NULL
          ) AND (
            `t22`.`spell_id` = `t9`.`found_id`
          )
        )
        OR (
          (
            `t22`.`spell_id` IS NULL
          )
          AND (
            `t9`.`spell_start` <= `t22`.`day`
          )
          AND (
            `t22`.`day` <= `t9`.`spell_last`
          )
        )
      )
  ) AS `t23`
) AS `t24`
WHERE
  `t24`.`rank` = 0
