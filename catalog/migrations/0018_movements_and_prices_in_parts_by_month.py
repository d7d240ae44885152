"""Movements of stock and what prices were grow for ever: in parts by month on PostgreSQL."""

from django.db import migrations

from marketplace.partitions.operation import PartitionByMonth


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("catalog", "0017_bulk_changes")]
    operations = [
        PartitionByMonth("catalog_stockmovement", "at"),
        PartitionByMonth("catalog_pricerecord", "recorded_at"),
    ]
