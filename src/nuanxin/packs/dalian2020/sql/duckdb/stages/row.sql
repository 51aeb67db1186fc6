SELECT
  "t3"."attendance_id",
  "t3"."person_id",
  "t3"."post_id",
  "t3"."spell_id",
  "t3"."contact_confirmed",
  "t3"."start",
  "t3"."end",
  "t3"."has_reason",
  "t3"."day",
  "t3"."length",
  "t3"."month",
  "t3"."bit",
  "t3"."is_workday",
  "t3"."unit_id",
  "t3"."at_contact",
  "t3"."at_risk",
  (
    "t3"."length" <= 86400
  )
  AND (
    COALESCE("t3"."earlier_end", -1) < "t3"."start"
  )
  AND (
    (
      "t3"."later_start" IS NULL
    ) OR (
      "t3"."later_start" > "t3"."end"
    )
  )
  AND (
    COALESCE("t3"."earlier_day", -1) <> "t3"."day"
  )
  AND (
    COALESCE("t3"."later_day", -1) <> "t3"."day"
  )
  AND (
    COALESCE("t3"."cut_end", -1) <= (
      "t3"."day" * 86400
    )
  ) AS "is_alone"
FROM (
  SELECT
    "t2"."attendance_id",
    "t2"."person_id",
    "t2"."post_id",
    "t2"."spell_id",
    "t2"."contact_confirmed",
    "t2"."start",
    "t2"."end",
    "t2"."has_reason",
    "t2"."day",
    "t2"."length",
    "t2"."month",
    "t2"."bit",
    "t2"."is_workday",
    "t2"."unit_id",
    "t2"."at_contact",
    "t2"."at_risk",
    MAX("t2"."end") OVER (
      PARTITION BY "t2"."person_id"
      ORDER BY "t2"."start" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
    ) AS "earlier_end",
    MAX(CASE WHEN "t2"."length" > 86400 THEN "t2"."end" ELSE NULL END) OVER (
      PARTITION BY "t2"."person_id"
      ORDER BY "t2"."start" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
    ) AS "cut_end",
    LAG("t2"."day") OVER (
      PARTITION BY "t2"."person_id"
      ORDER BY "t2"."start" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "earlier_day",
    LEAD("t2"."day") OVER (
      PARTITION BY "t2"."person_id"
      ORDER BY "t2"."start" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "later_day",
    LEAD("t2"."start") OVER (
      PARTITION BY "t2"."person_id"
      ORDER BY "t2"."start" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "later_start"
  FROM (
    SELECT
      "t1".*
      EXCLUDE ("may_touch")
    FROM (
      SELECT
        *
      FROM "run"."lens_row" AS "t0"
      WHERE
        "t0"."may_touch"
    ) AS "t1"
  ) AS "t2"
) AS "t3"
