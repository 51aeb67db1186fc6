SELECT
  *
FROM (
  SELECT
    'M08-4' AS `provision`,
    'scarce issues to people at risk' AS `what`,
    `t4`.`count`
  FROM (
    SELECT
      COALESCE(SUM(CAST(`t0`.`is_allowed` AS INT)), 0) AS `count`
    FROM `run`.`judged_issue` AS `t0`
  ) AS `t4`
) AS `t7`
UNION ALL
SELECT
  *
FROM (
  SELECT
    'M15-2' AS `provision`,
    'requests that ask for nothing twice' AS `what`,
    `t11`.`count`
  FROM (
    SELECT
      COALESCE(COUNT(*), 0) AS `count`
    FROM (
      SELECT
        `t9`.`request_id`,
        `t9`.`issuer_id`,
        `t9`.`target_id`,
        `t9`.`fields`,
        `t9`.`minutes`,
        `t9`.`is_emergency`,
        `t9`.`table_code`,
        `t9`.`at`,
        `t9`.`ref`
      FROM (
        SELECT
          *
        FROM (
          SELECT
            `t1`.`request_id`,
            `t1`.`issuer_id`,
            `t1`.`target_id`,
            `t1`.`fields`,
            `t1`.`minutes`,
            `t1`.`is_emergency`,
            `t1`.`table_code`,
            CAST(UNIX_TIMESTAMP(CAST(`t1`.`issued_at` AS TIMESTAMP)) AS BIGINT) AS `at`,
            CONCAT('data_requests:', CONCAT_WS('/', COALESCE(`t1`.`request_id`, ''))) AS `ref`
          FROM `facts`.`data_requests` AS `t1`
        ) AS `t6`
        WHERE
          `t6`.`at` < (
            (
              AS_OF() + 1
            ) * 86400
          )
      ) AS `t9`
      LEFT ANTI JOIN (
        SELECT
          *
        FROM `run`.`judged_request` AS `t2`
        WHERE
          `t2`.`blocking` > 0
      ) AS `t5`
        ON `t9`.`request_id` = `t5`.`request_id`
    ) AS `t10`
  ) AS `t11`
) AS `t12`
