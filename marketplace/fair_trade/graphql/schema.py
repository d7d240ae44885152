"""The trade of fairs in the public API."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from marketplace.expo.graphql.access import EXHIBITOR, STAFF, expo_of
from marketplace.expo.graphql.leads.access import find_lead, lead_exhibitor
from marketplace.expo.models import Lead
from marketplace.fair_trade.graphql.mutations import LeadInvitationAccept, LeadQuoteInvite, LeadQuoteOffer
from marketplace.fair_trade.graphql.types import FairOutcome, LeadInvitation, LeadOutcome, LeadTrade
from marketplace.fair_trade.invitation import LeadInvitation as InvitationRow
from marketplace.fair_trade.invitation import invitation_of
from marketplace.fair_trade.outcome import LeadOutcome as OutcomeRow
from marketplace.fair_trade.outcomes_of import OutcomeSum, outcomes_of
from marketplace.graphql import ANYONE, ID, Field, List, NonNull, ObjectType, String, integer_key

MOST_OUTCOMES = 200


class FairTradeQueries(ObjectType):
    """What came of fairs and leads."""

    lead_trade = Field(
        LeadTrade, lead_id=ID(required=True), access=EXHIBITOR, description="For who works for the lead's exhibitor."
    )
    lead_outcomes = Field(
        NonNull(List(NonNull(LeadOutcome))),
        exhibitor_id=ID(required=True),
        lead_id=ID(description="Only of this lead."),
        size=20,
        access=EXHIBITOR,
        description=f"For who works for the exhibitor: the latest {MOST_OUTCOMES}.",
    )
    exhibitor_outcomes = Field(
        NonNull(List(NonNull(FairOutcome))),
        exhibitor_id=ID(required=True),
        access=EXHIBITOR,
        description="For who works for the exhibitor, by kind and currency.",
    )
    expo_outcomes = Field(
        NonNull(List(NonNull(FairOutcome))),
        expo_id=ID(required=True),
        access=STAFF,
        description="Of all exhibitors of a fair, by kind and currency.",
    )
    lead_invitation = Field(
        LeadInvitation,
        token=String(required=True),
        access=ANYONE,
        description="For who holds the link; null once the visitor has taken the contact back.",
    )

    @staticmethod
    def resolve_lead_trade(root: Any, info: Any, lead_id: str) -> Lead | None:
        return find_lead(info, lead_id, "lead_id")

    @staticmethod
    def resolve_lead_outcomes(
        root: Any, info: Any, exhibitor_id: str, lead_id: str | None = None
    ) -> QuerySet[OutcomeRow]:
        rows = OutcomeRow.objects.filter(exhibitor=lead_exhibitor(info, exhibitor_id)).order_by("-at", "-pk")
        if lead_id is not None:
            shown = Lead.objects.with_contact().filter(pk=integer_key(lead_id, "Lead", field="lead_id"))
            rows = rows.filter(lead__in=shown.values("pk"))
        return rows[:MOST_OUTCOMES]

    @staticmethod
    def resolve_exhibitor_outcomes(root: Any, info: Any, exhibitor_id: str) -> Sequence[OutcomeSum]:
        exhibitor = lead_exhibitor(info, exhibitor_id)
        return outcomes_of(exhibitor.expo, exhibitor_id=exhibitor.pk)

    @staticmethod
    def resolve_expo_outcomes(root: Any, info: Any, expo_id: str) -> Sequence[OutcomeSum]:
        return outcomes_of(expo_of(info, expo_id, "expo_id"))

    @staticmethod
    def resolve_lead_invitation(root: Any, info: Any, token: str) -> InvitationRow | None:
        return invitation_of(token)


class FairTradeMutations(ObjectType):
    """A lead becomes a quote."""

    lead_quote_offer = LeadQuoteOffer.Field()
    lead_quote_invite = LeadQuoteInvite.Field()
    lead_invitation_accept = LeadInvitationAccept.Field()
