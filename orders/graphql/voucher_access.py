"""Who keeps vouchers: owners and managers of a seller its own, staff the marketplace's."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from i18n.messages import gettext_noop as _
from marketplace.accounts.permissions import Permission
from marketplace.graphql import InputError, PermissionDenied, integer_key, object_rule
from marketplace.sellers.graphql.access import is_member, seller_for
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import Seller
from orders.vouchers.voucher import Voucher


def _keeps(context: Any, vouchers: Sequence[Voucher]) -> list[bool]:
    is_staff = context.actor.has_permission(Permission.ORDERS_MANAGE)
    return [is_staff or _is_of_caller(context, voucher) for voucher in vouchers]


def _is_of_caller(context: Any, voucher: Voucher) -> bool:
    return voucher.seller_id is not None and is_member(context, voucher.seller_id, MemberRole.MANAGER)


KEEPER = object_rule(f"being a manager of its seller, or permission {Permission.ORDERS_MANAGE}", _keeps)


def keeper_of(info: Any, seller: str | None) -> Seller | None:
    """The seller the caller makes a voucher for, or ``None`` for the marketplace; raises ``PermissionDenied``."""
    if seller is not None:
        return seller_for(info, seller, MemberRole.MANAGER, field="seller")
    if not info.context.actor.has_permission(Permission.ORDERS_MANAGE):
        raise PermissionDenied(_("Vouchers of the marketplace are made by its staff. Name your seller."))
    return None


def find_voucher_of(info: Any, global_id: str) -> Voucher | None:
    """The voucher; ``None`` for everybody who may not know of it."""
    voucher = Voucher.objects.select_related("seller").filter(pk=integer_key(global_id, "Voucher")).first()
    return voucher if voucher is not None and _keeps(info.context, [voucher])[0] else None


def own_voucher(info: Any, global_id: str) -> Voucher:
    """The same to change it; staff change the marketplace's own. Raises NOT_FOUND."""
    voucher = find_voucher_of(info, global_id)
    may = voucher is not None and (voucher.seller_id is None or _is_of_caller(info.context, voucher))
    if voucher is None or not may:
        raise InputError(_("There is no such voucher."), field="id", code="NOT_FOUND")
    return voucher


def vouchers_of(info: Any, seller: str | None) -> QuerySet[Voucher]:
    """A seller's, or the marketplace's own; raises ``PermissionDenied``."""
    is_staff = info.context.actor.has_permission(Permission.ORDERS_MANAGE)
    rows = Voucher.objects.order_by("-created_at", "-id")
    if seller is not None:
        seller_id = integer_key(seller, "Seller", field="seller")
        if not is_staff and not is_member(info.context, seller_id, MemberRole.MANAGER):
            raise PermissionDenied(_("You are not a manager of this seller."))
        return rows.filter(seller_id=seller_id)
    if not is_staff:
        raise PermissionDenied(_("Say of which seller."))
    return rows.filter(seller__isnull=True)
