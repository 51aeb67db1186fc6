WITH "t30" AS (
  SELECT
    "t29"."spell_id",
    "t29"."person_id",
    "t29"."post_id",
    "t29"."arranged_by",
    "t29"."mission",
    "t29"."aid_place",
    "t29"."treats_confirmed",
    "t29"."start",
    "t29"."end_date",
    "t29"."released",
    "t29"."round",
    "t29"."end",
    "t29"."post_kind",
    COALESCE("t29"."end", AS_OF()) AS "last_day",
    "t29"."end" IS NULL AS "is_open"
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
      "t28"."round",
      "t28"."end",
      "t8"."post_kind"
    FROM (
      SELECT
        "t26"."spell_id",
        "t26"."person_id",
        "t26"."post_id",
        "t26"."arranged_by",
        "t26"."mission",
        "t26"."aid_place",
        "t26"."treats_confirmed",
        "t26"."start",
        "t26"."end_date",
        "t26"."released",
        "t26"."round",
        LEAST(
          COALESCE(
            CASE WHEN "t26"."end_date" <= AS_OF() THEN "t26"."end_date" ELSE NULL END,
            "t26"."released"
          ),
          COALESCE(
            "t26"."released",
            CASE WHEN "t26"."end_date" <= AS_OF() THEN "t26"."end_date" ELSE NULL END
          )
        ) AS "end"
      FROM (
        SELECT
          "t25"."spell_id",
          "t25"."person_id",
          "t25"."post_id",
          "t25"."arranged_by",
          "t25"."mission",
          "t25"."aid_place",
          "t25"."treats_confirmed",
          "t25"."start",
          "t25"."end_date",
          "t25"."released",
          COALESCE("t25"."round", 0) AS "round"
        FROM (
          SELECT
            "t24".*
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
              "t23"."spell_id" AS "spell_id_right",
              "t23"."released",
              "t23"."round"
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
            ) AS "t18"
              ON "t15"."person_id" = "t18"."person_id"
            LEFT OUTER JOIN (
              SELECT
                "t21"."spell_id",
                MIN("t21"."release_day") FILTER(WHERE
                  "t21"."release_day" >= "t21"."start") AS "released",
                COUNT("t21"."release_day") FILTER(WHERE
                  "t21"."release_day" < "t21"."start") AS "round"
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
                  "t20"."release_day"
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
                ) AS "t18"
                  ON "t15"."person_id" = "t18"."person_id"
                INNER JOIN (
                  SELECT
                    "t17"."person_id",
                    "t17"."day" AS "release_day"
                  FROM (
                    SELECT DISTINCT
                      *
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t4"."person_id",
                          DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t4"."date") AS "day"
                        FROM "facts"."declarations" AS "t4"
                        WHERE
                          "t4"."kind" = 'release'
                      ) AS "t10"
                      WHERE
                        "t10"."day" <= AS_OF()
                    ) AS "t14"
                  ) AS "t17"
                ) AS "t20"
                  ON "t15"."person_id" = "t20"."person_id"
              ) AS "t21"
              GROUP BY
                1
            ) AS "t23"
              ON "t15"."spell_id" = "t23"."spell_id"
          ) AS "t24"
        ) AS "t25"
      ) AS "t26"
    ) AS "t28"
    INNER JOIN (
      SELECT
        "t2"."post_id",
        "t2"."kind" AS "post_kind"
      FROM "facts"."posts" AS "t2"
    ) AS "t8"
      ON "t28"."post_id" = "t8"."post_id"
  ) AS "t29"
)
SELECT
  "t50"."person_id",
  "t50"."unit_id",
  "t50"."found_on",
  "t50"."days",
  "t50"."severe_days",
  "t50"."weighted",
  (
    RANK() OVER (
      ORDER BY "t50"."weighted" DESC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1
  ) + 1 AS "place",
  COUNT(*) OVER (
    PARTITION BY "t50"."weighted"
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
  ) - 1 AS "sharing"
FROM (
  SELECT
    "t49"."person_id",
    "t49"."unit_id",
    "t49"."found_on",
    "t49"."days",
    "t49"."severe_days",
    CAST("t49"."days" + (
      "t49"."severe_days" * (
        PARAM('care.convalescence_severe_weight') - 1
      )
    ) AS DECIMAL(18, 4)) AS "weighted"
  FROM (
    SELECT
      "t48"."person_id",
      "t48"."unit_id",
      "t48"."found_on",
      "t48"."days",
      COALESCE("t48"."severe_days", 0) AS "severe_days"
    FROM (
      SELECT
        "t47".*
        EXCLUDE ("person_id_right")
      FROM (
        SELECT
          "t11"."person_id",
          "t11"."unit_id",
          "t12"."found_on",
          "t43"."days",
          "t46"."person_id" AS "person_id_right",
          "t46"."severe_days"
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
            "t39"."person_id",
            SUM((
              "t39"."last_day" - "t39"."start"
            ) + 1) AS "days"
          FROM (
            SELECT
              "t38".*
              EXCLUDE ("run")
            FROM (
              SELECT
                "t36"."person_id",
                "t36"."run",
                MIN("t36"."start") AS "start",
                MAX("t36"."last_day") AS "last_day",
                BOOL_OR(CAST("t36"."is_open" AS BOOLEAN)) AS "is_open"
              FROM (
                SELECT
                  "t34"."person_id",
                  "t34"."start",
                  "t34"."last_day",
                  "t34"."is_open",
                  "t34"."begins",
                  SUM(CAST("t34"."begins" AS BIGINT)) OVER (
                    PARTITION BY "t34"."person_id"
                    ORDER BY "t34"."start" ASC, "t34"."last_day" ASC
                    RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                  ) AS "run"
                FROM (
                  SELECT
                    "t32"."person_id",
                    "t32"."start",
                    "t32"."last_day",
                    "t32"."is_open",
                    COALESCE(
                      "t32"."start" > (
                        MAX("t32"."last_day") OVER (
                          PARTITION BY "t32"."person_id"
                          ORDER BY "t32"."start" ASC, "t32"."last_day" ASC
                          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                        ) + 1
                      ),
                      TRUE
                    ) AS "begins"
                  FROM (
                    SELECT
                      "t31"."person_id",
                      "t31"."start",
                      "t31"."last_day",
                      "t31"."is_open"
                    FROM "t30" AS "t31"
                  ) AS "t32"
                ) AS "t34"
              ) AS "t36"
              GROUP BY
                1,
                2
            ) AS "t38"
          ) AS "t39"
          GROUP BY
            1
        ) AS "t43"
          ON "t11"."person_id" = "t43"."person_id"
        LEFT OUTER JOIN (
          SELECT
            "t44"."person_id",
            "t44"."days" AS "severe_days"
          FROM (
            SELECT
              "t41"."person_id",
              SUM((
                "t41"."last_day" - "t41"."start"
              ) + 1) AS "days"
            FROM (
              SELECT
                "t40".*
                EXCLUDE ("run")
              FROM (
                SELECT
                  "t37"."person_id",
                  "t37"."run",
                  MIN("t37"."start") AS "start",
                  MAX("t37"."last_day") AS "last_day",
                  BOOL_OR(CAST("t37"."is_open" AS BOOLEAN)) AS "is_open"
                FROM (
                  SELECT
                    "t35"."person_id",
                    "t35"."start",
                    "t35"."last_day",
                    "t35"."is_open",
                    "t35"."begins",
                    SUM(CAST("t35"."begins" AS BIGINT)) OVER (
                      PARTITION BY "t35"."person_id"
                      ORDER BY "t35"."start" ASC, "t35"."last_day" ASC
                      RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                    ) AS "run"
                  FROM (
                    SELECT
                      "t33"."person_id",
                      "t33"."start",
                      "t33"."last_day",
                      "t33"."is_open",
                      COALESCE(
                        "t33"."start" > (
                          MAX("t33"."last_day") OVER (
                            PARTITION BY "t33"."person_id"
                            ORDER BY "t33"."start" ASC, "t33"."last_day" ASC
                            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                          ) + 1
                        ),
                        TRUE
                      ) AS "begins"
                    FROM (
                      SELECT
                        "t31"."person_id",
                        "t31"."start",
                        "t31"."last_day",
                        "t31"."is_open"
                      FROM "t30" AS "t31"
                      WHERE
                        "t31"."post_kind" = 'icu'
                    ) AS "t33"
                  ) AS "t35"
                ) AS "t37"
                GROUP BY
                  1,
                  2
              ) AS "t40"
            ) AS "t41"
            GROUP BY
              1
          ) AS "t44"
        ) AS "t46"
          ON "t11"."person_id" = "t46"."person_id"
      ) AS "t47"
    ) AS "t48"
  ) AS "t49"
) AS "t50"
