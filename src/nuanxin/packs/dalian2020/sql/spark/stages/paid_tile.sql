SELECT
  `t8`.`person_id`,
  `t8`.`month`,
  `t8`.`full`,
  `t8`.`tier1_fen`,
  `t8`.`tier2_fen`,
  `t8`.`high_first`,
  `t8`.`high_second`,
  `t8`.`arranged_by` AS `payer`,
  IF(COALESCE(`t8`.`in_hubei`, FALSE), `t8`.`hubei_percent`, CAST(100 AS BIGINT)) AS `percent`,
  IF(COALESCE(`t8`.`in_hubei`, TRUE), `t8`.`hubei_percent`, CAST(100 AS BIGINT)) AS `high_percent`,
  `t8`.`confirmed` & `t8`.`at_contact` & (
    `t8`.`days` & `t8`.`part` & (
      IF(NOT (
        `t8`.`is_leader`
      ), CAST(-1 AS BIGINT), CAST(0 AS BIGINT)) | `t8`.`confirmed`
    )
  ) AS `first`,
  (
    (
      `t8`.`at_risk` | IF(`t8`.`is_medical`, CAST(-1 AS BIGINT), CAST(0 AS BIGINT))
    ) ^ (
      (
        `t8`.`at_risk` | IF(`t8`.`is_medical`, CAST(-1 AS BIGINT), CAST(0 AS BIGINT))
      ) & (
        `t8`.`confirmed` & `t8`.`at_contact`
      )
    )
  ) & (
    `t8`.`days` & `t8`.`part` & (
      IF(NOT (
        `t8`.`is_leader`
      ), CAST(-1 AS BIGINT), CAST(0 AS BIGINT)) | `t8`.`confirmed`
    )
  ) AS `second`
FROM (
  SELECT
    `t7`.`person_id`,
    `t7`.`spell_id`,
    `t7`.`post_id`,
    `t7`.`month`,
    `t7`.`unit_id`,
    `t7`.`rows`,
    `t7`.`compensated_seconds`,
    `t7`.`days`,
    `t7`.`full`,
    `t7`.`confirmed`,
    `t7`.`unsettled`,
    `t7`.`compensated_days`,
    `t7`.`long_days`,
    `t7`.`meal_days`,
    `t7`.`night_days`,
    `t7`.`at_contact`,
    `t7`.`at_risk`,
    `t7`.`arranged_by`,
    `t7`.`in_hubei`,
    `t7`.`is_leader`,
    `t7`.`is_medical`,
    `t7`.`tier1_fen`,
    `t7`.`tier2_fen`,
    `t7`.`hubei_percent`,
    `t7`.`part`,
    (
      `t7`.`confirmed` | `t7`.`unsettled`
    ) & `t7`.`at_contact` & (
      `t7`.`days` & `t7`.`part` & (
        IF(NOT (
          `t7`.`is_leader`
        ), CAST(-1 AS BIGINT), CAST(0 AS BIGINT)) | (
          `t7`.`confirmed` | `t7`.`unsettled`
        )
      )
    ) AS `high_first`,
    (
      (
        `t7`.`at_risk` | IF(`t7`.`is_medical`, CAST(-1 AS BIGINT), CAST(0 AS BIGINT))
      ) ^ (
        (
          `t7`.`at_risk` | IF(`t7`.`is_medical`, CAST(-1 AS BIGINT), CAST(0 AS BIGINT))
        ) & (
          (
            `t7`.`confirmed` | `t7`.`unsettled`
          ) & `t7`.`at_contact`
        )
      )
    ) & (
      `t7`.`days` & `t7`.`part` & (
        IF(NOT (
          `t7`.`is_leader`
        ), CAST(-1 AS BIGINT), CAST(0 AS BIGINT)) | (
          `t7`.`confirmed` | `t7`.`unsettled`
        )
      )
    ) AS `high_second`
  FROM (
    SELECT
      `t3`.`person_id`,
      `t3`.`spell_id`,
      `t3`.`post_id`,
      `t3`.`month`,
      `t3`.`unit_id`,
      `t3`.`rows`,
      `t3`.`compensated_seconds`,
      `t3`.`days`,
      `t3`.`full`,
      `t3`.`confirmed`,
      `t3`.`unsettled`,
      `t3`.`compensated_days`,
      `t3`.`long_days`,
      `t3`.`meal_days`,
      `t3`.`night_days`,
      `t3`.`at_contact`,
      `t3`.`at_risk`,
      `t6`.`arranged_by`,
      `t6`.`in_hubei`,
      `t6`.`is_leader`,
      `t6`.`is_medical`,
      `t4`.`tier1_fen`,
      `t4`.`tier2_fen`,
      `t4`.`hubei_percent`,
      `t4`.`part`
    FROM `run`.`tile` AS `t3`
    INNER JOIN (
      SELECT
        `t2`.`spell_id`,
        `t2`.`arranged_by`,
        `t2`.`in_hubei`,
        `t2`.`is_leader`,
        `t2`.`is_medical`
      FROM `run`.`spell` AS `t2`
    ) AS `t6`
      ON `t3`.`spell_id` = `t6`.`spell_id`
    INNER JOIN `run`.`rate_of_month` AS `t4`
      ON `t3`.`month` = `t4`.`month`
  ) AS `t7`
  WHERE
    (
      `t7`.`tier1_fen` > 0
    ) OR (
      `t7`.`tier2_fen` > 0
    )
) AS `t8`
WHERE
  (
    `t8`.`high_first` | `t8`.`high_second`
  ) <> 0
