SELECT
  "t15"."unit_id",
  "t15"."employment",
  "t15"."profession",
  "t15"."is_leader",
  "t15"."title_level",
  COUNT(*) AS "peers",
  LISTAGG("t15"."ref", ';' ORDER BY "t15"."ref" ASC) FILTER(WHERE
    "t15"."place" < 20) AS "peer_refs"
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
    "t14"."unit_district",
    ROW_NUMBER() OVER (
      PARTITION BY "t14"."unit_id", "t14"."employment", "t14"."profession", "t14"."is_leader", "t14"."title_level"
      ORDER BY "t14"."person_id" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "place"
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
    SEMI JOIN (
      SELECT DISTINCT
        "t1"."unit_id",
        "t1"."employment",
        "t1"."profession",
        "t1"."is_leader",
        "t1"."title_level"
      FROM "run"."listed_person" AS "t1"
    ) AS "t7"
      ON "t13"."unit_id" = "t7"."unit_id"
      AND "t13"."employment" = "t7"."employment"
      AND "t13"."profession" = "t7"."profession"
      AND "t13"."is_leader" = "t7"."is_leader"
      AND "t13"."title_level" = "t7"."title_level"
  ) AS "t14"
) AS "t15"
GROUP BY
  1,
  2,
  3,
  4,
  5
