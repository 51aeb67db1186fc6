SELECT
  "t18"."unit_id",
  "t18"."employment",
  "t18"."profession",
  "t18"."is_leader",
  "t18"."title_level",
  "t18"."education",
  COUNT(*) AS "peers",
  LISTAGG("t18"."ref", ';' ORDER BY "t18"."ref" ASC) FILTER(WHERE
    "t18"."place" < 20) AS "peer_refs"
FROM (
  SELECT
    "t17"."person_id",
    "t17"."unit_id",
    "t17"."employment",
    "t17"."profession",
    "t17"."is_leader",
    "t17"."is_secretary",
    "t17"."birth_date",
    "t17"."education",
    "t17"."party",
    "t17"."title_level",
    "t17"."title_since",
    "t17"."rank_since",
    "t17"."ref",
    "t17"."unit_district",
    ROW_NUMBER() OVER (
      PARTITION BY "t17"."unit_id", "t17"."employment", "t17"."profession", "t17"."is_leader", "t17"."title_level", "t17"."education"
      ORDER BY "t17"."person_id" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "place"
  FROM (
    SELECT
      "t16"."person_id",
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
        *
      FROM (
        SELECT
          "t13"."person_id",
          "t13"."unit_id",
          "t13"."employment",
          "t13"."profession",
          "t13"."is_leader",
          "t13"."is_secretary",
          "t13"."birth_date",
          "t13"."education",
          "t13"."party",
          "t13"."title_level",
          "t13"."title_since",
          "t13"."rank_since",
          "t13"."ref",
          "t13"."unit_district"
        FROM (
          SELECT
            "t11".*
            EXCLUDE ("unit_id_right")
          FROM (
            SELECT
              "t10"."person_id",
              "t10"."unit_id",
              "t10"."employment",
              "t10"."profession",
              "t10"."is_leader",
              "t10"."is_secretary",
              "t10"."birth_date",
              "t10"."education",
              "t10"."party",
              "t10"."title_level",
              "t10"."title_since",
              "t10"."rank_since",
              "t10"."ref",
              "t8"."unit_id" AS "unit_id_right",
              "t8"."unit_district"
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
            ) AS "t10"
            LEFT OUTER JOIN (
              SELECT
                "t3"."unit_id",
                "t3"."district" AS "unit_district"
              FROM "facts"."units" AS "t3"
            ) AS "t8"
              ON "t10"."unit_id" = "t8"."unit_id"
          ) AS "t11"
        ) AS "t13"
        ANTI JOIN "run"."listed_anybody" AS "t4"
          ON "t13"."person_id" = "t4"."person_id"
      ) AS "t14"
      WHERE
        (
          (
            (
              EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 10000
            ) + (
              EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 100
            ) + EXTRACT(day FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT))
          ) - (
            (
              EXTRACT(year FROM "t14"."birth_date") * 10000
            ) + (
              EXTRACT(month FROM "t14"."birth_date") * 100
            ) + EXTRACT(day FROM "t14"."birth_date")
          )
        ) < (
          (
            PARAM('transfer.age_max') + 0 + 1
          ) * 10000
        )
        AND CASE
          WHEN "t14"."title_level" IS NULL
          THEN CAST(NULL AS BOOLEAN)
          WHEN "t14"."title_level" IN ('none', 'full')
          THEN TRUE
          WHEN "t14"."title_level" = 'associate'
          THEN (
            (
              (
                EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 10000
              ) + (
                EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 100
              ) + EXTRACT(day FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT))
            ) - (
              (
                EXTRACT(year FROM "t14"."title_since") * 10000
              ) + (
                EXTRACT(month FROM "t14"."title_since") * 100
              ) + EXTRACT(day FROM "t14"."title_since")
            )
          ) >= (
            (
              PARAM('transfer.title_years_min') - 0
            ) * 10000
          )
          ELSE FALSE
        END
    ) AS "t16"
    SEMI JOIN (
      SELECT DISTINCT
        "t0"."unit_id",
        "t0"."employment",
        "t0"."profession",
        "t0"."is_leader",
        "t0"."title_level",
        "t0"."education"
      FROM "run"."listed_person" AS "t0"
    ) AS "t7"
      ON "t16"."unit_id" = "t7"."unit_id"
      AND "t16"."employment" = "t7"."employment"
      AND "t16"."profession" = "t7"."profession"
      AND "t16"."is_leader" = "t7"."is_leader"
      AND "t16"."title_level" = "t7"."title_level"
      AND "t16"."education" = "t7"."education"
  ) AS "t17"
) AS "t18"
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6
