-- M09-1 by hand, for all facts. The plan is that of the compiled stages: attendance to monthly
-- masks, days that are tangled to pieces of rows, both to sums of each person, payer and month, sums
-- and payments to obligations. $as_of is a date; run.month, run.rate_of_day and run.rate_of_month are
-- small tables of days that both ways read. A mask has bit n for day n of its month.

CREATE OR REPLACE TABLE mine.mask AS
WITH worked AS (
  SELECT person_id, spell_id, post_id, contact_confirmed,
    year(start) * 12 + month(start) - 1 AS month, 1::BIGINT << day(start) AS bit,
    epoch(start)::BIGINT AS starts, epoch("end")::BIGINT AS ends
  FROM facts.attendance WHERE status = 'worked' AND start < $as_of + 1
)
SELECT person_id, spell_id, post_id, month, bit_or(bit) AS days,
  bit_or(CASE WHEN ends - starts > 14400 THEN bit ELSE 0 END) AS full_days,
  bit_or(CASE WHEN contact_confirmed THEN bit ELSE 0 END) AS confirmed,
  bit_or(CASE WHEN contact_confirmed IS NULL THEN bit ELSE 0 END) AS unsettled,
  bit_xor(bit) AS odd_days, count(*) AS rows,
  bit_or(CASE WHEN ends >= starts - starts % 86400 + 86400 THEN bit ELSE 0 END) AS nights,
  bit_or(CASE WHEN starts % 86400 < 43200 THEN bit ELSE 0 END) AS mornings,
  bool_or(ends - starts > 86400 OR ends >= starts - starts % 86400 + 129600) AS is_far
FROM worked GROUP BY ALL;

-- Days that hold several rows, or a row that may touch one of the day before.
CREATE OR REPLACE TABLE mine.tangled AS
WITH months AS (
  SELECT person_id, month, bit_or(days) AS days, bit_xor(odd_days) AS odd_days, sum(rows) AS rows,
    bit_or(nights) AS nights, bit_or(mornings) AS mornings, bool_or(is_far) AS is_far
  FROM mine.mask GROUP BY ALL
), over_month AS (
  SELECT e.person_id, e.month, 1::BIGINT << length AS evening
  FROM months AS e
  JOIN (SELECT month, last_day - first_day + 1 AS length FROM run.month) USING (month)
  JOIN months AS m ON m.person_id = e.person_id AND m.month = e.month + 1
  WHERE (e.nights >> length) & 1 <> 0 AND m.mornings & 2 <> 0
), found AS (
  SELECT person_id, month,
    CASE WHEN rows = bit_count(days) + bit_count(days & ~odd_days) THEN days & ~odd_days
      ELSE days END | ((nights << 1) & mornings) | (nights & (mornings >> 1)) AS days
  FROM months
  UNION ALL SELECT person_id, month, evening FROM over_month
  UNION ALL SELECT person_id, month + 1, 2 FROM over_month
  UNION ALL SELECT person_id, month, days FROM months
  WHERE person_id IN (SELECT person_id FROM months WHERE is_far)
)
SELECT person_id, month, bit_or(days) AS days FROM found WHERE days <> 0 GROUP BY ALL;

