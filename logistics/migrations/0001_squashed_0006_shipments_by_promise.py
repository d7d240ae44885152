"""The tables as they are, made at once where there are none yet; older databases go the way they began."""

import django.db.models.deletion
import django.utils.timezone
import logistics.carriers.accounts.carrier_account
import logistics.shipments.freight.subscription
import marketplace.sealed.field
import uuid
from django.conf import settings
from django.db import migrations, models

from marketplace.tables_at_once import TablesAtOnce

class Migration(migrations.Migration):

    replaces = [
        ('logistics', '0001_initial'),
        ('logistics', '0002_papers_and_letters'),
        ('logistics', '0003_sealed_bank_accounts'),
        ('logistics', '0004_shipments_on_their_way'),
        ('logistics', '0005_one_company_prefix'),
        ('logistics', '0006_shipments_by_promise'),
    ]

    initial = True

    dependencies = [
        ('catalog', '0016_events_refuse_again'),
        ('channels', '0001_initial'),
        ('sellers', '0003_papers_and_letters'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesAtOnce([
        migrations.CreateModel(
            name='Parcel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('gross_weight_g', models.PositiveIntegerField(default=0)),
                ('length_mm', models.PositiveIntegerField(default=0)),
                ('width_mm', models.PositiveIntegerField(default=0)),
                ('height_mm', models.PositiveIntegerField(default=0)),
                ('sscc', models.CharField(max_length=18, null=True, unique=True)),
                ('sscc_is_internal', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='BillOfMaterials',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('currency', models.CharField(max_length=3)),
                ('ex_works', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('free_on_board', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.product')),
                ('updated_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('variant', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.productvariant')),
            ],
        ),
        migrations.CreateModel(
            name='BillMaterial',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('name', models.CharField(max_length=120)),
                ('hs_code', models.CharField(blank=True, max_length=12)),
                ('origin_country', models.CharField(blank=True, max_length=2)),
                ('value_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('value_currency', models.CharField(max_length=3)),
                ('weight_g', models.PositiveIntegerField(default=0)),
                ('supplier', models.CharField(blank=True, max_length=120)),
                ('declared', models.BooleanField(default=False)),
                ('bill', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='materials', to='logistics.billofmaterials')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='CarrierAccount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=logistics.carriers.accounts.carrier_account.new_key, editable=False, max_length=40, unique=True)),
                ('carrier', models.CharField(max_length=40)),
                ('sealed_settings', marketplace.sealed.field.SealedTextField(default='')),
                ('shown', models.JSONField(default=dict)),
                ('is_test', models.BooleanField(default=False)),
                ('base_url', models.CharField(blank=True, max_length=200)),
                ('connected_at', models.DateTimeField(auto_now_add=True)),
                ('disconnected_at', models.DateTimeField(null=True)),
                ('checked_at', models.DateTimeField(null=True)),
                ('is_working', models.BooleanField(null=True)),
                ('connected_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seller', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['carrier', 'id'],
            },
        ),
        migrations.CreateModel(
            name='CarrierNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('carrier', models.CharField(max_length=40)),
                ('account_key', models.CharField(max_length=40)),
                ('digest', models.CharField(max_length=64)),
                ('told', models.JSONField()),
                ('body', models.BinaryField()),
                ('received_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('due_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('handled_at', models.DateTimeField(null=True)),
                ('given_up_at', models.DateTimeField(null=True)),
                ('error', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'ordering': ['id'],
                'indexes': [models.Index(condition=models.Q(('given_up_at__isnull', True), ('handled_at__isnull', True)), fields=['due_at'], name='carrier_notices_to_do')],
                'constraints': [models.UniqueConstraint(fields=('carrier', 'account_key', 'digest'), name='carrier_notice_once')],
            },
        ),
        migrations.CreateModel(
            name='CustomsEdition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_name', models.CharField(max_length=200)),
                ('status', models.CharField(choices=[('PREVIEWED', 'Previewed'), ('APPLIED', 'Applied'), ('DISCARDED', 'Discarded')], default='PREVIEWED', max_length=10)),
                ('rows', models.JSONField(default=list)),
                ('written', models.PositiveIntegerField(default=0)),
                ('note', models.CharField(blank=True, max_length=400)),
                ('sequence', models.PositiveIntegerField(null=True, unique=True)),
                ('digest', models.CharField(blank=True, max_length=64)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('applied_at', models.DateTimeField(null=True)),
                ('applied_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('PROFORMA', 'Proforma invoice'), ('COMMERCIAL_INVOICE', 'Commercial invoice'), ('PACKING_LIST', 'Packing list'), ('ORDER_CONFIRMATION', 'Order confirmation'), ('INVOICE', 'Invoice'), ('CREDIT_NOTE', 'Credit note'), ('CN22', 'Customs declaration CN 22'), ('CN23', 'Customs declaration CN 23'), ('ORIGIN_DATA', 'Data for the certificate of origin'), ('ORIGIN_STATEMENT', 'Statement on origin'), ('LACEY', 'Plant and plant product declaration'), ('DANGEROUS_GOODS', 'Dangerous goods note'), ('SHIPPER_LETTER', "Shipper's letter of instruction")], max_length=24)),
                ('language', models.CharField(max_length=12)),
                ('owner_kind', models.CharField(max_length=40)),
                ('owner_reference', models.CharField(max_length=60)),
                ('version', models.PositiveIntegerField(default=1)),
                ('number', models.CharField(max_length=60)),
                ('content', models.JSONField()),
                ('sha256', models.CharField(blank=True, max_length=64)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('rendered_at', models.DateTimeField(null=True)),
                ('issued_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['kind', 'created_at'],
            },
        ),
        migrations.CreateModel(
            name='DocumentSeries',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40)),
                ('year', models.PositiveIntegerField()),
                ('last', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('code', 'year'), name='one_series_per_year')],
            },
        ),
        migrations.CreateModel(
            name='FreightSubscription',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('carrier_name', models.CharField(max_length=80)),
                ('key', models.CharField(default=logistics.shipments.freight.subscription._key, max_length=40, unique=True)),
                ('secret', marketplace.sealed.field.SealedTextField()),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField(null=True)),
                ('last_heard_at', models.DateTimeField(null=True)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='HsName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=6)),
                ('language', models.CharField(max_length=12)),
                ('name', models.CharField(max_length=500)),
                ('folded', models.CharField(max_length=500)),
                ('edition', models.CharField(max_length=40)),
            ],
            options={
                'ordering': ['code', 'language'],
                'constraints': [models.UniqueConstraint(fields=('code', 'language'), name='one_hs_name_per_language')],
            },
        ),
        migrations.CreateModel(
            name='ListEdition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=40)),
                ('published_on', models.DateField(null=True)),
                ('file_name', models.CharField(blank=True, max_length=200)),
                ('sha256', models.CharField(max_length=64)),
                ('party_count', models.PositiveIntegerField()),
                ('loaded_at', models.DateTimeField(auto_now_add=True)),
                ('superseded_at', models.DateTimeField(null=True)),
                ('loaded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-loaded_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='ListedParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.CharField(max_length=80)),
                ('kind', models.CharField(choices=[('PERSON', 'Person'), ('ENTITY', 'Entity'), ('VESSEL', 'Vessel'), ('OTHER', 'Other')], max_length=10)),
                ('programs', models.JSONField(default=list)),
                ('countries', models.JSONField(default=list)),
                ('born', models.JSONField(default=list)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='logistics.listedition')),
            ],
        ),
        migrations.CreateModel(
            name='ListedName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=400)),
                ('is_weak', models.BooleanField(default=False)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='logistics.listedparty')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='ParcelTraceCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(db_index=True, max_length=16)),
                ('parcel', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='trace_codes', to='logistics.parcel')),
            ],
        ),
        migrations.CreateModel(
            name='RateTable',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('service', models.CharField(max_length=40)),
                ('name', models.CharField(max_length=100)),
                ('mode', models.CharField(choices=[('ROAD', 'Road'), ('COURIER', 'Courier'), ('POST', 'Post'), ('AIR', 'Air'), ('RAIL', 'Rail'), ('BARGE', 'Barge'), ('SEA', 'Sea')], max_length=8)),
                ('currency', models.CharField(max_length=3)),
                ('unit', models.CharField(choices=[('kg', 'Kg'), ('m3', 'M3'), ('container', 'Container')], max_length=9)),
                ('step', models.DecimalField(decimal_places=3, max_digits=9)),
                ('least', models.DecimalField(decimal_places=3, max_digits=9)),
                ('minimum_amount', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('volumetric_divisor', models.PositiveIntegerField(null=True)),
                ('max_package_g', models.PositiveIntegerField(null=True)),
                ('fuel_percent', models.DecimalField(decimal_places=2, default=0, max_digits=5)),
                ('effective_from', models.DateField()),
                ('effective_to', models.DateField(null=True)),
                ('file_name', models.CharField(blank=True, max_length=200)),
                ('imported_at', models.DateTimeField(auto_now_add=True)),
                ('imported_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seller', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['service', '-effective_from', 'id'],
            },
        ),
        migrations.CreateModel(
            name='RateTableRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('zone', models.CharField(max_length=100)),
                ('countries', models.JSONField(default=list)),
                ('regions', models.JSONField(default=list)),
                ('origin', models.CharField(blank=True, max_length=5)),
                ('destination', models.CharField(blank=True, max_length=5)),
                ('container', models.CharField(blank=True, max_length=4)),
                ('up_to', models.DecimalField(decimal_places=3, max_digits=12, null=True)),
                ('price_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('per_step_amount', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('min_days', models.PositiveSmallIntegerField()),
                ('max_days', models.PositiveSmallIntegerField()),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='logistics.ratetable')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='Screening',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('reference', models.CharField(db_index=True, max_length=60)),
                ('role', models.CharField(max_length=20)),
                ('name', models.CharField(blank=True, max_length=400)),
                ('country', models.CharField(blank=True, max_length=2)),
                ('subject_digest', models.CharField(max_length=64)),
                ('editions_digest', models.CharField(max_length=64)),
                ('hits_digest', models.CharField(blank=True, max_length=64)),
                ('status', models.CharField(choices=[('UNSCREENED', 'Unscreened'), ('CLEAR', 'Clear'), ('HELD', 'Held'), ('CLEARED', 'Cleared'), ('CONFIRMED', 'Confirmed')], max_length=12)),
                ('is_current', models.BooleanField(default=True)),
                ('screened_at', models.DateTimeField(auto_now_add=True)),
                ('cleared_like', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='logistics.screening')),
            ],
            options={
                'ordering': ['screened_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ScreeningDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('UNSCREENED', 'Unscreened'), ('CLEAR', 'Clear'), ('HELD', 'Held'), ('CLEARED', 'Cleared'), ('CONFIRMED', 'Confirmed')], max_length=12)),
                ('reason', models.CharField(max_length=1000)),
                ('decided_at', models.DateTimeField(auto_now_add=True)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('screening', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='logistics.screening')),
            ],
            options={
                'ordering': ['decided_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ScreeningHit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=40)),
                ('uid', models.CharField(max_length=80)),
                ('kind', models.CharField(max_length=10)),
                ('listed_name', models.CharField(max_length=400)),
                ('matched_name', models.CharField(max_length=400)),
                ('score', models.DecimalField(decimal_places=3, max_digits=4)),
                ('reasons', models.JSONField()),
                ('programs', models.JSONField()),
                ('countries', models.JSONField()),
                ('born', models.JSONField()),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='logistics.listedition')),
                ('screening', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hits', to='logistics.screening')),
            ],
            options={
                'ordering': ['-score', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Shipment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('reference', models.CharField(db_index=True, max_length=60)),
                ('carrier', models.CharField(max_length=40)),
                ('carrier_name', models.CharField(blank=True, max_length=80)),
                ('account_key', models.CharField(blank=True, max_length=40)),
                ('service', models.CharField(blank=True, max_length=60)),
                ('booking_key', models.CharField(blank=True, max_length=40)),
                ('booking_refusal', models.CharField(blank=True, max_length=300)),
                ('booking_cost', models.DecimalField(decimal_places=4, max_digits=18, null=True)),
                ('booking_currency', models.CharField(blank=True, max_length=3)),
                ('tracking_number', models.CharField(blank=True, max_length=80)),
                ('tracking_token', models.CharField(max_length=40, null=True, unique=True)),
                ('status', models.CharField(choices=[('DRAFT', 'Draft'), ('BOOKED', 'Booked'), ('IN_TRANSIT', 'In transit'), ('CUSTOMS', 'In customs'), ('OUT_FOR_DELIVERY', 'Out for delivery'), ('DELIVERED', 'Delivered'), ('RETURNED', 'Returned to the seller'), ('FAILED', 'Could not be delivered'), ('CANCELLED', 'Cancelled')], default='DRAFT', max_length=20)),
                ('consignment_data', models.JSONField()),
                ('language', models.CharField(max_length=12)),
                ('estimated_delivery', models.DateField(null=True)),
                ('promised_delivery', models.DateField(null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('booked_at', models.DateTimeField(null=True)),
                ('shipped_at', models.DateTimeField(null=True)),
                ('delivered_at', models.DateTimeField(null=True)),
                ('last_news_at', models.DateTimeField(null=True)),
                ('book_due_at', models.DateTimeField(null=True)),
                ('book_attempts', models.PositiveSmallIntegerField(default=0)),
                ('poll_due_at', models.DateTimeField(null=True)),
                ('poll_failures', models.PositiveSmallIntegerField(default=0)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-created_at', 'id'],
            },
        ),
        migrations.AddField(
            model_name='parcel',
            name='shipment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parcels', to='logistics.shipment'),
        ),
        migrations.CreateModel(
            name='CustomsDeclaration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField()),
                ('consignment_data', models.JSONField()),
                ('facts_data', models.JSONField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('shipment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='declarations', to='logistics.shipment')),
            ],
            options={
                'ordering': ['-version'],
            },
        ),
        migrations.CreateModel(
            name='CarrierLabel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('media_type', models.CharField(max_length=100)),
                ('content', models.BinaryField()),
                ('shipment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='carrier_labels', to='logistics.shipment')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='ArrivalEstimate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('expected_on', models.DateField()),
                ('source', models.CharField(choices=[('CARRIER', 'The carrier'), ('LEGS', 'The planned legs'), ('SELLER', 'The seller')], max_length=10)),
                ('said_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('said_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('shipment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='arrival_estimates', to='logistics.shipment')),
            ],
            options={
                'ordering': ['said_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ShipmentAlert',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('DELAYED', 'Later than promised'), ('NO_NEWS', 'No news for too long'), ('CUSTOMS_HOLD', 'Held by customs'), ('PICKUP_FAILED', 'Could not be fetched'), ('DELIVERY_FAILED', 'Could not be delivered'), ('RETURNING', 'On the way back'), ('LOST', 'Lost'), ('DAMAGED', 'Damaged')], max_length=20)),
                ('fact', models.CharField(max_length=80)),
                ('raised_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField(null=True)),
                ('shipment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alerts', to='logistics.shipment')),
            ],
            options={
                'ordering': ['-raised_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='ShipmentLeg',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('mode', models.CharField(choices=[('TRUCK', 'Truck'), ('BARGE', 'River barge'), ('RAIL', 'Train'), ('VESSEL', 'Sea-going ship'), ('AIR', 'Aeroplane'), ('LAST_MILE', 'Delivery van'), ('PARCEL', 'As the parcel carrier sees fit')], max_length=10)),
                ('from_place', models.CharField(max_length=120)),
                ('from_code', models.CharField(blank=True, max_length=5)),
                ('to_place', models.CharField(max_length=120)),
                ('to_code', models.CharField(blank=True, max_length=5)),
                ('carrier_name', models.CharField(blank=True, max_length=80)),
                ('reference', models.CharField(blank=True, max_length=60)),
                ('transport_document', models.CharField(blank=True, max_length=60)),
                ('vessel_name', models.CharField(blank=True, max_length=80)),
                ('vessel_imo', models.CharField(blank=True, max_length=7)),
                ('voyage', models.CharField(blank=True, max_length=40)),
                ('planned_departure', models.DateTimeField(null=True)),
                ('estimated_departure', models.DateTimeField(null=True)),
                ('actual_departure', models.DateTimeField(null=True)),
                ('planned_arrival', models.DateTimeField(null=True)),
                ('estimated_arrival', models.DateTimeField(null=True)),
                ('actual_arrival', models.DateTimeField(null=True)),
                ('shipment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='legs', to='logistics.shipment')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='LegContainer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(db_index=True, max_length=11)),
                ('leg', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='containers', to='logistics.shipmentleg')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='FreightEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event_id', models.CharField(max_length=100)),
                ('event_type', models.CharField(max_length=20)),
                ('classifier', models.CharField(max_length=3)),
                ('code', models.CharField(max_length=20)),
                ('document_type', models.CharField(blank=True, max_length=20)),
                ('document_id', models.CharField(blank=True, max_length=100)),
                ('occurred_at', models.DateTimeField()),
                ('created_at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('place', models.CharField(blank=True, max_length=120)),
                ('place_code', models.CharField(blank=True, max_length=5)),
                ('mode', models.CharField(blank=True, max_length=20)),
                ('vessel_name', models.CharField(blank=True, max_length=80)),
                ('vessel_imo', models.CharField(blank=True, max_length=20)),
                ('voyage', models.CharField(blank=True, max_length=60)),
                ('equipment', models.CharField(blank=True, max_length=20)),
                ('is_empty', models.BooleanField(null=True)),
                ('booking_reference', models.CharField(blank=True, max_length=60)),
                ('transport_document', models.CharField(blank=True, max_length=60)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('raw', models.JSONField()),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('shipment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='freight_events', to='logistics.shipment')),
                ('leg', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='logistics.shipmentleg')),
            ],
            options={
                'ordering': ['created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ShippingMethod',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('type', models.CharField(choices=[('PRICE', 'Price'), ('WEIGHT', 'Weight'), ('CARRIER', 'Carrier'), ('PICKUP', 'Pickup')], max_length=10)),
                ('name', models.CharField(max_length=100)),
                ('description', models.TextField(blank=True, max_length=1000)),
                ('source_language', models.CharField(max_length=16)),
                ('minimum_order_weight_g', models.PositiveIntegerField(null=True)),
                ('maximum_order_weight_g', models.PositiveIntegerField(null=True)),
                ('minimum_delivery_days', models.PositiveSmallIntegerField(null=True)),
                ('maximum_delivery_days', models.PositiveSmallIntegerField(null=True)),
                ('carrier_services', models.JSONField(default=list)),
                ('surcharge_percent', models.DecimalField(decimal_places=2, default=0, max_digits=6)),
                ('pickup_place', models.CharField(blank=True, max_length=200)),
                ('pickup_hours', models.CharField(blank=True, max_length=200)),
                ('pickup_from', models.DateField(null=True)),
                ('pickup_to', models.DateField(null=True)),
                ('is_active', models.BooleanField(default=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('excluded_products', models.ManyToManyField(related_name='+', to='catalog.product')),
                ('pickup_warehouse', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.warehouse')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='PostalCodeRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.CharField(max_length=20)),
                ('end', models.CharField(blank=True, max_length=20)),
                ('inclusion_type', models.CharField(choices=[('INCLUDE', 'Include'), ('EXCLUDE', 'Exclude')], default='EXCLUDE', max_length=8)),
                ('method', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='postal_code_rules', to='logistics.shippingmethod')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='MethodListing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('price_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('minimum_order_amount', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('maximum_order_amount', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('free_from_amount', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('channel', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='channels.channel')),
                ('method', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='listings', to='logistics.shippingmethod')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='ShippingZone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100)),
                ('description', models.CharField(blank=True, max_length=500)),
                ('is_default', models.BooleanField(default=False)),
                ('countries', models.JSONField(default=list)),
                ('regions', models.JSONField(default=list)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('channels', models.ManyToManyField(related_name='+', to='channels.channel')),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddField(
            model_name='shippingmethod',
            name='zone',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='methods', to='logistics.shippingzone'),
        ),
        migrations.CreateModel(
            name='SsccRange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('prefix', models.CharField(max_length=12, unique=True)),
                ('is_internal', models.BooleanField()),
                ('next_serial', models.BigIntegerField(default=1)),
                ('ended_at', models.DateTimeField(null=True)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
        ),
        migrations.CreateModel(
            name='TrackingEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(blank=True, choices=[('DRAFT', 'Draft'), ('BOOKED', 'Booked'), ('IN_TRANSIT', 'In transit'), ('CUSTOMS', 'In customs'), ('OUT_FOR_DELIVERY', 'Out for delivery'), ('DELIVERED', 'Delivered'), ('RETURNED', 'Returned to the seller'), ('FAILED', 'Could not be delivered'), ('CANCELLED', 'Cancelled')], max_length=20)),
                ('raw_code', models.CharField(blank=True, max_length=60)),
                ('occurred_at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('place', models.CharField(blank=True, max_length=120)),
                ('note', models.CharField(blank=True, max_length=500)),
                ('trouble', models.CharField(blank=True, choices=[('DELAYED', 'Delayed'), ('CUSTOMS_HOLD', 'Held by customs'), ('CUSTOMS_RELEASED', 'Released by customs: the trouble is over'), ('PICKUP_FAILED', 'Could not be fetched'), ('DELIVERY_FAILED', 'An attempt to deliver was in vain'), ('RETURNING', 'On the way back'), ('LOST', 'Lost'), ('DAMAGED', 'Damaged')], max_length=20)),
                ('fingerprint', models.CharField(max_length=64)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('shipment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='logistics.shipment')),
            ],
            options={
                'ordering': ['occurred_at', 'id'],
            },
        ),
        migrations.AddConstraint(
            model_name='billofmaterials',
            constraint=models.UniqueConstraint(condition=models.Q(('variant__isnull', True)), fields=('product',), name='one_bill_of_materials_per_product'),
        ),
        migrations.AddConstraint(
            model_name='billofmaterials',
            constraint=models.UniqueConstraint(condition=models.Q(('variant__isnull', False)), fields=('variant',), name='one_bill_of_materials_per_variant'),
        ),
        migrations.AddConstraint(
            model_name='billmaterial',
            constraint=models.UniqueConstraint(fields=('bill', 'position'), name='material_position_once'),
        ),
        migrations.AddConstraint(
            model_name='carrieraccount',
            constraint=models.UniqueConstraint(condition=models.Q(('disconnected_at', None)), fields=('seller', 'carrier'), name='one_live_account_per_seller'),
        ),
        migrations.AddConstraint(
            model_name='carrieraccount',
            constraint=models.UniqueConstraint(condition=models.Q(('disconnected_at', None), ('seller', None)), fields=('carrier',), name='one_live_account_of_ours'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.UniqueConstraint(fields=('owner_kind', 'owner_reference', 'kind', 'language', 'version'), name='one_document_of_a_kind'),
        ),
        migrations.AddConstraint(
            model_name='listedition',
            constraint=models.UniqueConstraint(condition=models.Q(('superseded_at', None)), fields=('source',), name='one_edition_of_a_list_holds'),
        ),
        migrations.AddConstraint(
            model_name='listedparty',
            constraint=models.UniqueConstraint(fields=('edition', 'uid'), name='listed_party_once_per_edition'),
        ),
        migrations.AddConstraint(
            model_name='parceltracecode',
            constraint=models.UniqueConstraint(fields=('parcel', 'code'), name='trace_code_once_per_parcel'),
        ),
        migrations.AddConstraint(
            model_name='ratetable',
            constraint=models.UniqueConstraint(fields=('seller', 'service', 'effective_from'), name='rate_table_once_per_seller_and_day'),
        ),
        migrations.AddConstraint(
            model_name='ratetable',
            constraint=models.UniqueConstraint(condition=models.Q(('seller', None)), fields=('service', 'effective_from'), name='rate_table_of_all_once_per_day'),
        ),
        migrations.AddConstraint(
            model_name='ratetable',
            constraint=models.CheckConstraint(condition=models.Q(('effective_to__isnull', True), ('effective_to__gte', models.F('effective_from')), _connector='OR'), name='rate_table_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='ratetablerow',
            constraint=models.UniqueConstraint(fields=('table', 'position'), name='rate_table_row_position'),
        ),
        migrations.AddIndex(
            model_name='screening',
            index=models.Index(fields=['is_current', 'status', 'screened_at'], name='screenings_by_status'),
        ),
        migrations.AddIndex(
            model_name='screening',
            index=models.Index(fields=['subject_digest', 'hits_digest'], name='screenings_alike'),
        ),
        migrations.AddConstraint(
            model_name='screening',
            constraint=models.UniqueConstraint(fields=('reference', 'role', 'subject_digest', 'editions_digest'), name='name_screened_once_per_lists'),
        ),
        migrations.AddIndex(
            model_name='shipment',
            index=models.Index(fields=['seller', '-created_at'], name='shipments_of_seller'),
        ),
        migrations.AddIndex(
            model_name='shipment',
            index=models.Index(fields=['carrier', 'tracking_number'], name='shipments_by_number'),
        ),
        migrations.AddIndex(
            model_name='shipment',
            index=models.Index(condition=models.Q(('poll_due_at__isnull', False)), fields=['poll_due_at'], name='to_poll'),
        ),
        migrations.AddIndex(
            model_name='shipment',
            index=models.Index(condition=models.Q(('book_due_at__isnull', False)), fields=['book_due_at'], name='to_book'),
        ),
        migrations.AddIndex(
            model_name='shipment',
            index=models.Index(fields=['promised_delivery'], name='shipments_by_promise'),
        ),
        migrations.AddConstraint(
            model_name='parcel',
            constraint=models.UniqueConstraint(fields=('shipment', 'number'), name='parcel_number_once'),
        ),
        migrations.AddConstraint(
            model_name='customsdeclaration',
            constraint=models.UniqueConstraint(fields=('shipment', 'version'), name='declaration_version_once'),
        ),
        migrations.AddConstraint(
            model_name='carrierlabel',
            constraint=models.UniqueConstraint(fields=('shipment', 'number'), name='carrier_label_number_once'),
        ),
        migrations.AddIndex(
            model_name='shipmentalert',
            index=models.Index(condition=models.Q(('ended_at__isnull', True)), fields=['shipment'], name='alerts_open'),
        ),
        migrations.AddConstraint(
            model_name='shipmentalert',
            constraint=models.UniqueConstraint(fields=('shipment', 'kind', 'fact'), name='alert_once_per_fact'),
        ),
        migrations.AddConstraint(
            model_name='shipmentleg',
            constraint=models.UniqueConstraint(fields=('shipment', 'number'), name='leg_number_once'),
        ),
        migrations.AddConstraint(
            model_name='legcontainer',
            constraint=models.UniqueConstraint(fields=('leg', 'number'), name='container_once_per_leg'),
        ),
        migrations.AddConstraint(
            model_name='freightevent',
            constraint=models.UniqueConstraint(fields=('shipment', 'event_id'), name='freight_event_once'),
        ),
        migrations.AddConstraint(
            model_name='postalcoderule',
            constraint=models.UniqueConstraint(fields=('method', 'start', 'end'), name='postal_code_rule_once_per_method'),
        ),
        migrations.AddConstraint(
            model_name='methodlisting',
            constraint=models.UniqueConstraint(fields=('method', 'channel'), name='shipping_method_once_per_channel'),
        ),
        migrations.AddConstraint(
            model_name='shippingzone',
            constraint=models.UniqueConstraint(fields=('seller', 'name'), name='shipping_zone_once_per_seller'),
        ),
        migrations.AddConstraint(
            model_name='ssccrange',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('seller',), name='one_sscc_range_in_use'),
        ),
        migrations.AddConstraint(
            model_name='trackingevent',
            constraint=models.UniqueConstraint(fields=('shipment', 'fingerprint'), name='same_event_once'),
        ),
        ]),
    ]
