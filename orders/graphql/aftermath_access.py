"""Who may see and do what with returns and disputes.

They are of the part of an order they speak of: its buyer (the account, or whoever shows the token), the members of its
seller, and staff. The root found them for the caller, so what is below them is opened for this request.
"""

from typing import Any, TypeVar

from django.db.models import QuerySet

from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError, PermissionDenied
from marketplace.sellers.member import MemberRole
from orders.disputes.dispute import Dispute
from orders.graphql.access import (
    ORDERS_MANAGE,
    key_of,
    may_read_seller,
    open_order,
    role_in,
    seller_roles,
    user_of,
)
from orders.lifecycle.by import By, Role
from orders.lifecycle.seller_order import SellerOrder
from orders.returns.return_request import ReturnRequest

Row = TypeVar("Row", ReturnRequest, Dispute)
MISSING = {
    "ReturnRequest": _("There is no such return."),
    "Dispute": _("There is no such dispute."),
}


def find(info: Any, model: type[Row], global_id: str, token: str | None = None) -> Row | None:
    """The row; ``None`` for everybody who may not know of it."""
    row = _rows(model).filter(pk=key_of(global_id, model.__name__)).first()
    return row if row is not None and _side(info, row.seller_order, token) is not None else None


def for_buyer(info: Any, model: type[Row], global_id: str, token: str | None) -> tuple[Row, By]:
    """The row for who bought the goods; raises NOT_FOUND for everybody else, staff included."""
    return _for(info, model, global_id, token, {Role.BUYER})


def for_seller(info: Any, model: type[Row], global_id: str, role: MemberRole = MemberRole.PACKER) -> tuple[Row, By]:
    """The row for members of its seller with at least ``role``; raises NOT_FOUND for everybody else."""
    row, by = _for(info, model, global_id, None, {Role.SELLER})
    if not seller_roles(info)[row.seller_order.seller_id].includes(role):
        raise PermissionDenied(_("Your role in this seller does not allow this."))
    return row, by


def for_either(info: Any, model: type[Row], global_id: str, token: str | None) -> tuple[Row, By]:
    """The row for both sides and staff."""
    return _for(info, model, global_id, token, {Role.BUYER, Role.SELLER, Role.STAFF})


def for_staff(info: Any, model: type[Row], global_id: str) -> tuple[Row, By]:
    """The row for staff who are neither its buyer nor of its seller: nobody decides in their own matter."""
    return _for(info, model, global_id, None, {Role.STAFF})


def bought_part(info: Any, global_id: str, token: str | None) -> tuple[SellerOrder, By]:
    """A part of an order for its buyer; raises NOT_FOUND for everybody else."""
    rows = SellerOrder.objects.select_related("order__channel", "seller")
    part = rows.filter(pk=key_of(global_id, "SellerOrder")).first()
    if part is None or _side(info, part, token) != Role.BUYER:
        raise InputError(_("There is no such order."), field="id", code="NOT_FOUND")
    return part, By(Role.BUYER, user_of(info))


def of_seller(info: Any, model: type[Row], seller_id: int) -> QuerySet[Row]:
    """Raises ``PermissionDenied`` for who is neither a member nor staff."""
    if not may_read_seller(info, seller_id):
        raise PermissionDenied(_("You are not a member of this seller."))
    return _rows(model).filter(seller_order__seller_id=seller_id)


def of_everybody(model: type[Row]) -> QuerySet[Row]:
    """For staff; the field's own rule asks who they are."""
    return _rows(model)


def _rows(model: type[Row]) -> QuerySet[Row]:
    return model._default_manager.select_related("seller_order__order__channel", "seller_order__seller")


def _for(info: Any, model: type[Row], global_id: str, token: str | None, sides: set[Role]) -> tuple[Row, By]:
    row = _rows(model).filter(pk=key_of(global_id, model.__name__)).first()
    side = _side(info, row.seller_order, token) if row is not None else None
    if row is None or side not in sides:
        raise InputError(MISSING[model.__name__], field="id", code="NOT_FOUND")
    return row, By(side, user_of(info))


def _side(info: Any, part: SellerOrder, token: str | None) -> Role | None:
    """Buying from oneself makes one the buyer; staff take no side where they have one of their own."""
    role = role_in(info, part.order, token)
    if role == Role.BUYER:
        open_order(info, part.order)
        return role
    if part.seller_id in seller_roles(info):
        return Role.SELLER
    return Role.STAFF if info.context.actor.has_permission(ORDERS_MANAGE) else None
