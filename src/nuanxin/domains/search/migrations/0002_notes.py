from django.db import migrations

from nuanxin.domains.search import sql


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial"), ("people", "0002_guards")]
    operations = [
        migrations.RunSQL(sql.NOTES, sql.DROP),
        migrations.RunSQL(*sql.note("live_people", "person", "person_id")),
        migrations.RunSQL(*sql.note("live_units", "unit", "unit_id")),
        migrations.RunSQL(
            "insert into search_waiting (kind, key) values ('*', '')", migrations.RunSQL.noop
        ),
    ]
