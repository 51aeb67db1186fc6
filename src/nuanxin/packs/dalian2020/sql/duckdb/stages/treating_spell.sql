SELECT
  "t8"."child_id",
  "t14"."start",
  'spells:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t14"."spell_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."child_id",
      "t0"."guardian_id" AS "person_id"
    FROM "facts"."children" AS "t0"
  ) AS "t3"
  UNION
  SELECT
    *
  FROM (
    SELECT
      "t0"."child_id",
      "t0"."other_guardian_id" AS "person_id"
    FROM "facts"."children" AS "t0"
  ) AS "t4"
) AS "t8"
INNER JOIN (
  SELECT
    "t12"."spell_id",
    "t12"."person_id",
    "t12"."post_id",
    "t12"."arranged_by",
    "t12"."mission",
    "t12"."aid_place",
    "t12"."treats_confirmed",
    "t12"."start",
    "t12"."end_date"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t2"."spell_id",
          "t2"."person_id",
          "t2"."post_id",
          "t2"."arranged_by",
          "t2"."mission",
          "t2"."aid_place",
          "t2"."treats_confirmed",
          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."start_date") AS "start",
          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."end_date") AS "end_date"
        FROM "facts"."spells" AS "t2"
      ) AS "t7"
      WHERE
        "t7"."start" <= AS_OF()
    ) AS "t10"
    WHERE
      "t10"."treats_confirmed" OR (
        "t10"."mission" = 'aid'
      )
  ) AS "t12"
  SEMI JOIN (
    SELECT
      "t1"."person_id"
    FROM "facts"."people" AS "t1"
    WHERE
      "t1"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
  ) AS "t9"
    ON "t12"."person_id" = "t9"."person_id"
) AS "t14"
  ON "t8"."person_id" = "t14"."person_id"
