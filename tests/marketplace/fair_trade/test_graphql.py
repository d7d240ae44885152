from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from i18n.today import today_here
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.expo.leads.contact import withdraw_contact
from marketplace.fair_trade.invitation import LeadInvitation, invitation_token
from marketplace.fair_trade.models import LeadOutcome
from orders.quotes.quote import Quote
from tests.factories.accounts import make_user
from tests.factories.channels import make_channel
from tests.factories.leads import make_fair_visitor, make_lead
from tests.marketplace.expo.leads.stand import Stand, answer, gid, make_stand, outcome, run
from tests.marketplace.fair_trade.test_attribute import deliver_all

pytestmark = pytest.mark.django_db

ERRORS = "errors { field code }"
OFFER = f"""mutation($lead: ID!, $input: LeadQuoteOfferInput!) {{
  leadQuoteOffer(leadId: $lead, input: $input) {{ quote {{ number status }} {ERRORS} }}
}}"""
INVITE = f"mutation($lead: ID!) {{ leadQuoteInvite(leadId: $lead) {{ invitedAt {ERRORS} }} }}"
ACCEPT = f"mutation($token: String!) {{ leadInvitationAccept(token: $token) {{ invitation {{ isMine }} {ERRORS} }} }}"
TRADE = (
    "query($lead: ID!) { leadTrade(leadId: $lead) { hasAccount mayOffer mayInvite channel { slug } seller { name } } }"
)
OUTCOMES = """query($id: ID!, $lead: ID) { leadOutcomes(exhibitorId: $id, leadId: $lead) {
  kind leadId number quoteId sellerOrderId total { amount currency } isCanceled
} exhibitorOutcomes(exhibitorId: $id) { kind count total { amount } } }"""
OF_EXPO = "query($id: ID!) { expoOutcomes(expoId: $id) { kind count total { amount currency } } }"
INVITATION = """query($token: String!) { leadInvitation(token: $token) {
  exhibitor { name } seller { name } email countryCode isAccepted isMine exhibits { title }
} }"""


def offer() -> dict[str, Any]:
    make_channel("eu")
    return {
        "channel": "eu",
        "text": "300 bowls for a café.",
        "offer": {
            "lines": [{"description": "Celadon bowls", "quantity": 300, "unitPrice": "3.20"}],
            "validUntil": (today_here() + timedelta(days=20)).isoformat(),
            "leadTimeDays": 40,
            "incoterm": "FOB",
            "namedPlace": "Cái Mép",
            "freight": "0",
            "paymentTerms": {"kind": "FULL"},
        },
    }


def test_only_the_sellers_managers_offer() -> None:
    stand = make_stand()
    variables = {"lead": gid(stand.lead), "input": offer()}
    expected = {"anonymous": "UNAUTHENTICATED", "stand": "PERMISSION_DENIED"}
    for name in (*stand.strangers, "stand"):
        assert outcome(OFFER, variables, stand.people[name]) == expected.get(name, "NOT_FOUND"), name
        assert Quote.objects.count() == LeadOutcome.objects.count() == 0
    made = answer(OFFER, variables, stand.people["manager"])["leadQuoteOffer"]["quote"]
    assert made["status"] == "OFFERED"
    quote = Quote.objects.get()
    assert quote.request.user == stand.people["visitor"]
    assert outcome(OFFER, {**variables, "input": {**offer(), "channel": "no"}}, stand.people["manager"]) == "NOT_FOUND"


def test_outcomes_are_the_exhibitors_and_the_organisers() -> None:
    stand = make_stand()
    assert outcome(OFFER, {"lead": gid(stand.lead), "input": offer()}, stand.people["manager"]) == "OK"
    at_lead = {"id": gid(stand.exhibitor), "lead": gid(stand.lead)}
    found = answer(OUTCOMES, at_lead, stand.people["stand"])
    (row,) = found["leadOutcomes"]
    quote = Quote.objects.get()
    assert (row["number"], row["leadId"], row["quoteId"]) == (quote.number, gid(stand.lead), gid(quote))
    assert (str(row["total"]["amount"]), row["total"]["currency"], row["sellerOrderId"]) == ("960.00", "EUR", None)
    assert [(one["kind"], one["count"]) for one in found["exhibitorOutcomes"]] == [("QUOTE", 1)]
    for name in stand.strangers:
        refused = run(OUTCOMES, {"id": gid(stand.exhibitor)}, stand.people[name])
        assert refused.errors and not refused.data, name
    expo = {"id": gid(stand.exhibitor.expo)}
    for name, person in stand.people.items():
        told = run(OF_EXPO, expo, person)
        if name in ("fair staff", "operator"):
            assert [(one["kind"], one["count"]) for one in (told.data or {})["expoOutcomes"]] == [("QUOTE", 1)]
        else:
            assert told.errors, name
    withdraw_contact(visitor=stand.lead.visitor, now=timezone.now())
    later = answer(OUTCOMES, at_lead, stand.people["stand"])
    assert later["leadOutcomes"] == [], "the exhibitor may not know any more whom it came of"
    (still,) = answer(OUTCOMES, {"id": gid(stand.exhibitor)}, stand.people["stand"])["leadOutcomes"]
    assert still["leadId"] is None


def invited(stand: Stand) -> LeadInvitation:
    lead = make_lead(stand.exhibitor, make_fair_visitor(stand.exhibitor.expo, email="no-account@example.org"))
    asked = {"lead": gid(lead)}
    before = answer(TRADE, asked, stand.people["stand"])["leadTrade"]
    assert (before["hasAccount"], before["mayOffer"], before["mayInvite"]) == (False, False, True)
    for name in stand.strangers:
        expected = "UNAUTHENTICATED" if name == "anonymous" else "NOT_FOUND"
        assert outcome(INVITE, asked, stand.people[name]) == expected, name
    assert not LeadInvitation.objects.exists()
    assert outcome(INVITE, asked, stand.people["stand"]) == "OK"
    return LeadInvitation.objects.get()


def test_invitation_leads_to_an_account_and_an_offer() -> None:
    stand = make_stand()
    token = invitation_token(invited(stand))
    deliver_all()
    assert OutgoingLetter.objects.filter(kind="LEAD_INVITATION", recipient="no-account@example.org").count() == 1
    seen = answer(INVITATION, {"token": token})["leadInvitation"]
    assert (seen["email"], seen["isAccepted"], seen["seller"]["name"]) == (
        "no-account@example.org", False, stand.exhibitor.seller.name if stand.exhibitor.seller else "",
    )  # fmt: skip
    assert answer(INVITATION, {"token": "x"})["leadInvitation"] is None
    assert outcome(ACCEPT, {"token": token}) == "UNAUTHENTICATED"
    buyer, other = make_user(), make_user()
    assert outcome(ACCEPT, {"token": token}, buyer) == "OK"
    assert outcome(ACCEPT, {"token": token}, other) == "ACCEPTED"
    assert outcome(ACCEPT, {"token": token[:-1]}, buyer) == "NOT_FOUND"
    lead = LeadInvitation.objects.get().lead
    after = answer(TRADE, {"lead": gid(lead)}, stand.people["manager"])["leadTrade"]
    assert (after["hasAccount"], after["mayOffer"], after["mayInvite"]) == (True, True, False)
    assert outcome(OFFER, {"lead": gid(lead), "input": {**offer(), "country": "NL"}}, stand.people["manager"]) == "OK"
    assert Quote.objects.get().request.user == buyer
