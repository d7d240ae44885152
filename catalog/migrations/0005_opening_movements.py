"""What lies in warehouses already gets the movement it begins with, so that movements add up from the first day."""

from django.db import migrations
from django.utils import timezone

BATCH = 1000


def open_movements(apps, schema_editor):
    Stock = apps.get_model("catalog", "Stock")
    StockMovement = apps.get_model("catalog", "StockMovement")
    now = timezone.now()
    lying = Stock.objects.filter(quantity__gt=0, movements__isnull=True).order_by("pk")
    rows = (
        StockMovement(
            stock_id=pk, kind="OPENING", quantity=quantity, quantity_before=0, quantity_after=quantity, at=now
        )
        for pk, quantity in lying.values_list("pk", "quantity").iterator(BATCH)
    )
    StockMovement.objects.bulk_create(list(rows), BATCH)


class Migration(migrations.Migration):
    dependencies = [("catalog", "0004_money_kernel")]
    operations = [migrations.RunPython(open_movements, migrations.RunPython.noop)]
