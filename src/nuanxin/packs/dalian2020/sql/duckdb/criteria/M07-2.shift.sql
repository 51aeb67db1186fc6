WITH "t9" AS (
  SELECT
    "t8"."person_id",
    "t8"."unit_id",
    "t8"."start",
    "t8"."end",
    "t8"."has_reason",
    "t8"."length",
    "t8"."day",
    CONCAT_WS(
      '|',
      COALESCE('M07-2', ''),
      COALESCE('person', ''),
      COALESCE("t8"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t8"."day" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      ),
      COALESCE(
        STRFTIME(
          MAKE_TIMESTAMP(1970, 1, 1, 0, 0, 0.0) + TO_SECONDS("t8"."start"),
          '%Y-%m-%dT%H:%M:%S'
        ),
        ''
      )
    ) AS "obligation_id",
    'M07-2' AS "provision",
    CAST(7 AS BIGINT) AS "measure",
    'NORMALLY' AS "modality",
    'person' AS "subject_kind",
    "t8"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t8"."day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t8"."day" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CAST("t8"."length" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS "quantity",
    'hours' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t8"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t8"."length" <= (
        PARAM('roster.shift_max_normal') * 3600
      )
      THEN 'kept'
      WHEN "t8"."has_reason"
      THEN 'excepted'
      ELSE 'breached'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t8"."length" <= (
      PARAM('roster.shift_max_normal') * 3600
    ) AS "holds_within_limit",
    "t8"."has_reason" AS "holds_reason_recorded",
    CAST(CAST(CAST("t8"."length" AS DECIMAL(18, 4)) / 3600 AS DECIMAL(18, 4)) AS TEXT) AS "value_within_limit",
    CAST("t8"."has_reason" AS TEXT) AS "value_reason_recorded"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t5"."person_id",
        "t5"."unit_id",
        "t5"."start",
        "t5"."end",
        "t5"."has_reason",
        "t5"."end" - "t5"."start" AS "length",
        CAST((
          "t5"."start" - (
            "t5"."start" % 86400
          )
        ) / 86400 AS BIGINT) AS "day"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t0"."person_id",
            "t0"."unit_id",
            "t0"."start",
            "t0"."end",
            "t0"."has_reason"
          FROM "run"."row" AS "t0"
          WHERE
            "t0"."is_alone"
        ) AS "t2"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t1"."person_id",
            "t1"."unit_id",
            "t1"."shift_start" AS "start",
            "t1"."end",
            "t1"."has_reason"
          FROM "run"."entangled_shift" AS "t1"
        ) AS "t3"
      ) AS "t5"
    ) AS "t7"
    WHERE
      "t7"."length" > (
        PARAM('roster.shift_max_normal') * 3600
      )
  ) AS "t8"
)
SELECT
  *
FROM (
  SELECT
    "t14"."obligation_id",
    "t14"."criterion",
    "t14"."holds",
    "t14"."value",
    COALESCE("t19"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t10"."obligation_id",
      'within_limit' AS "criterion",
      "t10"."holds_within_limit" AS "holds",
      "t10"."value_within_limit" AS "value"
    FROM "t9" AS "t10"
  ) AS "t14"
  LEFT OUTER JOIN (
    SELECT
      "t17"."obligation_id",
      LISTAGG("t17"."ref", ';' ORDER BY "t17"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t11"."obligation_id",
          "t6"."ref"
        FROM "t9" AS "t11"
        INNER JOIN (
          SELECT
            "t0"."person_id",
            "t0"."start",
            "t0"."end",
            "t0"."day",
            "t0"."month",
            "t0"."spell_id",
            'attendance:' || "t0"."attendance_id" AS "ref"
          FROM "run"."row" AS "t0"
        ) AS "t6"
          ON "t11"."person_id" = "t6"."person_id"
          AND "t6"."start" >= "t11"."start"
          AND "t6"."end" <= "t11"."end"
      ) AS "t16"
    ) AS "t17"
    GROUP BY
      1
  ) AS "t19"
    ON "t14"."obligation_id" = "t19"."obligation_id"
) AS "t20"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t15"."obligation_id",
    "t15"."criterion",
    "t15"."holds",
    "t15"."value",
    COALESCE("t19"."fact_refs", '') AS "fact_refs"
  FROM (
    SELECT
      "t10"."obligation_id",
      'reason_recorded' AS "criterion",
      "t10"."holds_reason_recorded" AS "holds",
      "t10"."value_reason_recorded" AS "value"
    FROM "t9" AS "t10"
  ) AS "t15"
  LEFT OUTER JOIN (
    SELECT
      "t17"."obligation_id",
      LISTAGG("t17"."ref", ';' ORDER BY "t17"."ref" ASC) AS "fact_refs"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t11"."obligation_id",
          "t6"."ref"
        FROM "t9" AS "t11"
        INNER JOIN (
          SELECT
            "t0"."person_id",
            "t0"."start",
            "t0"."end",
            "t0"."day",
            "t0"."month",
            "t0"."spell_id",
            'attendance:' || "t0"."attendance_id" AS "ref"
          FROM "run"."row" AS "t0"
        ) AS "t6"
          ON "t11"."person_id" = "t6"."person_id"
          AND "t6"."start" >= "t11"."start"
          AND "t6"."end" <= "t11"."end"
      ) AS "t16"
    ) AS "t17"
    GROUP BY
      1
  ) AS "t19"
    ON "t15"."obligation_id" = "t19"."obligation_id"
) AS "t21"
