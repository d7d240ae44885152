"""The database refuses to change entries, and to delete those that have to stay."""

from django.db import migrations

from marketplace.audit.entry import REFUSAL


def _run(statements):
    def run(apps, schema_editor):
        for statement in statements(schema_editor.connection.vendor):
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(_run(REFUSAL.create), _run(REFUSAL.drop))]
