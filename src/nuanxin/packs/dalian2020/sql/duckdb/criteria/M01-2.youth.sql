WITH "t19" AS (
  SELECT
    "t18"."person_id",
    "t18"."start",
    "t18"."unit_id",
    "t18"."employment",
    "t18"."profession",
    "t18"."is_leader",
    "t18"."is_secretary",
    "t18"."birth_date",
    "t18"."education",
    "t18"."party",
    "t18"."title_level",
    "t18"."title_since",
    "t18"."rank_since",
    "t18"."ref",
    "t18"."unit_district",
    CONCAT_WS(
      '|',
      COALESCE('M01-2', ''),
      COALESCE('person', ''),
      COALESCE("t18"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t18"."start" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M01-2' AS "provision",
    CAST(1 AS BIGINT) AS "measure",
    'person' AS "subject_kind",
    "t18"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t18"."start" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    "t18"."unit_id" AS "owner_unit_id",
    CONCAT_WS(
      ';',
      CASE WHEN "t18"."start" IS NOT NULL THEN 'at_front_now' ELSE CAST(NULL AS TEXT) END,
      CASE
        WHEN "t18"."party" IN ('member', 'probationary')
        THEN 'party_member'
        ELSE CAST(NULL AS TEXT)
      END,
      CASE
        WHEN (
          (
            (
              EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 10000
            ) + (
              EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 100
            ) + EXTRACT(day FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT))
          ) - (
            (
              EXTRACT(year FROM "t18"."birth_date") * 10000
            ) + (
              EXTRACT(month FROM "t18"."birth_date") * 100
            ) + EXTRACT(day FROM "t18"."birth_date")
          )
        ) < (
          (
            PARAM('mobilise.youth_age_max') + 1
          ) * 10000
        )
        THEN 'is_young'
        ELSE CAST(NULL AS TEXT)
      END
    ) AS "evidence",
    CONCAT_WS(';', NULLIF("t18"."ref", '')) AS "fact_refs",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t18"."start" IS NOT NULL AS "holds_at_front_now",
    "t18"."party" IN ('member', 'probationary') AS "holds_party_member",
    (
      (
        (
          EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 10000
        ) + (
          EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 100
        ) + EXTRACT(day FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT))
      ) - (
        (
          EXTRACT(year FROM "t18"."birth_date") * 10000
        ) + (
          EXTRACT(month FROM "t18"."birth_date") * 100
        ) + EXTRACT(day FROM "t18"."birth_date")
      )
    ) < (
      (
        PARAM('mobilise.youth_age_max') + 1
      ) * 10000
    ) AS "holds_is_young",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t18"."start" AS INT) AS TEXT) AS "value_at_front_now",
    "t18"."party" AS "value_party_member",
    CAST("t18"."birth_date" AS TEXT) AS "value_is_young",
    "t18"."ref" AS "refs_party_member"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t13"."person_id",
        "t13"."start",
        "t16"."unit_id",
        "t16"."employment",
        "t16"."profession",
        "t16"."is_leader",
        "t16"."is_secretary",
        "t16"."birth_date",
        "t16"."education",
        "t16"."party",
        "t16"."title_level",
        "t16"."title_since",
        "t16"."rank_since",
        "t16"."ref",
        "t16"."unit_district"
      FROM (
        SELECT
          "t10"."person_id",
          "t10"."start"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t4"."person_id",
              "t4"."start",
              "t4"."last_day",
              "t4"."is_open"
            FROM "run"."stint" AS "t4"
            SEMI JOIN "run"."scope" AS "t5"
              ON "t4"."person_id" = "t5"."person_id"
          ) AS "t8"
          WHERE
            "t8"."last_day" = AS_OF()
        ) AS "t10"
      ) AS "t13"
      INNER JOIN (
        SELECT
          "t14".*
          EXCLUDE ("unit_id_right")
        FROM (
          SELECT
            "t11"."person_id",
            "t11"."unit_id",
            "t11"."employment",
            "t11"."profession",
            "t11"."is_leader",
            "t11"."is_secretary",
            "t11"."birth_date",
            "t11"."education",
            "t11"."party",
            "t11"."title_level",
            "t11"."title_since",
            "t11"."rank_since",
            "t11"."ref",
            "t7"."unit_id" AS "unit_id_right",
            "t7"."unit_district"
          FROM (
            SELECT
              "t2"."person_id",
              "t2"."unit_id",
              "t2"."employment",
              "t2"."profession",
              "t2"."is_leader",
              "t2"."is_secretary",
              "t2"."birth_date",
              "t2"."education",
              "t2"."party",
              "t2"."title_level",
              "t2"."title_since",
              "t2"."rank_since",
              'people:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t2"."person_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
            FROM "facts"."people" AS "t2"
          ) AS "t11"
          LEFT OUTER JOIN (
            SELECT
              "t3"."unit_id",
              "t3"."district" AS "unit_district"
            FROM "facts"."units" AS "t3"
          ) AS "t7"
            ON "t11"."unit_id" = "t7"."unit_id"
        ) AS "t14"
      ) AS "t16"
        ON "t13"."person_id" = "t16"."person_id"
    ) AS "t17"
    WHERE
      "t17"."party" IN ('member', 'probationary')
      AND (
        (
          (
            EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 10000
          ) + (
            EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 100
          ) + EXTRACT(day FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT))
        ) - (
          (
            EXTRACT(year FROM "t17"."birth_date") * 10000
          ) + (
            EXTRACT(month FROM "t17"."birth_date") * 100
          ) + EXTRACT(day FROM "t17"."birth_date")
        )
      ) < (
        (
          PARAM('mobilise.youth_age_max') + 1
        ) * 10000
      )
  ) AS "t18"
)
SELECT
  *
FROM (
  SELECT
    "t20"."obligation_id",
    'is_young' AS "criterion",
    "t20"."holds_is_young" AS "holds",
    "t20"."value_is_young" AS "value",
    '' AS "fact_refs"
  FROM "t19" AS "t20"
) AS "t21"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t20"."obligation_id",
      'at_front_now' AS "criterion",
      "t20"."holds_at_front_now" AS "holds",
      "t20"."value_at_front_now" AS "value",
      '' AS "fact_refs"
    FROM "t19" AS "t20"
  ) AS "t22"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t20"."obligation_id",
      'party_member' AS "criterion",
      "t20"."holds_party_member" AS "holds",
      "t20"."value_party_member" AS "value",
      COALESCE("t20"."refs_party_member", '') AS "fact_refs"
    FROM "t19" AS "t20"
  ) AS "t23"
) AS "t24"
