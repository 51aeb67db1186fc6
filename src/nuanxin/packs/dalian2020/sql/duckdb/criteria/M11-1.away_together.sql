WITH "t18" AS (
  SELECT
    "t16"."person_id",
    "t16"."spouse_id",
    "t16"."unit_id",
    "t16"."own_start",
    "t16"."own_last",
    "t16"."other_start",
    "t16"."other_last",
    "t16"."start",
    "t16"."last_day",
    CONCAT_WS(
      '|',
      COALESCE('M11-1', ''),
      COALESCE('person', ''),
      COALESCE("t16"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t16"."start" AS INT) AS TEXT), ''),
      COALESCE("t16"."spouse_id", '')
    ) AS "obligation_id",
    'M11-1' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'BEST_EFFORT' AS "modality",
    'person' AS "subject_kind",
    "t16"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t16"."start" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t16"."last_day" AS INT) AS "period_end",
    CAST((
      "t16"."last_day" - "t16"."start"
    ) + 1 AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t16"."unit_id" AS "owner_unit_id",
    'not_kept' AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    (
      (
        "t16"."last_day" - "t16"."start"
      ) + 1
    ) <= 0 AS "holds_not_away_together",
    CAST((
      "t16"."last_day" - "t16"."start"
    ) + 1 AS TEXT) AS "value_not_away_together"
  FROM (
    SELECT
      "t14"."person_id",
      "t14"."spouse_id",
      "t14"."unit_id",
      "t14"."own_start",
      "t14"."own_last",
      "t14"."other_start",
      "t14"."other_last",
      GREATEST("t14"."own_start", "t14"."other_start") AS "start",
      LEAST("t14"."own_last", "t14"."other_last") AS "last_day"
    FROM (
      SELECT
        "t4"."person_id",
        "t4"."spouse_id",
        "t9"."unit_id",
        "t11"."own_start",
        "t11"."own_last",
        "t12"."other_start",
        "t12"."other_last"
      FROM "run"."couple" AS "t4"
      INNER JOIN (
        SELECT
          "t1"."person_id",
          "t1"."unit_id"
        FROM "run"."person" AS "t1"
        WHERE
          "t1"."is_medical"
      ) AS "t9"
        ON "t4"."person_id" = "t9"."person_id"
      SEMI JOIN (
        SELECT
          *
        FROM "run"."person" AS "t1"
        WHERE
          "t1"."is_medical"
      ) AS "t10"
        ON "t4"."spouse_id" = "t10"."person_id"
      INNER JOIN (
        SELECT
          "t2"."person_id",
          "t2"."start" AS "own_start",
          "t2"."last_day" AS "own_last"
        FROM "run"."stint" AS "t2"
      ) AS "t11"
        ON "t4"."person_id" = "t11"."person_id"
      INNER JOIN (
        SELECT
          "t2"."person_id" AS "spouse_id",
          "t2"."start" AS "other_start",
          "t2"."last_day" AS "other_last"
        FROM "run"."stint" AS "t2"
      ) AS "t12"
        ON "t4"."spouse_id" = "t12"."spouse_id"
    ) AS "t14"
    WHERE
      GREATEST("t14"."own_start", "t14"."other_start") <= LEAST("t14"."own_last", "t14"."other_last")
  ) AS "t16"
)
SELECT
  "t22"."obligation_id",
  "t22"."criterion",
  "t22"."holds",
  "t22"."value",
  COALESCE("t26"."fact_refs", '') AS "fact_refs"
FROM (
  SELECT
    "t19"."obligation_id",
    'not_away_together' AS "criterion",
    "t19"."holds_not_away_together" AS "holds",
    "t19"."value_not_away_together" AS "value"
  FROM "t18" AS "t19"
) AS "t22"
LEFT OUTER JOIN (
  SELECT
    "t24"."obligation_id",
    LISTAGG("t24"."ref", ';' ORDER BY "t24"."ref" ASC) AS "fact_refs"
  FROM (
    SELECT DISTINCT
      *
    FROM (
      SELECT
        "t20"."obligation_id",
        "t17"."ref"
      FROM "t18" AS "t20"
      INNER JOIN (
        SELECT
          "t13"."person_id",
          "t13"."arranged_by",
          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t13"."start_date") AS "start",
          COALESCE(DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t13"."end_date"), AS_OF()) AS "last_day",
          'spells:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t13"."spell_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
        FROM (
          SELECT
            *
          FROM "facts"."spells" AS "t3"
          WHERE
            IN_SCOPE("t3"."person_id")
        ) AS "t13"
      ) AS "t17"
        ON "t20"."person_id" = "t17"."person_id"
        AND "t17"."start" <= "t20"."last_day"
        AND "t17"."last_day" >= "t20"."start"
    ) AS "t23"
  ) AS "t24"
  GROUP BY
    1
) AS "t26"
  ON "t22"."obligation_id" = "t26"."obligation_id"
