SELECT
  "t18"."delivery_id",
  "t18"."person_id",
  "t18"."day",
  "t18"."amount",
  "t18"."publisher",
  "t18"."declined",
  "t18"."is_leader",
  "t18"."is_medical",
  "t18"."is_cadre",
  "t18"."ref"
FROM (
  SELECT
    "t17".*
    EXCLUDE ("delivery_id_right")
  FROM (
    SELECT
      "t12"."delivery_id",
      "t12"."subject_id",
      "t12"."counterpart_id",
      "t12"."day",
      "t12"."named",
      "t12"."amount",
      "t12"."ref",
      "t7"."person_id",
      "t7"."is_leader",
      "t7"."is_medical",
      "t7"."is_cadre",
      "t6"."publisher",
      "t16"."delivery_id" AS "delivery_id_right",
      "t16"."declined"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t0"."delivery_id",
          "t0"."subject_id",
          "t0"."counterpart_id",
          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."on_date") AS "day",
          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."period_start") AS "named",
          "t0"."quantity" AS "amount",
          'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t0"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
        FROM "facts"."deliveries" AS "t0"
        WHERE
          "t0"."provision" = 'M16-3'
      ) AS "t8"
      WHERE
        "t8"."day" <= AS_OF()
    ) AS "t12"
    INNER JOIN (
      SELECT
        "t1"."person_id",
        "t1"."is_leader",
        "t1"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health') AS "is_medical",
        "t1"."employment" IN ('community_cadre', 'village_cadre') AS "is_cadre"
      FROM "facts"."people" AS "t1"
    ) AS "t7"
      ON "t12"."subject_id" = "t7"."person_id"
    LEFT OUTER JOIN (
      SELECT
        "t2"."unit_id" AS "publisher"
      FROM "facts"."units" AS "t2"
    ) AS "t6"
      ON "t12"."counterpart_id" = "t6"."publisher"
    LEFT OUTER JOIN (
      SELECT
        "t14"."delivery_id",
        MIN("t14"."ref") AS "declined"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t12"."delivery_id",
            "t7"."person_id",
            "t12"."day",
            "t10"."said_on",
            "t10"."ref"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t0"."delivery_id",
                "t0"."subject_id",
                "t0"."counterpart_id",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."on_date") AS "day",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."period_start") AS "named",
                "t0"."quantity" AS "amount",
                'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t0"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."deliveries" AS "t0"
              WHERE
                "t0"."provision" = 'M16-3'
            ) AS "t8"
            WHERE
              "t8"."day" <= AS_OF()
          ) AS "t12"
          INNER JOIN (
            SELECT
              "t1"."person_id",
              "t1"."is_leader",
              "t1"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health') AS "is_medical",
              "t1"."employment" IN ('community_cadre', 'village_cadre') AS "is_cadre"
            FROM "facts"."people" AS "t1"
          ) AS "t7"
            ON "t12"."subject_id" = "t7"."person_id"
          LEFT OUTER JOIN (
            SELECT
              "t2"."unit_id" AS "publisher"
            FROM "facts"."units" AS "t2"
          ) AS "t6"
            ON "t12"."counterpart_id" = "t6"."publisher"
          INNER JOIN (
            SELECT
              "t3"."person_id",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."on_date") AS "said_on",
              'waivers:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t3"."waiver_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
            FROM "facts"."waivers" AS "t3"
            WHERE
              "t3"."provision" = 'M16-3'
          ) AS "t10"
            ON "t7"."person_id" = "t10"."person_id"
        ) AS "t13"
        WHERE
          "t13"."said_on" <= "t13"."day"
      ) AS "t14"
      GROUP BY
        1
    ) AS "t16"
      ON "t12"."delivery_id" = "t16"."delivery_id"
  ) AS "t17"
) AS "t18"
