"""The tables as they are, made at once where there are none yet; older databases go the way they began."""

import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
import marketplace.sealed.field
import orders.lifecycle.order
import uuid
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models

from marketplace.tables_at_once import TablesAtOnce
from orders.payouts.ledger.triggers import REFUSAL

def triggers(statements):
    """The database refuses to change or delete what was posted to the ledger."""

    def run(apps, schema_editor):
        for statement in statements(schema_editor.connection.vendor):
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):

    replaces = [
        ('orders', '0001_initial'),
        ('orders', '0002_money_kernel'),
        ('orders', '0003_open_the_books'),
        ('orders', '0004_payments_have_instalments'),
        ('orders', '0005_ledger_is_append_only'),
        ('orders', '0006_stock_and_webhooks'),
        ('orders', '0007_payout_accounts_and_transfers'),
        ('orders', '0008_papers_and_letters'),
        ('orders', '0009_payouts_and_withholding'),
        ('orders', '0010_sealed_bank_accounts'),
        ('orders', '0011_seal_what_is_there'),
        ('orders', '0012_shipments_on_their_way'),
        ('orders', '0013_origin_and_declarations'),
        ('orders', '0014_recalls_and_balances'),
        ('orders', '0015_counted_by_day'),
    ]

    initial = True

    dependencies = [
        ('catalog', '0016_events_refuse_again'),
        ('channels', '0001_initial'),
        ('logistics', '0006_shipments_by_promise'),
        ('sellers', '0003_papers_and_letters'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TablesAtOnce([
        migrations.CreateModel(
            name='BankEntry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('account_number', models.CharField(max_length=60)),
                ('key', models.CharField(max_length=64)),
                ('direction', models.CharField(choices=[('CREDIT', 'Credit'), ('DEBIT', 'Debit')], max_length=6)),
                ('currency', models.CharField(max_length=3)),
                ('amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('booked_on', models.DateField()),
                ('valued_on', models.DateField(null=True)),
                ('bank_reference', models.CharField(blank=True, max_length=140)),
                ('structured_reference', models.CharField(blank=True, max_length=140)),
                ('text', models.CharField(blank=True, max_length=1000)),
                ('other_name', models.CharField(blank=True, max_length=200)),
                ('other_account', models.CharField(blank=True, max_length=60)),
                ('is_reversal', models.BooleanField(default=False)),
                ('status', models.CharField(choices=[('OPEN', 'Open'), ('MATCHED', 'Matched'), ('IGNORED', 'Ignored')], default='OPEN', max_length=8)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['-booked_on', '-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Dispute',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('number', models.CharField(max_length=32, unique=True)),
                ('status', models.CharField(choices=[('OPEN', 'Open'), ('ANSWERED', 'Answered'), ('ESCALATED', 'Escalated'), ('SETTLED', 'Settled'), ('WITHDRAWN', 'Withdrawn'), ('DECIDED', 'Decided')], default='OPEN', max_length=12)),
                ('reason', models.CharField(choices=[('NOT_RECEIVED', 'Not Received'), ('NOT_AS_DESCRIBED', 'Not As Described'), ('DAMAGED', 'Damaged'), ('RETURN_REFUSED', 'Return Refused'), ('REFUND_MISSING', 'Refund Missing')], max_length=20)),
                ('claimed_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('offered_amount', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('refunded_amount', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('legal_basis', models.CharField(blank=True, max_length=300)),
                ('opened_at', models.DateTimeField()),
                ('due_at', models.DateTimeField(null=True)),
                ('closed_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-opened_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='LedgerTransaction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('CHARGE', 'Charge'), ('CHARGE_UNDONE', 'Charge Undone'), ('EARNING', 'Earning'), ('REFUND', 'Refund'), ('REFUND_FAILED', 'Refund Failed'), ('CREDIT_USED', 'Credit Used'), ('CHARGEBACK_OPENED', 'Chargeback Opened'), ('CHARGEBACK_WON', 'Chargeback Won'), ('CHARGEBACK_LOST', 'Chargeback Lost'), ('FEE', 'Fee'), ('EXCHANGE', 'Exchange'), ('WITHHOLDING', 'Withholding'), ('TAX_PAID', 'Tax Paid'), ('PAYOUT_STARTED', 'Payout Started'), ('PAYOUT_DONE', 'Payout Done'), ('PAYOUT_REJECTED', 'Payout Rejected'), ('TRANSFER', 'Transfer'), ('TRANSFER_REVERSED', 'Transfer Reversed'), ('FUNDS_MOVED', 'Funds Moved')], max_length=20)),
                ('key', models.CharField(max_length=160, unique=True)),
                ('currency', models.CharField(max_length=3)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('payout', models.CharField(blank=True, max_length=64)),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='OrderNumberSeries',
            fields=[
                ('year', models.PositiveIntegerField(primary_key=True, serialize=False)),
                ('last', models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='BankEntryEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('type', models.CharField(choices=[('IMPORTED', 'Imported'), ('MATCHED', 'Matched'), ('IGNORED', 'Ignored'), ('UNDONE', 'Undone')], max_length=10)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('note', models.CharField(blank=True, max_length=500)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='orders.bankentry')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='BankStatement',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('account_number', models.CharField(max_length=60)),
                ('currency', models.CharField(max_length=3)),
                ('format', models.CharField(choices=[('CAMT053', 'Camt053'), ('CSV', 'Csv')], max_length=10)),
                ('reference', models.CharField(blank=True, max_length=60)),
                ('file_name', models.CharField(max_length=200)),
                ('sha256', models.CharField(max_length=64)),
                ('opening_amount', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('closing_amount', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('entry_count', models.PositiveIntegerField(default=0)),
                ('imported_at', models.DateTimeField(auto_now_add=True)),
                ('imported_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-imported_at', '-id'],
            },
        ),
        migrations.AddField(
            model_name='bankentry',
            name='statement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='orders.bankstatement'),
        ),
        migrations.CreateModel(
            name='BuyerTerms',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('currency', models.CharField(max_length=3)),
                ('limit_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('net_days', models.PositiveSmallIntegerField()),
                ('reason', models.CharField(blank=True, max_length=1000)),
                ('approved_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-approved_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Checkout',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('language', models.CharField(max_length=10)),
                ('shipping_address', models.JSONField(null=True)),
                ('billing_address', models.JSONField(null=True)),
                ('note', models.TextField(blank=True, max_length=2000)),
                ('purchase_order_number', models.CharField(blank=True, max_length=60)),
                ('tax_ids', models.JSONField(default=list)),
                ('is_gift', models.BooleanField(default=False)),
                ('gift_message', models.TextField(blank=True, max_length=500)),
                ('voucher_code', models.CharField(blank=True, max_length=40)),
                ('metadata', models.JSONField(blank=True, default=dict)),
                ('private_metadata', models.JSONField(blank=True, default=dict)),
                ('created_at', models.DateTimeField()),
                ('touched_at', models.DateTimeField(db_index=True)),
                ('expires_at', models.DateTimeField()),
                ('channel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='channels.channel')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='CheckoutDelivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('method_id', models.CharField(max_length=120)),
                ('seen_amount', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('checkout', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='orders.checkout')),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
        ),
        migrations.CreateModel(
            name='CheckoutLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('quantity', models.PositiveIntegerField()),
                ('seen_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('checkout', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='orders.checkout')),
                ('variant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.productvariant')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='CommissionRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('percent', models.DecimalField(decimal_places=3, max_digits=6)),
                ('currency', models.CharField(blank=True, max_length=3)),
                ('minimum_amount', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('cap_amount', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('tax_percent', models.DecimalField(decimal_places=3, default=Decimal('0'), max_digits=6)),
                ('effective_from', models.DateField()),
                ('effective_to', models.DateField(null=True)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('category', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.category')),
                ('channel', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='channels.channel')),
                ('seller', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-effective_from', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Conversation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('last_message_at', models.DateTimeField()),
                ('buyer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('product', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='catalog.product')),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-last_message_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='ConversationReader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('read_position', models.PositiveIntegerField(default=0)),
                ('translate_into', models.CharField(blank=True, max_length=10)),
                ('letter_due_at', models.DateTimeField(null=True)),
                ('letter_sent_at', models.DateTimeField(null=True)),
                ('conversation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readers', to='orders.conversation')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Difference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=120, unique=True)),
                ('kind', models.CharField(choices=[('NOT_IN_LEDGER', 'Not In Ledger'), ('NOT_AT_PROVIDER', 'Not At Provider'), ('BALANCE_DIFFERS', 'Balance Differs')], max_length=20)),
                ('gateway', models.CharField(max_length=40)),
                ('currency', models.CharField(max_length=3)),
                ('ledger_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('provider_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('about', models.CharField(blank=True, max_length=200)),
                ('on', models.DateField()),
                ('found_at', models.DateTimeField()),
                ('gone_at', models.DateTimeField(null=True)),
                ('state', models.CharField(choices=[('OPEN', 'Open'), ('EXPLAINED', 'Explained')], default='OPEN', max_length=10)),
                ('explanation', models.CharField(blank=True, max_length=1000)),
                ('explained_at', models.DateTimeField(null=True)),
                ('explained_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-on', '-id'],
            },
        ),
        migrations.CreateModel(
            name='DisputeMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('BUYER', 'Buyer'), ('SELLER', 'Seller'), ('STAFF', 'Staff'), ('SYSTEM', 'System')], max_length=10)),
                ('text', models.TextField(max_length=4000)),
                ('at', models.DateTimeField()),
                ('dispute', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='orders.dispute')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Fulfillment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('ORDERED', 'Ordered'), ('REPLACEMENT', 'Replacement')], default='ORDERED', max_length=12)),
                ('status', models.CharField(choices=[('SHIPPED', 'Shipped'), ('DELIVERED', 'Delivered')], default='SHIPPED', max_length=10)),
                ('created_at', models.DateTimeField()),
                ('shipment', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='logistics.shipment')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='FulfillmentLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('quantity', models.PositiveIntegerField()),
                ('fulfillment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='orders.fulfillment')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='FulfillmentLot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('quantity', models.PositiveIntegerField(null=True)),
                ('line', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lots', to='orders.fulfillmentline')),
                ('lot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.lot')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='GatewayNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('gateway', models.CharField(max_length=40)),
                ('event_id', models.CharField(max_length=140)),
                ('type', models.CharField(max_length=40)),
                ('reference', models.CharField(blank=True, max_length=140)),
                ('result', models.CharField(choices=[('APPLIED', 'Applied'), ('UNCHANGED', 'Unchanged'), ('UNKNOWN', 'Unknown')], max_length=10)),
                ('happened_at', models.DateTimeField(null=True)),
                ('received_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['received_at', 'id'],
                'constraints': [models.UniqueConstraint(fields=('gateway', 'event_id'), name='notice_once')],
            },
        ),
        migrations.CreateModel(
            name='InvoicingAccount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('provider', models.CharField(max_length=30)),
                ('token', marketplace.sealed.field.SealedTextField(blank=True)),
                ('changed_at', models.DateTimeField()),
                ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seller', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
        ),
        migrations.CreateModel(
            name='LedgerAccount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=100, unique=True)),
                ('kind', models.CharField(choices=[('PROVIDER_FUNDS', 'Provider Funds'), ('BUYER_FUNDS', 'Buyer Funds'), ('BUYER_CREDIT', 'Buyer Credit'), ('SELLER_PAYABLE', 'Seller Payable'), ('COMMISSION', 'Commission'), ('COMMISSION_TAX', 'Commission Tax'), ('TAX_WITHHELD', 'Tax Withheld'), ('TAX_RECEIVABLE', 'Tax Receivable'), ('PROVIDER_FEES', 'Provider Fees'), ('EXCHANGE_DIFFERENCE', 'Exchange Difference'), ('VOUCHERS', 'Vouchers'), ('DISPUTED', 'Disputed'), ('PAYOUT_IN_TRANSIT', 'Payout In Transit')], max_length=20)),
                ('currency', models.CharField(max_length=3)),
                ('gateway', models.CharField(blank=True, max_length=40)),
                ('seller', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='LedgerEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='orders.ledgeraccount')),
                ('transaction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='orders.ledgertransaction')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveIntegerField()),
                ('author', models.CharField(choices=[('BUYER', 'BUYER'), ('SELLER', 'SELLER')], max_length=10)),
                ('text', models.TextField(max_length=4000)),
                ('language', models.CharField(max_length=10)),
                ('created_at', models.DateTimeField()),
                ('removed_at', models.DateTimeField(null=True)),
                ('conversation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='orders.conversation')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['conversation_id', 'position'],
            },
        ),
        migrations.CreateModel(
            name='MessageFile',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('file', models.CharField(max_length=60)),
                ('file_type', models.CharField(max_length=40)),
                ('size', models.PositiveIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('message', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='orders.message')),
            ],
            options={
                'ordering': ['created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='MessageReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=[('OFFENSIVE', 'Offensive'), ('FRAUD', 'Fraud'), ('ADVERTISING', 'Advertising'), ('PRIVATE', 'Private'), ('UNLAWFUL', 'Unlawful'), ('OTHER', 'Other')], max_length=20)),
                ('text', models.CharField(blank=True, max_length=1000)),
                ('status', models.CharField(choices=[('OPEN', 'Open'), ('UPHELD', 'Upheld'), ('DISMISSED', 'Dismissed')], default='OPEN', max_length=10)),
                ('decision', models.CharField(blank=True, max_length=1000)),
                ('decided_at', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField()),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('message', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='orders.message')),
                ('reporter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='MessageTranslation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=10)),
                ('status', models.CharField(choices=[('QUEUED', 'Queued'), ('DONE', 'Done'), ('FAILED', 'Failed')], default='QUEUED', max_length=6)),
                ('text', models.TextField(blank=True)),
                ('engine', models.CharField(blank=True, max_length=60)),
                ('problem', models.CharField(blank=True, max_length=30)),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('available_at', models.DateTimeField()),
                ('message', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='translations', to='orders.message')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Order',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.CharField(max_length=20, unique=True)),
                ('token', models.CharField(default=orders.lifecycle.order.new_token, max_length=64)),
                ('checkout_id', models.UUIDField(null=True, unique=True)),
                ('email', models.EmailField(max_length=254)),
                ('language', models.CharField(max_length=10)),
                ('status', models.CharField(choices=[('UNPAID', 'Unpaid'), ('UNFULFILLED', 'Unfulfilled'), ('PARTIALLY_FULFILLED', 'Partially Fulfilled'), ('FULFILLED', 'Fulfilled'), ('DELIVERED', 'Delivered'), ('CANCELED', 'Canceled'), ('EXPIRED', 'Expired')], default='UNPAID', max_length=20)),
                ('shipping_address', models.JSONField()),
                ('billing_address', models.JSONField()),
                ('currency', models.CharField(max_length=3)),
                ('subtotal_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('shipping_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('tax_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('total_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('discount_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('voucher_code', models.CharField(blank=True, max_length=40)),
                ('note', models.TextField(blank=True, max_length=2000)),
                ('purchase_order_number', models.CharField(blank=True, max_length=60)),
                ('tax_ids', models.JSONField(default=list)),
                ('is_gift', models.BooleanField(default=False)),
                ('gift_message', models.TextField(blank=True, max_length=500)),
                ('metadata', models.JSONField(blank=True, default=dict)),
                ('private_metadata', models.JSONField(blank=True, default=dict)),
                ('created_at', models.DateTimeField()),
                ('payment_due_at', models.DateTimeField()),
                ('has_expired', models.BooleanField(default=False)),
                ('erased_at', models.DateTimeField(null=True)),
                ('channel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='channels.channel')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.AddField(
            model_name='ledgertransaction',
            name='order',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orders.order'),
        ),
        migrations.AddField(
            model_name='ledgeraccount',
            name='order',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orders.order'),
        ),
        migrations.CreateModel(
            name='Instalment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('FULL', 'Full'), ('DEPOSIT', 'Deposit'), ('BALANCE', 'Balance'), ('NET', 'Net')], max_length=10)),
                ('currency', models.CharField(max_length=3)),
                ('amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('charged_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('due_at', models.DateTimeField(null=True)),
                ('needed_for', models.CharField(choices=[('CONFIRM', 'Confirm'), ('SHIP', 'Ship'), ('DOCUMENTS', 'Documents'), ('NOTHING', 'Nothing')], max_length=10)),
                ('order', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='instalments', to='orders.order')),
            ],
            options={
                'ordering': ['order_id', 'position'],
            },
        ),
        migrations.CreateModel(
            name='BuyerCredit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('currency', models.CharField(max_length=3)),
                ('amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('used_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('returned_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('order', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='credit', to='orders.order')),
            ],
        ),
        migrations.CreateModel(
            name='OrderLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('product_name', models.CharField(max_length=300)),
                ('product_name_source', models.CharField(max_length=300)),
                ('product_name_english', models.CharField(blank=True, max_length=300)),
                ('variant_name', models.CharField(blank=True, max_length=300)),
                ('sku', models.CharField(max_length=100)),
                ('hs_code', models.CharField(blank=True, max_length=12)),
                ('origin_country', models.CharField(max_length=2)),
                ('net_weight_g', models.PositiveIntegerField(default=0)),
                ('gross_weight_g', models.PositiveIntegerField(default=0)),
                ('length_mm', models.PositiveIntegerField(default=0)),
                ('width_mm', models.PositiveIntegerField(default=0)),
                ('height_mm', models.PositiveIntegerField(default=0)),
                ('is_sample', models.BooleanField(default=False)),
                ('quantity', models.PositiveIntegerField()),
                ('quantity_fulfilled', models.PositiveIntegerField(default=0)),
                ('quantity_canceled', models.PositiveIntegerField(default=0)),
                ('quantity_returned', models.PositiveIntegerField(default=0)),
                ('currency', models.CharField(max_length=3)),
                ('unit_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('unit_net_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('total_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('total_net_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('discount_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('discount_borne_by', models.CharField(blank=True, choices=[('SELLER', 'Seller'), ('MARKETPLACE', 'Marketplace')], max_length=12)),
                ('variant', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='catalog.productvariant')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddField(
            model_name='fulfillmentline',
            name='order_line',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='orders.orderline'),
        ),
        migrations.CreateModel(
            name='CommissionLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('currency', models.CharField(max_length=3)),
                ('base_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('percent', models.DecimalField(decimal_places=3, max_digits=6)),
                ('tax_percent', models.DecimalField(decimal_places=3, max_digits=6)),
                ('full_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('tax_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('rule', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orders.commissionrule')),
                ('order_line', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='commission', to='orders.orderline')),
            ],
            options={
                'ordering': ['order_line_id'],
            },
        ),
        migrations.CreateModel(
            name='Allocation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('quantity', models.PositiveIntegerField()),
                ('stock', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.stock')),
                ('order_line', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='allocations', to='orders.orderline')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Payment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('gateway', models.CharField(max_length=40)),
                ('status', models.CharField(choices=[('PENDING', 'Pending'), ('AUTHORIZED', 'Authorized'), ('PARTLY_CHARGED', 'Partly Charged'), ('CHARGED', 'Charged'), ('FAILED', 'Failed'), ('REFUNDED', 'Refunded')], default='PENDING', max_length=20)),
                ('currency', models.CharField(max_length=3)),
                ('amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('authorized_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('charged_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('refunded_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('reference', models.CharField(blank=True, max_length=140)),
                ('client_data', models.JSONField(default=dict)),
                ('due_at', models.DateTimeField()),
                ('created_at', models.DateTimeField()),
                ('instalment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='payments', to='orders.instalment')),
                ('order', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='payments', to='orders.order')),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.AddField(
            model_name='ledgertransaction',
            name='payment',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orders.payment'),
        ),
        migrations.CreateModel(
            name='Chargeback',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=140, unique=True)),
                ('currency', models.CharField(max_length=3)),
                ('amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('reason', models.CharField(blank=True, max_length=60)),
                ('status', models.CharField(choices=[('OPEN', 'Open'), ('WON', 'Won'), ('LOST', 'Lost')], default='OPEN', max_length=10)),
                ('respond_by', models.DateTimeField(null=True)),
                ('opened_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(null=True)),
                ('payment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='chargebacks', to='orders.payment')),
            ],
            options={
                'ordering': ['opened_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='PaymentEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('type', models.CharField(choices=[('STARTED', 'Started'), ('AUTHORIZED', 'Authorized'), ('CHARGED', 'Charged'), ('CHARGE_UNDONE', 'Charge Undone'), ('FAILED', 'Failed'), ('LOWERED', 'Lowered'), ('ABANDONED', 'Abandoned'), ('VOIDED', 'Voided'), ('REFUND_DUE', 'Refund Due'), ('REFUNDED', 'Refunded'), ('REFUND_FAILED', 'Refund Failed')], max_length=15)),
                ('key', models.CharField(max_length=160)),
                ('amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('reference', models.CharField(blank=True, max_length=140)),
                ('code', models.CharField(blank=True, max_length=60)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('payment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='orders.payment')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Payout',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.CharField(max_length=20, unique=True)),
                ('currency', models.CharField(max_length=3)),
                ('amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('rail', models.CharField(max_length=30)),
                ('status', models.CharField(choices=[('PLANNED', 'Planned'), ('SENT', 'Sent'), ('CONFIRMED', 'Confirmed'), ('REJECTED', 'Rejected'), ('CANCELED', 'Canceled')], default='PLANNED', max_length=10)),
                ('slot', models.DateField()),
                ('holder', marketplace.sealed.field.SealedTextField()),
                ('bank_name', models.CharField(max_length=100)),
                ('country', models.CharField(max_length=2)),
                ('account_number', marketplace.sealed.field.SealedTextField()),
                ('account_tail', marketplace.sealed.field.TailField(of='account_number')),
                ('bic', models.CharField(blank=True, max_length=11)),
                ('bank_code', models.CharField(blank=True, max_length=6)),
                ('reference', models.CharField(blank=True, max_length=140)),
                ('code', models.CharField(blank=True, max_length=40)),
                ('planned_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('posting', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orders.ledgertransaction')),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-planned_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='PayoutAccount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('provider', models.CharField(max_length=20)),
                ('reference', models.CharField(max_length=60)),
                ('country', models.CharField(max_length=2)),
                ('can_receive', models.BooleanField(default=False)),
                ('can_pay_out', models.BooleanField(default=False)),
                ('missing', models.JSONField(default=list)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('checked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='PayoutEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', models.CharField(blank=True, choices=[('PLANNED', 'Planned'), ('SENT', 'Sent'), ('CONFIRMED', 'Confirmed'), ('REJECTED', 'Rejected'), ('CANCELED', 'Canceled')], max_length=10)),
                ('status', models.CharField(choices=[('PLANNED', 'Planned'), ('SENT', 'Sent'), ('CONFIRMED', 'Confirmed'), ('REJECTED', 'Rejected'), ('CANCELED', 'Canceled')], max_length=10)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('role', models.CharField(choices=[('BUYER', 'Buyer'), ('SELLER', 'Seller'), ('STAFF', 'Staff'), ('SYSTEM', 'System')], max_length=10)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('payout', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='orders.payout')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='PayoutFile',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('message_id', models.CharField(max_length=35, unique=True)),
                ('currency', models.CharField(max_length=3)),
                ('day', models.DateField()),
                ('count', models.PositiveIntegerField()),
                ('sum_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('content', marketplace.sealed.field.SealedTextField()),
                ('sha256', models.CharField(max_length=64)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-day', 'currency'],
                'constraints': [models.UniqueConstraint(fields=('currency', 'day'), name='one_payout_file_a_day')],
            },
        ),
        migrations.AddField(
            model_name='payout',
            name='file',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='payouts', to='orders.payoutfile'),
        ),
        migrations.CreateModel(
            name='PayoutHold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=500)),
                ('placed_at', models.DateTimeField()),
                ('released_at', models.DateTimeField(null=True)),
                ('placed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('released_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-placed_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='PayoutLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orders.ledgerentry')),
                ('payout', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='orders.payout')),
            ],
            options={
                'ordering': ['entry_id'],
            },
        ),
        migrations.CreateModel(
            name='PayoutSchedule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('currency', models.CharField(blank=True, max_length=3)),
                ('frequency', models.CharField(choices=[('DAILY', 'Daily'), ('WEEKLY', 'Weekly'), ('MONTHLY', 'Monthly')], max_length=8)),
                ('day', models.PositiveSmallIntegerField(default=1)),
                ('minimum_amount', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('seller', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Quote',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.CharField(max_length=20, unique=True)),
                ('status', models.CharField(choices=[('REQUESTED', 'Requested'), ('OFFERED', 'Offered'), ('COUNTERED', 'Countered'), ('ACCEPTED', 'Accepted'), ('DECLINED', 'Declined'), ('WITHDRAWN', 'Withdrawn'), ('EXPIRED', 'Expired')], default='REQUESTED', max_length=10)),
                ('latest_version', models.PositiveSmallIntegerField(default=0)),
                ('valid_until', models.DateField()),
                ('shipping_address', models.JSONField(null=True)),
                ('created_at', models.DateTimeField()),
                ('updated_at', models.DateTimeField()),
                ('order', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orders.order')),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-updated_at', '-id'],
            },
        ),
        migrations.AddField(
            model_name='conversation',
            name='quote',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='orders.quote'),
        ),
        migrations.CreateModel(
            name='QuoteEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', models.CharField(blank=True, choices=[('REQUESTED', 'Requested'), ('OFFERED', 'Offered'), ('COUNTERED', 'Countered'), ('ACCEPTED', 'Accepted'), ('DECLINED', 'Declined'), ('WITHDRAWN', 'Withdrawn'), ('EXPIRED', 'Expired')], max_length=10)),
                ('status', models.CharField(choices=[('REQUESTED', 'Requested'), ('OFFERED', 'Offered'), ('COUNTERED', 'Countered'), ('ACCEPTED', 'Accepted'), ('DECLINED', 'Declined'), ('WITHDRAWN', 'Withdrawn'), ('EXPIRED', 'Expired')], max_length=10)),
                ('version', models.PositiveSmallIntegerField(default=0)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('role', models.CharField(choices=[('BUYER', 'Buyer'), ('SELLER', 'Seller'), ('STAFF', 'Staff'), ('SYSTEM', 'System')], max_length=10)),
                ('reason', models.TextField(blank=True, max_length=1000)),
                ('quote', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='orders.quote')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='QuoteNumberSeries',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('prefix', models.CharField(max_length=4)),
                ('year', models.PositiveIntegerField()),
                ('last', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('prefix', 'year'), name='one_quote_series_per_year')],
            },
        ),
        migrations.CreateModel(
            name='QuoteRequest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.CharField(max_length=20, unique=True)),
                ('language', models.CharField(max_length=10)),
                ('currency', models.CharField(max_length=3)),
                ('text', models.TextField(blank=True, max_length=4000)),
                ('incoterm', models.CharField(max_length=3)),
                ('named_place', models.CharField(blank=True, max_length=120)),
                ('wanted_by', models.DateField(null=True)),
                ('country', models.CharField(max_length=2)),
                ('shipping_address', models.JSONField(null=True)),
                ('is_sample', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField()),
                ('erased_at', models.DateTimeField(null=True)),
                ('channel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='channels.channel')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.AddField(
            model_name='quote',
            name='request',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='quotes', to='orders.quoterequest'),
        ),
        migrations.CreateModel(
            name='QuoteRequestFile',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('file', models.CharField(max_length=60)),
                ('file_type', models.CharField(max_length=40)),
                ('size', models.PositiveIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='orders.quoterequest')),
            ],
            options={
                'ordering': ['created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='QuoteRequestLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('description', models.CharField(max_length=1000)),
                ('quantity', models.PositiveIntegerField()),
                ('unit', models.CharField(choices=[('PIECE', 'Piece'), ('PAIR', 'Pair'), ('SET', 'Set'), ('CARTON', 'Carton'), ('METER', 'Meter'), ('SQUARE_METER', 'Square Meter'), ('CUBIC_METER', 'Cubic Meter'), ('KILOGRAM', 'Kilogram'), ('TONNE', 'Tonne'), ('CONTAINER_20', 'Container 20'), ('CONTAINER_40', 'Container 40')], default='PIECE', max_length=14)),
                ('target_amount', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('product', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='catalog.product')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='orders.quoterequest')),
                ('seller', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
                ('variant', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='catalog.productvariant')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='QuoteLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('description', models.CharField(max_length=1000)),
                ('quantity', models.PositiveIntegerField()),
                ('unit', models.CharField(choices=[('PIECE', 'Piece'), ('PAIR', 'Pair'), ('SET', 'Set'), ('CARTON', 'Carton'), ('METER', 'Meter'), ('SQUARE_METER', 'Square Meter'), ('CUBIC_METER', 'Cubic Meter'), ('KILOGRAM', 'Kilogram'), ('TONNE', 'Tonne'), ('CONTAINER_20', 'Container 20'), ('CONTAINER_40', 'Container 40')], default='PIECE', max_length=14)),
                ('unit_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('variant', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='catalog.productvariant')),
                ('request_line', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='orders.quoterequestline')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='QuoteTier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('minimum_quantity', models.PositiveIntegerField()),
                ('unit_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('line', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tiers', to='orders.quoteline')),
            ],
            options={
                'ordering': ['minimum_quantity'],
            },
        ),
        migrations.CreateModel(
            name='QuoteVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('author', models.CharField(choices=[('BUYER', 'BUYER'), ('SELLER', 'SELLER')], max_length=10)),
                ('currency', models.CharField(max_length=3)),
                ('valid_until', models.DateField()),
                ('lead_time_days', models.PositiveSmallIntegerField()),
                ('incoterm', models.CharField(max_length=3)),
                ('named_place', models.CharField(max_length=120)),
                ('freight_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('payment_kind', models.CharField(choices=[('FULL', 'Full'), ('DEPOSIT', 'Deposit'), ('NET', 'Net')], max_length=8)),
                ('deposit_percent', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('balance_needed_for', models.CharField(blank=True, choices=[('CONFIRM', 'Confirm'), ('SHIP', 'Ship'), ('DOCUMENTS', 'Documents'), ('NOTHING', 'Nothing')], max_length=10)),
                ('net_days', models.PositiveSmallIntegerField(null=True)),
                ('notes', models.TextField(blank=True, max_length=4000)),
                ('created_at', models.DateTimeField()),
                ('quote', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='orders.quote')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['quote_id', 'number'],
            },
        ),
        migrations.AddField(
            model_name='quoteline',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='orders.quoteversion'),
        ),
        migrations.CreateModel(
            name='ReceivedNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('gateway', models.CharField(max_length=40)),
                ('event_id', models.CharField(max_length=140)),
                ('type', models.CharField(max_length=60)),
                ('reference', models.CharField(max_length=140)),
                ('source', models.CharField(choices=[('SENT', 'Sent'), ('LOOKED_UP', 'Looked Up')], max_length=10)),
                ('happened_at', models.DateTimeField()),
                ('received_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('due_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('handled_at', models.DateTimeField(null=True)),
                ('given_up_at', models.DateTimeField(null=True)),
                ('error', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'ordering': ['id'],
                'indexes': [models.Index(condition=models.Q(('given_up_at__isnull', True), ('handled_at__isnull', True)), fields=['due_at'], name='notices_to_handle'), models.Index(fields=['gateway', 'received_at'], name='notices_by_arrival')],
                'constraints': [models.UniqueConstraint(fields=('gateway', 'event_id'), name='received_once')],
            },
        ),
        migrations.CreateModel(
            name='Refund',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=120)),
                ('currency', models.CharField(max_length=3)),
                ('amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('shipping_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('reason', models.CharField(choices=[('CANCELED', 'Canceled'), ('RETURNED', 'Returned'), ('COMPLAINT', 'Complaint'), ('DISPUTE', 'Dispute'), ('PRICE', 'Price'), ('GOODWILL', 'Goodwill'), ('OVERPAID', 'Overpaid'), ('CHARGEBACK', 'Chargeback'), ('PROVIDER', 'Provider')], max_length=12)),
                ('status', models.CharField(choices=[('DUE', 'Due'), ('SENT', 'Sent'), ('DONE', 'Done'), ('FAILED', 'Failed')], default='DUE', max_length=10)),
                ('reference', models.CharField(blank=True, max_length=140)),
                ('code', models.CharField(blank=True, max_length=60)),
                ('attempt', models.PositiveSmallIntegerField(default=1)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('done_at', models.DateTimeField(null=True)),
                ('order', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='refunds', to='orders.order')),
                ('payment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='refunds', to='orders.payment')),
            ],
            options={
                'ordering': ['created_at', 'id'],
            },
        ),
        migrations.AddField(
            model_name='ledgertransaction',
            name='refund',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orders.refund'),
        ),
        migrations.CreateModel(
            name='BankMatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('currency', models.CharField(max_length=3)),
                ('amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('was_exact', models.BooleanField(default=False)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matches', to='orders.bankentry')),
                ('reverses', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reversed_by', to='orders.bankmatch')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('order', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='orders.order')),
                ('payment', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='orders.payment')),
                ('refund', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='orders.refund')),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='RememberedMapping',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account_number', models.CharField(max_length=60)),
                ('currency', models.CharField(max_length=3)),
                ('mapping', models.JSONField()),
                ('updated_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('account_number', 'currency'), name='one_mapping_per_account')],
            },
        ),
        migrations.CreateModel(
            name='ReturnRequest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('number', models.CharField(max_length=32, unique=True)),
                ('status', models.CharField(choices=[('REQUESTED', 'Requested'), ('APPROVED', 'Approved'), ('REJECTED', 'Rejected'), ('WITHDRAWN', 'Withdrawn'), ('LAPSED', 'Lapsed'), ('SENT', 'Sent'), ('RECEIVED', 'Received'), ('REFUNDED', 'Refunded'), ('EXCHANGED', 'Exchanged')], default='REQUESTED', max_length=12)),
                ('reason', models.CharField(choices=[('CHANGED_MIND', 'Changed Mind'), ('DAMAGED', 'Damaged'), ('DEFECTIVE', 'Defective'), ('WRONG_ITEM', 'Wrong Item'), ('NOT_AS_DESCRIBED', 'Not As Described')], max_length=20)),
                ('wish', models.CharField(choices=[('REFUND', 'Refund'), ('EXCHANGE', 'Exchange')], default='REFUND', max_length=10)),
                ('explanation', models.TextField(blank=True, max_length=2000)),
                ('is_right', models.BooleanField(default=False)),
                ('legal_basis', models.CharField(blank=True, max_length=300)),
                ('refunds_shipping', models.BooleanField(default=False)),
                ('seller_pays_return', models.BooleanField(default=False)),
                ('exception', models.CharField(blank=True, choices=[('MADE_TO_ORDER', 'Made To Order'), ('PERISHABLE', 'Perishable'), ('UNSEALED', 'Unsealed')], max_length=20)),
                ('decision_note', models.TextField(blank=True, max_length=2000)),
                ('tracking_number', models.CharField(blank=True, max_length=80)),
                ('refund_amount', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('refund_shipping_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('deduction_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('created_at', models.DateTimeField()),
                ('decide_by', models.DateTimeField()),
                ('send_by', models.DateTimeField(null=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('replacement', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='return_request', to='orders.fulfillment')),
            ],
            options={
                'ordering': ['-created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ReturnLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('quantity', models.PositiveIntegerField()),
                ('quantity_received', models.PositiveIntegerField(default=0)),
                ('quantity_resellable', models.PositiveIntegerField(default=0)),
                ('order_line', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='orders.orderline')),
                ('return_request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='orders.returnrequest')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='EvidenceFile',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('file', models.CharField(max_length=60)),
                ('file_type', models.CharField(max_length=40)),
                ('size', models.PositiveIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('message', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='files', to='orders.disputemessage')),
                ('return_request', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='files', to='orders.returnrequest')),
            ],
            options={
                'ordering': ['created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='SellerBankAccount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('currency', models.CharField(max_length=3)),
                ('holder', marketplace.sealed.field.SealedTextField()),
                ('bank_name', models.CharField(max_length=100)),
                ('country', models.CharField(max_length=2)),
                ('account_number', marketplace.sealed.field.SealedTextField()),
                ('account_tail', marketplace.sealed.field.TailField(of='account_number')),
                ('account_fingerprint', marketplace.sealed.field.FingerprintField(db_index=True, of='account_number')),
                ('bic', models.CharField(blank=True, max_length=11)),
                ('bank_code', models.CharField(blank=True, max_length=6)),
                ('changed_at', models.DateTimeField()),
                ('usable_from', models.DateTimeField()),
                ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['seller_id', 'currency'],
            },
        ),
        migrations.CreateModel(
            name='SellerOrder',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.CharField(max_length=24, unique=True)),
                ('position', models.PositiveSmallIntegerField()),
                ('status', models.CharField(choices=[('AWAITING_PAYMENT', 'Awaiting Payment'), ('CONFIRMED', 'Confirmed'), ('PACKING', 'Packing'), ('SHIPPED', 'Shipped'), ('DELIVERED', 'Delivered'), ('CANCELED', 'Canceled')], default='AWAITING_PAYMENT', max_length=20)),
                ('currency', models.CharField(max_length=3)),
                ('subtotal_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('shipping_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('tax_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('total_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('shipping_discount_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('shipping_discount_borne_by', models.CharField(blank=True, choices=[('SELLER', 'Seller'), ('MARKETPLACE', 'Marketplace')], max_length=12)),
                ('charged_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('waived_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('waived_shipping_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('canceled_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('note', models.TextField(blank=True, max_length=1000)),
                ('delivery_method_id', models.CharField(max_length=120)),
                ('delivery_method_name', models.CharField(max_length=200)),
                ('carrier', models.CharField(max_length=60)),
                ('incoterm', models.CharField(default='DAP', max_length=3)),
                ('named_place', models.CharField(blank=True, max_length=120)),
                ('minimum_days', models.PositiveSmallIntegerField(null=True)),
                ('maximum_days', models.PositiveSmallIntegerField(null=True)),
                ('created_at', models.DateTimeField()),
                ('order', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seller_orders', to='orders.order')),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['order_id', 'position'],
            },
        ),
        migrations.AddField(
            model_name='returnrequest',
            name='seller_order',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='returns', to='orders.sellerorder'),
        ),
        migrations.AddField(
            model_name='refund',
            name='seller_order',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='refunds', to='orders.sellerorder'),
        ),
        migrations.CreateModel(
            name='PartTransfer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('currency', models.CharField(max_length=3)),
                ('amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('status', models.CharField(choices=[('DUE', 'Due'), ('DONE', 'Done'), ('FAILED', 'Failed')], default='DUE', max_length=10)),
                ('reference', models.CharField(blank=True, max_length=60)),
                ('code', models.CharField(blank=True, max_length=80)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('due_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('done_at', models.DateTimeField(null=True)),
                ('rail', models.CharField(max_length=40)),
                ('account', models.CharField(max_length=60)),
                ('payment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transfers', to='orders.payment')),
                ('seller_order', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transfers', to='orders.sellerorder')),
            ],
            options={
                'ordering': ['created_at', 'id'],
            },
        ),
        migrations.AddField(
            model_name='orderline',
            name='seller_order',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='orders.sellerorder'),
        ),
        migrations.CreateModel(
            name='OrderEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('type', models.CharField(choices=[('PLACED', 'Placed'), ('PAID', 'Paid'), ('PART_PAID', 'Part Paid'), ('MORE_PAID', 'More Paid'), ('PAYMENT_FAILED', 'Payment Failed'), ('CHARGE_UNDONE', 'Charge Undone'), ('AWAITING_PAYMENT', 'Awaiting Payment'), ('CONFIRMED', 'Confirmed'), ('PACKING', 'Packing'), ('PARTLY_SHIPPED', 'Partly Shipped'), ('SHIPPED', 'Shipped'), ('DELIVERED', 'Delivered'), ('CANCELED', 'Canceled'), ('EXPIRED', 'Expired'), ('REFUNDED', 'Refunded'), ('REFUND_DUE', 'Refund Due'), ('REFUND_FAILED', 'Refund Failed'), ('CHARGEBACK_OPENED', 'Chargeback Opened'), ('CHARGEBACK_CLOSED', 'Chargeback Closed'), ('PARTLY_CANCELED', 'Partly Canceled'), ('ADDRESS_CHANGED', 'Address Changed'), ('NOTE_CHANGED', 'Note Changed'), ('SELLER_NOTE', 'Seller Note'), ('RETURN_REQUESTED', 'Return Requested'), ('RETURN_APPROVED', 'Return Approved'), ('RETURN_REJECTED', 'Return Rejected'), ('RETURN_WITHDRAWN', 'Return Withdrawn'), ('RETURN_LAPSED', 'Return Lapsed'), ('RETURN_SENT', 'Return Sent'), ('RETURN_RECEIVED', 'Return Received'), ('RETURN_REFUNDED', 'Return Refunded'), ('RETURN_EXCHANGED', 'Return Exchanged'), ('DISPUTE_OPENED', 'Dispute Opened'), ('DISPUTE_ANSWERED', 'Dispute Answered'), ('DISPUTE_ESCALATED', 'Dispute Escalated'), ('DISPUTE_SETTLED', 'Dispute Settled'), ('DISPUTE_WITHDRAWN', 'Dispute Withdrawn'), ('DISPUTE_DECIDED', 'Dispute Decided'), ('CHECK_HELD', 'Check Held'), ('CHECK_CLEARED', 'Check Cleared'), ('CHECK_CONFIRMED', 'Check Confirmed')], max_length=20)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('role', models.CharField(choices=[('BUYER', 'Buyer'), ('SELLER', 'Seller'), ('STAFF', 'Staff'), ('SYSTEM', 'System')], max_length=10)),
                ('reason', models.TextField(blank=True, max_length=1000)),
                ('parameters', models.JSONField(default=dict)),
                ('order', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='orders.order')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seller_order', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='events', to='orders.sellerorder')),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.AddField(
            model_name='ledgertransaction',
            name='seller_order',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orders.sellerorder'),
        ),
        migrations.AddField(
            model_name='fulfillment',
            name='seller_order',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='fulfillments', to='orders.sellerorder'),
        ),
        migrations.CreateModel(
            name='Earning',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('currency', models.CharField(max_length=3)),
                ('earned_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('voucher_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('commission_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('commission_tax_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('postings', models.PositiveIntegerField(default=0)),
                ('seller_order', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='earning', to='orders.sellerorder')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddField(
            model_name='dispute',
            name='seller_order',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='disputes', to='orders.sellerorder'),
        ),
        migrations.AddField(
            model_name='conversation',
            name='seller_order',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='orders.sellerorder'),
        ),
        migrations.CreateModel(
            name='SentLetter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=30)),
                ('about', models.CharField(max_length=120)),
                ('sent_at', models.DateTimeField(auto_now_add=True)),
                ('order', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='orders.order')),
            ],
        ),
        migrations.CreateModel(
            name='TaxInvoice',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('ORIGINAL', 'Original'), ('REPLACEMENT', 'Replacement'), ('ADJUSTMENT', 'Adjustment')], default='ORIGINAL', max_length=12)),
                ('form', models.CharField(choices=[('VAT', 'Vat'), ('SALES', 'Sales')], max_length=5)),
                ('is_export', models.BooleanField()),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('status', models.CharField(choices=[('DRAFT', 'Draft'), ('ISSUED', 'Issued'), ('SENT', 'Sent'), ('ACCEPTED', 'Accepted'), ('REJECTED', 'Rejected'), ('REPLACED', 'Replaced'), ('ADJUSTED', 'Adjusted')], default='DRAFT', max_length=10)),
                ('series', models.CharField(blank=True, max_length=10)),
                ('position', models.PositiveIntegerField(null=True)),
                ('issued_at', models.DateTimeField(null=True)),
                ('currency', models.CharField(max_length=3)),
                ('net_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('tax_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('total_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('vnd_rate', models.DecimalField(decimal_places=8, max_digits=20, null=True)),
                ('vnd_rate_source', models.CharField(blank=True, max_length=60)),
                ('seller_party', models.JSONField(default=dict)),
                ('buyer_party', models.JSONField(default=dict)),
                ('cleared_on', models.DateField(null=True)),
                ('due_on', models.DateField(null=True)),
                ('due_basis', models.CharField(blank=True, max_length=200)),
                ('due_checked', models.BooleanField(default=False)),
                ('provider', models.CharField(blank=True, max_length=30)),
                ('reference', models.CharField(blank=True, max_length=100)),
                ('authority_code', models.CharField(blank=True, max_length=60)),
                ('refusal', models.CharField(blank=True, max_length=500)),
                ('trouble', models.CharField(blank=True, max_length=200)),
                ('next_try_at', models.DateTimeField(db_index=True, null=True)),
                ('tries', models.PositiveIntegerField(default=0)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('about', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='orders.taxinvoice')),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
                ('seller_order', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orders.sellerorder')),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='CoveredRefund',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('refund', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orders.refund')),
                ('invoice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='covered', to='orders.taxinvoice')),
            ],
        ),
        migrations.CreateModel(
            name='TaxInvoiceEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', models.CharField(blank=True, choices=[('DRAFT', 'Draft'), ('ISSUED', 'Issued'), ('SENT', 'Sent'), ('ACCEPTED', 'Accepted'), ('REJECTED', 'Rejected'), ('REPLACED', 'Replaced'), ('ADJUSTED', 'Adjusted')], max_length=10)),
                ('status', models.CharField(choices=[('DRAFT', 'Draft'), ('ISSUED', 'Issued'), ('SENT', 'Sent'), ('ACCEPTED', 'Accepted'), ('REJECTED', 'Rejected'), ('REPLACED', 'Replaced'), ('ADJUSTED', 'Adjusted')], max_length=10)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('role', models.CharField(choices=[('BUYER', 'Buyer'), ('SELLER', 'Seller'), ('STAFF', 'Staff'), ('SYSTEM', 'System')], max_length=10)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('invoice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='orders.taxinvoice')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='TaxInvoiceLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('GOODS', 'Goods'), ('FREIGHT', 'Freight')], max_length=8)),
                ('name', models.CharField(max_length=300)),
                ('name_english', models.CharField(blank=True, max_length=300)),
                ('sku', models.CharField(blank=True, max_length=100)),
                ('quantity', models.PositiveIntegerField(null=True)),
                ('currency', models.CharField(max_length=3)),
                ('net_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('vat_percent', models.DecimalField(decimal_places=3, max_digits=6, null=True)),
                ('vat_basis', models.CharField(blank=True, max_length=200)),
                ('tax_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('total_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('invoice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='orders.taxinvoice')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='TaxInvoiceSeries',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=10)),
                ('year', models.PositiveIntegerField()),
                ('last', models.PositiveIntegerField(default=0)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
            ],
        ),
        migrations.CreateModel(
            name='TaxReturn',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('year', models.PositiveSmallIntegerField()),
                ('month', models.PositiveSmallIntegerField()),
                ('status', models.CharField(choices=[('PREPARED', 'Prepared'), ('FILED', 'Filed'), ('PAID', 'Paid')], default='PREPARED', max_length=8)),
                ('due_on', models.DateField()),
                ('rates_checked', models.BooleanField()),
                ('filing_reference', models.CharField(blank=True, max_length=100)),
                ('payment_reference', models.CharField(blank=True, max_length=100)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['-year', '-month'],
                'constraints': [models.UniqueConstraint(fields=('year', 'month'), name='one_tax_return_a_month')],
            },
        ),
        migrations.CreateModel(
            name='TaxReturnEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('PREPARED', 'Prepared'), ('FILED', 'Filed'), ('PAID', 'Paid')], max_length=8)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('reference', models.CharField(blank=True, max_length=100)),
                ('tax_return', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='orders.taxreturn')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='TaxReturnLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('currency', models.CharField(max_length=3)),
                ('revenue_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('vat_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('pit_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('vat_carried_in', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('pit_carried_in', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('vat_due', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('pit_due', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('vat_carried_out', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('pit_carried_out', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('vnd_rate', models.DecimalField(decimal_places=8, max_digits=20, null=True)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
                ('tax_return', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='orders.taxreturn')),
            ],
            options={
                'ordering': ['seller_id', 'currency'],
            },
        ),
        migrations.CreateModel(
            name='TaxWithholding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('currency', models.CharField(max_length=3)),
                ('is_domestic', models.BooleanField()),
                ('vat_percent', models.DecimalField(decimal_places=3, max_digits=6)),
                ('pit_percent', models.DecimalField(decimal_places=3, max_digits=6)),
                ('checked', models.BooleanField()),
                ('legal_basis', models.CharField(max_length=200)),
                ('revenue_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('vat_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('pit_amount', models.DecimalField(decimal_places=4, default=0, max_digits=20)),
                ('seller_order', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orders.sellerorder')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='TransferReversal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('currency', models.CharField(max_length=3)),
                ('amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('status', models.CharField(choices=[('DUE', 'Due'), ('DONE', 'Done'), ('FAILED', 'Failed')], default='DUE', max_length=10)),
                ('reference', models.CharField(blank=True, max_length=60)),
                ('code', models.CharField(blank=True, max_length=80)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('due_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('done_at', models.DateTimeField(null=True)),
                ('transfer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reversals', to='orders.parttransfer')),
            ],
            options={
                'ordering': ['created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Voucher',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=120)),
                ('type', models.CharField(choices=[('ENTIRE_ORDER', 'Entire Order'), ('SPECIFIC_PRODUCT', 'Specific Product'), ('SHIPPING', 'Shipping')], default='ENTIRE_ORDER', max_length=20)),
                ('value_type', models.CharField(choices=[('FIXED', 'Fixed'), ('PERCENTAGE', 'Percentage')], default='PERCENTAGE', max_length=12)),
                ('is_active', models.BooleanField(default=True)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField(null=True)),
                ('usage_limit', models.PositiveIntegerField(null=True)),
                ('limit_per_customer', models.PositiveIntegerField(null=True)),
                ('single_use', models.BooleanField(default=False)),
                ('minimum_quantity', models.PositiveIntegerField(null=True)),
                ('countries', models.JSONField(default=list)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('categories', models.ManyToManyField(related_name='+', to='catalog.category')),
                ('collections', models.ManyToManyField(related_name='+', to='catalog.collection')),
                ('products', models.ManyToManyField(related_name='+', to='catalog.product')),
                ('seller', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sellers.seller')),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='VoucherCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40, unique=True)),
                ('is_active', models.BooleanField(default=True)),
                ('voucher', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='codes', to='orders.voucher')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='VoucherListing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('currency', models.CharField(max_length=3)),
                ('value', models.DecimalField(decimal_places=4, max_digits=20)),
                ('minimum_spent', models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ('channel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='channels.channel')),
                ('voucher', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='listings', to='orders.voucher')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='VoucherUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('customer', models.CharField(max_length=64)),
                ('used_at', models.DateTimeField()),
                ('given_back_at', models.DateTimeField(null=True)),
                ('code', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uses', to='orders.vouchercode')),
                ('order', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='voucher_use', to='orders.order')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('voucher', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uses', to='orders.voucher')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='WithholdingChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('at', models.DateTimeField()),
                ('currency', models.CharField(max_length=3)),
                ('is_domestic', models.BooleanField()),
                ('revenue_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('vat_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('pit_amount', models.DecimalField(decimal_places=4, max_digits=20)),
                ('seller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sellers.seller')),
                ('withholding', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='orders.taxwithholding')),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.AddConstraint(
            model_name='bankstatement',
            constraint=models.UniqueConstraint(fields=('account_number', 'currency', 'sha256', 'reference'), name='statement_file_once'),
        ),
        migrations.AddIndex(
            model_name='bankentry',
            index=models.Index(fields=['status', '-booked_on'], name='bank_entries_by_status'),
        ),
        migrations.AddConstraint(
            model_name='bankentry',
            constraint=models.UniqueConstraint(fields=('account_number', 'currency', 'key'), name='bank_entry_once'),
        ),
        migrations.AddConstraint(
            model_name='bankentry',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='bank_entry_of_something'),
        ),
        migrations.AddConstraint(
            model_name='buyerterms',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('user', 'currency'), name='one_buyer_terms_in_force'),
        ),
        migrations.AddConstraint(
            model_name='buyerterms',
            constraint=models.CheckConstraint(condition=models.Q(('limit_amount__gt', 0), ('net_days__gt', 0)), name='buyer_terms_sound'),
        ),
        migrations.AddConstraint(
            model_name='checkoutdelivery',
            constraint=models.UniqueConstraint(fields=('checkout', 'seller'), name='one_delivery_per_seller'),
        ),
        migrations.AddConstraint(
            model_name='checkoutline',
            constraint=models.UniqueConstraint(fields=('checkout', 'variant'), name='one_line_per_variant'),
        ),
        migrations.AddConstraint(
            model_name='checkoutline',
            constraint=models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='checkout_line_of_something'),
        ),
        migrations.AddConstraint(
            model_name='commissionrule',
            constraint=models.CheckConstraint(condition=models.Q(('percent__gte', 0), ('percent__lte', 100), ('tax_percent__gte', 0), ('tax_percent__lte', 100)), name='commission_is_a_percentage'),
        ),
        migrations.AddConstraint(
            model_name='commissionrule',
            constraint=models.CheckConstraint(condition=models.Q(('effective_to__isnull', True), ('effective_to__gte', models.F('effective_from')), _connector='OR'), name='commission_period_runs_forward'),
        ),
        migrations.AddConstraint(
            model_name='commissionrule',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('cap_amount__isnull', True), ('minimum_amount__isnull', True)), models.Q(('currency', ''), _negated=True), _connector='OR'), name='commission_bounds_have_a_currency'),
        ),
        migrations.AddIndex(
            model_name='conversationreader',
            index=models.Index(condition=models.Q(('letter_due_at__isnull', False)), fields=['letter_due_at'], name='message_letters_due'),
        ),
        migrations.AddConstraint(
            model_name='conversationreader',
            constraint=models.UniqueConstraint(fields=('conversation', 'user'), name='one_reader_per_person'),
        ),
        migrations.AddIndex(
            model_name='difference',
            index=models.Index(fields=['state', 'gone_at'], name='differences_by_state'),
        ),
        migrations.AddIndex(
            model_name='fulfillmentlot',
            index=models.Index(fields=['lot'], name='fulfillments_of_lot'),
        ),
        migrations.AddConstraint(
            model_name='fulfillmentlot',
            constraint=models.UniqueConstraint(fields=('line', 'lot'), name='lot_once_per_fulfillment_line'),
        ),
        migrations.AddConstraint(
            model_name='fulfillmentlot',
            constraint=models.CheckConstraint(condition=models.Q(('quantity__isnull', True), ('quantity__gt', 0), _connector='OR'), name='fulfillment_lot_of_something'),
        ),
        migrations.AddConstraint(
            model_name='ledgerentry',
            constraint=models.UniqueConstraint(fields=('transaction', 'account'), name='one_entry_per_account'),
        ),
        migrations.AddConstraint(
            model_name='ledgerentry',
            constraint=models.CheckConstraint(condition=models.Q(('amount', Decimal('0')), _negated=True), name='entry_of_something'),
        ),
        migrations.AddIndex(
            model_name='message',
            index=models.Index(fields=['user', '-created_at'], name='messages_of_a_user'),
        ),
        migrations.AddConstraint(
            model_name='message',
            constraint=models.UniqueConstraint(fields=('conversation', 'position'), name='one_message_per_position'),
        ),
        migrations.AddIndex(
            model_name='messagereport',
            index=models.Index(fields=['status', 'created_at'], name='message_reports_waiting'),
        ),
        migrations.AddConstraint(
            model_name='messagereport',
            constraint=models.UniqueConstraint(fields=('message', 'reporter'), name='message_reported_once'),
        ),
        migrations.AddIndex(
            model_name='messagetranslation',
            index=models.Index(condition=models.Q(('status', 'QUEUED')), fields=['available_at'], name='message_translations_waiting'),
        ),
        migrations.AddConstraint(
            model_name='messagetranslation',
            constraint=models.UniqueConstraint(fields=('message', 'language'), name='one_translation_per_language'),
        ),
        migrations.AddIndex(
            model_name='order',
            index=models.Index(fields=['user', '-created_at'], name='orders_of_a_buyer'),
        ),
        migrations.AddIndex(
            model_name='order',
            index=models.Index(fields=['status', 'payment_due_at'], name='orders_falling_due'),
        ),
        migrations.AddIndex(
            model_name='order',
            index=models.Index(fields=['created_at'], name='orders_by_day'),
        ),
        migrations.AddIndex(
            model_name='ledgeraccount',
            index=models.Index(fields=['seller', 'kind'], name='accounts_of_a_seller'),
        ),
        migrations.AddConstraint(
            model_name='instalment',
            constraint=models.UniqueConstraint(fields=('order', 'position'), name='one_instalment_per_position'),
        ),
        migrations.AddConstraint(
            model_name='instalment',
            constraint=models.CheckConstraint(condition=models.Q(('charged_amount__gte', 0), ('charged_amount__lte', models.F('amount'))), name='instalment_not_overcharged'),
        ),
        migrations.AddConstraint(
            model_name='buyercredit',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gte', django.db.models.expressions.CombinedExpression(models.F('used_amount'), '+', models.F('returned_amount')))), name='credit_not_overspent'),
        ),
        migrations.AddConstraint(
            model_name='fulfillmentline',
            constraint=models.UniqueConstraint(fields=('fulfillment', 'order_line'), name='one_line_per_fulfillment'),
        ),
        migrations.AddConstraint(
            model_name='fulfillmentline',
            constraint=models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='fulfillment_of_something'),
        ),
        migrations.AddConstraint(
            model_name='allocation',
            constraint=models.UniqueConstraint(fields=('order_line', 'stock'), name='one_allocation_per_line_and_stock'),
        ),
        migrations.AddConstraint(
            model_name='allocation',
            constraint=models.UniqueConstraint(condition=models.Q(('stock__isnull', True)), fields=('order_line',), name='one_promise_per_line'),
        ),
        migrations.AddConstraint(
            model_name='allocation',
            constraint=models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='allocation_of_something'),
        ),
        migrations.AddIndex(
            model_name='payment',
            index=models.Index(fields=['gateway', 'reference'], name='payments_by_reference'),
        ),
        migrations.AddConstraint(
            model_name='payment',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['PENDING', 'AUTHORIZED', 'PARTLY_CHARGED'])), fields=('instalment',), name='one_live_payment_per_instalment'),
        ),
        migrations.AddConstraint(
            model_name='payment',
            constraint=models.CheckConstraint(condition=models.Q(('refunded_amount__gte', 0), ('refunded_amount__lte', models.F('charged_amount'))), name='refund_within_the_charge'),
        ),
        migrations.AddConstraint(
            model_name='chargeback',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='chargeback_of_something'),
        ),
        migrations.AddConstraint(
            model_name='paymentevent',
            constraint=models.UniqueConstraint(fields=('payment', 'key'), name='payment_event_once'),
        ),
        migrations.AddConstraint(
            model_name='payoutaccount',
            constraint=models.UniqueConstraint(fields=('seller', 'provider'), name='one_account_per_provider'),
        ),
        migrations.AddConstraint(
            model_name='payoutaccount',
            constraint=models.UniqueConstraint(fields=('provider', 'reference'), name='one_seller_per_account'),
        ),
        migrations.AddIndex(
            model_name='payout',
            index=models.Index(fields=['seller', '-planned_at'], name='payouts_of_a_seller'),
        ),
        migrations.AddIndex(
            model_name='payout',
            index=models.Index(fields=['status', 'rail', 'currency'], name='payouts_by_status'),
        ),
        migrations.AddConstraint(
            model_name='payout',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['REJECTED', 'CANCELED']), _negated=True), fields=('seller', 'currency', 'slot'), name='one_payout_per_slot'),
        ),
        migrations.AddConstraint(
            model_name='payout',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='payout_of_something'),
        ),
        migrations.AddConstraint(
            model_name='payouthold',
            constraint=models.UniqueConstraint(condition=models.Q(('released_at__isnull', True)), fields=('seller',), name='one_open_hold_per_seller'),
        ),
        migrations.AddConstraint(
            model_name='payoutschedule',
            constraint=models.UniqueConstraint(fields=('seller', 'currency'), name='one_schedule_per_seller_and_currency'),
        ),
        migrations.AddConstraint(
            model_name='payoutschedule',
            constraint=models.UniqueConstraint(condition=models.Q(('seller__isnull', True)), fields=('currency',), name='one_schedule_for_all_per_currency'),
        ),
        migrations.AddConstraint(
            model_name='payoutschedule',
            constraint=models.CheckConstraint(condition=models.Q(('minimum_amount__isnull', True), models.Q(('currency', ''), _negated=True), _connector='OR'), name='minimum_has_a_currency'),
        ),
        migrations.AddConstraint(
            model_name='payoutschedule',
            constraint=models.CheckConstraint(condition=models.Q(('day__gte', 1), ('day__lte', 28)), name='day_of_every_month'),
        ),
        migrations.AddIndex(
            model_name='quoterequest',
            index=models.Index(fields=['user', '-created_at'], name='quote_requests_of_a_buyer'),
        ),
        migrations.AddIndex(
            model_name='quote',
            index=models.Index(fields=['seller', 'status', '-updated_at'], name='quotes_of_a_seller'),
        ),
        migrations.AddIndex(
            model_name='quote',
            index=models.Index(fields=['status', 'valid_until'], name='quotes_falling_due'),
        ),
        migrations.AddIndex(
            model_name='quote',
            index=models.Index(fields=['created_at'], name='quotes_by_day'),
        ),
        migrations.AddConstraint(
            model_name='quote',
            constraint=models.UniqueConstraint(fields=('request', 'seller'), name='one_quote_per_request_and_seller'),
        ),
        migrations.AddConstraint(
            model_name='quote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('order__isnull', False), ('status', 'ACCEPTED')), models.Q(models.Q(('status', 'ACCEPTED'), _negated=True), ('order__isnull', True)), _connector='OR'), name='accepted_quote_has_its_order'),
        ),
        migrations.AddConstraint(
            model_name='quoterequestline',
            constraint=models.UniqueConstraint(fields=('request', 'position'), name='one_request_line_per_position'),
        ),
        migrations.AddConstraint(
            model_name='quoterequestline',
            constraint=models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='request_line_of_something'),
        ),
        migrations.AddConstraint(
            model_name='quotetier',
            constraint=models.UniqueConstraint(fields=('line', 'minimum_quantity'), name='one_quote_tier_per_quantity'),
        ),
        migrations.AddConstraint(
            model_name='quotetier',
            constraint=models.CheckConstraint(condition=models.Q(('minimum_quantity__gt', 1)), name='quote_tier_of_several'),
        ),
        migrations.AddConstraint(
            model_name='quoteversion',
            constraint=models.UniqueConstraint(fields=('quote', 'number'), name='one_quote_version_per_number'),
        ),
        migrations.AddConstraint(
            model_name='quoteversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('deposit_percent__gt', 0), ('deposit_percent__lt', 100), ('payment_kind', 'DEPOSIT')), models.Q(models.Q(('payment_kind', 'DEPOSIT'), _negated=True), ('deposit_percent__isnull', True)), _connector='OR'), name='deposit_is_a_share'),
        ),
        migrations.AddConstraint(
            model_name='quoteline',
            constraint=models.UniqueConstraint(fields=('version', 'position'), name='one_quote_line_per_position'),
        ),
        migrations.AddConstraint(
            model_name='quoteline',
            constraint=models.CheckConstraint(condition=models.Q(('quantity__gt', 0), ('unit_amount__gte', 0)), name='quote_line_sound'),
        ),
        migrations.AddConstraint(
            model_name='bankmatch',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('payment__isnull', False), ('refund__isnull', True)), models.Q(('payment__isnull', True), ('refund__isnull', False)), _connector='OR'), name='match_of_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='returnline',
            constraint=models.UniqueConstraint(fields=('return_request', 'order_line'), name='one_line_per_return'),
        ),
        migrations.AddConstraint(
            model_name='returnline',
            constraint=models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='return_of_something'),
        ),
        migrations.AddConstraint(
            model_name='returnline',
            constraint=models.CheckConstraint(condition=models.Q(('quantity_received__lte', models.F('quantity')), ('quantity_resellable__lte', models.F('quantity_received'))), name='return_within_what_was_asked'),
        ),
        migrations.AddConstraint(
            model_name='evidencefile',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('message__isnull', False), ('return_request__isnull', True)), models.Q(('message__isnull', True), ('return_request__isnull', False)), _connector='OR'), name='evidence_of_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='sellerbankaccount',
            constraint=models.UniqueConstraint(fields=('seller', 'currency'), name='one_bank_account_per_currency'),
        ),
        migrations.AddIndex(
            model_name='sellerorder',
            index=models.Index(fields=['seller', 'status', '-created_at'], name='orders_of_a_seller'),
        ),
        migrations.AddConstraint(
            model_name='sellerorder',
            constraint=models.UniqueConstraint(fields=('order', 'seller'), name='one_part_per_seller'),
        ),
        migrations.AddConstraint(
            model_name='sellerorder',
            constraint=models.UniqueConstraint(fields=('order', 'position'), name='one_part_per_position'),
        ),
        migrations.AddConstraint(
            model_name='sellerorder',
            constraint=models.CheckConstraint(condition=models.Q(('canceled_amount__gte', 0), ('canceled_amount__lte', models.F('total_amount'))), name='canceled_within_the_part'),
        ),
        migrations.AddIndex(
            model_name='returnrequest',
            index=models.Index(fields=['status', 'decide_by'], name='returns_to_decide'),
        ),
        migrations.AddIndex(
            model_name='returnrequest',
            index=models.Index(fields=['status', 'send_by'], name='returns_to_send'),
        ),
        migrations.AddConstraint(
            model_name='returnrequest',
            constraint=models.UniqueConstraint(fields=('seller_order', 'position'), name='one_return_per_position'),
        ),
        migrations.AddIndex(
            model_name='refund',
            index=models.Index(fields=['status', 'created_at'], name='refunds_to_send'),
        ),
        migrations.AddConstraint(
            model_name='refund',
            constraint=models.UniqueConstraint(fields=('order', 'key'), name='refund_once'),
        ),
        migrations.AddConstraint(
            model_name='refund',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gt', 0), ('shipping_amount__gte', 0), ('shipping_amount__lte', models.F('amount'))), name='refund_of_something'),
        ),
        migrations.AddIndex(
            model_name='parttransfer',
            index=models.Index(fields=['status', 'due_at'], name='transfers_to_send'),
        ),
        migrations.AddIndex(
            model_name='parttransfer',
            index=models.Index(fields=['rail', 'reference'], name='transfers_by_reference'),
        ),
        migrations.AddConstraint(
            model_name='parttransfer',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='transfer_of_something'),
        ),
        migrations.AddConstraint(
            model_name='orderline',
            constraint=models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='order_line_of_something'),
        ),
        migrations.AddConstraint(
            model_name='orderline',
            constraint=models.CheckConstraint(condition=models.Q(('quantity_fulfilled__lte', django.db.models.expressions.CombinedExpression(models.F('quantity'), '-', models.F('quantity_canceled')))), name='order_line_not_overshipped'),
        ),
        migrations.AddConstraint(
            model_name='orderline',
            constraint=models.CheckConstraint(condition=models.Q(('quantity_returned__lte', models.F('quantity_fulfilled'))), name='order_line_returned_what_left'),
        ),
        migrations.AddConstraint(
            model_name='orderline',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('discount_amount', 0), ('discount_borne_by', '')), models.Q(('discount_amount__gt', 0), models.Q(('discount_borne_by', ''), _negated=True)), _connector='OR'), name='order_line_discount_is_borne'),
        ),
        migrations.AddIndex(
            model_name='ledgertransaction',
            index=models.Index(fields=['payout'], name='postings_of_a_payout'),
        ),
        migrations.AddIndex(
            model_name='fulfillment',
            index=models.Index(fields=['created_at'], name='fulfillments_by_day'),
        ),
        migrations.AddConstraint(
            model_name='fulfillment',
            constraint=models.UniqueConstraint(fields=('seller_order', 'position'), name='one_fulfillment_per_position'),
        ),
        migrations.AddIndex(
            model_name='dispute',
            index=models.Index(fields=['status', 'due_at'], name='disputes_falling_due'),
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.UniqueConstraint(fields=('seller_order', 'position'), name='one_dispute_per_position'),
        ),
        migrations.AddConstraint(
            model_name='dispute',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['OPEN', 'ANSWERED', 'ESCALATED'])), fields=('seller_order',), name='one_open_dispute_per_part'),
        ),
        migrations.AddIndex(
            model_name='conversation',
            index=models.Index(fields=['buyer', '-last_message_at'], name='conversations_of_a_buyer'),
        ),
        migrations.AddIndex(
            model_name='conversation',
            index=models.Index(fields=['seller', '-last_message_at'], name='conversations_of_a_seller'),
        ),
        migrations.AddConstraint(
            model_name='conversation',
            constraint=models.UniqueConstraint(fields=('buyer', 'product'), name='one_conversation_per_product'),
        ),
        migrations.AddConstraint(
            model_name='conversation',
            constraint=models.UniqueConstraint(fields=('quote',), name='one_conversation_per_quote'),
        ),
        migrations.AddConstraint(
            model_name='conversation',
            constraint=models.UniqueConstraint(fields=('seller_order',), name='one_conversation_per_seller_order'),
        ),
        migrations.AddConstraint(
            model_name='conversation',
            constraint=models.UniqueConstraint(condition=models.Q(('product__isnull', True), ('quote__isnull', True), ('seller_order__isnull', True)), fields=('buyer', 'seller'), name='one_general_conversation'),
        ),
        migrations.AddConstraint(
            model_name='conversation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('product__isnull', True), ('quote__isnull', True)), models.Q(('product__isnull', True), ('seller_order__isnull', True)), models.Q(('quote__isnull', True), ('seller_order__isnull', True)), _connector='OR'), name='conversation_about_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='sentletter',
            constraint=models.UniqueConstraint(fields=('kind', 'about'), name='letter_sent_once'),
        ),
        migrations.AddIndex(
            model_name='taxinvoice',
            index=models.Index(fields=['seller', 'status', '-created_at'], name='tax_invoices_of_a_seller'),
        ),
        migrations.AddIndex(
            model_name='taxinvoice',
            index=models.Index(fields=['status', 'due_on'], name='tax_invoices_due'),
        ),
        migrations.AddConstraint(
            model_name='taxinvoice',
            constraint=models.UniqueConstraint(fields=('seller', 'series', 'position'), name='tax_invoice_number_once'),
        ),
        migrations.AddConstraint(
            model_name='taxinvoice',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'ORIGINAL')), fields=('seller_order',), name='one_original_tax_invoice'),
        ),
        migrations.AddConstraint(
            model_name='taxinvoice',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'REPLACEMENT')), fields=('about',), name='one_replacement_of_a_tax_invoice'),
        ),
        migrations.AddConstraint(
            model_name='taxinvoice',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'ADJUSTMENT'), ('status', 'DRAFT')), fields=('about',), name='one_draft_adjustment'),
        ),
        migrations.AddConstraint(
            model_name='taxinvoice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('position', None), ('status', 'DRAFT')), models.Q(models.Q(('status', 'DRAFT'), _negated=True), ('position__isnull', False)), _connector='OR'), name='tax_invoice_numbered_when_issued'),
        ),
        migrations.AddConstraint(
            model_name='taxinvoice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('about', None), ('kind', 'ORIGINAL')), models.Q(models.Q(('kind', 'ORIGINAL'), _negated=True), ('about__isnull', False)), _connector='OR'), name='tax_invoice_corrects_another'),
        ),
        migrations.AddConstraint(
            model_name='taxinvoiceline',
            constraint=models.UniqueConstraint(fields=('invoice', 'position'), name='tax_invoice_line_once'),
        ),
        migrations.AddConstraint(
            model_name='taxinvoiceseries',
            constraint=models.UniqueConstraint(fields=('seller', 'code', 'year'), name='one_tax_invoice_series'),
        ),
        migrations.AddConstraint(
            model_name='taxreturnline',
            constraint=models.UniqueConstraint(fields=('tax_return', 'seller', 'currency'), name='one_line_in_a_tax_return'),
        ),
        migrations.AddIndex(
            model_name='transferreversal',
            index=models.Index(fields=['status', 'due_at'], name='reversals_to_send'),
        ),
        migrations.AddConstraint(
            model_name='transferreversal',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='reversal_of_something'),
        ),
        migrations.AddConstraint(
            model_name='voucher',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__isnull', True), ('ends_at__gt', models.F('starts_at')), _connector='OR'), name='voucher_ends_after_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='voucherlisting',
            constraint=models.UniqueConstraint(fields=('voucher', 'channel'), name='one_voucher_listing_per_channel'),
        ),
        migrations.AddConstraint(
            model_name='voucherlisting',
            constraint=models.CheckConstraint(condition=models.Q(('value__gt', 0)), name='voucher_of_something'),
        ),
        migrations.AddIndex(
            model_name='voucheruse',
            index=models.Index(fields=['voucher', 'customer'], name='voucher_uses_of_a_customer'),
        ),
        migrations.AddIndex(
            model_name='withholdingchange',
            index=models.Index(fields=['seller', 'at'], name='withheld_of_a_seller'),
        ),
        migrations.AddConstraint(
            model_name='withholdingchange',
            constraint=models.UniqueConstraint(fields=('withholding', 'position'), name='one_withholding_per_position'),
        ),
        ]),
        migrations.RunPython(triggers(REFUSAL.create), triggers(REFUSAL.drop)),
    ]
