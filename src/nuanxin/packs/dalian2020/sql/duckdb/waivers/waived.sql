SELECT
  "t9"."provision",
  "t9"."subject_id",
  "t9"."period_start",
  MIN("t9"."waiver_id") AS "waiver_id",
  FIRST("t9"."reason" ORDER BY "t9"."waiver_id") AS "reason"
FROM (
  SELECT
    "t8"."waiver_id",
    "t8"."reason",
    "t8"."provision",
    "t8"."subject_id",
    "t8"."before",
    "t8"."after",
    COALESCE("t8"."before", "t8"."after") AS "period_start"
  FROM (
    SELECT
      "t7"."waiver_id",
      "t7"."reason",
      "t7"."provision",
      "t7"."subject_id",
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
        "t3"."provision",
        "t3"."subject_id",
        "t3"."period_start"
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
        FROM "run"."found" AS "t1"
        WHERE
          "t1"."subject_kind" = 'person'
      ) AS "t3"
        ON "t6"."person_id" = "t3"."subject_id" AND "t6"."provision" = "t3"."provision"
    ) AS "t7"
    GROUP BY
      1,
      2,
      3,
      4
  ) AS "t8"
) AS "t9"
GROUP BY
  1,
  2,
  3
