SELECT
  "t14"."obligation_id",
  "t14"."provision",
  "t14"."measure",
  "t14"."modality",
  "t14"."subject_kind",
  "t14"."subject_id",
  "t14"."period_start",
  "t14"."period_end",
  "t14"."quantity",
  "t14"."quantity_unit",
  "t14"."quantity_met",
  "t14"."due_on",
  "t14"."owner_unit_id",
  "t14"."state",
  "t14"."missing",
  "t14"."as_of"
FROM (
  SELECT
    "t13"."person_id",
    "t13"."spouse_id",
    "t13"."unit_id",
    "t13"."own_start",
    "t13"."own_last",
    "t13"."other_start",
    "t13"."other_last",
    "t13"."start",
    "t13"."last_day",
    CONCAT_WS(
      '|',
      COALESCE('M11-1', ''),
      COALESCE('person', ''),
      COALESCE("t13"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t13"."start" AS INT) AS TEXT), ''),
      COALESCE("t13"."spouse_id", '')
    ) AS "obligation_id",
    'M11-1' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'BEST_EFFORT' AS "modality",
    'person' AS "subject_kind",
    "t13"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t13"."start" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t13"."last_day" AS INT) AS "period_end",
    CAST((
      "t13"."last_day" - "t13"."start"
    ) + 1 AS DECIMAL(18, 4)) AS "quantity",
    'days' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t13"."unit_id" AS "owner_unit_id",
    'not_kept' AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    (
      (
        "t13"."last_day" - "t13"."start"
      ) + 1
    ) <= 0 AS "holds_not_away_together",
    CAST((
      "t13"."last_day" - "t13"."start"
    ) + 1 AS TEXT) AS "value_not_away_together"
  FROM (
    SELECT
      "t12"."person_id",
      "t12"."spouse_id",
      "t12"."unit_id",
      "t12"."own_start",
      "t12"."own_last",
      "t12"."other_start",
      "t12"."other_last",
      GREATEST("t12"."own_start", "t12"."other_start") AS "start",
      LEAST("t12"."own_last", "t12"."other_last") AS "last_day"
    FROM (
      SELECT
        "t3"."person_id",
        "t3"."spouse_id",
        "t8"."unit_id",
        "t10"."own_start",
        "t10"."own_last",
        "t11"."other_start",
        "t11"."other_last"
      FROM "run"."couple" AS "t3"
      INNER JOIN (
        SELECT
          "t1"."person_id",
          "t1"."unit_id"
        FROM "run"."person" AS "t1"
        WHERE
          "t1"."is_medical"
      ) AS "t8"
        ON "t3"."person_id" = "t8"."person_id"
      SEMI JOIN (
        SELECT
          *
        FROM "run"."person" AS "t1"
        WHERE
          "t1"."is_medical"
      ) AS "t9"
        ON "t3"."spouse_id" = "t9"."person_id"
      INNER JOIN (
        SELECT
          "t2"."person_id",
          "t2"."start" AS "own_start",
          "t2"."last_day" AS "own_last"
        FROM "run"."stint" AS "t2"
      ) AS "t10"
        ON "t3"."person_id" = "t10"."person_id"
      INNER JOIN (
        SELECT
          "t2"."person_id" AS "spouse_id",
          "t2"."start" AS "other_start",
          "t2"."last_day" AS "other_last"
        FROM "run"."stint" AS "t2"
      ) AS "t11"
        ON "t3"."spouse_id" = "t11"."spouse_id"
    ) AS "t12"
    WHERE
      GREATEST("t12"."own_start", "t12"."other_start") <= LEAST("t12"."own_last", "t12"."other_last")
  ) AS "t13"
) AS "t14"
