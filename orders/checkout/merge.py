"""A guest signs in: what they put together belongs to the account, with what lay there before."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from catalog.models import Reservation
from marketplace.accounts.models import User
from orders.checkout.checkout import Checkout
from orders.checkout.details import attach_customer
from orders.checkout.lines import LineRefused, Wanted, add_lines
from orders.locks import CheckoutNotFound, lock_checkout


def checkouts_of(user_ids: Sequence[int], *, channel: str = "") -> dict[int, list[UUID]]:
    """The baskets of accounts, the latest first, in one market or all: they outlive browsers, cookies and restarts."""
    rows = Checkout.objects.filter(user__in=user_ids).order_by("-touched_at", "pk")
    rows = rows.filter(channel__slug=channel) if channel else rows
    found: dict[int, list[UUID]] = {user_id: [] for user_id in user_ids}
    for user_id, key in rows.values_list("user_id", "pk"):
        found[user_id].append(key)
    return found


def merge_into_account(*, checkout_id: UUID, user: User, now: datetime) -> Checkout:
    """The basket becomes the account's; goods of the account's earlier basket in this market are added to it.

    What is in both counts as the guest said last, not twice. What is no longer sold or no longer there stays behind.
    Raises ``CheckoutNotFound`` where the basket belongs to somebody else.
    """
    with transaction.atomic():
        checkout = lock_checkout(checkout_id)
        if checkout.user_id not in (None, user.pk):
            raise CheckoutNotFound(checkout_id)
        earlier = Checkout.objects.filter(user=user, channel=checkout.channel).exclude(pk=checkout_id)
        for each in earlier.order_by("pk"):
            _take_over(checkout, each, now)
        return attach_customer(checkout_id=checkout_id, user=user, now=now)


def _take_over(checkout: Checkout, earlier: Checkout, now: datetime) -> None:
    present = set(checkout.lines.values_list("variant_id", flat=True))
    missing = [line for line in earlier.lines.all() if line.variant_id not in present]
    checkout.shipping_address = checkout.shipping_address or earlier.shipping_address
    checkout.billing_address = checkout.billing_address or earlier.billing_address
    checkout.voucher_code = checkout.voucher_code or earlier.voucher_code
    checkout.save(update_fields=["shipping_address", "billing_address", "voucher_code"])
    Reservation.objects.filter(holder=earlier.pk).delete()
    earlier.delete()
    for line in missing:
        try:
            add_lines(checkout_id=checkout.pk, wanted=[Wanted(line.variant_id, line.quantity)], now=now)
        except LineRefused:
            continue  # gone or sold out since: the basket says nothing of goods that cannot be bought
