SELECT
  `t10`.`person_id`,
  `t10`.`day`,
  `t10`.`month`,
  `t10`.`sure_payer`,
  `t10`.`high_payer`,
  `t10`.`sure_fen`,
  `t10`.`by_place_fen`,
  `t10`.`by_contact_fen`,
  `t10`.`high_fen`,
  `t10`.`sure_tier`,
  `t10`.`sure_percent`,
  `t10`.`sure_contact`,
  `t10`.`sure_seconds` <= (
    PARAM('subsidy.day_rule.full') * 3600
  ) AS `is_half`
FROM (
  SELECT
    `t9`.`person_id`,
    `t9`.`day`,
    `t9`.`month`,
    `t9`.`is_leader`,
    `t9`.`tier1_fen`,
    `t9`.`tier2_fen`,
    `t9`.`sure_seconds`,
    `t9`.`sure_tier`,
    `t9`.`sure_percent`,
    `t9`.`sure_payer`,
    `t9`.`sure_contact`,
    `t9`.`by_place_seconds`,
    `t9`.`by_place_tier`,
    `t9`.`by_place_percent`,
    `t9`.`by_place_payer`,
    `t9`.`by_place_contact`,
    `t9`.`by_contact_seconds`,
    `t9`.`by_contact_tier`,
    `t9`.`by_contact_percent`,
    `t9`.`by_contact_payer`,
    `t9`.`by_contact_contact`,
    `t9`.`high_seconds`,
    `t9`.`high_tier`,
    `t9`.`high_percent`,
    `t9`.`high_payer`,
    `t9`.`high_contact`,
    COALESCE(
      IF(
        (
          `t9`.`sure_seconds` > 0
        )
        AND (
          NOT (
            `t9`.`is_leader`
          ) OR `t9`.`sure_contact`
        ),
        IF(
          `t9`.`sure_seconds` > (
            PARAM('subsidy.day_rule.full') * 3600
          ),
          CAST((
            (
              IF(`t9`.`sure_tier` = 1, `t9`.`tier1_fen`, `t9`.`tier2_fen`) * `t9`.`sure_percent`
            ) - (
              (
                IF(`t9`.`sure_tier` = 1, `t9`.`tier1_fen`, `t9`.`tier2_fen`) * `t9`.`sure_percent`
              ) % 100
            )
          ) / 100 AS BIGINT),
          CAST((
            (
              IF(`t9`.`sure_tier` = 1, `t9`.`tier1_fen`, `t9`.`tier2_fen`) * `t9`.`sure_percent`
            ) - (
              (
                IF(`t9`.`sure_tier` = 1, `t9`.`tier1_fen`, `t9`.`tier2_fen`) * `t9`.`sure_percent`
              ) % 200
            )
          ) / 200 AS BIGINT)
        ),
        0
      ),
      0
    ) AS `sure_fen`,
    COALESCE(
      IF(
        (
          `t9`.`by_place_seconds` > 0
        )
        AND (
          NOT (
            `t9`.`is_leader`
          ) OR `t9`.`by_place_contact`
        ),
        IF(
          `t9`.`by_place_seconds` > (
            PARAM('subsidy.day_rule.full') * 3600
          ),
          CAST((
            (
              IF(`t9`.`by_place_tier` = 1, `t9`.`tier1_fen`, `t9`.`tier2_fen`) * `t9`.`by_place_percent`
            ) - (
              (
                IF(`t9`.`by_place_tier` = 1, `t9`.`tier1_fen`, `t9`.`tier2_fen`) * `t9`.`by_place_percent`
              ) % 100
            )
          ) / 100 AS BIGINT),
          CAST((
            (
              IF(`t9`.`by_place_tier` = 1, `t9`.`tier1_fen`, `t9`.`tier2_fen`) * `t9`.`by_place_percent`
            ) - (
              (
                IF(`t9`.`by_place_tier` = 1, `t9`.`tier1_fen`, `t9`.`tier2_fen`) * `t9`.`by_place_percent`
              ) % 200
            )
          ) / 200 AS BIGINT)
        ),
        0
      ),
      0
    ) AS `by_place_fen`,
    COALESCE(
      IF(
        (
          `t9`.`by_contact_seconds` > 0
        )
        AND (
          NOT (
            `t9`.`is_leader`
          ) OR `t9`.`by_contact_contact`
        ),
        IF(
          `t9`.`by_contact_seconds` > (
            PARAM('subsidy.day_rule.full') * 3600
          ),
          CAST((
            (
              IF(`t9`.`by_contact_tier` = 1, `t9`.`tier1_fen`, `t9`.`tier2_fen`) * `t9`.`by_contact_percent`
            ) - (
              (
                IF(`t9`.`by_contact_tier` = 1, `t9`.`tier1_fen`, `t9`.`tier2_fen`) * `t9`.`by_contact_percent`
              ) % 100
            )
          ) / 100 AS BIGINT),
          CAST((
            (
              IF(`t9`.`by_contact_tier` = 1, `t9`.`tier1_fen`, `t9`.`tier2_fen`) * `t9`.`by_contact_percent`
            ) - (
              (
                IF(`t9`.`by_contact_tier` = 1, `t9`.`tier1_fen`, `t9`.`tier2_fen`) * `t9`.`by_contact_percent`
              ) % 200
            )
          ) / 200 AS BIGINT)
        ),
        0
      ),
      0
    ) AS `by_contact_fen`,
    COALESCE(
      IF(
        (
          `t9`.`high_seconds` > 0
        )
        AND (
          NOT (
            `t9`.`is_leader`
          ) OR `t9`.`high_contact`
        ),
        IF(
          `t9`.`high_seconds` > (
            PARAM('subsidy.day_rule.full') * 3600
          ),
          CAST((
            (
              IF(`t9`.`high_tier` = 1, `t9`.`tier1_fen`, `t9`.`tier2_fen`) * `t9`.`high_percent`
            ) - (
              (
                IF(`t9`.`high_tier` = 1, `t9`.`tier1_fen`, `t9`.`tier2_fen`) * `t9`.`high_percent`
              ) % 100
            )
          ) / 100 AS BIGINT),
          CAST((
            (
              IF(`t9`.`high_tier` = 1, `t9`.`tier1_fen`, `t9`.`tier2_fen`) * `t9`.`high_percent`
            ) - (
              (
                IF(`t9`.`high_tier` = 1, `t9`.`tier1_fen`, `t9`.`tier2_fen`) * `t9`.`high_percent`
              ) % 200
            )
          ) / 200 AS BIGINT)
        ),
        0
      ),
      0
    ) AS `high_fen`
  FROM (
    SELECT
      `t8`.`person_id`,
      `t8`.`day`,
      `t8`.`month`,
      `t8`.`is_leader`,
      `t8`.`tier1_fen`,
      `t8`.`tier2_fen`,
      SUM(`t8`.`credit`) AS `sure_seconds`,
      MAX(IF(`t8`.`sure_pays`, `t8`.`tier`, NULL)) AS `sure_tier`,
      MAX(IF(`t8`.`sure_pays`, `t8`.`percent`, NULL)) AS `sure_percent`,
      MAX(IF(`t8`.`sure_pays`, `t8`.`arranged_by`, NULL)) AS `sure_payer`,
      BOOL_OR(`t8`.`confirmed`) AS `sure_contact`,
      SUM(`t8`.`credit`) AS `by_place_seconds`,
      MAX(IF(`t8`.`by_place_pays`, `t8`.`tier`, NULL)) AS `by_place_tier`,
      MAX(IF(`t8`.`by_place_pays`, `t8`.`high_percent`, NULL)) AS `by_place_percent`,
      MAX(IF(`t8`.`by_place_pays`, `t8`.`arranged_by`, NULL)) AS `by_place_payer`,
      BOOL_OR(`t8`.`confirmed`) AS `by_place_contact`,
      SUM(`t8`.`high_credit`) AS `by_contact_seconds`,
      MAX(IF(`t8`.`by_contact_pays`, `t8`.`high_tier`, NULL)) AS `by_contact_tier`,
      MAX(IF(`t8`.`by_contact_pays`, `t8`.`percent`, NULL)) AS `by_contact_percent`,
      MAX(IF(`t8`.`by_contact_pays`, `t8`.`arranged_by`, NULL)) AS `by_contact_payer`,
      BOOL_OR(`t8`.`turned`) AS `by_contact_contact`,
      SUM(`t8`.`high_credit`) AS `high_seconds`,
      MAX(IF(`t8`.`high_pays`, `t8`.`high_tier`, NULL)) AS `high_tier`,
      MAX(IF(`t8`.`high_pays`, `t8`.`high_percent`, NULL)) AS `high_percent`,
      MAX(IF(`t8`.`high_pays`, `t8`.`arranged_by`, NULL)) AS `high_payer`,
      BOOL_OR(`t8`.`turned`) AS `high_contact`
    FROM (
      SELECT
        `t7`.`person_id`,
        `t7`.`attendance_id`,
        `t7`.`start`,
        `t7`.`end`,
        `t7`.`day`,
        `t7`.`month`,
        `t7`.`contact_confirmed`,
        `t7`.`at_contact`,
        `t7`.`at_risk`,
        `t7`.`is_leader`,
        `t7`.`is_medical`,
        `t7`.`in_hubei`,
        `t7`.`arranged_by`,
        `t7`.`has_spell`,
        `t7`.`tier1_fen`,
        `t7`.`tier2_fen`,
        `t7`.`hubei_percent`,
        `t7`.`confirmed`,
        `t7`.`turned`,
        `t7`.`counts`,
        `t7`.`high_counts`,
        `t7`.`tier`,
        `t7`.`high_tier`,
        `t7`.`percent`,
        `t7`.`high_percent`,
        `t7`.`credit`,
        `t7`.`high_credit`,
        (
          (
            ROW_NUMBER() OVER (
              PARTITION BY `t7`.`person_id`, `t7`.`day`
              ORDER BY `t7`.`counts` DESC, `t7`.`tier` ASC NULLS LAST, `t7`.`percent` DESC, `t7`.`has_spell` DESC, `t7`.`arranged_by` ASC NULLS LAST
            ) - 1
          ) = 0
        )
        AND `t7`.`counts` AS `sure_pays`,
        (
          (
            ROW_NUMBER() OVER (
              PARTITION BY `t7`.`person_id`, `t7`.`day`
              ORDER BY `t7`.`counts` DESC, `t7`.`tier` ASC NULLS LAST, `t7`.`high_percent` DESC, `t7`.`has_spell` DESC, `t7`.`arranged_by` ASC NULLS LAST
            ) - 1
          ) = 0
        )
        AND `t7`.`counts` AS `by_place_pays`,
        (
          (
            ROW_NUMBER() OVER (
              PARTITION BY `t7`.`person_id`, `t7`.`day`
              ORDER BY `t7`.`high_counts` DESC, `t7`.`high_tier` ASC NULLS LAST, `t7`.`percent` DESC, `t7`.`has_spell` DESC, `t7`.`arranged_by` ASC NULLS LAST
            ) - 1
          ) = 0
        )
        AND `t7`.`high_counts` AS `by_contact_pays`,
        (
          (
            ROW_NUMBER() OVER (
              PARTITION BY `t7`.`person_id`, `t7`.`day`
              ORDER BY `t7`.`high_counts` DESC, `t7`.`high_tier` ASC NULLS LAST, `t7`.`high_percent` DESC, `t7`.`has_spell` DESC, `t7`.`arranged_by` ASC NULLS LAST
            ) - 1
          ) = 0
        )
        AND `t7`.`high_counts` AS `high_pays`
      FROM (
        SELECT
          `t6`.`person_id`,
          `t6`.`attendance_id`,
          `t6`.`start`,
          `t6`.`end`,
          `t6`.`day`,
          `t6`.`month`,
          `t6`.`contact_confirmed`,
          `t6`.`at_contact`,
          `t6`.`at_risk`,
          `t6`.`is_leader`,
          `t6`.`is_medical`,
          `t6`.`in_hubei`,
          `t6`.`arranged_by`,
          `t6`.`has_spell`,
          `t6`.`tier1_fen`,
          `t6`.`tier2_fen`,
          `t6`.`hubei_percent`,
          `t6`.`confirmed`,
          `t6`.`turned`,
          `t6`.`counts`,
          `t6`.`high_counts`,
          `t6`.`tier`,
          `t6`.`high_tier`,
          `t6`.`percent`,
          `t6`.`high_percent`,
          IF(
            `t6`.`counts`,
            GREATEST(
              0,
              `t6`.`end` - GREATEST(
                `t6`.`start`,
                COALESCE(
                  MAX(IF(`t6`.`counts`, `t6`.`end`, NULL)) OVER (
                    PARTITION BY `t6`.`person_id`
                    ORDER BY `t6`.`start` ASC NULLS LAST, `t6`.`end` ASC NULLS LAST, `t6`.`attendance_id` ASC NULLS LAST
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                  ),
                  0
                )
              )
            ),
            0
          ) AS `credit`,
          IF(
            `t6`.`high_counts`,
            GREATEST(
              0,
              `t6`.`end` - GREATEST(
                `t6`.`start`,
                GREATEST(
                  COALESCE(
                    MAX(IF(`t6`.`counts`, `t6`.`end`, NULL)) OVER (
                      PARTITION BY `t6`.`person_id`
                      ORDER BY `t6`.`start` ASC NULLS LAST, `t6`.`end` ASC NULLS LAST, `t6`.`attendance_id` ASC NULLS LAST
                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                    ),
                    0
                  ),
                  COALESCE(
                    MAX(IF(`t6`.`high_counts`, `t6`.`end`, NULL)) OVER (
                      PARTITION BY `t6`.`person_id`, `t6`.`day`
                      ORDER BY `t6`.`start` ASC NULLS LAST, `t6`.`end` ASC NULLS LAST, `t6`.`attendance_id` ASC NULLS LAST
                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                    ),
                    0
                  )
                )
              )
            ),
            0
          ) AS `high_credit`
        FROM (
          SELECT
            `t5`.`person_id`,
            `t5`.`attendance_id`,
            `t5`.`start`,
            `t5`.`end`,
            `t5`.`day`,
            `t5`.`month`,
            `t5`.`contact_confirmed`,
            `t5`.`at_contact`,
            `t5`.`at_risk`,
            `t5`.`is_leader`,
            `t5`.`is_medical`,
            `t5`.`in_hubei`,
            `t5`.`arranged_by`,
            `t5`.`has_spell`,
            `t5`.`tier1_fen`,
            `t5`.`tier2_fen`,
            `t5`.`hubei_percent`,
            COALESCE(`t5`.`contact_confirmed`, FALSE) AS `confirmed`,
            COALESCE(`t5`.`contact_confirmed`, TRUE) AS `turned`,
            (
              COALESCE(`t5`.`contact_confirmed`, FALSE) AND `t5`.`at_contact`
            )
            OR (
              (
                `t5`.`at_risk` OR `t5`.`is_medical`
              )
              AND NOT (
                COALESCE(`t5`.`contact_confirmed`, FALSE) AND `t5`.`at_contact`
              )
            ) AS `counts`,
            (
              COALESCE(`t5`.`contact_confirmed`, TRUE) AND `t5`.`at_contact`
            )
            OR (
              (
                `t5`.`at_risk` OR `t5`.`is_medical`
              )
              AND NOT (
                COALESCE(`t5`.`contact_confirmed`, TRUE) AND `t5`.`at_contact`
              )
            ) AS `high_counts`,
            IF(COALESCE(`t5`.`contact_confirmed`, FALSE) AND `t5`.`at_contact`, 1, 2) AS `tier`,
            IF(COALESCE(`t5`.`contact_confirmed`, TRUE) AND `t5`.`at_contact`, 1, 2) AS `high_tier`,
            IF(COALESCE(`t5`.`in_hubei`, FALSE), `t5`.`hubei_percent`, CAST(100 AS BIGINT)) AS `percent`,
            IF(
              COALESCE(`t5`.`in_hubei`, TRUE) AND `t5`.`has_spell`,
              `t5`.`hubei_percent`,
              CAST(100 AS BIGINT)
            ) AS `high_percent`
          FROM (
            SELECT
              `t2`.`person_id`,
              `t2`.`attendance_id`,
              `t2`.`start`,
              `t2`.`end`,
              `t2`.`day`,
              `t2`.`month`,
              `t2`.`contact_confirmed`,
              `t2`.`at_contact`,
              `t2`.`at_risk`,
              `t2`.`is_leader`,
              `t2`.`is_medical`,
              `t2`.`in_hubei`,
              `t2`.`arranged_by`,
              `t2`.`has_spell`,
              `t4`.`tier1_fen`,
              `t4`.`tier2_fen`,
              `t4`.`hubei_percent`
            FROM `run`.`paid_piece` AS `t2`
            INNER JOIN (
              SELECT
                `t1`.`day`,
                `t1`.`tier1_fen`,
                `t1`.`tier2_fen`,
                `t1`.`hubei_percent`
              FROM `run`.`rate_of_day` AS `t1`
            ) AS `t4`
              ON `t2`.`day` = `t4`.`day`
          ) AS `t5`
        ) AS `t6`
      ) AS `t7`
    ) AS `t8`
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6
  ) AS `t9`
) AS `t10`
