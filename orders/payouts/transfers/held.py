"""How much of a seller's part was transferred, and out of which payment, after what was taken back."""

from collections.abc import Sequence

from i18n.money import Money, sum_money
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.payment import Payment
from orders.payouts.transfers.transfer import PartTransfer, TransferReversal, TransferStatus


def living_transfers(part: SellerOrder) -> list[PartTransfer]:
    """Sent or about to be, the oldest first."""
    rows = PartTransfer.objects.filter(seller_order=part).exclude(status=TransferStatus.FAILED)
    return list(rows.prefetch_related("reversals").order_by("created_at", "id"))


def net(transfer: PartTransfer) -> Money:
    """What the seller keeps of it once every planned reversal is through."""
    taken = [row.money for row in transfer.reversals.all() if row.status != TransferStatus.FAILED]
    return transfer.money - sum_money(taken, transfer.currency)


def transferred(transfers: Sequence[PartTransfer], currency: str) -> Money:
    return sum_money((net(row) for row in transfers), currency)


def room_in(payment: Payment) -> Money:
    """What could still be transferred out of a payment: all that was charged by it, less what was taken already.

    Money that came back from a seller does not make room again: a provider counts what once left a charge.
    """
    rows = PartTransfer.objects.filter(payment=payment).exclude(status=TransferStatus.FAILED)
    taken = sum_money((row.money for row in rows), payment.currency)
    return max(payment.charged - taken, Money.zero(payment.currency))


def is_on_its_way_back(transfer: PartTransfer) -> bool:
    return TransferReversal.objects.filter(transfer=transfer, status=TransferStatus.DUE).exists()
