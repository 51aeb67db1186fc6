SELECT DISTINCT
  `t1`.`value` AS `kind`
FROM (
  SELECT
    *
  FROM `run`.`parameter_words` AS `t0`
  WHERE
    `t0`.`key` = 'insurance.kinds'
    AND `t0`.`from_day` <= AS_OF()
    AND `t0`.`to_day` >= AS_OF()
) AS `t1`
