"""Parts that sellers have earned, for the tests of money out."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from i18n.money import Money
from marketplace.sellers.models import Seller
from orders.lifecycle.by import SYSTEM
from orders.lifecycle.move import update_order_status
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus
from orders.locks import lock_order
from orders.payments.owe_refund import owe_refund
from orders.payments.refund import RefundReason
from orders.payouts.bank_accounts.bank_account import SellerBankAccount
from orders.payouts.settle_part import settle_part
from tests.factories.orders import make_chair, make_paid_order
from tests.factories.sellers import make_seller

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def earn(seller: Seller | None = None, *, price: str = "120.00", country: str = "NL", **order: Any) -> SellerOrder:
    """A part that was paid and has left in full, for somebody in ``country``. Freight is the seller's as well."""
    placed = make_paid_order((make_chair(seller=seller or make_seller(), price=price), 1), **order)
    placed.shipping_address = {**placed.shipping_address, "country": country}
    placed.save(update_fields=["shipping_address"])
    part: SellerOrder = placed.seller_orders.get()
    ship(part)
    return part


def ship(part: SellerOrder) -> None:
    with transaction.atomic():
        order = lock_order(part.order_id)
        for line in OrderLine.objects.filter(seller_order=part):
            line.quantity_fulfilled = line.quantity
            line.save(update_fields=["quantity_fulfilled"])
        SellerOrder.objects.filter(pk=part.pk).update(status=SellerOrderStatus.SHIPPED)
        update_order_status(order)
        settle_part(part)
    part.refresh_from_db()


def give_back(part: SellerOrder, amount: str, *, key: str = "back") -> None:
    with transaction.atomic():
        lock_order(part.order_id)
        owe_refund(part, Money(Decimal(amount), part.currency), key=key, reason=RefundReason.GOODWILL, by=SYSTEM)


def make_bank_account(seller: Seller, *, currency: str = "EUR", **overrides: Any) -> SellerBankAccount:
    values: dict[str, Any] = {
        "holder": "Công ty TNHH Mộc Ví Dụ",
        "bank_name": "Ngân hàng Ví Dụ",
        "country": "VN",
        "account_number": "113366668888",
        "bic": "VIDUVNVX",
        "bank_code": "999999",
        "changed_at": MONDAY,
        "usable_from": datetime(2026, 1, 1, tzinfo=MONDAY.tzinfo),
        **overrides,
    }
    return SellerBankAccount.objects.create(seller=seller, currency=currency, **values)
