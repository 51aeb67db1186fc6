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
), "t41" AS (
  SELECT
    "t38"."person_id",
    "t38"."unit_id",
    "t38"."call",
    "t38"."spell" AS "ref"
  FROM (
    SELECT
      "t9"."person_id",
      "t9"."unit_id",
      "t18"."call",
      "t18"."refs",
      "t18"."asked",
      "t18"."next_call",
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
    ) AS "t18"
      ON "t9"."unit_id" = "t18"."unit_id"
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
        ) AS "t11"
        WHERE
          "t11"."start" <= AS_OF()
      ) AS "t25"
      SEMI JOIN (
        SELECT
          "t3"."post_id"
        FROM "facts"."posts" AS "t3"
        WHERE
          "t3"."kind" IN ('grid', 'screening', 'patrol', 'checkpoint', 'key_visit')
      ) AS "t16"
        ON "t25"."post_id" = "t16"."post_id"
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
), "t73" AS (
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
                "t54"."unit_id",
                "t54"."call",
                "t54"."refs",
                "t54"."asked",
                "t54"."next_call",
                "t54"."people",
                "t65"."unit_id" AS "unit_id_right",
                "t65"."call" AS "call_right",
                "t65"."members",
                "t65"."member_refs"
              FROM (
                SELECT
                  "t51".*
                  EXCLUDE ("call_right", "unit_id_right")
                FROM (
                  SELECT
                    "t19"."unit_id",
                    "t19"."call",
                    "t19"."refs",
                    "t19"."asked",
                    "t19"."next_call",
                    "t48"."unit_id" AS "unit_id_right",
                    "t48"."call" AS "call_right",
                    "t48"."people"
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
                      "t43"."unit_id",
                      "t43"."call",
                      COUNT(DISTINCT "t43"."person_id") AS "people"
                    FROM "t41" AS "t43"
                    GROUP BY
                      1,
                      2
                  ) AS "t48"
                    ON "t19"."unit_id" = "t48"."unit_id" AND "t19"."call" = "t48"."call"
                ) AS "t51"
              ) AS "t54"
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
                            "t37"."person_id",
                            "t37"."on_day",
                            "t57"."first",
                            "t57"."last"
                          FROM (
                            SELECT
                              "t33"."person_id",
                              AS_OF() AS "on_day"
                            FROM "t31" AS "t33"
                          ) AS "t37"
                          INNER JOIN (
                            SELECT
                              "t55"."person_id",
                              "t55"."start" AS "first",
                              COALESCE("t55"."end", AS_OF()) AS "last"
                            FROM (
                              SELECT
                                "t52"."spell_id",
                                "t52"."person_id",
                                "t52"."post_id",
                                "t52"."arranged_by",
                                "t52"."mission",
                                "t52"."aid_place",
                                "t52"."treats_confirmed",
                                "t52"."start",
                                "t52"."end_date",
                                "t52"."released",
                                "t52"."round",
                                LEAST(
                                  COALESCE(
                                    CASE WHEN "t52"."end_date" <= AS_OF() THEN "t52"."end_date" ELSE NULL END,
                                    "t52"."released"
                                  ),
                                  COALESCE(
                                    "t52"."released",
                                    CASE WHEN "t52"."end_date" <= AS_OF() THEN "t52"."end_date" ELSE NULL END
                                  )
                                ) AS "end"
                              FROM (
                                SELECT
                                  "t50"."spell_id",
                                  "t50"."person_id",
                                  "t50"."post_id",
                                  "t50"."arranged_by",
                                  "t50"."mission",
                                  "t50"."aid_place",
                                  "t50"."treats_confirmed",
                                  "t50"."start",
                                  "t50"."end_date",
                                  "t50"."released",
                                  COALESCE("t50"."round", 0) AS "round"
                                FROM (
                                  SELECT
                                    "t49".*
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
                                      "t45"."spell_id" AS "spell_id_right",
                                      "t45"."released",
                                      "t45"."round"
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
                                      ) AS "t11"
                                      WHERE
                                        "t11"."start" <= AS_OF()
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
                                          ) AS "t11"
                                          WHERE
                                            "t11"."start" <= AS_OF()
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
                                    ) AS "t45"
                                      ON "t25"."spell_id" = "t45"."spell_id"
                                  ) AS "t49"
                                ) AS "t50"
                              ) AS "t52"
                            ) AS "t55"
                          ) AS "t57"
                            ON "t37"."person_id" = "t57"."person_id"
                        ) AS "t58"
                        WHERE
                          "t58"."first" <= "t58"."on_day" AND "t58"."last" >= "t58"."on_day"
                      ) AS "t59"
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
                            "t17"."first",
                            "t17"."last"
                          FROM (
                            SELECT
                              "t33"."person_id",
                              AS_OF() AS "on_day"
                            FROM "t31" AS "t33"
                          ) AS "t37"
                          INNER JOIN (
                            SELECT
                              "t4"."person_id",
                              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."start_date") AS "first",
                              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."end_date") AS "last"
                            FROM "facts"."absences" AS "t4"
                            WHERE
                              "t4"."kind" IN ('sick', 'injury', 'quarantine', 'forced')
                          ) AS "t17"
                            ON "t37"."person_id" = "t17"."person_id"
                        ) AS "t40"
                        WHERE
                          "t40"."first" <= "t40"."on_day" AND "t40"."last" >= "t40"."on_day"
                      ) AS "t44"
                    ) AS "t61"
                      ON "t26"."person_id" = "t61"."person_id"
                  ) AS "t62"
                ) AS "t63"
                GROUP BY
                  1,
                  2
              ) AS "t65"
                ON "t54"."unit_id" = "t65"."unit_id" AND "t54"."call" = "t65"."call"
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
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t74"."obligation_id",
      'members_free' AS "criterion",
      "t74"."holds_members_free" AS "holds",
      "t74"."value_members_free" AS "value",
      COALESCE("t74"."refs_members_free", '') AS "fact_refs"
    FROM "t73" AS "t74"
  ) AS "t79"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t80"."obligation_id",
      "t80"."criterion",
      "t80"."holds",
      "t80"."value",
      COALESCE("t87"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t74"."obligation_id",
        'people_sent' AS "criterion",
        "t74"."holds_people_sent" AS "holds",
        "t74"."value_people_sent" AS "value"
      FROM "t73" AS "t74"
    ) AS "t80"
    LEFT OUTER JOIN (
      SELECT
        "t85"."obligation_id",
        LISTAGG("t85"."ref", ';' ORDER BY "t85"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t75"."obligation_id",
            "t46"."ref"
          FROM "t73" AS "t75"
          INNER JOIN "t41" AS "t46"
            ON "t75"."unit_id" = "t46"."unit_id" AND "t75"."call" = "t46"."call"
        ) AS "t84"
      ) AS "t85"
      GROUP BY
        1
    ) AS "t87"
      ON "t80"."obligation_id" = "t87"."obligation_id"
  ) AS "t88"
) AS "t89"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t74"."obligation_id",
      'within_due_day' AS "criterion",
      "t74"."holds_within_due_day" AS "holds",
      "t74"."value_within_due_day" AS "value",
      '' AS "fact_refs"
    FROM "t73" AS "t74"
  ) AS "t76"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t74"."obligation_id",
        'people_asked' AS "criterion",
        "t74"."holds_people_asked" AS "holds",
        "t74"."value_people_asked" AS "value",
        COALESCE("t74"."refs_people_asked", '') AS "fact_refs"
      FROM "t73" AS "t74"
    ) AS "t81"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t74"."obligation_id",
        'within_share' AS "criterion",
        "t74"."holds_within_share" AS "holds",
        "t74"."value_within_share" AS "value",
        '' AS "fact_refs"
      FROM "t73" AS "t74"
    ) AS "t77"
  ) AS "t82"
) AS "t83"
