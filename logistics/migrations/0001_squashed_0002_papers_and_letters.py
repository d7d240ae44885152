"""The tables as they are, made at once where there are none yet; older databases go the way they began."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from marketplace.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):

    replaces = [
        ('logistics', '0001_initial'),
        ('logistics', '0002_papers_and_letters'),
    ]

    initial = True

    dependencies = [
        ('sellers', '0003_papers_and_letters'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesAtOnce([
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('PROFORMA', 'Proforma invoice'), ('COMMERCIAL_INVOICE', 'Commercial invoice'), ('PACKING_LIST', 'Packing list'), ('ORDER_CONFIRMATION', 'Order confirmation'), ('INVOICE', 'Invoice'), ('CREDIT_NOTE', 'Credit note')], max_length=24)),
                ('language', models.CharField(max_length=12)),
                ('owner_kind', models.CharField(max_length=40)),
                ('owner_reference', models.CharField(max_length=60)),
                ('number', models.CharField(max_length=60)),
                ('content', models.JSONField()),
                ('sha256', models.CharField(blank=True, max_length=64)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('rendered_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['kind', 'created_at'],
                'constraints': [models.UniqueConstraint(fields=('owner_kind', 'owner_reference', 'kind', 'language'), name='one_document_of_a_kind')],
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
            name='Shipment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('reference', models.CharField(db_index=True, max_length=60)),
                ('carrier', models.CharField(max_length=40)),
                ('carrier_name', models.CharField(blank=True, max_length=80)),
                ('tracking_number', models.CharField(blank=True, max_length=80)),
                ('status', models.CharField(choices=[('DRAFT', 'Draft'), ('BOOKED', 'Booked'), ('IN_TRANSIT', 'In transit'), ('CUSTOMS', 'In customs'), ('OUT_FOR_DELIVERY', 'Out for delivery'), ('DELIVERED', 'Delivered'), ('RETURNED', 'Returned to the seller'), ('FAILED', 'Could not be delivered'), ('CANCELLED', 'Cancelled')], default='DRAFT', max_length=20)),
                ('consignment_data', models.JSONField()),
                ('language', models.CharField(max_length=12)),
                ('estimated_delivery', models.DateField(null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('booked_at', models.DateTimeField(null=True)),
                ('shipped_at', models.DateTimeField(null=True)),
                ('delivered_at', models.DateTimeField(null=True)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Parcel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('gross_weight_g', models.PositiveIntegerField(default=0)),
                ('length_mm', models.PositiveIntegerField(default=0)),
                ('width_mm', models.PositiveIntegerField(default=0)),
                ('height_mm', models.PositiveIntegerField(default=0)),
                ('shipment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parcels', to='logistics.shipment')),
            ],
            options={
                'ordering': ['number'],
            },
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
                ('fingerprint', models.CharField(max_length=64)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('shipment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='logistics.shipment')),
            ],
            options={
                'ordering': ['occurred_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ParcelTraceCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(db_index=True, max_length=16)),
                ('parcel', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='trace_codes', to='logistics.parcel')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('parcel', 'code'), name='trace_code_once_per_parcel')],
            },
        ),
        migrations.AddIndex(
            model_name='shipment',
            index=models.Index(fields=['seller', '-created_at'], name='shipments_of_seller'),
        ),
        migrations.AddConstraint(
            model_name='parcel',
            constraint=models.UniqueConstraint(fields=('shipment', 'number'), name='parcel_number_once'),
        ),
        migrations.AddConstraint(
            model_name='trackingevent',
            constraint=models.UniqueConstraint(fields=('shipment', 'fingerprint'), name='same_event_once'),
        ),
        ]),
    ]
