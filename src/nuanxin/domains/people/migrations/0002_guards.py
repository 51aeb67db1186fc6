from django.db import migrations

from nuanxin.domains.changes.sql import keep_old
from nuanxin.domains.people import sql

TABLES = ("units", "people", "relations", "children")


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [
        *(migrations.RunSQL(*keep_old(table)) for table in TABLES),
        migrations.RunSQL(sql.TREE, sql.DROP_TREE),
        migrations.RunSQL(sql.NO_LIKE, migrations.RunSQL.noop),
    ]
