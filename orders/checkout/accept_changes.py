"""The buyer has seen what changed and goes on."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from orders.checkout.checkout import Checkout
from orders.checkout.hold import touch
from orders.checkout.price_changed import PriceChanged
from orders.checkout.totals import price_checkout
from orders.locks import lock_checkout


def accept_changes(*, checkout_id: UUID, accepted_total: Decimal, now: datetime) -> Checkout:
    """What the goods and deliveries cost now is what was seen. Raises ``PriceChanged`` when it changed once more
    since the buyer looked at ``accepted_total``."""
    with transaction.atomic():
        checkout = lock_checkout(checkout_id)
        priced = price_checkout(checkout, now=now)
        if priced.total.gross.amount != accepted_total:
            raise PriceChanged(accepted_total, priced.total.gross)
        for line in priced.lines:
            if line.price is not None:
                line.line.seen_amount = line.price.unit.amount
                line.line.save(update_fields=["seen_amount"])
        for group in priced.groups:
            if group.method is not None:
                checkout.deliveries.filter(seller=group.seller).update(seen_amount=group.method.price.amount)
        touch(checkout, now=now)
    return checkout
