"""Who may see and do what with baskets and orders.

Roots find only what the caller may know of. The rules on the types ask again, for every order and every part of one, so
that nothing can be reached around a root: an order is its buyer's, staff's, and of whoever showed its token in this
request; a part is also its seller's.
"""

import secrets
from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.accounts.permissions import Permission
from marketplace.graphql import BadGlobalID, InputError, from_global_id, object_rule
from marketplace.sellers.member import MemberRole
from marketplace.sellers.membership import roles_of
from marketplace.written_once import WrittenOnce
from orders.checkout.checkout import Checkout
from orders.lifecycle.by import By, Role
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder

ORDERS_MANAGE = Permission.ORDERS_MANAGE
PAYOUTS_MANAGE = Permission.PAYOUTS_MANAGE


def key_of(global_id: str, type_name: str, *, field: str = "id") -> UUID:
    """The UUID in a global id; raises ``BadGlobalID`` for anything else."""
    try:
        return UUID(from_global_id(global_id, type_name, field=field))
    except ValueError:
        raise BadGlobalID(global_id, type_name, field=field) from None


# ---- baskets


def find_checkout(info: Any, global_id: str) -> Checkout | None:
    """The basket for whoever holds its id, unless it belongs to another account."""
    key = key_of(global_id, "Checkout")
    return next((checkout for checkout in _checkouts(pk=key) if _is_theirs(info, checkout.user_id)), None)


_checkouts: WrittenOnce[Checkout] = WrittenOnce(
    lambda pk: Checkout.objects.select_related("channel").filter(pk=pk).order_by()
)


def checkout_key(info: Any, global_id: str) -> UUID:
    """The same for a mutation; raises NOT_FOUND."""
    checkout = find_checkout(info, global_id)
    if checkout is None:
        raise InputError(_("There is no such basket."), field="id", code="NOT_FOUND")
    return checkout.pk


def completing_key(info: Any, global_id: str) -> UUID:
    """The key of a basket to complete, which may have become an order of theirs already."""
    key = key_of(global_id, "Checkout")
    owners = [owner for (owner,) in _owners(checkout=key)]
    if any(_is_theirs(info, owner) for owner in owners):
        return key
    return checkout_key(info, global_id)


_owners: WrittenOnce[tuple[int | None]] = WrittenOnce(
    lambda checkout: Order.objects.filter(checkout_id=checkout).order_by().values_list("user_id")
)


def _is_theirs(info: Any, user_id: int | None) -> bool:
    return user_id is None or user_id == info.context.actor.id


# ---- orders


def find_order(info: Any, global_id: str, token: str | None = None) -> Order | None:
    """The order; ``None`` for everybody who may not know of it."""
    order = Order.objects.select_related("channel").filter(pk=key_of(global_id, "Order")).first()
    if order is None or role_in(info, order, token) is None:
        return None
    return open_order(info, order)


def order_for(info: Any, global_id: str, token: str | None = None) -> tuple[Order, By]:
    """The order and as whom the caller acts on it; raises NOT_FOUND."""
    order = find_order(info, global_id, token)
    if order is None:
        raise InputError(_("There is no such order."), field="id", code="NOT_FOUND")
    role = role_in(info, order, token) or Role.BUYER
    return order, By(role, user_of(info))


def role_in(info: Any, order: Order, token: str | None = None) -> Role | None:
    """What the caller is to the whole order. The token is compared in constant time."""
    actor = info.context.actor
    if actor.is_authenticated and order.user_id == actor.id:
        return Role.BUYER
    if token and secrets.compare_digest(order.token.encode(), token.encode()):
        return Role.BUYER
    return Role.STAFF if actor.has_permission(ORDERS_MANAGE) else None


def is_buyer(info: Any, order: Order) -> bool:
    """The account that placed it, or whoever showed its token in this request; staff are not."""
    if info.context.actor.is_authenticated and order.user_id == info.context.actor.id:
        return True
    return order.pk in _opened(info.context) and not info.context.actor.has_permission(ORDERS_MANAGE)


