"""Who may see and do what with money that goes out: managers of the seller, its owners, and staff who pay out."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError, PermissionDenied, integer_key, permission
from marketplace.sellers.graphql.access import is_member, member_or
from marketplace.sellers.member import MemberRole
from orders.graphql.access import PAYOUTS_MANAGE, key_of
from orders.payouts.payout.payout import Payout

STAFF = permission(PAYOUTS_MANAGE)
OF_SELLER = member_or(PAYOUTS_MANAGE, role=MemberRole.MANAGER)
"""For rows with a ``seller_id``: a manager of that seller, or staff who pay out."""


def seller_key(info: Any, global_id: str) -> int:
    """The seller's key, for its managers and for staff who pay out; raises ``PermissionDenied``."""
    key = integer_key(global_id, "Seller", field="seller")
    if not may_read(info, key):
        raise PermissionDenied(_("You are not a manager of this seller."))
    return key


def may_read(info: Any, seller_id: int) -> bool:
    manages = is_member(info.context, seller_id, MemberRole.MANAGER)
    return manages or bool(info.context.actor.has_permission(PAYOUTS_MANAGE))


def find_payout(info: Any, global_id: str) -> Payout | None:
    """The payout; ``None`` for everybody who may not know of it."""
    payout = Payout.objects.select_related("seller", "file").filter(pk=key_of(global_id, "Payout")).first()
    return payout if payout is not None and may_read(info, payout.seller_id) else None


def payout_key(info: Any, global_id: str) -> UUID:
    """For staff's mutations; raises NOT_FOUND."""
    payout = find_payout(info, global_id)
    if payout is None:
        raise InputError(_("There is no such payout."), field="id", code="NOT_FOUND")
    return payout.pk


def payouts(seller_id: int | None) -> QuerySet[Payout]:
    rows = Payout.objects.select_related("seller", "file").order_by("-planned_at", "-id")
    return rows if seller_id is None else rows.filter(seller=seller_id)
