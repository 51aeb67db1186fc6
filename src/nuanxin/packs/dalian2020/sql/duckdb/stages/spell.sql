SELECT
  "t11".*
  EXCLUDE ("end_date", "released")
FROM (
  SELECT
    "t10"."spell_id",
    "t10"."person_id",
    "t10"."post_id",
    "t10"."arranged_by",
    "t10"."mission",
    "t10"."aid_place",
    "t10"."treats_confirmed",
    "t10"."start",
    "t10"."end_date",
    "t10"."unit_id",
    "t10"."is_leader",
    "t10"."profession",
    "t10"."is_medical",
    "t10"."released",
    "t10"."round",
    "t10"."end",
    COALESCE("t10"."end", AS_OF()) AS "last_day",
    "t10"."end" IS NULL AS "is_open",
    (
      "t10"."mission" = 'aid'
    )
    AND (
      CONTAINS(LOWER("t10"."aid_place"), '湖北')
      OR CONTAINS(LOWER("t10"."aid_place"), 'hubei')
      OR CONTAINS(LOWER("t10"."aid_place"), 'wuhan')
      OR CONTAINS(LOWER("t10"."aid_place"), '武汉')
      OR CONTAINS(LOWER("t10"."aid_place"), '黄石')
      OR CONTAINS(LOWER("t10"."aid_place"), '十堰')
      OR CONTAINS(LOWER("t10"."aid_place"), '宜昌')
      OR CONTAINS(LOWER("t10"."aid_place"), '襄阳')
      OR CONTAINS(LOWER("t10"."aid_place"), '鄂州')
      OR CONTAINS(LOWER("t10"."aid_place"), '荆门')
      OR CONTAINS(LOWER("t10"."aid_place"), '孝感')
      OR CONTAINS(LOWER("t10"."aid_place"), '荆州')
      OR CONTAINS(LOWER("t10"."aid_place"), '黄冈')
      OR CONTAINS(LOWER("t10"."aid_place"), '咸宁')
      OR CONTAINS(LOWER("t10"."aid_place"), '随州')
      OR CONTAINS(LOWER("t10"."aid_place"), '恩施')
      OR CONTAINS(LOWER("t10"."aid_place"), '仙桃')
      OR CONTAINS(LOWER("t10"."aid_place"), '潜江')
      OR CONTAINS(LOWER("t10"."aid_place"), '天门')
      OR CONTAINS(LOWER("t10"."aid_place"), '神农架')
    ) AS "in_hubei",
    "t10"."is_medical"
    AND (
      "t10"."treats_confirmed" OR (
        "t10"."mission" = 'aid'
      )
    ) AS "is_treating"
  FROM (
    SELECT
      "t9"."spell_id",
      "t9"."person_id",
      "t9"."post_id",
      "t9"."arranged_by",
      "t9"."mission",
      "t9"."aid_place",
      "t9"."treats_confirmed",
      "t9"."start",
      "t9"."end_date",
      "t9"."unit_id",
      "t9"."is_leader",
      "t9"."profession",
      "t9"."is_medical",
      "t9"."released",
      "t9"."round",
      LEAST(
        COALESCE(
          CASE WHEN "t9"."end_date" <= AS_OF() THEN "t9"."end_date" ELSE NULL END,
          "t9"."released"
        ),
        COALESCE(
          "t9"."released",
          CASE WHEN "t9"."end_date" <= AS_OF() THEN "t9"."end_date" ELSE NULL END
        )
      ) AS "end"
    FROM (
      SELECT
        "t8"."spell_id",
        "t8"."person_id",
        "t8"."post_id",
        "t8"."arranged_by",
        "t8"."mission",
        "t8"."aid_place",
        "t8"."treats_confirmed",
        "t8"."start",
        "t8"."end_date",
        "t8"."unit_id",
        "t8"."is_leader",
        "t8"."profession",
        "t8"."is_medical",
        MIN("t8"."release_day") FILTER(WHERE
          "t8"."release_day" >= "t8"."start") AS "released",
        COUNT("t8"."release_day") FILTER(WHERE
          "t8"."release_day" < "t8"."start") AS "round"
      FROM (
        SELECT
          "t7"."spell_id",
          "t7"."person_id",
          "t7"."post_id",
          "t7"."arranged_by",
          "t7"."mission",
          "t7"."aid_place",
          "t7"."treats_confirmed",
          "t7"."start",
          "t7"."end_date",
          "t3"."unit_id",
          "t3"."is_leader",
          "t3"."profession",
          "t3"."is_medical",
          "t4"."day" AS "release_day"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t2"."spell_id",
              "t2"."person_id",
              "t2"."post_id",
              "t2"."arranged_by",
              "t2"."mission",
              "t2"."aid_place",
              "t2"."treats_confirmed",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."start_date") AS "start",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t2"."end_date") AS "end_date"
            FROM "facts"."spells" AS "t2"
          ) AS "t5"
          WHERE
            "t5"."start" <= AS_OF()
        ) AS "t7"
        INNER JOIN "run"."person" AS "t3"
          ON "t7"."person_id" = "t3"."person_id"
        LEFT OUTER JOIN "run"."release" AS "t4"
          ON "t7"."person_id" = "t4"."person_id"
      ) AS "t8"
      GROUP BY
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        11,
        12,
        13
    ) AS "t9"
  ) AS "t10"
) AS "t11"
