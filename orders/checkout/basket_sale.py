"""A priced basket as the sale it stands for."""

from i18n.money import Money
from orders.checkout.priced import PricedCheckout, PricedGroup, PricedLine
from orders.checkout.sale import Delivery, Discount, Gift, Sale, SoldLine, SoldPart
from orders.vouchers.apply import AppliedVoucher


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
        parts=tuple(_part(group, priced.voucher) for group in priced.groups),
        note=checkout.note,
        purchase_order_number=checkout.purchase_order_number,
        checkout_id=checkout.pk,
        tax_ids=checkout.tax_ids,
        gift=Gift(checkout.gift_message) if checkout.is_gift else None,
        voucher=priced.voucher,
        metadata=checkout.metadata,
        private_metadata=checkout.private_metadata,
    )


def _part(group: PricedGroup, voucher: AppliedVoucher | None) -> SoldPart:
    method = group.method
    if method is None:
        raise ValueError(f"the goods of seller {group.seller.pk} have no delivery method")
    return SoldPart(
        seller=group.seller,
        lines=tuple(_line(line, voucher) for line in group.lines),
        delivery=Delivery(
            method_id=method.method_id,
            name=method.title,
            carrier=method.carrier,
            price=group.shipping,
            minimum_days=method.min_days,
            maximum_days=method.max_days,
            discount=_discount(group.shipping_discount, voucher),
        ),
    )


def _line(line: PricedLine, voucher: AppliedVoucher | None) -> SoldLine:
    return SoldLine(line.variant, line.line.quantity, line.unit, line.total, discount=_discount(line.discount, voucher))


def _discount(amount: Money, voucher: AppliedVoucher | None) -> Discount | None:
    return Discount(amount, voucher.borne_by) if voucher and amount else None
