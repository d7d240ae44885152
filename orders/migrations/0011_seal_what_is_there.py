"""Bank accounts, payouts and the files for banks were kept readable until now: seal what is there."""

from django.db import migrations

SEALED = {
    "SellerBankAccount": ("holder", "account_number"),
    "Payout": ("holder", "account_number"),
    "PayoutFile": ("content",),
}
DERIVED = {"SellerBankAccount": ("account_tail", "account_fingerprint"), "Payout": ("account_tail",)}


def seal(apps, schema_editor):
    """What the columns hold is plain text still, which a column takes for sealed: it is written to it again."""
    for name, columns in SEALED.items():
        for row in apps.get_model("orders", name).objects.order_by("pk").iterator():
            for column in columns:
                setattr(row, column, getattr(row, column).sealed)
            row.save(update_fields=[*columns, *DERIVED.get(name, ())])


def unseal(apps, schema_editor):
    for name, columns in SEALED.items():
        model = apps.get_model("orders", name)
        for row in model.objects.order_by("pk").iterator():
            plain = [getattr(row, column).open() for column in columns]
            assigned = ", ".join(f"{schema_editor.connection.ops.quote_name(column)} = %s" for column in columns)
            key = model._meta.pk.get_db_prep_value(row.pk, schema_editor.connection)
            table = schema_editor.connection.ops.quote_name(model._meta.db_table)
            with schema_editor.connection.cursor() as cursor:
                cursor.execute(f"UPDATE {table} SET {assigned} WHERE id = %s", [*plain, key])


class Migration(migrations.Migration):
    dependencies = [("orders", "0010_sealed_bank_accounts")]
    operations = [migrations.RunPython(seal, unseal)]
