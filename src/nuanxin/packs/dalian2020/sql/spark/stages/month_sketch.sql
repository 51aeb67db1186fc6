SELECT
  `t0`.`person_id`,
  `t0`.`month`,
  BIT_OR(`t0`.`days`) AS `days`,
  BIT_OR(`t0`.`long_days`) AS `long_days`,
  BIT_OR(`t0`.`night`) AS `night`,
  BIT_OR(`t0`.`morning`) AS `morning`,
  BIT_XOR(`t0`.`odd_days`) AS `odd_days`,
  SUM(`t0`.`rows`) AS `rows`,
  MAX(`t0`.`longest`) AS `longest`,
  MAX(`t0`.`longest_tail`) AS `longest_tail`
FROM `run`.`sketch` AS `t0`
GROUP BY
  1,
  2
