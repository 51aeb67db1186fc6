SELECT
  "t31"."obligation_id",
  "t31"."provision",
  "t31"."measure",
  "t31"."modality",
  "t31"."subject_kind",
  "t31"."subject_id",
  "t31"."period_start",
  "t31"."period_end",
  "t31"."quantity",
  "t31"."quantity_unit",
  "t31"."quantity_met",
  "t31"."due_on",
  "t31"."owner_unit_id",
  "t31"."state",
  "t31"."missing",
  "t31"."as_of"
FROM (
  SELECT
    "t30"."unit_id",
    "t30"."call",
    "t30"."refs",
    "t30"."asked",
    "t30"."next_call",
    "t30"."people",
    "t30"."heads",
    "t30"."cap",
    "t30"."amount",
    CONCAT_WS(
      '|',
      COALESCE('M01-1', ''),
      COALESCE('unit', ''),
      COALESCE("t30"."unit_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t30"."call" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M01-1' AS "provision",
    CAST(1 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'unit' AS "subject_kind",
    "t30"."unit_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t30"."call" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST("t30"."amount" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CASE
      WHEN "t30"."asked" IS NOT NULL
      THEN CAST(LEAST("t30"."people", "t30"."amount") AS DECIMAL(18, 4))
      ELSE NULL
    END AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t30"."call" + PARAM('mobilise.respond_within') AS INT) AS "due_on",
    "t30"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t30"."asked" IS NOT NULL
      THEN CASE
        WHEN "t30"."people" >= "t30"."amount"
        THEN 'met'
        WHEN NOT (
          AS_OF() <= (
            "t30"."call" + PARAM('mobilise.respond_within')
          )
        )
        THEN 'overdue'
        ELSE 'owed'
      END
      ELSE 'unknown'
    END AS "state",
    CASE WHEN "t30"."asked" IS NOT NULL THEN CAST(NULL AS TEXT) ELSE 'quantity' END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    CASE WHEN "t30"."asked" IS NOT NULL THEN TRUE ELSE NULL END AS "holds_people_asked",
    "t30"."asked" <= "t30"."cap" AS "holds_within_share",
    "t30"."people" >= "t30"."amount" AS "holds_people_sent",
    AS_OF() <= (
      "t30"."call" + PARAM('mobilise.respond_within')
    ) AS "holds_within_due_day",
    CAST(CAST("t30"."asked" AS DECIMAL(18, 4)) AS TEXT) AS "value_people_asked",
    CAST("t30"."cap" AS TEXT) AS "value_within_share",
    CAST("t30"."people" AS TEXT) AS "value_people_sent",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t30"."call" + PARAM('mobilise.respond_within') AS INT) AS TEXT) AS "value_within_due_day",
    "t30"."refs" AS "refs_people_asked"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t28"."unit_id",
        "t28"."call",
        "t28"."refs",
        "t28"."asked",
        "t28"."next_call",
        "t28"."people",
        "t28"."heads",
        "t28"."cap",
        CASE
          WHEN "t28"."asked" IS NOT NULL
          THEN LEAST("t28"."asked", "t28"."cap")
          ELSE NULL
        END AS "amount"
      FROM (
        SELECT
          "t27"."unit_id",
          "t27"."call",
          "t27"."refs",
          "t27"."asked",
          "t27"."next_call",
          COALESCE("t27"."people", 0) AS "people",
          "t27"."heads",
          CAST((
            (
              COALESCE("t27"."heads", 0) * PARAM('mobilise.unit_share_max')
            ) - (
              (
                COALESCE("t27"."heads", 0) * PARAM('mobilise.unit_share_max')
              ) % 100
            )
          ) / 100 AS BIGINT) AS "cap"
        FROM (
          SELECT
            "t26".*
            EXCLUDE ("unit_id_right")
          FROM (
            SELECT
              "t25"."unit_id",
              "t25"."call",
              "t25"."refs",
              "t25"."asked",
              "t25"."next_call",
              "t25"."people",
              "t6"."unit_id" AS "unit_id_right",
              "t6"."heads"
            FROM (
              SELECT
                "t23".*
                EXCLUDE ("call_right", "unit_id_right")
              FROM (
                SELECT
                  "t13"."unit_id",
                  "t13"."call",
                  "t13"."refs",
                  "t13"."asked",
                  "t13"."next_call",
                  "t22"."unit_id" AS "unit_id_right",
                  "t22"."call" AS "call_right",
                  "t22"."people"
                FROM (
                  SELECT
                    "t8".*
                    EXCLUDE ("provision")
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
                    "t20"."unit_id",
                    "t20"."call",
                    COUNT(DISTINCT "t20"."person_id") AS "people"
                  FROM (
                    SELECT
                      "t19"."person_id",
                      "t19"."unit_id",
                      "t19"."call",
                      "t19"."spell" AS "ref"
                    FROM (
                      SELECT
                        "t7"."person_id",
                        "t7"."unit_id",
                        "t14"."call",
                        "t14"."refs",
                        "t14"."asked",
                        "t14"."next_call",
                        "t18"."start",
                        "t18"."spell"
                      FROM (
                        SELECT
                          "t0"."person_id",
                          "t0"."unit_id"
                        FROM "facts"."people" AS "t0"
                      ) AS "t7"
                      INNER JOIN (
                        SELECT
                          "t8".*
                          EXCLUDE ("provision")
                        FROM (
                          SELECT
                            *
                          FROM "run"."call" AS "t1"
                          WHERE
                            "t1"."provision" = 'M01-1'
                        ) AS "t8"
                      ) AS "t14"
                        ON "t7"."unit_id" = "t14"."unit_id"
                      INNER JOIN (
                        SELECT
                          "t16"."person_id",
                          "t16"."start",
                          'spells:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t16"."spell_id", ''), '%', '%25'), ';', '%3B')) AS "spell"
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
                              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."start_date") AS "start",
                              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."end_date") AS "end_date"
                            FROM "facts"."spells" AS "t2"
                          ) AS "t9"
                          WHERE
                            "t9"."start" <= AS_OF()
                        ) AS "t16"
                        SEMI JOIN (
                          SELECT
                            "t3"."post_id"
                          FROM "facts"."posts" AS "t3"
                          WHERE
                            "t3"."kind" IN ('grid', 'screening', 'patrol', 'checkpoint', 'key_visit')
                        ) AS "t12"
                          ON "t16"."post_id" = "t12"."post_id"
                      ) AS "t18"
                        ON "t7"."person_id" = "t18"."person_id"
                    ) AS "t19"
                    WHERE
                      "t19"."start" >= "t19"."call"
                      AND (
                        (
                          "t19"."next_call" IS NULL
                        ) OR (
                          "t19"."start" < "t19"."next_call"
                        )
                      )
                  ) AS "t20"
                  GROUP BY
                    1,
                    2
                ) AS "t22"
                  ON "t13"."unit_id" = "t22"."unit_id" AND "t13"."call" = "t22"."call"
              ) AS "t23"
            ) AS "t25"
            LEFT OUTER JOIN (
              SELECT
                "t0"."unit_id",
                COUNT(*) AS "heads"
              FROM "facts"."people" AS "t0"
              GROUP BY
                1
            ) AS "t6"
              ON "t25"."unit_id" = "t6"."unit_id"
          ) AS "t26"
        ) AS "t27"
      ) AS "t28"
    ) AS "t29"
    WHERE
      (
        "t29"."amount" IS NULL
      ) OR (
        "t29"."amount" > 0
      )
  ) AS "t30"
) AS "t31"
