"""Addresses as checkouts and orders keep a copy of them."""

from collections.abc import Mapping

from marketplace.accounts.addresses.data import AddressData


def address_of(snapshot: Mapping[str, str] | None) -> AddressData | None:
    """The address of a stored copy; nothing where none was given yet, or where it was erased."""
    return AddressData(**snapshot) if snapshot else None
