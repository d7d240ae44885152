"""``check_account``: does the carrier still take these credentials?"""

from __future__ import annotations

from django.utils import timezone

from logistics.carrier import Account, CarrierError
from logistics.carriers.accounts.carrier_account import CarrierAccount
from logistics.carriers.registry import carrier_of
from marketplace.sealed.seal import BrokenSeal


def is_accepted(account: Account) -> bool | None:
    """One cheap call: yes, no, or ``None`` when the carrier could not be asked just now."""
    try:
        carrier_of(account.carrier).check(account=account)
    except CarrierError as error:
        return False if error.permanent else None
    return True


def check_account(*, row: CarrierAccount) -> CarrierAccount:
    """Ask the carrier and keep what it said. What was known is kept when it cannot be asked."""
    try:
        found = is_accepted(row.account())
    except BrokenSeal:
        found = False
    if found is not None:
        row.is_working, row.checked_at = found, timezone.now()
        row.save(update_fields=["is_working", "checked_at"])
    return row
