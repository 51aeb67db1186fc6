from django.db import migrations

from nuanxin.domains.duty.facts import views


class Migration(migrations.Migration):
    dependencies = [("duty", "0002_guards")]
    operations = [migrations.RunSQL(views(), "drop schema facts cascade")]
