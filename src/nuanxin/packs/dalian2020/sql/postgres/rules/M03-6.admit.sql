SELECT
  "t45"."obligation_id",
  "t45"."provision",
  "t45"."measure",
  "t45"."modality",
  "t45"."subject_kind",
  "t45"."subject_id",
  "t45"."period_start",
  "t45"."period_end",
  "t45"."quantity",
  "t45"."quantity_unit",
  "t45"."quantity_met",
  "t45"."due_on",
  "t45"."owner_unit_id",
  "t45"."state",
  "t45"."missing",
  "t45"."as_of"
FROM (
  SELECT
    "t44"."person_id",
    "t44"."start",
    "t44"."exceptional",
    "t44"."refs",
    "t44"."exceptional_refs",
    "t44"."unit_id",
    "t44"."employment",
    "t44"."profession",
    "t44"."is_leader",
    "t44"."is_secretary",
    "t44"."birth_date",
    "t44"."education",
    "t44"."party",
    "t44"."title_level",
    "t44"."title_since",
    "t44"."rank_since",
    "t44"."ref",
    "t44"."unit_district",
    "t44"."announced",
    "t44"."approved",
    "t44"."announced_until",
    "t44"."due",
    CONCAT_WS(
      '|',
      COALESCE('M03-6', ''),
      COALESCE('person', ''),
      COALESCE("t44"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t44"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M03-6' AS "provision",
    CAST(3 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t44"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t44"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE
      WHEN (
        "t44"."approved" IS NOT NULL
      )
      AND (
        (
          "t44"."approved" IS NULL
        )
        OR COALESCE("t44"."approved" >= "t44"."announced_until", FALSE)
      )
      THEN 1
      ELSE 0
    END AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST(CASE
        WHEN (
          "t44"."party" IS NULL
        ) AND (
          "t44"."approved" IS NULL
        )
        THEN NULL
        ELSE "t44"."due"
      END AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "due_on",
    "t44"."unit_id" AS "owner_unit_id",
    CASE
      WHEN (
        "t44"."party" IS NULL
      ) AND (
        "t44"."approved" IS NULL
      )
      THEN 'unknown'
      WHEN NOT (
        (
          "t44"."approved" IS NULL
        )
        OR COALESCE("t44"."approved" >= "t44"."announced_until", FALSE)
      )
      THEN 'breached'
      WHEN "t44"."approved" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        AS_OF() <= "t44"."due"
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CASE
      WHEN (
        "t44"."party" IS NULL
      ) AND (
        "t44"."approved" IS NULL
      )
      THEN 'party'
      ELSE CAST(NULL AS VARCHAR)
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t44"."start" IS NOT NULL AS "holds_listed",
    CASE WHEN "t44"."party" IS NULL THEN NULL ELSE TRUE END AS "holds_applied",
    "t44"."announced" IS NOT NULL AS "holds_publicity_held",
    (
      "t44"."approved" IS NULL
    )
    OR COALESCE("t44"."approved" >= "t44"."announced_until", FALSE) AS "holds_no_step_skipped",
    "t44"."approved" IS NOT NULL AS "holds_approved",
    AS_OF() <= "t44"."due" AS "holds_within_due_day",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t44"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_listed",
    "t44"."party" AS "value_applied",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t44"."announced" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_publicity_held",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t44"."announced_until" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_no_step_skipped",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t44"."approved" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_approved",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t44"."due" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_within_due_day",
    "t44"."refs" AS "refs_listed",
    "t44"."ref" AS "refs_applied"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t42"."person_id",
        "t42"."start",
        "t42"."exceptional",
        "t42"."refs",
        "t42"."exceptional_refs",
        "t42"."unit_id",
        "t42"."employment",
        "t42"."profession",
        "t42"."is_leader",
        "t42"."is_secretary",
        "t42"."birth_date",
        "t42"."education",
        "t42"."party",
        "t42"."title_level",
        "t42"."title_since",
        "t42"."rank_since",
        "t42"."ref",
        "t42"."unit_district",
        "t42"."announced",
        "t42"."approved",
        "t42"."announced_until",
        "t42"."due"
      FROM (
        SELECT
          "t41"."person_id",
          "t41"."start",
          "t41"."exceptional",
          "t41"."refs",
          "t41"."exceptional_refs",
          "t41"."unit_id",
          "t41"."employment",
          "t41"."profession",
          "t41"."is_leader",
          "t41"."is_secretary",
          "t41"."birth_date",
          "t41"."education",
          "t41"."party",
          "t41"."title_level",
          "t41"."title_since",
          "t41"."rank_since",
          "t41"."ref",
          "t41"."unit_district",
          "t41"."announced",
          "t41"."approved",
          "t41"."announced_until",
          "t41"."due_month",
          "t41"."into",
          "t41"."due_month_right",
          "t41"."due_first",
          "t41"."due_last",
          LEAST("t41"."due_first" + "t41"."into", "t41"."due_last") AS "due"
        FROM (
          SELECT
            "t40"."person_id",
            "t40"."start",
            "t40"."exceptional",
            "t40"."refs",
            "t40"."exceptional_refs",
            "t40"."unit_id",
            "t40"."employment",
            "t40"."profession",
            "t40"."is_leader",
            "t40"."is_secretary",
            "t40"."birth_date",
            "t40"."education",
            "t40"."party",
            "t40"."title_level",
            "t40"."title_since",
            "t40"."rank_since",
            "t40"."ref",
            "t40"."unit_district",
            "t40"."announced",
            "t40"."approved",
            "t40"."announced_until",
            "t40"."due_month",
            "t40"."into",
            "t11"."due_month" AS "due_month_right",
            "t11"."due_first",
            "t11"."due_last"
          FROM (
            SELECT
              "t38"."person_id",
              "t38"."start",
              "t38"."exceptional",
              "t38"."refs",
              "t38"."exceptional_refs",
              "t38"."unit_id",
              "t38"."employment",
              "t38"."profession",
              "t38"."is_leader",
              "t38"."is_secretary",
              "t38"."birth_date",
              "t38"."education",
              "t38"."party",
              "t38"."title_level",
              "t38"."title_since",
              "t38"."rank_since",
              "t38"."ref",
              "t38"."unit_district",
              "t38"."announced",
              "t38"."approved",
              "t38"."announced_until",
              "t38"."due_month",
              "t38"."into"
            FROM (
              SELECT
                "t37"."person_id",
                "t37"."start",
                "t37"."exceptional",
                "t37"."refs",
                "t37"."exceptional_refs",
                "t37"."unit_id",
                "t37"."employment",
                "t37"."profession",
                "t37"."is_leader",
                "t37"."is_secretary",
                "t37"."birth_date",
                "t37"."education",
                "t37"."party",
                "t37"."title_level",
                "t37"."title_since",
                "t37"."rank_since",
                "t37"."ref",
                "t37"."unit_district",
                "t37"."announced",
                "t37"."approved",
                "t37"."announced_until",
                "t37"."month",
                "t37"."first_day",
                "t37"."month" + PARAM('party.admission_cap') AS "due_month",
                "t37"."start" - "t37"."first_day" AS "into"
              FROM (
                SELECT
                  "t36"."person_id",
                  "t36"."start",
                  "t36"."exceptional",
                  "t36"."refs",
                  "t36"."exceptional_refs",
                  "t36"."unit_id",
                  "t36"."employment",
                  "t36"."profession",
                  "t36"."is_leader",
                  "t36"."is_secretary",
                  "t36"."birth_date",
                  "t36"."education",
                  "t36"."party",
                  "t36"."title_level",
                  "t36"."title_since",
                  "t36"."rank_since",
                  "t36"."ref",
                  "t36"."unit_district",
                  "t36"."announced",
                  "t36"."approved",
                  "t36"."announced_until",
                  "t36"."month",
                  "t36"."first_day"
                FROM (
                  SELECT
                    "t35"."person_id",
                    "t35"."start",
                    "t35"."exceptional",
                    "t35"."refs",
                    "t35"."exceptional_refs",
                    "t35"."unit_id",
                    "t35"."employment",
                    "t35"."profession",
                    "t35"."is_leader",
                    "t35"."is_secretary",
                    "t35"."birth_date",
                    "t35"."education",
                    "t35"."party",
                    "t35"."title_level",
                    "t35"."title_since",
                    "t35"."rank_since",
                    "t35"."ref",
                    "t35"."unit_district",
                    "t35"."announced",
                    "t35"."approved",
                    "t35"."announced_until",
                    "t21"."month",
                    "t21"."start" AS "start_right",
                    "t21"."first_day"
                  FROM (
                    SELECT
                      "t33"."person_id",
                      "t33"."start",
                      "t33"."exceptional",
                      "t33"."refs",
                      "t33"."exceptional_refs",
                      "t33"."unit_id",
                      "t33"."employment",
                      "t33"."profession",
                      "t33"."is_leader",
                      "t33"."is_secretary",
                      "t33"."birth_date",
                      "t33"."education",
                      "t33"."party",
                      "t33"."title_level",
                      "t33"."title_since",
                      "t33"."rank_since",
                      "t33"."ref",
                      "t33"."unit_district",
                      "t33"."announced",
                      "t33"."approved",
                      "t33"."announced_until"
                    FROM (
                      SELECT
                        "t32"."person_id",
                        "t32"."start",
                        "t32"."exceptional",
                        "t32"."refs",
                        "t32"."exceptional_refs",
                        "t32"."unit_id",
                        "t32"."employment",
                        "t32"."profession",
                        "t32"."is_leader",
                        "t32"."is_secretary",
                        "t32"."birth_date",
                        "t32"."education",
                        "t32"."party",
                        "t32"."title_level",
                        "t32"."title_since",
                        "t32"."rank_since",
                        "t32"."ref",
                        "t32"."unit_district",
                        "t32"."announced",
                        "t32"."approved",
                        "t32"."due_count",
                        "t13"."workday_count",
                        "t13"."announced_until"
                      FROM (
                        SELECT
                          "t30"."person_id",
                          "t30"."start",
                          "t30"."exceptional",
                          "t30"."refs",
                          "t30"."exceptional_refs",
                          "t30"."unit_id",
                          "t30"."employment",
                          "t30"."profession",
                          "t30"."is_leader",
                          "t30"."is_secretary",
                          "t30"."birth_date",
                          "t30"."education",
                          "t30"."party",
                          "t30"."title_level",
                          "t30"."title_since",
                          "t30"."rank_since",
                          "t30"."ref",
                          "t30"."unit_district",
                          "t30"."announced",
                          "t30"."approved",
                          "t30"."due_count"
                        FROM (
                          SELECT
                            "t29"."person_id",
                            "t29"."start",
                            "t29"."exceptional",
                            "t29"."refs",
                            "t29"."exceptional_refs",
                            "t29"."unit_id",
                            "t29"."employment",
                            "t29"."profession",
                            "t29"."is_leader",
                            "t29"."is_secretary",
                            "t29"."birth_date",
                            "t29"."education",
                            "t29"."party",
                            "t29"."title_level",
                            "t29"."title_since",
                            "t29"."rank_since",
                            "t29"."ref",
                            "t29"."unit_district",
                            "t29"."announced",
                            "t29"."approved",
                            "t17"."announced" AS "announced_right",
                            "t17"."due_count"
                          FROM (
                            SELECT
                              "t27"."person_id",
                              "t27"."start",
                              "t27"."exceptional",
                              "t27"."refs",
                              "t27"."exceptional_refs",
                              "t27"."unit_id",
                              "t27"."employment",
                              "t27"."profession",
                              "t27"."is_leader",
                              "t27"."is_secretary",
                              "t27"."birth_date",
                              "t27"."education",
                              "t27"."party",
                              "t27"."title_level",
                              "t27"."title_since",
                              "t27"."rank_since",
                              "t27"."ref",
                              "t27"."unit_district",
                              "t27"."announced",
                              "t27"."approved"
                            FROM (
                              SELECT
                                "t4"."person_id",
                                "t4"."start",
                                "t4"."exceptional",
                                "t4"."refs",
                                "t4"."exceptional_refs",
                                "t4"."unit_id",
                                "t4"."employment",
                                "t4"."profession",
                                "t4"."is_leader",
                                "t4"."is_secretary",
                                "t4"."birth_date",
                                "t4"."education",
                                "t4"."party",
                                "t4"."title_level",
                                "t4"."title_since",
                                "t4"."rank_since",
                                "t4"."ref",
                                "t4"."unit_district",
                                "t26"."person_id" AS "person_id_right",
                                "t26"."announced",
                                "t26"."approved"
                              FROM "run"."listed_person" AS "t4"
                              LEFT OUTER JOIN (
                                SELECT
                                  "t24"."person_id",
                                  MIN("t24"."day") FILTER(WHERE
                                    "t24"."words" = 'publicity') AS "announced",
                                  MIN("t24"."day") FILTER(WHERE
                                    "t24"."words" = 'approval') AS "approved"
                                FROM (
                                  SELECT
                                    "t23"."person_id",
                                    "t23"."start",
                                    "t23"."quantity",
                                    "t23"."words",
                                    "t23"."day",
                                    "t23"."named"
                                  FROM (
                                    SELECT
                                      *
                                    FROM (
                                      SELECT
                                        "t14"."person_id",
                                        "t14"."start",
                                        "t20"."subject_id",
                                        "t20"."quantity",
                                        "t20"."words",
                                        "t20"."day",
                                        "t20"."named"
                                      FROM (
                                        SELECT DISTINCT
                                          "t2"."person_id",
                                          "t2"."start"
                                        FROM "run"."listed_person" AS "t2"
                                      ) AS "t14"
                                      INNER JOIN (
                                        SELECT
                                          *
                                        FROM (
                                          SELECT
                                            "t3"."subject_id",
                                            "t3"."quantity",
                                            "t3"."counterpart_id" AS "words",
                                            CAST((
                                              "t3"."on_date" - MAKE_DATE(1970, 1, 1)
                                            ) AS BIGINT) AS "day",
                                            CAST((
                                              "t3"."period_start" - MAKE_DATE(1970, 1, 1)
                                            ) AS BIGINT) AS "named"
                                          FROM "facts"."deliveries" AS "t3"
                                          WHERE
                                            "t3"."provision" = 'M03-6'
                                        ) AS "t16"
                                        WHERE
                                          "t16"."day" <= AS_OF() AND TRUE
                                      ) AS "t20"
                                        ON "t14"."person_id" = "t20"."subject_id"
                                    ) AS "t22"
                                    WHERE
                                      "t22"."day" >= "t22"."start"
                                      AND (
                                        (
                                          "t22"."named" IS NULL
                                        ) OR (
                                          "t22"."named" = "t22"."start"
                                        )
                                      )
                                  ) AS "t23"
                                ) AS "t24"
                                GROUP BY
                                  1
                              ) AS "t26"
                                ON "t4"."person_id" = "t26"."person_id"
                            ) AS "t27"
                          ) AS "t29"
                          LEFT OUTER JOIN (
                            SELECT
                              "t1"."day" AS "announced",
                              "t1"."workday_count" + PARAM('appoint.publicity_days') AS "due_count"
                            FROM "run"."calendar" AS "t1"
                          ) AS "t17"
                            ON "t29"."announced" = "t17"."announced"
                        ) AS "t30"
                      ) AS "t32"
                      LEFT OUTER JOIN (
                        SELECT
                          "t1"."workday_count",
                          "t1"."day" AS "announced_until"
                        FROM "run"."calendar" AS "t1"
                        WHERE
                          "t1"."is_workday"
                      ) AS "t13"
                        ON "t32"."due_count" = "t13"."workday_count"
                    ) AS "t33"
                  ) AS "t35"
                  LEFT OUTER JOIN (
                    SELECT
                      "t12"."month",
                      "t12"."start",
                      "t10"."first_day"
                    FROM (
                      SELECT
                        "t1"."month",
                        "t1"."day" AS "start"
                      FROM "run"."calendar" AS "t1"
                    ) AS "t12"
                    INNER JOIN (
                      SELECT
                        "t0"."month",
                        "t0"."first_day"
                      FROM "run"."month" AS "t0"
                    ) AS "t10"
                      ON "t12"."month" = "t10"."month"
                  ) AS "t21"
                    ON "t35"."start" = "t21"."start"
                ) AS "t36"
              ) AS "t37"
            ) AS "t38"
          ) AS "t40"
          LEFT OUTER JOIN (
            SELECT
              "t0"."month" AS "due_month",
              "t0"."first_day" AS "due_first",
              "t0"."last_day" AS "due_last"
            FROM "run"."month" AS "t0"
          ) AS "t11"
            ON "t40"."due_month" = "t11"."due_month"
        ) AS "t41"
      ) AS "t42"
    ) AS "t43"
    WHERE
      (
        "t43"."party" IS NULL
      )
      OR (
        "t43"."party" = 'applicant'
      )
      OR (
        "t43"."party" IN ('member', 'probationary')
        AND (
          "t43"."approved" IS NOT NULL
        )
      )
  ) AS "t44"
) AS "t45"
