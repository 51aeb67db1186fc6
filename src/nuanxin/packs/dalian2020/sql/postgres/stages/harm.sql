SELECT
  "t8"."harm_id",
  "t8"."person_id",
  "t8"."arises_from_duty",
  "t8"."recognised",
  "t8"."day",
  "t8"."filed",
  "t8"."decided",
  "t8"."paid",
  "t8"."ref",
  "t4"."unit_id",
  "t4"."is_volunteer"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t5"."harm_id",
      "t5"."person_id",
      "t5"."arises_from_duty",
      "t5"."recognised",
      CASE
        WHEN CAST((
          "t5"."date" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT) <= AS_OF()
        THEN CAST((
          "t5"."date" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT)
        ELSE NULL
      END AS "day",
      CASE
        WHEN CAST((
          "t5"."filed_on" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT) <= AS_OF()
        THEN CAST((
          "t5"."filed_on" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT)
        ELSE NULL
      END AS "filed",
      CASE
        WHEN CAST((
          "t5"."decided_on" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT) <= AS_OF()
        THEN CAST((
          "t5"."decided_on" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT)
        ELSE NULL
      END AS "decided",
      CASE
        WHEN CAST((
          "t5"."paid_on" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT) <= AS_OF()
        THEN CAST((
          "t5"."paid_on" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT)
        ELSE NULL
      END AS "paid",
      'harms:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t5"."harm_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM "facts"."harms" AS "t1"
        WHERE
          IN_SCOPE("t1"."person_id")
      ) AS "t3"
      WHERE
        "t3"."kind" IN ('illness', 'injury')
    ) AS "t5"
  ) AS "t6"
  WHERE
    "t6"."day" IS NOT NULL
) AS "t8"
INNER JOIN (
  SELECT
    "t0"."person_id",
    "t0"."unit_id",
    "t0"."employment" = 'volunteer' AS "is_volunteer"
  FROM "facts"."people" AS "t0"
) AS "t4"
  ON "t8"."person_id" = "t4"."person_id"
