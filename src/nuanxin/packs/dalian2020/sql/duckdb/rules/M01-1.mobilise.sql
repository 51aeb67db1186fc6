WITH "t31" AS (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      "t26"."person_id"
    FROM (
      SELECT
        "t0"."person_id",
        "t0"."unit_id",
        'people:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t0"."person_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
      FROM "facts"."people" AS "t0"
      WHERE
        "t0"."party" IN ('member', 'probationary')
    ) AS "t26"
    INNER JOIN (
      SELECT
        "t15"."unit_id",
        "t15"."call"
      FROM (
        SELECT
          "t10".*
          EXCLUDE ("provision")
        FROM (
          SELECT
            *
          FROM "run"."call" AS "t1"
          WHERE
            "t1"."provision" = 'M01-1'
        ) AS "t10"
      ) AS "t15"
    ) AS "t24"
      ON "t26"."unit_id" = "t24"."unit_id"
  ) AS "t30"
)
SELECT
  "t71"."obligation_id",
  "t71"."provision",
  "t71"."measure",
  "t71"."modality",
  "t71"."subject_kind",
  "t71"."subject_id",
  "t71"."period_start",
  "t71"."period_end",
  "t71"."quantity",
  "t71"."quantity_unit",
  "t71"."quantity_met",
  "t71"."due_on",
  "t71"."owner_unit_id",
  "t71"."state",
  "t71"."missing",
  "t71"."as_of"
