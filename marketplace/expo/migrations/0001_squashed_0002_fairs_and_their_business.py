"""The tables as they are, made at once where there are none yet; older databases go the way they began."""

import django.core.validators
import django.db.models.deletion
import marketplace.expo.door.door_key
import marketplace.sealed.field
import uuid
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models

from marketplace.tables_at_once import TablesAtOnce

class Migration(migrations.Migration):

    replaces = [
        ('expo', '0001_initial'),
        ('expo', '0002_fairs_and_their_business'),
    ]

    initial = True

    dependencies = [
        ('accounts', '0003_letters_with_calendars'),
        ('catalog', '0016_events_refuse_again'),
        ('sellers', '0003_papers_and_letters'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesAtOnce([
        migrations.CreateModel(
            name='Badge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=13, unique=True)),
                ('mark', models.CharField(db_index=True, editable=False, max_length=16)),
                ('kind', models.CharField(choices=[('VISITOR', 'Visitor'), ('EXHIBITOR', 'Exhibitor'), ('STAFF', 'Staff')], max_length=9)),
                ('holder_name', models.CharField(blank=True, max_length=120)),
                ('issued_at', models.DateTimeField()),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Booth',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=20)),
                ('x', models.DecimalField(decimal_places=2, max_digits=7)),
                ('y', models.DecimalField(decimal_places=2, max_digits=7)),
                ('width', models.DecimalField(decimal_places=2, max_digits=7)),
                ('depth', models.DecimalField(decimal_places=2, max_digits=7)),
                ('shape', models.JSONField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('SHELL', 'Shell'), ('RAW', 'Raw'), ('ISLAND', 'Island')], default='SHELL', max_length=8)),
                ('power_kw', models.DecimalField(decimal_places=1, default=Decimal('0'), max_digits=5)),
                ('needs_water', models.BooleanField(default=False)),
                ('is_held', models.BooleanField(default=False)),
                ('held_until', models.DateField(blank=True, null=True)),
                ('is_reserved', models.BooleanField(default=False)),
                ('version', models.PositiveIntegerField(default=1)),
            ],
            options={
                'ordering': ['hall_id', 'code'],
            },
        ),
        migrations.CreateModel(
            name='BoothPrice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('SHELL', 'Shell'), ('RAW', 'Raw'), ('ISLAND', 'Island')], max_length=8)),
                ('currency', models.CharField(max_length=3)),
                ('per_square_metre', models.DecimalField(decimal_places=4, max_digits=16)),
                ('two_sides_percent', models.DecimalField(decimal_places=2, default=Decimal('0'), max_digits=5)),
                ('three_sides_percent', models.DecimalField(decimal_places=2, default=Decimal('0'), max_digits=5)),
                ('four_sides_percent', models.DecimalField(decimal_places=2, default=Decimal('0'), max_digits=5)),
                ('effective_from', models.DateField()),
                ('effective_to', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['kind', 'currency', 'effective_from'],
            },
        ),
        migrations.CreateModel(
            name='ClosedSlot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['starts_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='CoExhibitor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=250)),
                ('country', models.CharField(default='VN', max_length=2)),
                ('tax_code', models.CharField(blank=True, max_length=20)),
                ('website_url', models.URLField(blank=True, max_length=250)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Expo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=120, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('description', models.TextField(blank=True, max_length=10000)),
                ('theme', models.CharField(blank=True, max_length=250)),
                ('source_language', models.CharField(default='vi', max_length=16)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('timezone', models.CharField(default='Asia/Ho_Chi_Minh', max_length=64)),
                ('venue', models.CharField(blank=True, max_length=250)),
                ('edition', models.CharField(blank=True, max_length=20)),
                ('series', models.SlugField(blank=True, max_length=120)),
                ('topics', models.JSONField(blank=True, default=list)),
                ('languages', models.JSONField(blank=True, default=list)),
                ('is_published', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['starts_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='DoorScan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('door', models.CharField(max_length=40)),
                ('scanned_at', models.DateTimeField()),
                ('day', models.DateField()),
                ('direction', models.CharField(choices=[('IN', 'In'), ('OUT', 'Out')], max_length=3)),
                ('client_id', models.UUIDField(unique=True)),
            ],
            options={
                'ordering': ['scanned_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Exhibit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(blank=True, max_length=250)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Exhibitor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=250)),
                ('name_key', models.CharField(editable=False, max_length=250)),
                ('tax_code', models.CharField(blank=True, max_length=20)),
                ('country', models.CharField(default='VN', max_length=2)),
                ('website_url', models.URLField(blank=True, max_length=250)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('description', models.TextField(blank=True, max_length=5000)),
                ('source_language', models.CharField(default='vi', max_length=16)),
                ('categories', models.JSONField(blank=True, default=list)),
                ('categories_text', models.CharField(editable=False, max_length=600)),
                ('search_text', models.CharField(editable=False, max_length=900)),
                ('words_shown', models.TextField(default='', editable=False)),
                ('website_key', models.CharField(default='', editable=False, max_length=120)),
                ('is_seller_decided', models.BooleanField(default=False)),
                ('badge_allowance', models.PositiveSmallIntegerField(default=4)),
                ('source_feed', models.CharField(blank=True, max_length=40)),
                ('meeting_tables', models.PositiveSmallIntegerField(default=1)),
            ],
            options={
                'ordering': ['name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ExhibitorAlias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name_key', models.CharField(max_length=250)),
            ],
        ),
        migrations.CreateModel(
            name='ExhibitorImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('feed', models.CharField(max_length=40)),
                ('file_name', models.CharField(max_length=200)),
                ('columns', models.JSONField(default=list)),
                ('rows', models.JSONField(default=list)),
                ('tally', models.JSONField(default=dict)),
                ('decisions', models.JSONField(default=dict)),
                ('missing', models.JSONField(default=list)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('applied_at', models.DateTimeField(null=True)),
                ('leaving', models.JSONField(default=list)),
                ('outcome', models.JSONField(default=dict)),
                ('task', models.CharField(blank=True, choices=[('FETCH', 'Fetch'), ('APPLY', 'Apply')], max_length=5)),
                ('worked_until', models.DateTimeField(null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('problem', models.JSONField(null=True)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='ExhibitorInvitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254)),
                ('role', models.CharField(choices=[('MANAGER', 'Manager'), ('STAND', 'Stand')], max_length=8)),
                ('language', models.CharField(max_length=16)),
                ('sent_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='ExhibitorListing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('id_there', models.CharField(blank=True, max_length=100)),
            ],
        ),
        migrations.CreateModel(
            name='ExhibitorMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('MANAGER', 'Manager'), ('STAND', 'Stand')], max_length=8)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='ExhibitorSource',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, unique=True)),
                ('feed', models.CharField(max_length=40)),
                ('address', models.CharField(blank=True, max_length=500)),
                ('access_key', marketplace.sealed.field.SealedTextField(null=True)),
                ('mapping', models.JSONField(default=dict)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='FairApplication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('DRAFT', 'Draft'), ('SUBMITTED', 'Submitted'), ('APPROVED', 'Approved'), ('DECLINED', 'Declined'), ('WITHDRAWN', 'Withdrawn'), ('WAITLISTED', 'Waitlisted')], default='DRAFT', max_length=10)),
                ('language', models.CharField(max_length=16)),
                ('name', models.CharField(max_length=250)),
                ('country', models.CharField(default='VN', max_length=2)),
                ('tax_code', models.CharField(blank=True, max_length=20)),
                ('address', models.CharField(blank=True, max_length=400)),
                ('website_url', models.URLField(blank=True, max_length=250)),
                ('contact_name', models.CharField(blank=True, max_length=120)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('currency', models.CharField(default='VND', max_length=3)),
                ('area', models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True)),
                ('booth_kind', models.CharField(choices=[('SHELL', 'Shell'), ('RAW', 'Raw'), ('ISLAND', 'Island')], default='SHELL', max_length=8)),
                ('wished_booths', models.CharField(blank=True, max_length=200)),
                ('power_kilowatts', models.DecimalField(decimal_places=1, default=0, max_digits=6)),
                ('needs_water', models.BooleanField(default=False)),
                ('products', models.TextField(blank=True, max_length=3000)),
                ('categories', models.JSONField(blank=True, default=list)),
                ('co_exhibitors', models.JSONField(blank=True, default=list)),
                ('note', models.TextField(blank=True, max_length=2000)),
                ('accepted_at', models.DateTimeField(blank=True, null=True)),
                ('submitted_at', models.DateTimeField(blank=True, null=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.CharField(blank=True, max_length=1000)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('search_text', models.CharField(default='', editable=False, max_length=300)),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='FairContract',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('accepted_at', models.DateTimeField(blank=True, null=True)),
                ('accepted_name', models.CharField(blank=True, max_length=120)),
                ('accepted_sha256', models.CharField(blank=True, max_length=64)),
                ('signed_file', models.CharField(blank=True, max_length=60)),
                ('signed_file_type', models.CharField(blank=True, max_length=40)),
                ('signed_sha256', models.CharField(blank=True, max_length=64)),
                ('signed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='FairFavorite',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='FairInvoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('currency', models.CharField(max_length=3)),
                ('net_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('vat_rate', models.DecimalField(decimal_places=4, max_digits=5)),
                ('vat_basis', models.CharField(max_length=250)),
                ('vat_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('issued_on', models.DateField()),
                ('due_on', models.DateField()),
            ],
            options={
                'ordering': ['issued_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='FairInvoiceLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('name', models.CharField(max_length=250)),
                ('quantity', models.DecimalField(decimal_places=2, max_digits=9)),
                ('unit_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('amount', models.DecimalField(decimal_places=4, max_digits=20)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='FairNews',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=160)),
                ('body', models.TextField(max_length=10000)),
                ('source_language', models.CharField(default='vi', max_length=16)),
                ('to_exhibitors', models.BooleanField(default=True)),
                ('to_visitors', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('DRAFT', 'Draft'), ('SENDING', 'Sending'), ('SENT', 'Sent')], default='DRAFT', max_length=7)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('released_at', models.DateTimeField(blank=True, null=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('exhibitor_reached', models.PositiveBigIntegerField(default=0)),
                ('visitor_reached', models.PositiveBigIntegerField(default=0)),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='FairPackage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('description', models.TextField(blank=True, max_length=3000)),
                ('source_language', models.CharField(default='vi', max_length=16)),
                ('least_area', models.DecimalField(decimal_places=2, default=9, max_digits=7)),
                ('badge_allowance', models.PositiveSmallIntegerField(default=4)),
                ('is_offered', models.BooleanField(default=True)),
                ('position', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'ordering': ['position', 'id'],
            },
        ),
        migrations.CreateModel(
            name='FairPaper',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('CONTRACT', 'Contract'), ('INVOICE', 'Invoice'), ('CREDIT_NOTE', 'Credit Note')], max_length=12)),
                ('sequence', models.PositiveIntegerField()),
                ('number', models.CharField(max_length=40)),
                ('language', models.CharField(max_length=16)),
                ('content', models.JSONField()),
                ('issued_on', models.DateField()),
                ('sha256', models.CharField(blank=True, max_length=64)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='FairPayment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('paid_on', models.DateField()),
                ('reference', models.CharField(max_length=140)),
                ('recorded_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_reason', models.CharField(blank=True, max_length=500)),
            ],
            options={
                'ordering': ['paid_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Hall',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60)),
                ('width', models.DecimalField(decimal_places=2, max_digits=7)),
                ('depth', models.DecimalField(decimal_places=2, max_digits=7)),
                ('plan_number', models.PositiveIntegerField(default=0)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='HallFeature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('AISLE', 'Aisle'), ('DOOR', 'Door'), ('EMERGENCY_EXIT', 'Emergency Exit'), ('STAGE', 'Stage'), ('INFORMATION', 'Information'), ('TOILETS', 'Toilets'), ('FIRST_AID', 'First Aid'), ('PILLAR', 'Pillar'), ('POWER', 'Power'), ('WATER', 'Water')], max_length=16)),
                ('label', models.CharField(blank=True, max_length=60)),
                ('x', models.DecimalField(decimal_places=2, max_digits=7)),
                ('y', models.DecimalField(decimal_places=2, max_digits=7)),
                ('width', models.DecimalField(decimal_places=2, max_digits=7)),
                ('depth', models.DecimalField(decimal_places=2, max_digits=7)),
            ],
            options={
                'ordering': ['hall_id', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Lead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scanned_at', models.DateTimeField()),
                ('last_scanned_at', models.DateTimeField()),
                ('note', models.TextField(blank=True, max_length=4000)),
                ('rating', models.PositiveSmallIntegerField(null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)])),
                ('follow_up_on', models.DateField(null=True)),
                ('followed_up_at', models.DateTimeField(null=True)),
                ('contact_given_at', models.DateTimeField(null=True)),
                ('contact_wording', models.CharField(blank=True, max_length=20)),
                ('contact_withdrawn_at', models.DateTimeField(null=True)),
                ('forgotten_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-last_scanned_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='LeadExport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('file_format', models.CharField(max_length=4)),
                ('leads', models.PositiveIntegerField()),
                ('contacts', models.PositiveIntegerField()),
            ],
            options={
                'ordering': ['-at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='LeadScan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('client_id', models.UUIDField()),
                ('scanned_at', models.DateTimeField()),
                ('received_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['scanned_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ManualAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(blank=True, max_length=4000)),
                ('number', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                ('choice', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('file', models.CharField(blank=True, max_length=60)),
                ('file_name', models.CharField(blank=True, max_length=120)),
                ('file_type', models.CharField(blank=True, max_length=40)),
                ('answered_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='ManualDone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('done_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='ManualPage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=160)),
                ('body', models.TextField(max_length=20000)),
                ('source_language', models.CharField(default='vi', max_length=16)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('due_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['position', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ManualQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(max_length=250)),
                ('kind', models.CharField(choices=[('TEXT', 'Text'), ('NUMBER', 'Number'), ('CHOICE', 'Choice'), ('FILE', 'File')], max_length=6)),
                ('choices', models.TextField(blank=True, max_length=2000)),
                ('is_required', models.BooleanField(default=False)),
                ('position', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'ordering': ['position', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('table', models.PositiveSmallIntegerField()),
                ('starts_at', models.DateTimeField()),
                ('minutes', models.PositiveSmallIntegerField(default=30)),
                ('status', models.CharField(choices=[('REQUESTED', 'Requested'), ('CONFIRMED', 'Confirmed'), ('DECLINED', 'Declined'), ('CANCELLED', 'Cancelled')], default='REQUESTED', max_length=10)),
                ('asked_by', models.CharField(choices=[('VISITOR', 'Visitor'), ('EXHIBITOR', 'Exhibitor')], max_length=10)),
                ('awaits', models.CharField(choices=[('VISITOR', 'Visitor'), ('EXHIBITOR', 'Exhibitor')], max_length=10)),
                ('message', models.TextField(blank=True, max_length=1000)),
                ('language', models.CharField(max_length=16)),
                ('answer', models.TextField(blank=True, max_length=1000)),
                ('answer_language', models.CharField(blank=True, max_length=16)),
                ('answered_by', models.CharField(blank=True, choices=[('VISITOR', 'Visitor'), ('EXHIBITOR', 'Exhibitor')], max_length=10)),
                ('decline_reason', models.CharField(blank=True, choices=[('NO_TIME', 'No Time'), ('NOT_OUR_FIELD', 'Not Our Field'), ('NOT_SERVED', 'Not Served'), ('MET_ALREADY', 'Met Already'), ('OTHER', 'Other')], max_length=16)),
                ('sequence', models.PositiveIntegerField(default=0)),
                ('created_at', models.DateTimeField()),
                ('decided_at', models.DateTimeField(null=True)),
                ('reminded_of_day_at', models.DateTimeField(null=True)),
                ('reminded_of_hour_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['starts_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='NewsDelivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.CharField(blank=True, max_length=40)),
                ('audience', models.CharField(choices=[('EXHIBITOR', 'Exhibitor'), ('VISITOR', 'Visitor')], max_length=9)),
                ('language', models.CharField(max_length=16)),
                ('text_language', models.CharField(max_length=16)),
                ('outcome', models.CharField(choices=[('WAITING', 'Waiting'), ('SENT', 'Sent'), ('FAILED', 'Failed')], default='WAITING', max_length=7)),
                ('posted_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='OpeningHours',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('audience', models.CharField(choices=[('PUBLIC', 'Public'), ('TRADE', 'Trade'), ('BUILD_UP', 'Build Up'), ('DISMANTLING', 'Dismantling')], default='PUBLIC', max_length=12)),
                ('opens_at', models.TimeField()),
                ('closes_at', models.TimeField()),
            ],
            options={
                'ordering': ['day', 'opens_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Organiser',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=250)),
                ('address', models.CharField(max_length=400)),
                ('tax_code', models.CharField(max_length=20)),
                ('representative', models.CharField(blank=True, max_length=120)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('bank_name', models.CharField(max_length=200)),
                ('bank_account_holder', models.CharField(max_length=200)),
                ('bank_account_number', models.CharField(max_length=40)),
                ('bic', models.CharField(blank=True, max_length=11)),
                ('number_prefix', models.CharField(max_length=20)),
                ('days_to_pay', models.PositiveSmallIntegerField(default=14)),
            ],
        ),
        migrations.CreateModel(
            name='PackagePrice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('REGISTRATION', 'Registration'), ('PACKAGE', 'Package'), ('SQUARE_METRE', 'Square Metre'), ('CO_EXHIBITOR', 'Co Exhibitor'), ('POWER', 'Power'), ('WATER', 'Water')], max_length=12)),
                ('currency', models.CharField(max_length=3)),
                ('amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('effective_from', models.DateField()),
            ],
            options={
                'ordering': ['kind', 'currency', 'effective_from', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Pavilion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('source_language', models.CharField(default='vi', max_length=16)),
                ('country', models.CharField(blank=True, max_length=2)),
                ('colour', models.CharField(default='#9a3324', max_length=7)),
                ('contact_name', models.CharField(blank=True, max_length=120)),
                ('contact_email', models.EmailField(blank=True, max_length=254)),
            ],
            options={
                'ordering': ['name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='PlanChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('verb', models.CharField(choices=[('DRAWN', 'Drawn'), ('MOVED', 'Moved'), ('RESHAPED', 'Reshaped'), ('MERGED', 'Merged'), ('SPLIT', 'Split'), ('DESCRIBED', 'Described'), ('HELD', 'Held'), ('RESERVED', 'Reserved'), ('ASSIGNED', 'Assigned'), ('FREED', 'Freed'), ('REMOVED', 'Removed'), ('IMPORTED', 'Imported'), ('FLOOR', 'Floor'), ('UNDONE', 'Undone')], max_length=10)),
                ('before', models.JSONField(default=dict)),
                ('after', models.JSONField(default=dict)),
                ('at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['hall_id', 'number'],
            },
        ),
        migrations.CreateModel(
            name='PlanImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_name', models.CharField(max_length=200)),
                ('outlines', models.JSONField(default=list)),
                ('left_out', models.PositiveIntegerField(default=0)),
                ('metres_per_unit', models.DecimalField(decimal_places=9, max_digits=18)),
                ('right', models.DecimalField(decimal_places=2, default=Decimal('0'), max_digits=7)),
                ('down', models.DecimalField(decimal_places=2, default=Decimal('0'), max_digits=7)),
                ('roles', models.JSONField(default=dict)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('applied_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='RegistrationPeriod',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('audience', models.CharField(choices=[('EXHIBITOR', 'Exhibitor'), ('VISITOR', 'Visitor')], max_length=10)),
                ('opens_at', models.DateTimeField()),
                ('closes_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['audience', 'opens_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Seminar',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('room', models.CharField(blank=True, max_length=120)),
                ('title', models.CharField(max_length=200)),
                ('description', models.TextField(blank=True, max_length=5000)),
                ('source_language', models.CharField(default='vi', max_length=16)),
                ('speaker', models.CharField(max_length=200)),
                ('languages', models.JSONField(default=list)),
                ('starts_at', models.DateTimeField()),
                ('minutes', models.PositiveSmallIntegerField()),
                ('seats', models.PositiveIntegerField()),
                ('sequence', models.PositiveIntegerField(default=0)),
                ('created_at', models.DateTimeField()),
                ('cancelled_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['starts_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='SeminarSeat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('BOOKED', 'Booked'), ('WAITING', 'Waiting'), ('CANCELLED', 'Cancelled')], max_length=10)),
                ('number', models.PositiveIntegerField(null=True)),
                ('asked_at', models.DateTimeField()),
                ('sequence', models.PositiveIntegerField(default=0)),
                ('reminded_of_day_at', models.DateTimeField(null=True)),
                ('reminded_of_hour_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['asked_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='SentReminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('about', models.CharField(max_length=80)),
                ('sent_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='SpaceDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('booths', models.PositiveIntegerField()),
                ('booths_taken', models.PositiveIntegerField()),
                ('area', models.DecimalField(decimal_places=2, max_digits=10)),
                ('area_reserved', models.DecimalField(decimal_places=2, max_digits=10)),
                ('area_taken', models.DecimalField(decimal_places=2, max_digits=10)),
            ],
            options={
                'ordering': ['expo_id', 'day'],
            },
        ),
        migrations.CreateModel(
            name='TermsVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('texts', models.JSONField()),
                ('published_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['expo_id', '-number'],
            },
        ),
        migrations.CreateModel(
            name='Visitor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('firm', models.CharField(blank=True, max_length=200)),
                ('job_title', models.CharField(blank=True, max_length=120)),
                ('country', models.CharField(max_length=2)),
                ('language', models.CharField(default='en', max_length=16)),
                ('timezone', models.CharField(default='Asia/Ho_Chi_Minh', max_length=64)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('kind', models.CharField(choices=[('TRADE', 'Trade'), ('PRESS', 'Press'), ('PUBLIC', 'Public')], default='TRADE', max_length=6)),
                ('interests', models.JSONField(blank=True, default=list)),
                ('search_text', models.CharField(blank=True, editable=False, max_length=600)),
                ('registered_at', models.DateTimeField()),
                ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('forgotten_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='VisitorConsent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.CharField(choices=[('LEADS', 'Leads'), ('MATCHMAKING', 'Matchmaking'), ('NEWS', 'News'), ('PHOTOS', 'Photos')], max_length=11)),
                ('wording_version', models.CharField(max_length=20)),
                ('given_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['visitor_id', 'purpose', 'given_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ApplicationStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('DRAFT', 'Draft'), ('SUBMITTED', 'Submitted'), ('APPROVED', 'Approved'), ('DECLINED', 'Declined'), ('WITHDRAWN', 'Withdrawn'), ('WAITLISTED', 'Waitlisted')], max_length=10)),
                ('reason', models.CharField(blank=True, max_length=1000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='DoorKey',
            fields=[
                ('expo', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='expo.expo')),
                ('salt', models.CharField(default=marketplace.expo.door.door_key._new_salt, max_length=32)),
            ],
        ),
        migrations.AddConstraint(
            model_name='expo',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='expo_ends_after_start'),
        ),
        migrations.AddField(
            model_name='boothprice',
            name='expo',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='booth_prices', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='badge',
            name='expo',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='badges', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='doorscan',
            name='badge',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scans', to='expo.badge'),
        ),
        migrations.AddField(
            model_name='doorscan',
            name='expo',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='exhibit',
            name='product',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.product'),
        ),
        migrations.AddField(
            model_name='exhibitor',
            name='expo',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='exhibitors', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='exhibitor',
            name='seller',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='sellers.seller'),
        ),
        migrations.AddField(
            model_name='exhibit',
            name='exhibitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='exhibits', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='coexhibitor',
            name='exhibitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='co_exhibitors', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='closedslot',
            name='exhibitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='booth',
            name='exhibitor',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='booths', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='booth',
            name='reserved_for',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reserved_booths', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='badge',
            name='exhibitor',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='badges', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='exhibitoralias',
            name='exhibitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='exhibitorimport',
            name='applied_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='exhibitorimport',
            name='created_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='exhibitorimport',
            name='expo',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='exhibitorinvitation',
            name='exhibitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='exhibitorinvitation',
            name='invited_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='exhibitorlisting',
            name='exhibitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='listings', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='exhibitormember',
            name='exhibitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='exhibitormember',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='exhibitorlisting',
            name='source',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='expo.exhibitorsource'),
        ),
        migrations.AddField(
            model_name='exhibitorimport',
            name='source',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='expo.exhibitorsource'),
        ),
        migrations.AddField(
            model_name='fairapplication',
            name='exhibitor',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='application', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='fairapplication',
            name='expo',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='applications', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='fairapplication',
            name='seller',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='sellers.seller'),
        ),
        migrations.AddField(
            model_name='fairapplication',
            name='user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='applicationstep',
            name='application',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='expo.fairapplication'),
        ),
        migrations.AddField(
            model_name='faircontract',
            name='accepted_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='faircontract',
            name='exhibitor',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='contract', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='faircontract',
            name='signed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='fairfavorite',
            name='exhibitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='fairfavorite',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='fairinvoice',
            name='corrects',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='credit_notes', to='expo.fairinvoice'),
        ),
        migrations.AddField(
            model_name='fairinvoice',
            name='exhibitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invoices', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='fairinvoice',
            name='issued_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='fairinvoiceline',
            name='invoice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='expo.fairinvoice'),
        ),
        migrations.AddField(
            model_name='fairnews',
            name='expo',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='news', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='fairnews',
            name='written_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='fairpackage',
            name='expo',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='packages', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='fairapplication',
            name='package',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='expo.fairpackage'),
        ),
        migrations.AddField(
            model_name='fairpaper',
            name='exhibitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='fairpaper',
            name='expo',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='fairinvoice',
            name='paper',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='expo.fairpaper'),
        ),
        migrations.AddField(
            model_name='faircontract',
            name='paper',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='expo.fairpaper'),
        ),
        migrations.AddField(
            model_name='fairpayment',
            name='invoice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='expo.fairinvoice'),
        ),
        migrations.AddField(
            model_name='fairpayment',
            name='recorded_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='hall',
            name='expo',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='halls', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='fairapplication',
            name='hall',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='expo.hall'),
        ),
        migrations.AddField(
            model_name='booth',
            name='hall',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='booths', to='expo.hall'),
        ),
        migrations.AddField(
            model_name='hallfeature',
            name='hall',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='features', to='expo.hall'),
        ),
        migrations.AddField(
            model_name='lead',
            name='exhibitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='leads', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='lead',
            name='exhibits',
            field=models.ManyToManyField(blank=True, related_name='+', to='expo.exhibit'),
        ),
        migrations.AddField(
            model_name='leadexport',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='leadexport',
            name='exhibitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='leadscan',
            name='badge',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='expo.badge'),
        ),
        migrations.AddField(
            model_name='leadscan',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='leadscan',
            name='exhibitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='leadscan',
            name='lead',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scans', to='expo.lead'),
        ),
        migrations.AddField(
            model_name='manualanswer',
            name='answered_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='manualanswer',
            name='exhibitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='manualdone',
            name='done_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='manualdone',
            name='exhibitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='manualpage',
            name='expo',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='manual_pages', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='manualdone',
            name='page',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='expo.manualpage'),
        ),
        migrations.AddField(
            model_name='manualquestion',
            name='page',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='expo.manualpage'),
        ),
        migrations.AddField(
            model_name='manualanswer',
            name='question',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='expo.manualquestion'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='exhibitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='expo',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='newsdelivery',
            name='letter',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='accounts.outgoingletter'),
        ),
        migrations.AddField(
            model_name='newsdelivery',
            name='news',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='expo.fairnews'),
        ),
        migrations.AddField(
            model_name='openinghours',
            name='expo',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hours', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='organiser',
            name='expo',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='organiser', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='packageprice',
            name='package',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='prices', to='expo.fairpackage'),
        ),
        migrations.AddField(
            model_name='pavilion',
            name='expo',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pavilions', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='fairapplication',
            name='pavilion',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='expo.pavilion'),
        ),
        migrations.AddField(
            model_name='exhibitor',
            name='pavilion',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='exhibitors', to='expo.pavilion'),
        ),
        migrations.AddField(
            model_name='planchange',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='planchange',
            name='hall',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='expo.hall'),
        ),
        migrations.AddField(
            model_name='planimport',
            name='created_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='planimport',
            name='hall',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='expo.hall'),
        ),
        migrations.AddField(
            model_name='registrationperiod',
            name='expo',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='registration_periods', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='seminar',
            name='expo',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seminars', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='seminar',
            name='hall',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='expo.hall'),
        ),
        migrations.AddField(
            model_name='seminarseat',
            name='seminar',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='taken_seats', to='expo.seminar'),
        ),
        migrations.AddField(
            model_name='sentreminder',
            name='exhibitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='expo.exhibitor'),
        ),
        migrations.AddField(
            model_name='spaceday',
            name='expo',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='termsversion',
            name='expo',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='terms_versions', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='termsversion',
            name='published_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='fairapplication',
            name='terms',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='expo.termsversion'),
        ),
        migrations.AddField(
            model_name='visitor',
            name='expo',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='visitors', to='expo.expo'),
        ),
        migrations.AddField(
            model_name='visitor',
            name='user',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='seminarseat',
            name='visitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seminar_seats', to='expo.visitor'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='visitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='expo.visitor'),
        ),
        migrations.AddField(
            model_name='lead',
            name='visitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='leads', to='expo.visitor'),
        ),
        migrations.AddField(
            model_name='badge',
            name='visitor',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='badges', to='expo.visitor'),
        ),
        migrations.AddField(
            model_name='visitorconsent',
            name='visitor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='expo.visitor'),
        ),
        migrations.AddConstraint(
            model_name='boothprice',
            constraint=models.UniqueConstraint(fields=('expo', 'kind', 'currency', 'effective_from'), name='one_booth_price_per_day'),
        ),
        migrations.AddConstraint(
            model_name='boothprice',
            constraint=models.CheckConstraint(condition=models.Q(('effective_to__isnull', True), ('effective_to__gte', models.F('effective_from')), _connector='OR'), name='booth_price_ends_after_start'),
        ),
        migrations.AddIndex(
            model_name='doorscan',
            index=models.Index(fields=['expo', 'day', 'badge', 'scanned_at'], name='door_scans_of_day'),
        ),
        migrations.AddIndex(
            model_name='doorscan',
            index=models.Index(fields=['badge', 'scanned_at'], name='door_scans_of_badge'),
        ),
        migrations.AddConstraint(
            model_name='exhibit',
            constraint=models.UniqueConstraint(condition=models.Q(('product__isnull', False)), fields=('exhibitor', 'product'), name='one_exhibit_per_product'),
        ),
        migrations.AddConstraint(
            model_name='coexhibitor',
            constraint=models.UniqueConstraint(fields=('exhibitor', 'name'), name='one_co_exhibitor_per_name'),
        ),
        migrations.AddConstraint(
            model_name='closedslot',
            constraint=models.UniqueConstraint(fields=('exhibitor', 'starts_at'), name='one_closing_per_slot'),
        ),
        migrations.AddConstraint(
            model_name='exhibitoralias',
            constraint=models.UniqueConstraint(fields=('exhibitor', 'name_key'), name='exhibitor_alias_once'),
        ),
        migrations.AddConstraint(
            model_name='exhibitorinvitation',
            constraint=models.UniqueConstraint(fields=('exhibitor', 'email'), name='one_fair_invitation_per_address'),
        ),
        migrations.AddConstraint(
            model_name='exhibitormember',
            constraint=models.UniqueConstraint(fields=('exhibitor', 'user'), name='one_role_per_exhibitor_and_user'),
        ),
        migrations.AddIndex(
            model_name='exhibitorlisting',
            index=models.Index(fields=['source', 'id_there'], name='exhibitor_by_source_id'),
        ),
        migrations.AddConstraint(
            model_name='exhibitorlisting',
            constraint=models.UniqueConstraint(fields=('exhibitor', 'source'), name='exhibitor_listed_once_by_source'),
        ),
        migrations.AddIndex(
            model_name='exhibitorimport',
            index=models.Index(condition=models.Q(('task', ''), _negated=True), fields=['worked_until'], name='exhibitor_import_waiting'),
        ),
        migrations.AddConstraint(
            model_name='fairfavorite',
            constraint=models.UniqueConstraint(fields=('user', 'exhibitor'), name='fair_favorite_once'),
        ),
        migrations.AddIndex(
            model_name='fairnews',
            index=models.Index(condition=models.Q(('state', 'SENDING')), fields=['state'], name='fair_news_sending'),
        ),
        migrations.AddConstraint(
            model_name='fairpaper',
            constraint=models.UniqueConstraint(fields=('expo', 'kind', 'sequence'), name='fair_papers_follow_each_other'),
        ),
        migrations.AddConstraint(
            model_name='fairpaper',
            constraint=models.UniqueConstraint(fields=('expo', 'number'), name='one_fair_paper_per_number'),
        ),
        migrations.AddConstraint(
            model_name='fairpayment',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='fair_payment_above_zero'),
        ),
        migrations.AddConstraint(
            model_name='fairpayment',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('invoice', 'reference'), name='one_fair_payment_per_reference'),
        ),
        migrations.AddConstraint(
            model_name='hall',
            constraint=models.UniqueConstraint(fields=('expo', 'name'), name='one_hall_per_name'),
        ),
        migrations.AddConstraint(
            model_name='booth',
            constraint=models.UniqueConstraint(fields=('hall', 'code'), name='one_booth_per_code'),
        ),
        migrations.AddConstraint(
            model_name='leadscan',
            constraint=models.UniqueConstraint(fields=('exhibitor', 'client_id'), name='one_lead_scan_per_client_id'),
        ),
        migrations.AddConstraint(
            model_name='manualdone',
            constraint=models.UniqueConstraint(fields=('exhibitor', 'page'), name='one_done_per_page'),
        ),
        migrations.AddConstraint(
            model_name='manualanswer',
            constraint=models.UniqueConstraint(fields=('exhibitor', 'question'), name='one_answer_per_question'),
        ),
        migrations.AddIndex(
            model_name='newsdelivery',
            index=models.Index(fields=['person'], name='fair_news_of_a_person'),
        ),
        migrations.AddConstraint(
            model_name='newsdelivery',
            constraint=models.UniqueConstraint(condition=models.Q(('person', ''), _negated=True), fields=('news', 'person'), name='one_letter_per_news_and_person'),
        ),
        migrations.AddConstraint(
            model_name='openinghours',
            constraint=models.UniqueConstraint(fields=('expo', 'day', 'audience'), name='one_opening_per_day_and_audience'),
        ),
        migrations.AddConstraint(
            model_name='openinghours',
            constraint=models.CheckConstraint(condition=models.Q(('closes_at__gt', models.F('opens_at'))), name='opens_before_closing'),
        ),
        migrations.AddConstraint(
            model_name='packageprice',
            constraint=models.UniqueConstraint(fields=('package', 'kind', 'currency', 'effective_from'), name='one_package_price_per_day'),
        ),
        migrations.AddConstraint(
            model_name='packageprice',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gte', 0)), name='package_price_not_negative'),
        ),
        migrations.AddConstraint(
            model_name='pavilion',
            constraint=models.UniqueConstraint(fields=('expo', 'name'), name='one_pavilion_per_name'),
        ),
        migrations.AddIndex(
            model_name='exhibitor',
            index=models.Index(fields=['expo', 'name_key'], name='exhibitor_name_key'),
        ),
        migrations.AddConstraint(
            model_name='exhibitor',
            constraint=models.UniqueConstraint(condition=models.Q(('tax_code', ''), _negated=True), fields=('expo', 'tax_code'), name='one_exhibitor_per_tax_code'),
        ),
        migrations.AddConstraint(
            model_name='exhibitor',
            constraint=models.CheckConstraint(condition=models.Q(('meeting_tables__gte', 1), ('meeting_tables__lte', 10)), name='exhibitor_has_meeting_tables'),
        ),
        migrations.AddConstraint(
            model_name='planchange',
            constraint=models.UniqueConstraint(fields=('hall', 'number'), name='one_plan_change_per_number'),
        ),
        migrations.AddConstraint(
            model_name='registrationperiod',
            constraint=models.UniqueConstraint(fields=('expo', 'audience'), name='one_registration_per_audience'),
        ),
        migrations.AddConstraint(
            model_name='registrationperiod',
            constraint=models.CheckConstraint(condition=models.Q(('closes_at__gt', models.F('opens_at'))), name='registration_opens_before_closing'),
        ),
        migrations.AddConstraint(
            model_name='seminar',
            constraint=models.CheckConstraint(condition=models.Q(('minutes__gte', 5), ('minutes__lte', 480)), name='seminar_of_some_length'),
        ),
        migrations.AddConstraint(
            model_name='seminar',
            constraint=models.CheckConstraint(condition=models.Q(('seats__gte', 1), ('seats__lte', 5000)), name='seminar_of_some_seats'),
        ),
        migrations.AddConstraint(
            model_name='sentreminder',
            constraint=models.UniqueConstraint(fields=('exhibitor', 'about'), name='one_reminder_about_it'),
        ),
        migrations.AddConstraint(
            model_name='spaceday',
            constraint=models.UniqueConstraint(fields=('expo', 'day'), name='one_space_record_per_day'),
        ),
        migrations.AddConstraint(
            model_name='termsversion',
            constraint=models.UniqueConstraint(fields=('expo', 'number'), name='one_terms_version_per_number'),
        ),
        migrations.AddIndex(
            model_name='fairapplication',
            index=models.Index(fields=['expo', 'status'], name='application_status'),
        ),
        migrations.AddConstraint(
            model_name='fairapplication',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['SUBMITTED', 'WAITLISTED']), models.Q(('tax_code', ''), _negated=True)), fields=('expo', 'tax_code'), name='one_open_application_per_firm'),
        ),
        migrations.AddIndex(
            model_name='visitor',
            index=models.Index(fields=['email'], name='visitors_by_address'),
        ),
        migrations.AddConstraint(
            model_name='visitor',
            constraint=models.UniqueConstraint(condition=models.Q(('email', ''), _negated=True), fields=('expo', 'email'), name='one_visitor_per_address'),
        ),
        migrations.AddConstraint(
            model_name='visitor',
            constraint=models.UniqueConstraint(condition=models.Q(('user__isnull', False)), fields=('expo', 'user'), name='one_visitor_per_account'),
        ),
        migrations.AddConstraint(
            model_name='seminarseat',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'BOOKED')), fields=('seminar', 'number'), name='one_visitor_per_seat'),
        ),
        migrations.AddConstraint(
            model_name='seminarseat',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['BOOKED', 'WAITING'])), fields=('seminar', 'visitor'), name='one_seat_per_visitor'),
        ),
        migrations.AddConstraint(
            model_name='seminarseat',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('number__gte', 1), ('status', 'BOOKED')), models.Q(('status', 'BOOKED'), _negated=True), _connector='OR'), name='booked_seat_has_number'),
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['expo', 'status'], name='meetings_of_expo'),
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['status', 'starts_at'], name='meetings_by_time'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['REQUESTED', 'CONFIRMED'])), fields=('exhibitor', 'starts_at', 'table'), name='one_meeting_per_table'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['REQUESTED', 'CONFIRMED'])), fields=('visitor', 'starts_at'), name='one_meeting_per_visitor'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'REQUESTED')), fields=('exhibitor', 'visitor'), name='one_open_request_per_pair'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('minutes', 30)), name='meeting_of_half_an_hour'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('table__gte', 1), ('table__lte', 10)), name='meeting_at_a_table'),
        ),
        migrations.AddIndex(
            model_name='lead',
            index=models.Index(fields=['exhibitor', '-last_scanned_at'], name='leads_of_an_exhibitor'),
        ),
        migrations.AddConstraint(
            model_name='lead',
            constraint=models.UniqueConstraint(fields=('exhibitor', 'visitor'), name='one_lead_per_exhibitor_and_visitor'),
        ),
        migrations.AddConstraint(
            model_name='lead',
            constraint=models.CheckConstraint(condition=models.Q(('rating__isnull', True), models.Q(('rating__gte', 1), ('rating__lte', 5)), _connector='OR'), name='lead_rating_1_to_5'),
        ),
        migrations.AddConstraint(
            model_name='badge',
            constraint=models.UniqueConstraint(condition=models.Q(('visitor__isnull', False), ('voided_at__isnull', True)), fields=('visitor',), name='one_badge_in_force'),
        ),
        migrations.AddConstraint(
            model_name='badge',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('exhibitor__isnull', True), ('kind', 'VISITOR'), ('visitor__isnull', False)), models.Q(('exhibitor__isnull', False), ('kind', 'EXHIBITOR'), ('visitor__isnull', True)), models.Q(('exhibitor__isnull', True), ('kind', 'STAFF'), ('visitor__isnull', True)), _connector='OR'), name='badge_of_its_kind'),
        ),
        migrations.AddConstraint(
            model_name='visitorconsent',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('visitor', 'purpose'), name='one_consent_in_force'),
        ),
        ]),
    ]
