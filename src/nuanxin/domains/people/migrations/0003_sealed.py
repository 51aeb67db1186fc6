from django.db import migrations

from nuanxin.domains.seals import fields, old


class Migration(migrations.Migration):
    dependencies = [("people", "0002_guards")]
    operations = [
        migrations.AlterField("person", "id_number", fields.SealedText(kind="id", null=True)),
        migrations.RunPython(old.seal_people, migrations.RunPython.noop),
        migrations.RunSQL(
            "alter table live_people add constraint people_id_number_sealed"
            " check (id_number like 'seal:id:%')",
            "alter table live_people drop constraint people_id_number_sealed",
        ),
    ]
