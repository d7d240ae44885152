"""The tables as they are, made at once where there are none yet; older databases go the way they began."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from marketplace.tables_at_once import TablesAtOnce


class Migration(migrations.Migration):

    replaces = [
        ('sellers', '0001_initial'),
        ('sellers', '0002_catalogue_languages_search'),
        ('sellers', '0003_papers_and_letters'),
    ]

    initial = True

    dependencies = [
        ('accounts', '0002_stock_and_webhooks'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesAtOnce([
        migrations.CreateModel(
            name='Seller',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('slug', models.SlugField(max_length=120, unique=True)),
                ('legal_name', models.CharField(max_length=250)),
                ('name', models.CharField(max_length=120)),
                ('tagline', models.CharField(blank=True, max_length=200)),
                ('story', models.TextField(blank=True, max_length=10000)),
                ('source_language', models.CharField(default='vi', max_length=16)),
                ('entity_type', models.CharField(choices=[('ENTERPRISE', 'Enterprise'), ('HOUSEHOLD', 'Household'), ('INDIVIDUAL', 'Individual')], max_length=12)),
                ('tax_residence', models.CharField(choices=[('RESIDENT', 'Resident'), ('NON_RESIDENT', 'Non Resident')], default='RESIDENT', max_length=12)),
                ('tax_code', models.CharField(max_length=14, unique=True)),
                ('craft', models.CharField(choices=[('furniture', 'Furniture'), ('lacquer', 'Lacquer'), ('ceramics', 'Ceramics'), ('footwear', 'Footwear'), ('rubber', 'Rubber'), ('mechanics', 'Mechanics'), ('fruit', 'Fruit'), ('textile', 'Textile'), ('food', 'Food'), ('other', 'Other')], max_length=12)),
                ('status', models.CharField(choices=[('APPLIED', 'Applied'), ('APPROVED', 'Approved'), ('REJECTED', 'Rejected'), ('SUSPENDED', 'Suspended')], default='APPLIED', max_length=10)),
                ('former_district', models.CharField(blank=True, max_length=60)),
                ('email', models.EmailField(max_length=254)),
                ('phone', models.CharField(max_length=20)),
                ('website_url', models.URLField(blank=True, max_length=250)),
                ('founded_year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('logo', models.ImageField(blank=True, upload_to='sellers/logos/')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('approved_at', models.DateTimeField(blank=True, null=True)),
                ('search_text', models.CharField(editable=False, max_length=400)),
                ('address', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.address')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='ResponsiblePerson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=250)),
                ('email', models.EmailField(max_length=254)),
                ('website_url', models.URLField(blank=True, max_length=250)),
                ('is_default', models.BooleanField(default=False)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('address', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.address')),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='responsible_people', to='sellers.seller')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='SellerInvitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254)),
                ('role', models.CharField(choices=[('OWNER', 'Owner'), ('MANAGER', 'Manager'), ('PACKER', 'Packer')], max_length=8)),
                ('language', models.CharField(max_length=16)),
                ('sent_at', models.DateTimeField()),
                ('invited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='sellers.seller')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='SellerMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('OWNER', 'Owner'), ('MANAGER', 'Manager'), ('PACKER', 'Packer')], max_length=8)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='sellers.seller')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='SellerStatusChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('APPLIED', 'Applied'), ('APPROVED', 'Approved'), ('REJECTED', 'Rejected'), ('SUSPENDED', 'Suspended')], max_length=10)),
                ('reason', models.CharField(blank=True, max_length=1000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='status_changes', to='sellers.seller')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddIndex(
            model_name='seller',
            index=models.Index(fields=['status', 'craft'], name='seller_status_craft'),
        ),
        migrations.AddConstraint(
            model_name='responsibleperson',
            constraint=models.UniqueConstraint(condition=models.Q(('is_default', True), ('removed_at__isnull', True)), fields=('seller',), name='one_default_responsible_person'),
        ),
        migrations.AddConstraint(
            model_name='sellerinvitation',
            constraint=models.UniqueConstraint(fields=('seller', 'email'), name='one_invitation_per_address'),
        ),
        migrations.AddConstraint(
            model_name='sellermember',
            constraint=models.UniqueConstraint(fields=('seller', 'user'), name='one_role_per_seller_and_user'),
        ),
        ]),
    ]
