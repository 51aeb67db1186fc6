WITH "t9" AS (
  SELECT
    "t7"."person_id",
    "t7"."day",
    "t7"."named",
    "t7"."amount",
    "t3"."start",
    "t3"."next_start"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t4"."subject_id" AS "person_id",
        CAST((
          "t4"."on_date" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT) AS "day",
        CAST((
          "t4"."period_start" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT) AS "named",
        "t4"."quantity" AS "amount"
      FROM (
        SELECT
          *
        FROM "facts"."deliveries" AS "t1"
        WHERE
          IN_SCOPE("t1"."subject_id")
      ) AS "t4"
      WHERE
        "t4"."provision" = 'M12-3'
    ) AS "t5"
    WHERE
      "t5"."day" <= AS_OF()
  ) AS "t7"
  INNER JOIN (
    SELECT
      "t0"."person_id",
      "t0"."start",
      "t0"."next_start"
    FROM "run"."family_period" AS "t0"
  ) AS "t3"
    ON "t7"."person_id" = "t3"."person_id"
)
SELECT
  "t29"."person_id",
  "t29"."unit_id",
  "t29"."start",
  "t29"."last_day",
  "t29"."is_open",
  "t29"."next_start",
  "t29"."k",
  "t29"."due",
  "t29"."begin",
  "t29"."named_on",
  COALESCE("t29"."named_on", "t29"."visited") AS "visited"
