SELECT
  "t19"."provision",
  "t19"."subject_id",
  "t19"."period_start",
  MIN("t19"."waiver_id") AS "waiver_id",
  FIRST("t19"."reason" ORDER BY "t19"."waiver_id") AS "reason"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t17"."waiver_id",
      "t17"."on_date",
      "t17"."reason",
      "t17"."provision",
      "t17"."subject_id",
      "t17"."period_start",
      COALESCE(
        MAX(
          CASE
            WHEN "t17"."period_start" <= "t17"."on_date"
            THEN "t17"."period_start"
            ELSE NULL
          END
        ) OVER (
          PARTITION BY "t17"."waiver_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ),
        MIN("t17"."period_start") OVER (
          PARTITION BY "t17"."waiver_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        )
      ) AS "chosen"
    FROM (
      SELECT
        "t14"."waiver_id",
        "t14"."on_date",
        "t14"."reason",
        "t16"."provision",
        "t16"."subject_id",
        "t16"."period_start"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM "facts"."waivers" AS "t0"
          WHERE
            "t0"."on_date" <= CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)
        ) AS "t10"
        WHERE
          NOT (
            "t10"."provision" IN ('M07-3', 'M10-4')
          )
      ) AS "t14"
      INNER JOIN (
        SELECT
          *
        FROM (
          SELECT
            "t1"."provision",
            "t1"."subject_kind",
            "t1"."subject_id",
            "t1"."period_start",
            "t1"."subject_id" AS "person_id"
          FROM "run"."found" AS "t1"
          WHERE
            "t1"."subject_kind" = 'person'
        ) AS "t4"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t7"."provision",
            "t7"."subject_kind",
            "t7"."subject_id",
            "t7"."period_start",
            "t11"."person_id"
          FROM (
            SELECT
              "t1"."provision",
              "t1"."subject_kind",
              "t1"."subject_id",
              "t1"."period_start"
            FROM "run"."found" AS "t1"
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
  ) AS "t18"
  WHERE
    "t18"."period_start" = "t18"."chosen"
) AS "t19"
GROUP BY
  1,
  2,
  3
