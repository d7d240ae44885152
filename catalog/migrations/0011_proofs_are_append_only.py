"""The database refuses to change or delete leaves, blocks and roots of days."""

from django.db import migrations

from catalog.traceability.proof.day import REFUSAL


def _run(statements):
    def run(apps, schema_editor):
        for statement in statements(schema_editor.connection.vendor):
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("catalog", "0010_recalls_and_balances")]
    operations = [migrations.RunPython(_run(REFUSAL.create), _run(REFUSAL.drop))]
