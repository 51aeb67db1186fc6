SELECT
  "t17"."obligation_id",
  "t17"."provision",
  "t17"."measure",
  "t17"."modality",
  "t17"."subject_kind",
  "t17"."subject_id",
  "t17"."period_start",
  "t17"."period_end",
  "t17"."quantity",
  "t17"."quantity_unit",
  "t17"."quantity_met",
  "t17"."due_on",
  "t17"."owner_unit_id",
  "t17"."state",
  "t17"."missing",
  "t17"."as_of"
FROM (
  SELECT
    "t16"."unit_id",
    "t16"."call",
    "t16"."refs",
    "t16"."asked",
    "t16"."next_call",
    "t16"."given",
    CONCAT_WS(
      '|',
      COALESCE('M05-4', ''),
      COALESCE('unit', ''),
      COALESCE("t16"."unit_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t16"."call" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M05-4' AS "provision",
    CAST(5 AS BIGINT) AS "measure",
    'MAY' AS "modality",
    'unit' AS "subject_kind",
    "t16"."unit_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t16"."call" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST((
        "t16"."call" + PARAM('recruit.redeployment_horizon')
      ) - 1 AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "period_end",
    CAST("t16"."asked" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t16"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t16"."given" IS NOT NULL
      THEN 'met'
      WHEN CASE WHEN "t16"."asked" IS NULL THEN NULL ELSE TRUE END IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS "state",
    CASE
      WHEN "t16"."given" IS NOT NULL
      THEN CAST(NULL AS VARCHAR)
      ELSE CASE
        WHEN CASE WHEN "t16"."asked" IS NULL THEN NULL ELSE TRUE END IS NULL
        THEN 'quantity'
        ELSE CAST(NULL AS VARCHAR)
      END
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    CASE WHEN "t16"."asked" IS NULL THEN NULL ELSE TRUE END AS "holds_shortage_certified",
    AS_OF() <= (
      (
        "t16"."call" + PARAM('recruit.redeployment_horizon')
      ) - 1
    ) AS "holds_certificate_fresh",
    "t16"."given" IS NOT NULL AS "holds_given",
    CAST(CAST("t16"."asked" AS DECIMAL(18, 4)) AS VARCHAR) AS "value_shortage_certified",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST((
        "t16"."call" + PARAM('recruit.redeployment_horizon')
      ) - 1 AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_certificate_fresh",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t16"."given" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_given",
    "t16"."refs" AS "refs_shortage_certified"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t14"."unit_id",
        "t14"."call",
        "t14"."refs",
        "t14"."asked",
        "t14"."next_call",
        "t14"."given"
      FROM (
        SELECT
          "t5"."unit_id",
          "t5"."call",
          "t5"."refs",
          "t5"."asked",
          "t5"."next_call",
          "t13"."unit_id" AS "unit_id_right",
          "t13"."call" AS "call_right",
          "t13"."given"
        FROM (
          SELECT
            "t2"."unit_id",
            "t2"."call",
            "t2"."refs",
            "t2"."asked",
            "t2"."next_call"
          FROM (
            SELECT
              *
            FROM "run"."call" AS "t0"
            WHERE
              "t0"."provision" = 'M05-4'
          ) AS "t2"
        ) AS "t5"
        LEFT OUTER JOIN (
          SELECT
            "t11"."unit_id",
            "t11"."call",
            MIN("t11"."day") AS "given"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t7"."unit_id",
                "t7"."call",
                "t7"."next_call",
                "t9"."subject_id",
                "t9"."quantity",
                "t9"."words",
                "t9"."day",
                "t9"."named"
              FROM (
                SELECT
                  "t4"."unit_id",
                  "t4"."call",
                  "t4"."next_call"
                FROM (
                  SELECT
                    "t2"."unit_id",
                    "t2"."call",
                    "t2"."refs",
                    "t2"."asked",
                    "t2"."next_call"
                  FROM (
                    SELECT
                      *
                    FROM "run"."call" AS "t0"
                    WHERE
                      "t0"."provision" = 'M05-4'
                  ) AS "t2"
                ) AS "t4"
              ) AS "t7"
              INNER JOIN (
                SELECT
                  *
                FROM (
                  SELECT
                    "t1"."subject_id",
                    "t1"."quantity",
                    "t1"."counterpart_id" AS "words",
                    CAST((
                      "t1"."on_date" - MAKE_DATE(1970, 1, 1)
                    ) AS BIGINT) AS "day",
                    CAST((
                      "t1"."period_start" - MAKE_DATE(1970, 1, 1)
                    ) AS BIGINT) AS "named"
                  FROM "facts"."deliveries" AS "t1"
                  WHERE
                    "t1"."provision" = 'M05-4'
                ) AS "t3"
                WHERE
                  "t3"."day" <= AS_OF() AND COALESCE("t3"."words" <> 'certificate', TRUE)
              ) AS "t9"
                ON "t7"."unit_id" = "t9"."subject_id"
            ) AS "t10"
            WHERE
              "t10"."day" >= "t10"."call"
              AND (
                (
                  "t10"."next_call" IS NULL
                ) OR (
                  "t10"."day" < "t10"."next_call"
                )
              )
              AND (
                (
                  "t10"."named" IS NULL
                ) OR (
                  "t10"."named" = "t10"."call"
                )
              )
          ) AS "t11"
          GROUP BY
            1,
            2
        ) AS "t13"
          ON "t5"."unit_id" = "t13"."unit_id" AND "t5"."call" = "t13"."call"
      ) AS "t14"
    ) AS "t15"
    WHERE
      (
        "t15"."given" IS NOT NULL
      )
      OR (
        COALESCE(CASE WHEN "t15"."asked" IS NULL THEN NULL ELSE TRUE END, TRUE)
        AND (
          AS_OF() <= (
            (
              "t15"."call" + PARAM('recruit.redeployment_horizon')
            ) - 1
          )
        )
      )
  ) AS "t16"
) AS "t17"
