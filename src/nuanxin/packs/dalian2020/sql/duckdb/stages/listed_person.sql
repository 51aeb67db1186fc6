SELECT
  "t15"."person_id",
  "t15"."start",
  "t15"."exceptional",
  "t15"."refs",
  "t15"."exceptional_refs",
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
  "t11"."unit_district"
FROM (
  SELECT
    "t13"."person_id",
    MIN("t13"."decided") AS "start",
    MIN("t13"."decided") FILTER(WHERE
      "t13"."level" = 'exceptional') AS "exceptional",
    LISTAGG("t13"."ref", ';' ORDER BY "t13"."ref" ASC) AS "refs",
    LISTAGG("t13"."ref", ';' ORDER BY "t13"."ref" ASC) FILTER(WHERE
      "t13"."level" = 'exceptional') AS "exceptional_refs"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t6"."finding_id",
        "t6"."person_id",
        "t6"."level",
        "t6"."decided_on",
        "t6"."expires_on",
        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t6"."decided_on") AS "decided",
        CAST(ARRAY_CONTAINS("t6"."channels", 'phone') AS BIGINT) + CAST(ARRAY_CONTAINS("t6"."channels", 'network') AS BIGINT) + CAST(ARRAY_CONTAINS("t6"."channels", 'leader') AS BIGINT) + CAST(ARRAY_CONTAINS("t6"."channels", 'meeting') AS BIGINT) + CAST(ARRAY_CONTAINS("t6"."channels", 'assessment') AS BIGINT) AS "channels",
        'findings:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t6"."finding_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM "facts"."findings" AS "t0"
          WHERE
            IN_SCOPE("t0"."person_id")
        ) AS "t4"
        WHERE
          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."decided_on") <= AS_OF()
      ) AS "t6"
    ) AS "t12"
    WHERE
      "t12"."channels" >= PARAM('merit.channels_min')
      AND CASE
        WHEN "t12"."expires_on" IS NULL
        THEN (
          (
            EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 10000
          ) + (
            EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 100
          ) + EXTRACT(day FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT))
        ) <= (
          (
            EXTRACT(year FROM "t12"."decided_on") * 10000
          ) + (
            EXTRACT(month FROM "t12"."decided_on") * 100
          ) + EXTRACT(day FROM "t12"."decided_on") + (
            PARAM('merit.list_expiry') * 10000
          )
        )
        ELSE "t12"."expires_on" >= (
          MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)
        )
      END
  ) AS "t13"
  GROUP BY
    1
) AS "t15"
INNER JOIN (
  SELECT
    "t9".*
    EXCLUDE ("unit_id_right")
  FROM (
    SELECT
      "t8"."person_id",
      "t8"."unit_id",
      "t8"."employment",
      "t8"."profession",
      "t8"."is_leader",
      "t8"."is_secretary",
      "t8"."birth_date",
      "t8"."education",
      "t8"."party",
      "t8"."title_level",
      "t8"."title_since",
      "t8"."rank_since",
      "t8"."ref",
      "t5"."unit_id" AS "unit_id_right",
      "t5"."unit_district"
    FROM (
      SELECT
        "t1"."person_id",
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
        'people:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."person_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
      FROM "facts"."people" AS "t1"
    ) AS "t8"
    LEFT OUTER JOIN (
      SELECT
        "t2"."unit_id",
        "t2"."district" AS "unit_district"
      FROM "facts"."units" AS "t2"
    ) AS "t5"
      ON "t8"."unit_id" = "t5"."unit_id"
  ) AS "t9"
) AS "t11"
  ON "t15"."person_id" = "t11"."person_id"
