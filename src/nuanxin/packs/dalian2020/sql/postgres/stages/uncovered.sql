WITH "t10" AS (
  SELECT
    "t9"."person_id",
    "t9"."unit_id",
    "t9"."start",
    "t9"."last_day",
    "t9"."kind",
    "t9"."cover_start",
    "t9"."cover_last",
    MAX("t9"."cover_last") OVER (
      PARTITION BY "t9"."person_id", "t9"."unit_id", "t9"."kind", "t9"."start", "t9"."last_day"
      ORDER BY "t9"."cover_start" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
    ) AS "earlier_last"
  FROM (
    SELECT
      "t8"."person_id",
      "t8"."unit_id",
      "t8"."start",
      "t8"."last_day",
      "t8"."kind",
      "t8"."cover_start",
      "t8"."cover_last"
    FROM (
      SELECT
        "t3"."person_id",
        "t3"."unit_id",
        "t3"."start",
        "t3"."last_day",
        "t4"."kind",
        "t7"."person_id" AS "person_id_right",
        "t7"."kind" AS "kind_right",
        "t7"."cover_start",
        "t7"."cover_last"
      FROM "run"."treating_run" AS "t3"
      CROSS JOIN "run"."owed_cover" AS "t4"
      LEFT OUTER JOIN (
        SELECT
          "t5"."person_id",
          "t5"."kind",
          CAST((
            "t5"."start_date" - MAKE_DATE(1970, 1, 1)
          ) AS BIGINT) AS "cover_start",
          CAST((
            "t5"."end_date" - MAKE_DATE(1970, 1, 1)
          ) AS BIGINT) AS "cover_last"
        FROM (
          SELECT
            *
          FROM "facts"."insurance" AS "t2"
          WHERE
            IN_SCOPE("t2"."person_id")
        ) AS "t5"
      ) AS "t7"
        ON "t3"."person_id" = "t7"."person_id"
        AND "t4"."kind" = "t7"."kind"
        AND "t7"."cover_start" <= "t3"."last_day"
        AND "t7"."cover_last" >= "t3"."start"
    ) AS "t8"
  ) AS "t9"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t11"."person_id",
      "t11"."unit_id",
      "t11"."kind",
      GREATEST("t11"."start", COALESCE("t11"."earlier_last" + 1, "t11"."start")) AS "start",
      COALESCE("t11"."cover_start" - 1, "t11"."last_day") AS "last_day"
    FROM "t10" AS "t11"
  ) AS "t13"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t12"."person_id",
      "t12"."unit_id",
      "t12"."kind",
      "t12"."covered_to" + 1 AS "start",
      "t12"."last_day"
    FROM (
      SELECT
        "t11"."person_id",
        "t11"."unit_id",
        "t11"."kind",
        "t11"."start",
        "t11"."last_day",
        MAX("t11"."cover_last") AS "covered_to"
      FROM "t10" AS "t11"
      GROUP BY
        1,
        2,
        3,
        4,
        5
    ) AS "t12"
  ) AS "t14"
) AS "t15"
WHERE
  "t15"."start" <= "t15"."last_day"
