SELECT
  `t7`.`harm_id`,
  `t7`.`person_id`,
  `t7`.`kind`,
  `t7`.`arises_from_duty`,
  `t7`.`recognised`,
  `t7`.`day`,
  `t7`.`filed`,
  `t7`.`decided`,
  `t7`.`clarified`,
  `t7`.`ref`,
  `t4`.`unit_id`,
  `t4`.`is_medical`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t3`.`harm_id`,
      `t3`.`person_id`,
      `t3`.`kind`,
      `t3`.`arises_from_duty`,
      `t3`.`recognised`,
      IF(
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t3`.`date`) <= AS_OF(),
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t3`.`date`),
        NULL
      ) AS `day`,
      IF(
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t3`.`filed_on`) <= AS_OF(),
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t3`.`filed_on`),
        NULL
      ) AS `filed`,
      IF(
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t3`.`decided_on`) <= AS_OF(),
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t3`.`decided_on`),
        NULL
      ) AS `decided`,
      IF(
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t3`.`clarified_on`) <= AS_OF(),
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t3`.`clarified_on`),
        NULL
      ) AS `clarified`,
      CONCAT(
        'harms:',
        CONCAT_WS('/', REPLACE(REPLACE(COALESCE(`t3`.`harm_id`, ''), '%', '%25'), ';', '%3B'))
      ) AS `ref`
    FROM (
      SELECT
        *
      FROM `facts`.`harms` AS `t1`
      WHERE
        IN_SCOPE(`t1`.`person_id`)
    ) AS `t3`
  ) AS `t5`
  WHERE
    `t5`.`day` IS NOT NULL
) AS `t7`
INNER JOIN (
  SELECT
    `t0`.`person_id`,
    `t0`.`unit_id`,
    `t0`.`profession` IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health') AS `is_medical`
  FROM `facts`.`people` AS `t0`
) AS `t4`
  ON `t7`.`person_id` = `t4`.`person_id`
