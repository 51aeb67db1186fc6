SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t0`.`person_id`,
      `t0`.`relative_id` AS `spouse_id`
    FROM `facts`.`relations` AS `t0`
    WHERE
      `t0`.`kind` = 'spouse' AND `t0`.`person_id` <> `t0`.`relative_id`
  ) AS `t1`
  WHERE
    IN_SCOPE(`t1`.`person_id`)
) AS `t3`
UNION
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t0`.`relative_id` AS `person_id`,
      `t0`.`person_id` AS `spouse_id`
    FROM `facts`.`relations` AS `t0`
    WHERE
      `t0`.`kind` = 'spouse' AND `t0`.`person_id` <> `t0`.`relative_id`
  ) AS `t2`
  WHERE
    IN_SCOPE(`t2`.`person_id`)
) AS `t4`
