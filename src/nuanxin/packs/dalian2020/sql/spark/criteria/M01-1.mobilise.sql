WITH `t28` AS (
  SELECT
    `t27`.`person_id`,
    `t27`.`unit_id`,
    `t27`.`call`,
    `t27`.`spell` AS `ref`
  FROM (
    SELECT
      `t8`.`person_id`,
      `t8`.`unit_id`,
      `t19`.`call`,
      `t19`.`refs`,
      `t19`.`asked`,
      `t19`.`next_call`,
      `t26`.`start`,
      `t26`.`spell`
    FROM (
      SELECT
        `t0`.`person_id`,
        `t0`.`unit_id`
      FROM `facts`.`people` AS `t0`
    ) AS `t8`
    INNER JOIN (
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
      ON `t8`.`unit_id` = `t19`.`unit_id`
    INNER JOIN (
      SELECT
        `t23`.`person_id`,
        `t23`.`start`,
        CONCAT(
          'spells:',
          CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t23`.`spell_id`, ''), '%', '%25'), ';', '%3B'))
        ) AS `spell`
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
      ) AS `t23`
      LEFT SEMI JOIN (
        SELECT
          `t3`.`post_id`
        FROM `facts`.`posts` AS `t3`
        WHERE
          `t3`.`kind` IN ('grid', 'screening', 'patrol', 'checkpoint', 'key_visit')
      ) AS `t16`
        ON `t23`.`post_id` = `t16`.`post_id`
    ) AS `t26`
      ON `t8`.`person_id` = `t26`.`person_id`
  ) AS `t27`
  WHERE
    `t27`.`start` >= `t27`.`call`
    AND (
      (
        `t27`.`next_call` IS NULL
      ) OR (
        `t27`.`start` < `t27`.`next_call`
      )
    )
), `t39` AS (
  SELECT
    `t38`.`unit_id`,
    `t38`.`call`,
    `t38`.`refs`,
    `t38`.`asked`,
    `t38`.`next_call`,
    `t38`.`people`,
    `t38`.`heads`,
    `t38`.`cap`,
    IF(`t38`.`asked` IS NOT NULL, LEAST(`t38`.`asked`, `t38`.`cap`), NULL) AS `amount`
  FROM (
    SELECT
      `t37`.`unit_id`,
      `t37`.`call`,
      `t37`.`refs`,
      `t37`.`asked`,
      `t37`.`next_call`,
      COALESCE(`t37`.`people`, 0) AS `people`,
      `t37`.`heads`,
      CAST((
        (
          COALESCE(`t37`.`heads`, 0) * PARAM('mobilise.unit_share_max')
        ) - (
          (
            COALESCE(`t37`.`heads`, 0) * PARAM('mobilise.unit_share_max')
          ) % 100
        )
      ) / 100 AS BIGINT) AS `cap`
    FROM (
      SELECT
        `t36`.`unit_id`,
        `t36`.`call`,
        `t36`.`refs`,
        `t36`.`asked`,
        `t36`.`next_call`,
        `t36`.`people`,
        `t36`.`heads`
      FROM (
        SELECT
          `t35`.`unit_id`,
          `t35`.`call`,
          `t35`.`refs`,
          `t35`.`asked`,
          `t35`.`next_call`,
          `t35`.`people`,
          `t9`.`unit_id` AS `unit_id_right`,
          `t9`.`heads`
        FROM (
          SELECT
            `t33`.`unit_id`,
            `t33`.`call`,
            `t33`.`refs`,
            `t33`.`asked`,
            `t33`.`next_call`,
            `t33`.`people`
          FROM (
            SELECT
              `t20`.`unit_id`,
              `t20`.`call`,
              `t20`.`refs`,
              `t20`.`asked`,
              `t20`.`next_call`,
              `t32`.`unit_id` AS `unit_id_right`,
              `t32`.`call` AS `call_right`,
              `t32`.`people`
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
            ) AS `t20`
            LEFT OUTER JOIN (
              SELECT
                `t29`.`unit_id`,
                `t29`.`call`,
                COUNT(DISTINCT `t29`.`person_id`) AS `people`
              FROM `t28` AS `t29`
              GROUP BY
                1,
                2
            ) AS `t32`
              ON `t20`.`unit_id` = `t32`.`unit_id` AND `t20`.`call` = `t32`.`call`
          ) AS `t33`
        ) AS `t35`
        LEFT OUTER JOIN (
          SELECT
            `t0`.`unit_id`,
            COUNT(*) AS `heads`
          FROM `facts`.`people` AS `t0`
          GROUP BY
            1
        ) AS `t9`
          ON `t35`.`unit_id` = `t9`.`unit_id`
      ) AS `t36`
    ) AS `t37`
  ) AS `t38`
), `t46` AS (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      `t24`.`person_id`
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
    ) AS `t24`
    INNER JOIN (
      SELECT
        `t40`.`unit_id`,
        `t40`.`call`
      FROM `t39` AS `t40`
      WHERE
        (
          `t40`.`amount` IS NULL
        ) OR (
          `t40`.`amount` > 0
        )
    ) AS `t44`
      ON `t24`.`unit_id` = `t44`.`unit_id`
  ) AS `t45`
), `t78` AS (
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
    `t77`.`members`,
    `t77`.`member_refs`,
    CONCAT_WS(
      '|',
      COALESCE('M01-1', ''),
      COALESCE('unit', ''),
      COALESCE(`t77`.`unit_id`, ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t77`.`call` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING),
        ''
      )
    ) AS `obligation_id`,
    'M01-1' AS `provision`,
    CAST(1 AS BIGINT) AS `measure`,
    'MUST' AS `modality`,
    'unit' AS `subject_kind`,
    `t77`.`unit_id` AS `subject_id`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t77`.`call` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `period_start`,
    CAST(NULL AS DATE) AS `period_end`,
    CAST(`t77`.`amount` AS DECIMAL(18, 4)) AS `quantity`,
    'count' AS `quantity_unit`,
    IF(
      `t77`.`asked` IS NOT NULL,
      CAST(LEAST(`t77`.`people`, `t77`.`amount`) AS DECIMAL(18, 4)),
      NULL
    ) AS `quantity_met`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t77`.`call` + PARAM('mobilise.respond_within') AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `due_on`,
    `t77`.`unit_id` AS `owner_unit_id`,
    IF(
      `t77`.`asked` IS NOT NULL,
      CASE
        WHEN `t77`.`people` >= `t77`.`amount`
        THEN 'met'
        WHEN NOT (
          AS_OF() <= (
            `t77`.`call` + PARAM('mobilise.respond_within')
          )
        )
        THEN 'overdue'
        ELSE 'owed'
      END,
      'unknown'
    ) AS `state`,
    IF(`t77`.`asked` IS NOT NULL, CAST(NULL AS STRING), 'quantity') AS `missing`,
    CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `as_of`,
    IF(`t77`.`asked` IS NOT NULL, TRUE, NULL) AS `holds_people_asked`,
    `t77`.`asked` <= `t77`.`cap` AS `holds_within_share`,
    `t77`.`members` > 0 AS `holds_members_free`,
    `t77`.`people` >= `t77`.`amount` AS `holds_people_sent`,
    AS_OF() <= (
      `t77`.`call` + PARAM('mobilise.respond_within')
    ) AS `holds_within_due_day`,
    CAST(CAST(`t77`.`asked` AS DECIMAL(18, 4)) AS STRING) AS `value_people_asked`,
    CAST(`t77`.`cap` AS STRING) AS `value_within_share`,
    CAST(`t77`.`members` AS STRING) AS `value_members_free`,
    CAST(`t77`.`people` AS STRING) AS `value_people_sent`,
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t77`.`call` + PARAM('mobilise.respond_within') AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS STRING) AS `value_within_due_day`,
    `t77`.`refs` AS `refs_people_asked`,
    `t77`.`member_refs` AS `refs_members_free`
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
      COALESCE(`t76`.`members`, 0) AS `members`,
      `t76`.`member_refs`
    FROM (
      SELECT
        `t75`.`unit_id`,
        `t75`.`call`,
        `t75`.`refs`,
        `t75`.`asked`,
        `t75`.`next_call`,
        `t75`.`people`,
        `t75`.`heads`,
        `t75`.`cap`,
        `t75`.`amount`,
        `t75`.`members`,
        `t75`.`member_refs`
      FROM (
        SELECT
          `t43`.`unit_id`,
          `t43`.`call`,
          `t43`.`refs`,
          `t43`.`asked`,
          `t43`.`next_call`,
          `t43`.`people`,
          `t43`.`heads`,
          `t43`.`cap`,
          `t43`.`amount`,
          `t74`.`unit_id` AS `unit_id_right`,
          `t74`.`call` AS `call_right`,
          `t74`.`members`,
          `t74`.`member_refs`
        FROM (
          SELECT
            *
          FROM `t39` AS `t40`
          WHERE
            (
              `t40`.`amount` IS NULL
            ) OR (
              `t40`.`amount` > 0
            )
        ) AS `t43`
        LEFT OUTER JOIN (
          SELECT
            `t72`.`unit_id`,
            `t72`.`call`,
            COUNT(*) AS `members`,
            ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(IF(`t72`.`place` < 20, `t72`.`ref`, NULL))), ';') AS `member_refs`
          FROM (
            SELECT
              `t71`.`person_id`,
              `t71`.`unit_id`,
              `t71`.`ref`,
              `t71`.`call`,
              ROW_NUMBER() OVER (
                PARTITION BY `t71`.`unit_id`, `t71`.`call`
                ORDER BY `t71`.`person_id` ASC NULLS LAST
              ) - 1 AS `place`
            FROM (
              SELECT
                `t24`.`person_id`,
                `t24`.`unit_id`,
                `t24`.`ref`,
                `t44`.`call`
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
              ) AS `t24`
              INNER JOIN (
                SELECT
                  `t40`.`unit_id`,
                  `t40`.`call`
                FROM `t39` AS `t40`
                WHERE
                  (
                    `t40`.`amount` IS NULL
                  ) OR (
                    `t40`.`amount` > 0
                  )
              ) AS `t44`
                ON `t24`.`unit_id` = `t44`.`unit_id`
              LEFT ANTI JOIN (
                SELECT
                  *
                FROM (
                  SELECT
                    `t67`.`person_id`
                  FROM (
                    SELECT
                      `t50`.`person_id`,
                      `t50`.`on_day`,
                      `t66`.`first`,
                      `t66`.`last`
                    FROM (
                      SELECT
                        `t47`.`person_id`,
                        AS_OF() AS `on_day`
                      FROM `t46` AS `t47`
                    ) AS `t50`
                    INNER JOIN (
                      SELECT
                        `t64`.`person_id`,
                        `t64`.`start` AS `first`,
                        COALESCE(`t64`.`end`, AS_OF()) AS `last`
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
                          `t63`.`released`,
                          `t63`.`round`,
                          LEAST(
                            COALESCE(IF(`t63`.`end_date` <= AS_OF(), `t63`.`end_date`, NULL), `t63`.`released`),
                            COALESCE(`t63`.`released`, IF(`t63`.`end_date` <= AS_OF(), `t63`.`end_date`, NULL))
                          ) AS `end`
                        FROM (
                          SELECT
                            `t62`.`spell_id`,
                            `t62`.`person_id`,
                            `t62`.`post_id`,
                            `t62`.`arranged_by`,
                            `t62`.`mission`,
                            `t62`.`aid_place`,
                            `t62`.`treats_confirmed`,
                            `t62`.`start`,
                            `t62`.`end_date`,
                            `t62`.`released`,
                            COALESCE(`t62`.`round`, 0) AS `round`
                          FROM (
                            SELECT
                              `t61`.`spell_id`,
                              `t61`.`person_id`,
                              `t61`.`post_id`,
                              `t61`.`arranged_by`,
                              `t61`.`mission`,
                              `t61`.`aid_place`,
                              `t61`.`treats_confirmed`,
                              `t61`.`start`,
                              `t61`.`end_date`,
                              `t61`.`released`,
                              `t61`.`round`
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
                                `t60`.`spell_id` AS `spell_id_right`,
                                `t60`.`released`,
                                `t60`.`round`
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
                              ) AS `t23`
                              LEFT SEMI JOIN `t46` AS `t48`
                                ON `t23`.`person_id` = `t48`.`person_id`
                              LEFT OUTER JOIN (
                                SELECT
                                  `t58`.`spell_id`,
                                  MIN(IF(`t58`.`release_day` >= `t58`.`start`, `t58`.`release_day`, NULL)) AS `released`,
                                  COUNT(IF(`t58`.`release_day` < `t58`.`start`, `t58`.`release_day`, NULL)) AS `round`
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
                                    `t57`.`release_day`
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
                                  ) AS `t23`
                                  LEFT SEMI JOIN `t46` AS `t48`
                                    ON `t23`.`person_id` = `t48`.`person_id`
                                  INNER JOIN (
                                    SELECT
                                      `t55`.`person_id`,
                                      `t55`.`day` AS `release_day`
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
                                          LEFT SEMI JOIN `t46` AS `t48`
                                            ON `t18`.`person_id` = `t48`.`person_id`
                                        ) AS `t51`
                                        WHERE
                                          `t51`.`day` <= AS_OF()
                                      ) AS `t53`
                                    ) AS `t55`
                                  ) AS `t57`
                                    ON `t23`.`person_id` = `t57`.`person_id`
                                ) AS `t58`
                                GROUP BY
                                  1
                              ) AS `t60`
                                ON `t23`.`spell_id` = `t60`.`spell_id`
                            ) AS `t61`
                          ) AS `t62`
                        ) AS `t63`
                      ) AS `t64`
                    ) AS `t66`
                      ON `t50`.`person_id` = `t66`.`person_id`
                  ) AS `t67`
                  WHERE
                    `t67`.`first` <= `t67`.`on_day` AND `t67`.`last` >= `t67`.`on_day`
                ) AS `t68`
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    `t52`.`person_id`
                  FROM (
                    SELECT
                      `t50`.`person_id`,
                      `t50`.`on_day`,
                      `t17`.`first`,
                      `t17`.`last`
                    FROM (
                      SELECT
                        `t47`.`person_id`,
                        AS_OF() AS `on_day`
                      FROM `t46` AS `t47`
                    ) AS `t50`
                    INNER JOIN (
                      SELECT
                        `t4`.`person_id`,
                        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t4`.`start_date`) AS `first`,
                        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t4`.`end_date`) AS `last`
                      FROM `facts`.`absences` AS `t4`
                      WHERE
                        `t4`.`kind` IN ('sick', 'injury', 'quarantine', 'forced')
                    ) AS `t17`
                      ON `t50`.`person_id` = `t17`.`person_id`
                  ) AS `t52`
                  WHERE
                    `t52`.`first` <= `t52`.`on_day` AND `t52`.`last` >= `t52`.`on_day`
                ) AS `t54`
              ) AS `t70`
                ON `t24`.`person_id` = `t70`.`person_id`
            ) AS `t71`
          ) AS `t72`
          GROUP BY
            1,
            2
        ) AS `t74`
          ON `t43`.`unit_id` = `t74`.`unit_id` AND `t43`.`call` = `t74`.`call`
      ) AS `t75`
    ) AS `t76`
  ) AS `t77`
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t79`.`obligation_id`,
      'members_free' AS `criterion`,
      `t79`.`holds_members_free` AS `holds`,
      `t79`.`value_members_free` AS `value`,
      COALESCE(`t79`.`refs_members_free`, '') AS `fact_refs`
    FROM `t78` AS `t79`
  ) AS `t84`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t85`.`obligation_id`,
      `t85`.`criterion`,
      `t85`.`holds`,
      `t85`.`value`,
      COALESCE(`t92`.`fact_refs`, '') AS `fact_refs`
    FROM (
      SELECT
        `t79`.`obligation_id`,
        'people_sent' AS `criterion`,
        `t79`.`holds_people_sent` AS `holds`,
        `t79`.`value_people_sent` AS `value`
      FROM `t78` AS `t79`
    ) AS `t85`
    LEFT OUTER JOIN (
      SELECT
        `t90`.`obligation_id`,
        ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t90`.`ref`)), ';') AS `fact_refs`
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            `t80`.`obligation_id`,
            `t30`.`ref`
          FROM `t78` AS `t80`
          INNER JOIN `t28` AS `t30`
            ON `t80`.`unit_id` = `t30`.`unit_id` AND `t80`.`call` = `t30`.`call`
        ) AS `t89`
      ) AS `t90`
      GROUP BY
        1
    ) AS `t92`
      ON `t85`.`obligation_id` = `t92`.`obligation_id`
  ) AS `t93`
) AS `t94`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t79`.`obligation_id`,
      'within_due_day' AS `criterion`,
      `t79`.`holds_within_due_day` AS `holds`,
      `t79`.`value_within_due_day` AS `value`,
      '' AS `fact_refs`
    FROM `t78` AS `t79`
  ) AS `t81`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t79`.`obligation_id`,
        'people_asked' AS `criterion`,
        `t79`.`holds_people_asked` AS `holds`,
        `t79`.`value_people_asked` AS `value`,
        COALESCE(`t79`.`refs_people_asked`, '') AS `fact_refs`
      FROM `t78` AS `t79`
    ) AS `t86`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t79`.`obligation_id`,
        'within_share' AS `criterion`,
        `t79`.`holds_within_share` AS `holds`,
        `t79`.`value_within_share` AS `value`,
        '' AS `fact_refs`
      FROM `t78` AS `t79`
    ) AS `t82`
  ) AS `t87`
) AS `t88`
