"""Asking somebody to work for an exhibitor: inviting, revoking, accepting.

Whether an address has an account shows nowhere: everybody gets the same letter, and the caller the same answer.
"""

from datetime import datetime
from urllib.parse import urlencode

from django.conf import settings
from django.core import signing
from django.db import transaction

from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.write import LetterText, write_to_address
from marketplace.accounts.models import User
from marketplace.accounts.registration.register import InvalidEmail, checked_email
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.local_name import local_name
from marketplace.expo.locks import lock_exhibitor
from marketplace.expo.people.invitation import VALID_FOR, ExhibitorInvitation
from marketplace.expo.people.member import ExhibitorMember, ExhibitorRole
from marketplace.expo.people.members import MOST_MEMBERS, add_exhibitor_member

_SALT = "expo.exhibitor_invitation"
_LONGEST_TOKEN = 300
INVITATION = LetterText(
    kind="EXHIBITOR_INVITATION",
    subject=_("%(firm)s asks you to work with it at %(fair)s"),
    body=_(
        "Hello,\n\n"
        "%(firm)s exhibits at %(fair)s and asks you to work with it there. This link is good for 14 days; if you have "
        "no account with this e-mail address yet, open one first:\n\n"
        "%(link)s\n\n"
        "If you do not know %(firm)s, ignore this message."
    ),
)


class FairInvitationInvalid(Exception):
    """It was never sent, has expired, or was accepted, revoked or sent anew since."""


class ForAnotherAddress(Exception):
    """The invitation is for the holder of another e-mail address than the account's."""


def invite_to_exhibitor(*, exhibitor: Exhibitor, email: str, role: str, by: User, now: datetime) -> ExhibitorInvitation:
    """Send a letter with a link that is good for 14 days; once more to the same address replaces the earlier one.

    Raises ``Refused``. Invitations count as members.
    """
    address = _checked(email)
    with transaction.atomic():
        lock_exhibitor(exhibitor.pk)
        members = ExhibitorMember.objects.filter(exhibitor=exhibitor)
        if members.filter(user__email=address).exists():
            raise Refused(Problem("email", "UNIQUE", _("This person works for the exhibitor already.")))
        others = ExhibitorInvitation.objects.filter(exhibitor=exhibitor).exclude(email=address)
        if members.count() + others.count() >= MOST_MEMBERS:
            message = _("At most %(limit)s people work for an exhibitor.")
            raise Refused(Problem("email", "TOO_MANY", message, {"limit": MOST_MEMBERS}))
        invitation, _created = ExhibitorInvitation.objects.update_or_create(
            exhibitor=exhibitor,
            email=address,
            defaults={"role": ExhibitorRole(role), "language": by.language, "invited_by": by, "sent_at": now},
        )
        _write(invitation)
    return invitation


def revoke_exhibitor_invitation(*, invitation: ExhibitorInvitation) -> None:
    """Its link stops working at once."""
    ExhibitorInvitation.objects.filter(pk=invitation.pk).delete()


def read_exhibitor_invitation(token: str) -> ExhibitorInvitation:
    """The invitation of a link. Raises `FairInvitationInvalid`."""
    try:
        number, sent_at = signing.loads(token[:_LONGEST_TOKEN], salt=_SALT, max_age=VALID_FOR)
    except (signing.BadSignature, ValueError, TypeError):
        raise FairInvitationInvalid from None
    invitation = ExhibitorInvitation.objects.select_related("exhibitor__expo").filter(pk=number).first()
    if invitation is None or invitation.sent_at.isoformat() != sent_at:
        raise FairInvitationInvalid
    return invitation


def accept_exhibitor_invitation(*, token: str, user: User) -> ExhibitorMember:
    """Join, once, with the role of the invitation; a manager stays one.

    Raises `FairInvitationInvalid`, `ForAnotherAddress`, ``Refused``.
    """
    found = read_exhibitor_invitation(token)
    if found.email != user.email:
        raise ForAnotherAddress
    with transaction.atomic():
        lock_exhibitor(found.exhibitor_id)
        if not ExhibitorInvitation.objects.filter(pk=found.pk, sent_at=found.sent_at).delete()[0]:
            raise FairInvitationInvalid
        held = ExhibitorMember.objects.filter(exhibitor_id=found.exhibitor_id, user=user).first()
        if held is not None and held.role == ExhibitorRole.MANAGER:
            return held
        return add_exhibitor_member(exhibitor=found.exhibitor, user=user, role=found.role)


def forget_expired_exhibitor_invitations(*, now: datetime) -> int:
    """Delete those nobody answered in time, and the addresses in them; returns how many."""
    return ExhibitorInvitation.objects.filter(sent_at__lt=now - VALID_FOR).delete()[0]


def invitation_token(invitation: ExhibitorInvitation) -> str:
    return signing.dumps([invitation.pk, invitation.sent_at.isoformat()], salt=_SALT)


def _checked(email: str) -> str:
    try:
        return checked_email(email)
    except InvalidEmail:
        raise Refused(Problem("email", "INVALID", _("This is not an e-mail address."))) from None


def _write(invitation: ExhibitorInvitation) -> None:
    query = urlencode({"token": invitation_token(invitation)})
    language, exhibitor = invitation.language, invitation.exhibitor
    write_to_address(
        invitation.email,
        language,
        INVITATION,
        firm=exhibitor.name,
        fair=local_name(exhibitor.expo, language),
        link=f"{settings.PUBLIC_URL}/{language}/exhibitor-desk/invitation?{query}",
    )
