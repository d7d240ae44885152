"""Lists of orders, each with everything in it opened for the caller."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError, PermissionDenied
from orders.graphql.access import may_read_seller
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder

LONGEST_SEARCH = 100


def orders_of_caller(info: Any, filters: Mapping[str, Any], *, everybodys: bool) -> QuerySet[Order]:
    """The caller's own orders, or all of them."""
    rows = Order.objects.select_related("channel").order_by("-created_at", "-id")
    if not everybodys:
        rows = rows.filter(user_id=info.context.actor.id)
    search = _search(filters)
    if search:
        by_email = Q(email__icontains=search) if everybodys else Q()
        rows = rows.filter(Q(number__icontains=search) | by_email)
    return _with_status(rows, filters)


def orders_of_seller(info: Any, seller_id: int, filters: Mapping[str, Any]) -> QuerySet[SellerOrder]:
    """The parts of a seller's orders; raises ``PermissionDenied`` for who is neither its member nor staff."""
    if not may_read_seller(info, seller_id):
        raise PermissionDenied(_("You are not a member of this seller."))
    rows = SellerOrder.objects.select_related("order__channel", "seller").order_by("-created_at", "-id")
    rows = rows.filter(seller_id=seller_id)
    search = _search(filters)
    return _with_status(rows.filter(number__icontains=search) if search else rows, filters)


def _with_status(rows: QuerySet[Any], filters: Mapping[str, Any]) -> QuerySet[Any]:
    wanted = filters.get("status")
    return rows.filter(status__in=[getattr(status, "value", status) for status in wanted]) if wanted else rows


def _search(filters: Mapping[str, Any]) -> str:
    text = (filters.get("search") or "").strip()
    if len(text) > LONGEST_SEARCH:
        raise InputError(_("At most %(limit)s characters."), field="filter.search", params={"limit": LONGEST_SEARCH})
    return text
