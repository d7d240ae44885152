"""What sellers are written about decisions on them, to every owner in the owner's language."""

from urllib.parse import urlencode

from django.conf import settings

from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.write import LetterText, write_to, write_to_address
from marketplace.sellers.events import (
    SellerApproved,
    SellerEvent,
    SellerMemberInvited,
    SellerReinstated,
    SellerRejected,
    SellerSuspended,
)
from marketplace.sellers.invitation import SellerInvitation
from marketplace.sellers.invitation_token import make_token
from marketplace.sellers.membership import owners_of
from marketplace.sellers.seller import Seller, SellerStatus

APPROVED = LetterText(
    kind="SELLER_APPROVED",
    subject=_("%(seller)s is open on Bình Dương Marketplace"),
    body=_(
        "Hello %(name)s,\n\n"
        "we have checked and approved %(seller)s. Buyers see the profile now, and the products you publish."
    ),
)
REJECTED = LetterText(
    kind="SELLER_REJECTED",
    subject=_("The application of %(seller)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "we could not approve %(seller)s yet, for this reason:\n\n"
        "%(reason)s\n\n"
        "Correct what is needed and apply again with the same tax code."
    ),
)
SUSPENDED = LetterText(
    kind="SELLER_SUSPENDED",
    subject=_("%(seller)s is suspended"),
    body=_(
        "Hello %(name)s,\n\n"
        "%(seller)s and its products are hidden from buyers for now, for this reason:\n\n"
        "%(reason)s\n\n"
        "Please go on with the orders you have, and write to us."
    ),
)
REINSTATED = LetterText(
    kind="SELLER_REINSTATED",
    subject=_("%(seller)s is open again"),
    body=_("Hello %(name)s,\n\nthe suspension of %(seller)s has ended; buyers see it and its products again."),
)

INVITATION = LetterText(
    kind="SELLER_INVITATION",
    subject=_("%(seller)s asks you to join its team"),
    body=_(
        "Hello,\n\n"
        "%(seller)s sells on Bình Dương Marketplace and asks you to work there with it. "
        "This link is good for 14 days; if you have no account with this e-mail address yet, open one first:\n\n"
        "%(link)s\n\n"
        "If you do not know %(seller)s, ignore this message."
    ),
)


def mail_decision(letter: LetterText, status: SellerStatus, event: SellerEvent) -> None:
    """Write to all owners, unless the decision has been overtaken by another since."""
    seller = Seller.objects.filter(pk=event.seller_id, status=status).first()
    if seller is None:
        return
    latest = seller.status_changes.last()
    for owner in owners_of([seller.pk]):
        write_to(owner, letter, seller=seller.name, reason=latest.reason if latest else "")


def mail_approval(event: SellerApproved) -> None:
    mail_decision(APPROVED, SellerStatus.APPROVED, event)


def mail_rejection(event: SellerRejected) -> None:
    mail_decision(REJECTED, SellerStatus.REJECTED, event)


def mail_suspension(event: SellerSuspended) -> None:
    mail_decision(SUSPENDED, SellerStatus.SUSPENDED, event)


def mail_reinstatement(event: SellerReinstated) -> None:
    mail_decision(REINSTATED, SellerStatus.APPROVED, event)


def mail_invitation(event: SellerMemberInvited) -> None:
    """Nothing, if it was accepted, revoked or sent anew meanwhile."""
    invitation = SellerInvitation.objects.select_related("seller").filter(pk=event.invitation_id).first()
    if invitation is None or invitation.sent_at.isoformat() != event.sent_at:
        return
    query = urlencode({"token": make_token(invitation)})
    link = f"{settings.PUBLIC_URL}/{invitation.language}/vn/invitation?{query}"
    write_to_address(invitation.email, invitation.language, INVITATION, seller=invitation.seller.name, link=link)
