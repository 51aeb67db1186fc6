WITH "t17" AS (
  SELECT
    "t16"."person_id",
    "t16"."unit_id",
    "t16"."start",
    "t16"."end",
    "t16"."has_reason",
    "t16"."length",
    "t16"."day",
    CONCAT_WS(
      '|',
      COALESCE('M07-2', ''),
      COALESCE('person', ''),
      COALESCE("t16"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t16"."day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      ),
      COALESCE(
        STRFTIME(
          MAKE_TIMESTAMP(1970, 1, 1, 0, 0, 0.0) + TO_SECONDS("t16"."start"),
          '%Y-%m-%dT%H:%M:%S'
        ),
        ''
      )
    ) AS "obligation_id",
    'M07-2' AS "provision",
    CAST(7 AS BIGINT) AS "measure",
    'NORMALLY' AS "modality",
    'person' AS "subject_kind",
    "t16"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t16"."day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t16"."day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CAST("t16"."length" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS "quantity",
    'hours' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t16"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t16"."length" <= (
        PARAM('roster.shift_max_normal') * 3600
      )
      THEN 'kept'
      WHEN "t16"."has_reason"
      THEN 'excepted'
      ELSE 'breached'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t16"."length" <= (
      PARAM('roster.shift_max_normal') * 3600
    ) AS "holds_within_limit",
    "t16"."has_reason" AS "holds_reason_recorded",
    CAST(CAST(CAST("t16"."length" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS TEXT) AS "value_within_limit",
    CAST("t16"."has_reason" AS TEXT) AS "value_reason_recorded"
  FROM (
    SELECT
      "t15"."person_id",
      "t15"."unit_id",
      "t15"."start",
      "t15"."end",
      "t15"."has_reason",
      "t15"."end" - "t15"."start" AS "length",
      CAST((
        "t15"."start" - (
          "t15"."start" % 86400
        )
      ) / 86400 AS BIGINT) AS "day"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t11"."person_id",
              "t11"."unit_id",
              "t11"."start",
              "t11"."end",
              "t11"."has_reason"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t9".*
                  EXCLUDE ("may_touch")
                FROM (
                  SELECT
                    *
                  FROM "run"."lens_row" AS "t4"
                  WHERE
                    NOT (
                      "t4"."may_touch"
                    )
                ) AS "t9"
              ) AS "t10"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t3"."attendance_id",
                  "t3"."person_id",
                  "t3"."post_id",
                  "t3"."spell_id",
                  "t3"."contact_confirmed",
                  "t3"."start",
                  "t3"."end",
                  "t3"."has_reason",
                  "t3"."day",
                  "t3"."length",
                  "t3"."month",
                  "t3"."bit",
                  "t3"."is_workday",
                  "t3"."unit_id",
                  "t3"."at_contact",
                  "t3"."at_risk"
                FROM "run"."row" AS "t3"
                WHERE
                  "t3"."is_alone"
              ) AS "t8"
            ) AS "t11"
          ) AS "t12"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t2"."person_id",
              "t2"."unit_id",
              "t2"."shift_start" AS "start",
              "t2"."end",
              "t2"."has_reason"
            FROM "run"."entangled_shift" AS "t2"
          ) AS "t7"
        ) AS "t13"
        WHERE
          (
            "t13"."end" - "t13"."start"
          ) > (
            PARAM('roster.shift_max_normal') * 3600
          )
      ) AS "t14"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM "run"."long_row" AS "t0"
      ) AS "t6"
    ) AS "t15"
  ) AS "t16"
)
SELECT
  *
FROM (
  SELECT
    "t22"."obligation_id",
    "t22"."criterion",
    "t22"."holds",
    "t22"."value",
    COALESCE("t27"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t18"."obligation_id",
      'within_limit' AS "criterion",
      "t18"."holds_within_limit" AS "holds",
      "t18"."value_within_limit" AS "value"
    FROM "t17" AS "t18"
  ) AS "t22"
  LEFT OUTER JOIN (
    SELECT
      "t25"."obligation_id",
      LISTAGG("t25"."ref", ';' ORDER BY "t25"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t19"."obligation_id",
          "t5"."ref"
        FROM "t17" AS "t19"
        INNER JOIN "run"."worked_row" AS "t5"
          ON "t19"."person_id" = "t5"."person_id"
          AND "t5"."start" >= "t19"."start"
          AND "t5"."end" <= "t19"."end"
      ) AS "t24"
    ) AS "t25"
    GROUP BY
      1
  ) AS "t27"
    ON "t22"."obligation_id" = "t27"."obligation_id"
) AS "t28"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t23"."obligation_id",
    "t23"."criterion",
    "t23"."holds",
    "t23"."value",
    COALESCE("t27"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t18"."obligation_id",
      'reason_recorded' AS "criterion",
      "t18"."holds_reason_recorded" AS "holds",
      "t18"."value_reason_recorded" AS "value"
    FROM "t17" AS "t18"
  ) AS "t23"
  LEFT OUTER JOIN (
    SELECT
      "t25"."obligation_id",
      LISTAGG("t25"."ref", ';' ORDER BY "t25"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t19"."obligation_id",
          "t5"."ref"
        FROM "t17" AS "t19"
        INNER JOIN "run"."worked_row" AS "t5"
          ON "t19"."person_id" = "t5"."person_id"
          AND "t5"."start" >= "t19"."start"
          AND "t5"."end" <= "t19"."end"
      ) AS "t24"
    ) AS "t25"
    GROUP BY
      1
  ) AS "t27"
    ON "t23"."obligation_id" = "t27"."obligation_id"
) AS "t29"
