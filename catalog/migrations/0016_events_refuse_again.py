"""The database refuses to change or delete events, again: SQLite made their table anew and lost its triggers."""

from django.db import migrations

from catalog.traceability.epcis.event import REFUSAL


def again(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    if vendor == "sqlite":
        for statement in [*REFUSAL.drop(vendor), *REFUSAL.create(vendor)]:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("catalog", "0015_lots_keep_names")]
    operations = [migrations.RunPython(again, migrations.RunPython.noop)]
