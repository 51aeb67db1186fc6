WITH "t10" AS (
  SELECT
    *
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
        CAST(EXTRACT('epoch' FROM "t1"."issued_at") AS BIGINT) AS "at",
        'data_requests:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."request_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
      FROM "facts"."data_requests" AS "t1"
    ) AS "t8"
    WHERE
      "t8"."at" < (
        (
          AS_OF() + 1
        ) * 86400
      )
  ) AS "t9"
  WHERE
    "t9"."table_code" IS NOT NULL
)
SELECT
  "t23"."request_id",
  "t23"."issuer_id",
  "t23"."target_id",
  "t23"."is_emergency",
  "t23"."table_code",
  "t23"."at",
  "t23"."ref",
  "t23"."asked",
  "t23"."new",
  "t23"."day",
  "t23"."is_owned",
  "t23"."is_owner"
FROM (
  SELECT
    "t22"."request_id",
    "t22"."issuer_id",
    "t22"."target_id",
    "t22"."is_emergency",
    "t22"."table_code",
    "t22"."at",
    "t22"."ref",
    "t22"."asked",
    "t22"."new",
    "t22"."owned_table",
    "t22"."table_code_right",
    "t22"."issuer_id_right",
    CAST(FLOOR(CAST((
      "t22"."at"
    ) AS DOUBLE PRECISION) / (
      86400
    )) AS BIGINT) AS "day",
    "t22"."owned_table" IS NOT NULL AS "is_owned",
    "t22"."issuer_id_right" IS NOT NULL AS "is_owner"
  FROM (
    SELECT
      "t21"."request_id",
      "t21"."issuer_id",
      "t21"."target_id",
      "t21"."is_emergency",
      "t21"."table_code",
      "t21"."at",
      "t21"."ref",
      "t21"."asked",
      "t21"."new",
      "t5"."owned_table",
      "t6"."table_code" AS "table_code_right",
      "t6"."issuer_id" AS "issuer_id_right"
    FROM (
      SELECT
        "t19"."request_id",
        "t19"."issuer_id",
        "t19"."target_id",
        "t19"."is_emergency",
        "t19"."table_code",
        "t19"."at",
        "t19"."ref",
        "t19"."asked",
        "t19"."new"
      FROM (
        SELECT
          "t12"."request_id",
          "t12"."issuer_id",
          "t12"."target_id",
          "t12"."fields",
          "t12"."minutes",
          "t12"."is_emergency",
          "t12"."table_code",
          "t12"."at",
          "t12"."ref",
          "t18"."asked",
          "t18"."new"
        FROM "t10" AS "t12"
        INNER JOIN (
          SELECT
            "t16"."request_id",
            COUNT(*) AS "asked",
            CAST(SUM(CAST(CAST("t16"."field_right" IS NULL AS INT) AS BIGINT)) AS BIGINT) AS "new"
          FROM (
            SELECT
              "t15"."request_id",
              "t15"."table_code",
              "t15"."field",
              "t7"."table_code" AS "table_code_right",
              "t7"."field" AS "field_right"
            FROM (
              SELECT DISTINCT
                *
              FROM (
                SELECT
                  "t11"."request_id",
                  "t11"."table_code",
                  UNNEST("t11"."fields") AS "field"
                FROM "t10" AS "t11"
              ) AS "t13"
            ) AS "t15"
            LEFT OUTER JOIN (
              SELECT
                "t0"."table_code",
                "t0"."field"
              FROM "facts"."held_fields" AS "t0"
            ) AS "t7"
              ON "t15"."table_code" = "t7"."table_code" AND "t15"."field" = "t7"."field"
          ) AS "t16"
          GROUP BY
            1
        ) AS "t18"
          ON "t12"."request_id" = "t18"."request_id"
      ) AS "t19"
    ) AS "t21"
    LEFT OUTER JOIN (
      SELECT DISTINCT
        "t0"."table_code" AS "owned_table"
      FROM "facts"."held_fields" AS "t0"
    ) AS "t5"
      ON "t21"."table_code" = "t5"."owned_table"
    LEFT OUTER JOIN (
      SELECT DISTINCT
        "t0"."table_code",
        "t0"."owner_id" AS "issuer_id"
      FROM "facts"."held_fields" AS "t0"
    ) AS "t6"
      ON "t21"."table_code" = "t6"."table_code" AND "t21"."issuer_id" = "t6"."issuer_id"
  ) AS "t22"
) AS "t23"
