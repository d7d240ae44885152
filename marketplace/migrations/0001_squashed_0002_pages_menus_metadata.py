"""The tables as they are, made at once where there are none yet; older databases go the way they began."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from marketplace.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):

    replaces = [
        ('marketplace', '0001_stock_and_webhooks'),
        ('marketplace', '0002_pages_menus_metadata'),
    ]

    initial = True

    dependencies = [
        ('catalog', '0008_events_are_append_only'),
        ('sellers', '0003_papers_and_letters'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesAtOnce([
        migrations.CreateModel(
            name='Menu',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=120, unique=True)),
                ('name', models.CharField(max_length=120)),
            ],
            options={
                'ordering': ['name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Page',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=120, unique=True)),
                ('source_language', models.CharField(default='en', max_length=10)),
                ('title', models.CharField(max_length=250)),
                ('content', models.TextField(blank=True, max_length=50000)),
                ('seo_title', models.CharField(blank=True, max_length=120)),
                ('seo_description', models.CharField(blank=True, max_length=300)),
                ('is_published', models.BooleanField(default=False)),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('is_sample', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'ordering': ['title', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Webhook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('target_url', models.CharField(max_length=500)),
                ('events', models.JSONField(default=list)),
                ('is_active', models.BooleanField(default=True)),
                ('seed', models.CharField(max_length=64)),
                ('previous_seed', models.CharField(blank=True, max_length=64)),
                ('previous_until', models.DateTimeField(null=True)),
                ('failing_since', models.DateTimeField(null=True)),
                ('disabled_at', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seller', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='WebhookDelivery',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('event_type', models.CharField(choices=[('ORDER_PLACED', 'Order Placed'), ('ORDER_PAID', 'Order Paid'), ('ORDER_CANCELED', 'Order Canceled'), ('SELLER_ORDER_SHIPPED', 'Seller Order Shipped'), ('SELLER_ORDER_DELIVERED', 'Seller Order Delivered'), ('SELLER_ORDER_CANCELED', 'Seller Order Canceled'), ('PRODUCT_CHANGED', 'Product Changed'), ('STOCK_CHANGED', 'Stock Changed'), ('QUOTE_REQUESTED', 'Quote Requested'), ('QUOTE_CHANGED', 'Quote Changed'), ('QUOTE_ACCEPTED', 'Quote Accepted'), ('PAYOUT_SENT', 'Payout Sent'), ('PING', 'Ping')], max_length=30)),
                ('event_id', models.UUIDField()),
                ('payload', models.TextField()),
                ('status', models.CharField(choices=[('PENDING', 'Pending'), ('SUCCESS', 'Success'), ('FAILED', 'Failed')], default='PENDING', max_length=8)),
                ('attempts_made', models.PositiveSmallIntegerField(default=0)),
                ('created_at', models.DateTimeField()),
                ('next_attempt_at', models.DateTimeField()),
                ('give_up_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(null=True)),
                ('webhook', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='marketplace.webhook')),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='WebhookAttempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('duration_ms', models.PositiveIntegerField()),
                ('status_code', models.PositiveSmallIntegerField(null=True)),
                ('failure', models.CharField(blank=True, choices=[('STATUS', 'Status'), ('TIMEOUT', 'Timeout'), ('CONNECTION', 'Connection'), ('ADDRESS_REFUSED', 'Address Refused')], max_length=16)),
                ('answer', models.CharField(blank=True, max_length=500)),
                ('delivery', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attempts', to='marketplace.webhookdelivery')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='MenuItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.PositiveSmallIntegerField(default=0)),
                ('sort_order', models.PositiveIntegerField(default=0)),
                ('name', models.CharField(max_length=120)),
                ('url', models.CharField(blank=True, max_length=300)),
                ('category', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.category')),
                ('collection', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.collection')),
                ('menu', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='marketplace.menu')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='children', to='marketplace.menuitem')),
                ('page', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='marketplace.page')),
            ],
            options={
                'ordering': ['sort_order', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('category__isnull', True), ('page__isnull', True)), models.Q(('collection__isnull', True), ('page__isnull', True)), models.Q(('category__isnull', True), ('collection__isnull', True)), _connector='OR'), name='menu_item_leads_to_one_place')],
            },
        ),
        migrations.AddIndex(
            model_name='webhookdelivery',
            index=models.Index(condition=models.Q(('status', 'PENDING')), fields=['next_attempt_at'], name='webhook_delivery_waiting'),
        ),
        migrations.AddIndex(
            model_name='webhookdelivery',
            index=models.Index(fields=['webhook', '-created_at'], name='deliveries_of_a_webhook'),
        ),
        ]),
    ]
