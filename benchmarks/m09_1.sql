-- M09-1 by hand, for facts in which every worked row is alone on its day and names a spell.
-- The plan is that of the compiled stages: attendance to monthly tiles of day masks, tiles to sums
-- of each person, payer and month, sums and payments to obligations. $as_of is a date; run.month,
-- run.rate_of_month and run.calendar are small tables of days that both ways read.

CREATE OR REPLACE TABLE mine.tile AS
WITH worked AS (
  SELECT person_id, spell_id, post_id,
    year(start) * 12 + month(start) - 1 AS month,
    1::BIGINT << day(start) AS bit,
    epoch_us("end") - epoch_us(start) > 14400000000 AS is_full,
    contact_confirmed
  FROM facts.attendance
  WHERE status = 'worked' AND start < $as_of + 1
), masks AS (
  SELECT person_id, spell_id, post_id, month,
    bit_or(bit) AS days,
    bit_or(CASE WHEN is_full THEN bit ELSE 0 END) AS full_days,
    bit_or(CASE WHEN contact_confirmed THEN bit ELSE 0 END) AS confirmed
  FROM worked GROUP BY ALL
)
SELECT masks.*,
  CASE WHEN contact IN ('confirmed', 'suspected') THEN days ELSE 0 END AS at_contact,
  CASE WHEN risk IN ('high', 'higher') THEN days ELSE 0 END AS at_risk
FROM masks JOIN facts.posts USING (post_id);

CREATE OR REPLACE TABLE mine.subsidy AS
WITH tiers AS (
  SELECT t.person_id, s.arranged_by AS payer, t.month, t.full_days, r.tier1_fen, r.tier2_fen,
    CASE WHEN s.mission = 'aid' AND s.aid_place IN (SELECT place FROM mine.hubei)
      THEN r.hubei_percent ELSE 100 END AS percent,
    t.days & r.part & CASE WHEN NOT p.is_leader THEN -1 ELSE t.confirmed END AS led,
    t.confirmed & t.at_contact AS first,
    (t.at_risk | CASE WHEN p.profession IN (SELECT profession FROM mine.medical)
      THEN -1 ELSE 0 END) AS exposed
  FROM mine.tile AS t
  JOIN facts.spells AS s USING (spell_id)
  JOIN facts.people AS p ON p.person_id = t.person_id
  JOIN run.rate_of_month AS r ON r.month = t.month
  WHERE s.start_date <= $as_of AND (r.tier1_fen > 0 OR r.tier2_fen > 0)
), paid AS (
  SELECT *, first & led AS tier1, (exposed & led) & ~first AS tier2 FROM tiers
)
SELECT person_id, payer, month,
  sum(bit_count(tier1 & full_days) * (tier1_fen * percent // 100)
    + bit_count(tier1 & ~full_days) * (tier1_fen * percent // 200)
    + bit_count(tier2 & full_days) * (tier2_fen * percent // 100)
    + bit_count(tier2 & ~full_days) * (tier2_fen * percent // 200))::BIGINT AS fen,
  sum(bit_count(tier1))::BIGINT AS tier1_days,
  sum(bit_count(tier2))::BIGINT AS tier2_days,
  sum(bit_count((tier1 | tier2) & ~full_days))::BIGINT AS half_days
FROM paid WHERE (tier1 | tier2) <> 0
GROUP BY ALL HAVING fen > 0;

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
)
SELECT concat_ws('|', 'M09-1', 'person', person_id, first_day::VARCHAR, coalesce(payer, ''), 'fen')
    AS obligation_id,
  'M09-1' AS provision, 9::BIGINT AS measure, 'MUST' AS modality, 'person' AS subject_kind,
  person_id AS subject_id, first_day AS period_start, last_day AS period_end,
  fen::DECIMAL(18, 4) AS quantity, 'fen' AS quantity_unit, paid::DECIMAL(18, 4) AS quantity_met,
  due_on, payer AS owner_unit_id,
  CASE WHEN payer IS NULL THEN 'unknown' WHEN paid >= fen THEN 'met'
    WHEN $as_of > due_on THEN 'overdue' ELSE 'owed' END AS state,
  CASE WHEN payer IS NULL THEN 'spell' END AS missing, $as_of AS as_of
FROM paid;