FROM (
  SELECT
    "t70"."unit_id",
    "t70"."call",
    "t70"."refs",
    "t70"."asked",
    "t70"."next_call",
    "t70"."people",
    "t70"."members",
    "t70"."member_refs",
    "t70"."heads",
    "t70"."cap",
    "t70"."amount",
    CONCAT_WS(
      '|',
      COALESCE('M01-1', ''),
      COALESCE('unit', ''),
      COALESCE("t70"."unit_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t70"."call" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M01-1' AS "provision",
    CAST(1 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'unit' AS "subject_kind",
    "t70"."unit_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t70"."call" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST("t70"."amount" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CASE
      WHEN "t70"."asked" IS NOT NULL
      THEN CAST(LEAST("t70"."people", "t70"."amount") AS DECIMAL(18, 4))
      ELSE NULL
    END AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t70"."call" + PARAM('mobilise.respond_within') AS INT) AS "due_on",
    "t70"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t70"."asked" IS NOT NULL
      THEN CASE
        WHEN "t70"."people" >= "t70"."amount"
        THEN 'met'
        WHEN NOT (
          AS_OF() <= (
            "t70"."call" + PARAM('mobilise.respond_within')
          )
        )
        THEN 'overdue'
        ELSE 'owed'
      END
      ELSE 'unknown'
    END AS "state",
    CASE WHEN "t70"."asked" IS NOT NULL THEN CAST(NULL AS TEXT) ELSE 'quantity' END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    CASE WHEN "t70"."asked" IS NOT NULL THEN TRUE ELSE NULL END AS "holds_people_asked",
    "t70"."asked" <= "t70"."cap" AS "holds_within_share",
    "t70"."members" > 0 AS "holds_members_free",
    "t70"."people" >= "t70"."amount" AS "holds_people_sent",
    AS_OF() <= (
      "t70"."call" + PARAM('mobilise.respond_within')
    ) AS "holds_within_due_day",
    CAST(CAST("t70"."asked" AS DECIMAL(18, 4)) AS TEXT) AS "value_people_asked",
    CAST("t70"."cap" AS TEXT) AS "value_within_share",
    CAST("t70"."members" AS TEXT) AS "value_members_free",
    CAST("t70"."people" AS TEXT) AS "value_people_sent",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t70"."call" + PARAM('mobilise.respond_within') AS INT) AS TEXT) AS "value_within_due_day",
    "t70"."refs" AS "refs_people_asked",
    "t70"."member_refs" AS "refs_members_free"
  FROM (
    SELECT
      "t69"."unit_id",
      "t69"."call",
      "t69"."refs",
      "t69"."asked",
      "t69"."next_call",
      "t69"."people",
      "t69"."members",
      "t69"."member_refs",
      "t69"."heads",
      "t69"."cap",
      CASE
        WHEN "t69"."asked" IS NOT NULL
        THEN LEAST("t69"."asked", "t69"."cap")
        ELSE NULL
      END AS "amount"
    FROM (
      SELECT
        "t68"."unit_id",
        "t68"."call",
        "t68"."refs",
        "t68"."asked",
        "t68"."next_call",
        COALESCE("t68"."people", 0) AS "people",
        COALESCE("t68"."members", 0) AS "members",
        "t68"."member_refs",
        "t68"."heads",
        CAST((
          (
            COALESCE("t68"."heads", 0) * PARAM('mobilise.unit_share_max')
          ) - (
            (
              COALESCE("t68"."heads", 0) * PARAM('mobilise.unit_share_max')
            ) % 100
          )
        ) / 100 AS BIGINT) AS "cap"
      FROM (
        SELECT
          "t67".*
          EXCLUDE ("unit_id_right")
        FROM (
          SELECT
            "t66"."unit_id",
            "t66"."call",
            "t66"."refs",
            "t66"."asked",
            "t66"."next_call",
            "t66"."people",
            "t66"."members",
            "t66"."member_refs",
            "t8"."unit_id" AS "unit_id_right",
            "t8"."heads"
          FROM (
            SELECT
              "t64".*
              EXCLUDE ("call_right", "unit_id_right")
            FROM (
              SELECT
                "t52"."unit_id",
                "t52"."call",
                "t52"."refs",
                "t52"."asked",
                "t52"."next_call",
                "t52"."people",
                "t63"."unit_id" AS "unit_id_right",
                "t63"."call" AS "call_right",
                "t63"."members",
                "t63"."member_refs"
              FROM (
                SELECT
                  "t49".*
                  EXCLUDE ("call_right", "unit_id_right")
                FROM (
                  SELECT
                    "t18"."unit_id",
                    "t18"."call",
                    "t18"."refs",
                    "t18"."asked",
                    "t18"."next_call",
                    "t46"."unit_id" AS "unit_id_right",
                    "t46"."call" AS "call_right",
                    "t46"."people"
                  FROM (
                    SELECT
                      "t10".*
                      EXCLUDE ("provision")
                    FROM (
                      SELECT
                        *
                      FROM "run"."call" AS "t1"
                      WHERE
                        "t1"."provision" = 'M01-1'
                    ) AS "t10"
                  ) AS "t18"
                  LEFT OUTER JOIN (
                    SELECT
                      "t41"."unit_id",
                      "t41"."call",
                      COUNT(DISTINCT "t41"."person_id") AS "people"
                    FROM (
                      SELECT
                        "t38"."person_id",
                        "t38"."unit_id",
                        "t38"."call",
                        "t38"."spell" AS "ref"
                      FROM (
                        SELECT
                          "t9"."person_id",
                          "t9"."unit_id",
                          "t19"."call",
                          "t19"."refs",
                          "t19"."asked",
                          "t19"."next_call",
                          "t34"."start",
                          "t34"."spell"
                        FROM (
                          SELECT
                            "t0"."person_id",
                            "t0"."unit_id"
                          FROM "facts"."people" AS "t0"
                        ) AS "t9"
                        INNER JOIN (
                          SELECT
                            "t10".*
                            EXCLUDE ("provision")
                          FROM (
                            SELECT
                              *
                            FROM "run"."call" AS "t1"
                            WHERE
                              "t1"."provision" = 'M01-1'
                          ) AS "t10"
                        ) AS "t19"
                          ON "t9"."unit_id" = "t19"."unit_id"
                        INNER JOIN (
                          SELECT
                            "t25"."person_id",
                            "t25"."start",
                            'spells:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t25"."spell_id", ''), '%', '%25'), ';', '%3B')) AS "spell"
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t3"."spell_id",
                                "t3"."person_id",
                                "t3"."post_id",
                                "t3"."arranged_by",
                                "t3"."mission",
                                "t3"."aid_place",
                                "t3"."treats_confirmed",
                                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."start_date") AS "start",
                                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."end_date") AS "end_date"
                              FROM "facts"."spells" AS "t3"
                            ) AS "t12"
                            WHERE
                              "t12"."start" <= AS_OF()
                          ) AS "t25"
                          SEMI JOIN (
                            SELECT
                              "t4"."post_id"
                            FROM "facts"."posts" AS "t4"
                            WHERE
                              "t4"."kind" IN ('grid', 'screening', 'patrol', 'checkpoint', 'key_visit')
                          ) AS "t17"
                            ON "t25"."post_id" = "t17"."post_id"
                        ) AS "t34"
                          ON "t9"."person_id" = "t34"."person_id"
                      ) AS "t38"
                      WHERE
                        "t38"."start" >= "t38"."call"
                        AND (
                          (
                            "t38"."next_call" IS NULL
                          ) OR (
                            "t38"."start" < "t38"."next_call"
                          )
                        )
                    ) AS "t41"
                    GROUP BY
                      1,
                      2
                  ) AS "t46"
                    ON "t18"."unit_id" = "t46"."unit_id" AND "t18"."call" = "t46"."call"
                ) AS "t49"
              ) AS "t52"
              LEFT OUTER JOIN (
                SELECT
                  "t61"."unit_id",
                  "t61"."call",
                  COUNT(*) AS "members",
                  LISTAGG("t61"."ref", ';' ORDER BY "t61"."ref" ASC) FILTER(WHERE
                    "t61"."place" < 20) AS "member_refs"
                FROM (
                  SELECT
                    "t60"."person_id",
                    "t60"."unit_id",
                    "t60"."ref",
                    "t60"."call",
                    ROW_NUMBER() OVER (
                      PARTITION BY "t60"."unit_id", "t60"."call"
                      ORDER BY "t60"."person_id" ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) - 1 AS "place"
                  FROM (
                    SELECT
                      "t26"."person_id",
                      "t26"."unit_id",
                      "t26"."ref",
                      "t24"."call"
                    FROM (
                      SELECT
                        "t0"."person_id",
                        "t0"."unit_id",
                        'people:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t0"."person_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
                      FROM "facts"."people" AS "t0"
                      WHERE
                        "t0"."party" IN ('member', 'probationary')
                    ) AS "t26"
                    INNER JOIN (
                      SELECT
                        "t15"."unit_id",
                        "t15"."call"
                      FROM (
                        SELECT
                          "t10".*
                          EXCLUDE ("provision")
                        FROM (
                          SELECT
                            *
                          FROM "run"."call" AS "t1"
                          WHERE
                            "t1"."provision" = 'M01-1'
                        ) AS "t10"
                      ) AS "t15"
                    ) AS "t24"
                      ON "t26"."unit_id" = "t24"."unit_id"
                    ANTI JOIN (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t56"."person_id"
                        FROM (
                          SELECT
                            "t37"."person_id",
                            "t37"."on_day",
                            "t55"."first",
                            "t55"."last"
                          FROM (
                            SELECT
                              "t33"."person_id",
                              AS_OF() AS "on_day"
                            FROM "t31" AS "t33"
                          ) AS "t37"
                          INNER JOIN (
                            SELECT
                              "t53"."person_id",
                              "t53"."start" AS "first",
                              COALESCE("t53"."end", AS_OF()) AS "last"
                            FROM (
                              SELECT
                                "t51"."spell_id",
                                "t51"."person_id",
                                "t51"."post_id",
                                "t51"."arranged_by",
                                "t51"."mission",
                                "t51"."aid_place",
                                "t51"."treats_confirmed",
                                "t51"."start",
                                "t51"."end_date",
                                "t51"."released",
                                "t51"."round",
                                LEAST(
                                  COALESCE(
                                    CASE WHEN "t51"."end_date" <= AS_OF() THEN "t51"."end_date" ELSE NULL END,
                                    "t51"."released"
                                  ),
                                  COALESCE(
                                    "t51"."released",
                                    CASE WHEN "t51"."end_date" <= AS_OF() THEN "t51"."end_date" ELSE NULL END
                                  )
                                ) AS "end"
                              FROM (
                                SELECT
                                  "t48"."spell_id",
                                  "t48"."person_id",
                                  "t48"."post_id",
                                  "t48"."arranged_by",
                                  "t48"."mission",
                                  "t48"."aid_place",
                                  "t48"."treats_confirmed",
                                  "t48"."start",
                                  "t48"."end_date",
                                  "t48"."released",
                                  COALESCE("t48"."round", 0) AS "round"
                                FROM (
                                  SELECT
                                    "t47".*
                                    EXCLUDE ("spell_id_right")
                                  FROM (
                                    SELECT
                                      "t25"."spell_id",
                                      "t25"."person_id",
                                      "t25"."post_id",
                                      "t25"."arranged_by",
                                      "t25"."mission",
                                      "t25"."aid_place",
                                      "t25"."treats_confirmed",
                                      "t25"."start",
                                      "t25"."end_date",
                                      "t44"."spell_id" AS "spell_id_right",
                                      "t44"."released",
                                      "t44"."round"
                                    FROM (
                                      SELECT
                                        *
                                      FROM (
                                        SELECT
                                          "t3"."spell_id",
                                          "t3"."person_id",
                                          "t3"."post_id",
                                          "t3"."arranged_by",
                                          "t3"."mission",
                                          "t3"."aid_place",
                                          "t3"."treats_confirmed",
                                          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."start_date") AS "start",
                                          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."end_date") AS "end_date"
                                        FROM "facts"."spells" AS "t3"
                                      ) AS "t12"
                                      WHERE
                                        "t12"."start" <= AS_OF()
                                    ) AS "t25"
                                    SEMI JOIN "t31" AS "t35"
                                      ON "t25"."person_id" = "t35"."person_id"
                                    LEFT OUTER JOIN (
                                      SELECT
                                        "t39"."spell_id",
                                        MIN("t39"."release_day") FILTER(WHERE
                                          "t39"."release_day" >= "t39"."start") AS "released",
                                        COUNT("t39"."release_day") FILTER(WHERE
                                          "t39"."release_day" < "t39"."start") AS "round"
                                      FROM (
                                        SELECT
                                          "t25"."spell_id",
                                          "t25"."person_id",
                                          "t25"."post_id",
                                          "t25"."arranged_by",
                                          "t25"."mission",
                                          "t25"."aid_place",
                                          "t25"."treats_confirmed",
                                          "t25"."start",
                                          "t25"."end_date",
                                          "t29"."release_day"
                                        FROM (
                                          SELECT
                                            *
                                          FROM (
                                            SELECT
                                              "t3"."spell_id",
                                              "t3"."person_id",
                                              "t3"."post_id",
                                              "t3"."arranged_by",
                                              "t3"."mission",
                                              "t3"."aid_place",
                                              "t3"."treats_confirmed",
                                              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."start_date") AS "start",
                                              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."end_date") AS "end_date"
                                            FROM "facts"."spells" AS "t3"
                                          ) AS "t12"
                                          WHERE
                                            "t12"."start" <= AS_OF()
                                        ) AS "t25"
                                        SEMI JOIN "t31" AS "t35"
                                          ON "t25"."person_id" = "t35"."person_id"
                                        INNER JOIN (
                                          SELECT
                                            "t27"."person_id",
                                            "t27"."day" AS "release_day"
                                          FROM (
                                            SELECT DISTINCT
                                              *
                                            FROM (
                                              SELECT
                                                *
                                              FROM (
                                                SELECT
                                                  "t5"."person_id",
                                                  DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t5"."date") AS "day"
                                                FROM "facts"."declarations" AS "t5"
                                                WHERE
                                                  "t5"."kind" = 'release'
                                              ) AS "t14"
                                              WHERE
                                                "t14"."day" <= AS_OF()
                                            ) AS "t22"
                                          ) AS "t27"
                                        ) AS "t29"
                                          ON "t25"."person_id" = "t29"."person_id"
                                      ) AS "t39"
                                      GROUP BY
                                        1
                                    ) AS "t44"
                                      ON "t25"."spell_id" = "t44"."spell_id"
                                  ) AS "t47"
                                ) AS "t48"
                              ) AS "t51"
                            ) AS "t53"
                          ) AS "t55"
                            ON "t37"."person_id" = "t55"."person_id"
                        ) AS "t56"
                        WHERE
                          "t56"."first" <= "t56"."on_day" AND "t56"."last" >= "t56"."on_day"
                      ) AS "t57"
                      UNION ALL
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t40"."person_id"
                        FROM (
                          SELECT
                            "t37"."person_id",
                            "t37"."on_day",
                            "t16"."first",
                            "t16"."last"
                          FROM (
                            SELECT
                              "t33"."person_id",
                              AS_OF() AS "on_day"
                            FROM "t31" AS "t33"
                          ) AS "t37"
                          INNER JOIN (
                            SELECT
                              "t2"."person_id",
                              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."start_date") AS "first",
                              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."end_date") AS "last"
                            FROM "facts"."absences" AS "t2"
                            WHERE
                              "t2"."kind" IN ('sick', 'injury', 'quarantine', 'forced')
                          ) AS "t16"
                            ON "t37"."person_id" = "t16"."person_id"
                        ) AS "t40"
                        WHERE
                          "t40"."first" <= "t40"."on_day" AND "t40"."last" >= "t40"."on_day"
                      ) AS "t43"
                    ) AS "t59"
                      ON "t26"."person_id" = "t59"."person_id"
                  ) AS "t60"
                ) AS "t61"
                GROUP BY
                  1,
                  2
              ) AS "t63"
                ON "t52"."unit_id" = "t63"."unit_id" AND "t52"."call" = "t63"."call"
            ) AS "t64"
          ) AS "t66"
          LEFT OUTER JOIN (
            SELECT
              "t0"."unit_id",
              COUNT(*) AS "heads"
            FROM "facts"."people" AS "t0"
            GROUP BY
              1
          ) AS "t8"
            ON "t66"."unit_id" = "t8"."unit_id"
        ) AS "t67"
      ) AS "t68"
    ) AS "t69"
    WHERE
      (
        CASE
          WHEN "t69"."asked" IS NOT NULL
          THEN LEAST("t69"."asked", "t69"."cap")
          ELSE NULL
        END IS NULL
      )
      OR (
        CASE
          WHEN "t69"."asked" IS NOT NULL
          THEN LEAST("t69"."asked", "t69"."cap")
          ELSE NULL
        END > 0
      )
  ) AS "t70"
) AS "t71"
