SELECT
  "t15"."request_id",
  "t15"."issuer_id",
  "t15"."target_id",
  "t15"."at",
  "t15"."minutes",
  "t15"."is_emergency",
  "t15"."field",
  COALESCE("t15"."held", '') AS "held",
  "t3"."issuer_id" IS NOT NULL AS "is_exempt"
FROM (
  SELECT
    "t13".*
    EXCLUDE ("field_right")
  FROM (
    SELECT
      "t12"."request_id",
      "t12"."issuer_id",
      "t12"."target_id",
      "t12"."minutes",
      "t12"."is_emergency",
      "t12"."table_code",
      "t12"."at",
      "t12"."field",
      "t8"."field" AS "field_right",
      "t8"."held"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t9".*
          EXCLUDE ("fields", "ref")
        FROM (
          SELECT
            "t6"."request_id",
            "t6"."issuer_id",
            "t6"."target_id",
            "t6"."fields",
            "t6"."minutes",
            "t6"."is_emergency",
            "t6"."table_code",
            "t6"."at",
            "t6"."ref",
            UNNEST("t6"."fields") AS "field"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t1"."request_id",
                "t1"."issuer_id",
                "t1"."target_id",
                "t1"."fields",
                "t1"."minutes",
                "t1"."is_emergency",
                "t1"."table_code",
                CAST(EPOCH(CAST("t1"."issued_at" AS TIMESTAMP)) AS BIGINT) AS "at",
                'data_requests:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."request_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."data_requests" AS "t1"
            ) AS "t5"
            WHERE
              "t5"."at" < (
                (
                  AS_OF() + 1
                ) * 86400
              )
          ) AS "t6"
        ) AS "t9"
      ) AS "t10"
    ) AS "t12"
    LEFT OUTER JOIN (
      SELECT
        "t4"."field",
        LISTAGG("t4"."ref", ';' ORDER BY "t4"."ref" ASC) AS "held"
      FROM (
        SELECT
          "t0"."field",
          "t0"."table_code",
          "t0"."owner_id",
          'held_fields:' || CONCAT_WS(
            '/',
            REPLACE(REPLACE(COALESCE("t0"."field", ''), '%', '%25'), ';', '%3B'),
            REPLACE(REPLACE(COALESCE("t0"."table_code", ''), '%', '%25'), ';', '%3B')
          ) AS "ref"
        FROM "facts"."held_fields" AS "t0"
      ) AS "t4"
      GROUP BY
        1
    ) AS "t8"
      ON "t12"."field" = "t8"."field"
  ) AS "t13"
) AS "t15"
LEFT OUTER JOIN (
  SELECT
    "t0"."field",
    "t0"."table_code",
    "t0"."owner_id" AS "issuer_id"
  FROM "facts"."held_fields" AS "t0"
) AS "t3"
  ON "t15"."field" = "t3"."field"
  AND "t15"."table_code" = "t3"."table_code"
  AND "t15"."issuer_id" = "t3"."issuer_id"
