"""The database refuses to change or delete what was posted."""

from django.db import migrations

from orders.payouts.ledger.triggers import create, drop


def _run(statements):
    def run(apps, schema_editor):
        for statement in statements(schema_editor.connection.vendor):
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):

    dependencies = [
        ("orders", "0004_payments_have_instalments"),
    ]

    operations = [
        migrations.RunPython(_run(create), _run(drop)),
    ]
