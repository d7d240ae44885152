from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from catalog.refusal import Refused
from i18n.today import today_here
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.accounts.models import User
from marketplace.expo.leads.contact import withdraw_contact
from marketplace.expo.models import Lead
from marketplace.fair_trade.buyer import buyer_of
from marketplace.fair_trade.invitation import LeadInvitation, invitation_of, invitation_token
from marketplace.fair_trade.invite import accept_invitation, invite_lead
from marketplace.fair_trade.models import LeadOutcome
from marketplace.fair_trade.offer import LeadQuoteTerms, offer_to_lead
from orders.lifecycle.by import Role
from orders.quotes.offer_terms import OfferedLine, OfferTerms
from orders.quotes.payment_terms import PaymentTerms
from orders.quotes.quote import Quote
from orders.quotes.quote_request import QuoteRequest
from tests.factories.accounts import make_user
from tests.factories.channels import make_channel
from tests.factories.expo import make_exhibitor
from tests.factories.leads import make_fair_visitor, make_lead, make_open_fair
from tests.factories.sellers import make_seller
from tests.marketplace.fair_trade.test_attribute import deliver_all

pytestmark = pytest.mark.django_db


def meet(*, user: User | None = None, consents: tuple[str, ...] = ("LEADS",), sells: bool = True) -> Lead:
    exhibitor = make_exhibitor(make_open_fair(), seller=make_seller() if sells else None)
    return make_lead(exhibitor, make_fair_visitor(exhibitor.expo, user=user, consents=consents, country="NL"))


def terms(**overrides: Any) -> LeadQuoteTerms:
    offer = OfferTerms(
        lines=(OfferedLine("Celadon bowls, 14 cm", 300, Decimal("3.20")),),
        valid_until=today_here() + timedelta(days=30),
        lead_time_days=40,
        incoterm="FOB",
        named_place="Cái Mép",
        freight_amount=Decimal(0),
        payment=PaymentTerms(),
    )
    return LeadQuoteTerms(**{"channel": make_channel("eu"), "currency": "EUR", "offer": offer, **overrides})


def refusal(lead: Lead, **overrides: Any) -> list[str]:
    with pytest.raises(Refused) as refused:
        offer_to_lead(lead=lead, terms=terms(**overrides), by=make_user(), now=timezone.now())
    return [problem.code for problem in refused.value.problems]


def test_offer_of_a_lead_is_the_visitors_quote() -> None:
    buyer, seller_person = make_user(), make_user()
    lead = meet(user=buyer)
    quote = offer_to_lead(lead=lead, terms=terms(text="Asked at the stand."), by=seller_person, now=timezone.now())
    request = quote.request
    assert (request.user, request.language, request.country) == (buyer, "ko", "NL")
    assert request.text == "Asked at the stand."
    assert quote.status == "OFFERED"
    line = quote.versions.get().lines.get()
    assert line.request_line == request.lines.get()
    assert (line.quantity, line.unit_amount) == (300, Decimal("3.20"))
    first = quote.events.order_by("pk").first()
    assert first is not None and (first.role, first.user) == (Role.SELLER, seller_person)
    deliver_all()
    outcome = LeadOutcome.objects.get()
    assert (outcome.lead, outcome.amount, outcome.number) == (lead, Decimal("960.00"), quote.number)
    letters = {letter.kind: letter.recipient for letter in OutgoingLetter.objects.all()}
    assert letters["QUOTE_OFFERED_1"] == buyer.email
    assert "QUOTE_REQUESTED" not in letters, "the seller needs no letter about its own note"


def test_offers_that_are_refused_write_nothing() -> None:
    buyer = make_user()
    withdrawn = meet(user=make_user())
    withdraw_contact(visitor=withdrawn.visitor, now=timezone.now())
    bad = terms().offer
    cases: dict[str, tuple[list[str], list[str]]] = {
        "no consent": (refusal(meet(user=make_user(), consents=())), ["NO_CONTACT"]),
        "withdrawn": (refusal(withdrawn), ["NO_CONTACT"]),
        "no account": (refusal(meet()), ["NO_ACCOUNT"]),
        "no seller": (refusal(meet(user=make_user(), sells=False)), ["NOT_A_SELLER"]),
        "country": (refusal(meet(user=buyer), country="KP"), ["COUNTRY_NOT_SERVED"]),
        "no lines": (
            refusal(meet(user=make_user()), offer=OfferTerms(**{**_fields(bad), "lines": ()})),
            ["INVALID"] * 2,
        ),
    }
    for name, (codes, expected) in cases.items():
        assert codes == expected, name
    assert QuoteRequest.objects.count() == LeadOutcome.objects.count() == 0


def _fields(offer: OfferTerms) -> dict[str, Any]:
    return {name: getattr(offer, name) for name in OfferTerms.__slots__}


def test_at_most_three_offers_a_day() -> None:
    lead = meet(user=make_user())
    for _ in range(3):
        offer_to_lead(lead=lead, terms=terms(), by=make_user(), now=timezone.now())
    assert refusal(lead) == ["TOO_MANY"]
    assert Quote.objects.count() == 3


def test_visitor_without_account_is_invited_and_becomes_a_buyer() -> None:
    lead, by, now = meet(), make_user(), timezone.now()
    invitation = invite_lead(lead=lead, by=by, now=now, message="Nice to meet you.")
    deliver_all()
    letter = OutgoingLetter.objects.get(kind="LEAD_INVITATION_WORDS")
    assert letter.recipient == lead.visitor.email
    assert letter.language == "ko"
    token = invitation_token(invitation)
    assert token in letter.text.replace("%3A", ":")
    assert "Nice to meet you." in letter.text
    assert invitation_of(token) == invitation
    assert invitation_of(token[:-1] + "x") is None
    buyer = make_user(email="another@example.org")
    accept_invitation(invitation=invitation, user=buyer, now=now)
    accept_invitation(invitation=invitation, user=buyer, now=now + timedelta(days=1))
    assert buyer_of(lead) == buyer
    assert LeadInvitation.objects.get().accepted_at == now
    with pytest.raises(Refused):
        accept_invitation(invitation=invitation, user=make_user(), now=now)
    quote = offer_to_lead(lead=lead, terms=terms(), by=by, now=now)
    assert quote.request.user == buyer


def test_invitations_that_are_refused() -> None:
    now = timezone.now()
    often = meet()
    invite_lead(lead=often, by=make_user(), now=now)
    hidden = meet(consents=())
    cases = {
        "NO_CONTACT": (hidden, ""),
        "HAS_ACCOUNT": (meet(user=make_user()), ""),
        "NOT_A_SELLER": (meet(sells=False), ""),
        "TOO_MANY": (often, ""),
        "INVALID": (meet(), "see http://shop.example"),
    }
    for code, (lead, message) in cases.items():
        with pytest.raises(Refused) as refused:
            invite_lead(lead=lead, by=make_user(), now=now + timedelta(days=1), message=message)
        assert [problem.code for problem in refused.value.problems] == [code]
    assert LeadInvitation.objects.count() == 1
    withdraw_contact(visitor=often.visitor, now=now)
    assert invitation_of(invitation_token(LeadInvitation.objects.get())) is None
