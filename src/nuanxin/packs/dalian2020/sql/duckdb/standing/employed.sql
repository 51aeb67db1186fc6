WITH "t4" AS (
  SELECT
    "t2"."person_id",
    "t2"."name",
    "t2"."unit_id",
    "t2"."employment",
    "t2"."profession",
    "t2"."is_leader",
    "t2"."is_secretary",
    "t2"."sex",
    "t2"."birth_date",
    "t2"."education",
    "t2"."party",
    "t2"."title_level",
    "t2"."title_since",
    "t2"."rank_since",
    "t2"."work_start",
    "t2"."district",
    "t2"."street",
    "t2"."household_district",
    "t2"."needs_transport",
    "t2"."id_number"
  FROM "facts"."people" AS "t2"
  SEMI JOIN "run"."scope" AS "t3"
    ON "t2"."person_id" = "t3"."person_id"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      'person' AS "subject_kind",
      "t5"."person_id" AS "subject_id",
      'F9' AS "class",
      "t5"."employment" AS "detail",
      CAST(NULL AS DATE) AS "first_day",
      CAST(NULL AS DATE) AS "last_day",
      CAST(NULL AS TEXT) AS "missing"
    FROM "t4" AS "t5"
    WHERE
      "t5"."employment" IN ('institution_staff', 'grassroots_institution_staff', 'graduate_village_official')
  ) AS "t6"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      'person' AS "subject_kind",
      "t5"."person_id" AS "subject_id",
      'F9' AS "class",
      'cadre' AS "detail",
      CAST(NULL AS DATE) AS "first_day",
      CAST(NULL AS DATE) AS "last_day",
      CAST(NULL AS TEXT) AS "missing"
    FROM "t4" AS "t5"
    WHERE
      "t5"."employment" IN ('community_cadre', 'village_cadre')
  ) AS "t7"
) AS "t8"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      'person' AS "subject_kind",
      "t5"."person_id" AS "subject_id",
      'F9' AS "class",
      'secretary' AS "detail",
      CAST(NULL AS DATE) AS "first_day",
      CAST(NULL AS DATE) AS "last_day",
      CASE
        WHEN COALESCE("t5"."is_secretary", FALSE)
        THEN CAST(NULL AS TEXT)
        ELSE 'is_secretary'
      END AS "missing"
    FROM "t4" AS "t5"
    WHERE
      "t5"."employment" IN ('community_cadre', 'village_cadre')
      AND COALESCE("t5"."is_secretary", TRUE)
  ) AS "t9"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      'person' AS "subject_kind",
      "t11"."person_id" AS "subject_id",
      'F9' AS "class",
      'young_talent' AS "detail",
      CAST(NULL AS DATE) AS "first_day",
      CAST(NULL AS DATE) AS "last_day",
      CASE
        WHEN (
          "t11"."age" IS NULL
        ) AND (
          "t11"."is_graduate" IS NULL
        )
        THEN 'birth_date;education'
        WHEN "t11"."age" IS NULL
        THEN 'birth_date'
        WHEN "t11"."is_graduate" IS NULL
        THEN 'education'
        ELSE CAST(NULL AS TEXT)
      END AS "missing"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t5"."person_id",
          "t5"."name",
          "t5"."unit_id",
          "t5"."employment",
          "t5"."profession",
          "t5"."is_leader",
          "t5"."is_secretary",
          "t5"."sex",
          "t5"."birth_date",
          "t5"."education",
          "t5"."party",
          "t5"."title_level",
          "t5"."title_since",
          "t5"."rank_since",
          "t5"."work_start",
          "t5"."district",
          "t5"."street",
          "t5"."household_district",
          "t5"."needs_transport",
          "t5"."id_number",
          CAST((
            (
              (
                (
                  EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
                ) + (
                  EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
                ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
              ) - (
                (
                  EXTRACT(year FROM "t5"."birth_date") * 10000
                ) + (
                  EXTRACT(month FROM "t5"."birth_date") * 100
                ) + EXTRACT(day FROM "t5"."birth_date")
              )
            ) - (
              (
                (
                  (
                    EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
                  ) + (
                    EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
                  ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
                ) - (
                  (
                    EXTRACT(year FROM "t5"."birth_date") * 10000
                  ) + (
                    EXTRACT(month FROM "t5"."birth_date") * 100
                  ) + EXTRACT(day FROM "t5"."birth_date")
                )
              ) % 10000
            )
          ) / 10000 AS BIGINT) AS "age",
          "t5"."education" IN ('bachelor', 'master', 'doctor') AS "is_graduate"
        FROM "t4" AS "t5"
      ) AS "t10"
      WHERE
        COALESCE((
          "t10"."age" <= PARAM('mobilise.youth_age_max')
        ) AND "t10"."is_graduate", TRUE)
    ) AS "t11"
  ) AS "t12"
) AS "t13"
