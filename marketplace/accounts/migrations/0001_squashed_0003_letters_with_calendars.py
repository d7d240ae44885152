"""The tables as they are, made at once where there are none yet; older databases go the way they began."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from marketplace.tables_at_once import TablesAtOnce

class Migration(migrations.Migration):

    replaces = [
        ('accounts', '0001_initial'),
        ('accounts', '0002_stock_and_webhooks'),
        ('accounts', '0003_letters_with_calendars'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        TablesAtOnce([
        migrations.CreateModel(
            name='Address',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first_name', models.CharField(blank=True, max_length=150)),
                ('last_name', models.CharField(blank=True, max_length=150)),
                ('company_name', models.CharField(blank=True, max_length=250)),
                ('street_address_1', models.CharField(blank=True, max_length=250)),
                ('street_address_2', models.CharField(blank=True, max_length=250)),
                ('city', models.CharField(blank=True, max_length=120)),
                ('city_area', models.CharField(blank=True, max_length=120)),
                ('postal_code', models.CharField(blank=True, max_length=20)),
                ('country', models.CharField(max_length=2)),
                ('country_area', models.CharField(blank=True, max_length=120)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('former_district', models.CharField(blank=True, max_length=60)),
            ],
            options={
                'indexes': [models.Index(fields=['country'], name='address_country')],
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('email', models.EmailField(max_length=254, unique=True)),
                ('first_name', models.CharField(blank=True, max_length=150)),
                ('last_name', models.CharField(blank=True, max_length=150)),
                ('language', models.CharField(default='en', max_length=16)),
                ('is_active', models.BooleanField(default=True)),
                ('is_confirmed', models.BooleanField(default=False)),
                ('staff_roles', models.JSONField(blank=True, default=list)),
                ('token_generation', models.PositiveIntegerField(default=0)),
                ('totp_seed', models.CharField(blank=True, max_length=64)),
                ('totp_confirmed_at', models.DateTimeField(blank=True, null=True)),
                ('totp_last_step', models.BigIntegerField(default=0)),
                ('metadata', models.JSONField(blank=True, default=dict)),
                ('private_metadata', models.JSONField(blank=True, default=dict)),
                ('date_joined', models.DateTimeField(auto_now_add=True)),
                ('erased_at', models.DateTimeField(blank=True, null=True)),
                ('default_billing_address', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='accounts.address')),
                ('default_shipping_address', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='accounts.address')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OutgoingLetter',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(blank=True, max_length=40)),
                ('recipient', models.EmailField(max_length=254)),
                ('language', models.CharField(max_length=12)),
                ('subject', models.CharField(max_length=500)),
                ('text', models.TextField(blank=True)),
                ('html', models.TextField(blank=True)),
                ('calendar', models.TextField(blank=True)),
                ('state', models.CharField(choices=[('WAITING', 'Waiting'), ('SENT', 'Sent'), ('REFUSED', 'Refused'), ('EXPIRED', 'Expired'), ('GIVEN_UP', 'Given Up')], default='WAITING', max_length=10)),
                ('created_at', models.DateTimeField()),
                ('good_until', models.DateTimeField(null=True)),
                ('available_at', models.DateTimeField()),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('last_error', models.CharField(blank=True, max_length=300)),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-created_at', '-id'],
                'indexes': [models.Index(condition=models.Q(('state', 'WAITING')), fields=['available_at'], name='letters_waiting'), models.Index(fields=['state', '-created_at'], name='letters_by_state'), models.Index(fields=['recipient'], name='letters_of_a_person')],
            },
        ),
        migrations.CreateModel(
            name='RefreshToken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family', models.UUIDField(db_index=True)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('created_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField(db_index=True)),
                ('used_at', models.DateTimeField(null=True)),
                ('revoked_at', models.DateTimeField(null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='SavedAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('address', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.address')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_addresses', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='RecoveryCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code_hash', models.CharField(max_length=64)),
                ('used_at', models.DateTimeField(null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user', 'code_hash'), name='recovery_code_once_per_user')],
            },
        ),
        ]),
    ]
