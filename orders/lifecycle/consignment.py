"""Ordered goods of one seller, as logistics and its documents want to know them."""

from collections.abc import Iterable, Mapping, Sequence

from logistics.assemble import party_of_address, party_of_seller
from logistics.consignment import Consignment, Item, ItemLot
from orders.address_snapshot import address_of
from orders.checkout.tax_id import printed_tax_ids, registrations_of
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.traceability.lots_leaving import LotShare, Shares


class AddressErased(Exception):
    """The buyer's data were erased: there is nowhere to send goods to."""

    def __init__(self, number: str) -> None:
        super().__init__(f"the address of {number} was erased")
        self.number = number


def order_consignment(
    seller_order: SellerOrder,
    lines: Sequence[OrderLine],
    *,
    quantities: Mapping[int, int] | None = None,
    with_freight: bool = True,
    lots: Shares | None = None,
) -> Consignment:
    """All of the lines, or ``quantities`` by line id; with the ``lots`` that are known.

    Needs the order, the seller and its address loaded.
    """
    address = address_of(seller_order.order.shipping_address)
    if address is None:
        raise AddressErased(seller_order.number)
    return Consignment(
        seller=party_of_seller(seller_order.seller),
        buyer=party_of_address(
            address,
            tax_id=printed_tax_ids(seller_order.order.tax_ids),
            registrations=registrations_of(seller_order.order.tax_ids),
        ),
        items=tuple(
            _item(line, quantities[line.pk] if quantities is not None else line.quantity, (lots or {}).get(line.pk, ()))
            for line in lines
        ),
        incoterm=seller_order.incoterm,
        place=seller_order.named_place,
        freight=seller_order.shipping_price.gross if with_freight else None,
    )


def _item(line: OrderLine, quantity: int, shares: Iterable[LotShare]) -> Item:
    return Item(
        description=line.product_name,
        description_en=line.product_name_english,
        quantity=quantity,
        unit_value=line.unit_price.gross,
        hs_code=line.hs_code,
        origin=line.origin_country,
        sku=line.sku,
        net_weight_g=line.net_weight_g,
        gross_weight_g=line.gross_weight_g,
        length_mm=line.length_mm,
        width_mm=line.width_mm,
        height_mm=line.height_mm,
        lots=tuple(ItemLot(share.lot.number, share.quantity or 0) for share in shares),
    )
