"""Start a basket."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.addresses.validate import validate_address
from marketplace.accounts.metadata import merged
from marketplace.accounts.models import User
from marketplace.channels.models import Channel
from marketplace.insert_rows import insert_rows
from orders.checkout.addresses import checked_address
from orders.checkout.checkout import STOCK_HELD_FOR, Checkout
from orders.checkout.lines import Wanted, first_lines


def create_checkout(
    *,
    channel: Channel,
    language: str,
    now: datetime,
    wanted: Sequence[Wanted] = (),
    email: str = "",
    user: User | None = None,
    shipping_address: AddressData | None = None,
    billing_address: AddressData | None = None,
    metadata: Mapping[str, str] | None = None,
) -> Checkout:
    """A basket in one market, of a guest or of an account. Raises ``LineRefused`` and leaves nothing behind."""
    with transaction.atomic(savepoint=False):
        checkout = Checkout(
            channel=channel,
            user=user,
            email=email or (user.email if user else ""),
            language=language,
            shipping_address=checked_address(shipping_address, channel) if shipping_address else None,
            billing_address=validate_address(billing_address).as_dict() if billing_address else None,
            metadata=merged({}, metadata or {}),
            created_at=now,
            touched_at=now,
            expires_at=now + STOCK_HELD_FOR,
        )
        insert_rows([checkout])
        if wanted:
            first_lines(checkout=checkout, wanted=wanted, now=now)
    return checkout
