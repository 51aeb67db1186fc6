SELECT DISTINCT
  *
FROM (
  SELECT
    `t2`.`unit_id`
  FROM `facts`.`people` AS `t2`
  LEFT SEMI JOIN (
    SELECT
      *
    FROM (
      SELECT
        `t1`.`delivery_id`,
        `t1`.`subject_id`,
        `t1`.`counterpart_id`,
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t1`.`on_date`) AS `day`,
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t1`.`period_start`) AS `named`,
        `t1`.`quantity` AS `amount`,
        CONCAT(
          'deliveries:',
          CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t1`.`delivery_id`, ''), '%', '%25'), ';', '%3B'))
        ) AS `ref`
      FROM `facts`.`deliveries` AS `t1`
      WHERE
        `t1`.`provision` = 'M08-2'
    ) AS `t3`
    WHERE
      `t3`.`day` <= AS_OF()
  ) AS `t5`
    ON `t2`.`person_id` = `t5`.`subject_id`
) AS `t6`
