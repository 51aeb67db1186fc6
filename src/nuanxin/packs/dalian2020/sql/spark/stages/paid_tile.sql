SELECT
  `t10`.`person_id`,
  `t10`.`month`,
  `t10`.`full`,
  `t10`.`tier1_fen`,
  `t10`.`tier2_fen`,
  `t10`.`arranged_by` AS `payer`,
  IF(COALESCE(`t10`.`in_hubei`, FALSE), `t10`.`hubei_percent`, CAST(100 AS BIGINT)) AS `percent`,
  IF(COALESCE(`t10`.`in_hubei`, TRUE), `t10`.`hubei_percent`, CAST(100 AS BIGINT)) AS `high_percent`,
  `t10`.`confirmed` & `t10`.`at_contact` & (
    `t10`.`days` & `t10`.`part` & (
      COALESCE(IF(NOT (
        `t10`.`is_leader`
      ), CAST(-1 AS BIGINT), CAST(0 AS BIGINT)), 0) | `t10`.`confirmed`
    )
  ) AS `first`,
  (
    (
      `t10`.`at_risk` | COALESCE(IF(`t10`.`is_medical`, CAST(-1 AS BIGINT), CAST(0 AS BIGINT)), 0)
    ) ^ (
      (
        `t10`.`at_risk` | COALESCE(IF(`t10`.`is_medical`, CAST(-1 AS BIGINT), CAST(0 AS BIGINT)), 0)
      ) & (
        `t10`.`confirmed` & `t10`.`at_contact`
      )
    )
  ) & (
    `t10`.`days` & `t10`.`part` & (
      COALESCE(IF(NOT (
        `t10`.`is_leader`
      ), CAST(-1 AS BIGINT), CAST(0 AS BIGINT)), 0) | `t10`.`confirmed`
    )
  ) AS `second`,
  (
    `t10`.`confirmed` | `t10`.`unsettled`
  ) & `t10`.`at_contact` & (
    `t10`.`days` & `t10`.`part` & (
      COALESCE(IF(NOT (
        `t10`.`is_leader`
      ), CAST(-1 AS BIGINT), CAST(0 AS BIGINT)), 0) | (
        `t10`.`confirmed` | `t10`.`unsettled`
      )
    )
  ) AS `high_first`,
  (
    (
      `t10`.`at_risk` | COALESCE(IF(`t10`.`is_medical`, CAST(-1 AS BIGINT), CAST(0 AS BIGINT)), 0)
    ) ^ (
      (
        `t10`.`at_risk` | COALESCE(IF(`t10`.`is_medical`, CAST(-1 AS BIGINT), CAST(0 AS BIGINT)), 0)
      ) & (
        (
          `t10`.`confirmed` | `t10`.`unsettled`
        ) & `t10`.`at_contact`
      )
    )
  ) & (
    `t10`.`days` & `t10`.`part` & (
      COALESCE(IF(NOT (
        `t10`.`is_leader`
      ), CAST(-1 AS BIGINT), CAST(0 AS BIGINT)), 0) | (
        `t10`.`confirmed` | `t10`.`unsettled`
      )
    )
  ) AS `high_second`
FROM (
  SELECT
    `t4`.`person_id`,
    `t4`.`spell_id`,
    `t4`.`post_id`,
    `t4`.`month`,
    `t4`.`unit_id`,
    `t4`.`rows`,
    `t4`.`compensated_seconds`,
    `t4`.`days`,
    `t4`.`full`,
    `t4`.`confirmed`,
    `t4`.`unsettled`,
    `t4`.`compensated_days`,
    `t4`.`long_days`,
    `t4`.`meal_days`,
    `t4`.`night_days`,
    `t4`.`at_contact`,
    `t4`.`at_risk`,
    `t8`.`arranged_by`,
    `t8`.`in_hubei`,
    `t9`.`is_leader`,
    `t9`.`is_medical`,
    `t5`.`tier1_fen`,
    `t5`.`tier2_fen`,
    `t5`.`hubei_percent`,
    `t5`.`part`
  FROM `run`.`tile` AS `t4`
  INNER JOIN (
    SELECT
      `t2`.`spell_id`,
      `t2`.`arranged_by`,
      `t2`.`in_hubei`
    FROM `run`.`spell` AS `t2`
  ) AS `t8`
    ON `t4`.`spell_id` = `t8`.`spell_id`
  INNER JOIN (
    SELECT
      `t3`.`person_id`,
      `t3`.`is_leader`,
      `t3`.`is_medical`
    FROM `run`.`person` AS `t3`
  ) AS `t9`
    ON `t4`.`person_id` = `t9`.`person_id`
  INNER JOIN `run`.`rate_of_month` AS `t5`
    ON `t4`.`month` = `t5`.`month`
) AS `t10`
WHERE
  (
    `t10`.`tier1_fen` > 0
  ) OR (
    `t10`.`tier2_fen` > 0
  )
