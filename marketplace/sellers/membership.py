"""Whether a user may act for a seller. Every rule of access about sellers ends here."""

from collections.abc import Iterable
from typing import Any

from marketplace.accounts.models import User
from marketplace.sellers.member import MemberRole, SellerMember


def roles_of(user: Any) -> dict[int, MemberRole]:
    """The user's role by seller id, in one query; nothing for the anonymous."""
    if user is None or not user.is_authenticated or user.id is None:
        return {}
    rows = SellerMember.objects.filter(user_id=user.id).values_list("seller_id", "role")
    return {seller_id: MemberRole(role) for seller_id, role in rows}


def sellers_of(user: Any, role: MemberRole = MemberRole.PACKER) -> set[int]:
    """The ids of the sellers the user may act for with at least ``role``."""
    return {seller_id for seller_id, held in roles_of(user).items() if held.includes(role)}


def may(user: Any, seller_id: int, role: MemberRole = MemberRole.PACKER) -> bool:
    """Whether the user has at least ``role`` in this seller."""
    return seller_id in sellers_of(user, role)


def owners_of(seller_ids: Iterable[int]) -> list[User]:
    """The owners of sellers, for mail to them."""
    owned = SellerMember.objects.filter(seller_id__in=seller_ids, role=MemberRole.OWNER)
    return list(User.objects.filter(pk__in=owned.values("user_id"), is_active=True).order_by("pk"))
