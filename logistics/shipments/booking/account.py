"""Whose account a shipment is booked and followed with."""

from __future__ import annotations

from logistics.carrier import Account, Carrier
from logistics.carriers.accounts.find import account_of_key, find_account
from logistics.carriers.registry import carrier_of
from logistics.shipments.shipment import Shipment


class NoAccount(LookupError):
    """The carrier works for nobody without an account, and neither the seller nor the marketplace has one here."""

    def __init__(self, carrier: str) -> None:
        super().__init__(f"no account with {carrier}")
        self.carrier = carrier


def account_to_book_with(*, carrier: Carrier, seller_id: int) -> Account:
    """The seller's own, else the marketplace's; raises `NoAccount`."""
    if not carrier.account_fields:
        return Account.none(carrier.code)
    found = find_account(carrier=carrier.code, seller_id=seller_id)
    if found is None:
        raise NoAccount(carrier.code)
    return found


def account_of_shipment(shipment: Shipment) -> Account:
    """The one it was booked with, even if there is a newer one; raises `NoAccount` when it is gone."""
    carrier = carrier_of(shipment.carrier)
    if not carrier.account_fields:
        return Account.none(carrier.code)
    if not shipment.account_key:
        return account_to_book_with(carrier=carrier, seller_id=shipment.seller_id)
    found = account_of_key(carrier=carrier.code, key=shipment.account_key)
    if found is None or found.seller_id not in (None, shipment.seller_id):
        raise NoAccount(carrier.code)
    return found
