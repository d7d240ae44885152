"""What Saleor's clients read of an order beside what ours read."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from i18n.graphql.types.money import Money
from i18n.messages import gettext
from i18n.money import Money as Amount
from marketplace.accounts.graphql.types.metadata import Metadata
from marketplace.graphql import ANYONE, Boolean, Field, List, NonNull, ObjectType, String, batch
from orders.checkout.combined_delivery import CHOSEN
from orders.fulfillment.fulfillment import Fulfillment as FulfillmentRow
from orders.graphql.access import WHOLE_ORDER
from orders.graphql.types.charge_status import (
    OrderAuthorizeStatusEnum,
    OrderChargeStatusEnum,
    PaymentChargeStatusEnum,
)
from orders.graphql.types.fulfillment import Fulfillment
from orders.graphql.types.order_line import OrderLine
from orders.graphql.types.shipping_method import ShippingMethod, ShippingOfOrder
from orders.graphql.types.transaction import TransactionItem
from orders.graphql.wording import PAYMENT_CHARGE_STATUS
from orders.lifecycle.order import Order as OrderRow
from orders.lifecycle.order_line import OrderLine as LineRow
from orders.lifecycle.seller_order import SellerOrder as PartRow
from orders.payments.order_sums import OrderSums, sums_of
from orders.payments.payment import Payment as PaymentRow
from orders.stored_money import stored


class OrderDiscount(ObjectType):
    """What was taken off."""

    class Meta:
        access = ANYONE

    type = Field(String, required=True, description="Always VOUCHER.")
    name = Field(String, description="The voucher's code.")
    amount = Field(Money, required=True)


class OrderVoucher(ObjectType):
    """The voucher an order was placed with."""

    class Meta:
        access = ANYONE

    code = Field(String, required=True)


class StorefrontOrder(Metadata, ObjectType):
    """An order without its sellers: all lines, one delivery, one sum paid."""

    class Meta:
        access = WHOLE_ORDER

    lines = Field(List(NonNull(OrderLine)), required=True, size=10, description="Of all sellers.")
    fulfillments = Field(List(NonNull(Fulfillment)), required=True, size=3, description="Of all sellers.")
    delivery_method = Field(ShippingMethod, description="How the goods travel; see sellerOrders for each seller's.")
    is_shipping_required = Field(Boolean, required=True, description="Always true: goods are what is sold here.")
    discounts = Field(List(NonNull(OrderDiscount)), required=True, size=1)
    voucher = Field(OrderVoucher)
    voucher_code = Field(String)
    payment_status = Field(PaymentChargeStatusEnum, required=True)
    payment_status_display = Field(String, required=True, description="The same in the language of the request.")
    charge_status = Field(OrderChargeStatusEnum, required=True)
    authorize_status = Field(OrderAuthorizeStatusEnum, required=True)
    total_charged = Field(Money, required=True, description="Everything that was paid.")
    total_captured = Field(Money, required=True, description="The same, by an older name.")
    total_authorized = Field(Money, required=True, description="Reserved and not charged yet.")
    total_refunded = Field(Money, required=True)
    total_balance = Field(Money, required=True, description="Paid less the total: below zero while money is owed.")
    transactions = Field(List(NonNull(TransactionItem)), required=True, size=2)

    @staticmethod
    @batch
    def resolve_lines(rows: list[OrderRow], info: Any) -> list[list[LineRow]]:
        found: dict[UUID, list[LineRow]] = {row.pk: [] for row in rows}
        lines = LineRow.objects.filter(seller_order__order__in=found).select_related("seller_order")
        for line in lines.order_by("seller_order__position", "id"):
            found[line.seller_order.order_id].append(line)
        return [found[row.pk] for row in rows]

    @staticmethod
    @batch
    def resolve_fulfillments(rows: list[OrderRow], info: Any) -> list[list[FulfillmentRow]]:
        found: dict[UUID, list[FulfillmentRow]] = {row.pk: [] for row in rows}
        sent = FulfillmentRow.objects.filter(seller_order__order__in=found).select_related("seller_order")
        for each in sent.order_by("created_at", "id"):
            found[each.seller_order.order_id].append(each)
        return [found[row.pk] for row in rows]

    @staticmethod
    @batch
    def resolve_delivery_method(rows: list[OrderRow], info: Any) -> list[ShippingOfOrder | None]:
        parts: dict[UUID, list[PartRow]] = {row.pk: [] for row in rows}
        for part in PartRow.objects.filter(order__in=parts).order_by("position"):
            parts[part.order_id].append(part)
        return [_shipping(row, parts[row.pk]) for row in rows]

    @staticmethod
    def resolve_is_shipping_required(row: OrderRow, info: Any) -> bool:
        return True

    @staticmethod
    def resolve_discounts(row: OrderRow, info: Any) -> list[dict[str, Any]]:
        if not row.discount_amount:
            return []
        return [
            {"type": "VOUCHER", "name": row.voucher_code or None, "amount": stored(row.discount_amount, row.currency)}
        ]

    @staticmethod
    def resolve_voucher(row: OrderRow, info: Any) -> dict[str, str] | None:
        return {"code": row.voucher_code} if row.voucher_code else None

    @staticmethod
    def resolve_voucher_code(row: OrderRow, info: Any) -> str | None:
        return row.voucher_code or None

    @staticmethod
    @batch
    def resolve_payment_status_display(rows: list[OrderRow], info: Any) -> list[str]:
        return [
            gettext(info.context.language, PAYMENT_CHARGE_STATUS[sums.payment_status]) for sums in _sums(rows, info)
        ]

    @staticmethod
    @batch
    def resolve_transactions(rows: list[OrderRow], info: Any) -> list[list[PaymentRow]]:
        found: dict[UUID, list[PaymentRow]] = {row.pk: [] for row in rows}
        for payment in PaymentRow.objects.filter(order__in=found).select_related("order").order_by("created_at", "id"):
            found[payment.order_id].append(payment)
        return [found[row.pk] for row in rows]


def _sums(rows: list[OrderRow], info: Any) -> list[OrderSums]:
    """Read once per request, however many of the sums are asked for."""
    kept: dict[UUID, OrderSums] = info.context.cache.setdefault("orders.sums", {})
    missing = [row for row in rows if row.pk not in kept]
    if missing:
        kept.update(sums_of(missing))
    return [kept[row.pk] for row in rows]


def _of_sums(read: Callable[[OrderSums], Any]) -> Any:
    return batch(lambda rows, info: [read(sums) for sums in _sums(rows, info)])


for _name, _read in {
    "payment_status": lambda sums: sums.payment_status,
    "charge_status": lambda sums: sums.charge_status,
    "authorize_status": lambda sums: sums.authorize_status,
    "total_charged": lambda sums: sums.charged,
    "total_captured": lambda sums: sums.charged,
    "total_authorized": lambda sums: sums.authorized,
    "total_refunded": lambda sums: sums.refunded,
    "total_balance": lambda sums: sums.charged - sums.refunded - sums.total,
}.items():
    setattr(StorefrontOrder, f"resolve_{_name}", _of_sums(_read))


def _shipping(row: OrderRow, parts: list[PartRow]) -> ShippingOfOrder | None:
    if not parts:
        return None
    names = {part.delivery_method_name for part in parts}
    most = [part.maximum_days for part in parts if part.maximum_days is not None]
    least = [part.minimum_days for part in parts if part.minimum_days is not None]
    price: Amount = stored(row.shipping_amount, row.currency)
    return ShippingOfOrder(
        key=str(row.pk),
        title=names.pop() if len(names) == 1 else CHOSEN,
        price=price,
        minimum_days=max(least, default=None),
        maximum_days=max(most, default=None),
    )
