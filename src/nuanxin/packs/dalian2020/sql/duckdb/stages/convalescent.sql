WITH "t32" AS (
  SELECT
    "t31"."spell_id",
    "t31"."person_id",
    "t31"."post_id",
    "t31"."arranged_by",
    "t31"."mission",
    "t31"."aid_place",
    "t31"."treats_confirmed",
    "t31"."start",
    "t31"."end_date",
    "t31"."released",
    "t31"."end",
    "t31"."post_kind",
    COALESCE("t31"."end", AS_OF()) AS "last_day"
  FROM (
    SELECT
      "t30"."spell_id",
      "t30"."person_id",
      "t30"."post_id",
      "t30"."arranged_by",
      "t30"."mission",
      "t30"."aid_place",
      "t30"."treats_confirmed",
      "t30"."start",
      "t30"."end_date",
      "t30"."released",
      "t30"."end",
      "t8"."post_kind"
    FROM (
      SELECT
        "t28"."spell_id",
        "t28"."person_id",
        "t28"."post_id",
        "t28"."arranged_by",
        "t28"."mission",
        "t28"."aid_place",
        "t28"."treats_confirmed",
        "t28"."start",
        "t28"."end_date",
        "t28"."released",
        LEAST(
          COALESCE(
            CASE WHEN "t28"."end_date" <= AS_OF() THEN "t28"."end_date" ELSE NULL END,
            "t28"."released"
          ),
          COALESCE(
            "t28"."released",
            CASE WHEN "t28"."end_date" <= AS_OF() THEN "t28"."end_date" ELSE NULL END
          )
        ) AS "end"
      FROM (
        SELECT
          "t27".*
          EXCLUDE ("spell_id_right")
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
            "t26"."spell_id" AS "spell_id_right",
            "t26"."released"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t3"."spell_id",
                "t3"."person_id",
                "t3"."post_id",
                "t3"."arranged_by",
                "t3"."mission",
                "t3"."aid_place",
                "t3"."treats_confirmed",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."start_date") AS "start",
                DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."end_date") AS "end_date"
              FROM "facts"."spells" AS "t3"
            ) AS "t9"
            WHERE
              "t9"."start" <= AS_OF()
          ) AS "t15"
          SEMI JOIN (
            SELECT
              "t11"."person_id",
              "t11"."unit_id",
              "t12"."found_on"
            FROM (
              SELECT
                "t0"."person_id",
                "t0"."unit_id"
              FROM "facts"."people" AS "t0"
              WHERE
                "t0"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
            ) AS "t11"
            INNER JOIN (
              SELECT
                "t1"."person_id",
                MIN("t1"."start") AS "found_on"
              FROM "run"."finding_in_force" AS "t1"
              GROUP BY
                1
            ) AS "t12"
              ON "t11"."person_id" = "t12"."person_id"
          ) AS "t17"
            ON "t15"."person_id" = "t17"."person_id"
          LEFT OUTER JOIN (
            SELECT
              "t24"."spell_id",
              MIN("t24"."release_day") AS "released"
            FROM (
              SELECT
                *
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
                  "t22"."release_day"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t3"."spell_id",
                      "t3"."person_id",
                      "t3"."post_id",
                      "t3"."arranged_by",
                      "t3"."mission",
                      "t3"."aid_place",
                      "t3"."treats_confirmed",
                      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."start_date") AS "start",
                      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t3"."end_date") AS "end_date"
                    FROM "facts"."spells" AS "t3"
                  ) AS "t9"
                  WHERE
                    "t9"."start" <= AS_OF()
                ) AS "t15"
                SEMI JOIN (
                  SELECT
                    "t11"."person_id",
                    "t11"."unit_id",
                    "t12"."found_on"
                  FROM (
                    SELECT
                      "t0"."person_id",
                      "t0"."unit_id"
                    FROM "facts"."people" AS "t0"
                    WHERE
                      "t0"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
                  ) AS "t11"
                  INNER JOIN (
                    SELECT
                      "t1"."person_id",
                      MIN("t1"."start") AS "found_on"
                    FROM "run"."finding_in_force" AS "t1"
                    GROUP BY
                      1
                  ) AS "t12"
                    ON "t11"."person_id" = "t12"."person_id"
                ) AS "t17"
                  ON "t15"."person_id" = "t17"."person_id"
                INNER JOIN (
                  SELECT
                    "t20"."person_id",
                    "t20"."day" AS "release_day"
                  FROM (
                    SELECT DISTINCT
                      *
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t13"."person_id",
                          "t13"."day"
                        FROM (
                          SELECT
                            "t4"."person_id",
                            DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."date") AS "day"
                          FROM "facts"."declarations" AS "t4"
                          WHERE
                            "t4"."kind" = 'release'
                        ) AS "t13"
                        SEMI JOIN (
                          SELECT
                            "t11"."person_id",
                            "t11"."unit_id",
                            "t12"."found_on"
                          FROM (
                            SELECT
                              "t0"."person_id",
                              "t0"."unit_id"
                            FROM "facts"."people" AS "t0"
                            WHERE
                              "t0"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
                          ) AS "t11"
                          INNER JOIN (
                            SELECT
                              "t1"."person_id",
                              MIN("t1"."start") AS "found_on"
                            FROM "run"."finding_in_force" AS "t1"
                            GROUP BY
                              1
                          ) AS "t12"
                            ON "t11"."person_id" = "t12"."person_id"
                        ) AS "t17"
                          ON "t13"."person_id" = "t17"."person_id"
                      ) AS "t18"
                      WHERE
                        "t18"."day" <= AS_OF()
                    ) AS "t19"
                  ) AS "t20"
                ) AS "t22"
                  ON "t15"."person_id" = "t22"."person_id"
              ) AS "t23"
              WHERE
                "t23"."release_day" >= "t23"."start"
            ) AS "t24"
            GROUP BY
              1
          ) AS "t26"
            ON "t15"."spell_id" = "t26"."spell_id"
        ) AS "t27"
      ) AS "t28"
    ) AS "t30"
    INNER JOIN (
      SELECT
        "t2"."post_id",
        "t2"."kind" AS "post_kind"
      FROM "facts"."posts" AS "t2"
    ) AS "t8"
      ON "t30"."post_id" = "t8"."post_id"
  ) AS "t31"
)
SELECT
  "t52"."person_id",
  "t52"."unit_id",
  "t52"."found_on",
  "t52"."days",
  "t52"."severe_days",
  "t52"."weighted",
  (
    RANK() OVER (
      ORDER BY "t52"."weighted" DESC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1
  ) + 1 AS "place",
  COUNT(*) OVER (
    PARTITION BY "t52"."weighted"
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
  ) - 1 AS "sharing"
FROM (
  SELECT
    "t51"."person_id",
    "t51"."unit_id",
    "t51"."found_on",
    "t51"."days",
    "t51"."severe_days",
    CAST("t51"."days" + (
      "t51"."severe_days" * (
        PARAM('care.convalescence_severe_weight') - 1
      )
    ) AS DECIMAL(18, 4)) AS "weighted"
  FROM (
    SELECT
      "t50"."person_id",
      "t50"."unit_id",
      "t50"."found_on",
      "t50"."days",
      COALESCE("t50"."severe_days", 0) AS "severe_days"
    FROM (
      SELECT
        "t49".*
        EXCLUDE ("person_id_right")
      FROM (
        SELECT
          "t11"."person_id",
          "t11"."unit_id",
          "t12"."found_on",
          "t45"."days",
          "t48"."person_id" AS "person_id_right",
          "t48"."severe_days"
        FROM (
          SELECT
            "t0"."person_id",
            "t0"."unit_id"
          FROM "facts"."people" AS "t0"
          WHERE
            "t0"."profession" IN ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health')
        ) AS "t11"
        INNER JOIN (
          SELECT
            "t1"."person_id",
            MIN("t1"."start") AS "found_on"
          FROM "run"."finding_in_force" AS "t1"
          GROUP BY
            1
        ) AS "t12"
          ON "t11"."person_id" = "t12"."person_id"
        INNER JOIN (
          SELECT
            "t42"."person_id",
            SUM((
              "t42"."last_day" - "t42"."start"
            ) + 1) AS "days"
          FROM (
            SELECT
              "t40"."person_id",
              "t40"."start",
              "t40"."last_day"
            FROM (
              SELECT
                "t38"."person_id",
                "t38"."run",
                MIN("t38"."start") AS "start",
                MAX("t38"."last_day") AS "last_day"
              FROM (
                SELECT
                  "t36"."person_id",
                  "t36"."start",
                  "t36"."last_day",
                  "t36"."begins",
                  COALESCE(
                    SUM(CAST("t36"."begins" AS BIGINT)) OVER (
                      PARTITION BY "t36"."person_id"
                      ORDER BY "t36"."start" ASC, "t36"."last_day" ASC
                      RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                    ),
                    0
                  ) AS "run"
                FROM (
                  SELECT
                    "t34"."person_id",
                    "t34"."start",
                    "t34"."last_day",
                    "t34"."start" > (
                      MAX("t34"."last_day") OVER (
                        PARTITION BY "t34"."person_id"
                        ORDER BY "t34"."start" ASC, "t34"."last_day" ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                      ) + 1
                    ) AS "begins"
                  FROM (
                    SELECT
                      "t33"."person_id",
                      "t33"."start",
                      "t33"."last_day"
                    FROM "t32" AS "t33"
                  ) AS "t34"
                ) AS "t36"
              ) AS "t38"
              GROUP BY
                1,
                2
            ) AS "t40"
          ) AS "t42"
          GROUP BY
            1
        ) AS "t45"
          ON "t11"."person_id" = "t45"."person_id"
        LEFT OUTER JOIN (
          SELECT
            "t46"."person_id",
            "t46"."days" AS "severe_days"
          FROM (
            SELECT
              "t43"."person_id",
              SUM((
                "t43"."last_day" - "t43"."start"
              ) + 1) AS "days"
            FROM (
              SELECT
                "t41"."person_id",
                "t41"."start",
                "t41"."last_day"
              FROM (
                SELECT
                  "t39"."person_id",
                  "t39"."run",
                  MIN("t39"."start") AS "start",
                  MAX("t39"."last_day") AS "last_day"
                FROM (
                  SELECT
                    "t37"."person_id",
                    "t37"."start",
                    "t37"."last_day",
                    "t37"."begins",
                    COALESCE(
                      SUM(CAST("t37"."begins" AS BIGINT)) OVER (
                        PARTITION BY "t37"."person_id"
                        ORDER BY "t37"."start" ASC, "t37"."last_day" ASC
                        RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                      ),
                      0
                    ) AS "run"
                  FROM (
                    SELECT
                      "t35"."person_id",
                      "t35"."start",
                      "t35"."last_day",
                      "t35"."start" > (
                        MAX("t35"."last_day") OVER (
                          PARTITION BY "t35"."person_id"
                          ORDER BY "t35"."start" ASC, "t35"."last_day" ASC
                          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                        ) + 1
                      ) AS "begins"
                    FROM (
                      SELECT
                        "t33"."person_id",
                        "t33"."start",
                        "t33"."last_day"
                      FROM "t32" AS "t33"
                      WHERE
                        "t33"."post_kind" = 'icu'
                    ) AS "t35"
                  ) AS "t37"
                ) AS "t39"
                GROUP BY
                  1,
                  2
              ) AS "t41"
            ) AS "t43"
            GROUP BY
              1
          ) AS "t46"
        ) AS "t48"
          ON "t11"."person_id" = "t48"."person_id"
      ) AS "t49"
    ) AS "t50"
  ) AS "t51"
) AS "t52"
