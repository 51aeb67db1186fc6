"""The answer, computed in the database: a boolean leaves it and nothing else does.

It runs with its owner's rights, because the spouse's unit is often one that the asker may not see.
"""

from __future__ import annotations

from nuanxin.policy.contract import MEDICAL_PROFESSIONS

_MEDICAL = ", ".join(f"'{word}'" for word in MEDICAL_PROFESSIONS)

SERVES = f"""
create function couples_spouse_serves(whose text, on_day date) returns boolean
language sql stable security definer set search_path from current as $$
    select exists (
        select 1 from live_relations as r
        join live_people as p
          on p.person_id = case when r.person_id = whose then r.relative_id else r.person_id end
        join live_spells as s on s.person_id = p.person_id
        where r.kind = 'spouse' and whose in (r.person_id, r.relative_id)
          and r.person_id <> r.relative_id and p.profession in ({_MEDICAL})
          and s.start_date <= on_day and coalesce(s.end_date, 'infinity') >= on_day
          and not exists (
              select 1 from live_declarations as d
              where d.kind = 'release' and d.person_id = s.person_id
                and d.date >= s.start_date and d.date < on_day))
$$;
"""
"""A spell day of a medical spouse (definitions M11-1, S3: a release ends the spell that day)."""
DROP_SERVES = "drop function couples_spouse_serves(text, date)"
