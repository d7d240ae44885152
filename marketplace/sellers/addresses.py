"""Where sellers are, of many sellers at once."""

from collections.abc import Sequence
from typing import Any

from marketplace.accounts.models import Address
from marketplace.keyed_rows import keyed_rows
from marketplace.sellers.seller import Seller


def addresses_of(sellers: Sequence[Seller]) -> list[Address]:
    """The business address of each, in their order: one statement, and kept on the sellers as Django does."""
    field: Any = Seller._meta.get_field("address")
    waiting = [seller for seller in sellers if not field.is_cached(seller)]
    found = {address.pk: address for address in keyed_rows(Address, {"id": {one.address_id for one in waiting}})}
    for seller in waiting:
        field.set_cached_value(seller, found[seller.address_id])
    return [seller.address for seller in sellers]
