WITH "t11" AS (
  SELECT
    "t10"."spell_id",
    "t10"."person_id",
    "t10"."unit_id",
    "t10"."is_medical",
    "t10"."start",
    "t10"."last_day",
    "t10"."is_open",
    "t10"."round",
    COALESCE("t10"."wave", 0) AS "wave"
  FROM (
    SELECT
      "t9"."spell_id",
      "t9"."person_id",
      "t9"."unit_id",
      "t9"."is_medical",
      "t9"."start",
      "t9"."last_day",
      "t9"."is_open",
      "t9"."round",
      "t9"."wave"
    FROM (
      SELECT
        "t3"."spell_id",
        "t3"."person_id",
        "t3"."unit_id",
        "t3"."is_medical",
        "t3"."start",
        "t3"."last_day",
        "t3"."is_open",
        "t3"."round",
        "t8"."spell_id" AS "spell_id_right",
        "t8"."wave"
      FROM "run"."spell" AS "t3"
      LEFT OUTER JOIN (
        SELECT
          "t6"."spell_id",
          COUNT(*) AS "wave"
        FROM (
          SELECT
            "t3"."spell_id"
          FROM "run"."spell" AS "t3"
          INNER JOIN "run"."boundary" AS "t5"
            ON "t3"."person_id" = "t5"."person_id" AND "t5"."day" <= "t3"."start"
          WHERE
            EXISTS(
              SELECT
                1
              FROM "run"."scope" AS "t4"
              WHERE
                "t3"."person_id" = "t4"."person_id"
            )
        ) AS "t6"
        GROUP BY
          1
      ) AS "t8"
        ON "t3"."spell_id" = "t8"."spell_id"
      WHERE
        EXISTS(
          SELECT
            1
          FROM "run"."scope" AS "t4"
          WHERE
            "t3"."person_id" = "t4"."person_id"
        )
    ) AS "t9"
  ) AS "t10"
)
SELECT
  "t13"."spell_id",
  "t13"."person_id",
  "t13"."unit_id",
  "t13"."is_medical",
  "t13"."start",
  "t13"."last_day",
  "t13"."is_open",
  "t13"."round",
  "t13"."wave",
  "t15"."deployment"
FROM "t11" AS "t13"
INNER JOIN (
  SELECT
    "t12"."person_id",
    "t12"."round",
    "t12"."wave",
    MIN("t12"."start") AS "deployment"
  FROM "t11" AS "t12"
  GROUP BY
    1,
    2,
    3
) AS "t15"
  ON "t13"."person_id" = "t15"."person_id"
  AND "t13"."round" = "t15"."round"
  AND "t13"."wave" = "t15"."wave"
