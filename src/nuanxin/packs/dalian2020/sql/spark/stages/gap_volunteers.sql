SELECT DISTINCT
  *
FROM (
  SELECT
    'person' AS `subject_kind`,
    `t4`.`person_id` AS `subject_id`
  FROM (
    SELECT
      *
    FROM `facts`.`people` AS `t0`
    WHERE
      `t0`.`employment` = 'volunteer'
  ) AS `t4`
  LEFT SEMI JOIN `run`.`spell` AS `t2`
    ON `t4`.`person_id` = `t2`.`person_id`
) AS `t5`
