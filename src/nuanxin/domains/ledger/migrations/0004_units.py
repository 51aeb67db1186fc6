"""Units know the unit above them, and are counted by what they owe."""

from django.db import migrations, models

COUNT = """
    insert into ledger_unit_tally (run_id, unit_id, state, rows)
    select run_id, coalesce(owner_unit_id, ''), state, count(*)
    from ledger_obligation group by 1, 2, 3"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0003_live")]

    operations = [
        migrations.AddField("unit", "parent_id", models.TextField(null=True)),
        migrations.CreateModel(
            name="UnitTally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("unit_id", models.TextField()),
                ("state", models.TextField()),
                ("rows", models.IntegerField()),
                (
                    "run",
                    models.ForeignKey(
                        "ledger.run", models.CASCADE, db_index=False, related_name="+"
                    ),
                ),
            ],
            options={
                "db_table": "ledger_unit_tally",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("run", "unit_id", "state"), name="unit_tally_identity"
                    )
                ],
            },
        ),
        migrations.RunSQL(COUNT, migrations.RunSQL.noop),
    ]
