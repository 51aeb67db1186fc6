WITH "t12" AS (
  SELECT
    "t10"."person_id",
    "t10"."day",
    "t10"."named",
    "t10"."amount",
    "t6"."start",
    "t6"."next_start"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t7"."subject_id" AS "person_id",
        CAST((
          "t7"."on_date" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT) AS "day",
        CAST((
          "t7"."period_start" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT) AS "named",
        "t7"."quantity" AS "amount"
      FROM (
        SELECT
          "t3"."delivery_id",
          "t3"."provision",
          "t3"."subject_id",
          "t3"."on_date",
          "t3"."quantity",
          "t3"."counterpart_id",
          "t3"."period_start"
        FROM "facts"."deliveries" AS "t3"
        WHERE
          EXISTS(
            SELECT
              1
            FROM "run"."scope" AS "t4"
            WHERE
              "t3"."subject_id" = "t4"."person_id"
          )
      ) AS "t7"
      WHERE
        "t7"."provision" = 'M12-3'
    ) AS "t8"
    WHERE
      "t8"."day" <= AS_OF()
  ) AS "t10"
  INNER JOIN (
    SELECT
      "t0"."person_id",
      "t0"."start",
      "t0"."next_start"
    FROM "run"."family_period" AS "t0"
  ) AS "t6"
    ON "t10"."person_id" = "t6"."person_id"
)
SELECT
  "t32"."person_id",
  "t32"."unit_id",
  "t32"."start",
  "t32"."last_day",
  "t32"."is_open",
  "t32"."next_start",
  "t32"."k",
  "t32"."due",
  "t32"."begin",
  "t32"."named_on",
  COALESCE("t32"."named_on", "t32"."visited") AS "visited"