FROM (
  SELECT
    "t28"."person_id",
    "t28"."unit_id",
    "t28"."start",
    "t28"."last_day",
    "t28"."is_open",
    "t28"."next_start",
    "t28"."k",
    "t28"."due",
    "t28"."begin",
    "t28"."named_on",
    "t28"."visited"
  FROM (
    SELECT
      "t22"."person_id",
      "t22"."unit_id",
      "t22"."start",
      "t22"."last_day",
      "t22"."is_open",
      "t22"."next_start",
      "t22"."k",
      "t22"."due",
      "t22"."begin",
      "t22"."named_on",
      "t27"."person_id" AS "person_id_right",
      "t27"."start" AS "start_right",
      "t27"."k" AS "k_right",
      "t27"."visited"
    FROM (
      SELECT
        "t20"."person_id",
        "t20"."unit_id",
        "t20"."start",
        "t20"."last_day",
        "t20"."is_open",
        "t20"."next_start",
        "t20"."k",
        "t20"."due",
        "t20"."begin",
        "t20"."named_on"
      FROM (
        SELECT
          "t15"."person_id",
          "t15"."unit_id",
          "t15"."start",
          "t15"."last_day",
          "t15"."is_open",
          "t15"."next_start",
          "t15"."k",
          "t15"."due",
          "t15"."begin",
          "t17"."person_id" AS "person_id_right",
          "t17"."start" AS "start_right",
          "t17"."begin" AS "begin_right",
          "t17"."named_on"
        FROM (
          SELECT
            "t11"."person_id",
            "t11"."unit_id",
            "t11"."start",
            "t11"."last_day",
            "t11"."is_open",
            "t11"."next_start",
            "t11"."k",
            "t11"."due",
            CASE
              WHEN "t11"."k" = 0
              THEN "t11"."start"
              ELSE (
                "t11"."due" - PARAM('families.visit_every')
              ) + 1
            END AS "begin"
          FROM (
            SELECT
              "t8"."person_id",
              "t8"."unit_id",
              "t8"."start",
              "t8"."last_day",
              "t8"."is_open",
              "t8"."next_start",
              "t8"."k",
              "t8"."start" + PARAM('families.first_visit_within') + (
                "t8"."k" * PARAM('families.visit_every')
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
                        GREATEST(
                          CAST(FLOOR(
                            CAST((
                              CASE
                                WHEN "t0"."is_open"
                                THEN (
                                  (
                                    AS_OF() - (
                                      "t0"."start" + PARAM('families.first_visit_within')
                                    )
                                  ) - 1
                                ) + PARAM('families.visit_every')
                                ELSE "t0"."last_day" - (
                                  "t0"."start" + PARAM('families.first_visit_within')
                                )
                              END
                            ) AS DOUBLE PRECISION) / (
                              PARAM('families.visit_every')
                            )
                          ) AS BIGINT),
                          0
                        ) + 1
                      ) - 0
                    )
                    THEN ARRAY_REMOVE(
                      ARRAY(SELECT
                        *
                      FROM GENERATE_SERIES(
                        0,
                        GREATEST(
                          CAST(FLOOR(
                            CAST((
                              CASE
                                WHEN "t0"."is_open"
                                THEN (
                                  (
                                    AS_OF() - (
                                      "t0"."start" + PARAM('families.first_visit_within')
                                    )
                                  ) - 1
                                ) + PARAM('families.visit_every')
                                ELSE "t0"."last_day" - (
                                  "t0"."start" + PARAM('families.first_visit_within')
                                )
                              END
                            ) AS DOUBLE PRECISION) / (
                              PARAM('families.visit_every')
                            )
                          ) AS BIGINT),
                          0
                        ) + 1,
                        1
                      )),
                      GREATEST(
                        CAST(FLOOR(
                          CAST((
                            CASE
                              WHEN "t0"."is_open"
                              THEN (
                                (
                                  AS_OF() - (
                                    "t0"."start" + PARAM('families.first_visit_within')
                                  )
                                ) - 1
                              ) + PARAM('families.visit_every')
                              ELSE "t0"."last_day" - (
                                "t0"."start" + PARAM('families.first_visit_within')
                              )
                            END
                          ) AS DOUBLE PRECISION) / (
                            PARAM('families.visit_every')
                          )
                        ) AS BIGINT),
                        0
                      ) + 1
                    )
                    ELSE CAST(ARRAY[] AS BIGINT[])
                  END
                ) AS "k"
              FROM "run"."family_period" AS "t0"
            ) AS "t8"
          ) AS "t11"
        ) AS "t15"
        LEFT OUTER JOIN (
          SELECT
            "t12"."person_id",
            "t12"."start",
            "t12"."begin",
            MIN("t12"."named_on") AS "named_on"
          FROM (
            SELECT
              "t10"."person_id",
              "t10"."start",
              "t10"."named" AS "begin",
              "t10"."day" AS "named_on"
            FROM "t9" AS "t10"
            WHERE
              "t10"."day" >= "t10"."start"
              AND (
                (
                  "t10"."next_start" IS NULL
                ) OR (
                  "t10"."day" < "t10"."next_start"
                )
              )
          ) AS "t12"
          GROUP BY
            1,
            2,
            3
        ) AS "t17"
          ON "t15"."person_id" = "t17"."person_id"
          AND "t15"."start" = "t17"."start"
          AND "t15"."begin" = "t17"."begin"
      ) AS "t20"
    ) AS "t22"
    LEFT OUTER JOIN (
      SELECT
        "t25"."person_id",
        "t25"."start",
        "t25"."k",
        "t19"."visited"
      FROM (
        SELECT
          "t23"."person_id",
          "t23"."start",
          "t23"."k",
          ROW_NUMBER() OVER (
            PARTITION BY "t23"."person_id", "t23"."start"
            ORDER BY "t23"."k" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "turn"
        FROM (
          SELECT
            "t21"."person_id",
            "t21"."start",
            "t21"."k"
          FROM (
            SELECT
              "t20"."person_id",
              "t20"."unit_id",
              "t20"."start",
              "t20"."last_day",
              "t20"."is_open",
              "t20"."next_start",
              "t20"."k",
              "t20"."due",
              "t20"."begin",
              "t20"."named_on"
            FROM (
              SELECT
                "t15"."person_id",
                "t15"."unit_id",
                "t15"."start",
                "t15"."last_day",
                "t15"."is_open",
                "t15"."next_start",
                "t15"."k",
                "t15"."due",
                "t15"."begin",
                "t17"."person_id" AS "person_id_right",
                "t17"."start" AS "start_right",
                "t17"."begin" AS "begin_right",
                "t17"."named_on"
              FROM (
                SELECT
                  "t11"."person_id",
                  "t11"."unit_id",
                  "t11"."start",
                  "t11"."last_day",
                  "t11"."is_open",
                  "t11"."next_start",
                  "t11"."k",
                  "t11"."due",
                  CASE
                    WHEN "t11"."k" = 0
                    THEN "t11"."start"
                    ELSE (
                      "t11"."due" - PARAM('families.visit_every')
                    ) + 1
                  END AS "begin"
                FROM (
                  SELECT
                    "t8"."person_id",
                    "t8"."unit_id",
                    "t8"."start",
                    "t8"."last_day",
                    "t8"."is_open",
                    "t8"."next_start",
                    "t8"."k",
                    "t8"."start" + PARAM('families.first_visit_within') + (
                      "t8"."k" * PARAM('families.visit_every')
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
                              GREATEST(
                                CAST(FLOOR(
                                  CAST((
                                    CASE
                                      WHEN "t0"."is_open"
                                      THEN (
                                        (
                                          AS_OF() - (
                                            "t0"."start" + PARAM('families.first_visit_within')
                                          )
                                        ) - 1
                                      ) + PARAM('families.visit_every')
                                      ELSE "t0"."last_day" - (
                                        "t0"."start" + PARAM('families.first_visit_within')
                                      )
                                    END
                                  ) AS DOUBLE PRECISION) / (
                                    PARAM('families.visit_every')
                                  )
                                ) AS BIGINT),
                                0
                              ) + 1
                            ) - 0
                          )
                          THEN ARRAY_REMOVE(
                            ARRAY(SELECT
                              *
                            FROM GENERATE_SERIES(
                              0,
                              GREATEST(
                                CAST(FLOOR(
                                  CAST((
                                    CASE
                                      WHEN "t0"."is_open"
                                      THEN (
                                        (
                                          AS_OF() - (
                                            "t0"."start" + PARAM('families.first_visit_within')
                                          )
                                        ) - 1
                                      ) + PARAM('families.visit_every')
                                      ELSE "t0"."last_day" - (
                                        "t0"."start" + PARAM('families.first_visit_within')
                                      )
                                    END
                                  ) AS DOUBLE PRECISION) / (
                                    PARAM('families.visit_every')
                                  )
                                ) AS BIGINT),
                                0
                              ) + 1,
                              1
                            )),
                            GREATEST(
                              CAST(FLOOR(
                                CAST((
                                  CASE
                                    WHEN "t0"."is_open"
                                    THEN (
                                      (
                                        AS_OF() - (
                                          "t0"."start" + PARAM('families.first_visit_within')
                                        )
                                      ) - 1
                                    ) + PARAM('families.visit_every')
                                    ELSE "t0"."last_day" - (
                                      "t0"."start" + PARAM('families.first_visit_within')
                                    )
                                  END
                                ) AS DOUBLE PRECISION) / (
                                  PARAM('families.visit_every')
                                )
                              ) AS BIGINT),
                              0
                            ) + 1
                          )
                          ELSE CAST(ARRAY[] AS BIGINT[])
                        END
                      ) AS "k"
                    FROM "run"."family_period" AS "t0"
                  ) AS "t8"
                ) AS "t11"
              ) AS "t15"
              LEFT OUTER JOIN (
                SELECT
                  "t12"."person_id",
                  "t12"."start",
                  "t12"."begin",
                  MIN("t12"."named_on") AS "named_on"
                FROM (
                  SELECT
                    "t10"."person_id",
                    "t10"."start",
                    "t10"."named" AS "begin",
                    "t10"."day" AS "named_on"
                  FROM "t9" AS "t10"
                  WHERE
                    "t10"."day" >= "t10"."start"
                    AND (
                      (
                        "t10"."next_start" IS NULL
                      ) OR (
                        "t10"."day" < "t10"."next_start"
                      )
                    )
                ) AS "t12"
                GROUP BY
                  1,
                  2,
                  3
              ) AS "t17"
                ON "t15"."person_id" = "t17"."person_id"
                AND "t15"."start" = "t17"."start"
                AND "t15"."begin" = "t17"."begin"
            ) AS "t20"
          ) AS "t21"
          WHERE
            "t21"."named_on" IS NULL
        ) AS "t23"
      ) AS "t25"
      INNER JOIN (
        SELECT
          "t13"."person_id",
          "t13"."start",
          "t13"."visited",
          ROW_NUMBER() OVER (
            PARTITION BY "t13"."person_id", "t13"."start"
            ORDER BY "t13"."visited" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "turn"
        FROM (
          SELECT DISTINCT
            "t10"."person_id",
            "t10"."start",
            "t10"."day" AS "visited"
          FROM "t9" AS "t10"
          WHERE
            "t10"."day" >= "t10"."start"
            AND (
              (
                "t10"."next_start" IS NULL
              ) OR (
                "t10"."day" < "t10"."next_start"
              )
            )
            AND "t10"."named" IS NULL
        ) AS "t13"
      ) AS "t19"
        ON "t25"."person_id" = "t19"."person_id"
        AND "t25"."start" = "t19"."start"
        AND "t25"."turn" = "t19"."turn"
    ) AS "t27"
      ON "t22"."person_id" = "t27"."person_id"
      AND "t22"."start" = "t27"."start"
      AND "t22"."k" = "t27"."k"
  ) AS "t28"
) AS "t29"
