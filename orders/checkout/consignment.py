"""The goods of one seller in a basket, as logistics wants to know them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from i18n.money import Money
from logistics.assemble import item_of_variant, party_of_address, party_of_seller
from logistics.consignment import Consignment
from marketplace.accounts.addresses.data import AddressData

if TYPE_CHECKING:
    from orders.checkout.priced import PricedLine


def group_consignment(
    lines: Sequence[PricedLine],
    address: AddressData,
    *,
    freight: Money | None = None,
    names: Mapping[int, str] | None = None,
) -> Consignment:
    """A consignment of lines that are all of one seller. ``names``: of products in the buyer's language, by id."""
    known = names or {}
    return Consignment(
        seller=party_of_seller(lines[0].variant.seller),
        buyer=party_of_address(address),
        items=tuple(
            item_of_variant(
                line.variant,
                quantity=line.line.quantity,
                unit_value=line.unit.gross,
                description=known.get(line.variant.product_id, ""),
            )
            for line in lines
        ),
        freight=freight,
    )
