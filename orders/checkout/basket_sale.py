"""A priced basket as the sale it stands for."""

from orders.checkout.sale import Delivery, Sale, SoldLine, SoldPart
from orders.checkout.totals import PricedCheckout, PricedGroup


def basket_sale(priced: PricedCheckout) -> Sale:
    """Raises ``ValueError`` where a seller's goods have no delivery method; pricing names that as a problem."""
    checkout = priced.checkout
    shipping_address = checkout.shipping_address or {}
    return Sale(
        user=checkout.user,
        email=checkout.email,
        channel=checkout.channel,
        language=checkout.language,
        shipping_address=shipping_address,
        billing_address=checkout.billing_address or shipping_address,
        parts=tuple(_part(group) for group in priced.groups),
        note=checkout.note,
        purchase_order_number=checkout.purchase_order_number,
        checkout_id=checkout.pk,
    )


def _part(group: PricedGroup) -> SoldPart:
    method = group.method
    if method is None:
        raise ValueError(f"the goods of seller {group.seller.pk} have no delivery method")
    return SoldPart(
        seller=group.seller,
        lines=tuple(SoldLine(line.variant, line.line.quantity, line.unit, line.total) for line in group.lines),
        delivery=Delivery(
            method_id=method.method_id,
            name=method.title,
            carrier=method.carrier,
            price=group.shipping,
            minimum_days=method.min_days,
            maximum_days=method.max_days,
        ),
    )
