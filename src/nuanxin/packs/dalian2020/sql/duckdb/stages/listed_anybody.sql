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
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."decided_on") AS "decided",
      CAST(ARRAY_CONTAINS("t1"."channels", 'phone') AS BIGINT) + CAST(ARRAY_CONTAINS("t1"."channels", 'network') AS BIGINT) + CAST(ARRAY_CONTAINS("t1"."channels", 'leader') AS BIGINT) + CAST(ARRAY_CONTAINS("t1"."channels", 'meeting') AS BIGINT) + CAST(ARRAY_CONTAINS("t1"."channels", 'assessment') AS BIGINT) AS "channels",
      'findings:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t1"."finding_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
    FROM (
      SELECT
        *
      FROM "facts"."findings" AS "t0"
      WHERE
        DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."decided_on") <= AS_OF()
    ) AS "t1"
  ) AS "t2"
  WHERE
    "t2"."channels" >= PARAM('merit.channels_min')
    AND CASE
      WHEN "t2"."expires_on" IS NULL
      THEN (
        (
          EXTRACT(year FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 10000
        ) + (
          EXTRACT(month FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)) * 100
        ) + EXTRACT(day FROM MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT))
      ) <= (
        (
          EXTRACT(year FROM "t2"."decided_on") * 10000
        ) + (
          EXTRACT(month FROM "t2"."decided_on") * 100
        ) + EXTRACT(day FROM "t2"."decided_on") + (
          PARAM('merit.list_expiry') * 10000
        )
      )
      ELSE "t2"."expires_on" >= (
        MAKE_DATE(1970, 1, 1) + CAST(AS_OF() AS INT)
      )
    END
) AS "t3"
GROUP BY
  1
