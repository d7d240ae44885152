"""Some ten messages for every order: in parts by month on PostgreSQL.

A table in parts has the moment in its primary key, so the database can't hold deliveries to the message's id any more.
Messages are only ever removed through the model, which removes their deliveries first.
"""

from django.db import migrations, models

from marketplace.partitions.operation import PartitionByMonth


class Migration(migrations.Migration):
    atomic = False
    alters_no_column = True  # only the constraint goes, under a lock of a moment
    dependencies = [("events", "0002_cause_of_an_event")]
    operations = [
        migrations.AlterField(
            model_name="delivery",
            name="message",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=models.deletion.CASCADE,
                related_name="deliveries",
                to="events.outboxmessage",
            ),
        ),
        PartitionByMonth("events_outboxmessage", "created_at"),
    ]
