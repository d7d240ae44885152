"""Accounts with carriers for tests, at carriers that are not there unless a peer is given."""

from typing import Any

from logistics.carriers.accounts.carrier_account import CarrierAccount
from logistics.carriers.accounts.settings import checked, fill
from logistics.carriers.registry import carrier_of

NOWHERE = "http://127.0.0.1:9"
"""Nothing listens there: a test that asks without a peer learns so at once, and nobody else does."""


def make_carrier_account(carrier: str = "ghn", **overrides: Any) -> CarrierAccount:
    """Connected, with credentials that its peer knows; ``settings`` replace some of them."""
    adapter = carrier_of(carrier)
    known = {field.name: f"{field.name}-1234567" for field in adapter.account_fields}
    values = checked(adapter, {**known, **overrides.pop("settings", {})})
    row = CarrierAccount(carrier=carrier, **{"is_test": True, "base_url": NOWHERE, "is_working": True, **overrides})
    fill(row, adapter, values, "w-secret")
    row.save()
    return row
