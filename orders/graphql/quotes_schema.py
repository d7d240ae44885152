"""Quotes' part of the public API."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from i18n.messages import gettext_noop as _
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    ConnectionField,
    Field,
    InputError,
    InputObjectType,
    List,
    NonNull,
    ObjectType,
    String,
    integer_key,
)
from orders.graphql import quote_access
from orders.graphql.access import key_of
from orders.graphql.lists import LONGEST_SEARCH
from orders.graphql.mutations.buyer_terms import BuyerTermsEnd, BuyerTermsSet
from orders.graphql.mutations.quote_accept import QuoteAccept
from orders.graphql.mutations.quote_close import QuoteDecline, QuoteWithdraw
from orders.graphql.mutations.quote_propose import QuoteCounter, QuoteOffer
from orders.graphql.mutations.quote_request_create import QuoteRequestCreate, SampleRequestCreate
from orders.graphql.types.buyer_terms import STAFF, BuyerTerms, BuyerTermsCountableConnection
from orders.graphql.types.quote import (
    Quote,
    QuoteCountableConnection,
    QuoteRequestCountableConnection,
    QuoteStatus,
)
from orders.graphql.types.quote_request import QuoteRequest
from orders.quotes.buyer_terms import BuyerTerms as TermsRow
from orders.quotes.quote import Quote as QuoteRow
from orders.quotes.quote_request import QuoteRequest as RequestRow


class QuoteFilterInput(InputObjectType):
    """Quotes that fit all of it."""

    status = List(NonNull(QuoteStatus))
    request = ID()
    is_sample = Boolean()
    search = String(description="Part of the number of the quote or of its request.")


class QuoteRequestFilterInput(InputObjectType):
    """Requests that fit all of it."""

    is_sample = Boolean()
    search = String(description="Part of the number.")


class BuyerTermsFilterInput(InputObjectType):
    """Terms that fit all of it."""

    in_force = Boolean()
    search = String(description="Part of the buyer's e-mail address.")


class QuotesQueries(ObjectType):
    """Requests, quotes and terms of payment."""

    quote_request = Field(
        QuoteRequest, id=ID(required=True), access=SIGNED_IN, description="For its buyer and staff; null for others."
    )
    quote_requests = ConnectionField(
        QuoteRequestCountableConnection,
        filter=QuoteRequestFilterInput(),
        access=SIGNED_IN,
        description="The caller's own requests, newest first.",
    )
    quote = Field(
        Quote,
        id=ID(required=True),
        access=SIGNED_IN,
        description="For its buyer, the managers of its seller, and staff; null for others.",
    )
    quotes = ConnectionField(
        QuoteCountableConnection,
        filter=QuoteFilterInput(),
        access=SIGNED_IN,
        description="What was offered to the caller, the latest change first;"
        f" everybody's with permission {Permission.ORDERS_MANAGE}.",
    )
    my_quotes = ConnectionField(
        QuoteCountableConnection,
        filter=QuoteFilterInput(),
        access=SIGNED_IN,
        description="What was offered to the caller, whatever permissions the caller has.",
    )
    seller_quotes = ConnectionField(
        QuoteCountableConnection,
        seller=ID(required=True),
        filter=QuoteFilterInput(),
        access=SIGNED_IN,
        description="What a seller was asked for and has offered, for its managers and staff.",
    )
    my_buyer_terms = Field(
        NonNull(List(NonNull(BuyerTerms))),
        access=SIGNED_IN,
        description="On what terms the caller may pay later, by currency.",
    )
    buyer_terms = ConnectionField(
        BuyerTermsCountableConnection,
        filter=BuyerTermsFilterInput(),
        access=STAFF,
        description="Who may pay later, the latest approval first.",
    )

    @staticmethod
    def resolve_quote_request(root: Any, info: Any, id: str) -> RequestRow | None:
        return quote_access.find_request(info, id)

    @staticmethod
    def resolve_quote_requests(root: Any, info: Any, filter: Any = None) -> QuerySet[RequestRow]:
        given = filter or {}
        rows = RequestRow.objects.filter(user_id=info.context.actor.id).order_by("-created_at", "-id")
        if given.get("is_sample") is not None:
            rows = rows.filter(is_sample=given["is_sample"])
        search = _search(given)
        return rows.filter(number__icontains=search) if search else rows

    @staticmethod
    def resolve_quote(root: Any, info: Any, id: str) -> QuoteRow | None:
        return quote_access.find_quote(info, id)

    @staticmethod
    def resolve_quotes(root: Any, info: Any, filter: Any = None) -> QuerySet[QuoteRow]:
        everybodys = quote_access.is_staff(info)
        return _filtered(quote_access.quotes_of_caller(info, everybodys=everybodys), filter or {})

    @staticmethod
    def resolve_my_quotes(root: Any, info: Any, filter: Any = None) -> QuerySet[QuoteRow]:
        return _filtered(quote_access.quotes_of_caller(info, everybodys=False), filter or {})

    @staticmethod
    def resolve_seller_quotes(root: Any, info: Any, seller: str, filter: Any = None) -> QuerySet[QuoteRow]:
        seller_id = integer_key(seller, "Seller", field="seller")
        return _filtered(quote_access.quotes_of_seller(info, seller_id), filter or {})

    @staticmethod
    def resolve_my_buyer_terms(root: Any, info: Any) -> QuerySet[TermsRow]:
        return TermsRow.objects.in_force().filter(user_id=info.context.actor.id).order_by("currency")

    @staticmethod
    def resolve_buyer_terms(root: Any, info: Any, filter: Any = None) -> QuerySet[TermsRow]:
        given = filter or {}
        rows = TermsRow.objects.order_by("-approved_at", "-id")
        if given.get("in_force") is not None:
            rows = rows.filter(ended_at__isnull=given["in_force"])
        search = _search(given)
        return rows.filter(user__email__icontains=search) if search else rows


class QuotesMutations(ObjectType):
    """Asking, offering, bargaining and accepting."""

    quote_request_create = QuoteRequestCreate.Field()
    sample_request_create = SampleRequestCreate.Field()
    quote_offer = QuoteOffer.Field()
    quote_counter = QuoteCounter.Field()
    quote_accept = QuoteAccept.Field()
    quote_decline = QuoteDecline.Field()
    quote_withdraw = QuoteWithdraw.Field()
    buyer_terms_set = BuyerTermsSet.Field()
    buyer_terms_end = BuyerTermsEnd.Field()


def _filtered(rows: QuerySet[QuoteRow], given: Mapping[str, Any]) -> QuerySet[QuoteRow]:
    if given.get("status"):
        rows = rows.filter(status__in=[str(getattr(each, "value", each)) for each in given["status"]])
    if given.get("request"):
        rows = rows.filter(request_id=key_of(given["request"], "QuoteRequest", field="request"))
    if given.get("is_sample") is not None:
        rows = rows.filter(request__is_sample=given["is_sample"])
    search = _search(given)
    return rows.filter(Q(number__icontains=search) | Q(request__number__icontains=search)) if search else rows


def _search(given: Mapping[str, Any]) -> str:
    text: str = (given.get("search") or "").strip()
    if len(text) > LONGEST_SEARCH:
        raise InputError(_("At most %(limit)s characters."), field="filter.search", params={"limit": LONGEST_SEARCH})
    return text
