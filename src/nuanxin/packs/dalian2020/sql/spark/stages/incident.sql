SELECT
  `t11`.`harm_id`,
  `t11`.`person_id`,
  `t11`.`kind`,
  `t11`.`arises_from_duty`,
  `t11`.`recognised`,
  `t11`.`day`,
  `t11`.`filed`,
  `t11`.`decided`,
  `t11`.`clarified`,
  `t11`.`ref`,
  `t6`.`unit_id`,
  `t6`.`is_medical`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t8`.`harm_id`,
      `t8`.`person_id`,
      `t8`.`kind`,
      `t8`.`arises_from_duty`,
      `t8`.`recognised`,
      IF(
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t8`.`date`) <= AS_OF(),
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t8`.`date`),
        NULL
      ) AS `day`,
      IF(
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t8`.`filed_on`) <= AS_OF(),
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t8`.`filed_on`),
        NULL
      ) AS `filed`,
      IF(
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t8`.`decided_on`) <= AS_OF(),
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t8`.`decided_on`),
        NULL
      ) AS `decided`,
      IF(
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t8`.`clarified_on`) <= AS_OF(),
        DATEDIFF(DAY, MAKE_DATE(1970, 1, 1), `t8`.`clarified_on`),
        NULL
      ) AS `clarified`,
      CONCAT('harms:', CONCAT_WS('/', COALESCE(`t8`.`harm_id`, ''))) AS `ref`
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t3`.`harm_id`,
          `t3`.`person_id`,
          `t3`.`date`,
          `t3`.`kind`,
          `t3`.`arises_from_duty`,
          `t3`.`filed_on`,
          `t3`.`decided_on`,
          `t3`.`recognised`,
          `t3`.`paid_on`,
          `t3`.`clarified_on`
        FROM `facts`.`harms` AS `t3`
        LEFT SEMI JOIN `run`.`scope` AS `t4`
          ON `t3`.`person_id` = `t4`.`person_id`
      ) AS `t7`
      WHERE
        `t7`.`kind` IN ('violence', 'rumour')
    ) AS `t8`
  ) AS `t9`
  WHERE
    `t9`.`day` IS NOT NULL
) AS `t11`
INNER JOIN (
  SELECT
    `t0`.`person_id`,
    `t0`.`unit_id`,
    `t0`.`profession` IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health') AS `is_medical`
  FROM `facts`.`people` AS `t0`
) AS `t6`
  ON `t11`.`person_id` = `t6`.`person_id`
