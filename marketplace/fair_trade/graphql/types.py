"""What comes of fairs, in the API."""

from datetime import datetime
from typing import Any

from i18n.graphql.types.money import Money
from i18n.money import Money as Amount
from marketplace.channels.graphql.types.channel import Channel
from marketplace.channels.models import Channel as ChannelRow
from marketplace.expo.graphql.types.exhibitor import Exhibit, Exhibitor
from marketplace.expo.graphql.types.expo import Expo
from marketplace.expo.models import Exhibit as ExhibitRow
from marketplace.expo.models import Exhibitor as ExhibitorRow
from marketplace.expo.models import Expo as ExpoRow
from marketplace.expo.models import Lead
from marketplace.fair_trade.buyer import buyer_of
from marketplace.fair_trade.graphql.access import OWN_EXHIBITOR, THROUGH_THE_FAIR, may_bargain
from marketplace.fair_trade.invitation import LeadInvitation as InvitationRow
from marketplace.fair_trade.market import market_for
from marketplace.fair_trade.offer import has_contact
from marketplace.fair_trade.outcome import LeadOutcome as OutcomeRow
from marketplace.fair_trade.outcome import OutcomeKind
from marketplace.graphql import (
    ID,
    Boolean,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    to_global_id,
)
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.sellers.models import Seller as SellerRow

OutcomeKindEnum = Enum.from_enum(
    OutcomeKind, name="LeadOutcomeKind", description="A quote was asked for or made, or an order was placed."
)


class LeadOutcome(ObjectType):
    """A quote, or the seller's part of an order, that came of a lead."""

    class Meta:
        access = OWN_EXHIBITOR

    id = Field(ID, required=True)
    kind = Field(OutcomeKindEnum, required=True)
    lead_id = Field(ID, description="Null where the exhibitor may not know (any more) whom it came of.")
    number = Field(String, required=True)
    quote_id = Field(ID, description="Of a quote.")
    seller_order_id = Field(ID, description="Of an order.")
    total = Field(
        Money, required=True, description="Of a quote its latest version, 0 before there is an offer; with freight."
    )
    at = Field(DateTime, required=True)
    is_canceled = Field(Boolean, required=True)

    @staticmethod
    @batch
    def resolve_lead_id(rows: list[OutcomeRow], info: Any) -> list[str | None]:
        named = {row.lead_id for row in rows if row.lead_id is not None}
        shown = set(Lead.objects.with_contact().filter(pk__in=named).values_list("pk", flat=True))
        return [to_global_id("Lead", row.lead_id) if row.lead_id in shown else None for row in rows]

    @staticmethod
    @batch
    def resolve_quote_id(rows: list[OutcomeRow], info: Any) -> list[str | None]:
        return [to_global_id("Quote", row.reference) if row.kind == OutcomeKind.QUOTE else None for row in rows]

    @staticmethod
    @batch
    def resolve_seller_order_id(rows: list[OutcomeRow], info: Any) -> list[str | None]:
        return [to_global_id("SellerOrder", row.reference) if row.kind == OutcomeKind.ORDER else None for row in rows]

    @staticmethod
    @batch
    def resolve_total(rows: list[OutcomeRow], info: Any) -> list[Amount]:
        return [row.money for row in rows]

    @staticmethod
    @batch
    def resolve_is_canceled(rows: list[OutcomeRow], info: Any) -> list[bool]:
        return [row.canceled_at is not None for row in rows]


class FairOutcome(ObjectType):
    """Quotes or orders of one currency that came of a fair, summed. What was called off is not in it."""

    class Meta:
        access = THROUGH_THE_FAIR

    kind = Field(OutcomeKindEnum, required=True)
    count = Field(Int, required=True)
    total = Field(Money, required=True)


class LeadTrade(ObjectType):
    """What can be made of a lead."""

    class Meta:
        access = THROUGH_THE_FAIR

    has_account = Field(
        Boolean,
        required=True,
        description="Whether the visitor is known to have an account to read an offer with.",
    )
    may_offer = Field(Boolean, required=True, description="Whether `leadQuoteOffer` is for the caller, and possible.")
    may_invite = Field(Boolean, required=True, description="Whether `leadQuoteInvite` is possible.")
    invited_at = Field(DateTime, description="When the visitor was invited last.")
    channel = Field(Channel, description="The market that delivers to the visitor's country.")
    seller = Field(Seller, description="What the exhibitor sells as.")

    @staticmethod
    def resolve_has_account(lead: Lead, info: Any) -> bool:
        return has_contact(lead) and buyer_of(lead) is not None

    @staticmethod
    def resolve_may_offer(lead: Lead, info: Any) -> bool:
        return _sells(lead) and may_bargain(info, lead) and has_contact(lead) and buyer_of(lead) is not None

    @staticmethod
    def resolve_may_invite(lead: Lead, info: Any) -> bool:
        return _sells(lead) and has_contact(lead) and buyer_of(lead) is None

    @staticmethod
    def resolve_invited_at(lead: Lead, info: Any) -> datetime | None:
        sent = InvitationRow.objects.filter(lead=lead).order_by("-sent_at")
        return sent.values_list("sent_at", flat=True).first()

    @staticmethod
    def resolve_channel(lead: Lead, info: Any) -> ChannelRow | None:
        return market_for(lead.visitor.country)

    @staticmethod
    def resolve_seller(lead: Lead, info: Any) -> SellerRow | None:
        return lead.exhibitor.seller if _sells(lead) else None


def _sells(lead: Lead) -> bool:
    return lead.exhibitor.seller is not None and lead.exhibitor.seller.is_approved


class LeadInvitation(ObjectType):
    """An invitation to ask an exhibitor for a quotation, for who holds its link."""

    class Meta:
        access = THROUGH_THE_FAIR

    exhibitor = Field(Exhibitor, required=True)
    expo = Field(Expo, required=True)
    seller = Field(Seller, description="Null when it does not sell here any more.")
    message = Field(String, required=True, description="The exhibitor's words.")
    exhibits = Field(NonNull(List(NonNull(Exhibit))), size=3, description="What the visitor was interested in.")
    email = Field(String, required=True, description="The address it was sent to.")
    country_code = Field(String, required=True, description="The visitor's country.")
    is_accepted = Field(Boolean, required=True, description="Whether an account has used it.")
    is_mine = Field(Boolean, required=True, description="Whether it was the caller's.")

    @staticmethod
    def resolve_exhibitor(row: InvitationRow, info: Any) -> ExhibitorRow:
        return row.lead.exhibitor

    @staticmethod
    def resolve_expo(row: InvitationRow, info: Any) -> ExpoRow:
        return row.lead.exhibitor.expo

    @staticmethod
    def resolve_seller(row: InvitationRow, info: Any) -> SellerRow | None:
        return row.lead.exhibitor.seller if _sells(row.lead) else None

    @staticmethod
    def resolve_exhibits(row: InvitationRow, info: Any) -> list[ExhibitRow]:
        return list(row.lead.exhibits.order_by("pk"))

    @staticmethod
    def resolve_email(row: InvitationRow, info: Any) -> str:
        return row.lead.visitor.email

    @staticmethod
    def resolve_country_code(row: InvitationRow, info: Any) -> str:
        return row.lead.visitor.country

    @staticmethod
    def resolve_is_accepted(row: InvitationRow, info: Any) -> bool:
        return row.accepted_by_id is not None

    @staticmethod
    def resolve_is_mine(row: InvitationRow, info: Any) -> bool:
        return row.accepted_by_id is not None and row.accepted_by_id == info.context.actor.id