def user_of(info: Any) -> User | None:
    actor = info.context.actor
    return cast(User, actor) if actor.is_authenticated else None


def signed_in(info: Any) -> User:
    """The caller of a field whose rule lets nobody in without an account."""
    return cast(User, info.context.actor)


def open_order(info: Any, order: Order) -> Order:
    """Let the rest of this request read the whole order; the caller's right to it was checked."""
    _opened(info.context).add(order.pk)
    return order


# ---- a seller's part


def seller_roles(info: Any) -> dict[int, MemberRole]:
    """The caller's role by seller, asked once per request."""
    return _roles(info.context)


def _roles(context: Any) -> dict[int, MemberRole]:
    if "orders.seller_roles" not in context.cache:
        context.cache["orders.seller_roles"] = roles_of(context.actor)
    return cast(dict[int, MemberRole], context.cache["orders.seller_roles"])


def find_seller_order(info: Any, global_id: str, role: MemberRole = MemberRole.PACKER) -> SellerOrder | None:
    """A part of an order, for members of its seller with at least ``role`` and for staff."""
    key = key_of(global_id, "SellerOrder")
    seller_order = SellerOrder.objects.select_related("order", "seller").filter(pk=key).first()
    if seller_order is None or not _may_act(info, seller_order.seller_id, role):
        return None
    return seller_order


def seller_order_for(info: Any, global_id: str, role: MemberRole = MemberRole.PACKER) -> tuple[SellerOrder, By]:
    """The part and as whom the caller acts on it; raises NOT_FOUND."""
    seller_order = find_seller_order(info, global_id, role)
    if seller_order is None:
        raise InputError(_("There is no such order."), field="id", code="NOT_FOUND")
    is_member = seller_order.seller_id in seller_roles(info)
    return seller_order, By(Role.SELLER if is_member else Role.STAFF, user_of(info))


def may_read_seller(info: Any, seller_id: int) -> bool:
    """Whether the caller may list the orders of a seller."""
    return _may_act(info, seller_id, MemberRole.PACKER)


def _may_act(info: Any, seller_id: int, role: MemberRole) -> bool:
    held = seller_roles(info).get(seller_id)
    return (held is not None and held.includes(role)) or info.context.actor.has_permission(ORDERS_MANAGE)


# ---- rules on types


def _opened(context: Any) -> set[UUID]:
    return cast(set[UUID], context.cache.setdefault("orders.opened", set()))


def _whole_order(context: Any, orders: Sequence[Order]) -> list[bool]:
    if context.actor.has_permission(ORDERS_MANAGE):
        return [True] * len(orders)
    opened, caller = _opened(context), context.actor.id
    return [order.pk in opened or (caller is not None and order.user_id == caller) for order in orders]


def _part_of_order(context: Any, parts: Sequence[SellerOrder]) -> list[bool]:
    if context.actor.has_permission(ORDERS_MANAGE):
        return [True] * len(parts)
    opened, roles = _opened(context), _roles(context)
    return [part.order_id in opened or part.seller_id in roles for part in parts]


def _earnings_of_part(context: Any, parts: Sequence[SellerOrder]) -> list[bool]:
    if context.actor.has_permission(PAYOUTS_MANAGE):
        return [True] * len(parts)
    roles = _roles(context)
    return [part.seller_id in roles and roles[part.seller_id].includes(MemberRole.MANAGER) for part in parts]


WHOLE_ORDER = object_rule(f"being its buyer, having its token, or permission {ORDERS_MANAGE}", _whole_order)
"""The whole order, with everything of the buyer."""

PART_OF_ORDER = object_rule(
    f"being its buyer, having its token, being a member of its seller, or permission {ORDERS_MANAGE}", _part_of_order
)
"""One seller's part, with what that seller needs to send it: the buyer's name, address and telephone number."""

EARNINGS_OF_PART = object_rule(f"being a manager of its seller, or permission {PAYOUTS_MANAGE}", _earnings_of_part)
"""What a seller earns of its part: nothing for the buyer to know."""
