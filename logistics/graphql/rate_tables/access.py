"""Who keeps rate tables: managers of a seller its own, the marketplace's staff those for everybody."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from i18n.messages import gettext_noop as _
from logistics.carriers.rate_table.rate_table import RateTable
from marketplace.accounts.permissions import Permission
from marketplace.graphql import InputError, PermissionDenied, integer_key, object_rule
from marketplace.sellers.graphql.access import is_member, seller_for
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import Seller


def _keeps(context: Any, tables: Sequence[RateTable]) -> list[bool]:
    is_staff = context.actor.has_permission(Permission.ORDERS_MANAGE)
    return [is_staff or (table.seller_id is not None and is_member(context, table.seller_id)) for table in tables]


KEEPER = object_rule(f"being a member of its seller, or permission {Permission.ORDERS_MANAGE}", _keeps)


def keeper_of(info: Any, seller: str | None) -> Seller | None:
    """Whose tables the caller changes: a seller it manages, or, for staff, ``None`` for everybody's."""
    if seller is not None:
        return seller_for(info, seller, MemberRole.MANAGER, field="seller")
    if not info.context.actor.has_permission(Permission.ORDERS_MANAGE):
        raise PermissionDenied(_("Name your seller."))
    return None


def tables_of(info: Any, seller: str | None) -> QuerySet[RateTable]:
    """A seller's, for its members; everybody's, for staff. Raises `InputError` or `PermissionDenied`."""
    if seller is not None:
        return RateTable.objects.filter(seller=seller_for(info, seller, field="seller"))
    if not info.context.actor.has_permission(Permission.ORDERS_MANAGE):
        raise PermissionDenied(_("Name your seller."))
    return RateTable.objects.filter(seller__isnull=True)


def own_table(info: Any, global_id: str) -> RateTable:
    """The table of a seller the caller manages, or for staff one of everybody's. Raises NOT_FOUND."""
    table = RateTable.objects.filter(pk=integer_key(global_id, "RateTable")).first()
    is_staff = info.context.actor.has_permission(Permission.ORDERS_MANAGE)
    if table is not None and table.seller_id is None and is_staff:
        return table
    if table is None or table.seller_id is None or not is_member(info.context, table.seller_id):
        raise InputError(_("You have no such rate table."), field="id", code="NOT_FOUND")
    if not is_member(info.context, table.seller_id, MemberRole.MANAGER):
        raise PermissionDenied(_("Your role in this seller does not include this."))
    return table