-- The rows of tangled days, and those that name no spell or one that has not begun.
CREATE OR REPLACE TABLE mine.looked AS
WITH unborn AS (SELECT spell_id FROM facts.spells WHERE start_date > $as_of
), worked AS (
  SELECT attendance_id, person_id, post_id, contact_confirmed,
    CASE WHEN spell_id NOT IN (FROM unborn) THEN spell_id END AS spell_id,
    year(start) * 12 + month(start) - 1 AS month, 1::BIGINT << day(start) AS bit,
    epoch(start)::BIGINT AS starts, epoch("end")::BIGINT AS ends
  FROM facts.attendance WHERE status = 'worked' AND start < $as_of + 1
), picked AS (
  SELECT worked.*, coalesce(t.days & bit, 0) <> 0 AS is_tangled
  FROM worked LEFT JOIN mine.tangled AS t USING (person_id, month)
  WHERE t.days & bit <> 0 OR spell_id IS NULL
), near AS (
  SELECT attendance_id, coalesce(ends - starts <= 86400
      AND coalesce(max(ends) OVER before < starts, TRUE)
      AND coalesce(lead(starts) OVER so > ends, TRUE)
      AND coalesce(lag(starts) OVER so // 86400 <> starts // 86400, TRUE)
      AND coalesce(lead(starts) OVER so // 86400 <> starts // 86400, TRUE)
      AND coalesce(max(CASE WHEN ends - starts > 86400 THEN ends END) OVER before
        <= starts // 86400 * 86400, TRUE), FALSE) AS is_alone
  FROM picked WHERE is_tangled
  WINDOW so AS (PARTITION BY person_id ORDER BY starts),
    before AS (so ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
)
SELECT picked.* EXCLUDE (is_tangled), coalesce(is_alone, TRUE) AS is_alone
FROM picked LEFT JOIN near USING (attendance_id);

CREATE OR REPLACE MACRO mine.is_hubei(mission, place) AS mission = 'aid' AND regexp_matches(
  lower(place), '湖北|hubei|wuhan|武汉|黄石|十堰|宜昌|襄阳|鄂州|荆门|孝感|荆州|黄冈|咸宁|随州|恩施|仙桃|潜江|天门|神农架');
CREATE OR REPLACE MACRO mine.is_medical(profession) AS coalesce(profession IN
  ('doctor', 'nurse', 'medical_technician', 'pharmacist', 'public_health'), FALSE);
CREATE OR REPLACE MACRO mine.of_mask(days, full_days, rate, percent) AS
  bit_count(days & full_days) * (rate * percent // 100)
  + bit_count(days & ~full_days) * (rate * percent // 200);
CREATE OR REPLACE MACRO mine.rises(days, low, high) AS CASE WHEN high > low THEN days ELSE 0 END;
CREATE OR REPLACE MACRO mine.raised(one, two, percent, high_one, high_two, high_percent, rate1, rate2)
AS mine.rises(high_one & ~(one | two), 0, rate1 * high_percent)
  | mine.rises(high_two & ~(one | two), 0, rate2 * high_percent)
  | mine.rises(two & high_one, rate2 * percent, rate1 * high_percent)
  | mine.rises(one & high_one, rate1 * percent, rate1 * high_percent)
  | mine.rises(two & high_two, rate2 * percent, rate2 * high_percent);

-- Days whose row is alone, as masks: sure, and with the unknown turned.
CREATE OR REPLACE TABLE mine.paid_mask AS
WITH alone AS (
  SELECT m.person_id, spell_id, post_id, m.month, m.days & ~coalesce(t.days, 0) AS days,
    full_days, confirmed, unsettled
  FROM mine.mask AS m LEFT JOIN mine.tangled AS t USING (person_id, month)
  WHERE spell_id IS NOT NULL AND m.days & ~coalesce(t.days, 0) <> 0
  UNION ALL
  SELECT person_id, spell_id, post_id, month, bit, CASE WHEN ends - starts > 14400 THEN bit ELSE 0 END,
    CASE WHEN contact_confirmed THEN bit ELSE 0 END,
    CASE WHEN contact_confirmed IS NULL THEN bit ELSE 0 END
  FROM mine.looked WHERE is_alone AND spell_id IS NOT NULL
), signs AS (
  SELECT a.person_id, s.arranged_by AS payer, a.month, full_days, confirmed,
    confirmed | unsettled AS turned, a.days & r.part AS days,
    CASE WHEN NOT p.is_leader THEN -1 ELSE 0 END AS led,
    CASE WHEN q.contact IN ('confirmed', 'suspected') THEN -1 ELSE 0 END AS near,
    CASE WHEN q.risk IN ('high', 'higher') OR mine.is_medical(p.profession) THEN -1 ELSE 0 END
      AS exposed,
    mine.is_hubei(s.mission, s.aid_place) AS in_hubei, tier1_fen, tier2_fen, hubei_percent
  FROM alone AS a JOIN facts.spells AS s USING (spell_id) JOIN facts.posts AS q ON q.post_id = a.post_id
  JOIN facts.people AS p ON p.person_id = a.person_id
  JOIN run.rate_of_month AS r ON r.month = a.month
  WHERE s.start_date <= $as_of AND (tier1_fen > 0 OR tier2_fen > 0)
)
SELECT person_id, payer, month, full_days, tier1_fen, tier2_fen,
  CASE WHEN coalesce(in_hubei, FALSE) THEN hubei_percent ELSE 100 END AS percent,
  CASE WHEN coalesce(in_hubei, TRUE) THEN hubei_percent ELSE 100 END AS high_percent,
  days & (led | confirmed) & near & confirmed AS one,
  days & (led | confirmed) & exposed & ~(near & confirmed) AS two,
  days & (led | turned) & near & turned AS high_one,
  days & (led | turned) & exposed & ~(near & turned) AS high_two
FROM signs WHERE high_one | high_two <> 0;

-- All other days: rows cut after each 24 h, with the spell they name or the one that covers the day.
CREATE OR REPLACE TABLE mine.piece AS
WITH cut AS (
  SELECT attendance_id, person_id, post_id, spell_id, contact_confirmed, is_alone,
    starts + k * 86400 AS starts, least(ends, starts + (k + 1) * 86400) AS ends,
    starts // 86400 + k AS day
  FROM (SELECT *, unnest(range(0, (ends - starts + 86399) // 86400)) AS k FROM mine.looked
    WHERE NOT is_alone OR spell_id IS NULL)
  WHERE starts // 86400 + k <= date_diff('day', DATE '1970-01-01', $as_of)
), covering AS (
  SELECT s.spell_id, s.person_id, s.post_id, s.start_date, coalesce(least(
      CASE WHEN s.end_date <= $as_of THEN s.end_date END,
      min(r.date) FILTER (r.date >= s.start_date)), $as_of) AS last_day
  FROM facts.spells AS s LEFT JOIN facts.declarations AS r
    ON r.person_id = s.person_id AND r.kind = 'release' AND r.date <= $as_of
  WHERE s.start_date <= $as_of
    AND s.person_id IN (SELECT person_id FROM cut WHERE cut.spell_id IS NULL)
  GROUP BY s.spell_id, s.person_id, s.post_id, s.start_date, s.end_date
), looked_up AS (
  SELECT c.attendance_id, c.day, s.spell_id AS found
  FROM cut AS c JOIN covering AS s ON s.person_id = c.person_id
    AND s.start_date <= DATE '1970-01-01' + c.day::INT AND s.last_day >= DATE '1970-01-01' + c.day::INT
  WHERE c.spell_id IS NULL
  QUALIFY row_number() OVER (PARTITION BY c.attendance_id, c.day
    ORDER BY s.post_id = c.post_id DESC, s.start_date DESC, s.spell_id) = 1
), signs AS (
  SELECT c.*, s.arranged_by, s.spell_id IS NULL AS is_loose, p.is_leader,
    q.contact IN ('confirmed', 'suspected') AS near,
    q.risk IN ('high', 'higher') OR mine.is_medical(p.profession) AS exposed,
    coalesce(contact_confirmed, FALSE) AS confirmed, coalesce(contact_confirmed, TRUE) AS turned,
    CASE WHEN coalesce(mine.is_hubei(s.mission, s.aid_place), FALSE) THEN hubei_percent ELSE 100 END
      AS percent,
    CASE WHEN coalesce(mine.is_hubei(s.mission, s.aid_place), s.spell_id IS NOT NULL)
      THEN hubei_percent ELSE 100 END AS high_percent,
    r.month AS of_month, tier1_fen, tier2_fen
  FROM cut AS c LEFT JOIN looked_up USING (attendance_id, day)
  LEFT JOIN facts.spells AS s ON s.spell_id = coalesce(c.spell_id, found)
  JOIN facts.posts AS q ON q.post_id = c.post_id JOIN facts.people AS p ON p.person_id = c.person_id
  JOIN run.rate_of_day AS r ON r.day = c.day
)
SELECT *, CASE WHEN confirmed AND near THEN 1 WHEN exposed THEN 2 END AS tier,
  CASE WHEN turned AND near THEN 1 WHEN exposed THEN 2 END AS high_tier
FROM signs;

CREATE OR REPLACE MACRO mine.of_day(pay, seconds, is_led, tier1_fen, tier2_fen) AS
  CASE WHEN seconds > 0 AND is_led THEN
    CASE pay.tier WHEN 1 THEN tier1_fen ELSE tier2_fen END * -pay.percent
    // CASE WHEN seconds > 14400 THEN 100 ELSE 200 END ELSE 0 END;

CREATE OR REPLACE TABLE mine.paid_day AS
WITH covered AS (
  SELECT *,
    CASE WHEN is_alone THEN 0 ELSE max(CASE WHEN tier IS NOT NULL AND NOT is_alone THEN ends END)
      OVER (so ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) END AS sure_until,
    CASE WHEN is_alone THEN 0 ELSE max(CASE WHEN high_tier IS NOT NULL AND NOT is_alone THEN ends END)
      OVER (today ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) END AS today_until
  FROM mine.piece
  WINDOW so AS (PARTITION BY person_id, is_alone ORDER BY starts, ends, attendance_id),
    today AS (PARTITION BY person_id, day, is_alone ORDER BY starts, ends, attendance_id)
), days AS (
  SELECT person_id, day, of_month AS month, tier1_fen, tier2_fen,
    sum(greatest(0, ends - greatest(starts, coalesce(sure_until, 0)))) FILTER (tier IS NOT NULL)
      AS seconds,
    sum(greatest(0, ends - greatest(starts, coalesce(sure_until, 0), coalesce(today_until, 0))))
      FILTER (high_tier IS NOT NULL) AS high_seconds,
    coalesce(NOT is_leader, FALSE) OR bool_or(confirmed) AS is_led,
    coalesce(NOT is_leader, FALSE) OR bool_or(turned) AS is_led_high,
    min({tier: tier, percent: -percent, is_loose: is_loose, payer: arranged_by})
      FILTER (tier IS NOT NULL) AS sure,
    min({tier: tier, percent: -high_percent, is_loose: is_loose, payer: arranged_by})
      FILTER (tier IS NOT NULL) AS by_place,
    min({tier: high_tier, percent: -percent, is_loose: is_loose, payer: arranged_by})
      FILTER (high_tier IS NOT NULL) AS by_contact,
    min({tier: high_tier, percent: -high_percent, is_loose: is_loose, payer: arranged_by})
      FILTER (high_tier IS NOT NULL) AS high
  FROM covered GROUP BY person_id, day, of_month, tier1_fen, tier2_fen, is_leader
)
SELECT person_id, month, sure, high, seconds <= 14400 AS is_half,
  mine.of_day(sure, seconds, is_led, tier1_fen, tier2_fen) AS fen,
  mine.of_day(by_place, seconds, is_led, tier1_fen, tier2_fen) AS place_fen,
  mine.of_day(by_contact, high_seconds, is_led_high, tier1_fen, tier2_fen) AS contact_fen,
  mine.of_day(high, high_seconds, is_led_high, tier1_fen, tier2_fen) AS high_fen
FROM days;

CREATE OR REPLACE TABLE mine.subsidy AS
WITH paid AS (
  SELECT person_id, payer, month, mine.of_mask(one, full_days, tier1_fen, percent)
      + mine.of_mask(two, full_days, tier2_fen, percent) AS fen,
    bit_count(one) AS tier1_days, bit_count(two) AS tier2_days,
    bit_count((one | two) & ~full_days) AS half_days,
    CASE WHEN percent > 100 THEN bit_count(one | two) ELSE 0 END AS doubled_days
  FROM mine.paid_mask
  UNION ALL
  SELECT person_id, sure.payer, month, fen, (sure.tier = 1)::INT, (sure.tier = 2)::INT, is_half::INT,
    (sure.percent < -100)::INT
  FROM mine.paid_day WHERE fen > 0
)
SELECT person_id, payer, month, sum(fen)::BIGINT AS fen, sum(tier1_days)::BIGINT AS tier1_days,
  sum(tier2_days)::BIGINT AS tier2_days, sum(half_days)::BIGINT AS half_days,
  sum(doubled_days)::BIGINT AS doubled_days
FROM paid GROUP BY ALL HAVING sum(fen) > 0;

CREATE OR REPLACE TABLE mine.settlement AS
WITH raised AS (
  SELECT *,
    mine.raised(one, two, percent, high_one, high_two, high_percent, tier1_fen, tier2_fen) AS days,
    mine.raised(one, two, percent, high_one, high_two, percent, tier1_fen, tier2_fen)
      | mine.raised(one, two, high_percent, high_one, high_two, high_percent, tier1_fen, tier2_fen)
      AS by_contact,
    mine.raised(one, two, percent, one, two, high_percent, tier1_fen, tier2_fen)
      | mine.raised(high_one, high_two, percent, high_one, high_two, high_percent, tier1_fen,
        tier2_fen) AS by_place
  FROM mine.paid_mask WHERE one <> high_one OR two <> high_two OR percent <> high_percent
), open_days AS (
  SELECT person_id, payer, month, bit_count(days) AS days, by_contact & days <> 0 AS by_contact,
    by_place & days <> 0 AS by_place
  FROM raised WHERE days <> 0
  UNION ALL
  SELECT person_id, high.payer, month, 1, contact_fen > fen OR high_fen > place_fen,
    place_fen > fen OR high_fen > contact_fen
  FROM mine.paid_day WHERE high_fen > fen
)
SELECT person_id, payer, month, sum(days)::BIGINT AS days, bool_or(by_contact) AS by_contact,
  bool_or(by_place) AS by_place
FROM open_days GROUP BY ALL;

CREATE OR REPLACE TABLE mine.obligations AS
WITH payments AS (
  SELECT subject_id AS person_id, counterpart_id AS payer, period_start AS first_day,
    coalesce(quantity, 0)::BIGINT AS fen
  FROM facts.deliveries WHERE provision = 'M09-1' AND on_date <= $as_of
), named AS (
  SELECT person_id, payer, first_day, sum(fen) AS fen FROM payments
  WHERE first_day IS NOT NULL GROUP BY ALL
), loose AS (
  SELECT person_id, payer, sum(fen) AS fen FROM payments WHERE first_day IS NULL GROUP BY ALL
), due AS (
  SELECT m.month, DATE '1970-01-01' + m.first_day::INT AS first_day,
    DATE '1970-01-01' + m.last_day::INT AS last_day, DATE '1970-01-01' + c.day::INT AS due_on
  FROM run.month AS m LEFT JOIN run.calendar AS c
    ON c.is_workday AND c.workday_count = m.workday_count + 10
), settled AS (
  SELECT s.*, d.first_day, d.last_day, d.due_on, least(coalesce(n.fen, 0), s.fen) AS by_name,
    coalesce(l.fen, 0) AS by_age
  FROM mine.subsidy AS s JOIN due AS d USING (month)
  LEFT JOIN named AS n ON n.person_id = s.person_id AND n.payer = s.payer
    AND n.first_day = d.first_day
  LEFT JOIN loose AS l ON l.person_id = s.person_id AND l.payer = s.payer
), paid AS (
  SELECT *, by_name + least(greatest(by_age - coalesce(sum(fen - by_name) OVER (
    PARTITION BY person_id, payer ORDER BY month ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
  ), 0), 0), fen - by_name) AS paid
  FROM settled
), rows AS (
  SELECT person_id, payer, first_day, last_day, fen AS quantity, 'fen' AS unit, paid AS met, due_on,
    CASE WHEN payer IS NULL THEN 'unknown' WHEN paid >= fen THEN 'met'
      WHEN $as_of > due_on THEN 'overdue' ELSE 'owed' END AS state,
    CASE WHEN payer IS NULL THEN 'spell' END AS missing
  FROM paid
  UNION ALL
  SELECT person_id, payer, first_day, last_day, days, 'days', NULL, NULL, 'unknown',
    concat_ws(';', CASE WHEN by_place THEN 'aid_place' END,
      CASE WHEN by_contact OR NOT by_place THEN 'contact_confirmed' END)
  FROM mine.settlement JOIN due USING (month)
)
SELECT concat_ws('|', 'M09-1', 'person', person_id, first_day::VARCHAR, coalesce(payer, ''), unit)
    AS obligation_id,
  'M09-1' AS provision, 9::BIGINT AS measure, 'MUST' AS modality, 'person' AS subject_kind,
  person_id AS subject_id, first_day AS period_start, last_day AS period_end,
  quantity::DECIMAL(18, 4) AS quantity, unit AS quantity_unit, met::DECIMAL(18, 4) AS quantity_met,
  due_on, payer AS owner_unit_id, state, missing, $as_of AS as_of
FROM rows;
