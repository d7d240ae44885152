"""Every call of a receiver leaves a row: in parts by month on PostgreSQL."""

from django.db import migrations

from marketplace.partitions.operation import PartitionByMonth


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("marketplace", "0004_job_ticks")]
    operations = [PartitionByMonth("marketplace_webhookattempt", "at")]
