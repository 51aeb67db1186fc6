from django.db import migrations

from nuanxin.domains.couples import sql


class Migration(migrations.Migration):
    dependencies = [
        ("couples", "0001_initial"),
        ("duty", "0005_waiver_of_whom"),
        ("people", "0002_guards"),
    ]
    operations = [migrations.RunSQL(sql.SERVES, sql.DROP_SERVES)]
