SELECT
  "t7"."harm_id",
  "t7"."person_id",
  "t7"."kind",
  "t7"."arises_from_duty",
  "t7"."recognised",
  "t7"."day",
  "t7"."filed",
  "t7"."decided",
  "t7"."clarified",
  "t7"."ref",
  "t4"."unit_id",
  "t4"."is_medical"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t3"."harm_id",
      "t3"."person_id",
      "t3"."kind",
      "t3"."arises_from_duty",
      "t3"."recognised",
      CASE
        WHEN CAST((
          "t3"."date" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT) <= AS_OF()
        THEN CAST((
          "t3"."date" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT)
        ELSE NULL
      END AS "day",
      CASE
        WHEN CAST((
          "t3"."filed_on" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT) <= AS_OF()
        THEN CAST((
          "t3"."filed_on" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT)
        ELSE NULL
      END AS "filed",
      CASE
        WHEN CAST((
          "t3"."decided_on" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT) <= AS_OF()
        THEN CAST((
          "t3"."decided_on" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT)
        ELSE NULL
      END AS "decided",
      CASE
        WHEN CAST((
          "t3"."clarified_on" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT) <= AS_OF()
        THEN CAST((
          "t3"."clarified_on" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT)
        ELSE NULL
      END AS "clarified",
      'harms:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t3"."harm_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
    FROM (
      SELECT
        *
      FROM "facts"."harms" AS "t1"
      WHERE
        IN_SCOPE("t1"."person_id")
    ) AS "t3"
  ) AS "t5"
  WHERE
    "t5"."day" IS NOT NULL
) AS "t7"
INNER JOIN (
  SELECT
    "t0"."person_id",
    "t0"."unit_id",
    "t0"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health') AS "is_medical"
  FROM "facts"."people" AS "t0"
) AS "t4"
  ON "t7"."person_id" = "t4"."person_id"
