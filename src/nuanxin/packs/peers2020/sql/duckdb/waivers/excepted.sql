SELECT
  "t21"."obligation_id",
  MIN("t21"."waiver_id") AS "waiver_id",
  FIRST("t21"."reason" ORDER BY "t21"."waiver_id") AS "reason"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t12"."waiver_id",
      "t12"."on_date",
      "t12"."reason",
      "t15"."obligation_id",
      "t15"."period_start",
      "t15"."state"
    FROM (
      SELECT
        *
      FROM "facts"."waivers" AS "t0"
      WHERE
        "t0"."on_date" <= (
          MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)
        )
    ) AS "t12"
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
      ) AS "t13"
    ) AS "t15"
      ON "t12"."person_id" = "t15"."person_id" AND "t12"."provision" = "t15"."provision"
    INNER JOIN (
      SELECT
        "t17"."waiver_id",
        COALESCE("t17"."before", "t17"."after") AS "period_start"
      FROM (
        SELECT
          "t16"."waiver_id",
          MAX("t16"."period_start") FILTER(WHERE
            "t16"."period_start" <= "t16"."on_date") AS "before",
          MIN("t16"."period_start") FILTER(WHERE
            NOT (
              "t16"."period_start" <= "t16"."on_date"
            )) AS "after"
        FROM (
          SELECT
            "t12"."waiver_id",
            "t12"."on_date",
            "t12"."reason",
            "t15"."obligation_id",
            "t15"."period_start",
            "t15"."state"
          FROM (
            SELECT
              *
            FROM "facts"."waivers" AS "t0"
            WHERE
              "t0"."on_date" <= (
                MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)
              )
          ) AS "t12"
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
            ) AS "t13"
          ) AS "t15"
            ON "t12"."person_id" = "t15"."person_id" AND "t12"."provision" = "t15"."provision"
        ) AS "t16"
        GROUP BY
          1
      ) AS "t17"
    ) AS "t19"
      ON "t12"."waiver_id" = "t19"."waiver_id"
      AND "t15"."period_start" = "t19"."period_start"
  ) AS "t20"
  WHERE
    "t20"."state" IN ('owed', 'overdue', 'not_kept', 'available')
) AS "t21"
GROUP BY
  1
