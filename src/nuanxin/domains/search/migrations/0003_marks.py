from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("search", "0002_notes"), ("people", "0003_sealed")]
    operations = [
        migrations.RunSQL(
            "update search_entry set tail = '';"
            " insert into search_waiting (kind, key) values ('*', '')",
            migrations.RunSQL.noop,
        )
    ]
