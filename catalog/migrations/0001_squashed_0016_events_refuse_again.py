"""The tables as they are, made at once where there are none yet; older databases go the way they began."""

import catalog.products.bulk_import.models
import catalog.reviews.invitation
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import marketplace.sealed.field
import uuid
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models

from marketplace.tables_at_once import TablesAtOnce
from catalog.traceability.epcis.event import REFUSAL as EVENTS
from catalog.traceability.proof.day import REFUSAL as PROOFS


def triggers(statements):
    """The database refuses to change or delete events and proofs."""

    def run(apps, schema_editor):
        for statement in statements(schema_editor.connection.vendor):
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):

    replaces = [
        ('catalog', '0001_initial'),
        ('catalog', '0002_catalogue_languages_search'),
        ('catalog', '0003_catalogue_languages_search'),
        ('catalog', '0004_money_kernel'),
        ('catalog', '0005_opening_movements'),
        ('catalog', '0006_shipments_on_their_way'),
        ('catalog', '0007_goods_travel'),
        ('catalog', '0008_events_are_append_only'),
        ('catalog', '0009_trace_places_and_parties'),
        ('catalog', '0010_recalls_and_balances'),
        ('catalog', '0011_proofs_are_append_only'),
        ('catalog', '0012_tables_of_traceability'),
        ('catalog', '0013_epcis_subscriptions'),
        ('catalog', '0014_variant_by_gtin'),
        ('catalog', '0015_lots_keep_names'),
        ('catalog', '0016_events_refuse_again'),
    ]

    initial = True

    dependencies = [
        ('accounts', '0002_stock_and_webhooks'),
        ('channels', '0001_initial'),
        ('sellers', '0003_papers_and_letters'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesAtOnce([
        migrations.CreateModel(
            name='BasePrice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('currency', models.CharField(max_length=3)),
            ],
        ),
        migrations.CreateModel(
            name='Collection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=120, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('description', models.TextField(blank=True, max_length=5000)),
                ('image', models.CharField(blank=True, max_length=200)),
                ('image_alt', models.CharField(blank=True, max_length=250)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'ordering': ['name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='TraceCode',
            fields=[
                ('code', models.CharField(max_length=13, primary_key=True, serialize=False)),
                ('status', models.CharField(choices=[('ACTIVE', 'Active'), ('VOIDED', 'Voided')], default='ACTIVE', max_length=8)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('voided_at', models.DateTimeField(null=True)),
                ('void_reason', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'ordering': ['created_at', 'code'],
            },
        ),
        migrations.CreateModel(
            name='Product',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('warnings', models.TextField(blank=True, max_length=5000)),
                ('needs_no_warnings', models.BooleanField(default=False)),
                ('hs_code', models.CharField(blank=True, max_length=12)),
                ('origin_country', models.CharField(default='VN', max_length=2)),
                ('species', models.CharField(blank=True, max_length=500)),
                ('sample_available', models.BooleanField(default=False)),
                ('sample_price_amount', models.DecimalField(blank=True, decimal_places=4, max_digits=20, null=True)),
                ('sample_price_currency', models.CharField(blank=True, max_length=3)),
                ('customizable', models.BooleanField(default=False)),
                ('private_label', models.BooleanField(default=False)),
                ('is_hazardous', models.BooleanField(default=False)),
                ('un_number', models.CharField(blank=True, max_length=4)),
                ('restrictions', models.JSONField(blank=True, default=list)),
                ('slug', models.SlugField(max_length=160, unique=True)),
                ('name', models.CharField(max_length=250)),
                ('description', models.TextField(blank=True, max_length=20000)),
                ('material', models.CharField(blank=True, max_length=250)),
                ('source_language', models.CharField(default='vi', max_length=16)),
                ('approval', models.CharField(choices=[('DRAFT', 'Draft'), ('PENDING', 'Pending'), ('APPROVED', 'Approved'), ('REJECTED', 'Rejected')], default='DRAFT', max_length=10)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('archived_at', models.DateTimeField(blank=True, null=True)),
                ('rating', models.DecimalField(blank=True, decimal_places=2, max_digits=3, null=True)),
                ('review_count', models.PositiveIntegerField(default=0)),
                ('search_version', models.PositiveIntegerField(default=1)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='ProductType',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=120, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('kind', models.CharField(choices=[('NORMAL', 'Normal'), ('MADE_TO_ORDER', 'Made To Order')], default='NORMAL', max_length=13)),
            ],
            options={
                'ordering': ['name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ProofSecret',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('secret', marketplace.sealed.field.SealedTextField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='StepEvidence',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('PHOTO', 'Photo'), ('PAPER', 'Paper')], max_length=5)),
                ('file', models.CharField(max_length=200)),
                ('file_type', models.CharField(max_length=40)),
                ('sha256', models.CharField(max_length=64)),
                ('original_sha256', models.CharField(max_length=64)),
                ('taken_at', models.DateTimeField(null=True)),
                ('latitude', models.DecimalField(decimal_places=6, max_digits=9, null=True)),
                ('longitude', models.DecimalField(decimal_places=6, max_digits=9, null=True)),
                ('is_public', models.BooleanField(default=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Attribute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=120, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('description', models.CharField(blank=True, max_length=500)),
                ('input_type', models.CharField(choices=[('DROPDOWN', 'Dropdown'), ('MULTISELECT', 'Multiselect'), ('SWATCH', 'Swatch'), ('NUMERIC', 'Numeric'), ('BOOLEAN', 'Boolean'), ('PLAIN_TEXT', 'Plain Text'), ('RICH_TEXT', 'Rich Text'), ('DATE', 'Date'), ('FILE', 'File')], default='DROPDOWN', max_length=12)),
                ('unit', models.CharField(blank=True, choices=[('MM', 'length-millimeter'), ('CM', 'length-centimeter'), ('M', 'length-meter'), ('KM', 'length-kilometer'), ('SQ_CM', 'area-square-centimeter'), ('SQ_M', 'area-square-meter'), ('CUBIC_CENTIMETER', 'volume-cubic-centimeter'), ('CUBIC_METER', 'volume-cubic-meter'), ('ML', 'volume-milliliter'), ('LITER', 'volume-liter'), ('G', 'mass-gram'), ('KG', 'mass-kilogram'), ('TONNE', 'mass-tonne'), ('HOUR', 'duration-hour'), ('DAY', 'duration-day'), ('MONTH', 'duration-month'), ('YEAR', 'duration-year'), ('CELSIUS', 'temperature-celsius'), ('VOLT', 'electric-volt'), ('AMPERE', 'electric-ampere'), ('WATT', 'power-watt'), ('PERCENT', 'concentr-percent')], max_length=20)),
                ('lowest', models.DecimalField(blank=True, decimal_places=4, max_digits=15, null=True)),
                ('highest', models.DecimalField(blank=True, decimal_places=4, max_digits=15, null=True)),
                ('is_filterable', models.BooleanField(default=True)),
                ('is_variant', models.BooleanField(default=False)),
                ('value_required', models.BooleanField(default=False)),
                ('external_reference', models.CharField(blank=True, max_length=120, null=True, unique=True)),
                ('sort_order', models.IntegerField(default=0)),
            ],
            options={
                'ordering': ['sort_order', 'name', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('unit', ''), ('input_type', 'NUMERIC'), _connector='OR'), name='unit_of_numbers_only')],
            },
        ),
        migrations.CreateModel(
            name='AttributeValue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=120)),
                ('name', models.CharField(max_length=200)),
                ('swatch_color', models.CharField(blank=True, max_length=7)),
                ('swatch_image', models.CharField(blank=True, max_length=200)),
                ('external_reference', models.CharField(blank=True, max_length=160, null=True)),
                ('sort_order', models.IntegerField(default=0)),
                ('attribute', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='values', to='catalog.attribute')),
            ],
            options={
                'ordering': ['sort_order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='BasePriceTier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('minimum_quantity', models.PositiveIntegerField()),
                ('amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('base_price', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tiers', to='catalog.baseprice')),
            ],
            options={
                'ordering': ['minimum_quantity'],
            },
        ),
        migrations.CreateModel(
            name='CaptureJob',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('audience', models.CharField(choices=[('PUBLIC', 'Public'), ('CHAIN', 'Chain'), ('AUTHORITY', 'Authority'), ('OWNER', 'Owner')], default='CHAIN', max_length=9)),
                ('error_behaviour', models.CharField(choices=[('rollback', 'Rollback'), ('proceed', 'Proceed')], default='rollback', max_length=8)),
                ('media_type', models.CharField(max_length=100)),
                ('body', models.BinaryField()),
                ('event_count', models.PositiveIntegerField()),
                ('captured_count', models.PositiveIntegerField(default=0)),
                ('next_index', models.PositiveIntegerField(default=0)),
                ('is_running', models.BooleanField(default=True)),
                ('is_success', models.BooleanField(default=True)),
                ('errors', models.JSONField(default=list)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('finished_at', models.DateTimeField(null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('leased_until', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Category',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=120, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('description', models.TextField(blank=True, max_length=2000)),
                ('level', models.PositiveSmallIntegerField(default=0)),
                ('sort_order', models.IntegerField(default=0)),
                ('external_reference', models.CharField(blank=True, max_length=120, null=True, unique=True)),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='catalog.category')),
            ],
            options={
                'ordering': ['level', 'sort_order', 'name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='CategoryAttribute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.PositiveIntegerField(default=0)),
                ('attribute', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='category_attributes', to='catalog.attribute')),
                ('category', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='category_attributes', to='catalog.category')),
            ],
            options={
                'ordering': ['sort_order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ChainPartner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uri', models.CharField(max_length=400)),
                ('since', models.DateTimeField(auto_now_add=True)),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
        ),
        migrations.CreateModel(
            name='CollectionChannelListing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_published', models.BooleanField(default=False)),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('channel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='channels.channel')),
                ('collection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='channel_listings', to='catalog.collection')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='CompanyPrefix',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('prefix', models.CharField(max_length=12)),
                ('evidence', models.CharField(blank=True, max_length=400)),
                ('claimed_at', models.DateTimeField(auto_now_add=True)),
                ('verified_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('end_reason', models.CharField(blank=True, max_length=400)),
                ('claimed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
                ('verified_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-claimed_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='DigitalLinkTarget',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('path', models.CharField(max_length=300)),
                ('link_type', models.CharField(max_length=40)),
                ('href', models.CharField(max_length=500)),
                ('title', models.CharField(max_length=200)),
                ('languages', models.JSONField(default=list)),
                ('media_type', models.CharField(blank=True, max_length=100)),
                ('context', models.CharField(blank=True, max_length=40)),
                ('is_default', models.BooleanField(default=False)),
                ('is_active', models.BooleanField(default=True)),
                ('taken_down_at', models.DateTimeField(null=True)),
                ('taken_down_reason', models.CharField(blank=True, max_length=500)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
                ('taken_down_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['path', 'link_type', 'created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='EpcisEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event_id', models.CharField(db_index=True, max_length=512)),
                ('event_hash', models.CharField(max_length=64)),
                ('is_error_declaration', models.BooleanField(default=False)),
                ('type', models.CharField(choices=[('ObjectEvent', 'Object'), ('AggregationEvent', 'Aggregation'), ('TransactionEvent', 'Transaction'), ('TransformationEvent', 'Transformation'), ('AssociationEvent', 'Association')], max_length=20)),
                ('event_time', models.DateTimeField()),
                ('event_time_zone_offset', models.CharField(max_length=6)),
                ('record_time', models.DateTimeField()),
                ('action', models.CharField(blank=True, max_length=7)),
                ('biz_step', models.CharField(blank=True, max_length=200)),
                ('disposition', models.CharField(blank=True, max_length=200)),
                ('read_point', models.CharField(blank=True, max_length=400)),
                ('biz_location', models.CharField(blank=True, max_length=400)),
                ('transformation_id', models.CharField(blank=True, max_length=400)),
                ('error_declared_at', models.DateTimeField(null=True)),
                ('error_reason', models.CharField(blank=True, max_length=200)),
                ('capture', models.UUIDField(db_index=True, null=True)),
                ('audience', models.CharField(choices=[('PUBLIC', 'Public'), ('CHAIN', 'Chain'), ('AUTHORITY', 'Authority'), ('OWNER', 'Owner')], default='CHAIN', max_length=9)),
                ('document', models.JSONField()),
                ('seller', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['record_time', 'id'],
            },
        ),
        migrations.CreateModel(
            name='EventDisposition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_set', models.BooleanField()),
                ('disposition', models.CharField(max_length=200)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dispositions', to='catalog.epcisevent')),
            ],
        ),
        migrations.CreateModel(
            name='EventField',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scope', models.CharField(choices=[('EXTENSION', 'Extension'), ('ILMD', 'Ilmd'), ('ERROR', 'Error'), ('SENSOR', 'Sensor'), ('READ_POINT', 'Read Point'), ('BIZ_LOCATION', 'Biz Location')], max_length=12)),
                ('place', models.PositiveSmallIntegerField(default=0)),
                ('path', models.CharField(max_length=400)),
                ('is_inner', models.BooleanField(default=False)),
                ('text', models.CharField(blank=True, max_length=1000)),
                ('number', models.DecimalField(decimal_places=12, max_digits=30, null=True)),
                ('time', models.DateTimeField(null=True)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fields', to='catalog.epcisevent')),
            ],
        ),
        migrations.CreateModel(
            name='EventLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('TRANSACTION', 'Transaction'), ('SOURCE', 'Source'), ('DESTINATION', 'Destination')], max_length=11)),
                ('type', models.CharField(blank=True, max_length=200)),
                ('uri', models.CharField(max_length=400)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='catalog.epcisevent')),
            ],
        ),
        migrations.CreateModel(
            name='EventThing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('EPC', 'Epc'), ('PARENT', 'Parent'), ('CHILD', 'Child'), ('INPUT', 'Input'), ('OUTPUT', 'Output')], max_length=6)),
                ('is_class', models.BooleanField()),
                ('uri', models.CharField(max_length=400)),
                ('quantity', models.DecimalField(decimal_places=9, max_digits=24, null=True)),
                ('uom', models.CharField(blank=True, max_length=3)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='things', to='catalog.epcisevent')),
            ],
        ),
        migrations.CreateModel(
            name='FakeReport',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('typed_code', models.CharField(max_length=60)),
                ('bought_at', models.CharField(max_length=300)),
                ('country', models.CharField(blank=True, max_length=2)),
                ('text', models.TextField(blank=True, max_length=3000)),
                ('language', models.CharField(max_length=16)),
                ('contact_email', models.EmailField(blank=True, db_index=True, max_length=254)),
                ('photo', models.CharField(blank=True, max_length=80)),
                ('state', models.CharField(choices=[('NEW', 'New'), ('LOOKED_INTO', 'Looked Into'), ('CONFIRMED', 'Confirmed'), ('DISMISSED', 'Dismissed')], default='NEW', max_length=12)),
                ('created_at', models.DateTimeField()),
                ('seller', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='FakeReportStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('NEW', 'New'), ('LOOKED_INTO', 'Looked Into'), ('CONFIRMED', 'Confirmed'), ('DISMISSED', 'Dismissed')], max_length=12)),
                ('note', models.CharField(blank=True, max_length=1000)),
                ('by_operator', models.BooleanField()),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='catalog.fakereport')),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='FieldVisibility',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('field', models.CharField(max_length=400)),
                ('audience', models.CharField(choices=[('PUBLIC', 'Public'), ('CHAIN', 'Chain'), ('AUTHORITY', 'Authority'), ('OWNER', 'Owner')], max_length=9)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['field'],
            },
        ),
        migrations.CreateModel(
            name='ImportMapping',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('signature', models.CharField(max_length=64)),
                ('fields', models.JSONField()),
                ('used_at', models.DateTimeField()),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
        ),
        migrations.CreateModel(
            name='LeafBlock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('number', models.PositiveIntegerField()),
                ('root', models.CharField(max_length=64)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('day', 'number'), name='leaf_block_once')],
            },
        ),
        migrations.CreateModel(
            name='ListingClock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('told_until', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='one_listing_clock')],
            },
        ),
        migrations.CreateModel(
            name='Lot',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.CharField(max_length=40)),
                ('produced_on', models.DateField()),
                ('expires_on', models.DateField(null=True)),
                ('quantity', models.PositiveIntegerField()),
                ('place', models.CharField(max_length=200)),
                ('note', models.CharField(blank=True, max_length=2000)),
                ('trade', models.CharField(blank=True, max_length=20)),
                ('source_language', models.CharField(default='vi', max_length=16)),
                ('uri', models.CharField(blank=True, db_index=True, max_length=400)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-produced_on', '-created_at'],
            },
        ),
        migrations.CreateModel(
            name='DueDiligenceStatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference_number', models.CharField(max_length=40)),
                ('verification_number', models.CharField(blank=True, max_length=40)),
                ('operator', models.CharField(max_length=200)),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='due_diligence_statements', to='catalog.lot')),
            ],
            options={
                'ordering': ['recorded_at'],
            },
        ),
        migrations.CreateModel(
            name='BalanceAlarm',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('MADE_ABOVE_MATERIAL', 'Made Above Material'), ('USED_ABOVE_HELD', 'Used Above Held'), ('SOLD_ABOVE_MADE', 'Sold Above Made')], max_length=20)),
                ('subject', models.CharField(max_length=420)),
                ('allowed', models.DecimalField(decimal_places=9, max_digits=24)),
                ('found', models.DecimalField(decimal_places=9, max_digits=24)),
                ('uom', models.CharField(blank=True, max_length=3)),
                ('yield_most', models.DecimalField(decimal_places=4, max_digits=7, null=True)),
                ('yield_basis', models.CharField(blank=True, max_length=300)),
                ('raised_at', models.DateTimeField(auto_now_add=True)),
                ('acknowledged_at', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('settled_at', models.DateTimeField(null=True)),
                ('acknowledged_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
                ('lot', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.lot')),
            ],
            options={
                'ordering': ['-raised_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='LotImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_name', models.CharField(max_length=200)),
                ('source_language', models.CharField(default='vi', max_length=16)),
                ('status', models.CharField(choices=[('PREVIEWED', 'Previewed'), ('APPLIED', 'Applied')], default='PREVIEWED', max_length=10)),
                ('rows', models.JSONField(default=list)),
                ('lots_created', models.PositiveIntegerField(default=0)),
                ('steps_created', models.PositiveIntegerField(default=0)),
                ('codes_created', models.PositiveIntegerField(default=0)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('applied_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='LotName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uri', models.CharField(db_index=True, max_length=400)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.epcisevent')),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='earlier_names', to='catalog.lot')),
            ],
            options={
                'ordering': ['created_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='MasterDatum',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('capture', models.UUIDField(db_index=True, null=True)),
                ('type', models.CharField(max_length=200)),
                ('uri', models.CharField(max_length=400)),
                ('attribute', models.CharField(blank=True, max_length=400)),
                ('position', models.PositiveIntegerField(default=0)),
                ('text', models.CharField(blank=True, max_length=1000)),
                ('value', models.JSONField(null=True)),
                ('audience', models.CharField(choices=[('PUBLIC', 'Public'), ('CHAIN', 'Chain'), ('AUTHORITY', 'Authority'), ('OWNER', 'Owner')], default='CHAIN', max_length=9)),
                ('recorded_at', models.DateTimeField()),
                ('is_current', models.BooleanField(default=True)),
                ('seller', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['uri', 'attribute', 'position', 'id'],
            },
        ),
        migrations.CreateModel(
            name='NamedQuery',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=100)),
                ('query', models.JSONField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='EpcisSubscription',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('dest', models.CharField(max_length=500)),
                ('signature_token', marketplace.sealed.field.SealedTextField(null=True)),
                ('schedule', models.JSONField(null=True)),
                ('report_if_empty', models.BooleanField(default=False)),
                ('initial_record_time', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField()),
                ('last_notified_at', models.DateTimeField(null=True)),
                ('next_attempt_at', models.DateTimeField(null=True)),
                ('failures', models.PositiveIntegerField(default=0)),
                ('failing_since', models.DateTimeField(null=True)),
                ('stopped_at', models.DateTimeField(null=True)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
                ('query', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='subscriptions', to='catalog.namedquery')),
            ],
            options={
                'ordering': ['created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='NumberCounter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('LOT', 'Lot'), ('SERIAL', 'Serial')], max_length=6)),
                ('subject', models.CharField(max_length=20)),
                ('stem', models.CharField(blank=True, max_length=20)),
                ('next_number', models.BigIntegerField(default=1)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'subject', 'stem'), name='one_counter_of_a_stem')],
            },
        ),
        migrations.CreateModel(
            name='PiecePin',
            fields=[
                ('code', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='catalog.tracecode')),
                ('pin_hash', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField()),
                ('first_checked_at', models.DateTimeField(null=True)),
                ('checks', models.PositiveIntegerField(default=0)),
                ('wrong_on', models.DateField(null=True)),
                ('wrong_tries', models.PositiveSmallIntegerField(default=0)),
            ],
        ),
        migrations.AddField(
            model_name='tracecode',
            name='lot',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='codes', to='catalog.lot'),
        ),
        migrations.AddField(
            model_name='fakereport',
            name='code',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.tracecode'),
        ),
        migrations.CreateModel(
            name='PortalConnection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('portal', models.CharField(max_length=30)),
                ('url', models.CharField(max_length=500)),
                ('token', marketplace.sealed.field.SealedTextField(blank=True)),
                ('mapping', models.JSONField(default=dict)),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
        ),
        migrations.CreateModel(
            name='PortalSubmission',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('portal', models.CharField(max_length=30)),
                ('state', models.CharField(choices=[('DRAFT', 'Draft'), ('SENT', 'Sent'), ('ACCEPTED', 'Accepted'), ('REFUSED', 'Refused')], default='DRAFT', max_length=8)),
                ('record', models.JSONField()),
                ('missing', models.JSONField(default=list)),
                ('reference', models.CharField(blank=True, max_length=100)),
                ('receipt', models.CharField(blank=True, max_length=100)),
                ('reasons', models.JSONField(default=list)),
                ('trouble', models.CharField(blank=True, max_length=200)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('next_try_at', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('sent_at', models.DateTimeField(null=True)),
                ('decided_at', models.DateTimeField(null=True)),
                ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='submissions', to='catalog.lot')),
            ],
            options={
                'ordering': ['-created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='PriceRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('markup_percent', models.DecimalField(decimal_places=2, default=Decimal('0'), max_digits=6)),
                ('step', models.DecimalField(decimal_places=4, default=Decimal('0'), max_digits=20)),
                ('ending', models.DecimalField(decimal_places=4, default=Decimal('0'), max_digits=20)),
                ('rounding', models.CharField(choices=[('NEAREST', 'Nearest'), ('UP', 'Up'), ('DOWN', 'Down')], default='NEAREST', max_length=7)),
                ('channel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='channels.channel')),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='WarrantyTerms',
            fields=[
                ('product', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='catalog.product')),
                ('months', models.PositiveSmallIntegerField()),
            ],
        ),
        migrations.AddField(
            model_name='product',
            name='category',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='catalog.category'),
        ),
        migrations.AddField(
            model_name='product',
            name='responsible_person',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.responsibleperson'),
        ),
        migrations.AddField(
            model_name='product',
            name='seller',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller'),
        ),
        migrations.CreateModel(
            name='ListingSnapshot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('taken_at', models.DateTimeField()),
                ('content', models.TextField()),
                ('is_shown', models.BooleanField()),
                ('previous_digest', models.CharField(blank=True, max_length=64)),
                ('digest', models.CharField(max_length=64)),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='snapshots', to='catalog.product')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='HsCodeChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', models.CharField(blank=True, max_length=12)),
                ('after', models.CharField(blank=True, max_length=12)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.product')),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Favorite',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField()),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.product')),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='CollectionProduct',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.PositiveIntegerField(default=0)),
                ('collection', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='catalog.collection')),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='collection_places', to='catalog.product')),
            ],
            options={
                'ordering': ['sort_order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scheme', models.CharField(choices=[('FSC', 'FSC'), ('PEFC', 'PEFC'), ('ISO_9001', 'ISO 9001'), ('ISO_14001', 'ISO 14001'), ('ISO_22000', 'ISO 22000'), ('ISO_45001', 'ISO 45001'), ('CE', 'CE'), ('OCOP_3', 'OCOP ★★★'), ('OCOP_4', 'OCOP ★★★★'), ('OCOP_5', 'OCOP ★★★★★'), ('HACCP', 'HACCP'), ('GLOBALGAP', 'GLOBALG.A.P.'), ('VIETGAP', 'VietGAP'), ('ORGANIC', 'Organic'), ('HALAL', 'Halal'), ('OEKO_TEX', 'OEKO-TEX'), ('GOTS', 'GOTS'), ('BSCI', 'amfori BSCI'), ('SMETA', 'SMETA'), ('FAIRTRADE', 'Fairtrade'), ('OTHER', '')], max_length=20)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('issuer', models.CharField(max_length=200)),
                ('number', models.CharField(max_length=80)),
                ('valid_from', models.DateField()),
                ('valid_until', models.DateField(blank=True, null=True)),
                ('covers_all_products', models.BooleanField(default=False)),
                ('file', models.CharField(blank=True, max_length=80)),
                ('file_type', models.CharField(blank=True, max_length=40)),
                ('file_is_public', models.BooleanField(default=False)),
                ('warned_days', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
                ('products', models.ManyToManyField(blank=True, related_name='certificates', to='catalog.product')),
            ],
            options={
                'ordering': ['scheme', '-valid_from', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ProductApprovalChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('approval', models.CharField(choices=[('DRAFT', 'Draft'), ('PENDING', 'Pending'), ('APPROVED', 'Approved'), ('REJECTED', 'Rejected')], max_length=10)),
                ('reason', models.CharField(blank=True, max_length=1000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='approval_changes', to='catalog.product')),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ProductAttributeValue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField(default=0)),
                ('number', models.DecimalField(blank=True, decimal_places=4, max_digits=15, null=True)),
                ('boolean', models.BooleanField(blank=True, null=True)),
                ('date', models.DateField(blank=True, null=True)),
                ('text', models.TextField(blank=True, max_length=10000)),
                ('file', models.CharField(blank=True, max_length=200)),
                ('file_name', models.CharField(blank=True, max_length=120)),
                ('content_type', models.CharField(blank=True, max_length=40)),
                ('attribute', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.attribute')),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assigned', to='catalog.product')),
                ('value', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.attributevalue')),
            ],
            options={
                'ordering': ['attribute_id', 'place'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProductChannelListing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_published', models.BooleanField(default=False)),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('published_until', models.DateTimeField(blank=True, null=True)),
                ('available_for_purchase_at', models.DateTimeField(blank=True, null=True)),
                ('available_for_purchase_until', models.DateTimeField(blank=True, null=True)),
                ('channel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='channels.channel')),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='channel_listings', to='catalog.product')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='ProductExport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('status', models.CharField(choices=[('PENDING', 'Pending'), ('SUCCESS', 'Success'), ('FAILED', 'Failed'), ('DELETED', 'Deleted')], default='PENDING', max_length=10)),
                ('file_type', models.CharField(choices=[('CSV', 'Csv'), ('XLSX', 'Xlsx')], max_length=4)),
                ('headers', models.CharField(max_length=2)),
                ('product_ids', models.JSONField(null=True)),
                ('file', models.CharField(blank=True, max_length=100)),
                ('done', models.PositiveIntegerField(default=0)),
                ('to_do', models.PositiveIntegerField(default=0)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('worked_until', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('expires_at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='ProductImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('file_name', models.CharField(max_length=200)),
                ('file', models.CharField(blank=True, max_length=100)),
                ('pictures', models.CharField(blank=True, max_length=100)),
                ('source_language', models.CharField(max_length=16)),
                ('status', models.CharField(choices=[('READING', 'Reading'), ('PREVIEWED', 'Previewed'), ('APPLYING', 'Applying'), ('APPLIED', 'Applied'), ('CANCELED', 'Canceled'), ('FAILED', 'Failed')], default='READING', max_length=10)),
                ('phase', models.CharField(choices=[('READ', 'Read'), ('WRITE', 'Write'), ('PICTURES', 'Pictures'), ('UNDO', 'Undo')], default='READ', max_length=10)),
                ('mode', models.CharField(blank=True, choices=[('ALL_OR_NOTHING', 'All Or Nothing'), ('GOOD_ROWS', 'Good Rows')], max_length=16)),
                ('columns', models.JSONField(default=list)),
                ('signature', models.CharField(blank=True, max_length=64)),
                ('done', models.PositiveIntegerField(default=0)),
                ('to_do', models.PositiveIntegerField(default=0)),
                ('cursor', models.PositiveIntegerField(default=0)),
                ('total', models.PositiveIntegerField(default=0)),
                ('accepted', models.PositiveIntegerField(default=0)),
                ('refused', models.PositiveIntegerField(default=0)),
                ('to_create', models.PositiveIntegerField(default=0)),
                ('to_update', models.PositiveIntegerField(default=0)),
                ('created', models.PositiveIntegerField(default=0)),
                ('updated', models.PositiveIntegerField(default=0)),
                ('pictures_added', models.PositiveIntegerField(default=0)),
                ('problem', models.JSONField(null=True)),
                ('worked_until', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('applied_at', models.DateTimeField(blank=True, null=True)),
                ('purge_at', models.DateTimeField(default=catalog.products.bulk_import.models.purge_date)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='ProductImportRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('values', models.JSONField()),
                ('errors', models.JSONField(default=list)),
                ('accepted', models.BooleanField()),
                ('action', models.CharField(choices=[('CREATE', 'Create'), ('UPDATE', 'Update'), ('UNCHANGED', 'Unchanged')], max_length=10, null=True)),
                ('sku', models.CharField(blank=True, max_length=64)),
                ('group', models.CharField(blank=True, max_length=160)),
                ('applied', models.BooleanField(default=False)),
                ('before', models.JSONField(null=True)),
                ('pictures', models.JSONField(default=list)),
                ('product', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='catalog.product')),
                ('product_import', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='catalog.productimport')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='ProductMedia',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('image', models.CharField(max_length=200)),
                ('alt', models.CharField(blank=True, max_length=250)),
                ('width', models.PositiveIntegerField()),
                ('height', models.PositiveIntegerField()),
                ('sort_order', models.IntegerField(default=0)),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='media', to='catalog.product')),
            ],
            options={
                'verbose_name_plural': 'product media',
                'ordering': ['sort_order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ImportedPicture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('sha256', models.CharField(max_length=64)),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.product')),
                ('media', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.productmedia')),
            ],
        ),
        migrations.AddField(
            model_name='product',
            name='product_type',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='catalog.producttype'),
        ),
        migrations.CreateModel(
            name='ProductTypeAttribute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.CharField(choices=[('PRODUCT', 'Product'), ('VARIANT', 'Variant')], max_length=7)),
                ('variant_selection', models.BooleanField(default=False)),
                ('sort_order', models.PositiveIntegerField(default=0)),
                ('attribute', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='type_attributes', to='catalog.attribute')),
                ('product_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='type_attributes', to='catalog.producttype')),
            ],
            options={
                'ordering': ['sort_order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ProductVariant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sku', models.CharField(max_length=64)),
                ('name', models.CharField(blank=True, max_length=200)),
                ('gtin', models.CharField(blank=True, max_length=14)),
                ('net_weight_g', models.PositiveIntegerField(blank=True, null=True)),
                ('gross_weight_g', models.PositiveIntegerField(blank=True, null=True)),
                ('length_mm', models.PositiveIntegerField(blank=True, null=True)),
                ('width_mm', models.PositiveIntegerField(blank=True, null=True)),
                ('height_mm', models.PositiveIntegerField(blank=True, null=True)),
                ('units_per_carton', models.PositiveIntegerField(blank=True, null=True)),
                ('carton_gross_weight_g', models.PositiveIntegerField(blank=True, null=True)),
                ('carton_length_mm', models.PositiveIntegerField(blank=True, null=True)),
                ('carton_width_mm', models.PositiveIntegerField(blank=True, null=True)),
                ('carton_height_mm', models.PositiveIntegerField(blank=True, null=True)),
                ('moq', models.PositiveIntegerField(default=1)),
                ('order_multiple', models.PositiveIntegerField(default=1)),
                ('lead_time_days', models.PositiveIntegerField(blank=True, null=True)),
                ('sort_order', models.IntegerField(default=0)),
                ('archived_at', models.DateTimeField(blank=True, null=True)),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='variants', to='catalog.product')),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['sort_order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='PriceRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('currency', models.CharField(max_length=3)),
                ('price_amount', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('sale_amount', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('sale_starts_at', models.DateTimeField(null=True)),
                ('sale_ends_at', models.DateTimeField(null=True)),
                ('recorded_at', models.DateTimeField()),
                ('channel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='channels.channel')),
                ('variant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.productvariant')),
            ],
            options={
                'ordering': ['recorded_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='NumberSeries',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('LOT', 'Lot'), ('SERIAL', 'Serial')], max_length=6)),
                ('pattern', models.CharField(max_length=60)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
                ('variant', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.productvariant')),
            ],
            options={
                'ordering': ['kind', 'variant_id'],
            },
        ),
        migrations.AddField(
            model_name='lot',
            name='variant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.productvariant'),
        ),
        migrations.CreateModel(
            name='ItemIdentifier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scheme', models.CharField(choices=[('GS1', 'Gs1'), ('NATIONAL', 'National'), ('INTERNAL', 'Internal')], max_length=8)),
                ('authority', models.CharField(blank=True, max_length=120)),
                ('value', models.CharField(max_length=80)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
                ('variant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='item_identifiers', to='catalog.productvariant')),
            ],
            options={
                'ordering': ['scheme', 'authority'],
            },
        ),
        migrations.AddField(
            model_name='baseprice',
            name='variant',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='base_price', to='catalog.productvariant'),
        ),
        migrations.CreateModel(
            name='ProofKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key_id', models.CharField(max_length=16, unique=True)),
                ('public', models.CharField(max_length=64)),
                ('private', marketplace.sealed.field.SealedTextField(blank=True)),
                ('endorsement', models.CharField(max_length=128)),
                ('created_at', models.DateTimeField()),
                ('is_in_use', models.BooleanField(default=True)),
                ('previous', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.proofkey')),
            ],
            options={
                'ordering': ['created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='DailyRoot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(unique=True)),
                ('size', models.PositiveIntegerField()),
                ('root', models.CharField(max_length=64)),
                ('statement', models.TextField()),
                ('signature', models.CharField(max_length=128)),
                ('closed_at', models.DateTimeField()),
                ('key', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.proofkey')),
            ],
            options={
                'ordering': ['-day'],
            },
        ),
        migrations.CreateModel(
            name='Recall',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('hazard', models.CharField(choices=[('INJURY', 'Injury'), ('FIRE', 'Fire'), ('CHOKING', 'Choking'), ('CHEMICAL', 'Chemical'), ('MICROBIAL', 'Microbial'), ('ALLERGEN', 'Allergen'), ('MARKING', 'Marking'), ('OTHER', 'Other')], max_length=9)),
                ('source_language', models.CharField(default='vi', max_length=16)),
                ('opened_at', models.DateTimeField(auto_now_add=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('unreachable', models.PositiveIntegerField(default=0)),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('opened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-opened_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='RecalledLot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recalls', to='catalog.lot')),
                ('recall', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lots', to='catalog.recall')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='RecallReceiver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=20)),
                ('reference', models.CharField(max_length=420)),
                ('thing', models.CharField(max_length=400)),
                ('quantity', models.DecimalField(decimal_places=9, max_digits=24, null=True)),
                ('uom', models.CharField(blank=True, max_length=3)),
                ('place', models.CharField(blank=True, max_length=400)),
                ('received_at', models.DateTimeField(null=True)),
                ('state', models.CharField(choices=[('FOUND', 'Found'), ('NOTIFIED', 'Notified'), ('ANSWERED', 'Answered'), ('RETURNED', 'Returned')], default='FOUND', max_length=8)),
                ('is_shown', models.BooleanField(default=True)),
                ('notified_at', models.DateTimeField(null=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('answer', models.CharField(blank=True, max_length=500)),
                ('quantity_back', models.DecimalField(decimal_places=9, default=0, max_digits=24)),
                ('lot', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.lot')),
                ('recall', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='receivers', to='catalog.recall')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='RecallText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=16)),
                ('reason', models.CharField(max_length=1000)),
                ('instructions', models.CharField(max_length=1000)),
                ('recall', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='catalog.recall')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='RelatedProduct',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('both_ways', models.BooleanField(default=False)),
                ('sort_order', models.PositiveSmallIntegerField(default=0)),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='related_choices', to='catalog.product')),
                ('related', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='chosen_by', to='catalog.product')),
            ],
            options={
                'ordering': ['sort_order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Reservation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('holder', models.UUIDField()),
                ('quantity', models.PositiveIntegerField()),
                ('expires_at', models.DateTimeField()),
                ('variant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reservations', to='catalog.productvariant')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='ReviewInvitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('line', models.CharField(max_length=80, unique=True)),
                ('purchase', models.CharField(max_length=80)),
                ('token', models.CharField(default=catalog.reviews.invitation.new_token, max_length=64, unique=True)),
                ('variant_name', models.CharField(blank=True, max_length=200)),
                ('first_name', models.CharField(blank=True, max_length=60)),
                ('country', models.CharField(blank=True, max_length=2)),
                ('created_at', models.DateTimeField()),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.product')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first_name', models.CharField(blank=True, max_length=60)),
                ('country', models.CharField(blank=True, max_length=2)),
                ('rating', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)])),
                ('text', models.TextField(blank=True, max_length=4000)),
                ('language', models.CharField(max_length=16)),
                ('status', models.CharField(choices=[('PENDING', 'Pending'), ('APPROVED', 'Approved'), ('REJECTED', 'Rejected')], default='PENDING', max_length=10)),
                ('created_at', models.DateTimeField()),
                ('answer', models.TextField(blank=True, max_length=2000)),
                ('answer_language', models.CharField(blank=True, max_length=16)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='catalog.product')),
                ('invitation', models.OneToOneField(on_delete=django.db.models.deletion.RESTRICT, related_name='review', to='catalog.reviewinvitation')),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='ReviewModeration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('PENDING', 'Pending'), ('APPROVED', 'Approved'), ('REJECTED', 'Rejected')], max_length=10)),
                ('reason', models.CharField(blank=True, max_length=1000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moderations', to='catalog.review')),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ReviewReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=[('FALSE', 'False'), ('OFFENSIVE', 'Offensive'), ('PRIVATE', 'Private'), ('ADVERTISING', 'Advertising'), ('UNLAWFUL', 'Unlawful'), ('OTHER', 'Other')], max_length=20)),
                ('text', models.CharField(blank=True, max_length=1000)),
                ('created_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('reporter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='catalog.review')),
            ],
            options={
                'ordering': ['created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ScanAlert',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rule', models.CharField(choices=[('MANY_COUNTRIES', 'Many Countries'), ('FAST_PACE', 'Fast Pace'), ('BEFORE_SHIPPING', 'Before Shipping'), ('AFTER_VOIDING', 'After Voiding'), ('WRONG_PINS', 'Wrong Pins')], max_length=16)),
                ('scans', models.PositiveIntegerField()),
                ('countries', models.JSONField(default=list)),
                ('since', models.DateField()),
                ('raised_at', models.DateTimeField()),
                ('acknowledged_at', models.DateTimeField(null=True)),
                ('note', models.CharField(blank=True, max_length=500)),
                ('acknowledged_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('code', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.tracecode')),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-raised_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='ScanCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('country', models.CharField(blank=True, max_length=2)),
                ('count', models.PositiveIntegerField(default=0)),
                ('code', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.tracecode')),
            ],
            options={
                'ordering': ['-day', 'country'],
            },
        ),
        migrations.CreateModel(
            name='SerialBlock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('gtin', models.CharField(max_length=14)),
                ('stem', models.CharField(blank=True, max_length=20)),
                ('width', models.PositiveSmallIntegerField()),
                ('first', models.BigIntegerField()),
                ('count', models.PositiveIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='serial_blocks', to='catalog.lot')),
            ],
            options={
                'ordering': ['created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='LabelRun',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('symbol', models.CharField(choices=[('QR', 'Qr'), ('DATA_MATRIX', 'Data Matrix'), ('EAN', 'Ean')], max_length=11)),
                ('subject', models.CharField(choices=[('LOT', 'Lot'), ('PIECE', 'Piece'), ('SERIAL', 'Serial')], max_length=6)),
                ('sheet', models.CharField(max_length=20)),
                ('format', models.CharField(choices=[('PDF', 'Pdf'), ('ZPL', 'Zpl')], max_length=3)),
                ('dpi', models.PositiveSmallIntegerField()),
                ('language', models.CharField(max_length=16)),
                ('count', models.PositiveIntegerField()),
                ('codes', models.JSONField(default=list)),
                ('status', models.CharField(choices=[('PENDING', 'Pending'), ('SUCCESS', 'Success'), ('FAILED', 'Failed'), ('DELETED', 'Deleted')], default='PENDING', max_length=8)),
                ('file', models.CharField(blank=True, max_length=100)),
                ('done', models.PositiveIntegerField(default=0)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('worked_until', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('expires_at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.lot')),
                ('serials', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.serialblock')),
            ],
            options={
                'ordering': ['-created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ProofLeaf',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('position', models.PositiveIntegerField()),
                ('leaf', models.CharField(max_length=64)),
                ('event', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proof_leaf', to='catalog.epcisevent')),
                ('secret', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.proofsecret')),
                ('evidence', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proof_leaf', to='catalog.stepevidence')),
            ],
        ),
        migrations.CreateModel(
            name='Stock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('quantity', models.PositiveIntegerField(default=0)),
                ('quantity_allocated', models.PositiveIntegerField(default=0)),
                ('variant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stocks', to='catalog.productvariant')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='StockImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_name', models.CharField(max_length=200)),
                ('status', models.CharField(choices=[('PREVIEWED', 'Previewed'), ('APPLIED', 'Applied')], default='PREVIEWED', max_length=10)),
                ('rows', models.JSONField(default=list)),
                ('written', models.PositiveIntegerField(default=0)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('applied_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='StockMovement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('OPENING', 'Opening'), ('RECEIVED', 'Received'), ('COUNTED', 'Counted'), ('SOLD', 'Sold'), ('RETURNED', 'Returned'), ('DAMAGED', 'Damaged'), ('TRANSFERRED', 'Transferred'), ('IMPORTED', 'Imported')], max_length=12)),
                ('quantity', models.BigIntegerField()),
                ('quantity_before', models.PositiveBigIntegerField()),
                ('quantity_after', models.PositiveBigIntegerField()),
                ('at', models.DateTimeField()),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('reference', models.CharField(blank=True, max_length=120)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('stock', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='movements', to='catalog.stock')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='StockPolicy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mode', models.CharField(choices=[('IN_STOCK', 'In Stock'), ('MADE_TO_ORDER', 'Made To Order'), ('PRE_ORDER', 'Pre Order')], default='IN_STOCK', max_length=14)),
                ('most_promised', models.PositiveIntegerField(blank=True, null=True)),
                ('quantity_promised', models.PositiveIntegerField(default=0)),
                ('available_from', models.DateField(blank=True, null=True)),
                ('low_threshold', models.PositiveIntegerField(blank=True, null=True)),
                ('low_since', models.DateTimeField(blank=True, null=True)),
                ('variant', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='stock_policy', to='catalog.productvariant')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='SubscribedEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.epcisevent')),
                ('subscription', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='waiting', to='catalog.epcissubscription')),
            ],
        ),
        migrations.CreateModel(
            name='Takedown',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('authority', models.CharField(max_length=200)),
                ('reference', models.CharField(max_length=120)),
                ('reason', models.CharField(max_length=2000)),
                ('legal_basis', models.CharField(max_length=500)),
                ('received_at', models.DateTimeField()),
                ('due_at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(null=True)),
                ('lifted_at', models.DateTimeField(null=True)),
                ('product', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='takedowns', to='catalog.product')),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['due_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='TakedownStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('RECORDED', 'Recorded'), ('ANSWERED', 'Answered'), ('OBJECTED', 'Objected'), ('UPHELD', 'Upheld'), ('LIFTED', 'Lifted')], max_length=8)),
                ('note', models.CharField(blank=True, max_length=2000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('takedown', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='catalog.takedown')),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='TraceFeedback',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rating', models.PositiveSmallIntegerField()),
                ('text', models.TextField(blank=True, max_length=2000)),
                ('language', models.CharField(max_length=16)),
                ('created_at', models.DateTimeField()),
                ('code', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.tracecode')),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='TraceParty',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('address', models.CharField(blank=True, max_length=400)),
                ('country', models.CharField(default='VN', max_length=2)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('language', models.CharField(default='vi', max_length=16)),
                ('tax_code', models.CharField(blank=True, max_length=20)),
                ('scheme', models.CharField(choices=[('GS1', 'Gs1'), ('NATIONAL', 'National'), ('INTERNAL', 'Internal')], default='INTERNAL', max_length=8)),
                ('value', models.CharField(blank=True, max_length=80)),
                ('is_public', models.BooleanField(default=False)),
                ('archived_at', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='sellers.seller')),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='TracePlace',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('PLOT', 'Plot'), ('WORKSHOP', 'Workshop'), ('WAREHOUSE', 'Warehouse'), ('SHOP', 'Shop'), ('PORT', 'Port'), ('OTHER', 'Other')], max_length=9)),
                ('name', models.CharField(max_length=200)),
                ('address', models.CharField(blank=True, max_length=400)),
                ('country', models.CharField(default='VN', max_length=2)),
                ('scheme', models.CharField(choices=[('GS1', 'Gs1'), ('NATIONAL', 'National'), ('INTERNAL', 'Internal')], default='INTERNAL', max_length=8)),
                ('value', models.CharField(blank=True, max_length=80)),
                ('latitude', models.DecimalField(decimal_places=7, max_digits=10, null=True)),
                ('longitude', models.DecimalField(decimal_places=7, max_digits=10, null=True)),
                ('boundary', models.TextField(blank=True)),
                ('area_ha', models.DecimalField(decimal_places=4, max_digits=12, null=True)),
                ('is_public', models.BooleanField(default=False)),
                ('archived_at', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('party', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='places', to='catalog.traceparty')),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='MaterialBatch',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('number', models.CharField(max_length=40)),
                ('uri', models.CharField(blank=True, max_length=400)),
                ('quantity', models.DecimalField(decimal_places=9, max_digits=24)),
                ('uom', models.CharField(blank=True, max_length=3)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('event', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.epcisevent')),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
                ('party', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.traceparty')),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.traceplace')),
            ],
            options={
                'ordering': ['-created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='LotMaterial',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=120)),
                ('scientific_name', models.CharField(blank=True, max_length=120)),
                ('common_name', models.CharField(blank=True, max_length=120)),
                ('hs_code', models.CharField(blank=True, max_length=12)),
                ('country', models.CharField(blank=True, max_length=2)),
                ('net_weight_kg', models.DecimalField(decimal_places=3, max_digits=14, null=True)),
                ('volume_m3', models.DecimalField(decimal_places=6, max_digits=14, null=True)),
                ('value_amount', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('value_currency', models.CharField(blank=True, max_length=3)),
                ('recycled_percent', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('substances', models.CharField(blank=True, max_length=500)),
                ('has_no_substances', models.BooleanField(default=False)),
                ('harvested_from', models.DateField(null=True)),
                ('harvested_until', models.DateField(null=True)),
                ('supplier_lot', models.CharField(blank=True, max_length=80)),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='materials', to='catalog.lot')),
                ('supplier', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.traceparty')),
                ('plots', models.ManyToManyField(related_name='+', to='catalog.traceplace')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='TraceStep',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('GROWING', 'Growing and tending'), ('HARVESTING', 'Harvesting'), ('RECEIVING', 'Receiving of material'), ('COMMISSIONING', 'Making'), ('TRANSFORMING', 'Processing'), ('ASSEMBLING', 'Assembling'), ('INSPECTING', 'Inspection'), ('PACKING', 'Packing and labelling'), ('STORING', 'Storage'), ('SHIPPING', 'Dispatch'), ('DEPARTING', 'Export'), ('RETAIL_SELLING', 'Retail sale')], max_length=16)),
                ('occurred_at', models.DateTimeField()),
                ('utc_offset_minutes', models.SmallIntegerField(default=0)),
                ('place', models.CharField(max_length=200)),
                ('stage', models.CharField(blank=True, max_length=24)),
                ('title', models.CharField(max_length=200)),
                ('detail', models.CharField(blank=True, max_length=2000)),
                ('source_language', models.CharField(default='vi', max_length=16)),
                ('quantity', models.DecimalField(decimal_places=9, max_digits=24, null=True)),
                ('uom', models.CharField(blank=True, max_length=3)),
                ('measures', models.JSONField(default=dict)),
                ('papers', models.JSONField(default=list)),
                ('entry_key', models.CharField(max_length=64, null=True)),
                ('is_copied', models.BooleanField(default=False)),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('event', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.epcisevent')),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='catalog.lot')),
                ('party', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.traceparty')),
                ('place_ref', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.traceplace')),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('supersedes', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='catalog.tracestep')),
            ],
            options={
                'ordering': ['occurred_at', 'recorded_at'],
            },
        ),
        migrations.CreateModel(
            name='StepProposal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('dismissed_at', models.DateTimeField(null=True)),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='catalog.lot')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.tracestep')),
                ('step', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.tracestep')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.AddField(
            model_name='stepevidence',
            name='step',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='catalog.tracestep'),
        ),
        migrations.CreateModel(
            name='VariantAttributeValue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField(default=0)),
                ('number', models.DecimalField(blank=True, decimal_places=4, max_digits=15, null=True)),
                ('boolean', models.BooleanField(blank=True, null=True)),
                ('date', models.DateField(blank=True, null=True)),
                ('text', models.TextField(blank=True, max_length=10000)),
                ('file', models.CharField(blank=True, max_length=200)),
                ('file_name', models.CharField(blank=True, max_length=120)),
                ('content_type', models.CharField(blank=True, max_length=40)),
                ('attribute', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.attribute')),
                ('value', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.attributevalue')),
                ('variant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assigned', to='catalog.productvariant')),
            ],
            options={
                'ordering': ['attribute_id', 'place'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='VariantChannelListing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('price_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('currency', models.CharField(max_length=3)),
                ('sale_amount', models.DecimalField(blank=True, decimal_places=4, max_digits=20, null=True)),
                ('sale_starts_at', models.DateTimeField(blank=True, null=True)),
                ('sale_ends_at', models.DateTimeField(blank=True, null=True)),
                ('channel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='channels.channel')),
                ('variant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='channel_listings', to='catalog.productvariant')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='PriceTier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('minimum_quantity', models.PositiveIntegerField()),
                ('price_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('listing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tiers', to='catalog.variantchannellisting')),
            ],
            options={
                'ordering': ['minimum_quantity'],
            },
        ),
        migrations.CreateModel(
            name='PriceDerivation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('base_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('base_currency', models.CharField(max_length=3)),
                ('rate', models.DecimalField(decimal_places=20, max_digits=32)),
                ('rate_on', models.DateField()),
                ('rate_source', models.CharField(max_length=90)),
                ('derived_at', models.DateTimeField()),
                ('listing', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='derivation', to='catalog.variantchannellisting')),
            ],
        ),
        migrations.CreateModel(
            name='Warehouse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('address', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='accounts.address')),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddField(
            model_name='stock',
            name='warehouse',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stocks', to='catalog.warehouse'),
        ),
        migrations.CreateModel(
            name='WarrantyRegistration',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(db_index=True, max_length=254)),
                ('language', models.CharField(max_length=16)),
                ('bought_on', models.DateField()),
                ('bought_at', models.CharField(blank=True, max_length=200)),
                ('ends_on', models.DateField()),
                ('consented_at', models.DateTimeField()),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('code', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.tracecode')),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-consented_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='YieldSetting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('CONSERVED', 'Conserved'), ('SAWING', 'Sawing'), ('DRYING', 'Drying'), ('JOINERY', 'Joinery'), ('FIRING', 'Firing'), ('RUBBER', 'Rubber'), ('CUTTING', 'Cutting'), ('SORTING', 'Sorting')], default='CONSERVED', max_length=12)),
                ('most', models.DecimalField(decimal_places=4, max_digits=7, null=True)),
                ('material_per_piece', models.DecimalField(decimal_places=9, max_digits=18, null=True)),
                ('material_uom', models.CharField(blank=True, max_length=3)),
                ('basis', models.CharField(blank=True, max_length=300)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('variant', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.productvariant')),
            ],
        ),
        migrations.AddConstraint(
            model_name='attributevalue',
            constraint=models.UniqueConstraint(fields=('attribute', 'slug'), name='value_slug_once_per_attribute'),
        ),
        migrations.AddConstraint(
            model_name='attributevalue',
            constraint=models.UniqueConstraint(fields=('attribute', 'external_reference'), name='value_reference_once'),
        ),
        migrations.AddConstraint(
            model_name='basepricetier',
            constraint=models.UniqueConstraint(fields=('base_price', 'minimum_quantity'), name='base_tier_once_per_quantity'),
        ),
        migrations.AddConstraint(
            model_name='basepricetier',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gt', 0), ('minimum_quantity__gte', 2)), name='base_tier_and_amount'),
        ),
        migrations.AddIndex(
            model_name='capturejob',
            index=models.Index(fields=['seller', 'created_at', 'id'], name='capture_jobs_of_seller'),
        ),
        migrations.AddIndex(
            model_name='capturejob',
            index=models.Index(condition=models.Q(('is_running', True)), fields=['created_at'], name='capture_jobs_running'),
        ),
        migrations.AddIndex(
            model_name='category',
            index=models.Index(fields=['level', 'sort_order'], name='category_by_level'),
        ),
        migrations.AddConstraint(
            model_name='category',
            constraint=models.CheckConstraint(condition=models.Q(('level__lt', 8)), name='category_level_bounded'),
        ),
        migrations.AddConstraint(
            model_name='categoryattribute',
            constraint=models.UniqueConstraint(fields=('category', 'attribute'), name='attribute_once_per_category'),
        ),
        migrations.AddIndex(
            model_name='chainpartner',
            index=models.Index(fields=['seller', 'partner', 'uri'], name='chain_partners_by_pair'),
        ),
        migrations.AddConstraint(
            model_name='chainpartner',
            constraint=models.UniqueConstraint(fields=('uri', 'seller', 'partner'), name='chain_partner_once'),
        ),
        migrations.AddConstraint(
            model_name='collectionchannellisting',
            constraint=models.UniqueConstraint(fields=('collection', 'channel'), name='collection_once_per_channel'),
        ),
        migrations.AddConstraint(
            model_name='companyprefix',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('seller',), name='one_company_prefix_of_a_seller'),
        ),
        migrations.AddConstraint(
            model_name='companyprefix',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('prefix',), name='a_company_prefix_is_one_sellers'),
        ),
        migrations.AddIndex(
            model_name='digitallinktarget',
            index=models.Index(fields=['path'], name='link_targets_of_path'),
        ),
        migrations.AddIndex(
            model_name='digitallinktarget',
            index=models.Index(fields=['seller', 'path'], name='link_targets_of_seller'),
        ),
        migrations.AddConstraint(
            model_name='digitallinktarget',
            constraint=models.UniqueConstraint(condition=models.Q(('is_active', True), ('is_default', True), ('taken_down_at__isnull', True)), fields=('seller', 'path'), name='link_target_default_once'),
        ),
        migrations.AddIndex(
            model_name='epcisevent',
            index=models.Index(fields=['event_time', 'id'], name='epcis_by_event_time'),
        ),
        migrations.AddIndex(
            model_name='epcisevent',
            index=models.Index(fields=['record_time', 'id'], name='epcis_by_record_time'),
        ),
        migrations.AddIndex(
            model_name='epcisevent',
            index=models.Index(fields=['biz_step', 'event_time'], name='epcis_by_step'),
        ),
        migrations.AddIndex(
            model_name='epcisevent',
            index=models.Index(fields=['seller', 'event_time'], name='epcis_of_seller'),
        ),
        migrations.AddIndex(
            model_name='epcisevent',
            index=models.Index(condition=models.Q(('transformation_id', ''), _negated=True), fields=['transformation_id'], name='epcis_by_transformation'),
        ),
        migrations.AddIndex(
            model_name='epcisevent',
            index=models.Index(condition=models.Q(('is_error_declaration', True)), fields=['event_id'], name='epcis_errors_declared'),
        ),
        migrations.AddConstraint(
            model_name='epcisevent',
            constraint=models.UniqueConstraint(condition=models.Q(('seller__isnull', False)), fields=('seller', 'event_hash', 'is_error_declaration'), name='epcis_event_once_per_seller'),
        ),
        migrations.AddConstraint(
            model_name='epcisevent',
            constraint=models.UniqueConstraint(condition=models.Q(('seller__isnull', True)), fields=('event_hash', 'is_error_declaration'), name='epcis_own_event_once'),
        ),
        migrations.AddIndex(
            model_name='eventdisposition',
            index=models.Index(fields=['disposition', 'is_set', 'event'], name='lasting_dispositions'),
        ),
        migrations.AddIndex(
            model_name='eventfield',
            index=models.Index(fields=['scope', 'path', 'text'], name='fields_by_text'),
        ),
        migrations.AddIndex(
            model_name='eventfield',
            index=models.Index(fields=['scope', 'path', 'number'], name='fields_by_number'),
        ),
        migrations.AddIndex(
            model_name='eventfield',
            index=models.Index(fields=['event'], name='fields_of_event'),
        ),
        migrations.AddIndex(
            model_name='eventlink',
            index=models.Index(fields=['kind', 'uri', 'event'], name='links_by_uri'),
        ),
        migrations.AddIndex(
            model_name='eventlink',
            index=models.Index(fields=['event'], name='links_of_event'),
        ),
        migrations.AddIndex(
            model_name='eventthing',
            index=models.Index(fields=['uri', 'role', 'event'], name='things_by_uri'),
        ),
        migrations.AddIndex(
            model_name='eventthing',
            index=models.Index(fields=['event', 'role'], name='things_of_event'),
        ),
        migrations.AddConstraint(
            model_name='fieldvisibility',
            constraint=models.UniqueConstraint(fields=('seller', 'field'), name='field_visibility_once'),
        ),
        migrations.AddConstraint(
            model_name='importmapping',
            constraint=models.UniqueConstraint(fields=('seller', 'signature'), name='mapping_once_per_headers'),
        ),
        migrations.AddConstraint(
            model_name='duediligencestatement',
            constraint=models.UniqueConstraint(fields=('lot', 'reference_number'), name='due_diligence_statement_once_per_lot'),
        ),
        migrations.AddIndex(
            model_name='balancealarm',
            index=models.Index(fields=['seller', 'settled_at', '-raised_at'], name='alarms_of_seller'),
        ),
        migrations.AddConstraint(
            model_name='balancealarm',
            constraint=models.UniqueConstraint(condition=models.Q(('settled_at__isnull', True)), fields=('seller', 'kind', 'subject'), name='one_open_alarm_of_a_subject'),
        ),
        migrations.AddIndex(
            model_name='masterdatum',
            index=models.Index(fields=['uri', 'attribute', 'is_current'], name='master_data_by_uri'),
        ),
        migrations.AddIndex(
            model_name='masterdatum',
            index=models.Index(fields=['attribute', 'text', 'is_current'], name='master_data_by_value'),
        ),
        migrations.AddIndex(
            model_name='masterdatum',
            index=models.Index(fields=['seller', 'type', 'uri'], name='master_data_of_seller'),
        ),
        migrations.AddConstraint(
            model_name='namedquery',
            constraint=models.UniqueConstraint(fields=('seller', 'name'), name='named_query_once'),
        ),
        migrations.AddIndex(
            model_name='epcissubscription',
            index=models.Index(condition=models.Q(('stopped_at__isnull', True)), fields=['next_attempt_at'], name='subscriptions_due'),
        ),
        migrations.AddIndex(
            model_name='epcissubscription',
            index=models.Index(fields=['seller'], name='subscriptions_of_seller'),
        ),
        migrations.AddIndex(
            model_name='piecepin',
            index=models.Index(fields=['wrong_on'], name='pins_tried_wrongly'),
        ),
        migrations.AddIndex(
            model_name='tracecode',
            index=models.Index(fields=['lot', 'created_at'], name='codes_of_lot'),
        ),
        migrations.AddIndex(
            model_name='fakereport',
            index=models.Index(fields=['seller', '-created_at'], name='fakes_of_seller'),
        ),
        migrations.AddIndex(
            model_name='fakereport',
            index=models.Index(fields=['state', '-created_at'], name='fakes_by_state'),
        ),
        migrations.AddConstraint(
            model_name='portalconnection',
            constraint=models.UniqueConstraint(fields=('seller', 'portal'), name='portal_connection_once'),
        ),
        migrations.AddIndex(
            model_name='portalsubmission',
            index=models.Index(fields=['lot', 'created_at'], name='submissions_of_lot'),
        ),
        migrations.AddIndex(
            model_name='portalsubmission',
            index=models.Index(condition=models.Q(('next_try_at__isnull', False)), fields=['next_try_at'], name='submissions_due'),
        ),
        migrations.AddConstraint(
            model_name='portalsubmission',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'ACCEPTED'), _negated=True), models.Q(('receipt', ''), _negated=True), _connector='OR'), name='accepted_has_a_receipt'),
        ),
        migrations.AddConstraint(
            model_name='pricerule',
            constraint=models.UniqueConstraint(fields=('seller', 'channel'), name='one_price_rule_per_market'),
        ),
        migrations.AddConstraint(
            model_name='pricerule',
            constraint=models.CheckConstraint(condition=models.Q(('ending__gte', 0), ('markup_percent__gt', -100), ('step__gte', 0), models.Q(models.Q(('ending', 0), ('step', 0)), ('ending__lt', models.F('step')), _connector='OR')), name='price_rule_is_possible'),
        ),
        migrations.AddConstraint(
            model_name='warrantyterms',
            constraint=models.CheckConstraint(condition=models.Q(('months__gte', 1), ('months__lte', 600)), name='warranty_of_some_months'),
        ),
        migrations.AddIndex(
            model_name='listingsnapshot',
            index=models.Index(fields=['product', 'taken_at'], name='snapshot_of_product'),
        ),
        migrations.AddIndex(
            model_name='hscodechange',
            index=models.Index(fields=['product', 'at'], name='hs_change_of_product'),
        ),
        migrations.AddIndex(
            model_name='favorite',
            index=models.Index(fields=['user', '-created_at'], name='favorites_of_a_person'),
        ),
        migrations.AddConstraint(
            model_name='favorite',
            constraint=models.UniqueConstraint(fields=('user', 'product'), name='favorite_once'),
        ),
        migrations.AddConstraint(
            model_name='collectionproduct',
            constraint=models.UniqueConstraint(fields=('collection', 'product'), name='product_once_per_collection'),
        ),
        migrations.AddIndex(
            model_name='certificate',
            index=models.Index(fields=['seller', 'covers_all_products'], name='certificate_of_seller'),
        ),
        migrations.AddIndex(
            model_name='certificate',
            index=models.Index(fields=['valid_until'], name='certificate_by_end'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gte', models.F('valid_from')), _connector='OR'), name='certificate_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='productattributevalue',
            constraint=models.UniqueConstraint(fields=('product', 'attribute', 'place'), name='product_value_place'),
        ),
        migrations.AddConstraint(
            model_name='productattributevalue',
            constraint=models.UniqueConstraint(fields=('product', 'attribute', 'value'), name='product_value_once'),
        ),
        migrations.AddConstraint(
            model_name='productattributevalue',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('value__isnull', True), _negated=True), ('number__isnull', True), ('boolean__isnull', True), ('date__isnull', True), ('text', ''), ('file', '')), models.Q(('value__isnull', True), models.Q(('number__isnull', True), _negated=True), ('boolean__isnull', True), ('date__isnull', True), ('text', ''), ('file', '')), models.Q(('value__isnull', True), ('number__isnull', True), models.Q(('boolean__isnull', True), _negated=True), ('date__isnull', True), ('text', ''), ('file', '')), models.Q(('value__isnull', True), ('number__isnull', True), ('boolean__isnull', True), models.Q(('date__isnull', True), _negated=True), ('text', ''), ('file', '')), models.Q(('value__isnull', True), ('number__isnull', True), ('boolean__isnull', True), ('date__isnull', True), models.Q(('text', ''), _negated=True), ('file', '')), models.Q(('value__isnull', True), ('number__isnull', True), ('boolean__isnull', True), ('date__isnull', True), ('text', ''), models.Q(('file', ''), _negated=True)), _connector='OR'), name='product_value_has_one_kind'),
        ),
        migrations.AddIndex(
            model_name='productchannellisting',
            index=models.Index(fields=['channel', 'is_published'], name='listing_published'),
        ),
        migrations.AddIndex(
            model_name='productchannellisting',
            index=models.Index(condition=models.Q(('published_at__isnull', False)), fields=['published_at'], name='listing_shown_from'),
        ),
        migrations.AddIndex(
            model_name='productchannellisting',
            index=models.Index(condition=models.Q(('published_until__isnull', False)), fields=['published_until'], name='listing_shown_until'),
        ),
        migrations.AddIndex(
            model_name='productchannellisting',
            index=models.Index(condition=models.Q(('available_for_purchase_at__isnull', False)), fields=['available_for_purchase_at'], name='listing_sold_from'),
        ),
        migrations.AddIndex(
            model_name='productchannellisting',
            index=models.Index(condition=models.Q(('available_for_purchase_until__isnull', False)), fields=['available_for_purchase_until'], name='listing_sold_until'),
        ),
        migrations.AddConstraint(
            model_name='productchannellisting',
            constraint=models.UniqueConstraint(fields=('product', 'channel'), name='product_once_per_channel'),
        ),
        migrations.AddConstraint(
            model_name='productchannellisting',
            constraint=models.CheckConstraint(condition=models.Q(('published_until__isnull', True), ('published_at__isnull', True), ('published_until__gt', models.F('published_at')), _connector='OR'), name='listing_ends_after_it_starts'),
        ),
        migrations.AddIndex(
            model_name='productexport',
            index=models.Index(condition=models.Q(('status', 'PENDING')), fields=['worked_until'], name='export_waiting'),
        ),
        migrations.AddIndex(
            model_name='productexport',
            index=models.Index(fields=['expires_at'], name='export_expiry'),
        ),
        migrations.AddIndex(
            model_name='productimport',
            index=models.Index(condition=models.Q(('status__in', ('READING', 'APPLYING'))), fields=['worked_until'], name='import_waiting'),
        ),
        migrations.AddIndex(
            model_name='productimport',
            index=models.Index(fields=['purge_at'], name='import_purge'),
        ),
        migrations.AddIndex(
            model_name='productimportrow',
            index=models.Index(fields=['product_import', 'sku'], name='import_row_by_sku'),
        ),
        migrations.AddIndex(
            model_name='productimportrow',
            index=models.Index(condition=models.Q(('group', ''), _negated=True), fields=['product_import', 'group'], name='import_row_by_group'),
        ),
        migrations.AddIndex(
            model_name='productimportrow',
            index=models.Index(fields=['product_import', 'accepted', 'number'], name='import_row_refused'),
        ),
        migrations.AddConstraint(
            model_name='productimportrow',
            constraint=models.UniqueConstraint(fields=('product_import', 'number'), name='import_row_once'),
        ),
        migrations.AddConstraint(
            model_name='importedpicture',
            constraint=models.UniqueConstraint(fields=('product', 'sha256'), name='picture_imported_once'),
        ),
        migrations.AddIndex(
            model_name='product',
            index=models.Index(fields=['seller', 'approval'], name='product_by_seller'),
        ),
        migrations.AddIndex(
            model_name='product',
            index=models.Index(fields=['approval', 'created_at'], name='product_by_approval'),
        ),
        migrations.AddConstraint(
            model_name='producttypeattribute',
            constraint=models.UniqueConstraint(fields=('product_type', 'attribute'), name='attribute_once_per_type'),
        ),
        migrations.AddIndex(
            model_name='productvariant',
            index=models.Index(condition=models.Q(('gtin', ''), _negated=True), fields=['gtin'], name='variant_by_gtin'),
        ),
        migrations.AddConstraint(
            model_name='productvariant',
            constraint=models.UniqueConstraint(condition=models.Q(('archived_at__isnull', True)), fields=('seller', 'sku'), name='sku_once_per_seller'),
        ),
        migrations.AddConstraint(
            model_name='productvariant',
            constraint=models.CheckConstraint(condition=models.Q(('moq__gte', 1), ('order_multiple__gte', 1)), name='variant_order_quantities'),
        ),
        migrations.AddIndex(
            model_name='pricerecord',
            index=models.Index(fields=['variant', 'channel', 'recorded_at'], name='price_record_of_variant'),
        ),
        migrations.AddConstraint(
            model_name='numberseries',
            constraint=models.UniqueConstraint(condition=models.Q(('variant__isnull', True)), fields=('seller', 'kind'), name='one_series_of_a_seller'),
        ),
        migrations.AddConstraint(
            model_name='numberseries',
            constraint=models.UniqueConstraint(fields=('variant', 'kind'), name='one_series_of_a_variant'),
        ),
        migrations.AddConstraint(
            model_name='lot',
            constraint=models.UniqueConstraint(fields=('seller', 'number'), name='lot_number_once_per_seller'),
        ),
        migrations.AddConstraint(
            model_name='lot',
            constraint=models.CheckConstraint(condition=models.Q(('quantity__gte', 1)), name='lot_not_empty'),
        ),
        migrations.AddConstraint(
            model_name='itemidentifier',
            constraint=models.UniqueConstraint(fields=('variant', 'scheme', 'authority'), name='one_item_identifier_of_a_kind'),
        ),
        migrations.AddConstraint(
            model_name='itemidentifier',
            constraint=models.UniqueConstraint(fields=('seller', 'scheme', 'authority', 'value'), name='item_identifier_once'),
        ),
        migrations.AddConstraint(
            model_name='baseprice',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='base_price_above_zero'),
        ),
        migrations.AddConstraint(
            model_name='proofkey',
            constraint=models.UniqueConstraint(condition=models.Q(('is_in_use', True)), fields=('is_in_use',), name='proof_key_in_use_once'),
        ),
        migrations.AddIndex(
            model_name='recall',
            index=models.Index(fields=['seller', '-opened_at'], name='recalls_of_seller'),
        ),
        migrations.AddConstraint(
            model_name='recalledlot',
            constraint=models.UniqueConstraint(fields=('recall', 'lot'), name='lot_once_in_recall'),
        ),
        migrations.AddConstraint(
            model_name='recallreceiver',
            constraint=models.UniqueConstraint(fields=('recall', 'source', 'reference', 'thing'), name='receiver_once_in_recall'),
        ),
        migrations.AddConstraint(
            model_name='recalltext',
            constraint=models.UniqueConstraint(fields=('recall', 'language'), name='recall_text_once'),
        ),
        migrations.AddConstraint(
            model_name='relatedproduct',
            constraint=models.UniqueConstraint(fields=('product', 'related'), name='related_once'),
        ),
        migrations.AddConstraint(
            model_name='relatedproduct',
            constraint=models.CheckConstraint(condition=models.Q(('product', models.F('related')), _negated=True), name='related_to_another'),
        ),
        migrations.AddIndex(
            model_name='reservation',
            index=models.Index(fields=['expires_at'], name='reservation_expiry'),
        ),
        migrations.AddConstraint(
            model_name='reservation',
            constraint=models.UniqueConstraint(fields=('holder', 'variant'), name='reservation_once_per_holder'),
        ),
        migrations.AddConstraint(
            model_name='reservation',
            constraint=models.CheckConstraint(condition=models.Q(('quantity__gte', 1)), name='reservation_of_something'),
        ),
        migrations.AddIndex(
            model_name='reviewinvitation',
            index=models.Index(fields=['user', '-created_at'], name='review_rights_of_a_person'),
        ),
        migrations.AddIndex(
            model_name='reviewinvitation',
            index=models.Index(fields=['purchase'], name='review_rights_of_purchase'),
        ),
        migrations.AddIndex(
            model_name='review',
            index=models.Index(fields=['product', 'status', '-created_at'], name='reviews_of_a_product'),
        ),
        migrations.AddIndex(
            model_name='review',
            index=models.Index(fields=['status', 'created_at'], name='reviews_to_read'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('rating__gte', 1), ('rating__lte', 5)), name='review_rating_in_stars'),
        ),
        migrations.AddConstraint(
            model_name='reviewreport',
            constraint=models.UniqueConstraint(fields=('review', 'reporter'), name='review_reported_once'),
        ),
        migrations.AddIndex(
            model_name='scanalert',
            index=models.Index(fields=['seller', '-raised_at'], name='scan_alerts_of_seller'),
        ),
        migrations.AddConstraint(
            model_name='scanalert',
            constraint=models.UniqueConstraint(condition=models.Q(('acknowledged_at__isnull', True)), fields=('code', 'rule'), name='one_waiting_alert_per_rule'),
        ),
        migrations.AddIndex(
            model_name='scancount',
            index=models.Index(fields=['day', 'code'], name='scans_by_day'),
        ),
        migrations.AddConstraint(
            model_name='scancount',
            constraint=models.UniqueConstraint(fields=('code', 'day', 'country'), name='scans_counted_once'),
        ),
        migrations.AddIndex(
            model_name='serialblock',
            index=models.Index(fields=['gtin', 'stem', 'first'], name='serials_of_gtin'),
        ),
        migrations.AddConstraint(
            model_name='serialblock',
            constraint=models.UniqueConstraint(fields=('gtin', 'stem', 'first'), name='serial_block_begins_once'),
        ),
        migrations.AddConstraint(
            model_name='serialblock',
            constraint=models.CheckConstraint(condition=models.Q(('count__gte', 1), ('first__gte', 1)), name='serial_block_not_empty'),
        ),
        migrations.AddIndex(
            model_name='labelrun',
            index=models.Index(fields=['lot', 'created_at'], name='label_runs_of_lot'),
        ),
        migrations.AddIndex(
            model_name='labelrun',
            index=models.Index(condition=models.Q(('status', 'PENDING')), fields=['worked_until'], name='label_runs_waiting'),
        ),
        migrations.AddIndex(
            model_name='labelrun',
            index=models.Index(fields=['expires_at'], name='label_runs_expiry'),
        ),
        migrations.AddConstraint(
            model_name='proofleaf',
            constraint=models.UniqueConstraint(fields=('day', 'position'), name='proof_leaf_has_its_place'),
        ),
        migrations.AddConstraint(
            model_name='proofleaf',
            constraint=models.CheckConstraint(condition=models.Q(('event__isnull', True), ('evidence__isnull', True), _connector='XOR'), name='proof_leaf_of_one_thing'),
        ),
        migrations.AddIndex(
            model_name='stockmovement',
            index=models.Index(fields=['stock', '-id'], name='movements_of_a_stock'),
        ),
        migrations.AddConstraint(
            model_name='stockmovement',
            constraint=models.CheckConstraint(condition=models.Q(('quantity', 0), _negated=True), name='stock_movement_of_something'),
        ),
        migrations.AddConstraint(
            model_name='stockmovement',
            constraint=models.CheckConstraint(condition=models.Q(('quantity_after', django.db.models.expressions.CombinedExpression(models.F('quantity_before'), '+', models.F('quantity')))), name='stock_movement_adds_up'),
        ),
        migrations.AddConstraint(
            model_name='stockpolicy',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('mode', 'PRE_ORDER'), _negated=True), models.Q(('available_from__isnull', False), ('most_promised__isnull', False)), _connector='OR'), name='pre_order_has_day_and_limit'),
        ),
        migrations.AddConstraint(
            model_name='subscribedevent',
            constraint=models.UniqueConstraint(fields=('subscription', 'event'), name='subscribed_event_once'),
        ),
        migrations.AddIndex(
            model_name='takedown',
            index=models.Index(condition=models.Q(('lifted_at__isnull', True)), fields=['product'], name='takedown_of_product'),
        ),
        migrations.AddIndex(
            model_name='takedown',
            index=models.Index(condition=models.Q(('lifted_at__isnull', True)), fields=['seller'], name='takedown_of_seller'),
        ),
        migrations.AddConstraint(
            model_name='takedown',
            constraint=models.UniqueConstraint(fields=('authority', 'reference', 'seller', 'product'), name='takedown_once'),
        ),
        migrations.AddConstraint(
            model_name='takedown',
            constraint=models.UniqueConstraint(condition=models.Q(('product__isnull', True)), fields=('authority', 'reference', 'seller'), name='takedown_of_seller_once'),
        ),
        migrations.AddConstraint(
            model_name='takedown',
            constraint=models.CheckConstraint(condition=models.Q(('due_at__gt', models.F('received_at'))), name='takedown_due_later'),
        ),
        migrations.AddIndex(
            model_name='tracefeedback',
            index=models.Index(fields=['seller', '-created_at'], name='feedback_of_seller'),
        ),
        migrations.AddConstraint(
            model_name='tracefeedback',
            constraint=models.CheckConstraint(condition=models.Q(('rating__gte', 1), ('rating__lte', 5)), name='feedback_in_stars'),
        ),
        migrations.AddIndex(
            model_name='traceparty',
            index=models.Index(fields=['seller', 'name'], name='trace_parties_of_seller'),
        ),
        migrations.AddConstraint(
            model_name='traceparty',
            constraint=models.UniqueConstraint(condition=models.Q(('value', ''), _negated=True), fields=('seller', 'scheme', 'value'), name='trace_party_value_once'),
        ),
        migrations.AddIndex(
            model_name='traceplace',
            index=models.Index(fields=['seller', 'kind'], name='trace_places_of_seller'),
        ),
        migrations.AddConstraint(
            model_name='traceplace',
            constraint=models.UniqueConstraint(condition=models.Q(('value', ''), _negated=True), fields=('seller', 'scheme', 'value'), name='trace_place_value_once'),
        ),
        migrations.AddIndex(
            model_name='materialbatch',
            index=models.Index(fields=['seller', 'uri'], name='materials_by_uri'),
        ),
        migrations.AddConstraint(
            model_name='materialbatch',
            constraint=models.UniqueConstraint(fields=('seller', 'number'), name='material_number_once_per_seller'),
        ),
        migrations.AddConstraint(
            model_name='lotmaterial',
            constraint=models.UniqueConstraint(fields=('lot', 'position'), name='lot_material_position_once'),
        ),
        migrations.AddConstraint(
            model_name='lotmaterial',
            constraint=models.CheckConstraint(condition=models.Q(('recycled_percent__isnull', True), ('recycled_percent__range', (0, 100)), _connector='OR'), name='lot_material_recycled_share'),
        ),
        migrations.AddIndex(
            model_name='tracestep',
            index=models.Index(fields=['lot', 'occurred_at'], name='steps_of_lot'),
        ),
        migrations.AddConstraint(
            model_name='tracestep',
            constraint=models.UniqueConstraint(fields=('lot', 'entry_key'), name='step_sent_once'),
        ),
        migrations.AddConstraint(
            model_name='stepproposal',
            constraint=models.UniqueConstraint(fields=('lot', 'position'), name='step_proposal_position_once'),
        ),
        migrations.AddConstraint(
            model_name='stepevidence',
            constraint=models.UniqueConstraint(fields=('step', 'original_sha256'), name='evidence_once_per_step'),
        ),
        migrations.AddConstraint(
            model_name='variantattributevalue',
            constraint=models.UniqueConstraint(fields=('variant', 'attribute', 'place'), name='variant_value_place'),
        ),
        migrations.AddConstraint(
            model_name='variantattributevalue',
            constraint=models.UniqueConstraint(fields=('variant', 'attribute', 'value'), name='variant_value_once'),
        ),
        migrations.AddConstraint(
            model_name='variantattributevalue',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('value__isnull', True), _negated=True), ('number__isnull', True), ('boolean__isnull', True), ('date__isnull', True), ('text', ''), ('file', '')), models.Q(('value__isnull', True), models.Q(('number__isnull', True), _negated=True), ('boolean__isnull', True), ('date__isnull', True), ('text', ''), ('file', '')), models.Q(('value__isnull', True), ('number__isnull', True), models.Q(('boolean__isnull', True), _negated=True), ('date__isnull', True), ('text', ''), ('file', '')), models.Q(('value__isnull', True), ('number__isnull', True), ('boolean__isnull', True), models.Q(('date__isnull', True), _negated=True), ('text', ''), ('file', '')), models.Q(('value__isnull', True), ('number__isnull', True), ('boolean__isnull', True), ('date__isnull', True), models.Q(('text', ''), _negated=True), ('file', '')), models.Q(('value__isnull', True), ('number__isnull', True), ('boolean__isnull', True), ('date__isnull', True), ('text', ''), models.Q(('file', ''), _negated=True)), _connector='OR'), name='variant_value_has_one_kind'),
        ),
        migrations.AddIndex(
            model_name='variantchannellisting',
            index=models.Index(fields=['channel', 'price_amount'], name='variant_price_in_channel'),
        ),
        migrations.AddIndex(
            model_name='variantchannellisting',
            index=models.Index(condition=models.Q(('sale_starts_at__isnull', False)), fields=['sale_starts_at'], name='variant_sale_from'),
        ),
        migrations.AddIndex(
            model_name='variantchannellisting',
            index=models.Index(condition=models.Q(('sale_ends_at__isnull', False)), fields=['sale_ends_at'], name='variant_sale_until'),
        ),
        migrations.AddConstraint(
            model_name='variantchannellisting',
            constraint=models.UniqueConstraint(fields=('variant', 'channel'), name='variant_once_per_channel'),
        ),
        migrations.AddConstraint(
            model_name='variantchannellisting',
            constraint=models.CheckConstraint(condition=models.Q(('price_amount__gt', 0)), name='variant_price_above_zero'),
        ),
        migrations.AddConstraint(
            model_name='variantchannellisting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sale_amount__isnull', True), ('sale_ends_at__isnull', True), ('sale_starts_at__isnull', True)), models.Q(('sale_amount__gt', 0), ('sale_amount__isnull', False), ('sale_starts_at__isnull', False), models.Q(('sale_ends_at__isnull', True), ('sale_ends_at__gt', models.F('sale_starts_at')), _connector='OR')), _connector='OR'), name='variant_sale_whole_or_none'),
        ),
        migrations.AddConstraint(
            model_name='pricetier',
            constraint=models.UniqueConstraint(fields=('listing', 'minimum_quantity'), name='tier_once_per_quantity'),
        ),
        migrations.AddConstraint(
            model_name='pricetier',
            constraint=models.CheckConstraint(condition=models.Q(('minimum_quantity__gte', 2), ('price_amount__gt', 0)), name='tier_quantity_and_price'),
        ),
        migrations.AddConstraint(
            model_name='pricederivation',
            constraint=models.CheckConstraint(condition=models.Q(('base_amount__gt', 0), ('rate__gt', 0)), name='derived_from_something'),
        ),
        migrations.AddConstraint(
            model_name='warehouse',
            constraint=models.UniqueConstraint(fields=('seller', 'name'), name='warehouse_once_per_seller'),
        ),
        migrations.AddConstraint(
            model_name='stock',
            constraint=models.UniqueConstraint(fields=('warehouse', 'variant'), name='stock_once_per_warehouse'),
        ),
        migrations.AddConstraint(
            model_name='stock',
            constraint=models.CheckConstraint(condition=models.Q(('quantity_allocated__lte', models.F('quantity'))), name='stock_never_oversold'),
        ),
        migrations.AddIndex(
            model_name='warrantyregistration',
            index=models.Index(fields=['seller', '-consented_at'], name='warranties_of_seller'),
        ),
        migrations.AddConstraint(
            model_name='warrantyregistration',
            constraint=models.UniqueConstraint(condition=models.Q(('confirmed_at__isnull', False)), fields=('code',), name='one_warranty_per_piece'),
        ),
        migrations.AddConstraint(
            model_name='yieldsetting',
            constraint=models.CheckConstraint(condition=models.Q(('most__isnull', True), models.Q(('most__gt', 0), ('most__lte', 100)), _connector='OR'), name='yield_possible'),
        ),
        ]),
        migrations.RunPython(triggers(EVENTS.create), triggers(EVENTS.drop)),
        migrations.RunPython(triggers(PROOFS.create), triggers(PROOFS.drop)),
    ]
