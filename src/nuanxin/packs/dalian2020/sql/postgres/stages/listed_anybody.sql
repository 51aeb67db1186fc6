SELECT
  "t3"."person_id",
  MIN("t3"."decided") AS "start"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t1"."finding_id",
      "t1"."person_id",
      "t1"."level",
      "t1"."decided_on",
      "t1"."expires_on",
      CAST((
        "t1"."decided_on" - MAKE_DATE(1970, 1, 1)
      ) AS BIGINT) AS "decided",
      CAST(CAST(CAST("t1"."channels" AS VARCHAR[]) @> ARRAY[CAST('phone' AS VARCHAR)] AS INT) AS BIGINT) + CAST(CAST(CAST("t1"."channels" AS VARCHAR[]) @> ARRAY[CAST('network' AS VARCHAR)] AS INT) AS BIGINT) + CAST(CAST(CAST("t1"."channels" AS VARCHAR[]) @> ARRAY[CAST('leader' AS VARCHAR)] AS INT) AS BIGINT) + CAST(CAST(CAST("t1"."channels" AS VARCHAR[]) @> ARRAY[CAST('meeting' AS VARCHAR)] AS INT) AS BIGINT) + CAST(CAST(CAST("t1"."channels" AS VARCHAR[]) @> ARRAY[CAST('assessment' AS VARCHAR)] AS INT) AS BIGINT) AS "channels",
      'findings:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."finding_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
    FROM (
      SELECT
        *
      FROM "facts"."findings" AS "t0"
      WHERE
        CAST((
          "t0"."decided_on" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT) <= AS_OF()
    ) AS "t1"
  ) AS "t2"
  WHERE
    "t2"."channels" >= PARAM('merit.channels_min')
    AND CASE
      WHEN "t2"."expires_on" IS NULL
      THEN (
        (
          CAST(EXTRACT('year' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 10000
        ) + (
          CAST(EXTRACT('month' FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)) AS INT) * 100
        ) + EXTRACT(day FROM CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE))
      ) <= (
        (
          CAST(EXTRACT('year' FROM "t2"."decided_on") AS INT) * 10000
        ) + (
          CAST(EXTRACT('month' FROM "t2"."decided_on") AS INT) * 100
        ) + EXTRACT(day FROM "t2"."decided_on") + (
          PARAM('merit.list_expiry') * 10000
        )
      )
      ELSE "t2"."expires_on" >= CAST(CAST(MAKE_DATE(1970, 1, 1) + MAKE_INTERVAL(days => CAST(CAST(AS_OF() AS INT) AS INT)) AS TIMESTAMP) AS DATE)
    END
) AS "t3"
GROUP BY
  1
