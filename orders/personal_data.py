"""What orders hold about a person: giving it to them, and letting go of it."""

import tomllib
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from i18n.messages import gettext_noop as _
from logistics.customs.screening.forget import forget_screened
from logistics.shipments.forget_buyer import forget_buyer, forget_contact
from marketplace.accounts.models import User
from marketplace.accounts.privacy.registry import ErasureRefused, register_erasure, register_export
from orders.checkout.checkout import Checkout
from orders.checkout.tax_id import tax_ids_of
from orders.disputes.personal_data import argued, forget_what_was_said, is_argued, said_afterwards
from orders.documents.papers import delete_papers
from orders.invoicing.personal_data import forget_buyers_of_invoices, invoices_of_buyer
from orders.lifecycle.order import Order
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import OrderStatus
from orders.messages.personal_data import erase_messages, export_messages
from orders.quotes.personal_data import (
    erase_quotes,
    export_quotes,
    forget_agreed_quotes,
    owed_on_net_days,
    refuse_while_owed,
)

RETENTION = Path(__file__).parent / "retention.toml"
AT_ONCE = 200
"""Orders that are emptied at once, with their shipments and papers."""
UNDER_WAY = (
    OrderStatus.UNPAID,
    OrderStatus.UNFULFILLED,
    OrderStatus.PARTIALLY_FULFILLED,
    OrderStatus.FULFILLED,
)
KEPT = _(
    "Your orders are kept with the name and address on them for as long as the law has contracts be kept"
    " (Law on E-Commerce 122/2025/QH15); your e-mail address, telephone number and notes are erased from them."
)


def register() -> None:
    """Tell accounts that there is something here."""
    register_export("orders", export_orders)
    register_erasure("orders", erase_orders)


def export_orders(user: User) -> dict[str, Any]:
    orders = Order.objects.filter(user=user).order_by("created_at")
    lines = OrderLine.objects.filter(seller_order__order__in=orders).select_related("seller_order").order_by("id")
    by_order: dict[Any, list[dict[str, Any]]] = {}
    for line in lines:
        bought = {"product": line.product_name, "quantity": line.quantity, "total": f"{line.total_price.gross}"}
        by_order.setdefault(line.seller_order.order_id, []).append(bought)
    return {
        "orders": [_order(order) | {"lines": by_order.get(order.pk, [])} for order in orders],
        **export_quotes(user),
        "messages": export_messages(user),
        "taxInvoices": invoices_of_buyer(orders),
        "baskets": [_basket(checkout) for checkout in Checkout.objects.filter(user=user).order_by("created_at")],
    }


def _order(order: Order) -> dict[str, Any]:
    return {
        "number": order.number,
        "placedAt": order.created_at.isoformat(),
        "status": order.status,
        "email": order.email,
        "shippingAddress": order.shipping_address,
        "billingAddress": order.billing_address,
        "total": f"{order.total.gross}",
        "note": order.note,
        "metadata": order.metadata,
        "purchaseOrderNumber": order.purchase_order_number,
        "taxNumbers": [each.as_dict() for each in tax_ids_of(order.tax_ids)],
        "giftMessage": order.gift_message,
        **said_afterwards(order),
    }


def _basket(checkout: Checkout) -> dict[str, Any]:
    return {
        "createdAt": checkout.created_at.isoformat(),
        "email": checkout.email,
        "shippingAddress": checkout.shipping_address,
        "billingAddress": checkout.billing_address,
        "note": checkout.note,
        "taxNumbers": [each.as_dict() for each in tax_ids_of(checkout.tax_ids)],
        "metadata": checkout.metadata,
    }


def erase_orders(user: User) -> list[str]:
    """Baskets go; what is finished loses what the law doesn't have us keep. Refuses while goods or money are due."""
    orders = Order.objects.filter(user=user)
    if orders.filter(status__in=UNDER_WAY).exists():
        raise ErasureRefused(_("An order of yours is still under way. Wait until it has arrived, or cancel it."))
    refuse_while_owed(user)
    erase_quotes(user)
    erase_messages(user)
    Checkout.objects.filter(user=user).delete()
    if is_argued(orders):
        raise ErasureRefused(_("A return or a dispute of yours is still open. Wait until it is over, or let go of it."))
    for order in orders:
        strip_order(order)
    forget_contact(references=_shipment_references(orders))
    forget_expired_orders(timezone.now())
    return [KEPT] if orders.exclude(shipping_address={}).exists() else []


def strip_order(order: Order) -> None:
    """It loses what the contract does not need; name and address stay for the period of `forget_expired_orders`."""
    order.email = order.note = order.gift_message = ""
    order.metadata, order.private_metadata = {}, {}
    order.shipping_address = _without_phone(order.shipping_address)
    order.billing_address = _without_phone(order.billing_address)
    order.erased_at = order.erased_at or timezone.now()
    texts = ["email", "note", "gift_message", "metadata", "private_metadata"]
    order.save(update_fields=[*texts, "shipping_address", "billing_address", "erased_at"])


def _without_phone(address: dict[str, Any]) -> dict[str, Any]:
    """One that is empty already stays so."""
    return address and {**address, "phone": ""}


def without_open_claims(orders: QuerySet[Order]) -> QuerySet[Order]:
    """Those about which nobody argues any more and for which nothing is owed on net days."""
    return orders.exclude(pk__in=argued()).exclude(pk__in=owed_on_net_days())


def expired_orders(now: datetime) -> QuerySet[Order]:
    """Stripped (of people who were erased, or past the books' period), longer ago than contracts have to be kept, and
    not emptied yet."""
    return Order.objects.filter(erased_at__isnull=False, created_at__lt=_keep_since(now)).exclude(shipping_address={})


def forget_expired_orders(now: datetime) -> int:
    """Names and addresses go from stripped orders once contracts need not be kept any more. Run daily; how many."""
    done, due = 0, expired_orders(now).order_by("created_at", "pk")
    while keys := list(due.values_list("pk", flat=True)[:AT_ONCE]):
        done += _empty(Order.objects.filter(pk__in=keys))
    forget_buyers_of_invoices(now=now)
    return done


def _empty(over: QuerySet[Order]) -> int:
    """Last of all the order itself, so that one that was broken off is due again."""
    delete_papers(over)
    forget_buyer(references=_shipment_references(over))
    forget_screened(list(over.values_list("number", flat=True)))
    forget_what_was_said(over)
    forget_agreed_quotes(over)
    return over.update(shipping_address={}, billing_address={}, tax_ids=[])


def _shipment_references(orders: QuerySet[Order]) -> list[str]:
    """What the shipments of these orders are filed under: the numbers of their sellers' parts."""
    return list(SellerOrder.objects.filter(order__in=orders).values_list("number", flat=True))


def _keep_since(now: datetime) -> datetime:
    years = next(row["years"] for row in _periods() if row["effective_from"] <= now.date())
    return now.replace(year=now.year - years, day=min(now.day, 28))


@cache
def _periods() -> list[dict[str, Any]]:
    """Newest first."""
    rows = tomllib.loads(RETENTION.read_text(encoding="utf-8"))["period"]
    return sorted(rows, key=_start, reverse=True)


def _start(row: dict[str, Any]) -> date:
    start: date = row["effective_from"]
    return start
