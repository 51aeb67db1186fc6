SELECT
  "t6"."provision",
  "t6"."unit_id",
  "t6"."call",
  "t6"."refs",
  CASE WHEN "t6"."is_known" THEN "t6"."total" ELSE NULL END AS "asked",
  LEAD("t6"."call") OVER (
    PARTITION BY "t6"."provision", "t6"."unit_id"
    ORDER BY "t6"."call" ASC
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
  ) AS "next_call"
FROM (
  SELECT
    "t5"."provision",
    "t5"."unit_id",
    "t5"."call",
    BOOL_AND("t5"."amount" IS NOT NULL) AS "is_known",
    CAST(SUM("t5"."amount") AS DECIMAL(38, 10)) AS "total",
    STRING_AGG("t5"."ref", ';' ORDER BY "t5"."ref" ASC) AS "refs"
  FROM (
    SELECT
      "t4"."provision",
      "t4"."quantity" AS "amount",
      "t4"."subject_id" AS "unit_id",
      CAST((
        "t4"."on_date" - MAKE_DATE(1970, 1, 1)
      ) AS BIGINT) AS "call",
      'deliveries:' || CONCAT_WS('/', REPLACE(REPLACE(COALESCE("t4"."delivery_id", ''), '%', '%25'), ';', '%3B')) AS "ref"
    FROM (
      SELECT
        *
      FROM "facts"."deliveries" AS "t0"
      WHERE
        (
          "t0"."provision" IN ('M01-1', 'M01-4')
          OR (
            (
              "t0"."provision" = 'M05-4'
            )
            AND COALESCE("t0"."counterpart_id" = 'certificate', FALSE)
          )
        )
        AND CAST((
          "t0"."on_date" - MAKE_DATE(1970, 1, 1)
        ) AS BIGINT) <= AS_OF()
    ) AS "t4"
    WHERE
      EXISTS(
        SELECT
          1
        FROM "facts"."units" AS "t2"
        WHERE
          "t4"."subject_id" = "t2"."unit_id"
      )
  ) AS "t5"
  GROUP BY
    1,
    2,
    3
) AS "t6"
