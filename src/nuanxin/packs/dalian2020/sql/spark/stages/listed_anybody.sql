SELECT
  `t3`.`person_id`,
  MIN(`t3`.`decided`) AS `start`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t1`.`finding_id`,
      `t1`.`person_id`,
      `t1`.`level`,
      `t1`.`decided_on`,
      `t1`.`expires_on`,
      DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t1`.`decided_on`) AS `decided`,
      CAST(IF(
        `t1`.`channels` IS NULL,
        NULL,
        COALESCE(ARRAY_CONTAINS(`t1`.`channels`, 'phone'), FALSE)
      ) AS BIGINT) + CAST(IF(
        `t1`.`channels` IS NULL,
        NULL,
        COALESCE(ARRAY_CONTAINS(`t1`.`channels`, 'network'), FALSE)
      ) AS BIGINT) + CAST(IF(
        `t1`.`channels` IS NULL,
        NULL,
        COALESCE(ARRAY_CONTAINS(`t1`.`channels`, 'leader'), FALSE)
      ) AS BIGINT) + CAST(IF(
        `t1`.`channels` IS NULL,
        NULL,
        COALESCE(ARRAY_CONTAINS(`t1`.`channels`, 'meeting'), FALSE)
      ) AS BIGINT) + CAST(IF(
        `t1`.`channels` IS NULL,
        NULL,
        COALESCE(ARRAY_CONTAINS(`t1`.`channels`, 'assessment'), FALSE)
      ) AS BIGINT) AS `channels`,
      CONCAT(
        'findings:',
        CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t1`.`finding_id`, ''), '%', '%25'), ';', '%3B'))
      ) AS `ref`
    FROM (
      SELECT
        *
      FROM `facts`.`findings` AS `t0`
      WHERE
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t0`.`decided_on`) <= AS_OF()
    ) AS `t1`
  ) AS `t2`
  WHERE
    `t2`.`channels` >= PARAM('merit.channels_min')
    AND IF(
      `t2`.`expires_on` IS NULL,
      (
        (
          EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 10000
        ) + (
          EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) * 100
        ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE))
      ) <= (
        (
          EXTRACT(year FROM `t2`.`decided_on`) * 10000
        ) + (
          EXTRACT(month FROM `t2`.`decided_on`) * 100
        ) + EXTRACT(day FROM `t2`.`decided_on`) + (
          PARAM('merit.list_expiry') * 10000
        )
      ),
      `t2`.`expires_on` >= CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(AS_OF() AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)
    )
) AS `t3`
GROUP BY
  1
