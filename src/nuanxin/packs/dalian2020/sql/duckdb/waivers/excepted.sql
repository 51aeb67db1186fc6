SELECT
  "t12"."obligation_id",
  MIN("t12"."waiver_id") AS "waiver_id",
  FIRST("t12"."reason" ORDER BY "t12"."waiver_id") AS "reason"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t6"."waiver_id",
      "t6"."on_date",
      "t6"."reason",
      "t3"."obligation_id",
      "t3"."period_start",
      "t3"."state"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM "facts"."waivers" AS "t0"
        WHERE
          "t0"."on_date" <= CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)
      ) AS "t4"
      WHERE
        NOT (
          "t4"."provision" IN ('M07-3', 'M10-4')
        )
    ) AS "t6"
    INNER JOIN (
      SELECT
        *
      FROM "out"."obligations" AS "t1"
      WHERE
        "t1"."subject_kind" = 'person'
    ) AS "t3"
      ON "t6"."person_id" = "t3"."subject_id" AND "t6"."provision" = "t3"."provision"
    INNER JOIN (
      SELECT
        "t8"."waiver_id",
        COALESCE("t8"."before", "t8"."after") AS "period_start"
      FROM (
        SELECT
          "t7"."waiver_id",
          MAX("t7"."period_start") FILTER(WHERE
            "t7"."period_start" <= "t7"."on_date") AS "before",
          MIN("t7"."period_start") FILTER(WHERE
            NOT (
              "t7"."period_start" <= "t7"."on_date"
            )) AS "after"
        FROM (
          SELECT
            "t6"."waiver_id",
            "t6"."on_date",
            "t6"."reason",
            "t3"."obligation_id",
            "t3"."period_start",
            "t3"."state"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                *
              FROM "facts"."waivers" AS "t0"
              WHERE
                "t0"."on_date" <= CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS(CAST(AS_OF() AS INT)) AS TIMESTAMP) AS DATE)
            ) AS "t4"
            WHERE
              NOT (
                "t4"."provision" IN ('M07-3', 'M10-4')
              )
          ) AS "t6"
          INNER JOIN (
            SELECT
              *
            FROM "out"."obligations" AS "t1"
            WHERE
              "t1"."subject_kind" = 'person'
          ) AS "t3"
            ON "t6"."person_id" = "t3"."subject_id" AND "t6"."provision" = "t3"."provision"
        ) AS "t7"
        GROUP BY
          1
      ) AS "t8"
    ) AS "t10"
      ON "t6"."waiver_id" = "t10"."waiver_id"
      AND "t3"."period_start" = "t10"."period_start"
  ) AS "t11"
  WHERE
    "t11"."state" IN ('owed', 'overdue', 'not_kept', 'available')
) AS "t12"
GROUP BY
  1
