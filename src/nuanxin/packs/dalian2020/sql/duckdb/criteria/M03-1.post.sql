WITH "t24" AS (
  SELECT
    "t23"."person_id",
    "t23"."start",
    "t23"."exceptional",
    "t23"."refs",
    "t23"."exceptional_refs",
    "t23"."unit_id",
    "t23"."employment",
    "t23"."profession",
    "t23"."is_leader",
    "t23"."is_secretary",
    "t23"."birth_date",
    "t23"."education",
    "t23"."party",
    "t23"."title_level",
    "t23"."title_since",
    "t23"."rank_since",
    "t23"."ref",
    "t23"."unit_district",
    "t23"."given",
    "t23"."peers",
    "t23"."peer_refs",
    CONCAT_WS(
      '|',
      COALESCE('M03-1', ''),
      COALESCE('person', ''),
      COALESCE("t23"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t23"."start" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT),
        ''
      )
    ) AS "obligation_id",
    'M03-1' AS "provision",
    CAST(3 AS BIGINT) AS "measure",
    'PREFER' AS "modality",
    'person' AS "subject_kind",
    "t23"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t23"."start" AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t23"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t23"."given" IS NOT NULL
      THEN 'met'
      WHEN (
        (
          "t23"."start" IS NOT NULL
        )
        AND "t23"."employment" IN ('institution_staff', 'grassroots_institution_staff')
        AND CASE WHEN "t23"."title_level" IS NULL THEN NULL ELSE TRUE END
      ) IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS "state",
    CASE
      WHEN NOT (
        "t23"."given" IS NOT NULL
      )
      AND (
        (
          (
            "t23"."start" IS NOT NULL
          )
          AND "t23"."employment" IN ('institution_staff', 'grassroots_institution_staff')
          AND CASE WHEN "t23"."title_level" IS NULL THEN NULL ELSE TRUE END
        ) IS NULL
      )
      THEN SUBSTRING(
        CONCAT_WS(
          '',
          CASE
            WHEN CASE WHEN "t23"."title_level" IS NULL THEN NULL ELSE TRUE END IS NULL
            THEN 'title_level' || ';'
            ELSE ''
          END
        ),
        CASE
          WHEN (
            0 + 1
          ) >= 1
          THEN 0 + 1
          ELSE 0 + 1 + LENGTH(
            CONCAT_WS(
              '',
              CASE
                WHEN CASE WHEN "t23"."title_level" IS NULL THEN NULL ELSE TRUE END IS NULL
                THEN 'title_level' || ';'
                ELSE ''
              END
            )
          )
        END,
        GREATEST(
          LENGTH(
            CONCAT_WS(
              '',
              CASE
                WHEN CASE WHEN "t23"."title_level" IS NULL THEN NULL ELSE TRUE END IS NULL
                THEN 'title_level' || ';'
                ELSE ''
              END
            )
          ) - 1,
          0
        )
      )
      ELSE CAST(NULL AS TEXT)
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t23"."start" IS NOT NULL AS "holds_listed",
    "t23"."employment" IN ('institution_staff', 'grassroots_institution_staff') AS "holds_institution_staff",
    CASE WHEN "t23"."title_level" IS NULL THEN NULL ELSE TRUE END AS "holds_title_known",
    "t23"."peers" > 0 AS "holds_tie",
    CAST(NULL AS BOOLEAN) AS "holds_bars_checked",
    "t23"."given" IS NOT NULL AS "holds_given",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t23"."start" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_listed",
    "t23"."employment" AS "value_institution_staff",
    "t23"."title_level" AS "value_title_known",
    CAST("t23"."peers" AS TEXT) AS "value_tie",
    CAST(NULL AS TEXT) AS "value_bars_checked",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST("t23"."given" AS INT)) AS TIMESTAMP) AS DATE) AS TEXT) AS "value_given",
    "t23"."refs" AS "refs_listed",
    "t23"."ref" AS "refs_institution_staff",
    "t23"."ref" AS "refs_title_known",
    "t23"."peer_refs" AS "refs_tie"
  FROM (
    SELECT
      "t22"."person_id",
      "t22"."start",
      "t22"."exceptional",
      "t22"."refs",
      "t22"."exceptional_refs",
      "t22"."unit_id",
      "t22"."employment",
      "t22"."profession",
      "t22"."is_leader",
      "t22"."is_secretary",
      "t22"."birth_date",
      "t22"."education",
      "t22"."party",
      "t22"."title_level",
      "t22"."title_since",
      "t22"."rank_since",
      "t22"."ref",
      "t22"."unit_district",
      "t22"."given",
      COALESCE("t22"."peers", 0) AS "peers",
      "t22"."peer_refs"
    FROM (
      SELECT
        "t21".*
        EXCLUDE ("employment_right", "is_leader_right", "profession_right", "title_level_right", "unit_id_right")
      FROM (
        SELECT
          "t20"."person_id",
          "t20"."start",
          "t20"."exceptional",
          "t20"."refs",
          "t20"."exceptional_refs",
          "t20"."unit_id",
          "t20"."employment",
          "t20"."profession",
          "t20"."is_leader",
          "t20"."is_secretary",
          "t20"."birth_date",
          "t20"."education",
          "t20"."party",
          "t20"."title_level",
          "t20"."title_since",
          "t20"."rank_since",
          "t20"."ref",
          "t20"."unit_district",
          "t20"."given",
          "t3"."unit_id" AS "unit_id_right",
          "t3"."employment" AS "employment_right",
          "t3"."profession" AS "profession_right",
          "t3"."is_leader" AS "is_leader_right",
          "t3"."title_level" AS "title_level_right",
          "t3"."peers",
          "t3"."peer_refs"
        FROM (
          SELECT
            "t18".*
            EXCLUDE ("person_id_right", "start_right")
          FROM (
            SELECT
              "t4"."person_id",
              "t4"."start",
              "t4"."exceptional",
              "t4"."refs",
              "t4"."exceptional_refs",
              "t4"."unit_id",
              "t4"."employment",
              "t4"."profession",
              "t4"."is_leader",
              "t4"."is_secretary",
              "t4"."birth_date",
              "t4"."education",
              "t4"."party",
              "t4"."title_level",
              "t4"."title_since",
              "t4"."rank_since",
              "t4"."ref",
              "t4"."unit_district",
              "t17"."person_id" AS "person_id_right",
              "t17"."start" AS "start_right",
              "t17"."given"
            FROM "run"."listed_person" AS "t4"
            LEFT OUTER JOIN (
              SELECT
                "t15"."person_id",
                "t15"."start",
                MIN("t15"."day") AS "given"
              FROM (
                SELECT
                  "t14".*
                  EXCLUDE ("subject_id")
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t6"."person_id",
                      "t6"."start",
                      "t10"."subject_id",
                      "t10"."quantity",
                      "t10"."words",
                      "t10"."day",
                      "t10"."named"
                    FROM (
                      SELECT DISTINCT
                        "t1"."person_id",
                        "t1"."start"
                      FROM "run"."listed_person" AS "t1"
                    ) AS "t6"
                    INNER JOIN (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t2"."subject_id",
                          "t2"."quantity",
                          "t2"."counterpart_id" AS "words",
                          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."on_date") AS "day",
                          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."period_start") AS "named"
                        FROM "facts"."deliveries" AS "t2"
                        WHERE
                          "t2"."provision" = 'M03-1'
                      ) AS "t7"
                      WHERE
                        "t7"."day" <= AS_OF() AND TRUE
                    ) AS "t10"
                      ON "t6"."person_id" = "t10"."subject_id"
                  ) AS "t13"
                  WHERE
                    "t13"."day" >= "t13"."start"
                    AND (
                      (
                        "t13"."named" IS NULL
                      ) OR (
                        "t13"."named" = "t13"."start"
                      )
                    )
                ) AS "t14"
              ) AS "t15"
              GROUP BY
                1,
                2
            ) AS "t17"
              ON "t4"."person_id" = "t17"."person_id" AND "t4"."start" = "t17"."start"
          ) AS "t18"
        ) AS "t20"
        LEFT OUTER JOIN "run"."tie_post" AS "t3"
          ON "t20"."unit_id" = "t3"."unit_id"
          AND "t20"."employment" = "t3"."employment"
          AND "t20"."profession" = "t3"."profession"
          AND "t20"."is_leader" = "t3"."is_leader"
          AND "t20"."title_level" = "t3"."title_level"
      ) AS "t21"
    ) AS "t22"
    WHERE
      (
        "t22"."given" IS NOT NULL
      )
      OR (
        (
          (
            "t22"."start" IS NOT NULL
          )
          AND "t22"."employment" IN ('institution_staff', 'grassroots_institution_staff')
          AND CASE WHEN "t22"."title_level" IS NULL THEN NULL ELSE TRUE END
        ) IS NULL
      )
      OR COALESCE(
        (
          "t22"."start" IS NOT NULL
        )
        AND "t22"."employment" IN ('institution_staff', 'grassroots_institution_staff')
        AND CASE WHEN "t22"."title_level" IS NULL THEN NULL ELSE TRUE END
        AND (
          COALESCE("t22"."peers", 0) > 0
        ),
        FALSE
      )
  ) AS "t23"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t25"."obligation_id",
      'bars_checked' AS "criterion",
      "t25"."holds_bars_checked" AS "holds",
      "t25"."value_bars_checked" AS "value",
      '' AS "fact_refs"
    FROM "t24" AS "t25"
  ) AS "t27"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t29"."obligation_id",
      "t29"."criterion",
      "t29"."holds",
      "t29"."value",
      COALESCE("t40"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t25"."obligation_id",
        'given' AS "criterion",
        "t25"."holds_given" AS "holds",
        "t25"."value_given" AS "value"
      FROM "t24" AS "t25"
    ) AS "t29"
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
            "t12"."ref"
          FROM "t24" AS "t26"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t2"."subject_id",
                "t2"."counterpart_id",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."on_date") AS "day",
                'deliveries:' || CONCAT_WS('/', COALESCE("t2"."delivery_id", '')) AS "ref"
              FROM "facts"."deliveries" AS "t2"
              WHERE
                "t2"."provision" = 'M03-1'
            ) AS "t8"
            WHERE
              "t8"."day" <= AS_OF()
          ) AS "t12"
            ON "t26"."person_id" = "t12"."subject_id" AND "t12"."day" = "t26"."given"
        ) AS "t37"
      ) AS "t38"
      GROUP BY
        1
    ) AS "t40"
      ON "t29"."obligation_id" = "t40"."obligation_id"
  ) AS "t41"
) AS "t42"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t25"."obligation_id",
        'listed' AS "criterion",
        "t25"."holds_listed" AS "holds",
        "t25"."value_listed" AS "value",
        COALESCE("t25"."refs_listed", '') AS "fact_refs"
      FROM "t24" AS "t25"
    ) AS "t30"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t25"."obligation_id",
        'institution_staff' AS "criterion",
        "t25"."holds_institution_staff" AS "holds",
        "t25"."value_institution_staff" AS "value",
        COALESCE("t25"."refs_institution_staff", '') AS "fact_refs"
      FROM "t24" AS "t25"
    ) AS "t31"
  ) AS "t34"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t25"."obligation_id",
        'title_known' AS "criterion",
        "t25"."holds_title_known" AS "holds",
        "t25"."value_title_known" AS "value",
        COALESCE("t25"."refs_title_known", '') AS "fact_refs"
      FROM "t24" AS "t25"
    ) AS "t32"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t25"."obligation_id",
        'tie' AS "criterion",
        "t25"."holds_tie" AS "holds",
        "t25"."value_tie" AS "value",
        COALESCE("t25"."refs_tie", '') AS "fact_refs"
      FROM "t24" AS "t25"
    ) AS "t33"
  ) AS "t35"
) AS "t36"
