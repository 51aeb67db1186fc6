SELECT
  "t6"."unit_id",
  "t6"."employment",
  "t6"."profession",
  "t6"."is_leader",
  "t6"."call",
  COUNT(*) AS "peers",
  STRING_AGG("t6"."ref", ';' ORDER BY "t6"."ref" ASC) FILTER(WHERE
    "t6"."place" < 20) AS "peer_refs"
FROM (
  SELECT
    "t5"."person_id",
    "t5"."unit_id",
    "t5"."employment",
    "t5"."profession",
    "t5"."is_leader",
    "t5"."is_secretary",
    "t5"."birth_date",
    "t5"."education",
    "t5"."party",
    "t5"."title_level",
    "t5"."title_since",
    "t5"."rank_since",
    "t5"."ref",
    "t5"."unit_district",
    "t5"."call",
    "t5"."refs",
    "t5"."asked",
    "t5"."next_call",
    "t5"."is_fit",
    "t5"."given",
    "t5"."sent",
    "t5"."is_cadre",
    "t5"."is_young",
    "t5"."is_filled",
    ROW_NUMBER() OVER (
      PARTITION BY "t5"."unit_id", "t5"."employment", "t5"."profession", "t5"."is_leader", "t5"."call"
      ORDER BY "t5"."person_id" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "place"
  FROM (
    SELECT
      "t4"."person_id",
      "t4"."unit_id",
      "t4"."employment",
      "t4"."profession",
      "t4"."is_leader",
      "t4"."is_secretary",
      "t4"."birth_date",
      "t4"."education",
      "t4"."party",
      "t4"."title_level",
      "t4"."title_since",
      "t4"."rank_since",
      "t4"."ref",
      "t4"."unit_district",
      "t4"."call",
      "t4"."refs",
      "t4"."asked",
      "t4"."next_call",
      "t4"."is_fit",
      "t4"."given",
      "t4"."sent",
      "t4"."is_cadre",
      "t4"."is_young",
      "t4"."is_filled"
    FROM (
      SELECT
        *
      FROM "run"."called_person" AS "t0"
      WHERE
        "t0"."is_fit" AND NOT (
          "t0"."is_young"
        )
    ) AS "t4"
    WHERE
      EXISTS(
        SELECT
          1
        FROM (
          SELECT DISTINCT
            "t0"."unit_id",
            "t0"."employment",
            "t0"."profession",
            "t0"."is_leader",
            "t0"."call"
          FROM "run"."called_person" AS "t0"
        ) AS "t2"
        WHERE
          "t4"."unit_id" = "t2"."unit_id"
          AND "t4"."employment" = "t2"."employment"
          AND "t4"."profession" = "t2"."profession"
          AND "t4"."is_leader" = "t2"."is_leader"
          AND "t4"."call" = "t2"."call"
      )
  ) AS "t5"
) AS "t6"
GROUP BY
  1,
  2,
  3,
  4,
  5
