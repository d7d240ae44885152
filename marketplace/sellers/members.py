"""Who works for a seller: adding, changing and removing members, so that an owner always remains."""

from django.db import transaction

from marketplace.accounts.models import User
from marketplace.sellers.locks import lock_seller
from marketplace.sellers.member import MemberRole, SellerMember
from marketplace.sellers.seller import Seller

MOST_MEMBERS = 100


class LastOwner(Exception):
    """Without this owner nobody could act for the seller any more."""


class TooManyMembers(Exception):
    """The seller has as many members as it may."""

    def __init__(self) -> None:
        super().__init__(f"{MOST_MEMBERS} members")
        self.limit = MOST_MEMBERS


def add_member(*, seller: Seller, user: User, role: str) -> SellerMember:
    """Give the user this role, in place of one held before. Raises `LastOwner`, `TooManyMembers`."""
    wanted = MemberRole(role)
    with transaction.atomic():
        lock_seller(seller.pk)
        members = SellerMember.objects.filter(seller=seller)
        held = members.filter(user=user).first()
        if held is None:
            if members.count() >= MOST_MEMBERS:
                raise TooManyMembers
            return SellerMember.objects.create(seller=seller, user=user, role=wanted)
        if held.role == MemberRole.OWNER and wanted != MemberRole.OWNER:
            _require_another_owner(held)
        held.role = wanted
        held.save(update_fields=["role"])
        return held


def remove_member(*, member: SellerMember) -> None:
    """End a membership. Raises `LastOwner`."""
    with transaction.atomic():
        lock_seller(member.seller_id)
        current = SellerMember.objects.filter(pk=member.pk).first()
        if current is None:
            return
        if current.role == MemberRole.OWNER:
            _require_another_owner(current)
        current.delete()


def _require_another_owner(member: SellerMember) -> None:
    others = SellerMember.objects.filter(seller_id=member.seller_id, role=MemberRole.OWNER).exclude(pk=member.pk)
    if not others.exists():
        raise LastOwner
