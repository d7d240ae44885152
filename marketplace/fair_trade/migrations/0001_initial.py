import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from marketplace.tables_at_once import TablesAtOnce

class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('expo', '0002_fairs_and_their_business'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesAtOnce([
        migrations.CreateModel(
            name='LeadInvitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('message', models.TextField(blank=True, max_length=1000)),
                ('sent_at', models.DateTimeField()),
                ('accepted_at', models.DateTimeField(null=True)),
                ('accepted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('lead', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='expo.lead')),
            ],
            options={
                'ordering': ['-sent_at', '-id'],
                'indexes': [models.Index(fields=['lead', '-sent_at'], name='invitations_of_a_lead')],
            },
        ),
        migrations.CreateModel(
            name='LeadOutcome',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('QUOTE', 'Quote'), ('ORDER', 'Order')], max_length=5)),
                ('reference', models.UUIDField()),
                ('number', models.CharField(max_length=30)),
                ('amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('currency', models.CharField(max_length=3)),
                ('at', models.DateTimeField()),
                ('canceled_at', models.DateTimeField(null=True)),
                ('exhibitor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='expo.exhibitor')),
                ('lead', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='expo.lead')),
            ],
            options={
                'ordering': ['-at', '-id'],
                'constraints': [models.UniqueConstraint(fields=('kind', 'reference'), name='one_outcome_per_deal')],
            },
        ),
        ]),
    ]
