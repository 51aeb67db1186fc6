WITH `t28` AS (
  SELECT
    `t24`.`person_id`,
    `t24`.`start`,
    `t24`.`last_day`,
    `t24`.`is_open`,
    `t12`.`is_medical`,
    `t12`.`is_cadre`,
    `t12`.`is_member`
  FROM (
    SELECT
      `t21`.`person_id`,
      `t21`.`start`,
      `t21`.`last_day`,
      `t21`.`is_open`
    FROM (
      SELECT
        `t18`.`person_id`,
        `t18`.`run`,
        MIN(`t18`.`start`) AS `start`,
        MAX(`t18`.`last_day`) AS `last_day`,
        BOOL_OR(`t18`.`is_open`) AS `is_open`
      FROM (
        SELECT
          `t15`.`person_id`,
          `t15`.`start`,
          `t15`.`last_day`,
          `t15`.`is_open`,
          `t15`.`begins`,
          COALESCE(
            SUM(CAST(`t15`.`begins` AS BIGINT)) OVER (
              PARTITION BY `t15`.`person_id`
              ORDER BY `t15`.`start` ASC NULLS LAST, `t15`.`last_day` ASC NULLS LAST
              RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            ),
            0
          ) AS `run`
        FROM (
          SELECT
            `t10`.`person_id`,
            `t10`.`start`,
            `t10`.`last_day`,
            `t10`.`is_open`,
            `t10`.`start` > (
              MAX(`t10`.`last_day`) OVER (
                PARTITION BY `t10`.`person_id`
                ORDER BY `t10`.`start` ASC NULLS LAST, `t10`.`last_day` ASC NULLS LAST
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
              ) + 1
            ) AS `begins`
          FROM (
            SELECT
              `t3`.`person_id`,
              `t3`.`start`,
              `t3`.`last_day`,
              `t3`.`is_open`
            FROM `run`.`spell` AS `t3`
            LEFT SEMI JOIN `run`.`scope` AS `t4`
              ON `t3`.`person_id` = `t4`.`person_id`
          ) AS `t10`
        ) AS `t15`
      ) AS `t18`
      GROUP BY
        1,
        2
    ) AS `t21`
  ) AS `t24`
  INNER JOIN (
    SELECT
      `t6`.`person_id`,
      `t6`.`profession` IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health') AS `is_medical`,
      `t6`.`employment` IN (
        'civil_servant',
        'institution_staff',
        'grassroots_institution_staff',
        'community_cadre',
        'village_cadre'
      ) AS `is_cadre`,
      `t6`.`party` IN ('member', 'probationary') AS `is_member`
    FROM (
      SELECT
        *
      FROM `facts`.`people` AS `t0`
      WHERE
        IN_SCOPE(`t0`.`person_id`)
    ) AS `t6`
  ) AS `t12`
    ON `t24`.`person_id` = `t12`.`person_id`
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      'person' AS `subject_kind`,
      `t29`.`person_id` AS `subject_id`,
      'F3' AS `class`,
      CAST(NULL AS STRING) AS `detail`,
      CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t29`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `first_day`,
      CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t29`.`last_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `last_day`,
      CAST(NULL AS STRING) AS `missing`
    FROM `t28` AS `t29`
    WHERE
      `t29`.`is_medical`
  ) AS `t33`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      'person' AS `subject_kind`,
      `t26`.`person_id` AS `subject_id`,
      'F4' AS `class`,
      CAST(NULL AS STRING) AS `detail`,
      CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t26`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `first_day`,
      CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t26`.`last_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `last_day`,
      CAST(NULL AS STRING) AS `missing`
    FROM (
      SELECT
        `t23`.`person_id`,
        `t23`.`start`,
        `t23`.`last_day`,
        `t23`.`is_open`
      FROM (
        SELECT
          `t19`.`person_id`,
          `t19`.`run`,
          MIN(`t19`.`start`) AS `start`,
          MAX(`t19`.`last_day`) AS `last_day`,
          BOOL_OR(`t19`.`is_open`) AS `is_open`
        FROM (
          SELECT
            `t16`.`person_id`,
            `t16`.`start`,
            `t16`.`last_day`,
            `t16`.`is_open`,
            `t16`.`begins`,
            COALESCE(
              SUM(CAST(`t16`.`begins` AS BIGINT)) OVER (
                PARTITION BY `t16`.`person_id`
                ORDER BY `t16`.`start` ASC NULLS LAST, `t16`.`last_day` ASC NULLS LAST
                RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ),
              0
            ) AS `run`
          FROM (
            SELECT
              `t13`.`person_id`,
              `t13`.`start`,
              `t13`.`last_day`,
              `t13`.`is_open`,
              `t13`.`start` > (
                MAX(`t13`.`last_day`) OVER (
                  PARTITION BY `t13`.`person_id`
                  ORDER BY `t13`.`start` ASC NULLS LAST, `t13`.`last_day` ASC NULLS LAST
                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                ) + 1
              ) AS `begins`
            FROM (
              SELECT
                `t8`.`person_id`,
                `t8`.`start`,
                `t8`.`last_day`,
                `t8`.`is_open`
              FROM (
                SELECT
                  *
                FROM `run`.`spell` AS `t1`
                WHERE
                  `t1`.`is_treating`
              ) AS `t8`
              LEFT SEMI JOIN `run`.`scope` AS `t4`
                ON `t8`.`person_id` = `t4`.`person_id`
            ) AS `t13`
          ) AS `t16`
        ) AS `t19`
        GROUP BY
          1,
          2
      ) AS `t23`
    ) AS `t26`
  ) AS `t31`
) AS `t35`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      'person' AS `subject_kind`,
      `t27`.`person_id` AS `subject_id`,
      'F5' AS `class`,
      CAST(NULL AS STRING) AS `detail`,
      CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t27`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `first_day`,
      CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t27`.`last_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `last_day`,
      CAST(NULL AS STRING) AS `missing`
    FROM (
      SELECT
        `t25`.`person_id`,
        `t25`.`start`,
        `t25`.`last_day`,
        `t25`.`is_open`
      FROM (
        SELECT
          `t20`.`person_id`,
          `t20`.`run`,
          MIN(`t20`.`start`) AS `start`,
          MAX(`t20`.`last_day`) AS `last_day`,
          BOOL_OR(`t20`.`is_open`) AS `is_open`
        FROM (
          SELECT
            `t17`.`person_id`,
            `t17`.`start`,
            `t17`.`last_day`,
            `t17`.`is_open`,
            `t17`.`begins`,
            COALESCE(
              SUM(CAST(`t17`.`begins` AS BIGINT)) OVER (
                PARTITION BY `t17`.`person_id`
                ORDER BY `t17`.`start` ASC NULLS LAST, `t17`.`last_day` ASC NULLS LAST
                RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ),
              0
            ) AS `run`
          FROM (
            SELECT
              `t14`.`person_id`,
              `t14`.`start`,
              `t14`.`last_day`,
              `t14`.`is_open`,
              `t14`.`start` > (
                MAX(`t14`.`last_day`) OVER (
                  PARTITION BY `t14`.`person_id`
                  ORDER BY `t14`.`start` ASC NULLS LAST, `t14`.`last_day` ASC NULLS LAST
                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                ) + 1
              ) AS `begins`
            FROM (
              SELECT
                `t9`.`person_id`,
                `t9`.`start`,
                `t9`.`last_day`,
                `t9`.`is_open`
              FROM (
                SELECT
                  *
                FROM `run`.`spell` AS `t1`
                WHERE
                  `t1`.`is_medical` AND `t1`.`mission` = 'aid'
              ) AS `t9`
              LEFT SEMI JOIN `run`.`scope` AS `t4`
                ON `t9`.`person_id` = `t4`.`person_id`
            ) AS `t14`
          ) AS `t17`
        ) AS `t20`
        GROUP BY
          1,
          2
      ) AS `t25`
    ) AS `t27`
  ) AS `t32`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        'person' AS `subject_kind`,
        `t24`.`person_id` AS `subject_id`,
        'F1' AS `class`,
        CAST(NULL AS STRING) AS `detail`,
        CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t24`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `first_day`,
        CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t24`.`last_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `last_day`,
        CAST(NULL AS STRING) AS `missing`
      FROM (
        SELECT
          `t21`.`person_id`,
          `t21`.`start`,
          `t21`.`last_day`,
          `t21`.`is_open`
        FROM (
          SELECT
            `t18`.`person_id`,
            `t18`.`run`,
            MIN(`t18`.`start`) AS `start`,
            MAX(`t18`.`last_day`) AS `last_day`,
            BOOL_OR(`t18`.`is_open`) AS `is_open`
          FROM (
            SELECT
              `t15`.`person_id`,
              `t15`.`start`,
              `t15`.`last_day`,
              `t15`.`is_open`,
              `t15`.`begins`,
              COALESCE(
                SUM(CAST(`t15`.`begins` AS BIGINT)) OVER (
                  PARTITION BY `t15`.`person_id`
                  ORDER BY `t15`.`start` ASC NULLS LAST, `t15`.`last_day` ASC NULLS LAST
                  RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ),
                0
              ) AS `run`
            FROM (
              SELECT
                `t10`.`person_id`,
                `t10`.`start`,
                `t10`.`last_day`,
                `t10`.`is_open`,
                `t10`.`start` > (
                  MAX(`t10`.`last_day`) OVER (
                    PARTITION BY `t10`.`person_id`
                    ORDER BY `t10`.`start` ASC NULLS LAST, `t10`.`last_day` ASC NULLS LAST
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                  ) + 1
                ) AS `begins`
              FROM (
                SELECT
                  `t3`.`person_id`,
                  `t3`.`start`,
                  `t3`.`last_day`,
                  `t3`.`is_open`
                FROM `run`.`spell` AS `t3`
                LEFT SEMI JOIN `run`.`scope` AS `t4`
                  ON `t3`.`person_id` = `t4`.`person_id`
              ) AS `t10`
            ) AS `t15`
          ) AS `t18`
          GROUP BY
            1,
            2
        ) AS `t21`
      ) AS `t24`
      INNER JOIN (
        SELECT
          `t6`.`person_id`,
          `t6`.`profession` IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health') AS `is_medical`,
          `t6`.`employment` IN (
            'civil_servant',
            'institution_staff',
            'grassroots_institution_staff',
            'community_cadre',
            'village_cadre'
          ) AS `is_cadre`,
          `t6`.`party` IN ('member', 'probationary') AS `is_member`
        FROM (
          SELECT
            *
          FROM `facts`.`people` AS `t0`
          WHERE
            IN_SCOPE(`t0`.`person_id`)
        ) AS `t6`
      ) AS `t12`
        ON `t24`.`person_id` = `t12`.`person_id`
    ) AS `t30`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        'person' AS `subject_kind`,
        `t29`.`person_id` AS `subject_id`,
        'F2' AS `class`,
        CAST(NULL AS STRING) AS `detail`,
        CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t29`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `first_day`,
        CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t29`.`last_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE) AS `last_day`,
        IF(
          COALESCE(`t29`.`is_cadre` OR `t29`.`is_member`, FALSE),
          CAST(NULL AS STRING),
          'party'
        ) AS `missing`
      FROM `t28` AS `t29`
      WHERE
        COALESCE(`t29`.`is_cadre` OR `t29`.`is_member`, TRUE)
    ) AS `t34`
  ) AS `t36`
) AS `t37`
