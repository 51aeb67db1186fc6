from django.db import migrations

from nuanxin.domains.changes.sql import keep_old
from nuanxin.domains.people.sql import NO_LIKE

TABLES = (
    *("posts", "spells", "attendance", "absences", "declarations", "insurance", "harms"),
    *("findings", "deliveries", "stock_issues", "data_requests", "held_fields", "fund_entries"),
    *("waivers", "calendar"),
)
# A shift's spell is the person's own (definitions R4).
OWN_SPELL = """
alter table live_attendance add constraint attendance_own_spell
    foreign key (spell_id, person_id) references live_spells (spell_id, person_id)
    deferrable initially deferred"""


class Migration(migrations.Migration):
    dependencies = [("duty", "0001_initial"), ("people", "0002_guards")]
    operations = [
        *(migrations.RunSQL(*keep_old(table)) for table in TABLES),
        migrations.RunSQL(
            OWN_SPELL, "alter table live_attendance drop constraint attendance_own_spell"
        ),
        migrations.RunSQL(NO_LIKE, migrations.RunSQL.noop),
    ]
