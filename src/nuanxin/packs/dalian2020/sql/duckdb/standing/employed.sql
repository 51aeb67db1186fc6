WITH "t1" AS (
  SELECT
    *
  FROM "facts"."people" AS "t0"
  WHERE
    IN_SCOPE("t0"."person_id")
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      'person' AS "subject_kind",
      "t2"."person_id" AS "subject_id",
      'F9' AS "class",
      "t2"."employment" AS "detail",
      CAST(NULL AS DATE) AS "first_day",
      CAST(NULL AS DATE) AS "last_day",
      CAST(NULL AS TEXT) AS "missing"
    FROM "t1" AS "t2"
    WHERE
      "t2"."employment" IN ('institution_staff', 'grassroots_institution_staff', 'graduate_village_official')
  ) AS "t3"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      'person' AS "subject_kind",
      "t2"."person_id" AS "subject_id",
      'F9' AS "class",
      'cadre' AS "detail",
      CAST(NULL AS DATE) AS "first_day",
      CAST(NULL AS DATE) AS "last_day",
      CAST(NULL AS TEXT) AS "missing"
    FROM "t1" AS "t2"
    WHERE
      "t2"."employment" IN ('community_cadre', 'village_cadre')
  ) AS "t4"
) AS "t5"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      'person' AS "subject_kind",
      "t2"."person_id" AS "subject_id",
      'F9' AS "class",
      'secretary' AS "detail",
      CAST(NULL AS DATE) AS "first_day",
      CAST(NULL AS DATE) AS "last_day",
      CASE
        WHEN COALESCE("t2"."is_secretary", FALSE)
        THEN CAST(NULL AS TEXT)
        ELSE 'is_secretary'
      END AS "missing"
    FROM "t1" AS "t2"
    WHERE
      "t2"."employment" IN ('community_cadre', 'village_cadre')
      AND COALESCE("t2"."is_secretary", TRUE)
  ) AS "t6"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      'person' AS "subject_kind",
      "t8"."person_id" AS "subject_id",
      'F9' AS "class",
      'young_talent' AS "detail",
      CAST(NULL AS DATE) AS "first_day",
      CAST(NULL AS DATE) AS "last_day",
      CASE
        WHEN (
          "t8"."age" IS NULL
        ) AND (
          "t8"."is_graduate" IS NULL
        )
        THEN 'birth_date;education'
        WHEN "t8"."age" IS NULL
        THEN 'birth_date'
        WHEN "t8"."is_graduate" IS NULL
        THEN 'education'
        ELSE CAST(NULL AS TEXT)
      END AS "missing"
    FROM (
      SELECT
        *
      FROM (
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
          "t2"."id_number",
          CAST(FLOOR(
            (
              (
                (
                  EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 10000
                ) + (
                  EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 100
                ) + EXTRACT(day FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT))
              ) - (
                (
                  EXTRACT(year FROM "t2"."birth_date") * 10000
                ) + (
                  EXTRACT(month FROM "t2"."birth_date") * 100
                ) + EXTRACT(day FROM "t2"."birth_date")
              )
            ) / (
              10000
            )
          ) AS BIGINT) AS "age",
          "t2"."education" IN ('bachelor', 'master', 'doctor') AS "is_graduate"
        FROM "t1" AS "t2"
      ) AS "t7"
      WHERE
        COALESCE((
          "t7"."age" <= PARAM('mobilise.youth_age_max')
        ) AND "t7"."is_graduate", TRUE)
    ) AS "t8"
  ) AS "t9"
) AS "t10"
