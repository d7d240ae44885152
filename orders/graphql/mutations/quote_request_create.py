"""``quoteRequestCreate`` and ``sampleRequestCreate``."""

from typing import Any

from i18n.graphql.bounded import bounded
from i18n.graphql.types.country import CountryCode
from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.types.address import AddressInput, to_address_data
from marketplace.channels.models import Channel
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Date,
    Decimal,
    Field,
    InputError,
    InputObjectType,
    Int,
    List,
    Mutation,
    NonNull,
    String,
    Upload,
    integer_key,
)
from marketplace.sellers.models import Seller
from orders.checkout.addresses import checked_address
from orders.graphql.access import signed_in
from orders.graphql.inputs.attachments import HELP, cleaned_files
from orders.graphql.inputs.offer import optional_key
from orders.graphql.quote_refusals import REQUEST, REQUEST_CODES
from orders.graphql.types.quote_request import IncotermEnum, QuoteRequest, QuoteUnitEnum
from orders.quotes.check_offer import MOST_LINES
from orders.quotes.check_request import MOST_SELLERS
from orders.quotes.request_quote import RequestedLine, RequestTerms, request_quote
from orders.quotes.request_sample import request_sample
from orders.quotes.unit import QuoteUnit


class QuoteRequestLineInput(InputObjectType):
    """Goods of the catalogue, of which only their seller hears, or something in words."""

    product_id = ID()
    variant_id = ID()
    description = String()
    quantity = Int(required=True)
    unit = QuoteUnitEnum()
    target_price = Decimal(description="What you would like to pay for one, in the currency of the request.")


class QuoteRequestCreateInput(InputObjectType):
    """What is wanted, from whom."""

    channel = String(required=True, description="The slug of the market.")
    sellers = List(NonNull(ID), required=True, description="Each answers apart and never hears of the others.")
    lines = List(NonNull(QuoteRequestLineInput), required=True)
    text = String()
    currency = String(description="ISO 4217; the market's own by default.")
    incoterm = IncotermEnum(required=True)
    named_place = String()
    wanted_by = Date()
    country = CountryCode(description="Where the goods are to go; that of the address where one is given.")
    shipping_address = AddressInput(description="Sellers are shown its country only, until there is an order.")
    language_code = LanguageCodeEnum(description="Of letters and documents; the language of the request by default.")
    files = List(Upload, description=HELP)


class QuoteRequestCreate(Mutation):
    """Ask one seller or several for an offer."""

    class Arguments:
        input = QuoteRequestCreateInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = REQUEST_CODES
        known_errors = REQUEST
        cost = 10

    quote_request = Field(QuoteRequest)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        request = request_quote(
            user=signed_in(info),
            sellers=_sellers(input["sellers"]),
            terms=_terms(info, input),
            lines=_lines(input["lines"]),
            now=info.context.now,
            files=cleaned_files(input.get("files")),
        )
        return {"quote_request": request}


class SampleRequestCreate(Mutation):
    """Ask for one piece to judge the goods by, at the price the product names for samples."""

    class Arguments:
        channel = String(required=True, description="The slug of the market.")
        variant_id = ID(required=True)
        country = CountryCode(description="That of the account's own address by default.")
        text = String()

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = (*REQUEST_CODES, "NOT_AVAILABLE")
        known_errors = REQUEST
        cost = 10

    quote_request = Field(QuoteRequest)

    @classmethod
    def perform(
        cls, info: Any, *, channel: str, variant_id: str, country: str | None = None, text: str | None = None
    ) -> dict[str, Any]:
        request = request_sample(
            user=signed_in(info),
            channel=channel_of(channel),
            variant_id=integer_key(variant_id, "ProductVariant", field="variant_id"),
            language=info.context.language,
            country=country or "",
            text=bounded(text or "", "text", 4000),
            now=info.context.now,
        )
        return {"quote_request": request}


def channel_of(slug: str) -> Channel:
    channel = Channel.objects.active().filter(slug=slug[:40]).first()
    if channel is None:
        raise InputError(_("There is no such market."), field="channel", code="NOT_FOUND")
    return channel


def _sellers(global_ids: list[str]) -> list[Seller]:
    if len(global_ids) > MOST_SELLERS:
        message = _("Ask from 1 to %(most)s sellers.")
        raise InputError(message, field="sellers", code="TOO_MANY", params={"most": MOST_SELLERS})
    wanted = {integer_key(each, "Seller", field="sellers") for each in global_ids}
    found = list(Seller.objects.approved().filter(pk__in=wanted).order_by("pk"))
    if len(found) != len(wanted):
        raise InputError(_("There is no such seller."), field="sellers", code="NOT_FOUND")
    return found


def _terms(info: Any, given: Any) -> RequestTerms:
    channel = channel_of(given["channel"])
    address = given.get("shipping_address")
    shipping_address = checked_address(to_address_data(address), channel) if address else None
    country = shipping_address["country"] if shipping_address else (given.get("country") or "")[:2].upper()
    return RequestTerms(
        channel=channel,
        language=str(given.get("language_code") or info.context.language),
        currency=(given.get("currency") or channel.currency_code).strip().upper()[:3],
        country=country,
        incoterm=str(given["incoterm"]),
        named_place=bounded(given.get("named_place") or "", "named_place", 120),
        text=bounded(given.get("text") or "", "text", 4000),
        wanted_by=given.get("wanted_by"),
        shipping_address=shipping_address,
    )


def _lines(given: list[Any]) -> list[RequestedLine]:
    if len(given) > MOST_LINES:
        raise InputError(_("At most %(limit)s."), field="lines", code="TOO_MANY", params={"limit": MOST_LINES})
    return [
        RequestedLine(
            quantity=line["quantity"],
            description=bounded(line.get("description") or "", "lines", 1000),
            product_id=optional_key(line.get("product_id"), "Product"),
            variant_id=optional_key(line.get("variant_id"), "ProductVariant"),
            unit=QuoteUnit(line.get("unit") or QuoteUnit.PIECE),
            target_amount=line.get("target_price"),
        )
        for line in given
    ]
