"""Write a priced basket down as an order with a part for every seller."""

from datetime import datetime

from orders.checkout.product_names import ProductNames, product_names
from orders.checkout.totals import PricedCheckout, PricedGroup, PricedLine
from orders.lifecycle.by import By, Role
from orders.lifecycle.number import next_order_number
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEventType, record
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder


def place_order(priced: PricedCheckout, *, due_at: datetime, now: datetime) -> tuple[Order, list[OrderLine]]:
    """The order and all its lines. Its amounts are those of the basket: the parts add up to the whole."""
    order = _order(priced, due_at, now)
    names = product_names([line.variant.product for line in priced.lines], language=priced.checkout.language)
    lines = [
        line
        for position, group in enumerate(priced.groups, start=1)
        for line in _part(order, group, position, names, now)
    ]
    record(OrderEventType.PLACED, order=order, by=By(Role.BUYER, priced.checkout.user), at=now)
    return order, lines


def _order(priced: PricedCheckout, due_at: datetime, now: datetime) -> Order:
    checkout = priced.checkout
    return Order.objects.create(
        number=next_order_number(now.year),
        checkout_id=checkout.pk,
        user=checkout.user,
        email=checkout.email,
        channel=checkout.channel,
        language=checkout.language,
        shipping_address=checkout.shipping_address,
        billing_address=checkout.billing_address or checkout.shipping_address,
        currency=priced.currency,
        subtotal_amount=priced.subtotal.gross.amount,
        shipping_amount=priced.shipping.gross.amount,
        tax_amount=priced.total.tax.amount,
        total_amount=priced.total.gross.amount,
        note=checkout.note,
        purchase_order_number=checkout.purchase_order_number,
        created_at=now,
        payment_due_at=due_at,
    )


def _part(order: Order, group: PricedGroup, position: int, names: ProductNames, now: datetime) -> list[OrderLine]:
    method = group.method
    if method is None:
        raise ValueError(f"the goods of seller {group.seller.pk} have no delivery method")
    part = SellerOrder.objects.create(
        order=order,
        seller=group.seller,
        number=f"{order.number}-{position}",
        position=position,
        currency=order.currency,
        subtotal_amount=group.subtotal.gross.amount,
        shipping_amount=group.shipping.gross.amount,
        tax_amount=group.total.tax.amount,
        total_amount=group.total.gross.amount,
        delivery_method_id=method.method_id,
        delivery_method_name=method.title,
        carrier=method.carrier,
        minimum_days=method.min_days,
        maximum_days=method.max_days,
        created_at=now,
    )
    return OrderLine.objects.bulk_create(_line(part, line, names) for line in group.lines)


def _line(part: SellerOrder, line: PricedLine, names: ProductNames) -> OrderLine:
    variant, product = line.variant, line.variant.product
    return OrderLine(
        seller_order=part,
        variant=variant,
        product_name=names.in_buyers_language[product.pk],
        product_name_source=product.name,
        product_name_english=names.in_english[product.pk],
        variant_name=variant.name,
        sku=variant.sku,
        hs_code=product.hs_code,
        origin_country=product.origin_country,
        quantity=line.line.quantity,
        currency=part.currency,
        unit_amount=line.unit.gross.amount,
        unit_net_amount=line.unit.net.amount,
        total_amount=line.total.gross.amount,
        total_net_amount=line.total.net.amount,
        net_weight_g=variant.net_weight_g or 0,
        gross_weight_g=variant.gross_weight_g or 0,
        length_mm=variant.length_mm or 0,
        width_mm=variant.width_mm or 0,
        height_mm=variant.height_mm or 0,
    )
