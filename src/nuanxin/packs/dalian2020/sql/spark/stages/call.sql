SELECT
  `t6`.`provision`,
  `t6`.`unit_id`,
  `t6`.`call`,
  `t6`.`refs`,
  IF(`t6`.`is_known`, `t6`.`total`, NULL) AS `asked`,
  LEAD(`t6`.`call`) OVER (PARTITION BY `t6`.`provision`, `t6`.`unit_id` ORDER BY `t6`.`call` ASC NULLS LAST) AS `next_call`
FROM (
  SELECT
    `t5`.`provision`,
    `t5`.`unit_id`,
    `t5`.`call`,
    BOOL_AND(`t5`.`amount` IS NOT NULL) AS `is_known`,
    SUM(`t5`.`amount`) AS `total`,
    ARRAY_JOIN(ARRAY_SORT(COLLECT_LIST(`t5`.`ref`)), ';') AS `refs`
  FROM (
    SELECT
      `t4`.`provision`,
      `t4`.`quantity` AS `amount`,
      `t4`.`subject_id` AS `unit_id`,
      DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t4`.`on_date`) AS `call`,
      CONCAT(
        'deliveries:',
        CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t4`.`delivery_id`, ''), '%', '%25'), ';', '%3B'))
      ) AS `ref`
    FROM (
      SELECT
        *
      FROM `facts`.`deliveries` AS `t0`
      WHERE
        (
          `t0`.`provision` IN ('M01-1', 'M01-4')
          OR (
            (
              `t0`.`provision` = 'M05-4'
            )
            AND COALESCE(`t0`.`counterpart_id` = 'certificate', FALSE)
          )
        )
        AND DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t0`.`on_date`) <= AS_OF()
    ) AS `t4`
    LEFT SEMI JOIN `facts`.`units` AS `t2`
      ON `t4`.`subject_id` = `t2`.`unit_id`
  ) AS `t5`
  GROUP BY
    1,
    2,
    3
) AS `t6`
