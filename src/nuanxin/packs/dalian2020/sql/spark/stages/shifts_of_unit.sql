SELECT
  *
FROM `run`.`counted_shifts`
