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
), "t39" AS (
  SELECT
    "t35"."person_id",
    "t35"."unit_id",
    "t35"."call",
    "t35"."spell" AS "ref"
  FROM (
    SELECT
      "t9"."person_id",
      "t9"."unit_id",
      "t19"."call",
      "t19"."refs",
      "t19"."asked",
      "t19"."next_call",
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
), "t75" AS (
  SELECT
    "t74"."unit_id",
    "t74"."call",
    "t74"."refs",
    "t74"."asked",
    "t74"."next_call",
    "t74"."people",
    "t74"."members",
    "t74"."member_refs",
    "t74"."heads",
    "t74"."cap",
    "t74"."amount",
    CONCAT_WS(
      '|',
      COALESCE('M01-1', ''),
      COALESCE('unit', ''),
      COALESCE("t74"."unit_id", ''),
      COALESCE(CAST(MAKE_DATE(1970, 1, 1) + CAST("t74"."call" AS INT) AS TEXT), '')
    ) AS "obligation_id",
    'M01-1' AS "provision",
    CAST(1 AS BIGINT) AS "measure",
    'MUST' AS "modality",
    'unit' AS "subject_kind",
    "t74"."unit_id" AS "subject_id",
    MAKE_DATE(1970, 1, 1) + CAST("t74"."call" AS INT) AS "period_start",
    CAST(NULL AS DATE) AS "period_end",
    CAST("t74"."amount" AS DECIMAL(18, 4)) AS "quantity",
    'count' AS "quantity_unit",
    CASE
      WHEN "t74"."asked" IS NOT NULL
      THEN CAST(LEAST("t74"."people", "t74"."amount") AS DECIMAL(18, 4))
      ELSE NULL
    END AS "quantity_met",
    MAKE_DATE(1970, 1, 1) + CAST("t74"."call" + PARAM('mobilise.respond_within') AS INT) AS "due_on",
    "t74"."unit_id" AS "owner_unit_id",
    CASE
      WHEN "t74"."asked" IS NOT NULL
      THEN CASE
        WHEN "t74"."people" >= "t74"."amount"
        THEN 'met'
        WHEN NOT (
          AS_OF() <= (
            "t74"."call" + PARAM('mobilise.respond_within')
          )
        )
        THEN 'overdue'
        ELSE 'owed'
      END
      ELSE 'unknown'
    END AS "state",
    CASE WHEN "t74"."asked" IS NOT NULL THEN CAST(NULL AS TEXT) ELSE 'quantity' END AS "missing",
    MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT) AS "as_of",
    CASE WHEN "t74"."asked" IS NOT NULL THEN TRUE ELSE NULL END AS "holds_people_asked",
    "t74"."asked" <= "t74"."cap" AS "holds_within_share",
    "t74"."members" > 0 AS "holds_members_free",
    "t74"."people" >= "t74"."amount" AS "holds_people_sent",
    AS_OF() <= (
      "t74"."call" + PARAM('mobilise.respond_within')
    ) AS "holds_within_due_day",
    CAST(CAST("t74"."asked" AS DECIMAL(18, 4)) AS TEXT) AS "value_people_asked",
    CAST("t74"."cap" AS TEXT) AS "value_within_share",
    CAST("t74"."members" AS TEXT) AS "value_members_free",
    CAST("t74"."people" AS TEXT) AS "value_people_sent",
    CAST(MAKE_DATE(1970, 1, 1) + CAST("t74"."call" + PARAM('mobilise.respond_within') AS INT) AS TEXT) AS "value_within_due_day",
    "t74"."refs" AS "refs_people_asked",
    "t74"."member_refs" AS "refs_members_free"
  FROM (
    SELECT
      "t73"."unit_id",
      "t73"."call",
      "t73"."refs",
      "t73"."asked",
      "t73"."next_call",
      "t73"."people",
      "t73"."members",
      "t73"."member_refs",
      "t73"."heads",
      "t73"."cap",
      CASE
        WHEN "t73"."asked" IS NOT NULL
        THEN LEAST("t73"."asked", "t73"."cap")
        ELSE NULL
      END AS "amount"
    FROM (
      SELECT
        "t72"."unit_id",
        "t72"."call",
        "t72"."refs",
        "t72"."asked",
        "t72"."next_call",
        COALESCE("t72"."people", 0) AS "people",
        COALESCE("t72"."members", 0) AS "members",
        "t72"."member_refs",
        "t72"."heads",
        CAST((
          (
            COALESCE("t72"."heads", 0) * PARAM('mobilise.unit_share_max')
          ) - (
            (
              COALESCE("t72"."heads", 0) * PARAM('mobilise.unit_share_max')
            ) % 100
          )
        ) / 100 AS BIGINT) AS "cap"
      FROM (
        SELECT
          "t71".*
          EXCLUDE ("unit_id_right")
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
            "t8"."unit_id" AS "unit_id_right",
            "t8"."heads"
          FROM (
            SELECT
              "t68".*
              EXCLUDE ("call_right", "unit_id_right")
            FROM (
              SELECT
                "t51"."unit_id",
                "t51"."call",
                "t51"."refs",
                "t51"."asked",
                "t51"."next_call",
                "t51"."people",
                "t67"."unit_id" AS "unit_id_right",
                "t67"."call" AS "call_right",
                "t67"."members",
                "t67"."member_refs"
              FROM (
                SELECT
                  "t49".*
                  EXCLUDE ("call_right", "unit_id_right")
                FROM (
                  SELECT
                    "t20"."unit_id",
                    "t20"."call",
                    "t20"."refs",
                    "t20"."asked",
                    "t20"."next_call",
                    "t47"."unit_id" AS "unit_id_right",
                    "t47"."call" AS "call_right",
                    "t47"."people"
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
                  ) AS "t20"
                  LEFT OUTER JOIN (
                    SELECT
                      "t40"."unit_id",
                      "t40"."call",
                      COUNT(DISTINCT "t40"."person_id") AS "people"
                    FROM "t39" AS "t40"
                    GROUP BY
                      1,
                      2
                  ) AS "t47"
                    ON "t20"."unit_id" = "t47"."unit_id" AND "t20"."call" = "t47"."call"
                ) AS "t49"
              ) AS "t51"
              LEFT OUTER JOIN (
                SELECT
                  "t65"."unit_id",
                  "t65"."call",
                  COUNT(*) AS "members",
                  LISTAGG("t65"."ref", ';' ORDER BY "t65"."ref" ASC) FILTER(WHERE
                    "t65"."place" < 20) AS "member_refs"
                FROM (
                  SELECT
                    "t64"."person_id",
                    "t64"."unit_id",
                    "t64"."ref",
                    "t64"."call",
                    ROW_NUMBER() OVER (
                      PARTITION BY "t64"."unit_id", "t64"."call"
                      ORDER BY "t64"."person_id" ASC
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
                          "t60"."person_id"
                        FROM (
                          SELECT
                            "t34"."person_id",
                            "t34"."on_day",
                            "t59"."first",
                            "t59"."last"
                          FROM (
                            SELECT
                              "t30"."person_id",
                              AS_OF() AS "on_day"
                            FROM "t28" AS "t30"
                          ) AS "t34"
                          INNER JOIN (
                            SELECT
                              "t57"."person_id",
                              "t57"."start" AS "first",
                              COALESCE("t57"."end", AS_OF()) AS "last"
                            FROM (
                              SELECT
                                "t56"."spell_id",
                                "t56"."person_id",
                                "t56"."post_id",
                                "t56"."arranged_by",
                                "t56"."mission",
                                "t56"."aid_place",
                                "t56"."treats_confirmed",
                                "t56"."start",
                                "t56"."end_date",
                                "t56"."released",
                                "t56"."round",
                                LEAST(
                                  COALESCE(
                                    CASE WHEN "t56"."end_date" <= AS_OF() THEN "t56"."end_date" ELSE NULL END,
                                    "t56"."released"
                                  ),
                                  COALESCE(
                                    "t56"."released",
                                    CASE WHEN "t56"."end_date" <= AS_OF() THEN "t56"."end_date" ELSE NULL END
                                  )
                                ) AS "end"
                              FROM (
                                SELECT
                                  "t55"."spell_id",
                                  "t55"."person_id",
                                  "t55"."post_id",
                                  "t55"."arranged_by",
                                  "t55"."mission",
                                  "t55"."aid_place",
                                  "t55"."treats_confirmed",
                                  "t55"."start",
                                  "t55"."end_date",
                                  "t55"."released",
                                  COALESCE("t55"."round", 0) AS "round"
                                FROM (
                                  SELECT
                                    "t54".*
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
                                      "t53"."spell_id" AS "spell_id_right",
                                      "t53"."released",
                                      "t53"."round"
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
                                    SEMI JOIN "t28" AS "t32"
                                      ON "t25"."person_id" = "t32"."person_id"
                                    LEFT OUTER JOIN (
                                      SELECT
                                        "t48"."spell_id",
                                        MIN("t48"."release_day") FILTER(WHERE
                                          "t48"."release_day" >= "t48"."start") AS "released",
                                        COUNT("t48"."release_day") FILTER(WHERE
                                          "t48"."release_day" < "t48"."start") AS "round"
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
                                          "t46"."release_day"
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
                                        SEMI JOIN "t28" AS "t32"
                                          ON "t25"."person_id" = "t32"."person_id"
                                        INNER JOIN (
                                          SELECT
                                            "t42"."person_id",
                                            "t42"."day" AS "release_day"
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
                                          ) AS "t42"
                                        ) AS "t46"
                                          ON "t25"."person_id" = "t46"."person_id"
                                      ) AS "t48"
                                      GROUP BY
                                        1
                                    ) AS "t53"
                                      ON "t25"."spell_id" = "t53"."spell_id"
                                  ) AS "t54"
                                ) AS "t55"
                              ) AS "t56"
                            ) AS "t57"
                          ) AS "t59"
                            ON "t34"."person_id" = "t59"."person_id"
                        ) AS "t60"
                        WHERE
                          "t60"."first" <= "t60"."on_day" AND "t60"."last" >= "t60"."on_day"
                      ) AS "t61"
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
                            "t17"."first",
                            "t17"."last"
                          FROM (
                            SELECT
                              "t30"."person_id",
                              AS_OF() AS "on_day"
                            FROM "t28" AS "t30"
                          ) AS "t34"
                          INNER JOIN (
                            SELECT
                              "t4"."person_id",
                              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."start_date") AS "first",
                              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."end_date") AS "last"
                            FROM "facts"."absences" AS "t4"
                            WHERE
                              "t4"."kind" IN ('sick', 'injury', 'quarantine', 'forced')
                          ) AS "t17"
                            ON "t34"."person_id" = "t17"."person_id"
                        ) AS "t37"
                        WHERE
                          "t37"."first" <= "t37"."on_day" AND "t37"."last" >= "t37"."on_day"
                      ) AS "t41"
                    ) AS "t63"
                      ON "t26"."person_id" = "t63"."person_id"
                  ) AS "t64"
                ) AS "t65"
                GROUP BY
                  1,
                  2
              ) AS "t67"
                ON "t51"."unit_id" = "t67"."unit_id" AND "t51"."call" = "t67"."call"
            ) AS "t68"
          ) AS "t70"
          LEFT OUTER JOIN (
            SELECT
              "t0"."unit_id",
              COUNT(*) AS "heads"
            FROM "facts"."people" AS "t0"
            GROUP BY
              1
          ) AS "t8"
            ON "t70"."unit_id" = "t8"."unit_id"
        ) AS "t71"
      ) AS "t72"
    ) AS "t73"
    WHERE
      (
        CASE
          WHEN "t73"."asked" IS NOT NULL
          THEN LEAST("t73"."asked", "t73"."cap")
          ELSE NULL
        END IS NULL
      )
      OR (
        CASE
          WHEN "t73"."asked" IS NOT NULL
          THEN LEAST("t73"."asked", "t73"."cap")
          ELSE NULL
        END > 0
      )
  ) AS "t74"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t76"."obligation_id",
      'members_free' AS "criterion",
      "t76"."holds_members_free" AS "holds",
      "t76"."value_members_free" AS "value",
      COALESCE("t76"."refs_members_free", '') AS "fact_refs"
    FROM "t75" AS "t76"
  ) AS "t81"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t82"."obligation_id",
      "t82"."criterion",
      "t82"."holds",
      "t82"."value",
      COALESCE("t89"."fact_refs", '') AS "fact_refs"
    FROM (
      SELECT
        "t76"."obligation_id",
        'people_sent' AS "criterion",
        "t76"."holds_people_sent" AS "holds",
        "t76"."value_people_sent" AS "value"
      FROM "t75" AS "t76"
    ) AS "t82"
    LEFT OUTER JOIN (
      SELECT
        "t87"."obligation_id",
        LISTAGG("t87"."ref", ';' ORDER BY "t87"."ref" ASC) AS "fact_refs"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t77"."obligation_id",
            "t43"."ref"
          FROM "t75" AS "t77"
          INNER JOIN "t39" AS "t43"
            ON "t77"."unit_id" = "t43"."unit_id" AND "t77"."call" = "t43"."call"
        ) AS "t86"
      ) AS "t87"
      GROUP BY
        1
    ) AS "t89"
      ON "t82"."obligation_id" = "t89"."obligation_id"
  ) AS "t90"
) AS "t91"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t76"."obligation_id",
      'within_due_day' AS "criterion",
      "t76"."holds_within_due_day" AS "holds",
      "t76"."value_within_due_day" AS "value",
      '' AS "fact_refs"
    FROM "t75" AS "t76"
  ) AS "t78"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t76"."obligation_id",
        'people_asked' AS "criterion",
        "t76"."holds_people_asked" AS "holds",
        "t76"."value_people_asked" AS "value",
        COALESCE("t76"."refs_people_asked", '') AS "fact_refs"
      FROM "t75" AS "t76"
    ) AS "t83"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t76"."obligation_id",
        'within_share' AS "criterion",
        "t76"."holds_within_share" AS "holds",
        "t76"."value_within_share" AS "value",
        '' AS "fact_refs"
      FROM "t75" AS "t76"
    ) AS "t79"
  ) AS "t84"
) AS "t85"
