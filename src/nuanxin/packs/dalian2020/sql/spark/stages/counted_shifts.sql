SELECT
  `t4`.`unit_id`,
  `t4`.`month`,
  SUM(`t4`.`shifts`) AS `shifts`,
  SUM(`t4`.`long_shifts`) AS `long_shifts`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t0`.`unit_id`,
      `t0`.`month`,
      `t0`.`rows` AS `shifts`,
      BIT_COUNT(`t0`.`long_days`) AS `long_shifts`
    FROM `run`.`tile` AS `t0`
  ) AS `t2`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t1`.`unit_id`,
      (
        (
          EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(
            CAST(CAST(FLOOR((
              `t1`.`shift_start`
            ) / (
              86400
            )) AS BIGINT) AS INT),
            ' days'
          ) AS INTERVAL) AS TIMESTAMP) AS DATE)) * 12
        ) + EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(
          CAST(CAST(FLOOR((
            `t1`.`shift_start`
          ) / (
            86400
          )) AS BIGINT) AS INT),
          ' days'
        ) AS INTERVAL) AS TIMESTAMP) AS DATE))
      ) - 1 AS `month`,
      CAST(1 AS BIGINT) AS `shifts`,
      CAST((
        `t1`.`end` - `t1`.`shift_start`
      ) > (
        PARAM('roster.shift_max_normal') * 3600
      ) AS BIGINT) AS `long_shifts`
    FROM `run`.`entangled_shift` AS `t1`
  ) AS `t3`
) AS `t4`
GROUP BY
  1,
  2
