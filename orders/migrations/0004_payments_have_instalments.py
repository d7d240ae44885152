"""After every payment has its instalment, none may be without."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('orders', '0003_open_the_books'),
    ]

    operations = [
        migrations.AlterField(
            model_name='payment',
            name='instalment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='payments', to='orders.instalment'),
        ),
        migrations.AddConstraint(
            model_name='payment',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['PENDING', 'AUTHORIZED', 'PARTLY_CHARGED'])), fields=('instalment',), name='one_live_payment_per_instalment'),
        ),
        migrations.AddConstraint(
            model_name='payment',
            constraint=models.CheckConstraint(condition=models.Q(('refunded_amount__gte', 0), ('refunded_amount__lte', models.F('charged_amount'))), name='refund_within_the_charge'),
        ),
    ]
