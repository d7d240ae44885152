"""What sellers hold about a person, and what happens to it when the person leaves."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.accounts.privacy.registry import ErasureRefused
from marketplace.sellers.invitation import SellerInvitation
from marketplace.sellers.member import MemberRole, SellerMember
from marketplace.sellers.members import LastOwner, remove_member
from marketplace.sellers.seller import SellerStatusChange


def export_memberships(user: User) -> dict[str, Any]:
    members = SellerMember.objects.filter(user=user).select_related("seller__address")
    decisions = SellerStatusChange.objects.filter(by=user)
    invitations = SellerInvitation.objects.filter(email=user.email).select_related("seller")
    return {
        "memberships": [_membership(member) for member in members],
        "invitations": [
            {"seller": one.seller.name, "role": one.role, "sentAt": one.sent_at.isoformat()} for one in invitations
        ],
        "decisions": [
            {"seller": change.seller_id, "status": change.status, "reason": change.reason, "at": change.at.isoformat()}
            for change in decisions
        ],
    }


def _membership(member: SellerMember) -> dict[str, Any]:
    seller = member.seller
    about: dict[str, Any] = {"seller": seller.name, "role": member.role, "since": member.created_at.isoformat()}
    if member.role == MemberRole.OWNER:
        # A household business or individual: its tax code and contact are the owner's own.
        about["taxCode"], about["email"], about["phone"] = seller.tax_code, seller.email, seller.phone
        about["address"] = seller.address.as_data().as_dict()
    return about


def leave_sellers(user: User) -> list[str]:
    """End the memberships; refused to the last owner of a seller, whose orders and books need somebody."""
    try:
        for member in SellerMember.objects.filter(user=user).order_by("seller_id"):
            remove_member(member=member)
    except LastOwner:
        raise ErasureRefused(
            _("You are the only owner of a seller. Make somebody else its owner, or ask us to close it, first.")
        ) from None
    SellerInvitation.objects.filter(email=user.email).delete()
    if SellerStatusChange.objects.filter(by=user).exists():
        return [_("That a decision about a seller was taken is kept, without the name of who took it.")]
    return []
