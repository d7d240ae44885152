"""What the buyer wants on the papers, and whether the goods are a gift."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from orders.checkout.checkout import Checkout
from orders.checkout.hold import touch
from orders.checkout.tax_id import TaxIdKind, check_tax_ids
from orders.locks import lock_checkout


def set_tax_ids(*, checkout_id: UUID, given: Sequence[tuple[TaxIdKind, str]], now: datetime) -> Checkout:
    """All of them at once, in place of earlier ones; raises ``InvalidTaxId``."""
    kept = [each.closed() for each in check_tax_ids(given)]
    with transaction.atomic():
        checkout = lock_checkout(checkout_id)
        checkout.tax_ids = kept
        checkout.save(update_fields=["tax_ids"])
        touch(checkout, now=now)
    return checkout


def set_gift(*, checkout_id: UUID, is_gift: bool, message: str, now: datetime) -> Checkout:
    """A gift carries the message; what is none carries nothing."""
    with transaction.atomic():
        checkout = lock_checkout(checkout_id)
        checkout.is_gift = is_gift
        checkout.gift_message = message.strip() if is_gift else ""
        checkout.save(update_fields=["is_gift", "gift_message"])
        touch(checkout, now=now)
    return checkout
