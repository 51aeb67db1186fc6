"""The one way into the log: a function of the database, which numbers and chains."""

from django.db import migrations

LANES = 16
NOTE = f"""
create function reads_note(person text, mark text, page text) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
declare
    head reads_lane;
    made reads_entry;
begin
    if person = current_setting('nuanxin.person', true) then
        return;
    end if;
    insert into reads_lane (lane, number, hash) values (pg_backend_pid() % {LANES}, 0, '')
    on conflict do nothing;
    select * into head from reads_lane where lane = pg_backend_pid() % {LANES} for update;
    made.lane := head.lane;
    made.number := head.number + 1;
    made.at := clock_timestamp();
    made.account := coalesce(current_setting('nuanxin.account', true), '');
    made.actor := coalesce(current_setting('nuanxin.actor', true), '');
    made.role := coalesce(current_setting('nuanxin.role', true), '');
    made.purpose := coalesce(current_setting('nuanxin.purpose', true), '');
    made.person := mark;
    made.page := page;
    made.hash := sha256(head.hash || convert_to(concat_ws(
        chr(31), made.lane, made.number, (extract(epoch from made.at) * 1000000)::bigint,
        made.account, made.actor, made.role, made.purpose, made.person, made.page
    ), 'UTF8'));
    insert into reads_entry (lane, number, at, account, actor, role, purpose, person, page, hash)
    select made.lane, made.number, made.at, made.account, made.actor, made.role, made.purpose,
        made.person, made.page, made.hash;
    update reads_lane set number = made.number, hash = made.hash where lane = head.lane;
end $$;
create trigger append_only before update or delete on reads_entry
for each statement execute function never_changes();
"""
DROP = "drop function reads_note; drop trigger append_only on reads_entry"


class Migration(migrations.Migration):
    dependencies = [("reads", "0001_initial"), ("ledger", "0002_memory")]
    operations = [migrations.RunSQL(NOTE, DROP)]
