"""The letters to visitors, each with the link that is theirs alone."""

from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from i18n.formatting import format_date
from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.write import LetterText, write_to_address
from marketplace.expo.exhibition import Expo
from marketplace.expo.fair_name import fair_name
from marketplace.expo.visitors.events import VisitorConfirmed, VisitorLinkAsked, VisitorRegistered
from marketplace.expo.visitors.forget import CONFIRM_WITHIN
from marketplace.expo.visitors.token import visitor_token
from marketplace.expo.visitors.visitor import Visitor

CONFIRM = LetterText(
    kind="VISITOR_CONFIRM",
    subject=_("Confirm your visit to %(fair)s"),
    body=_(
        "Hello,\n\n"
        "somebody, most likely you, registered this address as a visitor of %(fair)s (%(start)s to %(end)s). "
        "Confirm it here, and your badge is ready:\n\n"
        "%(link)s\n\n"
        "If it was not you, do nothing: what was typed is deleted after seven days."
    ),
)
READY = LetterText(
    kind="VISITOR_BADGE",
    subject=_("Your badge for %(fair)s"),
    body=_(
        "Hello,\n\n"
        "you are registered for %(fair)s, %(start)s to %(end)s. Your badge is on this page, to be printed or shown on"
        " your telephone; there you can also change your details and what you agree to, or withdraw:\n\n"
        "%(link)s\n\n"
        "Whoever has this link can act for you. Do not pass it on."
    ),
)
AGAIN = LetterText(
    kind="VISITOR_LINK",
    subject=_("Your registration for %(fair)s"),
    body=_(
        "Hello,\n\n"
        "this address is registered for %(fair)s, %(start)s to %(end)s, and somebody asked for its link again. "
        "Nothing was changed. Your badge and your details are here:\n\n"
        "%(link)s\n\n"
        "If you did not ask, there is nothing you have to do."
    ),
)


def mail_confirmation(event: VisitorRegistered) -> None:
    """Not to somebody who has confirmed meanwhile."""
    if _is_unconfirmed(event.visitor_id):
        _mail(event.visitor_id, CONFIRM, good_until=timezone.now() + CONFIRM_WITHIN)


def mail_badge(event: VisitorConfirmed) -> None:
    _mail(event.visitor_id, READY)


def mail_link(event: VisitorLinkAsked) -> None:
    """Who has not confirmed yet gets the letter that asks for it."""
    _mail(event.visitor_id, CONFIRM if _is_unconfirmed(event.visitor_id) else AGAIN)


def visit_link(visitor: Visitor) -> str:
    return f"{settings.PUBLIC_URL}/{visitor.language}/fair-visit?token={visitor_token(visitor)}"


def _is_unconfirmed(visitor_id: int) -> bool:
    return Visitor.objects.filter(pk=visitor_id, confirmed_at__isnull=True).exists()


def _mail(visitor_id: int, text: LetterText, good_until: datetime | None = None) -> None:
    """Reaction: to the visitor, in the visitor's language; to nobody once the visitor has gone."""
    visitor = Visitor.objects.select_related("expo").filter(pk=visitor_id).exclude(email="").first()
    if visitor is not None:
        write_to_address(
            visitor.email,
            visitor.language,
            text,
            good_until=good_until,
            link=visit_link(visitor),
            **_words(visitor.expo, visitor.language),
        )


def _words(expo: Expo, language: str) -> Mapping[str, str]:
    return {
        "fair": fair_name(expo, language),
        "start": format_date(expo.starts_on, language, "long"),
        "end": format_date(expo.ends_on, language, "long"),
    }
