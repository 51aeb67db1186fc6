WITH "t25" AS (
  SELECT
    "t24"."person_id",
    "t24"."unit_id",
    "t24"."is_medical",
    "t24"."deployment",
    "t24"."last_day",
    "t24"."is_open",
    "t24"."release",
    "t24"."next_deployment",
    "t24"."checked",
    CONCAT_WS(
      '|',
      COALESCE('M11-4', ''),
      COALESCE('person', ''),
      COALESCE("t24"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t24"."deployment" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M11-4' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t24"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t24"."deployment" AS INT) AS "period_start",
    MAKE_DATE(1970, 1, 1) + CAST("t24"."release" AS INT) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t24"."checked" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t24"."release" + PARAM('care.check_within') AS INT) AS "due_on",
    "t24"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t24"."checked" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        (
          "t24"."release" IS NULL
        )
        OR (
          AS_OF() <= (
            "t24"."release" + PARAM('care.check_within')
          )
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t24"."is_medical" AS "holds_is_medical",
    "t24"."release" IS NOT NULL AS "holds_released",
    "t24"."checked" IS NOT NULL AS "holds_checked",
    (
      "t24"."release" IS NULL
    )
    OR (
      AS_OF() <= (
        "t24"."release" + PARAM('care.check_within')
      )
    ) AS "holds_within_due_day",
    CAST("t24"."is_medical" AS TEXT) AS "value_is_medical",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t24"."release" AS INT) AS TEXT) AS "value_released",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t24"."checked" AS INT) AS TEXT) AS "value_checked",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t24"."release" + PARAM('care.check_within') AS INT) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t23".*
      EXCLUDE ("deployment_right", "person_id_right")
    FROM (
      SELECT
        "t5"."person_id",
        "t5"."unit_id",
        "t5"."is_medical",
        "t5"."deployment",
        "t5"."last_day",
        "t5"."is_open",
        "t5"."release",
        "t5"."next_deployment",
        "t22"."person_id" AS "person_id_right",
        "t22"."deployment" AS "deployment_right",
        "t22"."checked"
      FROM (
        SELECT
          *
        FROM "run"."deployment" AS "t0"
        WHERE
          "t0"."is_medical"
      ) AS "t5"
      LEFT OUTER JOIN (
        SELECT
          "t20"."person_id",
          "t20"."deployment",
          MIN("t20"."day") AS "checked"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t5"."person_id",
              "t5"."unit_id",
              "t5"."is_medical",
              "t5"."deployment",
              "t5"."last_day",
              "t5"."is_open",
              "t5"."release",
              "t5"."next_deployment",
              "t13"."day",
              "t13"."named"
            FROM (
              SELECT
                *
              FROM "run"."deployment" AS "t0"
              WHERE
                "t0"."is_medical"
            ) AS "t5"
            INNER JOIN (
              SELECT
                *
              FROM (
                SELECT
                  "t7"."subject_id" AS "person_id",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t7"."on_date") AS "day",
                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t7"."period_start") AS "named"
                FROM (
                  SELECT
                    *
                  FROM "facts"."deliveries" AS "t3"
                  WHERE
                    IN_SCOPE("t3"."subject_id")
                ) AS "t7"
                WHERE
                  "t7"."provision" = 'M11-4'
              ) AS "t8"
              WHERE
                "t8"."day" <= AS_OF()
            ) AS "t13"
              ON "t5"."person_id" = "t13"."person_id"
          ) AS "t19"
          WHERE
            NOT (
              "t19"."is_open"
            )
            AND "t19"."day" >= "t19"."last_day"
            AND (
              (
                "t19"."named" IS NULL
              ) OR (
                "t19"."named" = "t19"."deployment"
              )
            )
        ) AS "t20"
        GROUP BY
          1,
          2
      ) AS "t22"
        ON "t5"."person_id" = "t22"."person_id" AND "t5"."deployment" = "t22"."deployment"
    ) AS "t23"
  ) AS "t24"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t32"."obligation_id",
      "t32"."criterion",
      "t32"."holds",
      "t32"."value",
      COALESCE("t43"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t26"."obligation_id",
        'is_medical' AS "criterion",
        "t26"."holds_is_medical" AS "holds",
        "t26"."value_is_medical" AS "value"
      FROM "t25" AS "t26"
    ) AS "t32"
    LEFT OUTER JOIN (
      SELECT
        "t37"."obligation_id",
        LISTAGG("t37"."ref", ';' ORDER BY "t37"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t27"."obligation_id",
            "t15"."ref"
          FROM "t25" AS "t27"
          INNER JOIN (
            SELECT
              "t6"."person_id",
              'people:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t6"."person_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
            FROM (
              SELECT
                *
              FROM "facts"."people" AS "t1"
              WHERE
                IN_SCOPE("t1"."person_id")
            ) AS "t6"
          ) AS "t15"
            ON "t27"."person_id" = "t15"."person_id"
        ) AS "t35"
      ) AS "t37"
      GROUP BY
        1
    ) AS "t43"
      ON "t32"."obligation_id" = "t43"."obligation_id"
  ) AS "t47"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t33"."obligation_id",
      "t33"."criterion",
      "t33"."holds",
      "t33"."value",
      COALESCE("t46"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t26"."obligation_id",
        'released' AS "criterion",
        "t26"."holds_released" AS "holds",
        "t26"."value_released" AS "value"
      FROM "t25" AS "t26"
    ) AS "t33"
    LEFT OUTER JOIN (
      SELECT
        "t40"."obligation_id",
        LISTAGG("t40"."ref", ';' ORDER BY "t40"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t27"."obligation_id",
            "t18"."ref"
          FROM "t25" AS "t27"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t2"."person_id",
                "t2"."kind",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."date") AS "day",
                'declarations:' || CONCAT_WS(
                  '/',
                  REPLACE(REPLACE(COALESCE(CAST("t2"."date" AS TEXT), ''), '%', '%25'), ';', '%3B'),
                  REPLACE(REPLACE(COALESCE("t2"."kind", ''), '%', '%25'), ';', '%3B'),
                  REPLACE(REPLACE(COALESCE("t2"."person_id", ''), '%', '%25'), ';', '%3B')
                ) AS "ref"
              FROM "facts"."declarations" AS "t2"
              WHERE
                "t2"."kind" IN ('release', 'task_end')
            ) AS "t10"
            WHERE
              "t10"."day" <= AS_OF()
          ) AS "t18"
            ON "t18"."day" = "t27"."release"
            AND (
              (
                (
                  "t18"."kind" = 'release'
                ) AND (
                  "t18"."person_id" = "t27"."person_id"
                )
              )
              OR (
                "t18"."kind" = 'task_end'
              )
            )
        ) AS "t38"
      ) AS "t40"
      GROUP BY
        1
    ) AS "t46"
      ON "t33"."obligation_id" = "t46"."obligation_id"
  ) AS "t50"
) AS "t51"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t34"."obligation_id",
      "t34"."criterion",
      "t34"."holds",
      "t34"."value",
      COALESCE("t44"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t26"."obligation_id",
        'checked' AS "criterion",
        "t26"."holds_checked" AS "holds",
        "t26"."value_checked" AS "value"
      FROM "t25" AS "t26"
    ) AS "t34"
    LEFT OUTER JOIN (
      SELECT
        "t39"."obligation_id",
        LISTAGG("t39"."ref", ';' ORDER BY "t39"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t27"."obligation_id",
            "t17"."ref"
          FROM "t25" AS "t27"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t3"."subject_id",
                "t3"."counterpart_id",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."on_date") AS "day",
                'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t3"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
              FROM "facts"."deliveries" AS "t3"
              WHERE
                "t3"."provision" = 'M11-4'
            ) AS "t9"
            WHERE
              "t9"."day" <= AS_OF()
          ) AS "t17"
            ON "t27"."person_id" = "t17"."subject_id" AND "t17"."day" = "t27"."checked"
        ) AS "t36"
      ) AS "t39"
      GROUP BY
        1
    ) AS "t44"
      ON "t34"."obligation_id" = "t44"."obligation_id"
  ) AS "t48"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t26"."obligation_id",
      'within_due_day' AS "criterion",
      "t26"."holds_within_due_day" AS "holds",
      "t26"."value_within_due_day" AS "value",
      '' AS "fact_refs"
    FROM "t25" AS "t26"
  ) AS "t28"
) AS "t49"
