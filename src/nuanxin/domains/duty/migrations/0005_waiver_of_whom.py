"""A waiver may name a person that no table holds, as a delivery may."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("duty", "0004_calendar"), ("people", "0002_guards")]
    operations = [
        migrations.AlterField(
            model_name="waiver",
            name="person",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="waivers",
                to="people.person",
            ),
        ),
    ]
