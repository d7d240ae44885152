"""What was proposed, in the API."""

import enum
from typing import Any

from catalog.graphql.access import visible_products
from catalog.graphql.types.product_variant import ProductVariant
from catalog.models import ProductVariant as VariantRow
from i18n.graphql.types.money import Money
from i18n.messages import gettext
from i18n.money import Money as Amount
from i18n.today import day_here
from logistics.incoterms import incoterm
from marketplace.graphql import (
    ID,
    Boolean,
    Date,
    DateTime,
    Decimal,
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
from orders.graphql.quote_access import THROUGH_ITS_QUOTE
from orders.graphql.quote_wording import terms_in_words
from orders.graphql.types.quote_request import IncotermEnum, QuoteRequestLine, QuoteUnitEnum
from orders.payments.plan import deposit_and_balance
from orders.quotes import payment_terms, unit
from orders.quotes.quote_request import QuoteRequestLine as RequestLineRow
from orders.quotes.quote_version import QuoteLine as LineRow
from orders.quotes.quote_version import QuoteTier as TierRow
from orders.quotes.quote_version import QuoteVersion as VersionRow
from orders.quotes.quote_version import goods_total
from orders.stored_money import stored

QuoteSide = Enum.from_enum(
    enum.StrEnum("QuoteSide", {"BUYER": "BUYER", "SELLER": "SELLER"}), description="A side of a quote."
)
PaymentTermsKindEnum = Enum.from_enum(
    payment_terms.PaymentTermsKind, name="PaymentTermsKind", description="How a quote is to be paid."
)
BalanceNeededFor = Enum.from_enum(
    enum.StrEnum("BalanceNeededFor", {"SHIP": "SHIP", "DOCUMENTS": "DOCUMENTS"}),
    description="What must not happen before the balance is paid: shipping, or handing over the papers.",
)


class PaymentTerms(ObjectType):
    """How a quote is to be paid."""

    class Meta:
        access = THROUGH_ITS_QUOTE

    kind = Field(PaymentTermsKindEnum, required=True)
    deposit_percent = Field(Decimal, description="30 is 30 %.")
    balance_needed_for = Field(BalanceNeededFor)
    net_days = Field(Int)
    display = Field(String, required=True, description="In words, in the language of the request.")

    @staticmethod
    def resolve_display(terms: payment_terms.PaymentTerms, info: Any) -> str:
        return terms_in_words(terms, info.context.language)


class QuoteTier(ObjectType):
    """What one costs from a quantity on."""

    class Meta:
        access = THROUGH_ITS_QUOTE

    minimum_quantity = Field(Int, required=True)
    unit_price = Field(Money, required=True)

    @staticmethod
    def resolve_unit_price(tier: TierRow, info: Any) -> Amount:
        return stored(tier.unit_amount, tier.line.version.currency)


class QuoteLine(ObjectType):
    """Goods of the catalogue, or what is made for this buyer alone."""

    class Meta:
        access = THROUGH_ITS_QUOTE

    id = Field(ID, required=True)
    request_line = Field(QuoteRequestLine, description="What it answers.")
    variant = Field(ProductVariant, description="As it is shown today.")
    description = Field(String, required=True)
    quantity = Field(Int, required=True)
    unit = Field(QuoteUnitEnum, required=True)
    unit_display = Field(String, required=True, description="In the language of the request.")
    unit_price = Field(Money, required=True)
    total = Field(Money, required=True)
    tiers = Field(List(NonNull(QuoteTier)), required=True, size=2)

    resolve_request_line = related("request_line", queryset=lambda _i: RequestLineRow.objects.select_related("request"))
    resolve_variant = related(
        "variant", queryset=lambda info: VariantRow.objects.current().filter(product__in=visible_products(info))
    )
    resolve_tiers = related_list(
        lambda _info: TierRow.objects.select_related("line__version").order_by("minimum_quantity"), by="line_id"
    )

    @staticmethod
    def resolve_unit_display(line: LineRow, info: Any) -> str:
        return gettext(info.context.language, unit.UNIT_NAMES[unit.QuoteUnit(line.unit)])

    @staticmethod
    def resolve_unit_price(line: LineRow, info: Any) -> Amount:
        return stored(line.unit_amount, line.version.currency)

    @staticmethod
    def resolve_total(line: LineRow, info: Any) -> Amount:
        return (stored(line.unit_amount, line.version.currency) * line.quantity).quantize()


class QuoteVersion(ObjectType):
    """One proposal: an offer of the seller or a counter-offer of the buyer. It never changes."""

    class Meta:
        access = THROUGH_ITS_QUOTE

    number = Field(Int, required=True, description="1, 2, 3 … within the quote.")
    author = Field(QuoteSide, required=True)
    created = Field(DateTime, required=True)
    valid_until = Field(Date, required=True, description="The last day, in Việt Nam, on which it can be accepted.")
    is_valid = Field(Boolean, required=True, description="That day has not passed.")
    lead_time_days = Field(Int, required=True, description="From the confirmed order until the goods leave.")
    incoterm = Field(IncotermEnum, required=True)
    incoterm_name = Field(String, required=True, description="In the language of the request.")
    named_place = Field(String, required=True)
    freight = Field(Money, required=True)
    goods_total = Field(Money, required=True, description="At the quantities proposed, as the prices are written.")
    total = Field(Money, required=True, description="Goods and freight, as the prices are written.")
    deposit = Field(Money, description="What the deposit comes to.")
    balance = Field(Money, description="What is left to pay after the deposit.")
    payment_terms = Field(PaymentTerms, required=True)
    notes = Field(String, required=True, description="In the language of its author.")
    lines = Field(List(NonNull(QuoteLine)), required=True, size=5)

    resolve_created = attribute("created_at")

    @staticmethod
    def resolve_is_valid(version: VersionRow, info: Any) -> bool:
        return version.valid_until >= day_here(info.context.now)

    @staticmethod
    def resolve_incoterm_name(version: VersionRow, info: Any) -> str:
        return gettext(info.context.language, incoterm(version.incoterm).name)

    @staticmethod
    @batch
    def resolve_lines(versions: list[VersionRow], info: Any) -> list[list[LineRow]]:
        found = lines_of(info, versions)
        return [found[version.pk] for version in versions]

    @staticmethod
    @batch
    def resolve_goods_total(versions: list[VersionRow], info: Any) -> list[Amount]:
        return _goods(info, versions)

    @staticmethod
    @batch
    def resolve_total(versions: list[VersionRow], info: Any) -> list[Amount]:
        return _totals(info, versions)

    @staticmethod
    @batch
    def resolve_deposit(versions: list[VersionRow], info: Any) -> list[Amount | None]:
        return [parts[0] if parts else None for parts in _shares(info, versions)]

    @staticmethod
    @batch
    def resolve_balance(versions: list[VersionRow], info: Any) -> list[Amount | None]:
        return [parts[1] if parts else None for parts in _shares(info, versions)]


def lines_of(info: Any, versions: list[VersionRow]) -> dict[int, list[LineRow]]:
    """The lines of many versions, read once per answer however many fields want them."""
    read: dict[int, list[LineRow]] = info.context.cache.setdefault("orders.quote_lines", {})
    missing = [version.pk for version in versions if version.pk not in read]
    if missing:
        read.update({pk: [] for pk in missing})
        for line in LineRow.objects.filter(version__in=missing).select_related("version").order_by("position"):
            read[line.version_id].append(line)
    return read


def _goods(info: Any, versions: list[VersionRow]) -> list[Amount]:
    found = lines_of(info, versions)
    return [goods_total(version, found[version.pk]) for version in versions]


def _totals(info: Any, versions: list[VersionRow]) -> list[Amount]:
    return [goods + version.freight for goods, version in zip(_goods(info, versions), versions, strict=True)]


def _shares(info: Any, versions: list[VersionRow]) -> list[tuple[Amount, Amount] | None]:
    """As the order's instalments will be, where nothing is added to the prices as they are written."""
    return [_share(version, total, info) for version, total in zip(versions, _totals(info, versions), strict=True)]


def _share(version: VersionRow, total: Amount, info: Any) -> tuple[Amount, Amount] | None:
    terms = version.payment_terms
    if terms.deposit_percent is None or terms.balance_needed_for is None:
        return None
    deposit, balance = deposit_and_balance(
        total,
        percent=terms.deposit_percent,
        deposit_due_at=info.context.now,
        balance_needed_for=terms.balance_needed_for,
    )
    return deposit.amount, balance.amount
