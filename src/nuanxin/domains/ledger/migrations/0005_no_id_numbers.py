from django.db import migrations

CLEAR = """
alter table ledger_fact disable trigger user;
alter table ledger_fact_past disable trigger user;
update ledger_fact set row = row - 'id_number' where "table" = 'people';
update ledger_fact_past set row = row - 'id_number' where "table" = 'people';
update ledger_set_aside set value = case when "column" = 'id_number' then left(value, 3) || '***'
    else regexp_replace(value, '([0-9]{3})[0-9]{9,}([0-9]{2}[0-9Xx])', '\\1***\\2', 'g') end
where "column" = 'id_number' or value ~ '[0-9]{15}';
set constraints all immediate;
alter table ledger_fact enable trigger user;
alter table ledger_fact_past enable trigger user;
"""
"""The ledger keeps no id numbers; those it copied before are taken out."""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0004_units")]
    operations = [migrations.RunSQL(CLEAR, migrations.RunSQL.noop)]
