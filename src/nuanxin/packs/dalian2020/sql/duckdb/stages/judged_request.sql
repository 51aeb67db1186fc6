SELECT
  "t13"."request_id",
  "t13"."issuer_id",
  "t13"."target_id",
  "t13"."at",
  "t13"."minutes",
  "t13"."is_emergency",
  "t13"."field",
  COALESCE("t13"."held", '') AS "held",
  "t5"."owned" IS NOT NULL AS "is_exempt"
FROM (
  SELECT
    "t11".*
    EXCLUDE ("field_right")
  FROM (
    SELECT
      "t10"."request_id",
      "t10"."issuer_id",
      "t10"."target_id",
      "t10"."minutes",
      "t10"."is_emergency",
      "t10"."table_code",
      "t10"."at",
      "t10"."field",
      "t9"."field" AS "field_right",
      "t9"."held"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t1"."request_id",
            "t1"."issuer_id",
            "t1"."target_id",
            "t1"."minutes",
            "t1"."is_emergency",
            "t1"."table_code",
            CAST(EPOCH(CAST("t1"."issued_at" AS TIMESTAMP)) AS BIGINT) AS "at",
            UNNEST("t1"."fields") AS "field"
          FROM "facts"."data_requests" AS "t1"
        ) AS "t2"
        WHERE
          "t2"."at" < (
            (
              AS_OF() + 1
            ) * 86400
          )
      ) AS "t6"
    ) AS "t10"
    LEFT OUTER JOIN (
      SELECT
        "t4"."field",
        LISTAGG("t4"."ref", ';' ORDER BY "t4"."ref" ASC) AS "held"
      FROM (
        SELECT
          "t0"."field",
          "t0"."table_code",
          "t0"."owner_id",
          'held_fields:' || CONCAT_WS('/', COALESCE("t0"."field", ''), COALESCE("t0"."table_code", '')) AS "ref"
        FROM "facts"."held_fields" AS "t0"
      ) AS "t4"
      GROUP BY
        1
    ) AS "t9"
      ON "t10"."field" = "t9"."field"
  ) AS "t11"
) AS "t13"
LEFT OUTER JOIN (
  SELECT
    "t0"."field",
    "t0"."table_code",
    "t0"."owner_id" AS "issuer_id",
    'held_fields:' || CONCAT_WS('/', COALESCE("t0"."field", ''), COALESCE("t0"."table_code", '')) AS "owned"
  FROM "facts"."held_fields" AS "t0"
) AS "t5"
  ON "t13"."field" = "t5"."field"
  AND "t13"."table_code" = "t5"."table_code"
  AND "t13"."issuer_id" = "t5"."issuer_id"
