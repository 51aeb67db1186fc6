WITH `t29` AS (
  SELECT
    `t28`.`person_id`,
    `t28`.`unit_id`,
    `t28`.`call`,
    `t28`.`ref`
  FROM (
    SELECT
      `t8`.`person_id`,
      `t8`.`unit_id`,
      `t23`.`call`,
      `t23`.`next_call`,
      `t27`.`start`,
      `t27`.`ref`
    FROM (
      SELECT
        `t0`.`person_id`,
        `t0`.`unit_id`
      FROM `facts`.`people` AS `t0`
    ) AS `t8`
    INNER JOIN (
      SELECT
        `t15`.`unit_id`,
        `t15`.`call`,
        `t15`.`next_call`
      FROM (
        SELECT
          `t10`.`unit_id`,
          `t10`.`call`,
          `t10`.`refs`,
          `t10`.`asked`,
          `t10`.`next_call`
        FROM (
          SELECT
            *
          FROM `run`.`call` AS `t1`
          WHERE
            `t1`.`provision` = 'M01-1'
        ) AS `t10`
      ) AS `t15`
    ) AS `t23`
      ON `t8`.`unit_id` = `t23`.`unit_id`
    INNER JOIN (
      SELECT
        `t24`.`person_id`,
        `t24`.`start`,
        CONCAT(
          'spells:',
          CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t24`.`spell_id`, ''), '%', '%25'), ';', '%3B'))
        ) AS `ref`
      FROM (
        SELECT
          *
        FROM (
          SELECT
            `t2`.`spell_id`,
            `t2`.`person_id`,
            `t2`.`post_id`,
            `t2`.`arranged_by`,
            `t2`.`mission`,
            `t2`.`aid_place`,
            `t2`.`treats_confirmed`,
            DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t2`.`start_date`) AS `start`,
            DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t2`.`end_date`) AS `end_date`
          FROM `facts`.`spells` AS `t2`
        ) AS `t11`
        WHERE
          `t11`.`start` <= AS_OF()
      ) AS `t24`
      LEFT SEMI JOIN (
        SELECT
          `t3`.`post_id`
        FROM `facts`.`posts` AS `t3`
        WHERE
          `t3`.`kind` IN ('grid', 'screening', 'patrol', 'checkpoint', 'key_visit')
      ) AS `t16`
        ON `t24`.`post_id` = `t16`.`post_id`
    ) AS `t27`
      ON `t8`.`person_id` = `t27`.`person_id`
  ) AS `t28`
  WHERE
    `t28`.`start` >= `t28`.`call`
    AND (
      (
        `t28`.`next_call` IS NULL
      ) OR (
        `t28`.`start` < `t28`.`next_call`
      )
    )
), `t40` AS (
  SELECT
    `t39`.`unit_id`,
    `t39`.`call`,
    `t39`.`refs`,
    `t39`.`asked`,
    `t39`.`next_call`,
    `t39`.`people`,
    `t39`.`heads`,
    `t39`.`cap`,
    IF(`t39`.`asked` IS NOT NULL, LEAST(`t39`.`asked`, `t39`.`cap`), NULL) AS `amount`
  FROM (
    SELECT
      `t38`.`unit_id`,
      `t38`.`call`,
      `t38`.`refs`,
      `t38`.`asked`,
      `t38`.`next_call`,
      COALESCE(`t38`.`people`, 0) AS `people`,
      `t38`.`heads`,
      CAST(FLOOR((
        COALESCE(`t38`.`heads`, 0) * PARAM('mobilise.unit_share_max')
      ) / (
        100
      )) AS BIGINT) AS `cap`
    FROM (
      SELECT
        `t37`.`unit_id`,
        `t37`.`call`,
        `t37`.`refs`,
        `t37`.`asked`,
        `t37`.`next_call`,
        `t37`.`people`,
        `t37`.`heads`
      FROM (
        SELECT
          `t36`.`unit_id`,
          `t36`.`call`,
          `t36`.`refs`,
          `t36`.`asked`,
          `t36`.`next_call`,
          `t36`.`people`,
          `t9`.`unit_id` AS `unit_id_right`,
          `t9`.`heads`
        FROM (
          SELECT
            `t34`.`unit_id`,
            `t34`.`call`,
            `t34`.`refs`,
            `t34`.`asked`,
            `t34`.`next_call`,
            `t34`.`people`
          FROM (
            SELECT
              `t19`.`unit_id`,
              `t19`.`call`,
              `t19`.`refs`,
              `t19`.`asked`,
              `t19`.`next_call`,
              `t33`.`unit_id` AS `unit_id_right`,
              `t33`.`call` AS `call_right`,
              `t33`.`people`
            FROM (
              SELECT
                `t10`.`unit_id`,
                `t10`.`call`,
                `t10`.`refs`,
                `t10`.`asked`,
                `t10`.`next_call`
              FROM (
                SELECT
                  *
                FROM `run`.`call` AS `t1`
                WHERE
                  `t1`.`provision` = 'M01-1'
              ) AS `t10`
            ) AS `t19`
            LEFT OUTER JOIN (
              SELECT
                `t30`.`unit_id`,
                `t30`.`call`,
                COUNT(DISTINCT `t30`.`person_id`) AS `people`
              FROM `t29` AS `t30`
              GROUP BY
                1,
                2
            ) AS `t33`
              ON `t19`.`unit_id` = `t33`.`unit_id` AND `t19`.`call` = `t33`.`call`
          ) AS `t34`
        ) AS `t36`
        LEFT OUTER JOIN (
          SELECT
            `t0`.`unit_id`,
            COUNT(*) AS `heads`
          FROM `facts`.`people` AS `t0`
          GROUP BY
            1
        ) AS `t9`
          ON `t36`.`unit_id` = `t9`.`unit_id`
      ) AS `t37`
    ) AS `t38`
  ) AS `t39`
), `t47` AS (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      `t25`.`person_id`
    FROM (
      SELECT
        `t0`.`person_id`,
        `t0`.`unit_id`,
        CONCAT(
          'people:',
          CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t0`.`person_id`, ''), '%', '%25'), ';', '%3B'))
        ) AS `ref`
      FROM `facts`.`people` AS `t0`
      WHERE
        `t0`.`party` IN ('member', 'probationary')
    ) AS `t25`
    INNER JOIN (
      SELECT
        `t41`.`unit_id`,
        `t41`.`call`
      FROM `t40` AS `t41`
      WHERE
        (
          `t41`.`amount` IS NULL
        ) OR (
          `t41`.`amount` > 0
        )
    ) AS `t45`
      ON `t25`.`unit_id` = `t45`.`unit_id`
  ) AS `t46`
), `t79` AS (
  SELECT
    `t78`.`unit_id`,
    `t78`.`call`,
    `t78`.`refs`,
    `t78`.`asked`,
    `t78`.`next_call`,
    `t78`.`people`,
    `t78`.`heads`,
    `t78`.`cap`,
    `t78`.`amount`,
    `t78`.`members`,
    `t78`.`member_refs`,
    CONCAT_WS(
      '|',
      COALESCE('M01-1', ''),
      COALESCE('unit', ''),
      COALESCE(`t78`.`unit_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t78`.`call` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M01-1' AS `provision`,
    CAST(1 AS BIGINT) AS `measure`,
    'MUST' AS `modality`,
    'unit' AS `subject_kind`,
    `t78`.`unit_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t78`.`call` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(NULL AS DATE) AS `period_end`,
    CAST(`t78`.`amount` AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    IF(
      `t78`.`asked` IS NOT NULL,
      CAST(LEAST(`t78`.`people`, `t78`.`amount`) AS DECIMAL(18, 4)),
      NULL
    ) AS `quantity_met`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t78`.`call` + PARAM('mobilise.respond_within') AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `due_on`,
    `t78`.`unit_id` AS `owner_unit_id`,
    IF(
      `t78`.`asked` IS NOT NULL,
      CASE
        WHEN `t78`.`people` >= `t78`.`amount`
        THEN 'met'
        WHEN NOT (
          AS_OF() <= (
            `t78`.`call` + PARAM('mobilise.respond_within')
          )
        )
        THEN 'overdue'
        ELSE 'owed'
      END,
      'unknown'
    ) AS `state`,
    IF(`t78`.`asked` IS NOT NULL, CAST(NULL AS STRING), 'quantity') AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    IF(`t78`.`asked` IS NOT NULL, TRUE, NULL) AS `holds_people_asked`,
    `t78`.`asked` <= `t78`.`cap` AS `holds_within_share`,
    `t78`.`members` > 0 AS `holds_members_free`,
    `t78`.`people` >= `t78`.`amount` AS `holds_people_sent`,
    AS_OF() <= (
      `t78`.`call` + PARAM('mobilise.respond_within')
    ) AS `holds_within_due_day`,
    CAST(CAST(`t78`.`asked` AS DECIMAL(18, 4)) AS STRING) AS `value_people_asked`,
    CAST(`t78`.`cap` AS STRING) AS `value_within_share`,
    CAST(`t78`.`members` AS STRING) AS `value_members_free`,
    CAST(`t78`.`people` AS STRING) AS `value_people_sent`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t78`.`call` + PARAM('mobilise.respond_within') AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_within_due_day`,
    `t78`.`refs` AS `refs_people_asked`,
    `t78`.`member_refs` AS `refs_members_free`
  FROM (
    SELECT
      `t77`.`unit_id`,
      `t77`.`call`,
      `t77`.`refs`,
      `t77`.`asked`,
      `t77`.`next_call`,
      `t77`.`people`,
      `t77`.`heads`,
      `t77`.`cap`,
      `t77`.`amount`,
      COALESCE(`t77`.`members`, 0) AS `members`,
      `t77`.`member_refs`
    FROM (
      SELECT
        `t76`.`unit_id`,
        `t76`.`call`,
        `t76`.`refs`,
        `t76`.`asked`,
        `t76`.`next_call`,
        `t76`.`people`,
        `t76`.`heads`,
        `t76`.`cap`,
        `t76`.`amount`,
        `t76`.`members`,
        `t76`.`member_refs`
      FROM (
        SELECT
          `t44`.`unit_id`,
          `t44`.`call`,
          `t44`.`refs`,
          `t44`.`asked`,
          `t44`.`next_call`,
          `t44`.`people`,
          `t44`.`heads`,
          `t44`.`cap`,
          `t44`.`amount`,
          `t75`.`unit_id` AS `unit_id_right`,
          `t75`.`call` AS `call_right`,
          `t75`.`members`,
          `t75`.`member_refs`
        FROM (
          SELECT
            *
          FROM `t40` AS `t41`
          WHERE
            (
              `t41`.`amount` IS NULL
            ) OR (
              `t41`.`amount` > 0
            )
        ) AS `t44`
        LEFT OUTER JOIN (
          SELECT
            `t73`.`unit_id`,
            `t73`.`call`,
            COUNT(*) AS `members`,
            ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(IF(`t73`.`place` < 20, `t73`.`ref`, NULL))), ';') AS `member_refs`
          FROM (
            SELECT
              `t72`.`person_id`,
              `t72`.`unit_id`,
              `t72`.`ref`,
              `t72`.`call`,
              ROW_NUMBER() OVER (
                PARTITION BY `t72`.`unit_id`, `t72`.`call`
                ORDER BY `t72`.`person_id` ASC NULLS LAST
              ) - 1 AS `place`
            FROM (
              SELECT
                `t25`.`person_id`,
                `t25`.`unit_id`,
                `t25`.`ref`,
                `t45`.`call`
              FROM (
                SELECT
                  `t0`.`person_id`,
                  `t0`.`unit_id`,
                  CONCAT(
                    'people:',
                    CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t0`.`person_id`, ''), '%', '%25'), ';', '%3B'))
                  ) AS `ref`
                FROM `facts`.`people` AS `t0`
                WHERE
                  `t0`.`party` IN ('member', 'probationary')
              ) AS `t25`
              INNER JOIN (
                SELECT
                  `t41`.`unit_id`,
                  `t41`.`call`
                FROM `t40` AS `t41`
                WHERE
                  (
                    `t41`.`amount` IS NULL
                  ) OR (
                    `t41`.`amount` > 0
                  )
              ) AS `t45`
                ON `t25`.`unit_id` = `t45`.`unit_id`
              LEFT ANTI JOIN (
                SELECT
                  *
                FROM (
                  SELECT
                    `t68`.`person_id`
                  FROM (
                    SELECT
                      `t51`.`person_id`,
                      `t51`.`on_day`,
                      `t67`.`first`,
                      `t67`.`last`
                    FROM (
                      SELECT
                        `t48`.`person_id`,
                        AS_OF() AS `on_day`
                      FROM `t47` AS `t48`
                    ) AS `t51`
                    INNER JOIN (
                      SELECT
                        `t65`.`person_id`,
                        `t65`.`start` AS `first`,
                        COALESCE(`t65`.`end`, AS_OF()) AS `last`
                      FROM (
                        SELECT
                          `t64`.`spell_id`,
                          `t64`.`person_id`,
                          `t64`.`post_id`,
                          `t64`.`arranged_by`,
                          `t64`.`mission`,
                          `t64`.`aid_place`,
                          `t64`.`treats_confirmed`,
                          `t64`.`start`,
                          `t64`.`end_date`,
                          `t64`.`released`,
                          LEAST(
                            COALESCE(IF(`t64`.`end_date` <= AS_OF(), `t64`.`end_date`, NULL), `t64`.`released`),
                            COALESCE(`t64`.`released`, IF(`t64`.`end_date` <= AS_OF(), `t64`.`end_date`, NULL))
                          ) AS `end`
                        FROM (
                          SELECT
                            `t63`.`spell_id`,
                            `t63`.`person_id`,
                            `t63`.`post_id`,
                            `t63`.`arranged_by`,
                            `t63`.`mission`,
                            `t63`.`aid_place`,
                            `t63`.`treats_confirmed`,
                            `t63`.`start`,
                            `t63`.`end_date`,
                            `t63`.`released`
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
                              `t62`.`spell_id` AS `spell_id_right`,
                              `t62`.`released`
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  `t2`.`spell_id`,
                                  `t2`.`person_id`,
                                  `t2`.`post_id`,
                                  `t2`.`arranged_by`,
                                  `t2`.`mission`,
                                  `t2`.`aid_place`,
                                  `t2`.`treats_confirmed`,
                                  DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t2`.`start_date`) AS `start`,
                                  DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t2`.`end_date`) AS `end_date`
                                FROM `facts`.`spells` AS `t2`
                              ) AS `t11`
                              WHERE
                                `t11`.`start` <= AS_OF()
                            ) AS `t24`
                            LEFT SEMI JOIN `t47` AS `t49`
                              ON `t24`.`person_id` = `t49`.`person_id`
                            LEFT OUTER JOIN (
                              SELECT
                                `t60`.`spell_id`,
                                MIN(`t60`.`release_day`) AS `released`
                              FROM (
                                SELECT
                                  *
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
                                    `t58`.`release_day`
                                  FROM (
                                    SELECT
                                      *
                                    FROM (
                                      SELECT
                                        `t2`.`spell_id`,
                                        `t2`.`person_id`,
                                        `t2`.`post_id`,
                                        `t2`.`arranged_by`,
                                        `t2`.`mission`,
                                        `t2`.`aid_place`,
                                        `t2`.`treats_confirmed`,
                                        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t2`.`start_date`) AS `start`,
                                        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t2`.`end_date`) AS `end_date`
                                      FROM `facts`.`spells` AS `t2`
                                    ) AS `t11`
                                    WHERE
                                      `t11`.`start` <= AS_OF()
                                  ) AS `t24`
                                  LEFT SEMI JOIN `t47` AS `t49`
                                    ON `t24`.`person_id` = `t49`.`person_id`
                                  INNER JOIN (
                                    SELECT
                                      `t56`.`person_id`,
                                      `t56`.`day` AS `release_day`
                                    FROM (
                                      SELECT DISTINCT
                                        *
                                      FROM (
                                        SELECT
                                          *
                                        FROM (
                                          SELECT
                                            `t18`.`person_id`,
                                            `t18`.`day`
                                          FROM (
                                            SELECT
                                              `t5`.`person_id`,
                                              DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t5`.`date`) AS `day`
                                            FROM `facts`.`declarations` AS `t5`
                                            WHERE
                                              `t5`.`kind` = 'release'
                                          ) AS `t18`
                                          LEFT SEMI JOIN `t47` AS `t49`
                                            ON `t18`.`person_id` = `t49`.`person_id`
                                        ) AS `t52`
                                        WHERE
                                          `t52`.`day` <= AS_OF()
                                      ) AS `t54`
                                    ) AS `t56`
                                  ) AS `t58`
                                    ON `t24`.`person_id` = `t58`.`person_id`
                                ) AS `t59`
                                WHERE
                                  `t59`.`release_day` >= `t59`.`start`
                              ) AS `t60`
                              GROUP BY
                                1
                            ) AS `t62`
                              ON `t24`.`spell_id` = `t62`.`spell_id`
                          ) AS `t63`
                        ) AS `t64`
                      ) AS `t65`
                    ) AS `t67`
                      ON `t51`.`person_id` = `t67`.`person_id`
                  ) AS `t68`
                  WHERE
                    `t68`.`first` <= `t68`.`on_day` AND `t68`.`last` >= `t68`.`on_day`
                ) AS `t69`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    `t53`.`person_id`
                  FROM (
                    SELECT
                      `t51`.`person_id`,
                      `t51`.`on_day`,
                      `t17`.`first`,
                      `t17`.`last`
                    FROM (
                      SELECT
                        `t48`.`person_id`,
                        AS_OF() AS `on_day`
                      FROM `t47` AS `t48`
                    ) AS `t51`
                    INNER JOIN (
                      SELECT
                        `t4`.`person_id`,
                        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t4`.`start_date`) AS `first`,
                        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t4`.`end_date`) AS `last`
                      FROM `facts`.`absences` AS `t4`
                      WHERE
                        `t4`.`kind` IN ('sick', 'injury', 'quarantine', 'forced')
                    ) AS `t17`
                      ON `t51`.`person_id` = `t17`.`person_id`
                  ) AS `t53`
                  WHERE
                    `t53`.`first` <= `t53`.`on_day` AND `t53`.`last` >= `t53`.`on_day`
                ) AS `t55`
              ) AS `t71`
                ON `t25`.`person_id` = `t71`.`person_id`
            ) AS `t72`
          ) AS `t73`
          GROUP BY
            1,
            2
        ) AS `t75`
          ON `t44`.`unit_id` = `t75`.`unit_id` AND `t44`.`call` = `t75`.`call`
      ) AS `t76`
    ) AS `t77`
  ) AS `t78`
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t80`.`obligation_id`,
      'members_free' AS `criterion`,
      `t80`.`holds_members_free` AS `holds`,
      `t80`.`value_members_free` AS `value`,
      COALESCE(`t80`.`refs_members_free`, '') AS `fact_refs`
    FROM `t79` AS `t80`
  ) AS `t85`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t86`.`obligation_id`,
      `t86`.`criterion`,
      `t86`.`holds`,
      `t86`.`value`,
      COALESCE(`t93`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t80`.`obligation_id`,
        'people_sent' AS `criterion`,
        `t80`.`holds_people_sent` AS `holds`,
        `t80`.`value_people_sent` AS `value`
      FROM `t79` AS `t80`
    ) AS `t86`
    LEFT OUTER JOIN (
      SELECT
        `t91`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t91`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t81`.`obligation_id`,
            `t31`.`ref`
          FROM `t79` AS `t81`
          INNER JOIN `t29` AS `t31`
            ON `t81`.`unit_id` = `t31`.`unit_id` AND `t81`.`call` = `t31`.`call`
        ) AS `t90`
      ) AS `t91`
      GROUP BY
        1
    ) AS `t93`
      ON `t86`.`obligation_id` = `t93`.`obligation_id`
  ) AS `t94`
) AS `t95`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t80`.`obligation_id`,
      'within_due_day' AS `criterion`,
      `t80`.`holds_within_due_day` AS `holds`,
      `t80`.`value_within_due_day` AS `value`,
      '' AS `fact_refs`
    FROM `t79` AS `t80`
  ) AS `t82`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t80`.`obligation_id`,
        'people_asked' AS `criterion`,
        `t80`.`holds_people_asked` AS `holds`,
        `t80`.`value_people_asked` AS `value`,
        COALESCE(`t80`.`refs_people_asked`, '') AS `fact_refs`
      FROM `t79` AS `t80`
    ) AS `t87`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t80`.`obligation_id`,
        'within_share' AS `criterion`,
        `t80`.`holds_within_share` AS `holds`,
        `t80`.`value_within_share` AS `value`,
        '' AS `fact_refs`
      FROM `t79` AS `t80`
    ) AS `t83`
  ) AS `t88`
) AS `t89`
