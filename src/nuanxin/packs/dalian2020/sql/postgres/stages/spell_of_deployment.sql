WITH "t21" AS (
  SELECT
    "t20"."spell_id",
    "t20"."person_id",
    "t20"."unit_id",
    "t20"."is_medical",
    "t20"."start",
    "t20"."last_day",
    "t20"."is_open",
    COALESCE("t20"."round", 0) AS "round",
    COALESCE("t20"."wave", 0) AS "wave"
  FROM (
    SELECT
      "t19"."spell_id",
      "t19"."person_id",
      "t19"."unit_id",
      "t19"."is_medical",
      "t19"."start",
      "t19"."last_day",
      "t19"."is_open",
      "t19"."round",
      "t19"."wave"
    FROM (
      SELECT
        "t18"."spell_id",
        "t18"."person_id",
        "t18"."unit_id",
        "t18"."is_medical",
        "t18"."start",
        "t18"."last_day",
        "t18"."is_open",
        "t18"."round",
        "t12"."spell_id" AS "spell_id_right",
        "t12"."wave"
      FROM (
        SELECT
          "t16"."spell_id",
          "t16"."person_id",
          "t16"."unit_id",
          "t16"."is_medical",
          "t16"."start",
          "t16"."last_day",
          "t16"."is_open",
          "t16"."round"
        FROM (
          SELECT
            "t4"."spell_id",
            "t4"."person_id",
            "t4"."unit_id",
            "t4"."is_medical",
            "t4"."start",
            "t4"."last_day",
            "t4"."is_open",
            "t15"."spell_id" AS "spell_id_right",
            "t15"."round"
          FROM "run"."spell" AS "t4"
          LEFT OUTER JOIN (
            SELECT
              "t13"."spell_id",
              COUNT(*) AS "round"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t4"."spell_id",
                  "t4"."person_id",
                  "t4"."unit_id",
                  "t4"."is_medical",
                  "t4"."start",
                  "t4"."last_day",
                  "t4"."is_open",
                  "t8"."release_day"
                FROM "run"."spell" AS "t4"
                INNER JOIN (
                  SELECT
                    "t3"."person_id",
                    "t3"."day" AS "release_day"
                  FROM "run"."release" AS "t3"
                ) AS "t8"
                  ON "t4"."person_id" = "t8"."person_id"
                WHERE
                  EXISTS(
                    SELECT
                      1
                    FROM "run"."scope" AS "t5"
                    WHERE
                      "t4"."person_id" = "t5"."person_id"
                  )
              ) AS "t11"
              WHERE
                "t11"."release_day" < "t11"."start"
            ) AS "t13"
            GROUP BY
              1
          ) AS "t15"
            ON "t4"."spell_id" = "t15"."spell_id"
          WHERE
            EXISTS(
              SELECT
                1
              FROM "run"."scope" AS "t5"
              WHERE
                "t4"."person_id" = "t5"."person_id"
            )
        ) AS "t16"
      ) AS "t18"
      LEFT OUTER JOIN (
        SELECT
          "t9"."spell_id",
          COUNT(*) AS "wave"
        FROM (
          SELECT
            "t4"."spell_id"
          FROM "run"."spell" AS "t4"
          INNER JOIN "run"."boundary" AS "t6"
            ON "t4"."person_id" = "t6"."person_id" AND "t6"."day" <= "t4"."start"
          WHERE
            EXISTS(
              SELECT
                1
              FROM "run"."scope" AS "t5"
              WHERE
                "t4"."person_id" = "t5"."person_id"
            )
        ) AS "t9"
        GROUP BY
          1
      ) AS "t12"
        ON "t18"."spell_id" = "t12"."spell_id"
    ) AS "t19"
  ) AS "t20"
)
SELECT
  "t23"."spell_id",
  "t23"."person_id",
  "t23"."unit_id",
  "t23"."is_medical",
  "t23"."start",
  "t23"."last_day",
  "t23"."is_open",
  "t23"."round",
  "t23"."wave",
  "t25"."deployment"
FROM "t21" AS "t23"
INNER JOIN (
  SELECT
    "t22"."person_id",
    "t22"."round",
    "t22"."wave",
    MIN("t22"."start") AS "deployment"
  FROM "t21" AS "t22"
  GROUP BY
    1,
    2,
    3
) AS "t25"
  ON "t23"."person_id" = "t25"."person_id"
  AND "t23"."round" = "t25"."round"
  AND "t23"."wave" = "t25"."wave"
