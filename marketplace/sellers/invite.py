"""Asking somebody into a team: inviting, revoking, accepting.

Whether an address has an account shows nowhere: everybody gets the same letter, and the caller the same answer.
"""

from datetime import datetime

from django.db import transaction

from marketplace.accounts.models import User
from marketplace.accounts.registration.register import checked_email
from marketplace.events.publish import publish
from marketplace.sellers.events import SellerMemberInvited
from marketplace.sellers.invitation import VALID_FOR, SellerInvitation
from marketplace.sellers.invitation_token import InvitationInvalid, read_token
from marketplace.sellers.locks import lock_seller
from marketplace.sellers.member import MemberRole, SellerMember
from marketplace.sellers.members import MOST_MEMBERS, TooManyMembers, add_member
from marketplace.sellers.seller import Seller


class AlreadyMember(Exception):
    """Somebody of the team has this address."""


class SentToAnotherAddress(Exception):
    """The invitation is for the holder of another e-mail address than the account's."""


def invite_member(*, seller: Seller, email: str, role: str, by: User, now: datetime) -> SellerInvitation:
    """Send a letter with a link that is good for 14 days; once more to the same address replaces the earlier one.

    Raises `InvalidEmail`, `AlreadyMember`, `TooManyMembers` (invitations count as members).
    """
    address, wanted = checked_email(email), MemberRole(role)
    with transaction.atomic():
        lock_seller(seller.pk)
        members = SellerMember.objects.filter(seller=seller)
        if members.filter(user__email=address).exists():
            raise AlreadyMember
        others = SellerInvitation.objects.filter(seller=seller).exclude(email=address)
        if members.count() + others.count() >= MOST_MEMBERS:
            raise TooManyMembers
        invitation, _created = SellerInvitation.objects.update_or_create(
            seller=seller,
            email=address,
            defaults={"role": wanted, "language": by.language, "invited_by": by, "sent_at": now},
        )
        publish(SellerMemberInvited(seller_id=seller.pk, invitation_id=invitation.pk, sent_at=now.isoformat()))
    return invitation


def revoke_invitation(*, invitation: SellerInvitation) -> None:
    """Its link stops working at once."""
    SellerInvitation.objects.filter(pk=invitation.pk).delete()


def accept_invitation(*, token: str, user: User) -> SellerMember:
    """Join the team, once, with the role of the invitation; a member keeps the higher of two roles.

    Raises `InvitationInvalid`, `SentToAnotherAddress`, `TooManyMembers`.
    """
    found = read_token(token)
    if found.email != user.email:
        raise SentToAnotherAddress
    with transaction.atomic():
        lock_seller(found.seller_id)
        if not SellerInvitation.objects.filter(pk=found.pk, sent_at=found.sent_at).delete()[0]:
            raise InvitationInvalid
        held = SellerMember.objects.filter(seller_id=found.seller_id, user=user).first()
        if held is not None and MemberRole(held.role).includes(MemberRole(found.role)):
            return held
        return add_member(seller=found.seller, user=user, role=found.role)


def forget_expired_invitations(*, now: datetime) -> int:
    """Delete those nobody answered in time, and the addresses in them; returns how many."""
    return SellerInvitation.objects.filter(sent_at__lt=now - VALID_FOR).delete()[0]
