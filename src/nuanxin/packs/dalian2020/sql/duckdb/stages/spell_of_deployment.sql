SELECT
  "t9"."spell_id",
  "t9"."person_id",
  "t9"."post_id",
  "t9"."arranged_by",
  "t9"."mission",
  "t9"."aid_place",
  "t9"."treats_confirmed",
  "t9"."start",
  "t9"."unit_id",
  "t9"."is_leader",
  "t9"."profession",
  "t9"."is_medical",
  "t9"."round",
  "t9"."end",
  "t9"."last_day",
  "t9"."is_open",
  "t9"."in_hubei",
  "t9"."is_treating",
  "t9"."wave",
  MIN("t9"."start") OVER (
    PARTITION BY "t9"."person_id", "t9"."round", "t9"."wave"
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
  ) AS "deployment"
FROM (
  SELECT
    "t3"."spell_id",
    "t3"."person_id",
    "t3"."post_id",
    "t3"."arranged_by",
    "t3"."mission",
    "t3"."aid_place",
    "t3"."treats_confirmed",
    "t3"."start",
    "t3"."unit_id",
    "t3"."is_leader",
    "t3"."profession",
    "t3"."is_medical",
    "t3"."round",
    "t3"."end",
    "t3"."last_day",
    "t3"."is_open",
    "t3"."in_hubei",
    "t3"."is_treating",
    "t8"."wave"
  FROM "run"."spell" AS "t3"
  SEMI JOIN "run"."scope" AS "t4"
    ON "t3"."person_id" = "t4"."person_id"
  INNER JOIN (
    SELECT
      "t6"."spell_id",
      COUNT("t6"."boundary") AS "wave"
    FROM (
      SELECT
        "t3"."spell_id",
        "t3"."person_id",
        "t3"."post_id",
        "t3"."arranged_by",
        "t3"."mission",
        "t3"."aid_place",
        "t3"."treats_confirmed",
        "t3"."start",
        "t3"."unit_id",
        "t3"."is_leader",
        "t3"."profession",
        "t3"."is_medical",
        "t3"."round",
        "t3"."end",
        "t3"."last_day",
        "t3"."is_open",
        "t3"."in_hubei",
        "t3"."is_treating",
        "t5"."day" AS "boundary"
      FROM "run"."spell" AS "t3"
      SEMI JOIN "run"."scope" AS "t4"
        ON "t3"."person_id" = "t4"."person_id"
      LEFT OUTER JOIN "run"."boundary" AS "t5"
        ON "t3"."person_id" = "t5"."person_id" AND "t5"."day" <= "t3"."start"
    ) AS "t6"
    GROUP BY
      1
  ) AS "t8"
    ON "t3"."spell_id" = "t8"."spell_id"
) AS "t9"
