"""The letter that invites a visitor to ask for a quotation."""

from urllib.parse import urlencode

from django.conf import settings

from i18n.messages import gettext_noop as _
from i18n.translate import localize
from marketplace.accounts.mail.write import LetterText, write_to_address
from marketplace.expo.models import Expo
from marketplace.fair_trade.events import LeadInvited
from marketplace.fair_trade.invitation import LeadInvitation, invitation_token
from marketplace.fair_trade.market import market_for
from marketplace.fair_trade.offer import has_contact

INVITED = LetterText(
    kind="LEAD_INVITATION",
    subject=_("%(exhibitor)s would like to make you an offer"),
    body=_(
        "Hello %(name)s,\n\n"
        "you met %(exhibitor)s at %(fair)s and let them have your contact. They would like to send you a quotation."
        " With the link below you open an account and say what you need:\n\n"
        "%(link)s\n\n"
        "If you do not want to hear from them, take your contact back on the page of your visit."
    ),
)
INVITED_WITH_WORDS = LetterText(
    kind="LEAD_INVITATION_WORDS",
    subject=INVITED.subject,
    body=_(
        "Hello %(name)s,\n\n"
        "you met %(exhibitor)s at %(fair)s and let them have your contact. They write:\n\n"
        "%(message)s\n\n"
        "They would like to send you a quotation. With the link below you open an account and say what you need:\n\n"
        "%(link)s\n\n"
        "If you do not want to hear from them, take your contact back on the page of your visit."
    ),
)


def mail_invitation(event: LeadInvited) -> None:
    """Reaction: to the address the visitor registered with, unless the contact was taken back since."""
    rows = LeadInvitation.objects.select_related("lead__exhibitor__expo", "lead__visitor")
    invitation = rows.filter(pk=event.invitation_id).first()
    if invitation is None or not has_contact(invitation.lead):
        return
    visitor, exhibitor = invitation.lead.visitor, invitation.lead.exhibitor
    market = market_for(visitor.country)
    where = f"{settings.PUBLIC_URL}/{visitor.language}/{market.slug if market else 'vn'}/fair-quote"
    write_to_address(
        visitor.email,
        visitor.language,
        INVITED_WITH_WORDS if invitation.message else INVITED,
        name=visitor.name,
        exhibitor=exhibitor.name,
        fair=fair_name(exhibitor.expo, visitor.language),
        message=invitation.message,
        link=f"{where}?{urlencode({'token': invitation_token(invitation)})}",
    )


def fair_name(expo: Expo, language: str) -> str:
    """In the reader's language where it was translated."""
    (said,) = localize(
        subject=Expo.SUBJECT,
        rows=[expo],
        fields=["name"],
        language=language,
        source_language=lambda e: e.source_language,
    )
    return said["name"].text if said["name"] else expo.name
