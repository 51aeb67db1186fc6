WITH "t22" AS (
  SELECT
    "t21"."spell_id",
    "t21"."person_id",
    "t21"."unit_id",
    "t21"."is_medical",
    "t21"."start",
    "t21"."last_day",
    "t21"."is_open",
    "t21"."round",
    COALESCE("t21"."wave", 0) AS "wave"
  FROM (
    SELECT
      "t20".*
      EXCLUDE ("spell_id_right")
    FROM (
      SELECT
        "t16"."spell_id",
        "t16"."person_id",
        "t16"."unit_id",
        "t16"."is_medical",
        "t16"."start",
        "t16"."last_day",
        "t16"."is_open",
        "t16"."round",
        "t19"."spell_id" AS "spell_id_right",
        "t19"."wave"
      FROM (
        SELECT
          "t14"."spell_id",
          "t14"."person_id",
          "t14"."unit_id",
          "t14"."is_medical",
          "t14"."start",
          "t14"."last_day",
          "t14"."is_open",
          COALESCE("t14"."round", 0) AS "round"
        FROM (
          SELECT
            "t13".*
            EXCLUDE ("spell_id_right")
          FROM (
            SELECT
              "t4"."spell_id",
              "t4"."person_id",
              "t4"."unit_id",
              "t4"."is_medical",
              "t4"."start",
              "t4"."last_day",
              "t4"."is_open",
              "t12"."spell_id" AS "spell_id_right",
              "t12"."round"
            FROM "run"."spell" AS "t4"
            SEMI JOIN "run"."scope" AS "t5"
              ON "t4"."person_id" = "t5"."person_id"
            LEFT OUTER JOIN (
              SELECT
                "t10"."spell_id",
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
                  SEMI JOIN "run"."scope" AS "t5"
                    ON "t4"."person_id" = "t5"."person_id"
                  INNER JOIN (
                    SELECT
                      "t3"."person_id",
                      "t3"."day" AS "release_day"
                    FROM "run"."release" AS "t3"
                  ) AS "t8"
                    ON "t4"."person_id" = "t8"."person_id"
                ) AS "t9"
                WHERE
                  "t9"."release_day" < "t9"."start"
              ) AS "t10"
              GROUP BY
                1
            ) AS "t12"
              ON "t4"."spell_id" = "t12"."spell_id"
          ) AS "t13"
        ) AS "t14"
      ) AS "t16"
      LEFT OUTER JOIN (
        SELECT
          "t17"."spell_id",
          COUNT(*) AS "wave"
        FROM (
          SELECT
            "t16"."spell_id"
          FROM (
            SELECT
              "t14"."spell_id",
              "t14"."person_id",
              "t14"."unit_id",
              "t14"."is_medical",
              "t14"."start",
              "t14"."last_day",
              "t14"."is_open",
              COALESCE("t14"."round", 0) AS "round"
            FROM (
              SELECT
                "t13".*
                EXCLUDE ("spell_id_right")
              FROM (
                SELECT
                  "t4"."spell_id",
                  "t4"."person_id",
                  "t4"."unit_id",
                  "t4"."is_medical",
                  "t4"."start",
                  "t4"."last_day",
                  "t4"."is_open",
                  "t12"."spell_id" AS "spell_id_right",
                  "t12"."round"
                FROM "run"."spell" AS "t4"
                SEMI JOIN "run"."scope" AS "t5"
                  ON "t4"."person_id" = "t5"."person_id"
                LEFT OUTER JOIN (
                  SELECT
                    "t10"."spell_id",
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
                      SEMI JOIN "run"."scope" AS "t5"
                        ON "t4"."person_id" = "t5"."person_id"
                      INNER JOIN (
                        SELECT
                          "t3"."person_id",
                          "t3"."day" AS "release_day"
                        FROM "run"."release" AS "t3"
                      ) AS "t8"
                        ON "t4"."person_id" = "t8"."person_id"
                    ) AS "t9"
                    WHERE
                      "t9"."release_day" < "t9"."start"
                  ) AS "t10"
                  GROUP BY
                    1
                ) AS "t12"
                  ON "t4"."spell_id" = "t12"."spell_id"
              ) AS "t13"
            ) AS "t14"
          ) AS "t16"
          INNER JOIN "run"."boundary" AS "t6"
            ON "t16"."person_id" = "t6"."person_id" AND "t6"."day" <= "t16"."start"
        ) AS "t17"
        GROUP BY
          1
      ) AS "t19"
        ON "t16"."spell_id" = "t19"."spell_id"
    ) AS "t20"
  ) AS "t21"
)
SELECT
  "t24"."spell_id",
  "t24"."person_id",
  "t24"."unit_id",
  "t24"."is_medical",
  "t24"."start",
  "t24"."last_day",
  "t24"."is_open",
  "t24"."round",
  "t24"."wave",
  "t26"."deployment"
FROM "t22" AS "t24"
INNER JOIN (
  SELECT
    "t23"."person_id",
    "t23"."round",
    "t23"."wave",
    MIN("t23"."start") AS "deployment"
  FROM "t22" AS "t23"
  GROUP BY
    1,
    2,
    3
) AS "t26"
  ON "t24"."person_id" = "t26"."person_id"
  AND "t24"."round" = "t26"."round"
  AND "t24"."wave" = "t26"."wave"
