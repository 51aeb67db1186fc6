WITH "t28" AS (
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
  ) AS "t27"
)
SELECT
  "t73"."obligation_id",
  "t73"."provision",
  "t73"."measure",
  "t73"."modality",
  "t73"."subject_kind",
  "t73"."subject_id",
  "t73"."period_start",
  "t73"."period_end",
  "t73"."quantity",
  "t73"."quantity_unit",
  "t73"."quantity_met",
  "t73"."due_on",
  "t73"."owner_unit_id",
  "t73"."state",
  "t73"."missing",
  "t73"."as_of"
FROM (
  SELECT
    "t72"."unit_id",
    "t72"."call",
    "t72"."refs",
    "t72"."asked",
    "t72"."next_call",
    "t72"."people",
    "t72"."members",
    "t72"."member_refs",
    "t72"."heads",
    "t72"."cap",
    "t72"."amount",
    CONCAT_WS(
      '|',
      COALESCE('M01-1', ''),
      COALESCE('unit', ''),
      COALESCE("t72"."unit_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t72"."call" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M01-1' AS "provision",
    CAST(1 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'unit' AS "subject_kind",
    "t72"."unit_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t72"."call" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST("t72"."amount" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CASE
      WHEN "t72"."asked" IS NOT NULL
      THEN CAST(LEAST("t72"."people", "t72"."amount") AS DECIMAL(18, 4))
      ELSE NULL
    END AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t72"."call" + PARAM('mobilise.respond_within') AS INT) AS "due_on",
    "t72"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t72"."asked" IS NOT NULL
      THEN CASE
        WHEN "t72"."people" >= "t72"."amount"
        THEN 'met'
        WHEN NOT (
          AS_OF() <= (
            "t72"."call" + PARAM('mobilise.respond_within')
          )
        )
        THEN 'overdue'
        ELSE 'owed'
      END
      ELSE 'unknown'
    END AS "state",
    CASE WHEN "t72"."asked" IS NOT NULL THEN CAST(NULL AS TEXT) ELSE 'quantity' END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    CASE WHEN "t72"."asked" IS NOT NULL THEN TRUE ELSE NULL END AS "holds_people_asked",
    "t72"."asked" <= "t72"."cap" AS "holds_within_share",
    "t72"."members" > 0 AS "holds_members_free",
    "t72"."people" >= "t72"."amount" AS "holds_people_sent",
    AS_OF() <= (
      "t72"."call" + PARAM('mobilise.respond_within')
    ) AS "holds_within_due_day",
    CAST(CAST("t72"."asked" AS DECIMAL(18, 4)) AS TEXT) AS "value_people_asked",
    CAST("t72"."cap" AS TEXT) AS "value_within_share",
    CAST("t72"."members" AS TEXT) AS "value_members_free",
    CAST("t72"."people" AS TEXT) AS "value_people_sent",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t72"."call" + PARAM('mobilise.respond_within') AS INT) AS TEXT) AS "value_within_due_day",
    "t72"."refs" AS "refs_people_asked",
    "t72"."member_refs" AS "refs_members_free"
  FROM (
    SELECT
      "t71"."unit_id",
      "t71"."call",
      "t71"."refs",
      "t71"."asked",
      "t71"."next_call",
      "t71"."people",
      "t71"."members",
      "t71"."member_refs",
      "t71"."heads",
      "t71"."cap",
      CASE
        WHEN "t71"."asked" IS NOT NULL
        THEN LEAST("t71"."asked", "t71"."cap")
        ELSE NULL
      END AS "amount"
    FROM (
      SELECT
        "t70"."unit_id",
        "t70"."call",
        "t70"."refs",
        "t70"."asked",
        "t70"."next_call",
        COALESCE("t70"."people", 0) AS "people",
        COALESCE("t70"."members", 0) AS "members",
        "t70"."member_refs",
        "t70"."heads",
        CAST((
          (
            COALESCE("t70"."heads", 0) * PARAM('mobilise.unit_share_max')
          ) - (
            (
              COALESCE("t70"."heads", 0) * PARAM('mobilise.unit_share_max')
            ) % 100
          )
        ) / 100 AS BIGINT) AS "cap"
      FROM (
        SELECT
          "t69".*
          EXCLUDE ("unit_id_right")
        FROM (
          SELECT
            "t68"."unit_id",
            "t68"."call",
            "t68"."refs",
            "t68"."asked",
            "t68"."next_call",
            "t68"."people",
            "t68"."members",
            "t68"."member_refs",
            "t8"."unit_id" AS "unit_id_right",
            "t8"."heads"
          FROM (
            SELECT
              "t66".*
              EXCLUDE ("call_right", "unit_id_right")
            FROM (
              SELECT
                "t49"."unit_id",
                "t49"."call",
                "t49"."refs",
                "t49"."asked",
                "t49"."next_call",
                "t49"."people",
                "t65"."unit_id" AS "unit_id_right",
                "t65"."call" AS "call_right",
                "t65"."members",
                "t65"."member_refs"
              FROM (
                SELECT
                  "t46".*
                  EXCLUDE ("call_right", "unit_id_right")
                FROM (
                  SELECT
                    "t19"."unit_id",
                    "t19"."call",
                    "t19"."refs",
                    "t19"."asked",
                    "t19"."next_call",
                    "t44"."unit_id" AS "unit_id_right",
                    "t44"."call" AS "call_right",
                    "t44"."people"
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
                  ) AS "t19"
                  LEFT OUTER JOIN (
                    SELECT
                      "t39"."unit_id",
                      "t39"."call",
                      COUNT(DISTINCT "t39"."person_id") AS "people"
                    FROM (
                      SELECT
                        "t35"."person_id",
                        "t35"."unit_id",
                        "t35"."call",
                        "t35"."spell" AS "ref"
                      FROM (
                        SELECT
                          "t9"."person_id",
                          "t9"."unit_id",
                          "t20"."call",
                          "t20"."refs",
                          "t20"."asked",
                          "t20"."next_call",
                          "t31"."start",
                          "t31"."spell"
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
                        ) AS "t20"
                          ON "t9"."unit_id" = "t20"."unit_id"
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
                        ) AS "t31"
                          ON "t9"."person_id" = "t31"."person_id"
                      ) AS "t35"
                      WHERE
                        "t35"."start" >= "t35"."call"
                        AND (
                          (
                            "t35"."next_call" IS NULL
                          ) OR (
                            "t35"."start" < "t35"."next_call"
                          )
                        )
                    ) AS "t39"
                    GROUP BY
                      1,
                      2
                  ) AS "t44"
                    ON "t19"."unit_id" = "t44"."unit_id" AND "t19"."call" = "t44"."call"
                ) AS "t46"
              ) AS "t49"
              LEFT OUTER JOIN (
                SELECT
                  "t63"."unit_id",
                  "t63"."call",
                  COUNT(*) AS "members",
                  LISTAGG("t63"."ref", ';' ORDER BY "t63"."ref" ASC) FILTER(WHERE
                    "t63"."place" < 20) AS "member_refs"
                FROM (
                  SELECT
                    "t62"."person_id",
                    "t62"."unit_id",
                    "t62"."ref",
                    "t62"."call",
                    ROW_NUMBER() OVER (
                      PARTITION BY "t62"."unit_id", "t62"."call"
                      ORDER BY "t62"."person_id" ASC
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
                          "t58"."person_id"
                        FROM (
                          SELECT
                            "t34"."person_id",
                            "t34"."on_day",
                            "t57"."first",
                            "t57"."last"
                          FROM (
                            SELECT
                              "t30"."person_id",
                              AS_OF() AS "on_day"
                            FROM "t28" AS "t30"
                          ) AS "t34"
                          INNER JOIN (
                            SELECT
                              "t55"."person_id",
                              "t55"."start" AS "first",
                              COALESCE("t55"."end", AS_OF()) AS "last"
                            FROM (
                              SELECT
                                "t54"."spell_id",
                                "t54"."person_id",
                                "t54"."post_id",
                                "t54"."arranged_by",
                                "t54"."mission",
                                "t54"."aid_place",
                                "t54"."treats_confirmed",
                                "t54"."start",
                                "t54"."end_date",
                                "t54"."released",
                                "t54"."round",
                                LEAST(
                                  COALESCE(
                                    CASE WHEN "t54"."end_date" <= AS_OF() THEN "t54"."end_date" ELSE NULL END,
                                    "t54"."released"
                                  ),
                                  COALESCE(
                                    "t54"."released",
                                    CASE WHEN "t54"."end_date" <= AS_OF() THEN "t54"."end_date" ELSE NULL END
                                  )
                                ) AS "end"
                              FROM (
                                SELECT
                                  "t53"."spell_id",
                                  "t53"."person_id",
                                  "t53"."post_id",
                                  "t53"."arranged_by",
                                  "t53"."mission",
                                  "t53"."aid_place",
                                  "t53"."treats_confirmed",
                                  "t53"."start",
                                  "t53"."end_date",
                                  "t53"."released",
                                  COALESCE("t53"."round", 0) AS "round"
                                FROM (
                                  SELECT
                                    "t52".*
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
                                      "t51"."spell_id" AS "spell_id_right",
                                      "t51"."released",
                                      "t51"."round"
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
                                    SEMI JOIN "t28" AS "t32"
                                      ON "t25"."person_id" = "t32"."person_id"
                                    LEFT OUTER JOIN (
                                      SELECT
                                        "t47"."spell_id",
                                        MIN("t47"."release_day") FILTER(WHERE
                                          "t47"."release_day" >= "t47"."start") AS "released",
                                        COUNT("t47"."release_day") FILTER(WHERE
                                          "t47"."release_day" < "t47"."start") AS "round"
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
                                          "t45"."release_day"
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
                                        SEMI JOIN "t28" AS "t32"
                                          ON "t25"."person_id" = "t32"."person_id"
                                        INNER JOIN (
                                          SELECT
                                            "t41"."person_id",
                                            "t41"."day" AS "release_day"
                                          FROM (
                                            SELECT DISTINCT
                                              *
                                            FROM (
                                              SELECT
                                                *
                                              FROM (
                                                SELECT
                                                  "t18"."person_id",
                                                  "t18"."day"
                                                FROM (
                                                  SELECT
                                                    "t5"."person_id",
                                                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t5"."date") AS "day"
                                                  FROM "facts"."declarations" AS "t5"
                                                  WHERE
                                                    "t5"."kind" = 'release'
                                                ) AS "t18"
                                                SEMI JOIN "t28" AS "t32"
                                                  ON "t18"."person_id" = "t32"."person_id"
                                              ) AS "t36"
                                              WHERE
                                                "t36"."day" <= AS_OF()
                                            ) AS "t38"
                                          ) AS "t41"
                                        ) AS "t45"
                                          ON "t25"."person_id" = "t45"."person_id"
                                      ) AS "t47"
                                      GROUP BY
                                        1
                                    ) AS "t51"
                                      ON "t25"."spell_id" = "t51"."spell_id"
                                  ) AS "t52"
                                ) AS "t53"
                              ) AS "t54"
                            ) AS "t55"
                          ) AS "t57"
                            ON "t34"."person_id" = "t57"."person_id"
                        ) AS "t58"
                        WHERE
                          "t58"."first" <= "t58"."on_day" AND "t58"."last" >= "t58"."on_day"
                      ) AS "t59"
                      UNION ALL
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t37"."person_id"
                        FROM (
                          SELECT
                            "t34"."person_id",
                            "t34"."on_day",
                            "t16"."first",
                            "t16"."last"
                          FROM (
                            SELECT
                              "t30"."person_id",
                              AS_OF() AS "on_day"
                            FROM "t28" AS "t30"
                          ) AS "t34"
                          INNER JOIN (
                            SELECT
                              "t2"."person_id",
                              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."start_date") AS "first",
                              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."end_date") AS "last"
                            FROM "facts"."absences" AS "t2"
                            WHERE
                              "t2"."kind" IN ('sick', 'injury', 'quarantine', 'forced')
                          ) AS "t16"
                            ON "t34"."person_id" = "t16"."person_id"
                        ) AS "t37"
                        WHERE
                          "t37"."first" <= "t37"."on_day" AND "t37"."last" >= "t37"."on_day"
                      ) AS "t40"
                    ) AS "t61"
                      ON "t26"."person_id" = "t61"."person_id"
                  ) AS "t62"
                ) AS "t63"
                GROUP BY
                  1,
                  2
              ) AS "t65"
                ON "t49"."unit_id" = "t65"."unit_id" AND "t49"."call" = "t65"."call"
            ) AS "t66"
          ) AS "t68"
          LEFT OUTER JOIN (
            SELECT
              "t0"."unit_id",
              COUNT(*) AS "heads"
            FROM "facts"."people" AS "t0"
            GROUP BY
              1
          ) AS "t8"
            ON "t68"."unit_id" = "t8"."unit_id"
        ) AS "t69"
      ) AS "t70"
    ) AS "t71"
    WHERE
      (
        CASE
          WHEN "t71"."asked" IS NOT NULL
          THEN LEAST("t71"."asked", "t71"."cap")
          ELSE NULL
        END IS NULL
      )
      OR (
        CASE
          WHEN "t71"."asked" IS NOT NULL
          THEN LEAST("t71"."asked", "t71"."cap")
          ELSE NULL
        END > 0
      )
  ) AS "t72"
) AS "t73"
