"""What happened to orders grows by each of them: in parts by month on PostgreSQL."""

from django.db import migrations

from marketplace.partitions.operation import PartitionByMonth


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("orders", "0016_first_steps")]
    operations = [PartitionByMonth("orders_orderevent", "at")]
