WITH `t4` AS (
  SELECT
    `t2`.`person_id`,
    `t2`.`day` AS `release_day`
  FROM `run`.`release` AS `t2`
)
SELECT
  `t26`.`spell_id`,
  `t26`.`person_id`,
  `t26`.`post_id`,
  `t26`.`arranged_by`,
  `t26`.`mission`,
  `t26`.`aid_place`,
  `t26`.`treats_confirmed`,
  `t26`.`start`,
  `t26`.`unit_id`,
  `t26`.`is_leader`,
  `t26`.`profession`,
  `t26`.`is_medical`,
  `t26`.`round`,
  `t26`.`end`,
  `t26`.`last_day`,
  `t26`.`is_open`,
  `t26`.`in_hubei`,
  `t26`.`is_treating`
FROM (
  SELECT
    `t25`.`spell_id`,
    `t25`.`person_id`,
    `t25`.`post_id`,
    `t25`.`arranged_by`,
    `t25`.`mission`,
    `t25`.`aid_place`,
    `t25`.`treats_confirmed`,
    `t25`.`start`,
    `t25`.`end_date`,
    `t25`.`unit_id`,
    `t25`.`is_leader`,
    `t25`.`profession`,
    `t25`.`is_medical`,
    `t25`.`round`,
    `t25`.`released`,
    `t25`.`end`,
    COALESCE(`t25`.`end`, AS_OF()) AS `last_day`,
    `t25`.`end` IS NULL AS `is_open`,
    (
      `t25`.`mission` = 'aid'
    )
    AND (
      CONTAINS(LOWER(`t25`.`aid_place`), '湖北')
      OR CONTAINS(LOWER(`t25`.`aid_place`), 'hubei')
      OR CONTAINS(LOWER(`t25`.`aid_place`), 'wuhan')
      OR CONTAINS(LOWER(`t25`.`aid_place`), '武汉')
      OR CONTAINS(LOWER(`t25`.`aid_place`), '黄石')
      OR CONTAINS(LOWER(`t25`.`aid_place`), '十堰')
      OR CONTAINS(LOWER(`t25`.`aid_place`), '宜昌')
      OR CONTAINS(LOWER(`t25`.`aid_place`), '襄阳')
      OR CONTAINS(LOWER(`t25`.`aid_place`), '鄂州')
      OR CONTAINS(LOWER(`t25`.`aid_place`), '荆门')
      OR CONTAINS(LOWER(`t25`.`aid_place`), '孝感')
      OR CONTAINS(LOWER(`t25`.`aid_place`), '荆州')
      OR CONTAINS(LOWER(`t25`.`aid_place`), '黄冈')
      OR CONTAINS(LOWER(`t25`.`aid_place`), '咸宁')
      OR CONTAINS(LOWER(`t25`.`aid_place`), '随州')
      OR CONTAINS(LOWER(`t25`.`aid_place`), '恩施')
      OR CONTAINS(LOWER(`t25`.`aid_place`), '仙桃')
      OR CONTAINS(LOWER(`t25`.`aid_place`), '潜江')
      OR CONTAINS(LOWER(`t25`.`aid_place`), '天门')
      OR CONTAINS(LOWER(`t25`.`aid_place`), '神农架')
    ) AS `in_hubei`,
    `t25`.`is_medical`
    AND (
      `t25`.`treats_confirmed` OR (
        `t25`.`mission` = 'aid'
      )
    ) AS `is_treating`
  FROM (
    SELECT
      `t24`.`spell_id`,
      `t24`.`person_id`,
      `t24`.`post_id`,
      `t24`.`arranged_by`,
      `t24`.`mission`,
      `t24`.`aid_place`,
      `t24`.`treats_confirmed`,
      `t24`.`start`,
      `t24`.`end_date`,
      `t24`.`unit_id`,
      `t24`.`is_leader`,
      `t24`.`profession`,
      `t24`.`is_medical`,
      `t24`.`round`,
      `t24`.`released`,
      LEAST(
        COALESCE(IF(`t24`.`end_date` <= AS_OF(), `t24`.`end_date`, NULL), `t24`.`released`),
        COALESCE(`t24`.`released`, IF(`t24`.`end_date` <= AS_OF(), `t24`.`end_date`, NULL))
      ) AS `end`
    FROM (
      SELECT
        `t23`.`spell_id`,
        `t23`.`person_id`,
        `t23`.`post_id`,
        `t23`.`arranged_by`,
        `t23`.`mission`,
        `t23`.`aid_place`,
        `t23`.`treats_confirmed`,
        `t23`.`start`,
        `t23`.`end_date`,
        `t23`.`unit_id`,
        `t23`.`is_leader`,
        `t23`.`profession`,
        `t23`.`is_medical`,
        `t23`.`round`,
        `t23`.`released`
      FROM (
        SELECT
          `t18`.`spell_id`,
          `t18`.`person_id`,
          `t18`.`post_id`,
          `t18`.`arranged_by`,
          `t18`.`mission`,
          `t18`.`aid_place`,
          `t18`.`treats_confirmed`,
          `t18`.`start`,
          `t18`.`end_date`,
          `t18`.`unit_id`,
          `t18`.`is_leader`,
          `t18`.`profession`,
          `t18`.`is_medical`,
          `t18`.`round`,
          `t22`.`spell_id` AS `spell_id_right`,
          `t22`.`released`
        FROM (
          SELECT
            `t16`.`spell_id`,
            `t16`.`person_id`,
            `t16`.`post_id`,
            `t16`.`arranged_by`,
            `t16`.`mission`,
            `t16`.`aid_place`,
            `t16`.`treats_confirmed`,
            `t16`.`start`,
            `t16`.`end_date`,
            `t16`.`unit_id`,
            `t16`.`is_leader`,
            `t16`.`profession`,
            `t16`.`is_medical`,
            COALESCE(`t16`.`round`, 0) AS `round`
          FROM (
            SELECT
              `t15`.`spell_id`,
              `t15`.`person_id`,
              `t15`.`post_id`,
              `t15`.`arranged_by`,
              `t15`.`mission`,
              `t15`.`aid_place`,
              `t15`.`treats_confirmed`,
              `t15`.`start`,
              `t15`.`end_date`,
              `t15`.`unit_id`,
              `t15`.`is_leader`,
              `t15`.`profession`,
              `t15`.`is_medical`,
              `t15`.`round`
            FROM (
              SELECT
                `t10`.`spell_id`,
                `t10`.`person_id`,
                `t10`.`post_id`,
                `t10`.`arranged_by`,
                `t10`.`mission`,
                `t10`.`aid_place`,
                `t10`.`treats_confirmed`,
                `t10`.`start`,
                `t10`.`end_date`,
                `t3`.`unit_id`,
                `t3`.`is_leader`,
                `t3`.`profession`,
                `t3`.`is_medical`,
                `t14`.`spell_id` AS `spell_id_right`,
                `t14`.`round`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t1`.`spell_id`,
                    `t1`.`person_id`,
                    `t1`.`post_id`,
                    `t1`.`arranged_by`,
                    `t1`.`mission`,
                    `t1`.`aid_place`,
                    `t1`.`treats_confirmed`,
                    DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t1`.`start_date`) AS `start`,
                    DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t1`.`end_date`) AS `end_date`
                  FROM `facts`.`spells` AS `t1`
                ) AS `t5`
                WHERE
                  `t5`.`start` <= AS_OF()
              ) AS `t10`
              INNER JOIN `run`.`person` AS `t3`
                ON `t10`.`person_id` = `t3`.`person_id`
              LEFT OUTER JOIN (
                SELECT
                  `t12`.`spell_id`,
                  COUNT(*) AS `round`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t10`.`spell_id`,
                      `t10`.`person_id`,
                      `t10`.`post_id`,
                      `t10`.`arranged_by`,
                      `t10`.`mission`,
                      `t10`.`aid_place`,
                      `t10`.`treats_confirmed`,
                      `t10`.`start`,
                      `t10`.`end_date`,
                      `t3`.`unit_id`,
                      `t3`.`is_leader`,
                      `t3`.`profession`,
                      `t3`.`is_medical`,
                      `t8`.`release_day`
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t1`.`spell_id`,
                          `t1`.`person_id`,
                          `t1`.`post_id`,
                          `t1`.`arranged_by`,
                          `t1`.`mission`,
                          `t1`.`aid_place`,
                          `t1`.`treats_confirmed`,
                          DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t1`.`start_date`) AS `start`,
                          DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t1`.`end_date`) AS `end_date`
                        FROM `facts`.`spells` AS `t1`
                      ) AS `t5`
                      WHERE
                        `t5`.`start` <= AS_OF()
                    ) AS `t10`
                    INNER JOIN `run`.`person` AS `t3`
                      ON `t10`.`person_id` = `t3`.`person_id`
                    INNER JOIN `t4` AS `t8`
                      ON `t10`.`person_id` = `t8`.`person_id`
                  ) AS `t11`
                  WHERE
                    `t11`.`release_day` < `t11`.`start`
                ) AS `t12`
                GROUP BY
                  1
              ) AS `t14`
                ON `t10`.`spell_id` = `t14`.`spell_id`
            ) AS `t15`
          ) AS `t16`
        ) AS `t18`
        LEFT OUTER JOIN (
          SELECT
            `t20`.`spell_id`,
            MIN(`t20`.`release_day`) AS `released`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t18`.`spell_id`,
                `t18`.`person_id`,
                `t18`.`post_id`,
                `t18`.`arranged_by`,
                `t18`.`mission`,
                `t18`.`aid_place`,
                `t18`.`treats_confirmed`,
                `t18`.`start`,
                `t18`.`end_date`,
                `t18`.`unit_id`,
                `t18`.`is_leader`,
                `t18`.`profession`,
                `t18`.`is_medical`,
                `t18`.`round`,
                `t7`.`release_day`
              FROM (
                SELECT
                  `t16`.`spell_id`,
                  `t16`.`person_id`,
                  `t16`.`post_id`,
                  `t16`.`arranged_by`,
                  `t16`.`mission`,
                  `t16`.`aid_place`,
                  `t16`.`treats_confirmed`,
                  `t16`.`start`,
                  `t16`.`end_date`,
                  `t16`.`unit_id`,
                  `t16`.`is_leader`,
                  `t16`.`profession`,
                  `t16`.`is_medical`,
                  COALESCE(`t16`.`round`, 0) AS `round`
                FROM (
                  SELECT
                    `t15`.`spell_id`,
                    `t15`.`person_id`,
                    `t15`.`post_id`,
                    `t15`.`arranged_by`,
                    `t15`.`mission`,
                    `t15`.`aid_place`,
                    `t15`.`treats_confirmed`,
                    `t15`.`start`,
                    `t15`.`end_date`,
                    `t15`.`unit_id`,
                    `t15`.`is_leader`,
                    `t15`.`profession`,
                    `t15`.`is_medical`,
                    `t15`.`round`
                  FROM (
                    SELECT
                      `t10`.`spell_id`,
                      `t10`.`person_id`,
                      `t10`.`post_id`,
                      `t10`.`arranged_by`,
                      `t10`.`mission`,
                      `t10`.`aid_place`,
                      `t10`.`treats_confirmed`,
                      `t10`.`start`,
                      `t10`.`end_date`,
                      `t3`.`unit_id`,
                      `t3`.`is_leader`,
                      `t3`.`profession`,
                      `t3`.`is_medical`,
                      `t14`.`spell_id` AS `spell_id_right`,
                      `t14`.`round`
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t1`.`spell_id`,
                          `t1`.`person_id`,
                          `t1`.`post_id`,
                          `t1`.`arranged_by`,
                          `t1`.`mission`,
                          `t1`.`aid_place`,
                          `t1`.`treats_confirmed`,
                          DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t1`.`start_date`) AS `start`,
                          DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t1`.`end_date`) AS `end_date`
                        FROM `facts`.`spells` AS `t1`
                      ) AS `t5`
                      WHERE
                        `t5`.`start` <= AS_OF()
                    ) AS `t10`
                    INNER JOIN `run`.`person` AS `t3`
                      ON `t10`.`person_id` = `t3`.`person_id`
                    LEFT OUTER JOIN (
                      SELECT
                        `t12`.`spell_id`,
                        COUNT(*) AS `round`
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            `t10`.`spell_id`,
                            `t10`.`person_id`,
                            `t10`.`post_id`,
                            `t10`.`arranged_by`,
                            `t10`.`mission`,
                            `t10`.`aid_place`,
                            `t10`.`treats_confirmed`,
                            `t10`.`start`,
                            `t10`.`end_date`,
                            `t3`.`unit_id`,
                            `t3`.`is_leader`,
                            `t3`.`profession`,
                            `t3`.`is_medical`,
                            `t8`.`release_day`
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                `t1`.`spell_id`,
                                `t1`.`person_id`,
                                `t1`.`post_id`,
                                `t1`.`arranged_by`,
                                `t1`.`mission`,
                                `t1`.`aid_place`,
                                `t1`.`treats_confirmed`,
                                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t1`.`start_date`) AS `start`,
                                DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t1`.`end_date`) AS `end_date`
                              FROM `facts`.`spells` AS `t1`
                            ) AS `t5`
                            WHERE
                              `t5`.`start` <= AS_OF()
                          ) AS `t10`
                          INNER JOIN `run`.`person` AS `t3`
                            ON `t10`.`person_id` = `t3`.`person_id`
                          INNER JOIN `t4` AS `t8`
                            ON `t10`.`person_id` = `t8`.`person_id`
                        ) AS `t11`
                        WHERE
                          `t11`.`release_day` < `t11`.`start`
                      ) AS `t12`
                      GROUP BY
                        1
                    ) AS `t14`
                      ON `t10`.`spell_id` = `t14`.`spell_id`
                  ) AS `t15`
                ) AS `t16`
              ) AS `t18`
              INNER JOIN `t4` AS `t7`
                ON `t18`.`person_id` = `t7`.`person_id`
            ) AS `t19`
            WHERE
              `t19`.`release_day` >= `t19`.`start`
          ) AS `t20`
          GROUP BY
            1
        ) AS `t22`
          ON `t18`.`spell_id` = `t22`.`spell_id`
      ) AS `t23`
    ) AS `t24`
  ) AS `t25`
) AS `t26`
