from django.db import migrations

from nuanxin.domains.seals import fields, old


class Migration(migrations.Migration):
    dependencies = [("intake", "0001_initial")]
    operations = [
        migrations.AddField("upload", "file_key", fields.SealedText(kind="file", null=True)),
        migrations.AlterField("line", "remarks", fields.SealedInside()),
        migrations.RunPython(old.seal_remarks, migrations.RunPython.noop),
    ]
