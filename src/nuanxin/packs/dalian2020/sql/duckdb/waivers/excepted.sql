SELECT
  "t22"."obligation_id",
  MIN("t22"."waiver_id") AS "waiver_id",
  FIRST("t22"."reason" ORDER BY "t22"."waiver_id") AS "reason"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t14"."waiver_id",
      "t14"."on_date",
      "t14"."reason",
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
          "t0"."on_date" <= (
            MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)
          )
      ) AS "t10"
      WHERE
        NOT (
          "t10"."provision" IN ('M07-3', 'M10-1', 'M10-4')
        )
    ) AS "t14"
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
      ) AS "t4"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t7"."obligation_id",
          "t7"."provision",
          "t7"."subject_kind",
          "t7"."subject_id",
          "t7"."period_start",
          "t7"."state",
          "t11"."person_id"
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
        ) AS "t7"
        INNER JOIN (
          SELECT
            "t8"."person_id",
            'child' AS "subject_kind",
            "t8"."child_id" AS "subject_id"
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
              WHERE
                "t2"."other_guardian_id" IS NOT NULL
            ) AS "t6"
          ) AS "t8"
        ) AS "t11"
          ON "t7"."subject_kind" = "t11"."subject_kind"
          AND "t7"."subject_id" = "t11"."subject_id"
      ) AS "t13"
    ) AS "t16"
      ON "t14"."person_id" = "t16"."person_id" AND "t14"."provision" = "t16"."provision"
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
            "t14"."waiver_id",
            "t14"."on_date",
            "t14"."reason",
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
                "t0"."on_date" <= (
                  MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)
                )
            ) AS "t10"
            WHERE
              NOT (
                "t10"."provision" IN ('M07-3', 'M10-1', 'M10-4')
              )
          ) AS "t14"
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
            ) AS "t4"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t7"."obligation_id",
                "t7"."provision",
                "t7"."subject_kind",
                "t7"."subject_id",
                "t7"."period_start",
                "t7"."state",
                "t11"."person_id"
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
              ) AS "t7"
              INNER JOIN (
                SELECT
                  "t8"."person_id",
                  'child' AS "subject_kind",
                  "t8"."child_id" AS "subject_id"
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
                    WHERE
                      "t2"."other_guardian_id" IS NOT NULL
                  ) AS "t6"
                ) AS "t8"
              ) AS "t11"
                ON "t7"."subject_kind" = "t11"."subject_kind"
                AND "t7"."subject_id" = "t11"."subject_id"
            ) AS "t13"
          ) AS "t16"
            ON "t14"."person_id" = "t16"."person_id" AND "t14"."provision" = "t16"."provision"
        ) AS "t17"
        GROUP BY
          1
      ) AS "t18"
    ) AS "t20"
      ON "t14"."waiver_id" = "t20"."waiver_id"
      AND "t16"."period_start" = "t20"."period_start"
  ) AS "t21"
  WHERE
    "t21"."state" IN ('owed', 'overdue', 'not_kept', 'available')
) AS "t22"
GROUP BY
  1
