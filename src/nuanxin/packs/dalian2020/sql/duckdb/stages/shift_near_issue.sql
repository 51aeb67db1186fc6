SELECT
  "t15"."issue_id",
  "t8"."at_risk",
  "t15"."shift_ref" AS "ref"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t6"."issue_id",
      "t6"."person_id",
      "t6"."at",
      "t6"."day",
      "t12"."post_id",
      "t12"."status",
      "t12"."start",
      "t12"."end",
      "t12"."shift_ref"
    FROM (
      SELECT
        "t1"."issue_id",
        "t1"."person_id",
        "t1"."at",
        "t1"."day"
      FROM "run"."scarce_issue" AS "t1"
    ) AS "t6"
    INNER JOIN (
      SELECT
        *
      FROM (
        SELECT
          "t9"."person_id",
          "t9"."post_id",
          "t9"."status",
          CAST(EPOCH(CAST("t9"."start" AS TIMESTAMP)) AS BIGINT) AS "start",
          CAST(EPOCH(CAST("t9"."end" AS TIMESTAMP)) AS BIGINT) AS "end",
          'attendance:' || CONCAT_WS('/', COALESCE("t9"."attendance_id", '')) AS "shift_ref"
        FROM (
          SELECT
            *
          FROM "facts"."attendance" AS "t2"
          WHERE
            "t2"."status" IN ('planned', 'worked')
        ) AS "t9"
        SEMI JOIN "run"."scarce_issue" AS "t3"
          ON "t9"."person_id" = "t3"."person_id"
      ) AS "t10"
      WHERE
        (
          "t10"."status" = 'planned'
        )
        OR (
          "t10"."start" < (
            (
              AS_OF() + 1
            ) * 86400
          )
        )
    ) AS "t12"
      ON "t6"."person_id" = "t12"."person_id"
  ) AS "t13"
  WHERE
    (
      "t13"."day" = CAST((
        "t13"."start" - (
          "t13"."start" % 86400
        )
      ) / 86400 AS BIGINT)
    )
    OR (
      (
        "t13"."at" >= (
          "t13"."start" - (
            PARAM('ppe.issue_before_shift') * 3600
          )
        )
      )
      AND (
        "t13"."at" < "t13"."end"
      )
    )
) AS "t15"
INNER JOIN (
  SELECT
    "t0"."post_id",
    "t0"."risk" IN ('high', 'higher') AS "at_risk"
  FROM "facts"."posts" AS "t0"
) AS "t8"
  ON "t15"."post_id" = "t8"."post_id"
