"""``forget_warranties`` and ``forget_warranty``: addresses that are not needed, or not given, any more."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from catalog.traceability.shopper.warranty.register import VALID_FOR
from catalog.traceability.shopper.warranty.registration import WarrantyRegistration
from marketplace.accounts.consents.write import end_consents

KEPT_AFTER_THE_END = timedelta(days=365)
"""A claim made on the last day takes its time."""


def forget_warranties(*, now: datetime) -> int:
    """Unconfirmed ones once their link is over, the others a year after their last day. Run daily."""
    unconfirmed = WarrantyRegistration.objects.filter(confirmed_at__isnull=True, consented_at__lt=now - VALID_FOR)
    over = WarrantyRegistration.objects.filter(ends_on__lt=now.date() - KEPT_AFTER_THE_END)
    with transaction.atomic():
        end_consents((f"WarrantyRegistration:{key}" for key in over.values_list("pk", flat=True)), now=now)
        return unconfirmed.delete()[0] + over.delete()[0]


def forget_warranty(key: str) -> None:
    """Its owner has taken the consent back: nothing else lets the maker keep the address, so the row goes.

    The piece can be registered again, and the rights that the law gives need no registration.
    """
    WarrantyRegistration.objects.filter(pk=key).delete()
