SELECT
  "t19"."unit_id",
  "t19"."employment",
  "t19"."profession",
  "t19"."is_leader",
  "t19"."title_level",
  COUNT(*) AS "peers",
  LISTAGG("t19"."ref", ';' ORDER BY "t19"."ref" ASC) FILTER(WHERE
    "t19"."place" < 20) AS "peer_refs"
FROM (
  SELECT
    "t18"."person_id",
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
    ROW_NUMBER() OVER (
      PARTITION BY "t18"."unit_id", "t18"."employment", "t18"."profession", "t18"."is_leader", "t18"."title_level"
      ORDER BY "t18"."person_id" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "place"
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
      "t17"."unit_district"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t14".*
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
            "t6"."unit_id" AS "unit_id_right",
            "t6"."unit_district"
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
          ) AS "t6"
            ON "t10"."unit_id" = "t6"."unit_id"
        ) AS "t14"
      ) AS "t15"
      WHERE
        (
          "t15"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
          OR COALESCE("t15"."title_level" IN ('junior', 'intermediate', 'associate', 'full'), FALSE)
        )
        AND "t15"."title_level" IN ('junior', 'intermediate', 'associate')
        AND (
          EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) - EXTRACT(year FROM "t15"."title_since")
        ) >= PARAM('title.years_min')
    ) AS "t17"
    ANTI JOIN (
      SELECT
        *
      FROM (
        SELECT
          "t0"."spell_id",
          "t0"."person_id",
          "t0"."post_id",
          "t0"."arranged_by",
          "t0"."mission",
          "t0"."aid_place",
          "t0"."treats_confirmed",
          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."start_date") AS "start",
          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."end_date") AS "end_date"
        FROM "facts"."spells" AS "t0"
      ) AS "t5"
      WHERE
        "t5"."start" <= AS_OF()
    ) AS "t8"
      ON "t17"."person_id" = "t8"."person_id"
    SEMI JOIN (
      SELECT DISTINCT
        "t11"."unit_id",
        "t11"."employment",
        "t11"."profession",
        "t11"."is_leader",
        "t11"."title_level"
      FROM (
        SELECT
          *
        FROM "run"."front_person" AS "t1"
        WHERE
          "t1"."title_level" IN ('junior', 'intermediate', 'associate')
          AND (
            EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) - EXTRACT(year FROM "t1"."title_since")
          ) >= PARAM('title.years_min')
      ) AS "t11"
    ) AS "t13"
      ON "t17"."unit_id" = "t13"."unit_id"
      AND "t17"."employment" = "t13"."employment"
      AND "t17"."profession" = "t13"."profession"
      AND "t17"."is_leader" = "t13"."is_leader"
      AND "t17"."title_level" = "t13"."title_level"
  ) AS "t18"
) AS "t19"
GROUP BY
  1,
  2,
  3,
  4,
  5
