SELECT
  "t32"."obligation_id",
  "t32"."provision",
  "t32"."measure",
  "t32"."modality",
  "t32"."subject_kind",
  "t32"."subject_id",
  "t32"."period_start",
  "t32"."period_end",
  "t32"."quantity",
  "t32"."quantity_unit",
  "t32"."quantity_met",
  "t32"."due_on",
  "t32"."owner_unit_id",
  "t32"."state",
  "t32"."missing",
  "t32"."as_of"
FROM (
  SELECT
    "t31"."unit_id",
    "t31"."call",
    "t31"."refs",
    "t31"."asked",
    "t31"."next_call",
    "t31"."people",
    "t31"."heads",
    "t31"."cap",
    "t31"."amount",
    CONCAT_WS(
      '|',
      COALESCE('M01-1', ''),
      COALESCE('unit', ''),
      COALESCE("t31"."unit_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t31"."call" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M01-1' AS "provision",
    CAST(1 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'unit' AS "subject_kind",
    "t31"."unit_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t31"."call" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST("t31"."amount" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CASE
      WHEN "t31"."asked" IS NOT NULL
      THEN CAST(LEAST("t31"."people", "t31"."amount") AS DECIMAL(18, 4))
      ELSE NULL
    END AS "quantity_met",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST("t31"."call" + PARAM('mobilise.respond_within') AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS "due_on",
    "t31"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t31"."asked" IS NOT NULL
      THEN CASE
        WHEN "t31"."people" >= "t31"."amount"
        THEN 'met'
        WHEN NOT (
          AS_OF() <= (
            "t31"."call" + PARAM('mobilise.respond_within')
          )
        )
        THEN 'overdue'
        ELSE 'owed'
      END
      ELSE 'unknown'
    END AS "state",
    CASE WHEN "t31"."asked" IS NOT NULL THEN CAST(NULL AS VARCHAR) ELSE 'quantity' END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    CASE WHEN "t31"."asked" IS NOT NULL THEN TRUE ELSE NULL END AS "holds_people_asked",
    "t31"."asked" <= "t31"."cap" AS "holds_within_share",
    "t31"."people" >= "t31"."amount" AS "holds_people_sent",
    AS_OF() <= (
      "t31"."call" + PARAM('mobilise.respond_within')
    ) AS "holds_within_due_day",
    CAST(CAST("t31"."asked" AS DECIMAL(18, 4)) AS VARCHAR) AS "value_people_asked",
    CAST("t31"."cap" AS VARCHAR) AS "value_within_share",
    CAST("t31"."people" AS VARCHAR) AS "value_people_sent",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(
      days => CAST(CAST("t31"."call" + PARAM('mobilise.respond_within') AS INT) AS INT)
    ) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_within_due_day",
    "t31"."refs" AS "refs_people_asked"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t29"."unit_id",
        "t29"."call",
        "t29"."refs",
        "t29"."asked",
        "t29"."next_call",
        "t29"."people",
        "t29"."heads",
        "t29"."cap",
        CASE
          WHEN "t29"."asked" IS NOT NULL
          THEN LEAST("t29"."asked", "t29"."cap")
          ELSE NULL
        END AS "amount"
      FROM (
        SELECT
          "t28"."unit_id",
          "t28"."call",
          "t28"."refs",
          "t28"."asked",
          "t28"."next_call",
          COALESCE("t28"."people", 0) AS "people",
          "t28"."heads",
          CAST(FLOOR(
            CAST((
              COALESCE("t28"."heads", 0) * PARAM('mobilise.unit_share_max')
            ) AS DOUBLE PRECISION) / (
              100
            )
          ) AS BIGINT) AS "cap"
        FROM (
          SELECT
            "t27"."unit_id",
            "t27"."call",
            "t27"."refs",
            "t27"."asked",
            "t27"."next_call",
            "t27"."people",
            "t27"."heads"
          FROM (
            SELECT
              "t26"."unit_id",
              "t26"."call",
              "t26"."refs",
              "t26"."asked",
              "t26"."next_call",
              "t26"."people",
              "t6"."unit_id" AS "unit_id_right",
              "t6"."heads"
            FROM (
              SELECT
                "t24"."unit_id",
                "t24"."call",
                "t24"."refs",
                "t24"."asked",
                "t24"."next_call",
                "t24"."people"
              FROM (
                SELECT
                  "t13"."unit_id",
                  "t13"."call",
                  "t13"."refs",
                  "t13"."asked",
                  "t13"."next_call",
                  "t23"."unit_id" AS "unit_id_right",
                  "t23"."call" AS "call_right",
                  "t23"."people"
                FROM (
                  SELECT
                    "t8"."unit_id",
                    "t8"."call",
                    "t8"."refs",
                    "t8"."asked",
                    "t8"."next_call"
                  FROM (
                    SELECT
                      *
                    FROM "run"."call" AS "t1"
                    WHERE
                      "t1"."provision" = 'M01-1'
                  ) AS "t8"
                ) AS "t13"
                LEFT OUTER JOIN (
                  SELECT
                    "t21"."unit_id",
                    "t21"."call",
                    COUNT(DISTINCT "t21"."person_id") AS "people"
                  FROM (
                    SELECT
                      "t20"."person_id",
                      "t20"."unit_id",
                      "t20"."call",
                      "t20"."ref"
                    FROM (
                      SELECT
                        "t7"."person_id",
                        "t7"."unit_id",
                        "t16"."call",
                        "t16"."next_call",
                        "t19"."start",
                        "t19"."ref"
                      FROM (
                        SELECT
                          "t0"."person_id",
                          "t0"."unit_id"
                        FROM "facts"."people" AS "t0"
                      ) AS "t7"
                      INNER JOIN (
                        SELECT
                          "t11"."unit_id",
                          "t11"."call",
                          "t11"."next_call"
                        FROM (
                          SELECT
                            "t8"."unit_id",
                            "t8"."call",
                            "t8"."refs",
                            "t8"."asked",
                            "t8"."next_call"
                          FROM (
                            SELECT
                              *
                            FROM "run"."call" AS "t1"
                            WHERE
                              "t1"."provision" = 'M01-1'
                          ) AS "t8"
                        ) AS "t11"
                      ) AS "t16"
                        ON "t7"."unit_id" = "t16"."unit_id"
                      INNER JOIN (
                        SELECT
                          "t17"."person_id",
                          "t17"."start",
                          'spells:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t17"."spell_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
                        FROM (
                          SELECT
                            *
                          FROM (
                            SELECT
                              "t2"."spell_id",
                              "t2"."person_id",
                              "t2"."post_id",
                              "t2"."arranged_by",
                              "t2"."mission",
                              "t2"."aid_place",
                              "t2"."treats_confirmed",
                              CAST((
                                "t2"."start_date" - MAKE_DATE(1970, 1, 1)
                              ) AS BIGINT) AS "start",
                              CAST((
                                "t2"."end_date" - MAKE_DATE(1970, 1, 1)
                              ) AS BIGINT) AS "end_date"
                            FROM "facts"."spells" AS "t2"
                          ) AS "t9"
                          WHERE
                            "t9"."start" <= AS_OF()
                        ) AS "t17"
                        WHERE
                          EXISTS(
                            SELECT
                              1
                            FROM (
                              SELECT
                                "t3"."post_id"
                              FROM "facts"."posts" AS "t3"
                              WHERE
                                "t3"."kind" IN ('grid', 'screening', 'patrol', 'checkpoint', 'key_visit')
                            ) AS "t12"
                            WHERE
                              "t17"."post_id" = "t12"."post_id"
                          )
                      ) AS "t19"
                        ON "t7"."person_id" = "t19"."person_id"
                    ) AS "t20"
                    WHERE
                      "t20"."start" >= "t20"."call"
                      AND (
                        (
                          "t20"."next_call" IS NULL
                        ) OR (
                          "t20"."start" < "t20"."next_call"
                        )
                      )
                  ) AS "t21"
                  GROUP BY
                    1,
                    2
                ) AS "t23"
                  ON "t13"."unit_id" = "t23"."unit_id" AND "t13"."call" = "t23"."call"
              ) AS "t24"
            ) AS "t26"
            LEFT OUTER JOIN (
              SELECT
                "t0"."unit_id",
                COUNT(*) AS "heads"
              FROM "facts"."people" AS "t0"
              GROUP BY
                1
            ) AS "t6"
              ON "t26"."unit_id" = "t6"."unit_id"
          ) AS "t27"
        ) AS "t28"
      ) AS "t29"
    ) AS "t30"
    WHERE
      (
        "t30"."amount" IS NULL
      ) OR (
        "t30"."amount" > 0
      )
  ) AS "t31"
) AS "t32"
