"""Quotes in the API."""

from typing import Any

from i18n.messages import gettext
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.graphql.types.address import Address
from marketplace.channels.models import Channel
from marketplace.graphql import (
    ID,
    Boolean,
    Date,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    connection_type,
    related,
    related_list,
)
from marketplace.graphql.engine.protocol import BATCH
from marketplace.sellers.graphql.types.seller import Seller
from orders.address_snapshot import address_of
from orders.graphql.access import open_order
from orders.graphql.quote_access import PARTY, THROUGH_ITS_QUOTE, managed_sellers
from orders.graphql.quote_wording import QUOTE_EVENT, QUOTE_STATUS
from orders.graphql.types.order import Order
from orders.graphql.types.payment_gateway import PaymentGateway
from orders.graphql.types.quote_request import QuoteRequest
from orders.graphql.types.quote_version import QuoteSide, QuoteVersion
from orders.graphql.types.seller_order import SellerOrder
from orders.graphql.wording import ROLE
from orders.lifecycle.by import Role
from orders.lifecycle.order import Order as OrderRow
from orders.lifecycle.seller_order import SellerOrder as SellerOrderRow
from orders.payments.discovery import available_gateways
from orders.payments.gateway import Gateway
from orders.quotes import states
from orders.quotes.buyer_terms import BuyerTerms as TermsRow
from orders.quotes.quote import Quote as QuoteRow
from orders.quotes.quote_event import QuoteEvent as EventRow
from orders.quotes.quote_version import QuoteVersion as VersionRow

QuoteStatus = Enum.from_enum(states.QuoteStatus, name="QuoteStatus", description="How far a quote is.")
_load_orders = getattr(related("order"), BATCH)


class QuoteEvent(ObjectType):
    """Something that happened to a quote."""

    class Meta:
        access = THROUGH_ITS_QUOTE

    status = Field(QuoteStatus, required=True, description="What it became.")
    version = Field(Int, required=True, description="The version it is about; 0 before the first.")
    at = Field(DateTime, required=True)
    by = Field(String, required=True, description="Who did it: buyer, seller, staff or nobody. Never a name.")
    message = Field(String, required=True, description="For people, in the language of the request.")
    reason = Field(String, description="As it was given, in whatever language.")

    @staticmethod
    def resolve_by(event: EventRow, info: Any) -> str:
        return gettext(info.context.language, ROLE[event.role])

    @staticmethod
    def resolve_message(event: EventRow, info: Any) -> str:
        return gettext(info.context.language, QUOTE_EVENT[event.status], version=event.version)

    @staticmethod
    def resolve_reason(event: EventRow, info: Any) -> str | None:
        return event.reason or None


