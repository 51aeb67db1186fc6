SELECT
  "t2"."obligation_id" AS "listing_id",
  "t2"."provision",
  "t2"."measure",
  "t2"."subject_kind",
  "t2"."subject_id",
  "t2"."period_start",
  "t2"."period_end",
  "t2"."owner_unit_id",
  "t2"."evidence",
  "t2"."fact_refs",
  "t2"."as_of"
FROM (
  SELECT
    "t1"."person_id",
    "t1"."start",
    "t1"."exceptional",
    "t1"."refs",
    "t1"."exceptional_refs",
    "t1"."unit_id",
    "t1"."employment",
    "t1"."profession",
    "t1"."is_leader",
    "t1"."is_secretary",
    "t1"."birth_date",
    "t1"."education",
    "t1"."party",
    "t1"."title_level",
    "t1"."title_since",
    "t1"."rank_since",
    "t1"."ref",
    "t1"."unit_district",
    CONCAT_WS(
      '|',
      COALESCE('M03-3', ''),
      COALESCE('person', ''),
      COALESCE("t1"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t1"."start" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M03-3' AS "provision",
    CAST(3 AS BIGINT) AS "measure",
    'person' AS "subject_kind",
    "t1"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t1"."start" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    "t1"."unit_id" AS "owner_unit_id",
    CONCAT_WS(
      ';',
      CASE WHEN "t1"."start" IS NOT NULL THEN 'listed' ELSE CAST(NULL AS TEXT) END,
      CASE
        WHEN "t1"."employment" IN ('institution_staff', 'grassroots_institution_staff')
        THEN 'institution_staff'
        ELSE CAST(NULL AS TEXT)
      END,
      CASE
        WHEN COALESCE("t1"."title_level" IN ('associate', 'full'), FALSE)
        OR COALESCE("t1"."education" IN ('master', 'doctor'), FALSE)
        THEN 'well_trained'
        ELSE CAST(NULL AS TEXT)
      END
    ) AS "evidence",
    CONCAT_WS(';', NULLIF("t1"."refs", ''), NULLIF("t1"."ref", '')) AS "fact_refs",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t1"."start" IS NOT NULL AS "holds_listed",
    "t1"."employment" IN ('institution_staff', 'grassroots_institution_staff') AS "holds_institution_staff",
    COALESCE("t1"."title_level" IN ('associate', 'full'), FALSE)
    OR COALESCE("t1"."education" IN ('master', 'doctor'), FALSE) AS "holds_well_trained",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t1"."start" AS INT) AS TEXT) AS "value_listed",
    "t1"."employment" AS "value_institution_staff",
    CASE
      WHEN COALESCE("t1"."title_level" IN ('associate', 'full'), FALSE)
      THEN "t1"."title_level"
      ELSE "t1"."education"
    END AS "value_well_trained",
    "t1"."refs" AS "refs_listed",
    "t1"."ref" AS "refs_institution_staff"
  FROM (
    SELECT
      *
    FROM "run"."listed_person" AS "t0"
    WHERE
      "t0"."employment" IN ('institution_staff', 'grassroots_institution_staff')
      AND (
        COALESCE("t0"."title_level" IN ('associate', 'full'), FALSE)
        OR COALESCE("t0"."education" IN ('master', 'doctor'), FALSE)
      )
  ) AS "t1"
) AS "t2"
