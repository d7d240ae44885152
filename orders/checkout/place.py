"""Write a sale down as an order with a part for every seller: the one path from a basket and from a quote."""

from datetime import datetime

from marketplace.insert_rows import insert_rows
from orders.checkout.product_names import ProductNames, product_names
from orders.checkout.sale import Sale, SoldLine, SoldPart
from orders.lifecycle.by import By, Role
from orders.lifecycle.number import next_order_number
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEventType, record
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder


def place_order(sale: Sale, *, due_at: datetime, now: datetime) -> tuple[Order, list[OrderLine]]:
    """The order and all its lines. Its amounts are those of the sale: the parts add up to the whole."""
    order = _order(sale, due_at, now)
    products = [line.product for part in sale.parts for line in part.lines if line.product]
    names = product_names(products, language=sale.language)
    parts = [_part(order, part, position, now) for position, part in enumerate(sale.parts, start=1)]
    insert_rows(parts)
    lines = [_line(row, line, names) for row, part in zip(parts, sale.parts, strict=True) for line in part.lines]
    insert_rows(lines)
    record(OrderEventType.PLACED, order=order, by=By(Role.BUYER, sale.user), at=now)
    return order, lines


def _order(sale: Sale, due_at: datetime, now: datetime) -> Order:
    order = Order(
        number=next_order_number(now.year),
        checkout_id=sale.checkout_id,
        user=sale.user,
        email=sale.email,
        channel=sale.channel,
        language=sale.language,
        shipping_address=sale.shipping_address,
        billing_address=sale.billing_address,
        currency=sale.currency,
        subtotal_amount=sale.subtotal.gross.amount,
        shipping_amount=sale.shipping.gross.amount,
        tax_amount=sale.total.tax.amount,
        total_amount=sale.total.gross.amount,
        note=sale.note,
        purchase_order_number=sale.purchase_order_number,
        tax_ids=list(sale.tax_ids),
        is_gift=sale.gift is not None,
        gift_message=sale.gift.message if sale.gift else "",
        discount_amount=sale.voucher.amount.amount if sale.voucher else 0,
        voucher_code=sale.voucher.found.code.code if sale.voucher else "",
        metadata=dict(sale.metadata),
        private_metadata=dict(sale.private_metadata),
        created_at=now,
        payment_due_at=due_at,
    )
    insert_rows([order])
    return order


def _part(order: Order, sold: SoldPart, position: int, now: datetime) -> SellerOrder:
    delivery = sold.delivery
    return SellerOrder(
        order=order,
        seller=sold.seller,
        number=f"{order.number}-{position}",
        position=position,
        currency=order.currency,
        subtotal_amount=sold.subtotal.gross.amount,
        shipping_amount=delivery.price.gross.amount,
        tax_amount=sold.total.tax.amount,
        total_amount=sold.total.gross.amount,
        shipping_discount_amount=delivery.discount.amount.amount if delivery.discount else 0,
        shipping_discount_borne_by=delivery.discount.borne_by if delivery.discount else "",
        delivery_method_id=delivery.method_id,
        delivery_method_name=delivery.name,
        carrier=delivery.carrier,
        incoterm=delivery.incoterm,
        named_place=delivery.named_place,
        minimum_days=delivery.minimum_days,
        maximum_days=delivery.maximum_days,
        created_at=now,
    )


def _line(part: SellerOrder, line: SoldLine, names: ProductNames) -> OrderLine:
    row = OrderLine(
        seller_order=part,
        quantity=line.quantity,
        currency=part.currency,
        unit_amount=line.unit.gross.amount,
        unit_net_amount=line.unit.net.amount,
        total_amount=line.total.gross.amount,
        total_net_amount=line.total.net.amount,
        discount_amount=line.discount.amount.amount if line.discount else 0,
        discount_borne_by=line.discount.borne_by if line.discount else "",
        is_sample=line.is_sample,
    )
    _describe(row, line, names)
    return row


def _describe(row: OrderLine, line: SoldLine, names: ProductNames) -> None:
    """As it is called and measured today; what is made for one buyer, as the quote described it."""
    variant = line.variant
    if variant is None:
        row.product_name = row.product_name_source = line.description
        row.sku, row.origin_country = line.sku, line.origin_country
        return
    product = variant.product
    row.variant = variant
    row.product_name, row.product_name_source = names.in_buyers_language[product.pk], product.name
    row.product_name_english = names.in_english[product.pk]
    row.variant_name, row.sku = variant.name, variant.sku
    row.hs_code, row.origin_country = product.hs_code, product.origin_country
    row.net_weight_g, row.gross_weight_g = variant.net_weight_g or 0, variant.gross_weight_g or 0
    row.length_mm, row.width_mm, row.height_mm = variant.length_mm or 0, variant.width_mm or 0, variant.height_mm or 0
