import django.db.models.deletion
from django.db import migrations, models

from marketplace.tables_at_once import TablesAtOnce
from marketplace.indicators.snapshot import REFUSAL

def triggers(statements):
    """The database refuses to change or delete published figures."""

    def run(apps, schema_editor):
        for statement in statements(schema_editor.connection.vendor):
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('sellers', '0003_papers_and_letters'),
    ]

    operations = [
        TablesAtOnce([
        migrations.CreateModel(
            name='SellerPlacement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('placement', models.CharField(choices=[('WARD', 'Ward'), ('EXACT', 'Exact'), ('HIDDEN', 'Hidden')], max_length=6)),
                ('chosen_at', models.DateTimeField()),
                ('seller', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Snapshot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('indicator', models.CharField(max_length=40)),
                ('scope', models.CharField(blank=True, max_length=120)),
                ('first_day', models.DateField()),
                ('last_day', models.DateField()),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('method_version', models.PositiveSmallIntegerField(default=1)),
                ('taken_at', models.DateTimeField()),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('details', models.JSONField(default=dict)),
            ],
            options={
                'ordering': ['first_day', 'scope', 'version'],
                'indexes': [models.Index(fields=['indicator', 'last_day'], name='snapshots_by_day')],
                'constraints': [models.UniqueConstraint(fields=('indicator', 'scope', 'first_day', 'version'), name='one_snapshot_per_period_and_version'), models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='snapshot_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='Observation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first_key', models.CharField(blank=True, max_length=20)),
                ('second_key', models.CharField(blank=True, max_length=20)),
                ('status', models.CharField(choices=[('PUBLISHED', 'Published'), ('SUPPRESSED', 'Suppressed')], max_length=10)),
                ('value', models.DecimalField(decimal_places=4, max_digits=24, null=True)),
                ('snapshot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='observations', to='indicators.snapshot')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('snapshot', 'first_key', 'second_key'), name='one_observation_per_snapshot_and_key'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'SUPPRESSED'), ('value__isnull', True)), models.Q(('status', 'PUBLISHED'), ('value__isnull', False)), _connector='OR'), name='suppressed_observation_has_no_value')],
            },
        ),
        ]),
        migrations.RunPython(triggers(REFUSAL.create), triggers(REFUSAL.drop)),
    ]
