SELECT
  "t3"."person_id",
  "t3"."shift_start",
  MAX("t3"."end") AS "end",
  MAX(CASE WHEN "t3"."begins" THEN "t3"."unit_id" ELSE NULL END) AS "unit_id",
  BOOL_OR(CAST("t3"."has_reason" AS BOOLEAN)) AS "has_reason"
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
    "t2"."written_spell",
    "t2"."is_alone",
    "t2"."begins",
    MAX(CASE WHEN "t2"."begins" THEN "t2"."start" ELSE NULL END) OVER (
      PARTITION BY "t2"."person_id"
      ORDER BY "t2"."start" ASC, "t2"."end" DESC, "t2"."attendance_id" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS "shift_start"
  FROM (
    SELECT
      "t1"."attendance_id",
      "t1"."person_id",
      "t1"."post_id",
      "t1"."spell_id",
      "t1"."contact_confirmed",
      "t1"."start",
      "t1"."end",
      "t1"."has_reason",
      "t1"."day",
      "t1"."length",
      "t1"."month",
      "t1"."bit",
      "t1"."is_workday",
      "t1"."unit_id",
      "t1"."at_contact",
      "t1"."at_risk",
      "t1"."written_spell",
      "t1"."is_alone",
      COALESCE(
        "t1"."start" > MAX("t1"."end") OVER (
          PARTITION BY "t1"."person_id"
          ORDER BY "t1"."start" ASC, "t1"."end" DESC, "t1"."attendance_id" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
        ),
        TRUE
      ) AS "begins"
    FROM (
      SELECT
        *
      FROM "run"."row" AS "t0"
      WHERE
        NOT (
          "t0"."is_alone"
        )
    ) AS "t1"
  ) AS "t2"
) AS "t3"
GROUP BY
  1,
  2
