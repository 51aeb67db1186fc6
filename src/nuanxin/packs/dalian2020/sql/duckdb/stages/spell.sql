SELECT
  "t16".*
  EXCLUDE ("end_date", "released")
FROM (
  SELECT
    "t15"."spell_id",
    "t15"."person_id",
    "t15"."post_id",
    "t15"."arranged_by",
    "t15"."mission",
    "t15"."aid_place",
    "t15"."treats_confirmed",
    "t15"."start",
    "t15"."end_date",
    "t15"."unit_id",
    "t15"."is_leader",
    "t15"."profession",
    "t15"."is_medical",
    "t15"."released",
    "t15"."end",
    COALESCE("t15"."end", AS_OF()) AS "last_day",
    "t15"."end" IS NULL AS "is_open",
    (
      "t15"."mission" = 'aid'
    )
    AND (
      CONTAINS(LOWER("t15"."aid_place"), '湖北')
      OR CONTAINS(LOWER("t15"."aid_place"), 'hubei')
      OR CONTAINS(LOWER("t15"."aid_place"), 'wuhan')
      OR CONTAINS(LOWER("t15"."aid_place"), '武汉')
      OR CONTAINS(LOWER("t15"."aid_place"), '黄石')
      OR CONTAINS(LOWER("t15"."aid_place"), '十堰')
      OR CONTAINS(LOWER("t15"."aid_place"), '宜昌')
      OR CONTAINS(LOWER("t15"."aid_place"), '襄阳')
      OR CONTAINS(LOWER("t15"."aid_place"), '鄂州')
      OR CONTAINS(LOWER("t15"."aid_place"), '荆门')
      OR CONTAINS(LOWER("t15"."aid_place"), '孝感')
      OR CONTAINS(LOWER("t15"."aid_place"), '荆州')
      OR CONTAINS(LOWER("t15"."aid_place"), '黄冈')
      OR CONTAINS(LOWER("t15"."aid_place"), '咸宁')
      OR CONTAINS(LOWER("t15"."aid_place"), '随州')
      OR CONTAINS(LOWER("t15"."aid_place"), '恩施')
      OR CONTAINS(LOWER("t15"."aid_place"), '仙桃')
      OR CONTAINS(LOWER("t15"."aid_place"), '潜江')
      OR CONTAINS(LOWER("t15"."aid_place"), '天门')
      OR CONTAINS(LOWER("t15"."aid_place"), '神农架')
    ) AS "in_hubei",
    "t15"."is_medical"
    AND (
      "t15"."treats_confirmed" OR (
        "t15"."mission" = 'aid'
      )
    ) AS "is_treating"
  FROM (
    SELECT
      "t14"."spell_id",
      "t14"."person_id",
      "t14"."post_id",
      "t14"."arranged_by",
      "t14"."mission",
      "t14"."aid_place",
      "t14"."treats_confirmed",
      "t14"."start",
      "t14"."end_date",
      "t14"."unit_id",
      "t14"."is_leader",
      "t14"."profession",
      "t14"."is_medical",
      "t14"."released",
      LEAST(
        COALESCE(
          CASE WHEN "t14"."end_date" <= AS_OF() THEN "t14"."end_date" ELSE NULL END,
          "t14"."released"
        ),
        COALESCE(
          "t14"."released",
          CASE WHEN "t14"."end_date" <= AS_OF() THEN "t14"."end_date" ELSE NULL END
        )
      ) AS "end"
    FROM (
      SELECT
        "t13".*
        EXCLUDE ("spell_id_right")
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
          "t3"."unit_id",
          "t3"."is_leader",
          "t3"."profession",
          "t3"."is_medical",
          "t12"."spell_id" AS "spell_id_right",
          "t12"."released"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t1"."spell_id",
              "t1"."person_id",
              "t1"."post_id",
              "t1"."arranged_by",
              "t1"."mission",
              "t1"."aid_place",
              "t1"."treats_confirmed",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."start_date") AS "start",
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."end_date") AS "end_date"
            FROM "facts"."spells" AS "t1"
          ) AS "t5"
          WHERE
            "t5"."start" <= AS_OF()
        ) AS "t8"
        INNER JOIN "run"."person" AS "t3"
          ON "t8"."person_id" = "t3"."person_id"
        LEFT OUTER JOIN (
          SELECT
            "t10"."spell_id",
            MIN("t10"."release_day") AS "released"
          FROM (
            SELECT
              *
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
                "t3"."unit_id",
                "t3"."is_leader",
                "t3"."profession",
                "t3"."is_medical",
                "t6"."release_day"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t1"."spell_id",
                    "t1"."person_id",
                    "t1"."post_id",
                    "t1"."arranged_by",
                    "t1"."mission",
                    "t1"."aid_place",
                    "t1"."treats_confirmed",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."start_date") AS "start",
                    DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t1"."end_date") AS "end_date"
                  FROM "facts"."spells" AS "t1"
                ) AS "t5"
                WHERE
                  "t5"."start" <= AS_OF()
              ) AS "t8"
              INNER JOIN "run"."person" AS "t3"
                ON "t8"."person_id" = "t3"."person_id"
              INNER JOIN (
                SELECT
                  "t2"."person_id",
                  "t2"."day" AS "release_day"
                FROM "run"."release" AS "t2"
              ) AS "t6"
                ON "t8"."person_id" = "t6"."person_id"
            ) AS "t9"
            WHERE
              "t9"."release_day" >= "t9"."start"
          ) AS "t10"
          GROUP BY
            1
        ) AS "t12"
          ON "t8"."spell_id" = "t12"."spell_id"
      ) AS "t13"
    ) AS "t14"
  ) AS "t15"
) AS "t16"
