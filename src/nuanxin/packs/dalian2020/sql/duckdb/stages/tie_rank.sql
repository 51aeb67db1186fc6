SELECT
  "t16"."unit_id",
  "t16"."employment",
  "t16"."profession",
  "t16"."is_leader",
  COUNT(*) AS "peers",
  LISTAGG("t16"."ref", ';' ORDER BY "t16"."ref" ASC) FILTER(WHERE
    "t16"."place" < 20) AS "peer_refs"
FROM (
  SELECT
    "t15"."person_id",
    "t15"."unit_id",
    "t15"."employment",
    "t15"."profession",
    "t15"."is_leader",
    "t15"."is_secretary",
    "t15"."birth_date",
    "t15"."education",
    "t15"."party",
    "t15"."title_level",
    "t15"."title_since",
    "t15"."rank_since",
    "t15"."ref",
    "t15"."unit_district",
    ROW_NUMBER() OVER (
      PARTITION BY "t15"."unit_id", "t15"."employment", "t15"."profession", "t15"."is_leader"
      ORDER BY "t15"."person_id" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "place"
  FROM (
    SELECT
      "t14"."person_id",
      "t14"."unit_id",
      "t14"."employment",
      "t14"."profession",
      "t14"."is_leader",
      "t14"."is_secretary",
      "t14"."birth_date",
      "t14"."education",
      "t14"."party",
      "t14"."title_level",
      "t14"."title_since",
      "t14"."rank_since",
      "t14"."ref",
      "t14"."unit_district"
    FROM (
      SELECT
        *
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
      ) AS "t12"
      WHERE
        COALESCE(
          (
            "t12"."employment" = 'civil_servant'
          )
          AND (
            (
              (
                (
                  EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 10000
                ) + (
                  EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 100
                ) + EXTRACT(day FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT))
              ) - (
                (
                  EXTRACT(year FROM "t12"."rank_since") * 10000
                ) + (
                  EXTRACT(month FROM "t12"."rank_since") * 100
                ) + EXTRACT(day FROM "t12"."rank_since")
              )
            ) >= (
              PARAM('rank.years_min') * 10000
            )
          ),
          FALSE
        )
    ) AS "t14"
    ANTI JOIN "run"."listed_anybody" AS "t4"
      ON "t14"."person_id" = "t4"."person_id"
    SEMI JOIN (
      SELECT DISTINCT
        "t1"."unit_id",
        "t1"."employment",
        "t1"."profession",
        "t1"."is_leader"
      FROM "run"."listed_person" AS "t1"
    ) AS "t7"
      ON "t14"."unit_id" = "t7"."unit_id"
      AND "t14"."employment" = "t7"."employment"
      AND "t14"."profession" = "t7"."profession"
      AND "t14"."is_leader" = "t7"."is_leader"
  ) AS "t15"
) AS "t16"
GROUP BY
  1,
  2,
  3,
  4
