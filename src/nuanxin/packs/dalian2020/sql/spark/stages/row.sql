SELECT
  `t3`.`attendance_id`,
  `t3`.`person_id`,
  `t3`.`post_id`,
  `t3`.`spell_id`,
  `t3`.`contact_confirmed`,
  `t3`.`start`,
  `t3`.`end`,
  `t3`.`has_reason`,
  `t3`.`day`,
  `t3`.`length`,
  `t3`.`month`,
  `t3`.`bit`,
  `t3`.`is_workday`,
  `t3`.`unit_id`,
  `t3`.`at_contact`,
  `t3`.`at_risk`,
  `t3`.`written_spell`,
  `t7`.`is_alone`
FROM (
  SELECT
    `t1`.`attendance_id`,
    `t1`.`person_id`,
    `t1`.`post_id`,
    `t1`.`spell_id`,
    `t1`.`contact_confirmed`,
    `t1`.`start`,
    `t1`.`end`,
    `t1`.`has_reason`,
    `t1`.`day`,
    `t1`.`length`,
    `t1`.`month`,
    `t1`.`bit`,
    `t1`.`is_workday`,
    `t1`.`unit_id`,
    `t1`.`at_contact`,
    `t1`.`at_risk`,
    `t1`.`written_spell`
  FROM (
    SELECT
      *
    FROM `run`.`picked_row` AS `t0`
    WHERE
      `t0`.`in_lens`
  ) AS `t1`
) AS `t3`
INNER JOIN (
  SELECT
    `t5`.`attendance_id`,
    (
      `t5`.`length` <= 86400
    )
    AND (
      COALESCE(`t5`.`earlier_end`, -1) < `t5`.`start`
    )
    AND (
      (
        `t5`.`later_start` IS NULL
      ) OR (
        `t5`.`later_start` > `t5`.`end`
      )
    )
    AND (
      COALESCE(`t5`.`earlier_day`, -1) <> `t5`.`day`
    )
    AND (
      COALESCE(`t5`.`later_day`, -1) <> `t5`.`day`
    )
    AND (
      COALESCE(`t5`.`cut_end`, -1) <= (
        `t5`.`day` * 86400
      )
    ) AS `is_alone`
  FROM (
    SELECT
      `t4`.`attendance_id`,
      `t4`.`person_id`,
      `t4`.`start`,
      `t4`.`end`,
      `t4`.`day`,
      `t4`.`length`,
      MAX(`t4`.`end`) OVER (
        PARTITION BY `t4`.`person_id`
        ORDER BY `t4`.`start` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ) AS `earlier_end`,
      MAX(IF(`t4`.`length` > 86400, `t4`.`end`, NULL)) OVER (
        PARTITION BY `t4`.`person_id`
        ORDER BY `t4`.`start` ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ) AS `cut_end`,
      LAG(`t4`.`day`) OVER (PARTITION BY `t4`.`person_id` ORDER BY `t4`.`start` ASC NULLS LAST) AS `earlier_day`,
      LEAD(`t4`.`day`) OVER (PARTITION BY `t4`.`person_id` ORDER BY `t4`.`start` ASC NULLS LAST) AS `later_day`,
      LEAD(`t4`.`start`) OVER (PARTITION BY `t4`.`person_id` ORDER BY `t4`.`start` ASC NULLS LAST) AS `later_start`
    FROM (
      SELECT
        `t2`.`attendance_id`,
        `t2`.`person_id`,
        `t2`.`start`,
        `t2`.`end`,
        `t2`.`day`,
        `t2`.`length`
      FROM (
        SELECT
          `t1`.`attendance_id`,
          `t1`.`person_id`,
          `t1`.`post_id`,
          `t1`.`spell_id`,
          `t1`.`contact_confirmed`,
          `t1`.`start`,
          `t1`.`end`,
          `t1`.`has_reason`,
          `t1`.`day`,
          `t1`.`length`,
          `t1`.`month`,
          `t1`.`bit`,
          `t1`.`is_workday`,
          `t1`.`unit_id`,
          `t1`.`at_contact`,
          `t1`.`at_risk`,
          `t1`.`written_spell`
        FROM (
          SELECT
            *
          FROM `run`.`picked_row` AS `t0`
          WHERE
            `t0`.`in_lens`
        ) AS `t1`
      ) AS `t2`
    ) AS `t4`
  ) AS `t5`
) AS `t7`
  ON `t3`.`attendance_id` = `t7`.`attendance_id`
