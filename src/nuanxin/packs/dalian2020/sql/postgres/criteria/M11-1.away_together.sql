WITH "t20" AS (
  SELECT
    "t19"."person_id",
    "t19"."spouse_id",
    "t19"."unit_id",
    "t19"."own_start",
    "t19"."own_last",
    "t19"."other_start",
    "t19"."other_last",
    "t19"."start",
    "t19"."last_day",
    CONCAT_WS(
      '|',
      COALESCE('M11-1', ''),
      COALESCE('person', ''),
      COALESCE("t19"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t19"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      ),
      COALESCE("t19"."spouse_id", '')
    ) AS "obligation_id",
    'M11-1' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'BEST_EFFORT' AS "modality",
    'person' AS "subject_kind",
    "t19"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t19"."start" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t19"."last_day" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST((
      "t19"."last_day" - "t19"."start"
    ) + 1 AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t19"."unit_id" AS "owner_unit_id",
    'not_kept' AS "state",
    CAST(NULL AS VARCHAR) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    (
      (
        "t19"."last_day" - "t19"."start"
      ) + 1
    ) <= 0 AS "holds_not_away_together",
    CAST((
      "t19"."last_day" - "t19"."start"
    ) + 1 AS VARCHAR) AS "value_not_away_together"
  FROM (
    SELECT
      "t17"."person_id",
      "t17"."spouse_id",
      "t17"."unit_id",
      "t17"."own_start",
      "t17"."own_last",
      "t17"."other_start",
      "t17"."other_last",
      GREATEST("t17"."own_start", "t17"."other_start") AS "start",
      LEAST("t17"."own_last", "t17"."other_last") AS "last_day"
    FROM (
      SELECT
        "t5"."person_id",
        "t5"."spouse_id",
        "t12"."unit_id",
        "t14"."own_start",
        "t14"."own_last",
        "t15"."other_start",
        "t15"."other_last"
      FROM "run"."couple" AS "t5"
      INNER JOIN (
        SELECT
          "t1"."person_id",
          "t1"."unit_id"
        FROM "run"."person" AS "t1"
        WHERE
          "t1"."is_medical"
      ) AS "t12"
        ON "t5"."person_id" = "t12"."person_id"
      INNER JOIN (
        SELECT
          "t2"."person_id",
          "t2"."start" AS "own_start",
          "t2"."last_day" AS "own_last"
        FROM "run"."stint" AS "t2"
      ) AS "t14"
        ON "t5"."person_id" = "t14"."person_id"
      INNER JOIN (
        SELECT
          "t2"."person_id" AS "spouse_id",
          "t2"."start" AS "other_start",
          "t2"."last_day" AS "other_last"
        FROM "run"."stint" AS "t2"
      ) AS "t15"
        ON "t5"."spouse_id" = "t15"."spouse_id"
      WHERE
        EXISTS(
          SELECT
            1
          FROM (
            SELECT
              *
            FROM "run"."person" AS "t1"
            WHERE
              "t1"."is_medical"
          ) AS "t13"
          WHERE
            "t5"."spouse_id" = "t13"."person_id"
        )
    ) AS "t17"
    WHERE
      GREATEST("t17"."own_start", "t17"."other_start") <= LEAST("t17"."own_last", "t17"."other_last")
  ) AS "t19"
)
SELECT
  "t24"."obligation_id",
  "t24"."criterion",
  "t24"."holds",
  "t24"."value",
  COALESCE("t28"."fact_refs", '') AS "fact_refs"
FROM (
  SELECT
    "t21"."obligation_id",
    'not_away_together' AS "criterion",
    "t21"."holds_not_away_together" AS "holds",
    "t21"."value_not_away_together" AS "value"
  FROM "t20" AS "t21"
) AS "t24"
LEFT OUTER JOIN (
  SELECT
    "t26"."obligation_id",
    STRING_AGG("t26"."ref", ';' ORDER BY "t26"."ref" ASC) AS "fact_refs"
  FROM (
    SELECT DISTINCT
      *
    FROM (
      SELECT
        "t22"."obligation_id",
        "t18"."ref"
      FROM "t20" AS "t22"
      INNER JOIN (
        SELECT
          "t6"."person_id",
          "t6"."arranged_by",
          CAST((
            "t6"."start_date" - MAKE_DATE(1970, 1, 1)
          ) AS BIGINT) AS "start",
          COALESCE(CAST((
            "t6"."end_date" - MAKE_DATE(1970, 1, 1)
          ) AS BIGINT), AS_OF()) AS "last_day",
          'spells:' || CONCAT_WS('/', COALESCE("t6"."spell_id", '')) AS "ref"
        FROM "facts"."spells" AS "t6"
        WHERE
          EXISTS(
            SELECT
              1
            FROM "run"."scope" AS "t7"
            WHERE
              "t6"."person_id" = "t7"."person_id"
          )
      ) AS "t18"
        ON "t22"."person_id" = "t18"."person_id"
        AND "t18"."start" <= "t22"."last_day"
        AND "t18"."last_day" >= "t22"."start"
    ) AS "t25"
  ) AS "t26"
  GROUP BY
    1
) AS "t28"
  ON "t24"."obligation_id" = "t28"."obligation_id"
