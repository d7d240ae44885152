"""The token in an invitation's link: signed, expiring, and worth nothing once a newer letter was sent."""

from django.core import signing

from marketplace.sellers.invitation import VALID_FOR, SellerInvitation

_SALT = "marketplace.sellers.invitation"
_LONGEST_TOKEN = 300


class InvitationInvalid(Exception):
    """It was never sent, has expired, or was accepted, revoked or sent anew since."""


def make_token(invitation: SellerInvitation) -> str:
    return signing.dumps([invitation.pk, invitation.sent_at.isoformat()], salt=_SALT)


def read_token(token: str) -> SellerInvitation:
    """The invitation of a link. Raises `InvitationInvalid`."""
    try:
        number, sent_at = signing.loads(token[:_LONGEST_TOKEN], salt=_SALT, max_age=VALID_FOR)
    except signing.BadSignature:
        raise InvitationInvalid from None
    invitation = SellerInvitation.objects.select_related("seller").filter(pk=number).first()
    if invitation is None or invitation.sent_at.isoformat() != sent_at:
        raise InvitationInvalid
    return invitation
