SELECT
  "t18"."person_id",
  "t18"."start",
  "t18"."exceptional",
  "t18"."refs",
  "t18"."exceptional_refs",
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
    "t16"."person_id",
    MIN("t16"."decided") AS "start",
    MIN("t16"."decided") FILTER(WHERE
      "t16"."level" = 'exceptional') AS "exceptional",
    LISTAGG("t16"."ref", ';' ORDER BY "t16"."ref" ASC) AS "refs",
    LISTAGG("t16"."ref", ';' ORDER BY "t16"."ref" ASC) FILTER(WHERE
      "t16"."level" = 'exceptional') AS "exceptional_refs"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t11"."finding_id",
        "t11"."person_id",
        "t11"."level",
        "t11"."decided_on",
        "t11"."expires_on",
        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t11"."decided_on") AS "decided",
        CAST(ARRAY_CONTAINS("t11"."channels", 'phone') AS BIGINT) + CAST(ARRAY_CONTAINS("t11"."channels", 'network') AS BIGINT) + CAST(ARRAY_CONTAINS("t11"."channels", 'leader') AS BIGINT) + CAST(ARRAY_CONTAINS("t11"."channels", 'meeting') AS BIGINT) + CAST(ARRAY_CONTAINS("t11"."channels", 'assessment') AS BIGINT) AS "channels",
        'findings:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t11"."finding_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t4"."finding_id",
            "t4"."person_id",
            "t4"."level",
            "t4"."decided_on",
            "t4"."decided_by",
            "t4"."channels",
            "t4"."expires_on"
          FROM "facts"."findings" AS "t4"
          SEMI JOIN "run"."scope" AS "t5"
            ON "t4"."person_id" = "t5"."person_id"
        ) AS "t8"
        WHERE
          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t8"."decided_on") <= AS_OF()
      ) AS "t11"
    ) AS "t15"
    WHERE
      "t15"."channels" >= PARAM('merit.channels_min')
      AND CASE
        WHEN "t15"."expires_on" IS NULL
        THEN (
          (
            EXTRACT(year FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 10000
          ) + (
            EXTRACT(month FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)) * 100
          ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE))
        ) <= (
          (
            EXTRACT(year FROM "t15"."decided_on") * 10000
          ) + (
            EXTRACT(month FROM "t15"."decided_on") * 100
          ) + EXTRACT(day FROM "t15"."decided_on") + (
            PARAM('merit.list_expiry') * 10000
          )
        )
        ELSE "t15"."expires_on" >= CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)
      END
  ) AS "t16"
  GROUP BY
    1
) AS "t18"
INNER JOIN (
  SELECT
    "t12".*
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
      "t7"."unit_id" AS "unit_id_right",
      "t7"."unit_district"
    FROM (
      SELECT
        "t0"."person_id",
        "t0"."unit_id",
        "t0"."employment",
        "t0"."profession",
        "t0"."is_leader",
        "t0"."is_secretary",
        "t0"."birth_date",
        "t0"."education",
        "t0"."party",
        "t0"."title_level",
        "t0"."title_since",
        "t0"."rank_since",
        'people:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t0"."person_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
      FROM "facts"."people" AS "t0"
    ) AS "t10"
    LEFT OUTER JOIN (
      SELECT
        "t2"."unit_id",
        "t2"."district" AS "unit_district"
      FROM "facts"."units" AS "t2"
    ) AS "t7"
      ON "t10"."unit_id" = "t7"."unit_id"
  ) AS "t12"
) AS "t14"
  ON "t18"."person_id" = "t14"."person_id"
