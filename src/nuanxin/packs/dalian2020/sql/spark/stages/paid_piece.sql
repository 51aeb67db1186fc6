SELECT
  `t36`.`person_id`,
  `t36`.`attendance_id`,
  `t36`.`start`,
  `t36`.`end`,
  `t36`.`day`,
  `t36`.`month`,
  `t36`.`contact_confirmed`,
  `t36`.`at_contact`,
  `t36`.`at_risk`,
  `t36`.`is_alone`,
  `t36`.`in_hubei`,
  `t36`.`arranged_by`,
  `t36`.`has_spell`,
  `t9`.`is_leader`,
  `t9`.`is_medical`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t29`.`person_id`,
      `t29`.`attendance_id`,
      `t29`.`start`,
      `t29`.`end`,
      `t29`.`day`,
      `t29`.`month`,
      `t29`.`contact_confirmed`,
      `t29`.`at_contact`,
      `t29`.`at_risk`,
      `t29`.`is_alone`,
      `t29`.`in_hubei`,
      `t29`.`arranged_by`,
      TRUE AS `has_spell`
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
        `t26`.`unit_id`,
        `t26`.`at_contact`,
        `t26`.`at_risk`,
        `t26`.`written_spell`,
        `t26`.`is_alone`,
        `t26`.`row_start`,
        `t26`.`row_end`,
        `t10`.`month`,
        `t10`.`bit`,
        `t10`.`is_workday`,
        `t11`.`in_hubei`,
        `t11`.`arranged_by`
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
            `t22`.`written_spell`,
            `t22`.`is_alone`,
            `t22`.`row_start`,
            `t22`.`row_end`
          FROM (
            SELECT
              `t20`.`attendance_id`,
              `t20`.`person_id`,
              `t20`.`post_id`,
              `t20`.`spell_id`,
              `t20`.`contact_confirmed`,
              `t20`.`start` + (
                `t20`.`k` * 86400
              ) AS `start`,
              LEAST(`t20`.`end`, `t20`.`start` + (
                (
                  `t20`.`k` + 1
                ) * 86400
              )) AS `end`,
              `t20`.`has_reason`,
              `t20`.`day` + `t20`.`k` AS `day`,
              `t20`.`length`,
              `t20`.`month`,
              `t20`.`bit`,
              `t20`.`is_workday`,
              `t20`.`unit_id`,
              `t20`.`at_contact`,
              `t20`.`at_risk`,
              `t20`.`written_spell`,
              `t20`.`is_alone`,
              `t20`.`k`,
              `t20`.`start` AS `row_start`,
              `t20`.`end` AS `row_end`
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
                `t14`.`written_spell`,
                `t14`.`is_alone`,
                EXPLODE(
                  IF(
                    (
                      1 <> 0
                    )
                    AND (
                      SIGN(1) = SIGN(
                        CAST(FLOOR((
                          (
                            `t14`.`length` + 86400
                          ) - 1
                        ) / (
                          86400
                        )) AS BIGINT) - 0
                      )
                    ),
                    IF(
                      ELEMENT_AT(
                        SEQUENCE(
                          0,
                          CAST(FLOOR((
                            (
                              `t14`.`length` + 86400
                            ) - 1
                          ) / (
                            86400
                          )) AS BIGINT),
                          1
                        ),
                        SIZE(
                          SEQUENCE(
                            0,
                            CAST(FLOOR((
                              (
                                `t14`.`length` + 86400
                              ) - 1
                            ) / (
                              86400
                            )) AS BIGINT),
                            1
                          )
                        )
                      ) = CAST(FLOOR((
                        (
                          `t14`.`length` + 86400
                        ) - 1
                      ) / (
                        86400
                      )) AS BIGINT),
                      SLICE(
                        SEQUENCE(
                          0,
                          CAST(FLOOR((
                            (
                              `t14`.`length` + 86400
                            ) - 1
                          ) / (
                            86400
                          )) AS BIGINT),
                          1
                        ),
                        1,
                        SIZE(
                          SEQUENCE(
                            0,
                            CAST(FLOOR((
                              (
                                `t14`.`length` + 86400
                              ) - 1
                            ) / (
                              86400
                            )) AS BIGINT),
                            1
                          )
                        ) - 1
                      ),
                      SEQUENCE(
                        0,
                        CAST(FLOOR((
                          (
                            `t14`.`length` + 86400
                          ) - 1
                        ) / (
                          86400
                        )) AS BIGINT),
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
              ) AS `t14`
            ) AS `t20`
          ) AS `t22`
        ) AS `t23`
        WHERE
          `t23`.`day` <= AS_OF()
      ) AS `t26`
      INNER JOIN (
        SELECT
          `t1`.`day`,
          `t1`.`month`,
          `t1`.`bit`,
          `t1`.`is_workday`
        FROM `run`.`calendar` AS `t1`
      ) AS `t10`
        ON `t26`.`day` = `t10`.`day`
      INNER JOIN (
        SELECT
          `t2`.`spell_id`,
          `t2`.`in_hubei`,
          `t2`.`arranged_by`
        FROM `run`.`spell` AS `t2`
      ) AS `t11`
        ON `t26`.`spell_id` = `t11`.`spell_id`
    ) AS `t29`
  ) AS `t31`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t33`.`person_id`,
      `t33`.`attendance_id`,
      `t33`.`start`,
      `t33`.`end`,
      `t33`.`day`,
      `t33`.`month`,
      `t33`.`contact_confirmed`,
      `t33`.`at_contact`,
      `t33`.`at_risk`,
      `t33`.`is_alone`,
      `t33`.`in_hubei`,
      `t33`.`arranged_by`,
      `t33`.`found_id` IS NOT NULL AS `has_spell`
    FROM (
      SELECT
        `t32`.`attendance_id`,
        `t32`.`person_id`,
        `t32`.`post_id`,
        `t32`.`spell_id`,
        `t32`.`contact_confirmed`,
        `t32`.`start`,
        `t32`.`end`,
        `t32`.`has_reason`,
        `t32`.`day`,
        `t32`.`length`,
        `t32`.`unit_id`,
        `t32`.`at_contact`,
        `t32`.`at_risk`,
        `t32`.`is_alone`,
        `t32`.`row_start`,
        `t32`.`row_end`,
        `t32`.`month`,
        `t32`.`bit`,
        `t32`.`is_workday`,
        `t32`.`in_hubei`,
        `t32`.`arranged_by`,
        `t32`.`spell_person`,
        `t32`.`spell_start`,
        `t32`.`spell_last`,
        `t32`.`spell_post`,
        `t32`.`found_id`,
        ROW_NUMBER() OVER (
          PARTITION BY `t32`.`attendance_id`, `t32`.`start`
          ORDER BY `t32`.`spell_post` = `t32`.`post_id` DESC, `t32`.`spell_start` DESC, `t32`.`found_id` ASC NULLS LAST
        ) - 1 AS `rank`
      FROM (
        SELECT
          `t30`.`attendance_id`,
          `t30`.`person_id`,
          `t30`.`post_id`,
          `t30`.`spell_id`,
          `t30`.`contact_confirmed`,
          `t30`.`start`,
          `t30`.`end`,
          `t30`.`has_reason`,
          `t30`.`day`,
          `t30`.`length`,
          `t30`.`unit_id`,
          `t30`.`at_contact`,
          `t30`.`at_risk`,
          `t30`.`is_alone`,
          `t30`.`row_start`,
          `t30`.`row_end`,
          `t10`.`month`,
          `t10`.`bit`,
          `t10`.`is_workday`,
          `t12`.`in_hubei`,
          `t12`.`arranged_by`,
          `t12`.`spell_person`,
          `t12`.`spell_start`,
          `t12`.`spell_last`,
          `t12`.`spell_post`,
          `t12`.`found_id`
        FROM (
          SELECT
            *
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
              `t25`.`row_start`,
              `t25`.`row_end`
            FROM (
              SELECT
                `t21`.`attendance_id`,
                `t21`.`person_id`,
                `t21`.`post_id`,
                `t21`.`spell_id`,
                `t21`.`contact_confirmed`,
                `t21`.`start` + (
                  `t21`.`k` * 86400
                ) AS `start`,
                LEAST(`t21`.`end`, `t21`.`start` + (
                  (
                    `t21`.`k` + 1
                  ) * 86400
                )) AS `end`,
                `t21`.`has_reason`,
                `t21`.`day` + `t21`.`k` AS `day`,
                `t21`.`length`,
                `t21`.`month`,
                `t21`.`bit`,
                `t21`.`is_workday`,
                `t21`.`unit_id`,
                `t21`.`at_contact`,
                `t21`.`at_risk`,
                `t21`.`is_alone`,
                `t21`.`k`,
                `t21`.`start` AS `row_start`,
                `t21`.`end` AS `row_end`
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
                  `t19`.`at_risk`,
                  `t19`.`is_alone`,
                  EXPLODE(
                    IF(
                      (
                        1 <> 0
                      )
                      AND (
                        SIGN(1) = SIGN(
                          CAST(FLOOR((
                            (
                              `t19`.`length` + 86400
                            ) - 1
                          ) / (
                            86400
                          )) AS BIGINT) - 0
                        )
                      ),
                      IF(
                        ELEMENT_AT(
                          SEQUENCE(
                            0,
                            CAST(FLOOR((
                              (
                                `t19`.`length` + 86400
                              ) - 1
                            ) / (
                              86400
                            )) AS BIGINT),
                            1
                          ),
                          SIZE(
                            SEQUENCE(
                              0,
                              CAST(FLOOR((
                                (
                                  `t19`.`length` + 86400
                                ) - 1
                              ) / (
                                86400
                              )) AS BIGINT),
                              1
                            )
                          )
                        ) = CAST(FLOOR((
                          (
                            `t19`.`length` + 86400
                          ) - 1
                        ) / (
                          86400
                        )) AS BIGINT),
                        SLICE(
                          SEQUENCE(
                            0,
                            CAST(FLOOR((
                              (
                                `t19`.`length` + 86400
                              ) - 1
                            ) / (
                              86400
                            )) AS BIGINT),
                            1
                          ),
                          1,
                          SIZE(
                            SEQUENCE(
                              0,
                              CAST(FLOOR((
                                (
                                  `t19`.`length` + 86400
                                ) - 1
                              ) / (
                                86400
                              )) AS BIGINT),
                              1
                            )
                          ) - 1
                        ),
                        SEQUENCE(
                          0,
                          CAST(FLOOR((
                            (
                              `t19`.`length` + 86400
                            ) - 1
                          ) / (
                            86400
                          )) AS BIGINT),
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
                      `t13`.`attendance_id`,
                      `t13`.`person_id`,
                      `t13`.`post_id`,
                      `t13`.`spell_id`,
                      `t13`.`contact_confirmed`,
                      `t13`.`start`,
                      `t13`.`end`,
                      `t13`.`has_reason`,
                      `t13`.`day`,
                      `t13`.`length`,
                      `t13`.`month`,
                      `t13`.`bit`,
                      `t13`.`is_workday`,
                      `t13`.`unit_id`,
                      `t13`.`at_contact`,
                      `t13`.`at_risk`,
                      `t13`.`is_alone`
                    FROM (
                      SELECT
                        *
                      FROM `run`.`row` AS `t3`
                      WHERE
                        `t3`.`spell_id` IS NULL
                    ) AS `t13`
                  ) AS `t16`
                  UNION ALL
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
                      TRUE AS `is_alone`
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
                        `t15`.`at_risk`
                      FROM (
                        SELECT
                          *
                        FROM `run`.`picked_row` AS `t4`
                        WHERE
                          NOT (
                            `t4`.`in_lens`
                          ) AND `t4`.`spell_id` IS NULL
                      ) AS `t15`
                    ) AS `t17`
                  ) AS `t18`
                ) AS `t19`
              ) AS `t21`
            ) AS `t25`
          ) AS `t27`
          WHERE
            `t27`.`day` <= AS_OF()
        ) AS `t30`
        INNER JOIN (
          SELECT
            `t1`.`day`,
            `t1`.`month`,
            `t1`.`bit`,
            `t1`.`is_workday`
          FROM `run`.`calendar` AS `t1`
        ) AS `t10`
          ON `t30`.`day` = `t10`.`day`
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
        ) AS `t12`
          ON `t30`.`person_id` = `t12`.`spell_person`
          AND `t12`.`spell_start` <= `t30`.`day`
          AND `t30`.`day` <= `t12`.`spell_last`
      ) AS `t32`
    ) AS `t33`
    WHERE
      `t33`.`rank` = 0
  ) AS `t34`
) AS `t36`
INNER JOIN (
  SELECT
    `t0`.`person_id`,
    `t0`.`is_leader`,
    `t0`.`is_medical`
  FROM `run`.`person` AS `t0`
) AS `t9`
  ON `t36`.`person_id` = `t9`.`person_id`
