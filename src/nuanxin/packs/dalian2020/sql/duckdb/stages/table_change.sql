SELECT
  *
FROM (
  SELECT
    "t10"."request_id",
    "t10"."issuer_id",
    "t10"."target_id",
    "t10"."is_emergency",
    "t10"."table_code",
    "t10"."at",
    "t10"."ref",
    "t10"."asked",
    "t10"."new",
    "t10"."day",
    "t10"."is_owned",
    "t10"."is_owner",
    (
      ROW_NUMBER() OVER (
        PARTITION BY "t10"."table_code", CAST(FLOOR((
          "t10"."day" + 3
        ) / (
          7
        )) AS BIGINT)
        ORDER BY "t10"."at" ASC, "t10"."request_id" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1
    ) + 1 AS "turn"
  FROM (
    SELECT
      "t6"."request_id",
      "t6"."issuer_id",
      "t6"."target_id",
      "t6"."is_emergency",
      "t6"."table_code",
      "t6"."at",
      "t6"."ref",
      "t6"."asked",
      "t6"."new",
      "t6"."day",
      "t6"."is_owned",
      "t6"."is_owner"
    FROM (
      SELECT
        *
      FROM "run"."table_request" AS "t0"
      WHERE
        "t0"."is_owner" AND "t0"."new" > 0
    ) AS "t6"
    ANTI JOIN (
      SELECT
        "t5"."request_id",
        "t5"."issuer_id",
        "t5"."target_id",
        "t5"."is_emergency",
        "t5"."table_code",
        "t5"."at",
        "t5"."ref",
        "t5"."asked",
        "t5"."new",
        "t5"."day",
        "t5"."is_owned",
        "t5"."is_owner",
        "t7"."blocking",
        "t7"."blocked_by",
        "t7"."minutes",
        "t7"."crosses",
        "t7"."filled_by"
      FROM (
        SELECT
          *
        FROM "run"."table_request" AS "t0"
        WHERE
          NOT (
            "t0"."is_emergency"
          )
      ) AS "t5"
      INNER JOIN (
        SELECT
          *
        FROM "run"."judged_request" AS "t1"
        WHERE
          "t1"."blocking" > 0
      ) AS "t7"
        ON "t5"."request_id" = "t7"."request_id"
    ) AS "t9"
      ON "t6"."request_id" = "t9"."request_id"
  ) AS "t10"
) AS "t11"
WHERE
  "t11"."turn" > PARAM('burden.form_changes_per_week')
