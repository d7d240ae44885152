"""Requests for quotes in the API."""

import enum
from typing import Any

from catalog.graphql.access import visible_products
from catalog.graphql.types.product import Product
from catalog.graphql.types.product_variant import ProductVariant
from catalog.models import Product as ProductRow
from catalog.models import ProductVariant as VariantRow
from i18n.graphql.types.country import CountryDisplay
from i18n.graphql.types.money import Money
from i18n.messages import gettext
from i18n.money import Money as Amount
from i18n.today import day_here
from logistics.customs.restricted.check import goods_of, rules_for
from logistics.customs.restricted.rule import TradeRule as TradeRuleRow
from logistics.graphql.customs.trade_rule import TradeRule
from logistics.incoterms import INCOTERMS, incoterm
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.graphql.types.address import Address
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
    related,
    related_list,
)
from marketplace.graphql.engine.protocol import BATCH
from orders.address_snapshot import address_of
from orders.graphql.quote_access import ASKED, THROUGH_ITS_QUOTE, WHOLE_REQUEST, is_staff, managed_sellers
from orders.graphql.types.attached_file import AttachedFile
from orders.quotes import unit
from orders.quotes.quote import Quote as QuoteRow
from orders.quotes.quote_request import QuoteRequest as RequestRow
from orders.quotes.quote_request import QuoteRequestFile
from orders.quotes.quote_request import QuoteRequestLine as LineRow
from orders.stored_money import stored

QuoteUnitEnum = Enum.from_enum(unit.QuoteUnit, name="QuoteUnit", description="What a line of a quote counts.")
IncotermEnum = Enum.from_enum(
    enum.StrEnum("Incoterm", {code: code for code in INCOTERMS}), description="The eleven rules of Incoterms 2020."
)
_load_users = getattr(related("user"), BATCH)


class QuoteRequestLine(ObjectType):
    """Goods of the catalogue, or something in words."""

    class Meta:
        access = THROUGH_ITS_QUOTE

    id = Field(ID, required=True)
    description = Field(String, required=True)
    quantity = Field(Int, required=True)
    unit = Field(QuoteUnitEnum, required=True)
    unit_display = Field(String, required=True, description="In the language of the request.")
    target_price = Field(Money, description="What the buyer would like to pay for one.")
    product = Field(Product, description="As it is shown today.")
    variant = Field(ProductVariant, description="As it is shown today.")

    trade_rules = Field(
        List(NonNull(TradeRule)),
        required=True,
        size=2,
        description="What the country the goods go to asks of them; empty for what is only described.",
    )

    resolve_product = related("product", queryset=lambda info: visible_products(info))
    resolve_variant = related(
        "variant", queryset=lambda info: VariantRow.objects.current().filter(product__in=visible_products(info))
    )

    @staticmethod
    def resolve_unit_display(line: LineRow, info: Any) -> str:
        return gettext(info.context.language, unit.UNIT_NAMES[unit.QuoteUnit(line.unit)])

    @staticmethod
    @batch
    def resolve_trade_rules(lines: list[LineRow], info: Any) -> list[list[TradeRuleRow]]:
        products = ProductRow.objects.in_bulk({line.product_id for line in lines if line.product_id})
        day = day_here(info.context.now)
        return [
            rules_for(goods_of(products[line.product_id]), country=line.request.country, on=day)
            if line.product_id in products
            else []
            for line in lines
        ]

    @staticmethod
    def resolve_target_price(line: LineRow, info: Any) -> Amount | None:
        return None if line.target_amount is None else stored(line.target_amount, line.request.currency)


class QuoteRequest(ObjectType):
    """What a buyer wants to have offered. A seller who was asked reads the lines that concern it."""

    class Meta:
        access = ASKED

    id = Field(ID, required=True)
    number = Field(String, required=True, description="For people: RFQ-2026-000012. It opens nothing.")
    created = Field(DateTime, required=True)
    text = Field(String, required=True, description="The buyer's words, in the buyer's language.")
    language_code = Field(String, required=True)
    is_sample = Field(Boolean, required=True, description="For a piece to judge the goods by.")
    currency = Field(String, required=True, description="ISO 4217: what offers are made in.")
    incoterm = Field(IncotermEnum, required=True)
    incoterm_name = Field(String, required=True, description="In the language of the request.")
    named_place = Field(String, required=True)
    wanted_by = Field(Date)
    country = Field(CountryDisplay, required=True)
    shipping_address = Field(Address, access=WHOLE_REQUEST)
    buyer_name = Field(String, required=True, description="Of the firm, where one was named.")
    lines = Field(List(NonNull(QuoteRequestLine)), required=True, size=5)
    files = Field(List(NonNull(AttachedFile)), required=True, size=2)
    quotes = Field(
        List(NonNull(lambda: _quote())),
        access=WHOLE_REQUEST,
        size=3,
        description="One per seller asked.",
    )

    resolve_created = attribute("created_at")
    resolve_language_code = attribute("language")
    resolve_files = related_list(lambda _info: QuoteRequestFile.objects.order_by("created_at", "id"), by="request_id")
    resolve_quotes = related_list(
        lambda _info: QuoteRow.objects.select_related("request").order_by("created_at", "id"), by="request_id"
    )

    @staticmethod
    def resolve_incoterm_name(row: RequestRow, info: Any) -> str:
        return gettext(info.context.language, incoterm(row.incoterm).name)

    @staticmethod
    def resolve_shipping_address(row: RequestRow, info: Any) -> AddressData | None:
        return address_of(row.shipping_address)

    @staticmethod
    @batch
    def resolve_buyer_name(rows: list[RequestRow], info: Any) -> list[str]:
        addresses = [address_of(row.shipping_address) for row in rows]
        users = _load_users(rows, info)
        return [
            (address.company_name if address else "") or (user.full_name if user else "")
            for address, user in zip(addresses, users, strict=True)
        ]

    @staticmethod
    @batch
    def resolve_lines(rows: list[RequestRow], info: Any) -> list[list[LineRow]]:
        found: dict[Any, list[LineRow]] = {row.pk: [] for row in rows}
        lines = LineRow.objects.filter(request__in=found).select_related("request").order_by("position")
        whole = {row.pk for row in rows if is_staff(info) or row.user_id == info.context.actor.id}
        managed = managed_sellers(info.context)
        for line in lines:
            if line.request_id in whole or line.seller_id is None or line.seller_id in managed:
                found[line.request_id].append(line)
        return [found[row.pk] for row in rows]


def _quote() -> Any:
    from orders.graphql.types.quote import Quote  # the two types name each other

    return Quote
