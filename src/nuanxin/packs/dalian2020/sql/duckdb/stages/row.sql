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
  "t3"."written_spell",
  "t7"."is_alone"
FROM (
  SELECT
    "t1".*
    EXCLUDE ("in_lens")
  FROM (
    SELECT
      *
    FROM "run"."picked_row" AS "t0"
    WHERE
      "t0"."in_lens"
  ) AS "t1"
) AS "t3"
INNER JOIN (
  SELECT
    "t5"."attendance_id",
    (
      "t5"."length" <= 86400
    )
    AND (
      COALESCE("t5"."earlier_end", -1) < "t5"."start"
    )
    AND (
      (
        "t5"."later_start" IS NULL
      ) OR (
        "t5"."later_start" > "t5"."end"
      )
    )
    AND (
      COALESCE("t5"."earlier_day", -1) <> "t5"."day"
    )
    AND (
      COALESCE("t5"."later_day", -1) <> "t5"."day"
    )
    AND (
      COALESCE("t5"."cut_end", -1) <= (
        "t5"."day" * 86400
      )
    ) AS "is_alone"
  FROM (
    SELECT
      "t4"."attendance_id",
      "t4"."person_id",
      "t4"."start",
      "t4"."end",
      "t4"."day",
      "t4"."length",
      MAX("t4"."end") OVER (
        PARTITION BY "t4"."person_id"
        ORDER BY "t4"."start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
      ) AS "earlier_end",
      MAX(CASE WHEN "t4"."length" > 86400 THEN "t4"."end" ELSE NULL END) OVER (
        PARTITION BY "t4"."person_id"
        ORDER BY "t4"."start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
      ) AS "cut_end",
      LAG("t4"."day") OVER (
        PARTITION BY "t4"."person_id"
        ORDER BY "t4"."start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "earlier_day",
      LEAD("t4"."day") OVER (
        PARTITION BY "t4"."person_id"
        ORDER BY "t4"."start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "later_day",
      LEAD("t4"."start") OVER (
        PARTITION BY "t4"."person_id"
        ORDER BY "t4"."start" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "later_start"
    FROM (
      SELECT
        "t2"."attendance_id",
        "t2"."person_id",
        "t2"."start",
        "t2"."end",
        "t2"."day",
        "t2"."length"
      FROM (
        SELECT
          "t1".*
          EXCLUDE ("in_lens")
        FROM (
          SELECT
            *
          FROM "run"."picked_row" AS "t0"
          WHERE
            "t0"."in_lens"
        ) AS "t1"
      ) AS "t2"
    ) AS "t4"
  ) AS "t5"
) AS "t7"
  ON "t3"."attendance_id" = "t7"."attendance_id"
