SELECT
  "t9"."obligation_id",
  "t9"."provision",
  "t9"."measure",
  "t9"."modality",
  "t9"."subject_kind",
  "t9"."subject_id",
  "t9"."period_start",
  "t9"."period_end",
  "t9"."quantity",
  "t9"."quantity_unit",
  "t9"."quantity_met",
  "t9"."due_on",
  "t9"."owner_unit_id",
  "t9"."state",
  "t9"."missing",
  "t9"."as_of"
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
    "t8"."peers",
    "t8"."peer_refs",
    CONCAT_WS(
      '|',
      COALESCE('M01-4', ''),
      COALESCE('person', ''),
      COALESCE("t8"."person_id", ''),
      COALESCE(
        CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t8"."call" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR),
        ''
      )
    ) AS "obligation_id",
    'M01-4' AS "provision",
    CAST(1 AS BIGINT) AS "measure",
    'PREFER' AS "modality",
    'person' AS "subject_kind",
    "t8"."person_id" AS "subject_id",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t8"."call" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST(CAST(1 AS BIGINT) AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CAST(NULL AS DECIMAL(18, 4)) AS "quantity_met",
    CAST(NULL AS DATE) AS "due_on",
    "t8"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t8"."given" IS NOT NULL
      THEN 'met'
      WHEN "t8"."is_young" IS NULL
      THEN 'unknown'
      ELSE 'available'
    END AS "state",
    CASE
      WHEN "t8"."given" IS NOT NULL
      THEN CAST(NULL AS VARCHAR)
      ELSE CASE WHEN "t8"."is_young" IS NULL THEN 'birth_date' ELSE CAST(NULL AS VARCHAR) END
    END AS "missing",
    CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS "as_of",
    "t8"."call" IS NOT NULL AS "holds_unit_called",
    "t8"."is_cadre" AS "holds_is_cadre",
    "t8"."is_fit" AS "holds_free_for_call",
    "t8"."is_young" AS "holds_is_young",
    "t8"."peers" > 0 AS "holds_tie",
    CAST(NULL AS BOOLEAN) AS "holds_bars_checked",
    "t8"."given" IS NOT NULL AS "holds_given",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t8"."call" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_unit_called",
    "t8"."employment" AS "value_is_cadre",
    CAST("t8"."is_fit" AS VARCHAR) AS "value_free_for_call",
    CAST("t8"."birth_date" AS VARCHAR) AS "value_is_young",
    CAST("t8"."peers" AS VARCHAR) AS "value_tie",
    '' AS "value_bars_checked",
    CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST("t8"."given" AS INT) AS INT)) AS TIMESTAMP) AS DATE) AS VARCHAR) AS "value_given",
    "t8"."refs" AS "refs_unit_called",
    "t8"."ref" AS "refs_is_cadre",
    "t8"."ref" AS "refs_is_young",
    "t8"."peer_refs" AS "refs_tie"
  FROM (
    SELECT
      "t7"."person_id",
      "t7"."unit_id",
      "t7"."employment",
      "t7"."profession",
      "t7"."is_leader",
      "t7"."is_secretary",
      "t7"."birth_date",
      "t7"."education",
      "t7"."party",
      "t7"."title_level",
      "t7"."title_since",
      "t7"."rank_since",
      "t7"."ref",
      "t7"."unit_district",
      "t7"."call",
      "t7"."refs",
      "t7"."asked",
      "t7"."next_call",
      "t7"."is_fit",
      "t7"."given",
      "t7"."sent",
      "t7"."is_cadre",
      "t7"."is_young",
      "t7"."is_filled",
      COALESCE("t7"."peers", 0) AS "peers",
      "t7"."peer_refs"
    FROM (
      SELECT
        "t6"."person_id",
        "t6"."unit_id",
        "t6"."employment",
        "t6"."profession",
        "t6"."is_leader",
        "t6"."is_secretary",
        "t6"."birth_date",
        "t6"."education",
        "t6"."party",
        "t6"."title_level",
        "t6"."title_since",
        "t6"."rank_since",
        "t6"."ref",
        "t6"."unit_district",
        "t6"."call",
        "t6"."refs",
        "t6"."asked",
        "t6"."next_call",
        "t6"."is_fit",
        "t6"."given",
        "t6"."sent",
        "t6"."is_cadre",
        "t6"."is_young",
        "t6"."is_filled",
        "t6"."peers",
        "t6"."peer_refs"
      FROM (
        SELECT
          "t3"."person_id",
          "t3"."unit_id",
          "t3"."employment",
          "t3"."profession",
          "t3"."is_leader",
          "t3"."is_secretary",
          "t3"."birth_date",
          "t3"."education",
          "t3"."party",
          "t3"."title_level",
          "t3"."title_since",
          "t3"."rank_since",
          "t3"."ref",
          "t3"."unit_district",
          "t3"."call",
          "t3"."refs",
          "t3"."asked",
          "t3"."next_call",
          "t3"."is_fit",
          "t3"."given",
          "t3"."sent",
          "t3"."is_cadre",
          "t3"."is_young",
          "t3"."is_filled",
          "t5"."unit_id" AS "unit_id_right",
          "t5"."employment" AS "employment_right",
          "t5"."profession" AS "profession_right",
          "t5"."is_leader" AS "is_leader_right",
          "t5"."call" AS "call_right",
          "t5"."peers",
          "t5"."peer_refs"
        FROM "run"."called_person" AS "t3"
        LEFT OUTER JOIN "run"."tie_call" AS "t5"
          ON "t3"."unit_id" = "t5"."unit_id"
          AND "t3"."employment" = "t5"."employment"
          AND "t3"."profession" = "t5"."profession"
          AND "t3"."is_leader" = "t5"."is_leader"
          AND "t3"."call" = "t5"."call"
        WHERE
          EXISTS(
            SELECT
              1
            FROM "run"."scope" AS "t4"
            WHERE
              "t3"."person_id" = "t4"."person_id"
          )
      ) AS "t6"
    ) AS "t7"
    WHERE
      (
        (
          "t7"."given" IS NOT NULL
        ) OR NOT (
          "t7"."is_filled"
        )
      )
      AND (
        (
          "t7"."given" IS NOT NULL
        )
        OR (
          (
            "t7"."is_cadre" AND "t7"."is_fit" AND "t7"."is_young"
          ) IS NULL
        )
        OR (
          "t7"."is_cadre"
          AND "t7"."is_fit"
          AND "t7"."is_young"
          AND (
            COALESCE("t7"."peers", 0) > 0
          )
        )
      )
  ) AS "t8"
) AS "t9"
