SELECT DISTINCT
  'person' AS "subject_kind",
  "t15"."person_id" AS "subject_id"
FROM (
  SELECT
    "t14"."person_id",
    "t14"."spouse_id",
    "t14"."is_medical",
    "t14"."other",
    "t8"."own_start",
    "t8"."own_last",
    "t9"."other_start",
    "t9"."other_last"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t3"."person_id",
        "t3"."spouse_id",
        "t10"."is_medical",
        "t11"."other"
      FROM "run"."couple" AS "t3"
      INNER JOIN (
        SELECT
          "t2"."person_id",
          "t2"."is_medical"
        FROM "run"."person" AS "t2"
      ) AS "t10"
        ON "t3"."person_id" = "t10"."person_id"
      INNER JOIN (
        SELECT
          "t2"."person_id" AS "spouse_id",
          "t2"."is_medical" AS "other"
        FROM "run"."person" AS "t2"
      ) AS "t11"
        ON "t3"."spouse_id" = "t11"."spouse_id"
    ) AS "t12"
    WHERE
      "t12"."is_medical" <> "t12"."other"
  ) AS "t14"
  INNER JOIN (
    SELECT
      "t0"."person_id",
      "t0"."start" AS "own_start",
      "t0"."last_day" AS "own_last"
    FROM "run"."stint" AS "t0"
  ) AS "t8"
    ON "t14"."person_id" = "t8"."person_id"
  INNER JOIN (
    SELECT
      "t0"."person_id" AS "spouse_id",
      "t0"."start" AS "other_start",
      "t0"."last_day" AS "other_last"
    FROM "run"."stint" AS "t0"
  ) AS "t9"
    ON "t14"."spouse_id" = "t9"."spouse_id"
) AS "t15"
WHERE
  "t15"."own_start" <= "t15"."other_last"
  AND "t15"."other_start" <= "t15"."own_last"
