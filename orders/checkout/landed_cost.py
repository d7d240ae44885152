"""What the goods of a basket will probably cost at the buyer's door, duties and import tax included."""

from datetime import date

from logistics.landed_cost import LandedCost, estimate_landed_costs
from orders.address_snapshot import address_of
from orders.checkout.consignment import group_consignment
from orders.checkout.priced import PricedCheckout
from orders.checkout.product_names import names_in


def checkout_landed_costs(priced: PricedCheckout, *, on: date, language: str) -> list[LandedCost]:
    """One estimate per seller, as each sends goods of their own; empty as long as there is no address."""
    address = address_of(priced.checkout.shipping_address)
    if address is None:
        return []
    names = names_in(language, [line.variant.product for line in priced.lines])
    consignments = []
    for group in priced.groups:
        sold = [line for line in group.lines if line.price is not None]
        if sold:
            freight = group.method.price if group.method else None
            consignments.append(group_consignment(sold, address, freight=freight, names=names))
    return estimate_landed_costs(consignments=consignments, on=on, language=language)
