SELECT
  "t12"."issue_id",
  "t6"."at_risk",
  'attendance:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t12"."attendance_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t9"."attendance_id",
      "t9"."person_id",
      "t9"."post_id",
      "t9"."status",
      "t9"."start",
      "t9"."end",
      "t5"."issue_id",
      "t5"."at",
      "t5"."day"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t1"."attendance_id",
          "t1"."person_id",
          "t1"."post_id",
          "t1"."status",
          CAST(EPOCH(CAST("t1"."start" AS TIMESTAMP)) AS BIGINT) AS "start",
          CAST(EPOCH(CAST("t1"."end" AS TIMESTAMP)) AS BIGINT) AS "end"
        FROM "facts"."attendance" AS "t1"
        WHERE
          "t1"."status" IN ('planned', 'worked')
      ) AS "t7"
      WHERE
        (
          "t7"."status" = 'planned'
        )
        OR (
          "t7"."start" < (
            (
              AS_OF() + 1
            ) * 86400
          )
        )
    ) AS "t9"
    INNER JOIN (
      SELECT
        "t2"."issue_id",
        "t2"."person_id",
        "t2"."at",
        "t2"."day"
      FROM "run"."scarce_issue" AS "t2"
    ) AS "t5"
      ON "t9"."person_id" = "t5"."person_id"
  ) AS "t10"
  WHERE
    (
      "t10"."day" = CAST(FLOOR((
        "t10"."start"
      ) / (
        86400
      )) AS BIGINT)
    )
    OR (
      (
        "t10"."at" >= (
          "t10"."start" - (
            PARAM('ppe.issue_before_shift') * 3600
          )
        )
      )
      AND (
        "t10"."at" < "t10"."end"
      )
    )
) AS "t12"
INNER JOIN (
  SELECT
    "t0"."post_id",
    "t0"."risk" IN ('high', 'higher') AS "at_risk"
  FROM "facts"."posts" AS "t0"
) AS "t6"
  ON "t12"."post_id" = "t6"."post_id"
