"""The tables as they are, made at once where there are none yet; older databases go the way they began."""

import django.db.models.deletion
from django.db import migrations, models

from marketplace.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):

    replaces = [
        ('i18n', '0001_initial'),
        ('i18n', '0002_catalogue_languages_search'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        TablesAtOnce([
        migrations.CreateModel(
            name='ExchangeRate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('base', models.CharField(max_length=3)),
                ('quote', models.CharField(max_length=3)),
                ('rate', models.DecimalField(decimal_places=10, max_digits=20)),
                ('on', models.DateField()),
                ('source', models.CharField(max_length=40)),
                ('fetched_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('base', 'quote', 'on', 'source'), name='one_rate_per_day_and_source'), models.CheckConstraint(condition=models.Q(('rate__gt', 0)), name='rate_above_zero')],
            },
        ),
        migrations.CreateModel(
            name='GlossaryTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('owner_id', models.PositiveBigIntegerField()),
                ('source_language', models.CharField(max_length=10)),
                ('term', models.CharField(max_length=120)),
                ('term_key', models.CharField(editable=False, max_length=240)),
                ('rule', models.CharField(choices=[('KEEP', 'Keep'), ('USE', 'Use')], max_length=4)),
                ('language', models.CharField(blank=True, max_length=10)),
                ('target', models.CharField(blank=True, max_length=120)),
                ('match_case', models.BooleanField(default=False)),
                ('note', models.CharField(blank=True, max_length=500)),
                ('updated_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'ordering': ['term_key', 'language', 'id'],
                'constraints': [models.UniqueConstraint(fields=('owner_id', 'source_language', 'language', 'term_key'), name='glossary_term_once')],
            },
        ),
        migrations.CreateModel(
            name='MachineTranslationRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('owner_id', models.PositiveBigIntegerField()),
                ('language', models.CharField(max_length=10)),
                ('status', models.CharField(choices=[('QUEUED', 'Queued'), ('RUNNING', 'Running'), ('DONE', 'Done'), ('FAILED', 'Failed')], default='QUEUED', max_length=7)),
                ('engine', models.CharField(blank=True, max_length=60)),
                ('requested_by', models.CharField(max_length=120)),
                ('units', models.PositiveIntegerField(default=0)),
                ('done', models.PositiveIntegerField(default=0)),
                ('skipped', models.PositiveIntegerField(default=0)),
                ('failed', models.PositiveIntegerField(default=0)),
                ('characters', models.PositiveIntegerField(default=0)),
                ('problem', models.CharField(blank=True, max_length=30)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['owner_id', 'created_at'], name='mt_request_by_owner')],
            },
        ),
        migrations.CreateModel(
            name='MachineTranslationUsage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('owner_id', models.PositiveBigIntegerField()),
                ('characters', models.PositiveBigIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('day', 'owner_id'), name='mt_usage_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='MemorySegment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('owner_id', models.PositiveBigIntegerField()),
                ('source_language', models.CharField(max_length=10)),
                ('language', models.CharField(max_length=10)),
                ('source_hash', models.CharField(max_length=32)),
                ('source_text', models.TextField()),
                ('target_text', models.TextField()),
                ('updated_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('owner_id', 'source_language', 'language', 'source_hash'), name='memory_sentence_once')],
            },
        ),
        migrations.CreateModel(
            name='Slug',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=60)),
                ('object_id', models.PositiveBigIntegerField()),
                ('language', models.CharField(max_length=10)),
                ('text', models.CharField(max_length=160)),
                ('base', models.CharField(max_length=160)),
                ('is_current', models.BooleanField(default=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'indexes': [models.Index(fields=['subject', 'object_id'], name='slugs_of_a_record')],
                'constraints': [models.UniqueConstraint(fields=('subject', 'text', 'language'), name='slug_once_per_language'), models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('subject', 'object_id', 'language'), name='one_current_slug_per_language')],
            },
        ),
        migrations.CreateModel(
            name='Translation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=60)),
                ('object_id', models.CharField(max_length=40)),
                ('field', models.CharField(max_length=40)),
                ('language', models.CharField(max_length=10)),
                ('text', models.TextField()),
                ('source', models.CharField(choices=[('HUMAN', 'Human'), ('MACHINE', 'Machine'), ('IMPORTED', 'Imported')], max_length=10)),
                ('translator', models.CharField(blank=True, max_length=120)),
                ('source_hash', models.CharField(blank=True, max_length=32)),
                ('reviewed_by', models.CharField(blank=True, max_length=120)),
                ('reviewed_at', models.DateTimeField(blank=True, null=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('subject', 'object_id', 'field', 'language'), name='one_text_per_language')],
            },
        ),
        migrations.CreateModel(
            name='TranslationImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('owner_id', models.PositiveBigIntegerField()),
                ('file_name', models.CharField(max_length=200)),
                ('file_format', models.CharField(max_length=8)),
                ('source_language', models.CharField(max_length=10)),
                ('language', models.CharField(max_length=10)),
                ('status', models.CharField(choices=[('CHECKED', 'Checked'), ('APPLIED', 'Applied')], default='CHECKED', max_length=8)),
                ('created_by', models.CharField(max_length=120)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('applied_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['owner_id', 'created_at'], name='translation_import_by_owner')],
            },
        ),
        migrations.CreateModel(
            name='MachineTranslationBatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source_language', models.CharField(max_length=10)),
                ('units', models.JSONField()),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('available_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='batches', to='i18n.machinetranslationrequest')),
            ],
            options={
                'ordering': ['id'],
                'indexes': [models.Index(condition=models.Q(('finished_at__isnull', True)), fields=['available_at'], name='mt_batch_waiting')],
            },
        ),
        migrations.CreateModel(
            name='MemoryKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.BigIntegerField()),
                ('segment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='i18n.memorysegment')),
            ],
            options={
                'indexes': [models.Index(fields=['key', 'segment'], name='memory_by_key')],
            },
        ),
        migrations.CreateModel(
            name='TranslationImportUnit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('name', models.CharField(max_length=160)),
                ('source_hash', models.CharField(blank=True, max_length=32)),
                ('target_hash', models.CharField(blank=True, max_length=32)),
                ('text', models.TextField(blank=True)),
                ('approved', models.BooleanField(default=False)),
                ('outcome', models.CharField(choices=[('NEW', 'New'), ('CHANGED', 'Changed'), ('REVIEWED', 'Reviewed'), ('UNCHANGED', 'Unchanged'), ('EMPTY', 'Empty'), ('SOURCE_CHANGED', 'Source Changed'), ('TARGET_CHANGED', 'Target Changed'), ('REFUSED', 'Refused')], max_length=16)),
                ('problems', models.JSONField(blank=True, default=list)),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='units', to='i18n.translationimport')),
            ],
            options={
                'ordering': ['position'],
                'indexes': [models.Index(fields=['batch', 'outcome', 'position'], name='import_unit_by_outcome')],
                'constraints': [models.UniqueConstraint(fields=('batch', 'position'), name='import_unit_once')],
            },
        ),
        ]),
    ]
