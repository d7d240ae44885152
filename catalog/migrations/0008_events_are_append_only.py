"""The database refuses to change or delete events."""

from django.db import migrations

from catalog.traceability.epcis.event import REFUSAL


def _run(statements):
    def run(apps, schema_editor):
        for statement in statements(schema_editor.connection.vendor):
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("catalog", "0007_goods_travel")]
    operations = [migrations.RunPython(_run(REFUSAL.create), _run(REFUSAL.drop))]
