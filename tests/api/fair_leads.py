"""Leads of the world's fair: the owner met the buyer, who has an account, and two who have none; so did a neighbour."""

import uuid
from datetime import timedelta
from typing import Any

from django.db.models import Model
from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.expo.badges.issue import issue_visitor_badge
from marketplace.expo.leads.notes import LeadNotes
from marketplace.expo.leads.record import record_lead
from marketplace.expo.models import Exhibitor, Lead, Visitor, VisitorConsent
from marketplace.expo.visitors.token import visitor_token
from marketplace.fair_trade.attribute import put_down_quote
from marketplace.fair_trade.invitation import invitation_token
from marketplace.fair_trade.invite import invite_lead
from orders.quotes.quote import Quote
from tests.factories.expo import make_exhibitor
from tests.factories.meetings import make_fair_visitor
from tests.factories.quotes import make_chair_quote


def make_leads(facts: dict[str, Any], owner: User) -> dict[str, Any]:
    """After meetings: the buyer's visit is theirs."""
    expo, exhibitor = facts["expo"], facts["exhibitor"]
    met = _met(exhibitor, facts["fair_visitor"], "Khách quen.", by=owner, exhibit_ids=(facts["exhibit"].pk,))
    put_down_quote(facts["quote"], met)
    new = _met(exhibitor, make_fair_visitor(expo, email="new.visitor@example.org"), "Khách mới.")
    blind = make_fair_visitor(expo, email="blind@example.org", consents=())
    return {
        "lead": met,
        "new_lead": new,
        "blind_lead": _met(exhibitor, blind, "Không để lại tên.", agrees=False),
        "other_lead": _met(make_exhibitor(expo), facts["fair_visitor"], "ghi-kin-gom"),
        "lead_invitation": invite_lead(lead=new, by=owner, now=timezone.now() - timedelta(days=9)),
        "unscanned": issue_visitor_badge(visitor=make_fair_visitor(expo), now=_earlier()),
    }


def more_leads(facts: dict[str, Any], number: int) -> None:
    """One more of the owner's, with what came of it, and one more exhibitor that met the buyer."""
    lead = _met(facts["exhibitor"], make_fair_visitor(facts["expo"]), f"Khách {number}.")
    lead.exhibits.add(facts["exhibit"])
    quote: Quote = make_chair_quote(chair=facts["variant"])
    put_down_quote(quote, lead)
    _met(facts["exhibitor"], facts["fair_visitor"], "")
    _met(make_exhibitor(facts["expo"]), facts["fair_visitor"], "Lại gặp.")


def own_leads(facts: dict[str, Any]) -> dict[str, list[Model]]:
    return {"Lead": [facts["lead"], facts["new_lead"]], "ContactHolder": [facts["lead"]]}


def lead_words(facts: dict[str, Any]) -> dict[str, list[str]]:
    token = invitation_token(facts["lead_invitation"])
    return {
        "leadInvitation token": [token],
        "leadInvitationAccept token": [token],
        "leadScan code": [facts["unscanned"].code],
        "UUID clientId": ["0c6f4a52-6d8e-4f5e-8a41-6f2f9f1c7a55"],
        "leadQuoteOffer country": ["NL"],
        "visitorToken": [visitor_token(facts["fair_visitor"])],
    }


def _met(exhibitor: Exhibitor, visitor: Visitor, note: str, *, agrees: bool = True, **given: Any) -> Lead:
    by = given.pop("by", None)
    badge = issue_visitor_badge(visitor=visitor, now=_earlier())
    if agrees:
        version = {"wording_version": "1", "given_at": _earlier()}
        VisitorConsent.objects.get_or_create(
            visitor=visitor, purpose="LEADS", withdrawn_at__isnull=True, defaults=version
        )
    return record_lead(
        exhibitor=exhibitor,
        code=badge.code,
        client_id=uuid.uuid4(),
        scanned_at=timezone.now(),
        by=by,
        notes=LeadNotes(note=note, **given),
    )


def _earlier() -> Any:
    return timezone.now() - timedelta(days=1)