class Quote(ObjectType):
    """What one seller and the buyer say to each other about a request."""

    class Meta:
        access = PARTY

    id = Field(ID, required=True)
    number = Field(String, required=True, description="For people: Q-2026-000034. It opens nothing.")
    status = Field(QuoteStatus, required=True)
    status_display = Field(String, required=True, description="The status in the language of the request.")
    turn = Field(QuoteSide, description="Whose answer is awaited; null once it is over.")
    seller = Field(Seller, required=True)
    request = Field(QuoteRequest, required=True)
    versions = Field(List(NonNull(QuoteVersion)), required=True, size=4, description="In their order.")
    latest_version = Field(QuoteVersion, description="The only one that can be accepted; null before the first.")
    valid_until = Field(Date, required=True, description="The last day to answer.")
    events = Field(List(NonNull(QuoteEvent)), required=True, size=6)
    order = Field(Order, description="What came of it. For the buyer and staff; a seller has its part of it.")
    seller_order = Field(SellerOrder, description="The seller's part of what came of it.")
    available_actions = Field(
        List(NonNull(String)),
        required=True,
        description="What the caller may do: OFFER, COUNTER, ACCEPT, DECLINE, WITHDRAW.",
    )
    shipping_address = Field(Address, description="Where the buyer wants it, as far as said. Not for the seller yet.")
    available_payment_gateways = Field(
        List(NonNull(PaymentGateway)), required=True, size=3, description="Ways to pay what an acceptance makes due."
    )
    net_days_allowed = Field(Int, description="The longest term on which the operator lets this buyer pay later.")
    is_buyer = Field(Boolean, required=True, description="The caller is its buyer.")
    created = Field(DateTime, required=True)
    updated_at = Field(DateTime, required=True)

    resolve_created = attribute("created_at")
    resolve_seller = related("seller")
    resolve_request = related("request")
    resolve_versions = related_list(lambda _info: VersionRow.objects.order_by("number"), by="quote_id")
    resolve_events = related_list(lambda _info: EventRow.objects.order_by("at", "id"), by="quote_id")

    @staticmethod
    def resolve_status_display(row: QuoteRow, info: Any) -> str:
        return gettext(info.context.language, QUOTE_STATUS[row.status])

    @staticmethod
    def resolve_turn(row: QuoteRow, info: Any) -> str | None:
        return states.turn(row.status)

    @staticmethod
    @batch
    def resolve_latest_version(rows: list[QuoteRow], info: Any) -> list[VersionRow | None]:
        wanted = {row.pk: row.latest_version for row in rows}
        found = {
            version.quote_id: version
            for version in VersionRow.objects.filter(quote__in=wanted, number__in=set(wanted.values()))
            if version.number == wanted[version.quote_id]
        }
        return [found.get(row.pk) for row in rows]

    @staticmethod
    @batch
    def resolve_order(rows: list[QuoteRow], info: Any) -> list[OrderRow | None]:
        """A buyer may read the whole of it; to a seller it is there in its part."""
        sides = [_side(row, info) for row in rows]
        orders = _load_orders(rows, info)
        shown = [order if side != Role.SELLER else None for order, side in zip(orders, sides, strict=True)]
        for order in shown:
            if order is not None:
                open_order(info, order)
        return shown

    @staticmethod
    @batch
    def resolve_seller_order(rows: list[QuoteRow], info: Any) -> list[SellerOrderRow | None]:
        orders = {row.order_id for row in rows if row.order_id is not None}
        parts = SellerOrderRow.objects.filter(order__in=orders).select_related("order") if orders else ()
        found = {part.order_id: part for part in parts}
        for row in rows:
            if row.order_id in found and _side(row, info) == Role.BUYER:
                open_order(info, found[row.order_id].order)
        return [found.get(row.order_id) if row.order_id else None for row in rows]

    @staticmethod
    @batch
    def resolve_shipping_address(rows: list[QuoteRow], info: Any) -> list[AddressData | None]:
        said = [row.shipping_address or row.request.shipping_address for row in rows]
        sides = [_side(row, info) for row in rows]
        return [address_of(one) if side != Role.SELLER else None for one, side in zip(said, sides, strict=True)]

    @staticmethod
    @batch
    def resolve_available_payment_gateways(rows: list[QuoteRow], info: Any) -> list[list[Gateway]]:
        markets = Channel.objects.in_bulk({row.request.channel_id for row in rows})
        return [available_gateways(row.request.currency, markets[row.request.channel_id]) for row in rows]

    @staticmethod
    @batch
    def resolve_net_days_allowed(rows: list[QuoteRow], info: Any) -> list[int | None]:
        users = {row.request.user_id for row in rows if row.request.user_id is not None}
        terms = TermsRow.objects.in_force().filter(user__in=users) if users else ()
        found = {(row.user_id, row.currency): row.net_days for row in terms}
        return [found.get((row.request.user_id or 0, row.request.currency)) for row in rows]

    @staticmethod
    @batch
    def resolve_is_buyer(rows: list[QuoteRow], info: Any) -> list[bool]:
        return [_side(row, info) == Role.BUYER for row in rows]

    @staticmethod
    @batch
    def resolve_available_actions(rows: list[QuoteRow], info: Any) -> list[list[str]]:
        return [actions(row, _side(row, info)) for row in rows]


def _side(row: QuoteRow, info: Any) -> Role | None:
    caller = info.context.actor.id
    if caller is not None and row.request.user_id == caller:
        return Role.BUYER
    return Role.SELLER if row.seller_id in managed_sellers(info.context) else None


def actions(row: QuoteRow, side: Role | None) -> list[str]:
    """What the table of moves lets this side do."""
    if side is None:
        return []
    moves = states.QUOTE_MOVES[states.QuoteStatus(row.status)]
    proposal, name = {
        Role.SELLER: (states.QuoteStatus.OFFERED, "OFFER"),
        Role.BUYER: (states.QuoteStatus.COUNTERED, "COUNTER"),
    }[side]
    found = [name] if proposal in moves else []
    if states.turn(row.status) == side:
        found += (["ACCEPT"] if states.QuoteStatus.ACCEPTED in moves else []) + ["DECLINE"]
    elif states.spoke_last(row.status) == side:
        found.append("WITHDRAW")
    return found


QuoteCountableConnection = connection_type(Quote)
QuoteRequestCountableConnection = connection_type(QuoteRequest)
