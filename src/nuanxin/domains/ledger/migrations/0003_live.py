"""Deliveries and waivers have one place, the live city; whom a change names is noted."""

from django.db import migrations, models

from nuanxin.domains.ledger.following import triggers

MOVE = """
do $$
declare made bigint;
begin
    if exists (select from ledger_delivery) or exists (select from ledger_waiver) then
        insert into changes_change (who, why, source, at)
        values ('system', 'recorded in the ledger', '', now()) returning id into made;
        perform set_config('nuanxin.change', made::text, true);
        insert into live_deliveries (delivery_id, provision, subject_id, on_date, quantity,
            counterpart_id, period_start, change_id)
        select delivery_id, provision, subject_id, on_date, quantity, counterpart_id,
            period_start, made from ledger_delivery on conflict do nothing;
        insert into live_waivers (waiver_id, person_id, provision, on_date, reason, change_id)
        select waiver_id, person_id, provision, on_date, reason, made from ledger_waiver
        on conflict do nothing;
    end if;
end $$
"""


class Migration(migrations.Migration):
    dependencies = [
        ("changes", "0001_initial"),
        ("duty", "0005_waiver_of_whom"),
        ("ledger", "0002_memory"),
        ("people", "0002_guards"),
    ]
    operations = [
        migrations.RunSQL(MOVE),
        migrations.DeleteModel("Delivery"),
        migrations.DeleteModel("Waiver"),
        migrations.CreateModel(
            name="Touched",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("change_id", models.BigIntegerField(db_index=True)),
                ("person_id", models.TextField(null=True)),
            ],
            options={"db_table": "ledger_touched"},
        ),
        migrations.RunSQL(triggers()),
    ]
