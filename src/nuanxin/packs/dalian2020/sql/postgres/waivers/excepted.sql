SELECT
  "t22"."obligation_id",
  MIN("t22"."waiver_id") AS "waiver_id",
  (
    ARRAY_AGG("t22"."reason" ORDER BY "t22"."waiver_id" ASC) FILTER(WHERE
      "t22"."waiver_id" IS NOT NULL)
  )[1] AS "reason"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t15"."waiver_id",
      "t15"."on_date",
      "t15"."reason",
      "t16"."obligation_id",
      "t16"."period_start",
      "t16"."state"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM "facts"."waivers" AS "t0"
        WHERE
          "t0"."on_date" <= CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)
      ) AS "t11"
      WHERE
        NOT (
          "t11"."provision" IN ('M07-3', 'M10-1', 'M10-4')
        )
    ) AS "t15"
    INNER JOIN (
      SELECT
        *
      FROM (
        SELECT
          "t1"."obligation_id",
          "t1"."provision",
          "t1"."subject_kind",
          "t1"."subject_id",
          "t1"."period_start",
          "t1"."state",
          "t1"."subject_id" AS "person_id"
        FROM "out"."obligations" AS "t1"
        WHERE
          "t1"."subject_kind" = 'person'
      ) AS "t5"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t8"."obligation_id",
          "t8"."provision",
          "t8"."subject_kind",
          "t8"."subject_id",
          "t8"."period_start",
          "t8"."state",
          "t10"."person_id"
        FROM (
          SELECT
            "t1"."obligation_id",
            "t1"."provision",
            "t1"."subject_kind",
            "t1"."subject_id",
            "t1"."period_start",
            "t1"."state"
          FROM "out"."obligations" AS "t1"
          WHERE
            "t1"."subject_kind" <> 'person'
        ) AS "t8"
        INNER JOIN (
          SELECT
            "t7"."person_id",
            'child' AS "subject_kind",
            "t7"."child_id" AS "subject_id"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t2"."child_id",
                "t2"."guardian_id" AS "person_id"
              FROM "facts"."children" AS "t2"
            ) AS "t3"
            UNION
            SELECT
              *
            FROM (
              SELECT
                "t2"."child_id",
                "t2"."other_guardian_id" AS "person_id"
              FROM "facts"."children" AS "t2"
            ) AS "t4"
          ) AS "t7"
        ) AS "t10"
          ON "t8"."subject_kind" = "t10"."subject_kind"
          AND "t8"."subject_id" = "t10"."subject_id"
      ) AS "t12"
    ) AS "t16"
      ON "t15"."person_id" = "t16"."person_id" AND "t15"."provision" = "t16"."provision"
    INNER JOIN (
      SELECT
        "t18"."waiver_id",
        COALESCE("t18"."before", "t18"."after") AS "period_start"
      FROM (
        SELECT
          "t17"."waiver_id",
          MAX("t17"."period_start") FILTER(WHERE
            "t17"."period_start" <= "t17"."on_date") AS "before",
          MIN("t17"."period_start") FILTER(WHERE
            NOT (
              "t17"."period_start" <= "t17"."on_date"
            )) AS "after"
        FROM (
          SELECT
            "t15"."waiver_id",
            "t15"."on_date",
            "t15"."reason",
            "t16"."obligation_id",
            "t16"."period_start",
            "t16"."state"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                *
              FROM "facts"."waivers" AS "t0"
              WHERE
                "t0"."on_date" <= CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)
            ) AS "t11"
            WHERE
              NOT (
                "t11"."provision" IN ('M07-3', 'M10-1', 'M10-4')
              )
          ) AS "t15"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t1"."obligation_id",
                "t1"."provision",
                "t1"."subject_kind",
                "t1"."subject_id",
                "t1"."period_start",
                "t1"."state",
                "t1"."subject_id" AS "person_id"
              FROM "out"."obligations" AS "t1"
              WHERE
                "t1"."subject_kind" = 'person'
            ) AS "t5"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t8"."obligation_id",
                "t8"."provision",
                "t8"."subject_kind",
                "t8"."subject_id",
                "t8"."period_start",
                "t8"."state",
                "t10"."person_id"
              FROM (
                SELECT
                  "t1"."obligation_id",
                  "t1"."provision",
                  "t1"."subject_kind",
                  "t1"."subject_id",
                  "t1"."period_start",
                  "t1"."state"
                FROM "out"."obligations" AS "t1"
                WHERE
                  "t1"."subject_kind" <> 'person'
              ) AS "t8"
              INNER JOIN (
                SELECT
                  "t7"."person_id",
                  'child' AS "subject_kind",
                  "t7"."child_id" AS "subject_id"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t2"."child_id",
                      "t2"."guardian_id" AS "person_id"
                    FROM "facts"."children" AS "t2"
                  ) AS "t3"
                  UNION
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t2"."child_id",
                      "t2"."other_guardian_id" AS "person_id"
                    FROM "facts"."children" AS "t2"
                  ) AS "t4"
                ) AS "t7"
              ) AS "t10"
                ON "t8"."subject_kind" = "t10"."subject_kind"
                AND "t8"."subject_id" = "t10"."subject_id"
            ) AS "t12"
          ) AS "t16"
            ON "t15"."person_id" = "t16"."person_id" AND "t15"."provision" = "t16"."provision"
        ) AS "t17"
        GROUP BY
          1
      ) AS "t18"
    ) AS "t20"
      ON "t15"."waiver_id" = "t20"."waiver_id"
      AND "t16"."period_start" = "t20"."period_start"
  ) AS "t21"
  WHERE
    "t21"."state" IN ('owed', 'overdue', 'not_kept', 'available')
) AS "t22"
GROUP BY
  1
