"""Deliveries of a provision are found without reading all of them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("duty", "0005_waiver_of_whom")]
    operations = [
        migrations.AddIndex(
            "delivery",
            models.Index(fields=["provision", "on_date"], name="delivery_provision"),
        )
    ]
