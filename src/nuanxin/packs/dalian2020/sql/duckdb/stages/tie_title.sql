SELECT
  "t18"."unit_id",
  "t18"."employment",
  "t18"."profession",
  "t18"."is_leader",
  "t18"."title_level",
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
      PARTITION BY "t17"."unit_id", "t17"."employment", "t17"."profession", "t17"."is_leader", "t17"."title_level"
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
          "t13".*
          EXCLUDE ("unit_id_right")
        FROM (
          SELECT
            "t12"."person_id",
            "t12"."unit_id",
            "t12"."employment",
            "t12"."profession",
            "t12"."is_leader",
            "t12"."is_secretary",
            "t12"."birth_date",
            "t12"."education",
            "t12"."party",
            "t12"."title_level",
            "t12"."title_since",
            "t12"."rank_since",
            "t12"."ref",
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
          ) AS "t12"
          LEFT OUTER JOIN (
            SELECT
              "t3"."unit_id",
              "t3"."district" AS "unit_district"
            FROM "facts"."units" AS "t3"
          ) AS "t8"
            ON "t12"."unit_id" = "t8"."unit_id"
        ) AS "t13"
      ) AS "t14"
      WHERE
        (
          EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) - EXTRACT(year FROM "t14"."title_since")
        ) >= PARAM('title.years_min')
    ) AS "t16"
    ANTI JOIN (
      SELECT
        *
      FROM (
        SELECT
          "t1"."spell_id",
          "t1"."person_id",
          "t1"."post_id",
          "t1"."arranged_by",
          "t1"."mission",
          "t1"."aid_place",
          "t1"."treats_confirmed",
          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."start_date") AS "start",
          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."end_date") AS "end_date"
        FROM "facts"."spells" AS "t1"
      ) AS "t7"
      WHERE
        "t7"."start" <= AS_OF()
    ) AS "t10"
      ON "t16"."person_id" = "t10"."person_id"
    SEMI JOIN (
      SELECT DISTINCT
        "t0"."unit_id",
        "t0"."employment",
        "t0"."profession",
        "t0"."is_leader",
        "t0"."title_level"
      FROM "run"."front_person" AS "t0"
    ) AS "t6"
      ON "t16"."unit_id" = "t6"."unit_id"
      AND "t16"."employment" = "t6"."employment"
      AND "t16"."profession" = "t6"."profession"
      AND "t16"."is_leader" = "t6"."is_leader"
      AND "t16"."title_level" = "t6"."title_level"
  ) AS "t17"
) AS "t18"
GROUP BY
  1,
  2,
  3,
  4,
  5
