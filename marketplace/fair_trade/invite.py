"""A visitor without an account is invited to open one and to ask for a quotation."""

import re
from datetime import datetime, timedelta

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.events.publish import publish
from marketplace.expo import texts
from marketplace.expo.locks import lock_exhibitor
from marketplace.expo.models import Lead
from marketplace.fair_trade.buyer import buyer_of
from marketplace.fair_trade.events import LeadInvited
from marketplace.fair_trade.invitation import LONGEST_MESSAGE, LeadInvitation
from marketplace.fair_trade.offer import require_contact, seller_of

AGAIN_AFTER = timedelta(days=3)
MOST = 3
_WEB_ADDRESS = re.compile(r"://|www\.", re.IGNORECASE)


def invite_lead(*, lead: Lead, by: User, now: datetime, message: str = "") -> LeadInvitation:
    """Write to the visitor; at most three times in all and once in three days. Raises `Refused`."""
    message = texts.tidy(message, lines=True)
    refuse_any(_message_problems(message))
    with transaction.atomic():
        lock_exhibitor(lead.exhibitor_id)
        require_contact(lead)
        seller_of(lead)
        if buyer_of(lead) is not None:
            raise Refused(Problem("lead_id", "HAS_ACCOUNT", _("The visitor has an account: make an offer instead.")))
        refuse_any(_too_often(lead, now))
        invitation = LeadInvitation.objects.create(lead=lead, message=message, by=by, sent_at=now)
        publish(LeadInvited(invitation_id=invitation.pk))
    return invitation


def accept_invitation(*, invitation: LeadInvitation, user: User, now: datetime) -> LeadInvitation:
    """Whoever holds the link, which went to the visitor's address, buys as that visitor from now on.

    Accepting again is accepting once; an invitation that another account accepted is refused.
    """
    with transaction.atomic():
        lock_exhibitor(invitation.lead.exhibitor_id)
        invitation.refresh_from_db(fields=["accepted_by", "accepted_at"])
        if invitation.accepted_by_id not in (None, user.pk):
            raise Refused(Problem("token", "ACCEPTED", _("Another account has used this invitation.")))
        if invitation.accepted_by_id is None:
            invitation.accepted_by, invitation.accepted_at = user, now
            invitation.save(update_fields=["accepted_by", "accepted_at"])
    return invitation


def _message_problems(message: str) -> list[Problem]:
    """The letter is the marketplace's: no exhibitor leads a visitor elsewhere by it."""
    problems = texts.lengths({"message": message}, {"message": LONGEST_MESSAGE})
    if _WEB_ADDRESS.search(message):
        problems.append(texts.invalid("message", _("Write without web addresses.")))
    return problems


def _too_often(lead: Lead, now: datetime) -> list[Problem]:
    sent = LeadInvitation.objects.filter(lead=lead)
    if sent.filter(sent_at__gt=now - AGAIN_AFTER).exists() or sent.count() >= MOST:
        message = _("The visitor was invited already. At most %(most)s letters, three days apart.")
        return [Problem("lead_id", "TOO_MANY", message, {"most": MOST})]
    return []
