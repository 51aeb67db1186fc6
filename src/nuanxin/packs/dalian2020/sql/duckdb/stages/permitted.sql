SELECT
  *
FROM (
  SELECT
    'M16-3' AS "provision",
    'stories approved and not declined' AS "what",
    "t9"."count"
  FROM (
    SELECT
      COALESCE(COUNT(*), 0) AS "count"
    FROM (
      SELECT
        *
      FROM "run"."told_story" AS "t0"
      WHERE
        "t0"."declined" IS NULL AND "t0"."amount" >= PARAM('stories.approvals_min')
    ) AS "t4"
  ) AS "t9"
) AS "t11"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      'M08-4' AS "provision",
      'scarce issues to people at risk' AS "what",
      "t6"."count"
    FROM (
      SELECT
        COALESCE(SUM(CAST("t1"."is_allowed" AS INT)), 0) AS "count"
      FROM "run"."judged_issue" AS "t1"
    ) AS "t6"
  ) AS "t8"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      'M15-2' AS "provision",
      'requests that ask for nothing twice' AS "what",
      "t15"."count"
    FROM (
      SELECT
        COALESCE(COUNT(*), 0) AS "count"
      FROM (
        SELECT
          "t13"."request_id",
          "t13"."issuer_id",
          "t13"."target_id",
          "t13"."fields",
          "t13"."minutes",
          "t13"."is_emergency",
          "t13"."table_code",
          "t13"."at",
          "t13"."ref"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t2"."request_id",
              "t2"."issuer_id",
              "t2"."target_id",
              "t2"."fields",
              "t2"."minutes",
              "t2"."is_emergency",
              "t2"."table_code",
              CAST(EPOCH(CAST("t2"."issued_at" AS TIMESTAMP)) AS BIGINT) AS "at",
              'data_requests:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t2"."request_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
            FROM "facts"."data_requests" AS "t2"
          ) AS "t10"
          WHERE
            "t10"."at" < (
              (
                AS_OF() + 1
              ) * 86400
            )
        ) AS "t13"
        ANTI JOIN (
          SELECT
            *
          FROM "run"."judged_request" AS "t3"
          WHERE
            "t3"."blocking" > 0
        ) AS "t7"
          ON "t13"."request_id" = "t7"."request_id"
      ) AS "t14"
    ) AS "t15"
  ) AS "t16"
) AS "t17"
