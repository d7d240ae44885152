"""Rules of access about sellers: own members, staff, or nobody; strangers learn not even that an id exists."""

from collections.abc import Callable, Sequence
from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.permissions import Permission
from marketplace.graphql import InputError, PermissionDenied, Rule, integer_key, object_rule, permission
from marketplace.sellers.member import MemberRole
from marketplace.sellers.membership import roles_of
from marketplace.sellers.models import Seller

STAFF = permission(Permission.SELLERS_MANAGE)
_MEMO = "sellers.roles"


def roles_in(context: Any) -> dict[int, MemberRole]:
    """The caller's role by seller id, read once per request."""
    if _MEMO not in context.cache:
        context.cache[_MEMO] = roles_of(context.actor)
    roles: dict[int, MemberRole] = context.cache[_MEMO]
    return roles


def forget_roles(context: Any) -> None:
    """For a mutation that changes memberships."""
    context.cache.pop(_MEMO, None)


def is_member(context: Any, seller_id: int, role: MemberRole = MemberRole.PACKER) -> bool:
    held = roles_in(context).get(seller_id)
    return held is not None and held.includes(role)


def member(get: Callable[[Any], int], role: MemberRole = MemberRole.PACKER) -> Rule:
    """The caller has at least ``role`` in the seller whose id ``get(parent)`` answers."""

    def allows(context: Any, parents: Sequence[Any]) -> list[bool]:
        return [is_member(context, get(parent), role) for parent in parents]

    return object_rule(f"being {role.value.lower()} of the seller", allows)


def member_or(
    staff_permission: str,
    get: Callable[[Any], int] = lambda parent: parent.seller_id,
    role: MemberRole = MemberRole.PACKER,
) -> Rule:
    """`member`, or staff with this permission."""
    return permission(staff_permission) | member(get, role)


def seller_for(info: Any, global_id: str, role: MemberRole = MemberRole.PACKER, *, field: str | None = "id") -> Seller:
    """The seller of an id, for a caller who has at least ``role`` in it.

    Raises `InputError` NOT_FOUND for a seller one is no member of, and `PermissionDenied` for a lower role.
    """
    seller_id = integer_key(global_id, "Seller", field=field)
    if not is_member(info.context, seller_id):
        raise InputError(_("You have no such seller."), field=field, code="NOT_FOUND")
    if not is_member(info.context, seller_id, role):
        raise PermissionDenied(_("Your role in this seller does not include this."))
    return Seller.objects.get(pk=seller_id)


def seller_for_staff(info: Any, global_id: str) -> Seller:
    """The seller of an id, for staff with sellers.manage. Raises `PermissionDenied`, or `InputError` NOT_FOUND."""
    if not info.context.actor.has_permission(Permission.SELLERS_MANAGE):
        raise PermissionDenied
    seller = Seller.objects.filter(pk=integer_key(global_id, "Seller")).first()
    if seller is None:
        raise InputError(_("There is no such seller."), field="id", code="NOT_FOUND")
    return seller


def may_see(context: Any, seller: Seller) -> bool:
    """Approved sellers are public; others are for their members and for staff."""
    return (
        seller.is_approved or context.actor.has_permission(Permission.SELLERS_MANAGE) or is_member(context, seller.pk)
    )
