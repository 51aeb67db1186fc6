WITH "t13" AS (
  SELECT
    "t12"."person_id",
    "t12"."unit_id",
    "t12"."employment",
    "t12"."profession",
    "t12"."is_leader",
    "t12"."is_secretary",
    "t12"."birth_date",
    "t12"."education",
    "t12"."party",
    "t12"."title_level",
    "t12"."title_since",
    "t12"."rank_since",
    "t12"."ref",
    "t12"."unit_district",
    "t12"."call",
    "t12"."refs",
    "t12"."asked",
    "t12"."next_call",
    "t12"."is_fit",
    "t12"."given",
    "t12"."sent",
    "t12"."is_cadre",
    "t12"."is_young",
    "t12"."is_filled",
    "t12"."peers",
    "t12"."peer_refs",
    CONCAT_WS(
      '|',
      COALESCE('M01-4', ''),
      COALESCE('person', ''),
      COALESCE("t12"."person_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t12"."call" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M01-4' AS "provision",
    CAST(1 AS BIGINT) AS "measure",
    'PREFER' AS "modality",
    'person' AS "subject_kind",
    "t12"."person_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t12"."call" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t12"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t12"."given" IS NOT NULL
      THEN 'met'
      WHEN "t12"."is_young" IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS "state",
    CASE
      WHEN "t12"."given" IS NOT NULL
      THEN CAST(NULL AS TEXT)
      ELSE CASE WHEN "t12"."is_young" IS NULL THEN 'birth_date' ELSE CAST(NULL AS TEXT) END
    END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    "t12"."call" IS NOT NULL AS "holds_unit_called",
    "t12"."is_cadre" AS "holds_is_cadre",
    "t12"."is_fit" AS "holds_free_for_call",
    "t12"."is_young" AS "holds_is_young",
    "t12"."peers" > 0 AS "holds_tie",
    CAST(NULL AS BOOLEAN) AS "holds_bars_checked",
    "t12"."given" IS NOT NULL AS "holds_given",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t12"."call" AS INT) AS TEXT) AS "value_unit_called",
    "t12"."employment" AS "value_is_cadre",
    CAST("t12"."is_fit" AS TEXT) AS "value_free_for_call",
    CAST("t12"."birth_date" AS TEXT) AS "value_is_young",
    CAST("t12"."peers" AS TEXT) AS "value_tie",
    '' AS "value_bars_checked",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t12"."given" AS INT) AS TEXT) AS "value_given",
    "t12"."refs" AS "refs_unit_called",
    "t12"."ref" AS "refs_is_cadre",
    "t12"."ref" AS "refs_is_young",
    "t12"."peer_refs" AS "refs_tie"
  FROM (
    SELECT
      "t8"."person_id",
      "t8"."unit_id",
      "t8"."employment",
      "t8"."profession",
      "t8"."is_leader",
      "t8"."is_secretary",
      "t8"."birth_date",
      "t8"."education",
      "t8"."party",
      "t8"."title_level",
      "t8"."title_since",
      "t8"."rank_since",
      "t8"."ref",
      "t8"."unit_district",
      "t8"."call",
      "t8"."refs",
      "t8"."asked",
      "t8"."next_call",
      "t8"."is_fit",
      "t8"."given",
      "t8"."sent",
      "t8"."is_cadre",
      "t8"."is_young",
      "t8"."is_filled",
      COALESCE("t8"."peers", 0) AS "peers",
      "t8"."peer_refs"
    FROM (
      SELECT
        "t7".*
        EXCLUDE ("call_right", "employment_right", "is_leader_right", "profession_right", "unit_id_right")
      FROM (
        SELECT
          "t4"."person_id",
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
          "t4"."call",
          "t4"."refs",
          "t4"."asked",
          "t4"."next_call",
          "t4"."is_fit",
          "t4"."given",
          "t4"."sent",
          "t4"."is_cadre",
          "t4"."is_young",
          "t4"."is_filled",
          "t6"."unit_id" AS "unit_id_right",
          "t6"."employment" AS "employment_right",
          "t6"."profession" AS "profession_right",
          "t6"."is_leader" AS "is_leader_right",
          "t6"."call" AS "call_right",
          "t6"."peers",
          "t6"."peer_refs"
        FROM "run"."called_person" AS "t4"
        SEMI JOIN "run"."scope" AS "t5"
          ON "t4"."person_id" = "t5"."person_id"
        LEFT OUTER JOIN "run"."tie_call" AS "t6"
          ON "t4"."unit_id" = "t6"."unit_id"
          AND "t4"."employment" = "t6"."employment"
          AND "t4"."profession" = "t6"."profession"
          AND "t4"."is_leader" = "t6"."is_leader"
          AND "t4"."call" = "t6"."call"
      ) AS "t7"
    ) AS "t8"
    WHERE
      (
        (
          "t8"."given" IS NOT NULL
        ) OR NOT (
          "t8"."is_filled"
        )
      )
      AND (
        (
          "t8"."given" IS NOT NULL
        )
        OR (
          (
            "t8"."is_cadre" AND "t8"."is_fit" AND "t8"."is_young"
          ) IS NULL
        )
        OR (
          "t8"."is_cadre"
          AND "t8"."is_fit"
          AND "t8"."is_young"
          AND (
            COALESCE("t8"."peers", 0) > 0
          )
        )
      )
  ) AS "t12"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t19"."obligation_id",
      "t19"."criterion",
      "t19"."holds",
      "t19"."value",
      COALESCE("t31"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t14"."obligation_id",
        'given' AS "criterion",
        "t14"."holds_given" AS "holds",
        "t14"."value_given" AS "value"
      FROM "t13" AS "t14"
    ) AS "t19"
    LEFT OUTER JOIN (
      SELECT
        "t29"."obligation_id",
        LISTAGG("t29"."ref", ';' ORDER BY "t29"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t15"."obligation_id",
            "t11"."ref"
          FROM "t13" AS "t15"
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
                "t3"."provision" = 'M01-4'
            ) AS "t9"
            WHERE
              "t9"."day" <= AS_OF()
          ) AS "t11"
            ON "t15"."person_id" = "t11"."subject_id" AND "t11"."day" = "t15"."given"
        ) AS "t28"
      ) AS "t29"
      GROUP BY
        1
    ) AS "t31"
      ON "t19"."obligation_id" = "t31"."obligation_id"
  ) AS "t32"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t14"."obligation_id",
        'unit_called' AS "criterion",
        "t14"."holds_unit_called" AS "holds",
        "t14"."value_unit_called" AS "value",
        COALESCE("t14"."refs_unit_called", '') AS "fact_refs"
      FROM "t13" AS "t14"
    ) AS "t20"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t14"."obligation_id",
        'is_cadre' AS "criterion",
        "t14"."holds_is_cadre" AS "holds",
        "t14"."value_is_cadre" AS "value",
        COALESCE("t14"."refs_is_cadre", '') AS "fact_refs"
      FROM "t13" AS "t14"
    ) AS "t21"
  ) AS "t24"
) AS "t33"
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
        "t14"."obligation_id",
        'free_for_call' AS "criterion",
        "t14"."holds_free_for_call" AS "holds",
        "t14"."value_free_for_call" AS "value",
        '' AS "fact_refs"
      FROM "t13" AS "t14"
    ) AS "t16"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t14"."obligation_id",
        'is_young' AS "criterion",
        "t14"."holds_is_young" AS "holds",
        "t14"."value_is_young" AS "value",
        COALESCE("t14"."refs_is_young", '') AS "fact_refs"
      FROM "t13" AS "t14"
    ) AS "t22"
  ) AS "t25"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t14"."obligation_id",
        'tie' AS "criterion",
        "t14"."holds_tie" AS "holds",
        "t14"."value_tie" AS "value",
        COALESCE("t14"."refs_tie", '') AS "fact_refs"
      FROM "t13" AS "t14"
    ) AS "t23"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t14"."obligation_id",
        'bars_checked' AS "criterion",
        "t14"."holds_bars_checked" AS "holds",
        "t14"."value_bars_checked" AS "value",
        '' AS "fact_refs"
      FROM "t13" AS "t14"
    ) AS "t17"
  ) AS "t26"
) AS "t27"
