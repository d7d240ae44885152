"""A provider says that a transfer came back, maybe by somebody's hand in its own desk."""

from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from i18n.money import Money
from orders.events import GatewayTransferReversed
from orders.locks import lock_order
from orders.payouts.transfers.answer import post_reversal, reversed_so_far
from orders.payouts.transfers.held import is_on_its_way_back
from orders.payouts.transfers.plan import PROVIDERS
from orders.payouts.transfers.transfer import PartTransfer, TransferReversal, TransferStatus


class ReversalUnderWay(Exception):
    """One of our own is not written down yet and may be what the provider speaks of: ask again later."""


def note_reversal(event: GatewayTransferReversed) -> None:
    """Reaction: what is beyond the reversals we know of is written down as one more."""
    rails = [rail for rail, provider in PROVIDERS.items() if provider == event.gateway]
    transfer = PartTransfer.objects.filter(rail__in=rails, reference=event.reference).first()
    if transfer is None:
        return
    with transaction.atomic():
        lock_order(transfer.seller_order.order_id)
        if is_on_its_way_back(transfer):
            raise ReversalUnderWay
        beyond = Money(Decimal(event.amount), event.currency) - reversed_so_far(transfer)
        if beyond.amount <= 0:
            return
        row = TransferReversal.objects.create(
            transfer=transfer,
            currency=beyond.currency,
            amount=beyond.amount,
            status=TransferStatus.DONE,
            reference=event.reference,
            done_at=timezone.now(),
        )
        post_reversal(row)
