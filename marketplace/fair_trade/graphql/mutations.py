"""A lead becomes a quote."""

from typing import Any

from catalog.graphql.errors import REFUSED
from i18n.graphql.bounded import bounded
from i18n.graphql.types.country import CountryCode
from i18n.messages import gettext_noop as _
from marketplace.expo.graphql.access import EXHIBITOR
from marketplace.expo.graphql.leads.access import own_lead
from marketplace.fair_trade.graphql.access import require_bargain
from marketplace.fair_trade.graphql.types import LeadInvitation
from marketplace.fair_trade.invitation import invitation_of
from marketplace.fair_trade.invite import accept_invitation, invite_lead
from marketplace.fair_trade.offer import LeadQuoteTerms, offer_to_lead
from marketplace.graphql import ID, SIGNED_IN, DateTime, Field, InputError, InputObjectType, Mutation, String
from orders.graphql.access import signed_in
from orders.graphql.inputs.offer import QuoteOfferInput, offer_terms
from orders.graphql.mutations.quote_request_create import channel_of
from orders.graphql.quote_refusals import OFFER, OFFER_CODES, REQUEST_CODES
from orders.graphql.types.quote import Quote

LEAD_CODES = ("NO_CONTACT", "NOT_A_SELLER", "NO_ACCOUNT")


class LeadQuoteOfferInput(InputObjectType):
    """What was talked about at the stand, and the offer that answers it."""

    channel = String(required=True, description="The slug of the market.")
    currency = String(description="ISO 4217; the market's own by default.")
    country = CountryCode(description="Where the goods are to go: the visitor's country by default.")
    text = String(description="What the visitor asked for.")
    offer = QuoteOfferInput(required=True)


class LeadQuoteOffer(Mutation):
    """Offer the visitor a quotation, for a manager of the exhibitor's seller. It needs the visitor's contact."""

    class Arguments:
        lead_id = ID(required=True)
        input = LeadQuoteOfferInput(required=True)

    class Meta:
        access = EXHIBITOR
        creates = True
        error_codes = tuple(dict.fromkeys((*LEAD_CODES, *OFFER_CODES, *REQUEST_CODES)))
        known_errors = OFFER
        cost = 10

    quote = Field(Quote)

    @classmethod
    def perform(cls, info: Any, *, lead_id: str, input: Any) -> dict[str, Any]:
        lead = own_lead(info, lead_id, "lead_id")
        require_bargain(info, lead)
        channel = channel_of(input["channel"])
        terms = LeadQuoteTerms(
            channel=channel,
            currency=(input.get("currency") or channel.currency_code).strip().upper()[:3],
            country=(input.get("country") or "")[:2].upper(),
            text=bounded(input.get("text") or "", "text", 4000),
            offer=offer_terms(input["offer"]),
        )
        return {"quote": offer_to_lead(lead=lead, terms=terms, by=signed_in(info), now=info.context.now)}


class LeadQuoteInvite(Mutation):
    """Write to a visitor without an account: with the letter's link one is opened and a quotation asked for."""

    class Arguments:
        lead_id = ID(required=True)
        message = String(description="The exhibitor's own words; no web addresses.")

    class Meta:
        access = EXHIBITOR
        creates = True
        error_codes = ("NO_CONTACT", "NOT_A_SELLER", "HAS_ACCOUNT", "TOO_MANY")
        known_errors = REFUSED

    invited_at = Field(DateTime)

    @classmethod
    def perform(cls, info: Any, *, lead_id: str, message: str | None = None) -> dict[str, Any]:
        lead = own_lead(info, lead_id, "lead_id")
        invitation = invite_lead(lead=lead, by=signed_in(info), now=info.context.now, message=message or "")
        return {"invited_at": invitation.sent_at}


class LeadInvitationAccept(Mutation):
    """Use the link of an invitation: what the caller asks of the exhibitor from now on came of the fair."""

    class Arguments:
        token = String(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = ("ACCEPTED",)
        known_errors = REFUSED

    invitation = Field(LeadInvitation)

    @classmethod
    def perform(cls, info: Any, *, token: str) -> dict[str, Any]:
        found = invitation_of(token)
        if found is None:
            raise InputError(_("This invitation is no longer good."), field="token", code="NOT_FOUND")
        return {"invitation": accept_invitation(invitation=found, user=signed_in(info), now=info.context.now)}
