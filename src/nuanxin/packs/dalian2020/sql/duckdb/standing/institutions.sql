SELECT
  'unit' AS "subject_kind",
  "t10"."unit_id" AS "subject_id",
  'U1' AS "class",
  CAST("t10"."days" AS TEXT) AS "detail",
  MAKE_DATE(1970, 1, 1) + CAST("t5"."first_day" AS INT) AS "first_day",
  MAKE_DATE(1970, 1, 1) + CAST("t5"."last_day" AS INT) AS "last_day",
  CAST(NULL AS TEXT) AS "missing"
FROM (
  SELECT
    "t8"."unit_id",
    "t8"."month",
    SUM("t8"."days") AS "days",
    SUM("t8"."people") AS "people"
  FROM (
    SELECT
      "t3"."unit_id",
      "t3"."month",
      "t3"."days",
      "t3"."people"
    FROM "run"."qualifying_unit" AS "t3"
    SEMI JOIN (
      SELECT
        "t2"."unit_id"
      FROM "facts"."units" AS "t2"
      WHERE
        "t2"."kind" IN ('public_institution', 'hospital', 'school')
    ) AS "t7"
      ON "t3"."unit_id" = "t7"."unit_id"
  ) AS "t8"
  GROUP BY
    1,
    2
) AS "t10"
INNER JOIN (
  SELECT
    "t0"."month",
    "t0"."first_day",
    "t0"."last_day"
  FROM "run"."month" AS "t0"
) AS "t5"
  ON "t10"."month" = "t5"."month"
