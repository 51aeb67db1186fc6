WITH "t2" AS (
  SELECT
    *
  FROM "run"."deployment" AS "t0"
  WHERE
    "t0"."is_medical"
)
SELECT
  "t40"."person_id",
  "t40"."deployment",
  "t40"."unit_id",
  "t40"."k",
  "t40"."name",
  "t40"."begin",
  "t40"."due",
  "t40"."named_on",
  COALESCE("t40"."named_on", "t40"."made") AS "made"
FROM (
  SELECT
    "t39"."person_id",
    "t39"."deployment",
    "t39"."unit_id",
    "t39"."k",
    "t39"."name",
    "t39"."begin",
    "t39"."due",
    "t39"."named_on",
    "t39"."made"
  FROM (
    SELECT
      "t33"."person_id",
      "t33"."deployment",
      "t33"."unit_id",
      "t33"."k",
      "t33"."name",
      "t33"."begin",
      "t33"."due",
      "t33"."named_on",
      "t38"."person_id" AS "person_id_right",
      "t38"."deployment" AS "deployment_right",
      "t38"."k" AS "k_right",
      "t38"."made"
    FROM (
      SELECT
        "t31"."person_id",
        "t31"."deployment",
        "t31"."unit_id",
        "t31"."k",
        "t31"."name",
        "t31"."begin",
        "t31"."due",
        "t31"."named_on"
      FROM (
        SELECT
          "t21"."person_id",
          "t21"."deployment",
          "t21"."unit_id",
          "t21"."k",
          "t21"."name",
          "t21"."begin",
          "t21"."due",
          "t28"."person_id" AS "person_id_right",
          "t28"."deployment" AS "deployment_right",
          "t28"."begin" AS "begin_right",
          "t28"."named_on"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t9"."person_id",
                "t9"."deployment",
                "t9"."unit_id",
                CAST(0 AS BIGINT) AS "k",
                'first' AS "name",
                "t9"."deployment" AS "begin",
                (
                  "t9"."deployment" + PARAM('care.counselling_first')
                ) - 1 AS "due"
              FROM (
                SELECT
                  *
                FROM "t2" AS "t5"
                WHERE
                  (
                    "t5"."release" IS NULL
                  )
                  OR (
                    (
                      (
                        "t5"."deployment" + PARAM('care.counselling_first')
                      ) - 1
                    ) <= "t5"."last_day"
                  )
              ) AS "t9"
            ) AS "t14"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t10"."person_id",
                "t10"."deployment",
                "t10"."unit_id",
                CAST(1 AS BIGINT) AS "k",
                'second' AS "name",
                (
                  (
                    "t10"."deployment" + PARAM('care.counselling_first')
                  ) - 1
                ) + 1 AS "begin",
                (
                  "t10"."deployment" + PARAM('care.counselling_second')
                ) - 1 AS "due"
              FROM (
                SELECT
                  *
                FROM "t2" AS "t5"
                WHERE
                  (
                    (
                      "t5"."release" IS NULL
                    )
                    OR (
                      (
                        (
                          "t5"."deployment" + PARAM('care.counselling_second')
                        ) - 1
                      ) <= "t5"."last_day"
                    )
                  )
                  AND (
                    (
                      (
                        "t5"."deployment" + PARAM('care.counselling_first')
                      ) - 1
                    ) + 1
                  ) <= AS_OF()
              ) AS "t10"
            ) AS "t16"
          ) AS "t17"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t0"."person_id",
                "t0"."deployment",
                "t0"."unit_id",
                CAST(2 AS BIGINT) AS "k",
                'end' AS "name",
                "t0"."release" AS "begin",
                "t0"."release" AS "due"
              FROM "run"."deployment" AS "t0"
              WHERE
                "t0"."is_medical" AND "t0"."release" IS NOT NULL
            ) AS "t4"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t8"."person_id",
                "t8"."deployment",
                "t8"."unit_id",
                CAST(3 AS BIGINT) AS "k",
                'after' AS "name",
                "t8"."release" + 1 AS "begin",
                "t8"."release" + PARAM('care.counselling_after') AS "due"
              FROM (
                SELECT
                  *
                FROM "t2" AS "t5"
                WHERE
                  (
                    "t5"."release" + 1
                  ) <= AS_OF()
              ) AS "t8"
            ) AS "t11"
          ) AS "t13"
        ) AS "t21"
        LEFT OUTER JOIN (
          SELECT
            "t26"."person_id",
            "t26"."deployment",
            "t26"."named" AS "begin",
            "t26"."named_on"
          FROM (
            SELECT
              "t24"."person_id",
              "t24"."deployment",
              "t24"."named",
              MIN("t24"."day") AS "named_on"
            FROM (
              SELECT
                "t23"."day",
                "t23"."named",
                "t23"."person_id",
                "t23"."deployment"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t20"."day",
                    "t20"."named",
                    "t20"."person_id",
                    "t6"."deployment",
                    "t6"."next_deployment"
                  FROM (
                    SELECT
                      "t15"."day",
                      "t15"."named",
                      "t15"."subject_id" AS "person_id"
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t7"."delivery_id",
                          "t7"."subject_id",
                          "t7"."counterpart_id",
                          CAST((
                            "t7"."on_date" - MAKE_DATE(1970, 1, 1)
                          ) AS BIGINT) AS "day",
                          CAST((
                            "t7"."period_start" - MAKE_DATE(1970, 1, 1)
                          ) AS BIGINT) AS "named",
                          "t7"."quantity" AS "amount",
                          'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t7"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
                        FROM (
                          SELECT
                            *
                          FROM "facts"."deliveries" AS "t1"
                          WHERE
                            IN_SCOPE("t1"."subject_id")
                        ) AS "t7"
                        WHERE
                          "t7"."provision" = 'M11-3'
                      ) AS "t12"
                      WHERE
                        "t12"."day" <= AS_OF()
                    ) AS "t15"
                  ) AS "t20"
                  INNER JOIN (
                    SELECT
                      "t0"."person_id",
                      "t0"."deployment",
                      "t0"."next_deployment"
                    FROM "run"."deployment" AS "t0"
                    WHERE
                      "t0"."is_medical"
                  ) AS "t6"
                    ON "t20"."person_id" = "t6"."person_id"
                ) AS "t22"
                WHERE
                  "t22"."day" >= "t22"."deployment"
                  AND (
                    (
                      "t22"."next_deployment" IS NULL
                    )
                    OR (
                      "t22"."day" < "t22"."next_deployment"
                    )
                  )
              ) AS "t23"
            ) AS "t24"
            GROUP BY
              1,
              2,
              3
          ) AS "t26"
        ) AS "t28"
          ON "t21"."person_id" = "t28"."person_id"
          AND "t21"."deployment" = "t28"."deployment"
          AND "t21"."begin" = "t28"."begin"
      ) AS "t31"
    ) AS "t33"
    LEFT OUTER JOIN (
      SELECT
        "t36"."person_id",
        "t36"."deployment",
        "t36"."k",
        "t30"."made"
      FROM (
        SELECT
          "t34"."person_id",
          "t34"."deployment",
          "t34"."k",
          ROW_NUMBER() OVER (
            PARTITION BY "t34"."person_id", "t34"."deployment"
            ORDER BY "t34"."k" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "turn"
        FROM (
          SELECT
            "t32"."person_id",
            "t32"."deployment",
            "t32"."k"
          FROM (
            SELECT
              "t31"."person_id",
              "t31"."deployment",
              "t31"."unit_id",
              "t31"."k",
              "t31"."name",
              "t31"."begin",
              "t31"."due",
              "t31"."named_on"
            FROM (
              SELECT
                "t21"."person_id",
                "t21"."deployment",
                "t21"."unit_id",
                "t21"."k",
                "t21"."name",
                "t21"."begin",
                "t21"."due",
                "t28"."person_id" AS "person_id_right",
                "t28"."deployment" AS "deployment_right",
                "t28"."begin" AS "begin_right",
                "t28"."named_on"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t9"."person_id",
                      "t9"."deployment",
                      "t9"."unit_id",
                      CAST(0 AS BIGINT) AS "k",
                      'first' AS "name",
                      "t9"."deployment" AS "begin",
                      (
                        "t9"."deployment" + PARAM('care.counselling_first')
                      ) - 1 AS "due"
                    FROM (
                      SELECT
                        *
                      FROM "t2" AS "t5"
                      WHERE
                        (
                          "t5"."release" IS NULL
                        )
                        OR (
                          (
                            (
                              "t5"."deployment" + PARAM('care.counselling_first')
                            ) - 1
                          ) <= "t5"."last_day"
                        )
                    ) AS "t9"
                  ) AS "t14"
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t10"."person_id",
                      "t10"."deployment",
                      "t10"."unit_id",
                      CAST(1 AS BIGINT) AS "k",
                      'second' AS "name",
                      (
                        (
                          "t10"."deployment" + PARAM('care.counselling_first')
                        ) - 1
                      ) + 1 AS "begin",
                      (
                        "t10"."deployment" + PARAM('care.counselling_second')
                      ) - 1 AS "due"
                    FROM (
                      SELECT
                        *
                      FROM "t2" AS "t5"
                      WHERE
                        (
                          (
                            "t5"."release" IS NULL
                          )
                          OR (
                            (
                              (
                                "t5"."deployment" + PARAM('care.counselling_second')
                              ) - 1
                            ) <= "t5"."last_day"
                          )
                        )
                        AND (
                          (
                            (
                              "t5"."deployment" + PARAM('care.counselling_first')
                            ) - 1
                          ) + 1
                        ) <= AS_OF()
                    ) AS "t10"
                  ) AS "t16"
                ) AS "t17"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t0"."person_id",
                      "t0"."deployment",
                      "t0"."unit_id",
                      CAST(2 AS BIGINT) AS "k",
                      'end' AS "name",
                      "t0"."release" AS "begin",
                      "t0"."release" AS "due"
                    FROM "run"."deployment" AS "t0"
                    WHERE
                      "t0"."is_medical" AND "t0"."release" IS NOT NULL
                  ) AS "t4"
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t8"."person_id",
                      "t8"."deployment",
                      "t8"."unit_id",
                      CAST(3 AS BIGINT) AS "k",
                      'after' AS "name",
                      "t8"."release" + 1 AS "begin",
                      "t8"."release" + PARAM('care.counselling_after') AS "due"
                    FROM (
                      SELECT
                        *
                      FROM "t2" AS "t5"
                      WHERE
                        (
                          "t5"."release" + 1
                        ) <= AS_OF()
                    ) AS "t8"
                  ) AS "t11"
                ) AS "t13"
              ) AS "t21"
              LEFT OUTER JOIN (
                SELECT
                  "t26"."person_id",
                  "t26"."deployment",
                  "t26"."named" AS "begin",
                  "t26"."named_on"
                FROM (
                  SELECT
                    "t24"."person_id",
                    "t24"."deployment",
                    "t24"."named",
                    MIN("t24"."day") AS "named_on"
                  FROM (
                    SELECT
                      "t23"."day",
                      "t23"."named",
                      "t23"."person_id",
                      "t23"."deployment"
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t20"."day",
                          "t20"."named",
                          "t20"."person_id",
                          "t6"."deployment",
                          "t6"."next_deployment"
                        FROM (
                          SELECT
                            "t15"."day",
                            "t15"."named",
                            "t15"."subject_id" AS "person_id"
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t7"."delivery_id",
                                "t7"."subject_id",
                                "t7"."counterpart_id",
                                CAST((
                                  "t7"."on_date" - MAKE_DATE(1970, 1, 1)
                                ) AS BIGINT) AS "day",
                                CAST((
                                  "t7"."period_start" - MAKE_DATE(1970, 1, 1)
                                ) AS BIGINT) AS "named",
                                "t7"."quantity" AS "amount",
                                'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t7"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
                              FROM (
                                SELECT
                                  *
                                FROM "facts"."deliveries" AS "t1"
                                WHERE
                                  IN_SCOPE("t1"."subject_id")
                              ) AS "t7"
                              WHERE
                                "t7"."provision" = 'M11-3'
                            ) AS "t12"
                            WHERE
                              "t12"."day" <= AS_OF()
                          ) AS "t15"
                        ) AS "t20"
                        INNER JOIN (
                          SELECT
                            "t0"."person_id",
                            "t0"."deployment",
                            "t0"."next_deployment"
                          FROM "run"."deployment" AS "t0"
                          WHERE
                            "t0"."is_medical"
                        ) AS "t6"
                          ON "t20"."person_id" = "t6"."person_id"
                      ) AS "t22"
                      WHERE
                        "t22"."day" >= "t22"."deployment"
                        AND (
                          (
                            "t22"."next_deployment" IS NULL
                          )
                          OR (
                            "t22"."day" < "t22"."next_deployment"
                          )
                        )
                    ) AS "t23"
                  ) AS "t24"
                  GROUP BY
                    1,
                    2,
                    3
                ) AS "t26"
              ) AS "t28"
                ON "t21"."person_id" = "t28"."person_id"
                AND "t21"."deployment" = "t28"."deployment"
                AND "t21"."begin" = "t28"."begin"
            ) AS "t31"
          ) AS "t32"
          WHERE
            "t32"."named_on" IS NULL
        ) AS "t34"
      ) AS "t36"
      INNER JOIN (
        SELECT
          "t25"."person_id",
          "t25"."deployment",
          "t25"."made",
          ROW_NUMBER() OVER (
            PARTITION BY "t25"."person_id", "t25"."deployment"
            ORDER BY "t25"."made" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "turn"
        FROM (
          SELECT DISTINCT
            "t24"."person_id",
            "t24"."deployment",
            "t24"."day" AS "made"
          FROM (
            SELECT
              "t23"."day",
              "t23"."named",
              "t23"."person_id",
              "t23"."deployment"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t20"."day",
                  "t20"."named",
                  "t20"."person_id",
                  "t6"."deployment",
                  "t6"."next_deployment"
                FROM (
                  SELECT
                    "t15"."day",
                    "t15"."named",
                    "t15"."subject_id" AS "person_id"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t7"."delivery_id",
                        "t7"."subject_id",
                        "t7"."counterpart_id",
                        CAST((
                          "t7"."on_date" - MAKE_DATE(1970, 1, 1)
                        ) AS BIGINT) AS "day",
                        CAST((
                          "t7"."period_start" - MAKE_DATE(1970, 1, 1)
                        ) AS BIGINT) AS "named",
                        "t7"."quantity" AS "amount",
                        'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t7"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
                      FROM (
                        SELECT
                          *
                        FROM "facts"."deliveries" AS "t1"
                        WHERE
                          IN_SCOPE("t1"."subject_id")
                      ) AS "t7"
                      WHERE
                        "t7"."provision" = 'M11-3'
                    ) AS "t12"
                    WHERE
                      "t12"."day" <= AS_OF()
                  ) AS "t15"
                ) AS "t20"
                INNER JOIN (
                  SELECT
                    "t0"."person_id",
                    "t0"."deployment",
                    "t0"."next_deployment"
                  FROM "run"."deployment" AS "t0"
                  WHERE
                    "t0"."is_medical"
                ) AS "t6"
                  ON "t20"."person_id" = "t6"."person_id"
              ) AS "t22"
              WHERE
                "t22"."day" >= "t22"."deployment"
                AND (
                  (
                    "t22"."next_deployment" IS NULL
                  )
                  OR (
                    "t22"."day" < "t22"."next_deployment"
                  )
                )
            ) AS "t23"
          ) AS "t24"
          WHERE
            "t24"."named" IS NULL
        ) AS "t25"
      ) AS "t30"
        ON "t36"."person_id" = "t30"."person_id"
        AND "t36"."deployment" = "t30"."deployment"
        AND "t36"."turn" = "t30"."turn"
    ) AS "t38"
      ON "t33"."person_id" = "t38"."person_id"
      AND "t33"."deployment" = "t38"."deployment"
      AND "t33"."k" = "t38"."k"
  ) AS "t39"
) AS "t40"