FROM (
  SELECT
    "t31"."person_id",
    "t31"."unit_id",
    "t31"."start",
    "t31"."last_day",
    "t31"."is_open",
    "t31"."next_start",
    "t31"."k",
    "t31"."due",
    "t31"."begin",
    "t31"."named_on",
    "t31"."visited"
  FROM (
    SELECT
      "t25"."person_id",
      "t25"."unit_id",
      "t25"."start",
      "t25"."last_day",
      "t25"."is_open",
      "t25"."next_start",
      "t25"."k",
      "t25"."due",
      "t25"."begin",
      "t25"."named_on",
      "t30"."person_id" AS "person_id_right",
      "t30"."start" AS "start_right",
      "t30"."k" AS "k_right",
      "t30"."visited"
    FROM (
      SELECT
        "t23"."person_id",
        "t23"."unit_id",
        "t23"."start",
        "t23"."last_day",
        "t23"."is_open",
        "t23"."next_start",
        "t23"."k",
        "t23"."due",
        "t23"."begin",
        "t23"."named_on"
      FROM (
        SELECT
          "t19"."person_id",
          "t19"."unit_id",
          "t19"."start",
          "t19"."last_day",
          "t19"."is_open",
          "t19"."next_start",
          "t19"."k",
          "t19"."due",
          "t19"."begin",
          "t20"."person_id" AS "person_id_right",
          "t20"."start" AS "start_right",
          "t20"."begin" AS "begin_right",
          "t20"."named_on"
        FROM (
          SELECT
            "t14"."person_id",
            "t14"."unit_id",
            "t14"."start",
            "t14"."last_day",
            "t14"."is_open",
            "t14"."next_start",
            "t14"."k",
            "t14"."due",
            CASE
              WHEN "t14"."k" = 0
              THEN "t14"."start"
              ELSE (
                "t14"."due" - PARAM('families.visit_every')
              ) + 1
            END AS "begin"
          FROM (
            SELECT
              "t11"."person_id",
              "t11"."unit_id",
              "t11"."start",
              "t11"."last_day",
              "t11"."is_open",
              "t11"."next_start",
              "t11"."k",
              "t11"."start" + PARAM('families.first_visit_within') + (
                "t11"."k" * PARAM('families.visit_every')
              ) AS "due"
            FROM (
              SELECT
                "t0"."person_id",
                "t0"."unit_id",
                "t0"."start",
                "t0"."last_day",
                "t0"."is_open",
                "t0"."next_start",
                UNNEST(
                  CASE
                    WHEN NULLIF(1, 0) IS NOT NULL
                    AND SIGN(1) = SIGN(
                      (
                        CASE
                          WHEN "t0"."is_open"
                          THEN CAST(CAST((
                            GREATEST(
                              (
                                (
                                  AS_OF() - (
                                    "t0"."start" + PARAM('families.first_visit_within')
                                  )
                                ) - 1
                              ) + PARAM('families.visit_every'),
                              0
                            ) - (
                              GREATEST(
                                (
                                  (
                                    AS_OF() - (
                                      "t0"."start" + PARAM('families.first_visit_within')
                                    )
                                  ) - 1
                                ) + PARAM('families.visit_every'),
                                0
                              ) % PARAM('families.visit_every')
                            )
                          ) AS DOUBLE PRECISION) / PARAM('families.visit_every') AS BIGINT)
                          ELSE CAST(CAST((
                            GREATEST("t0"."last_day" - (
                              "t0"."start" + PARAM('families.first_visit_within')
                            ), 0) - (
                              GREATEST("t0"."last_day" - (
                                "t0"."start" + PARAM('families.first_visit_within')
                              ), 0) % PARAM('families.visit_every')
                            )
                          ) AS DOUBLE PRECISION) / PARAM('families.visit_every') AS BIGINT)
                        END + 1
                      ) - 0
                    )
                    THEN ARRAY_REMOVE(
                      ARRAY(SELECT
                        *
                      FROM GENERATE_SERIES(
                        0,
                        CASE
                          WHEN "t0"."is_open"
                          THEN CAST(CAST((
                            GREATEST(
                              (
                                (
                                  AS_OF() - (
                                    "t0"."start" + PARAM('families.first_visit_within')
                                  )
                                ) - 1
                              ) + PARAM('families.visit_every'),
                              0
                            ) - (
                              GREATEST(
                                (
                                  (
                                    AS_OF() - (
                                      "t0"."start" + PARAM('families.first_visit_within')
                                    )
                                  ) - 1
                                ) + PARAM('families.visit_every'),
                                0
                              ) % PARAM('families.visit_every')
                            )
                          ) AS DOUBLE PRECISION) / PARAM('families.visit_every') AS BIGINT)
                          ELSE CAST(CAST((
                            GREATEST("t0"."last_day" - (
                              "t0"."start" + PARAM('families.first_visit_within')
                            ), 0) - (
                              GREATEST("t0"."last_day" - (
                                "t0"."start" + PARAM('families.first_visit_within')
                              ), 0) % PARAM('families.visit_every')
                            )
                          ) AS DOUBLE PRECISION) / PARAM('families.visit_every') AS BIGINT)
                        END + 1,
                        1
                      )),
                      CASE
                        WHEN "t0"."is_open"
                        THEN CAST(CAST((
                          GREATEST(
                            (
                              (
                                AS_OF() - (
                                  "t0"."start" + PARAM('families.first_visit_within')
                                )
                              ) - 1
                            ) + PARAM('families.visit_every'),
                            0
                          ) - (
                            GREATEST(
                              (
                                (
                                  AS_OF() - (
                                    "t0"."start" + PARAM('families.first_visit_within')
                                  )
                                ) - 1
                              ) + PARAM('families.visit_every'),
                              0
                            ) % PARAM('families.visit_every')
                          )
                        ) AS DOUBLE PRECISION) / PARAM('families.visit_every') AS BIGINT)
                        ELSE CAST(CAST((
                          GREATEST("t0"."last_day" - (
                            "t0"."start" + PARAM('families.first_visit_within')
                          ), 0) - (
                            GREATEST("t0"."last_day" - (
                              "t0"."start" + PARAM('families.first_visit_within')
                            ), 0) % PARAM('families.visit_every')
                          )
                        ) AS DOUBLE PRECISION) / PARAM('families.visit_every') AS BIGINT)
                      END + 1
                    )
                    ELSE CAST(ARRAY[] AS BIGINT[])
                  END
                ) AS "k"
              FROM "run"."family_period" AS "t0"
            ) AS "t11"
          ) AS "t14"
        ) AS "t19"
        LEFT OUTER JOIN (
          SELECT
            "t15"."person_id",
            "t15"."start",
            "t15"."begin",
            MIN("t15"."named_on") AS "named_on"
          FROM (
            SELECT
              "t13"."person_id",
              "t13"."start",
              "t13"."named" AS "begin",
              "t13"."day" AS "named_on"
            FROM "t12" AS "t13"
            WHERE
              "t13"."day" >= "t13"."start"
              AND (
                (
                  "t13"."next_start" IS NULL
                ) OR (
                  "t13"."day" < "t13"."next_start"
                )
              )
          ) AS "t15"
          GROUP BY
            1,
            2,
            3
        ) AS "t20"
          ON "t19"."person_id" = "t20"."person_id"
          AND "t19"."start" = "t20"."start"
          AND "t19"."begin" = "t20"."begin"
      ) AS "t23"
    ) AS "t25"
    LEFT OUTER JOIN (
      SELECT
        "t28"."person_id",
        "t28"."start",
        "t28"."k",
        "t22"."visited"
      FROM (
        SELECT
          "t26"."person_id",
          "t26"."start",
          "t26"."k",
          ROW_NUMBER() OVER (
            PARTITION BY "t26"."person_id", "t26"."start"
            ORDER BY "t26"."k" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "turn"
        FROM (
          SELECT
            "t24"."person_id",
            "t24"."start",
            "t24"."k"
          FROM (
            SELECT
              "t23"."person_id",
              "t23"."unit_id",
              "t23"."start",
              "t23"."last_day",
              "t23"."is_open",
              "t23"."next_start",
              "t23"."k",
              "t23"."due",
              "t23"."begin",
              "t23"."named_on"
            FROM (
              SELECT
                "t19"."person_id",
                "t19"."unit_id",
                "t19"."start",
                "t19"."last_day",
                "t19"."is_open",
                "t19"."next_start",
                "t19"."k",
                "t19"."due",
                "t19"."begin",
                "t20"."person_id" AS "person_id_right",
                "t20"."start" AS "start_right",
                "t20"."begin" AS "begin_right",
                "t20"."named_on"
              FROM (
                SELECT
                  "t14"."person_id",
                  "t14"."unit_id",
                  "t14"."start",
                  "t14"."last_day",
                  "t14"."is_open",
                  "t14"."next_start",
                  "t14"."k",
                  "t14"."due",
                  CASE
                    WHEN "t14"."k" = 0
                    THEN "t14"."start"
                    ELSE (
                      "t14"."due" - PARAM('families.visit_every')
                    ) + 1
                  END AS "begin"
                FROM (
                  SELECT
                    "t11"."person_id",
                    "t11"."unit_id",
                    "t11"."start",
                    "t11"."last_day",
                    "t11"."is_open",
                    "t11"."next_start",
                    "t11"."k",
                    "t11"."start" + PARAM('families.first_visit_within') + (
                      "t11"."k" * PARAM('families.visit_every')
                    ) AS "due"
                  FROM (
                    SELECT
                      "t0"."person_id",
                      "t0"."unit_id",
                      "t0"."start",
                      "t0"."last_day",
                      "t0"."is_open",
                      "t0"."next_start",
                      UNNEST(
                        CASE
                          WHEN NULLIF(1, 0) IS NOT NULL
                          AND SIGN(1) = SIGN(
                            (
                              CASE
                                WHEN "t0"."is_open"
                                THEN CAST(CAST((
                                  GREATEST(
                                    (
                                      (
                                        AS_OF() - (
                                          "t0"."start" + PARAM('families.first_visit_within')
                                        )
                                      ) - 1
                                    ) + PARAM('families.visit_every'),
                                    0
                                  ) - (
                                    GREATEST(
                                      (
                                        (
                                          AS_OF() - (
                                            "t0"."start" + PARAM('families.first_visit_within')
                                          )
                                        ) - 1
                                      ) + PARAM('families.visit_every'),
                                      0
                                    ) % PARAM('families.visit_every')
                                  )
                                ) AS DOUBLE PRECISION) / PARAM('families.visit_every') AS BIGINT)
                                ELSE CAST(CAST((
                                  GREATEST("t0"."last_day" - (
                                    "t0"."start" + PARAM('families.first_visit_within')
                                  ), 0) - (
                                    GREATEST("t0"."last_day" - (
                                      "t0"."start" + PARAM('families.first_visit_within')
                                    ), 0) % PARAM('families.visit_every')
                                  )
                                ) AS DOUBLE PRECISION) / PARAM('families.visit_every') AS BIGINT)
                              END + 1
                            ) - 0
                          )
                          THEN ARRAY_REMOVE(
                            ARRAY(SELECT
                              *
                            FROM GENERATE_SERIES(
                              0,
                              CASE
                                WHEN "t0"."is_open"
                                THEN CAST(CAST((
                                  GREATEST(
                                    (
                                      (
                                        AS_OF() - (
                                          "t0"."start" + PARAM('families.first_visit_within')
                                        )
                                      ) - 1
                                    ) + PARAM('families.visit_every'),
                                    0
                                  ) - (
                                    GREATEST(
                                      (
                                        (
                                          AS_OF() - (
                                            "t0"."start" + PARAM('families.first_visit_within')
                                          )
                                        ) - 1
                                      ) + PARAM('families.visit_every'),
                                      0
                                    ) % PARAM('families.visit_every')
                                  )
                                ) AS DOUBLE PRECISION) / PARAM('families.visit_every') AS BIGINT)
                                ELSE CAST(CAST((
                                  GREATEST("t0"."last_day" - (
                                    "t0"."start" + PARAM('families.first_visit_within')
                                  ), 0) - (
                                    GREATEST("t0"."last_day" - (
                                      "t0"."start" + PARAM('families.first_visit_within')
                                    ), 0) % PARAM('families.visit_every')
                                  )
                                ) AS DOUBLE PRECISION) / PARAM('families.visit_every') AS BIGINT)
                              END + 1,
                              1
                            )),
                            CASE
                              WHEN "t0"."is_open"
                              THEN CAST(CAST((
                                GREATEST(
                                  (
                                    (
                                      AS_OF() - (
                                        "t0"."start" + PARAM('families.first_visit_within')
                                      )
                                    ) - 1
                                  ) + PARAM('families.visit_every'),
                                  0
                                ) - (
                                  GREATEST(
                                    (
                                      (
                                        AS_OF() - (
                                          "t0"."start" + PARAM('families.first_visit_within')
                                        )
                                      ) - 1
                                    ) + PARAM('families.visit_every'),
                                    0
                                  ) % PARAM('families.visit_every')
                                )
                              ) AS DOUBLE PRECISION) / PARAM('families.visit_every') AS BIGINT)
                              ELSE CAST(CAST((
                                GREATEST("t0"."last_day" - (
                                  "t0"."start" + PARAM('families.first_visit_within')
                                ), 0) - (
                                  GREATEST("t0"."last_day" - (
                                    "t0"."start" + PARAM('families.first_visit_within')
                                  ), 0) % PARAM('families.visit_every')
                                )
                              ) AS DOUBLE PRECISION) / PARAM('families.visit_every') AS BIGINT)
                            END + 1
                          )
                          ELSE CAST(ARRAY[] AS BIGINT[])
                        END
                      ) AS "k"
                    FROM "run"."family_period" AS "t0"
                  ) AS "t11"
                ) AS "t14"
              ) AS "t19"
              LEFT OUTER JOIN (
                SELECT
                  "t15"."person_id",
                  "t15"."start",
                  "t15"."begin",
                  MIN("t15"."named_on") AS "named_on"
                FROM (
                  SELECT
                    "t13"."person_id",
                    "t13"."start",
                    "t13"."named" AS "begin",
                    "t13"."day" AS "named_on"
                  FROM "t12" AS "t13"
                  WHERE
                    "t13"."day" >= "t13"."start"
                    AND (
                      (
                        "t13"."next_start" IS NULL
                      ) OR (
                        "t13"."day" < "t13"."next_start"
                      )
                    )
                ) AS "t15"
                GROUP BY
                  1,
                  2,
                  3
              ) AS "t20"
                ON "t19"."person_id" = "t20"."person_id"
                AND "t19"."start" = "t20"."start"
                AND "t19"."begin" = "t20"."begin"
            ) AS "t23"
          ) AS "t24"
          WHERE
            "t24"."named_on" IS NULL
        ) AS "t26"
      ) AS "t28"
      INNER JOIN (
        SELECT
          "t16"."person_id",
          "t16"."start",
          "t16"."visited",
          ROW_NUMBER() OVER (
            PARTITION BY "t16"."person_id", "t16"."start"
            ORDER BY "t16"."visited" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "turn"
        FROM (
          SELECT DISTINCT
            "t13"."person_id",
            "t13"."start",
            "t13"."day" AS "visited"
          FROM "t12" AS "t13"
          WHERE
            "t13"."day" >= "t13"."start"
            AND (
              (
                "t13"."next_start" IS NULL
              ) OR (
                "t13"."day" < "t13"."next_start"
              )
            )
            AND "t13"."named" IS NULL
        ) AS "t16"
      ) AS "t22"
        ON "t28"."person_id" = "t22"."person_id"
        AND "t28"."start" = "t22"."start"
        AND "t28"."turn" = "t22"."turn"
    ) AS "t30"
      ON "t25"."person_id" = "t30"."person_id"
      AND "t25"."start" = "t30"."start"
      AND "t25"."k" = "t30"."k"
  ) AS "t31"
) AS "t32"
