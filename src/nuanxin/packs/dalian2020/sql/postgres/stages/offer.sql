WITH "t5" AS (
  SELECT
    *
  FROM "run"."deployment" AS "t0"
  WHERE
    "t0"."is_medical"
)
SELECT
  "t44"."person_id",
  "t44"."deployment",
  "t44"."unit_id",
  "t44"."k",
  "t44"."name",
  "t44"."begin",
  "t44"."due",
  "t44"."named_on",
  COALESCE("t44"."named_on", "t44"."made") AS "made"
FROM (
  SELECT
    "t43"."person_id",
    "t43"."deployment",
    "t43"."unit_id",
    "t43"."k",
    "t43"."name",
    "t43"."begin",
    "t43"."due",
    "t43"."named_on",
    "t43"."made"
  FROM (
    SELECT
      "t37"."person_id",
      "t37"."deployment",
      "t37"."unit_id",
      "t37"."k",
      "t37"."name",
      "t37"."begin",
      "t37"."due",
      "t37"."named_on",
      "t42"."person_id" AS "person_id_right",
      "t42"."deployment" AS "deployment_right",
      "t42"."k" AS "k_right",
      "t42"."made"
    FROM (
      SELECT
        "t35"."person_id",
        "t35"."deployment",
        "t35"."unit_id",
        "t35"."k",
        "t35"."name",
        "t35"."begin",
        "t35"."due",
        "t35"."named_on"
      FROM (
        SELECT
          "t25"."person_id",
          "t25"."deployment",
          "t25"."unit_id",
          "t25"."k",
          "t25"."name",
          "t25"."begin",
          "t25"."due",
          "t32"."person_id" AS "person_id_right",
          "t32"."deployment" AS "deployment_right",
          "t32"."begin" AS "begin_right",
          "t32"."named_on"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t13"."person_id",
                "t13"."deployment",
                "t13"."unit_id",
                CAST(0 AS BIGINT) AS "k",
                'first' AS "name",
                "t13"."deployment" AS "begin",
                (
                  "t13"."deployment" + PARAM('care.counselling_first')
                ) - 1 AS "due"
              FROM (
                SELECT
                  *
                FROM "t5" AS "t7"
                WHERE
                  (
                    (
                      "t7"."release" IS NULL
                    )
                    OR (
                      (
                        (
                          "t7"."deployment" + PARAM('care.counselling_first')
                        ) - 1
                      ) <= "t7"."last_day"
                    )
                  )
                  AND "t7"."deployment" <= AS_OF()
              ) AS "t13"
            ) AS "t18"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t14"."person_id",
                "t14"."deployment",
                "t14"."unit_id",
                CAST(1 AS BIGINT) AS "k",
                'second' AS "name",
                (
                  (
                    "t14"."deployment" + PARAM('care.counselling_first')
                  ) - 1
                ) + 1 AS "begin",
                (
                  "t14"."deployment" + PARAM('care.counselling_second')
                ) - 1 AS "due"
              FROM (
                SELECT
                  *
                FROM "t5" AS "t7"
                WHERE
                  (
                    (
                      "t7"."release" IS NULL
                    )
                    OR (
                      (
                        (
                          "t7"."deployment" + PARAM('care.counselling_second')
                        ) - 1
                      ) <= "t7"."last_day"
                    )
                  )
                  AND (
                    (
                      (
                        "t7"."deployment" + PARAM('care.counselling_first')
                      ) - 1
                    ) + 1
                  ) <= AS_OF()
              ) AS "t14"
            ) AS "t20"
          ) AS "t21"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t10"."person_id",
                "t10"."deployment",
                "t10"."unit_id",
                CAST(2 AS BIGINT) AS "k",
                'end' AS "name",
                "t10"."release" AS "begin",
                "t10"."release" AS "due"
              FROM (
                SELECT
                  *
                FROM "t5" AS "t7"
                WHERE
                  "t7"."release" IS NOT NULL AND "t7"."release" <= AS_OF()
              ) AS "t10"
            ) AS "t12"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t11"."person_id",
                "t11"."deployment",
                "t11"."unit_id",
                CAST(3 AS BIGINT) AS "k",
                'after' AS "name",
                "t11"."release" + 1 AS "begin",
                "t11"."release" + PARAM('care.counselling_after') AS "due"
              FROM (
                SELECT
                  *
                FROM "t5" AS "t7"
                WHERE
                  "t7"."release" IS NOT NULL AND (
                    "t7"."release" + 1
                  ) <= AS_OF()
              ) AS "t11"
            ) AS "t15"
          ) AS "t17"
        ) AS "t25"
        LEFT OUTER JOIN (
          SELECT
            "t30"."person_id",
            "t30"."deployment",
            "t30"."named" AS "begin",
            "t30"."named_on"
          FROM (
            SELECT
              "t28"."person_id",
              "t28"."deployment",
              "t28"."named",
              MIN("t28"."day") AS "named_on"
            FROM (
              SELECT
                "t27"."day",
                "t27"."named",
                "t27"."person_id",
                "t27"."deployment"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t24"."day",
                    "t24"."named",
                    "t24"."person_id",
                    "t8"."deployment",
                    "t8"."next_deployment"
                  FROM (
                    SELECT
                      "t19"."day",
                      "t19"."named",
                      "t19"."subject_id" AS "person_id"
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t9"."delivery_id",
                          "t9"."subject_id",
                          "t9"."counterpart_id",
                          CAST((
                            "t9"."on_date" - MAKE_DATE(1970, 1, 1)
                          ) AS BIGINT) AS "day",
                          CAST((
                            "t9"."period_start" - MAKE_DATE(1970, 1, 1)
                          ) AS BIGINT) AS "named",
                          "t9"."quantity" AS "amount",
                          'deliveries:' || CONCAT_WS('/', COALESCE("t9"."delivery_id", '')) AS "ref"
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
                        ) AS "t9"
                        WHERE
                          "t9"."provision" = 'M11-3'
                      ) AS "t16"
                      WHERE
                        "t16"."day" <= AS_OF()
                    ) AS "t19"
                  ) AS "t24"
                  INNER JOIN (
                    SELECT
                      "t0"."person_id",
                      "t0"."deployment",
                      "t0"."next_deployment"
                    FROM "run"."deployment" AS "t0"
                    WHERE
                      "t0"."is_medical"
                  ) AS "t8"
                    ON "t24"."person_id" = "t8"."person_id"
                ) AS "t26"
                WHERE
                  "t26"."day" >= "t26"."deployment"
                  AND (
                    (
                      "t26"."next_deployment" IS NULL
                    )
                    OR (
                      "t26"."day" < "t26"."next_deployment"
                    )
                  )
              ) AS "t27"
            ) AS "t28"
            GROUP BY
              1,
              2,
              3
          ) AS "t30"
        ) AS "t32"
          ON "t25"."person_id" = "t32"."person_id"
          AND "t25"."deployment" = "t32"."deployment"
          AND "t25"."begin" = "t32"."begin"
      ) AS "t35"
    ) AS "t37"
    LEFT OUTER JOIN (
      SELECT
        "t40"."person_id",
        "t40"."deployment",
        "t40"."k",
        "t34"."made"
      FROM (
        SELECT
          "t38"."person_id",
          "t38"."deployment",
          "t38"."k",
          ROW_NUMBER() OVER (
            PARTITION BY "t38"."person_id", "t38"."deployment"
            ORDER BY "t38"."k" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "turn"
        FROM (
          SELECT
            "t36"."person_id",
            "t36"."deployment",
            "t36"."k"
          FROM (
            SELECT
              "t35"."person_id",
              "t35"."deployment",
              "t35"."unit_id",
              "t35"."k",
              "t35"."name",
              "t35"."begin",
              "t35"."due",
              "t35"."named_on"
            FROM (
              SELECT
                "t25"."person_id",
                "t25"."deployment",
                "t25"."unit_id",
                "t25"."k",
                "t25"."name",
                "t25"."begin",
                "t25"."due",
                "t32"."person_id" AS "person_id_right",
                "t32"."deployment" AS "deployment_right",
                "t32"."begin" AS "begin_right",
                "t32"."named_on"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t13"."person_id",
                      "t13"."deployment",
                      "t13"."unit_id",
                      CAST(0 AS BIGINT) AS "k",
                      'first' AS "name",
                      "t13"."deployment" AS "begin",
                      (
                        "t13"."deployment" + PARAM('care.counselling_first')
                      ) - 1 AS "due"
                    FROM (
                      SELECT
                        *
                      FROM "t5" AS "t7"
                      WHERE
                        (
                          (
                            "t7"."release" IS NULL
                          )
                          OR (
                            (
                              (
                                "t7"."deployment" + PARAM('care.counselling_first')
                              ) - 1
                            ) <= "t7"."last_day"
                          )
                        )
                        AND "t7"."deployment" <= AS_OF()
                    ) AS "t13"
                  ) AS "t18"
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t14"."person_id",
                      "t14"."deployment",
                      "t14"."unit_id",
                      CAST(1 AS BIGINT) AS "k",
                      'second' AS "name",
                      (
                        (
                          "t14"."deployment" + PARAM('care.counselling_first')
                        ) - 1
                      ) + 1 AS "begin",
                      (
                        "t14"."deployment" + PARAM('care.counselling_second')
                      ) - 1 AS "due"
                    FROM (
                      SELECT
                        *
                      FROM "t5" AS "t7"
                      WHERE
                        (
                          (
                            "t7"."release" IS NULL
                          )
                          OR (
                            (
                              (
                                "t7"."deployment" + PARAM('care.counselling_second')
                              ) - 1
                            ) <= "t7"."last_day"
                          )
                        )
                        AND (
                          (
                            (
                              "t7"."deployment" + PARAM('care.counselling_first')
                            ) - 1
                          ) + 1
                        ) <= AS_OF()
                    ) AS "t14"
                  ) AS "t20"
                ) AS "t21"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t10"."person_id",
                      "t10"."deployment",
                      "t10"."unit_id",
                      CAST(2 AS BIGINT) AS "k",
                      'end' AS "name",
                      "t10"."release" AS "begin",
                      "t10"."release" AS "due"
                    FROM (
                      SELECT
                        *
                      FROM "t5" AS "t7"
                      WHERE
                        "t7"."release" IS NOT NULL AND "t7"."release" <= AS_OF()
                    ) AS "t10"
                  ) AS "t12"
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t11"."person_id",
                      "t11"."deployment",
                      "t11"."unit_id",
                      CAST(3 AS BIGINT) AS "k",
                      'after' AS "name",
                      "t11"."release" + 1 AS "begin",
                      "t11"."release" + PARAM('care.counselling_after') AS "due"
                    FROM (
                      SELECT
                        *
                      FROM "t5" AS "t7"
                      WHERE
                        "t7"."release" IS NOT NULL AND (
                          "t7"."release" + 1
                        ) <= AS_OF()
                    ) AS "t11"
                  ) AS "t15"
                ) AS "t17"
              ) AS "t25"
              LEFT OUTER JOIN (
                SELECT
                  "t30"."person_id",
                  "t30"."deployment",
                  "t30"."named" AS "begin",
                  "t30"."named_on"
                FROM (
                  SELECT
                    "t28"."person_id",
                    "t28"."deployment",
                    "t28"."named",
                    MIN("t28"."day") AS "named_on"
                  FROM (
                    SELECT
                      "t27"."day",
                      "t27"."named",
                      "t27"."person_id",
                      "t27"."deployment"
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t24"."day",
                          "t24"."named",
                          "t24"."person_id",
                          "t8"."deployment",
                          "t8"."next_deployment"
                        FROM (
                          SELECT
                            "t19"."day",
                            "t19"."named",
                            "t19"."subject_id" AS "person_id"
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t9"."delivery_id",
                                "t9"."subject_id",
                                "t9"."counterpart_id",
                                CAST((
                                  "t9"."on_date" - MAKE_DATE(1970, 1, 1)
                                ) AS BIGINT) AS "day",
                                CAST((
                                  "t9"."period_start" - MAKE_DATE(1970, 1, 1)
                                ) AS BIGINT) AS "named",
                                "t9"."quantity" AS "amount",
                                'deliveries:' || CONCAT_WS('/', COALESCE("t9"."delivery_id", '')) AS "ref"
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
                              ) AS "t9"
                              WHERE
                                "t9"."provision" = 'M11-3'
                            ) AS "t16"
                            WHERE
                              "t16"."day" <= AS_OF()
                          ) AS "t19"
                        ) AS "t24"
                        INNER JOIN (
                          SELECT
                            "t0"."person_id",
                            "t0"."deployment",
                            "t0"."next_deployment"
                          FROM "run"."deployment" AS "t0"
                          WHERE
                            "t0"."is_medical"
                        ) AS "t8"
                          ON "t24"."person_id" = "t8"."person_id"
                      ) AS "t26"
                      WHERE
                        "t26"."day" >= "t26"."deployment"
                        AND (
                          (
                            "t26"."next_deployment" IS NULL
                          )
                          OR (
                            "t26"."day" < "t26"."next_deployment"
                          )
                        )
                    ) AS "t27"
                  ) AS "t28"
                  GROUP BY
                    1,
                    2,
                    3
                ) AS "t30"
              ) AS "t32"
                ON "t25"."person_id" = "t32"."person_id"
                AND "t25"."deployment" = "t32"."deployment"
                AND "t25"."begin" = "t32"."begin"
            ) AS "t35"
          ) AS "t36"
          WHERE
            "t36"."named_on" IS NULL
        ) AS "t38"
      ) AS "t40"
      INNER JOIN (
        SELECT
          "t29"."person_id",
          "t29"."deployment",
          "t29"."made",
          ROW_NUMBER() OVER (
            PARTITION BY "t29"."person_id", "t29"."deployment"
            ORDER BY "t29"."made" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "turn"
        FROM (
          SELECT DISTINCT
            "t28"."person_id",
            "t28"."deployment",
            "t28"."day" AS "made"
          FROM (
            SELECT
              "t27"."day",
              "t27"."named",
              "t27"."person_id",
              "t27"."deployment"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t24"."day",
                  "t24"."named",
                  "t24"."person_id",
                  "t8"."deployment",
                  "t8"."next_deployment"
                FROM (
                  SELECT
                    "t19"."day",
                    "t19"."named",
                    "t19"."subject_id" AS "person_id"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t9"."delivery_id",
                        "t9"."subject_id",
                        "t9"."counterpart_id",
                        CAST((
                          "t9"."on_date" - MAKE_DATE(1970, 1, 1)
                        ) AS BIGINT) AS "day",
                        CAST((
                          "t9"."period_start" - MAKE_DATE(1970, 1, 1)
                        ) AS BIGINT) AS "named",
                        "t9"."quantity" AS "amount",
                        'deliveries:' || CONCAT_WS('/', COALESCE("t9"."delivery_id", '')) AS "ref"
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
                      ) AS "t9"
                      WHERE
                        "t9"."provision" = 'M11-3'
                    ) AS "t16"
                    WHERE
                      "t16"."day" <= AS_OF()
                  ) AS "t19"
                ) AS "t24"
                INNER JOIN (
                  SELECT
                    "t0"."person_id",
                    "t0"."deployment",
                    "t0"."next_deployment"
                  FROM "run"."deployment" AS "t0"
                  WHERE
                    "t0"."is_medical"
                ) AS "t8"
                  ON "t24"."person_id" = "t8"."person_id"
              ) AS "t26"
              WHERE
                "t26"."day" >= "t26"."deployment"
                AND (
                  (
                    "t26"."next_deployment" IS NULL
                  )
                  OR (
                    "t26"."day" < "t26"."next_deployment"
                  )
                )
            ) AS "t27"
          ) AS "t28"
          WHERE
            "t28"."named" IS NULL
        ) AS "t29"
      ) AS "t34"
        ON "t40"."person_id" = "t34"."person_id"
        AND "t40"."deployment" = "t34"."deployment"
        AND "t40"."turn" = "t34"."turn"
    ) AS "t42"
      ON "t37"."person_id" = "t42"."person_id"
      AND "t37"."deployment" = "t42"."deployment"
      AND "t37"."k" = "t42"."k"
  ) AS "t43"
) AS "t44"
