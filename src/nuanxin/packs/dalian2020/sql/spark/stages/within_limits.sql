SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      'M10-4' AS `provision`,
      'of these without cover' AS `what`,
      `t21`.`count`
    FROM (
      SELECT
        COALESCE(SUM((
          `t0`.`last_day` - `t0`.`start`
        ) + 1), 0) AS `count`
      FROM `run`.`uncovered` AS `t0`
    ) AS `t21`
  ) AS `t25`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      'M11-1' AS `provision`,
      'spouses not away together' AS `what`,
      `t35`.`count`
    FROM (
      SELECT
        COALESCE(COUNT(*), 0) AS `count`
      FROM (
        SELECT
          `t8`.`person_id`,
          `t8`.`spouse_id`
        FROM `run`.`couple` AS `t8`
        INNER JOIN (
          SELECT
            `t6`.`person_id`
          FROM `run`.`person` AS `t6`
          WHERE
            `t6`.`is_medical`
        ) AS `t15`
          ON `t8`.`person_id` = `t15`.`person_id`
        INNER JOIN (
          SELECT
            `t6`.`person_id` AS `spouse_id`
          FROM `run`.`person` AS `t6`
          WHERE
            `t6`.`is_medical`
        ) AS `t16`
          ON `t8`.`spouse_id` = `t16`.`spouse_id`
        LEFT ANTI JOIN (
          SELECT
            `t24`.`person_id`,
            `t24`.`spouse_id`
          FROM (
            SELECT
              `t8`.`person_id`,
              `t8`.`spouse_id`,
              `t17`.`own_start`,
              `t17`.`own_last`,
              `t18`.`other_start`,
              `t18`.`other_last`
            FROM `run`.`couple` AS `t8`
            INNER JOIN (
              SELECT
                `t6`.`person_id`
              FROM `run`.`person` AS `t6`
              WHERE
                `t6`.`is_medical`
            ) AS `t15`
              ON `t8`.`person_id` = `t15`.`person_id`
            INNER JOIN (
              SELECT
                `t6`.`person_id` AS `spouse_id`
              FROM `run`.`person` AS `t6`
              WHERE
                `t6`.`is_medical`
            ) AS `t16`
              ON `t8`.`spouse_id` = `t16`.`spouse_id`
            INNER JOIN (
              SELECT
                `t7`.`person_id`,
                `t7`.`start` AS `own_start`,
                `t7`.`last_day` AS `own_last`
              FROM `run`.`stint` AS `t7`
            ) AS `t17`
              ON `t8`.`person_id` = `t17`.`person_id`
            INNER JOIN (
              SELECT
                `t7`.`person_id` AS `spouse_id`,
                `t7`.`start` AS `other_start`,
                `t7`.`last_day` AS `other_last`
              FROM `run`.`stint` AS `t7`
            ) AS `t18`
              ON `t8`.`spouse_id` = `t18`.`spouse_id`
          ) AS `t24`
          WHERE
            `t24`.`own_start` <= `t24`.`other_last`
            AND `t24`.`other_start` <= `t24`.`own_last`
        ) AS `t31`
          ON `t8`.`person_id` = `t31`.`person_id` AND `t8`.`spouse_id` = `t31`.`spouse_id`
      ) AS `t34`
    ) AS `t35`
  ) AS `t36`
) AS `t37`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      'M09-1' AS `provision`,
      'person-months of work without subsidy' AS `what`,
      `t30`.`count`
    FROM (
      SELECT
        COALESCE(COUNT(*), 0) AS `count`
      FROM (
        SELECT
          `t19`.`person_id`,
          `t19`.`month`,
          `t19`.`duty`
        FROM (
          SELECT
            *
          FROM `run`.`month_of_person` AS `t4`
          WHERE
            `t4`.`duty` <> 0
        ) AS `t19`
        LEFT ANTI JOIN `run`.`subsidy` AS `t9`
          ON `t19`.`person_id` = `t9`.`person_id` AND `t19`.`month` = `t9`.`month`
      ) AS `t26`
    ) AS `t30`
  ) AS `t32`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        'M07-2' AS `provision`,
        'shifts within the limit' AS `what`,
        `t20`.`count`
      FROM (
        SELECT
          COALESCE(SUM(`t1`.`shifts` - `t1`.`long_shifts`), 0) AS `count`
        FROM `run`.`counted_shifts` AS `t1`
      ) AS `t20`
    ) AS `t22`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        'M10-4' AS `provision`,
        'days of treating, counted once for each kind of cover' AS `what`,
        `t23`.`count`
      FROM (
        SELECT
          COALESCE(SUM((
            (
              `t2`.`last_day` - `t2`.`start`
            ) + 1
          ) * 2), 0) AS `count`
        FROM `run`.`treating_run` AS `t2`
      ) AS `t23`
    ) AS `t27`
  ) AS `t28`
) AS `t33`
