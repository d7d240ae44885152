"""The database refuses to change records of consents, and to delete those that have to stay."""

from django.db import migrations, transaction

from marketplace.accounts.consents.record import REFUSAL


def _run(statements):
    def run(apps, schema_editor):
        with transaction.atomic(using=schema_editor.connection.alias):
            for statement in statements(schema_editor.connection.vendor):
                schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    atomic = False
    in_batches = True  # no rows at all: the table is new
    dependencies = [("accounts", "0006_consent_log")]
    operations = [migrations.RunPython(_run(REFUSAL.create), _run(REFUSAL.drop))]
