SELECT
  *
FROM `run`.`scope` AS `t0`
UNION
SELECT
  *
FROM (
  SELECT
    `t1`.`spouse_id` AS `person_id`
  FROM `run`.`couple` AS `t1`
) AS `t2`
