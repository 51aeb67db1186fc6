WITH "t24" AS (
  SELECT
    "t23"."person_id",
    "t23"."unit_id",
    "t23"."is_medical",
    "t23"."deployment",
    "t23"."last_day",
    "t23"."is_open",
    "t23"."release",
    "t23"."next_deployment",
    "t23"."checked",
    CONCAT_WS(
      '|',
      COALESCE('M11-4', ''),
      COALESCE('person', ''),
      COALESCE("t23"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t23"."deployment" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      )
    ) AS "obligation_id",
    'M11-4' AS "provision",
    CAST(11 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'person' AS "subject_kind",
    "t23"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t23"."deployment" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t23"."release" AS INT)) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(CASE WHEN "t23"."checked" IS NOT NULL THEN 1 ELSE 0 END AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t23"."release" + PARAM('care.check_within') AS INT)) AS TIMESTAMP) AS DATE) AS "due_on",
    "t23"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t23"."checked" IS NOT NULL
      THEN 'met'
      WHEN NOT (
        (
          "t23"."release" IS NULL
        )
        OR (
          AS_OF() <= (
            "t23"."release" + PARAM('care.check_within')
          )
        )
      )
      THEN 'overdue'
      ELSE 'owed'
    END AS "state",
    CAST(NULL AS TEXT) AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t23"."is_medical" AS "holds_is_medical",
    "t23"."release" IS NOT NULL AS "holds_released",
    "t23"."checked" IS NOT NULL AS "holds_checked",
    (
      "t23"."release" IS NULL
    )
    OR (
      AS_OF() <= (
        "t23"."release" + PARAM('care.check_within')
      )
    ) AS "holds_within_due_day",
    CAST("t23"."is_medical" AS TEXT) AS "value_is_medical",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t23"."release" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_released",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t23"."checked" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_checked",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t23"."release" + PARAM('care.check_within') AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_within_due_day"
  FROM (
    SELECT
      "t22"."person_id",
      "t22"."unit_id",
      "t22"."is_medical",
      "t22"."deployment",
      "t22"."last_day",
      "t22"."is_open",
      "t22"."release",
      "t22"."next_deployment",
      MIN("t22"."checked") AS "checked"
    FROM (
      SELECT
        "t9"."person_id",
        "t9"."unit_id",
        "t9"."is_medical",
        "t9"."deployment",
        "t9"."last_day",
        "t9"."is_open",
        "t9"."release",
        "t9"."next_deployment",
        "t21"."day" AS "checked"
      FROM (
        SELECT
          *
        FROM "run"."deployment" AS "t0"
        WHERE
          "t0"."is_medical"
      ) AS "t9"
      LEFT OUTER JOIN (
        SELECT
          *
        FROM (
          SELECT
            "t11"."subject_id" AS "person_id",
            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t11"."on_date") AS "day",
            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t11"."period_start") AS "named"
          FROM (
            SELECT
              "t6"."delivery_id",
              "t6"."provision",
              "t6"."subject_id",
              "t6"."on_date",
              "t6"."quantity",
              "t6"."counterpart_id",
              "t6"."period_start"
            FROM "facts"."deliveries" AS "t6"
            SEMI JOIN "run"."scope" AS "t7"
              ON "t6"."subject_id" = "t7"."person_id"
          ) AS "t11"
          WHERE
            "t11"."provision" = 'M11-4'
        ) AS "t16"
        WHERE
          "t16"."day" <= AS_OF()
      ) AS "t21"
        ON "t9"."person_id" = "t21"."person_id"
        AND NOT (
          "t9"."is_open"
        )
        AND "t21"."day" >= "t9"."last_day"
        AND (
          (
            "t21"."named" IS NULL
          ) OR (
            "t21"."named" = "t9"."deployment"
          )
        )
    ) AS "t22"
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8
  ) AS "t23"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t31"."obligation_id",
      "t31"."criterion",
      "t31"."holds",
      "t31"."value",
      COALESCE("t42"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t25"."obligation_id",
        'is_medical' AS "criterion",
        "t25"."holds_is_medical" AS "holds",
        "t25"."value_is_medical" AS "value"
      FROM "t24" AS "t25"
    ) AS "t31"
    LEFT OUTER JOIN (
      SELECT
        "t36"."obligation_id",
        LISTAGG("t36"."ref", ';' ORDER BY "t36"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t26"."obligation_id",
            "t14"."ref"
          FROM "t24" AS "t26"
          INNER JOIN (
            SELECT
              "t5"."person_id",
              'people:' || CONCAT_WS('/', COALESCE("t5"."person_id", '')) AS "ref"
            FROM "facts"."people" AS "t5"
            SEMI JOIN "run"."scope" AS "t7"
              ON "t5"."person_id" = "t7"."person_id"
          ) AS "t14"
            ON "t26"."person_id" = "t14"."person_id"
        ) AS "t34"
      ) AS "t36"
      GROUP BY
        1
    ) AS "t42"
      ON "t31"."obligation_id" = "t42"."obligation_id"
  ) AS "t46"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t32"."obligation_id",
      "t32"."criterion",
      "t32"."holds",
      "t32"."value",
      COALESCE("t45"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t25"."obligation_id",
        'released' AS "criterion",
        "t25"."holds_released" AS "holds",
        "t25"."value_released" AS "value"
      FROM "t24" AS "t25"
    ) AS "t32"
    LEFT OUTER JOIN (
      SELECT
        "t39"."obligation_id",
        LISTAGG("t39"."ref", ';' ORDER BY "t39"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t26"."obligation_id",
            "t19"."ref"
          FROM "t24" AS "t26"
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
                  COALESCE(CAST("t2"."date" AS TEXT), ''),
                  COALESCE("t2"."kind", ''),
                  COALESCE("t2"."person_id", '')
                ) AS "ref"
              FROM "facts"."declarations" AS "t2"
              WHERE
                "t2"."kind" IN ('release', 'task_end')
            ) AS "t13"
            WHERE
              "t13"."day" <= AS_OF()
          ) AS "t19"
            ON "t19"."day" = "t26"."release"
            AND (
              (
                (
                  "t19"."kind" = 'release'
                ) AND (
                  "t19"."person_id" = "t26"."person_id"
                )
              )
              OR (
                "t19"."kind" = 'task_end'
              )
            )
        ) AS "t37"
      ) AS "t39"
      GROUP BY
        1
    ) AS "t45"
      ON "t32"."obligation_id" = "t45"."obligation_id"
  ) AS "t49"
) AS "t50"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t33"."obligation_id",
      "t33"."criterion",
      "t33"."holds",
      "t33"."value",
      COALESCE("t43"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t25"."obligation_id",
        'checked' AS "criterion",
        "t25"."holds_checked" AS "holds",
        "t25"."value_checked" AS "value"
      FROM "t24" AS "t25"
    ) AS "t33"
    LEFT OUTER JOIN (
      SELECT
        "t38"."obligation_id",
        LISTAGG("t38"."ref", ';' ORDER BY "t38"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t26"."obligation_id",
            "t18"."ref"
          FROM "t24" AS "t26"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t3"."subject_id",
                "t3"."counterpart_id",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."on_date") AS "day",
                'deliveries:' || CONCAT_WS('/', COALESCE("t3"."delivery_id", '')) AS "ref"
              FROM "facts"."deliveries" AS "t3"
              WHERE
                "t3"."provision" = 'M11-4'
            ) AS "t10"
            WHERE
              "t10"."day" <= AS_OF()
          ) AS "t18"
            ON "t26"."person_id" = "t18"."subject_id" AND "t18"."day" = "t26"."checked"
        ) AS "t35"
      ) AS "t38"
      GROUP BY
        1
    ) AS "t43"
      ON "t33"."obligation_id" = "t43"."obligation_id"
  ) AS "t47"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t25"."obligation_id",
      'within_due_day' AS "criterion",
      "t25"."holds_within_due_day" AS "holds",
      "t25"."value_within_due_day" AS "value",
      '' AS "fact_refs"
    FROM "t24" AS "t25"
  ) AS "t27"
) AS "t48"
