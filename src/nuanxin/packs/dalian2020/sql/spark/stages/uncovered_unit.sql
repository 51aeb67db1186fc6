SELECT
  `t3`.`unit_id`,
  `t3`.`year`
FROM (
  SELECT
    `t2`.`unit_id`,
    `t2`.`first`,
    `t2`.`last`,
    EXPLODE(
      IF(
        (
          1 <> 0
        ) AND (
          SIGN(1) = SIGN((
            `t2`.`last` + 1
          ) - `t2`.`first`)
        ),
        IF(
          ELEMENT_AT(
            SEQUENCE(`t2`.`first`, `t2`.`last` + 1, 1),
            SIZE(SEQUENCE(`t2`.`first`, `t2`.`last` + 1, 1))
          ) = (
            `t2`.`last` + 1
          ),
          SLICE(
            SEQUENCE(`t2`.`first`, `t2`.`last` + 1, 1),
            1,
            SIZE(SEQUENCE(`t2`.`first`, `t2`.`last` + 1, 1)) - 1
          ),
          SEQUENCE(`t2`.`first`, `t2`.`last` + 1, 1)
        ),
        ARRAY()
      )
    ) AS `year`
  FROM (
    SELECT
      `t1`.`unit_id`,
      CAST(EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t1`.`start` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) AS BIGINT) AS `first`,
      CAST(EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + CAST(CONCAT(CAST(`t1`.`last_day` AS INT), ' days') AS INTERVAL) AS TIMESTAMP) AS DATE)) AS BIGINT) AS `last`
    FROM (
      SELECT
        *
      FROM `run`.`uncovered` AS `t0`
      WHERE
        NOT (
          ABSENT('insurance')
        )
    ) AS `t1`
  ) AS `t2`
) AS `t3`
